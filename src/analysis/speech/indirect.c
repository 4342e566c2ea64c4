/*
 * Indirect speech, in sentences without quotation marks:
 *
 *     Farrow warned that [the bridge would not last].       after "that", also after whom was told
 *     Farrow said [the bridge would not last].              after "said" and "added" alone, where a clause begins
 *     [The bridge would not last], Farrow said on Monday.   before the speaker, at the end of the sentence
 *
 * The cues and their subjects are those of quotations (cues.c).
 */
#include "analysis/speech/indirect.h"

#include "analysis/attribution/cues.h"
#include "analysis/attribution/subjects.h"
#include "analysis/attribution/verbs.h"

enum {
    TOLD_REACH = 7, /* items between a verb and its "that": "told reporters on Monday that" */
    CLAUSE_VERB_REACH = 12,
    AFTER_SPEAKER = 7, /* items after the verb of a speaker at the end: "in a letter on Monday" */
    SHORTEST = 3,      /* words */
    DATELINE_LONGEST = 14,
    SENTENCE_LONGEST = 400
};

static void add(Attribution *attribution, const Sentence *sentence, const Cue *cue, size_t first, size_t end)
{
    IndirectSpeech speech = {cue->subject, sentence->items[cue->item].token, {0, 0}, RULE_INDIRECT};

    while (end > first && item_token(attribution, sentence, end - 1)->kind == TOKEN_SIGN)
        end--;
    if (end < first + SHORTEST)
        return;
    speech.words = (TokenRange){sentence->items[first].token, sentence->items[end - 1].token + 1};
    ARRAY_PUSH(attribution->arena, attribution->indirect, speech);
}

static bool has_verb(const Attribution *attribution, const Sentence *sentence, size_t first, size_t end)
{
    for (size_t at = first; at < end; at++) {
        const Word *token = item_token(attribution, sentence, at);

        if (!token->capital && ((token->classes & (CLASS_AUXILIARY | CLASS_FINITE)) ||
                                word_is_verb_like(attribution, sentence->items[at].token)))
            return true;
    }
    return false;
}

/* "MARROW BAY, Feb. 3 (Northern Wire) — [A snowplow …": the item after a dateline's dash. */
static size_t after_dateline(const Attribution *attribution, const Sentence *sentence)
{
    for (size_t at = 1; at < sentence->count && at <= DATELINE_LONGEST; at++) {
        if (item_sign(attribution, sentence, at, '-'))
            return has_verb(attribution, sentence, 0, at) ? 0 : at + 1;
    }
    return 0;
}

/* Where a clause with a subject and a verb begins behind a verb of saying; 0 when there is none. */
static size_t clause_after(const Attribution *attribution, const Sentence *sentence, size_t verb)
{
    const Word *word = item_token(attribution, sentence, verb);

    for (size_t at = verb + 1; at < sentence->count && at <= verb + TOLD_REACH; at++) {
        const Word *token = item_token(attribution, sentence, at);

        if (token->number == WORD_THAT || token->number == WORD_WHETHER)
            return at + 1;
        if (token->kind == TOKEN_SIGN || (token->classes & (CLASS_CUE | CLASS_FINITE)))
            break;
    }
    if (word->number != WORD_SAID && word->number != WORD_SAYS && word->number != WORD_ADDED)
        return 0;
    if (verb + 1 < sentence->count &&
        item_has(attribution, sentence, verb + 1, CLASS_PREPOSITION | CLASS_TIME | CLASS_CONJUNCTION))
        return 0;
    for (size_t at = verb + 2; at < sentence->count && at <= verb + CLAUSE_VERB_REACH; at++) {
        const Word *token = item_token(attribution, sentence, at);

        if (token->sign == ',' || token->sign == ';' || token->sign == ':')
            break;
        if ((token->classes & (CLASS_AUXILIARY | CLASS_FINITE)) ||
            word_is_verb_like(attribution, sentence->items[at].token))
            return verb + 1;
    }
    return 0;
}

