/*
 * Names and people of the registry become one list of entities. The names are those that the article gives, or else those of the scan.
 * Both kinds come as mentions in the order of the text; they are merged as two sorted lists are, what was lost to a longer name left
 * out. An entity has a number meanwhile: people first, by their index, then names. Then each gets its fullest form as its name, the
 * others as aliases, and the list its order: by type, by count, by first mention.
 */
#include "analysis/entities.h"

#include <stdlib.h>
#include <string.h>

#include "analysis/given_names.h"
#include "analysis/name_merge.h"
#include "analysis/name_tags.h"
#include "analysis/tagger.h"

enum { ALIASES_MOST = 24 };

struct EntityWork {
    Arena *arena;
    EntityInput input;
    NameScan scan;
    TagText tags;
    TagMemo *memo;
    unsigned char *labels; /* of the tagger, one for each token; NULL: there is no model */
    GivenNames given;
    const size_t *given_of; /* for each person of the registry: index into article->entities, or NOT_GIVEN; NULL: none are given */
    Mention *people; /* mentions of people that count, with the numbers of their entities */
    size_t people_count;
    ARRAY(Mention) names; /* mentions of names that count, the same way */
};

EntityWork *entities_new(Arena *arena, const EntityInput *input)
{
    EntityWork *work = ARENA_NEW(arena, EntityWork);

    work->arena = arena;
    work->input = *input;
    work->scan = (NameScan){
        .arena = arena,
        .article = input->article,
        .tokens = input->tokens,
        .token_count = input->token_count,
        .people = input->person_mentions,
        .people_count = input->person_mention_count,
        .lost = ARENA_ARRAY(arena, bool, input->person_mention_count + 1),
        .seen = ARENA_ARRAY(arena, bool, input->person_mention_count + 1),
        .tagged = ARENA_ARRAY(arena, Range, input->person_mention_count + 1),
        .votes = ARENA_ARRAY(arena, int, input->person_count + 1),
        .table = {.arena = arena},
    };
    if (input->article->entities_given)
        given_names_init(&work->given, arena, input->article);
    return work;
}

void entities_use_model(EntityWork *work, const TokenList *tokens, const TagModel *model)
{
    if (work->input.article->entities_given)
        return;
    tag_text_init(&work->tags, work->arena, tokens, model);
    work->memo = ARENA_NEW(work->arena, TagMemo);
    work->labels = ARENA_ARRAY(work->arena, unsigned char, tokens->tokens.count + 1);
}

void entities_scan(EntityWork *work, size_t first, size_t end)
{
    if (work->input.article->entities_given) {
        given_names_scan(&work->given, work->input.tokens, first, end);
    } else if (work->labels) {
        tagger_run(&work->tags, first, end, work->memo, work->labels);
        name_tags_scan(&work->scan, work->labels, first, end);
    } else {
        name_scan_tokens(&work->scan, first, end);
    }
}

/* ---- Names ---- */

/* A name as it is shown: what stood on two lines stands on one. */
static Text name_on_one_line(Arena *arena, Text spelled)
{
    char *bytes;
    size_t size = 0;

    if (text_find_byte(spelled, '\n', 0) == TEXT_NOT_FOUND && text_find(spelled, TEXT("  "), 0) == TEXT_NOT_FOUND)
        return spelled;
    bytes = arena_alloc(arena, spelled.size);
    for (size_t i = 0; i < spelled.size; i++) {
        bool blank = ascii_is_blank(spelled.bytes[i]);

        if (!blank || (size && bytes[size - 1] != ' '))
            bytes[size++] = blank ? ' ' : spelled.bytes[i];
    }
    return (Text){bytes, size};
}

static bool has_small_letter(Text form)
{
    for (size_t i = 0; i < form.size; i++) {
        if (ascii_is_lower(form.bytes[i]))
            return true;
    }
    return false;
}

/* The alias that differs from the form in capitals at most, or NULL. */
static Text *same_alias(Entity *entity, Text form)
{
    for (size_t i = 0; i < entity->aliases.count; i++) {
        if (text_equal_ignoring_case(entity->aliases.items[i], form))
            return &entity->aliases.items[i];
    }
    return NULL;
}

/* Note a form of the name; all of them are aliases until the fullest is chosen. "HESSEL" in a dateline is "Hessel". */
static void add_form(Arena *arena, Entity *entity, Text form)
{
    Text *known = same_alias(entity, form);

    if (known && !has_small_letter(*known))
        *known = form;
    if (!known && entity->aliases.count < ALIASES_MOST)
        ARRAY_PUSH(arena, entity->aliases, form);
}

static bool in_capitals_only(Text form)
{
    return form.size > 8 && !has_small_letter(form);
}

