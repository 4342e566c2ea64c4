/*
 * Names and people of the registry become one list of entities. The names are those that the article gives, or else those of the scan.
 * Both kinds come as mentions in the order of the text; they are merged as two sorted lists are, what was lost to a longer name left
 * out. An entity has a number meanwhile: people first, by their index, then names. Then each gets its fullest form as its name, the
 * others as aliases, and the list its order: by type, by count, by first mention.
 */
#include "analysis/entities/entities.h"

#include <stdlib.h>
#include <string.h>

#include "analysis/entities/alias_index.h"
#include "analysis/entities/given_names.h"
#include "analysis/entities/nationalities.h"
#include "analysis/names/name_merge.h"
#include "analysis/names/name_scan.h"
#include "analysis/names/name_tags.h"
#include "analysis/tags/tagger.h"
#include "analysis/words/lexicon.h"

/* Of a hundred so many are right (measured on news and on encyclopedia sentences). */
enum {
    CONFIDENCE_GIVEN = 100,
    CONFIDENCE_PERSON_AGREED = 90,
    CONFIDENCE_PERSON_SURE = 75,
    CONFIDENCE_PERSON_ALONE = 50,
    CONFIDENCE_NAME_BY_RULES = 60
};

/* A mention, and why it is one of its entity's. */
typedef struct Found {
    Range range;
    size_t number;  /* of the entity */
    uint32_t name;  /* of the table; NO_NAME: it is a person's, of the registry, or given */
    size_t person;
    unsigned char confidence;
    bool doubtful;
} Found;

/* A form of a name, and why it is one of the entity's. */
typedef struct Form {
    Text name;
    MergeRule rule;
    bool doubtful;
} Form;

/* The same of the form that an entity was met by, as long as it has no other: then it is its name, and no alias. */
typedef struct OnlyForm {
    unsigned char rule;
    bool doubtful;
} OnlyForm;

struct EntityWork {
    Arena *arena;
    EntityInput input;
    NameScan scan;
    TagText tags;
    TagMemo *memo;
    unsigned char *labels; /* of names that somebody else has found, one for each token; NULL: nobody has */
    Arena *scratch;        /* of the tagger's labels, while they are looked at */
    GivenNames given;
    const size_t *given_of; /* for each person of the registry: index into article->entities, or NOT_GIVEN; NULL: none are given */
    uint32_t left_out; /* merge rules, as bits */
    uint32_t *detached; /* for each mention of a person: its name, when the rule that makes it hers is left out; NULL: none is */
    uint32_t *number_of_person, *number_of_name; /* of their entities; of names that are found, by their roots */
    AliasIndex aliases; /* of analysis->entities, by their places before they are sorted; so too: */
    ARRAY(OnlyForm) only_forms;
};

EntityWork *entities_new(Arena *arena, const EntityInput *input)
{
    EntityWork *work = ARENA_NEW(arena, EntityWork);

    work->arena = arena;
    work->input = *input;
    work->aliases.arena = arena;
    work->scan = (NameScan){
        .arena = arena,
        .article = input->article,
        .tokens = input->tokens,
        .token_count = input->tokens->tokens.count,
        .people = input->persons.mentions,
        .people_count = input->persons.mention_count,
        .lost = ARENA_ARRAY(arena, bool, input->persons.mention_count + 1),
        .seen = ARENA_ARRAY(arena, bool, input->persons.mention_count + 1),
        .tagged = ARENA_ARRAY(arena, ShortRange, input->persons.mention_count + 1),
        .confidence = ARENA_ARRAY(arena, unsigned char, input->persons.mention_count + 1),
        .votes = ARENA_ARRAY(arena, int, input->persons.count + 1),
        .table = {.arena = arena},
    };
    if (input->article->entities_given)
        given_names_init(&work->given, arena, input->article);
    return work;
}

