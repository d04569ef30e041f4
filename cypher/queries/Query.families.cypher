// Which families of initiatives are there, the largest first?
MATCH (root:Initiative)
WHERE NOT EXISTS { (root)-[:REPLICATES]->() } AND EXISTS { (root)<-[:REPLICATES]-() }
CALL (root) {
  MATCH path = (root)<-[:REPLICATES]-{1,40}(descendant:Initiative)
  WITH descendant, min(length(path)) AS generation
  RETURN count(descendant) AS descendants, max(generation) AS generations, collect(descendant) AS family
}
CALL (root, family) {
  UNWIND [root] + family AS initiative
  MATCH (initiative)-[:ACTS_IN]->(:Territory)-[:PART_OF]->{0,5}(country:Territory {level: 'COUNTRY'})
  RETURN count(DISTINCT country) AS countries
}
WITH root, descendants, generations, countries
ORDER BY descendants DESC, root.id
LIMIT $first
RETURN {
  id: root.id, name: coalesce(root.familyName, root.name), summary: root.summary, startedOn: root.startedOn,
  initiatives: descendants + 1, generations: generations, countries: countries
} AS family
