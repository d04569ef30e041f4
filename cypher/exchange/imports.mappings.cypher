// By which mappings were files read that are still there? The last import first.
MATCH (import:Import)
WHERE import.undoneOn IS NULL AND import.mappingText IS NOT NULL
WITH import
ORDER BY import.number DESC
LIMIT 50
RETURN import.mapping AS name, import.mappingText AS text, import.number AS number, import.madeOn AS madeOn, import.recordedBy AS recordedBy
