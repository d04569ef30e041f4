// Sums of programmes and supports have a currency of three letters, the least is not above the most, no sum or count is below zero.
CALL () {
  MATCH (programme:Programme)
  RETURN programme.id AS id, [programme.budget] AS sums, [] AS counts, programme.currency AS currency
  UNION ALL
  MATCH (support:Support)
  RETURN support.id AS id, [support.leastAmount, support.mostAmount] AS sums, [] AS counts, support.currency AS currency
  UNION ALL
  MATCH (record:Cohort|SteeringCommittee|MatchmakingEvent|Pitch|Readiness)
  RETURN record.id AS id, [] AS sums, [record.size, record.seats, record.participants, record.minutes, record.availableEffort] AS counts, null AS currency
}
WITH id, counts, currency, [sum IN sums WHERE sum IS NOT NULL] AS sums
WHERE (size(sums) > 0 AND NOT coalesce(currency, '') =~ '[A-Z]{3}')
  OR (size(sums) = 2 AND sums[0] > sums[1])
  OR any(number IN sums + counts WHERE number < 0)
RETURN [id] AS ids, 'has a sum or a count that cannot be' AS detail
