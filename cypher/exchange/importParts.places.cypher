// Which parts does an import have?
MATCH (part:ImportPart {import: $number})
RETURN part.at AS place
ORDER BY place
