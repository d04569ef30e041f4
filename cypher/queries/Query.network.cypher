// Which network has this id?
MATCH (network:Network {id: $id})
RETURN network
