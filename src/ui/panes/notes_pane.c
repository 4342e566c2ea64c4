/*
 * The list of notes: of each the passage, in its highlight, and below it what was noted. A passage whose words changed is told as such,
 * with those that it had and those that stand there now; one that is not there any more stands at the end.
 */
#include "layout/line_glyphs.h"
#include "ui/notes/noting.h"
#include "ui/panes/pane.h"
#include "ui/state/geometry.h"

enum {
    NOTE_LINES = 4, /* of what was noted; the editor and the file have all of it */
    INDENT = 2,
    SIGN_COLUMNS = 2
};

static const PlacedNote *note_of_row(const App *app, size_t row)
{
    return &app->noting.placed.items[row];
}

/* The first lines of a text in so many columns. */
static LineList lines_of(const App *app, Text text, int columns, Arena *scratch)
{
    size_t enough = (size_t)columns * (NOTE_LINES + 2) * 2;
    LineList lines = {0};

    if (text.size)
        break_lines(scratch, text, (Range){0, text.size < enough ? text.size : enough}, columns, app->document.charset,
                    NULL, &lines);
    return lines;
}

static int words_columns(const App *app)
{
    int columns = app->arrangement.panes[PANE_NOTES].columns - INDENT - 1;

    return columns > 4 ? columns : 4;
}

static int row_height(const void *context, size_t row)
{
    const App *app = context;
    const PlacedNote *placed = note_of_row(app, row);
    Arena scratch = {0};
    size_t lines = 0;
    Text words = note_field(&placed->note, NOTE_NOTE), line;

    for (size_t at = 0; lines < NOTE_LINES && text_next_part(words, '\n', &at, &line);)
        lines += line.size ? lines_of(app, line, words_columns(app), &scratch).count : 1;
    arena_release(&scratch);
    return 1 + (int)(lines < NOTE_LINES ? lines : NOTE_LINES) + (placed->place.found >= NOTE_IS_CHANGED) + 1;
}

static void settle(App *app)
{
    list_settle(&app->lists[PANE_NOTES], app->noting.is_read ? app->noting.placed.count : 0,
                app->arrangement.panes[PANE_NOTES].rows, row_height, app);
}

/* ---- drawing ---- */

static Text on_one_line(Arena *scratch, Text text)
{
    return arena_on_one_line(scratch, text_slice(text, (Range){0, 600}));
}

/* What the note is about. */
static Text passage_words(const App *app, const PlacedNote *placed, Arena *scratch)
{
    if (placed->place.found == NOTE_IS_OF_ARTICLE)
        return TEXT("the whole article");
    if (placed->place.found == NOTE_IS_MISSING)
        return on_one_line(scratch, note_field(&placed->note, NOTE_TEXT));
    return on_one_line(scratch, text_slice(app->document.article->text, placed->place.range));
}

/* What a correction said. */
static Text corrected_to(const Note *note, Arena *scratch)
{
    Text who = note_field(note, note->list == NOTE_LIST_PEOPLE ? NOTE_SAME : NOTE_SPEAKER);

    return note_is_no_speech(note) ? TEXT("nobody's speech") : who.size ? on_one_line(scratch, who) : TEXT("not known");
}

/* "was: …" below what stands there now; "not found: another name stands there now"; "no longer fits: Signe Aldous". */
static Text remark_on(const PlacedNote *placed, Arena *scratch)
{
    Text why = noting_refusal(placed->place.refusal);

    if (placed->place.found == NOTE_IS_CHANGED)
        return arena_join(
            scratch, (const Text[]){TEXT("changed; was: "), on_one_line(scratch, note_field(&placed->note, NOTE_TEXT))},
            2);
    if (placed->note.list != NOTE_LIST_REMARKS)
        return arena_join(scratch, (const Text[]){TEXT("no longer fits: "), corrected_to(&placed->note, scratch)}, 2);
    if (placed->place.found == NOTE_IS_MISSING)
        return arena_join(scratch, (const Text[]){TEXT("not found"), why.size ? TEXT(": ") : why, why}, 3);
    return (Text){0};
}

static Role role_of_note(const PlacedNote *placed)
{
    if (placed->place.found == NOTE_IS_MISSING || placed->place.found == NOTE_IS_OF_ARTICLE)
        return ROLE_TEXT_MUTED;
    return noting_role(&placed->note);
}

/* Lines from `row` on; the row below the last one. */
static int draw_words(const App *app, Canvas *canvas, Rect area, int row, const PlacedNote *placed, Arena *scratch)
{
    int column = area.column + INDENT, last = row + NOTE_LINES;
    Text words = note_field(&placed->note, NOTE_NOTE), part;

    for (size_t at = 0; row < last && text_next_part(words, '\n', &at, &part);) {
        LineList lines = lines_of(app, part, words_columns(app), scratch);

        for (size_t i = 0; i < lines.count && row < last; i++) {
            bool cut = row + 1 == last && (lines.items[i].range.end < part.size || at < words.size);
            Text line = line_glyphs_text(scratch, line_glyphs(part, &lines.items[i], BLOCK_PARAGRAPH, canvas->charset));

            if (cut)
                line = arena_join(scratch, (const Text[]){line, TEXT("…")}, 2);
            (void)canvas_put_cut(canvas, area, row++, column, area.column + area.columns - column, line, ROLE_TEXT);
        }
        row += lines.count == 0;
    }
    return row < last ? row : last;
}

