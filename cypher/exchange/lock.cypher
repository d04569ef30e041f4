// One writer at a time: whoever wrote this node last holds it until its transaction ends. It counts what was written.
MERGE (lock:Migration {id: 'V0000'})
SET lock.lockedOn = $now
SET lock.writes = coalesce(lock.writes, 0) + 1
