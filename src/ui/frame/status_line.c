/* It is made of parts. Where there is no room for all of them, the less important are left out. */
#include "ui/frame/status_line.h"

#include "article/link_address.h"
#include "ui/cells/speaker_signs.h"
#include "ui/frame/frame_put.h"
#include "ui/frame/progress_bar.h"
#include "ui/frame/prompt_line.h"
#include "ui/panes/pane.h"
#include "ui/popups/popups.h"
#include "ui/links/links.h"
#include "ui/opening/pages.h"
#include "ui/state/list_find.h"
#include "ui/state/places.h"
#include "ui/state/zen.h"
#include "ui/opening/streaming.h"
#include "ui/taking/selecting.h"

enum {
    PROGRESS_CELLS = 20,
    PART_GAP = 3,      /* columns between parts */
    MODE_GAP = 2,      /* … and after the name of what has the keys */
    HELP_COLUMNS = 30, /* of a screen that has room for "? help" */
    MESSAGE_LEAST = 20 /* columns that a message keeps beside the count of matches */
};

/* What the line says so far, and the columns left. */
typedef struct StatusLine {
    Canvas *canvas;
    Rect area;
    int column, end;
} StatusLine;

/* Of a paragraph, or of a line of the source: its number; 0: it is no such block. */
static unsigned block_number(const Block *block)
{
    return block->kind == BLOCK_ORDERED_ITEM ? 0 : block->number; /* that of its list */
}

/* The first paragraph on the screen; where only a list or the like is, the one before. */
static unsigned paragraph_here(Article *article, Range visible)
{
    size_t block = article_block_at(article, visible.start);
    unsigned here = 0;

    for (size_t i = block; i < article->blocks.count && article->blocks.items[i].range.start < visible.end; i++) {
        if (block_number(&article->blocks.items[i]))
            return block_number(&article->blocks.items[i]);
    }
    for (size_t i = block; i-- > 0 && here == 0;)
        here = block_number(&article->blocks.items[i]);
    return here ? here : 1;
}

static Text paragraph_status(const App *app, Arena *scratch)
{
    Article *article = app->document.shown;
    unsigned here, all = 0;

    if (article->blocks.count == 0)
        return (Text){0};
    here = paragraph_here(article, app_visible(app));
    for (size_t i = article->blocks.count; i-- > 0 && all == 0;)
        all = block_number(&article->blocks.items[i]);
    if (article->is_source)
        return article->complete ? arena_printf(scratch, "line %u/%u", here, all)
                                 : arena_printf(scratch, "line %u", here);
    return all && article->complete ? arena_printf(scratch, "para %u/%u", here, all) : (Text){0};
}

static Text quote_status(const App *app, Arena *scratch, bool narrow)
{
    const Document *document = &app->document;
    size_t quote = document_current_quote(document);
    size_t number = quote == NO_INDEX ? 0 : quote_list_row(&document->listed, quote);
    Text names;

    if (number == 0)
        return (Text){0};
    names = quote_speaker_names(&document->analysis->quotes.items[quote], scratch);
    if (quote_speaker_is_doubtful(&document->analysis->quotes.items[quote]))
        names = arena_join(scratch, (const Text[]){TEXT("~"), names}, 2);
    if (quote_is_by_nobody_known(&document->analysis->quotes.items[quote]))
        names = arena_join(scratch, (const Text[]){TEXT(SPEAKER_UNKNOWN_SIGN " "), names}, 2);
    names = speaker_with_sign(app->themes.theme->signs, app->options.charset,
                              speakers_of_quote(&document->listed.speakers, quote), names, scratch);
    return arena_printf(scratch, narrow ? "%s%zu/%zu %.*s" : "%s %zu/%zu %.*s", narrow ? "q" : "quote", number,
                        document->listed.count, TEXT_ARGS(names));
}

