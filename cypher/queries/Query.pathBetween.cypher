// How are these two records linked: which are the shortest paths from one to the other?
MATCH (from:Record {id: $from}), (to:Record {id: $to})
CALL (from, to) {
  WITH from, to
  WHERE from = to
  RETURN [from] AS steps
  UNION
  WITH from, to
  WHERE from <> to
  // To places, themes and elements arrows only lead: left against one at the start and reached along one at the end, they
  // are no steps between others. A limit on the length beside the pattern would make it try every path there is; one in its
  // middle would make it enter each record once for each length, and without any it enters each once.
  MATCH path = ALL SHORTEST (from)
    (()<-[:PART_OF|BROADER]-()){0,10}
    (()<-[:ACTS_IN|BASED_IN|HELD_IN|ABOUT|CONSISTS_OF|KEEPS|ADAPTS|DROPS]-()){0,1}
    (()-[link:PARTNERS_IN|REPLICATES|HEADS|MEMBER_OF|SAME_AS|IDENTIFIED_BY|USES|CONTRIBUTES_TO|STEWARDS|DERIVES_FROM|AWARDED|FOR|UNDER|ACHIEVED|DESCRIBED_BY|SPREADS_BY|RUNS|INCLUDES|BACKS|OFFERS|STEERED_BY|SITS_ON|GATHERS|ENROLLED_IN|TAKES_UP|BRINGS|SPONSORS|ACCOMPANIES|ON|WITHIN|DECLARED|HELD|PROPOSED|CONVENES|GIVEN_AT|PRESENTS|GAVE|MET|SEEKS_AT
      WHERE NOT link:SAME_AS OR link.status = 'CONFIRMED']-())*
    (()-[:ACTS_IN|BASED_IN|HELD_IN|ABOUT|CONSISTS_OF|KEEPS|ADAPTS|DROPS]->()){0,1}
    (()-[:PART_OF|BROADER]->()){0,10}
    (to)
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
  COLLECT {
    UNWIND steps AS step
    // What has no name goes by what it measures or is about, what it says, or its sum.
    CALL (step) {
      OPTIONAL MATCH (step)-[:DESCRIBED_BY|SPREADS_BY|DECLARED|PRESENTS|ON|STEERED_BY]-(about)
      WHERE step.name IS NULL
      RETURN about ORDER BY about.id LIMIT 1
    }
    RETURN [step.id, coalesce(step.name, step.indicator, step.problem, about.name, step.description,
      toString(CASE WHEN step.amount = toInteger(step.amount) THEN toInteger(step.amount) ELSE step.amount END) + ' ' +
      step.currency, step.id), labels(step)]
  } AS nodes,
  COLLECT {
    UNWIND range(0, size(steps) - 2) AS position
    WITH position, steps[position] AS near, steps[position + 1] AS far
    MATCH (near)-[link]-(far)
    WHERE NOT link:SAME_AS OR link.status = 'CONFIRMED'
    WITH position, link
    ORDER BY position, link.id
    RETURN [position, link.id, type(link), startNode(link).id, endNode(link).id,
      link.role, link.level, link.since, link.until, link.source]
  } AS links
