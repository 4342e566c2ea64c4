/*
 * When an article came out: what machines are told, else what stands beside the headline, else what the address has ("/2024/05/03/"). When it was
 * changed is told apart. Where a page prints only that, it is the one date that there is, and so the date. A date that stands alone beside the
 * headline is what readers go by: where machines are told quite another one, and not that of a change, it is right.
 */
#include "article/web_address.h"
#include "formats/text/forms/head_byline.h"
#include "formats/text/words/head_date.h"
#include "formats/text/words/line_words.h"
#include "html/metadata/date_moments.h"
#include "html/metadata/machine_date.h"
#include "html/metadata/page.h"

enum { LINE_LONGEST = 200, LINES_BEFORE = 10, LINES_BESIDE = 2 };

typedef struct Search {
    const Page *page;
    bool month_first;
} Search;

static Text read_date(const Search *search, Text value)
{
    return machine_date(search->page->arena, value, search->month_first);
}

/* ---- told to machines ---- */

static Text of_metas(const Search *search, MetaField field)
{
    const MetaValue *value;
    Text date = {0};

    for (size_t at = 0; date.size == 0 && (value = meta_next(&search->page->metas, field, &at));)
        date = read_date(search, value->text);
    return date;
}

static Text of_object(const Search *search, size_t object, Text key)
{
    return read_date(search, linked_text(search->page->arena, &search->page->data, object, key));
}

/* An element that markup says to be it: <time itemprop="datePublished" datetime="…">, <abbr class="published" title="…">. */
static Text of_markup(const Search *search, Text property)
{
    const HtmlTree *tree = search->page->tree;

    for (size_t node = 0; node < tree->nodes.count; node++) {
        static const Text values[] = {LITERAL("datetime"), LITERAL("content"), LITERAL("title")};
        Text date = {0};

        if (!text_equal_ignoring_case(html_attribute(tree, node, TEXT("itemprop")), property) &&
            !text_equal_ignoring_case(html_attribute(tree, node, TEXT("property")), property))
            continue;
        if (page_is_aside(search->page, node))
            continue;
        for (size_t i = 0; i < COUNT_OF(values) && date.size == 0; i++)
            date = read_date(search, html_attribute(tree, node, values[i]));
        if (date.size == 0)
            date = read_date(search, html_inner_text(search->page->arena, tree, node));
        if (date.size)
            return date;
    }
    return (Text){0};
}

static Text published(const Search *search)
{
    const LinkedData *data = &search->page->data;
    Text date = data->rank >= LINKED_WORK ? of_object(search, data->best, TEXT("datePublished")) : (Text){0};

    if (date.size == 0)
        date = of_object(search, data->page, TEXT("datePublished"));
    if (date.size == 0)
        date = of_metas(search, META_DATE);
    if (date.size == 0)
        date = of_markup(search, TEXT("datePublished"));
    if (date.size == 0)
        date = of_object(search, data->best, TEXT("dateCreated"));
    return date;
}

static Text updated(const Search *search)
{
    const LinkedData *data = &search->page->data;
    Text date = of_object(search, data->best, TEXT("dateModified"));

    if (date.size == 0)
        date = of_metas(search, META_UPDATED);
    if (date.size == 0)
        date = of_markup(search, TEXT("dateModified"));
    return date;
}

/* ---- printed ---- */

static bool says_updated(Text text)
{
    static const Text words[] = {LITERAL("updated"),      LITERAL("update"),     LITERAL("modified"),
                                 LITERAL("revised"),      LITERAL("edited"),     LITERAL("reviewed"),
                                 LITERAL("aktualisiert"), LITERAL("geändert"),   LITERAL("actualizado"),
                                 LITERAL("aggiornato"),   LITERAL("atualizado"), LITERAL("bijgewerkt"),
                                 LITERAL("oppdatert"),    LITERAL("opdateret"),  LITERAL("uppdaterad"),
                                 LITERAL("aktualizacja"), LITERAL("modifié")};

    for (size_t i = 0; i < COUNT_OF(words); i++) {
        if (line_find_words(text, words[i]) != TEXT_NOT_FOUND)
            return true;
    }
    return false;
}

/* "Published", "Last updated:": the date is in the next line. */
static bool is_label(Text text)
{
    return text.size <= 30 && !head_date_range(text).end && head_date_line(text) != DATE_LINE_NONE;
}

