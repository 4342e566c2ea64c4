/*
 * The list of quotations: who said what, in the order of the text. Two forms: in a drawer a line a quotation;
 * in a column its speaker and up to three lines of its words.
 */
#include "layout/line_glyphs.h"
#include "ui/cells/quote_role.h"
#include "ui/cells/speaker_signs.h"
#include "ui/panes/pane.h"
#include "ui/state/geometry.h"
#include "ui/state/selection.h"

enum {
    TEXT_LINES = 3,
    NUMBER_COLUMNS = 4,
    SPEAKER_COLUMNS = 22,
    WIDE_COLUMNS = 70, /* of a pane in which a speaker has all of them; a quarter of a narrower one */
    SIGN_COLUMNS = 2,  /* of a speaker, and a blank */
    LEAST_NOTE = 6     /* columns in which "~ “he”" says more than "~" */
};

/* Columns of the widest number, the selection's mark before it. */
static int number_columns(const App *app)
{
    int columns = NUMBER_COLUMNS;

    for (size_t number = app->document.listed.speech_count; number >= 1000; number /= 10)
        columns++;
    return columns;
}

static bool is_drawer(const App *app)
{
    return app->arrangement.shape == SHAPE_DRAWER;
}

static const Quote *quote_of_row(const App *app, size_t row)
{
    return &app->document.analysis->quotes.items[app->document.listed.quotes[row]];
}

/* The first lines of a quotation's words. The text is cut before it is broken: a quotation may be a megabyte
 * long. */
static LineList words_of_row(const App *app, size_t row, int columns, Arena *scratch)
{
    Range range = range_widen(quote_of_row(app, row)->range);
    size_t enough = (size_t)columns * (TEXT_LINES + 2) * 2;
    LineList lines = {0};

    if (range_size(range) > enough)
        range.end = range.start + enough;
    break_lines(scratch, app->document.article->text, range, columns, app->document.charset, NULL, &lines);
    return lines;
}

static int words_columns(const App *app)
{
    int columns = app->arrangement.panes[PANE_QUOTES].columns - number_columns(app) - 1;

    return columns > 4 ? columns : 4;
}

static int row_height(const void *context, size_t row)
{
    const App *app = context;
    Arena scratch = {0};
    size_t lines;

    if (is_drawer(app))
        return 1;
    lines = words_of_row(app, row, words_columns(app), &scratch).count;
    arena_release(&scratch);
    return 1 + (int)(lines < TEXT_LINES ? lines : TEXT_LINES);
}

static void settle(App *app)
{
    list_settle(&app->lists[PANE_QUOTES], app->document.listed.count, app->arrangement.panes[PANE_QUOTES].rows,
                row_height, app);
}

/* ---- drawing ---- */

static Role speaker_role(const Quote *quote, bool selected)
{
    if (quote->source->speaker_count == 0)
        return ROLE_SPEAKER_UNKNOWN;
    return selected ? ROLE_SPEAKER_CURRENT : ROLE_SPEAKER;
}

/* "● Wendy Sherman", in the hue of the first of them; the column after it. */
static int draw_names(const App *app, Canvas *canvas, Rect area, int row, int column, int columns, size_t index,
                      Role role, Arena *scratch)
{
    size_t speaker = speakers_of_quote(&app->document.listed.speakers, app->document.listed.quotes[index]);
    int start = column, end = column + columns;

    if (speaker != NO_INDEX && columns > SIGN_COLUMNS)
        column = speaker_put_sign(canvas, area, row, column, speaker, role) + 1;
    else if (quote_is_by_nobody_known(quote_of_row(app, index)) && columns > SIGN_COLUMNS)
        column = canvas_put(canvas, area, row, column, TEXT(SPEAKER_UNKNOWN_SIGN " "), role_stack(role));
    column = canvas_put_cut(canvas, area, row, column, end - column,
                            quote_speaker_names(quote_of_row(app, index), scratch), role);
    speaker_put_hue(canvas, rect_intersect(area, (Rect){row, start, 1, column - start}), speaker);
    return column;
}

/* What is kept free for the " ~" of a doubtful speaker, or the " ≠" of words that the file gives otherwise. */
static int note_columns(const Quote *quote)
{
    return quote_speaker_is_doubtful(quote) || quote->match == MATCH_DIFFERS || quote_is_corrected(quote) ? 2 : 0;
}

static void draw_note(const Quote *quote, Canvas *canvas, Rect area, int row, int column, Role role)
{
    if (quote_speaker_is_doubtful(quote))
        (void)canvas_put(canvas, area, row, column, TEXT("~"), role_stack(role));
    else if (quote_is_corrected(quote))
        (void)canvas_put(canvas, area, row, column, TEXT("="), role_stack(role));
    else if (quote->match == MATCH_DIFFERS)
        (void)canvas_put_sign(canvas, area, row, column, SIGN_DIFFERS, role_stack(role));
}

static Text speaker_role_text(const App *app, const Quote *quote)
{
    if (quote->source->speaker_count != 1 || quote->source->speakers[0].entity == NO_ENTITY)
        return (Text){0};
    return entity_details(&app->document.analysis->entities.items[quote->source->speakers[0].entity])->role;
}

