// Which initiative has this id?
MATCH (initiative:Initiative {id: $id})
RETURN initiative
