// Who stands around these records: which initiatives and partners, linked by which roles, and at what time?
CALL () {
  MATCH (start:Initiative|Partner)
  WHERE start.id IN $of
  RETURN start
  UNION ALL
  MATCH (asked:Record)<-[:PART_OF|BROADER]-{0,10}(around:Record)
  WHERE asked.id IN $of
  WITH DISTINCT around
  // A date stands for its whole span, and '~' sorts after all that can follow it.
  MATCH (around)<-[link:MEMBER_OF|HEADS|ACTS_IN|BASED_IN|ABOUT]-(start:Initiative|Partner)
  WHERE ($kinds IS NULL OR start.kind IN $kinds OR start:Initiative)
    AND ($statuses IS NULL OR start.status IN $statuses OR start:Partner)
    AND ($on IS NULL AND $to IS NULL OR coalesce(link.since < coalesce($on, $to) + '~', true))
    AND ($on IS NULL AND $from IS NULL OR coalesce(link.until + '~' > coalesce($on, $from), true))
    AND ($on IS NULL AND $to IS NULL OR coalesce(start.startedOn < coalesce($on, $to) + '~', true))
    AND ($on IS NULL AND $from IS NULL OR coalesce(start.endedOn + '~' > coalesce($on, $from), true))
  RETURN start
}
WITH collect(DISTINCT start) AS asked
// Each ring holds what is linked to the one before it: no path is ever followed twice.
WITH reduce(rings = [asked], depth IN range(1, $depth) | rings + [COLLECT {
  UNWIND last(rings) AS near
  MATCH (near)-[link:PARTNERS_IN]-(far)
  WHERE ($roles IS NULL OR link.role IN $roles)
    AND ($kinds IS NULL OR far.kind IN $kinds OR far:Initiative)
    AND ($statuses IS NULL OR far.status IN $statuses OR far:Partner)
    AND ($on IS NULL AND $to IS NULL OR coalesce(link.since < coalesce($on, $to) + '~', true))
    AND ($on IS NULL AND $from IS NULL OR coalesce(link.until + '~' > coalesce($on, $from), true))
  RETURN DISTINCT far
}]) AS rings
UNWIND range(0, $depth) AS ring
UNWIND rings[ring] AS node
WITH node, min(ring) AS depth
WITH node, depth, COUNT { MATCH (node)-[:PARTNERS_IN]-(other) RETURN DISTINCT other } AS degree
ORDER BY depth, degree DESC, node.id
WITH collect([node, depth, degree]) AS nodes
CALL (nodes) {
  UNWIND CASE WHEN $leftOut THEN nodes[$first..] ELSE [] END AS row
  WITH row[0] AS node, row[1] AS depth
  WITH CASE WHEN node:Initiative THEN 'INITIATIVE' ELSE 'PARTNER' END AS kind, depth, count(*) AS count
  ORDER BY depth, kind DESC
  RETURN collect([kind, depth, count]) AS leftOut
}
WITH size(nodes) AS total, leftOut, nodes[..$first] AS shown,
  COLLECT {
    UNWIND range(0, CASE WHEN $starts THEN size($of) - 1 ELSE -1 END) AS place
    MATCH (asked:Record {id: $of[place]})
    WHERE asked:Initiative|Partner|Network|Territory|Theme
    WITH asked, min(place) AS place
    ORDER BY place
    RETURN [asked.id, asked.name, labels(asked)]
  } AS starts,
  COLLECT {
    UNWIND CASE WHEN $recorders THEN nodes[..$first] ELSE [] END AS row
    WITH row[0] AS node
    UNWIND [node.recordedBy] + COLLECT { MATCH (node)<-[link:PARTNERS_IN]-() RETURN DISTINCT link.recordedBy } AS id
    WITH DISTINCT id
    MATCH (network:Network {id: id})
    RETURN [network.id, network.name, network.licence]
  } AS recorders
