// Write anew records that say something else now.
UNWIND $rows AS row
MATCH (record:Record {id: row.id})
SET record = row.properties
