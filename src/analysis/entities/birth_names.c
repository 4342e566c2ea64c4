/*
 * "born", "née" and the like stand right before the name, and behind the other one there is little but a comma, a bracket or "was". "Born" before
 * "in" and a year is no such word, so there must be a name of a person at just that place.
 */
#include "analysis/entities/birth_names.h"

#include "base/lower_bound.h"

enum { BETWEEN_MOST = 3 /* tokens */ };

static bool is_born(const TokenList *tokens, size_t token)
{
    static const Text words[] = {LITERAL("born"), LITERAL("nee"), LITERAL("née"), LITERAL("né")};
    const Word *word = tokens_word(tokens, token);

    return !word->capital && word->size >= TEXT("né").size && word->size <= TEXT("born").size &&
           TEXT_IS_ONE_OF(tokens_text(tokens, token), words);
}

/* The name in the table of who is named at the offset; NO_NAME: nobody begins there. */
static uint32_t name_at(const EntityWork *work, const uint32_t *name_of_person, size_t offset)
{
    const NameScan *scan = &work->scan;
    const Persons *persons = &work->input.persons;
    size_t person, name;

    LOWER_BOUND(person, persons->mention_count, persons->mentions[person].range.start < offset);
    if (person < persons->mention_count && persons->mentions[person].range.start == offset && !scan->lost[person])
        return name_of_person[persons->mentions[person].person];
    LOWER_BOUND(name, scan->mentions.count, scan->mentions.items[name].range.start < offset);
    return name < scan->mentions.count && scan->mentions.items[name].range.start == offset
               ? scan->mentions.items[name].name
               : NO_NAME;
}

/* The person of the registry who is named last before the token, with little between them; NO_PERSON: nobody. */
static int32_t person_before(const EntityWork *work, size_t token)
{
    static const Text words[] = {LITERAL("("), LITERAL(","), LITERAL("was"), LITERAL("who")};
    const Persons *persons = &work->input.persons;
    const TokenList *tokens = work->input.tokens;
    size_t first = token, next;

    while (first > 0 && token - first < BETWEEN_MOST && TEXT_IS_ONE_OF(tokens_text(tokens, first - 1), words))
        first--;
    if (first == 0 || first == token || !tokens_same_sentence(tokens, first - 1, token))
        return NO_PERSON;
    LOWER_BOUND(next, persons->mention_count, persons->mentions[next].range.end < token_end(tokens, first - 1));
    return next < persons->mention_count && persons->mentions[next].range.end == token_end(tokens, first - 1)
               ? (int32_t)persons->mentions[next].person
               : NO_PERSON;
}

void birth_names_find(EntityWork *work)
{
    const TokenList *tokens = work->input.tokens;

    for (size_t i = 1; i + 1 < tokens->tokens.count; i++) {
        int32_t person = is_born(tokens, i) ? person_before(work, i) : NO_PERSON;

        if (person != NO_PERSON)
            ARRAY_PUSH(work->arena, work->births, ((BirthName){(uint32_t)person, (uint32_t)token_start(tokens, i + 1)}));
    }
}

void birth_names_note(EntityWork *work, const uint32_t *name_of_person)
{
    Name *names = work->scan.table.names.items;

    for (size_t i = 0; i < work->births.count; i++) {
        uint32_t owner = name_of_person[work->births.items[i].person];
        uint32_t name = name_at(work, name_of_person, work->births.items[i].start);

        if (owner == NO_NAME || name == NO_NAME || name == owner || names[name].weight[ENTITY_PERSON] == 0)
            continue;
        names[name].long_form = owner + 1;
        names[name].of_birth = true;
    }
}