static Text search_status(const App *app, Arena *scratch)
{
    const Search *search = &app->document.search;
    size_t number = search_number(&app->document.search);

    if (list_find_is_on(app))
        return arena_printf(scratch, "/%.*s %.*s", TEXT_ARGS(prompt_text(&app->find.pattern)),
                            TEXT_ARGS(list_find_status(app, scratch)));
    if (search->pattern.size == 0)
        return (Text){0};
    if (search->seeking)
        return arena_printf(scratch, "/%.*s searching…", TEXT_ARGS(search->pattern));
    return arena_printf(scratch, "/%.*s %zu/%zu%s", TEXT_ARGS(search->pattern), number, search->matches.count,
                        search->counted && !search->too_many ? "" : "+");
}

static Text entity_status(const App *app, Arena *scratch)
{
    size_t index = document_current_entity(&app->document);
    size_t mention = document_current_mention(&app->document);
    const Analysis *analysis = app->document.analysis;
    const Entity *entity;
    size_t number = 0;

    if (index == NO_INDEX)
        return (Text){0};
    for (size_t i = analysis->entities.items[index].first_mention; i <= mention; i++)
        number += analysis->mentions.items[i].entity == index;
    entity = &analysis->entities.items[index];
    return arena_printf(scratch, "%s%.*s %zu/%u",
                        mention_is_doubtful(&analysis->mentions.items[mention], entity) ? "~" : "",
                        TEXT_ARGS(entity->name), number, entity->mention_count);
}

/* "[12] example.org/…/story.html": the selected link, as far as half of the screen goes. */
static Text link_status(const App *app, Arena *scratch)
{
    size_t link = app->document.layout ? app_selected_link(app) : NO_INDEX;
    Text address = link == NO_INDEX ? (Text){0} : app_link_address(app, link, scratch);

    if (link == NO_INDEX)
        return (Text){0};
    if (address.size == 0)
        return arena_printf(scratch, "[%zu] leads nowhere that can be opened", link + 1);
    return arena_printf(scratch, "[%zu] %.*s", link + 1,
                        TEXT_ARGS(link_address_shown(scratch, address, (size_t)app->columns / 2)));
}

/* "`` list", "`` names", "`` back to 35%": where going back leads. */
static Text back_status(const App *app, Arena *scratch)
{
    Jump back = jumps_next_back(&app->document.jumps);
    Text keys = keymap_keys_of(&app->config->keymap, CONTEXT_ALL, ACTION_JUMP_BACK, 1, scratch);

    if (back.offset == NO_OFFSET || keys.size == 0)
        return (Text){0};
    if (back.from != JUMP_FROM_TEXT)
        return arena_printf(scratch, "%.*s %s", TEXT_ARGS(keys), pane_ops((PaneId)back.from)->jump_name);
    return arena_printf(scratch, "%.*s back to %zu%%", TEXT_ARGS(keys), app_percent_at(app, back.offset));
}

static Text filter_status(const App *app, Arena *scratch)
{
    return quote_list_filter_words(&app->document.listed, scratch);
}

/* "14 words selected" */
static Text selection_status(const App *app, Arena *scratch)
{
    const Document *document = &app->document;
    Range range = passage_range(&document->passage, document->shown);

    if (!app_is_selecting(app))
        return (Text){0};
    return arena_printf(scratch, "%.*s selected",
                        TEXT_ARGS(selecting_amount(scratch, text_slice(document->shown->text, range))));
}

/* What is still to come, or to be looked at. */
static Text reading_status(const App *app, Arena *scratch)
{
    Text coming = streaming_status(app, scratch);

    return coming.size || !app->document.next || app->document.analysis ? coming : TEXT("reading…");
}

typedef struct Part {
    Text text;
    int priority; /* the parts of the highest number stay when there is no room for all */
} Part;

/* Columns of the parts of at least a priority, with the gaps between them. */
static int parts_width(const Part *parts, size_t count, int priority, Charset charset)
{
    int width = 0;

    for (size_t i = 0; i < count; i++) {
        if (parts[i].text.size && parts[i].priority >= priority)
            width += (int)printable_width(parts[i].text, charset) + (width ? PART_GAP : 0);
    }
    return width;
}

