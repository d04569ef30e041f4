// Every link of a partner to an initiative has a role and a source.
MATCH (partner:Partner)-[link:PARTNERS_IN]->(initiative:Initiative)
WHERE coalesce(link.role, '') = '' OR coalesce(link.source, '') = ''
RETURN [link.id] AS ids, partner.id + ' in ' + initiative.id + ' has no role or no source' AS detail
