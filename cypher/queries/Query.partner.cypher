// Which partner has this id?
MATCH (partner:Partner {id: $id})
RETURN partner
