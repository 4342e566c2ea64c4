#include "analysis/ranking/cue_facts.h"

#include "analysis/attribution/subjects.h"
#include "analysis/attribution/verbs.h"
#include "analysis/ranking/word_facts.h"

enum { BETWEEN_MOST = 3, LOOKED_AT = 150 /* tokens between a cue and a quotation */ };

static unsigned at_most(size_t count, unsigned most)
{
    return count < most ? (unsigned)count : most;
}

static uint32_t distance(const Quotation *quotation, const TextCue *cue)
{
    return cue->token < quotation->first ? quotation->first - cue->token : cue->token - quotation->end;
}

static bool in_sentence(const Attribution *attribution, const Quotation *quotation, const TextCue *cue)
{
    return token_sentence(attribution->tokens, cue->token) == quotation->sentence;
}

/* Is a cue of a candidate to be preferred to another: in the quotation's sentence, sure, near? */
static bool is_better(const Attribution *attribution, const Quotation *quotation, const TextCue *cue,
                      const TextCue *other)
{
    bool here = in_sentence(attribution, quotation, cue), there = in_sentence(attribution, quotation, other);

    if (here != there)
        return here;
    if ((cue->strength >= STRENGTH_ACCORDING) != (other->strength >= STRENGTH_ACCORDING))
        return cue->strength >= STRENGTH_ACCORDING;
    return distance(quotation, cue) < distance(quotation, other);
}

static const TextCue *best_cue(const Attribution *attribution, const Quotation *quotation, const Candidate *candidate)
{
    const TextCue *best = NULL;

    for (unsigned i = 0; i < candidate->cue_count; i++) {
        const TextCue *cue = &attribution->text_cues.items[candidate->cues[i]];

        if (!best || is_better(attribution, quotation, cue, best))
            best = cue;
    }
    return best;
}

/* 0 to 5, in the order of the values. */
static unsigned strength_of(const Candidate *candidate, const TextCue *cue)
{
    enum { SAYS, ACCORDING, MAYBE, INFINITIVE, PASSIVE, MUTE };

    if (!candidate->can_speak)
        return MUTE;
    return cue->strength >= STRENGTH_SURE         ? SAYS
           : cue->strength >= STRENGTH_ACCORDING  ? ACCORDING
           : cue->strength >= STRENGTH_MAYBE      ? MAYBE
           : cue->strength >= STRENGTH_INFINITIVE ? INFINITIVE
                                                  : PASSIVE;
}

/* ---- a cue before the quotation: what stands between ---- */

static unsigned small_word(const Word *word)
{
    switch (word->number) {
    case WORD_THAT:
        return LAST_WORD_THAT;
    case WORD_TO:
        return LAST_WORD_TO;
    case WORD_OF:
        return LAST_WORD_OF;
    case WORD_AS:
        return LAST_WORD_AS;
    case WORD_HIM:
    case WORD_HER:
    case WORD_THEM:
    case WORD_IT:
        return LAST_WORD_HIM;
    case WORD_HE:
    case WORD_SHE:
    case WORD_THEY:
        return LAST_WORD_HE;
    case WORD_IN:
    case WORD_ON:
        return LAST_WORD_IN;
    case WORD_THE:
    case WORD_A:
    case WORD_AN:
        return LAST_WORD_THE;
    case WORD_IS:
    case WORD_WAS:
    case WORD_WERE:
    case WORD_ARE:
        return LAST_WORD_IS;
    case WORD_BY:
    case WORD_FOR:
        return LAST_WORD_BY;
    case WORD_AND:
        return LAST_WORD_AND;
    default:
        return word->sign == ':' ? LAST_WORD_COLON : word->sign == ',' ? LAST_WORD_COMMA : LAST_WORD_OTHER;
    }
}