/* The item that the speaker of a cue begins with. */
static size_t speaker_start(const Attribution *attribution, const Sentence *sentence, const Cue *cue)
{
    size_t start = sentence_item(sentence, subject_at(attribution, cue->subject)->first);

    return start < cue->item ? start : cue->item;
}

/* Up to where the next speaker begins: "…, and Brekke said". */
static size_t clause_end(const Attribution *attribution, const Sentence *sentence, const CueList *cues, size_t next,
                         size_t first)
{
    for (; next < cues->count; next++) {
        size_t start = speaker_start(attribution, sentence, &cues->items[next]);

        if (cues->items[next].kind == CUE_LEFT && start > first + SHORTEST && start < cues->items[next].item) {
            while (start > first && (item_is(attribution, sentence, start - 1, WORD_AND) ||
                                     item_is(attribution, sentence, start - 1, WORD_BUT) ||
                                     item_is(attribution, sentence, start - 1, WORD_WHILE) ||
                                     item_sign(attribution, sentence, start - 1, ',')))
                start--;
            return start;
        }
    }
    return sentence->count;
}

/* "…, Farrow said on Monday.", "…, said Farrow.": what is before the comma; 0 when it is not so. */
static size_t clause_before(const Attribution *attribution, const Sentence *sentence, const Cue *cue)
{
    size_t start = cue->kind == CUE_INVERTED ? cue->item : speaker_start(attribution, sentence, cue);

    if (start <= SHORTEST || !has_verb(attribution, sentence, 0, start - 1) ||
        !item_sign(attribution, sentence, start - 1, ',') || sentence->count - cue->item > AFTER_SPEAKER + SHORTEST)
        return 0;
    return start - 1;
}

/* "officials", "Officials familiar with it" */
static bool word_is_speaker(const Attribution *attribution, const Subject *subject)
{
    return word_at(attribution, subject_head(attribution, subject))->classes & CLASS_PERSON_NOUN;
}

/* "Russian claims that …" is a noun, unless a name or a pronoun does it; a description is one with an
 * article. */
static bool is_sure(const Attribution *attribution, const Sentence *sentence, const Cue *cue)
{
    const Subject *subject = subject_at(attribution, cue->subject);

    if (cue->strength < STRENGTH_SURE || cue->kind == CUE_ACCORDING)
        return false;
    if (subject->kind != SUBJECT_NOMINAL)
        return true;
    return !item_has(attribution, sentence, cue->item, CLASS_NOUN_TOO) &&
           ((word_at(attribution, subject->first)->classes & CLASS_DETERMINER) || word_is_speaker(attribution, subject));
}

void attribution_find_indirect(Attribution *attribution, const Sentence *sentence)
{
    const CueList *cues;

    if (sentence->count > SENTENCE_LONGEST)
        return;
    cues = attribution_cues(attribution, sentence);
    for (size_t i = cues->count; i-- > 0;) { /* a speaker at the end says it all */
        size_t end =
            is_sure(attribution, sentence, &cues->items[i]) ? clause_before(attribution, sentence, &cues->items[i]) : 0;

        if (end) {
            add(attribution, sentence, &cues->items[i], after_dateline(attribution, sentence), end);
            return;
        }
    }
    for (size_t i = 0, taken = 0; i < cues->count; i++) { /* the items before `taken` are said already */
        const Cue *cue = &cues->items[i];
        size_t first = is_sure(attribution, sentence, cue) && cue->kind != CUE_INVERTED
                           ? clause_after(attribution, sentence, cue->item)
                           : 0;

        if (!first || first < taken || first >= sentence->count)
            continue;
        if (item_sign(attribution, sentence, first, ',')) { /* "The union, she said, would meet again." */
            add(attribution, sentence, cue, taken, sentence->count);
            return;
        }
        taken = clause_end(attribution, sentence, cues, i + 1, first);
        add(attribution, sentence, cue, first, taken);
        while (i + 1 < cues->count && cues->items[i + 1].item < taken)
            i++;
    }
}
