// Which of these links are there, and what do they say? From both ends: else a partner of thousands is walked for each row.
UNWIND $rows AS row
MATCH (start:Record {id: row.start})-[link]->(end:Record {id: row.end})
USING INDEX start:Record(id)
USING INDEX end:Record(id)
WHERE type(link) = row.type AND link.id = row.id
RETURN link.id AS id, properties(link) AS properties
