// Which links still hang on these records?
UNWIND $ids AS id
MATCH (record:Record {id: id})
CALL (record) {
  MATCH (record)-[link]-()
  RETURN link
  LIMIT 1000
}
RETURN id, link.id AS link, link.recordedBy AS recordedBy
