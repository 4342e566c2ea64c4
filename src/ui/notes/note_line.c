/* A passage has one note at most: whoever notes it again goes on with that one. */
#include "ui/notes/note_line.h"

#include "ui/notes/noting.h"
#include "ui/taking/taken.h"

/* ---- what it is about ---- */

static Note note_on(App *app, Range range)
{
    Note note = {.list = NOTE_LIST_REMARKS};

    note_set_passage(&app->noting.line_arena, &note, app->document.article, range);
    return note;
}

/* The note that stands just there; NULL: none. */
static const Note *note_at(const App *app, Range range)
{
    const PlacedNotes *remarks = &app->noting.remarks;
    size_t index = placed_note_around(remarks, range);

    return index != NO_INDEX && range_size(remarks->items[index].place.range) == range_size(range)
               ? &remarks->items[index].note
               : NULL;
}

/* The headline stands for the whole article: its note has no passage. */
static const Note *note_of_article(const App *app)
{
    return app->noting.remarks.first_there > 0 ? &app->noting.remarks.items[0].note : NULL;
}

/* What is taken, as a new note or the one that is there. False: nothing can be noted; that is said. */
static bool take_note(App *app, Note *note)
{
    const Note *there;
    Taken taken;

    if (!noting_need(app))
        return false;
    arena_reset(&app->noting.line_arena);
    taken = app_taken(app);
    there = taken.kind == TAKEN_TITLE ? note_of_article(app) : note_at(app, taken.range);
    if (there) {
        *note = *there;
        return true;
    }
    if (taken.kind == TAKEN_TITLE) {
        *note = (Note){.list = NOTE_LIST_REMARKS};
        return true;
    }
    if (taken.kind == TAKEN_NOTHING || !note_passage_is_good(app->document.article, taken.range)) {
        app_say(app, ROLE_STATUS_INFO, "there are no words to note");
        return false;
    }
    *note = note_on(app, taken.range);
    return true;
}

/* ---- the line ---- */

/* The note until the line is finished; its texts are copied. */
static void hold(App *app, const Note *note)
{
    app->noting.line = *note;
    app->noting.line.node = NULL;
    for (int i = 0; i < NOTE_FIELD_COUNT; i++)
        app->noting.line.fields[i] = arena_copy(&app->noting.line_arena, note->fields[i]);
}

static void open_line(App *app, const Note *note)
{
    Text words = note_field(note, NOTE_NOTE);

    hold(app, note);
    if (text_find_byte(words, '\n', 0) != TEXT_NOT_FOUND || !prompt_set(&app->prompt.line, PROMPT_NOTE, words)) {
        prompt_clear(&app->prompt.line, PROMPT_NONE);
        app_say(app, ROLE_STATUS_INFO, "the note has several lines; gA writes it in the editor");
    }
}

void note_line_begin(App *app)
{
    Note note;

    if (take_note(app, &note))
        open_line(app, &note);
}

/* The list has corrections too, of which there is nothing to edit. */
static bool has_words(App *app, const Note *note)
{
    if (note->list == NOTE_LIST_REMARKS)
        return true;
    app_say(app, ROLE_STATUS_INFO, "a correction has no words; d deletes it, gs makes another in the text");
    return false;
}

bool note_editor_begin(App *app)
{
    Note note;

    if (app->choice.focus == PANE_NOTES && app->lists[PANE_NOTES].selected < app->noting.placed.count) {
        arena_reset(&app->noting.line_arena);
        note = app->noting.placed.items[app->lists[PANE_NOTES].selected].note;
        if (!has_words(app, &note))
            return false;
    } else if (!take_note(app, &note)) {
        return false;
    }
    hold(app, &note);
    return true;
}

void note_line_edit(App *app, size_t index)
{
    Note note = app->noting.placed.items[index].note;

    if (!has_words(app, &note))
        return;
    arena_reset(&app->noting.line_arena);
    open_line(app, &note);
}

static void end_selection(App *app)
{
    app->document.passage = (Passage){.unit = PASSAGE_NONE};
}

bool note_line_written(App *app, Text words)
{
    Note note = app->noting.line;

    words = text_trim(words);
    if (text_equal(words, note_field(&note, NOTE_NOTE)))
        return true;
    if (words.size == 0 && note_highlight(&note) == 0) {
        app_say(app, ROLE_STATUS_INFO, "a note without words is none; dd in the list of notes deletes one");
        return true;
    }
    note.fields[NOTE_NOTE] = arena_copy(&app->noting.line_arena, words);
    end_selection(app);
    return noting_put(app, note, "noted");
}

Effects note_line_key(App *app, Key key)
{
    switch (prompt_edit(&app->prompt.line, key)) {
    case EDIT_ACCEPTED:
        (void)note_line_written(app, prompt_text(&app->prompt.line));
        prompt_clear(&app->prompt.line, PROMPT_NONE);
        break;
    case EDIT_CANCELLED:
        prompt_clear(&app->prompt.line, PROMPT_NONE);
        break;
    case EDIT_CHANGED:
    case EDIT_NONE:
    case EDIT_MOVED:
        break;
    }
    return EFFECT_NONE;
}

/* ---- highlights ---- */

void note_highlight_taken(App *app, size_t kind)
{
    Note note;
    bool again;

    if (!take_note(app, &note))
        return;
    if (note_field(&note, NOTE_ID).size == 0 && note_field(&note, NOTE_TEXT).size == 0) {
        app_say(app, ROLE_STATUS_INFO, "select what is to be highlighted: v, or a quotation");
        return;
    }
    again = note_highlight(&note) == kind;
    hold(app, &note);
    note = app->noting.line;
    end_selection(app);
    if (again && note_field(&note, NOTE_NOTE).size == 0 &&
        placed_note_index(&app->noting.placed, note_field(&note, NOTE_ID)) != NO_INDEX) {
        noting_delete(app, placed_note_index(&app->noting.placed, note_field(&note, NOTE_ID)));
        return;
    }
    note.fields[NOTE_HIGHLIGHT] = again ? (Text){0} : arena_printf(&app->noting.line_arena, "%zu", kind);
    (void)noting_put(app, note, again ? "no highlight" : "highlighted");
}
