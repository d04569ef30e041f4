// Which roles do the sisters of this initiative have filled and it has not, and who near has them elsewhere?
MATCH (asked:Initiative {id: $of})
CALL (asked) {
  MATCH (asked)-[:REPLICATES]->(:Initiative)<-[:REPLICATES]-(sister:Initiative)
  WHERE sister <> asked
  RETURN collect(DISTINCT sister) AS sisters
}
CALL (asked) {
  MATCH (asked)<-[link:PARTNERS_IN]-(partner:Partner)
  WHERE link.until IS NULL OR link.until >= $today OR $today STARTS WITH link.until
  RETURN collect(DISTINCT link.role) AS filled, collect(DISTINCT partner) AS present
}
CALL (sisters, filled) {
  UNWIND sisters AS sister
  MATCH (sister)<-[link:PARTNERS_IN]-(:Partner)
  WHERE NOT link.role IN filled
  WITH link.role AS role, count(DISTINCT sister) AS times
  ORDER BY times DESC, role
  RETURN collect(role) AS roles, collect([role, times]) AS missing
}
CALL (asked, roles, present) {
  CALL (asked, roles, present) {
    MATCH (asked)-[:ACTS_IN]->(:Territory)-[:PART_OF]->{0,6}(around:Territory)
    WHERE around.level <> 'COUNTRY' AND size(roles) > 0
    WITH DISTINCT asked, around, roles
    MATCH (around)<-[:PART_OF]-{0,6}(place:Territory)
    WITH DISTINCT asked, around, place, roles
    CALL (asked, place, roles) {
      MATCH (place)<-[:ACTS_IN]-(other:Initiative)<-[link:PARTNERS_IN]-(partner:Partner)
      WHERE link.role IN roles AND other <> asked
      RETURN partner, link.role AS role
      UNION
      MATCH (place)<-[:BASED_IN]-(partner:Partner)-[link:PARTNERS_IN]->(other:Initiative)
      WHERE link.role IN roles AND other <> asked
      RETURN partner, link.role AS role
    }
    WITH DISTINCT around, partner, role,
      CASE around.level WHEN 'DISTRICT' THEN 0 WHEN 'MUNICIPALITY' THEN 1 WHEN 'INTERCOMMUNALITY' THEN 2 WHEN 'DEPARTMENT' THEN 3 ELSE 4 END AS width
    RETURN partner, role, [width, around.id] AS place, NULL AS colleague
    UNION ALL
    UNWIND present AS known
    MATCH (known)-[:PARTNERS_IN]->(other:Initiative)<-[link:PARTNERS_IN]-(partner:Partner)
    WHERE link.role IN roles AND other <> asked AND partner <> known
    RETURN DISTINCT partner, link.role AS role, NULL AS place, known.id AS colleague
    UNION ALL
    UNWIND present AS partner
    MATCH (partner)-[link:PARTNERS_IN]->(other:Initiative)
    WHERE link.role IN roles AND other <> asked
    RETURN DISTINCT partner, link.role AS role, NULL AS place, NULL AS colleague
  }
  WITH asked, present, partner, role, min(place) AS place, min(colleague) AS colleague
  WITH asked, partner, role, place, colleague, partner IN present AS takesPart,
    COUNT {
      MATCH (partner)-[link:PARTNERS_IN]->(sister:Initiative)-[:REPLICATES]->(:Initiative)<-[:REPLICATES]-(asked)
      WHERE link.role = role AND sister <> asked
      RETURN DISTINCT sister
    } AS times
  ORDER BY takesPart DESC, coalesce(place[0], 5), times DESC, partner.name, partner.id
  WITH asked, role, collect([partner, takesPart, place[1], colleague, times])[..$first] AS found
  UNWIND found AS row
  WITH asked, role, row[0] AS partner, row[1] AS takesPart, row[2] AS territory, row[3] AS colleague, row[4] AS times
  RETURN collect([role, partner.id, takesPart, territory, colleague, times, COLLECT {
    MATCH (partner)-[link:PARTNERS_IN]->(other:Initiative)
    WHERE link.role = role AND other <> asked
    WITH DISTINCT other, EXISTS { (other)-[:REPLICATES]->(:Initiative)<-[:REPLICATES]-(asked) } AS isSister
    ORDER BY isSister DESC, other.id
    LIMIT 3
    RETURN other.id
  }]) AS near
}
RETURN size(sisters) AS sisters, missing, near
