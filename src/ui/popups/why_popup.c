/*
 * Why the selected quotation is somebody's: who is shown and how sure that is, who came next, and what spoke for each and against them.
 *
 *     “We will appeal.”
 *     ● Ines Farrow, mayor: sure (98 of 100 such choices are right)
 *       + the name and “said” adjoin the quotation
 *     Tom Brekke: far behind (1 % beside 99 %)
 *       - stands two sentences back
 *
 * The text is analysed once more for it, of a long one what is around the quotation, when it is asked for; what it says is kept as words until it
 * is asked for anew.
 */
#include "analysis/explained_step.h"
#include "analysis/reasons.h"
#include "export/quotation.h"
#include "layout/line_glyphs.h"
#include "ui/cells/speaker_signs.h"
#include "ui/popups/popup.h"
#include "ui/state/geometry.h"
#include "ui/state/places.h"
#include "ui/state/selection.h"

enum { COLUMNS_MOST = 86, INDENT_COLUMNS = 2, LEAST_COLUMNS = 8 };

/* ---- what is said ---- */

/* The words are copied. */
static void say(App *app, Role role, int indent, Text words)
{
    ARRAY_PUSH(&app->why.arena, app->why.items, ((WhyItem){arena_copy(&app->why.arena, words), role, indent}));
}

static const char *certainty_of(unsigned confidence)
{
    enum { SURE = 90, LIKELY = 80, DOUBTFUL = 40 };

    return confidence >= SURE       ? "sure"
           : confidence >= LIKELY   ? "likely"
           : confidence >= DOUBTFUL ? "doubtful"
                                    : "a guess";
}

/* Its number, name and role, and how sure: by what was measured, where it was found. */
static void say_speaker(App *app, size_t index, const Quote *quote)
{
    Arena *arena = &app->why.arena;
    const Analysis *analysis = app->document.analysis;
    size_t speaker = speakers_of_quote(&app->document.listed.speakers, index);
    Text name = speaker_with_sign(app->themes.theme->signs, app->options.charset, speaker,
                                  quote_speaker_names(quote, arena), arena);
    Text role = quotation_role(analysis, quote);
    Text words = role.size ? arena_join(arena, (const Text[]){name, TEXT(", "), role}, 3) : name;

    if (!quote_is_speech(quote))
        words = quote->type == QUOTE_SCARE
                    ? TEXT("Nobody says it: no speech")
                    : arena_join(arena, (const Text[]){TEXT("Nobody says it: a "), quote_type_name(quote->type)}, 2);
    else if (quote->source->speaker_count && !quote->given && !quote_is_corrected(quote))
        words = arena_join(arena,
                           (const Text[]){words, arena_printf(arena, ": %s (%u of 100 such choices are right)",
                                                              certainty_of(quote->confidence), quote->confidence)},
                           2);
    say(app, quote->source->speaker_count ? ROLE_SPEAKER : ROLE_SPEAKER_UNKNOWN, 0, words);
}

static void say_reasons(App *app, const ExplainedSpeaker *speaker)
{
    for (size_t i = 0; i < speaker->reason_count; i++) {
        const Reason *reason = &speaker->reasons[i];

        say(app, reason->twentieths < 0 ? ROLE_TEXT_MUTED : ROLE_POPUP, INDENT_COLUMNS,
            arena_join(&app->why.arena, (const Text[]){reason->twentieths < 0 ? TEXT("- ") : TEXT("+ "), reason->words},
                       2));
    }
}

static Text percent_words(Arena *arena, unsigned thousandths)
{
    return thousandths < 5 ? TEXT("under 1 %") : arena_printf(arena, "%u %%", (thousandths + 5) / 10);
}

/* One of those who came next. */
static void say_other(App *app, const ExplainedSpeaker *first, const ExplainedSpeaker *other)
{
    enum { CLOSE = 2, BEHIND = 10 };
    Arena *arena = &app->why.arena;
    const char *far = other->probability * CLOSE >= first->probability    ? "close behind"
                      : other->probability * BEHIND >= first->probability ? "behind"
                                                                          : "far behind";
    Text of_first = percent_words(arena, first->probability), of_other = percent_words(arena, other->probability);

    say(app, ROLE_POPUP, 0,
        arena_printf(arena, "%.*s: %s (%.*s beside %.*s)", TEXT_ARGS(other->name), far, TEXT_ARGS(of_other),
                     TEXT_ARGS(of_first)));
    say_reasons(app, other);
}

