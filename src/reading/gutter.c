/*
 * Which quotations the margin of a line names. Each is to have its number somewhere: on the line where it
 * begins, else on the next. Where several begin, the last is left to its next line, if it has one; those that
 * end here stand together:
 *
 *      11│ January. “We looked at who was on the     11 begins
 *     ~12│ boat,” he said. “Nobody asked who.”       11 has its number above; 12 begins and ends
 *   13,14│ “Yes,” she said. “No,” he said. “Not      13 and 14 begin and end, 15 goes on
 *      15│ before Sunday.”
 *
 * So what a line names hangs on the line above when a quotation began there that goes on here, and that one
 * may hang on the line above it; such chains are short.
 */
#include "reading/gutter.h"

enum { LONGEST_CHAIN = 8 };

/* What a line has of the article's text. */
static Range line_range(const Document *document, LinePosition position)
{
    return document_article_range(document, layout_line(document->layout, position)->range);
}

/* The first quotation of the list from index `from` on that reaches into a line. */
static size_t next_on_line(const Document *document, size_t from, Range line)
{
    const Analysis *analysis = document->analysis;

    for (size_t i = from; i < analysis->quotes.count && analysis->quotes.items[i].range.start < line.end; i++) {
        if (quote_list_row(&document->listed, i))
            return i;
    }
    return NO_INDEX;
}

static size_t first_on_line(const Document *document, Range line)
{
    return next_on_line(document, analysis_quote_from(document->analysis, line.start), line);
}

static bool goes_on(const Document *document, size_t quote, LinePosition position)
{
    const Line *below;

    if (layout_move(document->layout, &position, 1) != 1)
        return false;
    below = layout_line(document->layout, position);
    return below->kind == LINE_TEXT &&
           line_range(document, position).start < document->analysis->quotes.items[quote].range.end;
}

/* The line above, when a quotation begins on it that goes on to this one. */
static bool hangs_on_above(const Document *document, LinePosition position, LinePosition *above)
{
    Range line = line_range(document, position);
    size_t first = first_on_line(document, line);
    const Line *upper;
    size_t start;

    if (first == NO_INDEX)
        return false;
    start = document->analysis->quotes.items[first].range.start;
    *above = position;
    if (start >= line.start || layout_move(document->layout, above, -1) != -1)
        return false;
    upper = layout_line(document->layout, *above);
    return upper->kind == LINE_TEXT && start >= line_range(document, *above).start;
}

/* What a line names. `*left` is what the line above left to it; afterwards what this one leaves to the next;
 * NO_INDEX: nothing. */
static GutterNames names_of_line(const Document *document, LinePosition position, size_t *left)
{
    Range line = line_range(document, position);
    size_t first = first_on_line(document, line);
    GutterNames names = {.count = 0};

    for (size_t i = first; i != NO_INDEX && names.count < GUTTER_NAMES; i = next_on_line(document, i + 1, line)) {
        bool begins = document->analysis->quotes.items[i].range.start >= line.start;

        if ((begins || i == *left) && quote_list_number(&document->listed, i))
            names.quotes[names.count++] = i;
    }
    *left = NO_INDEX;
    if (names.count > 1 && goes_on(document, names.quotes[names.count - 1], position))
        *left = names.quotes[--names.count];
    if (names.count == 0 && first != NO_INDEX)
        names.quotes[names.count++] = first;
    return names;
}

GutterNames gutter_names(const Document *document, LinePosition position)
{
    Range line = line_range(document, position);
    size_t current = document_current_quote(document), left = NO_INDEX;
    LinePosition lines[LONGEST_CHAIN];
    GutterNames names = {.count = 0};
    int count = 1;

    if (!document->analysis)
        return names;
    if (current != NO_INDEX && current >= analysis_quote_from(document->analysis, line.start) &&
        document->analysis->quotes.items[current].range.start < line.end)
        return (GutterNames){{current}, 1};
    lines[0] = position;
    while (count < LONGEST_CHAIN && hangs_on_above(document, lines[count - 1], &lines[count]))
        count++;
    while (count > 0)
        names = names_of_line(document, lines[--count], &left);
    return names;
}

/* "11,12": the first `count` names, as many as there are numbers. */
static Text joined(const Document *document, const GutterNames *names, size_t count, Arena *arena)
{
    TextBuffer label = {0};

    for (size_t i = 0; i < count; i++) {
        const Quote *quote = &document->analysis->quotes.items[names->quotes[i]];
        size_t number = quote_list_number(&document->listed, names->quotes[i]);

        if (number)
            text_buffer_add(
                arena, &label,
                arena_printf(arena, "%s%s%zu", i ? "," : "", quote_speaker_is_doubtful(quote) ? "~" : "", number));
    }
    return text_buffer_text(&label);
}

/* "8–11"; with "~" when one of them is doubtful. Empty: they do not follow each other, as under a filter. */
static Text from_to(const Document *document, const GutterNames *names, Arena *arena)
{
    size_t first = quote_list_number(&document->listed, names->quotes[0]);
    size_t last = quote_list_number(&document->listed, names->quotes[names->count - 1]);
    bool doubtful = false;

    if (last - first + 1 != names->count)
        return (Text){0};
    for (size_t i = 0; i < names->count; i++)
        doubtful = doubtful || quote_speaker_is_doubtful(&document->analysis->quotes.items[names->quotes[i]]);
    return arena_printf(arena, "%s%zu–%zu", doubtful ? "~" : "", first, last);
}

static bool has_room(const Document *document, Text label, int columns)
{
    return label.size && (int)printable_width(label, document->charset) <= columns;
}

Text gutter_label(const Document *document, const GutterNames *names, int columns, Arena *arena)
{
    Text label = joined(document, names, names->count, arena), more;

    if (names->count < 2 || has_room(document, label, columns))
        return label;
    label = from_to(document, names, arena);
    if (has_room(document, label, columns))
        return label;
    label = joined(document, names, 1, arena);
    more = arena_printf(arena, "%.*s…", TEXT_ARGS(label));
    return has_room(document, more, columns) ? more : label;
}

int gutter_label_columns(const Document *document)
{
    int columns = 2; /* "~1" */

    for (size_t number = document->listed.speech_count; number >= 10; number /= 10)
        columns++;
    return columns;
}
