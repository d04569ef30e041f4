// Is there no record at all?
RETURN NOT EXISTS { MATCH (:Record) } AS isEmpty
