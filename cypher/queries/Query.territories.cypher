// Which territories of this level lie inside this one, in the order of names, after this place in the list?
WITH CASE WHEN $inside IS NOT NULL THEN COLLECT {
  MATCH (:Territory {id: $inside})<-[:PART_OF]-{1,6}(territory:Territory)
  RETURN DISTINCT territory LIMIT 5001
} END AS list
WITH CASE WHEN size(list) <= 5000 THEN list END AS few
CALL (few) {
  UNWIND few AS territory
  WITH territory
  WHERE territory.sortKey > coalesce($after, '')
    AND ($level IS NULL OR territory.level = $level)
  RETURN territory ORDER BY territory.sortKey LIMIT $first
  UNION ALL
  // Nothing comes after NULL: the index is walked only when no list is short.
  MATCH (territory:Territory)
  WHERE territory.sortKey > CASE WHEN few IS NULL THEN coalesce($after, '') END
    AND ($level IS NULL OR territory.level = $level)
    AND ($inside IS NULL OR EXISTS {
      MATCH (territory)-[:PART_OF]->{1,6}(:Territory {id: $inside})
    })
  RETURN territory ORDER BY territory.sortKey LIMIT $first
}
RETURN territory
