// Which of these links are there, and what do they say? Each start is walked once, however many of its links are asked for.
UNWIND $rows AS row
MATCH (start:Record {id: row.start})-[link]->(end)
USING INDEX SEEK start:Record(id)
WHERE link.id IN row.ids
RETURN link.id AS id, type(link) AS type, end.id AS end, properties(link) AS properties
