// Every readiness was declared by exactly one partner.
MATCH (readiness:Readiness)
WITH readiness, COUNT { (:Partner)-[:DECLARED]->(readiness) } AS partners
WHERE partners <> 1
RETURN [readiness.id] AS ids, 'declared by ' + toString(partners) + ' partners' AS detail
