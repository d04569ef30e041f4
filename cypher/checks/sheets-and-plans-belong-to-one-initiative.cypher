// Every sheet and every spreading plan belongs to exactly one initiative, and the cost on a sheet has a currency of three letters.
CALL () {
  MATCH (sheet:Sheet)
  RETURN sheet.id AS id, COUNT { (:Initiative)-[:DESCRIBED_BY]->(sheet) } AS initiatives,
    sheet.setUpCost IS NULL OR coalesce(sheet.currency, '') =~ '[A-Z]{3}' AS isPriced
  UNION ALL
  MATCH (plan:SpreadingPlan)
  RETURN plan.id AS id, COUNT { (:Initiative)-[:SPREADS_BY]->(plan) } AS initiatives, true AS isPriced
}
WITH id, initiatives, isPriced
WHERE initiatives <> 1 OR NOT isPriced
RETURN [id] AS ids, CASE WHEN isPriced THEN 'belongs to ' + toString(initiatives) + ' initiatives' ELSE 'has a cost without a currency' END AS detail
