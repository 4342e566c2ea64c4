/*
 * The same text in each encoding, with each line end, with and without a byte order mark, in parts of any size and cut at each byte, is the
 * same text; what is not is replaced, counted and told once.
 */
#include "base/unicode/decoder.h"
#include "random.h"
#include "tap.h"

#define REPLACED "\xEF\xBF\xBD"

/* ---- decoding ---- */

/* All of `bytes` in parts of `part`. NULL in `bytes` of the result: there is no such encoding here. */
static Text decode(Arena *arena, Text bytes, Encoding encoding, size_t part, Report *report)
{
    DecodedText decoded = {.capacity = DECODED_MOST * (bytes.size + 1)};
    Decoder *decoder = decoder_new(encoding);

    if (!decoder)
        return (Text){0};
    decoded.bytes = arena_alloc(arena, decoded.capacity);
    for (size_t at = 0; at < bytes.size; at += part)
        decoder_push(decoder, text_slice(bytes, (Range){at, at + part}), &decoded);
    decoder_finish(decoder, &decoded);
    if (report)
        decoder_tell(decoder, report);
    decoder_free(decoder);
    return (Text){decoded.bytes, decoded.size};
}

static bool is_told(const Report *report, const char *what)
{
    return report->problems.count == 1 && text_equal(report->problems.items[0].message, text_from(what));
}

/* ---- each encoding of Unicode ---- */

static void add_unit(Arena *arena, TextBuffer *bytes, uint32_t unit, size_t size, bool big)
{
    for (size_t i = 0; i < size; i++) {
        char byte = (char)(unit >> 8 * (big ? size - 1 - i : i));

        text_buffer_add(arena, bytes, (Text){&byte, 1});
    }
}

static void add_code_point(Arena *arena, TextBuffer *bytes, uint32_t code_point, EncodingKind kind)
{
    bool big = kind == ENCODING_UTF_16BE || kind == ENCODING_UTF_32BE;
    char utf8[4];

    if (kind == ENCODING_UNTOLD || kind == ENCODING_UTF_8) {
        text_buffer_add(arena, bytes, (Text){utf8, utf8_encode(code_point, utf8)});
    } else if (kind == ENCODING_UTF_32LE || kind == ENCODING_UTF_32BE) {
        add_unit(arena, bytes, code_point, 4, big);
    } else if (code_point < 0x10000) {
        add_unit(arena, bytes, code_point, 2, big);
    } else {
        add_unit(arena, bytes, 0xD800 + ((code_point - 0x10000) >> 10), 2, big);
        add_unit(arena, bytes, 0xDC00 + ((code_point - 0x10000) & 0x3FF), 2, big);
    }
}

static const struct {
    const char *name;
    EncodingKind kind;
    bool is_shown; /* without a mark too */
} kinds[] = {
    {"UTF-8", ENCODING_UNTOLD, true},      {"UTF-8, told", ENCODING_UTF_8, true}, {"UTF-16LE", ENCODING_UTF_16LE, true},
    {"UTF-16BE", ENCODING_UTF_16BE, true}, {"UTF-32LE", ENCODING_UTF_32LE, true}, {"UTF-32BE", ENCODING_UTF_32BE, true},
};

static const char *const line_ends[] = {"\n", "\r\n", "\r", "\xC2\x85", "\xE2\x80\xA8"};

/* Letters of one to four bytes, the last one as well. */
static Text sample(Arena *arena, const char *line_end)
{
    return arena_join(arena,
                      (const Text[]){TEXT("The caf\xC3\xA9 \xE2\x80\x9Copen\xE2\x80\x9D"), text_from(line_end),
                                     text_from(line_end), TEXT("\xE6\x97\xA5 and \xF0\x9F\x98\x80"),
                                     text_from(line_end), TEXT("the end \xF0\x9F\x98\x80")},
                      6);
}