void entities_use_model(EntityWork *work, const TagModel *model)
{
    if (work->input.article->entities_given)
        return;
    tag_text_begin(&work->tags, work->arena, work->input.tokens, model);
    work->memo = tag_memo_new(work->arena, work->input.tokens->tokens.count);
    work->scratch = arena_within(work->arena);
}

void entities_find_candidates(EntityWork *work, size_t first, size_t end)
{
    if (!work->memo)
        return;
    tag_text_add(&work->tags, first, end);
    if (end == work->input.tokens->tokens.count)
        tag_text_link(&work->tags);
}

void entities_leave_out(EntityWork *work, uint32_t merge_rules, uint32_t features)
{
    work->left_out = merge_rules;
    work->tags.left_out = features;
}

static TagLabel first_label(EntityType type)
{
    static const TagLabel labels[] = {TAG_PERSON, TAG_ORGANIZATION, TAG_PLACE, TAG_MISC};

    return labels[type];
}

void entities_use_names(EntityWork *work, const FoundName *names, size_t count)
{
    const TokenList *tokens = work->input.tokens;
    size_t token = 0, all = tokens->tokens.count;

    work->labels = ARENA_ARRAY(work->arena, unsigned char, all + 1);
    for (size_t i = 0; i < count; i++) {
        TagLabel label = first_label(names[i].type);

        while (token < all && token_end(tokens, token) <= names[i].range.start)
            token++;
        for (; token < all && token_start(tokens, token) < names[i].range.end; token++) {
            work->labels[token] = (unsigned char)label;
            label = first_label(names[i].type) + 1;
        }
    }
}

/* Tag the tokens [first, end) and look at the names. */
static void scan_tags(EntityWork *work, size_t first, size_t end)
{
    unsigned char *labels = ARENA_ARRAY(work->scratch, unsigned char, end - first + 1);
    int32_t *margins = ARENA_ARRAY(work->scratch, int32_t, end - first + 1);

    tag_text_look(&work->tags, first, end);
    tagger_run(&work->tags, first, end, work->memo, labels, margins);
    name_tags_scan(&work->scan, &(NameTags){labels, margins, first}, first, end);
    arena_reset(work->scratch);
}

void entities_scan(EntityWork *work, size_t first, size_t end)
{
    if (work->input.article->entities_given) {
        given_names_scan(&work->given, work->input.tokens, first, end);
    } else if (work->labels) {
        name_tags_scan(&work->scan, &(NameTags){.labels = work->labels}, first, end);
    } else if (work->memo) {
        scan_tags(work, first, end);
    } else {
        name_scan_tokens(&work->scan, first, end);
    }
}

/* ---- Names ---- */

static bool has_small_letter(Text form)
{
    for (size_t i = 0; i < form.size; i++) {
        if (ascii_is_lower(form.bytes[i]))
            return true;
    }
    return false;
}

static bool has_only_form(const Entity *entity)
{
    return !entity->given && entity->aliases.count == 0 && entity->name.size;
}

static Text *known_form(const EntityWork *work, Entity *entity, size_t number, Text name)
{
    Alias *alias;

    if (has_only_form(entity))
        return text_equal_ignoring_case(entity->name, name) ? &entity->name : NULL;
    alias = alias_index_find(&work->aliases, entity, number, name);
    return alias ? &alias->name : NULL;
}

static void add_alias(EntityWork *work, Arena *arena, Entity *entity, size_t number, Form form)
{
    alias_index_add(&work->aliases, arena, entity, number, (Alias){form.name, merge_rule_info(form.rule)->name, form.doubtful});
}

/*
 * Note a form of the name of the entity of that number, in the arena of the analysis. Most entities have no other; where there are several, all of
 * them are aliases until the fullest is chosen. "HESSEL" in a dateline is "Hessel".
 */
