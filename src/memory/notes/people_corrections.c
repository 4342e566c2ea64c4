/*
 * Every change is one of mentions: they go over to another entity, and an entity without a mention is none any more. What an entity is called and
 * how often it is named is told by the mentions that it has at the end.
 *
 *     found         Signe Aldous 4 (= Aldous), Captain 2
 *     corrected     Captain is the same as Signe Aldous → Signe Aldous 6 (= Aldous, Captain)
 *     corrected     Aldous is apart from Signe Aldous   → Signe Aldous 1, Aldous 3; whom “he said” of the four means, tells the last
 *                                                         mention before it
 */
#include "memory/notes/people_corrections.h"

#include <stdlib.h>

#include "base/lower_bound.h"

static const char merged_by_reader[] = "reader";

typedef struct Changing {
    Arena *arena;
    Analysis *analysis;
    uint32_t *now; /* before they are sorted */
    bool *split;
    size_t found_count;
} Changing;

/* ---- names ---- */

#define NO_ALIAS SIZE_MAX

static size_t alias_named(const Entity *entity, Text name)
{
    const EntityDetails *details = entity_details(entity);

    for (size_t i = 0; i < details->aliases.count; i++) {
        if (text_equal_ignoring_case(details->aliases.items[i].name, name))
            return i;
    }
    return NO_ALIAS;
}

static bool has_alias(const Entity *entity, Text name)
{
    return alias_named(entity, name) != NO_ALIAS;
}

/* By its own name rather than by another's. */
size_t entity_named(const Analysis *analysis, Text name)
{
    size_t known = NO_ENTITY;

    for (size_t i = 0; i < analysis->entities.count; i++) {
        const Entity *entity = &analysis->entities.items[i];

        if (text_equal_ignoring_case(entity->name, name))
            return i;
        if (known == NO_ENTITY && has_alias(entity, name))
            known = i;
    }
    return known;
}

/* Details of the analysis are never written to: what was found stays. A copy that the entity has from now on, but for the alias `without`. */
static EntityDetails *copy_details(Arena *arena, Entity *entity, size_t without)
{
    EntityDetails *copy = ARENA_NEW(arena, EntityDetails);
    const EntityDetails *found = entity_details(entity);

    *copy = *found;
    memset(&copy->aliases, 0, sizeof copy->aliases);
    for (size_t i = 0; i < found->aliases.count; i++) {
        if (i != without)
            ARRAY_PUSH(arena, copy->aliases, found->aliases.items[i]);
    }
    entity->details = copy;
    return copy;
}

static void add_alias(Arena *arena, Entity *entity, Alias added)
{
    EntityDetails *details;

    if (text_equal_ignoring_case(entity->name, added.name) || has_alias(entity, added.name))
        return;
    details = copy_details(arena, entity, NO_ALIAS);
    ARRAY_PUSH(arena, details->aliases, added);
}

/* Its fullest other name becomes its name. False: it has no other. */
static bool lose_name(Arena *arena, Entity *entity)
{
    const EntityDetails *details = entity_details(entity);
    size_t best = 0;

    if (details->aliases.count == 0)
        return false;
    for (size_t i = 1; i < details->aliases.count; i++) {
        if (details->aliases.items[i].name.size > details->aliases.items[best].name.size)
            best = i;
    }
    entity->name = details->aliases.items[best].name;
    (void)copy_details(arena, entity, best);
    return true;
}

/* ---- one change ---- */

static uint32_t new_entity(Changing *changing, Text name, const Entity *of)
{
    Entity fresh = {.type = of->type, .name = arena_copy(changing->arena, name), .confidence = of->confidence};

    ARRAY_PUSH(changing->analysis->arena, changing->analysis->entities, fresh);
    return (uint32_t)changing->analysis->entities.count - 1;
}

static void mark_split(Changing *changing, size_t mention)
{
    changing->split[changing->analysis->found_mentions[mention].entity] = true;
}

static bool is_form(Arena *arena, const Analysis *analysis, const Mention *mention, Text name)
{
    Text form = text_slice(analysis->article->text, range_widen(mention->range));

    return text_equal_ignoring_case(arena_on_one_line(arena, form), name);
}

