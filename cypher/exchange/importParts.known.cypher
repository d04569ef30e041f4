// What did these imports do?
UNWIND $numbers AS number
MATCH (part:ImportPart {import: number})
RETURN number, properties(part) AS part
ORDER BY number
