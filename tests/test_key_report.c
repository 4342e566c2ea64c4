/* Keys with their modifiers as terminals report them: kitty's protocol, and the forms before it. */
#include "keys/key.h"
#include "tap.h"
#include "term/reports/key_report.h"

/* Told is the key as a configuration has it; "" for one that means nothing, "-" for what is no report of a key. */
static const struct {
    Text body;
    const char *told;
} rows[] = {
    {LITERAL("27u"), "<Esc>"},
    {LITERAL("27;1u"), "<Esc>"},
    {LITERAL("105;5u"), "<C-i>"},
    {LITERAL("109;5u"), "<C-m>"},
    {LITERAL("105;133u"), "<C-i>"}, /* Num Lock */
    {LITERAL("9u"), "<Tab>"},
    {LITERAL("13u"), "<Enter>"},
    {LITERAL("127u"), "<Backspace>"},
    {LITERAL("9;2u"), "<S-Tab>"},
    {LITERAL("13;5u"), "<C-Enter>"},
    {LITERAL("100;5u"), "<C-d>"},
    {LITERAL("100:68;6u"), "<C-d>"},
    {LITERAL("118;3u"), "<M-v>"},
    {LITERAL("118:86;4u"), "<M-V>"},
    {LITERAL("118;4u"), "<M-V>"},
    {LITERAL("46:62;4u"), "<M->>"},
    {LITERAL("44:60;4u"), "<M-lt>"},
    {LITERAL("97;33u"), "<M-a>"}, /* Meta where there is Alt too */
    {LITERAL("97;7u"), "<C-M-a>"},
    {LITERAL("97u"), "a"},
    {LITERAL("97::97;5u"), "<C-a>"}, /* no shifted form, the key of the usual layout */
    {LITERAL("1092::97;5u"), "<C-\xD1\x84>"},
    {LITERAL("97;1:1u"), "a"},
    {LITERAL("97;1:2u"), "a"},
    {LITERAL("97;1:3u"), ""},
    {LITERAL("97;9u"), ""},    /* Super */
    {LITERAL("57441;2u"), ""}, /* Shift itself */
    {LITERAL("57414u"), "<Enter>"},
    {LITERAL("57399u"), "0"},
    {LITERAL("57419u"), "<Up>"},
    {LITERAL("57427u"), ""},
    {LITERAL("0u"), ""},
    {LITERAL("55296u"), ""},
    {LITERAL("A"), "<Up>"},
    {LITERAL("1;129A"), "<Up>"},
    {LITERAL("1;5C"), "<C-Right>"},
    {LITERAL("1;3:3A"), ""},
    {LITERAL("Z"), "<S-Tab>"},
    {LITERAL("1;2P"), "<S-F1>"},
    {LITERAL("13~"), "<F3>"},
    {LITERAL("5~"), "<PgUp>"},
    {LITERAL("3;5~"), "<C-Del>"},
    {LITERAL("99~"), ""},
    {LITERAL(""), "-"},
    {LITERAL("?1u"), "-"},
    {LITERAL("<u"), "-"},
    {LITERAL("97;1;97;1u"), "-"},
    {LITERAL("97:1:1:1u"), "-"},
    {LITERAL("99999999999u"), "-"},
    {LITERAL("x"), "-"},
    {LITERAL("0;1m"), "-"},
};

int main(void)
{
    Arena arena = {0};

    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        Key key = {0};
        Text told = TEXT("-");

        if (key_report_read(rows[i].body, &key))
            told = key.code ? key_sequence_write(&(KeySequence){.keys = {key}, .count = 1}, &arena) : (Text){0};
        ok(text_equal(told, text_from(rows[i].told)), "CSI %.*s: %s, found %.*s", TEXT_ARGS(rows[i].body), rows[i].told,
           TEXT_ARGS(told));
    }
    arena_release(&arena);
    return tap_done();
}
