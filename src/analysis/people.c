/*
 * Names (name_runs.c) become people: full names with some evidence (a title, a known first name, a verb of
 * saying after it, an age) make them, and single names are linked to them:
 *
 *     Farrow said                   linked to the person with that last name
 *     Ines                          linked by first name, when only one person has it
 *     Mr. Lou                       of Lou Jiwei: the family's name may come first
 *
 * Names in headlines make nobody: there every word is a capital.
 */
#include "analysis/people.h"

#include <string.h>

#include "analysis/lexicon.h"
#include "analysis/name_runs.h"
#include "analysis/office_holders.h"

enum {
    WEIGHT_FULL = 10,
    WEIGHT_SINGLE = 3,
    WEIGHT_RECENT = 15,
    WEIGHT_IN_PARAGRAPH = 40,
    EVIDENCE_TITLE = 6,
    EVIDENCE_GIVEN = 4,
    EVIDENCE_VERB = 4,
    EVIDENCE_AGE = 6,
    EVIDENCE_APPOSITION = 2,
    EVIDENCE_PARTY = 6,
    EVIDENCE_INITIAL = 4,
    PRONOUN_REACH = 60,
    FAMILY_REACH = 300, /* tokens */
    NAMESAKES = 64 /* people of one last name that are looked at */
};

/* ---- names by their words ---- */

/* What is known about a string of words (lower case): a full name, a last name, a first name. */
typedef struct NameEntry {
    uint32_t hash;
    uint32_t first, end; /* tokens of one place where it stands */
    unsigned evidence;   /* of full and single names, in halves */
    unsigned single;     /* how often the single word stands with a title or a verb */
    bool organization;   /* an organisation's name begins with it */
    bool place;      /* stands after "in", "near": two unknown words like "Carrick Ness" are no person then */
    int32_t last_of; /* the newest person with that last name */
    int32_t first_of; /* the newest person with that first name, … */
    uint32_t
        pair; /* 1 + the token of a first name before it in a headline or inside a longer name; 0: none */
    int32_t middle_of; /* … with that name in the middle: "María de la [Cruz] Benavides" */
} NameEntry;

typedef struct NameIndex {
    ARRAY(NameEntry) entries;
    uint32_t *slots;   /* 1 + index into entries; 0: empty */
    size_t slot_count; /* a power of two */
} NameIndex;

enum { FIRST_SLOTS = 256 };

static const Token *token_at(const People *people, size_t token)
{
    return &people->tokens->tokens.items[token];
}

static size_t token_count(const People *people)
{
    return people->tokens->tokens.count;
}

static bool same_words(const People *people, const NameEntry *entry, uint32_t first, uint32_t end)
{
    if (entry->end - entry->first != end - first)
        return false;
    for (uint32_t i = 0; i < end - first; i++) {
        if (!tokens_same_word(people->tokens, entry->first + i, first + i))
            return false;
    }
    return true;
}

static uint32_t hash_words(const People *people, uint32_t first, uint32_t end)
{
    uint32_t hash = end - first;

    for (uint32_t i = first; i < end; i++)
        hash = hash * 0x01000193u ^ token_at(people, i)->hash;
    return hash * 0x9E3779B1u;
}

static void grow_slots(People *people, NameIndex *index)
{
    index->slot_count *= 2;
    index->slots = ARENA_ARRAY(people->arena, uint32_t, index->slot_count);
    for (size_t i = 0; i < index->entries.count; i++) {
        size_t slot = index->entries.items[i].hash & (index->slot_count - 1);

        while (index->slots[slot])
            slot = (slot + 1) & (index->slot_count - 1);
        index->slots[slot] = (uint32_t)i + 1;
    }
}

