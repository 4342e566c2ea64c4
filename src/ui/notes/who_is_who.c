/*
 * Each is a note of the list `people`, so that it is kept, united and taken back as notes are. What is joined after it was separated, or the other
 * way round, takes the other note away in place of adding one: a file does not say both.
 */
#include "ui/notes/who_is_who.h"

#include "ui/notes/correcting.h"
#include "ui/notes/name_line.h"
#include "ui/notes/noting.h"

/* ---- what is there ---- */

static bool is_ready(App *app)
{
    if (!noting_need(app))
        return false;
    if (document_need_analysis(&app->document, app_visible(app)))
        return true;
    app_say(app, ROLE_STATUS_INFO, "no article is open");
    return false;
}

/* Of the list, where that has the focus; else of the selected mention. NULL: none, which is said. */
static const Entity *entity_chosen(App *app)
{
    bool in_list = app->choice.focus == PANE_ENTITIES;
    size_t entity = in_list ? app->lists[PANE_ENTITIES].selected : document_current_entity(&app->document);

    if (entity < app->document.analysis->entities.count)
        return &app->document.analysis->entities.items[entity];
    app_say(app, ROLE_STATUS_INFO, "select a name first, in the text (]e, gn) or in the list of names (ge)");
    return NULL;
}

static bool is_form_of(const Entity *entity, Text name)
{
    Text form;

    for (size_t i = 0; name.size && (form = entity_form(entity, i)).size; i++) {
        if (text_equal_ignoring_case(form, name))
            return true;
    }
    return false;
}

/* The note that joined, or separated, a name and an entity by any of its forms; NULL: none did. */
static const Note *note_between(const App *app, NoteField how, Text name, const Entity *entity)
{
    for (size_t i = 0; i < app->noting.people.count; i++) {
        const Note *note = &app->noting.people.items[i].note;

        if (text_equal_ignoring_case(note_field(note, NOTE_NAME), name) && is_form_of(entity, note_field(note, how)))
            return note;
    }
    return NULL;
}

/* ---- the line ---- */

void who_join_begin(App *app)
{
    Note note = {.list = NOTE_LIST_PEOPLE};
    const Entity *entity;

    if (!is_ready(app) || !(entity = entity_chosen(app)))
        return;
    arena_reset(&app->noting.line_arena);
    note.fields[NOTE_NAME] = entity->name;
    name_line_open(app, PROMPT_SAME, &note, (Text){0});
}

void who_separate_begin(App *app)
{
    Note note = {.list = NOTE_LIST_PEOPLE};
    const Entity *entity;

    if (!is_ready(app) || !(entity = entity_chosen(app)))
        return;
    if (entity_details(entity)->aliases.count == 0) {
        app_say(app, ROLE_STATUS_INFO, "it is named in one form only; gs on a mention in the text says whose that is");
        return;
    }
    arena_reset(&app->noting.line_arena);
    note.fields[NOTE_NAME] = entity->name;
    name_line_open(app, PROMPT_APART, &note, (Text){0});
}

/* ---- what it is ---- */

static EntityType kind_found(const Analysis *analysis, const Entity *entity)
{
    if (!analysis->found_entities)
        return (EntityType)entity->type;
    return (EntityType)analysis->found_entities[analysis->found_mentions[entity->first_mention].entity].type;
}

/* The note that says what a name is, else a new one. */
static Note note_of_kind(const App *app, Text name)
{
    Note fresh = {.list = NOTE_LIST_PEOPLE, .fields = {[NOTE_NAME] = name}};

    for (size_t i = 0; i < app->noting.people.count; i++) {
        const Note *note = &app->noting.people.items[i].note;

        if (note_field(note, NOTE_KIND).size && text_equal_ignoring_case(note_field(note, NOTE_NAME), name))
            return *note;
    }
    return fresh;
}

static void say_kind(App *app, Text name, EntityType kind)
{
    const Entity one = {.type = (unsigned char)kind};
    const char *undo = noting_undo_key(app);

    if (app->message.role != ROLE_STATUS_INFO)
        return;
    if (kind == ENTITY_MISC)
        app_say(app, ROLE_STATUS_INFO, "%.*s is none of these, and not listed; %s takes it back", TEXT_ARGS(name), undo);
    else
        app_say(app, ROLE_STATUS_INFO, "now %s %.*s: %.*s; %s takes it back", kind == ENTITY_ORGANIZATION ? "an" : "a",
                TEXT_ARGS(entity_kind_spoken(&one)), TEXT_ARGS(name), undo);
}

/* All kinds in turn: what it was found to be, then the others from person on. */
static EntityType kind_after(EntityType kind, EntityType found)
{
    int next = kind == found ? ENTITY_PERSON : (int)kind + 1;

    if (next == (int)found)
        next++;
    return next < ENTITY_TYPE_COUNT ? (EntityType)next : found;
}

/* A name that is taken off the list is no row of it: the key again is about it, as long as nothing else is selected. */
static const Entity *entity_taken_off(const App *app)
{
    const Analysis *analysis = app->document.analysis;
    size_t entity = document_current_entity(&app->document);

    if (app->choice.focus != PANE_ENTITIES || entity == NO_INDEX ||
        app->document.mention_start != app->noting.taken_off || analysis->entities.items[entity].type != ENTITY_MISC)
        return NULL;
    return &analysis->entities.items[entity];
}