/* The mentions of an entity by that form become those of a new one. */
static void separate(Changing *changing, Text name, Text of)
{
    Analysis *analysis = changing->analysis;
    size_t whole = entity_named(analysis, of), alias;
    uint32_t part;

    if (whole == NO_ENTITY)
        return;
    alias = alias_named(&analysis->entities.items[whole], name);
    if (alias != NO_ALIAS)
        (void)copy_details(changing->arena, &analysis->entities.items[whole], alias);
    else if (!text_equal_ignoring_case(analysis->entities.items[whole].name, name) ||
             !lose_name(changing->arena, &analysis->entities.items[whole]))
        return;
    part = new_entity(changing, name,
                      &(Entity){.type = analysis->entities.items[whole].type,
                                .confidence = analysis->entities.items[whole].confidence});
    for (size_t i = 0; i < analysis->mentions.count; i++) {
        if (analysis->mentions.items[i].entity == whole &&
            is_form(changing->arena, analysis, &analysis->mentions.items[i], name)) {
            mark_split(changing, i);
            analysis->mentions.items[i].entity = part;
        }
    }
}

/* What is mentioned in a passage is of whom the reader names. */
static void move_mention(Changing *changing, Range passage, Text name)
{
    Analysis *analysis = changing->analysis;

    for (size_t i = analysis_mention_from(analysis, passage.start); i < analysis->mentions.count; i++) {
        Mention *mention = &analysis->mentions.items[i];
        size_t whose = entity_named(analysis, name);

        if (mention->range.start >= passage.end)
            return;
        mark_split(changing, i);
        if (whose == NO_ENTITY)
            whose = new_entity(
                changing, name,
                &(Entity){.type = analysis->entities.items[mention->entity].type, .confidence = mention->confidence});
        mention->entity = (uint32_t)whose;
        mention->doubtful = false;
    }
}

static void absorb(Changing *changing, size_t whole, size_t part)
{
    Analysis *analysis = changing->analysis;
    Entity *entity = &analysis->entities.items[whole];
    const Entity *other = &analysis->entities.items[part];
    const EntityDetails *details = entity_details(other);

    add_alias(changing->arena, entity, (Alias){.name = other->name, .merged_by = merged_by_reader});
    for (size_t i = 0; i < details->aliases.count; i++)
        add_alias(changing->arena, entity, details->aliases.items[i]);
    if (entity_details(entity)->role.size == 0 && details->role.size)
        copy_details(changing->arena, entity, NO_ALIAS)->role = details->role;
    entity->gender = entity->gender == GENDER_UNKNOWN ? other->gender : entity->gender;
    entity->doubtful = false;
    for (size_t i = 0; i < analysis->mentions.count; i++) {
        if (analysis->mentions.items[i].entity == part) {
            analysis->mentions.items[i].entity = (uint32_t)whole;
            analysis->mentions.items[i].doubtful = false;
        }
    }
    for (size_t i = 0; i < changing->found_count; i++)
        changing->now[i] = changing->now[i] == part ? (uint32_t)whole : changing->now[i];
}

/* Two are one, by the second name; of one that is not in the article, the first is called so. */
static void join(Changing *changing, Text name, Text same)
{
    Analysis *analysis = changing->analysis;
    size_t part = entity_named(analysis, name), whole = entity_named(analysis, same);

    if (part == NO_ENTITY || part == whole)
        return;
    if (whole == NO_ENTITY) {
        Alias before = {.name = analysis->entities.items[part].name, .merged_by = merged_by_reader};

        analysis->entities.items[part].name = arena_copy(changing->arena, same);
        add_alias(changing->arena, &analysis->entities.items[part], before);
        return;
    }
    absorb(changing, whole, part);
}

/* What a name is. The reader does not doubt it, whatever the article's file says. */
static void set_kind(Changing *changing, Text name, Text kind)
{
    Analysis *analysis = changing->analysis;
    size_t index = entity_named(analysis, name);
    EntityType type = entity_type_named(kind);
    Entity *entity;

    if (index == NO_ENTITY || type == ENTITY_TYPE_COUNT)
        return;
    entity = &analysis->entities.items[index];
    entity->type = (unsigned char)type;
    entity->confidence = 100;
    entity->doubtful = false;
    if (entity_details(entity)->given)
        copy_details(changing->arena, entity, NO_ALIAS)->given = NULL;
    for (size_t i = 0; i < analysis->mentions.count; i++) {
        if (analysis->mentions.items[i].entity == index) {
            analysis->mentions.items[i].confidence = 100;
            analysis->mentions.items[i].doubtful = false;
        }
    }
}

