// Which themes are narrower than this one, in the order of names, after this place in the list?
CALL () {
  MATCH (:Theme {id: $broader})<-[:BROADER]-{1,10}(theme:Theme)
  WHERE theme.sortKey > coalesce($after, '')
  RETURN DISTINCT theme ORDER BY theme.sortKey LIMIT $first
  UNION ALL
  MATCH (theme:Theme)
  WHERE $broader IS NULL AND theme.sortKey > coalesce($after, '')
  RETURN theme ORDER BY theme.sortKey LIMIT $first
}
RETURN theme
