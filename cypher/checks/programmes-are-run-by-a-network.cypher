// Every programme is run by one network at least.
MATCH (programme:Programme)
WHERE NOT EXISTS { (:Network)-[:RUNS]->(programme) }
RETURN [programme.id] AS ids, 'is run by no network' AS detail
