/* "Next" starts at the selected note where that can be seen, else at the place on the screen. */
#include "ui/actions/actions_note.h"

#include "ui/notes/correcting.h"
#include "ui/notes/note_line.h"
#include "ui/notes/note_words.h"
#include "ui/notes/noting.h"
#include "ui/notes/who_is_who.h"
#include "ui/state/geometry.h"

Effects action_annotate(App *app, const Call *call)
{
    if (call->count > NOTE_HIGHLIGHTS)
        app_say(app, ROLE_STATUS_INFO, "there are %d kinds of highlights: 1a to %da", NOTE_HIGHLIGHTS, NOTE_HIGHLIGHTS);
    else if (call->count > 0)
        note_highlight_taken(app, (size_t)call->count);
    else
        note_line_begin(app);
    return EFFECT_NONE;
}

Effects action_annotate_in_editor(App *app, const Call *call)
{
    (void)call;
    return note_editor_begin(app) ? EFFECT_EDIT_NOTE : EFFECT_NONE;
}

Effects action_correct_speaker(App *app, const Call *call)
{
    (void)call;
    correcting_begin(app);
    return EFFECT_NONE;
}

Effects action_split_quote(App *app, const Call *call)
{
    (void)call;
    correcting_split(app);
    return EFFECT_NONE;
}

Effects action_join_quotes(App *app, const Call *call)
{
    (void)call;
    correcting_join(app);
    return EFFECT_NONE;
}

Effects action_join_name(App *app, const Call *call)
{
    (void)call;
    who_join_begin(app);
    return EFFECT_NONE;
}

Effects action_change_kind(App *app, const Call *call)
{
    (void)call;
    who_change_kind(app);
    return EFFECT_NONE;
}

Effects action_separate_name(App *app, const Call *call)
{
    (void)call;
    who_separate_begin(app);
    return EFFECT_NONE;
}

Effects action_correct_no_speech(App *app, const Call *call)
{
    (void)call;
    correcting_no_speech(app);
    correcting_apply(app);
    return EFFECT_NONE;
}

static bool has_notes(App *app)
{
    if (!noting_need(app))
        return false;
    if (app->noting.placed.count == 0)
        app_say(app, ROLE_STATUS_INFO, "no notes yet; a writes one on what is selected");
    return app->noting.placed.count > 0;
}

/* In the text, from the selected note if it is on the screen. */
static size_t note_beside(const App *app, int direction)
{
    const PlacedNotes *placed = &app->noting.placed;
    Range visible = app_visible_text(app);
    size_t selected = app->noting.selected, offset = direction > 0 ? visible.start : visible.start + 1;

    if (selected != NO_INDEX && range_contains(visible, placed->items[selected].place.range.start) &&
        placed->items[selected].place.found != NOTE_IS_MISSING)
        offset = placed->items[selected].place.range.start;
    else if (direction > 0 && offset > 0)
        offset--;
    return direction > 0 ? placed_note_after(placed, offset) : placed_note_before(placed, offset);
}

/* What was noted, for whom the list of notes is not on the screen. */
static void say_note(App *app)
{
    const PlacedNotes *placed = &app->noting.placed;
    const PlacedNote *selected = &placed->items[app->noting.selected];
    size_t highlight = note_highlight(&selected->note);
    Arena scratch = {0};
    Text words = arena_on_one_line(&scratch, note_field(&selected->note, NOTE_NOTE)), kind = TEXT("note");

    if (highlight)
        kind = arena_printf(&scratch, "highlight %zu", highlight);
    if (selected->note.list != NOTE_LIST_REMARKS) {
        kind = TEXT("correction");
        words = note_correction_words(app, selected, &scratch);
    }
    app_say(app, ROLE_STATUS_INFO, "%.*s, %zu of %zu%s%.*s", TEXT_ARGS(kind), app->noting.selected + 1, placed->count,
            words.size ? ": " : "", TEXT_ARGS(words));
    arena_release(&scratch);
}

Effects action_move_note(App *app, const Call *call)
{
    if (!has_notes(app))
        return EFFECT_NONE;
    for (int i = 0; i < call_times(call); i++) {
        size_t next = note_beside(app, call->direction);

        if (next == NO_INDEX) {
            app_say(app, ROLE_STATUS_INFO, call->direction > 0 ? "no note below" : "no note above");
            return EFFECT_NONE;
        }
        noting_select(app, next, ALIGN_NEAREST);
    }
    say_note(app);
    return EFFECT_NONE;
}

/* The row of the list. */
static size_t selected_note(App *app)
{
    size_t selected = app->lists[PANE_NOTES].selected;

    if (!has_notes(app))
        return NO_INDEX;
    return selected < app->noting.placed.count ? selected : NO_INDEX;
}

Effects action_edit_note(App *app, const Call *call)
{
    size_t selected = selected_note(app);

    (void)call;
    if (selected != NO_INDEX)
        note_line_edit(app, selected);
    return EFFECT_NONE;
}

Effects action_delete_note(App *app, const Call *call)
{
    size_t selected = selected_note(app);

    (void)call;
    if (selected == NO_INDEX)
        return EFFECT_NONE;
    if (app->noting.doomed == selected + 1) {
        app->noting.doomed = 0;
        noting_delete(app, selected);
        correcting_apply(app);
        return EFFECT_NONE;
    }
    app->noting.doomed = selected + 1;
    app_say(app, ROLE_STATUS_INFO,
            app->noting.placed.items[selected].note.list == NOTE_LIST_REMARKS ? "once more deletes this note"
                                                                              : "once more takes this correction back");
    return EFFECT_NONE;
}

Effects action_undo_note(App *app, const Call *call)
{
    (void)call;
    noting_undo(app);
    correcting_apply(app);
    return EFFECT_NONE;
}

Effects action_write(App *app, const Call *call)
{
    (void)call;
    return correcting_write(app);
}
