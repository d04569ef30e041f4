// How many links has each of these records?
UNWIND $ids AS id
MATCH (record:Record {id: id})
RETURN id, COUNT { (record)--() } AS links
