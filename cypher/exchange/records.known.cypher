// Which of these ids are taken, by what, and what is written there?
UNWIND $ids AS id
MATCH (record:Record {id: id})
RETURN record.id AS id, labels(record) AS labels, properties(record) AS properties
