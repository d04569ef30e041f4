// Which imports were made into this graph?
MATCH (import:Import)
RETURN properties(import) AS import
