/*
 * The list of notes and corrections: of each the passage, in its highlight, and below it what was noted, or who speaks there as the reader says.
 * A passage whose words changed is told as such, with those that it had and those that stand there now; one that is not there any more stands at
 * the end.
 */
#include "layout/line_glyphs.h"
#include "ui/notes/note_words.h"
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

/* A line between the passage and what was noted: see remark_on. */
static bool has_remark(const PlacedNote *placed)
{
    return placed->place.found >= NOTE_IS_CHANGED || placed->note.list != NOTE_LIST_REMARKS;
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
    return 1 + (int)(lines < NOTE_LINES ? lines : NOTE_LINES) + has_remark(placed) + 1;
}

static void settle(App *app)
{
    list_settle(&app->lists[PANE_NOTES], app->noting.is_read ? app->noting.placed.count : 0,
                app->arrangement.panes[PANE_NOTES].rows, row_height, app);
}

/* ---- drawing ---- */

/* Under the passage: "changed; was: …"; "not found: another name stands there now"; "no longer fits: by Signe Aldous"; what a correction says. */
static Text remark_on(const App *app, const PlacedNote *placed, Arena *scratch)
{
    Text why = noting_refusal(placed->place.refusal), correction = note_correction_words(app, placed, scratch);

    if (placed->place.found == NOTE_IS_CHANGED)
        return arena_join(scratch,
                          (const Text[]){correction, correction.size ? TEXT("; ") : correction, TEXT("changed; was: "),
                                         note_was_words(&placed->note, scratch)},
                          4);
    if (placed->place.found != NOTE_IS_MISSING)
        return correction;
    if (correction.size)
        return arena_join(scratch, (const Text[]){TEXT("no longer fits: "), correction}, 2);
    return arena_join(scratch, (const Text[]){TEXT("not found"), why.size ? TEXT(": ") : why, why}, 3);
}

static Role role_of_remark(const PlacedNote *placed)
{
    return placed->place.found >= NOTE_IS_CHANGED ? ROLE_STATUS_WARNING : ROLE_TEXT_MUTED;
}

static Role role_of_note(const PlacedNote *placed)
{
    if (placed->place.found == NOTE_IS_MISSING || placed->place.found == NOTE_IS_OF_ARTICLE)
        return ROLE_TEXT_MUTED;
    if (placed->note.list != NOTE_LIST_REMARKS)
        return ROLE_TEXT;
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
    Text remark = remark_on(app, placed, &scratch);

    if (focused ? cursor : index == app->noting.selected)
        (void)canvas_put_sign(canvas, area, row, area.column, SIGN_CURSOR, role_stack(ROLE_SPEAKER_CURRENT));
    (void)canvas_put_cut(canvas, area, row, column, area.column + area.columns - column,
                         note_subject_words(app, placed, &scratch), role_of_note(placed));
    if (cursor)
        canvas_select_row(canvas, (Rect){row, area.column, 1, area.columns});
    row++;
    if (remark.size)
        (void)canvas_put_cut(canvas, area, row++, column, area.column + area.columns - column, remark,
                             role_of_remark(placed));
    (void)draw_words(app, canvas, area, row, placed, &scratch);
    arena_release(&scratch);
}

static Text empty_text(const App *app)
{
    if (!app->document.article)
        return (Text){0};
    return app->noting.is_read ? TEXT("No notes yet; a writes one on what is selected.") : TEXT("reading…");
}

static void draw(const App *app, Canvas *canvas, Rect area, bool focused)
{
    const ListView *list = &app->lists[PANE_NOTES];
    int row = area.row;

    if (list->count == 0)
        (void)canvas_put_cut(canvas, area, row, area.column + 1, area.columns - 1, empty_text(app), ROLE_TEXT_MUTED);
    for (size_t i = list->top; i < list->count && row < area.row + area.rows; i++) {
        draw_row(app, canvas, area, row, i, focused);
        row += row_height(app, i);
    }
}

static size_t count(const App *app)
{
    return app->noting.is_read ? app->noting.placed.count : 0;
}

/* "5", "5 · 1 not found · 2 corrections" */
static Text title(const App *app, Arena *scratch)
{
    const PlacedNotes *placed = &app->noting.placed;
    size_t corrections = placed->count - app->noting.remarks.count, missing = placed_notes_missing(placed);
    Text parts[3] = {arena_printf(scratch, "%zu", placed->count)};

    if (!app->noting.is_read)
        return (Text){0};
    if (missing)
        parts[1] = arena_printf(scratch, " · %zu not found", missing);
    if (corrections)
        parts[2] = arena_printf(scratch, " · %zu correction%s", corrections, corrections == 1 ? "" : "s");
    return arena_join(scratch, parts, COUNT_OF(parts));
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
                      (const Text[]){note_subject_words(app, placed, scratch), TEXT("\n"),
                                     note_field(&placed->note, NOTE_NOTE), TEXT("\n"),
                                     note_correction_words(app, placed, scratch)},
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