static void add_form(EntityWork *work, Arena *arena, Entity *entity, size_t number, Form form)
{
    Text *known = known_form(work, entity, number, form.name);

    if (known) {
        *known = has_small_letter(*known) ? *known : form.name;
        return;
    }
    if (!entity->given && !entity->name.size) {
        entity->name = form.name;
        ARRAY_PUSH(work->arena, work->only_forms, ((OnlyForm){(unsigned char)form.rule, form.doubtful}));
        return;
    }
    if (has_only_form(entity)) {
        const OnlyForm *only = &work->only_forms.items[number];

        add_alias(work, arena, entity, number, (Form){entity->name, (MergeRule)only->rule, only->doubtful});
    }
    add_alias(work, arena, entity, number, form);
}

static bool in_capitals_only(Text form)
{
    return form.size > 8 && !has_small_letter(form);
}

/* Take the fullest form as the name and out of the aliases; a form in capitals, from a headline, only when there is no other. */
static void choose_name(Entity *entity)
{
    size_t best = 0;

    if (has_only_form(entity))
        return;
    for (size_t i = 1; i < entity->aliases.count; i++) {
        Text form = entity->aliases.items[i].name, name = entity->aliases.items[best].name;

        if (in_capitals_only(form) != in_capitals_only(name) ? in_capitals_only(name) : form.size > name.size)
            best = i;
    }
    entity->name = entity->aliases.items[best].name;
    entity->aliases.count--;
    memmove(entity->aliases.items + best, entity->aliases.items + best + 1,
            (entity->aliases.count - best) * sizeof *entity->aliases.items);
}

/* ---- Mentions that count ---- */

/* Why a mention of a person is one. */
static MergeRule person_rule(const EntityWork *work, const PersonMention *mention)
{
    const Person *person = &work->input.persons.items[mention->person];

    return person->by_office ? MERGE_OFFICE
                             : merge_rule_of_person(text_slice(work->input.article->text, range_widen(mention->range)), person->name);
}

/* When rules are left out: mentions of people that only these make theirs become names. */
static void detach_people(EntityWork *work)
{
    NameTable *table = &work->scan.table;
    const EntityInput *input = &work->input;

    work->detached = ARENA_ARRAY(work->arena, uint32_t, input->persons.mention_count + 1);
    for (size_t i = 0; i < input->persons.mention_count; i++) {
        const PersonMention *mention = &input->persons.mentions[i];
        bool out = work->left_out >> person_rule(work, mention) & 1;

        work->detached[i] =
            out ? name_enter(table, text_slice(input->article->text, range_widen(mention->range))) : NO_NAME;
        if (work->detached[i] != NO_NAME)
            table->names.items[work->detached[i]].weight[ENTITY_PERSON] += WEIGHT_KNOWN;
    }
}

/* The names of people go into the table of names too, so that the rules find what else they are called. */
static void enter_people(EntityWork *work, Arena *scratch, uint32_t *name_of_person)
{
    NameTable *table = &work->scan.table;
    const EntityInput *input = &work->input;
    unsigned *mentions = ARENA_ARRAY(scratch, unsigned, input->persons.count + 1);

    for (size_t i = 0; i < input->persons.mention_count; i++)
        mentions[input->persons.mentions[i].person] += !work->scan.lost[i];
    for (size_t i = 0; i < input->persons.count; i++) {
        uint32_t name = mentions[i] ? name_enter(table, input->persons.items[i].name) : NO_NAME;

        name_of_person[i] = name;
        if (name == NO_NAME)
            continue;
        table->names.items[name].weight[ENTITY_PERSON] += WEIGHT_KNOWN * mentions[i];
        if (table->names.items[name].person == NO_PERSON)
            table->names.items[name].person = (int32_t)i;
        table->names.items[name].titled |= input->persons.items[i].titled;
    }
}

/* Who speaks and is nobody: "IMF" was taken for a person by the registry, and is what the tagger makes of the name. */
static uint32_t name_of_nobody(const EntityWork *work, size_t person)
{
    const NameTable *table = &work->scan.table;
    uint32_t name = name_find_spelled(table, work->input.persons.items[person].name);

    return name == NO_NAME || table->names.items[name].type == ENTITY_TYPE_COUNT ? NO_NAME : name;
}

