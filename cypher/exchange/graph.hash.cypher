// What does the whole graph say? One row a record and a link.
CALL () {
  MATCH (record:Record)
  RETURN record.id AS id, 'record' AS what, labels(record) AS kinds, record AS it
  UNION ALL
  MATCH (start:Record)-[link]->(end:Record)
  RETURN link.id AS id, 'link' AS what, [type(link), start.id, end.id] AS kinds, link AS it
}
RETURN id, what, kinds, [name IN keys(it) | [name, valueType(it[name])]] AS types, properties(it) AS properties
