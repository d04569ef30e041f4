// Remember what an import did, in parts.
UNWIND $rows AS row
CREATE (part:ImportPart)
SET part = row
