/*
 * Each mention belongs to an entity, which is new when its number is met first (found.c). Once all are there, each entity gets its fullest
 * form as its name and the others as aliases, and the list its order: by type, by count, by first mention.
 */
#include "analysis/entities/entities.h"

#include <stdlib.h>
#include <string.h>

#include "analysis/entities/best_form.h"
#include "analysis/entities/found.h"
#include "analysis/entities/related_places.h"
#include "analysis/merging/name_merge.h"
#include "analysis/names/name_scan.h"
#include "analysis/names/tagged/name_tags.h"

/* A form of a name, and why it is one of the entity's. */
typedef struct Form {
    Text name;
    MergeRule rule;
    bool doubtful;
    uint32_t count; /* how often the text uses it: 1, or 0 for what it does not have */
} Form;

EntityWork *entities_new(Arena *arena, const EntityInput *input)
{
    EntityWork *work = ARENA_NEW(arena, EntityWork);
    Arena *names = arena_within(arena), *voting = arena_within(arena);

    work->arena = arena;
    work->names = names;
    work->input = *input;
    work->aliases.arena = names;
    work->scan = (NameScan){
        .arena = names,
        .article = input->article,
        .tokens = input->tokens,
        .token_count = input->tokens->tokens.count,
        .people = input->persons.mentions,
        .people_count = input->persons.mention_count,
        .lost = ARENA_ARRAY(names, bool, input->persons.mention_count + 1),
        .tagged = ARENA_ARRAY(names, ShortRange, input->persons.mention_count + 1),
        .confidence = ARENA_ARRAY(names, unsigned char, input->persons.mention_count + 1),
        .voting = voting,
        .seen = ARENA_ARRAY(voting, bool, input->persons.mention_count + 1),
        .votes = ARENA_ARRAY(voting, int, input->persons.count + 1),
        .person_weight = ARENA_ARRAY(voting, unsigned, input->persons.count + 1),
        .table = {.arena = names},
    };
    if (input->article->entities_given)
        given_names_init(&work->given, arena, input->article);
    return work;
}

void entities_use_model(EntityWork *work, const TagModel *model)
{
    if (work->input.article->entities_given)
        return;
    work->tagging = arena_within(work->arena);
    tag_text_begin(&work->tags, work->tagging, work->input.tokens, model);
    work->memo = tag_memo_new(work->tagging, work->input.tokens->words.count);
    work->scratch = arena_within(work->tagging);
}

void entities_find_candidates(EntityWork *work, size_t first, size_t end)
{
    if (!work->tagging)
        return;
    tag_text_add(&work->tags, first, end);
    if (end == work->input.tokens->tokens.count)
        tag_text_link(&work->tags);
}

void entities_leave_out(EntityWork *work, const LeftOut *left_out)
{
    work->left_out = *left_out;
    work->tags.left_out = left_out->features;
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
    } else if (work->tagging) {
        scan_tags(work, first, end);
    } else {
        name_scan_tokens(&work->scan, first, end);
    }
}

/* ---- Names ---- */

static bool has_only_form(const Entity *entity)
{
    const EntityDetails *details = entity_details(entity);

    return !details->given && details->aliases.count == 0 && entity->name.size;
}

/* A form that the entity has already; the name is NULL when it is new. */
typedef struct KnownForm {
    Text *name;
    Alias *alias;   /* or else */
    OnlyForm *only; /* it is the only one */
} KnownForm;

static KnownForm known_form(const EntityWork *work, Entity *entity, size_t number, Text name)
{
    Alias *alias;

    if (has_only_form(entity))
        return text_equal_ignoring_case(entity->name, name)
                   ? (KnownForm){&entity->name, NULL, &work->only_forms.items[number]}
                   : (KnownForm){NULL, NULL, NULL};
    alias = alias_index_find(&work->aliases, entity, number, name);
    return alias ? (KnownForm){&alias->name, alias, NULL} : (KnownForm){NULL, NULL, NULL};
}

static void count_form(const KnownForm *known, uint32_t count)
{
    if (known->alias)
        known->alias->mention_count += count;
    else if (known->only->count < UINT16_MAX)
        known->only->count = (uint16_t)(known->only->count + count);
}

static void add_alias(EntityWork *work, Arena *arena, Entity *entity, size_t number, Form form)
{
    alias_index_add(&work->aliases, arena, entity, number,
                    (Alias){form.name, merge_rule_info(form.rule)->name, form.count, form.doubtful});
}