/* An entity's number is that of its first person, or its name's behind those of all people. */
static void number_entities(EntityWork *work, const uint32_t *name_of_person)
{
    NameTable *table = &work->scan.table;
    uint32_t people = (uint32_t)work->input.persons.count;

    work->number_of_person = ARENA_ARRAY(work->arena, uint32_t, people + 1);
    work->number_of_name = ARENA_ARRAY(work->arena, uint32_t, table->names.count + 1);
    for (uint32_t i = 0; i < table->names.count; i++)
        work->number_of_name[i] = people + i;
    for (uint32_t i = people; i-- > 0;) {
        if (name_of_person[i] != NO_NAME)
            work->number_of_name[name_root(table, name_of_person[i])] = i;
    }
    for (uint32_t i = 0; i < people; i++) {
        uint32_t name = name_of_person[i] == NO_NAME ? name_of_nobody(work, i) : name_of_person[i];

        work->number_of_person[i] = name == NO_NAME ? i : work->number_of_name[name_root(table, name)];
    }
}

static Found found_name(EntityWork *work, const NameMention *mention)
{
    NameTable *table = &work->scan.table;

    return (Found){.range = range_widen(mention->range),
                   .name = mention->name,
                   .number = work->number_of_name[name_root(table, mention->name)],
                   .confidence = mention->confidence ? mention->confidence : CONFIDENCE_NAME_BY_RULES,
                   .doubtful = table->names.items[mention->name].doubtful};
}

/* What the registry and the tagger agree on is surer than what one of them says alone. */
static unsigned char person_confidence(const EntityWork *work, size_t index)
{
    unsigned char tagger = work->scan.confidence[index];
    bool sure = work->input.person_sure[work->input.persons.mentions[index].person];

    if (tagger)
        return sure && tagger < CONFIDENCE_PERSON_AGREED ? CONFIDENCE_PERSON_AGREED : tagger;
    return sure ? CONFIDENCE_PERSON_SURE : CONFIDENCE_PERSON_ALONE;
}

static Found found_person(EntityWork *work, size_t index)
{
    const PersonMention *mention = &work->input.persons.mentions[index];
    Range tagged = range_widen(work->scan.tagged[index]);
    Found found = {.range = range_is_empty(tagged) ? range_widen(mention->range) : tagged,
                   .name = NO_NAME,
                   .person = mention->person,
                   .number = work->number_of_person[mention->person],
                   .confidence = person_confidence(work, index),
                   .doubtful = mention->doubtful};

    if (work->detached && work->detached[index] != NO_NAME) {
        found.name = work->detached[index];
        found.number = work->number_of_name[name_root(&work->scan.table, found.name)];
    }
    return found;
}

/* What the tagger takes for a person here, but most often for something else: it is what its name is. False: nothing. */
static bool find_lost_person(EntityWork *work, Range range, Found *found)
{
    NameTable *table = &work->scan.table;
    uint32_t name = range_is_empty(range) ? NO_NAME : name_find_spelled(table, text_slice(work->input.article->text, range));

    if (name == NO_NAME || table->names.items[name].type == ENTITY_TYPE_COUNT)
        return false;
    *found = (Found){.range = range,
                     .name = name,
                     .number = work->number_of_name[name_root(table, name)],
                     .confidence = CONFIDENCE_NAME_BY_RULES,
                     .doubtful = table->names.items[name].doubtful};
    return true;
}

/* Names and people in their sets, and the sets with numbers. */
static void join_found(EntityWork *work)
{
    NameScan *scan = &work->scan;
    Arena *scratch = arena_within(work->arena);
    uint32_t *name_of_person = ARENA_ARRAY(scratch, uint32_t, work->input.persons.count + 1);

    if (work->labels || work->memo)
        name_tags_finish(scan, work->input.person_sure);
    if (work->left_out)
        detach_people(work);
    enter_people(work, scratch, name_of_person);
    names_merge(&scan->table, scratch, work->left_out);
    number_entities(work, name_of_person);
    arena_release(scratch);
}

