/* The rows of signs.def, and the kinds of borders, which are the first of these signs. */
#include "theme/signs.h"

#include <string.h>

const Signs signs_usual = {{
#define SIGN(ID, name, sign, ascii, help) {LITERAL(sign), LITERAL(ascii)},
#include "theme/signs.def"
#undef SIGN
}};

static const Text names[SIGN_COUNT] = {
#define SIGN(ID, name, sign, ascii, help) LITERAL(name),
#include "theme/signs.def"
#undef SIGN
};

static const Text helps[SIGN_COUNT] = {
#define SIGN(ID, name, sign, ascii, help) LITERAL(help),
#include "theme/signs.def"
#undef SIGN
};

enum { BORDERS = 5 };

static const Text borders[BORDERS] = {LITERAL("plain"), LITERAL("rounded"), LITERAL("heavy"), LITERAL("double"),
                                      LITERAL("ascii")};

/* In the order of signs.def. */
/* clang-format off */
static const Text border_lines[BORDERS][SIGN_LINES] = {
    {LITERAL("─"), LITERAL("│"), LITERAL("┌"), LITERAL("┐"), LITERAL("└"), LITERAL("┘"), LITERAL("┬"), LITERAL("┤"), LITERAL("├")},
    {LITERAL("─"), LITERAL("│"), LITERAL("╭"), LITERAL("╮"), LITERAL("╰"), LITERAL("╯"), LITERAL("┬"), LITERAL("┤"), LITERAL("├")},
    {LITERAL("━"), LITERAL("┃"), LITERAL("┏"), LITERAL("┓"), LITERAL("┗"), LITERAL("┛"), LITERAL("┳"), LITERAL("┫"), LITERAL("┣")},
    {LITERAL("═"), LITERAL("║"), LITERAL("╔"), LITERAL("╗"), LITERAL("╚"), LITERAL("╝"), LITERAL("╦"), LITERAL("╣"), LITERAL("╠")},
    {LITERAL("-"), LITERAL("|"), LITERAL("+"), LITERAL("+"), LITERAL("+"), LITERAL("+"), LITERAL("+"), LITERAL("+"), LITERAL("+")},
};
/* clang-format on */

Text sign_name(Sign sign)
{
    return names[sign];
}

Text sign_help(Sign sign)
{
    return helps[sign];
}

Sign sign_of_speaker(size_t speaker)
{
    return (Sign)(SIGN_SPEAKER_1 + speaker % SPEAKER_SIGNS);
}

const Text *sign_borders(size_t *count)
{
    *count = BORDERS;
    return borders;
}

Text sign_form(const Signs *signs, Sign sign, Charset charset)
{
    return signs->forms[sign][charset == CHARSET_ASCII ? CHARSET_ASCII : CHARSET_UTF8];
}

bool signs_use_border(Signs *signs, Text name)
{
    size_t border = text_index_of(name, borders, BORDERS);

    for (int line = 0; border < BORDERS && line < SIGN_LINES; line++)
        signs->forms[line][CHARSET_UTF8] = border_lines[border][line];
    return border < BORDERS;
}

/* One glyph of one column that the gate lets through as it is. */
static bool is_sign(Text form)
{
    Glyph glyph = {0};

    if (form.size)
        glyph = printable_next(form, 0, CHARSET_UTF8);
    return form.size && glyph.size == form.size && glyph.columns == 1 && glyph.length == form.size &&
           memcmp(glyph.bytes, form.bytes, form.size) == 0;
}

bool signs_set(Signs *signs, Sign sign, Text form, Text ascii)
{
    Glyph spelled;

    if (!is_sign(form) || (ascii.size && (ascii.size > 1 || (unsigned char)ascii.bytes[0] >= 0x80 || !is_sign(ascii))))
        return false;
    spelled = printable_next(form, 0, CHARSET_ASCII);
    signs->forms[sign][CHARSET_UTF8] = form;
    if (ascii.size)
        signs->forms[sign][CHARSET_ASCII] = ascii;
    else if (form.size == 1)
        signs->forms[sign][CHARSET_ASCII] = form;
    else if (spelled.columns != 1 || spelled.bytes[0] == '?')
        signs->forms[sign][CHARSET_ASCII] = signs_usual.forms[sign][CHARSET_ASCII];
    else /* the text that has it as its spelling: the sign itself, on its way through the gate */
        signs->forms[sign][CHARSET_ASCII] = form;
    return true;
}
