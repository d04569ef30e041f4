// Which partners fulfil all these conditions, in the order of names, after this place in the list?
// Each condition that leads to few partners gives them all; from the shortest of these lists the others are looked at.
WITH [
  CASE WHEN $network IS NOT NULL THEN COLLECT {
    MATCH (:Network {id: $network})<-[:MEMBER_OF|HEADS]-(partner:Partner)
    RETURN DISTINCT partner LIMIT 5001
  } END,
  CASE WHEN $territory IS NOT NULL THEN COLLECT {
    MATCH (:Territory {id: $territory})<-[:PART_OF]-{0,6}(:Territory)<-[:BASED_IN]-(partner:Partner)
    RETURN DISTINCT partner LIMIT 5001
  } END,
  CASE WHEN $recordedBy IS NOT NULL THEN COLLECT {
    MATCH (partner:Partner {recordedBy: $recordedBy})
    RETURN partner LIMIT 5001
  } END
] AS lists
WITH reduce(least = NULL, list IN lists |
  CASE WHEN list IS NULL OR size(list) > 5000 OR size(list) >= size(least) THEN least ELSE list END) AS few
CALL (few) {
  UNWIND few AS partner
  WITH partner
  WHERE partner.sortKey > coalesce($after, '')
    AND ($kinds IS NULL OR partner.kind IN $kinds)
    AND ($recordedBy IS NULL OR partner.recordedBy = $recordedBy)
    AND ($roles IS NULL OR EXISTS {
      MATCH (partner)-[link:PARTNERS_IN]->(:Initiative)
      WHERE link.role IN $roles
        AND coalesce($on IS NULL OR link.since <= $on OR link.since STARTS WITH $on, true)
        AND coalesce($on IS NULL OR link.until >= $on OR $on STARTS WITH link.until, true)
    })
    AND ($network IS NULL OR EXISTS {
      MATCH (partner)-[link:MEMBER_OF|HEADS]->(:Network {id: $network})
      WHERE coalesce($on IS NULL OR link.since <= $on OR link.since STARTS WITH $on, true)
        AND coalesce($on IS NULL OR link.until >= $on OR $on STARTS WITH link.until, true)
    })
    AND ($territory IS NULL OR EXISTS {
      MATCH (partner)-[:BASED_IN]->(:Territory)-[:PART_OF]->{0,6}(:Territory {id: $territory})
    })
  RETURN partner ORDER BY partner.sortKey LIMIT $first
  UNION ALL
  // Nothing comes after NULL: the index is walked only when no list is short.
  MATCH (partner:Partner)
  WHERE partner.sortKey > CASE WHEN few IS NULL THEN coalesce($after, '') END
    AND ($kinds IS NULL OR partner.kind IN $kinds)
    AND ($recordedBy IS NULL OR partner.recordedBy = $recordedBy)
    AND ($roles IS NULL OR EXISTS {
      MATCH (partner)-[link:PARTNERS_IN]->(:Initiative)
      WHERE link.role IN $roles
        AND coalesce($on IS NULL OR link.since <= $on OR link.since STARTS WITH $on, true)
        AND coalesce($on IS NULL OR link.until >= $on OR $on STARTS WITH link.until, true)
    })
    AND ($network IS NULL OR EXISTS {
      MATCH (partner)-[link:MEMBER_OF|HEADS]->(:Network {id: $network})
      WHERE coalesce($on IS NULL OR link.since <= $on OR link.since STARTS WITH $on, true)
        AND coalesce($on IS NULL OR link.until >= $on OR $on STARTS WITH link.until, true)
    })
    AND ($territory IS NULL OR EXISTS {
      MATCH (partner)-[:BASED_IN]->(:Territory)-[:PART_OF]->{0,6}(:Territory {id: $territory})
    })
  RETURN partner ORDER BY partner.sortKey LIMIT $first
}
RETURN partner