/* The entry of the words [first, end); entered when it is new. Good until the next one is entered. */
static NameEntry *entry_of(People *people, uint32_t first, uint32_t end)
{
    NameIndex *index = people->index;
    uint32_t hash = hash_words(people, first, end);
    NameEntry fresh = {.hash = hash,
                       .first = first,
                       .end = end,
                       .last_of = NO_PERSON,
                       .first_of = NO_PERSON,
                       .middle_of = NO_PERSON};
    size_t slot;

    if (index->entries.count * 2 >= index->slot_count)
        grow_slots(people, index);
    slot = hash & (index->slot_count - 1);
    for (; index->slots[slot]; slot = (slot + 1) & (index->slot_count - 1)) {
        NameEntry *entry = &index->entries.items[index->slots[slot] - 1];

        if (entry->hash == hash && same_words(people, entry, first, end))
            return entry;
    }
    ARRAY_PUSH(people->arena, index->entries, fresh);
    index->slots[slot] = (uint32_t)index->entries.count;
    return &index->entries.items[index->entries.count - 1];
}

void people_init(People *people, Arena *arena, const TokenList *tokens)
{
    *people = (People){.arena = arena, .tokens = tokens, .use_given_names = true, .use_namesakes = true};
    people->mention_of_token = ARENA_ARRAY(arena, int32_t, tokens->tokens.count + 1);
    memset(people->mention_of_token, 0xFF, (tokens->tokens.count + 1) * sizeof(int32_t));
    for (size_t i = 0; i < sizeof people->recent / sizeof people->recent[0]; i++)
        people->recent[i] = NO_PERSON;
    people->index = ARENA_NEW(arena, NameIndex);
    people->index->slot_count = FIRST_SLOTS;
    people->index->slots = ARENA_ARRAY(arena, uint32_t, FIRST_SLOTS);
}

/* ---- evidence ---- */

static bool any_title(const People *people, const NameRun *mention, uint32_t classes)
{
    for (uint32_t i = mention->titles; i < mention->shown; i++) {
        if (token_at(people, i)->classes & classes)
            return true;
    }
    return false;
}

static bool is_age(const People *people, size_t token)
{
    Text text = token < token_count(people) ? tokens_text(people->tokens, token) : (Text){0};

    return text.size == 2 && ascii_is_digit(text.bytes[0]) && ascii_is_digit(text.bytes[1]);
}

/* A verb of saying that is no noun as well: "Farrow said", not "Soviet states". */
static bool surely_says(const Token *token)
{
    return (token->classes & CLASS_SAYS) && !(token->classes & CLASS_NOUN_TOO);
}

/* What stands before and after a name. */
static unsigned context_evidence(const People *people, const NameRun *mention)
{
    size_t end = mention->outer_end, count = token_count(people);
    const Token *next = token_at(people, end < count ? end : count - 1);
    unsigned evidence = 0;

    if (end < count) {
        bool comma = next->sign == ',' && end + 1 < count;

        evidence += surely_says(next) ? EVIDENCE_VERB : 0;
        evidence += comma && is_age(people, end + 1) ? EVIDENCE_AGE : 0;
        evidence +=
            comma && (next[1].number == WORD_A || next[1].number == WORD_AN || next[1].number == WORD_THE ||
                      next[1].number == WORD_WHO || (next[1].classes & CLASS_ROLE))
                ? EVIDENCE_APPOSITION
                : 0;
        if (next->sign == '(' && end + 1 < count && range_size(next[1].range) <= 2) {
            char party = people->tokens->article->text.bytes[next[1].range.start];

            evidence += party == 'R' || party == 'D' || party == 'I' ? EVIDENCE_PARTY : 0;
        }
    }
    if (mention->outer > 0) {
        const Token *before = token_at(people, mention->outer - 1);

        evidence += (before->classes & CLASS_SAYS) && before->span < 0 ? EVIDENCE_APPOSITION : 0;
        evidence += before->classes & CLASS_PERSON_NOUN ? EVIDENCE_APPOSITION : 0;
    }
    return evidence;
}

