// Which models could be taken up by this partner or in this territory, why, and who could help?
CALL () {
  MATCH (asked:Territory {id: $territory})
  RETURN asked, asked AS place
  UNION ALL
  MATCH (asked:Partner {id: $partner})
  OPTIONAL MATCH (asked)-[:BASED_IN]->(base:Territory)
  WITH asked, base ORDER BY base.id
  RETURN asked, head(collect(base)) AS place
}
CALL (asked) {
  CALL (asked) {
    MATCH path = (asked)<-[:PART_OF]-{0,5}(inside:Territory)
    WITH inside, min(length(path)) AS depth
    MATCH (inside)<-[:ACTS_IN]-(initiative:Initiative)
    RETURN initiative
    UNION
    MATCH path = (asked)<-[:PART_OF]-{0,5}(inside:Territory)
    WITH inside, min(length(path)) AS depth
    MATCH (inside)<-[:BASED_IN]-(:Partner)-[:PARTNERS_IN]->(initiative:Initiative)
    RETURN initiative
    UNION
    MATCH (asked:Partner)-[:HEADS]->(:Network)<-[:MEMBER_OF]-(:Partner)-[:PARTNERS_IN]->(initiative:Initiative)
    RETURN initiative
    UNION
    MATCH (asked:Partner)-[:PARTNERS_IN]->(initiative:Initiative)
    RETURN initiative
  }
  MATCH (initiative)-[:ABOUT]->(theme:Theme)
  WITH theme, count(DISTINCT initiative) AS initiatives
  ORDER BY initiatives DESC, theme.id LIMIT 10
  RETURN collect(theme) AS usual, collect([theme.id, theme.name, initiatives]) AS themes
}
CALL () {
  MATCH path = (:Theme {id: $theme})<-[:BROADER]-{0,10}(theme:Theme)
  WITH theme, min(length(path)) AS depth
  ORDER BY depth, theme.id
  RETURN collect(theme) AS wanted
}
CALL (place) {
  MATCH path = (place)-[:PART_OF]->{0,5}(around:Territory)
  WITH around, min(length(path)) AS height
  RETURN collect(around) AS circle
}
WITH asked, place, themes, wanted, circle, toString(date()) AS today,
  [theme IN wanted | [theme, 3]] + [theme IN usual[..3] WHERE NOT theme IN wanted | [theme, 3]]
    + [theme IN usual[3..] WHERE NOT theme IN wanted | [theme, 2]] AS anchors,
  CASE WHEN place.level IN ['DEPARTMENT', 'REGION', 'COUNTRY'] THEN [0, 0] ELSE
    head([class IN [[0, 2000], [2000, 10000], [10000, 50000], [50000, 200000], [200000, 10000000000]]
      WHERE class[0] <= place.population < class[1]]) END AS class
