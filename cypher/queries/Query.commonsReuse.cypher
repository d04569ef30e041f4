// Which commons do the initiatives of this family share, and who uses and enriches each?
MATCH (asked:Initiative {id: $of})
CALL (asked) {
  MATCH path = (asked)<-[:REPLICATES]-{0,40}(descendant:Initiative)
  WITH descendant, min(length(path)) AS depth
  MATCH step = (descendant)-[:REPLICATES]->{0,1}(initiative)
  RETURN initiative, depth + length(step) AS distance
  UNION ALL
  MATCH path = (asked)-[:REPLICATES]->{1,40}(initiative:Initiative)
  WITH initiative, min(length(path)) AS distance
  RETURN initiative, distance
}
WITH initiative, min(distance) AS distance
ORDER BY distance, initiative.startedOn, initiative.id
WITH collect(initiative) AS family
WHERE size(family) > 0
CALL (family) {
  UNWIND family AS initiative
  MATCH (initiative)-[link:USES|CONTRIBUTES_TO]->(commons:Commons)
  WITH commons, count(DISTINCT initiative) AS sharedBy, collect([type(link), initiative.id]) AS links
  ORDER BY sharedBy DESC, commons.name, commons.id
  RETURN collect([commons.id, commons.name, commons.kind, commons.licence, commons.url, sharedBy, links]) AS commons
}
RETURN size(family) AS total, [initiative IN family[..$first] | [initiative.id, initiative.name]] AS initiatives,
  size(commons) AS commonsTotal, commons[..100] AS commons
