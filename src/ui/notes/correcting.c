/* A correction is a note of its own list, so that it is kept, found again and united as notes are. */
#include "ui/notes/correcting.h"

#include "base/unicode/fold.h"
#include "ui/notes/noting.h"
#include "ui/state/selection.h"
#include "ui/state/places.h"
#include "ui/taking/taken.h"

/* ---- what is corrected ---- */

static const PlacedNote *correction_at(const App *app, Range range)
{
    const PlacedNotes *corrections = &app->noting.corrections;

    for (size_t i = corrections->first_there; i < corrections->end_there; i++) {
        if (corrections->items[i].place.range.start == range.start && corrections->items[i].place.range.end == range.end)
            return &corrections->items[i];
    }
    return NULL;
}

/* A selection as it is, else the quotation. False: neither is there; that is said. */
static bool take_passage(App *app, Note *note)
{
    const PlacedNote *there;
    Taken taken;

    if (!noting_need(app))
        return false;
    if (!document_need_analysis(&app->document, app_visible(app))) {
        app_say(app, ROLE_STATUS_INFO, "no article is open");
        return false;
    }
    taken = app_taken(app);
    if ((taken.kind != TAKEN_SELECTION && taken.kind != TAKEN_QUOTATION) ||
        !note_passage_is_good(app->document.article, taken.range)) {
        app_say(app, ROLE_STATUS_INFO, "select a quotation, or with v the words, whose speaker is to be corrected");
        return false;
    }
    arena_reset(&app->noting.line_arena);
    there = correction_at(app, taken.range);
    *note = (Note){.list = NOTE_LIST_CORRECTIONS};
    if (there)
        *note = there->note;
    else
        note_set_passage(&app->noting.line_arena, note, app->document.article, taken.range);
    return true;
}

static void put(App *app, Note note, const char *done)
{
    app->document.passage = (Passage){.unit = PASSAGE_NONE};
    (void)noting_put(app, note, done);
}

/* ---- the line ---- */

void correcting_begin(App *app)
{
    Note note;

    if (!take_passage(app, &note))
        return;
    app->noting.line = note;
    app->noting.line.node = NULL;
    for (int i = 0; i < NOTE_FIELD_COUNT; i++)
        app->noting.line.fields[i] = arena_copy(&app->noting.line_arena, note.fields[i]);
    app->noting.candidate = 0;
    (void)prompt_set(&app->prompt.line, PROMPT_SPEAKER, note_field(&note, NOTE_SPEAKER));
}

/* Has a name a word that begins so, whatever the case? */
static bool begins_word(Text name, Text typed)
{
    Text word;

    if (typed.size == 0)
        return true;
    for (size_t at = 0; at < name.size && text_next_part(name, ' ', &at, &word);) {
        size_t start = (size_t)(word.bytes - name.bytes);

        if (text_equal_ignoring_case(text_slice(name, (Range){start, start + typed.size}), typed))
            return true;
    }
    return false;
}

/* Candidate `number` of those who may speak, from 1; they are by type and by how often they are named. Empty: there are no more. */
static Text candidate_name(const App *app, Text typed, size_t number)
{
    const Analysis *analysis = app->document.analysis;

    for (size_t i = 0; i < analysis->entities.count; i++) {
        const Entity *entity = &analysis->entities.items[i];

        if (entity->type <= ENTITY_ORGANIZATION && begins_word(entity->name, typed) && --number == 0)
            return entity->name;
    }
    return (Text){0};
}

static void complete(App *app)
{
    Text name;

    if (app->noting.candidate == 0)
        app->noting.typed = arena_copy(&app->noting.line_arena, prompt_text(&app->prompt.line));
    name = candidate_name(app, app->noting.typed, ++app->noting.candidate);
    if (name.size == 0 && app->noting.candidate > 1)
        name = candidate_name(app, app->noting.typed, app->noting.candidate = 1);
    if (name.size)
        (void)prompt_set(&app->prompt.line, PROMPT_SPEAKER, name);
    else
        app->noting.candidate = 0;
}

/* Nothing: the correction goes, if there is one. */
static void take_back(App *app)
{
    if (note_field(&app->noting.line, NOTE_ID).size)
        noting_take_out(app, &app->noting.line, "as it was found");
}

static void accept(App *app, Text name)
{
    Note note = app->noting.line;

    if (name.size == 0) {
        take_back(app);
        return;
    }
    note.fields[NOTE_SPEAKER] = arena_copy(&app->noting.line_arena, name);
    note.fields[NOTE_SPEECH] = (Text){0};
    put(app, note, "corrected");
}

void correcting_written(App *app, Text name)
{
    accept(app, text_trim(name));
    correcting_apply(app);
}

Effects correcting_key(App *app, Key key)
{
    PromptEdit edit;

    if (key.code == KEY_SPECIAL_TAB) {
        complete(app);
        return EFFECT_NONE;
    }
    app->noting.candidate = 0;
    edit = prompt_edit(&app->prompt.line, key);
    if (edit == EDIT_ACCEPTED)
        correcting_written(app, prompt_text(&app->prompt.line));
    if (edit == EDIT_ACCEPTED || edit == EDIT_CANCELLED)
        prompt_clear(&app->prompt.line, PROMPT_NONE);
    return EFFECT_NONE;
}

void correcting_no_speech(App *app)
{
    Note note;

    if (!take_passage(app, &note))
        return;
    if (note_is_no_speech(&note)) {
        noting_take_out(app, &note, "as it was found");
        return;
    }
    note.fields[NOTE_SPEECH] = TEXT("no");
    note.fields[NOTE_SPEAKER] = (Text){0};
    put(app, note, "nobody's speech; gS again takes it back while it is selected");
}

void correcting_apply(App *app)
{
    Document *document = &app->document;

    if (!document->analysis || !app->noting.is_read)
        return;
    corrections_apply(&app->noting.sources_arena, document->analysis, &app->noting.corrections);
    quote_list_update(&document->listed, document->analysis);
    app_relist(app);
}

/* ---- writing them into the article ---- */

/* Only what is a file, and in the form that has such a key. */
Effects correcting_write(App *app)
{
    const Document *document = &app->document;

    if (!document->article || document->stream) {
        app_say(app, ROLE_STATUS_INFO, "only an article that is a file can be written to");
        return EFFECT_NONE;
    }
    document_show_article(&app->document);
    if (document_is_known_in_part(document) || !document_need_analysis(&app->document, app_visible(app))) {
        app_say(app, ROLE_STATUS_INFO, "the text is too long: who said what is known of a part of it only");
        return EFFECT_NONE;
    }
    document_finish(&app->document);
    (void)noting_need(app);
    correcting_apply(app);
    return EFFECT_WRITE_QUOTES;
}
