// Which networks are there, in the order of names, after this place in the list?
MATCH (network:Network)
WHERE network.sortKey > coalesce($after, '')
RETURN network ORDER BY network.sortKey LIMIT $first
