// No text holds an e-mail address or a telephone number; addresses of pages are left aside.
// Numbers of registers, which may look like a telephone's, are compared with their form by another check.
CALL () {
  MATCH (record:Record)
  RETURN record AS it, CASE WHEN record:Identifier AND record.scheme <> 'OTHER' THEN ['value'] ELSE [] END AS checked
  UNION ALL
  MATCH (:Record)-[link]->(:Record)
  RETURN link AS it, [] AS checked
}
UNWIND [key IN keys(it) WHERE NOT key IN ['id', 'recordedBy', 'recordedOn', 'searchText', 'sortKey'] + checked] AS property
WITH it, property, CASE WHEN it[property] IS :: STRING THEN it[property]
  WHEN it[property] IS :: LIST<STRING NOT NULL> THEN reduce(all = '', text IN it[property] | all + ' ' + text) END AS said
// Few texts have an @ or nine digits in a row: only these are worth taking apart.
WHERE said CONTAINS '@' OR said =~ '(?s).*[0-9]([\\s.()-]{0,2}[0-9]){8}.*'
WITH it, property, reduce(text = '', word IN split(replace(said, '\n', ' '), ' ') |
  CASE WHEN word =~ '(?i)[("«]*https?://.*' THEN text ELSE text + ' ' + word END) AS text
WHERE text =~ '.*[^\\s@<>()]+@[^\\s@<>()]+\\.[A-Za-z]{2,}.*'
  OR text =~ '.*(?<![0-9])(\\+|00)[1-9][0-9]{0,2}[ .()-]{0,2}([0-9][ .()-]{0,2}){7,11}[0-9](?![0-9]).*'
  OR text =~ '.*(?<![0-9])0[1-9]([ .-]?[0-9]{2}){4}(?![0-9]).*'
  OR text =~ '.*(?<![0-9])\\(?[2-9][0-9]{2}\\)?[ .-][2-9][0-9]{2}[.-][0-9]{4}(?![0-9]).*'
RETURN [it.id] AS ids, property + ' holds an e-mail address or a telephone number' AS detail
