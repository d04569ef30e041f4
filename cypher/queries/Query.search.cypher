// What is called something like this text, the best first?
CALL () {
  CALL db.index.fulltext.queryNodes('search_words', $folded, {limit: CASE WHEN $kinds IS NULL THEN 100 ELSE 200000 END}) YIELD node, score
  RETURN node, score
  UNION ALL
  CALL db.index.fulltext.queryNodes('search_stems', $french, {limit: CASE WHEN $kinds IS NULL THEN 100 ELSE 200000 END}) YIELD node, score
  RETURN node, score
}
// Whoever wants one kind asks for all there is: a hundred finds may hold none of it.
WITH node AS record, max(score) AS score
WHERE $kinds IS NULL OR any(label IN labels(record) WHERE toUpper(label) IN $kinds)
WITH record, score * (1 + log10(1 + COUNT { (record)<-[:REPLICATES]-() })) AS score,
  CASE
    WHEN record.searchText = $words OR toLower(record.name) = toLower($text) THEN 5
    WHEN record.familyName IS NOT NULL AND size($words) > 3 AND ' ' + record.searchText CONTAINS ' ' + $words THEN 4
    WHEN record.searchText STARTS WITH $words + ' ' THEN 3
    WHEN record.searchText STARTS WITH $words THEN 2
    WHEN record.searchText CONTAINS ' ' + $words THEN 1
    ELSE 0
  END AS fit
ORDER BY fit DESC, score DESC, record.name, record.id
LIMIT $first
CALL (record) {
  OPTIONAL MATCH (record)-[place:ACTS_IN|BASED_IN|PART_OF]->(territory:Territory)
  WHERE territory.name <> record.name
  RETURN territory ORDER BY place.since, territory.level = 'INTERCOMMUNALITY', territory.id LIMIT 1
}
RETURN record.id AS id, labels(record) AS labels, record.name AS name,
  [part IN [record.familyName, territory.name, record.acronym] WHERE part IS NOT NULL][..2] AS context,
  100 * fit + score AS score
