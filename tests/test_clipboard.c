/* The terminal's own clipboard: which terminals take what is sent there, by what they say and leave in the environment; and what is sent. */
#include "base/base64.h"
#include "tap.h"
#include "term/written/clipboard.h"

static const char *const *variables; /* "NAME=value", NULL at the end */

static const char *find(const char *name)
{
    for (const char *const *at = variables; *at; at++) {
        if (text_starts_with(text_from(*at), text_from(name)) && (*at)[text_from(name).size] == '=')
            return *at + text_from(name).size + 1;
    }
    return NULL;
}

static void test_ability(void)
{
    static const struct {
        const char *name;
        const char *const variables[3];
        ClipboardTrust trust;
        bool says_so;
    } rows[] = {
        {"", {"TERM=xterm-256color"}, CLIPBOARD_UNKNOWN, false},
        {"", {"TERM=xterm-kitty"}, CLIPBOARD_TAKES, false},
        {"kitty(0.26.5)", {"TERM=xterm-256color"}, CLIPBOARD_TAKES, false},
        {"XTerm(379)", {"TERM=xterm-256color"}, CLIPBOARD_REFUSES, false},
        {"XTerm(379)", {"TERM=xterm-kitty"}, CLIPBOARD_REFUSES, false}, /* left by whoever started it */
        {"XTerm(379)", {"TERM=xterm-256color"}, CLIPBOARD_TAKES, true},
        {"tmux 3.3a", {"TERM=tmux-256color"}, CLIPBOARD_REFUSES, false},
        {"Unheard 1.0", {"TERM=xterm-256color"}, CLIPBOARD_TAKES, true},
        {"Unheard 1.0", {"TERM=xterm-256color"}, CLIPBOARD_UNKNOWN, false},
        {"", {"TERM=foot", "STY=1.x"}, CLIPBOARD_REFUSES, false},
        {"", {"TERM=linux"}, CLIPBOARD_REFUSES, false},
        {"", {"TERM=vt220"}, CLIPBOARD_REFUSES, false},
        {"", {"TERM=xterm-256color", "WT_SESSION=1-2"}, CLIPBOARD_TAKES, false},
        {"", {"TERM=xterm-256color", "WT_SESSION="}, CLIPBOARD_UNKNOWN, false},
        {"", {NULL}, CLIPBOARD_UNKNOWN, false},
    };

    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        ClipboardAbility ability;

        variables = rows[i].variables;
        ability = clipboard_ability(text_from(rows[i].name), rows[i].says_so, find);
        ok(ability.trust == rows[i].trust && ability.bytes_most > 0 &&
               (ability.trust == CLIPBOARD_REFUSES) == (ability.wanting != NULL),
           "\"%s\" %s: %d", rows[i].name, rows[i].variables[0] ? rows[i].variables[0] : "", (int)rows[i].trust);
    }
}

/* RFC 4648, section 10, and bytes of all kinds. */
static void test_base64(void)
{
    static const struct {
        const char *bytes, *letters;
    } rows[] = {
        {"", ""},
        {"f", "Zg=="},
        {"fo", "Zm8="},
        {"foo", "Zm9v"},
        {"foob", "Zm9vYg=="},
        {"fooba", "Zm9vYmE="},
        {"foobar", "Zm9vYmFy"},
        {"\xFF\xFE\xFD", "//79"},
        {"\xE2\x80\x9C", "4oCc"},
        {"\xFB\xF0", "+/A="},
    };
    Arena arena = {0};

    for (size_t i = 0; i < COUNT_OF(rows); i++)
        ok(text_equal(base64_write(&arena, text_from(rows[i].bytes)), text_from(rows[i].letters)), "\"%s\" as letters",
           rows[i].letters);
    arena_release(&arena);
}

static void test_written(void)
{
    Arena arena = {0};
    SinkMemory memory = {.arena = &arena};
    char buffer[16];
    Sink out;

    sink_init(&out, buffer, sizeof buffer, sink_write_memory, &memory);
    clipboard_write(&out, TEXT("“We remembered,”"), CLIPBOARD_STRAIGHT);
    (void)sink_flush(&out);
    ok(text_equal(text_buffer_text(&memory.text), TEXT("\033]52;c;4oCcV2UgcmVtZW1iZXJlZCzigJ0=\033\\")),
       "what is sent");
    memory.text.count = 0;
    clipboard_write(&out, TEXT("“We remembered,”"), CLIPBOARD_THROUGH_SCREEN);
    (void)sink_flush(&out);
    ok(text_equal(text_buffer_text(&memory.text), TEXT("\033P\033]52;c;4oCcV2UgcmVtZW1iZXJlZCzigJ0=\a\033\\")),
       "… through screen");
    arena_release(&arena);
}

int main(void)
{
    test_ability();
    test_base64();
    test_written();
    return tap_done();
}
