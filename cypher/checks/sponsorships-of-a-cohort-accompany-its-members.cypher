// Whoever is accompanied within a cohort is enrolled in it.
MATCH (sponsored:Partner)<-[:ACCOMPANIES]-(sponsorship:Sponsorship)-[:WITHIN]->(cohort:Cohort)
WHERE NOT EXISTS { (sponsored)-[:ENROLLED_IN]->(cohort) }
RETURN [sponsorship.id] AS ids, sponsored.id + ' is not enrolled in ' + cohort.id AS detail
