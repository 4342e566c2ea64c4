/* Words of a command: as a shell cuts and unquotes them, and nothing that only a shell could do. */
#include <stdio.h>

#include "base/shell_words.h"
#include "tap.h"

static const struct {
    const char *command, *words; /* each in <> */
} rows[] = {
    {"wc -w", "<wc><-w>"},
    {"  wc\t-w  ", "<wc><-w>"},
    {"", ""},
    {"   ", ""},
    {"grep 'a b'", "<grep><a b>"},
    {"grep \"a b\"", "<grep><a b>"},
    {"grep a\\ b", "<grep><a b>"},
    {"a''b \"\" ''", "<ab><><>"},
    {"'it'\\''s'", "<it's>"},
    {"\"a\\\"b\\\\c\\d\"", "<a\"b\\c\\d>"},
    {"\"\\$x \\`y\\`\"", "<$x `y`>"},
    {"'$x | > `y`'", "<$x | > `y`>"},
    {"sed s/a*/b?/", "<sed><s/a*/b?/>"},
    {"a\\", "<a\\>"},
    {"sh -c 'a | b'", "<sh><-c><a | b>"},
    {"~/x #y [z]", "<~/x><#y><[z]>"},
    {"caf\u00E9 \u201Cx\u201D", "<caf\u00E9><\u201Cx\u201D>"},
    {"a | b", NULL},
    {"a > b", NULL},
    {"a; b", NULL},
    {"a & b", NULL},
    {"$(a)", NULL},
    {"`a`", NULL},
    {"\"$a\"", NULL},
    {"'a", NULL},
    {"\"a", NULL},
};

int main(void)
{
    Arena arena = {0};

    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        TextBuffer found = {0};
        ShellWords words;
        Text problem;
        bool good = shell_words(&arena, text_from(rows[i].command), &words, &problem);

        for (size_t j = 0; good && j < words.count; j++)
            text_buffer_add(&arena, &found, arena_printf(&arena, "<%s>", words.items[j]));
        ok(good == (rows[i].words != NULL) && good == (problem.size == 0) &&
               (!good || text_equal(text_buffer_text(&found), text_from(rows[i].words))) &&
               (!good || words.count == 0 || !words.items[words.count]),
           "%s: %.*s", rows[i].command, TEXT_ARGS(good ? text_buffer_text(&found) : problem));
    }
    arena_release(&arena);
    return tap_done();
}
