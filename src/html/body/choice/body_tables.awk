# Makes the tables of what was learned of blocks, as a header. Works with any POSIX awk.
#
#     awk -f body_tables.awk measures.def body-weights.tsv body-trees.tsv > body_tables.h
#     awk -f body_tables.awk body-quality.tsv > body_quality_table.h
#
# body-weights.tsv has rows "name, tab, weight"; body-trees.tsv rows "measure, bound, below, above" and "-, number, next": see body_trees.h.

BEGIN { FS = "\t"; print "/* Made by body_tables.awk. */" }

# A number as C has it.
function float(text) { return text (text ~ /[.e]/ ? "" : ".0") "F" }

/^#/ || /^$/ { next }

FILENAME ~ /measures.def$/ {
    if (match($0, /^MEASURE\([A-Z_0-9]+/)) {
        id = substr($0, 9, RLENGTH - 8)
        split($0, quoted, "\"")
        constant[quoted[2]] = "MEASURE_" id
    }
    next
}

FILENAME ~ /body-weights.tsv$/ {
    if (!weights++)
        print "static const struct { Text name; float weight; } body_weights[] = {"
    name = $1
    gsub(/[\\"]/, "\\\\&", name)
    printf "    {LITERAL(\"%s\"), %s},\n", name, float($2)
    next
}

FILENAME ~ /body-quality.tsv$/ {
    if ($1 == "50")
        print "};\n\nstatic const float quality_anchors[] = {"
    else if (!terms++)
        print "static const float quality_weights[QUALITY_TERM_COUNT] = {"
    printf "    %s, /* %s */\n", float($2), $1
    next
}

{
    if (!nodes++)
        print "};\n\nstatic const TreeNode body_trees[] = {"
    if ($1 == "-")
        printf "    {-1, %d, 0, %s},\n", $3, float($2)
    else if ($1 in constant)
        printf "    {%s, %d, %d, %s},\n", constant[$1], $3, $4, float($2)
    else {
        printf "%s:%d: no such measure: %s\n", FILENAME, FNR, $1 | "cat >&2"
        exit 1
    }
}

END { print "};" }
