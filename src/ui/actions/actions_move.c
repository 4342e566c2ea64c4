/* The text is moved in lines, paragraphs, matches and marks; lists in rows: which, its pane says. */
#include "ui/actions/actions_move.h"

#include "ui/panes/pane.h"
#include "ui/state/geometry.h"
#include "ui/state/places.h"
#include "ui/state/scroll.h"
#include "ui/state/list_find.h"
#include "ui/state/searching.h"
#include "ui/opening/streaming.h"

enum {
    MATCHES_AT_ONCE = 1000,      /* a count before n */
    PARAGRAPH_STEP = 1024 * 1024 /* bytes that are indexed at a time on the way to a paragraph */
};

/* ---- moving ---- */

Effects action_move(App *app, const Call *call)
{
    pane_ops(app->choice.focus)->move(app, (Move)call->argument, (long)call->direction * call_times(call));
    return EFFECT_NONE;
}

/* The body's paragraph with a number; of a source its line. */
static size_t find_paragraph(Article *article, unsigned number)
{
    size_t last = NO_INDEX;

    while (!article->complete && article->paragraphs < number)
        (void)article_index(article, article->indexed + PARAGRAPH_STEP);
    for (size_t i = 0; i < article->blocks.count; i++) {
        const Block *block = &article->blocks.items[i];

        if (block->number == 0 || block->kind == BLOCK_ORDERED_ITEM)
            continue;
        last = i;
        if (block->number >= number)
            break;
    }
    return last;
}

static void go_to_paragraph(App *app, int number)
{
    size_t block = find_paragraph(app->document.shown, (unsigned)number);

    if (block != NO_INDEX)
        app_jump(app, app->document.shown->blocks.items[block].range.start, ALIGN_TOP);
}

Effects action_go_to_start(App *app, const Call *call)
{
    bool in_text = app->choice.focus == PANE_BODY && has_article(app);

    if (in_text && call->count) {
        go_to_paragraph(app, call->count);
        return EFFECT_NONE;
    }
    if (in_text)
        app_remember_place(app);
    pane_ops(app->choice.focus)->move(app, MOVE_TO_START, 0);
    return EFFECT_NONE;
}

Effects action_go_to_end(App *app, const Call *call)
{
    if (call->nought || (call->count && app->choice.focus == PANE_BODY))
        return action_go_to_start(app, call);
    if (app->choice.focus == PANE_BODY && has_article(app))
        app_remember_place(app);
    pane_ops(app->choice.focus)->move(app, MOVE_TO_END, 0);
    if (app->choice.focus == PANE_BODY)
        streaming_follow(app);
    return EFFECT_NONE;
}

Effects action_go_to_percent(App *app, const Call *call)
{
    if (call->count == 0 && !call->nought) {
        app_say(app, ROLE_STATUS_INFO, "type the per cent first: 50%% goes to the middle");
        return EFFECT_NONE;
    }
    pane_ops(app->choice.focus)->move(app, MOVE_TO_PERCENT, call->count > 100 ? 100 : call->count);
    return EFFECT_NONE;
}

/* Where } and { stop: the body's paragraphs and headings, not the byline; of a source the first line after a blank one. */
static bool is_stop(const Article *article, size_t index)
{
    const Block *block = &article->blocks.items[index];

    if (article->is_source)
        return !range_is_empty(block->range) && range_is_empty(block[-1].range);
    return (block->number && block->kind != BLOCK_ORDERED_ITEM) || block->kind == BLOCK_HEADING;
}

/* At the top of the screen; at the end of the text, where that goes no further, the eye stays at the top. */
static void show_block(App *app, size_t start)
{
    Document *document = &app->document;

    app_show_offset(app, start, ALIGN_TOP);
    if (layout_compare(document->top, layout_locate(document->layout, start)) < 0)
        document->acted_at = NO_OFFSET;
}

