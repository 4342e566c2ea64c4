/*
 * A quotation is written by its words, as a person would, with the entry of the body that it stands in, and with the words before it where its own
 * stand in the text more than once:
 *
 *     quotes:
 *       - text: We remembered,
 *         speaker: Signe Aldous
 *         cue: said
 *         type: direct
 *         block: 3
 *
 * Whether somebody has looked at it is `checked: yes`; what is in doubt still is afterwards: `checked: no`.
 *
 * Where the file has rows already, only what is otherwise in them is changed: a speaker, whether it was looked at; rows come in and go between those
 * that stay. A list that has no row that stays, or is in brackets and wants others, is written anew.
 */
#include "export/article_quotes.h"

#include <string.h>

#include "article/anchors/repeats.h"
#include "base/yaml/yaml_edit.h"
#include "base/yaml/yaml_write.h"
#include "formats/formats.h"
#include "memory/notes/corrections.h"

enum { PREFIX_BYTES = 40 };

static Text type_of(const Quote *quote)
{
    if (quote->type == QUOTE_INDIRECT)
        return TEXT("indirect");
    return quote->type == QUOTE_MIXED || quote->type == QUOTE_FRAGMENT ? TEXT("mixed") : TEXT("direct");
}

static void add_text(YamlList *list, const char *key, Text value)
{
    if (value.size)
        yaml_list_add_text(list, text_from(key), value, YAML_PLAIN);
}

static Text words_of(const Analysis *analysis, const Quote *quote)
{
    return quote->source->given_text ? *quote->source->given_text
                                     : text_trim(text_slice(analysis->article->text, quote_inner(quote)));
}

static Text words_before(Text text, size_t offset)
{
    return text_trim(text_slice(text, (Range){text_words_start(text, offset, PREFIX_BYTES), offset}));
}

static const YamlNode *row_of(Arena *arena, const Analysis *analysis, const Quote *quote, bool stands_twice)
{
    const Article *article = analysis->article;
    YamlList row = yaml_list_new(arena, YAML_MAPPING);
    size_t entry = article->blocks.items[article_known_block_at(article, quote->range.start)].entry;

    yaml_list_add_text(&row, TEXT("text"), words_of(analysis, quote), YAML_BLOCK);
    if (quote->source->speaker_count)
        add_text(&row, "speaker", quote_speaker_names(quote, arena));
    add_text(&row, "cue", text_slice(article->text, range_widen(quote->source->cue)));
    add_text(&row, "type", type_of(quote));
    if (stands_twice)
        add_text(&row, "prefix", words_before(article->text, quote_inner(quote).start));
    if (entry)
        yaml_list_add_number(&row, TEXT("block"), entry);
    if (quote->checked || (quote->source->speaker_count && quote_is_doubtful(quote)))
        yaml_list_add_switch(&row, TEXT("checked"), quote->checked);
    return row.node;
}

/* Which of the listed ones have words that the text says more than once. */
static const bool *repeats_in(Arena *arena, const Analysis *analysis)
{
    size_t count = analysis->quotes.count;
    Text *words = ARENA_ARRAY(arena, Text, count + 1);

    for (size_t i = 0; i < count; i++) {
        if (quote_is_listed(&analysis->quotes.items[i]))
            words[i] = words_of(analysis, &analysis->quotes.items[i]);
    }
    return repeats_of(arena, analysis->article->text, words, count);
}

static const YamlNode *rows_of(Arena *arena, const Analysis *analysis)
{
    YamlList rows = yaml_list_new(arena, YAML_SEQUENCE);
    const bool *repeats = repeats_in(arena, analysis);

    for (size_t i = 0; i < analysis->quotes.count; i++) {
        if (quote_is_listed(&analysis->quotes.items[i]))
            yaml_list_add(&rows, (Text){0}, row_of(arena, analysis, &analysis->quotes.items[i], repeats[i]));
    }
    return rows.node;
}

/* ---- rows that are there ---- */

static Text row_text(const YamlNode *row, const char *key)
{
    const YamlNode *value = row->kind == YAML_MAPPING ? yaml_get(row, text_from(key)) : NULL;

    return value && value->kind == YAML_SCALAR ? value->text : (Text){0};
}

/* The listed quotations that have the same words. */
typedef struct SameWords {
    Text words;
    size_t first; /* 1 + the index of the first of them that has no row yet; 0: all have */
} SameWords;

/* The listed quotations by their words: a hash table with open addressing, at most half full. */
typedef struct QuotesByWords {
    SameWords *slots;
    size_t slot_count; /* a power of two */
    size_t *next;      /* for each quotation: 1 + the index of the next with the same words; 0: none */
} QuotesByWords;