/* Take the fullest form as the name and out of the aliases; a form in capitals, from a headline, only when there is no other. */
static void choose_name(Entity *entity)
{
    size_t best = 0;

    for (size_t i = 1; i < entity->aliases.count; i++) {
        Text form = entity->aliases.items[i], name = entity->aliases.items[best];

        if (in_capitals_only(form) != in_capitals_only(name) ? in_capitals_only(name) : form.size > name.size)
            best = i;
    }
    entity->name = entity->aliases.items[best];
    entity->aliases.count--;
    memmove(entity->aliases.items + best, entity->aliases.items + best + 1,
            (entity->aliases.count - best) * sizeof *entity->aliases.items);
}

/* ---- Mentions that count ---- */

static void add_name(EntityWork *work, Range range, size_t number)
{
    Mention mention = {range, work->input.person_count + number};

    ARRAY_PUSH(work->arena, work->names, mention);
}

static void collect_found(EntityWork *work)
{
    NameScan *scan = &work->scan;

    if (work->labels)
        name_tags_finish(scan, work->input.person_sure);
    names_merge(&scan->table, work->arena);
    for (size_t i = 0; i < scan->mentions.count; i++) {
        const NameMention *name = &scan->mentions.items[i];

        if (scan->table.names.items[name->name].type != ENTITY_TYPE_COUNT)
            add_name(work, name->range, name_root(&scan->table, name->name));
    }
    for (size_t i = 0; i < work->input.person_mention_count; i++) {
        const PersonMention *person = &work->input.person_mentions[i];

        if (!scan->lost[i])
            work->people[work->people_count++] = (Mention){
                range_is_empty(scan->tagged[i]) ? person->range : scan->tagged[i], person->person};
    }
}

static bool is_person(const GivenEntity *given)
{
    return text_equal(given->type, entity_type_name(ENTITY_PERSON));
}

/* Which given person each person of the registry is: the one called by the full name, or by a form that is mentioned. */
static const size_t *match_people(const EntityWork *work)
{
    const EntityInput *input = &work->input;
    size_t *given_of = ARENA_ARRAY(work->arena, size_t, input->person_count);

    for (size_t i = 0; i < input->person_count; i++)
        given_of[i] = given_names_find(&work->given, input->people[i].name);
    for (size_t i = 0; i < input->person_mention_count; i++) {
        const PersonMention *mention = &input->person_mentions[i];

        if (given_of[mention->person] == NOT_GIVEN)
            given_of[mention->person] =
                given_names_find(&work->given, text_slice(input->article->text, mention->range));
    }
    for (size_t i = 0; i < input->person_count; i++) {
        if (given_of[i] != NOT_GIVEN && !is_person(&input->article->entities.items[given_of[i]]))
            given_of[i] = NOT_GIVEN;
    }
    return given_of;
}

/* What the article gives, and nothing else; people of the registry are among it by other forms of their names. */
static void collect_given(EntityWork *work)
{
    const EntityInput *input = &work->input;
    const size_t *given_of = work->given_of = match_people(work);

    for (size_t i = 0; i < work->given.mentions.count; i++)
        add_name(work, work->given.mentions.items[i].range, work->given.mentions.items[i].given);
    for (size_t i = 0; i < input->person_mention_count; i++) {
        const PersonMention *person = &input->person_mentions[i];
        size_t given = given_of[person->person];

        if (given != NOT_GIVEN)
            work->people[work->people_count++] = (Mention){person->range, input->person_count + given};
    }
}

/* Both lists in the order of the text. */
static void merge_mentions(EntityWork *work, Analysis *analysis)
{
    size_t person = 0, name = 0, end = 0;

    while (person < work->people_count || name < work->names.count) {
        bool first = name == work->names.count ||
                     (person < work->people_count &&
                      work->people[person].range.start <= work->names.items[name].range.start);
        Mention mention = first ? work->people[person++] : work->names.items[name++];

        if (mention.range.start < end)
            continue;
        end = mention.range.end;
        ARRAY_PUSH(work->arena, analysis->mentions, mention);
    }
}

/* ---- The list ---- */

static EntityType given_type(Text name)
{
    for (EntityType type = 0; type < ENTITY_TYPE_COUNT; type++) {
        if (text_equal(entity_type_name(type), name))
            return type;
    }
    return ENTITY_MISC; /* "event", "work" and the like */
}

static Entity given_entity(const GivenEntity *given)
{
    return (Entity){.type = given_type(given->type), .name = given->name, .role = given->role, .given = given};
}