/*
 * Note a form of the name of the entity of that number, in the arena of the analysis. Most entities have no other; where there are several, all of
 * them are aliases until the fullest is chosen. "HESSEL" in a dateline is "Hessel".
 */
static void add_form(EntityWork *work, Arena *arena, Entity *entity, size_t number, Form form)
{
    KnownForm known = known_form(work, entity, number, form.name);

    if (known.name) {
        *known.name = text_has_small_letter(*known.name) ? *known.name : form.name;
        count_form(&known, form.count);
        return;
    }
    if (!entity_details(entity)->given && !entity->name.size) {
        entity->name = form.name;
        ARRAY_PUSH(work->names, work->only_forms,
                   ((OnlyForm){(unsigned char)form.rule, form.doubtful, (uint16_t)form.count}));
        return;
    }
    if (has_only_form(entity)) {
        const OnlyForm *only = &work->only_forms.items[number];

        add_alias(work, arena, entity, number, (Form){entity->name, (MergeRule)only->rule, only->doubtful, only->count});
    }
    add_alias(work, arena, entity, number, form);
}

/* The registry's own form of a person's name may have more in it than any full name that was found. */
static void drop_unused_forms(EntityDetails *details)
{
    size_t kept = 0;
    bool full = false;

    for (size_t i = 0; i < details->aliases.count; i++)
        full = full || (details->aliases.items[i].mention_count > 0 &&
                        text_find_byte(details->aliases.items[i].name, ' ', 0) != TEXT_NOT_FOUND);
    for (size_t i = 0; i < details->aliases.count && full; i++) {
        if (details->aliases.items[i].mention_count > 0)
            details->aliases.items[kept++] = details->aliases.items[i];
    }
    details->aliases.count = full ? kept : details->aliases.count;
}

