/*
 * Both wordings are shown, each cut to some words around the first difference:
 *
 *     the text differs: given "…should all wait for the ferry…", in the body "…should all of us wait for the…"
 */
#include "article/anchors/anchor_report.h"

enum { BEGINNING = 60, BEFORE = 30, AFTER = 50 };

static const char *const refusal_texts[] = {
    [REFUSED_NOT] = "a word differs",
    [REFUSED_TOO_MUCH] = "too many words differ",
    [REFUSED_NAME] = "a name differs",
    [REFUSED_NUMBER] = "a number differs",
    [REFUSED_NEGATION] = "a negation differs",
    [REFUSED_OPPOSITE] = "a word is turned into its opposite",
    [REFUSED_WHO] = "it is about somebody else",
    [REFUSED_MEASURE] = "a measure differs",
    [REFUSED_MARKS] = "it goes from one quotation or sentence into another",
    [REFUSED_LANGUAGE] = "a word differs, and only English texts are searched so",
    [REFUSED_CUT] = "it would be cut out of a longer word",
};

static bool is_inside_character(Text text, size_t at)
{
    return at > 0 && at < text.size && ((unsigned char)text.bytes[at] & 0xC0) == 0x80;
}

/* The text around `part`, with "…" where it is cut, at blanks if there are any. */
static Text excerpt(Arena *arena, Text text, Range part)
{
    size_t start = part.start > BEFORE ? part.start - BEFORE : 0,
           end = part.end < text.size && text.size - part.end > AFTER ? part.end + AFTER : text.size;

    if (end - start > 2 * (BEFORE + AFTER))
        end = start + 2 * (BEFORE + AFTER);
    while (start > 0 && start < part.start && !ascii_is_blank(text.bytes[start - 1]))
        start++;
    while (end < text.size && end > part.end && !ascii_is_blank(text.bytes[end]))
        end--;
    while (is_inside_character(text, start))
        start++;
    while (is_inside_character(text, end))
        end--;
    return arena_join(arena,
                      (const Text[]){start > 0 ? TEXT("…") : TEXT(""), text_slice(text, (Range){start, end}),
                                     end < text.size ? TEXT("…") : TEXT("")},
                      3);
}

static Text beginning(Arena *arena, Text text)
{
    return excerpt(arena, text, (Range){0, text.size < BEGINNING ? text.size : BEGINNING - AFTER});
}

static Text in_marks(Arena *arena, Text words)
{
    return words.size ? arena_join(arena, (const Text[]){TEXT("\""), beginning(arena, words), TEXT("\"")}, 3)
                      : TEXT("nothing");
}

/* The part of the article that was found, and in it what differs. */
static Text there_excerpt(Arena *arena, const Article *article, const AnchorResult *result)
{
    Range range = result->range, part = result->compared.there;
    size_t start;

    if (range_is_empty(part)) /* something was left out there: show about the same place */
        part = (Range){range.start + result->compared.given.start, range.start + result->compared.given.start};
    if (part.start < range.start)
        range.start = part.start;
    if (part.end > range.end)
        range.end = part.end;
    start = range.start;
    if (part.end > range.end || part.start > part.end)
        part = (Range){start, start};
    return excerpt(arena, text_slice(article->text, range), (Range){part.start - start, part.end - start});
}

static void report_missing(Report *report, const Article *article, const AnchorResult *result, size_t line,
                           size_t column)
{
    Text given = beginning(report->arena, result->given), words = text_slice(result->given, result->compared.given);
    Text there = text_slice(article->text, result->compared.there);

    if (range_is_empty(result->range)) {
        report_add(report, SEVERITY_ERROR, line, column, "the quotation \"%.*s\" is not in the body", TEXT_ARGS(given));
        return;
    }
    report_add(report, SEVERITY_ERROR, line, column,
               "the quotation \"%.*s\" is not in the body; the nearest is \"%.*s\", where %s: %.*s, in the body %.*s",
               TEXT_ARGS(given), TEXT_ARGS(there_excerpt(report->arena, article, result)),
               refusal_texts[result->compared.refusal], TEXT_ARGS(in_marks(report->arena, words)),
               TEXT_ARGS(in_marks(report->arena, there)));
}

void anchor_report(Report *report, const Article *article, const AnchorResult *result, size_t line, size_t column)
{
    if (result->outcome == ANCHOR_WORDLESS)
        report_add(report, SEVERITY_ERROR, line, column, "the quotation \"%.*s\" has no words to be found by",
                   TEXT_ARGS(beginning(report->arena, result->given)));
    else if (result->outcome == ANCHOR_MISSING)
        report_missing(report, article, result, line, column);
    if (result->outcome == ANCHOR_AMBIGUOUS)
        report_add(
            report, SEVERITY_WARNING, line, column,
            "the quotation \"%.*s\" is in the body %zu times, with its speaker named beside none of them: give it a "
            "block, a prefix or a suffix",
            TEXT_ARGS(beginning(report->arena, result->given)), result->places);
    if (result->outcome <= ANCHOR_AMBIGUOUS && result->match == MATCH_DIFFERS)
        report_add(report, SEVERITY_WARNING, line, column, "the text differs: given \"%.*s\", in the body \"%.*s\"",
                   TEXT_ARGS(excerpt(report->arena, result->given, result->compared.given)),
                   TEXT_ARGS(there_excerpt(report->arena, article, result)));
}
