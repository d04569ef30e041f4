// Which commons of these kinds are there, in the order of names, after this place in the list?
MATCH (commons:Commons)
WHERE commons.sortKey > coalesce($after, '') AND ($kinds IS NULL OR commons.kind IN $kinds)
RETURN commons ORDER BY commons.sortKey LIMIT $first