static unsigned evidence_of(const People *people, const NameRun *mention)
{
    uint32_t words = mention->end - mention->first;
    unsigned evidence = context_evidence(people, mention);

    if (any_title(people, mention, CLASS_STRONG_TITLE))
        evidence += EVIDENCE_TITLE;
    if (people->use_given_names && (token_at(people, mention->first)->classes & CLASS_GIVEN))
        evidence += EVIDENCE_GIVEN;
    if (words == 3 && name_is_initial(people, mention->first + 1))
        evidence += EVIDENCE_INITIAL;
    if (words >= 2 && name_is_initial(people, mention->first))
        evidence += EVIDENCE_INITIAL;
    return evidence;
}

static bool after_place_word(const People *people, const NameRun *mention)
{
    return mention->outer > 0 && mention->outer == mention->first &&
           (token_at(people, mention->outer - 1)->classes & CLASS_PREPOSITION) &&
           (lexicon_flags(tokens_text(people->tokens, mention->outer - 1)) & LEXICON_PLACE_BEFORE);
}

void people_weigh(People *people, size_t first, size_t end)
{
    for (size_t i = first; i < end; i++) {
        const NameRun *mention = &people->mentions.items[i];
        const Token *next = token_at(people, mention->outer_end);
        NameEntry *entry;

        if (mention->organization) {
            entry_of(people, mention->first, mention->first + 1)->organization = true;
            continue;
        }
        entry = entry_of(people, mention->first, mention->end);
        entry->evidence += evidence_of(people, mention);
        entry->place = entry->place || after_place_word(people, mention);
        if (mention->end - mention->first == 1 &&
            (mention->titles < mention->shown || (mention->outer_end < token_count(people) &&
                                                  (surely_says(next) || (next->classes & CLASS_AUXILIARY)))))
            entry->single++;
    }
}

/* ---- people ---- */

static bool same_first_name(const People *people, uint32_t a, uint32_t b)
{
    Text first = tokens_text(people->tokens, a), second = tokens_text(people->tokens, b);

    while (first.size > 1 && first.bytes[first.size - 1] == '.')
        first.size--;
    while (second.size > 1 && second.bytes[second.size - 1] == '.')
        second.size--;
    if (tokens_same_word(people->tokens, a, b) || text_equal_ignoring_case(first, second))
        return true;
    return (first.size == 1 || second.size == 1) &&
           ascii_to_lower(first.bytes[0]) == ascii_to_lower(second.bytes[0]);
}

static void keep_titles(People *people, PersonEntry *person, const NameRun *mention)
{
    for (uint32_t i = mention->titles; i < mention->shown; i++) {
        size_t known = 0;

        while (known < person->title_count &&
               token_at(people, person->titles[known])->hash != token_at(people, i)->hash)
            known++;
        if (known == person->title_count && known < TITLES_KEPT &&
            (token_at(people, i)->classes & (CLASS_TITLE | CLASS_STRONG_TITLE)))
            person->titles[person->title_count++] = i;
    }
}

/* "Suu Kyi" of Aung San Suu Kyi: all words of the mention end the name. */
static bool is_end_of_name(const People *people, const PersonEntry *person, const NameRun *mention)
{
    uint32_t words = mention->end - mention->first;

    if (words < 2 || person->end - person->first <= words)
        return false;
    for (uint32_t i = 0; i < words; i++) {
        if (!tokens_same_word(people->tokens, person->end - words + i, mention->first + i))
            return false;
    }
    return true;
}

static uint32_t suffix_of(const NameRun *mention)
{
    return mention->end < mention->outer_end ? mention->end : 0;
}

/* "George H. Marsh" is not "George W. Marsh", nor is Martin Hale Jr. his father: whoever is called so after somebody without it is another. */
static bool is_told_apart(const People *people, const PersonEntry *person, const NameRun *mention)
{
    uint32_t suffix = suffix_of(mention), middle = mention->first + 1, other = person->first + 1;

    if (suffix && (!person->suffix || !tokens_same_word(people->tokens, suffix, person->suffix)))
        return true;
    return mention->end - mention->first >= 3 && person->end - person->first >= 3 &&
           name_is_capital(people, middle) && name_is_capital(people, other) &&
           tokens_text(people->tokens, middle).bytes[0] != tokens_text(people->tokens, other).bytes[0];
}