static unsigned word_after_cue(const Word *word)
{
    static const unsigned char values[] = {
        [LAST_WORD_THAT - FIRST_LAST_WORD] = AFTER_CUE_THAT - FIRST_AFTER_CUE,
        [LAST_WORD_TO - FIRST_LAST_WORD] = AFTER_CUE_TO - FIRST_AFTER_CUE,
        [LAST_WORD_OF - FIRST_LAST_WORD] = AFTER_CUE_OF - FIRST_AFTER_CUE,
        [LAST_WORD_AS - FIRST_LAST_WORD] = AFTER_CUE_AS - FIRST_AFTER_CUE,
        [LAST_WORD_HIM - FIRST_LAST_WORD] = AFTER_CUE_HIM - FIRST_AFTER_CUE,
        [LAST_WORD_HE - FIRST_LAST_WORD] = AFTER_CUE_HE - FIRST_AFTER_CUE,
        [LAST_WORD_IN - FIRST_LAST_WORD] = AFTER_CUE_IN - FIRST_AFTER_CUE,
        [LAST_WORD_THE - FIRST_LAST_WORD] = AFTER_CUE_THE - FIRST_AFTER_CUE,
        [LAST_WORD_COLON - FIRST_LAST_WORD] = AFTER_CUE_COLON - FIRST_AFTER_CUE,
        [LAST_WORD_COMMA - FIRST_LAST_WORD] = AFTER_CUE_COMMA - FIRST_AFTER_CUE,
        [LAST_WORD_OTHER - FIRST_LAST_WORD] = AFTER_CUE_OTHER - FIRST_AFTER_CUE,
    };
    unsigned value = values[small_word(word) - FIRST_LAST_WORD];

    return FIRST_AFTER_CUE + (value ? value : AFTER_CUE_OTHER - FIRST_AFTER_CUE);
}

typedef struct Between {
    size_t words, pronouns, quotations;
} Between;

static Between between(const Attribution *attribution, uint32_t first, uint32_t end)
{
    Between found = {0};

    for (uint32_t i = first; i < end && i < first + LOOKED_AT; i++) {
        const Word *word = word_at(attribution, i);

        if (token_is_quoted(attribution->tokens, i)) {
            found.quotations += i == first || !tokens_same_span(attribution->tokens, i - 1, i);
            continue;
        }
        found.words++;
        found.pronouns += (word->classes & CLASS_PRONOUN) != 0;
    }
    return found;
}

/* How a cue nearer to the quotation stands to the candidate's own. */
static unsigned rival_of(const Attribution *attribution, const TextCue *own, const TextCue *cue)
{
    const Subject *subject = subject_at(attribution, cue->subject);
    unsigned weak = cue->strength >= STRENGTH_ACCORDING ? 0 : RIVAL_WEAK_SAME - RIVAL_SAME;

    if (subject->first == subject_at(attribution, own->subject)->first)
        return RIVAL_SAME + weak;
    if (subject->kind == SUBJECT_PRONOUN && (word_at(attribution, subject->first)->number == WORD_HE ||
                                             word_at(attribution, subject->first)->number == WORD_SHE))
        return RIVAL_HE + weak;
    for (uint32_t i = own->token; i < cue->token && i < own->token + LOOKED_AT; i++) {
        if (token_is_quoted(attribution->tokens, i))
            return RIVAL_QUOTATION + weak;
    }
    switch (word_before_words(attribution, subject->first)) {
    case BEFORE_IT_WHAT:
    case BEFORE_IT_AS:
        return RIVAL_RELATIVE + weak;
    case BEFORE_IT_AND:
    case BEFORE_IT_BUT:
    case BEFORE_IT_SIGN:
    case BEFORE_IT_CONJUNCTION:
        return RIVAL_AND + weak;
    default:
        return RIVAL_TOLD + weak;
    }
}

