// Where does this initiative come from: which initiatives stand above it, over every parent?
MATCH (asked:Initiative {id: $of})
MATCH path = (asked)(()-[link:REPLICATES]->(parent)
  WHERE ($levels IS NULL OR link.level IN $levels)
    AND ($on IS NULL OR coalesce(link.since < $on + '~', true) AND coalesce(parent.startedOn < $on + '~', true))
){0,40}(initiative:Initiative)
WITH initiative, min(length(path)) AS height
ORDER BY height, initiative.startedOn, initiative.id
WITH collect([initiative, height]) AS lineage
// Which of them lie on the way to a territory shows only when all are known.
WITH size(lineage) AS total, CASE WHEN $territory IS NULL THEN lineage[..$first] ELSE lineage END AS shown
UNWIND shown AS row
WITH total, row[0] AS initiative, row[1] AS height
CALL (initiative) {
  OPTIONAL MATCH (initiative)-[presence:ACTS_IN]->(territory:Territory)
  RETURN territory ORDER BY presence.since, territory.id LIMIT 1
}
CALL (territory) {
  OPTIONAL MATCH (territory)-[:PART_OF]->{1,4}(around:Territory)
  WHERE around.level IN ['DEPARTMENT', 'COUNTRY'] AND around.name <> territory.name
  RETURN around ORDER BY around.level DESC LIMIT 1
}
RETURN total, initiative.id AS id, initiative.name AS name, initiative.familyName AS familyName,
  initiative.status AS status, initiative.reason AS reason,
  initiative.startedOn AS startedOn, initiative.endedOn AS endedOn,
  -height AS generation, false AS isOtherParent,
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
    RETURN [link.id, parent.id, link.level, link.mode, link.since, link.note, link.source] ORDER BY link.id
  } AS links,
  COLLECT {
    MATCH (initiative)-[change:KEEPS|ADAPTS|DROPS]->(:Element)<-[:CONSISTS_OF]-(parent:Initiative)
    RETURN [type(change), parent.id]
  } AS changes