static Entity new_entity(const EntityWork *work, size_t number)
{
    const EntityInput *input = &work->input;

    if (number < input->person_count)
        return (Entity){.type = ENTITY_PERSON,
                        .role = input->people[number].role,
                        .gender = input->people[number].gender};
    number -= input->person_count;
    if (input->article->entities_given)
        return given_entity(&input->article->entities.items[number]);
    return (Entity){.type = work->scan.table.names.items[number].type};
}

/* Make the entities of the mentions; `entity_of` maps their numbers, of zeroes at first, to 1 + index. */
static void collect_entities(EntityWork *work, Analysis *analysis, size_t *entity_of)
{
    for (size_t i = 0; i < analysis->mentions.count; i++) {
        Mention *mention = &analysis->mentions.items[i];
        Text form = text_slice(work->input.article->text, mention->range);
        Entity *entity;

        if (!entity_of[mention->entity]) {
            Entity fresh = new_entity(work, mention->entity);

            fresh.first_mention = i;
            if (mention->entity < work->input.person_count) /* a headline may have a fuller name */
                add_form(work->arena, &fresh, name_on_one_line(work->arena, work->input.people[mention->entity].name));
            ARRAY_PUSH(work->arena, analysis->entities, fresh);
            entity_of[mention->entity] = analysis->entities.count;
        }
        mention->entity = entity_of[mention->entity] - 1;
        entity = &analysis->entities.items[mention->entity];
        entity->mention_count++;
        if (!entity->given || !text_equal_ignoring_case(form, entity->name))
            add_form(work->arena, entity, name_on_one_line(work->arena, form));
    }
}

static int compare_entities(const void *left, const void *right)
{
    const Entity *a = left, *b = right;

    if (a->type != b->type)
        return a->type < b->type ? -1 : 1;
    if (a->mention_count != b->mention_count)
        return a->mention_count > b->mention_count ? -1 : 1;
    return (a->first_mention > b->first_mention) - (a->first_mention < b->first_mention);
}

/* Order the entities and tell the mentions and `entity_of` their new places. */
static void sort_entities(EntityWork *work, Analysis *analysis, size_t *entity_of, size_t count)
{
    size_t *place = ARENA_ARRAY(work->arena, size_t, analysis->entities.count);

    if (analysis->entities.count == 0)
        return;
    /* A mention's old index is found again by the first mention, which is its entity's own. */
    qsort(analysis->entities.items, analysis->entities.count, sizeof *analysis->entities.items, compare_entities);
    for (size_t i = 0; i < analysis->entities.count; i++)
        place[analysis->mentions.items[analysis->entities.items[i].first_mention].entity] = i;
    for (size_t i = 0; i < analysis->mentions.count; i++)
        analysis->mentions.items[i].entity = place[analysis->mentions.items[i].entity];
    for (size_t i = 0; i < count; i++) {
        if (entity_of[i])
            entity_of[i] = place[entity_of[i] - 1] + 1;
    }
}

/* The entity that the speaker's mentions belong to: that of the first of them that counts. */
static void tell_people(const EntityWork *work, const size_t *entity_of, size_t *entity_of_person)
{
    const EntityInput *input = &work->input;
    const size_t *given_of = work->given_of;

    for (size_t i = 0; i < input->person_count; i++) {
        size_t number = given_of && given_of[i] != NOT_GIVEN ? input->person_count + given_of[i] : i;

        entity_of_person[i] = entity_of[number] ? entity_of[number] - 1 : NO_ENTITY;
    }
}

/* The names that the article lists for an entity are its aliases, also those that the text does not use. */
static void add_given_aliases(EntityWork *work, Entity *entity)
{
    for (size_t i = 0; i < entity->given->aliases.count; i++)
        add_form(work->arena, entity, entity->given->aliases.items[i]);
}

void entities_finish(EntityWork *work, Analysis *analysis, size_t *entity_of_person)
{
    const EntityInput *input = &work->input;
    bool given = input->article->entities_given;
    size_t *entity_of;
    size_t count;

    work->people = ARENA_ARRAY(work->arena, Mention, input->person_mention_count);
    if (given)
        collect_given(work);
    else
        collect_found(work);
    merge_mentions(work, analysis);
    count = input->person_count + (given ? input->article->entities.count : work->scan.table.names.count);
    entity_of = ARENA_ARRAY(work->arena, size_t, count);
    collect_entities(work, analysis, entity_of);
    for (size_t i = 0; i < analysis->entities.count; i++) {
        if (analysis->entities.items[i].given)
            add_given_aliases(work, &analysis->entities.items[i]);
        else
            choose_name(&analysis->entities.items[i]);
    }
    sort_entities(work, analysis, entity_of, count);
    tell_people(work, entity_of, entity_of_person);
}
