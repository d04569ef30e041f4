// Every territory is a country or part of one, directly or through others.
MATCH (territory:Territory)
WHERE NOT EXISTS { (territory)-[:PART_OF]->{0,6}(:Territory {level: 'COUNTRY'}) }
RETURN [territory.id] AS ids, coalesce(territory.name, '') AS detail
