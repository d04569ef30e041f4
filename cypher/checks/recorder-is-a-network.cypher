// Whoever recorded something is a network of this graph.
CALL () {
  MATCH (record:Record)
  RETURN record AS it
  UNION ALL
  MATCH (:Record)-[link]->(:Record)
  RETURN link AS it
}
WITH it.recordedBy AS recorder, collect(it.id) AS ids
WHERE recorder IS NOT NULL AND NOT EXISTS { MATCH (:Network {id: recorder}) }
RETURN ids, 'recorded by ' + recorder + ', which is no network here' AS detail
