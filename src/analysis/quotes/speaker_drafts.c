/*
 * A subject is one speaker, or several where names share the verb:
 *
 *     Ines Farrow , Efua Mendel and Owen Okonjo said     those before the last, back over its commas
 *     said Ines Farrow and Owen Okonjo                   those after the first
 *     Ines Farrow and members of the council said        the first, and who is joined to her
 */
#include "analysis/quotes/speaker_drafts.h"

#include "analysis/attribution/verbs.h"
#include "analysis/people/roles.h"

enum { PHRASE_LONGEST = 24 /* tokens of a name with its roles */ };

static const Word *token_at(const DraftInput *input, size_t token)
{
    return tokens_word(input->attribution->tokens, token);
}

/* Back over "Deputy Minister of Foreign Affairs" and "team president" to where the phrase of a name begins.
 */
static uint32_t phrase_start(const DraftInput *input, const NameRun *name)
{
    TokenRange role = role_of_mention(input->attribution->people, name);
    uint32_t token = role.first < role.end && role.first < name->outer ? role.first : name->outer, first = token;

    while (token > 0 && first - token < PHRASE_LONGEST) {
        const Word *before = token_at(input, token - 1);

        if (!tokens_same_sentence(input->attribution->tokens, token - 1, token) ||
            token_is_quoted(input->attribution->tokens, token - 1) ||
            !(before->capital || before->number == WORD_OF || before->number == WORD_THE))
            break;
        token--;
    }
    return token;
}

/* Does what is joined begin there: a sentence, or after a comma or a quotation? */
static bool begins_list(const DraftInput *input, uint32_t token)
{
    const TokenList *tokens = input->attribution->tokens;

    return token == 0 || !tokens_same_sentence(tokens, token - 1, token) || token_is_quoted(tokens, token - 1) ||
           token_at(input, token - 1)->sign == ',';
}

/* The name that may be joined to others, of which `token` is a part; NULL when it is none. */
static const NameRun *joinable(const DraftInput *input, uint32_t token)
{
    const NameRun *name = mention_at(input->attribution, token);

    return name && name->person != NO_PERSON && !name->possessive ? name : NULL;
}

/* "NAME, NAME and NAME said": those before the last, the nearest first; how many. */
static size_t joint_people(const DraftInput *input, const NameRun *last, int32_t joint[MOST_JOINT])
{
    uint32_t start = phrase_start(input, last);
    size_t found = 0, count = 0;

    while (found < MOST_JOINT && start >= 2) {
        uint32_t separator = start - 1;
        const NameRun *other;

        if (found == 0 ? token_at(input, separator)->number != WORD_AND : token_at(input, separator)->sign != ',')
            break;
        separator -= found == 0 && separator > 1 && token_at(input, separator - 1)->sign == ',';
        other = joinable(input, separator - 1);
        if (!other || other->outer_end != separator)
            break;
        joint[found++] = other->person;
        start = phrase_start(input, other);
        if (begins_list(input, start))
            count = found;
    }
    return count;
}

/* "said NAME, NAME and NAME.": those after the first, in order; how many. None without an "and", or when the
 * last does something. */
static size_t joint_people_after(const DraftInput *input, const NameRun *first, int32_t joint[MOST_JOINT])
{
    size_t tokens = input->attribution->tokens->tokens.count, found = 0;
    uint32_t end = first->outer_end;

    while (found < MOST_JOINT && end + 1 < tokens) {
        bool last = token_at(input, end)->number == WORD_AND;
        const NameRun *other = last || token_at(input, end)->sign == ',' ? joinable(input, end + 1) : NULL;

        if (!other || other->outer != end + 1)
            return 0;
        joint[found++] = other->person;
        end = other->outer_end;
        if (last)
            return end < tokens && word_is_verb_like(input->attribution, end) ? 0 : found;
    }
    return 0;
}

static bool has_word(const DraftInput *input, const Subject *subject)
{
    for (uint32_t i = subject->first; i < subject->end; i++) {
        if (token_at(input, i)->kind != TOKEN_SIGN)
            return true;
    }
    return false;
}

static void draft(const DraftInput *input, int32_t person, Range words)
{
    ARRAY_PUSH(input->drafts->arena, input->drafts->speakers, ((SpeakerDraft){person, range_shorten(words)}));
}

/* "Ines Farrow and members of the council": the person that a description begins with, and what is joined to them; NULL when it is none. */
static const NameRun *named_first(const DraftInput *input, const Subject *subject)
{
    const NameRun *name = subject->kind == SUBJECT_NOMINAL ? mention_at(input->attribution, subject->first) : NULL;

    return name && name->person != NO_PERSON && !name->possessive && name->outer <= subject->first &&
                   name->outer_end + 1 < subject->end && token_at(input, name->outer_end)->number == WORD_AND
               ? name
               : NULL;
}

unsigned speakers_draft(const DraftInput *input, const Subject *subject, bool inverted)
{
    const Subject *named =
        subject->antecedent != NO_SUBJECT ? &input->attribution->subjects.items[subject->antecedent] : subject;
    const NameRun *name = named->kind == SUBJECT_NAME && rule_is_on(input->attribution, RULE_JOINT)
                              ? mention_at(input->attribution, named->first)
                              : NULL;
    const NameRun *first = subject->person == NO_PERSON ? named_first(input, named) : NULL;
    bool one = !name || token_at(input, subject->first)->number == WORD_WHO;
    size_t before = input->drafts->speakers.count;
    int32_t joint[MOST_JOINT];
    size_t others = one ? 0 : joint_people(input, name, joint);

    while (others-- > 0)
        draft(input, joint[others], (Range){0, 0});
    if (first)
        draft(input, first->person, (Range){0, 0});
    if (subject->person != NO_PERSON)
        draft(input, subject->person, (Range){0, 0});
    else if (has_word(input, named))
        draft(input, NO_PERSON,
              tokens_range(input->attribution->tokens, first ? first->outer_end + 1 : named->first, named->end));
    others = name && inverted ? joint_people_after(input, name, joint) : 0;
    for (size_t i = 0; i < others; i++)
        draft(input, joint[i], (Range){0, 0});
    return (unsigned)(input->drafts->speakers.count - before);
}
