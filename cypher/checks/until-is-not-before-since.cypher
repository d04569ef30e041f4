// Nothing ends before it begins, each partial date standing for its whole span.
CALL () {
  MATCH (record:Initiative)
  RETURN record.id AS id, record.startedOn AS since, record.endedOn AS until
  UNION ALL
  MATCH (identifier:Identifier)
  RETURN identifier.id AS id, identifier.validFrom AS since, identifier.validUntil AS until
  UNION ALL
  MATCH (:Record)-[link]->(:Record)
  RETURN link.id AS id, link.since AS since, link.until AS until
}
WITH id, since, until
WHERE until < since AND NOT since STARTS WITH until
RETURN [id] AS ids, 'ends ' + until + ', begins ' + since AS detail
