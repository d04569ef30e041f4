// Every identifier is some partner's, its id is its scheme and value, and its value is one of that scheme.
MATCH (identifier:Identifier)
WITH identifier, coalesce(identifier.value, '') AS value, coalesce(identifier.scheme, '') AS scheme
// The sum of Luhn, in which every second digit from the right counts twice.
WITH identifier, value, scheme, CASE WHEN scheme IN ['SIREN', 'SIRET'] THEN
  reduce(sum = 0, place IN range(0, size(value) - 1) |
    sum + (toInteger(substring(value, size(value) - 1 - place, 1)) * (1 + place % 2)) / 10
    + (toInteger(substring(value, size(value) - 1 - place, 1)) * (1 + place % 2)) % 10)
  ELSE 0 END AS sum
WITH identifier, value, scheme, CASE scheme
  WHEN 'SIREN' THEN value =~ '[0-9]{9}' AND sum % 10 = 0
  // The places of La Poste are numbered without Luhn.
  WHEN 'SIRET' THEN value =~ '[0-9]{14}' AND (sum % 10 = 0 OR value STARTS WITH '356000000')
  WHEN 'RNA' THEN value =~ 'W[0-9][0-9AB][0-9]{7}'
  WHEN 'ROR' THEN value =~ '0[a-z0-9]{6}[0-9]{2}'
  WHEN 'WIKIDATA' THEN value =~ 'Q[1-9][0-9]*'
  ELSE value <> ''
END AS isWellFormed
WITH identifier, value, scheme, isWellFormed,
  identifier.id =~ '[a-z][a-z0-9-]*:.+' AND identifier.id ENDS WITH ':' + value
  AND (scheme = 'OTHER' OR identifier.id = toLower(scheme) + ':' + value) AS isNamed,
  EXISTS { (:Partner)-[:IDENTIFIED_BY]->(identifier) } AS isUsed
WHERE NOT isUsed OR NOT isNamed OR NOT isWellFormed
RETURN [identifier.id] AS ids, CASE
  WHEN NOT isWellFormed THEN value + ' is no ' + scheme
  WHEN NOT isNamed THEN 'is not named after its scheme and value'
  ELSE 'is of no partner'
END AS detail
