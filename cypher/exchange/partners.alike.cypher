// Which partners have an identifier, the folded name or the website of one of these? Twenty at most by each of them,
// sought in the indexes, whatever the graph was like when this was planned.
UNWIND $rows AS row
CALL (row) {
  MATCH (identifier:Identifier)<-[:IDENTIFIED_BY]-(known:Partner)
  USING INDEX SEEK identifier:Identifier(id)
  WHERE identifier.id IN row.identifiers
  RETURN known
  LIMIT 20
  UNION
  MATCH (known:Partner)
  USING INDEX known:Partner(sortKey)
  WHERE known.sortKey STARTS WITH row.sortName
  RETURN known
  LIMIT 20
  UNION
  MATCH (known:Partner)
  USING INDEX known:Partner(website)
  WHERE known.website IN row.websites
  RETURN known
  LIMIT 20
}
WITH row, known
WHERE known.id <> row.id
RETURN row.id AS id, known.id AS known, known.name AS name, known.website AS website, known.recordedBy AS recordedBy,
  COLLECT { MATCH (known)-[:IDENTIFIED_BY]->(identifier) RETURN identifier.id } AS identifiers,
  COLLECT { MATCH (known)-[:BASED_IN]->(territory) RETURN territory.id } AS territories,
  COLLECT {
    MATCH (known)-[link:SAME_AS]-(:Partner {id: row.id})
    RETURN link {.recordedBy, .status, start: startNode(link).id}
  } AS said
