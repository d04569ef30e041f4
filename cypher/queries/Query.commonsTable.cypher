// Which commons are there, in the order of names, with all by which a list is narrowed and sorted?
MATCH (commons:Commons)
WHERE commons.sortKey > ''
WITH commons ORDER BY commons.sortKey LIMIT $first
WITH collect(commons) AS shown
WITH shown, COUNT { (:Commons) } AS total,
  COLLECT {
    UNWIND CASE WHEN $recorders THEN shown ELSE [] END AS commons
    WITH DISTINCT commons.recordedBy AS id
    MATCH (network:Network {id: id})
    RETURN [network.id, network.name, network.licence]
  } AS recorders
// The first row tells of the whole, and is there even when no commons is.
UNWIND [NULL] + shown AS commons
RETURN CASE WHEN commons IS NULL THEN {total: total, recorders: recorders} END AS whole,
  commons.id AS id, commons.name AS name, commons.kind AS kind, commons.licence AS licence, commons.url AS url,
  COUNT { MATCH (commons)<-[:USES]-(user:Initiative) RETURN DISTINCT user } AS usedBy,
  COUNT { MATCH (commons)<-[:CONTRIBUTES_TO]-(enricher:Initiative) RETURN DISTINCT enricher } AS enrichedBy,
  COLLECT { MATCH (commons)<-[:STEWARDS]-(steward:Partner) RETURN DISTINCT steward.name ORDER BY steward.name } AS stewards,
  commons.source AS source, commons.recordedBy AS recordedBy
