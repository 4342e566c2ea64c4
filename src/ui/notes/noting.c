/* The file decides: after each change it is read again, with what somebody else may have written to it, and each note is looked for in the text. */
#include "ui/notes/noting.h"

#include "memory/article_key.h"
#include "ui/notes/note_words.h"
#include "ui/notes/unkept.h"
#include "ui/state/geometry.h"

enum { MOST_UNDONE = 40 /* notes as they were, to go back to */ };

/* ---- reading ---- */

static void place_all(App *app)
{
    NoteState *noting = &app->noting;
    const PlacedNotes *lists[] = {&noting->remarks, &noting->corrections, &noting->people};
    NotePlaces places;

    arena_reset(&noting->places_arena);
    if (noting->all.notes.count)
        (void)article_index(app->document.article, SIZE_MAX);
    note_places_init(&places, &noting->places_arena, app->document.article);
    noting->remarks = article_notes_place(&noting->places_arena, &noting->all, NOTE_LIST_REMARKS, &places);
    noting->corrections = article_notes_place(&noting->places_arena, &noting->all, NOTE_LIST_CORRECTIONS, &places);
    noting->people = article_notes_place(&noting->places_arena, &noting->all, NOTE_LIST_PEOPLE, &places);
    noting->placed = placed_notes_as_one(&noting->places_arena, lists, COUNT_OF(lists));
    noting->readings++;
    if (noting->selected >= noting->placed.count)
        noting->selected = NO_INDEX;
}

/* The place before the name of the file, which is long. */
static void say_problem(App *app, Role role, const char *what, const Report *report)
{
    const Problem *problem = report_first(report);

    if (problem->line)
        app_say(app, role, "%s%zu:%zu: %.*s (%.*s)", what, problem->line, problem->column, TEXT_ARGS(problem->message),
                TEXT_ARGS(report->path));
    else
        app_say(app, role, "%s%.*s", what, TEXT_ARGS(problem->message));
}

/* What is wrong with a file is said, and how many notes came from copies. */
static void say_read(App *app, const Report *report, size_t copies)
{
    if (report_first(report))
        say_problem(app, ROLE_STATUS_WARNING, "notes ", report);
    else if (copies)
        app_say(app, ROLE_STATUS_INFO, "the notes of %zu conflicting %s are united with the others", copies,
                copies == 1 ? "copy" : "copies");
}

/* A version of its own, which outlives what is read anew. */
static Note copy_note(Arena *arena, const Note *note)
{
    Note copy = *note;

    copy.node = NULL;
    for (int i = 0; i < NOTE_FIELD_COUNT; i++)
        copy.fields[i] = arena_copy(arena, note->fields[i]);
    return copy;
}

/* A text that says nothing of itself and was edited is known by another name now: the notes of what was in its file come along. */
static void bring_earlier(App *app, Arena *scratch, Report *report)
{
    NotesStore earlier = {.keeper = &app->options.keeper};
    ARRAY(Note) notes = {0};
    NotesUnion all;
    size_t copies;

    if (app->memory.document.earlier.size == 0)
        return;
    earlier.name = article_key_file(scratch, app->memory.document.earlier);
    notes_union_init(&all, scratch);
    notes_store_read(&earlier, &all, &copies, report);
    for (size_t i = 0; i < all.notes.count; i++)
        ARRAY_PUSH(scratch, notes, copy_note(scratch, &all.notes.items[i].note));
    if (notes.count)
        (void)notes_store_put(&app->noting.store, scratch, notes.items, notes.count, report);
}

static void read_all(App *app)
{
    NoteState *noting = &app->noting;
    Arena scratch = {0};
    Report report, written;
    NotesFile unkept;
    size_t copies = 0;

    arena_reset(&noting->arena);
    noting->store = (NotesStore){.keeper = &app->options.keeper, .subject = notes_subject(app->document.article)};
    noting->store.name = article_key_file(
        &noting->arena, article_key(&noting->arena, app->document.article, library_name(app->library, app->entry)).name);
    report_init(&report, &scratch, noting->store.name);
    report_init(&written, &scratch, noting->store.name);
    notes_union_init(&noting->all, &noting->arena);
    bring_earlier(app, &scratch, &report);
    notes_store_read(&noting->store, &noting->all, &copies, &report);
    if (copies && !report_first(&report))
        (void)notes_store_put(&noting->store, &scratch, NULL, 0, &written);
    unkept = unkept_notes(app, &noting->arena);
    notes_union_add(&noting->all, &unkept);
    say_read(app, &report, copies);
    place_all(app);
    arena_release(&scratch);
}

