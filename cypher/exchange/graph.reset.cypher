// Remove every record with its links, and what says which migrations and imports were made.
MATCH (node)
WHERE node:Record OR node:Migration OR node:Staged OR node:Import OR node:ImportPart
CALL (node) {
  DETACH DELETE node
} IN TRANSACTIONS OF 2000 ROWS
