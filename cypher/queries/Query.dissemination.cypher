// How did this initiative spread: which initiatives stand below and above it, and which did each come from?
MATCH (asked:Initiative {id: $of})
CALL (asked) {
  MATCH path = (asked)(()<-[link:REPLICATES]-(child)
    WHERE ($levels IS NULL OR link.level IN $levels)
      AND ($on IS NULL OR coalesce(link.since < $on + '~', true) AND coalesce(child.startedOn < $on + '~', true))
  ){0,40}(descendant:Initiative)
  WITH descendant, min(length(path)) AS depth
  WHERE depth <= $depth
  MATCH step = (descendant)-[link:REPLICATES WHERE ($levels IS NULL OR link.level IN $levels)
    AND ($on IS NULL OR coalesce(link.since < $on + '~', true))]->{0,1}(initiative)
  WHERE $on IS NULL OR initiative = descendant OR coalesce(initiative.startedOn < $on + '~', true)
  RETURN initiative, [length(step), depth + length(step), depth - length(step)] AS place
  UNION ALL
  MATCH path = (asked)(()-[link:REPLICATES]->(parent)
    WHERE ($levels IS NULL OR link.level IN $levels)
      AND ($on IS NULL OR coalesce(link.since < $on + '~', true) AND coalesce(parent.startedOn < $on + '~', true))
  ){1,40}(initiative:Initiative)
  WITH initiative, min(length(path)) AS height
  RETURN initiative, [0, height, -height] AS place
}
// A place is [0, or 1 for another parent; distance; generation]: the least one wins.
WITH initiative, min(place) AS place
ORDER BY place[1], place[0], initiative.startedOn, initiative.id
WITH collect([initiative, place]) AS family
// Which of them lie on the way to a territory shows only when all are known.
WITH size(family) AS total, CASE WHEN $territory IS NULL THEN family[..$first] ELSE family END AS shown
WITH total, shown, COLLECT {
  UNWIND CASE WHEN $recorders THEN shown ELSE [] END AS row
  WITH row[0] AS initiative
  UNWIND [initiative.recordedBy] + COLLECT { MATCH (initiative)-[link:REPLICATES]->() RETURN DISTINCT link.recordedBy } AS id
  WITH DISTINCT id
  MATCH (network:Network {id: id})
  RETURN [network.id, network.name, network.licence]
} AS recorders
UNWIND shown AS row
WITH total, recorders, row[0] AS initiative, row[1] AS place
CALL (initiative) {
  OPTIONAL MATCH (initiative)-[presence:ACTS_IN]->(territory:Territory)
  RETURN territory ORDER BY presence.since, territory.id LIMIT 1
}
CALL (territory) {
  OPTIONAL MATCH (territory)-[:PART_OF]->{1,4}(around:Territory)
  WHERE around.level IN ['DEPARTMENT', 'COUNTRY'] AND around.name <> territory.name
  RETURN around ORDER BY around.level DESC LIMIT 1
}
RETURN total, CASE WHEN initiative.id = $of THEN recorders END AS recorders,
  CASE WHEN $recorders THEN initiative.recordedBy END AS recordedBy, initiative.id AS id, initiative.name AS name, initiative.familyName AS familyName,
  initiative.status AS status, initiative.reason AS reason,
  initiative.startedOn AS startedOn, initiative.endedOn AS endedOn,
  place[2] AS generation, place[0] = 1 AS isOtherParent,
  COUNT { (initiative)<-[:REPLICATES]-() } AS replicatedByCount,
  COUNT { (initiative)-[:CONSISTS_OF]->() } AS elementCount,
  EXISTS { (initiative)-[:REPLICATES]->() } AS cameFromOthers,
  $territory IS NULL OR EXISTS {
    MATCH (initiative)-[presence:ACTS_IN]->()-[:PART_OF]->{0,10}(:Territory {id: $territory})
    WHERE $on IS NULL OR coalesce(presence.since < $on + '~', true)
  } AS actsThere,
  territory.id AS territoryCode, territory.name AS territory, around.name AS territoryWithin,
  COLLECT {
    MATCH (initiative)-[link:REPLICATES]->(parent:Initiative)
    WHERE ($levels IS NULL OR link.level IN $levels) AND ($on IS NULL OR coalesce(link.since < $on + '~', true))
    RETURN [link.id, parent.id, link.level, link.mode, link.since, link.note, link.source,
      CASE WHEN $recorders THEN link.recordedBy END] ORDER BY link.id
  } AS links,
  COLLECT {
    MATCH (initiative)-[change:KEEPS|ADAPTS|DROPS]->(:Element)<-[:CONSISTS_OF]-(parent:Initiative)
    RETURN [type(change), parent.id]
  } AS changes
