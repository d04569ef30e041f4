// Who stands around these records: which initiatives and partners, linked by which roles?
MATCH (asked:Record)<-[:MEMBER_OF|HEADS]-{0,1}(start:Initiative|Partner)
WHERE asked.id IN $of
WITH collect(DISTINCT start) AS ring0
CALL (ring0) {
  UNWIND ring0 AS near
  MATCH (near)-[link:PARTNERS_IN]-(far)
  WHERE $depth >= 1 AND ($roles IS NULL OR link.role IN $roles)
  RETURN collect(DISTINCT far) AS ring1
}
CALL (ring1) {
  UNWIND ring1 AS near
  MATCH (near)-[link:PARTNERS_IN]-(far)
  WHERE $depth >= 2 AND ($roles IS NULL OR link.role IN $roles)
  RETURN collect(DISTINCT far) AS ring2
}
CALL (ring2) {
  UNWIND ring2 AS near
  MATCH (near)-[link:PARTNERS_IN]-(far)
  WHERE $depth >= 3 AND ($roles IS NULL OR link.role IN $roles)
  RETURN collect(DISTINCT far) AS ring3
}
CALL (ring3) {
  UNWIND ring3 AS near
  MATCH (near)-[link:PARTNERS_IN]-(far)
  WHERE $depth >= 4 AND ($roles IS NULL OR link.role IN $roles)
  RETURN collect(DISTINCT far) AS ring4
}
UNWIND [[0, ring0], [1, ring1], [2, ring2], [3, ring3], [4, ring4]] AS ring
UNWIND ring[1] AS node
WITH node, min(ring[0]) AS depth
WITH node, depth, COUNT { MATCH (node)-[:PARTNERS_IN]-(other) RETURN DISTINCT other } AS degree
ORDER BY depth, degree DESC, node.id
WITH collect([node, depth, degree]) AS nodes
WITH size(nodes) AS total, nodes[..$first] AS shown
UNWIND shown AS row
WITH total, row[0] AS node, row[1] AS depth, row[2] AS degree
CALL (node) {
  OPTIONAL MATCH (node)-[place:ACTS_IN|BASED_IN]->(territory:Territory)
  RETURN territory ORDER BY place.since, territory.id LIMIT 1
}
CALL (node) {
  MATCH path = (node)-[:REPLICATES]->{0,40}(root:Initiative)
  WITH root, min(length(path)) AS height
  WHERE NOT EXISTS { (root)-[:REPLICATES]->() } AND EXISTS { (root)<-[:REPLICATES]-() }
  WITH root ORDER BY root.familyName IS NULL, height, root.startedOn, root.id LIMIT 1
  RETURN head(collect(root)) AS root
}
RETURN total, node.id AS id, CASE WHEN node:Initiative THEN 'INITIATIVE' ELSE 'PARTNER' END AS kind, node.name AS name, depth, degree,
  node.kind AS partnerKind, node.status AS status, node.startedOn AS startedOn, node.endedOn AS endedOn,
  territory.id AS territoryCode, territory.name AS territory,
  root.id AS familyId, coalesce(root.familyName, root.name) AS familyName,
  COLLECT {
    MATCH (node)<-[link:PARTNERS_IN]-(partner:Partner)
    WHERE $roles IS NULL OR link.role IN $roles
    RETURN [link.id, partner.id, link.role, link.since, link.until, link.note, link.source]
  } AS links