static bool is_due(const App *app)
{
    return app->document.article && !app->noting.is_read && !document_may_grow(&app->document);
}

/* What is held of the open article goes into its file. */
static bool put_held(App *app, Report *report)
{
    NotesFile unkept = unkept_notes(app, report->arena);

    if (!notes_store_put(&app->noting.store, report->arena, unkept.notes.items, unkept.notes.count, report))
        return false;
    unkept_drop(app);
    return true;
}

/* What could not be kept when the article was open before. */
static void put_earlier(App *app)
{
    Arena scratch = {0};
    Report report;

    report_init(&report, &scratch, arena_copy(&scratch, app->noting.store.name));
    if (unkept_notes(app, &scratch).notes.count && keeper_keeps(&app->options.keeper, KEEPER_NOTES) &&
        put_held(app, &report))
        read_all(app);
    arena_release(&scratch);
}

/* The key of an article is known when all of it is there. */
static bool may_be_read(App *app)
{
    if (!app->document.article)
        app_say(app, ROLE_STATUS_INFO, "no article is open");
    else if (document_may_grow(&app->document))
        app_say(app, ROLE_STATUS_INFO, "notes wait for the end of the article; ^C ends its reading here");
    else
        return true;
    return false;
}

/* Nothing shows a correction that has no place any more but the list. */
static void say_lost(App *app)
{
    size_t lost = placed_notes_missing(&app->noting.corrections) + placed_notes_missing(&app->noting.people);

    if (lost)
        app_say(app, ROLE_STATUS_WARNING, "%zu %s the text; gN lists %s", lost,
                lost == 1 ? "correction no longer fits" : "corrections no longer fit", lost == 1 ? "it" : "them");
}

static void forget_steps(NoteState *noting)
{
    arena_reset(&noting->undo_arena);
    memset(&noting->undo, 0, sizeof noting->undo);
    noting->undo_step = 0;
}

bool noting_need(App *app)
{
    if (!app->noting.is_read || !app->document.article) {
        if (!may_be_read(app))
            return false;
        app->noting.selected = NO_INDEX;
        app->noting.taken_off = NO_OFFSET;
        forget_steps(&app->noting);
        read_all(app);
        put_earlier(app);
        app->noting.is_read = true;
        say_lost(app);
    }
    return true;
}

bool noting_work(App *app)
{
    return is_due(app) && app->document.article->complete && noting_need(app);
}

/* ---- writing ---- */

static Text moment(App *app)
{
    return keeper_moment(&app->noting.arena, keeper_now(&app->options.keeper));
}

/* False: it is in no file, where it should be. */
static bool put_or_say(App *app, const Note *note, const char *done)
{
    Arena scratch = {0};
    Report report;
    bool kept;

    unkept_hold(app, note);
    if (!keeper_keeps(&app->options.keeper, KEEPER_NOTES)) {
        read_all(app);
        app_say(app, ROLE_STATUS_WARNING, "%s until you leave: there is no home to keep it in; set HOME", done);
        return true;
    }
    report_init(&report, &scratch, arena_copy(&scratch, app->noting.store.name));
    kept = put_held(app, &report);
    read_all(app);
    if (report_first(&report))
        say_problem(app, kept ? ROLE_STATUS_WARNING : ROLE_STATUS_ERROR, kept ? "" : "not kept: ", &report);
    else
        app_say(app, ROLE_STATUS_INFO, "%s", done);
    arena_release(&scratch);
    return kept;
}

static const Note *note_with_id(const App *app, Text id)
{
    size_t index = placed_note_index(&app->noting.placed, id);

    return index == NO_INDEX ? NULL : &app->noting.placed.items[index].note;
}

