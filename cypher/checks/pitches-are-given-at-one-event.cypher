// Every event is convened by a network or a programme, and every pitch presents exactly one initiative at exactly one event.
CALL () {
  MATCH (event:MatchmakingEvent)
  WHERE NOT EXISTS { (:Network|Programme)-[:CONVENES]->(event) }
  RETURN event.id AS id, 'is convened by nobody' AS detail
  UNION ALL
  MATCH (pitch:Pitch)
  WITH pitch, COUNT { (pitch)-[:GIVEN_AT]->(:MatchmakingEvent) } AS events, COUNT { (pitch)-[:PRESENTS]->(:Initiative) } AS initiatives
  WHERE events <> 1 OR initiatives <> 1
  RETURN pitch.id AS id, 'presents ' + toString(initiatives) + ' initiatives at ' + toString(events) + ' events' AS detail
}
RETURN [id] AS ids, detail
