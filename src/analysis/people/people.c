/* What can be told of a person or a mention without looking at the text around it. */
#include "analysis/people/people.h"

Range mention_range(const People *people, const NameRun *mention)
{
    return tokens_range(people->tokens, mention->shown, mention->end);
}

Range person_range(const People *people, size_t person)
{
    const PersonEntry *entry = &people->people.items[person];
    uint32_t suffix = person_details(people, entry)->suffix;

    return tokens_range(people->tokens, entry->first, suffix == entry->end ? entry->end + 1 : entry->end);
}

bool person_is_evident(const People *people, size_t index)
{
    const PersonEntry *person = &people->people.items[index];

    return person_details(people, person)->title_count > 0 || (person_given_classes(people, person) & CLASS_GIVEN);
}

bool person_has_title(const People *people, size_t person, uint32_t hash)
{
    const PersonDetails *who = person_details(people, &people->people.items[person]);

    for (size_t i = 0; i < who->title_count; i++) {
        if (people_token(people, who->titles[i])->hash == hash)
            return true;
    }
    return false;
}

uint32_t person_given_classes(const People *people, const PersonEntry *person)
{
    const Text *known = person_details(people, person)->known_name;

    if (!people->use_given_names)
        return 0;
    if (known)
        return word_classes(text_slice(*known, (Range){0, text_find_byte(*known, ' ', 0)}));
    return person->end - person->first > 1 ? people_token(people, person->first)->classes : 0;
}
