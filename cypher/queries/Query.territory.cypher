// Which territory has this code?
MATCH (territory:Territory {id: $code})
RETURN territory
