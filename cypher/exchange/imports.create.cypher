// Remember an import.
CREATE (import:Import)
SET import = $import
