// Keep the mapping that the files of an import were read by, for their next version.
MATCH (import:Import {number: $number})
SET import += {mappingText: $text}
