/* The end that moves stands on a line of text, and the screen is moved no further than it takes to show that line. */
#include "ui/taking/selecting.h"

#include <limits.h>

#include "base/unicode/unicode.h"
#include "ui/state/places.h"
#include "ui/state/scroll.h"
#include "ui/taking/caret.h"

enum { CHARACTERS_A_WORD = 14 }; /* of a text that has longer ones on the average, its words say little */

/* ---- beginning and end ---- */

static bool is_on_screen(const App *app, Range range)
{
    Range visible = app_visible(app);

    return !range_is_empty(range) && visible.start <= range.start && range.start < visible.end;
}

static Range shown_range(const Document *document, Range range)
{
    return (Range){document_shown_offset(document, range.start), document_shown_offset(document, range.end)};
}

/* What is selected in another way, the newest in a reader's mind first; of a quotation its first character. */
static Range range_to_begin_with(const App *app)
{
    const Document *document = &app->document;
    size_t link = document_current_link(document), mention = document_current_mention(document),
           quote = document_current_quote(document);
    const Range candidates[] = {
        document->search.pattern.size ? document->search.current : (Range){0, 0},
        link == NO_INDEX ? (Range){0, 0} : range_widen(document->links.items.items[link].range),
        mention == NO_INDEX ? (Range){0, 0}
                            : shown_range(document, range_widen(document->analysis->mentions.items[mention].range)),
        quote == NO_INDEX ? (Range){0, 0}
                          : shown_range(document, (Range){document->quote_start, document->quote_start + 1}),
    };

    for (size_t i = 0; i < COUNT_OF(candidates); i++) {
        if (is_on_screen(app, candidates[i]))
            return candidates[i];
    }
    return (Range){0, 0};
}

/* The first line of text at or below (above) a position; NO_OFFSET: there is none. The position is then that line's. */
static size_t text_from_line(const Document *document, LinePosition *position, int direction, int column)
{
    LinePosition at = *position;

    for (;;) {
        size_t offset = caret_offset(document, at, column);

        if (offset != NO_OFFSET) {
            *position = at;
            return offset;
        }
        if (layout_move(document->layout, &at, direction) == 0)
            return NO_OFFSET;
    }
}

static size_t first_on_screen(const App *app)
{
    LinePosition position = app->document.top;
    size_t offset = text_from_line(&app->document, &position, +1, 0);

    return offset == NO_OFFSET ? text_from_line(&app->document, &position, -1, 0) : offset;
}

void selecting_begin(App *app, PassageUnit unit)
{
    Passage *passage = &app->document.passage;
    size_t offset;
    Range range;

    if (passage->unit == unit)
        passage->anchor = passage->head;
    if (passage->unit != PASSAGE_NONE) {
        passage->unit = unit;
        return;
    }
    range = range_to_begin_with(app);
    offset = range_is_empty(range) ? first_on_screen(app) : range.start;
    if (offset == NO_OFFSET) {
        app_say(app, ROLE_STATUS_INFO, "there is no text to select");
        return;
    }
    *passage = (Passage){.unit = unit, .anchor = offset, .head = offset};
    if (!range_is_empty(range))
        passage->head = passage_last_character(app->document.shown->text, range);
}

void selecting_end(App *app)
{
    app->document.passage = (Passage){0};
}

void selecting_take(App *app, Range shown)
{
    app->document.passage = (Passage){.unit = PASSAGE_CHARACTERS, .anchor = shown.start, .head = shown.start};
    selecting_move_to(app, passage_last_character(app->document.shown->text, shown));
}

/* ---- moving ---- */

static void show_line(App *app, LinePosition position)
{
    Document *document = &app->document;
    LinePosition last = document->top;
    long rows = app->arrangement.panes[PANE_BODY].rows;

    (void)layout_move(document->layout, &last, rows > 0 ? rows - 1 : 0);
    if (layout_compare(position, document->top) < 0) {
        scroll_to(app, position);
    } else if (layout_compare(position, last) > 0) {
        (void)layout_move(document->layout, &position, rows > 0 ? 1 - rows : 0);
        scroll_to(app, position);
    }
}

