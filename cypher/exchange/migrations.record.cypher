// Remember that a migration was made.
CREATE (:Migration {id: $id, checksum: $checksum, appliedOn: $now})
