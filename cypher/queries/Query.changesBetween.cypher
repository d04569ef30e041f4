// What began, ended or was taken up between these two dates?
CALL () {
  MATCH (initiative:Initiative)
  WHERE initiative.startedOn >= left($from, 4) AND initiative.startedOn < $to + '~'
  RETURN 'INITIATIVE_STARTED' AS kind, initiative.startedOn AS date, initiative, NULL AS link
  UNION ALL
  MATCH (initiative:Initiative)
  WHERE initiative.endedOn >= left($from, 4) AND initiative.endedOn < $to + '~'
  RETURN 'INITIATIVE_ENDED' AS kind, initiative.endedOn AS date, initiative, NULL AS link
  UNION ALL
  MATCH (:Partner)-[link:PARTNERS_IN]->(initiative:Initiative)
  WHERE link.since >= left($from, 4) AND link.since < $to + '~'
  RETURN 'PARTNERSHIP_BEGUN' AS kind, link.since AS date, initiative, link
  UNION ALL
  MATCH (:Partner)-[link:PARTNERS_IN]->(initiative:Initiative)
  WHERE link.until >= left($from, 4) AND link.until < $to + '~'
  RETURN 'PARTNERSHIP_ENDED' AS kind, link.until AS date, initiative, link
  UNION ALL
  MATCH (initiative:Initiative)-[link:REPLICATES]->(:Initiative)
  WHERE link.since >= left($from, 4) AND link.since < $to + '~'
  RETURN 'REPLICATION_BEGUN' AS kind, link.since AS date, initiative, link
}
// A year stands for all its days: it may lie within a period that begins in its midst.
WITH kind, date, initiative, link
WHERE date >= $from OR $from STARTS WITH date
ORDER BY date, kind, initiative.id, link.id
WITH collect([kind, date, initiative, link]) AS changes
WITH size(changes) AS total, changes[..$first] AS shown
UNWIND shown AS row
WITH total, row[0] AS kind, row[1] AS date, row[2] AS initiative, row[3] AS link,
  CASE WHEN row[3] IS NOT NULL THEN CASE type(row[3]) WHEN 'REPLICATES' THEN endNode(row[3]) ELSE startNode(row[3]) END END AS other
RETURN total, kind, date,
  NOT $from STARTS WITH date + '-' AND NOT $to STARTS WITH date + '-' AS isWithin,
  initiative.id AS initiative, initiative.name AS initiativeName,
  other.id AS other, other.name AS otherName, link.role AS role, link.level AS level,
  coalesce(link.source, initiative.source) AS source
