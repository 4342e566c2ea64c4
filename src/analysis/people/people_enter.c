/*
 * Full names with some evidence (evidence.c) become people; single names are linked to them later, in people_link.c.
 * Names in headlines make nobody: there every word is a capital.
 */
#include "analysis/people/people_enter.h"

#include "analysis/people/evidence.h"
#include "analysis/people/name_runs.h"
#include "analysis/people/people_index.h"
#include "analysis/words/lexicon.h"
#include "analysis/words/vocabulary.h"

enum { WEIGHT_FULL = 10, WEIGHT_PARTNER = 3, FAMILY_REACH = 300 /* tokens */ };

static bool same_first_name(const People *people, uint32_t a, uint32_t b)
{
    Text first = tokens_text(people->tokens, a), second = tokens_text(people->tokens, b);

    while (first.size > 1 && first.bytes[first.size - 1] == '.')
        first.size--;
    while (second.size > 1 && second.bytes[second.size - 1] == '.')
        second.size--;
    if (tokens_same_word(people->tokens, a, b) || text_equal_ignoring_case(first, second))
        return true;
    return (first.size == 1 || second.size == 1) && ascii_to_lower(first.bytes[0]) == ascii_to_lower(second.bytes[0]);
}

PersonDetails *person_write_details(People *people, PersonEntry *person)
{
    if (!person->details) {
        person->details = (uint32_t)people->details.count;
        ARRAY_PUSH(people->arena, people->details, (PersonDetails){0});
    }
    return &people->details.items[person->details];
}

void person_keep_titles(People *people, PersonEntry *person, const NameRun *mention)
{
    for (uint32_t i = mention->titles; i < mention->shown; i++) {
        const PersonDetails *details = person_details(people, person);
        size_t known = 0;

        while (known < details->title_count &&
               people_token(people, details->titles[known])->hash != people_token(people, i)->hash)
            known++;
        if (known == details->title_count && known < TITLES_KEPT &&
            (people_token(people, i)->classes & (CLASS_TITLE | CLASS_STRONG_TITLE))) {
            PersonDetails *kept = person_write_details(people, person);

            kept->titles[kept->title_count++] = i;
        }
    }
}