void selecting_move_to(App *app, size_t offset)
{
    passage_move_head(&app->document.passage, offset);
    show_line(app, layout_locate(app->document.layout, offset));
}

void selecting_step(App *app, PassageStep step, long steps)
{
    Article *shown = app->document.shown;
    size_t at = app->document.passage.head;

    for (long left = steps < 0 ? -steps : steps; left > 0; left--) {
        size_t next = passage_step(shown, at, step, steps < 0 ? -1 : +1);

        if (next == at)
            break;
        at = next;
    }
    selecting_move_to(app, at);
}

/* So many lines of text on: what stands between them is passed. */
static size_t over_lines(const Document *document, LinePosition position, long lines, int column)
{
    int direction = lines < 0 ? -1 : +1;
    size_t offset = NO_OFFSET;

    for (long left = lines < 0 ? -lines : lines; left > 0; left--) {
        LinePosition next = position;
        size_t found;

        if (layout_move(document->layout, &next, direction) == 0)
            break;
        found = text_from_line(document, &next, direction, column);
        if (found == NO_OFFSET)
            break;
        offset = found;
        position = next;
    }
    return offset;
}

/* So many rows of the screen on, and there the nearest text. */
static size_t over_rows(const Document *document, LinePosition position, long rows, int column)
{
    LinePosition at = position;
    size_t offset;

    (void)layout_move(document->layout, &at, rows);
    offset = text_from_line(document, &at, rows < 0 ? -1 : +1, column);
    return offset == NO_OFFSET ? text_from_line(document, &at, rows < 0 ? +1 : -1, column) : offset;
}

static size_t move_target(App *app, Move move, long amount, int column)
{
    Document *document = &app->document;
    LinePosition position = document_offset_position(document, document->passage.head);
    long rows = app->arrangement.panes[PANE_BODY].rows, page = rows > 2 ? rows - 2 : 1;

    switch (move) {
    case MOVE_LINES:
        return over_lines(document, position, amount, column);
    case MOVE_HALF_PAGES:
        return over_rows(document, position, amount * (rows > 1 ? rows / 2 : 1), column);
    case MOVE_PAGES:
        return over_rows(document, position, amount * page, column);
    case MOVE_TO_START:
        return over_rows(document, layout_first(document->layout), 0, 0);
    case MOVE_TO_END:
        position = layout_last(document->layout);
        return over_rows(document, position, 0, INT_MAX);
    case MOVE_TO_PERCENT:
        return over_rows(document, app_percent_position(app, (size_t)amount), 0, 0);
    }
    return NO_OFFSET;
}

void selecting_move(App *app, Move move, long amount)
{
    Passage *passage = &app->document.passage;
    bool keeps_column = move == MOVE_LINES || move == MOVE_HALF_PAGES || move == MOVE_PAGES;
    int column = passage->column ? passage->column - 1 : caret_column(&app->document, passage->head);
    size_t offset = move_target(app, move, amount, column);

    if (offset == NO_OFFSET)
        return;
    selecting_move_to(app, offset);
    passage->column = keeps_column ? column + 1 : 0;
}

void selecting_swap_ends(App *app)
{
    Passage *passage = &app->document.passage;
    size_t head = passage->anchor;

    passage->anchor = passage->head;
    selecting_move_to(app, head);
}

/* ---- how much ---- */

static size_t count_characters(Text text)
{
    size_t count = 0;

    for (size_t at = 0; at < text.size; at = unicode_cluster_end(text, at))
        count++;
    return count;
}

Text selecting_amount(Arena *arena, Text text)
{
    size_t words = text_count_words(text), characters = words ? count_characters(text) : 0;

    if (words * CHARACTERS_A_WORD < characters)
        return arena_printf(arena, "%zu characters", characters);
    return arena_printf(arena, "%zu word%s", words, words == 1 ? "" : "s");
}