/* A part stands whole or not at all, so that nothing is cut in its middle, but for the most important. */
static void draw_place(const App *app, StatusLine *line, Arena *scratch)
{
    bool narrow = app->arrangement.shape == SHAPE_BODY || app->arrangement.shape == SHAPE_TABS;
    const Part parts[] = {
        {document_shows_source(&app->document) ? TEXT("source") : (Text){0}, 6},
        {selection_status(app, scratch), 6},
        {narrow ? (Text){0} : paragraph_status(app, scratch), 1},
        {quote_status(app, scratch, narrow), 4},
        {entity_status(app, scratch), 5},
        {narrow ? (Text){0} : filter_status(app, scratch), 3},
        {link_status(app, scratch), 6},
        {search_status(app, scratch), 6},
        {pages_status(app, scratch), 6},
        {reading_status(app, scratch), 3},
        {narrow ? (Text){0} : back_status(app, scratch), 2},
    };
    size_t count = COUNT_OF(parts);
    int priority = 1;

    while (priority < 6 && parts_width(parts, count, priority, line->canvas->charset) > line->end - line->column)
        priority++;
    while (priority > 1 && parts_width(parts, count, priority, line->canvas->charset) == 0)
        priority--;
    for (size_t i = 0; i < count; i++) {
        if (parts[i].text.size && parts[i].priority >= priority && line->column < line->end)
            line->column = canvas_put_cut(line->canvas, line->area, line->area.row, line->column,
                                          line->end - line->column, parts[i].text, ROLE_STATUS) +
                           PART_GAP;
    }
}

/* The key that shows a message again, all of it; empty: none does. */
static Text all_of_it(const App *app, Arena *scratch)
{
    Text key = keymap_keys_of(&app->config->keymap, CONTEXT_ALL, ACTION_MESSAGES, 1, scratch);

    return key.size ? arena_printf(scratch, "%.*s all", TEXT_ARGS(key)) : key;
}

/* What stands at the right: keys that wait for more; on small screens, which have no hints, the way to help, or to the rest of the message. */
static Text right_part(const App *app, Arena *scratch)
{
    Text key = keymap_keys_of(&app->config->keymap, CONTEXT_ALL, ACTION_HELP, 1, scratch), help;
    int columns = app->arrangement.status.columns - 2;

    if (app->arrangement.hints.rows)
        return (Text){0};
    if (app->keys.typed.count || app->keys.count)
        return arena_printf(scratch, "%.*s… ", TEXT_ARGS(keymap_typed(&app->keys, scratch)));
    if (key.size == 0 || app->columns < HELP_COLUMNS)
        return (Text){0};
    help = arena_printf(scratch, "%.*s help ", TEXT_ARGS(key));
    columns -= (int)printable_width(help, app->options.charset);
    if (app->message.role && (int)printable_width(text_from(app->message.bytes), app->options.charset) > columns)
        return arena_join(scratch, (const Text[]){all_of_it(app, scratch), TEXT(" ")}, 2);
    return help;
}

/* The bytes of its words that have room in so many columns, and of the blank behind them; 0: it has no blank there. */
static size_t words_that_fit(Text text, int columns, Charset charset)
{
    size_t size = 0;

    for (size_t at = 0; (at = text_find_byte(text, ' ', at)) != TEXT_NOT_FOUND; at++) {
        if ((int)printable_width(text_slice(text, (Range){0, at}), charset) > columns)
            break;
        size = at + 1;
    }
    return size;
}

/* The row of hints; where that has no room for all, with the key that shows it. */
static void put_rest(const App *app, Canvas *canvas, int column, Text text, Arena *scratch)
{
    Rect area = app->arrangement.hints;
    int end = area.column + area.columns - 1;

    canvas_fill(canvas, area, ROLE_STATUS);
    if ((int)printable_width(text, canvas->charset) > end - column) {
        Text all = all_of_it(app, scratch);

        end -= (int)printable_width(all, canvas->charset) + 1;
        (void)frame_put(canvas, area, end + 1, all, ROLE_STATUS_INFO);
    }
    (void)canvas_put_cut(canvas, area, area.row, column, end - column, text, app->message.role);
}

