/*
 * Candidates are those whose name has a word that begins as what was typed does, in the order of the list of names; before them whoever is thought to
 * speak.
 */
#include "ui/notes/name_line.h"

#include "base/nearest.h"
#include "memory/notes/people_corrections.h"

void name_line_open(App *app, PromptKind kind, const Note *note, Text typed)
{
    Note line = *note;

    line.node = NULL;
    for (int i = 0; i < NOTE_FIELD_COUNT; i++)
        line.fields[i] = arena_copy(&app->noting.line_arena, note->fields[i]);
    app->noting.line = line;
    app->noting.candidate = 0;
    (void)prompt_set(&app->prompt.line, kind, typed);
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

Text entity_form(const Entity *entity, size_t form)
{
    if (form == 0)
        return entity->name;
    return form <= entity_details(entity)->aliases.count ? entity_details(entity)->aliases.items[form - 1].name
                                                         : (Text){0};
}

/* The last word of what is left of a name, which loses it; empty: there is none. */
static Text take_last_word(Text *name)
{
    size_t start = name->size;
    Text word;

    while (start > 0 && name->bytes[start - 1] != ' ')
        start--;
    word = text_slice(*name, (Range){start, name->size});
    *name = text_slice(*name, (Range){0, start ? start - 1 : 0});
    return word;
}

/* "Otoline Reve" or "Reve" for "Ottoline Reeve": each word is near its own. "Paul Reeve" may be a brother. */
static bool is_near(Text typed, Text name)
{
    while (typed.size) {
        Text word = take_last_word(&typed), own = take_last_word(&name);

        if (nearest_name(word, &own, 1).size == 0)
            return false;
    }
    return true;
}

/* The name of whom one means who mistypes a name, or the end of one; empty: of nobody. */
static Text name_near(const Analysis *analysis, Text typed)
{
    Text form;

    for (size_t i = 0; i < analysis->entities.count; i++) {
        const Entity *entity = &analysis->entities.items[i];

        for (size_t j = 0; entity->type <= ENTITY_ORGANIZATION && (form = entity_form(entity, j)).size; j++) {
            if (is_near(typed, form))
                return entity->name;
        }
    }
    return (Text){0};
}

/* The entity that the line is about; NULL: none. */
static const Entity *entity_of_line(const App *app)
{
    size_t entity = entity_named(app->document.analysis, note_field(&app->noting.line, NOTE_NAME));

    return entity == NO_ENTITY ? NULL : &app->document.analysis->entities.items[entity];
}

static bool may_be_meant(const App *app, const Entity *entity, const Entity *about)
{
    if (app->prompt.line.kind == PROMPT_SPEAKER)
        return entity->type <= ENTITY_ORGANIZATION;
    return entity != about && (!about || entity->type == about->type);
}

/* Who is thought to say the selected quotation: whoever looks through the doubtful ones mostly agrees. Empty: it is not known, or not asked. */
static Text thought_speaker(const App *app)
{
    size_t quote = document_current_quote(&app->document);
    const QuoteSource *source;

    if (app->prompt.line.kind != PROMPT_SPEAKER || app_is_selecting(app) || quote == NO_INDEX)
        return (Text){0};
    source = app->document.analysis->quotes.items[quote].source;
    return source->speaker_count ? source->speakers[0].name : (Text){0};
}

/* Number `*left`, from 1 and counted down, of those who speak and are no names ("MODERATOR"), but for who is thought to. Empty: there are fewer. */
static Text phrase_candidate(const App *app, Text typed, Text thought, size_t *left)
{
    const Speakers *speakers = &app->document.listed.speakers;

    for (size_t i = 0; app->prompt.line.kind == PROMPT_SPEAKER && i < speakers->phrases.count; i++) {
        Text name = speakers->phrases.items[i].name;

        if (!text_equal_ignoring_case(name, thought) && begins_word(name, typed) && --*left == 0)
            return name;
    }
    return (Text){0};
}

/* Candidate `number`, from 1. Empty: there are no more. */
static Text candidate_name(const App *app, Text typed, size_t number)
{
    const Analysis *analysis = app->document.analysis;
    const Entity *about = entity_of_line(app), *entities = analysis->entities.items;
    Text form, thought = thought_speaker(app);

    if (thought.size && begins_word(thought, typed) && --number == 0)
        return thought;
    for (size_t i = 0; about && app->prompt.line.kind == PROMPT_APART && (form = entity_form(about, i)).size; i++) {
        if (begins_word(form, typed) && --number == 0)
            return form;
    }
    for (size_t i = 0; entities && app->prompt.line.kind != PROMPT_APART && i < analysis->entities.count; i++) {
        const Entity *entity = &entities[i];

        if (may_be_meant(app, entity, about) && !text_equal(entity->name, thought) &&
            begins_word(entity->name, typed) && --number == 0)
            return entity->name;
    }
    return phrase_candidate(app, typed, thought, &number);
}

static bool is_phrase(const App *app, Text name)
{
    const Speakers *speakers = &app->document.listed.speakers;

    for (size_t i = 0; i < speakers->phrases.count; i++) {
        if (text_equal_ignoring_case(speakers->phrases.items[i].name, name))
            return true;
    }
    return false;
}

/* Whom one means who types the beginning of one name alone, else of whom it is nearly the name. Empty: nobody, or it is a name itself. */
static Text name_meant(const App *app, Text typed)
{
    if (entity_named(app->document.analysis, typed) != NO_ENTITY || is_phrase(app, typed))
        return (Text){0};
    if (candidate_name(app, typed, 2).size == 0 && candidate_name(app, typed, 1).size)
        return candidate_name(app, typed, 1);
    return name_near(app->document.analysis, typed);
}

void name_line_say_near(App *app, Text name)
{
    Text meant = name_meant(app, name);

    if (meant.size && app->message.role == ROLE_STATUS_INFO)
        app_say(app, ROLE_STATUS_WARNING, "did you mean %.*s? kept as typed; gs changes it", TEXT_ARGS(meant));
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
        (void)prompt_set(&app->prompt.line, app->prompt.line.kind, name);
    else
        app->noting.candidate = 0;
}

PromptEdit name_line_key(App *app, Key key)
{
    PromptEdit edit;

    if (key.code == KEY_SPECIAL_TAB) {
        complete(app);
        return EDIT_CHANGED;
    }
    app->noting.candidate = 0;
    edit = prompt_edit(&app->prompt.line, key);
    if (edit == EDIT_CANCELLED)
        prompt_clear(&app->prompt.line, PROMPT_NONE);
    return edit;
}