/* "Soldiers on the road to Port Hallam in the north, 24 April 2023": what is said of a picture. */
static bool ends_in_date(Text text)
{
    enum { WORDS_LEAST = 5 };
    Range range = head_date_range(text);

    return range.end == text.size && text_count_words(text_slice(text, (Range){0, range.start})) >= WORDS_LEAST;
}

/* Prose that names a day says what happened then. */
static bool may_say_when(const PageLine *line)
{
    return line->hints[HINT_DATE] || line->datetime.size || head_date_line(line->text) != DATE_LINE_NONE ||
           head_begins_as_byline(line->text) ||
           (line->text.size <= 100 && !line_ends_sentence(line->text) && !ends_in_date(line->text));
}

/* What a line says; `label` is the line before, where that is a label. */
static HeadDates dates_of_line(const Search *search, const PageLine *line, Text label)
{
    Arena *arena = search->page->arena;
    Text labelled = arena_join(arena, (const Text[]){label, TEXT(" "), line->text}, 3);
    HeadDates dates = {0};
    Text date;

    if (line->text.size > LINE_LONGEST || !may_say_when(line))
        return dates;
    dates = head_dates(arena, labelled);
    if (dates.date.size || dates.updated.size)
        return dates;
    date = line->datetime.size ? read_date(search, line->datetime)
                               : date_of_figures(arena, line->text, search->month_first);
    if (date.size == 0)
        date = date_of_east(arena, line->text);
    if (says_updated(labelled))
        dates.updated = date;
    else
        dates.date = date;
    return dates;
}

Range page_head_lines(const Page *page)
{
    size_t headline = page->headline;

    if (headline == NO_INDEX)
        return (Range){0, 0};
    return (Range){headline > LINES_BEFORE ? headline - LINES_BEFORE : 0, page->body};
}

/* Lines [start, end), those behind the headline before those above it: the nearest one that says when. */
static HeadDates printed(const Search *search, Range range)
{
    const PageLine *lines = search->page->lines.items.items;
    HeadDates found = {0};
    size_t headline = search->page->headline;

    for (size_t i = range.start; i < range.end && (found.date.size == 0 || found.updated.size == 0); i++) {
        Text label = i > range.start && is_label(lines[i - 1].text) ? lines[i - 1].text : (Text){0};
        HeadDates dates;

        if (lines[i].hints[HINT_ASIDE] && (i + LINES_BESIDE < headline || i > headline + LINES_BESIDE))
            continue;
        dates = dates_of_line(search, &lines[i], label);
        if (found.date.size == 0)
            found.date = dates.date;
        if (found.updated.size == 0)
            found.updated = dates.updated;
    }
    return found;
}

static HeadDates printed_beside_headline(const Search *search)
{
    Range head = page_head_lines(search->page);
    HeadDates behind = printed(search, (Range){search->page->headline + 1, head.end}), above;

    if (search->page->headline == NO_INDEX || behind.date.size)
        return search->page->headline == NO_INDEX ? (HeadDates){0} : behind;
    above = printed(search, (Range){head.start, search->page->headline + 1});
    if (behind.updated.size == 0)
        behind.updated = above.updated;
    behind.date = above.date;
    return behind;
}

/* "Posted on the 15/12/2025 at 19:00 by Jane Doe", "This article was originally published on 26 Sep 2019 at 4:12pm." */
static bool says_published(Text text)
{
    static const Text openings[] = {LITERAL("posted"),          LITERAL("published"),    LITERAL("originally"),
                                    LITERAL("first published"), LITERAL("first posted"), LITERAL("this article was"),
                                    LITERAL("this story was"),  LITERAL("this post was")};

    for (size_t i = 0; i < COUNT_OF(openings); i++) {
        if (line_begins_with(text, openings[i]))
            return true;
    }
    return false;
}

/* Below the text: "This article was first published on 3 May 2024", "Last updated: 3 May 2024". */
static HeadDates printed_at_end(const Search *search)
{
    const PageLines *lines = &search->page->lines;
    HeadDates found = {0};

    for (size_t i = search->page->body; i < lines->items.count && found.date.size == 0; i++) {
        const PageLine *line = &lines->items.items[i];
        HeadDates dates = {0};

        if (line->hints[HINT_ASIDE] || line->text.size > LINE_LONGEST)
            continue;
        if (says_published(line->text))
            dates = dates_of_line(search, line, (Text){0});
        else if (head_date_line(line->text) != DATE_LINE_NONE)
            dates = head_dates(search->page->arena, line->text);
        found.date = dates.date;
        if (found.updated.size == 0)
            found.updated = dates.updated;
    }
    return found;
}

