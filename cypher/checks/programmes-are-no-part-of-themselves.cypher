// No programme is a part of itself, however far one follows its parts.
MATCH (programme:Programme)-[:INCLUDES]->(part:Programme)
RETURN part.id AS start, programme.id AS end
