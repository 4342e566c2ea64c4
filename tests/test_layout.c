/*
 * Where lines end: paragraphs and preformatted text at a width, "|" between the lines. Addresses of the web stay whole where they fit, and are
 * else broken at their signs. Then properties: no address that fits a line is ever broken, and blanks that are not drawn take no room.
 */
#include "article/web_address.h"
#include "base/unicode/scripts/thai_words.h"
#include "base/unicode/unicode.h"
#include "layout/layout.h"
#include "layout/line_glyphs.h"
#include "random.h"
#include "vectors.h"

#define NBSP "\xC2\xA0"

static const struct Row {
    const char *what, *text;
    int columns;
    const char *lines;
} flowing[] = {
    {"words", "one two three four", 9, "one two|three|four"},
    {"an address goes to a line of its own", "see https://example.org/a/b-c?d=e today", 30,
     "see|https://example.org/a/b-c?d=e|today"},
    {"and stays where there is room", "see https://example.org/a/b-c?d=e today", 34,
     "see https://example.org/a/b-c?d=e|today"},
    {"one without a scheme", "read it at www.example.org/a-b/c.html now", 26,
     "read it at|www.example.org/a-b/c.html|now"},
    {"in brackets", "read it (at https://example.org/a_(b)-c) now", 28, "read it (at|https://example.org/a_(b)-c)|now"},
    {"with a stop after it", "it is at https://example.org/a-b/c.", 26, "it is at|https://example.org/a-b/c."},
    {"one that fits, but not with what is around it", "it is (https://example.org/a/b) here", 23,
     "it is (|https://example.org/a/b|) here"},
    {"nor with the stop after it", "it is https://example.org/a/b. There", 23, "it is|https://example.org/a/b|. There"},
    {"a longer one after its signs", "https://example.org/one/two?three=four&five=six-seven.eight", 24,
     "https://example.org/one/|two?three=four&five=six-|seven.eight"},
    {"never in the scheme or before the next sign", "https://example.org//a??b==cc", 21,
     "https://example.org//|a??b==cc"},
    {"nor in the host", "www.a-long.example.org/one/two/three-and-four", 25,
     "www.a-long.example.org/|one/two/three-and-four"},
    {"a word without signs anywhere", "https://example.org/abcdefghijklmnopqrstuvwxyz", 20,
     "https://example.org/|abcdefghijklmnopqrst|uvwxyz"},
    {"two", "https://example.org/a https://example.org/b", 21, "https://example.org/a|https://example.org/b"},
    {"what is none is broken as words are", "and/or either/or well-known", 12, "and/or|either/or|well-known"},
    {"options keep their hyphens", "none of -cft nor --sort is, nor [-a well-known", 11,
     "none of|-cft nor|--sort is,|nor [-a|well-known"},
    {"blanks at the end", "one two   three   ", 7, "one two|three"},
    {"a tab and a line end", "one\ttwo \nthree", 7, "one two|three"},
    {"a no-break space keeps words together", "one 20" NBSP "km two", 8, "one|20" NBSP "km|two"},
    {"but not beside a blank", "one two" NBSP " three " NBSP "four", 7, "one two|three|four"},
    {"nor do several", "one two" NBSP NBSP " three", 7, "one two|three"},
    {"with a mark it is a letter", "one two " NBSP "\xCC\x81 x", 9, "one two " NBSP "\xCC\x81|x"},
    {"where it is drawn once", "one" NBSP " two " NBSP "three", 20, "one" NBSP "two three"},
};

static const struct Row preformatted[] = {
    {"lines of the source", "one two\nthree", 20, "one two|three"},
    {"an address that fits", "  see https://example.org/a-b", 27, "  see|  https://example.org/a-b"},
    {"a longer one after its signs", "x https://example.org/one/two?three=four", 24,
     "x|https://example.org/one/|two?three=four"},
    {"a word without signs anywhere", "abcdefghijklmnop", 10, "abcdefghij|klmnop"},
    {"an address that fits, but not set in", "        x https://example.org/a-b", 26,
     "        x|   https://example.org/a-b"},
    {"behind a term", "-c     sort by the clock of the harbour", 20,
     "-c     sort by the|       clock of the|       harbour"},
    {"not behind a long one", "--sort-by-clock  of the harbour", 20, "--sort-by-clock  of|the harbour"},
    {"nor behind a stop in a sentence of one blank", "one two three four five", 10, "one two|three four|five"},
    {"set in as far as it is", "   one two three four", 12, "   one two|   three|   four"},
    {"blanks at the end", "one two    \nthree", 8, "one two|three"},
};

