// Which families of initiatives are there, the largest first?
MATCH (root:Initiative)
WHERE NOT EXISTS { (root)-[:REPLICATES]->() } AND EXISTS { (root)<-[:REPLICATES]-() }
CALL (root) {
  MATCH path = (root)<-[:REPLICATES]-{0,40}(member:Initiative)
  WITH member, min(length(path)) AS generation
  RETURN count(member) AS initiatives, max(generation) AS generations, collect(member) AS members
}
WITH root, initiatives, generations, members
ORDER BY initiatives DESC, root.id
LIMIT $first
CALL (members) {
  UNWIND members AS member
  MATCH (member)-[:ACTS_IN]->(territory:Territory)
  WITH DISTINCT territory
  MATCH (territory)-[:PART_OF]->{0,5}(country:Territory {level: 'COUNTRY'})
  RETURN count(DISTINCT country) AS countries
}
RETURN {
  id: root.id, name: coalesce(root.familyName, root.name), summary: root.summary, startedOn: root.startedOn,
  initiatives: initiatives, generations: generations, countries: countries
} AS family
