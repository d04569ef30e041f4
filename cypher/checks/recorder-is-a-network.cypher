// Whoever recorded something is a network of this graph.
CALL () {
  MATCH (record:Record)
  RETURN DISTINCT record.recordedBy AS recorder
  UNION
  MATCH (:Record)-[link]->(:Record)
  RETURN DISTINCT link.recordedBy AS recorder
}
WITH recorder
WHERE recorder IS NOT NULL AND NOT EXISTS { MATCH (:Network {id: recorder}) }
CALL (recorder) {
  MATCH (record:Record)
  WHERE record.recordedBy = recorder
  RETURN record.id AS id
  UNION ALL
  MATCH (:Record)-[link]->(:Record)
  WHERE link.recordedBy = recorder
  RETURN link.id AS id
}
WITH recorder, collect(id) AS ids
RETURN ids, 'recorded by ' + recorder + ', which is no network here' AS detail