static bool is_person(const GivenEntity *given)
{
    return text_equal(given->type, entity_type_name(ENTITY_PERSON));
}

/* Which given person each person of the registry is: the one called by the full name, or by a form that is mentioned. */
static const size_t *match_people(const EntityWork *work)
{
    const EntityInput *input = &work->input;
    size_t *given_of = ARENA_ARRAY(work->arena, size_t, input->persons.count);

    for (size_t i = 0; i < input->persons.count; i++)
        given_of[i] = given_names_find(&work->given, input->persons.items[i].name);
    for (size_t i = 0; i < input->persons.mention_count; i++) {
        const PersonMention *mention = &input->persons.mentions[i];

        if (given_of[mention->person] == NOT_GIVEN)
            given_of[mention->person] =
                given_names_find(&work->given, text_slice(input->article->text, range_widen(mention->range)));
    }
    for (size_t i = 0; i < input->persons.count; i++) {
        if (given_of[i] != NOT_GIVEN && !is_person(&input->article->entities.items[given_of[i]]))
            given_of[i] = NOT_GIVEN;
    }
    return given_of;
}

/* ---- One mention after the other ---- */

/* Mentions of names and of people, from one on; each by start. What the article gives is all, people among it by other forms of their names. */
typedef struct Stream {
    size_t next_name, next_person;
    bool has_name, has_person; /* these are found, and not taken yet: */
    Found name, person;
    size_t end; /* of the one taken last */
} Stream;

static bool find_name(EntityWork *work, Stream *stream)
{
    const NameScan *scan = &work->scan;

    if (work->given_of) {
        const GivenMention *mention;

        if (stream->next_name == work->given.mentions.count)
            return false;
        mention = &work->given.mentions.items[stream->next_name++];
        stream->name = (Found){.range = mention->range,
                               .name = NO_NAME,
                               .number = work->input.persons.count + mention->given,
                               .confidence = CONFIDENCE_GIVEN};
        return true;
    }
    while (stream->next_name < scan->mentions.count) {
        const NameMention *mention = &scan->mentions.items[stream->next_name++];

        if (scan->table.names.items[mention->name].type == ENTITY_TYPE_COUNT)
            continue;
        stream->name = found_name(work, mention);
        return true;
    }
    return false;
}

static bool find_person(EntityWork *work, Stream *stream)
{
    const EntityInput *input = &work->input;

    while (stream->next_person < input->persons.mention_count) {
        size_t index = stream->next_person++;
        const PersonMention *mention = &input->persons.mentions[index];

        if (work->given_of) {
            size_t given = work->given_of[mention->person];

            if (given == NOT_GIVEN)
                continue;
            stream->person = (Found){.range = range_widen(mention->range),
                                     .name = NO_NAME,
                                     .number = input->persons.count + given,
                                     .confidence = CONFIDENCE_GIVEN};
        } else if (!work->scan.lost[index]) {
            stream->person = found_person(work, index);
        } else if (!find_lost_person(work, range_widen(work->scan.tagged[index]), &stream->person)) {
            continue;
        }
        return true;
    }
    return false;
}

/* The next mention of all, in the order of the text; those that begin inside another are left out. False: there are no more. */
static bool next_found(EntityWork *work, Stream *stream, Found *found)
{
    do {
        stream->has_name = stream->has_name || find_name(work, stream);
        stream->has_person = stream->has_person || find_person(work, stream);
        if (!stream->has_name && !stream->has_person)
            return false;
        if (stream->has_person && (!stream->has_name || stream->person.range.start <= stream->name.range.start)) {
            *found = stream->person;
            stream->has_person = false;
        } else {
            *found = stream->name;
            stream->has_name = false;
        }
    } while (found->range.start < stream->end);
    stream->end = found->range.end;
    return true;
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
    return (Entity){.type = (unsigned char)given_type(given->type), .name = given->name, .role = given->role, .given = given};
}