/* The suffix that the person is known by; else the mention's. */
static void keep_suffix(People *people, PersonEntry *person, const NameRun *mention)
{
    if (name_suffix(mention) && !person_details(people, person)->suffix)
        person_write_details(people, person)->suffix = name_suffix(mention);
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

uint32_t name_suffix(const NameRun *mention)
{
    return mention->end < mention->outer_end ? mention->end : 0;
}

bool person_is_another(const People *people, const PersonEntry *person, const NameRun *mention)
{
    uint32_t suffix = name_suffix(mention), middle = mention->first + 1, other = person->first + 1;
    uint32_t known = person_details(people, person)->suffix;

    if (suffix && (!known || !tokens_same_word(people->tokens, suffix, known)))
        return true;
    return mention->end - mention->first >= 3 && person->end - person->first >= 3 && name_is_capital(people, middle) &&
           name_is_capital(people, other) &&
           tokens_text(people->tokens, middle).bytes[0] != tokens_text(people->tokens, other).bytes[0];
}

/* Who has the suffix of the mention comes before who has one and is called without it: "Martin Luther King". */
static int32_t find_person(const People *people, const NameRun *mention)
{
    int32_t person = people_with_last_name(people, mention->end - 1), without = NO_PERSON;

    for (int left = NAMESAKES; person != NO_PERSON && left > 0; left--) {
        const PersonEntry *entry = &people->people.items[person];

        if ((same_first_name(people, entry->first, mention->first) && !person_is_another(people, entry, mention)) ||
            is_end_of_name(people, entry, mention)) {
            if (!person_details(people, entry)->suffix || name_suffix(mention))
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
    NameEntry *last = people_word(people, person.last_word);

    person.same_last = last->last_of;
    last->last_of = index;
    if (given != person.last_word) {
        NameUses *uses = people_word_uses(people, given);

        uses->first_of_several = uses->first_of != NO_PERSON;
        uses->first_of = index;
    }
    ARRAY_PUSH(people->arena, people->people, person);
    return index;
}

int32_t people_add(People *people, const NameRun *mention)
{
    uint32_t first = mention->first, end = mention->end;
    int32_t index =
        register_person(people, (PersonEntry){.first = mention->shown, .end = end, .last_word = end - 1}, first);

    keep_suffix(people, &people->people.items[index], mention);
    for (uint32_t i = first + 1; i + 1 < end; i++) {
        if (people_token(people, i)->capital && !name_is_initial(people, i))
            people_word_uses(people, i)->middle_of = index;
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
    const Word *before = mention->outer > 0 ? people_token(people, mention->outer - 1) : NULL;

    if (words < 2 || words > 3)
        return false;
    if (before && (before->number == WORD_THE || before->number == WORD_A || before->number == WORD_AN) &&
        tokens_same_sentence(people->tokens, mention->outer - 1, mention->first))
        return false;
    for (uint32_t i = mention->first; i < mention->end; i++) {
        Text word = tokens_text(people->tokens, i);
        bool all_capitals = people_token(people, i)->kind == TOKEN_WORD;

        for (size_t at = 0; at < word.size; at++)
            all_capitals = all_capitals && !ascii_is_lower(word.bytes[at]) && (unsigned char)word.bytes[at] < 0x80;
        if (all_capitals && !name_is_initial(people, i))
            return false;
    }
    return true;
}

static void enter(People *people, NameRun *mention)
{
    const NameEvidence *whole = people_evidence(people, mention->first, mention->end);
    unsigned evidence = whole->halves;
    PersonEntry *person;

    if (people_known_word(people, mention->end - 1)->evidence.single)
        evidence += EVIDENCE_GIVEN;
    if (evidence == 0 && !whole->place && looks_like_name(people, mention))
        evidence = 1;
    if (evidence == 0)
        return;
    mention->person = find_person(people, mention);
    if (mention->person == NO_PERSON)
        mention->person = people_add(people, mention);
    person = &people->people.items[mention->person];
    prefer_name(people, person, mention);
    keep_suffix(people, person, mention);
    person->evidence += evidence;
    person->weight += WEIGHT_FULL;
    person_keep_titles(people, person, mention);
}

static const Text *two_words(Arena *arena, Text first, Text second)
{
    Text *name = ARENA_NEW(arena, Text);

    *name = arena_join(arena, (Text[]){first, TEXT(" "), second}, 3);
    return name;
}

/* "the Finches’ stall", "the Sorensens": is there a plural of the last name near it? */
static bool is_family(const People *people, uint32_t last)
{
    Text name = tokens_text(people->tokens, last);
    size_t first = last > FAMILY_REACH ? last - FAMILY_REACH : 0;

    for (size_t i = first; i < last + FAMILY_REACH && i < people_token_count(people); i++) {
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
    bool alone = people_known_word(people, given)->evidence.single;
    int32_t person;

    if (full->person == NO_PERSON || mention->outer != given || mention->end - given != 1 ||
        full->end - full->first != 2 || full->outer != full->first || full->first != mention->outer_end + 1 ||
        people_token(people, mention->outer_end)->number != WORD_AND ||
        !(people_token(people, given)->classes & (CLASS_GIVEN_MALE | CLASS_GIVEN_FEMALE)) ||
        !(people_token(people, full->first)->classes & CLASS_GIVEN) ||
        people_known_uses(people, given)->first_of != NO_PERSON || (alone && !is_family(people, full->end - 1)))
        return;
    person = register_person(people,
                             (PersonEntry){.first = given,
                                           .end = mention->end,
                                           .last_word = full->end - 1,
                                           .evidence = EVIDENCE_GIVEN,
                                           .weight = WEIGHT_PARTNER},
                             given);
    person_write_details(people, &people->people.items[person])->known_name =
        two_words(people->kept, tokens_text(people->tokens, given), tokens_text(people->tokens, full->end - 1));
    mention->person = person;
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

        if (!(people_token(people, i)->classes & (CLASS_GIVEN_MALE | CLASS_GIVEN_FEMALE)) ||
            !name_is_capital(people, i + 1))
            continue;
        entry = people_word(people, i + 1);
        if (!entry->pair)
            entry->pair = i + 1;
    }
}

/* A word that is hardly a name: "Late", "Young". */
static bool is_ordinary(const People *people, uint32_t token)
{
    const Word *word = people_token(people, token);

    return !(word->classes & CLASS_GIVEN) &&
           ((word->classes & (CLASS_FINITE | CLASS_CUE)) || tokens_written_small(people->tokens, word->hash) ||
            (tokens_lexicon(people->tokens, token) & (LEXICON_COMMON | LEXICON_STOP)));
}

/* "Late", "Passes": no first name, not even one that nobody knows. */
static bool is_no_first_name(const People *people, uint32_t token)
{
    return is_ordinary(people, token) || text_ends_with(tokens_text(people->tokens, token), TEXT("s"));
}

/* Has the text a full name that ends with that word? */
static int32_t known_in_full(const People *people, uint32_t token)
{
    int32_t person = people_with_last_name(people, token);

    return person != NO_PERSON && people->people.items[person].end - people->people.items[person].first > 1 ? person
                                                                                                            : NO_PERSON;
}

/* "Late [Okafor]", "[Weber] Introduces": the last name of somebody whom the text has in full, beside a word that is none. */
static bool enter_last_name(People *people, NameRun *mention)
{
    for (uint32_t i = mention->first; mention->end - mention->first == 2 && i < mention->end; i++) {
        int32_t person = known_in_full(people, i);

        if (person == NO_PERSON || (i == mention->first && is_ordinary(people, i)) ||
            (people_token(people, mention->first)->classes & CLASS_GIVEN) ||
            (i > mention->first && !is_no_first_name(people, mention->first)))
            continue;
        mention->person = person;
        mention->first = mention->shown = i;
        mention->end = i + 1;
        return true;
    }
    return false;
}

/* In a headline a run is cut to a known full name. */
static void enter_headline(People *people, NameRun *mention)
{
    for (uint32_t i = mention->first; i + 1 < mention->end; i++) {
        int32_t person = people_with_last_name(people, i + 1);

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
    if (!enter_last_name(people, mention) && mention->end - mention->first <= 3)
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
