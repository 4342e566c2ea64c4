/*
 * A word may have "%u" (an address), "%f" (a file), "%l" (a line) and "%%" in it, where the program knows of such; anything else after a "%" is a
 * mistake, told when the configuration is read.
 *
 *     fetch: [wget, -qO-, --, "%u"]
 *     editor: [vim, "+%l", "%f"]
 */
#include "config/program.h"

#include <config.h> /* not the one beside this file */

/* An answer that is none is told by its status; where an address leads is asked for no further than the web; what is shown as long as it comes is
 * written as it comes. The user's own .curlrc could write to files: it is not read. What a server writes in its own words, the type, comes last:
 * only so much of what is said is kept. */
static const Text fetch_words[] = {
    LITERAL("curl"),
    LITERAL("--disable"),
    LITERAL("--fail"),
    LITERAL("--silent"),
    LITERAL("--show-error"),
    LITERAL("--location"),
    LITERAL("--no-buffer"),
    LITERAL("--globoff"),
    LITERAL("--compressed"),
    LITERAL("--proto"),
    LITERAL("=http,https"),
    LITERAL("--proto-redir"),
    LITERAL("=http,https"),
    LITERAL("--max-redirs"),
    LITERAL("5"),
    LITERAL("--connect-timeout"),
    LITERAL("10"),
    LITERAL("--max-time"),
    LITERAL("60"),
    LITERAL("--user-agent"),
    LITERAL("quoin/" PACKAGE_VERSION),
    LITERAL("--write-out"),
    LITERAL("%%{stderr}quoin-fetch status %%{http_code}\\nquoin-fetch address %%{url_effective}\\n"
            "quoin-fetch type %%{content_type}\\n"),
    LITERAL("--"),
    LITERAL("%u"),
};

static const Text browser_words[] = {LITERAL("xdg-open"), LITERAL("%u")};

typedef struct ProgramRow {
    ProgramWords words;
    const char *places;   /* the letters that may follow a "%" */
    const char *expected; /* for messages: an example, */
    const char *meaning;  /* … and what its places are */
} ProgramRow;

static const ProgramRow programs[] = {
    [PROGRAM_FETCH] = {{fetch_words, COUNT_OF(fetch_words)},
                       "u",
                       "a list of words, such as [wget, -qO-, --, \"%u\"]",
                       "\"%u\" is the address, \"%%\" a per cent sign"},
    [PROGRAM_BROWSER] = {{browser_words, COUNT_OF(browser_words)},
                         "u",
                         "a list of words, such as [firefox, \"%u\"]",
                         "\"%u\" is the address, \"%%\" a per cent sign"},
    [PROGRAM_EDITOR] = {{NULL, 0},
                        "fl",
                        "a list of words, such as [vim, \"+%l\", \"%f\"]",
                        "\"%f\" is the file, \"%l\" the line, \"%%\" a per cent sign"},
    [PROGRAM_CLIPBOARD] = {{NULL, 0},
                           "",
                           "a list of words, such as [xclip, -selection, clipboard]",
                           "\"%%\" is a per cent sign"},
};
_Static_assert(COUNT_OF(programs) == PROGRAM_COUNT, "a row for each");

ProgramWords program_default(ProgramId id)
{
    return programs[id].words;
}

/* ---- reading ---- */

/* Does a place begin at the "%" at `at` that this program has? */
static bool is_place(const ProgramRow *row, Text word, size_t at)
{
    char letter = at + 1 < word.size ? word.bytes[at + 1] : '\0';

    return letter == '%' || (letter && strchr(row->places, letter));
}

static bool check_word(const ProgramRow *row, const YamlNode *node, Text word, Report *report)
{
    for (size_t at = 0; (at = text_find_byte(word, '%', at)) != TEXT_NOT_FOUND; at += 2) {
        size_t size = 0;

        if (is_place(row, word, at))
            continue;
        if (at + 1 < word.size)
            (void)utf8_decode(word, at + 1, &size);
        report_add(report, SEVERITY_ERROR, node->line, node->column, "\"%.*s\" stands for nothing here; %s",
                   TEXT_ARGS(text_slice(word, (Range){at, at + 1 + size})), row->meaning);
        return false;
    }
    return true;
}

bool program_read(Arena *arena, ProgramId id, const YamlNode *node, Report *report, ProgramWords *words)
{
    const ProgramRow *row = &programs[id];
    ARRAY(Text) found = {0};

    if (!yaml_expect(node, YAML_SEQUENCE, row->expected, report))
        return false;
    YAML_EACH(item, node) {
        Text word;

        if (!yaml_text(item, "a word", report, &word) || !check_word(row, item, word, report))
            return false;
        ARRAY_PUSH(arena, found, word);
    }
    if (found.count == 0 || found.items[0].size == 0) {
        report_add(report, SEVERITY_ERROR, node->line, node->column, "no program is named here; expected %s",
                   row->expected);
        return false;
    }
    *words = (ProgramWords){found.items, found.count};
    return true;
}