static void say_compared(App *app, const Quote *quote, const ExplainedQuote *explained)
{
    const ExplainedSpeaker *first = &explained->speakers[0];
    Text text = app->document.analysis->article->text;
    ExplainedStep step = explanation_step(&app->why.arena, app->document.analysis, quote, explained);

    if (step.words.size) {
        say(app, ROLE_POPUP, INDENT_COLUMNS, arena_join(&app->why.arena, (const Text[]){TEXT("= "), step.words}, 2));
        if (step.named.size)
            say(app, ROLE_TEXT_MUTED, INDENT_COLUMNS * 2, step.named);
    } else if (quote->source->speaker_count && !text_equal(first->name, quote->source->speakers[0].name))
        say(app, ROLE_POPUP, INDENT_COLUMNS,
            arena_join(&app->why.arena,
                       (const Text[]){TEXT("= by “"), arena_on_one_line(&app->why.arena, text_slice(text, first->words)),
                                      TEXT("” in the text")},
                       3));
    say_reasons(app, first);
    for (size_t i = 1; i < explained->count; i++)
        say_other(app, first, &explained->speakers[i]);
    if (explained->count == 1)
        say(app, ROLE_TEXT_MUTED, 0,
            step.words.size ? TEXT("No other words come into question here.")
                            : TEXT("Nobody else comes into question here."));
}

static void fill(App *app)
{
    enum { WORDS_MOST = 140 };
    size_t index = document_current_quote(&app->document);
    Arena *arena = &app->why.arena, scratch = {0};
    const ExplainedQuote *explained;
    const Quote *quote;
    Text words;

    arena_reset(arena);
    app->why = (WhyState){.arena = *arena};
    if (index == NO_INDEX)
        return;
    quote = &app->document.analysis->quotes.items[index];
    explained = quote_is_corrected(quote) ? NULL : explanation_of_quote(&scratch, app->document.analysis, quote);
    words = arena_on_one_line(&scratch, quotation_words(app->document.analysis, quote));
    say(app, ROLE_QUOTE, 0, arena_shortened(&scratch, words, WORDS_MOST));
    say_speaker(app, index, quote);
    if (explained)
        say_compared(app, quote, explained);
    else if (quote_is_speech(quote) || quote_is_corrected(quote))
        say(app, ROLE_POPUP, INDENT_COLUMNS,
            arena_join(arena, (const Text[]){TEXT("+ "), reason_of_rule(quote->source->rule)}, 2));
    arena_release(&scratch);
}

/* ---- rows: an item takes as many as it needs ---- */

static LineList lines_of(const App *app, const WhyItem *item, Arena *scratch)
{
    int columns = popup_columns(app, COLUMNS_MOST) - 4 - item->indent;
    LineList lines = {0};

    break_lines(scratch, item->words, (Range){0, item->words.size}, columns > LEAST_COLUMNS ? columns : LEAST_COLUMNS,
                app->options.charset, NULL, &lines);
    return lines;
}

typedef struct WhyRow {
    const WhyItem *item; /* NULL: there is no such row */
    Text words;
} WhyRow;

/* The row of that number; `*before`: how many rows there are before its item, or in all where there is none. */
static WhyRow find_row(const App *app, size_t row, size_t *before, Arena *scratch)
{
    *before = 0;
    for (size_t i = 0; i < app->why.items.count; i++) {
        const WhyItem *item = &app->why.items.items[i];
        LineList lines = lines_of(app, item, scratch);

        if (row < *before + lines.count)
            return (WhyRow){item, line_glyphs_text(scratch, line_glyphs(item->words, &lines.items[row - *before],
                                                                        BLOCK_PARAGRAPH, app->options.charset))};
        *before += lines.count;
    }
    return (WhyRow){NULL, {0}};
}

