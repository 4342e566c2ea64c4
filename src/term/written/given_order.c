/*
 * Tried: xterm and tmux in it show each cell where it is put; kitty turns the letters of words, and leaves the words where they are. Not tried, as
 * their makers say (https://terminal-wg.pages.freedesktop.org/bidi/): VTE, Konsole, mlterm and macOS' Terminal set lines in order by
 * themselves. Whatever is not named here is taken to show each cell where it is put.
 */
#include "term/written/given_order.h"

#include "base/count_of.h"

typedef struct Row {
    const char *variable; /* NULL: what it calls itself */
    const char *value;    /* begins so; "": is set */
    TextOrder order;
} Row;

static const Row rows[] = {
    {NULL, "kitty", ORDER_OF_WORDS},        {NULL, "VTE", ORDER_OF_TERMINAL},
    {NULL, "Konsole", ORDER_OF_TERMINAL},   {NULL, "mlterm", ORDER_OF_TERMINAL},
    {NULL, "XTerm", ORDER_OF_LETTERS},      {"TERM", "xterm-kitty", ORDER_OF_WORDS},
    {"TERM", "mlterm", ORDER_OF_TERMINAL},  {"TERM_PROGRAM", "Apple_Terminal", ORDER_OF_TERMINAL},
    {"VTE_VERSION", "", ORDER_OF_TERMINAL}, {"KONSOLE_VERSION", "", ORDER_OF_TERMINAL},
};

static bool fits(const Row *row, Text name, const char *(*variable)(const char *name))
{
    Text value = row->variable ? text_from(variable(row->variable)) : name;

    return value.size > 0 && text_starts_with(value, text_from(row->value));
}

TextOrder given_order(OrderChoice choice, Text name, const char *(*variable)(const char *name))
{
    static const TextOrder chosen[] = {
        [ORDER_BY_READER] = ORDER_OF_LETTERS, [ORDER_BY_BOTH] = ORDER_OF_WORDS, [ORDER_BY_TERMINAL] = ORDER_OF_TERMINAL};

    if (choice != ORDER_AUTO)
        return chosen[choice];
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        if (fits(&rows[i], name, variable))
            return rows[i].order;
    }
    return ORDER_OF_LETTERS;
}
