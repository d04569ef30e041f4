// Every result belongs to exactly one initiative, where it was measured.
MATCH (result:Result)
WITH result, COUNT { (:Initiative)-[:ACHIEVED]->(result) } AS initiatives
WHERE initiatives <> 1
RETURN [result.id] AS ids, 'belongs to ' + toString(initiatives) + ' initiatives' AS detail
