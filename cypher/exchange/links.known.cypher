// Which of these links are there, and what do they say?
UNWIND $rows AS row
MATCH (start:Record {id: row.start})-[link]->(end:Record {id: row.end})
WHERE type(link) = row.type AND link.id = row.id
RETURN link.id AS id, properties(link) AS properties
