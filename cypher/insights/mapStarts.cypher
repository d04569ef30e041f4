// Which initiatives and partners does a map around these records start from?
MATCH (start:Initiative|Partner)
WHERE start.id IN $of
RETURN start.id AS id
UNION
MATCH (asked:Record)<-[:PART_OF|BROADER]-{0,10}(around:Record)
WHERE asked.id IN $of
WITH DISTINCT around
MATCH (around)<-[:MEMBER_OF|HEADS|ACTS_IN|BASED_IN|ABOUT]-(start:Initiative|Partner)
RETURN start.id AS id