static void change_all(Changing *changing, const PlacedNotes *people)
{
    for (size_t i = 0; i < people->count; i++) {
        const PlacedNote *person = &people->items[i];
        Text name = note_field(&person->note, NOTE_NAME);

        if (i >= people->first_there && i < people->end_there && note_field(&person->note, NOTE_SAME).size)
            move_mention(changing, person->place.range, note_field(&person->note, NOTE_SAME));
        else if (name.size && note_field(&person->note, NOTE_APART).size)
            separate(changing, name, note_field(&person->note, NOTE_APART));
    }
    for (size_t i = 0; i < people->first_there; i++) {
        const Note *note = &people->items[i].note;

        if (note_field(note, NOTE_NAME).size && note_field(note, NOTE_SAME).size)
            join(changing, note_field(note, NOTE_NAME), note_field(note, NOTE_SAME));
    }
    for (size_t i = 0; i < people->first_there; i++) {
        const Note *note = &people->items[i].note;

        if (note_field(note, NOTE_NAME).size && note_field(note, NOTE_KIND).size)
            set_kind(changing, note_field(note, NOTE_NAME), note_field(note, NOTE_KIND));
    }
}

/* ---- the list ---- */

static void count_mentions(Analysis *analysis)
{
    for (size_t i = 0; i < analysis->entities.count; i++)
        analysis->entities.items[i].mention_count = 0;
    for (size_t i = 0; i < analysis->mentions.count; i++) {
        Entity *entity = &analysis->entities.items[analysis->mentions.items[i].entity];

        if (entity->mention_count++ == 0)
            entity->first_mention = (uint32_t)i;
    }
}

/* As the analysis sorts them; those without a mention at the end. */
static int compare_entities(const void *left, const void *right)
{
    const Entity *a = left, *b = right;

    if ((a->mention_count == 0) != (b->mention_count == 0))
        return a->mention_count == 0 ? 1 : -1;
    if (a->type != b->type)
        return a->type < b->type ? -1 : 1;
    if (a->mention_count != b->mention_count)
        return a->mention_count > b->mention_count ? -1 : 1;
    return (a->first_mention > b->first_mention) - (a->first_mention < b->first_mention);
}

/* An entity is known again by its first mention. One without any has a place that nobody is at. */
static void sort_entities(Changing *changing)
{
    Analysis *analysis = changing->analysis;
    uint32_t *place = ARENA_ARRAY(changing->arena, uint32_t, analysis->entities.count + 1);
    size_t count = 0;

    memset(place, 0xFF, (analysis->entities.count + 1) * sizeof *place);
    qsort(analysis->entities.items, analysis->entities.count, sizeof *analysis->entities.items, compare_entities);
    while (count < analysis->entities.count && analysis->entities.items[count].mention_count) {
        place[analysis->mentions.items[analysis->entities.items[count].first_mention].entity] = (uint32_t)count;
        count++;
    }
    analysis->entities.count = count;
    for (size_t i = 0; i < analysis->mentions.count; i++)
        analysis->mentions.items[i].entity = place[analysis->mentions.items[i].entity];
    for (size_t i = 0; i < changing->found_count; i++)
        changing->now[i] = place[changing->now[i]];
}

/* ---- all of it ---- */

static void keep_found(Analysis *analysis)
{
    Entity *entities = ARENA_ARRAY(analysis->arena, Entity, analysis->entities.count + 1);
    Mention *mentions = ARENA_ARRAY(analysis->arena, Mention, analysis->mentions.count + 1);

    if (analysis->entities.count)
        memcpy(entities, analysis->entities.items, analysis->entities.count * sizeof *entities);
    if (analysis->mentions.count)
        memcpy(mentions, analysis->mentions.items, analysis->mentions.count * sizeof *mentions);
    analysis->found_entities = entities;
    analysis->found_entity_count = analysis->entities.count;
    analysis->found_mentions = mentions;
}

static void restore(Analysis *analysis)
{
    analysis->entities.count = 0;
    for (size_t i = 0; i < analysis->found_entity_count; i++)
        ARRAY_PUSH(analysis->arena, analysis->entities, analysis->found_entities[i]);
    if (analysis->mentions.count)
        memcpy(analysis->mentions.items, analysis->found_mentions,
               analysis->mentions.count * sizeof *analysis->mentions.items);
}

/* The mentions of each entity that was found. */
static void list_mentions(const Changing *changing, PeopleChanges *changes)
{
    const Analysis *analysis = changing->analysis;
    uint32_t *first = ARENA_ARRAY(changing->arena, uint32_t, changing->found_count + 1);
    uint32_t *listed = ARENA_ARRAY(changing->arena, uint32_t, changing->found_count + 1);
    uint32_t *mentions = ARENA_ARRAY(changing->arena, uint32_t, analysis->mentions.count + 1);

    for (size_t i = 0; i < changing->found_count; i++)
        first[i + 1] = first[i] + analysis->found_entities[i].mention_count;
    for (size_t i = 0; i < analysis->mentions.count; i++) {
        uint32_t entity = analysis->found_mentions[i].entity;

        mentions[first[entity] + listed[entity]++] = (uint32_t)i;
    }
    changes->first = first;
    changes->mentions = mentions;
}