/* "▶ 3": the selection is told by its mark alone. Returns the column after it. */
static int draw_number(const App *app, Canvas *canvas, Rect area, int row, size_t index, bool selected)
{
    size_t number = quote_list_number(&app->document.listed, app->document.listed.quotes[index]);
    RoleStack roles = role_stack(selected ? ROLE_SPEAKER_CURRENT : ROLE_QUOTE_MARK);
    char digits[24] = "·";
    Text text;

    if (number)
        (void)snprintf(digits, sizeof digits, "%zu", number);
    text = text_from(digits);
    if (selected)
        (void)canvas_put_sign(canvas, area, row, area.column, SIGN_CURSOR, roles);
    (void)canvas_put(canvas, area, row, area.column + number_columns(app) - (int)printable_width(text, canvas->charset),
                     text, roles);
    return area.column + number_columns(app) + 1;
}

static void draw_drawer_row(const App *app, Canvas *canvas, Rect area, int row, size_t index, bool selected,
                            Arena *scratch)
{
    const Quote *quote = quote_of_row(app, index);
    Role role = speaker_role(quote, selected);
    int column = draw_number(app, canvas, area, row, index, selected), end;
    int width = area.columns >= WIDE_COLUMNS ? SPEAKER_COLUMNS : area.columns / 4;

    end = draw_names(app, canvas, area, row, column, width - 1 - note_columns(quote), index, role, scratch);
    if (note_columns(quote))
        (void)canvas_put(canvas, area, row, end, TEXT(" "), role_stack(role));
    draw_note(quote, canvas, area, row, end + 1, role);
    column += width;
    (void)canvas_put_cut(canvas, area, row, column, area.column + area.columns - column - 1,
                         text_slice(app->document.article->text, range_widen(quote->range)),
                         quote_role(quote, selected));
}

/* "Aldous", of Signe Aldous; "A statement", which begins a sentence, of a statement. */
static bool ends_name(Text name, Text mention)
{
    return mention.size <= name.size &&
           text_equal_ignoring_case(text_slice(name, (Range){name.size - mention.size, name.size}), mention);
}

/* What is said beside the sign: "“he”", the words that stand for the speaker, where they are not the name itself. */
static Text note_text(const App *app, const Quote *quote, Arena *scratch)
{
    Text mention = text_slice(app->document.article->text, range_widen(quote->source->mention));

    if (quote_is_corrected(quote))
        return TEXT(" by you");
    if (quote->match == MATCH_DIFFERS)
        return TEXT(" text differs");
    if (mention.size == 0)
        return TEXT(" doubtful");
    for (size_t i = 0; i < quote->source->speaker_count; i++) {
        if (ends_name(quote->source->speakers[i].name, mention))
            return TEXT(" doubtful");
    }
    return arena_printf(scratch, " “%.*s”", TEXT_ARGS(mention));
}

static void draw_speaker(const App *app, Canvas *canvas, Rect area, int row, int column, size_t index, bool selected,
                         Arena *scratch)
{
    const Quote *quote = quote_of_row(app, index);
    Text note = note_text(app, quote, scratch);
    Text role = speaker_role_text(app, quote);
    int end = area.column + area.columns, cut = end - note_columns(quote);

    column = draw_names(app, canvas, area, row, column, cut - column, index, speaker_role(quote, selected), scratch);
    if (role.size && column + 4 < cut)
        column = canvas_put_cut(canvas, area, row, column, cut - column,
                                arena_printf(scratch, " · %.*s", TEXT_ARGS(role)), ROLE_TEXT_MUTED);
    if (note_columns(quote) == 0)
        return;
    if (column + LEAST_NOTE >= end) {
        draw_note(quote, canvas, area, row, column + 1, ROLE_SPEAKER_UNKNOWN);
        return;
    }
    draw_note(quote, canvas, area, row, column + 2, ROLE_SPEAKER_UNKNOWN);
    (void)canvas_put_cut(canvas, area, row, column + 3, end - column - 3, note, ROLE_SPEAKER_UNKNOWN);
}

static void draw_words(const App *app, Canvas *canvas, Rect area, int row, size_t index, bool selected, Arena *scratch)
{
    LineList lines = words_of_row(app, index, words_columns(app), scratch);
    const Quote *quote = quote_of_row(app, index);
    Role role = quote_role(quote, selected);
    Range range = range_widen(quote->range);

    for (size_t i = 0; i < lines.count && i < TEXT_LINES && row < area.row + area.rows; i++, row++) {
        const Line *line = &lines.items[i];
        bool cut = i + 1 == TEXT_LINES && line->range.end < range.end;
        int column = area.column + number_columns(app) + 1;
        Text words =
            line_glyphs_text(scratch, line_glyphs(app->document.article->text, line, BLOCK_PARAGRAPH, canvas->charset));

        if (cut || line->hyphen)
            words = arena_join(scratch, (const Text[]){words, cut ? TEXT("…") : TEXT("-")}, 2);
        (void)canvas_put_cut(canvas, area, row, column, area.column + area.columns - column, words, role);
    }
}

