// Remove what a writer that was cut off left.
MATCH (staged:Staged)
CALL (staged) {
  DETACH DELETE staged
} IN TRANSACTIONS OF 2000 ROWS
