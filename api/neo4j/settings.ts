type Settings = { port: number; pageCache: string; transaction?: string }

/** neo4j.conf of the embedded server. Neo4j refuses to start on a key that it does not know. */
export function settings({ port, pageCache, transaction = '512m' }: Settings): string {
  return `server.bolt.listen_address=127.0.0.1:${port}
server.http.enabled=false
server.https.enabled=false
dbms.security.auth_enabled=true
dbms.usage_report.enabled=false
server.memory.pagecache.size=${pageCache}
db.transaction.timeout=10s
db.lock.acquisition.timeout=5s
db.memory.transaction.max=${transaction}
dbms.security.allow_csv_import_from_file_urls=false
internal.dbms.cypher_ip_blocklist=0.0.0.0/0,::/0
internal.server.bolt.thread_pool_shutdown_wait_time=1s
db.shutdown_transaction_end_timeout=1s
db.tx_log.rotation.size=32m
db.tx_log.rotation.retention_policy=2 files
`
}
