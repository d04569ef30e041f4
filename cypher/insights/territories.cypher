// In which territories does anybody act, how many people live there, and what lies around them?
MATCH (territory:Territory)
WHERE EXISTS { (territory)<-[:ACTS_IN]-() }
RETURN territory.id AS id, territory.population AS population,
  COLLECT { MATCH (territory)-[:PART_OF]->{1,6}(around:Territory) RETURN DISTINCT around.id } AS within
ORDER BY id