static Entity new_entity(const EntityWork *work, const Found *found)
{
    const EntityInput *input = &work->input;
    const Name *names = work->scan.table.names.items;

    if (found->number < input->persons.count)
        return (Entity){.type = ENTITY_PERSON,
                        .role = input->persons.items[found->number].role,
                        .gender = input->persons.items[found->number].gender};
    if (input->article->entities_given)
        return given_entity(&input->article->entities.items[found->number - input->persons.count]);
    return (Entity){.type = (unsigned char)names[found->number - input->persons.count].type, .doubtful = found->doubtful};
}

static MergeRule rule_of(const EntityWork *work, const Found *found, Text form)
{
    if (work->input.article->entities_given)
        return MERGE_GIVEN;
    if (found->name != NO_NAME)
        return (MergeRule)work->scan.table.names.items[found->name].rule;
    return work->input.persons.items[found->person].by_office
               ? MERGE_OFFICE
               : merge_rule_of_person(form, work->input.persons.items[found->person].name);
}

static void note_form(EntityWork *work, Arena *arena, Entity *entity, size_t number, const Found *found, Text form)
{
    Form noted = {arena_on_one_line(arena, form), MERGE_SAME, found->doubtful};

    if (!known_form(work, entity, number, noted.name)) /* the rule only when it is asked for */
        noted.rule = rule_of(work, found, form);
    add_form(work, arena, entity, number, noted);
}

/* The entity of a mention; it is new when `entity_of` has a zero for its number. */
static Entity *entity_of_found(EntityWork *work, Analysis *analysis, const Found *found, uint32_t *entity_of)
{
    if (!entity_of[found->number]) {
        Entity fresh = new_entity(work, found);

        fresh.first_mention = (uint32_t)analysis->mentions.count;
        if (found->number < work->input.persons.count) { /* a headline may have a fuller name */
            Text name = work->input.persons.items[found->number].name;

            add_form(work, analysis->arena, &fresh, analysis->entities.count,
                     (Form){arena_on_one_line(analysis->arena, name), MERGE_SAME, false});
        }
        ARRAY_PUSH(analysis->arena, analysis->entities, fresh);
        entity_of[found->number] = (uint32_t)analysis->entities.count;
    }
    return &analysis->entities.items[entity_of[found->number] - 1];
}

