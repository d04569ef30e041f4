// Which blocks of this spreading plan say something, and which say nothing yet?
WITH [
  ['GOVERNANCE', [this.governance]],
  ['SCOPE', [this.scope]],
  ['OBJECTIVES', this.objectives],
  ['EVALUATION', [this.evaluation]],
  ['STRATEGIC_ACTORS', this.strategicActors],
  ['BUDGET', [this.budget]],
  ['PLANNING', this.planning],
  ['DESCRIPTION', [this.description]]
] AS blocks
WITH size(blocks) AS total,
  [block IN blocks WHERE NOT any(text IN coalesce(block[1], []) WHERE coalesce(trim(text), '') <> '') | block[0]] AS missing
RETURN {filled: total - size(missing), total: total, missing: missing} AS completeness