/* Who has the suffix of the mention comes before who has one and is called without it: "Martin Luther King". */
static int32_t find_person(People *people, const NameRun *mention)
{
    int32_t person = entry_of(people, mention->end - 1, mention->end)->last_of, without = NO_PERSON;

    for (int left = NAMESAKES; person != NO_PERSON && left > 0; left--) {
        const PersonEntry *entry = &people->people.items[person];

        if ((same_first_name(people, entry->first, mention->first) && !is_told_apart(people, entry, mention)) ||
            is_end_of_name(people, entry, mention)) {
            if (!entry->suffix || suffix_of(mention))
                return person;
            without = without == NO_PERSON ? person : without;
        }
        person = entry->same_last;
    }
    return without;
}

/* Enter a person by the last name, and by the first when `given` is a token of its own. */
static int32_t register_person(People *people, PersonEntry person, uint32_t given)
{
    int32_t index = (int32_t)people->people.count;
    NameEntry *entry = entry_of(people, person.last_word, person.last_word + 1);

    person.same_last = entry->last_of;
    person.same_first = NO_PERSON;
    entry->last_of = index;
    if (given != person.last_word) {
        entry = entry_of(people, given, given + 1);
        person.same_first = entry->first_of;
        entry->first_of = index;
    }
    ARRAY_PUSH(people->arena, people->people, person);
    return index;
}

static int32_t new_person(People *people, const NameRun *mention)
{
    uint32_t first = mention->first, end = mention->end;
    int32_t index = register_person(
        people,
        (PersonEntry){.first = mention->shown, .end = end, .last_word = end - 1, .suffix = suffix_of(mention)},
        first);

    for (uint32_t i = first + 1; i + 1 < end; i++) {
        if (token_at(people, i)->capital && !name_is_initial(people, i))
            entry_of(people, i, i + 1)->middle_of = index;
    }
    return index;
}

/* The fuller of two ways to write a name: not an initial, not a run of more than three words. */
static void prefer_name(const People *people, PersonEntry *person, const NameRun *mention)
{
    uint32_t words = mention->end - mention->first, known = person->end - person->first;
    bool fuller = (words < known && known > 3) ||
                  (name_is_initial(people, person->first) && !name_is_initial(people, mention->first));

    if (!fuller)
        return;
    person->first = mention->first;
    person->end = mention->end;
}

/* Two or three words with a capital and small letters each, no article before them. */
static bool looks_like_name(const People *people, const NameRun *mention)
{
    uint32_t words = name_capitals(people, mention);
    const Token *before = mention->outer > 0 ? token_at(people, mention->outer - 1) : NULL;

    if (words < 2 || words > 3)
        return false;
    if (before && (before->number == WORD_THE || before->number == WORD_A || before->number == WORD_AN) &&
        before->sentence == token_at(people, mention->first)->sentence)
        return false;
    for (uint32_t i = mention->first; i < mention->end; i++) {
        Text word = tokens_text(people->tokens, i);
        bool all_capitals = token_at(people, i)->kind == TOKEN_WORD;

        for (size_t at = 0; at < word.size; at++)
            all_capitals =
                all_capitals && !ascii_is_lower(word.bytes[at]) && (unsigned char)word.bytes[at] < 0x80;
        if (all_capitals && !name_is_initial(people, i))
            return false;
    }
    return true;
}

static void enter(People *people, NameRun *mention)
{
    const NameEntry *whole = entry_of(people, mention->first, mention->end);
    unsigned evidence = whole->evidence;
    bool place = whole->place;
    PersonEntry *person;

    if (entry_of(people, mention->end - 1, mention->end)->single)
        evidence += EVIDENCE_GIVEN;
    if (evidence == 0 && !place && looks_like_name(people, mention))
        evidence = 1;
    if (evidence == 0)
        return;
    mention->person = find_person(people, mention);
    if (mention->person == NO_PERSON)
        mention->person = new_person(people, mention);
    person = &people->people.items[mention->person];
    prefer_name(people, person, mention);
    person->suffix = person->suffix ? person->suffix : suffix_of(mention);
    person->evidence += evidence;
    person->weight += WEIGHT_FULL;
    keep_titles(people, person, mention);
}

