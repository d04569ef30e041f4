// Which partners are there, in the order of names, with all by which a list is narrowed and sorted?
MATCH (partner:Partner)
WHERE partner.sortKey > ''
WITH partner ORDER BY partner.sortKey LIMIT $first
WITH collect(partner) AS shown
WITH shown, COUNT { (:Partner) } AS total,
  COLLECT {
    UNWIND CASE WHEN $territories THEN shown ELSE [] END AS partner
    MATCH (partner)-[:BASED_IN]->(place:Territory)
    WITH DISTINCT place
    MATCH (place)-[:PART_OF]->{0,6}(around:Territory)
    WITH DISTINCT around ORDER BY around.sortKey
    RETURN [around.id, around.name, around.level, COLLECT { MATCH (around)-[:PART_OF]->(wider:Territory) RETURN wider.id }]
  } AS territories,
  COLLECT {
    UNWIND CASE WHEN $networks THEN shown ELSE [] END AS partner
    MATCH (partner)-[:MEMBER_OF|HEADS]->(network:Network)
    WITH DISTINCT network ORDER BY network.sortKey
    RETURN [network.id, network.name]
  } AS networks,
  COLLECT {
    UNWIND CASE WHEN $recorders THEN shown ELSE [] END AS partner
    WITH DISTINCT partner.recordedBy AS id
    MATCH (network:Network {id: id})
    RETURN [network.id, network.name, network.licence]
  } AS recorders
// The first row tells of the whole, and is there even when no partner is.
UNWIND [NULL] + shown AS partner
CALL (partner) {
  MATCH (partner)-[link:PARTNERS_IN]->(initiative:Initiative)
  RETURN collect(DISTINCT link.role) AS roles, count(DISTINCT initiative) AS initiatives
}
RETURN CASE WHEN partner IS NULL THEN {total: total, territories: territories, networks: networks, recorders: recorders} END AS whole,
  partner.id AS id, partner.name AS name, partner.acronym AS acronym, partner.kind AS kind, partner.website AS website,
  COLLECT { MATCH (partner)-[:BASED_IN]->(place:Territory) RETURN place.id ORDER BY place.id } AS territories,
  COLLECT { MATCH (partner)-[:MEMBER_OF|HEADS]->(network:Network) RETURN DISTINCT network.id ORDER BY network.id } AS networks,
  roles, initiatives, partner.source AS source, partner.recordedBy AS recordedBy