PeopleChanges people_correct(Arena *arena, Analysis *analysis, const PlacedNotes *people)
{
    Changing changing = {.arena = arena, .analysis = analysis};
    PeopleChanges changes = {.people = people};

    if (!analysis->found_entities && people->count == 0)
        return changes;
    if (!analysis->found_entities)
        keep_found(analysis);
    restore(analysis);
    if (people->count == 0)
        return changes;
    changing.found_count = analysis->found_entity_count;
    changing.now = ARENA_ARRAY(arena, uint32_t, changing.found_count + 1);
    changing.split = ARENA_ARRAY(arena, bool, changing.found_count + 1);
    for (size_t i = 0; i < changing.found_count; i++)
        changing.now[i] = (uint32_t)i;
    change_all(&changing, people);
    count_mentions(analysis);
    sort_entities(&changing);
    changes.now = changing.now;
    changes.split = changing.split;
    list_mentions(&changing, &changes);
    return changes;
}

bool people_are_corrected(const Analysis *analysis)
{
    if (!analysis->found_entities)
        return false;
    if (analysis->found_entity_count != analysis->entities.count)
        return true;
    for (size_t i = 0; i < analysis->mentions.count; i++) {
        const Entity *now = &analysis->entities.items[analysis->mentions.items[i].entity];
        const Entity *found = &analysis->found_entities[analysis->found_mentions[i].entity];

        if (now->type != found->type || !text_equal(now->name, found->name))
            return true;
    }
    return false;
}

/* ---- speakers ---- */

/* Of the mentions of an entity that is several now: the one that a quotation names, else the last before it, else the first of all. */
static size_t mention_of(const Analysis *analysis, const PeopleChanges *changes, const Quote *quote, size_t entity)
{
    size_t at = range_is_empty(range_widen(quote->source->mention)) ? quote->range.start : quote->source->mention.end;
    const uint32_t *mentions = changes->mentions + changes->first[entity];
    size_t count = changes->first[entity + 1] - changes->first[entity], behind;

    LOWER_BOUND(behind, count, analysis->mentions.items[mentions[behind]].range.start < at);
    return count ? mentions[behind ? behind - 1 : 0] : NO_INDEX;
}

static size_t entity_now(const Analysis *analysis, const PeopleChanges *changes, const Quote *quote, size_t found)
{
    size_t mention = changes->split[found] ? mention_of(analysis, changes, quote, found) : NO_INDEX;

    if (mention != NO_INDEX)
        return analysis->mentions.items[mention].entity;
    return changes->now[found] < analysis->entities.count ? changes->now[found] : NO_ENTITY;
}

/* "the captain", whom no name in the text is of: one that the reader has joined with somebody. */
static size_t entity_of_phrase(const Analysis *analysis, const PlacedNotes *people, Text phrase)
{
    for (size_t i = 0; i < people->first_there; i++) {
        const Note *note = &people->items[i].note;

        if (note_field(note, NOTE_SAME).size && text_equal_ignoring_case(note_field(note, NOTE_NAME), phrase))
            return entity_named(analysis, note_field(note, NOTE_SAME));
    }
    return NO_ENTITY;
}

static void add_speaker(QuoteSource *source, Speaker *speakers, Speaker speaker)
{
    for (size_t i = 0; i < source->speaker_count; i++) {
        if (speaker.entity != NO_ENTITY && speakers[i].entity == speaker.entity)
            return;
    }
    speakers[source->speaker_count++] = speaker;
}

Quote people_corrected_quote(Arena *arena, const Analysis *analysis, const PeopleChanges *changes, const Quote *found)
{
    Quote quote = *found;
    QuoteSource *source;
    Speaker *speakers;

    if (!changes->now || found->source->speaker_count == 0)
        return quote;
    source = ARENA_NEW(arena, QuoteSource);
    *source = *found->source;
    speakers = ARENA_ARRAY(arena, Speaker, source->speaker_count);
    source->speaker_count = 0;
    for (size_t i = 0; i < found->source->speaker_count; i++) {
        Speaker speaker = found->source->speakers[i];

        speaker.entity = speaker.entity == NO_ENTITY ? entity_of_phrase(analysis, changes->people, speaker.name)
                                                     : entity_now(analysis, changes, found, speaker.entity);
        if (speaker.entity != NO_ENTITY)
            speaker.name = analysis->entities.items[speaker.entity].name;
        add_speaker(source, speakers, speaker);
    }
    source->speakers = speakers;
    quote.source = source;
    return quote;
}
