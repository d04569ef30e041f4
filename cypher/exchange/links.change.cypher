// Write anew links that say something else now. Each start is walked once, however many of its links change.
UNWIND $rows AS row
MATCH (start:Record {id: row.start})-[link]->()
USING INDEX SEEK start:Record(id)
WHERE row.links[link.id] IS NOT NULL
SET link = row.links[link.id]