static Text two_words(Arena *arena, Text first, Text second)
{
    char *bytes = arena_alloc(arena, first.size + 1 + second.size);

    memcpy(bytes, first.bytes, first.size);
    bytes[first.size] = ' ';
    memcpy(bytes + first.size + 1, second.bytes, second.size);
    return (Text){bytes, first.size + 1 + second.size};
}

/* "the Finches’ stall", "the Sorensens": is there a plural of the last name near it? */
static bool is_family(const People *people, uint32_t last)
{
    Text name = tokens_text(people->tokens, last);
    size_t first = last > FAMILY_REACH ? last - FAMILY_REACH : 0;

    for (size_t i = first; i < last + FAMILY_REACH && i < token_count(people); i++) {
        Text word = tokens_text(people->tokens, i);

        if (word.size > name.size && word.size <= name.size + 2 && text_starts_with(word, name) &&
            word.bytes[word.size - 1] == 's')
            return true;
    }
    return false;
}

/*
 * "[Paul] and Ingrid Sorensen": a first name alone, joined to a full name, shares the last one. Not after a title ("Pope [Francis] and …"),
 * nor who does something by that name alone ("[Madonna] and Sean Penn": she may have no other), unless they are called a family.
 */
static void enter_partner(People *people, NameRun *mention, const NameRun *full)
{
    uint32_t given = mention->first;
    bool alone = entry_of(people, given, mention->end)->single > 0;

    if (full->person == NO_PERSON || mention->outer != given || mention->end - given != 1 ||
        full->end - full->first != 2 || full->outer != full->first || full->first != mention->outer_end + 1 ||
        token_at(people, mention->outer_end)->number != WORD_AND ||
        !(token_at(people, given)->classes & (CLASS_GIVEN_MALE | CLASS_GIVEN_FEMALE)) ||
        !(token_at(people, full->first)->classes & CLASS_GIVEN) ||
        entry_of(people, given, given + 1)->first_of != NO_PERSON || (alone && !is_family(people, full->end - 1)))
        return;
    mention->person = register_person(
        people,
        (PersonEntry){.first = given,
                      .end = mention->end,
                      .last_word = full->end - 1,
                      .evidence = EVIDENCE_GIVEN,
                      .weight = WEIGHT_SINGLE,
                      .known_name = two_words(people->arena, tokens_text(people->tokens, given),
                                              tokens_text(people->tokens, full->end - 1))},
        given);
}

void people_enter(People *people, size_t first, size_t end)
{
    for (size_t i = first; i < end; i++) {
        NameRun *mention = &people->mentions.items[i];

        if (mention->organization || mention->in_headline || mention->end - mention->first < 2)
            continue;
        enter(people, mention);
        if (i > 0)
            enter_partner(people, mention - 1, mention);
    }
}

/* "Hillary Clinton Goes After …", "Barack Obama Day": a first name and what may be its last name, for whom
 * the text calls by that alone. */
static void remember_pairs(People *people, const NameRun *mention)
{
    for (uint32_t i = mention->first; i + 1 < mention->end; i++) {
        NameEntry *entry;

        if (!(token_at(people, i)->classes & (CLASS_GIVEN_MALE | CLASS_GIVEN_FEMALE)) ||
            !name_is_capital(people, i + 1))
            continue;
        entry = entry_of(people, i + 1, i + 2);
        if (!entry->pair)
            entry->pair = i + 1;
    }
}

