// Write anew links that say something else now.
UNWIND $rows AS row
MATCH (start:Record {id: row.start})-[link]->(end:Record {id: row.end})
USING INDEX start:Record(id)
USING INDEX end:Record(id)
WHERE type(link) = row.type AND link.id = row.id
SET link = row.properties
