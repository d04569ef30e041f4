// One writer at a time: whoever wrote this node last holds it until its transaction ends.
MERGE (lock:Migration {id: 'V0000'})
SET lock.lockedOn = $now
