// What an initiative keeps, adapts or drops is an element of an initiative that it replicates.
MATCH (child:Initiative)-[link:KEEPS|ADAPTS|DROPS]->(element:Element)
WHERE NOT EXISTS { (child)-[:REPLICATES]->(:Initiative)-[:CONSISTS_OF]->(element) }
RETURN [link.id] AS ids, element.id + ' belongs to no parent of ' + child.id AS detail