/* Every cut: whole characters, and U+FFFD where one is cut. */
static size_t wrong_cuts(Arena *arena, Text text, EncodingKind kind, bool marked)
{
    size_t wrong = 0, size;
    TextBuffer bytes = {0};

    if (marked)
        add_code_point(arena, &bytes, 0xFEFF, kind);
    for (size_t at = 0; at < text.size; at += size) {
        size_t before = bytes.count;

        add_code_point(arena, &bytes, utf8_decode(text, at, &size), kind);
        for (size_t cut = before; cut <= bytes.count; cut++) {
            Text whole = text_slice(text, (Range){0, cut == bytes.count ? at + size : at}), decoded;
            bool is_cut = cut > before && cut < bytes.count;
            Encoding encoding = encoding_of(text_buffer_text(&bytes), (Encoding){.kind = kind});
            Report report;

            report_init(&report, arena, TEXT("a"));
            decoded = decode(arena, (Text){bytes.items, cut}, encoding, cut % 5 + 1, &report);
            decoded = text_slice(decoded, (Range){utf8_mark_size(decoded), decoded.size}); /* of UTF-8, which stays */
            if (cut == 0 || (kind == ENCODING_UNTOLD && at < 20))
                continue; /* nothing tells yet that it is UTF-8 */
            wrong += !text_starts_with(decoded, whole) ||
                     !text_equal(text_slice(decoded, (Range){whole.size, decoded.size}),
                                 is_cut ? TEXT(REPLACED) : TEXT("")) ||
                     (is_cut ? !is_told(&report, "it ends in the middle of a character; read as U+FFFD")
                             : report.problems.count > 0);
        }
    }
    return wrong;
}

static void test_kinds(void)
{
    for (size_t i = 0; i < COUNT_OF(kinds); i++) {
        for (size_t end = 0; end < COUNT_OF(line_ends); end++) {
            Arena arena = {0};
            Text text = sample(&arena, line_ends[end]);
            size_t without = wrong_cuts(&arena, text, kinds[i].kind, false);
            size_t with = wrong_cuts(&arena, text, kinds[i].kind, true);

            ok(without == 0 && with == 0, "%s, line end %zu, with a mark or without, cut at each byte (%zu, %zu wrong)",
               kinds[i].name, end, without, with);
            arena_release(&arena);
        }
    }
}

/* A mark says which it is; without one, Latin letters do. */
static void test_shown(void)
{
    for (size_t i = 2; i < COUNT_OF(kinds); i++) {
        Text texts[] = {TEXT("\xEF\xBB\xBF"
                             "A"),
                        TEXT("A headline\n\nA text with a word or two.\n"),
                        TEXT("\xD0\x90\xD0\x91\xD0\x92 \xD0\x93\xD0\x90\xD0\x91")};
        EncodingKind expected[] = {kinds[i].kind, kinds[i].kind, ENCODING_UNTOLD};
        Arena arena = {0};

        for (size_t j = 0; j < COUNT_OF(texts); j++) {
            TextBuffer bytes = {0};
            size_t size;

            if (j == 2 && i >= 4)
                continue; /* UTF-32 has NUL in all of its letters */
            for (size_t at = 0; at < texts[j].size; at += size)
                add_code_point(&arena, &bytes, utf8_decode(texts[j], at, &size), kinds[i].kind);
            ok(encoding_of(text_buffer_text(&bytes), (Encoding){0}).kind == expected[j], "%s, text %zu", kinds[i].name,
               j);
        }
        arena_release(&arena);
    }
    ok(encoding_of(TEXT("A\0B"), (Encoding){0}).kind == ENCODING_UNTOLD, "a NUL alone is no UTF-16");
    ok(encoding_of(TEXT("plain text"), (Encoding){.kind = ENCODING_UTF_16}).kind == ENCODING_UTF_16LE,
       "UTF-16 that shows nothing is little-endian");
}

/* ---- encodings of the system ---- */

static const struct {
    const char *name, *bytes, *text;
} named[] = {
    {"koi8-r", "\xF0\xD2\xC9\xD7\xC5\xD4", "Привет"},
    {"KOI8-U", "\xA4\xD6\xC1", "єжа"},
    {"windows-1251", "\xCF\xF0\xE8\xE2\xE5\xF2", "Привет"},
    {"cp866", "\x8F\xE0\xA8\xA2\xA5\xE2", "Привет"},
    {"iso-8859-2", "\xA9lechta", "Šlechta"},
    {"ISO-8859-15", "10 \xA4", "10 €"},
    {"latin1", "\x93na\xEFve\x94 \x85", "“naïve” …"},
    {"us-ascii", "\x93so\x94", "“so”"},
    {"macintosh", "caf\x8E", "café"},
    {"shift_jis", "\x93\xFA\x96\x7B\x87\x40", "日本①"},
    {"euc-jp", "\xC6\xFC\xCB\xDC", "日本"},
    {"iso-2022-jp", "\x1B$BF|K\\\x1B(B ok", "日本 ok"},
    {"gb2312", "\xC8\xD5\xB1\xBE", "日本"},
    {"gb18030", "\xC8\xD5\x81\x30\x84\x36", "日¥"},
    {"big5", "\xA4\xE9\xA5\xBB", "日本"},
    {"euc-kr", "\xC0\xCF\xBA\xBB", "일본"},
    {"utf-7", "Hi +ZeVnLA-", "Hi 日本"},
};