/* Of too many the first half is forgotten, by whole steps. */
static void forget_first_steps(NoteState *noting)
{
    size_t first = noting->undo.count / 2;
    NoteState later = {.undo_step = noting->undo_step};

    while (first < noting->undo.count && noting->undo.items[first].step == noting->undo.items[first - 1].step)
        first++;
    for (size_t i = first; i < noting->undo.count; i++) {
        NoteBefore *before = &noting->undo.items[i];

        ARRAY_PUSH(&later.undo_arena, later.undo,
                   ((NoteBefore){copy_note(&later.undo_arena, &before->note), before->step}));
    }
    arena_release(&noting->undo_arena);
    noting->undo_arena = later.undo_arena;
    noting->undo.items = later.undo.items;
    noting->undo.count = later.undo.count;
    noting->undo.capacity = later.undo.capacity;
}

static void next_step(NoteState *noting)
{
    if (noting->undo.count > MOST_UNDONE)
        forget_first_steps(noting);
    noting->undo_step++;
}

/* What there was before, to go back to. */
static void remember(App *app, const Note *note)
{
    NoteState *noting = &app->noting;

    if (!noting->undo_goes_on)
        next_step(noting);
    ARRAY_PUSH(&noting->undo_arena, noting->undo,
               ((NoteBefore){copy_note(&noting->undo_arena, note), noting->undo_step}));
}

void noting_begin_step(App *app)
{
    next_step(&app->noting);
    app->noting.undo_goes_on = true;
}

void noting_end_step(App *app)
{
    app->noting.undo_goes_on = false;
}

/* A version of it that is taken out. */
static Note taken_out(const Note *note, Text when)
{
    Note gone = {.list = note->list};

    gone.fields[NOTE_ID] = note->fields[NOTE_ID];
    gone.fields[NOTE_WAS] = note->fields[NOTE_WAS];
    gone.fields[NOTE_DELETED] = when;
    return gone;
}

/* In the text and in the list. */
static void select_id(App *app, Text id)
{
    app->noting.selected = placed_note_index(&app->noting.placed, id);
    if (app->noting.selected != NO_INDEX)
        app->lists[PANE_NOTES].selected = app->noting.selected;
}

bool noting_put(App *app, Note note, const char *done)
{
    Arena scratch = {0};
    const Note *before;
    Note gone;
    bool kept;

    if (!noting_need(app))
        return false;
    before = note.fields[NOTE_ID].size ? note_with_id(app, note.fields[NOTE_ID]) : NULL;
    if (before) {
        remember(app, before);
        note.fields[NOTE_CHANGED] = moment(app);
        note_follow(&app->noting.arena, &note, before);
    } else {
        note.fields[NOTE_MADE] = moment(app);
        note.fields[NOTE_ID] = note_make_id(&app->noting.arena, &note);
        gone = taken_out(&note, note.fields[NOTE_MADE]);
        remember(app, &gone);
    }
    note = copy_note(&scratch, &note);
    kept = put_or_say(app, &note, done);
    app->noting.selected = NO_INDEX;
    if (note.list == NOTE_LIST_REMARKS) /* a correction is made in the text, and stays selected there */
        select_id(app, note.fields[NOTE_ID]);
    arena_release(&scratch);
    return kept;
}

void noting_take_out(App *app, const Note *note, const char *done)
{
    const Note *before = note_with_id(app, note_field(note, NOTE_ID));
    Arena scratch = {0};
    Note gone;

    if (!before)
        return;
    remember(app, before);
    gone = taken_out(before, moment(app));
    note_follow(&app->noting.arena, &gone, before);
    gone = copy_note(&scratch, &gone);
    (void)put_or_say(app, &gone, done);
    arena_release(&scratch);
}

void noting_delete(App *app, size_t index)
{
    const Note *note = &app->noting.placed.items[index].note;

    noting_take_out(app, note,
                    note->list == NOTE_LIST_REMARKS ? "the note is deleted; u brings it back"
                                                    : "as it was found; u brings the correction back");
    app->noting.selected = app->noting.placed.count == 0      ? NO_INDEX
                           : index < app->noting.placed.count ? index
                                                              : index - 1;
}

/* Among all, deleted ones too. */
static const Note *version_with_id(const App *app, NoteList list, Text id)
{
    for (size_t i = 0; i < app->noting.all.notes.count; i++) {
        const Note *note = &app->noting.all.notes.items[i].note;

        if (note->list == list && text_equal(note_field(note, NOTE_ID), id))
            return note;
    }
    return NULL;
}

