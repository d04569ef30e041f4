// Which initiatives are there: who takes part, what did they take up, change and leave out, and where do they act?
MATCH (initiative:Initiative)
RETURN initiative.id AS id,
  COLLECT { MATCH (initiative)<-[:PARTNERS_IN]-(partner:Partner) RETURN DISTINCT partner.id } AS partners,
  COLLECT { MATCH (initiative)-[:REPLICATES]->(parent:Initiative) RETURN DISTINCT parent.id } AS parents,
  COLLECT { MATCH (initiative)-[:ACTS_IN]->(territory:Territory) RETURN DISTINCT territory.id } AS territories,
  COUNT { (initiative)-[:KEEPS]->() } AS kept,
  COUNT { (initiative)-[:ADAPTS]->() } AS adapted,
  COUNT { (initiative)-[:DROPS]->() } AS dropped
ORDER BY id
