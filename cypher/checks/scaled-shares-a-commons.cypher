// Who takes an initiative up as SCALED uses a commons that its parent uses too.
MATCH (child:Initiative)-[link:REPLICATES {level: 'SCALED'}]->(parent:Initiative)
WHERE NOT EXISTS { (child)-[:USES]->(:Commons)<-[:USES]-(parent) }
RETURN [link.id] AS ids, child.id + ' and ' + parent.id + ' use no commons in common' AS detail
