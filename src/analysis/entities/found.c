/*
 * The names are those that the article gives, or else those of the scan. Names and people of the registry come as two lists of mentions,
 * each in the order of the text; they are merged as sorted lists are, what was lost to a longer name left out.
 */
#include "analysis/entities/found.h"

#include "analysis/entities/birth_names.h"
#include "analysis/names/name_kinds.h"
#include "analysis/merging/name_merge.h"
#include "analysis/names/tagged/name_tags.h"

/* Of a hundred so many are right (measured on news and on encyclopedia sentences). */
enum {
    CONFIDENCE_GIVEN = 100,
    CONFIDENCE_PERSON_AGREED = 90,
    CONFIDENCE_PERSON_SURE = 75,
    CONFIDENCE_PERSON_SURE_BY_RULES = 95, /* who speaks, where no model says anything */
    CONFIDENCE_PERSON_ALONE = 50,
    CONFIDENCE_NAME_BY_RULES = 60
};

/* ---- names and people together ---- */

/* Why a mention of a person is one. */
static MergeRule person_rule(const EntityWork *work, const PersonMention *mention)
{
    const Person *person = &work->input.persons.items[mention->person];

    return person->by_office ? MERGE_OFFICE
                             : merge_rule_of_person(text_slice(work->input.article->text, range_widen(mention->range)),
                                                    person_name(person));
}

/* When rules are left out: mentions of people that only these make theirs become names. */
static void detach_people(EntityWork *work)
{
    NameTable *table = &work->scan.table;
    const EntityInput *input = &work->input;

    work->detached = ARENA_ARRAY(work->arena, uint32_t, input->persons.mention_count + 1);
    for (size_t i = 0; i < input->persons.mention_count; i++) {
        const PersonMention *mention = &input->persons.mentions[i];
        bool out = work->left_out.merge_rules >> person_rule(work, mention) & 1;

        work->detached[i] =
            out ? name_enter(table, text_slice(input->article->text, range_widen(mention->range))) : NO_NAME;
        if (work->detached[i] != NO_NAME)
            name_add_weight(&table->names.items[work->detached[i]], ENTITY_PERSON, WEIGHT_KNOWN);
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
        uint32_t name = mentions[i] ? name_enter(table, person_name(&input->persons.items[i])) : NO_NAME;

        name_of_person[i] = name;
        if (name == NO_NAME)
            continue;
        name_add_weight(&table->names.items[name], ENTITY_PERSON, WEIGHT_KNOWN * mentions[i]);
        if (table->names.items[name].person == NO_PERSON)
            table->names.items[name].person = (int32_t)i;
        table->names.items[name].titled |= input->persons.items[i].titled;
    }
}

/* Who speaks and is nobody: "IMF" was taken for a person by the registry, and is what the tagger makes of the name. */
static uint32_t name_of_nobody(const EntityWork *work, size_t person)
{
    const NameTable *table = &work->scan.table;
    uint32_t name = name_find_spelled(table, person_name(&work->input.persons.items[person]));

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

/* Without a model: of the open news's names that the rules find so many are right, by kind. */
static unsigned char confidence_by_rules(const EntityWork *work, const NameMention *mention)
{
    static const unsigned char confidences[ENTITY_TYPE_COUNT] = {
        [ENTITY_PERSON] = 50, [ENTITY_ORGANIZATION] = 75, [ENTITY_PLACE] = 90, [ENTITY_MISC] = CONFIDENCE_NAME_BY_RULES};
    unsigned type = work->scan.table.names.items[mention->name].type;

    return work->labels || work->tagging || type >= ENTITY_TYPE_COUNT ? CONFIDENCE_NAME_BY_RULES : confidences[type];
}

static Found found_name(EntityWork *work, const NameMention *mention)
{
    NameTable *table = &work->scan.table;

    return (Found){.range = range_widen(mention->range),
                   .name = mention->name,
                   .number = work->number_of_name[name_root(table, mention->name)],
                   .confidence = mention->confidence ? mention->confidence : confidence_by_rules(work, mention),
                   .doubtful = table->names.items[mention->name].doubtful};
}

/* What the registry and the tagger agree on is surer than what one of them says alone. */
static unsigned char person_confidence(const EntityWork *work, size_t index)
{
    unsigned char tagger = work->scan.confidence[index];
    bool sure = work->input.person_sure[work->input.persons.mentions[index].person];

    if (tagger)
        return sure && tagger < CONFIDENCE_PERSON_AGREED ? CONFIDENCE_PERSON_AGREED : tagger;
    if (sure)
        return work->labels || work->tagging ? CONFIDENCE_PERSON_SURE : CONFIDENCE_PERSON_SURE_BY_RULES;
    return CONFIDENCE_PERSON_ALONE;
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
    uint32_t name =
        range_is_empty(range) ? NO_NAME : name_find_spelled(table, text_slice(work->input.article->text, range));

    if (name == NO_NAME || table->names.items[name].type == ENTITY_TYPE_COUNT)
        return false;
    *found = (Found){.range = range,
                     .name = name,
                     .number = work->number_of_name[name_root(table, name)],
                     .confidence = CONFIDENCE_NAME_BY_RULES,
                     .doubtful = table->names.items[name].doubtful};
    return true;
}

void found_settle(EntityWork *work)
{
    birth_names_find(work);
    if (work->labels || work->tagging) {
        name_tags_finish(&work->scan);
        name_kinds_weigh(&work->scan, &work->input.persons, work->input.person_sure,
                         work->tagging ? work->left_out.kind_rules : UINT32_MAX);
    }
}

/* Names and people in their sets, and the sets with numbers. */
static void join_found(EntityWork *work)
{
    NameScan *scan = &work->scan;
    Arena *scratch = arena_within(work->arena);
    uint32_t *name_of_person = ARENA_ARRAY(scratch, uint32_t, work->input.persons.count + 1);

    if (work->left_out.merge_rules)
        detach_people(work);
    enter_people(work, scratch, name_of_person);
    birth_names_note(work, name_of_person);
    names_merge(&scan->table, scratch, work->left_out.merge_rules);
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
        given_of[i] = given_names_find(&work->given, person_name(&input->persons.items[i]));
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

/* ---- one mention after the other ---- */

static bool find_name(EntityWork *work, FoundStream *stream)
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

static bool find_person(EntityWork *work, FoundStream *stream)
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

bool found_next(EntityWork *work, FoundStream *stream, Found *found)
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

size_t found_join(EntityWork *work)
{
    const Article *article = work->input.article;

    if (article->entities_given)
        work->given_of = match_people(work);
    else
        join_found(work);
    return work->input.persons.count +
           (article->entities_given ? article->entities.count : work->scan.table.names.count);
}
