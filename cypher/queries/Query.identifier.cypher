// Which number or code is this one?
MATCH (identifier:Identifier {id: $id})
RETURN identifier