static void draw_row(const App *app, Canvas *canvas, Rect area, int row, size_t index, bool focused, Arena *scratch)
{
    bool selected = document_current_quote(&app->document) == app->document.listed.quotes[index] ||
                    (focused && index == app->lists[PANE_QUOTES].selected);

    if (is_drawer(app)) {
        draw_drawer_row(app, canvas, area, row, index, selected, scratch);
    } else {
        draw_speaker(app, canvas, area, row, draw_number(app, canvas, area, row, index, selected), index, selected,
                     scratch);
        draw_words(app, canvas, area, row + 1, index, selected, scratch);
    }
    if (focused && index == app->lists[PANE_QUOTES].selected)
        canvas_select_row(canvas, (Rect){row, area.column, 1, area.columns});
}

static Text empty_text(const App *app)
{
    if (!app->document.article)
        return (Text){0};
    if (!app->document.analysis)
        return TEXT("reading…");
    return app->document.listed.filter.size ? TEXT("No quotation passes the filter.")
                                            : TEXT("No quotations in this text.");
}

static void draw(const App *app, Canvas *canvas, Rect area, bool focused)
{
    const ListView *list = &app->lists[PANE_QUOTES];
    int row = area.row;
    Arena scratch = {0};

    if (app->document.listed.count == 0)
        (void)canvas_put_cut(canvas, area, row, area.column + 1, area.columns - 1, empty_text(app), ROLE_TEXT_MUTED);
    for (size_t i = list->top; i < app->document.listed.count && row < area.row + area.rows; i++) {
        draw_row(app, canvas, area, row, i, focused, &scratch);
        row += row_height(app, i);
        arena_reset(&scratch);
    }
    arena_release(&scratch);
}

/* "9 · 5 speakers", "2/9 · only Wendy Sherman", "2/9 of this part". */
static Text title(const App *app, Arena *scratch)
{
    const Document *document = &app->document;
    size_t current = document_current_quote(document);
    size_t number = current == NO_INDEX ? 0 : quote_list_row(&document->listed, current);
    const char *part = document_is_known_in_part(document) ? " of this part" : "";
    Text count = number ? arena_printf(scratch, "%zu/%zu%s", number, document->listed.count, part)
                        : arena_printf(scratch, "%zu%s", document->listed.count, part);

    if (!document->analysis)
        return TEXT("");
    if (document->listed.filter.size)
        return arena_printf(scratch, "%.*s · %.*s", TEXT_ARGS(count),
                            TEXT_ARGS(quote_list_filter_words(&document->listed, scratch)));
    if (*part)
        return count;
    return arena_printf(scratch, "%.*s · %zu speaker%s", TEXT_ARGS(count), document->listed.speaker_count,
                        document->listed.speaker_count == 1 ? "" : "s");
}

/* ---- keys and mouse ---- */

/* The text follows the selection. */
static void select_row(App *app, size_t row)
{
    if (row < app->document.listed.count)
        app_select_quote(app, app->document.listed.quotes[row], ALIGN_NEAREST);
}

static void move(App *app, Move kind, long amount)
{
    ListView *list = &app->lists[PANE_QUOTES];

    settle(app);
    list_move(list, kind, amount);
    select_row(app, list->selected);
}

static Effects activate(App *app)
{
    size_t row = app->lists[PANE_QUOTES].selected;

    if (row >= app->document.listed.count)
        return EFFECT_NONE;
    app_remember_list(app);
    app_focus(app, PANE_BODY);
    app_select_quote(app, app->document.listed.quotes[row], ALIGN_THIRD);
    return EFFECT_NONE;
}

static size_t count(const App *app)
{
    return app->document.listed.count;
}

static Text row_text(const App *app, size_t row, Arena *scratch)
{
    const Quote *quote = quote_of_row(app, row);

    return arena_join(scratch,
                      (const Text[]){quote_speaker_names(quote, scratch), TEXT("\n"), speaker_role_text(app, quote),
                                     TEXT("\n"), text_slice(app->document.article->text, range_widen(quote->range))},
                      5);
}

static const Hint hints[] = {
    {ACTION_SCROLL_DOWN, ACTION_SCROLL_UP, "select"},
    {ACTION_SHOW_CONTEXT, ACTION_NONE, "read in context"},
    {ACTION_FILTER_QUOTES, ACTION_NONE, "this speaker"},
    {ACTION_SEARCH, ACTION_NONE, "find"},
    {ACTION_JUMP_BACK, ACTION_NONE, "back"},
    {ACTION_FOCUS_BODY, ACTION_NONE, "text"},
    {ACTION_TOGGLE_QUOTES, ACTION_NONE, "hide"},
};

const PaneOps quotes_pane = {
    .name = "QUOTES",
    .tab = "Quotes",
    .jump_name = "list",
    .hints = hints,
    .hint_count = COUNT_OF(hints),
    .count = count,
    .title = title,
    .settle = settle,
    .draw = draw,
    .move = move,
    .activate = activate,
    .row_height = row_height,
    .select_row = select_row,
    .row_text = row_text,
};
