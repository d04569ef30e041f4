// Remove every record with its links, and what says which migrations were made.
MATCH (node)
WHERE node:Record OR node:Migration
CALL (node) {
  DETACH DELETE node
} IN TRANSACTIONS OF 2000 ROWS