/* The paragraph after (before) the one where the eye is. */
Effects action_move_paragraph(App *app, const Call *call)
{
    Document *document = &app->document;
    Article *article = document->shown;
    size_t block;

    if (!has_article(app))
        return EFFECT_NONE;
    block = layout_block_index(document->layout, layout_locate(document->layout, app_eye(app)));
    for (int left = call_times(call); left > 0; left--) {
        do {
            if (call->direction > 0 && block + 1 >= article->blocks.count && !article->complete)
                (void)article_index(article, article->indexed + 1);
            if (call->direction > 0 ? block + 1 >= article->blocks.count : block == 0)
                break;
            block = call->direction > 0 ? block + 1 : block - 1;
        } while (block > 0 && !is_stop(article, block));
    }
    show_block(app, call->direction < 0 && block == 0 ? 0 : article->blocks.items[block].range.start);
    return EFFECT_NONE;
}

Effects action_align(App *app, const Call *call)
{
    size_t quote = document_current_quote(&app->document);
    Range match = app->document.search.current;

    if (!has_article(app))
        return EFFECT_NONE;
    if (quote != NO_INDEX)
        app_show_text(app, app->document.analysis->quotes.items[quote].range.start, (Align)call->argument);
    else if (!range_is_empty(match))
        app_show_offset(app, match.start, (Align)call->argument);
    else
        app_say(app, ROLE_STATUS_INFO, "nothing is selected");
    return EFFECT_NONE;
}

/* ---- search ---- */

Effects action_search(App *app, const Call *call)
{
    const PaneOps *ops = pane_ops(app->choice.focus);

    (void)call;
    if (ops->row_text) {
        ops->settle(app);
        list_find_open(app, &(ListFindTarget){NULL, ops->count, ops->row_text, ops->select_row, NULL});
    } else if (app->document.article) {
        searching_open(app);
    }
    return EFFECT_NONE;
}

Effects action_move_match(App *app, const Call *call)
{
    Search *found = &app->document.search;
    size_t from;

    if (list_find_move(app, call->direction, call_times(call)) || !has_article(app))
        return EFFECT_NONE;
    if (found->pattern.size == 0) {
        app_repeat_search(app);
        return EFFECT_NONE;
    }
    if (range_is_empty(found->current) || app_eye(app) != found->current.start)
        from = app_eye(app);
    else
        from = call->direction > 0 ? found->current.end : found->current.start;
    for (int left = call_times(call) < MATCHES_AT_ONCE ? call_times(call) : MATCHES_AT_ONCE; left > 0; left--) {
        app_seek(app, from, call->direction < 0);
        if (range_is_empty(found->current))
            break;
        from = call->direction > 0 ? found->current.end : found->current.start;
    }
    return EFFECT_NONE;
}

/* ---- marks and jumps ---- */

Effects action_show_context(App *app, const Call *call)
{
    (void)call;
    return pane_ops(app->choice.focus)->activate(app);
}

Effects action_jump(App *app, const Call *call)
{
    JumpList *jumps = &app->document.jumps;
    Jump to;

    if (!has_article(app))
        return EFFECT_NONE;
    to = call->direction < 0 ? jumps_back(jumps, app_here(app)) : jumps_forward(jumps);
    if (to.offset == NO_OFFSET) {
        app_say(app, ROLE_STATUS_INFO, call->direction < 0 ? "no jump to go back from" : "no way forward");
        return EFFECT_NONE;
    }
    app->left_at = NO_OFFSET;
    app_focus(app, (PaneId)to.from);
    app_show_offset(app, to.offset, ALIGN_TOP);
    return EFFECT_NONE;
}

Effects action_set_mark(App *app, const Call *call)
{
    if (!has_article(app))
        return EFFECT_NONE;
    if (document_set_mark(&app->document, call->character, app->document.top_offset))
        app_say(app, ROLE_STATUS_INFO, "marked %c; '%c returns here", (char)call->character, (char)call->character);
    else
        app_say(app, ROLE_STATUS_WARNING, "a mark is a letter, a to z or A to Z");
    return EFFECT_NONE;
}

Effects action_go_to_mark(App *app, const Call *call)
{
    if (!has_article(app))
        return EFFECT_NONE;
    if (call->character == '\'')
        return action_jump(app, &(Call){.direction = -1});
    if (call->character >= MARK_COUNT || app->document.marks[call->character] == NO_OFFSET)
        app_say(app, ROLE_STATUS_WARNING, "no such mark in this article");
    else
        app_jump(app, app->document.marks[call->character], ALIGN_TOP);
    return EFFECT_NONE;
}
