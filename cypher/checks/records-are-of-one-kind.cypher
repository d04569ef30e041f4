// Every node is a record of exactly one kind.
MATCH (node)
WHERE NOT node:Migration|Import|ImportPart|Staged AND (NOT node:Record OR size(labels(node)) <> 2)
RETURN [coalesce(node.id, elementId(node))] AS ids, 'has the labels ' + reduce(text = '', label IN labels(node) | text + ':' + label) AS detail
