// Every sponsorship is of exactly one partner, for exactly one other, on exactly one initiative.
MATCH (sponsorship:Sponsorship)
WITH sponsorship, COLLECT { MATCH (sponsor:Partner)-[:SPONSORS]->(sponsorship) RETURN sponsor.id } AS sponsors,
  COLLECT { MATCH (sponsorship)-[:ACCOMPANIES]->(sponsored:Partner) RETURN sponsored.id } AS sponsored,
  COUNT { (sponsorship)-[:ON]->(:Initiative) } AS initiatives
WHERE size(sponsors) <> 1 OR size(sponsored) <> 1 OR sponsors = sponsored OR initiatives <> 1
RETURN [sponsorship.id] AS ids, toString(size(sponsors)) + ' sponsors, for ' + toString(size(sponsored)) + ', on ' + toString(initiatives) + ' initiatives'
  + CASE WHEN size(sponsors) = 1 AND sponsors = sponsored THEN ', both the same' ELSE '' END AS detail
