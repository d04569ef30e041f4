// Whether two records are one organisation is said once for both, of two different ones, with a score from 0 to 1.
MATCH (one:Partner)-[link:SAME_AS]->(other:Partner)
WHERE one = other OR COUNT { (one)-[:SAME_AS]-(other) } > 1 OR NOT 0 <= coalesce(link.score, 0) <= 1
RETURN [link.id] AS ids, one.id + ' and ' + other.id + CASE
  WHEN one = other THEN ' are one record'
  WHEN COUNT { (one)-[:SAME_AS]-(other) } > 1 THEN ' are joined more than once'
  ELSE ' have the score ' + toString(link.score)
END AS detail