/* What it is after a step back: `back` has no words where there was no note before. */
static Text as_it_is(Arena *scratch, const Note *back, const Note *now)
{
    Text kind = note_field(back, NOTE_KIND), speaker = note_field(back, NOTE_SPEAKER);

    if (back->list == NOTE_LIST_REMARKS)
        return TEXT("the note is as it was");
    if (kind.size)
        return arena_printf(scratch, "%.*s: %.*s, as you said before", TEXT_ARGS(note_field(back, NOTE_NAME)),
                            TEXT_ARGS(note_kind_words(kind)));
    if (now && note_field(now, NOTE_KIND).size)
        return arena_printf(scratch, "%.*s: as it was found", TEXT_ARGS(note_field(now, NOTE_NAME)));
    if (note_is_no_speech(back))
        return TEXT("nobody's speech, as you said before");
    if (speaker.size)
        return arena_printf(scratch, "by %.*s, as you said before", TEXT_ARGS(speaker));
    return TEXT("it is as it was");
}

static void put_back(App *app, Arena *scratch, Note back)
{
    const Note *now = version_with_id(app, back.list, back.fields[NOTE_ID]);
    Text done = as_it_is(scratch, &back, now);

    if (now)
        note_follow(scratch, &back, now);
    (void)put_or_say(app, &back, arena_terminated(scratch, done));
    select_id(app, back.fields[NOTE_ID]);
}

void noting_undo(App *app)
{
    NoteState *noting = &app->noting;
    Arena scratch = {0};
    size_t step;

    if (!noting_need(app))
        return;
    if (noting->undo.count == 0) {
        app_say(app, ROLE_STATUS_INFO, "nothing %sto undo%s", noting->undo_step ? "more " : "",
                noting->placed.count ? "; dd in the notes (gN) takes out what was made earlier" : "");
        return;
    }
    step = noting->undo.items[noting->undo.count - 1].step;
    while (noting->undo.count && noting->undo.items[noting->undo.count - 1].step == step)
        put_back(app, &scratch, noting->undo.items[--noting->undo.count].note);
    arena_release(&scratch);
}

const char *noting_undo_key(const App *app)
{
    return app->choice.focus == PANE_ENTITIES || app->choice.focus == PANE_NOTES ? "u" : ":undo-note";
}

/* ---- selecting ---- */

void noting_select(App *app, size_t index, Align align)
{
    const PlacedNote *placed = &app->noting.placed.items[index];

    app->noting.selected = index;
    app->noting.doomed = 0;
    app->lists[PANE_NOTES].selected = index;
    if (placed->place.found != NOTE_IS_MISSING)
        app_show_text(app, placed->place.range.start, align);
}

Role noting_role(const Note *note)
{
    size_t highlight = note_highlight(note);

    return highlight ? (Role)(ROLE_HIGHLIGHT_1 + (int)highlight - 1) : ROLE_HIGHLIGHT;
}

Text noting_refusal(Refusal refusal)
{
    switch (refusal) {
    case REFUSED_NAME:
        return TEXT("another name is there");
    case REFUSED_NUMBER:
    case REFUSED_MEASURE:
        return TEXT("another number is there");
    case REFUSED_NEGATION:
    case REFUSED_OPPOSITE:
        return TEXT("it says the opposite now");
    case REFUSED_WHO:
        return TEXT("it is of somebody else now");
    case REFUSED_NOT:
    case REFUSED_TOO_MUCH:
    case REFUSED_MARKS:
    case REFUSED_LANGUAGE:
    case REFUSED_CUT:
        break;
    }
    return (Text){0};
}

/* ---- at the end ---- */

void noting_end(App *app, Report *report)
{
    const UnkeptNotes *unkept = &app->noting.unkept;

    for (size_t i = 0; i < unkept->count && keeper_keeps(&app->options.keeper, KEEPER_NOTES); i++) {
        const Note *note = &unkept->items[i].note;
        NotesStore store = {.keeper = &app->options.keeper, .name = unkept->items[i].name};
        Text words = note_field(note, NOTE_NOTE);
        Report ignored;

        if (text_equal(store.name, app->noting.store.name))
            store.subject = app->noting.store.subject;
        report_init(&ignored, report->arena, store.name);
        if (!notes_store_put(&store, report->arena, note, 1, &ignored))
            report_add(report, SEVERITY_ERROR, 0, 0, "not kept: %.*s",
                       TEXT_ARGS(words.size ? words : note_field(note, NOTE_TEXT)));
    }
}
