/*
 * Lines with letters that go from right to left, as they are read and as they are shown in a terminal that sets nothing in order, and in one that
 * turns the letters of words by itself. Then properties: each glyph has its own columns, and none is lost. And which terminals are which.
 */
#include "base/unicode/scripts/text_order.h"
#include "layout/line_glyphs.h"
#include "random.h"
#include "tap.h"
#include "term/written/given_order.h"

/* Hebrew letters: A to E are אבגדה, so that what is wrong can be read. "x" to "z" and digits are themselves. */
static Text spelled(Arena *arena, const char *line)
{
    TextBuffer buffer = {0};

    for (; *line; line++) {
        char letter[4];
        uint32_t code_point = *line >= 'A' && *line <= 'Z' ? (uint32_t)(0x05D0 + *line - 'A') : (unsigned char)*line;

        text_buffer_add(arena, &buffer, (Text){letter, utf8_encode(code_point, letter)});
    }
    return text_buffer_text(&buffer);
}

/* What stands in the columns, in that spelling. */
static Text shown(Arena *arena, Text text, TextOrder order)
{
    const Line line = {.range = {0, text.size}, .kind = LINE_TEXT};
    LineGlyphs glyphs = line_glyphs(text, &line, BLOCK_PARAGRAPH, CHARSET_UTF8);
    char *columns = arena_alloc(arena, text.size + 1);
    size_t count = 0, size;
    PlacedGlyph placed;

    line_glyphs_order(&glyphs, order);
    for (; line_glyphs_next(&glyphs, &placed); count++) {
        uint32_t code_point = utf8_decode((Text){placed.glyph.bytes, placed.glyph.length}, 0, &size);

        if (placed.column < text.size)
            columns[placed.column] = code_point >= 0x05D0 ? (char)('A' + (code_point - 0x05D0)) : (char)code_point;
    }
    return (Text){columns, count};
}

static void test_lines(void)
{
    static const struct {
        const char *what, *read, *letters, *words;
    } rows[] = {
        {"nothing to do", "x yz 12", "x yz 12", "x yz 12"},
        {"a word", "xyz ABC zy", "xyz CBA zy", "xyz ABC zy"},
        {"words", "xyz ABC DE zyx", "xyz ED CBA zyx", "xyz DE ABC zyx"},
        {"a line of them", "ABC DE", "ED CBA", "DE ABC"},
        {"with a stop", "ABC DE.", ".ED CBA", ".DE ABC"},
        {"a number", "ABC 12 DE", "ED 12 CBA", "DE 12 ABC"},
        {"one with a point", "ABC 1.5, DE", "ED ,1.5 CBA", "DE ,1.5 ABC"},
        {"per cent", "ABC 5% DE", "ED 5% CBA", "DE 5% ABC"},
        {"words of Latin in it", "ABC xy DEF z GH", "HG z FED xy CBA", "GH z DEF xy ABC"},
        {"brackets", "ABC (DE) F", "F (ED) CBA", "F (DE) ABC"},
        {"a number behind Latin", "xyz 12 ABC", "xyz 12 CBA", "xyz 12 ABC"},
        {"marks around it", "xyz \"ABC DE\" zyx", "xyz \"ED CBA\" zyx", "xyz \"DE ABC\" zyx"},
    };

    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        Arena arena = {0};
        Text text = spelled(&arena, rows[i].read);
        Text letters = shown(&arena, text, ORDER_OF_LETTERS), words = shown(&arena, text, ORDER_OF_WORDS);

        if (!ok(text_equal(letters, text_from(rows[i].letters)) && text_equal(words, text_from(rows[i].words)), "%s",
                rows[i].what))
            printf("# is     %.*s, %.*s\n", TEXT_ARGS(letters), TEXT_ARGS(words));
        ok(text_equal(shown(&arena, text, ORDER_OF_TERMINAL), text_from(rows[i].read)), "… left to a terminal");
        arena_release(&arena);
    }
}

