/*
 * The tagger votes at each place of a name, by its margin, and the rules of kind_rules.def by what stands around it. What has its votes in the table
 * of names is decided there. A person of the registry is one as long as no other kind has more votes:
 *
 *     [CARRICK NESS], Dec. 3 — … of [Carrick Ness] …      a person for the registry; a dateline outvotes that
 *     [Hew Hallam], a doctor, said                        a place for the tagger; a doctor is none
 */
#include "analysis/names/name_kinds.h"

#include "analysis/names/kind_rules.h"
#include "analysis/words/lexicon.h"
#include "base/lower_bound.h"

enum { VOTE_FIELD = 20 /* what the article says of itself */, VOTE_SPEAKS = 4, VOTE_SPEAKING_SHE = 8, VOTE_TITLE = 8 };

typedef struct KindWeights {
    int of[ENTITY_TYPE_COUNT];
} KindWeights;

static TokenRange tokens_at(const NameScan *scan, ShortRange range)
{
    size_t first, end;

    LOWER_BOUND(first, scan->token_count, token_start(scan->tokens, first) < range.start);
    for (end = first; end < scan->token_count && token_start(scan->tokens, end) < range.end;)
        end++;
    return (TokenRange){(uint32_t)first, (uint32_t)end};
}

static KindWeights weights_at(const NameScan *scan, ShortRange range, uint32_t left_out)
{
    TokenRange tokens = tokens_at(scan, range);
    KindWeights weights = {{0}};

    if (tokens.end > tokens.first)
        kind_rules_weigh(scan, tokens, left_out, weights.of);
    return weights;
}

static void add_to_name(NameScan *scan, uint32_t name, const KindWeights *weights)
{
    for (EntityType type = 0; type < ENTITY_TYPE_COUNT; type++)
        name_add_weight(&scan->table.names.items[name], type, weights->of[type]);
}

/* Does somebody's name end with it, who is not taken for one by the source's name itself? */
static bool ends_person(const Persons *persons, Text part, Text source)
{
    for (size_t i = 0; i < persons->count; i++) {
        Text person = person_name(&persons->items[i]);

        if (text_ends_with(person, part) && !text_equal(person, source))
            return true;
    }
    return false;
}

/*
 * The source's name is an organisation, whole, without "The", and by its last words too: "Kelling Post", "the [Post]". Not where these
 * are of something else: "Voice of [America]", "Office of Rep. [Turner]".
 */
static void weigh_source(NameScan *scan, const Persons *persons, Text source)
{
    enum { LONGEST = 2 * LEXICON_LONGEST }; /* no name has so many bytes, and each of its words would be tried */
    size_t article = text_starts_with(source, TEXT("The ")) ? sizeof "The " - 1 : 0;
    bool parted = text_find(source, TEXT(" of "), 0) == TEXT_NOT_FOUND;

    for (size_t start = 0, blank; start < source.size && source.size <= LONGEST; start = blank + 1) {
        Text part = text_slice(source, (Range){start, source.size});
        uint32_t name = name_find_spelled(&scan->table, part);

        blank = text_find_byte(source, ' ', start);
        if (name != NO_NAME &&
            (start <= article || !((scan->table.names.items[name].lexicon & (LEXICON_PLACE | LEXICON_NATIONALITY)) ||
                                   ends_person(persons, part, source))))
            scan_add_weight(scan, name, ENTITY_ORGANIZATION, VOTE_FIELD);
        if (blank == TEXT_NOT_FOUND || (!parted && start >= article))
            return;
    }
}

/* Who has written the article is a person; where it appeared is an organisation. */
static void weigh_fields(NameScan *scan, const Persons *persons)
{
    weigh_source(scan, persons, scan->article->fields[FIELD_SOURCE]);
    for (size_t i = 0; i < scan->article->authors.count; i++) {
        uint32_t name = name_find_spelled(&scan->table, scan->article->authors.items[i].name);

        if (name != NO_NAME)
            scan_add_weight(scan, name, ENTITY_PERSON, VOTE_FIELD);
    }
}

