// Write records that were not there.
UNWIND $rows AS row
CREATE (record:Record:$(row.label))
SET record = row.properties
