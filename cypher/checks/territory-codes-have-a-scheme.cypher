// Every territory has a code with a scheme that is known, and only a country has a code of countries.
MATCH (territory:Territory)
WHERE NOT territory.id =~ '(cog:[0-9AB]{5}|epci:[0-9]{9}|dep:[0-9AB]{2,3}|reg:[0-9]{2,3}|iso:[A-Z]{2}|nuts:[A-Z]{2}[0-9A-Z]{0,3}|geonames:[0-9]+)'
  OR (territory.id STARTS WITH 'iso:') <> (coalesce(territory.level, '') = 'COUNTRY')
RETURN [territory.id] AS ids, 'level ' + coalesce(territory.level, 'unknown') AS detail
