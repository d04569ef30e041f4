// How many records of each kind are there, and how many links?
CALL () {
  MATCH (record:Record)
  UNWIND [label IN labels(record) WHERE label <> 'Record'] AS kind
  RETURN kind, count(*) AS total
  UNION ALL
  MATCH (:Record)-[link]->()
  RETURN 'links' AS kind, count(link) AS total
}
WITH kind, total
WHERE total > 0
RETURN kind, total
ORDER BY kind = 'links', total DESC, kind
