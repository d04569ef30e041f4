// Which records of this kind have these ids?
UNWIND $ids AS id
MATCH (record:Record {id: id})
WHERE $label IN labels(record)
RETURN record
