// Which partners are there, by which names?
MATCH (partner:Partner)
RETURN partner.id AS id, partner.name AS name
ORDER BY id