static size_t count(const App *app)
{
    Arena scratch = {0};
    size_t rows;

    (void)find_row(app, SIZE_MAX, &rows, &scratch);
    arena_release(&scratch);
    return rows;
}

static Text row_text(const App *app, size_t row, Arena *scratch)
{
    size_t before;

    return find_row(app, row, &before, scratch).words;
}

static void draw(const App *app, Canvas *canvas, Rect area)
{
    Arena scratch = {0};
    size_t before;

    for (int row = 0; row < area.rows; row++) {
        size_t number = app->popup.list.top + (size_t)row;
        WhyRow shown = find_row(app, number, &before, &scratch);
        int indent = shown.item ? 1 + shown.item->indent : 0;

        if (shown.item)
            (void)canvas_put_cut(canvas, area, area.row + row, area.column + indent, area.columns - indent - 1,
                                 shown.words, shown.item->role);
        if (shown.item && number == app->popup.list.selected)
            canvas_select_row(canvas, (Rect){area.row + row, area.column, 1, area.columns});
    }
    arena_release(&scratch);
}

/* ---- keys ---- */

/* What such a key does: to which quotations it goes, and what is said where there is none. */
typedef struct Step {
    ActionId action;
    int direction;
    bool doubtful;
    const char *none;
} Step;

static const Step steps[] = {
    {ACTION_NEXT_QUOTE, +1, false, "this is the last quotation"},
    {ACTION_PREV_QUOTE, -1, false, "this is the first quotation"},
    {ACTION_NEXT_DOUBTFUL, +1, true, "no doubt behind this"},
    {ACTION_PREV_DOUBTFUL, -1, true, "no doubt before this"},
};

/* The row so many steps further, or as far as there are; the row itself: there is none. */
static size_t row_further(const App *app, size_t row, const Step *step, int times)
{
    const QuoteList *listed = &app->document.listed;
    size_t left = step->direction > 0 ? listed->count - row : row - 1,
           steps_taken = (size_t)times < left ? (size_t)times : left;
    size_t found;

    if (!step->doubtful)
        return step->direction > 0 ? row + steps_taken : row - steps_taken;
    found = quote_list_doubtful(listed, app->document.analysis, row + (size_t)step->direction, step->direction, times);
    return found ? found : row;
}

/* The keys that go from quotation to quotation in the text do so here. */
static bool run(App *app, ActionId action, int times)
{
    const QuoteList *listed = &app->document.listed;
    size_t quote = document_current_quote(&app->document), step = 0, further;
    size_t row = quote == NO_INDEX ? 0 : quote_list_row(listed, quote);

    while (step < COUNT_OF(steps) && steps[step].action != action)
        step++;
    if (step == COUNT_OF(steps))
        return false;
    if (row == 0)
        return true;
    further = row_further(app, row, &steps[step], times);
    if (further == row)
        app_say(app, ROLE_STATUS_INFO, "%s", steps[step].none);
    app_select_quote(app, quote_list_quote(listed, further), ALIGN_THIRD);
    fill(app);
    app->popup.list = (ListView){.count = count(app)};
    return true;
}

static PopupResult accept(App *app)
{
    size_t quote = document_current_quote(&app->document);

    app->popup.id = POPUP_NONE;
    if (quote == NO_INDEX)
        return (PopupResult){.effects = EFFECT_NONE};
    app_remember_list(app);
    app_focus(app, PANE_BODY);
    app_select_quote(app, quote, ALIGN_THIRD);
    return (PopupResult){.effects = EFFECT_NONE};
}

static Text title(const App *app, Arena *scratch)
{
    size_t quote = document_current_quote(&app->document);
    size_t number = quote == NO_INDEX ? 0 : quote_list_number(&app->document.listed, quote);

    return number ? arena_printf(scratch, " Who says quotation %zu, and why ", number)
                  : TEXT(" Who says this, and why ");
}

const PopupOps why_popup = {
    .name = "WHY",
    .hint = "]q [q next, before   ]d doubt   Enter read it there   j k select   / find   Esc close",
    .title = title,
    .open = fill,
    .count = count,
    .row_text = row_text,
    .draw = draw,
    .refreshed = fill,
    .run = run,
    .accept = accept,
    .columns_most = COLUMNS_MOST,
};
