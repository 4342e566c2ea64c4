/*
 * What holds for the analysis of any text, on texts put together at random from invented pieces: whole sentences, broken ones,
 * lone marks. QUOIN_SEED repeats a run.
 */
#include <inttypes.h>

#include "analysis_checks.h"
#include "base/unicode/unicode.h"
#include "formats/text/plain_text.h"
#include "tap.h"

enum { TEXTS = 400, PIECES_MOST = 40, TEXT_BYTES = 1 << 14 };

static const char *const sentences[] = {
    "“We will appeal,” Ines Farrow said.",
    "“We will appeal,” said Mr. Okonjo, the harbour master.",
    "Mayor Ines Farrow and Tomas Okonjo called the plan “a good day for the harbour.”",
    "According to a spokesman for the Norvane Port Authority, it was “far too late.”",
    "“Nobody asked us,” she said. “And nobody will.”",
    "He added that the bridge, which opened in May, was “not ready.”",
    "\"Close it!\" shouted Peter Halloran. \"Close it now.\"",
    "“This goes on in the next paragraph.",
    "“It is over.”",
    "Dr. P. K. Marlow, 54, told the Norvane Courier: “I saw it.”",
    "The film “The Long Harbour Night” opens on Monday.",
    "“FARROW: No comment.”",
    "“We build bridges.” — Lena Brandt, poet",
    "Farrow’s deputy, Mr Halloran (who resigned), said the mayor was ‘tired’.",
    "‘It’s the workers’ money,’ said Okonjo.",
    "„Wir gehen weiter“, sagte Lena Brandt.",
    "«On verra», dit Élodie Ferrière.",
    "「明日です」と佐藤さんは言った。",
    "The mayor declined to comment; the governor did not.",
    "Officials said voters in Norvane, in Sarn and in Ostby were “angry,” “sad” and “at sea”.",
    "''Well,'' he began, ``that is that.''",
    "Ferrière, a lawyer, and her husband, Jean Ferrière, left early, saying they were “bored.”",
};

/* clang-format off */
static const char *const scraps[] = {
    "“",    "”",    "‘",        "’",       "\"",   "'",    "«",       "»",    "„",   "「",  "said", "said,",
    "he",   "She",  "Farrow",   "Mr.",     "and",  "who",  "of",      "to",   ",",   ".",   "?",    "—",
    "(",    ")",    "12\"",     "’s",      "J.",   "the",  "Norvane", ":",    ";",   "é",   "\xC3", "\xE2\x80",
    "told", "'90s", "according to", "U.S.", "–",   "…",    "`",       "\x80", "\t",  "=\"", "II",   "de la",
};
/* clang-format on */

static const char *const joints[] = {" ", " ", " ", "\n", "\n\n", "", ", "};

static uint64_t random_state;

/* Xorshift: Marsaglia, "Xorshift RNGs", 2003. */
static size_t random_below(size_t limit)
{
    random_state ^= random_state << 13;
    random_state ^= random_state >> 7;
    random_state ^= random_state << 17;
    return (size_t)(random_state % limit);
}

#define ANY_OF(list) ((list)[random_below(COUNT_OF(list))])

static Text random_text(char *bytes)
{
    size_t size = 0, pieces = 1 + random_below(PIECES_MOST), scrappiness = 1 + random_below(4);

    for (size_t i = 0; i < pieces; i++) {
        const char *piece = random_below(4) < scrappiness ? ANY_OF(scraps) : ANY_OF(sentences);
        int added = snprintf(bytes + size, TEXT_BYTES - size, "%s%s", piece, ANY_OF(joints));

        if (added < 0 || (size_t)added >= TEXT_BYTES - size)
            break;
        size += (size_t)added;
    }
    return (Text){bytes, size};
}

static Analysis *analyse(Arena *arena, Text text, size_t slice)
{
    Analysis *analysis = analysis_new(arena, article_from_text(arena, text), (Range){0, SIZE_MAX});

    while (analysis_step(analysis, slice))
        ;
    return analysis;
}

static void report(const char *what, const char *broken, Text text)
{
    printf("# %s: %s: ", what, broken);
    for (size_t i = 0; i < text.size; i++)
        printf(text.bytes[i] >= ' ' || (unsigned char)text.bytes[i] >= 0x80 ? "%c" : "\\%03o",
               (unsigned char)text.bytes[i]);
    printf("\n");
}

