// Which networks are there, in the order of names, with all by which a list is narrowed and sorted?
MATCH (network:Network)
WHERE network.sortKey > ''
WITH network ORDER BY network.sortKey LIMIT $first
WITH collect(network) AS shown
WITH shown, COUNT { (:Network) } AS total
// The first row tells of the whole, and is there even when no network is.
UNWIND [NULL] + shown AS network
RETURN CASE WHEN network IS NULL THEN {total: total} END AS whole,
  network.id AS id, network.name AS name, network.website AS website, network.licence AS licence,
  COLLECT { MATCH (network)<-[:HEADS]-(head:Partner) RETURN DISTINCT head.name ORDER BY head.name } AS heads,
  COUNT { MATCH (network)<-[:MEMBER_OF]-(member:Partner) RETURN DISTINCT member } AS members,
  COUNT { MATCH (recorded:Initiative) WHERE recorded.recordedBy = network.id RETURN recorded } AS initiatives,
  COUNT { MATCH (recorded:Partner) WHERE recorded.recordedBy = network.id RETURN recorded } AS partners,
  network.source AS source, network.recordedBy AS recordedBy
