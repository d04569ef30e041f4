/** Why a column is taken for what it is taken for. */
export const guesses = {
  holdsContacts: '{share} hold e-mail addresses or telephone numbers',
  nameLooks: 'the name says "{word}", {share} look like it: {look}',
  nameSays: 'the name says "{word}"',
  addresses: '{share} are addresses of pages',
  yesNo: 'says yes or no, and nothing here takes that',
  repeats: 'repeats few values ({count}), and its name says nothing known',
  freeText: 'holds free text, and its name says nothing known',
  byHand: 'chosen by hand',
  firstColumn: 'the first column, in which no two cells are alike',
  besideProject: 'names an organisation beside the project',
  isTheName: '{column} is the name',
  sameInAll: 'says the same wherever it is filled',
  namesRowsOf: 'names rows of {input}',
  takenForSame: '{column} is taken for the same',
  joinShare: '{share} of the values of {from} are in {to} of {input}',
  noRows: 'no sheet has rows',
}
