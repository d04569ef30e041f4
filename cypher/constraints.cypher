// What must be unique. Run at every migrate: each statement leaves alone what is already there.
CREATE CONSTRAINT record_id IF NOT EXISTS FOR (record:Record) REQUIRE record.id IS UNIQUE;
CREATE CONSTRAINT initiative_id IF NOT EXISTS FOR (initiative:Initiative) REQUIRE initiative.id IS UNIQUE;
CREATE CONSTRAINT partner_id IF NOT EXISTS FOR (partner:Partner) REQUIRE partner.id IS UNIQUE;
CREATE CONSTRAINT network_id IF NOT EXISTS FOR (network:Network) REQUIRE network.id IS UNIQUE;
CREATE CONSTRAINT territory_id IF NOT EXISTS FOR (territory:Territory) REQUIRE territory.id IS UNIQUE;
CREATE CONSTRAINT commons_id IF NOT EXISTS FOR (commons:Commons) REQUIRE commons.id IS UNIQUE;
CREATE CONSTRAINT element_id IF NOT EXISTS FOR (element:Element) REQUIRE element.id IS UNIQUE;
CREATE CONSTRAINT theme_id IF NOT EXISTS FOR (theme:Theme) REQUIRE theme.id IS UNIQUE;
CREATE CONSTRAINT result_id IF NOT EXISTS FOR (result:Result) REQUIRE result.id IS UNIQUE;
CREATE CONSTRAINT grant_id IF NOT EXISTS FOR (grant:Grant) REQUIRE grant.id IS UNIQUE;
CREATE CONSTRAINT readiness_id IF NOT EXISTS FOR (readiness:Readiness) REQUIRE readiness.id IS UNIQUE;
CREATE CONSTRAINT programme_id IF NOT EXISTS FOR (programme:Programme) REQUIRE programme.id IS UNIQUE;
CREATE CONSTRAINT steering_committee_id IF NOT EXISTS FOR (committee:SteeringCommittee) REQUIRE committee.id IS UNIQUE;
CREATE CONSTRAINT support_id IF NOT EXISTS FOR (support:Support) REQUIRE support.id IS UNIQUE;
CREATE CONSTRAINT cohort_id IF NOT EXISTS FOR (cohort:Cohort) REQUIRE cohort.id IS UNIQUE;
CREATE CONSTRAINT sponsorship_id IF NOT EXISTS FOR (sponsorship:Sponsorship) REQUIRE sponsorship.id IS UNIQUE;
CREATE CONSTRAINT co_development_session_id IF NOT EXISTS FOR (session:CoDevelopmentSession) REQUIRE session.id IS UNIQUE;
CREATE CONSTRAINT matchmaking_event_id IF NOT EXISTS FOR (event:MatchmakingEvent) REQUIRE event.id IS UNIQUE;
CREATE CONSTRAINT pitch_id IF NOT EXISTS FOR (pitch:Pitch) REQUIRE pitch.id IS UNIQUE;
CREATE CONSTRAINT identifier_id IF NOT EXISTS FOR (identifier:Identifier) REQUIRE identifier.id IS UNIQUE;
CREATE CONSTRAINT sheet_id IF NOT EXISTS FOR (sheet:Sheet) REQUIRE sheet.id IS UNIQUE;
CREATE CONSTRAINT spreading_plan_id IF NOT EXISTS FOR (plan:SpreadingPlan) REQUIRE plan.id IS UNIQUE;
// A Migration is no record of the domain: it says which change of data was made, and V0000 is what writers lock.
CREATE CONSTRAINT migration_id IF NOT EXISTS FOR (migration:Migration) REQUIRE migration.id IS UNIQUE;
// An Import says who brought which files when, its parts what that did to each record; neither is a record.
CREATE CONSTRAINT import_number IF NOT EXISTS FOR (import:Import) REQUIRE import.number IS UNIQUE;
// Many records at once are written as Staged, which nothing reads, and become records in one last step.
CREATE CONSTRAINT staged_id IF NOT EXISTS FOR (staged:Staged) REQUIRE staged.id IS UNIQUE;
