// Remember that an import was taken back: what it did need not be known any longer.
MATCH (import:Import {number: $number})
SET import += {undoneOn: $now}
WITH import
MATCH (part:ImportPart {import: $number})
DELETE part