/* In a headline a run is cut to a known full name. */
static void enter_headline(People *people, NameRun *mention)
{
    for (uint32_t i = mention->first; i + 1 < mention->end; i++) {
        int32_t person = entry_of(people, i + 1, i + 2)->last_of;

        for (int left = NAMESAKES; person != NO_PERSON && left > 0; left--) {
            if (tokens_same_word(people->tokens, people->people.items[person].first, i))
                break;
            person = left > 1 ? people->people.items[person].same_last : NO_PERSON;
        }
        if (person != NO_PERSON) {
            mention->person = person;
            mention->first = mention->shown = i;
            mention->end = i + 2;
            return;
        }
    }
    if (mention->end - mention->first <= 3)
        enter(people, mention);
}

void people_enter_headlines(People *people, size_t first, size_t end)
{
    for (size_t i = first; i < end; i++) {
        NameRun *mention = &people->mentions.items[i];

        if (mention->end - mention->first < 2)
            continue;
        if (mention->organization || mention->in_headline)
            remember_pairs(people, mention);
        if (!mention->organization && mention->in_headline)
            enter_headline(people, mention);
    }
}

/* ---- single names ---- */

static Gender title_gender(const People *people, const NameRun *mention)
{
    Gender gender = GENDER_UNKNOWN;

    for (uint32_t i = mention->titles; i < mention->shown; i++) {
        if (token_at(people, i)->classes & CLASS_MALE)
            gender = GENDER_MALE;
        else if (token_at(people, i)->classes & CLASS_FEMALE)
            gender = GENDER_FEMALE;
    }
    return gender;
}

/* Whom a title and a last name mean to everybody: "President Obama". Empty for most. */
static Text known_name(const People *people, const NameRun *mention)
{
    for (uint32_t i = mention->titles; i < mention->shown; i++) {
        Text before = i > mention->titles ? tokens_text(people->tokens, i - 1) : (Text){0};
        Text name = office_holder_name(before, tokens_text(people->tokens, i),
                                       tokens_text(people->tokens, mention->end - 1));

        if (name.size)
            return name;
    }
    return (Text){0};
}

/* Michelle Obama is not "President Obama"; Barack H. Obama is, and who is called a president in full. */
static bool may_be_known(const People *people, int32_t person, Text name)
{
    const PersonEntry *entry = &people->people.items[person];

    return name.size == 0 || entry->end - entry->first < 2 || entry->title_count > 0 ||
           tokens_text(people->tokens, entry->first).bytes[0] == name.bytes[0];
}

/* Of people with one last name: the one named most, those met last a little ahead, never one of another
 * gender than the title says. */
static int32_t best_namesake(const People *people, NameRun *mention, int32_t person)
{
    const int32_t *recent = people->recent;
    Gender wanted = title_gender(people, mention);
    Text known = known_name(people, mention);
    int32_t best = NO_PERSON, any = suffix_of(mention) ? NO_PERSON : person;
    unsigned best_score = 0, fitting = 0, near = 0;

    if (!people->use_namesakes)
        return person;
    for (int left = NAMESAKES; person != NO_PERSON && left > 0;
         person = people->people.items[person].same_last, left--) {
        bool sure;
        Gender gender = person_gender(people, (size_t)person, &sure);
        bool in_paragraph =
            people->people.items[person].named_in == token_at(people, mention->first)->block + 1;
        unsigned score =
            people->people.items[person].weight +
            (person == recent[0] || person == recent[1] || person == recent[2] ? WEIGHT_RECENT : 0) +
            (in_paragraph ? WEIGHT_IN_PARAGRAPH : 0);

        if (wanted != GENDER_UNKNOWN && sure && gender != wanted && gender != GENDER_EITHER)
            continue;
        if (!may_be_known(people, person, known) ||
            is_told_apart(people, &people->people.items[person], mention))
            continue;
        fitting++;
        near += in_paragraph;
        if (best == NO_PERSON || score > best_score) {
            best = person;
            best_score = score;
        }
    }
    mention->doubtful = fitting > 1 && near != 1;
    return best == NO_PERSON && !known.size && !any_title(people, mention, CLASS_PERSON_TITLE) ? any : best;
}

