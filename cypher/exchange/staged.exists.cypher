// Did a writer that was cut off leave anything?
RETURN EXISTS { MATCH (:Staged) } AS isThere
