/*
 * What the reader writes, by lines: notes, and corrections of who said what. They are on what was read last: the quotation, else the paragraph or the
 * sentence; what is written is asked for in a line, and kept as in the reader.
 */
#include "ui/linear/notes.h"

#include "ui/links/links.h"
#include "ui/linear/reading.h"
#include "ui/linear/voice.h"
#include "ui/notes/correcting.h"
#include "ui/notes/note_line.h"
#include "ui/notes/note_words.h"
#include "ui/notes/noting.h"

static const PlacedNotes *notes_of(const Linear *linear)
{
    return &linear->app->noting.placed;
}

void linear_begin_message(Linear *linear)
{
    linear->app->message.role = ROLE_NONE;
}

void linear_say_message(Linear *linear)
{
    if (linear->app->message.role != ROLE_NONE)
        voice_format(linear, "%s.", linear->app->message.bytes);
    linear_begin_message(linear);
}

void linear_take_notes(Linear *linear)
{
    linear_begin_message(linear);
    if (noting_need(linear->app))
        correcting_apply(linear->app);
    linear_say_message(linear);
}

/* The quotations are others now, perhaps: the one that was read stays selected where it is one still. */
static void select_again(Linear *linear)
{
    const Analysis *analysis = linear->app->document.analysis;
    size_t quote = analysis ? analysis_quote_from(analysis, linear->start) : 0;

    linear->quote = analysis && quote < analysis->quotes.count &&
                            analysis->quotes.items[quote].range.start == linear->start && linear->quote != NO_INDEX
                        ? quote
                        : NO_INDEX;
}

/* ---- what is said of them ---- */

static Text highlight_of(Linear *linear, const Note *note)
{
    size_t highlight = note_highlight(note);

    if (note->list != NOTE_LIST_REMARKS)
        return TEXT("Your correction");
    return highlight ? arena_printf(&linear->arena, "Highlight %zu", highlight) : TEXT("Your note");
}

static void say_note(Linear *linear, const PlacedNote *placed)
{
    Text words = note_subject_words(linear->app, placed, &linear->arena);
    Text written = note_field(&placed->note, NOTE_NOTE);

    if (placed->note.list != NOTE_LIST_REMARKS)
        written = note_correction_words(linear->app, placed, &linear->arena);
    voice_format(linear, "%.*s%s, on %.*s%s%.*s", TEXT_ARGS(highlight_of(linear, &placed->note)),
                 placed->place.found == NOTE_IS_MISSING   ? ", not found any more"
                 : placed->place.found == NOTE_IS_CHANGED ? ", of words that have changed"
                                                          : "",
                 TEXT_ARGS(words), written.size ? ": " : "", TEXT_ARGS(written));
}

void linear_say_notes(Linear *linear, Range range)
{
    const PlacedNotes *notes = &linear->app->noting.remarks;

    for (size_t i = notes->first_there; linear->app->noting.is_read && i < notes->end_there; i++) {
        if (range_contains(range, notes->items[i].place.range.start))
            say_note(linear, &notes->items[i]);
    }
}

static void read_note(Linear *linear, size_t index)
{
    const PlacedNote *placed = &notes_of(linear)->items[index];

    linear->app->noting.selected = index;
    linear->app->lists[PANE_NOTES].selected = index;
    if (placed->place.found == NOTE_IS_THERE || placed->place.found == NOTE_IS_CHANGED) {
        linear->quote = NO_INDEX;
        linear->start = placed->place.range.start;
        linear->next = placed->place.range.end;
    }
    say_note(linear, placed);
}

static bool has_notes(Linear *linear)
{
    if (notes_of(linear)->count == 0)
        voice_say(linear, TEXT("There are no notes and no corrections."));
    return notes_of(linear)->count > 0;
}

void linear_move_note(Linear *linear, const LinearCall *call)
{
    size_t note;

    if (!has_notes(linear))
        return;
    note = call->direction > 0 ? placed_note_after(notes_of(linear), linear->start)
                               : placed_note_before(notes_of(linear), linear->start);
    if (note == NO_INDEX)
        voice_say(linear, call->direction > 0 ? TEXT("There is no further note.") : TEXT("There is no note before."));
    else
        read_note(linear, note);
}

void linear_list_notes(Linear *linear, const LinearCall *call)
{
    size_t count = notes_of(linear)->count, notes = linear->app->noting.remarks.count;

    if (!has_notes(linear))
        return;
    if (call->count && (size_t)call->count <= count) {
        read_note(linear, (size_t)call->count - 1);
        return;
    }
    voice_format(linear, "%zu note%s and %zu correction%s.", notes, notes == 1 ? "" : "s", count - notes,
                 count - notes == 1 ? "" : "s");
    for (size_t i = 0; i < count; i++)
        say_note(linear, &notes_of(linear)->items[i]);
}

