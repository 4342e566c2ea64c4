/*
 * How many colours: what the user chose, then NO_COLOR (https://no-color.org), then what the terminal's entry says. Exact colours where the
 * entry, tmux (which maps down itself) or COLORTERM says that there are; screen passes COLORTERM on and cannot show them.
 */
#include "term/screen.h"

#include <stdlib.h>
#include <sys/ioctl.h>
#include <unistd.h>

static bool is_set(const char *name)
{
    const char *value = getenv(name);

    return value && *value;
}

ColorDepth color_depth_for(ColorChoice choice, int colors)
{
    if (choice == COLOR_NEVER || (choice == COLOR_AUTO && is_set("NO_COLOR")))
        return DEPTH_MONO;
    if (colors >= 256)
        return DEPTH_256;
    if (colors >= 16)
        return DEPTH_16;
    return colors >= 8 ? DEPTH_8 : DEPTH_MONO;
}

static bool says_exact(void)
{
    Text colorterm = text_from(getenv("COLORTERM"));

    return text_equal(colorterm, TEXT("truecolor")) || text_equal(colorterm, TEXT("24bit"));
}

ColorDepth color_depth_with_exact(ColorChoice choice, int colors, bool exact)
{
    ColorDepth depth = color_depth_for(choice, colors);

    if (depth != DEPTH_MONO && (exact || is_set("TMUX") || (!is_set("STY") && says_exact())))
        return DEPTH_RGB;
    return depth;
}

static struct winsize terminal_size(void)
{
    struct winsize size = {0};

    return ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 ? size : (struct winsize){0};
}

/* Without a terminal's entry: by its name, and what it says of itself. */
static int colors_of_environment(void)
{
    bool many = says_exact() || text_find(text_from(getenv("TERM")), TEXT("256"), 0) != TEXT_NOT_FOUND;

    return many ? 256 : 16;
}

StreamStyle stream_style(ColorChoice choice)
{
    Text term = text_from(getenv("TERM"));
    bool terminal = isatty(STDOUT_FILENO) != 0;
    bool plain = term.size == 0 || text_equal(term, TEXT("dumb"));
    struct winsize size = terminal ? terminal_size() : (struct winsize){0};
    StreamStyle style = {.styled = choice == COLOR_ALWAYS || (choice == COLOR_AUTO && terminal && !plain),
                         .rows = (int)size.ws_row,
                         .columns = (int)size.ws_col};

    style.depth = style.styled ? color_depth_with_exact(choice, colors_of_environment(), false) : DEPTH_MONO;
    return style;
}
