// Which state of the graph is this? Whoever writes touches the lock; counts tell of what was removed by hand.
OPTIONAL MATCH (lock:Migration {id: 'V0000'})
RETURN coalesce(lock.lockedOn, '') + '/' + toString(coalesce(lock.writes, 0)) +
  '/' + toString(COUNT { (:Partner) }) + '/' + toString(COUNT { (:Initiative) }) +
  '/' + toString(COUNT { ()-[:PARTNERS_IN]->() }) + '/' + toString(COUNT { ()-[:REPLICATES]->() }) AS version