// Who said last that it is ready, and can give how much.
CALL (asked, circle, today) {
  CALL (asked, circle) {
    MATCH (member:Partner {id: $partner})
    RETURN member
    UNION
    MATCH (asked:Partner)-[:HEADS]->(:Network)<-[:MEMBER_OF]-(member:Partner)
    RETURN member
    UNION
    UNWIND circle AS around
    MATCH path = (around)<-[:PART_OF]-{0,5}(inside:Territory)
    WHERE asked:Territory AND (around = asked OR NOT around.level IN ['REGION', 'COUNTRY'])
    WITH inside, min(length(path)) AS depth
    MATCH (inside)<-[:BASED_IN]-(member:Partner)
    RETURN member
  }
  CALL (member) {
    MATCH (member)-[:DECLARED]->(readiness:Readiness)
    RETURN readiness ORDER BY readiness.asOf DESC, readiness.recordedOn DESC, readiness.id DESC LIMIT 1
  }
  WITH member, readiness, today
  WHERE readiness.isApproved AND readiness.availableEffort > 0
    AND (readiness.readyFrom IS NULL OR readiness.readyFrom <= today)
    AND (readiness.readyUntil IS NULL OR readiness.readyUntil >= today OR today STARTS WITH readiness.readyUntil)
  ORDER BY readiness.availableEffort DESC, member.id LIMIT 50
  RETURN collect([member, readiness]) AS willing
}
CALL (asked, place, anchors, wanted, circle, class, willing, today) {
  // First by what is cheap to know: themes, territories like this one, near ones.
  CALL (asked, place, anchors, wanted, circle, class) {
    CALL (place, anchors, circle, class) {
      UNWIND anchors AS anchor
      WITH anchor[0] AS theme, anchor[1] AS points
      MATCH (theme)<-[:ABOUT]-(initiative:Initiative)
      RETURN initiative, count(CASE points WHEN 3 THEN 1 END) AS threes, count(CASE points WHEN 2 THEN 1 END) AS twos, 0 AS likeness, 0 AS nearness
      UNION ALL
      MATCH (like:Territory)
      WHERE like.level = place.level AND like.population >= class[0] AND like.population < class[1]
      MATCH path = (like)<-[:PART_OF]-{0,5}(inside:Territory)
      WITH like, inside, min(length(path)) AS depth
      MATCH (inside)<-[:ACTS_IN]-(initiative:Initiative)
      RETURN DISTINCT initiative, 0 AS threes, 0 AS twos, 2 AS likeness, 0 AS nearness
      UNION ALL
      UNWIND CASE WHEN class[1] = 0 AND anchors = [] THEN [place.level] ELSE [] END AS level
      MATCH (like:Territory {level: level})
      MATCH path = (like)<-[:PART_OF]-{0,5}(inside:Territory)
      WITH like, inside, min(length(path)) AS depth
      MATCH (inside)<-[:ACTS_IN]-(initiative:Initiative)
      RETURN DISTINCT initiative, 0 AS threes, 0 AS twos, 2 AS likeness, 0 AS nearness
      UNION ALL
      UNWIND circle AS around
      MATCH path = (around)<-[:PART_OF]-{0,5}(inside:Territory)
      WHERE around.level <> 'COUNTRY'
      WITH around, inside, min(length(path)) AS depth
      MATCH (inside)<-[:ACTS_IN]-(initiative:Initiative)
      RETURN initiative, 0 AS threes, 0 AS twos, 0 AS likeness,
        max(CASE around.level WHEN 'REGION' THEN 3 WHEN 'DEPARTMENT' THEN 5 ELSE 6 END) AS nearness
    }
    WITH initiative, sum(threes) AS threes, sum(twos) AS twos, max(likeness) AS likeness, max(nearness) AS nearness
    WITH initiative, nearness, likeness
      + CASE WHEN threes > 3 THEN 9 WHEN threes + twos > 3 THEN 6 + threes ELSE 3 * threes + 2 * twos END AS points
    WHERE initiative.endedOn IS NULL AND coalesce(initiative.status, 'RUNNING') IN ['RUNNING', 'CONSOLIDATING', 'SPREADING']
      AND ($theme IS NULL OR EXISTS { MATCH (initiative)-[:ABOUT]->(theme:Theme) WHERE theme IN wanted })
    WITH initiative, points, nearness
    ORDER BY points + nearness DESC, initiative.id LIMIT 2000
    CALL (initiative) {
      MATCH path = (initiative)-[:REPLICATES]->{0,40}(root:Initiative)
      WITH root, min(length(path)) AS height
      WHERE NOT EXISTS { (root)-[:REPLICATES]->() }
      RETURN root ORDER BY root.familyName IS NULL, height, root.startedOn, root.id LIMIT 1
    }
    RETURN root, [initiative, points] AS candidate, 0 AS isThere
    UNION ALL
    MATCH path = (asked)<-[:PART_OF]-{0,5}(inside:Territory)
    WITH inside, min(length(path)) AS depth
    MATCH (inside)<-[:ACTS_IN]-(there:Initiative)
    MATCH up = (there)-[:REPLICATES]->{0,40}(root:Initiative)
    WITH root, min(length(up)) AS height
    WHERE NOT EXISTS { (root)-[:REPLICATES]->() }
    RETURN root, NULL AS candidate, 1 AS isThere
    UNION ALL
    MATCH (asked:Partner)-[:PARTNERS_IN]->(there:Initiative)
    MATCH up = (there)-[:REPLICATES]->{0,40}(root:Initiative)
    WITH root, min(length(up)) AS height
    WHERE NOT EXISTS { (root)-[:REPLICATES]->() }
    RETURN root, NULL AS candidate, 1 AS isThere
  }
  WITH root, collect(candidate) AS candidates, max(isThere) AS isThere
  WHERE isThere = 0
  UNWIND candidates AS row
  WITH root, row[0] AS initiative, row[1] AS points
  CALL (initiative, circle) {
    OPTIONAL MATCH (initiative)-[:ACTS_IN]->(:Territory)-[:PART_OF]->{0,5}(around:Territory)
    WHERE around IN circle
    RETURN around, CASE WHEN around IS NULL THEN 0 WHEN around.level = 'COUNTRY' THEN 1 WHEN around.level = 'REGION' THEN 3
      WHEN around.level = 'DEPARTMENT' THEN 5 ELSE 6 END AS nearness
    ORDER BY nearness DESC, around.id LIMIT 1
  }
  WITH root, initiative, points + nearness AS points, around, nearness
  ORDER BY nearness = 0, points DESC, nearness DESC, initiative.startedOn, initiative.id
  WITH root, collect([initiative, points, around, nearness])[0] AS best
  ORDER BY best[1] DESC, root.id LIMIT 200
  WITH root, best[0] AS example, best[2] AS around, best[3] AS nearness
  // Then, of the 200 best, by what takes a longer look.
  CALL (place, circle, class, root) {
    MATCH path = (root)<-[:REPLICATES]-{0,40}(member:Initiative)
    WITH place, circle, class, member, min(length(path)) AS generation
    WHERE member.endedOn IS NULL AND coalesce(member.status, 'RUNNING') IN ['RUNNING', 'CONSOLIDATING', 'SPREADING']
    OPTIONAL MATCH (member)-[:ACTS_IN]->(site:Territory)
    CALL (place, circle, class, site) {
      MATCH path = (site)-[:PART_OF]->{0,5}(around:Territory)
      WITH place, circle, class, around, min(length(path)) AS height
      RETURN coalesce(max(CASE WHEN NOT around IN circle THEN 0 WHEN around.level = 'COUNTRY' THEN 1 WHEN around.level = 'REGION' THEN 2 ELSE 3 END), 0) AS nearness,
        collect(CASE WHEN around.level = place.level AND (class[1] = 0 OR class[0] <= around.population < class[1]) THEN around END)[0] AS like
    }
    WITH member, site, nearness, like
    ORDER BY nearness DESC, member.startedOn, member.id, site.id LIMIT 1000
    RETURN collect([member, site, nearness, like]) AS sites
  }
  CALL (sites) {
    UNWIND sites AS row
    WITH row, row[3] AS like
    WHERE like IS NOT NULL
    WITH like, collect(row)[0] AS first
    WITH like, first[0] AS member, first[2] AS nearness
    ORDER BY nearness DESC, member.startedOn, member.id LIMIT 3
    RETURN collect(['INITIATIVE', member.id, member.name, CASE nearness WHEN 0 THEN 1 ELSE 2 END, like.name, NULL]) AS likeness
  }
  CALL (asked, sites, today) {
    UNWIND sites[..20] AS row
    WITH asked, today, row[0] AS member, row[1] AS site, row[2] AS nearness
    CALL (asked, today, member) {
      MATCH (sponsor:Partner)-[link:PARTNERS_IN]->(member)
      WHERE link.role IN ['CARRIER', 'SPONSOR_GROUP', 'NETWORK_HEAD'] AND (link.until IS NULL OR link.until >= today OR today STARTS WITH link.until)
      RETURN sponsor, link.role AS role
      UNION
      MATCH (sponsor:Partner)-[:SPONSORS]->(:Sponsorship)-[:ON]->(member)
      RETURN sponsor, 'SPONSOR_GROUP' AS role
    }
    WITH asked, sponsor, role, member, site, nearness
    WHERE sponsor <> asked
    WITH sponsor, role, member, site,
      CASE WHEN EXISTS { (asked)-[:MEMBER_OF|HEADS]->(:Network)<-[:MEMBER_OF|HEADS]-(sponsor) } THEN 3 ELSE nearness END AS points
    ORDER BY points DESC, role = 'NETWORK_HEAD', member.startedOn, member.id, sponsor.id
    WITH sponsor, collect([points, role, member, site])[0] AS best
    WHERE best[0] > 0
    ORDER BY best[0] DESC, best[1] = 'NETWORK_HEAD', best[2].startedOn, best[2].id, sponsor.id LIMIT 5
    RETURN collect([sponsor.id, sponsor.name, best[0], best[3].name, best[1], best[2].id, best[2].name]) AS sponsors
  }
  CALL (root) {
    MATCH path = (root)<-[:REPLICATES]-{0,40}(member:Initiative)
    WITH member, min(length(path)) AS generation
    RETURN collect(member) AS family
  }
  CALL (family) {
    UNWIND family AS member
    MATCH (member)-[:DESCRIBED_BY]->(sheet:Sheet)
    WHERE sheet.expectedEffort >= 0
    WITH member, sheet.expectedEffort AS effort ORDER BY effort, member.id LIMIT 1
    RETURN min(effort) AS effort,
      collect(['INITIATIVE', member.id, member.name, CASE WHEN effort <= 20 THEN 4 WHEN effort <= 60 THEN 2 WHEN effort <= 120 THEN 1 ELSE 0 END, NULL, effort]) AS simple
  }
  CALL (family) {
    UNWIND family AS member
    MATCH (member)-[:DESCRIBED_BY]->(sheet:Sheet {currency: 'EUR'})
    WHERE sheet.setUpCost >= 0
    WITH member, sheet.setUpCost AS cost ORDER BY cost, member.id LIMIT 1
    RETURN collect(['INITIATIVE', member.id, member.name, CASE WHEN cost <= 3000 THEN 4 WHEN cost <= 10000 THEN 2 WHEN cost <= 50000 THEN 1 ELSE 0 END, NULL, cost]) AS cheap
  }
  CALL (family) {
    UNWIND family AS member
    MATCH (member)-[:USES|CONTRIBUTES_TO]->(commons:Commons)
    WHERE commons.kind IN ['PLAYBOOK', 'GUIDE', 'METHOD']
      AND commons.licence =~ '(?i).*(CC0|CC[ -]?BY|Creative Commons|open source|libre|ouverte|GPL|GFDL|FDL|\\bMIT\\b|Apache|BSD|MPL|EUPL|CeCILL|ODbL|domaine public|public domain).*'
      AND NOT commons.licence =~ '(?i).*(\\bND\\b|NoDeriv|pas de modification).*'
    WITH DISTINCT commons, CASE commons.kind WHEN 'PLAYBOOK' THEN 3 ELSE 2 END AS points
    ORDER BY points DESC, commons.name, commons.id LIMIT 2
    RETURN collect(['COMMONS', commons.id, commons.name, points, NULL, NULL]) AS atHand
  }
  CALL (family, effort, willing) {
    UNWIND willing AS step
    WITH step[0] AS member, step[1] AS readiness, family, effort
    WHERE (effort IS NULL OR readiness.availableEffort >= effort)
      AND NOT EXISTS { MATCH (member)-[:PARTNERS_IN]->(initiative:Initiative) WHERE initiative IN family }
    WITH member, readiness, effort ORDER BY readiness.availableEffort DESC, member.id LIMIT 5
    OPTIONAL MATCH (member)-[:BASED_IN]->(base:Territory)
    WITH member, readiness, effort, min(base.name) AS base ORDER BY readiness.availableEffort DESC, member.id
    RETURN collect([member.id, member.name, CASE WHEN effort IS NULL THEN 0 ELSE 1 END, base, readiness.availableEffort, readiness.asOf, readiness.readyUntil]) AS ready
  }
  WITH root, example, sponsors, ready, anchors, around, nearness, likeness, simple, cheap, atHand, size(sites) AS spread,
    COLLECT { MATCH (example)-[:ABOUT]->(theme:Theme) RETURN theme } AS about
  WITH root, example, spread, sponsors, ready, [
    ['SHARED_THEMES', [anchor IN anchors WHERE anchor[0] IN about | ['THEME', anchor[0].id, anchor[0].name, anchor[1], NULL, NULL]][..3]],
    ['NEARBY', CASE WHEN around IS NULL THEN [] ELSE [['TERRITORY', around.id, around.name, nearness, NULL, NULL]] END],
    ['SIMILAR_TERRITORIES', likeness],
    ['LITTLE_EFFORT', simple],
    ['LOW_COST', cheap],
    ['COMMONS_AT_HAND', atHand],
    ['SPONSOR_NEAR', [sponsor IN sponsors[..1] | ['PARTNER'] + sponsor[..4] + [NULL]]],
    ['MEMBERS_READY', [member IN ready[..3] | ['PARTNER'] + member[..5]]]
  ] AS parts
  WITH root, example, spread, sponsors, ready, [part IN parts | [part[0], [proof IN part[1] WHERE proof[3] > 0]]] AS parts
  WITH root, example, spread, sponsors, ready, [part IN parts WHERE part[1] <> []] AS parts,
    reduce(sum = 0, part IN parts | reduce(points = sum, proof IN part[1] | points + proof[3])) AS score
  WHERE score > 0
  OPTIONAL MATCH (example)-[:ACTS_IN]->(site:Territory)
  WITH root, example, spread, min(site.name) AS site, sponsors, ready, parts, score
  ORDER BY score DESC, spread DESC, coalesce(root.familyName, root.name), root.id
  RETURN collect([root.id, coalesce(root.familyName, root.name), coalesce(root.familySummary, root.summary),
    example.id, example.name, site, score, parts, sponsors, ready]) AS found
}
RETURN place.id AS territory, place.name AS territoryName, place.level AS level, class[0] AS leastPopulation, themes, size(found) AS total, found[..$first] AS models
