/** What the server itself answers. */
export const serving = {
  noImportHere: 'No import has this number.',
  fileGone: 'One of these files is no longer here: hand it over again.',
  reportGone: 'These problems are no longer here: check again.',
  needsMemory: 'These files need more memory than the server gives them: bring them in part by part.',
  stoppedEarly: 'It was stopped before its end: nothing was written.',
  graphAway: 'The graph does not answer at the moment: try again in a minute.',
  tooMuchAsked: 'Too much is asked at the moment: try again in a minute.',
  wentWrongNumber: 'Something went wrong on our side. If it lasts, tell us this number: {id}.',
  wentWrong: 'Something went wrong on our side: try again in a minute.',
}
