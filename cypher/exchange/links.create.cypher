// Write links that were not there.
UNWIND $rows AS row
MATCH (start:Record {id: row.start})
MATCH (end:Record {id: row.end})
CREATE (start)-[link:$(row.type)]->(end)
SET link = row.properties