/* Holidays and works that the lexicon knows. */
static void weigh_known(NameScan *scan)
{
    for (uint32_t i = 0; i < scan->table.names.count; i++) {
        uint32_t flags = scan->table.names.items[i].lexicon;

        if ((flags & LEXICON_MISC) && !(flags & (LEXICON_DOUBTFUL | LEXICON_PLACE | LEXICON_ORGANIZATION)))
            scan_add_weight(scan, i, ENTITY_MISC, VOTE_MOST);
    }
}

static EntityType kind_of_name(const Name *name)
{
    EntityType best = ENTITY_PERSON;

    for (EntityType type = 0; type < ENTITY_TYPE_COUNT; type++) {
        if (name->weight[type] > name->weight[best])
            best = type;
    }
    return best;
}

/* "the ship [Corrigan]": what the words beside a name tell of its kind is surer than a tagger that has never seen it. */
static void note_told(NameScan *scan, uint32_t left_out)
{
    enum { TOLD_LEAST = 8, CONFIDENCE_UNTOLD = 70, CONFIDENCE_TOLD = 85 };

    for (size_t i = 0; i < scan->mentions.count; i++) {
        NameMention *mention = &scan->mentions.items[i];

        if (mention->confidence < CONFIDENCE_UNTOLD &&
            weights_at(scan, mention->range, left_out).of[kind_of_name(&scan->table.names.items[mention->name])] >=
                TOLD_LEAST)
            mention->confidence = CONFIDENCE_TOLD;
    }
}

static void weigh_names(NameScan *scan, uint32_t left_out)
{
    weigh_known(scan);
    for (size_t i = 0; i < scan->mentions.count; i++) {
        KindWeights weights = weights_at(scan, scan->mentions.items[i].range, left_out);

        add_to_name(scan, scan->mentions.items[i].name, &weights);
    }
    note_told(scan, left_out);
}

/* "Penhales" of "Isla Penhale": one word, the last of the other name and an "s". */
static bool is_family_of(Text family, Text name)
{
    Text last = text_slice(family, (Range){0, family.size - 1});

    return name.size > last.size && text_ends_with(name, last) && name.bytes[name.size - last.size - 1] == ' ';
}

/* "Not all [Penhales] agree": a family is no person of that name. Of a text with very many such words only some are looked at. */
static void drop_families(const Persons *persons, unsigned char *kinds)
{
    enum { FAMILIES_MOST = 16, SHORTEST = 4 };
    size_t looked_at = 0;

    for (size_t i = 0; i < persons->count && looked_at < FAMILIES_MOST; i++) {
        Text family = person_name(&persons->items[i]);

        if (family.size < SHORTEST || !text_ends_with(family, TEXT("s")) ||
            text_find_byte(family, ' ', 0) != TEXT_NOT_FOUND)
            continue;
        looked_at++;
        for (size_t k = 0; k < persons->count && kinds[i] != ENTITY_TYPE_COUNT; k++) {
            if (is_family_of(family, person_name(&persons->items[k])))
                kinds[i] = ENTITY_TYPE_COUNT;
        }
    }
}

/* What is said of each person, at all mentions that are not in another name. */
static void weigh_people(const NameScan *scan, KindWeights *weights, uint32_t left_out)
{
    for (size_t i = 0; i < scan->people_count; i++) {
        KindWeights here;

        if (scan->lost[i])
            continue;
        here = weights_at(scan, scan->people[i].range, left_out);
        for (EntityType type = 0; type < ENTITY_TYPE_COUNT; type++)
            weights[scan->people[i].person].of[type] += here.of[type];
    }
}

/* The kind that has more votes than a person; or ENTITY_PERSON. */
static EntityType heaviest(const KindWeights *weights)
{
    EntityType best = ENTITY_PERSON;

    for (EntityType type = 0; type < ENTITY_TYPE_COUNT; type++) {
        if (weights->of[type] > weights->of[best])
            best = type;
    }
    return best;
}

