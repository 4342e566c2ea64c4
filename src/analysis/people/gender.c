/* A person's gender is told by a title, by the first name, or by the pronouns near it, in this order. */
#include "analysis/people/gender.h"

#include "analysis/people/people_index.h"

enum { PRONOUN_REACH = 60 };

static bool is_he(const Word *token)
{
    return token->number == WORD_HE || token->number == WORD_HIS || token->number == WORD_HIM ||
           token->number == WORD_HIMSELF;
}

static bool is_she(const Word *token)
{
    return token->number == WORD_SHE || token->number == WORD_HER || token->number == WORD_HERS ||
           token->number == WORD_HERSELF;
}

/* Pronouns outside quotations between a mention and that of somebody else. */
void people_count_pronouns(People *people, size_t first, size_t end)
{
    for (size_t i = first; i < end; i++) {
        const NameRun *mention = &people->mentions.items[i];
        size_t until = mention->end + PRONOUN_REACH < people_token_count(people) ? mention->end + PRONOUN_REACH
                                                                                 : people_token_count(people);
        PersonEntry *person;

        if (mention->person == NO_PERSON || token_span(people->tokens, mention->first) >= 0)
            continue;
        person = &people->people.items[mention->person];
        for (size_t at = mention->end; at < until; at++) {
            const Word *token = people_token(people, at);
            int32_t other = people_mention(people, at);
            bool quoted = token_is_quoted(people->tokens, at);

            if (other >= 0 && !quoted && people->mentions.items[other].person != NO_PERSON &&
                people->mentions.items[other].first == at && people->mentions.items[other].person != mention->person)
                break;
            if (quoted)
                continue;
            person->he = (uint16_t)(person->he + (is_he(token) && person->he < UINT16_MAX));
            person->she = (uint16_t)(person->she + (is_she(token) && person->she < UINT16_MAX));
        }
    }
}

Gender person_gender(const People *people, size_t index, bool *sure)
{
    const PersonEntry *person = &people->people.items[index];
    const PersonDetails *details = person_details(people, person);
    uint32_t given = person_given_classes(people, person);

    *sure = true;
    for (size_t i = 0; i < details->title_count; i++) {
        uint32_t classes = people_token(people, details->titles[i])->classes;

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

int32_t people_namesake(const People *people, size_t person, Gender wanted)
{
    int32_t other = people_with_last_name(people, people->people.items[person].last_word);

    for (int left = NAMESAKES; other != NO_PERSON && left > 0; other = people->people.items[other].same_last, left--) {
        bool sure;

        if (other != (int32_t)person && person_gender(people, (size_t)other, &sure) == wanted)
            return other;
    }
    return NO_PERSON;
}
