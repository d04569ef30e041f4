// What search reads of programmes that were written before it found them: the name folded as api/exchange/searchText.ts
// does, see V0001.
MATCH (record:Programme)
WHERE record.searchText IS NULL
CALL (record) {
  WITH record, toLower(normalize(record.name, NFKD)) AS name
  WITH record, replace(replace(name, 'œ', 'oe'), 'æ', 'ae') AS name
  WITH record, [letter IN split(name, '') WHERE NOT letter =~ '\\p{M}' | CASE WHEN letter =~ '[\\p{L}\\p{N}]' THEN letter ELSE ' ' END] AS letters
  WITH record, trim(reduce(folded = '', letter IN letters | CASE WHEN letter = ' ' AND folded ENDS WITH ' ' THEN folded ELSE folded + letter END)) AS folded
  SET record.searchText = folded, record.sortKey = left(folded, 200) + '\t' + record.id
} IN TRANSACTIONS OF 5000 ROWS;
