/*
 * What a terminal calls itself goes before the environment, which does not come along to another machine. Which terminals take it as they come, and
 * which only when they are told so, is from their manuals.
 */
#include "term/written/clipboard.h"

#include "base/base64.h"

enum { USUAL_MOST = 74994 /* 100,000 letters: the least limit of those that are known */, LARGE_MOST = 1 << 20 };

typedef struct Row {
    const char *variable; /* NULL: what it calls itself */
    const char *value;    /* begins so; "": is set */
    ClipboardAbility ability;
} Row;

static const Row rows[] = {
    {NULL, "kitty", {CLIPBOARD_TAKES, LARGE_MOST, NULL}},
    {NULL, "foot", {CLIPBOARD_TAKES, LARGE_MOST, NULL}},
    {NULL, "WezTerm", {CLIPBOARD_TAKES, LARGE_MOST, NULL}},
    {NULL, "ghostty", {CLIPBOARD_TAKES, LARGE_MOST, NULL}},
    {NULL, "contour", {CLIPBOARD_TAKES, LARGE_MOST, NULL}},
    {NULL, "XTerm", {CLIPBOARD_REFUSES, USUAL_MOST, "xterm wants allowWindowOps"}},
    {NULL, "iTerm2", {CLIPBOARD_REFUSES, USUAL_MOST, "iTerm2 wants to be allowed"}},
    {NULL, "mintty", {CLIPBOARD_REFUSES, USUAL_MOST, "mintty wants AllowSetSelection"}},
    {NULL, "tmux", {CLIPBOARD_REFUSES, USUAL_MOST, "tmux wants set-clipboard on"}},
    {"STY", "", {CLIPBOARD_REFUSES, USUAL_MOST, "in screen, clipboard: [osc52] hands it to the terminal"}},
    {"TERM", "xterm-kitty", {CLIPBOARD_TAKES, LARGE_MOST, NULL}},
    {"TERM", "foot", {CLIPBOARD_TAKES, LARGE_MOST, NULL}},
    {"TERM", "alacritty", {CLIPBOARD_TAKES, LARGE_MOST, NULL}},
    {"TERM", "wezterm", {CLIPBOARD_TAKES, LARGE_MOST, NULL}},
    {"TERM", "xterm-ghostty", {CLIPBOARD_TAKES, LARGE_MOST, NULL}},
    {"TERM", "contour", {CLIPBOARD_TAKES, LARGE_MOST, NULL}},
    {"TERM", "rxvt", {CLIPBOARD_REFUSES, USUAL_MOST, "rxvt wants an extension"}},
    {"TERM", "linux", {CLIPBOARD_REFUSES, USUAL_MOST, "the console has none"}},
    {"TERM", "vt", {CLIPBOARD_REFUSES, USUAL_MOST, "a terminal of this kind has none"}},
    {"TERM_PROGRAM", "WezTerm", {CLIPBOARD_TAKES, LARGE_MOST, NULL}},
    {"TERM_PROGRAM", "ghostty", {CLIPBOARD_TAKES, LARGE_MOST, NULL}},
    {"TERM_PROGRAM", "rio", {CLIPBOARD_TAKES, LARGE_MOST, NULL}},
    {"TERM_PROGRAM", "iTerm.app", {CLIPBOARD_REFUSES, USUAL_MOST, "iTerm2 wants to be allowed"}},
    {"TERM_PROGRAM", "Apple_Terminal", {CLIPBOARD_REFUSES, USUAL_MOST, "Terminal.app has none"}},
    {"WT_SESSION", "", {CLIPBOARD_TAKES, USUAL_MOST, NULL}}, /* Windows Terminal */
    {"XTERM_VERSION", "", {CLIPBOARD_REFUSES, USUAL_MOST, "xterm wants allowWindowOps"}},
};

static bool fits(const Row *row, Text name, const char *(*variable)(const char *name))
{
    Text value = row->variable ? text_from(variable(row->variable)) : name;

    return value.size > 0 && text_starts_with(value, text_from(row->value));
}

ClipboardAbility clipboard_ability(Text name, bool says_so, const char *(*variable)(const char *name))
{
    if (says_so)
        return (ClipboardAbility){CLIPBOARD_TAKES, USUAL_MOST, NULL};
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        if (fits(&rows[i], name, variable))
            return rows[i].ability;
    }
    return (ClipboardAbility){CLIPBOARD_UNKNOWN, USUAL_MOST, NULL};
}

/* screen takes 768 bytes of a string; it ends at "ESC \\", so the clipboard's own end is a bell. */
static void write_in_pieces(Sink *out, Text bytes)
{
    enum { PIECE = 240 };

    for (size_t at = 0; at < bytes.size; at += PIECE)
        SINK_TEXTS(out, TEXT("\033P"), text_slice(bytes, (Range){at, at + PIECE}), TEXT("\033\\"));
}

void clipboard_write(Sink *out, Text text, ClipboardWay way)
{
    Arena scratch = {0};
    const Text begin = TEXT("\033]52;c;"), encoded = base64_write(&scratch, text);

    if (way == CLIPBOARD_THROUGH_SCREEN)
        write_in_pieces(out, arena_join(&scratch, (const Text[]){begin, encoded, TEXT("\a")}, 3));
    else
        SINK_TEXTS(out, begin, encoded, TEXT("\033\\"));
    arena_release(&scratch);
}
