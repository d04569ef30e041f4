// No programme, cohort, sponsorship or readiness ends before it begins, each partial date standing for its whole span.
CALL () {
  MATCH (record:Programme|Cohort)
  RETURN record.id AS id, record.opensOn AS since, record.closesOn AS until
  UNION ALL
  MATCH (cohort:Cohort)
  RETURN cohort.id AS id, cohort.startsOn AS since, cohort.endsOn AS until
  UNION ALL
  MATCH (sponsorship:Sponsorship)
  RETURN sponsorship.id AS id, sponsorship.since AS since, sponsorship.until AS until
  UNION ALL
  MATCH (readiness:Readiness)
  RETURN readiness.id AS id, readiness.readyFrom AS since, readiness.readyUntil AS until
}
WITH id, since, until
WHERE until < since AND NOT since STARTS WITH until
RETURN [id] AS ids, 'ends ' + until + ', begins ' + since AS detail