/* "Mr. Lou" of Lou Jiwei, "Sir Rupert": the one person whose name begins so. A word that is no known first
 * name stands for the family, and of two who share it the one met last is meant; one of two Johns is nobody.
 */
static int32_t person_by_first_word(const People *people, const NameRun *mention, int32_t person)
{
    bool family = !(token_at(people, mention->first)->classes & CLASS_GIVEN);
    int32_t only = people->people.items[person].same_first == NO_PERSON ? person : NO_PERSON;

    if (only != NO_PERSON || !family)
        return only;
    for (int i = 2; i >= 0; i--) {
        int32_t recent = people->recent[i];

        if (recent != NO_PERSON &&
            tokens_same_word(people->tokens, people->people.items[recent].first, mention->first))
            return recent;
    }
    return person;
}

static int32_t link_single(People *people, NameRun *mention)
{
    NameEntry entry = *entry_of(people, mention->first, mention->end);

    if (entry.last_of != NO_PERSON) {
        int32_t person =
            best_namesake(people, mention, entry.last_of); /* nobody: "Mr. Obama" is not Michelle Obama */

        if (person != NO_PERSON)
            return person;
        entry.first_of = entry.middle_of = NO_PERSON;
    }
    if (entry.first_of != NO_PERSON) {
        int32_t person = person_by_first_word(people, mention, entry.first_of);

        if (person != NO_PERSON)
            return person;
    }
    if (entry.middle_of != NO_PERSON)
        return entry.middle_of;
    if ((entry.evidence >= 4 && !entry.organization) ||
        any_title(people, mention, CLASS_PERSON_TITLE | CLASS_MALE | CLASS_FEMALE) ||
        known_name(people, mention).size) {
        int32_t person = new_person(people, mention);

        people->people.items[person].evidence += 2;
        if (entry.last_of != NO_PERSON && mention->titles < mention->shown) /* "Ms. Jones" beside another Jones */
            people->people.items[person].first = mention->titles;
        if (entry.pair) {
            people->people.items[person].first = entry.pair - 1;
            people->people.items[person].end = entry.pair + 1;
        }
        return person;
    }
    return NO_PERSON;
}

/* A person named by one word; "President Obama" is as good as a full name. */
static void add_single(People *people, PersonEntry *person, const NameRun *mention)
{
    Text known = known_name(people, mention);

    person->weight += known.size ? WEIGHT_FULL : WEIGHT_SINGLE;
    keep_titles(people, person, mention);
    if (person->end - person->first == 1 && !person->known_name.size)
        person->known_name = known;
}

void people_link(People *people, size_t first, size_t end)
{
    for (size_t i = first; i < end; i++) {
        NameRun *mention = &people->mentions.items[i];

        if (mention->organization)
            continue;
        if (mention->person != NO_PERSON && mention->end - mention->first > 1)
            people->people.items[mention->person].named_in = token_at(people, mention->first)->block + 1;
        if (mention->person == NO_PERSON && mention->end - mention->first == 1) {
            mention->person = link_single(people, mention);
            if (mention->person != NO_PERSON) {
                add_single(people, &people->people.items[mention->person], mention);
            }
        }
        if (mention->person != NO_PERSON) {
            people->recent[0] = people->recent[1];
            people->recent[1] = people->recent[2];
            people->recent[2] = mention->person;
        }
    }
}

/* ---- gender ---- */

static bool is_he(const Token *token)
{
    return token->number == WORD_HE || token->number == WORD_HIS || token->number == WORD_HIM ||
           token->number == WORD_HIMSELF;
}

static bool is_she(const Token *token)
{
    return token->number == WORD_SHE || token->number == WORD_HER || token->number == WORD_HERS ||
           token->number == WORD_HERSELF;
}