// The first row tells of the whole, and is there even when no node is.
UNWIND [[NULL, NULL, NULL]] + shown AS row
WITH total, leftOut, starts, recorders, row[0] AS node, row[1] AS depth, row[2] AS degree
CALL (node) {
  OPTIONAL MATCH (node)-[place:ACTS_IN|BASED_IN]->(territory:Territory)
  RETURN territory ORDER BY place.since, territory.id LIMIT 1
}
CALL (territory) {
  OPTIONAL MATCH (territory)-[:PART_OF]->{0,6}(around:Territory)
  WHERE $within AND (around.id STARTS WITH 'reg:' OR around.level = 'COUNTRY')
  RETURN around ORDER BY around.level DESC LIMIT 1
}
CALL (node) {
  MATCH path = (node)-[:REPLICATES]->{0,40}(root:Initiative)
  WITH root, min(length(path)) AS height
  WHERE NOT EXISTS { (root)-[:REPLICATES]->() } AND EXISTS { (root)<-[:REPLICATES]-() }
  WITH root ORDER BY root.familyName IS NULL, height, root.startedOn, root.id LIMIT 1
  RETURN head(collect(root)) AS root
}
CALL (node) {
  MATCH (node)-[link:PARTNERS_IN]-(far)
  WHERE $expansions
    AND ($roles IS NULL OR link.role IN $roles)
    AND ($kinds IS NULL OR far.kind IN $kinds OR far:Initiative OR far.id IN $of)
    AND ($statuses IS NULL OR far.status IN $statuses OR far:Partner OR far.id IN $of)
    AND ($on IS NULL AND $to IS NULL OR coalesce(link.since < coalesce($on, $to) + '~', true))
    AND ($on IS NULL AND $from IS NULL OR coalesce(link.until + '~' > coalesce($on, $from), true))
  UNWIND [NULL, link.role] AS role
  WITH role, count(DISTINCT far) AS count
  RETURN collect([role, count]) AS neighbours
}
RETURN total, CASE WHEN node IS NULL THEN leftOut END AS leftOut, CASE WHEN node IS NULL THEN starts END AS starts,
  CASE WHEN node IS NULL THEN recorders END AS recorders, CASE WHEN $recorders THEN node.recordedBy END AS recordedBy,
  node.id AS id, CASE WHEN node:Initiative THEN 'INITIATIVE' ELSE 'PARTNER' END AS kind, node.name AS name,
  depth, degree, node.kind AS partnerKind, node.status AS status, node.startedOn AS startedOn, node.endedOn AS endedOn,
  territory.id AS territoryCode, territory.name AS territory, around.id AS withinCode, around.name AS within,
  root.id AS familyId, coalesce(root.familyName, root.name) AS familyName, neighbours,
  COLLECT {
    MATCH (node)-[link:MEMBER_OF|HEADS]->(network:Network)
    WHERE $memberships
      AND ($on IS NULL AND $to IS NULL OR coalesce(link.since < coalesce($on, $to) + '~', true))
      AND ($on IS NULL AND $from IS NULL OR coalesce(link.until + '~' > coalesce($on, $from), true))
    RETURN [network.id, network.name, type(link) = 'HEADS', link.tier, link.since, link.until, link.source]
    ORDER BY network.id, link.id
  } AS memberships,
  COLLECT {
    MATCH (node)<-[link:PARTNERS_IN]-(partner:Partner)
    WHERE ($roles IS NULL OR link.role IN $roles)
      AND ($on IS NULL AND $to IS NULL OR coalesce(link.since < coalesce($on, $to) + '~', true))
      AND ($on IS NULL AND $from IS NULL OR coalesce(link.until + '~' > coalesce($on, $from), true))
    RETURN [link.id, partner.id, link.role, link.since, link.until, link.note, link.source,
      CASE WHEN $recorders THEN link.recordedBy END]
  } AS links
