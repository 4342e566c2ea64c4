/*
 * Names of the scan and people of the registry become one list of entities. Both come as mentions in the order of the text; they are
 * merged as two sorted lists are, what was lost to a longer name left out. Then each entity gets its fullest form as its name, the others as
 * aliases, and the list its order: by type, by count, by first mention.
 */
#include "analysis/entities.h"

#include <stdlib.h>
#include <string.h>

#include "analysis/lexicon.h"
#include "analysis/name_merge.h"

enum { ALIASES_MOST = 24 };

struct EntityWork {
    Arena *arena;
    EntityInput input;
    NameScan scan;
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
        .lost = ARENA_ARRAY(arena, bool, input->person_mention_count),
        .table = {.arena = arena},
    };
    return work;
}

void entities_scan(EntityWork *work, size_t first, size_t end)
{
    name_scan_tokens(&work->scan, first, end);
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

static bool has_alias(const Entity *entity, Text form)
{
    for (size_t i = 0; i < entity->aliases.count; i++) {
        if (text_equal(entity->aliases.items[i], form))
            return true;
    }
    return false;
}

/* Note a form of the name; all of them are aliases until the fullest is chosen. */
static void add_form(Arena *arena, Entity *entity, Text form)
{
    if (entity->aliases.count < ALIASES_MOST && !has_alias(entity, form))
        ARRAY_PUSH(arena, entity->aliases, form);
}

static bool in_capitals_only(Text form)
{
    for (size_t i = 0; i < form.size; i++) {
        if (ascii_is_lower(form.bytes[i]))
            return false;
    }
    return form.size > 8;
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

/* ---- The list ---- */

/* The mentions of both kinds in the order of the text, each with a number for its entity: people first, then names by their root. */
static void merge_mentions(EntityWork *work, Analysis *analysis)
{
    const EntityInput *input = &work->input;
    NameScan *scan = &work->scan;
    size_t person = 0, end = 0;

    for (size_t i = 0; i <= scan->mentions.count;) {
        const NameMention *name = i < scan->mentions.count ? &scan->mentions.items[i] : NULL;
        Mention mention;

        if (name && scan->table.names.items[name->name].type == ENTITY_TYPE_COUNT) {
            i++;
            continue;
        }
        if (person < input->person_mention_count &&
            (!name || input->person_mentions[person].range.start <= name->range.start)) {
            mention = (Mention){input->person_mentions[person].range, input->person_mentions[person].person};
            if (scan->lost[person++])
                continue;
        } else if (name) {
            mention = (Mention){name->range, input->person_count + name_root(&scan->table, name->name)};
            i++;
        } else {
            break;
        }
        if (mention.range.start < end)
            continue;
        end = mention.range.end;
        ARRAY_PUSH(work->arena, analysis->mentions, mention);
    }
}

static Entity new_entity(const EntityWork *work, size_t number)
{
    Entity entity = {.type = ENTITY_PERSON};

    if (number < work->input.person_count) {
        entity.name = work->input.people[number].name;
        entity.gender = work->input.people[number].gender;
    } else {
        entity.type = work->scan.table.names.items[number - work->input.person_count].type;
    }
    return entity;
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
            ARRAY_PUSH(work->arena, analysis->entities, fresh);
            entity_of[mention->entity] = analysis->entities.count;
        }
        mention->entity = entity_of[mention->entity] - 1;
        entity = &analysis->entities.items[mention->entity];
        entity->mention_count++;
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

void entities_finish(EntityWork *work, Analysis *analysis, const bool *is_speaker, size_t *entity_of_person)
{
    size_t count;
    size_t *entity_of;

    (void)is_speaker;
    names_merge(&work->scan.table, work->arena);
    merge_mentions(work, analysis);
    count = work->input.person_count + work->scan.table.names.count;
    entity_of = ARENA_ARRAY(work->arena, size_t, count);
    collect_entities(work, analysis, entity_of);
    for (size_t i = 0; i < analysis->entities.count; i++)
        choose_name(&analysis->entities.items[i]);
    sort_entities(work, analysis, entity_of, count);
    for (size_t i = 0; i < work->input.person_count; i++)
        entity_of_person[i] = entity_of[i] ? entity_of[i] - 1 : NO_ENTITY;
}
