// Take records back; what still has links is left to fail.
UNWIND $rows AS row
MATCH (record:Record {id: row.id})
DELETE record