static SameWords *same_words(const QuotesByWords *quotes, Text words)
{
    size_t slot = text_hash(words) & (quotes->slot_count - 1);

    while (quotes->slots[slot].words.bytes && !text_equal(quotes->slots[slot].words, words))
        slot = (slot + 1) & (quotes->slot_count - 1);
    return &quotes->slots[slot];
}

static QuotesByWords quotes_by_words(Arena *arena, const Analysis *analysis)
{
    QuotesByWords quotes = {.slot_count = 2, .next = ARENA_ARRAY(arena, size_t, analysis->quotes.count + 1)};

    while (quotes.slot_count < analysis->quotes.count * 2)
        quotes.slot_count *= 2;
    quotes.slots = ARENA_ARRAY(arena, SameWords, quotes.slot_count);
    for (size_t i = analysis->quotes.count; i-- > 0;) {
        const Quote *quote = &analysis->quotes.items[i];
        Text words = text_trim(words_of(analysis, quote));
        SameWords *same = quote_is_listed(quote) && words.size ? same_words(&quotes, words) : NULL;

        if (!same)
            continue;
        quotes.next[i] = same->first;
        *same = (SameWords){words, i + 1};
    }
    return quotes;
}

/* The first listed quotation that a row is of, by its words, and no row before it; NO_INDEX: none. */
static size_t quote_of_row(const QuotesByWords *quotes, const YamlNode *row)
{
    SameWords *same = same_words(quotes, text_trim(row_text(row, "text")));
    size_t quote = same->first - 1;

    if (!same->first)
        return NO_INDEX;
    same->first = quotes->next[quote];
    return quote;
}

/* Does the row name the one who speaks, by whatever name? */
static bool names_speaker(Arena *arena, const Analysis *analysis, Text name, const Quote *quote)
{
    const QuoteSource *source = quote->source;

    if (source->speaker_count == 0)
        return name.size == 0;
    if (text_equal_ignoring_case(name, quote_speaker_names(quote, arena)))
        return true;
    return source->speaker_count == 1 && source->speakers[0].entity != NO_ENTITY &&
           source->speakers[0].entity == entity_named(analysis, name);
}

static void edit_row(YamlEdit *edit, Arena *arena, const YamlNode *row, const Analysis *analysis, const Quote *quote)
{
    const YamlNode *speaker = yaml_get(row, TEXT("speaker")), *checked = yaml_get(row, TEXT("checked")), *last = NULL;
    bool doubtful = quote->source->speaker_count && quote_is_doubtful(quote), is_checked = false;
    Report ignored;

    YAML_EACH(child, row)
        last = child;
    report_init(&ignored, arena, (Text){0});
    if (!names_speaker(arena, analysis, row_text(row, "speaker"), quote))
        yaml_edit_set(edit, row, speaker ? NULL : yaml_get(row, TEXT("text")), TEXT("speaker"),
                      quote->source->speaker_count ? quote_speaker_names(quote, arena) : (Text){0}, YAML_PLAIN);
    if (checked && (!yaml_bool(checked, &ignored, &is_checked) || is_checked == quote->checked))
        return;
    if (quote->checked || doubtful)
        yaml_edit_set(edit, row, last, TEXT("checked"), quote->checked ? TEXT("yes") : TEXT("no"), YAML_SWITCH);
}

/* What the rows of a list are of: for each its quotation, NO_INDEX where there is none (any more); for each quotation its row, NULL: it has none. */
typedef struct RowMatches {
    size_t *quotes;
    const YamlNode **rows;
} RowMatches;

/* False: no row stays, or one is not what is written here. */
static bool match_rows(Arena *arena, const YamlNode *rows, const Analysis *analysis, RowMatches *matches)
{
    QuotesByWords quotes;
    size_t at = 0, stay = 0;

    if (!rows || rows->kind != YAML_SEQUENCE)
        return false;
    quotes = quotes_by_words(arena, analysis);
    *matches = (RowMatches){.quotes = ARENA_ARRAY(arena, size_t, rows->count + 1),
                            .rows = ARENA_ARRAY(arena, const YamlNode *, analysis->quotes.count + 1)};
    YAML_EACH(row, rows) {
        const YamlNode *speaker = row->kind == YAML_MAPPING ? yaml_get(row, TEXT("speaker")) : NULL;

        if (speaker && speaker->kind != YAML_SCALAR)
            return false;
        matches->quotes[at] = quote_of_row(&quotes, row);
        if (matches->quotes[at] != NO_INDEX) {
            matches->rows[matches->quotes[at]] = row;
            stay++;
        }
        at++;
    }
    return stay > 0;
}

