// Which programme has this id?
MATCH (programme:Programme {id: $id})
RETURN programme
