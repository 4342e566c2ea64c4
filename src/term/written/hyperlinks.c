/*
 * No question to the terminal tells it, and no capability of terminfo; terminals that do not know the sequence mostly ignore it, but not all. So it
 * is sent to those that are known by the names that they leave in the environment, from the version on that has it right.
 */
#include "term/written/hyperlinks.h"

#include <stdlib.h>

typedef enum Test { IS_SET, IS, BEGINS, AT_LEAST } Test;

static const struct {
    const char *variable;
    Test test;
    const char *value;
} known[] = {
    {"TERM", BEGINS, "xterm-kitty"},
    {"TERM", BEGINS, "alacritty"},
    {"TERM", BEGINS, "foot"},
    {"TERM", BEGINS, "wezterm"},
    {"TERM", BEGINS, "contour"},
    {"TERM", BEGINS, "xterm-ghostty"},
    {"TERM_PROGRAM", IS, "iTerm.app"},
    {"TERM_PROGRAM", IS, "WezTerm"},
    {"TERM_PROGRAM", IS, "vscode"},
    {"TERM_PROGRAM", IS, "ghostty"},
    {"TERM_PROGRAM", IS, "Hyper"},
    {"TERM_PROGRAM", IS, "mintty"},
    {"TERM_PROGRAM", IS, "rio"},
    {"VTE_VERSION", AT_LEAST, "5001"},       /* GNOME's; 0.50.0 crashed */
    {"KONSOLE_VERSION", AT_LEAST, "201200"}, /* 20.12 */
    {"WT_SESSION", IS_SET, ""},              /* Windows Terminal */
    {"DOMTERM", IS_SET, ""},
};

static bool fits(Text value, Test test, Text wanted)
{
    size_t have, least;

    switch (test) {
    case IS_SET:
        return value.size > 0;
    case IS:
        return text_equal(value, wanted);
    case BEGINS:
        return text_starts_with(value, wanted);
    case AT_LEAST:
        return text_to_number(value, SIZE_MAX / 16, &have) && text_to_number(wanted, SIZE_MAX / 16, &least) &&
               have >= least;
    }
    return false;
}

/* "3.4", "3.4a", "next-3.5": tmux has them from 3.4 on. */
static bool tmux_has_them(Text version)
{
    static const Text next = LITERAL("next-");
    size_t point, major, minor, end;

    if (text_starts_with(version, next))
        version = text_slice(version, (Range){next.size, version.size});
    point = text_find_byte(version, '.', 0);
    if (point == TEXT_NOT_FOUND || !text_to_number(text_slice(version, (Range){0, point}), 1000, &major))
        return false;
    for (end = point + 1; end < version.size && ascii_is_digit(version.bytes[end]);)
        end++;
    return text_to_number(text_slice(version, (Range){point + 1, end}), 1000, &minor) &&
           (major > 3 || (major == 3 && minor >= 4));
}

bool hyperlinks_known(const char *(*variable)(const char *name))
{
    if (text_from(variable("TMUX")).size)
        return text_equal(text_from(variable("TERM_PROGRAM")), TEXT("tmux")) &&
               tmux_has_them(text_from(variable("TERM_PROGRAM_VERSION")));
    if (text_from(variable("STY")).size)
        return false;
    for (size_t i = 0; i < COUNT_OF(known); i++) {
        if (fits(text_from(variable(known[i].variable)), known[i].test, text_from(known[i].value)))
            return true;
    }
    return false;
}

static const char *of_environment(const char *name)
{
    return getenv(name);
}

bool hyperlinks_wanted(HyperlinkChoice choice, bool is_terminal)
{
    if (choice == HYPERLINKS_AUTO)
        return is_terminal && hyperlinks_known(of_environment);
    return choice == HYPERLINKS_YES;
}

void hyperlink_begin(Sink *out, size_t id, Text address)
{
    sink_string(out, "\033]8;id=q");
    sink_number(out, id, 0);
    SINK_TEXTS(out, TEXT(";"), address, TEXT("\033\\"));
}

void hyperlink_end(Sink *out)
{
    sink_string(out, "\033]8;;\033\\");
}
