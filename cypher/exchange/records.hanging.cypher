// Which links hang on this record, but those that are told?
MATCH (:Record {id: $id})-[link]-()
WHERE NOT link.id IN $own
RETURN link.id AS link, link.recordedBy AS recordedBy
LIMIT 1000