/* ---- writing them ---- */

/* What was read last is what is selected. */
static void select_read(Linear *linear)
{
    const Text text = linear->app->document.article->text;
    Passage *passage = &linear->app->document.passage;

    linear_begin_message(linear);
    *passage = (Passage){.unit = PASSAGE_NONE};
    if (linear->start < linear->next)
        *passage = (Passage){PASSAGE_CHARACTERS, linear->start, utf8_previous(text, linear->next), 0};
}

static void end_selection(Linear *linear)
{
    linear->app->document.passage = (Passage){.unit = PASSAGE_NONE};
    prompt_clear(&linear->app->prompt.line, PROMPT_NONE);
    linear_say_message(linear);
}

void linear_ask_note(Linear *linear, const LinearCall *call)
{
    App *app = linear->app;

    select_read(linear);
    if (call->count >= 1 && call->count <= NOTE_HIGHLIGHTS) {
        note_highlight_taken(app, (size_t)call->count);
    } else {
        note_line_begin(app);
        if (app->prompt.line.kind == PROMPT_NOTE)
            linear->ask = ASK_NOTE;
        if (app->prompt.line.kind == PROMPT_NOTE && prompt_text(&app->prompt.line).size)
            voice_format(linear, "It says: %.*s. What you type takes its place, nothing leaves it.",
                         TEXT_ARGS(prompt_text(&app->prompt.line)));
    }
    if (linear->ask == ASK_NOTHING)
        end_selection(linear);
}

void linear_write_note(Linear *linear, Text words)
{
    if (words.size)
        (void)note_line_written(linear->app, words);
    end_selection(linear);
}

void linear_ask_speaker(Linear *linear, const LinearCall *call)
{
    (void)call;
    select_read(linear);
    correcting_begin(linear->app);
    if (linear->app->prompt.line.kind == PROMPT_SPEAKER)
        linear->ask = ASK_SPEAKER;
    else
        end_selection(linear);
}

/* A name, or its number in the list of names; nothing: as it was found. */
void linear_write_speaker(Linear *linear, Text name)
{
    const Analysis *analysis = linear->app->document.analysis;
    size_t number;

    if (analysis && text_to_number(name, analysis->entities.count, &number) && number)
        name = analysis->entities.items[number - 1].name;
    correcting_written(linear->app, name);
    end_selection(linear);
    select_again(linear);
}

void linear_correct_no_speech(Linear *linear, const LinearCall *call)
{
    (void)call;
    select_read(linear);
    correcting_no_speech(linear->app);
    correcting_apply(linear->app);
    end_selection(linear);
    select_again(linear);
}

void linear_delete_note(Linear *linear, const LinearCall *call)
{
    (void)call;
    linear_begin_message(linear);
    if (linear->app->noting.selected == NO_INDEX)
        voice_say(linear, TEXT("Read the note first, by its number in the list of notes."));
    else
        noting_delete(linear->app, linear->app->noting.selected);
    correcting_apply(linear->app);
    linear_say_message(linear);
}

void linear_undo_note(Linear *linear, const LinearCall *call)
{
    (void)call;
    linear_begin_message(linear);
    noting_undo(linear->app);
    correcting_apply(linear->app);
    linear_say_message(linear);
    select_again(linear);
}

/* ---- what is done by others ---- */

void linear_write_quotes(Linear *linear, const LinearCall *call)
{
    (void)call;
    linear_begin_message(linear);
    linear->effects |= correcting_write(linear->app);
    linear_say_message(linear);
}

void linear_browse(Linear *linear, const LinearCall *call)
{
    App *app = linear->app;
    Text url = article_field(app->document.article, FIELD_URL);

    linear_begin_message(linear);
    app_find_links(app);
    if (call->count && (size_t)call->count <= app_link_count(app))
        linear->effects |= app_follow_link(app, (size_t)call->count - 1);
    else if (call->count)
        voice_format(linear, "There is no link %d; there are %zu.", call->count, app_link_count(app));
    else if (url.size)
        linear->effects |= app_browse(app, url, "this article");
    else
        voice_say(linear, TEXT("This article has no address."));
    linear_say_message(linear);
}

void linear_list_links(Linear *linear, const LinearCall *call)
{
    App *app = linear->app;

    (void)call;
    app_find_links(app);
    voice_format(linear, "%zu link%s.", app_link_count(app), app_link_count(app) == 1 ? "" : "s");
    for (size_t i = 0; i < app_link_count(app); i++) {
        Text address = app_link_address(app, i, &linear->arena);

        voice_format(linear, "%zu, %.*s, %.*s", i + 1, TEXT_ARGS(app_link_words(app, i)), TEXT_ARGS(address));
    }
}