/* As it is drawn, "|" between the lines. */
static Text drawn(Arena *arena, Text text, int columns, BlockKind kind)
{
    LineList lines = {0};
    TextBuffer buffer = {0};

    if (kind == BLOCK_VERBATIM)
        break_verbatim(arena, text, (Range){0, text.size}, 0, columns, CHARSET_UTF8, NULL, &lines);
    else
        break_lines(arena, text, (Range){0, text.size}, columns, CHARSET_UTF8, NULL, &lines);
    for (size_t i = 0; i < lines.count; i++) {
        if (i > 0)
            text_buffer_add(arena, &buffer, TEXT("|"));
        for (int column = 0; column < lines.items[i].indent; column++)
            text_buffer_add(arena, &buffer, TEXT(" "));
        text_buffer_add(arena, &buffer, line_glyphs_text(arena, line_glyphs(text, &lines.items[i], kind, CHARSET_UTF8)));
    }
    return text_buffer_text(&buffer);
}

static void test_rows(const struct Row *rows, size_t count, BlockKind kind)
{
    for (size_t i = 0; i < count; i++) {
        Arena arena = {0};
        Text lines = drawn(&arena, text_from(rows[i].text), rows[i].columns, kind);

        if (!ok(text_equal(lines, text_from(rows[i].lines)), "%s: %s",
                kind == BLOCK_VERBATIM ? "preformatted" : "flowing", rows[i].what))
            printf("# is     %.*s\n# should %s\n", TEXT_ARGS(lines), rows[i].lines);
        arena_release(&arena);
    }
}

/* ---- scripts without blanks between words ---- */

static void add_random(Arena *arena, TextBuffer *buffer, const char *const *parts, size_t count, size_t most)
{
    for (size_t i = 1 + random_below(most); i > 0; i--)
        text_buffer_add(arena, buffer, text_from(parts[random_below(count)]));
}

/* Without the dictionary lines of Thai end elsewhere. */
static const char *expected_name(Arena *arena, const char *name)
{
    static const char *const thai[] = {"mixed.txt", "thai.txt", "unbroken.txt"};

    for (size_t i = 0; i < COUNT_OF(thai) && !thai_dictionary; i++) {
        if (strcmp(name, thai[i]) == 0)
            return arena_printf(arena, "%s.without", name).bytes;
    }
    return arena_printf(arena, "%s.expected", name).bytes;
}

/* Each paragraph of tests/vectors/breaks at some widths. */
static void test_breaks(void)
{
    static const int widths[] = {60, 24, 12, 6};
    VectorNames names;

    vector_list(&names, "tests/vectors/breaks", "", ".txt");
    ok(names.count >= 5, "there are vectors");
    for (size_t i = 0; i < names.count; i++) {
        Arena arena = {0};
        char path[VECTOR_PATH];
        TextBuffer out = {0};
        Text text;

        vector_path(path, "tests/vectors/breaks", names.names[i]);
        (void)vector_read(&arena, path, &text);
        for (size_t j = 0; j < COUNT_OF(widths); j++)
            text_buffer_add(&arena, &out,
                            arena_printf(&arena, "%d: %.*s\n", widths[j],
                                         TEXT_ARGS(drawn(&arena, text_trim(text), widths[j], BLOCK_PARAGRAPH))));
        vector_check(&arena, "tests/vectors/breaks", expected_name(&arena, names.names[i]), text_buffer_text(&out));
        arena_release(&arena);
    }
    vector_list_release(&names);
}

