/*
 * In Japanese a particle follows the subject, and the verb stands behind the quotation; in Chinese the verb stands between the two:
 *
 *     佐藤花子さんは「誰も聞いてくれなかった」と話す。        what stands before は
 *     市长李明说：“我们没有别的选择。”                        what stands before 说 and its like, back to a stop
 *     “没有人听我们说话，”王芳说。                            what stands between the quotation and 说
 *
 * Names are not known there, so the words count.
 */
#include "analysis/languages/spaceless.h"

enum { CLAUSE_LONGEST = 90, SPEAKER_LONGEST = 60 }; /* bytes */

static bool is_stop(uint32_t code_point)
{
    return code_point == 0x3002 || code_point == 0xFF0C || code_point == 0x3001 || code_point == 0xFF01 ||
           code_point == 0xFF1F || code_point == 0xFF1B || code_point == '.' || code_point == ',';
}

/* Back from `end` over words to a stop or `least`. */
static size_t clause_start(Text text, size_t least, size_t end)
{
    size_t size, at = end;

    while (at > least && end - at < CLAUSE_LONGEST) {
        size_t before = utf8_previous(text, at);

        if (is_stop(utf8_decode(text, before, &size)))
            break;
        at = before;
    }
    return at;
}

static size_t clause_end(Text text, size_t at, size_t most)
{
    size_t size = 0, start = at;

    for (; at < most && at - start < CLAUSE_LONGEST; at += size) {
        if (is_stop(utf8_decode(text, at, &size)))
            break;
    }
    return at;
}

/* Without a word of the list at its end; false: none is there. */
static bool cut_end(Text text, Range *range, Text list)
{
    Text word;

    for (size_t at = 0; text_next_part(list, ' ', &at, &word);) {
        if (word.size && range_size(*range) > word.size && text_ends_with(text_slice(text, *range), word)) {
            range->end -= word.size;
            return true;
        }
    }
    return false;
}

/* Without commas and colons at its end. */
static void cut_signs(Text text, Range *range)
{
    static const Text signs[] = {LITERAL("，"), LITERAL("："), LITERAL(","), LITERAL(":"), LITERAL("、")};
    bool cut = true;

    while (cut) {
        cut = false;
        for (size_t i = 0; i < COUNT_OF(signs); i++) {
            if (text_ends_with(text_slice(text, *range), signs[i])) {
                range->end -= signs[i].size;
                cut = true;
            }
        }
    }
}

static bool found(const Paragraph *paragraph, Range words, Range cue, ReportRule rule, Reported *report)
{
    while (cut_end(paragraph->text, &words, paragraph->language->fillers))
        ;
    if (range_is_empty(words) || range_size(words) > SPEAKER_LONGEST)
        return false;
    *report = (Reported){rule, true, false, NO_NAMED, range_shorten(words), range_shorten(cue), 0};
    return true;
}

/* "市长李明说：“" */
static bool says_before(const Paragraph *paragraph, size_t least, size_t quotation, Reported *report)
{
    Range words = {least, quotation};
    size_t end;

    cut_signs(paragraph->text, &words);
    end = words.end;
    if (words.end <= words.start || !cut_end(paragraph->text, &words, paragraph->language->saying))
        return false;
    words.start = clause_start(paragraph->text, least, words.end);
    return found(paragraph, words, (Range){words.end, end}, REPORT_SAYS_BEFORE, report);
}

/* "”王芳说。" */
static bool says_behind(const Paragraph *paragraph, size_t quotation_end, size_t most, Reported *report)
{
    Range words = {quotation_end, clause_end(paragraph->text, quotation_end, most)};
    size_t end = words.end;

    return cut_end(paragraph->text, &words, paragraph->language->saying) &&
           found(paragraph, words, (Range){words.end, end}, REPORT_SAYS_BEHIND, report);
}

/* "佐藤花子さんは「" */
static bool is_hiragana(uint32_t code_point)
{
    return code_point >= 0x3041 && code_point <= 0x309F;
}

/* "二十年前から店を出している佐藤花子さん" is 佐藤花子さん: back over what is polite, and over letters that are no hiragana. */
static size_t name_start(Text text, Range words)
{
    Range name = words;
    size_t at, size;

    (void)cut_end(text, &name, TEXT("さん ら たち ちゃん くん さま"));
    for (at = name.end; at > name.start; at = utf8_previous(text, at)) {
        if (is_hiragana(utf8_decode(text, utf8_previous(text, at), &size)))
            break;
    }
    return at < name.end ? at : words.start;
}

static bool is_topic(const Paragraph *paragraph, size_t least, size_t quotation, Reported *report)
{
    Range words = {clause_start(paragraph->text, least, quotation), quotation};

    cut_signs(paragraph->text, &words);
    if (!cut_end(paragraph->text, &words, paragraph->language->topics))
        return false;
    words.start = name_start(paragraph->text, words);
    return found(paragraph, words, (Range){0, 0}, REPORT_BESIDE, report);
}

void spaceless_report(const Paragraph *paragraph, ReportedList *reports)
{
    const Reported *last = NULL;
    size_t before = reports->count, least = paragraph->range.start;

    for (size_t i = 0; i < paragraph->spans.count; i++) {
        const Spoken *span = &paragraph->spans.items[i];
        size_t next = i + 1 < paragraph->spans.count ? paragraph->spans.items[i + 1].range.start : paragraph->range.end;
        Reported report = {.rule = REPORT_NONE, .person = NO_NAMED};

        if (!span->title && !says_before(paragraph, least, span->range.start, &report) &&
            !is_topic(paragraph, least, span->range.start, &report) &&
            !says_behind(paragraph, span->range.end, next, &report)) {
            last = reports->count > before ? &reports->items[reports->count - 1] : NULL;
            report.speech = range_size(spoken_inner(span)) > SPEAKER_LONGEST / 4;
            if (report.speech && last && last->speech && last->rule != REPORT_NONE) {
                report = *last;
                report.rule = REPORT_PARAGRAPH;
                report.cue = (ShortRange){0, 0};
            }
        }
        ARRAY_PUSH(paragraph->arena, *reports, report);
        least = span->range.end;
    }
}
