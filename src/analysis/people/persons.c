/* A name is the fullest in the text, or one that everybody knows ("President Obama"); a role is that beside the first mention that has one. */
#include "analysis/people/persons.h"

#include "analysis/people/gender.h"
#include "analysis/people/roles.h"

static Text name_of(const People *people, size_t person)
{
    const Text *known = person_details(people, &people->people.items[person])->known_name;

    return known ? *known
                 : arena_on_one_line(people->kept,
                                     text_slice(people->tokens->article->text, person_range(people, person)));
}

static ShortRange role_of(const People *people, const NameRun *mention)
{
    TokenRange role = role_of_mention(people, mention);

    if (role.first == role.end)
        return (ShortRange){0};
    return range_shorten(tokens_range(people->tokens, role.first, role.end));
}

static Person person_of(const People *people, size_t index)
{
    const PersonEntry *entry = &people->people.items[index];
    const PersonDetails *details = person_details(people, entry);
    Text name = name_of(people, index);
    bool sure;

    return (Person){.name = name.bytes,
                    .name_size = (uint32_t)name.size,
                    .gender = (unsigned char)person_gender(people, index, &sure),
                    .titled = details->title_count > 0,
                    .by_office = details->known_name != NULL,
                    .unlikely = entry->evidence <= 1};
}

Persons persons_of(const People *people, Arena *arena)
{
    Person *items = ARENA_ARRAY(arena, Person, people->people.count + 1);

    for (size_t i = 0; i < people->people.count; i++)
        items[i] = person_of(people, i);
    for (size_t i = 0; i < people->mentions.count; i++) {
        const NameRun *run = &people->mentions.items[i];

        if (run->person != NO_PERSON && range_is_empty(range_widen(items[run->person].role)))
            items[run->person].role = role_of(people, run);
    }
    return (Persons){.items = items, .count = people->people.count};
}

void persons_take_mentions(Persons *persons, const People *people, Arena *arena)
{
    PersonMention *mentions = ARENA_ARRAY(arena, PersonMention, people->mentions.count + 1);

    for (size_t i = 0; i < people->mentions.count; i++) {
        const NameRun *run = &people->mentions.items[i];

        if (run->person != NO_PERSON)
            mentions[persons->mention_count++] = (PersonMention){range_shorten(mention_range(people, run)),
                                                                 (uint32_t)run->person & INT32_MAX, run->doubtful};
    }
    persons->mentions = mentions;
}