/* Each quotation without a row gets one, behind that of the last quotation before it which has one. */
static bool add_rows(YamlEdit *edit, Arena *arena, const YamlNode *rows, const Analysis *analysis,
                     const RowMatches *matches)
{
    const bool *repeats = NULL;
    const YamlNode *before = NULL;

    for (size_t i = 0; i < analysis->quotes.count; i++) {
        const Quote *quote = &analysis->quotes.items[i];

        before = matches->rows[i] ? matches->rows[i] : before;
        if (matches->rows[i] || !quote_is_listed(quote))
            continue;
        repeats = repeats ? repeats : repeats_in(arena, analysis);
        if (!yaml_edit_insert_item(edit, rows, before, row_of(arena, analysis, quote, repeats[i])))
            return false;
    }
    return true;
}

/* False: the list has to be written anew. */
static bool edit_rows(YamlEdit *edit, Arena *arena, const YamlNode *rows, const Analysis *analysis)
{
    RowMatches matches;
    size_t at = 0;

    if (!match_rows(arena, rows, analysis, &matches))
        return false;
    YAML_EACH(row, rows) {
        size_t quote = matches.quotes[at++];

        if (quote != NO_INDEX)
            edit_row(edit, arena, row, analysis, &analysis->quotes.items[quote]);
        else if (!yaml_edit_remove_item(edit, rows, row))
            return false;
    }
    return add_rows(edit, arena, rows, analysis, &matches);
}

/* ---- the check ---- */

/* Every key but `quotes` is the same. */
static bool same_others(const YamlNode *before, const YamlNode *after)
{
    size_t count = after->count - (yaml_get(after, TEXT("quotes")) ? 1 : 0);

    YAML_EACH(child, before) {
        const YamlNode *now = yaml_get(after, child->key->text);

        if (text_equal(child->key->text, TEXT("quotes")))
            continue;
        if (!now || !yaml_same(child, now))
            return false;
        count--;
    }
    return count == 0;
}

/* The same text, and in it the same quotations. */
static bool gives_quotes(Arena *arena, Text result, const Analysis *analysis)
{
    const Article *article;
    size_t given = 0;
    Report report;
    File file;

    report_init(&report, arena, (Text){0});
    file_from_text(&file, result);
    article = article_read(arena, &file, NULL, &report);
    if (!article || !article->quotes_given || !text_equal(article->text, analysis->article->text))
        return false;
    for (size_t i = 0; i < analysis->quotes.count; i++) {
        const Quote *quote = &analysis->quotes.items[i];

        if (!quote_is_listed(quote))
            continue;
        if (given == article->quotes.count ||
            !range_overlaps(article->quotes.items[given++].range, range_widen(quote->range)))
            return false;
    }
    return given == article->quotes.count;
}

static bool is_right(Arena *arena, const YamlNode *root, Text result, const Analysis *analysis)
{
    const YamlNode *after;
    Report again;

    report_init(&again, arena, (Text){0});
    after = yaml_parse(arena, result, &again);
    return after && again.error_count == 0 && after->kind == YAML_MAPPING && same_others(root, after) &&
           gives_quotes(arena, result, analysis);
}

/* Is there a comment in what stands no more in a source? */
static bool loses_comment(Text before, Text after)
{
    size_t least = before.size < after.size ? before.size : after.size, start = 0, end = 0;

    while (start < least && before.bytes[start] == after.bytes[start])
        start++;
    while (end < least - start && before.bytes[before.size - 1 - end] == after.bytes[after.size - 1 - end])
        end++;
    for (size_t at = start; at < before.size - end; at++) {
        if (before.bytes[at] == '#' && at > 0 && strchr(" \t\r\n", before.bytes[at - 1]))
            return true;
    }
    return false;
}

Text article_with_quotes(Arena *arena, Text source, const Analysis *analysis, Report *report)
{
    size_t told = report->problems.count;
    const YamlNode *root = yaml_parse(arena, source, report);
    YamlEdit edit;
    Text result;

    if (!root || report->error_count || !yaml_expect(root, YAML_MAPPING, "an article in YAML", report))
        return (Text){0};
    report->problems.count = told; /* warnings are told to whom reads it */
    yaml_edit_init(&edit, arena, source);
    if (edit_rows(&edit, arena, yaml_get(root, TEXT("quotes")), analysis)) {
        result = yaml_edit_result(&edit);
        if (is_right(arena, root, result, analysis))
            return result;
    }
    yaml_edit_init(&edit, arena, source);
    yaml_edit_replace_list(&edit, root, TEXT("quotes"), rows_of(arena, analysis));
    result = yaml_edit_result(&edit);
    if (is_right(arena, root, result, analysis)) {
        if (loses_comment(source, result))
            report_add(report, SEVERITY_WARNING, 0, 0,
                       "quotes: is a new list; the comments in the old one are not kept");
        return result;
    }
    report_add(report, SEVERITY_ERROR, 0, 0,
               "its quotations cannot be written into it without a change of something else; nothing was changed");
    return (Text){0};
}