/* Does a line begin with what belongs to the letter before it? */
static bool is_torn(uint32_t code_point)
{
    static const uint32_t vowels[] = {0x0E30, 0x0E32, 0x0E33, 0x0E45, 0x0E46, 0x0EB0, 0x0EB2, 0x0EB3, 0x0EBD, 0x0EC6};

    for (size_t i = 0; i < COUNT_OF(vowels); i++) {
        if (vowels[i] == code_point)
            return true;
    }
    return unicode_is_mark(code_point);
}

/* Words of one script each. */
static Text random_syllables(Arena *arena)
{
    static const char *const syllables[][8] = {
        {"เรือ", "ข้าม", "และ", "น้ำ", "ศุกร์", "เกาะ", "โรง", "๑๒"},
        {"ກັບ", "ເຮືອ", "ນ້ຳ", "ຄະ", "ໄປ", "ຂຶ້ນ", "ເກາະ", "ຫຼັງ"},
        {"សា", "ឡាង", "ត្រ", "ឆ្នាំ", "ម្ភៃ", "ពី", "នៅ", "ដំ"},
        {"သင်္ဘော", "ကြာ", "သည်", "နေ့", "ပြီး", "ယောက်", "ကျွန်ုပ်", "၁၂"},
        {"w", "ord", "2", "a", "-", "b", "cd", "e"},
    };
    TextBuffer buffer = {0};

    for (size_t i = 1 + random_below(12); i > 0; i--) {
        size_t script = random_below(COUNT_OF(syllables));

        add_random(arena, &buffer, syllables[script], COUNT_OF(syllables[0]), script ? 15 : 3);
        if (random_below(4))
            text_buffer_add(arena, &buffer, random_below(6) || script ? TEXT(" ") : TEXT(" ๆ "));
    }
    return text_trim(text_buffer_text(&buffer));
}

/* Of random words in these scripts no line is torn, none is too long, and no letter is lost. */
static void test_torn(void)
{
    size_t torn = 0, wide = 0, lost = 0;

    for (size_t round = 0; round < 2000; round++) {
        Arena arena = {0};
        LineList lines = {0};
        Text text = random_syllables(&arena);
        int columns = 16 + (int)random_below(60);
        size_t at = 0, size;

        break_lines(&arena, text, (Range){0, text.size}, columns, CHARSET_UTF8, NULL, &lines);
        for (size_t i = 0; i < lines.count; i++) {
            Range range = lines.items[i].range;

            for (; at < range.start; at++)
                lost += !ascii_is_blank(text.bytes[at]);
            at = range.end;
            torn += i > 0 && is_torn(utf8_decode(text, range.start, &size));
            wide += printable_width(text_slice(text, range), CHARSET_UTF8) > (size_t)columns;
        }
        lost += at < text.size;
        arena_release(&arena);
    }
    ok(torn == 0 && wide == 0 && lost == 0, "%zu lines are torn, %zu too long, %zu letters lost", torn, wide, lost);
}

/* ---- properties ---- */

/* Words, and addresses of all sizes. */
static Text random_addresses(Arena *arena)
{
    static const char *const words[] = {"a", "word", "(said", "\xE2\x80\x9Cso\xE2\x80\x9D", "long-hyphenated-one"};
    static const char *const parts[] = {"a", "bc", "/", "-", ".", "?q=", "&", "_(x)", "%20", "longerword"};
    TextBuffer buffer = {0};

    for (size_t i = random_below(8); i > 0; i--) {
        if (random_below(2)) {
            text_buffer_add(arena, &buffer, TEXT("https://x"));
            add_random(arena, &buffer, parts, COUNT_OF(parts), 12);
            text_buffer_add(arena, &buffer, TEXT("z"));
        } else {
            add_random(arena, &buffer, words, COUNT_OF(words), 1);
        }
        text_buffer_add(arena, &buffer, TEXT(" "));
    }
    return text_buffer_text(&buffer);
}

