// What did these parts of an import do?
MATCH (part:ImportPart {import: $number})
WHERE part.at IN $places
RETURN part.steps AS steps
ORDER BY part.at