static void test_named(void)
{
    for (size_t i = 0; i < COUNT_OF(named); i++) {
        Arena arena = {0};
        Encoding encoding;
        const char *why;
        size_t wrong = 0;

        if (!encoding_find(text_from(named[i].name), &encoding, &why)) {
            tap_skip("this system does not convert it");
            continue;
        }
        for (size_t part = 1; part < 9; part++) {
            Text decoded;
            Report report;

            report_init(&report, &arena, TEXT("a"));
            decoded = decode(&arena, text_from(named[i].bytes), encoding, part, &report);
            wrong += !text_equal(decoded, text_from(named[i].text)) || report.problems.count > 0;
        }
        ok(wrong == 0, "%s in parts of 1 to 8 bytes (%zu wrong)", named[i].name, wrong);
        arena_release(&arena);
    }
}

static void test_names(void)
{
    static const char *const wrong[] = {"",        "koi8-rr",  "no such thing", "utf-8//IGNORE",
                                        "latin1/", "\xC3\xA9", "utf-16lee"};
    Encoding encoding;
    const char *why;

    for (size_t i = 0; i < COUNT_OF(wrong); i++)
        ok(!encoding_find(text_from(wrong[i]), &encoding, &why) && *why, "\"%s\" is refused", wrong[i]);
    ok(text_equal(encoding_near(TEXT("koi8-rr")), TEXT("koi8-r")), "the nearest is named");
    ok(encoding_find(TEXT("Utf-16BE"), &encoding, &why) && encoding.kind == ENCODING_UTF_16BE,
       "letter case is ignored");
}

/* ---- what is replaced, and what is told ---- */

#define STRAY(count, line) #count " bytes are not UTF-8; read as windows-1252, the first in line " #line
#define MAYBE " (--charset=NAME: as another)"

