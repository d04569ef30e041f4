// Write links of records that nobody sees yet, among them or with records that are there.
UNWIND $rows AS row
CALL (row) {
  MATCH (start:Staged {id: row.start})
  RETURN start
  UNION ALL
  MATCH (start:Record {id: row.start})
  RETURN start
}
CALL (row) {
  MATCH (end:Staged {id: row.end})
  RETURN end
  UNION ALL
  MATCH (end:Record {id: row.end})
  RETURN end
}
CREATE (start)-[link:$(row.type)]->(end)
SET link = row.properties
