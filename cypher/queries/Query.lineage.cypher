// Where does this initiative come from: which initiatives stand above it, over every parent?
MATCH (asked:Initiative {id: $of})
MATCH path = (asked)-[:REPLICATES]->{0,40}(initiative:Initiative)
WITH initiative, min(length(path)) AS height
ORDER BY height, initiative.startedOn, initiative.id
WITH collect([initiative, height]) AS lineage
WITH size(lineage) AS total, lineage[..$first] AS shown
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
  territory.id AS territoryCode, territory.name AS territory, around.name AS territoryWithin,
  COLLECT {
    MATCH (initiative)-[link:REPLICATES]->(parent:Initiative)
    RETURN [link.id, parent.id, link.level, link.mode, link.since, link.note, link.source]
  } AS links,
  COLLECT {
    MATCH (initiative)-[change:KEEPS|ADAPTS|DROPS]->(:Element)<-[:CONSISTS_OF]-(parent:Initiative)
    RETURN [type(change), parent.id]
  } AS changes