static void draw_row(const App *app, Canvas *canvas, Rect area, int row, size_t index, bool focused)
{
    const PlacedNote *placed = note_of_row(app, index);
    bool cursor = focused && index == app->lists[PANE_NOTES].selected;
    int column = area.column + SIGN_COLUMNS;
    Arena scratch = {0};
    Text remark = remark_on(placed, &scratch);

    if (focused ? cursor : index == app->noting.selected)
        (void)canvas_put_sign(canvas, area, row, area.column, SIGN_CURSOR, role_stack(ROLE_SPEAKER_CURRENT));
    (void)canvas_put_cut(canvas, area, row, column, area.column + area.columns - column,
                         passage_words(app, placed, &scratch), role_of_note(placed));
    if (cursor)
        canvas_select_row(canvas, (Rect){row, area.column, 1, area.columns});
    row++;
    if (remark.size)
        (void)canvas_put_cut(canvas, area, row++, column, area.column + area.columns - column, remark,
                             ROLE_STATUS_WARNING);
    (void)draw_words(app, canvas, area, row, placed, &scratch);
    arena_release(&scratch);
}

static Text empty_text(const App *app, Arena *scratch)
{
    size_t corrections = app->noting.corrections.count + app->noting.people.count;

    if (!app->document.article)
        return (Text){0};
    if (!app->noting.is_read)
        return TEXT("reading…");
    if (corrections)
        return arena_printf(scratch, "%zu %s; see gq and ge", corrections,
                            corrections == 1 ? "correction" : "corrections");
    return TEXT("No notes yet; a writes one on what is selected.");
}

static void draw(const App *app, Canvas *canvas, Rect area, bool focused)
{
    const ListView *list = &app->lists[PANE_NOTES];
    Arena scratch = {0};
    int row = area.row;

    if (list->count == 0)
        (void)canvas_put_cut(canvas, area, row, area.column + 1, area.columns - 1, empty_text(app, &scratch),
                             ROLE_TEXT_MUTED);
    for (size_t i = list->top; i < list->count && row < area.row + area.rows; i++) {
        draw_row(app, canvas, area, row, i, focused);
        row += row_height(app, i);
    }
    arena_release(&scratch);
}

static size_t count(const App *app)
{
    return app->noting.is_read ? app->noting.placed.count : 0;
}

/* "5", "5 · 1 not found" */
static Text title(const App *app, Arena *scratch)
{
    const PlacedNotes *placed = &app->noting.placed;

    if (!app->noting.is_read)
        return (Text){0};
    if (placed->end_there == placed->count)
        return arena_printf(scratch, "%zu", placed->count);
    return arena_printf(scratch, "%zu · %zu not found", placed->count, placed->count - placed->end_there);
}

/* ---- keys and mouse ---- */

/* The text follows the selection. */
static void select_row(App *app, size_t row)
{
    if (row < count(app))
        noting_select(app, row, ALIGN_NEAREST);
}

static void move(App *app, Move kind, long amount)
{
    (void)noting_need(app);
    settle(app);
    list_move(&app->lists[PANE_NOTES], kind, amount);
    select_row(app, app->lists[PANE_NOTES].selected);
}

static Effects activate(App *app)
{
    size_t row = app->lists[PANE_NOTES].selected;

    if (row >= count(app))
        return EFFECT_NONE;
    app_remember_list(app);
    app_focus(app, PANE_BODY);
    noting_select(app, row, ALIGN_THIRD);
    return EFFECT_NONE;
}

static Text row_text(const App *app, size_t row, Arena *scratch)
{
    const PlacedNote *placed = note_of_row(app, row);

    return arena_join(scratch,
                      (const Text[]){passage_words(app, placed, scratch), TEXT("\n"),
                                     note_field(&placed->note, NOTE_NOTE), TEXT("\n"),
                                     note_field(&placed->note, NOTE_SPEAKER)},
                      5);
}

static const Hint hints[] = {
    {ACTION_SCROLL_DOWN, ACTION_SCROLL_UP, "select"},
    {ACTION_SHOW_CONTEXT, ACTION_NONE, "read in context"},
    {ACTION_EDIT_NOTE, ACTION_NONE, "edit"},
    {ACTION_DELETE_NOTE, ACTION_NONE, "delete"},
    {ACTION_SEARCH, ACTION_NONE, "find"},
    {ACTION_UNDO_NOTE, ACTION_NONE, "undo"},
    {ACTION_FOCUS_BODY, ACTION_NONE, "text"},
    {ACTION_TOGGLE_NOTES, ACTION_NONE, "hide"},
};

const PaneOps notes_pane = {
    .name = "NOTES",
    .tab = "Notes",
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