/* Pronouns outside quotations between a mention and that of somebody else. */
void people_count_pronouns(People *people, size_t first, size_t end)
{
    for (size_t i = first; i < end; i++) {
        const NameRun *mention = &people->mentions.items[i];
        size_t until = mention->end + PRONOUN_REACH < token_count(people) ? mention->end + PRONOUN_REACH
                                                                          : token_count(people);
        PersonEntry *person;

        if (mention->person == NO_PERSON || token_at(people, mention->first)->span >= 0)
            continue;
        person = &people->people.items[mention->person];
        for (size_t at = mention->end; at < until; at++) {
            const Token *token = token_at(people, at);
            int32_t other = people->mention_of_token[at];

            if (other >= 0 && token->span < 0 && people->mentions.items[other].person != NO_PERSON &&
                people->mentions.items[other].first == at &&
                people->mentions.items[other].person != mention->person)
                break;
            if (token->span >= 0)
                continue;
            person->he += is_he(token);
            person->she += is_she(token);
        }
    }
}

/* Of the first name; nothing when the name has one word. */
static uint32_t given_classes(const People *people, const PersonEntry *person)
{
    Text known = person->known_name;

    if (!people->use_given_names)
        return 0;
    if (known.size)
        return word_classes(text_slice(known, (Range){0, text_find_byte(known, ' ', 0)}));
    return person->end - person->first > 1 ? token_at(people, person->first)->classes : 0;
}

Gender person_gender(const People *people, size_t index, bool *sure)
{
    const PersonEntry *person = &people->people.items[index];
    uint32_t given = given_classes(people, person);

    *sure = true;
    for (size_t i = 0; i < person->title_count; i++) {
        uint32_t classes = token_at(people, person->titles[i])->classes;

        if (classes & CLASS_MALE)
            return GENDER_MALE;
        if (classes & CLASS_FEMALE)
            return GENDER_FEMALE;
    }
    if (given & CLASS_GIVEN_MALE)
        return GENDER_MALE;
    if (given & CLASS_GIVEN_FEMALE)
        return GENDER_FEMALE;
    *sure = false;
    if (person->he >= 2 * person->she + 1)
        return GENDER_MALE;
    if (person->she >= 2 * person->he + 1)
        return GENDER_FEMALE;
    return GENDER_UNKNOWN;
}

int32_t people_with_last_name(const People *people, uint32_t token)
{
    const NameIndex *index = people->index;
    uint32_t hash = hash_words(people, token, token + 1);

    for (size_t slot = hash & (index->slot_count - 1); index->slots[slot];
         slot = (slot + 1) & (index->slot_count - 1)) {
        const NameEntry *entry = &index->entries.items[index->slots[slot] - 1];

        if (entry->hash == hash && same_words(people, entry, token, token + 1))
            return entry->last_of;
    }
    return NO_PERSON;
}

int32_t people_namesake(const People *people, size_t person, Gender wanted)
{
    int32_t other = people_with_last_name(people, people->people.items[person].last_word);

    for (int left = NAMESAKES; other != NO_PERSON && left > 0;
         other = people->people.items[other].same_last, left--) {
        bool sure;

        if (other != (int32_t)person && person_gender(people, (size_t)other, &sure) == wanted)
            return other;
    }
    return NO_PERSON;
}

bool person_is_evident(const People *people, size_t index)
{
    const PersonEntry *person = &people->people.items[index];

    return person->title_count > 0 || (given_classes(people, person) & CLASS_GIVEN);
}

bool person_has_title(const People *people, size_t person, uint32_t hash)
{
    const PersonEntry *who = &people->people.items[person];

    for (size_t i = 0; i < who->title_count; i++) {
        if (token_at(people, who->titles[i])->hash == hash)
            return true;
    }
    return false;
}

Range mention_range(const People *people, const NameRun *mention)
{
    return tokens_range(people->tokens, mention->shown, mention->end);
}

Range person_range(const People *people, size_t person)
{
    const PersonEntry *entry = &people->people.items[person];

    return tokens_range(people->tokens, entry->first,
                        entry->suffix == entry->end ? entry->end + 1 : entry->end);
}
