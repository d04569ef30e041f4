// Which families of initiatives are there, the largest first, each at the first initiative that most others came from, and how much of each fulfils these conditions in a territory?
WITH coalesce($recordedBy, $theme, $on) IS NULL AND coalesce($roles, $levels, $statuses) IS NULL AS isAny
CALL (isAny) {
  MATCH (root:Initiative)
  WHERE isAny AND $territory IS NULL AND NOT EXISTS { (root)-[:REPLICATES]->() } AND EXISTS { (root)<-[:REPLICATES]-() }
  RETURN root
  UNION
  CALL (isAny) {
    MATCH (:Territory {id: $territory})<-[:PART_OF]-{0,6}(:Territory)<-[presence:ACTS_IN]-(here:Initiative)
    WHERE coalesce($on IS NULL OR presence.since < $on + '~', true)
      AND coalesce($on IS NULL OR presence.until >= $on OR $on STARTS WITH presence.until, true)
    RETURN DISTINCT here
    UNION ALL
    MATCH (here:Initiative {recordedBy: $recordedBy})
    WHERE $territory IS NULL AND EXISTS { (here)-[:REPLICATES]-() }
    RETURN here
    UNION ALL
    // Without a row to begin with, nothing is looked at.
    UNWIND CASE WHEN isAny OR coalesce($territory, $recordedBy) IS NOT NULL THEN [] ELSE [1] END AS once
    MATCH (here:Initiative)
    WHERE EXISTS { (here)-[:REPLICATES]-() }
    RETURN here
  }
  WITH here
  WHERE ($statuses IS NULL OR here.status IN $statuses)
    AND coalesce($on IS NULL OR here.startedOn < $on + '~', true)
    AND coalesce($on IS NULL OR here.endedOn >= $on OR $on STARTS WITH here.endedOn, true)
    AND ($recordedBy IS NULL OR here.recordedBy = $recordedBy)
    AND ($levels IS NULL OR EXISTS {
      MATCH (here)-[link:REPLICATES]->(:Initiative)
      WHERE link.level IN $levels AND coalesce($on IS NULL OR link.since < $on + '~', true)
    })
    AND ($roles IS NULL OR EXISTS {
      MATCH (here)<-[link:PARTNERS_IN]-(:Partner)
      WHERE link.role IN $roles
        AND coalesce($on IS NULL OR link.since < $on + '~', true)
        AND coalesce($on IS NULL OR link.until >= $on OR $on STARTS WITH link.until, true)
    })
    AND ($theme IS NULL OR EXISTS {
      MATCH (here)-[:ABOUT]->(:Theme)-[:BROADER]->{0,10}(:Theme {id: $theme})
    })
  CALL (here) {
    MATCH path = (here)-[:REPLICATES]->{0,40}(root:Initiative)
    WITH root, min(length(path)) AS height
    WHERE NOT EXISTS { (root)-[:REPLICATES]->() } AND EXISTS { (root)<-[:REPLICATES]-() }
    RETURN root
  }
  RETURN DISTINCT root
}
CALL (root) {
  MATCH path = (root)<-[:REPLICATES]-{0,40}(member:Initiative)
  WITH member, min(length(path)) AS generation
  RETURN count(member) AS initiatives, max(generation) AS generations, collect(member) AS members
}
WITH root, initiatives, generations, members
ORDER BY initiatives DESC, root.familyName IS NULL, root.startedOn, root.id
WITH collect([root, initiatives, generations, members]) AS ranked
WITH ranked, [row IN ranked | row[0]] AS roots
UNWIND ranked AS row
WITH roots, row[0] AS root, row[1] AS initiatives, row[2] AS generations, row[3] AS members
CALL (root, members) {
  UNWIND [member IN members WHERE COUNT { (member)-[:REPLICATES]->() } > 1] AS member
  MATCH path = (member)-[:REPLICATES]->{1,40}(other:Initiative)
  WITH root, other, min(length(path)) AS height
  WHERE other <> root AND NOT EXISTS { (other)-[:REPLICATES]->() }
  RETURN collect(other) AS others
}
// A first initiative that shares its family with a larger one is in that one's tree.
WITH root, initiatives, generations, members, CASE WHEN others = [] THEN root
  ELSE head([first IN roots WHERE first = root OR first IN others]) END AS origin
WHERE origin = root
WITH root, generations, members
LIMIT $first
CALL (members) {
  UNWIND members AS member
  MATCH (member)-[:REPLICATES]->{0,1}(initiative:Initiative)
  WITH DISTINCT initiative
  OPTIONAL MATCH (initiative)-[:ACTS_IN]->(:Territory)-[:PART_OF]->{0,5}(country:Territory {level: 'COUNTRY'})
  RETURN count(DISTINCT initiative) AS initiatives, count(DISTINCT country) AS countries,
    CASE WHEN $territory IS NULL THEN null ELSE count(DISTINCT CASE WHEN EXISTS {
      MATCH (initiative)-[presence:ACTS_IN]->(:Territory)-[:PART_OF]->{0,6}(:Territory {id: $territory})
      WHERE coalesce($on IS NULL OR presence.since < $on + '~', true)
        AND coalesce($on IS NULL OR presence.until >= $on OR $on STARTS WITH presence.until, true)
    } AND ($statuses IS NULL OR initiative.status IN $statuses)
      AND coalesce($on IS NULL OR initiative.startedOn < $on + '~', true)
      AND coalesce($on IS NULL OR initiative.endedOn >= $on OR $on STARTS WITH initiative.endedOn, true)
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
      THEN initiative END) END AS here
}
RETURN {
  id: root.id, name: coalesce(root.familyName, root.name), summary: coalesce(root.familySummary, root.summary),
  startedOn: root.startedOn, initiatives: initiatives, generations: generations, countries: countries, here: here
} AS family
