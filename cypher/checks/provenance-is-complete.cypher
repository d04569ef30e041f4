// Every record and every link has an id and says its source, who recorded it and when.
CALL () {
  MATCH (record:Record)
  RETURN record AS it
  UNION ALL
  MATCH (:Record)-[link]->(:Record)
  RETURN link AS it
}
UNWIND ['id', 'source', 'recordedBy', 'recordedOn'] AS property
WITH it, property
WHERE coalesce(it[property], '') = ''
RETURN [coalesce(it.id, elementId(it))] AS ids, 'has no ' + property AS detail
