/*
 * Two words are like each other by their letters: spelled otherwise, or one the opposite of the other by its beginning or end ("likely",
 * "unlikely"; "harmless", "harmful"; "import", "export").
 */
#include "article/anchors/words/word_likeness.h"

enum { LONGEST_SPELLED = 40 /* bytes of a word whose spelling is compared */ };

/* Distance of two words in letters, two exchanged neighbours being one change (Damerau); `limit` + 1 when it is more. */
static size_t letter_distance(Text a, Text b, size_t limit)
{
    unsigned char rows[3][LONGEST_SPELLED + 1];

    if (a.size > LONGEST_SPELLED || b.size > LONGEST_SPELLED || a.size > b.size + limit || b.size > a.size + limit)
        return limit + 1;
    for (size_t i = 0; i <= b.size; i++)
        rows[0][i] = (unsigned char)i;
    for (size_t i = 1; i <= a.size; i++) {
        unsigned char *row = rows[i % 3], *above = rows[(i + 2) % 3], *before = rows[(i + 1) % 3];

        row[0] = (unsigned char)i;
        for (size_t j = 1; j <= b.size; j++) {
            unsigned best = above[j - 1] + (unsigned)(a.bytes[i - 1] != b.bytes[j - 1]);

            best = above[j] + 1u < best ? above[j] + 1u : best;
            best = row[j - 1] + 1u < best ? row[j - 1] + 1u : best;
            if (i > 1 && j > 1 && a.bytes[i - 1] == b.bytes[j - 2] && a.bytes[i - 2] == b.bytes[j - 1] &&
                before[j - 2] + 1u < best)
                best = before[j - 2] + 1u;
            row[j] = (unsigned char)best;
        }
    }
    return rows[a.size % 3][b.size] <= limit ? rows[a.size % 3][b.size] : limit + 1;
}

bool letters_are_same_spelled(Text a, Text b)
{
    size_t shorter = a.size < b.size ? a.size : b.size, limit = shorter >= 7 ? 2 : shorter >= 3 ? 1 : 0;

    return limit && a.bytes[0] == b.bytes[0] && letter_distance(a, b, limit) <= limit;
}

bool letters_need_hyphen(Text letters)
{
    static const Text words[] = {LITERAL("resign"),   LITERAL("resigns"),   LITERAL("resigned"),   LITERAL("resigning"),
                                 LITERAL("recover"),  LITERAL("recovered"), LITERAL("recovers"),   LITERAL("reform"),
                                 LITERAL("reformed"), LITERAL("reforms"),   LITERAL("recreation"), LITERAL("represent"),
                                 LITERAL("resent"),   LITERAL("unionized"), LITERAL("unionised"),  LITERAL("release"),
                                 LITERAL("released")};

    return TEXT_IS_ONE_OF(letters, words);
}

/* Is one the other with a prefix that turns its meaning, or with "-less" for "-ful"? */
static bool are_turned(Text a, Text b)
{
    static const Text prefixes[] = {
        LITERAL("un"),  LITERAL("in"),      LITERAL("im"),   LITERAL("il"),    LITERAL("ir"),  LITERAL("non"),
        LITERAL("dis"), LITERAL("mis"),     LITERAL("anti"), LITERAL("de"),    LITERAL("a"),   LITERAL("ab"),
        LITERAL("ex"),  LITERAL("counter"), LITERAL("over"), LITERAL("under"), LITERAL("pre"), LITERAL("post"),
        LITERAL("sub"), LITERAL("super"),   LITERAL("pro"),  LITERAL("out"),   LITERAL("up"),  LITERAL("down"),
        LITERAL("im"),  LITERAL("em"),      LITERAL("re"),   LITERAL("half")};
    Text longer = a.size > b.size ? a : b, shorter = a.size > b.size ? b : a, root;

    for (size_t i = 0; i < COUNT_OF(prefixes); i++) {
        if (shorter.size > 1 && text_starts_with(longer, prefixes[i]) &&
            text_equal(text_slice(longer, (Range){prefixes[i].size, longer.size}), shorter))
            return true;
    }
    if (text_ends_with(longer, TEXT("less")) && text_equal(text_slice(longer, (Range){0, longer.size - 4}), shorter))
        return true;
    root = text_slice(a, (Range){0, a.size > 4 ? a.size - 4 : 0});
    if (text_ends_with(a, TEXT("less")) && b.size == root.size + 3 && text_starts_with(b, root) &&
        text_ends_with(b, TEXT("ful")))
        return true;
    root = text_slice(b, (Range){0, b.size > 4 ? b.size - 4 : 0});
    return text_ends_with(b, TEXT("less")) && a.size == root.size + 3 && text_starts_with(a, root) &&
           text_ends_with(a, TEXT("ful"));
}

/* "including" and "excluding", "import" and "export", "inner" and "outer", "maximum" and "minimum": the same end, opposite beginnings. */
static bool have_opposite_beginnings(Text a, Text b)
{
    static const Text pairs[][2] = {
        {LITERAL("in"), LITERAL("ex")},    {LITERAL("im"), LITERAL("ex")},      {LITERAL("in"), LITERAL("de")},
        {LITERAL("pro"), LITERAL("anti")}, {LITERAL("over"), LITERAL("under")}, {LITERAL("up"), LITERAL("down")},
        {LITERAL("pre"), LITERAL("post")}, {LITERAL("en"), LITERAL("dis")},     {LITERAL("maxi"), LITERAL("mini")},
        {LITERAL("in"), LITERAL("out")},   {LITERAL("im"), LITERAL("em")},      {LITERAL("opti"), LITERAL("pessi")},
        {LITERAL("in"), LITERAL("un")},    {LITERAL("as"), LITERAL("des")},     {LITERAL("in"), LITERAL("re")}};

    for (size_t i = 0; i < COUNT_OF(pairs); i++) {
        for (int turn = 0; turn < 2; turn++) {
            Text first = pairs[i][turn], second = pairs[i][1 - turn];

            if (text_starts_with(a, first) && text_starts_with(b, second) && a.size > first.size + 2 &&
                text_equal(text_slice(a, (Range){first.size, a.size}), text_slice(b, (Range){second.size, b.size})))
                return true;
        }
    }
    return false;
}

bool letters_are_opposite(Text a, Text b)
{
    return are_turned(a, b) || have_opposite_beginnings(a, b);
}
