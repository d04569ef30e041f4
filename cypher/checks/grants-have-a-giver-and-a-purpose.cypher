// Every grant was given by exactly one partner, for one initiative at least.
MATCH (grant:Grant)
WITH grant, COUNT { (:Partner)-[:AWARDED]->(grant) } AS givers, COUNT { (grant)-[:FOR]->(:Initiative) } AS initiatives
WHERE givers <> 1 OR initiatives = 0
RETURN [grant.id] AS ids, 'given by ' + toString(givers) + ' partners, for ' + toString(initiatives) + ' initiatives' AS detail
