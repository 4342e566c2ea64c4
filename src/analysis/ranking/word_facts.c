#include "analysis/ranking/word_facts.h"

#include "analysis/attribution/subjects.h"
#include "analysis/attribution/verbs.h"

enum { EVIDENCE_MOST = 4 };

/* ---- what it is ---- */

static unsigned pronoun_kind(unsigned number)
{
    switch (number) {
    case WORD_HE:
    case WORD_SHE:
    case WORD_HIM:
    case WORD_HIS:
    case WORD_HER:
        return NATURE_HE;
    case WORD_THEY:
    case WORD_THEM:
        return NATURE_THEY;
    case WORD_WE:
        return NATURE_WE;
    case WORD_I:
        return NATURE_I;
    case WORD_IT:
        return NATURE_IT;
    case WORD_WHO:
        return NATURE_WHO;
    case WORD_WHICH:
        return NATURE_WHICH;
    default:
        return NATURE_PRONOUN;
    }
}

static void find_person(const Attribution *attribution, Candidate *candidate)
{
    const PersonEntry *person = &attribution->people->people.items[candidate->person];
    unsigned evidence = person->evidence < EVIDENCE_MOST ? person->evidence : EVIDENCE_MOST;

    SET_FACT(&candidate->facts, WEIGHT,
             person->weight <= 10   ? WEIGHT_0
             : person->weight <= 20 ? WEIGHT_1
             : person->weight <= 40 ? WEIGHT_2
             : person->weight <= 80 ? WEIGHT_3
                                    : WEIGHT_4);
    SET_FACT(&candidate->facts, EVIDENCE, EVIDENCE_0 + evidence);
    if (person_details(attribution->people, person)->title_count)
        SET_FACT(&candidate->facts, TITLED, TITLED_YES);
}

static void find_name(const Attribution *attribution, Candidate *candidate)
{
    const NameRun *name =
        candidate->mention == NO_MENTION ? NULL : &attribution->people->mentions.items[candidate->mention];
    bool known = candidate->person != NO_PERSON;

    SET_FACT(&candidate->facts, NATURE,
             known                        ? NATURE_PERSON
             : name && name->organization ? NATURE_ORGANIZATION
                                          : NATURE_NAME);
    SET_FACT(&candidate->facts, WORDS_OF_NAME,
             candidate->end - candidate->first > 1 ? WORDS_OF_NAME_MORE : WORDS_OF_NAME_ONE);
    if (known)
        find_person(attribution, candidate);
}

static bool is_of_people(const Attribution *attribution, const Candidate *candidate)
{
    for (uint32_t i = candidate->first; i < candidate->end; i++) {
        if (word_at(attribution, i)->classes & (CLASS_PERSON_NOUN | CLASS_ROLE))
            return true;
    }
    return false;
}

static void find_description(const Attribution *attribution, Candidate *candidate)
{
    uint32_t words = candidate->end - candidate->first;

    candidate->can_speak = subject_can_speak(attribution, subject_at(attribution, candidate->subject));
    SET_FACT(&candidate->facts, NATURE, candidate->can_speak ? NATURE_DESCRIPTION : NATURE_THING);
    SET_FACT(&candidate->facts, LENGTH,
             words <= 1   ? LENGTH_1
             : words == 2 ? LENGTH_2
             : words <= 4 ? LENGTH_3
                          : LENGTH_4);
    SET_FACT(&candidate->facts, OF_PEOPLE, is_of_people(attribution, candidate) ? OF_PEOPLE_YES : OF_PEOPLE_NO);
    SET_FACT(&candidate->facts, DETERMINER,
             word_at(attribution, candidate->first)->classes & CLASS_DETERMINER ? DETERMINER_YES : DETERMINER_NO);
}

static void find_kind(const Attribution *attribution, Candidate *candidate)
{
    candidate->can_speak = true;
    if (candidate->kind == SUBJECT_NAME)
        find_name(attribution, candidate);
    else if (candidate->kind == SUBJECT_PRONOUN)
        SET_FACT(&candidate->facts, NATURE, pronoun_kind(word_at(attribution, candidate->first)->number));
    else
        find_description(attribution, candidate);
}

/* ---- what stands beside it ---- */

