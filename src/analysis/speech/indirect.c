/*
 * Indirect speech, in sentences without quotation marks:
 *
 *     Farrow warned that [the bridge would not last].       after "that", also after whom was told
 *     Farrow said [the bridge would not last].              after a verb that always says, where a clause begins
 *     Farrow told reporters [it would not last].            after whom was told
 *     [The bridge would not last], Farrow said on Monday.   before the speaker, at the end of the sentence
 *     According to Farrow, [the bridge would not last].     behind her, or before "according"
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
    WHO_REACH = 24,    /* items of who it is according to, with what is said of her: "Farrow, the mayor of Norvane" */
    SHORTEST = 3,      /* words */
    DATELINE_LONGEST = 14,
    SENTENCE_LONGEST = 400
};

static void add(Attribution *attribution, const Sentence *sentence, const Cue *cue, size_t first, size_t end)
{
    IndirectSpeech speech = {cue->subject, sentence->items[cue->item].token, {0, 0}, RULE_INDIRECT};

    for (size_t at = first; at < end; at++) {
        if (item_sign(attribution, sentence, at, ';'))
            end = at;
    }
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

/* A verb with a subject of its own; what may be a noun too, or only ends like a verb, counts `freely` only. */
static bool is_clause_verb(const Attribution *attribution, const Sentence *sentence, size_t at, bool freely)
{
    const Word *token = item_token(attribution, sentence, at);

    if (token->capital)
        return false;
    if (token->classes & CLASS_AUXILIARY)
        return true;
    return freely ? (token->classes & CLASS_FINITE) || word_is_verb_like(attribution, sentence->items[at].token)
                  : (token->classes & (CLASS_FINITE | CLASS_NOUN_TOO)) == CLASS_FINITE;
}

/* Does a clause begin there: a subject, and a verb before the next stop? */
static bool begins_clause(const Attribution *attribution, const Sentence *sentence, size_t first, bool freely)
{
    enum { NO_CLAUSE = CLASS_PREPOSITION | CLASS_TIME | CLASS_CONJUNCTION };

    if (first >= sentence->count || item_has(attribution, sentence, first, NO_CLAUSE))
        return false;
    for (size_t at = first + 1; at < sentence->count && at < first + CLAUSE_VERB_REACH; at++) {
        const Word *token = item_token(attribution, sentence, at);

        if (token->sign == ',' || token->sign == ';' || token->sign == ':' || token->number == WORD_TO)
            return false; /* "asked her to leave" */
        if (is_clause_verb(attribution, sentence, at, freely))
            return true;
    }
    return false;
}

static bool is_telling(const Word *verb)
{
    return verb->number == WORD_TOLD || verb->number == WORD_TELLS;
}

/* What follows these is what was said, or nothing is. */
static bool is_saying(const Word *verb)
{
    return verb->number == WORD_SAID || verb->number == WORD_SAYS || verb->number == WORD_ADDED || is_telling(verb);
}

/* The item behind "that" or "whether" near a verb; 0: there is none. */
static size_t after_that(const Attribution *attribution, const Sentence *sentence, size_t verb)
{
    for (size_t at = verb + 1; at < sentence->count && at <= verb + TOLD_REACH; at++) {
        const Word *token = item_token(attribution, sentence, at);

        if (token->number == WORD_THAT || token->number == WORD_WHETHER)
            return item_sign(attribution, sentence, at + 1, ',') ? 0 : at + 1; /* "they agree on that, but" */
        if (token->kind == TOKEN_SIGN || (token->classes & (CLASS_CUE | CLASS_FINITE)))
            return 0;
    }
    return 0;
}

/* The item behind whom was told: "the court", "Wikinews", "them", or one word, "reporters". */
static size_t after_whom(Attribution *attribution, const Sentence *sentence, size_t at)
{
    int32_t whom = subject_right(attribution, sentence, at);

    if (whom == NO_SUBJECT || (subject_at(attribution, whom)->kind == SUBJECT_NOMINAL &&
                               !item_has(attribution, sentence, at, CLASS_DETERMINER)))
        return at + 1;
    return sentence_item(sentence, subject_at(attribution, whom)->end);
}

/* Where a clause with a subject and a verb begins behind a verb of saying; 0 when there is none. */
static size_t clause_after(Attribution *attribution, const Sentence *sentence, const Cue *cue)
{
    const Word *verb = item_token(attribution, sentence, cue->item);
    size_t first = after_that(attribution, sentence, cue->item);

    if (first)
        return first;
    if (cue->strength < STRENGTH_SURE || !(verb->classes & CLASS_SAYS))
        return 0;
    first = is_telling(verb) ? after_whom(attribution, sentence, cue->item + 1) : cue->item + 1;
    return begins_clause(attribution, sentence, first, is_saying(verb)) ? first : 0;
}

/* The item that the speaker of a cue begins with. */
static size_t speaker_start(const Attribution *attribution, const Sentence *sentence, const Cue *cue)
{
    size_t start = sentence_item(sentence, subject_at(attribution, cue->subject)->first);

    return start < cue->item ? start : cue->item;
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

    if (cue->kind == CUE_ACCORDING || cue->strength < STRENGTH_SURE)
        return false;
    if (subject->kind != SUBJECT_NOMINAL)
        return true;
    return !item_has(attribution, sentence, cue->item, CLASS_NOUN_TOO) &&
           ((word_at(attribution, subject->first)->classes & CLASS_DETERMINER) || word_is_speaker(attribution, subject));
}

/* Up to where the next speaker begins: "…, and Brekke said". */
static size_t clause_end(const Attribution *attribution, const Sentence *sentence, const CueList *cues, size_t next,
                         size_t first)
{
    for (; next < cues->count; next++) {
        size_t start = speaker_start(attribution, sentence, &cues->items[next]);

        if (cues->items[next].kind == CUE_LEFT && is_sure(attribution, sentence, &cues->items[next]) &&
            start > first + SHORTEST && start < cues->items[next].item) {
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

/* "While they agree on that, they disagree …": nothing but what belongs to the sentence behind the comma. */
static bool is_subordinate(const Attribution *attribution, const Sentence *sentence, size_t end)
{
    if (!item_has(attribution, sentence, 0, CLASS_CONJUNCTION))
        return false;
    for (size_t at = 1; at < end; at++) {
        if (item_sign(attribution, sentence, at, ','))
            return false;
    }
    return true;
}

/* "…, Farrow said on Monday.", "…, said Farrow.": what is before the comma; 0 when it is not so. */
static size_t clause_before(Attribution *attribution, const Sentence *sentence, const Cue *cue)
{
    size_t start = cue->kind == CUE_INVERTED ? cue->item : speaker_start(attribution, sentence, cue);

    if (start <= SHORTEST || !has_verb(attribution, sentence, 0, start - 1) ||
        !item_sign(attribution, sentence, start - 1, ',') || sentence->count - cue->item > AFTER_SPEAKER + SHORTEST)
        return 0;
    if (is_subordinate(attribution, sentence, start - 1) || clause_after(attribution, sentence, cue))
        return 0; /* "On Monday, as it rained, she said it would last." */
    return start - 1;
}

/* "According to Farrow, the mayor, [it would last]": the comma behind which a clause begins, or the last one. */
static size_t after_who(const Attribution *attribution, const Sentence *sentence, const Cue *cue)
{
    size_t end = sentence_item(sentence, subject_at(attribution, cue->subject)->end), last = 0;

    for (size_t at = end; at < sentence->count && at < end + WHO_REACH; at++) {
        if (!item_sign(attribution, sentence, at, ','))
            continue;
        last = at + 1;
        if (begins_clause(attribution, sentence, last, true))
            return last;
    }
    return last;
}

/* "It was to last, according to Farrow, [until spring]": what of it is hers is on both sides. */
static bool goes_on(const Attribution *attribution, const Sentence *sentence, const Cue *cue)
{
    size_t end = sentence_item(sentence, subject_at(attribution, cue->subject)->end);

    return item_sign(attribution, sentence, end, ',') && has_verb(attribution, sentence, end, sentence->count);
}

/* "According to Farrow, [it would last].", "[It would last], according to Farrow." */
static bool add_according(Attribution *attribution, const Sentence *sentence, const Cue *cue)
{
    size_t begin = after_dateline(attribution, sentence), first;

    if (cue->kind != CUE_ACCORDING || cue->subject == NO_SUBJECT ||
        item_is(attribution, sentence, sentence_item(sentence, subject_at(attribution, cue->subject)->first), WORD_WHICH))
        return false;
    if (cue->item > begin + SHORTEST && item_sign(attribution, sentence, cue->item - 1, ',')) {
        if (!has_verb(attribution, sentence, begin, cue->item) || goes_on(attribution, sentence, cue))
            return false;
        add(attribution, sentence, cue, begin, cue->item - 1);
        return true;
    }
    first = cue->item <= begin + 1 ? after_who(attribution, sentence, cue) : 0;
    if (!first || !has_verb(attribution, sentence, first, sentence->count))
        return false;
    add(attribution, sentence, cue, first, sentence->count);
    return true;
}

/* "The men, as she said, were old", "those which, she said, were old": only that word, not the sentence. */
static bool is_aside(const Attribution *attribution, const Sentence *sentence, size_t speaker)
{
    return speaker > 1 && (item_is(attribution, sentence, speaker - 1, WORD_AS) ||
                           item_is(attribution, sentence, speaker - 2, WORD_WHICH));
}

void attribution_find_indirect(Attribution *attribution, const Sentence *sentence)
{
    const CueList *cues;

    if (sentence->count > SENTENCE_LONGEST)
        return;
    cues = attribution_cues(attribution, sentence);
    for (size_t i = 0; i < cues->count; i++) {
        if (add_according(attribution, sentence, &cues->items[i]))
            return;
    }
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
                           ? clause_after(attribution, sentence, cue)
                           : 0;

        if (!first || first < taken || first >= sentence->count)
            continue;
        if (item_sign(attribution, sentence, first, ',')) { /* "The union, she said, would meet again." */
            if (is_aside(attribution, sentence, speaker_start(attribution, sentence, cue)))
                return;
            add(attribution, sentence, cue, taken, sentence->count);
            return;
        }
        taken = clause_end(attribution, sentence, cues, i + 1, first);
        add(attribution, sentence, cue, first, taken);
        while (i + 1 < cues->count && cues->items[i + 1].item < taken)
            i++;
    }
}
