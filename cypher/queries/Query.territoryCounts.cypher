// How many initiatives, partners and replications are there in each territory of this level, each counted once a territory?
CALL () {
  MATCH (:Territory {id: $inside})<-[:PART_OF]-{1,6}(territory:Territory)
  WHERE territory.level = $level
  RETURN DISTINCT territory
  UNION ALL
  MATCH (territory:Territory)
  WHERE $inside IS NULL AND territory.level = $level
  RETURN territory
}
WITH territory ORDER BY territory.sortKey
WITH collect(territory) AS territories
WITH size(territories) AS total, territories[..$first] AS shown,
  coalesce(CASE WHEN $to + '~' < $on + '~' THEN $to ELSE $on END, $to) AS latest,
  coalesce(CASE WHEN $from > $on THEN $from ELSE $on END, $from) AS earliest
UNWIND shown AS territory
CALL (territory, latest, earliest) {
  MATCH (territory)<-[:PART_OF]-{0,6}(inside:Territory)
  WITH DISTINCT inside, latest, earliest
  MATCH (inside)<-[presence:ACTS_IN]-(initiative:Initiative)
  WHERE coalesce(latest IS NULL OR presence.since <= latest OR presence.since STARTS WITH latest, true)
    AND coalesce(earliest IS NULL OR presence.until >= earliest OR earliest STARTS WITH presence.until, true)
  WITH DISTINCT initiative, latest, earliest
  WHERE coalesce(latest IS NULL OR initiative.startedOn <= latest OR initiative.startedOn STARTS WITH latest, true)
    AND coalesce(earliest IS NULL OR initiative.endedOn >= earliest OR earliest STARTS WITH initiative.endedOn, true)
    AND ($statuses IS NULL OR initiative.status IN $statuses)
    AND ($recordedBy IS NULL OR initiative.recordedBy = $recordedBy)
    AND ($levels IS NULL OR EXISTS {
      MATCH (initiative)-[link:REPLICATES]->(:Initiative)
      WHERE link.level IN $levels AND coalesce(latest IS NULL OR link.since <= latest OR link.since STARTS WITH latest, true)
    })
    AND ($roles IS NULL OR EXISTS {
      MATCH (initiative)<-[link:PARTNERS_IN]-(:Partner)
      WHERE link.role IN $roles
        AND coalesce(latest IS NULL OR link.since <= latest OR link.since STARTS WITH latest, true)
        AND coalesce(earliest IS NULL OR link.until >= earliest OR earliest STARTS WITH link.until, true)
    })
    AND ($theme IS NULL OR EXISTS {
      MATCH (initiative)-[:ABOUT]->(:Theme)-[:BROADER]->{0,10}(:Theme {id: $theme})
    })
  RETURN collect(initiative) AS initiatives
}
CALL (initiatives, latest, earliest) {
  UNWIND initiatives AS initiative
  MATCH (initiative)<-[link:PARTNERS_IN]-(partner:Partner)
  WHERE ($roles IS NULL OR link.role IN $roles)
    AND coalesce(latest IS NULL OR link.since <= latest OR link.since STARTS WITH latest, true)
    AND coalesce(earliest IS NULL OR link.until >= earliest OR earliest STARTS WITH link.until, true)
  RETURN count(DISTINCT partner) AS partners
}
CALL (territory, latest, earliest) {
  MATCH (territory)<-[:PART_OF]-{0,6}(inside:Territory)
  WITH DISTINCT inside, latest, earliest
  MATCH (inside)<-[:BASED_IN]-(partner:Partner)
  WITH DISTINCT partner, latest, earliest
  WHERE ($recordedBy IS NULL OR partner.recordedBy = $recordedBy)
    AND ($roles IS NULL OR EXISTS {
      MATCH (partner)-[link:PARTNERS_IN]->(:Initiative)
      WHERE link.role IN $roles
        AND coalesce(latest IS NULL OR link.since <= latest OR link.since STARTS WITH latest, true)
        AND coalesce(earliest IS NULL OR link.until >= earliest OR earliest STARTS WITH link.until, true)
    })
  RETURN count(partner) AS partnersBased
}
CALL (initiatives, latest) {
  UNWIND initiatives AS initiative
  MATCH (initiative)-[link:REPLICATES]->(:Initiative)
  WHERE ($levels IS NULL OR link.level IN $levels)
    AND coalesce(latest IS NULL OR link.since <= latest OR link.since STARTS WITH latest, true)
  RETURN count(CASE link.level WHEN 'INSPIRED' THEN 1 END) AS inspired,
    count(CASE link.level WHEN 'REDONE' THEN 1 END) AS redone,
    count(CASE link.level WHEN 'SCALED' THEN 1 END) AS scaled
}
RETURN total, territory.id AS code, territory.name AS name, territory.level AS level,
  size(initiatives) AS initiatives, partners, partnersBased, inspired, redone, scaled
