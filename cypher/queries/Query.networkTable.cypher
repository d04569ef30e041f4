// Which networks are there, in the order of names after this place, with all by which a list is narrowed and sorted?
CALL () {
  // The first row tells of the whole, and is there even when no network is.
  RETURN NULL AS network, {
    total: COUNT { (:Network) }
  } AS whole
  UNION ALL
  MATCH (network:Network)
  WHERE network.sortKey > coalesce($after, '')
  RETURN network, NULL AS whole ORDER BY network.sortKey LIMIT $first
}
RETURN whole,
  network.id AS id, network.name AS name, network.website AS website, network.licence AS licence,
  COLLECT { MATCH (network)<-[:HEADS]-(head:Partner) RETURN DISTINCT head.name ORDER BY head.name } AS heads,
  COUNT { MATCH (network)<-[:MEMBER_OF]-(member:Partner) RETURN DISTINCT member } AS members,
  COUNT { MATCH (recorded:Initiative) WHERE recorded.recordedBy = network.id RETURN recorded } AS initiatives,
  COUNT { MATCH (recorded:Partner) WHERE recorded.recordedBy = network.id RETURN recorded } AS partners,
  network.sortKey AS sortKey, network.source AS source, network.recordedBy AS recordedBy
