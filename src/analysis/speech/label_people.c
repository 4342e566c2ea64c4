/*
 * A label names somebody by whatever is short, and the same one is looked for in this order:
 *
 *     Ines Farrow, Ms. Farrow                   a name that is known already
 *     The Secretary of State (Tom Reed)         an office, with the name in brackets
 *     Question from gull_feeder                 what stands behind "from"
 *     FARROW; Ines; IF                          a last name; a first name; initials that fit one alone
 *     CHAIRMAN                                  the person with that title
 *     A                                         whom the article is about
 */
#include "analysis/speech/label_people.h"

#include "analysis/people/people_index.h"

enum {
    LOOKED_THROUGH_MOST = 2000, /* people who are looked at for a title or initials */
    INITIALS_MOST = 3,
    NAMED_AGAIN = 12 /* the weight of a person who is named more than once, in tenths */
};

/* "Interview by Ruth Amado": is a person named first behind "by"? */
static bool is_author(const Attribution *attribution, size_t person)
{
    uint32_t first = attribution->people->people.items[person].first;

    return first > 0 && word_at(attribution, first - 1)->number == WORD_BY;
}

/* Is a person surely one: by more than a capital, or named more than once? */
static bool is_sure(const Attribution *attribution, size_t person)
{
    return person_is_evident(attribution->people, person) ||
           attribution->people->people.items[person].weight >= NAMED_AGAIN;
}

/* The person named most of those who are named before a token, of two the one named first; nobody who wrote it. */
static int32_t most_named(const Attribution *attribution, uint32_t before, bool sure)
{
    const People *people = attribution->people;
    int32_t best = NO_PERSON;

    for (size_t i = 0; i < people->people.count; i++) {
        if (people->people.items[i].first >= before || (sure && !is_sure(attribution, i)) || is_author(attribution, i))
            continue;
        if (best == NO_PERSON || people->people.items[i].weight > people->people.items[best].weight)
            best = (int32_t)i;
    }
    return best;
}

/* Whom the article is about: who is named above the first question, or else anywhere. */
static int32_t main_person(const Attribution *attribution)
{
    uint32_t question = attribution->turns.count ? attribution->turns.items[0].first : 0;
    int32_t person = most_named(attribution, question, true);

    if (person == NO_PERSON)
        person = most_named(attribution, question, false);
    return person == NO_PERSON ? most_named(attribution, UINT32_MAX, true) : person;
}

/* Are the letters the first ones of the words of a person's name: "PS", Petra Sand? */
static bool has_initials(const People *people, const PersonEntry *person, Text letters)
{
    if (person->end - person->first != letters.size)
        return false;
    for (uint32_t i = person->first; i < person->end; i++) {
        if (tokens_text(people->tokens, i).bytes[0] != letters.bytes[i - person->first])
            return false;
    }
    return true;
}

/* By title or by initials; of two with the same initials none. */
static int32_t look_through(const Attribution *attribution, uint32_t token)
{
    const People *people = attribution->people;
    Text text = tokens_text(people->tokens, token);
    bool initials = text.size > 1 && text.size <= INITIALS_MOST && word_is_in_capitals(text);
    int32_t found = NO_PERSON;

    for (size_t i = 0; i < people->people.count && i < LOOKED_THROUGH_MOST; i++) {
        if (person_has_title(people, i, word_at(attribution, token)->hash))
            return (int32_t)i;
        if (!initials || !has_initials(people, &people->people.items[i], text))
            continue;
        if (found != NO_PERSON)
            return NO_PERSON;
        found = (int32_t)i;
    }
    return found;
}

/* What was looked for last is known; whom the article is about is the same for all labels. */
static int32_t looked_up(Attribution *attribution, uint32_t token, bool answers)
{
    LabelMemo *memo = &attribution->label_memo[answers];
    uint32_t hash = word_at(attribution, token)->hash;

    if (!memo->known || (!answers && memo->hash != hash))
        *memo = (LabelMemo){hash, answers ? main_person(attribution) : look_through(attribution, token), true};
    return memo->person;
}

/* The first person named in a range. */
static int32_t person_named(const Attribution *attribution, TokenRange range, TokenRange *name)
{
    for (uint32_t i = range.first; i < range.end; i++) {
        const NameRun *mention = mention_at(attribution, i);

        if (!mention || mention->person == NO_PERSON || mention->first < range.first || mention->end > range.end)
            continue;
        *name = (TokenRange){mention->shown, mention->end};
        return mention->person;
    }
    return NO_PERSON;
}

/* "The Secretary of State", "Minister for the Marine" */
static bool is_office(const Attribution *attribution, TokenRange name)
{
    bool role = false, joint = word_at(attribution, name.first)->number == WORD_THE;

    for (uint32_t i = name.first; i < name.end; i++) {
        role = role || (word_at(attribution, i)->classes & (CLASS_TITLE | CLASS_ROLE));
        joint = joint || word_at(attribution, i)->number == WORD_OF || word_at(attribution, i)->number == WORD_FOR;
    }
    return role && joint;
}

/* What stands behind "from" names whom. */
static void skip_from(const Attribution *attribution, TokenRange *name)
{
    for (uint32_t i = name->first; i + 1 < name->end; i++) {
        if (word_at(attribution, i)->number == WORD_FROM)
            name->first = i + 1;
    }
}

int32_t label_person(Attribution *attribution, const Label *label, TokenRange *name)
{
    uint32_t last = label->name.end - 1;
    TokenRange ignored;
    int32_t person;

    if (label_is_letter(attribution, label, 'Q'))
        return NO_PERSON;
    if (label_is_letter(attribution, label, 'A'))
        return looked_up(attribution, last, true);
    if (label->in_brackets && is_office(attribution, label->name) && label->inside.first < label->inside.end &&
        word_at(attribution, label->inside.first)->capital) {
        *name = label->inside;
        last = name->end - 1;
        person = person_named(attribution, label->inside, name);
    } else {
        skip_from(attribution, name);
        person = person_named(attribution, *name, &ignored);
    }
    if (person == NO_PERSON)
        person = people_with_last_name(attribution->people, last);
    if (person == NO_PERSON && name->end - name->first == 1)
        person = people_with_first_name(attribution->people, last);
    return person == NO_PERSON ? looked_up(attribution, last, false) : person;
}

uint32_t label_key(const Attribution *attribution, TokenRange name, int32_t person)
{
    const uint32_t not_a_person = (uint32_t)1 << 31, factor = 31;
    uint32_t last = name.end - 1, hash = word_at(attribution, last)->hash;

    if (person != NO_PERSON)
        return (uint32_t)person;
    if (word_at(attribution, last)->kind == TOKEN_NUMBER && last > name.first)
        hash = hash * factor + word_at(attribution, last - 1)->hash;
    return hash | not_a_person;
}