/* Take the best form as the name and out of the aliases. */
static void choose_name(Entity *entity)
{
    EntityDetails *details = entity->details;
    size_t best;

    if (!details || has_only_form(entity))
        return;
    drop_unused_forms(details);
    best = best_form(entity);
    entity->name = details->aliases.items[best].name;
    details->aliases.count--;
    memmove(details->aliases.items + best, details->aliases.items + best + 1,
            (details->aliases.count - best) * sizeof *details->aliases.items);
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

static Entity given_entity(const GivenEntity *given, Arena *arena)
{
    Entity entity = {.type = (unsigned char)given_type(given->type), .name = given->name};
    EntityDetails *details = entity_write_details(arena, &entity);

    details->role = given->role;
    details->given = given;
    return entity;
}

static Entity person_entity(const Person *person, Text text, Arena *arena)
{
    Entity entity = {.type = ENTITY_PERSON, .gender = person->gender};
    Range role = range_widen(person->role);

    if (!range_is_empty(role))
        entity_write_details(arena, &entity)->role = arena_on_one_line(arena, text_slice(text, role));
    return entity;
}

static Entity new_entity(const EntityWork *work, Arena *arena, const Found *found)
{
    const EntityInput *input = &work->input;
    const Name *names = work->scan.table.names.items;

    if (found->number < input->persons.count)
        return person_entity(&input->persons.items[found->number], input->article->text, arena);
    if (input->article->entities_given)
        return given_entity(&input->article->entities.items[found->number - input->persons.count], arena);
    return (Entity){.type = (unsigned char)names[found->number - input->persons.count].type,
                    .doubtful = found->doubtful};
}

/* Why somebody of the registry is one with somebody else of it; MERGE_SAME: nobody else. */
static MergeRule rule_of_joined(const EntityWork *work, const Found *found, Text form)
{
    const NameTable *table = &work->scan.table;
    Text name = person_name(&work->input.persons.items[found->person]);
    uint32_t own = text_equal_ignoring_case(name, form) ? name_find_spelled(table, name) : NO_NAME;

    return own == NO_NAME ? MERGE_SAME : (MergeRule)table->names.items[own].rule;
}

static MergeRule rule_of(const EntityWork *work, const Found *found, Text form)
{
    MergeRule joined;

    if (work->input.article->entities_given)
        return MERGE_GIVEN;
    if (found->name != NO_NAME)
        return (MergeRule)work->scan.table.names.items[found->name].rule;
    if (work->input.persons.items[found->person].by_office)
        return MERGE_OFFICE;
    joined = rule_of_joined(work, found, form);
    return joined == MERGE_SAME ? merge_rule_of_person(form, person_name(&work->input.persons.items[found->person]))
                                : joined;
}

static void note_form(EntityWork *work, Arena *arena, Entity *entity, size_t number, const Found *found, Text form)
{
    Form noted = {arena_on_one_line(arena, form), MERGE_SAME, found->doubtful, 1};

    if (!known_form(work, entity, number, noted.name).name) /* the rule only when it is asked for */
        noted.rule = rule_of(work, found, form);
    add_form(work, arena, entity, number, noted);
}

/* The entity of a mention; it is new when `entity_of` has a zero for its number. */
static Entity *entity_of_found(EntityWork *work, Analysis *analysis, const Found *found, uint32_t *entity_of)
{
    if (!entity_of[found->number]) {
        Entity fresh = new_entity(work, analysis->arena, found);

        fresh.first_mention = (uint32_t)analysis->mentions.count;
        if (found->number < work->input.persons.count) { /* a headline may have a fuller name */
            const Person *person = &work->input.persons.items[found->number];

            add_form(
                work, analysis->arena, &fresh, analysis->entities.count,
                (Form){arena_on_one_line(analysis->arena, person_name(person)), MERGE_SAME, false, person->by_office});
        }
        ARRAY_PUSH(analysis->arena, analysis->entities, fresh);
        entity_of[found->number] = (uint32_t)analysis->entities.count;
    }
    return &analysis->entities.items[entity_of[found->number] - 1];
}

/* Make the entities of the mentions; `entity_of` maps their numbers, of zeroes at first, to 1 + index. */
static void collect_entities(EntityWork *work, Analysis *analysis, uint32_t *entity_of)
{
    FoundStream stream = {.end = 0};
    Found found;

    while (found_next(work, &stream, &found)) {
        Text form = text_slice(work->input.article->text, found.range);
        Entity *entity = entity_of_found(work, analysis, &found, entity_of);
        Mention mention = {range_shorten(found.range), entity_of[found.number] - 1, found.confidence, found.doubtful};

        ARRAY_PUSH(analysis->arena, analysis->mentions, mention);
        entity->mention_count++;
        entity->confidence = found.confidence > entity->confidence ? found.confidence : entity->confidence;
        if (!entity_details(entity)->given || !text_equal_ignoring_case(form, entity->name))
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
static void tell_people(const EntityWork *work, const uint32_t *entity_of, uint32_t *entity_of_person)
{
    const EntityInput *input = &work->input;
    const size_t *given_of = work->given_of;

    for (size_t i = 0; i < input->persons.count; i++) {
        size_t number = !given_of                  ? work->number_of_person[i]
                        : given_of[i] != NOT_GIVEN ? input->persons.count + given_of[i]
                                                   : i;

        entity_of_person[i] = entity_of[number];
    }
}

/* The names that the article lists for an entity are its aliases, also those that the text does not use. */
static void add_given_aliases(EntityWork *work, Arena *arena, Entity *entity, size_t number)
{
    const GivenEntity *given = entity_details(entity)->given;

    for (size_t i = 0; i < given->aliases.count; i++)
        add_form(work, arena, entity, number, (Form){given->aliases.items[i], MERGE_GIVEN, false, 0});
}

void entities_settle(EntityWork *work)
{
    if (work->tagging)
        arena_release(work->tagging);
    if (!work->input.article->entities_given)
        found_settle(work);
}

void entities_finish(EntityWork *work, Analysis *analysis, uint32_t *entity_of_person)
{
    size_t numbers = found_join(work);
    uint32_t *entity_of = ARENA_ARRAY(work->arena, uint32_t, numbers);

    collect_entities(work, analysis, entity_of);
    for (size_t i = 0; i < analysis->entities.count; i++) {
        if (entity_details(&analysis->entities.items[i])->given)
            add_given_aliases(work, analysis->arena, &analysis->entities.items[i], i);
        else
            choose_name(&analysis->entities.items[i]);
    }
    if (!work->input.article->entities_given)
        related_places_find(work, analysis, entity_of);
    arena_release(work->names);
    sort_entities(work, analysis, entity_of, numbers);
    tell_people(work, entity_of, entity_of_person);
}
