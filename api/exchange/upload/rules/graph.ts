/** What the graph has against records. */
export const graph = {
  givenTwice: '{record}: given twice, not in the same words',
  ofAnother: "{record}: recorded by {owner}, {recorder} can't change it",
  startMissing: '{link}: starts at {record}, which is no record',
  endMissing: '{link}: ends at {record}, which is no record',
  linkEnds: '{link}: goes from {from} to {to}, wants {wanted}',
  idSpaces: '{record}: an id is a text without spaces around it',
  propertyMissing: '{record}: {property} is missing',
  propertyList: '{record}: {property} is no list: {said}',
  propertyType: '{record}: {property} is no {type}: {said}',
  propertyNear: '{record}: unknown {property}: {word} (did you mean {near}?)',
  propertyUnknown: '{record}: unknown {property}: {word} (known: {known})',
  alreadyA: '{record}: this id is already a {kind}',
  anotherWrites: 'another process is writing to this graph: try again when it has ended',
  memoryOfGraph:
    'nothing was written: these are more records than the memory of Neo4j holds at once, a gigabyte for 100,000 rows. Give it more, or split the files.',
  gone: '{count} records that were being written are gone: try again',
}