/* "This article was originally published on 26 Sep 2019", "First published 26 Sep 2019" */
static bool says_first(Text text)
{
    return says_published(text) && (line_find_words(text, TEXT("originally")) != TEXT_NOT_FOUND ||
                                    line_find_words(text, TEXT("first")) != TEXT_NOT_FOUND);
}

/* Behind the headline, where no other line says another day: "This article was originally published on 26 Sep 2019". */
static Text printed_as_first(const Search *search)
{
    const PageLines *lines = &search->page->lines;
    Text found = {0};

    for (size_t i = search->page->headline == NO_INDEX ? 0 : search->page->headline; i < lines->items.count; i++) {
        const PageLine *line = &lines->items.items[i];
        Text date;

        if (line->hints[HINT_ASIDE] || line->text.size > LINE_LONGEST || !says_first(line->text))
            continue;
        date = head_date(search->page->arena, line->text);
        if (found.size && date.size && dates_are_nights_apart(found, date))
            return (Text){0};
        if (date.size)
            found = date;
    }
    return found;
}

/* ---- in scripts and in the address ---- */

/* What programs of a page that are no JSON-LD say: "publishedAt":"2024-05-03". */
static Text of_scripts(const Search *search)
{
    static const Text keys[] = {LITERAL("datePublished"), LITERAL("publishedAt"),   LITERAL("published_at"),
                                LITERAL("publishDate"),   LITERAL("publishedDate"), LITERAL("publicationDate")};
    const HtmlTree *tree = search->page->tree;

    for (size_t node = 1; node < tree->nodes.count; node++) {
        Text text = tree->nodes.items[node].text;

        if (tree->nodes.items[node].tag != HTML_TEXT ||
            tree->nodes.items[tree->nodes.items[node].parent].tag != HTML_SCRIPT)
            continue;
        for (size_t i = 0; i < COUNT_OF(keys); i++) {
            size_t at = text_find(text, keys[i], 0);
            Text date;

            if (at == TEXT_NOT_FOUND)
                continue;
            for (at += keys[i].size; at < text.size && strchr("\\\": ", text.bytes[at]);)
                at++;
            date = read_date(search, text_slice(text, (Range){at, at + strlen("2024-05-03")}));
            if (date.size)
                return date;
        }
    }
    return (Text){0};
}

/* "/2024/05/03/", "/2024-05-03-", "/20240503/" */
static Text of_address(const Search *search)
{
    WebAddressParts parts = web_address_parts(search->page->address.size ? search->page->address : search->page->base);
    Text path = {parts.path.bytes, parts.path.size + parts.query.size};

    for (size_t at = 0; at < path.size; at++) {
        Text rest = text_slice(path, (Range){at + 1, at + 11}), date;

        if (!strchr("/-_", path.bytes[at]) || rest.size < 8 || (rest.bytes[0] != '2' && rest.bytes[0] != '1'))
            continue;
        date = read_date(search, text_slice(rest, (Range){0, rest.size}));
        if (date.size == strlen("2024-05-03"))
            return date;
    }
    return (Text){0};
}

/* ---- which ---- */

/* "3 October 2023", "4. Mai 2024" say that figures have the day first too, "October 3, 2023" the month. */
static FigureOrder order_of_words(Text line)
{
    Range range = head_date_range(line);
    size_t at = range.start, digits = 0;

    while (at < range.end && !ascii_is_digit(line.bytes[at]))
        at++;
    for (; at < range.end && ascii_is_digit(line.bytes[at]); at++)
        digits++;
    if (digits == 0 || digits > 2 || at + 1 >= range.end)
        return ORDER_NOT_KNOWN;
    if (line.bytes[at] == ' ' && ascii_is_alpha(line.bytes[at + 1]))
        return ORDER_DAY_FIRST;
    return line.bytes[at] == ',' ? ORDER_MONTH_FIRST : ORDER_NOT_KNOWN;
}

