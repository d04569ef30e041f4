// Which partners are there, in the order of names after this place, with all by which a list is narrowed and sorted?
CALL () {
  // The first row tells of the whole, and is there even when no partner is.
  RETURN NULL AS partner, {
    total: COUNT { (:Partner) },
    territories: COLLECT {
      MATCH (partner:Partner)
      WHERE $territories AND partner.sortKey > coalesce($after, '')
      WITH partner ORDER BY partner.sortKey LIMIT $first
      MATCH (partner)-[:BASED_IN]->(place:Territory)
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
    networks: COLLECT {
      MATCH (partner:Partner)
      WHERE $networks AND partner.sortKey > coalesce($after, '')
      WITH partner ORDER BY partner.sortKey LIMIT $first
      MATCH (partner)-[:MEMBER_OF|HEADS]->(network:Network)
      WITH DISTINCT network ORDER BY network.id
      RETURN [network.id, network.name]
    },
    recorders: COLLECT {
      MATCH (partner:Partner)
      WHERE $recorders AND partner.sortKey > coalesce($after, '')
      WITH partner ORDER BY partner.sortKey LIMIT $first
      WITH DISTINCT partner.recordedBy AS id
      MATCH (network:Network {id: id})
      RETURN [network.id, network.name, network.licence]
    }
  } AS whole
  UNION ALL
  MATCH (partner:Partner)
  WHERE partner.sortKey > coalesce($after, '')
  RETURN partner, NULL AS whole ORDER BY partner.sortKey LIMIT $first
}
CALL (partner) {
  MATCH (partner)-[link:PARTNERS_IN]->(initiative:Initiative)
  RETURN collect(DISTINCT link.role) AS roles, count(DISTINCT initiative) AS initiatives
}
RETURN whole,
  partner.id AS id, partner.name AS name, partner.acronym AS acronym, partner.kind AS kind, partner.website AS website,
  [(partner)-[:BASED_IN]->(place:Territory) | place.id] AS territories,
  [(partner)-[:MEMBER_OF|HEADS]->(network:Network) | network.id] AS networks,
  roles, initiatives, partner.sortKey AS sortKey, partner.source AS source, partner.recordedBy AS recordedBy
