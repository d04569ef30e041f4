// Take links back. Each start is walked once, however many of its links go.
UNWIND $rows AS row
MATCH (start:Record {id: row.start})-[link]->()
USING INDEX SEEK start:Record(id)
WHERE link.id IN row.ids
DELETE link
