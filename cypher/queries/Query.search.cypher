// What is called something like this text, the best first?
// $kinds are labels. The index knows none: of all that it finds, the best first, a thousand of these are read.
CALL () {
  CALL db.index.fulltext.queryNodes('search_words', $folded, {limit: CASE WHEN $kinds IS NULL THEN 1000 ELSE 200000 END}) YIELD node, score
  WHERE $kinds IS NULL OR any(label IN labels(node) WHERE label IN $kinds)
  RETURN node, score LIMIT 1000
  UNION ALL
  CALL db.index.fulltext.queryNodes('search_stems', $french, {limit: CASE WHEN $kinds IS NULL THEN 1000 ELSE 200000 END}) YIELD node, score
  WHERE $kinds IS NULL OR any(label IN labels(node) WHERE label IN $kinds)
  RETURN node, score LIMIT 1000
  UNION ALL
  CALL () {
    MATCH (near:Record) WHERE near.id >= $id RETURN near ORDER BY near.id LIMIT 100
    UNION ALL
    MATCH (near:Record) WHERE near.id < $id RETURN near ORDER BY near.id DESC LIMIT 100
  }
  WITH near AS node
  WHERE node.searchText IS NOT NULL AND ($kinds IS NULL OR any(label IN labels(node) WHERE label IN $kinds))
  // Ids that stand side by side share their beginning: how many letters of it.
  RETURN node, toFloat(size([letter IN range(1, size($id)) WHERE left(node.id, letter) = left($id, letter)])) AS score
}
WITH node AS record, max(score) AS score
WITH record, score * CASE WHEN $id IS NULL THEN 1 + log10(1 + COUNT { (record)<-[:REPLICATES]-() }) ELSE 1 END AS score,
  CASE
    WHEN record.id = $id THEN 7
    WHEN left(record.id, toInteger(0.8 * size($id))) = left($id, toInteger(0.8 * size($id))) THEN 6
    WHEN record.searchText = $words OR toLower(record.name) = toLower($text) THEN 5
    WHEN record.familyName IS NOT NULL AND size($words) > 3 AND ' ' + record.searchText CONTAINS ' ' + $words THEN 4
    WHEN record.searchText STARTS WITH $words + ' ' THEN 3
    WHEN record.searchText STARTS WITH $words THEN 2
    WHEN record.searchText CONTAINS ' ' + $words THEN 1
    ELSE 0
  END AS fit
// Of what fits alike, what much is linked to is what most people look for.
ORDER BY fit DESC, score DESC, COUNT { (record)--() } DESC, record.name, record.id
LIMIT $first
CALL (record) {
  OPTIONAL MATCH (record)-[place:ACTS_IN|BASED_IN|PART_OF]->(territory:Territory)
  WHERE territory.name <> record.name
  RETURN territory ORDER BY place.since, territory.level = 'INTERCOMMUNALITY', territory.id LIMIT 1
}
RETURN record.id AS id, labels(record) AS labels, record.name AS name,
  [part IN [record.familyName, territory.name, record.acronym] WHERE part IS NOT NULL][..2] AS context,
  100 * fit + score AS score
