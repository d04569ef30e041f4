// Write records that nobody sees yet.
UNWIND $rows AS row
CREATE (staged:Staged)
SET staged = row.properties