/* What the program puts together. */
static void test_labels(void)
{
    static const char *const rows[][2] = {
        {"/ABC 1/2", "/CBA 1/2"}, {"o ABC DE: 5 xyz", "o ED CBA: 5 xyz"}, {"x ABC 5 DE", "x ED 5 CBA"}, {"ABC", "CBA"}};

    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        OrderedGlyph glyphs[40];
        char found[40] = "";
        size_t count = text_from(rows[i][0]).size;

        for (size_t j = 0; j < count; j++) {
            char letter = rows[i][0][j];

            glyphs[j] = (OrderedGlyph){.code_point = letter >= 'A' && letter <= 'Z' ? 0x05D0u : (unsigned char)letter,
                                       .columns = 1};
        }
        text_order_find(glyphs, count, ORDER_OF_LETTERS, BASE_LEFT);
        for (size_t j = 0; j < count; j++)
            found[glyphs[j].place] = rows[i][0][j];
        ok(text_equal(text_from(found), text_from(rows[i][1])), "%s: %s", rows[i][0], found);
    }
}

/* Each column has one glyph. */
static void test_places(void)
{
    static const char letters[] = "ABCxyz12 .,()%-";
    size_t wrong = 0;

    for (size_t round = 0; round < 5000; round++) {
        OrderedGlyph glyphs[60];
        size_t count = 1 + random_below(COUNT_OF(glyphs)), columns = 0;
        bool taken[2 * COUNT_OF(glyphs)] = {false};

        for (size_t i = 0; i < count; i++) {
            char letter = letters[random_below(sizeof letters - 1)];

            glyphs[i] = (OrderedGlyph){.code_point = letter >= 'A' && letter <= 'C' ? 0x0627u + (uint32_t)(letter - 'A')
                                                                                    : (unsigned char)letter,
                                       .columns = (unsigned char)(1 + random_below(2))};
            columns += glyphs[i].columns;
        }
        text_order_find(glyphs, count, random_below(2) ? ORDER_OF_LETTERS : ORDER_OF_WORDS,
                        random_below(2) ? BASE_LEFT : BASE_OF_LETTERS);
        for (size_t i = 0; i < count; i++) {
            for (size_t column = glyphs[i].place; column < glyphs[i].place + (size_t)glyphs[i].columns; column++) {
                wrong += column >= columns || taken[column];
                if (column < columns)
                    taken[column] = true;
            }
        }
    }
    ok(wrong == 0, "each column has one glyph: %zu have not", wrong);
}

static const char *variable_name, *variable_value;

static const char *find(const char *name)
{
    return variable_name && text_equal(text_from(name), text_from(variable_name)) ? variable_value : NULL;
}

static void test_terminals(void)
{
    static const struct {
        const char *name, *variable, *value;
        TextOrder order;
    } rows[] = {
        {"XTerm(379)", NULL, NULL, ORDER_OF_LETTERS},     {"XTerm(379)", "VTE_VERSION", "7006", ORDER_OF_LETTERS},
        {"kitty(0.26.5)", NULL, NULL, ORDER_OF_WORDS},    {"VTE(7006)", NULL, NULL, ORDER_OF_TERMINAL},
        {"Konsole 22.12", NULL, NULL, ORDER_OF_TERMINAL}, {"", "TERM", "xterm-kitty", ORDER_OF_WORDS},
        {"", "VTE_VERSION", "7006", ORDER_OF_TERMINAL},   {"", "TERM", "xterm-256color", ORDER_OF_LETTERS},
        {"foot(1.13)", NULL, NULL, ORDER_OF_LETTERS},
    };

    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        variable_name = rows[i].variable;
        variable_value = rows[i].value;
        ok(given_order(ORDER_AUTO, text_from(rows[i].name), find) == rows[i].order, "%s %s", rows[i].name,
           rows[i].value ? rows[i].value : "");
    }
    ok(given_order(ORDER_BY_TERMINAL, TEXT("XTerm(379)"), find) == ORDER_OF_TERMINAL, "the configuration goes before");
}

int main(void)
{
    test_lines();
    test_labels();
    test_places();
    test_terminals();
    return tap_done();
}
