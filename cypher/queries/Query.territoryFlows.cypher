// Where do these initiatives act, where do those act that they come from and those that came from them, and by which replications?
CALL () {
  MATCH (:Territory {id: $inside})<-[:PART_OF]-{0,6}(territory:Territory)
  WITH DISTINCT territory
  MATCH (territory)<-[presence:ACTS_IN]-(initiative:Initiative)
  RETURN initiative, presence
  UNION ALL
  MATCH (initiative:Initiative)-[presence:ACTS_IN]->(:Territory)
  WHERE $inside IS NULL
  RETURN initiative, presence
}
WITH initiative, presence
WHERE coalesce($on IS NULL OR presence.since < $on + '~', true)
  AND coalesce($on IS NULL OR presence.until >= $on OR $on STARTS WITH presence.until, true)
WITH DISTINCT initiative
WHERE coalesce($on IS NULL OR initiative.startedOn < $on + '~', true)
  AND coalesce($on IS NULL OR initiative.endedOn >= $on OR $on STARTS WITH initiative.endedOn, true)
  AND ($statuses IS NULL OR initiative.status IN $statuses)
  AND ($recordedBy IS NULL OR initiative.recordedBy = $recordedBy)
  AND ($levels IS NULL OR EXISTS {
    MATCH (initiative)-[link:REPLICATES]->(:Initiative)
    WHERE link.level IN $levels AND coalesce($on IS NULL OR link.since < $on + '~', true)
  })
  AND ($roles IS NULL OR EXISTS {
    MATCH (initiative)<-[link:PARTNERS_IN]-(:Partner)
    WHERE link.role IN $roles
      AND coalesce($on IS NULL OR link.since < $on + '~', true)
      AND coalesce($on IS NULL OR link.until >= $on OR $on STARTS WITH link.until, true)
  })
  AND ($theme IS NULL OR EXISTS {
    MATCH (initiative)-[:ABOUT]->(:Theme)-[:BROADER]->{0,10}(:Theme {id: $theme})
  })
WITH collect(initiative) AS asked
CALL (asked) {
  UNWIND asked AS initiative
  RETURN initiative, 0 AS distance
  UNION ALL
  UNWIND asked AS one
  MATCH (one)-[link:REPLICATES]-(initiative:Initiative)
  WHERE ($levels IS NULL OR link.level IN $levels) AND coalesce($on IS NULL OR link.since < $on + '~', true)
    AND coalesce($on IS NULL OR initiative.startedOn < $on + '~', true)
  RETURN DISTINCT initiative, 1 AS distance
}
WITH initiative, min(distance) AS distance
MATCH (initiative)-[presence:ACTS_IN]->(territory:Territory)
WHERE coalesce($on IS NULL OR presence.since < $on + '~', true)
  AND coalesce($on IS NULL OR presence.until >= $on OR $on STARTS WITH presence.until, true)
WITH initiative, presence, territory, distance = 1 OR NOT ($inside IS NULL OR EXISTS {
  MATCH (territory)-[:PART_OF]->{0,6}(:Territory {id: $inside})
}) AS isElsewhere
ORDER BY isElsewhere, initiative.startedOn, initiative.id, presence.since, territory.id
WITH collect([initiative, presence, territory, isElsewhere]) AS found
WITH size(found) AS total, found[..$first] AS shown
// All networks: who recorded the rows shown is counted later. Read from them here, each step would hold all of them.
WITH total, shown, COLLECT {
  MATCH (network:Network) WHERE $recorders
  RETURN [network.id, network.name, network.licence]
} AS recorders
UNWIND range(0, size(shown) - 1) AS place
WITH total, CASE WHEN place = 0 THEN recorders END AS recorders,
  shown[place][0] AS initiative, shown[place][1] AS presence, shown[place][2] AS territory, shown[place][3] AS isElsewhere
CALL (territory) {
  OPTIONAL MATCH (territory WHERE territory.level = 'DISTRICT')-[:PART_OF]->(city:Territory {level: 'MUNICIPALITY'})
  RETURN coalesce(territory.position, city.position) AS position LIMIT 1
}
RETURN total, recorders, isElsewhere, initiative.id AS id, initiative.name AS name, initiative.status AS status,
  initiative.startedOn AS startedOn, initiative.endedOn AS endedOn, initiative.recordedBy AS recordedBy,
  territory.id AS territory, territory.name AS territoryName, territory.level AS territoryLevel,
  position.latitude AS latitude, position.longitude AS longitude,
  presence.since AS since, presence.until AS until,
  COLLECT {
    MATCH (territory)-[:PART_OF]->{0,6}(around:Territory)
    WHERE around.level IN ['DEPARTMENT', 'REGION', 'COUNTRY']
    RETURN DISTINCT [around.level, around.id]
  } AS around,
  COLLECT {
    MATCH (initiative)-[link:REPLICATES]->(parent:Initiative)
    WHERE ($levels IS NULL OR link.level IN $levels) AND coalesce($on IS NULL OR link.since < $on + '~', true)
    RETURN [link.id, parent.id, link.level, link.mode, link.since, link.source, link.recordedBy] ORDER BY link.id
  } AS links
