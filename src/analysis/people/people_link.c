/*
 * Single names are linked to people:
 *
 *     Farrow said                   the person with that last name
 *     Ines                          by first name, when only one person has it
 *     Mr. Lou                       of Lou Jiwei: the family's name may come first
 */
#include "analysis/people/people_link.h"

#include "analysis/people/evidence.h"
#include "analysis/people/gender.h"
#include "analysis/people/office_holders.h"
#include "analysis/people/people_enter.h"
#include "analysis/people/people_index.h"

enum { WEIGHT_FULL = 10, WEIGHT_SINGLE = 3, WEIGHT_RECENT = 15, WEIGHT_IN_PARAGRAPH = 40 };

static Gender title_gender(const People *people, const NameRun *mention)
{
    Gender gender = GENDER_UNKNOWN;

    for (uint32_t i = mention->titles; i < mention->shown; i++) {
        if (people_token(people, i)->classes & CLASS_MALE)
            gender = GENDER_MALE;
        else if (people_token(people, i)->classes & CLASS_FEMALE)
            gender = GENDER_FEMALE;
    }
    return gender;
}

/* Whom a title and a last name mean to everybody: "President Obama". Empty for most. */
static Text known_name(const People *people, const NameRun *mention)
{
    for (uint32_t i = mention->titles; i < mention->shown; i++) {
        Text before = i > mention->titles ? tokens_text(people->tokens, i - 1) : (Text){0};
        Text name =
            office_holder_name(before, tokens_text(people->tokens, i), tokens_text(people->tokens, mention->end - 1));

        if (name.size)
            return name;
    }
    return (Text){0};
}

/* Michelle Obama is not "President Obama"; Barack H. Obama is, and who is called a president in full. */
static bool may_be_known(const People *people, int32_t person, Text name)
{
    const PersonEntry *entry = &people->people.items[person];

    return name.size == 0 || entry->end - entry->first < 2 || person_details(people, entry)->title_count > 0 ||
           tokens_text(people->tokens, entry->first).bytes[0] == name.bytes[0];
}

/* Of people with one last name: the one named most, those met last a little ahead, never one of another
 * gender than the title says. */
static int32_t best_namesake(const People *people, NameRun *mention, int32_t person)
{
    const int32_t *recent = people->recent;
    Gender wanted = title_gender(people, mention);
    Text known = known_name(people, mention);
    int32_t best = NO_PERSON, any = name_suffix(mention) ? NO_PERSON : person;
    unsigned best_score = 0, fitting = 0, near = 0;

    if (!people->use_namesakes)
        return person;
    for (int left = NAMESAKES; person != NO_PERSON && left > 0; person = people->people.items[person].same_last, left--) {
        bool sure;
        Gender gender = person_gender(people, (size_t)person, &sure);
        bool in_paragraph = people->people.items[person].named_in == token_block(people->tokens, mention->first) + 1;
        unsigned score = people->people.items[person].weight +
                         (person == recent[0] || person == recent[1] || person == recent[2] ? WEIGHT_RECENT : 0) +
                         (in_paragraph ? WEIGHT_IN_PARAGRAPH : 0);

        if (wanted != GENDER_UNKNOWN && sure && gender != wanted && gender != GENDER_EITHER)
            continue;
        if (!may_be_known(people, person, known) || person_is_another(people, &people->people.items[person], mention))
            continue;
        fitting++;
        near += in_paragraph;
        if (best == NO_PERSON || score > best_score) {
            best = person;
            best_score = score;
        }
    }
    mention->doubtful = fitting > 1 && near != 1;
    return best == NO_PERSON && !known.size && !name_has_title(people, mention, CLASS_PERSON_TITLE) ? any : best;
}

/* "Mr. Lou" of Lou Jiwei, "Sir Rupert": the one person whose name begins so. A word that is no known first
 * name stands for the family, and of two who share it the one met last is meant; one of two Johns is nobody.
 */
static int32_t person_by_first_word(const People *people, const NameRun *mention, const NameUses *uses)
{
    bool family = !(people_token(people, mention->first)->classes & CLASS_GIVEN);

    if (!uses->first_of_several || !family)
        return uses->first_of_several ? NO_PERSON : uses->first_of;
    for (int i = 2; i >= 0; i--) {
        int32_t recent = people->recent[i];

        if (recent != NO_PERSON && tokens_same_word(people->tokens, people->people.items[recent].first, mention->first))
            return recent;
    }
    return uses->first_of;
}

static int32_t link_single(People *people, NameRun *mention)
{
    NameEntry entry = *people_known_word(people, mention->first);
    NameUses uses = *people_known_uses(people, mention->first);

    if (entry.last_of != NO_PERSON) {
        int32_t person = best_namesake(people, mention, entry.last_of); /* nobody: "Mr. Obama" is not Michelle Obama */

        if (person != NO_PERSON)
            return person;
        uses.first_of = uses.middle_of = NO_PERSON;
    }
    if (uses.first_of != NO_PERSON) {
        int32_t person = person_by_first_word(people, mention, &uses);

        if (person != NO_PERSON)
            return person;
    }
    if (uses.middle_of != NO_PERSON)
        return uses.middle_of;
    if ((entry.evidence.halves >= 4 && !entry.evidence.organization) ||
        name_has_title(people, mention, CLASS_PERSON_TITLE | CLASS_MALE | CLASS_FEMALE) ||
        known_name(people, mention).size) {
        int32_t person = people_add(people, mention);

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
    person_keep_titles(people, person, mention);
    if (person->end - person->first == 1 && known.size && !person_details(people, person)->known_name) {
        Text *name = ARENA_NEW(people->kept, Text);

        *name = known;
        person_write_details(people, person)->known_name = name;
    }
}

void people_link(People *people, size_t first, size_t end)
{
    for (size_t i = first; i < end; i++) {
        NameRun *mention = &people->mentions.items[i];

        if (mention->organization)
            continue;
        if (mention->person != NO_PERSON && mention->end - mention->first > 1)
            people->people.items[mention->person].named_in = token_block(people->tokens, mention->first) + 1;
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
