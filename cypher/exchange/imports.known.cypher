// Which imports were made into this graph?
MATCH (import:Import)
OPTIONAL MATCH (network:Network {id: import.recordedBy})
RETURN import {.*, recorder: network.name} AS import
