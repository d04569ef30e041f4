// Which commons has this id?
MATCH (commons:Commons {id: $id})
RETURN commons
