/* The list is ordered as that of English texts: by count, then by first mention. The fullest form is the name, others are its aliases. */
#include "analysis/languages/named_entities.h"

#include <stdlib.h>
#include <string.h>

enum { SURE = 85, FULL_SURE = 95, UNLIKELY = 45, MOST_ALIASES = 12 }; /* of a hundred */

static Text mention_text(const Analysis *analysis, ShortRange range)
{
    return arena_on_one_line(analysis->arena, text_slice(analysis->article->text, range_widen(range)));
}

/* Is it a form that the entity has? Then it is counted. */
static bool has_form(Entity *entity, Text form)
{
    bool known = text_equal(entity->name, form);

    for (size_t i = 0; entity->details && i < entity->details->aliases.count && !known; i++) {
        Alias *alias = &entity->details->aliases.items[i];

        known = text_equal(alias->name, form);
        alias->mention_count += known;
    }
    return known;
}

static void add_mention(Analysis *analysis, const NamedMention *named, bool likely, size_t index)
{
    Entity *entity = &analysis->entities.items[index];
    Text form = mention_text(analysis, named->range);
    Mention mention = {named->range, (uint32_t)index,
                       (unsigned char)(!likely       ? UNLIKELY
                                       : named->full ? FULL_SURE
                                                     : SURE),
                       false};

    if (entity->mention_count++ == 0)
        entity->first_mention = (uint32_t)analysis->mentions.count;
    if (!has_form(entity, form) && entity_details(entity)->aliases.count < MOST_ALIASES)
        ARRAY_PUSH(analysis->arena, entity_write_details(analysis->arena, entity)->aliases,
                   ((Alias){form, "last name", 1, false}));
    ARRAY_PUSH(analysis->arena, analysis->mentions, mention);
}

static int compare(const void *left, const void *right)
{
    const Entity *a = left, *b = right;

    if (a->mention_count != b->mention_count)
        return a->mention_count > b->mention_count ? -1 : 1;
    return (a->first_mention > b->first_mention) - (a->first_mention < b->first_mention);
}

/* Order the entities, and tell mentions and people their new places. */
static void sort(Arena *arena, Analysis *analysis, size_t *of_person, size_t people)
{
    size_t *place = ARENA_ARRAY(arena, size_t, analysis->entities.count + 1);

    if (analysis->entities.count == 0)
        return;
    qsort(analysis->entities.items, analysis->entities.count, sizeof *analysis->entities.items, compare);
    for (size_t i = 0; i < analysis->entities.count; i++)
        place[analysis->mentions.items[analysis->entities.items[i].first_mention].entity] = i;
    for (size_t i = 0; i < analysis->mentions.count; i++)
        analysis->mentions.items[i].entity = (uint32_t)place[analysis->mentions.items[i].entity];
    for (size_t i = 0; i < people; i++) {
        if (of_person[i] != NO_ENTITY)
            of_person[i] = place[of_person[i]];
    }
}

static size_t *nobody(Arena *arena, const Names *names)
{
    size_t *of_person = ARENA_ARRAY(arena, size_t, names->people.count + 1);

    for (size_t i = 0; i < names->people.count; i++)
        of_person[i] = NO_ENTITY;
    return of_person;
}

NamedEntities named_entities_make(Arena *arena, Analysis *analysis, const Names *names, const bool *speaks)
{
    size_t *of_person = nobody(arena, names);

    for (size_t i = 0; i < names->people.count; i++) {
        const NamedPerson *person = &names->people.items[i];

        if (!speaks[i])
            continue;
        of_person[i] = analysis->entities.count;
        ARRAY_PUSH(analysis->arena, analysis->entities,
                   ((Entity){.type = ENTITY_PERSON,
                             .name = mention_text(analysis, person->name),
                             .gender = (unsigned char)person->gender,
                             .confidence = person->likely ? FULL_SURE : UNLIKELY}));
    }
    for (size_t i = 0; i < names->mentions.count; i++) {
        const NamedMention *mention = &names->mentions.items[i];

        if (mention->person != NO_NAMED && speaks[mention->person])
            add_mention(analysis, mention, names->people.items[mention->person].likely, of_person[mention->person]);
    }
    sort(arena, analysis, of_person, names->people.count);
    return (NamedEntities){analysis, of_person};
}

size_t named_entity_at(const NamedEntities *known, ShortRange words)
{
    size_t mention = analysis_mention_from(known->analysis, words.start);

    if (mention >= known->analysis->mentions.count || known->analysis->mentions.items[mention].range.end > words.end)
        return NO_ENTITY;
    return known->analysis->mentions.items[mention].entity;
}

NamedEntities named_entities_known(Arena *arena, const Analysis *analysis, const Names *names)
{
    NamedEntities known = {analysis, NULL};
    size_t *of_person = nobody(arena, names);

    known.of_person = of_person;
    for (size_t i = 0; i < names->mentions.count; i++) {
        const NamedMention *mention = &names->mentions.items[i];

        if (mention->person != NO_NAMED && of_person[mention->person] == NO_ENTITY)
            of_person[mention->person] = named_entity_at(&known, mention->range);
    }
    return known;
}