static void find_rival(const Attribution *attribution, const Quotation *quotation, const TextCue *cue, Facts *facts)
{
    const TextCue *cues = attribution->text_cues.items, *nearest = &cues[quotation->cue - 1];

    if (nearest != cue) {
        SET_FACT(facts, RIVAL, rival_of(attribution, cue, nearest));
        SET_FACT(facts, STATUS, STATUS_BEHIND);
        return;
    }
    SET_FACT(facts, RIVAL, RIVAL_NONE);
    SET_FACT(facts, STATUS, STATUS_NEXT);
    SET_FACT(facts, PARENT,
             quotation->cue < quotation->cues + 2     ? PARENT_NONE
             : cue[-1].strength >= STRENGTH_ACCORDING ? PARENT_SURE
                                                      : PARENT_WEAK);
}

static size_t find_before(const Attribution *attribution, const Quotation *quotation, const TextCue *cue, Facts *facts)
{
    Between found = between(attribution, cue->token + 1, quotation->first);

    SET_FACT(facts, PRONOUNS, PRONOUNS_0 + at_most(found.pronouns, BETWEEN_MOST));
    SET_FACT(facts, QUOTATIONS, QUOTATIONS_0 + at_most(found.quotations, BETWEEN_MOST));
    SET_FACT(facts, AFTER_CUE, word_after_cue(word_at(attribution, cue->token + 1)));
    if (quotation->first - 1 > cue->token && !token_is_quoted(attribution->tokens, quotation->first - 1))
        SET_FACT(facts, LAST_WORD, small_word(word_at(attribution, quotation->first - 1)));
    find_rival(attribution, quotation, cue, facts);
    return found.words;
}

/* ---- a cue after it ---- */

static size_t find_after(const Attribution *attribution, const Quotation *quotation, const TextCue *cue, Facts *facts)
{
    Between found = between(attribution, quotation->end, cue->token);
    size_t own = (size_t)(cue - attribution->text_cues.items);

    SET_FACT(facts, STATUS, own > quotation->cue ? STATUS_BEHIND : STATUS_NEXT);
    SET_FACT(facts, QUOTATIONS, QUOTATIONS_0 + at_most(found.quotations, BETWEEN_MOST));
    return found.words;
}

static void find_far(const Quotation *quotation, const Candidate *candidate, const TextCue *cue, Facts *facts)
{
    int sentences = (int)candidate->sentence - (int)quotation->sentence;

    sentences = sentences < -3 ? -3 : sentences > 2 ? 2 : sentences;
    SET_FACT(facts, STATUS, STATUS_FAR);
    SET_FACT(facts, FAR_SAYING, FAR_SAYING_SAYS + strength_of(candidate, cue));
    SET_FACT(facts, FAR_KIND, FAR_KIND_LEFT + cue->kind);
    SET_FACT(facts, FAR, FAR_0 + (unsigned)(sentences + 3));
}

const TextCue *cue_facts_find(const Attribution *attribution, const Quotation *quotation, const Candidate *candidate,
                              Facts *facts)
{
    const TextCue *cue = best_cue(attribution, quotation, candidate);
    bool before;
    size_t words;

    SET_FACT(facts, OWN, cue ? OWN_YES : OWN_NO);
    if (!cue) {
        SET_FACT(facts, NO_CUE, NO_CUE_YES);
        SET_FACT(facts, STATUS, STATUS_NONE);
        return NULL;
    }
    if (!in_sentence(attribution, quotation, cue)) {
        find_far(quotation, candidate, cue, facts);
        return cue;
    }
    before = cue->token < quotation->first;
    words = before ? find_before(attribution, quotation, cue, facts) : find_after(attribution, quotation, cue, facts);
    SET_FACT(facts, SAYING, SAYING_SAYS + strength_of(candidate, cue));
    SET_FACT(facts, CUE_KIND, CUE_KIND_LEFT + cue->kind);
    SET_FACT(facts, CUE_SIDE, before ? CUE_SIDE_BEFORE : CUE_SIDE_AFTER);
    SET_FACT(facts, GAP, GAP_0 + step_of(words));
    SET_FACT(facts, NEAR, words == 0 ? NEAR_0 : words <= 3 ? NEAR_1 : NEAR_2);
    return cue;
}
