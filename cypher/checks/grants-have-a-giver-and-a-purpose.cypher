// Every grant was given by exactly one partner, for one initiative at least, in a currency of three letters.
MATCH (grant:Grant)
WITH grant, COUNT { (:Partner)-[:AWARDED]->(grant) } AS givers, COUNT { (grant)-[:FOR]->(:Initiative) } AS initiatives
WHERE givers <> 1 OR initiatives = 0 OR NOT coalesce(grant.currency, '') =~ '[A-Z]{3}'
RETURN [grant.id] AS ids, 'given by ' + toString(givers) + ' partners, for ' + toString(initiatives) + ' initiatives, in ' + coalesce(grant.currency, 'no currency') AS detail
