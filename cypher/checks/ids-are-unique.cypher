// No two records share an id, and no two links either.
CALL () {
  MATCH (record:Record)
  WITH record.id AS id, count(*) AS times
  WHERE times > 1
  RETURN id, times, 'records' AS kind
  UNION ALL
  MATCH (:Record)-[link]->(:Record)
  WITH link.id AS id, count(*) AS times
  WHERE times > 1
  RETURN id, times, 'links' AS kind
}
WITH id, times, kind
WHERE id IS NOT NULL
RETURN [id] AS ids, toString(times) + ' ' + kind + ' have this id' AS detail