static const struct {
    const char *what;
    EncodingKind kind;
    Text bytes, text;
    const char *told; /* NULL: nothing */
} replaced[] = {
    {"UTF-8 stays", ENCODING_UNTOLD, LITERAL("é “so”"), LITERAL("é “so”"), NULL},
    {"a stray byte", ENCODING_UNTOLD, LITERAL("é\n\x97 so"), LITERAL("é\n— so"),
     "one byte is not UTF-8; read as windows-1252"},
    {"half and half", ENCODING_UNTOLD, LITERAL("“caf\xE9”\n\x93so\x94"), LITERAL("“café”\n“so”"), STRAY(3, 1)},
    {"no UTF-8 at all", ENCODING_UNTOLD, LITERAL("a\nna\xEFve caf\xE9 it\x92s"), LITERAL("a\nnaïve café it’s"),
     STRAY(3, 2) MAYBE},
    {"a letter at the end", ENCODING_UNTOLD, LITERAL("a caf\xE9"), LITERAL("a café"),
     "one byte is not UTF-8; read as windows-1252" MAYBE},
    {"one after others", ENCODING_UNTOLD, LITERAL("na\xEFve \xE2"), LITERAL("naïve â"), STRAY(2, 1) MAYBE},
    {"cut after other UTF-8", ENCODING_UNTOLD, LITERAL("é caf\xE9"), LITERAL("é caf" REPLACED),
     "it ends in the middle of a character; read as U+FFFD"},
    {"cut after two bytes", ENCODING_UNTOLD, LITERAL("so\xE2\x80"), LITERAL("so" REPLACED),
     "it ends in the middle of a character; read as U+FFFD"},
    {"cut after one", ENCODING_UNTOLD, LITERAL("so\xE2"), LITERAL("so" REPLACED),
     "it ends in the middle of a character; read as U+FFFD"},
    {"windows-1252 as C1", ENCODING_UNTOLD, LITERAL("\xC2\x93so\xC2\x94"), LITERAL("“so”"), NULL},
    {"NEL", ENCODING_UNTOLD,
     LITERAL("a\xC2\x85"
             "b"),
     LITERAL("a\xC2\x85"
             "b"),
     NULL},
    {"NUL", ENCODING_UNTOLD, LITERAL("a\n\0b\0"), LITERAL("a\n" REPLACED "b" REPLACED),
     "2 characters are NUL; read as U+FFFD, the first in line 2"},
    {"too long a form, surrogates", ENCODING_UNTOLD, LITERAL("é\xC0\xAF\xED\xA0\x80"), LITERAL("éÀ¯í\xC2\xA0€"),
     STRAY(5, 1)},
    {"told to be UTF-8", ENCODING_UTF_8, LITERAL("\x93so\xC2\x93"), LITERAL(REPLACED "so\xC2\x93"),
     "one character is not UTF-8; read as U+FFFD"},
    {"half a pair", ENCODING_UTF_16LE,
     LITERAL("a\0\x00\xD8"
             "b\0"),
     LITERAL("a" REPLACED "b"), "one character is not UTF-16; read as U+FFFD"},
    {"NUL in UTF-16", ENCODING_UTF_16BE, LITERAL("\0a\0\0"), LITERAL("a" REPLACED),
     "one character is NUL; read as U+FFFD"},
    {"over Unicode", ENCODING_UTF_32LE, LITERAL("a\0\0\0\0\0\x11\0"), LITERAL("a" REPLACED),
     "one character is not UTF-32; read as U+FFFD"},
    {"windows-1252", ENCODING_WINDOWS_1252, LITERAL("é\x80\x00"), LITERAL("Ã©€" REPLACED),
     "one character is NUL; read as U+FFFD"},
};

static void test_replaced(void)
{
    for (size_t i = 0; i < COUNT_OF(replaced); i++) {
        size_t wrong = 0;

        for (size_t part = 1; part < 12; part++) {
            Arena arena = {0};
            Text decoded;
            Report report;

            report_init(&report, &arena, TEXT("a"));
            decoded = decode(&arena, replaced[i].bytes, (Encoding){.kind = replaced[i].kind}, part, &report);
            wrong += !text_equal(decoded, replaced[i].text) ||
                     (replaced[i].told ? !is_told(&report, replaced[i].told) : report.problems.count > 0);
            if (wrong == 1)
                printf("# \"%.*s\": %.*s\n", TEXT_ARGS(decoded),
                       TEXT_ARGS(report.problems.count ? report.problems.items[0].message : TEXT("nothing told")));
            arena_release(&arena);
        }
        ok(wrong == 0, "%s (%zu wrong)", replaced[i].what, wrong);
    }
}

/* Any bytes, as anything: UTF-8 without NUL comes, the same whatever the parts. */
static void test_random(void)
{
    static const char likely[] = {'a', '\xC2', '\xE2', '\x80', '\x93', '\xF0', '\x9F', '\n'};
    unsigned long seed = random_begin(1);
    size_t wrong = 0;

    for (int round = 0; round < 3000; round++) {
        Encoding encoding = {.kind = (EncodingKind)random_below(ENCODING_CONVERTED)};
        char bytes[300];
        Text text = {bytes, random_below(sizeof bytes)}, whole, parts;
        Arena arena = {0};

        for (size_t i = 0; i < text.size; i++)
            bytes[i] = random_below(2) ? (char)random_below(256) : RANDOM_OF(likely);
        whole = decode(&arena, text, encoding, sizeof bytes, NULL);
        parts = decode(&arena, text, encoding, 1 + random_below(9), NULL);
        wrong += !text_equal(whole, parts) || utf8_find_invalid(whole, 0) != TEXT_NOT_FOUND ||
                 text_find_byte(whole, '\0', 0) != TEXT_NOT_FOUND;
        arena_release(&arena);
    }
    ok(wrong == 0, "random bytes, seed %lu (%zu wrong)", seed, wrong);
}

int main(void)
{
    test_kinds();
    test_shown();
    test_named();
    test_names();
    test_replaced();
    test_random();
    return tap_done();
}
