/*
 * What speaks for a person is counted in halves, by the words of the name and by what stands around it:
 *
 *     Mayor Farrow          a title
 *     Ines Farrow, 43,      a known first name, an age
 *     Farrow said           a verb of saying
 *     Farrow (D-Ohio)       a party
 *
 * The sum is noted for the name as a string of words, so that each place where it stands counts.
 */
#include "analysis/people/evidence.h"

#include "analysis/people/name_runs.h"
#include "analysis/people/people_index.h"
#include "analysis/words/vocabulary.h"

enum {
    EVIDENCE_TITLE = 6,
    EVIDENCE_VERB = 4,
    EVIDENCE_AGE = 6,
    EVIDENCE_APPOSITION = 2,
    EVIDENCE_PARTY = 6,
    EVIDENCE_INITIAL = 4
};

bool name_has_title(const People *people, const NameRun *mention, uint32_t classes)
{
    for (uint32_t i = mention->titles; i < mention->shown; i++) {
        if (people_token(people, i)->classes & classes)
            return true;
    }
    return false;
}

static bool is_age(const People *people, size_t token)
{
    Text text = token < people_token_count(people) ? tokens_text(people->tokens, token) : (Text){0};

    return text.size == 2 && ascii_is_digit(text.bytes[0]) && ascii_is_digit(text.bytes[1]);
}

/* A verb of saying that is no noun as well: "Farrow said", not "Soviet states". */
static bool surely_says(const Word *token)
{
    return (token->classes & CLASS_SAYS) && !(token->classes & CLASS_NOUN_TOO);
}

/* "Farrow, [a] lawyer", "…, [mayor] of Norvane" */
static bool begins_apposition(const Word *word)
{
    return word->number == WORD_A || word->number == WORD_AN || word->number == WORD_THE || word->number == WORD_WHO ||
           (word->classes & CLASS_ROLE);
}

/* What stands before and after a name. */
static unsigned context_evidence(const People *people, const NameRun *mention)
{
    size_t end = mention->outer_end, count = people_token_count(people);
    const Word *next = people_token(people, end < count ? end : count - 1);
    unsigned evidence = 0;

    if (end < count) {
        bool comma = next->sign == ',' && end + 1 < count;

        evidence += surely_says(next) ? EVIDENCE_VERB : 0;
        evidence += comma && is_age(people, end + 1) ? EVIDENCE_AGE : 0;
        evidence += comma && begins_apposition(people_token(people, end + 1)) ? EVIDENCE_APPOSITION : 0;
        if (next->sign == '(' && end + 1 < count && people_token(people, end + 1)->size <= 2) {
            char party = tokens_text(people->tokens, end + 1).bytes[0];

            evidence += party == 'R' || party == 'D' || party == 'I' ? EVIDENCE_PARTY : 0;
        }
    }
    if (mention->outer > 0) {
        const Word *before = people_token(people, mention->outer - 1);

        evidence += (before->classes & CLASS_SAYS) && !token_is_quoted(people->tokens, mention->outer - 1)
                        ? EVIDENCE_APPOSITION
                        : 0;
        evidence += before->classes & CLASS_PERSON_NOUN ? EVIDENCE_APPOSITION : 0;
    }
    return evidence;
}

static unsigned evidence_of(const People *people, const NameRun *mention)
{
    uint32_t words = mention->end - mention->first;
    unsigned evidence = context_evidence(people, mention);

    if (name_has_title(people, mention, CLASS_STRONG_TITLE))
        evidence += EVIDENCE_TITLE;
    if (people->use_given_names && (people_token(people, mention->first)->classes & CLASS_GIVEN))
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
           (people_token(people, mention->outer - 1)->classes & CLASS_PREPOSITION) &&
           (tokens_lexicon(people->tokens, mention->outer - 1) & LEXICON_PLACE_BEFORE);
}

void people_weigh(People *people, size_t first, size_t end)
{
    for (size_t i = first; i < end; i++) {
        const NameRun *mention = &people->mentions.items[i];
        const Word *next =
            mention->outer_end < people_token_count(people) ? people_token(people, mention->outer_end) : NULL;
        NameEvidence *whole;

        if (mention->organization) {
            people_word(people, mention->first)->evidence.organization = true;
            continue;
        }
        whole = people_evidence(people, mention->first, mention->end);
        whole->halves = (whole->halves + evidence_of(people, mention)) & HALVES_MOST;
        whole->place = whole->place || after_place_word(people, mention);
        if (mention->end - mention->first == 1 &&
            (mention->titles < mention->shown || (next && (surely_says(next) || (next->classes & CLASS_AUXILIARY)))))
            whole->single = true;
    }
}
