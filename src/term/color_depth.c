/*
 * How many colours: what the user chose, then NO_COLOR (https://no-color.org), then what the terminal's entry
 * and COLORTERM say. The output of this release ends at 256 colours: exact colours (DEPTH_RGB) have their
 * place here.
 */
#include "term/screen.h"

#include <stdlib.h>

static bool is_set(const char *name)
{
    const char *value = getenv(name);

    return value && *value;
}

static bool names_true_color(Text value)
{
    return text_equal(value, TEXT("truecolor")) || text_equal(value, TEXT("24bit"));
}

ColorDepth color_depth_for(ColorChoice choice, int colors)
{
    Text colorterm = text_from(getenv("COLORTERM"));
    bool screen =
        is_set("STY") && !is_set("TMUX"); /* GNU screen hands COLORTERM on and does not know these colours */

    if (choice == COLOR_NEVER || (choice == COLOR_AUTO && is_set("NO_COLOR")))
        return DEPTH_MONO;
    if (colors >= 256 || (names_true_color(colorterm) && !screen && colors >= 8))
        return colors >= 256 ? DEPTH_256 : colors >= 16 ? DEPTH_16 : DEPTH_8;
    if (colors >= 16)
        return DEPTH_16;
    return colors >= 8 ? DEPTH_8 : DEPTH_MONO;
}

ColorDepth color_depth_of_stream(ColorChoice choice, bool is_terminal)
{
    Text term = text_from(getenv("TERM"));
    Text colorterm = text_from(getenv("COLORTERM"));

    if (choice == COLOR_NEVER || (choice == COLOR_AUTO && (!is_terminal || is_set("NO_COLOR"))))
        return DEPTH_MONO;
    if (names_true_color(colorterm) || text_find(term, TEXT("256"), 0) != TEXT_NOT_FOUND)
        return DEPTH_256;
    if (choice == COLOR_AUTO && (term.size == 0 || text_equal(term, TEXT("dumb"))))
        return DEPTH_MONO;
    return DEPTH_16;
}