static unsigned word_before(const Word *word)
{
    if (word->sign == ',')
        return BEFORE_IT_COMMA;
    if (word->possessive)
        return BEFORE_IT_POSSESSIVE;
    if (word->kind == TOKEN_SIGN)
        return BEFORE_IT_SIGN;
    switch (word->number) {
    case WORD_AND:
    case WORD_OR:
        return BEFORE_IT_AND;
    case WORD_THAT:
        return BEFORE_IT_THAT;
    case WORD_AS:
        return BEFORE_IT_AS;
    case WORD_BUT:
        return BEFORE_IT_BUT;
    case WORD_IF:
    case WORD_WHEN:
    case WORD_WHILE:
    case WORD_BECAUSE:
        return BEFORE_IT_IF;
    case WORD_WHAT:
    case WORD_WHICH:
    case WORD_WHOM:
        return BEFORE_IT_WHAT;
    default:
        break;
    }
    if (word->classes & CLASS_PREPOSITION)
        return BEFORE_IT_PREPOSITION;
    if (word->classes & CLASS_SAYS)
        return BEFORE_IT_SAYS;
    return word->classes & CLASS_CONJUNCTION ? BEFORE_IT_CONJUNCTION : BEFORE_IT_OTHER;
}

static unsigned word_after(const Attribution *attribution, uint32_t token, uint32_t end)
{
    const Word *word;

    if (end >= attribution_token_count(attribution) || !tokens_same_sentence(attribution->tokens, token, end))
        return AFTER_IT_END;
    if (token_is_quoted(attribution->tokens, end))
        return AFTER_IT_QUOTATION;
    word = word_at(attribution, end);
    if (word->sign == ',')
        return AFTER_IT_COMMA;
    if (word->sign == ':')
        return AFTER_IT_COLON;
    if (word->sign == '.' || word->sign == '?' || word->sign == '!')
        return AFTER_IT_END;
    if ((word->classes & (CLASS_AUXILIARY | CLASS_FINITE)) || word_is_verb_like(attribution, end))
        return AFTER_IT_VERB;
    return word->classes & CLASS_PREPOSITION ? AFTER_IT_PREPOSITION : AFTER_IT_OTHER;
}

static bool ends_phrase(const Attribution *attribution, uint32_t token, uint32_t first)
{
    const Word *word = word_at(attribution, token);

    return !tokens_same_sentence(attribution->tokens, token, first) || token_is_quoted(attribution->tokens, token) ||
           word->kind == TOKEN_SIGN || word->possessive ||
           (word->classes &
            (CLASS_PREPOSITION | CLASS_CONJUNCTION | CLASS_AUXILIARY | CLASS_FINITE | CLASS_CUE | CLASS_PRONOUN));
}

/* The first word of what leads to a name: "[the comic] artist Ines Farrow". */
static uint32_t phrase_start(const Attribution *attribution, uint32_t first)
{
    enum { PHRASE_LONGEST = 8 };
    uint32_t at = first;
    bool role = false;

    while (at > 0 && first - at < PHRASE_LONGEST && !ends_phrase(attribution, at - 1, first)) {
        const Word *word = word_at(attribution, at - 1);
        bool is_role = (word->classes & (CLASS_ROLE | CLASS_PERSON_NOUN)) != 0;

        if (word->classes & CLASS_DETERMINER)
            return at - 1;
        if (!is_role && !word->capital && (!role || word_is_verb_like(attribution, at - 1)))
            return at;
        role = role || is_role;
        at--;
    }
    return at;
}

static unsigned before_phrase(const Attribution *attribution, uint32_t first)
{
    if (token_starts_sentence(attribution->tokens, first))
        return FIRST_BEFORE_IT;
    return token_is_quoted(attribution->tokens, first - 1) ? BEFORE_IT_QUOTATION
                                                           : word_before(word_at(attribution, first - 1));
}

unsigned word_before_words(const Attribution *attribution, uint32_t first)
{
    const NameRun *name = mention_at(attribution, first);

    return before_phrase(attribution, name ? phrase_start(attribution, name->outer) : first);
}

static void find_neighbours(const Attribution *attribution, Candidate *candidate)
{
    const NameRun *name =
        candidate->mention == NO_MENTION ? NULL : &attribution->people->mentions.items[candidate->mention];
    uint32_t first = name ? phrase_start(attribution, name->outer) : candidate->first,
             end = name ? name->outer_end : candidate->end;
    bool starts = token_starts_sentence(attribution->tokens, first);

    SET_FACT(&candidate->facts, STARTS, starts ? STARTS_SENTENCE : STARTS_LATER);
    SET_FACT(&candidate->facts, BEFORE_IT, before_phrase(attribution, first));
    SET_FACT(&candidate->facts, AFTER_IT, word_after(attribution, candidate->first, end));
}

void word_facts_find(const Attribution *attribution, Candidate *candidate)
{
    find_kind(attribution, candidate);
    find_neighbours(attribution, candidate);
}
