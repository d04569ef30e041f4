// Which migrations has this graph had, and what did their files say?
MATCH (migration:Migration)
WHERE migration.checksum IS NOT NULL
RETURN migration.id AS id, migration.checksum AS checksum