static void test_any_text(uint64_t seed)
{
    static const size_t slices[] = {1, 13, 200, 4096};
    static char bytes[TEXT_BYTES];
    size_t broken_texts = 0, differing = 0;

    random_state = seed;
    for (size_t i = 0; i < TEXTS; i++) {
        Text text = random_text(bytes);
        Arena arena = {0};
        Analysis *whole = analyse(&arena, text, SIZE_MAX / 2);
        const char *broken = broken_analysis(whole), *different;

        if (broken && broken_texts++ == 0)
            report("broken", broken, text);
        different = different_analysis(whole, analyse(&arena, text, slices[i % 4]));
        if (different && differing++ == 0)
            report("in slices", different, text);
        arena_release(&arena);
    }
    ok(broken_texts == 0, "%zu of %d texts give a broken analysis (seed %" PRIu64 ")", broken_texts, TEXTS, seed);
    ok(differing == 0, "%zu of %d texts give another analysis in slices (seed %" PRIu64 ")", differing, TEXTS, seed);
}

/* Other marks, the same speakers: whole sentences with their marks written in another way. */
static Text with_marks(Arena *arena, Text text, Text open, Text close)
{
    Text result = {0};

    for (size_t at = 0; at < text.size;) {
        Text rest = text_slice(text, (Range){at, text.size});
        size_t size = text_starts_with(rest, TEXT("“")) || text_starts_with(rest, TEXT("”")) ? 3 : 1;
        Text piece = size == 1                           ? text_slice(text, (Range){at, at + 1})
                     : text_starts_with(rest, TEXT("“")) ? open
                                                         : close;

        result = arena_printf(arena, "%.*s%.*s", TEXT_ARGS(result), TEXT_ARGS(piece));
        at += size;
    }
    return result;
}

static Text said(Arena *arena, const Analysis *analysis)
{
    Text lines = {0};

    for (size_t i = 0; i < analysis->quotes.count; i++) {
        const Quote *quote = &analysis->quotes.items[i];

        lines =
            arena_printf(arena, "%.*s%.*s: %.*s (%s)\n", TEXT_ARGS(lines), TEXT_ARGS(quote_speaker_names(quote, arena)),
                         TEXT_ARGS(text_slice(analysis->article->text, quote_inner(quote))), quote->source->rule);
    }
    return lines;
}

static void test_marks(uint64_t seed)
{
    static const struct {
        const char *name;
        const char *open, *close;
    } styles[] = {
        {"straight", "\"", "\""},           {"guillemets", "«", "»"},        {"low and high", "„", "“"},
        {"guillemets turned in", "»", "«"}, {"doubled singles", "''", "''"},
    };

    for (size_t style = 0; style < COUNT_OF(styles); style++) {
        size_t differing = 0;

        random_state = seed;
        for (size_t i = 0; i < TEXTS / 8; i++) {
            Arena arena = {0};
            Text text = {0}, other, expected, found;

            for (size_t pieces = 1 + random_below(8); pieces > 0; pieces--)
                text = arena_printf(&arena, "%.*s%s%s", TEXT_ARGS(text), sentences[random_below(6)],
                                    random_below(2) ? " " : "\n");
            other = with_marks(&arena, text, text_from(styles[style].open), text_from(styles[style].close));
            expected = said(&arena, analyse(&arena, text, SIZE_MAX / 2));
            found = said(&arena, analyse(&arena, other, SIZE_MAX / 2));
            if (!text_equal(expected, found) && differing++ == 0)
                report(styles[style].name, "the same speakers", other);
            arena_release(&arena);
        }
        ok(differing == 0, "%s: the same speakers as with curly marks, but for %zu texts (seed %" PRIu64 ")",
           styles[style].name, differing, seed);
    }
}

int main(void)
{
    const char *given = getenv("QUOIN_SEED");
    uint64_t seed = given ? strtoull(given, NULL, 10) | 1 : 20240611;

    (void)unicode_init("C.UTF-8");
    test_any_text(seed);
    test_marks(seed);
    return tap_done();
}
