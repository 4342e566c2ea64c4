/*
 * The `glyphs` of a theme file:
 *
 *     glyphs:
 *       border: rounded                 all lines
 *       quote-bar: "▌"                  one sign; its ASCII form is found, or the usual one
 *       cursor: ["»", ">"]              … or given
 *       speakers: ["●", ["◆", "#"]]     up to eight; speakers take them in turn
 */
#include "theme/theme_read.h"

static const Text border_key = LITERAL("border"), speakers_key = LITERAL("speakers");

static void fail_unknown_glyph(const Reader *reader, const YamlNode *key)
{
    Text known[SIGN_COUNT + 2] = {border_key, speakers_key};
    size_t count = 2;

    for (int sign = 0; sign < SIGN_COUNT; sign++) {
        if (sign_name((Sign)sign).size)
            known[count++] = sign_name((Sign)sign);
    }
    theme_fail_unknown(reader, key, "glyph", known, count, "quoin-theme(5) lists the glyphs");
}

static void read_border(const Reader *reader, const YamlNode *node)
{
    size_t count;
    const Text *borders = sign_borders(&count);

    if (theme_expect(reader, node, YAML_SCALAR, "a kind of border") && !signs_use_border(reader->signs, node->text))
        theme_fail_unknown(reader, node, "border", borders, count, "there are plain, rounded, heavy, double and ascii");
}

/* "▌", or the same and its ASCII form as a list. */
static void read_sign(const Reader *reader, const YamlNode *node, Sign sign)
{
    const YamlNode *form = node, *ascii = NULL;

    if (node->kind == YAML_SEQUENCE && node->count == 2) {
        form = node->first;
        ascii = form->next;
    }
    if (!theme_expect(reader, form, YAML_SCALAR, "one character, or it and its ASCII form as a list") ||
        (ascii && !theme_expect(reader, ascii, YAML_SCALAR, "the ASCII form")))
        return;
    if (!signs_set(reader->signs, sign, form->text, (Text){0}))
        theme_fail(reader, form, "expected one character of one column, found \"%.*s\"", TEXT_ARGS(form->text));
    else if (ascii && !signs_set(reader->signs, sign, form->text, ascii->text))
        theme_fail(reader, ascii, "expected one ASCII character, found \"%.*s\"", TEXT_ARGS(ascii->text));
}

static void read_speakers(const Reader *reader, const YamlNode *node)
{
    size_t i = 0;

    if (!theme_expect(reader, node, YAML_SEQUENCE, "a list of characters, one for each speaker"))
        return;
    if (node->count == 0 || node->count > SPEAKER_SIGNS) {
        theme_fail(reader, node, "expected 1 to %d characters, found %u", (int)SPEAKER_SIGNS, (unsigned)node->count);
        return;
    }
    YAML_EACH(item, node)
        read_sign(reader, item, sign_of_speaker(i++));
    for (; i < SPEAKER_SIGNS; i++) {
        for (int charset = 0; charset < CHARSET_COUNT; charset++)
            reader->signs->forms[sign_of_speaker(i)][charset] =
                reader->signs->forms[sign_of_speaker(i - node->count)][charset];
    }
}

static void read_glyph(const Reader *reader, const YamlNode *node)
{
    if (text_equal(node->key->text, border_key)) {
        read_border(reader, node);
        return;
    }
    if (text_equal(node->key->text, speakers_key)) {
        read_speakers(reader, node);
        return;
    }
    for (int sign = 0; sign < SIGN_COUNT; sign++) {
        if (sign_name((Sign)sign).size && text_equal(node->key->text, sign_name((Sign)sign))) {
            read_sign(reader, node, (Sign)sign);
            return;
        }
    }
    fail_unknown_glyph(reader, node->key);
}

void theme_read_glyphs(Reader *reader)
{
    const YamlNode *glyphs = reader->source->glyphs;

    if (!glyphs || !theme_expect(reader, glyphs, YAML_MAPPING, "border, speakers, quote-bar and others"))
        return;
    YAML_EACH(node, glyphs)
        read_glyph(reader, node);
}
