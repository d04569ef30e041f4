// Take records out of the graph, where nothing reads them; their links go with them when they are swept.
UNWIND $rows AS row
MATCH (record:Record {id: row.id})
SET record:Staged
REMOVE record:$(row.label), record:Record