/* Addresses that a line ends in though they fit one. */
static size_t broken_addresses(Text text, const LineList *lines, size_t columns)
{
    size_t broken = 0;

    for (size_t i = 0; i + 1 < lines->count; i++) {
        size_t end = lines->items[i].range.end;
        Range address = web_address_around(text, end);

        broken += end < text.size && address.start < end && end < address.end && range_size(address) <= columns;
    }
    return broken;
}

static void test_random_addresses(void)
{
    unsigned long seed = random_begin(7);
    size_t broken = 0, tries = 20000;

    for (size_t i = 0; i < tries; i++) {
        Arena arena = {0};
        Text text = random_addresses(&arena);
        LineList flowing_lines = {0}, source_lines = {0};
        int columns = 10 + (int)random_below(50);

        break_lines(&arena, text, (Range){0, text.size}, columns, CHARSET_UTF8, NULL, &flowing_lines);
        break_verbatim(&arena, text, (Range){0, text.size}, 0, columns, CHARSET_UTF8, NULL, &source_lines);
        broken += broken_addresses(text, &flowing_lines, (size_t)columns) +
                  broken_addresses(text, &source_lines, (size_t)columns);
        arena_release(&arena);
    }
    ok(broken == 0, "%zu random texts: no address that fits a line is broken (%zu); SEED=%lu", tries, broken, seed);
}

/* The same words with one blank between them, and with all kinds of blanks that are drawn as one. */
static void random_blanks(Arena *arena, Text *plain, Text *blanks)
{
    static const char *const words[] = {
        "a", "so", "the", "word", "longer", "\xE2\x80\x9Cyes,\xE2\x80\x9D", "1999\342\200\2232001"};
    static const char *const kinds[] = {
        " ", "  ", "\t", " \n", "\r\n", " \t \n ", " \xE2\x80\x8B", " \xC2\xA0", "\xC2\xA0 ", "  \xC2\xA0 "};
    TextBuffer one = {0}, many = {0};

    for (size_t i = 2 + random_below(20); i > 0; i--) {
        const char *word = RANDOM_OF(words);

        text_buffer_add(arena, &one, text_from(word));
        text_buffer_add(arena, &many, text_from(word));
        text_buffer_add(arena, &one, TEXT(" "));
        text_buffer_add(arena, &many, text_from(RANDOM_OF(kinds)));
    }
    *plain = text_buffer_text(&one);
    *blanks = text_buffer_text(&many);
}

/* Lines with no-break spaces as blanks. */
static Text with_blanks(Arena *arena, Text text)
{
    TextBuffer buffer = {0};
    size_t size;

    for (size_t at = 0; at < text.size; at += size) {
        uint32_t code_point = utf8_decode(text, at, &size);

        text_buffer_add(arena, &buffer, code_point == 0xA0 ? TEXT(" ") : text_slice(text, (Range){at, at + size}));
    }
    return text_buffer_text(&buffer);
}

static void test_random_blanks(void)
{
    unsigned long seed = random_begin(77);
    size_t wrong = 0, tries = 20000;

    for (size_t i = 0; i < tries; i++) {
        Arena arena = {0};
        int columns = 5 + (int)random_below(40);
        Text plain, blanks, one, many;

        random_blanks(&arena, &plain, &blanks);
        one = drawn(&arena, plain, columns, BLOCK_PARAGRAPH);
        many = with_blanks(&arena, drawn(&arena, blanks, columns, BLOCK_PARAGRAPH));
        if (!text_equal(one, many) && wrong++ == 0)
            printf("# %d columns\n# is     %.*s\n# should %.*s\n", columns, TEXT_ARGS(many), TEXT_ARGS(one));
        arena_release(&arena);
    }
    ok(wrong == 0, "%zu random texts: blanks that are not drawn take no room (%zu); SEED=%lu", tries, wrong, seed);
}

int main(void)
{
    (void)unicode_init("C.UTF-8");
    test_breaks();
    test_torn();
    test_rows(flowing, COUNT_OF(flowing), BLOCK_PARAGRAPH);
    test_rows(preformatted, COUNT_OF(preformatted), BLOCK_VERBATIM);
    test_random_addresses();
    test_random_blanks();
    return tap_done();
}
