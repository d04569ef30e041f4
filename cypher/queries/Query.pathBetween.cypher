// How are these two records linked: which are the shortest paths from one to the other?
MATCH (from:Record {id: $from}), (to:Record {id: $to})
WHERE from:Initiative|Partner|Network|Commons AND to:Initiative|Partner|Network|Commons
CALL (from, to) {
  WITH from, to
  WHERE from = to
  RETURN [from] AS steps
  UNION
  WITH from, to
  WHERE from <> to
  // A limit on the length beside the pattern would make it try every path there is.
  MATCH path = allShortestPaths(
    (from)-[:PARTNERS_IN|REPLICATES|HEADS|MEMBER_OF|USES|CONTRIBUTES_TO|STEWARDS*1..8]-(to)
  )
  WITH nodes(path) AS steps
  LIMIT 1000
  WITH steps
  WHERE size(steps) - 1 <= $maxLength
  RETURN steps
  UNION
  RETURN [] AS steps
}
WITH steps, reduce(degrees = 0, step IN steps | degrees + COUNT { (step)--() }) AS degrees
ORDER BY degrees, [step IN steps | step.id]
WITH collect(steps) AS found
WITH size(found) - 1 AS total, found[..$first + 1] AS shown
UNWIND shown AS steps
RETURN total,
  [step IN steps | [step.id, step.name, labels(step)]] AS nodes,
  COLLECT {
    UNWIND range(0, size(steps) - 2) AS position
    WITH position, steps[position] AS near, steps[position + 1] AS far
    MATCH (near)-[link:PARTNERS_IN|REPLICATES|HEADS|MEMBER_OF|USES|CONTRIBUTES_TO|STEWARDS]-(far)
    WITH position, link
    ORDER BY position, link.id
    RETURN [position, link.id, type(link), startNode(link).id, endNode(link).id,
      link.role, link.level, link.since, link.until, link.source]
  } AS links