/* The votes that a person has elsewhere: of the tagger, for the same name; for who speaks, and is "she"; for a title. */
static void add_votes(const NameScan *scan, size_t index, const Person *person, bool sure, KindWeights *weights)
{
    uint32_t name = name_find_spelled(&scan->table, person_name(person));

    weights->of[ENTITY_PERSON] += (int)scan->person_weight[index] + (sure ? VOTE_SPEAKS : 0) +
                                  (sure && person->gender != GENDER_UNKNOWN ? VOTE_SPEAKING_SHE : 0) +
                                  (person->titled ? VOTE_TITLE : 0);
    for (EntityType type = 0; name != NO_NAME && type < ENTITY_TYPE_COUNT; type++)
        weights->of[type] += (int)scan->table.names.items[name].weight[type];
}

/* A mention of who is no person becomes one of a name of that kind. */
static void rename_mention(NameScan *scan, size_t mention, EntityType type)
{
    Range range = range_is_empty(range_widen(scan->tagged[mention])) ? range_widen(scan->people[mention].range)
                                                                     : range_widen(scan->tagged[mention]);
    uint32_t name = name_enter(&scan->table, text_slice(scan->article->text, range));

    scan->lost[mention] = true;
    scan->tagged[mention] = range_shorten(range);
    if (name != NO_NAME)
        scan_add_weight(scan, name, type, VOTE_MOST);
}

/* Was just this found as a name of another kind: "[Bolton]" where the tagger reads the town? Its name, or NO_NAME. */
static uint32_t name_at(const NameScan *scan, ShortRange range)
{
    size_t at;

    LOWER_BOUND(at, scan->mentions.count, scan->mentions.items[at].range.start < range.start);
    return at < scan->mentions.count && scan->mentions.items[at].range.start == range.start &&
                   scan->mentions.items[at].range.end == range.end
               ? scan->mentions.items[at].name
               : NO_NAME;
}

/* Who is mostly a person is one there too. */
static bool outvotes(const NameScan *scan, uint32_t name, const KindWeights *weights)
{
    const uint16_t *others = scan->table.names.items[name].weight;

    return weights->of[ENTITY_PERSON] > 2 * (int)(others[ENTITY_PLACE] + others[ENTITY_ORGANIZATION]);
}

/* What each mention becomes by the kind of its person; `may_outvote`: kinds were found by the tagger, not given. */
static void settle_mentions(NameScan *scan, const unsigned char *kinds, const KindWeights *weights, bool may_outvote)
{
    for (size_t i = 0; i < scan->people_count; i++) {
        EntityType kind = (EntityType)kinds[scan->people[i].person];

        if (kind == ENTITY_PERSON && scan->lost[i] && may_outvote) {
            uint32_t name = name_at(scan, scan->people[i].range);

            scan->lost[i] = name == NO_NAME || !outvotes(scan, name, &weights[scan->people[i].person]);
        }
        if (kind == ENTITY_TYPE_COUNT)
            scan->lost[i] = true;
        else if (kind != ENTITY_PERSON && !scan->lost[i])
            rename_mention(scan, i, kind);
    }
}

void name_kinds_weigh(NameScan *scan, const Persons *persons, const bool *person_sure, uint32_t left_out)
{
    Arena *scratch = arena_within(scan->arena);
    KindWeights *weights = ARENA_ARRAY(scratch, KindWeights, persons->count + 1);
    unsigned char *kinds =
        ARENA_ARRAY(scratch, unsigned char, persons->count + 1); /* an EntityType; ENTITY_TYPE_COUNT: none */

    weigh_fields(scan, persons);
    weigh_names(scan, left_out);
    weigh_people(scan, weights, left_out);
    for (size_t i = 0; i < persons->count; i++) {
        bool told = weights[i].of[ENTITY_PERSON] > 0;

        add_votes(scan, i, &persons->items[i], person_sure[i], &weights[i]);
        kinds[i] = (unsigned char)heaviest(&weights[i]);
        if (scan->votes[i] <= 0 && !person_sure[i] && !(told && kinds[i] == ENTITY_PERSON))
            kinds[i] = ENTITY_TYPE_COUNT; /* the tagger takes it for none */
    }
    arena_release(scan->voting);
    drop_families(persons, kinds);
    settle_mentions(scan, kinds, weights, left_out != UINT32_MAX);
    arena_release(scratch);
}
