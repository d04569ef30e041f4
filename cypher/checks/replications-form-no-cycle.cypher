// No initiative comes from itself, however far one follows its replications.
MATCH (child:Initiative)-[:REPLICATES]->(parent:Initiative)
RETURN child.id AS start, parent.id AS end
