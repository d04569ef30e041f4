/** What is said of former imports: of taking them back, and of what they brought and is no longer there. */
export const history = {
  noImport: 'no import has the number {number}: essaim import --list tells them',
  undoneAlready: 'import {number} was taken back on {moment} already',
  oneChangedSinceBy:
    "import {number} can't be taken back: 1 record was changed since, by {later}: take that back first",
  changedSinceBy:
    "import {number} can't be taken back: {count} records were changed since, by {later}: take that back first",
  oneChangedSince: "import {number} can't be taken back: 1 record was changed since",
  changedSince: "import {number} can't be taken back: {count} records were changed since",
  linksSinceBy:
    "import {number} can't be taken back: links were made since, by {later}: take that back first",
  linksSince: "import {number} can't be taken back: links were made since",
  hangsOn: '{link} hangs on {record}',
  more: '… and {count} more',
  lacksInputs: 'these files lack {inputs}, which an earlier import had',
  vanishedNamed: '{name}, {kind}: is no longer in the files',
  vanished: '{kind}: is no longer in the files',
  vanishedEndlessNamed: '{name}, {kind}: is no longer in the files, and a {other} has no end',
  vanishedEndless: '{kind}: is no longer in the files, and a {other} has no end',
  retireRefused:
    'rows with errors are left out, so nobody can tell what vanished: correct them, or leave out --retire',
  nothingRetired: 'nothing can be retired: {why}',
}
