// What did each place do with this model, what did it add, and what did it measure?
MATCH (asked:Initiative {id: $of})
MATCH path = (asked)<-[link:REPLICATES WHERE $levels IS NULL OR link.level IN $levels]-{0,40}(place:Initiative)
WITH asked, place, min(length(path)) AS generation
WHERE generation <= $depth AND (place = asked OR ($statuses IS NULL OR place.status IN $statuses)
  AND ($territory IS NULL OR EXISTS { (place)-[:ACTS_IN]->(:Territory)-[:PART_OF]->{0,5}(:Territory {id: $territory}) }))
ORDER BY generation, place.startedOn, place.id
WITH collect([place, generation]) AS family
WITH size(family) AS total, family[..$first] AS shown
UNWIND shown AS row
WITH total, row[0] AS place, row[1] AS generation
CALL (place) {
  OPTIONAL MATCH (place)-[presence:ACTS_IN]->(territory:Territory)
  RETURN territory ORDER BY presence.since, territory.id LIMIT 1
}
CALL (territory) {
  OPTIONAL MATCH (territory)-[:PART_OF]->{1,4}(around:Territory)
  WHERE around.level IN ['DEPARTMENT', 'COUNTRY'] AND around.name <> territory.name
  RETURN around ORDER BY around.level DESC LIMIT 1
}
RETURN total, place.id AS id, place.name AS name, generation, place.status AS status, place.reason AS reason,
  place.startedOn AS startedOn, place.endedOn AS endedOn, place.source AS source,
  territory.id AS territoryCode, territory.name AS territory, around.name AS territoryWithin,
  COLLECT {
    MATCH (place)-[link:REPLICATES WHERE $levels IS NULL OR link.level IN $levels]->(parent:Initiative)
    RETURN [parent.id, link.level, link.mode, link.since, link.note, link.source] ORDER BY link.since, parent.id
  } AS links,
  COLLECT {
    MATCH (place)-[link:CONSISTS_OF]->(element:Element)
    RETURN [element.id, element.name, element.core, link.source] ORDER BY element.id
  } AS elements,
  COLLECT {
    MATCH (place)-[change:KEEPS|ADAPTS|DROPS]->(element:Element)
    RETURN [element.id, {KEEPS: 'KEPT', ADAPTS: 'ADAPTED', DROPS: 'DROPPED'}[type(change)], change.driver, change.note, change.source] ORDER BY type(change)
  } AS changes,
  COLLECT {
    MATCH (place)-[:ACHIEVED]->(result:Result)
    RETURN [result.id, result.indicator, result.unit, result.value, result.period, result.method, result.source]
    ORDER BY result.period, result.id
  } AS results
