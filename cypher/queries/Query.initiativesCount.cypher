// How many initiatives fulfil all these conditions?
WITH coalesce(CASE WHEN $to + '~' < $on + '~' THEN $to ELSE $on END, $to) AS latest,
  coalesce(CASE WHEN $from > $on THEN $from ELSE $on END, $from) AS earliest
// Each condition that leads to few initiatives gives them all; from the shortest of these lists the others are looked at.
WITH latest, earliest, [
  CASE WHEN $partner IS NOT NULL THEN COLLECT {
    MATCH (:Partner {id: $partner})-[:PARTNERS_IN]->(initiative:Initiative)
    RETURN DISTINCT initiative LIMIT 50001
  } END,
  CASE WHEN $territory IS NOT NULL THEN COLLECT {
    MATCH (:Territory {id: $territory})<-[:PART_OF]-{0,6}(:Territory)<-[:ACTS_IN]-(initiative:Initiative)
    RETURN DISTINCT initiative LIMIT 50001
  } END,
  CASE WHEN $theme IS NOT NULL THEN COLLECT {
    MATCH (:Theme {id: $theme})<-[:BROADER]-{0,10}(:Theme)<-[:ABOUT]-(initiative:Initiative)
    RETURN DISTINCT initiative LIMIT 50001
  } END,
  CASE WHEN $recordedBy IS NOT NULL THEN COLLECT {
    MATCH (initiative:Initiative {recordedBy: $recordedBy})
    RETURN initiative LIMIT 50001
  } END
] AS lists
WITH latest, earliest, reduce(least = NULL, list IN lists |
  CASE WHEN list IS NULL OR size(list) > 50000 OR size(list) >= size(least) THEN least ELSE list END) AS few
CALL (few) {
  UNWIND few AS initiative
  RETURN initiative
  UNION ALL
  // Nothing comes after NULL: all are looked at only when no list is short.
  MATCH (initiative:Initiative)
  WHERE initiative.sortKey > CASE WHEN few IS NULL THEN '' END
  RETURN initiative
}
WITH initiative, latest, earliest
WHERE coalesce(latest IS NULL OR initiative.startedOn <= latest OR initiative.startedOn STARTS WITH latest, true)
  AND coalesce(earliest IS NULL OR initiative.endedOn >= earliest OR earliest STARTS WITH initiative.endedOn, true)
  AND ($statuses IS NULL OR initiative.status IN $statuses)
  AND ($recordedBy IS NULL OR initiative.recordedBy = $recordedBy)
  AND ($levels IS NULL OR EXISTS {
    MATCH (initiative)-[link:REPLICATES]->(:Initiative)
    WHERE link.level IN $levels AND coalesce(latest IS NULL OR link.since <= latest OR link.since STARTS WITH latest, true)
  })
  AND ($roles IS NULL AND $partner IS NULL OR EXISTS {
    MATCH (initiative)<-[link:PARTNERS_IN]-(partner:Partner)
    WHERE ($roles IS NULL OR link.role IN $roles) AND ($partner IS NULL OR partner.id = $partner)
      AND coalesce(latest IS NULL OR link.since <= latest OR link.since STARTS WITH latest, true)
        AND coalesce(earliest IS NULL OR link.until >= earliest OR earliest STARTS WITH link.until, true)
  })
  AND ($territory IS NULL OR EXISTS {
    MATCH (initiative)-[link:ACTS_IN]->(:Territory)-[:PART_OF]->{0,6}(:Territory {id: $territory})
    WHERE coalesce(latest IS NULL OR link.since <= latest OR link.since STARTS WITH latest, true)
        AND coalesce(earliest IS NULL OR link.until >= earliest OR earliest STARTS WITH link.until, true)
  })
  AND ($theme IS NULL OR EXISTS {
    MATCH (initiative)-[:ABOUT]->(:Theme)-[:BROADER]->{0,10}(:Theme {id: $theme})
  })
RETURN count(initiative) AS total
