# The presets of keys as a table for C: a row {"name", "what the file says"} for each file, by its name without its folder and its ending.
function literal(line) {
    gsub(/\\/, "\\\\", line)
    gsub(/"/, "\\\"", line)
    return "\"" line "\\n\""
}
FNR == 1 {
    if (NR > 1)
        print ")},"
    name = FILENAME
    sub(/.*\//, "", name)
    sub(/\.yaml$/, "", name)
    printf "{LITERAL(\"%s\"), LITERAL(\n", name
}
{ print "    " literal($0) }
END { print ")}," }
