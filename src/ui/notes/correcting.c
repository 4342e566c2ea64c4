/* A correction is a note of its own list, so that it is kept, found again and united as notes are. */
#include "ui/notes/correcting.h"

#include "ui/notes/name_line.h"
#include "ui/notes/noting.h"
#include "ui/notes/who_is_who.h"
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

/* A name that is selected, and no quotation: whose it is there. */
static bool takes_mention(App *app)
{
    return noting_need(app) && document_need_analysis(&app->document, app_visible(app)) &&
           app_taken(app).kind == TAKEN_SENTENCE;
}

void correcting_begin(App *app)
{
    Note note;

    if (takes_mention(app)) {
        who_mention_begin(app, document_current_mention(&app->document));
        return;
    }
    if (!take_passage(app, &note))
        return;
    name_line_open(app, PROMPT_SPEAKER, &note, note_field(&note, NOTE_SPEAKER));
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
    if (app->message.role == ROLE_STATUS_INFO)
        app_say(app, ROLE_STATUS_INFO, "corrected; %s takes it back", noting_undo_key(app));
    name_line_say_near(app, name);
}

void correcting_written(App *app, Text name)
{
    accept(app, text_trim(name));
    correcting_apply(app);
}

Effects correcting_key(App *app, Key key)
{
    if (name_line_key(app, key) == EDIT_ACCEPTED) {
        correcting_written(app, prompt_text(&app->prompt.line));
        prompt_clear(&app->prompt.line, PROMPT_NONE);
    }
    return EFFECT_NONE;
}

void correcting_no_speech(App *app)
{
    Note note;

    if (!take_passage(app, &note))
        return;
    if (note_is_no_speech(&note) && note_field(&note, NOTE_SPEAKER).size) {
        note.fields[NOTE_SPEECH] = (Text){0};
        put(app, note, "said by whom you named before");
        return;
    }
    if (note_is_no_speech(&note)) {
        noting_take_out(app, &note, "as it was found");
        return;
    }
    note.fields[NOTE_SPEECH] = TEXT("no"); /* beside the speaker, who comes back with the speech */
    put(app, note, "nobody's speech; gS again takes it back while it is selected");
}

void correcting_apply(App *app)
{
    Document *document = &app->document;

    if (!document->analysis || !app->noting.is_read)
        return;
    corrections_apply(&app->noting.sources_arena, document->analysis, &app->noting.corrections, &app->noting.people);
    quote_list_update(&document->listed, document->analysis);
    app_relist(app);
}

/* ---- two of one, one of two ---- */

static void put_part(App *app, Range part, Text speaker)
{
    Note note = {.list = NOTE_LIST_CORRECTIONS};

    note_set_passage(&app->noting.line_arena, &note, app->document.article, part);
    note.fields[NOTE_SPEAKER] = speaker;
    (void)noting_put(app, note, "corrected");
}

/* Corrections of just the same quotations would stand above those of their parts. */
static void take_out_within(App *app, Range range)
{
    const PlacedNotes *corrections = &app->noting.corrections;

    for (size_t i = corrections->first_there; i < corrections->end_there;) {
        Range there = corrections->items[i].place.range;

        if (range.start <= there.start && there.end <= range.end) {
            noting_take_out(app, &corrections->items[i].note, "corrected");
            i = corrections->first_there;
        } else {
            i++;
        }
    }
}

static Range trimmed(Text text, Range range)
{
    Text words = text_trim(text_slice(text, range));

    range.start = (size_t)(words.bytes - text.bytes);
    return (Range){range.start, range.start + words.size};
}

/* Whose the quotations are that a range reaches, as one says it; nobody where it is not known. */
static Text speaker_of(App *app, size_t quote)
{
    const Quote *found = &app->document.analysis->quotes.items[quote];

    return found->source->speaker_count
               ? arena_copy(&app->noting.line_arena, quote_speaker_names(found, &app->noting.line_arena))
               : (Text){0};
}

/* The listed quotations that a selection reaches: the first, and all of their extent. False: there is none, or no selection, which is said. */
static bool selected_quotes(App *app, Taken *taken, size_t *first, size_t *count, Range *extent)
{
    const Analysis *analysis;

    *count = 0;
    if (!noting_need(app) || !document_need_analysis(&app->document, app_visible(app)))
        return false;
    analysis = app->document.analysis;
    *taken = app_taken(app);
    for (size_t i = analysis_quote_from(analysis, taken->range.start);
         taken->kind == TAKEN_SELECTION && i < analysis->quotes.count; i++) {
        Range there = range_widen(analysis->quotes.items[i].range);

        if (there.start >= taken->range.end)
            break;
        if (!quote_is_listed(&analysis->quotes.items[i]))
            continue;
        *first = *count == 0 ? i : *first;
        *extent = *count == 0 ? there : (Range){extent->start, there.end > extent->end ? there.end : extent->end};
        ++*count;
    }
    if (*count == 0)
        app_say(app, ROLE_STATUS_INFO, "select words of quotations first: v, from where the second begins");
    arena_reset(&app->noting.line_arena);
    return *count > 0;
}

static void end_step(App *app, const char *done)
{
    noting_end_step(app);
    app->document.passage = (Passage){.unit = PASSAGE_NONE};
    correcting_apply(app);
    if (app->message.role == ROLE_STATUS_INFO)
        app_say(app, ROLE_STATUS_INFO, "%s", done);
}

void correcting_split(App *app)
{
    Text text, speaker;
    size_t quote, count;
    Range all, parts[2];
    Taken taken;

    if (!selected_quotes(app, &taken, &quote, &count, &all))
        return;
    text = app->document.article->text;
    parts[0] = trimmed(text, (Range){all.start, taken.range.start});
    parts[1] = trimmed(text, (Range){taken.range.start, all.end});
    if (count > 1 || taken.range.start <= all.start || !note_passage_is_good(app->document.article, parts[0]) ||
        !note_passage_is_good(app->document.article, parts[1])) {
        app_say(app, ROLE_STATUS_INFO, "begin the selection in one quotation, at the word with which the second begins");
        return;
    }
    speaker = speaker_of(app, quote);
    noting_begin_step(app);
    take_out_within(app, all);
    put_part(app, parts[0], speaker);
    put_part(app, parts[1], speaker);
    end_step(app, "two quotations; gs says whose each is, :undo-note makes one of them");
}

void correcting_join(App *app)
{
    size_t quote, count;
    Text speaker;
    Taken taken;
    Range all;

    if (!selected_quotes(app, &taken, &quote, &count, &all))
        return;
    if (count == 1) {
        app_say(app, ROLE_STATUS_INFO, "select words of two quotations: v in the first, then on to the second");
        return;
    }
    speaker = speaker_of(app, quote);
    noting_begin_step(app);
    take_out_within(app, all);
    put_part(app, all, speaker);
    end_step(app, "one quotation; :undo-note makes them what they were");
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