/* As other dates of the page show it, or else its language and its country. */
static bool is_month_first(const Page *page)
{
    enum { DATE_LONGEST = 40 };
    FigureOrder in_words = ORDER_NOT_KNOWN;

    for (size_t i = 0; i < page->lines.items.count; i++) {
        Text line = page->lines.items.items[i].text;
        FigureOrder order = line.size <= LINE_LONGEST ? figure_order(line) : ORDER_NOT_KNOWN;

        if (order != ORDER_NOT_KNOWN)
            return order == ORDER_MONTH_FIRST;
        if (in_words == ORDER_NOT_KNOWN && line.size <= DATE_LONGEST)
            in_words = order_of_words(line);
    }
    return in_words == ORDER_NOT_KNOWN ? writes_month_first(page->language, page_host(page))
                                       : in_words == ORDER_MONTH_FIRST;
}

/* Does a line begin with the day that it is about? "3 May 2024", "Published 3 May 2024", "3 May 2024 | Health" in what is named after dates. */
static bool begins_with_day(const PageLine *line)
{
    if (line->text.size > LINE_LONGEST)
        return false;
    return head_date_line(line->text) == DATE_LINE_DATE ||
           (line->hints[HINT_DATE] && line->datetime.size && head_date_range(line->text).start == 0 &&
            head_date_range(line->text).end > 0 && !says_updated(line->text));
}

/* The day alone beside the headline, if it is more than a night away from the one that was told, and not when the article was changed. */
static Text shown_instead(const Search *search, Text told, Text changed)
{
    enum { BEFORE = 1, BEHIND = 5 };
    const PageLine *lines = search->page->lines.items.items;
    size_t headline = search->page->headline, first = headline > BEFORE ? headline - BEFORE : 0;

    for (size_t i = first; headline != NO_INDEX && i < search->page->body && i <= headline + BEHIND; i++) {
        Text date;

        if (!begins_with_day(&lines[i]))
            continue;
        date = dates_of_line(search, &lines[i], (Text){0}).date;
        if (date.size < strlen("2024-05-03"))
            continue;
        return date_may_be_on(told, date) || date_may_be_on(changed, date) ? (Text){0} : date;
    }
    return (Text){0};
}

/* The same moment by the clock of those who wrote it, where a <time> near the headline has that: the day that the page prints. */
static Text by_own_clock(const Search *search, Text told)
{
    Range head = page_head_lines(search->page);

    for (size_t i = head.start; i < head.end; i++) {
        Text date = read_date(search, search->page->lines.items.items[i].datetime);

        if (date.size > told.size && date_is_same_moment(date, told))
            return date;
    }
    return told;
}

/* What came out again says so: then it was changed on the day that was found. */
static void take_first(const Search *search, Text *date, Text *changed)
{
    Text first = printed_as_first(search);

    if (first.size == 0 || !date_is_day_before(first, *date) || !dates_are_nights_apart(first, *date))
        return;
    *changed = *date;
    *date = first;
}

void page_dates_read(const Page *page, Article *article)
{
    Search search = {.page = page, .month_first = false};
    Text date, changed, instead = {0};
    HeadDates beside;

    search.month_first = is_month_first(page);
    date = by_own_clock(&search, published(&search));
    changed = by_own_clock(&search, updated(&search));
    beside = printed_beside_headline(&search);
    if (date.size)
        instead = shown_instead(&search, date, changed.size ? changed : beside.updated);
    if (instead.size)
        date = instead;
    if (date.size == 0)
        date = beside.date;
    if (date.size == 0)
        date = of_address(&search);
    if (date.size == 0)
        date = of_scripts(&search);
    if (date.size && (changed.size == 0 || date_is_same_moment(date, changed)))
        take_first(&search, &date, &changed);
    if (date.size == 0 && beside.updated.size == 0) {
        beside = printed_at_end(&search);
        date = beside.date;
    }
    if (changed.size == 0)
        changed = beside.updated;
    if (date.size == 0) {
        date = beside.updated.size ? beside.updated : changed;
        changed = (Text){0};
    }
    article->fields[FIELD_DATE] = date;
    if (changed.size && !date_is_same_moment(changed, date) && !date_is_day_before(changed, date))
        article->fields[FIELD_UPDATED] = changed;
}
