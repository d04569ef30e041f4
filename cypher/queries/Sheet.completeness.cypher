// Which parts of this sheet say something, and which say nothing yet?
WITH [
  ['CONTEXT', [this.context]],
  ['GOVERNANCE', [this.governance]],
  ['AUDIENCES', this.audiences],
  ['STRENGTHS', this.strengths],
  ['WEAKNESSES', this.weaknesses],
  ['OPPORTUNITIES', this.opportunities],
  ['THREATS', this.threats],
  ['EVALUATION', [this.evaluation]],
  ['VIGILANCE_POINTS', this.vigilancePoints],
  ['SUCCESS_FACTORS', this.successFactors],
  ['OBSTACLES', this.obstacles],
  ['EXPECTED_EFFORT', [toString(this.expectedEffort)]],
  ['SET_UP_COST', [toString(this.setUpCost)]]
] AS parts
WITH size(parts) AS total,
  [part IN parts WHERE NOT any(text IN coalesce(part[1], []) WHERE coalesce(trim(text), '') <> '') | part[0]] AS missing
RETURN {filled: total - size(missing), total: total, missing: missing} AS completeness
