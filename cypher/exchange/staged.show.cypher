// Make records part of the graph that nobody saw until now.
UNWIND $rows AS row
MATCH (staged:Staged {id: row.id})
SET staged:Record:$(row.label)
REMOVE staged:Staged