/* What has no room goes on in the row of hints. True: it does. */
static bool put_message(const App *app, const StatusLine *line, Text text, Arena *scratch)
{
    int columns = line->end - line->column;
    bool fits = (int)printable_width(text, line->canvas->charset) <= columns;
    size_t size = fits || app->arrangement.hints.rows == 0 ? 0 : words_that_fit(text, columns, line->canvas->charset);

    (void)canvas_put_cut(line->canvas, line->area, line->area.row, line->column, columns,
                         size ? text_slice(text, (Range){0, size - 1}) : text, app->message.role);
    if (size)
        put_rest(app, line->canvas, line->column, text_slice(text, (Range){size, text.size}), scratch);
    return size > 0;
}

/* True: it goes on in the row of hints. */
static bool draw_message(const App *app, StatusLine *line, Arena *scratch)
{
    Text match = search_status(app, scratch);
    int width = (int)printable_width(match, line->canvas->charset);

    if (match.size && width < line->end - line->column - MESSAGE_LEAST) { /* n of m stays beside "from the start" */
        line->end -= width + PART_GAP;
        (void)frame_put(line->canvas, line->area, line->end + PART_GAP, match, ROLE_STATUS_INFO);
    }
    return put_message(app, line, text_from(app->message.bytes), scratch);
}

/* "BODY": what has the keys. Narrow screens have no room for it. */
static Text mode_name(const App *app, Arena *scratch)
{
    const char *pane = app_is_selecting(app) ? "SELECTION" : pane_ops(app->choice.focus)->name;
    const char *name = app->popup.id ? popup_ops(app->popup.id)->name : pane;

    if (app->arrangement.shape == SHAPE_BODY || app->arrangement.shape == SHAPE_TABS)
        return (Text){0};
    return arena_printf(scratch, app->options.charset == CHARSET_ASCII ? "[%s]" : "%s", name);
}

void status_line_settle(App *app)
{
    Rect area = app->arrangement.status;
    Arena scratch = {0};
    int columns = (int)printable_width(mode_name(app, &scratch), app->options.charset);

    if (app->arrangement.shape == SHAPE_DRAWER && !zen_hides_status(app) && !app->prompt.line.kind && !app->message.role)
        app->progress = (Rect){area.row, area.column + 1 + columns + MODE_GAP + 1, 1, PROGRESS_CELLS};
    arena_release(&scratch);
}

bool status_line_draw(const App *app, Canvas *canvas, Arena *scratch)
{
    Rect area = app->arrangement.status;
    StatusLine line = {canvas, area, area.column + 1, area.column + area.columns - 1};
    Text right = right_part(app, scratch), mode = mode_name(app, scratch);

    if (zen_hides_status(app))
        return false;
    canvas_fill(canvas, area, ROLE_STATUS);
    if (app->prompt.line.kind) {
        prompt_line_draw(app, canvas, area);
        return false;
    }
    frame_put_right(canvas, area, right, ROLE_STATUS_INFO);
    line.end -= right.size ? (int)printable_width(right, canvas->charset) : 0;
    if (mode.size)
        line.column = frame_put(canvas, area, line.column, mode, ROLE_STATUS_MODE) + MODE_GAP;
    if (app->message.role) {
        return draw_message(app, &line, scratch);
    }
    if (app->arrangement.shape == SHAPE_DRAWER)
        line.column = progress_bar_draw(app, canvas);
    if (app->arrangement.shape == SHAPE_DRAWER || app->choice.zen) /* no header tells it */
        line.column =
            frame_put(canvas, area, line.column, arena_printf(scratch, " %zu%%", app_percent(app)), ROLE_STATUS_INFO) +
            PART_GAP;
    if (app->document.article)
        draw_place(app, &line, scratch);
    else
        (void)frame_put(canvas, area, line.column,
                        pages_are_asked(app) ? pages_status(app, scratch) : streaming_status(app, scratch), ROLE_STATUS);
    return false;
}
