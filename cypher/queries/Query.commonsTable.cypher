// Which commons are there, in the order of names after this place, with all by which a list is narrowed and sorted?
CALL () {
  // The first row tells of the whole, and is there even when no commons is.
  RETURN NULL AS commons, {
    total: COUNT { (:Commons) },
    recorders: COLLECT {
      MATCH (commons:Commons)
      WHERE $recorders AND commons.sortKey > coalesce($after, '')
      WITH commons ORDER BY commons.sortKey LIMIT $first
      WITH DISTINCT commons.recordedBy AS id
      MATCH (network:Network {id: id})
      RETURN [network.id, network.name, network.licence]
    }
  } AS whole
  UNION ALL
  MATCH (commons:Commons)
  WHERE commons.sortKey > coalesce($after, '')
  RETURN commons, NULL AS whole ORDER BY commons.sortKey LIMIT $first
}
RETURN whole,
  commons.id AS id, commons.name AS name, commons.kind AS kind, commons.licence AS licence, commons.url AS url,
  COUNT { MATCH (commons)<-[:USES]-(user:Initiative) RETURN DISTINCT user } AS usedBy,
  COUNT { MATCH (commons)<-[:CONTRIBUTES_TO]-(enricher:Initiative) RETURN DISTINCT enricher } AS enrichedBy,
  COLLECT { MATCH (commons)<-[:STEWARDS]-(steward:Partner) RETURN DISTINCT steward.name ORDER BY steward.name } AS stewards,
  commons.sortKey AS sortKey, commons.source AS source, commons.recordedBy AS recordedBy
