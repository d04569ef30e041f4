// Which initiatives are there, in the order of names, with all by which a list is narrowed and sorted?
MATCH (initiative:Initiative)
WHERE initiative.sortKey > ''
WITH initiative ORDER BY initiative.sortKey LIMIT $first
WITH collect(initiative) AS shown
WITH shown, COUNT { (:Initiative) } AS total,
  COLLECT {
    UNWIND CASE WHEN $territories THEN shown ELSE [] END AS initiative
    MATCH (initiative)-[:ACTS_IN]->(place:Territory)
    WITH DISTINCT place
    MATCH (place)-[:PART_OF]->{0,6}(around:Territory)
    WITH DISTINCT around ORDER BY around.sortKey
    RETURN [around.id, around.name, around.level, COLLECT { MATCH (around)-[:PART_OF]->(wider:Territory) RETURN wider.id }]
  } AS territories,
  COLLECT {
    UNWIND CASE WHEN $themes THEN shown ELSE [] END AS initiative
    MATCH (initiative)-[:ABOUT]->(about:Theme)
    WITH DISTINCT about
    MATCH (about)-[:BROADER]->{0,10}(theme:Theme)
    WITH DISTINCT theme ORDER BY theme.sortKey
    RETURN [theme.id, theme.name, COLLECT { MATCH (theme)-[:BROADER]->(broader:Theme) RETURN broader.id }]
  } AS themes,
  COLLECT {
    UNWIND CASE WHEN $recorders THEN shown ELSE [] END AS initiative
    WITH DISTINCT initiative.recordedBy AS id
    MATCH (network:Network {id: id})
    RETURN [network.id, network.name, network.licence]
  } AS recorders
// The first row tells of the whole, and is there even when no initiative is.
UNWIND [NULL] + shown AS initiative
CALL (initiative) {
  MATCH (initiative)<-[link:PARTNERS_IN]-(partner:Partner)
  WITH link.role AS role, partner ORDER BY role <> 'CARRIER', link.since, partner.sortKey
  RETURN collect(DISTINCT role) AS roles, count(DISTINCT partner) AS partners,
    head(collect(CASE role WHEN 'CARRIER' THEN partner.name END)) AS carrier
}
RETURN CASE WHEN initiative IS NULL THEN {total: total, territories: territories, themes: themes, recorders: recorders} END AS whole,
  initiative.id AS id, initiative.name AS name, initiative.status AS status,
  initiative.startedOn AS startedOn, initiative.endedOn AS endedOn,
  COLLECT { MATCH (initiative)-[presence:ACTS_IN]->(place:Territory) RETURN place.id ORDER BY presence.since, place.id } AS territories,
  COLLECT { MATCH (initiative)-[:ABOUT]->(theme:Theme) RETURN theme.id ORDER BY theme.sortKey } AS themes,
  roles, partners, carrier,
  COLLECT { MATCH (initiative)-[link:REPLICATES]->(:Initiative) RETURN DISTINCT link.level ORDER BY link.level } AS levels,
  COUNT { (initiative)<-[:REPLICATES]-() } AS replicatedBy,
  initiative.source AS source, initiative.recordedBy AS recordedBy