/* Make the entities of the mentions; `entity_of` maps their numbers, of zeroes at first, to 1 + index. */
static void collect_entities(EntityWork *work, Analysis *analysis, uint32_t *entity_of)
{
    Stream stream = {.end = 0};
    Found found;

    while (next_found(work, &stream, &found)) {
        Text form = text_slice(work->input.article->text, found.range);
        Entity *entity = entity_of_found(work, analysis, &found, entity_of);
        Mention mention = {range_shorten(found.range), entity_of[found.number] - 1, found.confidence, found.doubtful};

        ARRAY_PUSH(analysis->arena, analysis->mentions, mention);
        entity->mention_count++;
        entity->confidence = found.confidence > entity->confidence ? found.confidence : entity->confidence;
        if (!entity->given || !text_equal_ignoring_case(form, entity->name))
            note_form(work, analysis->arena, entity, mention.entity, &found, form);
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
static void sort_entities(EntityWork *work, Analysis *analysis, uint32_t *entity_of, size_t count)
{
    uint32_t *place = ARENA_ARRAY(work->arena, uint32_t, analysis->entities.count);

    if (analysis->entities.count == 0)
        return;
    /* A mention's old index is found again by the first mention, which is its entity's own. */
    qsort(analysis->entities.items, analysis->entities.count, sizeof *analysis->entities.items, compare_entities);
    for (uint32_t i = 0; i < analysis->entities.count; i++)
        place[analysis->mentions.items[analysis->entities.items[i].first_mention].entity] = i;
    for (size_t i = 0; i < analysis->mentions.count; i++)
        analysis->mentions.items[i].entity = place[analysis->mentions.items[i].entity];
    for (size_t i = 0; i < count; i++) {
        if (entity_of[i])
            entity_of[i] = place[entity_of[i] - 1] + 1;
    }
}

/* The entity that the speaker's mentions belong to: that of the first of them that counts. */
static void tell_people(const EntityWork *work, const uint32_t *entity_of, size_t *entity_of_person)
{
    const EntityInput *input = &work->input;
    const size_t *given_of = work->given_of;

    for (size_t i = 0; i < input->persons.count; i++) {
        size_t number = !given_of                   ? work->number_of_person[i]
                        : given_of[i] != NOT_GIVEN ? input->persons.count + given_of[i]
                                                   : i;

        entity_of_person[i] = entity_of[number] ? entity_of[number] - 1 : NO_ENTITY;
    }
}

/* ---- Nationalities ---- */

/* The entity of a place that the text calls by this name, or by another that everybody knows; NO_ENTITY: it is not in the text. */
static size_t place_in_text(EntityWork *work, Text place, const uint32_t *entity_of, const uint32_t *name_of_group)
{
    NameTable *table = &work->scan.table;
    FoldedName folded = {.size = 0};
    const LexiconEntry *known;
    uint32_t name;
    size_t entity;

    folded_name_append(&folded, place);
    name = name_find(table, folded_name_text(&folded));
    known = lexicon_find(&folded);
    if (name == NO_NAME && known && known->group && name_of_group[known->group])
        name = name_of_group[known->group] - 1;
    entity = name == NO_NAME ? 0 : entity_of[work->number_of_name[name_root(table, name)]];
    return entity ? entity - 1 : NO_ENTITY;
}

/* "Ukrainian" points to Ukraine, and is no mention of it. */
static void relate_nationalities(EntityWork *work, Analysis *analysis, const uint32_t *entity_of)
{
    const NameTable *table = &work->scan.table;
    uint32_t *name_of_group = ARENA_ARRAY(work->arena, uint32_t, lexicon_group_limit());

    for (uint32_t i = 0; i < table->names.count; i++) {
        if (table->names.items[i].type == ENTITY_PLACE)
            name_of_group[table->names.items[i].group] = i + 1;
    }
    for (size_t i = analysis->entities.count; i-- > 0 && analysis->entities.items[i].type == ENTITY_MISC;) {
        Entity *entity = &analysis->entities.items[i];
        FoldedName folded = {.size = 0};
        Text place;
        size_t found;

        folded_name_append(&folded, entity->name);
        place = nationality_place(folded_name_text(&folded));
        found = place.size ? place_in_text(work, place, entity_of, name_of_group) : NO_ENTITY;
        entity->related = found == NO_ENTITY ? place : analysis->entities.items[found].name;
    }
}

/* The names that the article lists for an entity are its aliases, also those that the text does not use. */
static void add_given_aliases(EntityWork *work, Arena *arena, Entity *entity, size_t number)
{
    for (size_t i = 0; i < entity->given->aliases.count; i++)
        add_form(work, arena, entity, number,
                 (Form){entity->given->aliases.items[i], MERGE_GIVEN, false});
}

void entities_finish(EntityWork *work, Analysis *analysis, size_t *entity_of_person)
{
    const EntityInput *input = &work->input;
    bool given = input->article->entities_given;
    uint32_t *entity_of;
    size_t count;

    if (given)
        work->given_of = match_people(work);
    else
        join_found(work);
    count = input->persons.count + (given ? input->article->entities.count : work->scan.table.names.count);
    entity_of = ARENA_ARRAY(work->arena, uint32_t, count);
    collect_entities(work, analysis, entity_of);
    for (size_t i = 0; i < analysis->entities.count; i++) {
        if (analysis->entities.items[i].given)
            add_given_aliases(work, analysis->arena, &analysis->entities.items[i], i);
        else
            choose_name(&analysis->entities.items[i]);
    }
    sort_entities(work, analysis, entity_of, count);
    if (!given)
        relate_nationalities(work, analysis, entity_of);
    tell_people(work, entity_of, entity_of_person);
}