/* It stays selected, in the list if it is in there. */
static void keep_selected(App *app, Text name)
{
    const Analysis *analysis = app->document.analysis;
    size_t index = entity_named(analysis, name);
    bool is_listed = index < document_listed_entities(&app->document);

    app->noting.taken_off = NO_OFFSET;
    if (is_listed)
        app->lists[PANE_ENTITIES].selected = index;
    if (app->choice.focus == PANE_ENTITIES && index < analysis->entities.count) {
        app->document.mention_start =
            analysis->mentions.items[analysis->entities.items[index].first_mention].range.start;
        app->noting.taken_off = is_listed ? NO_OFFSET : app->document.mention_start;
    }
}

void who_change_kind(App *app)
{
    const Entity *entity;
    EntityType kind, found;
    Note note;
    Text name;

    if (!is_ready(app) || (!(entity = entity_taken_off(app)) && !(entity = entity_chosen(app))))
        return;
    arena_reset(&app->noting.line_arena);
    found = kind_found(app->document.analysis, entity);
    kind = kind_after((EntityType)entity->type, found);
    name = arena_copy(&app->noting.line_arena, entity->name);
    note = note_of_kind(app, name);
    note.fields[NOTE_KIND] = entity_type_name(kind);
    if (kind == found && note_field(&note, NOTE_ID).size)
        noting_take_out(app, &note, "as it was found");
    else
        (void)noting_put(app, note, "");
    correcting_apply(app);
    keep_selected(app, name);
    say_kind(app, name, kind);
}

void who_mention_begin(App *app, size_t mention)
{
    Range range = range_widen(app->document.analysis->mentions.items[mention].range);
    Note note = {.list = NOTE_LIST_PEOPLE};

    arena_reset(&app->noting.line_arena);
    for (size_t i = app->noting.people.first_there; i < app->noting.people.end_there; i++) {
        const PlacedNote *there = &app->noting.people.items[i];

        if (there->place.range.start == range.start && there->place.range.end == range.end)
            note = there->note;
    }
    if (note_field(&note, NOTE_ID).size == 0)
        note_set_passage(&app->noting.line_arena, &note, app->document.article, range);
    name_line_open(app, PROMPT_SAME, &note, note_field(&note, NOTE_SAME));
}

/* ---- what was typed ---- */

static void put(App *app, Note note, NoteField how, Text name, const char *done)
{
    note.fields[how] = arena_copy(&app->noting.line_arena, name);
    (void)noting_put(app, note, done);
}

static void join(App *app, Text same)
{
    const Analysis *analysis = app->document.analysis;
    const Note *line = &app->noting.line, *apart = NULL;
    size_t first = entity_named(analysis, note_field(line, NOTE_NAME)), second = entity_named(analysis, same);

    if (note_field(line, NOTE_TEXT).size) {
        put(app, *line, NOTE_SAME, same, "whose name it is here is kept");
        name_line_say_near(app, same);
        return;
    }
    if (first == second) {
        app_say(app, ROLE_STATUS_INFO, "that is the same entry");
        return;
    }
    if (first != NO_ENTITY && second != NO_ENTITY) {
        apart = note_between(app, NOTE_APART, note_field(line, NOTE_NAME), &analysis->entities.items[second]);
        if (!apart)
            apart = note_between(app, NOTE_APART, same, &analysis->entities.items[first]);
    }
    if (apart)
        noting_take_out(app, apart, "they are one again");
    else
        put(app, *line, NOTE_SAME, same,
            second == NO_ENTITY ? "nobody else is called so here: it is the entry's name now; u takes it back"
                                : "they are one; u takes it back");
    if (second == NO_ENTITY)
        name_line_say_near(app, same);
}

static void separate(App *app, Text form)
{
    const Analysis *analysis = app->document.analysis;
    size_t index = entity_named(analysis, note_field(&app->noting.line, NOTE_NAME));
    const Entity *entity = index == NO_ENTITY ? NULL : &analysis->entities.items[index];
    const Note *joined;
    Note note = app->noting.line;

    if (!entity || !is_form_of(entity, form)) {
        app_say(app, ROLE_STATUS_WARNING, "that is none of its names; <Tab> goes through them");
        return;
    }
    joined = note_between(app, NOTE_SAME, form, entity);
    if (joined) {
        noting_take_out(app, joined, "they are two again");
        return;
    }
    note.fields[NOTE_NAME] = arena_copy(&app->noting.line_arena, form);
    put(app, note, NOTE_APART, text_equal_ignoring_case(form, entity->name) ? entity_form(entity, 1) : entity->name,
        "they are two; u takes it back");
}

/* Nothing: of a mention, whose it was found to be. */
static void accept(App *app, PromptKind kind, Text name)
{
    if (name.size && kind == PROMPT_SAME)
        join(app, name);
    else if (name.size)
        separate(app, name);
    else if (note_field(&app->noting.line, NOTE_ID).size)
        noting_take_out(app, &app->noting.line, "as it was found");
}

Effects who_key(App *app, Key key)
{
    PromptKind kind = app->prompt.line.kind;
    Arena scratch = {0};

    if (name_line_key(app, key) == EDIT_ACCEPTED) {
        accept(app, kind, text_trim(arena_copy(&scratch, prompt_text(&app->prompt.line))));
        prompt_clear(&app->prompt.line, PROMPT_NONE);
        correcting_apply(app);
    }
    arena_release(&scratch);
    return EFFECT_NONE;
}
