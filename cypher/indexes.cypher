// What lists, search and maps need to be quick. Run at every migrate: each statement leaves alone what is already there.

// Lists are served in the order of names, each page from where the last one ended. sortKey is the folded name and the
// id, written with searchText (api/exchange/searchText.ts).
CREATE INDEX initiative_sort IF NOT EXISTS FOR (initiative:Initiative) ON (initiative.sortKey);
CREATE INDEX partner_sort IF NOT EXISTS FOR (partner:Partner) ON (partner.sortKey);
CREATE INDEX network_sort IF NOT EXISTS FOR (network:Network) ON (network.sortKey);
CREATE INDEX territory_sort IF NOT EXISTS FOR (territory:Territory) ON (territory.sortKey);
CREATE INDEX commons_sort IF NOT EXISTS FOR (commons:Commons) ON (commons.sortKey);
CREATE INDEX theme_sort IF NOT EXISTS FOR (theme:Theme) ON (theme.sortKey);

// What one network recorded.
CREATE INDEX initiative_recorder IF NOT EXISTS FOR (initiative:Initiative) ON (initiative.recordedBy);
CREATE INDEX partner_recorder IF NOT EXISTS FOR (partner:Partner) ON (partner.recordedBy);

// What happened in a period.
CREATE INDEX initiative_started IF NOT EXISTS FOR (initiative:Initiative) ON (initiative.startedOn);
CREATE INDEX initiative_ended IF NOT EXISTS FOR (initiative:Initiative) ON (initiative.endedOn);
CREATE INDEX partnership_since IF NOT EXISTS FOR ()-[link:PARTNERS_IN]-() ON (link.since);
CREATE INDEX partnership_until IF NOT EXISTS FOR ()-[link:PARTNERS_IN]-() ON (link.until);
CREATE INDEX replication_since IF NOT EXISTS FOR ()-[link:REPLICATES]-() ON (link.since);

// Beginnings of words, slips and accents. searchText is the one property that the schema does not know: name, acronym
// and family name as the write path folds them (api/exchange/searchText.ts), the same way as what one types.
CREATE FULLTEXT INDEX search_words IF NOT EXISTS
FOR (record:Initiative|Partner|Network|Territory|Commons|Theme|Programme) ON EACH [record.searchText]
OPTIONS { indexConfig: { `fulltext.analyzer`: 'standard-folding' } };

// Plurals and elisions, on the raw text. The list of properties differs from the one above: an equal one makes no index.
CREATE FULLTEXT INDEX search_stems IF NOT EXISTS
FOR (record:Initiative|Partner|Network|Territory|Commons|Theme|Programme) ON EACH [record.name, record.acronym]
OPTIONS { indexConfig: { `fulltext.analyzer`: 'french' } };

// What these two replaced, without programmes.
DROP INDEX search_folded IF EXISTS;
DROP INDEX search_french IF EXISTS;

// What lies near a point.
CREATE POINT INDEX territory_position IF NOT EXISTS FOR (territory:Territory) ON (territory.position);

// Which territories are of one level and one class of population.
CREATE INDEX territory_class IF NOT EXISTS FOR (territory:Territory) ON (territory.level, territory.population);

// Which partners have one website: records of two networks that may be one organisation.
CREATE INDEX partner_website IF NOT EXISTS FOR (partner:Partner) ON (partner.website);

// What one import did.
CREATE INDEX import_part IF NOT EXISTS FOR (part:ImportPart) ON (part.import);
