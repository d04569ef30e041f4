// Which initiatives are there, in the order of names after this place, with all by which a list is narrowed and sorted?
CALL () {
  // The first row tells of the whole, and is there even when no initiative is.
  RETURN NULL AS initiative, {
    total: COUNT { (:Initiative) },
    territories: COLLECT {
      MATCH (initiative:Initiative)
      WHERE $territories AND initiative.sortKey > coalesce($after, '')
      WITH initiative ORDER BY initiative.sortKey LIMIT $first
      MATCH (initiative)-[:ACTS_IN]->(place:Territory)
      // Ring by ring: many places share what is around them.
      WITH collect(DISTINCT place) AS places
      WITH reduce(rings = [places], ring IN range(1, 6) | rings + [COLLECT {
        UNWIND last(rings) AS inner
        MATCH (inner)-[:PART_OF]->(outer:Territory)
        RETURN DISTINCT outer
      }]) AS rings
      UNWIND rings AS ring
      UNWIND ring AS around
      WITH DISTINCT around ORDER BY around.id
      RETURN [around.id, around.name, around.level, [(around)-[:PART_OF]->(wider:Territory) | wider.id]]
    },
    themes: COLLECT {
      MATCH (initiative:Initiative)
      WHERE $themes AND initiative.sortKey > coalesce($after, '')
      WITH initiative ORDER BY initiative.sortKey LIMIT $first
      MATCH (initiative)-[:ABOUT]->(about:Theme)
      WITH DISTINCT about
      MATCH (about)-[:BROADER]->{0,10}(theme:Theme)
      WITH DISTINCT theme ORDER BY theme.id
      RETURN [theme.id, theme.name, [(theme)-[:BROADER]->(broader:Theme) | broader.id]]
    },
    recorders: COLLECT {
      MATCH (initiative:Initiative)
      WHERE $recorders AND initiative.sortKey > coalesce($after, '')
      WITH initiative ORDER BY initiative.sortKey LIMIT $first
      WITH DISTINCT initiative.recordedBy AS id
      MATCH (network:Network {id: id})
      RETURN [network.id, network.name, network.licence]
    }
  } AS whole
  UNION ALL
  MATCH (initiative:Initiative)
  WHERE initiative.sortKey > coalesce($after, '')
  RETURN initiative, NULL AS whole ORDER BY initiative.sortKey LIMIT $first
}
CALL (initiative) {
  MATCH (initiative)<-[link:PARTNERS_IN]-(partner:Partner)
  RETURN collect(DISTINCT link.role) AS roles, count(DISTINCT partner) AS partners,
    // Of several carriers the first one, unknown dates last.
    min(CASE link.role WHEN 'CARRIER' THEN [coalesce(link.since, '~'), partner.name] END)[1] AS carrier
}
RETURN whole,
  initiative.id AS id, initiative.name AS name, initiative.status AS status,
  initiative.startedOn AS startedOn, initiative.endedOn AS endedOn,
  [(initiative)-[:ACTS_IN]->(place:Territory) | place.id] AS territories,
  [(initiative)-[:ABOUT]->(theme:Theme) | theme.id] AS themes,
  roles, partners, carrier,
  [(initiative)-[link:REPLICATES]->(:Initiative) | link.level] AS levels,
  COUNT { (initiative)<-[:REPLICATES]-() } AS replicatedBy,
  initiative.sortKey AS sortKey, initiative.source AS source, initiative.recordedBy AS recordedBy
