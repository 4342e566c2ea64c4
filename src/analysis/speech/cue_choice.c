/*
 * Each quotation takes the cue of its sentence that scores best by distance and position:
 *
 *     Q1 , Farrow , the mayor , said . Q2        Q1 by the cue; Q2 by the rule same-paragraph
 *
 * Whether a quotation has a cue before or after it, and how it is written, says how likely that cue is to speak for it. What is left is
 * decided by the neighbours (propagate.c), and what is speech at all in speech.c.
 */
#include "analysis/speech/cue_choice.h"

#include "analysis/attribution/cues.h"
#include "analysis/attribution/subjects.h"
#include "analysis/attribution/verbs.h"
#include "analysis/speech/indirect.h"
#include "analysis/speech/turns.h"

enum { CUE_REACH = 120 /* items between a quotation and a cue that may speak for it */ };

/* Words and quotations between two items. */
typedef struct Between {
    int words, quotes;
    bool semicolon;
} Between;

static Between between(const Attribution *attribution, const Sentence *sentence, size_t from, size_t to)
{
    Between result = {0, 0, false};

    for (size_t at = from; at < to; at++) {
        if (sentence->items[at].span >= 0)
            result.quotes++;
        else
            result.words++;
        result.semicolon = result.semicolon || item_sign(attribution, sentence, at, ';');
    }
    return result;
}

/* What a cue is worth to a quotation, in hundredths. */
enum {
    SURE_CUE = 320,
    EACH_WORD_BETWEEN = -10,
    EACH_WORD_AFTER_SURE = -5, /* between a sure cue and what follows it */
    EACH_QUOTATION_SKIPPED = -15,
    BESIDE = 150,           /* a cue that the quotation follows at once, or over a colon */
    INVERTED_BEFORE = -120, /* "said Farrow “…”" */
    ACCORDING_BEFORE = -50,
    OVER_SEMICOLON = -100,
    BEHIND = -60, /* a cue behind the quotation */
    EACH_QUOTATION_BEHIND = -80,
    BEHIND_CLOSED = -100,  /* … whose sentence is over */
    INVERTED_BEHIND = 300, /* “…,” said Farrow */
    SUBJECT_BEHIND = 220,  /* “…,” Farrow said */
    EACH_WORD_OF_SUBJECT = -5,
    LEAST_SCORE = -150
};

static int worth(int strength)
{
    return strength >= STRENGTH_ACCORDING ? SURE_CUE : strength * 16 / 10;
}

static int score_before(const Attribution *attribution, const Sentence *sentence, const Cue *cue, int strength,
                        size_t quote)
{
    Between gap = between(attribution, sentence, cue->item + 1, quote);
    int each_word = strength >= STRENGTH_ACCORDING ? EACH_WORD_AFTER_SURE : EACH_WORD_BETWEEN;
    int score = worth(strength) + each_word * gap.words + EACH_QUOTATION_SKIPPED * gap.quotes;

    score += gap.words <= 1 || item_sign(attribution, sentence, quote - 1, ':') ? BESIDE : 0;
    score += cue->kind == CUE_INVERTED ? INVERTED_BEFORE : 0;
    score += cue->kind == CUE_ACCORDING ? ACCORDING_BEFORE : 0;
    if (cue->kind == CUE_NOUN)
        return LEAST_SCORE + 1; /* every verb comes first */
    return score + (gap.semicolon ? OVER_SEMICOLON : 0);
}

static int score_after(const Attribution *attribution, const Sentence *sentence, const Cue *cue, int strength,
                       size_t quote, char last)
{
    Between gap = between(attribution, sentence, quote + 1, cue->item);
    int score = worth(strength) + EACH_WORD_BETWEEN * gap.words + EACH_QUOTATION_BEHIND * gap.quotes + BEHIND;
    bool open = last == ',' || last == '?' || last == '!' || last == '-';

    if (!open && !(cue->item > quote + 1 && item_sign(attribution, sentence, quote + 1, ',')))
        return score + BEHIND_CLOSED;
    if (cue->kind == CUE_INVERTED && gap.words <= 1)
        return score + INVERTED_BEHIND;
    if (cue->kind == CUE_LEFT || cue->kind == CUE_ACCORDING)
        return score + SUBJECT_BEHIND + EACH_WORD_OF_SUBJECT * gap.words;
    return score;
}

static RuleId rule_of_cue(const Cue *cue, bool cue_first)
{
    switch (cue->kind) {
    case CUE_INVERTED:
        return RULE_INVERTED;
    case CUE_ACCORDING:
        return RULE_ACCORDING_TO;
    case CUE_SHARED:
        return RULE_SHARED_SUBJECT;
    case CUE_PARTICIPLE:
        return RULE_PARTICIPLE;
    case CUE_NOUN:
        return RULE_NOUN_CUE;
    case CUE_LEFT:
        break;
    }
    return cue_first ? RULE_CUE_BEFORE : RULE_CUE_AFTER;
}

/* "In a statement [announcing] it, the union [called] it “…”": a participle that only leads to the subject. */
static bool is_introduction(const Attribution *attribution, const Sentence *sentence, const Cue *participle,
                            const Cue *cue, size_t quote)
{
    size_t start = sentence_item(sentence, subject_at(attribution, cue->subject)->first);

    if (participle->kind != CUE_PARTICIPLE || cue->kind != CUE_LEFT || cue->item > quote || start <= participle->item ||
        (participle->item > 0 && item_sign(attribution, sentence, participle->item - 1, ',')))
        return false;
    if (item_has(attribution, sentence, start - 1, CLASS_DETERMINER))
        start--;
    return item_sign(attribution, sentence, start - 1, ',');
}

/* "what auditors [described] as “…”" */
static bool is_what_they_say(const Attribution *attribution, const Sentence *sentence, const Cue *cue)
{
    size_t start = sentence_item(sentence, subject_at(attribution, cue->subject)->first);

    return start > 0 && item_is(attribution, sentence, start - 1, WORD_WHAT);
}

/* "She says it [underscores] that he is “…”, that Farrow [faces] “…”": part of what the cue before tells. */
static bool is_told(const Attribution *attribution, const Sentence *sentence, const Cue *before, const Cue *cue,
                    size_t quote)
{
    bool it = word_at(attribution, subject_at(attribution, cue->subject)->first)->number == WORD_IT;

    return before->kind == CUE_LEFT && before->strength >= STRENGTH_SURE && before->item < cue->item &&
           cue->item < quote &&
           (it ||
            (cue->kind == CUE_LEFT && cue->strength == STRENGTH_MAYBE && !is_what_they_say(attribution, sentence, cue)));
}

/* The best cue for the quotation at item `quote`, of those from `first` on; cues are in the order of the
 * sentence. */
static void choose_cue(Attribution *attribution, const Sentence *sentence, const CueList *cues, size_t first,
                       size_t quote)
{
    size_t span = (size_t)sentence->items[quote].span;
    char last = attribution_last_byte(attribution, span);
    const Cue *best = NULL;
    int best_score = LEAST_SCORE;

    for (size_t i = first; i < cues->count && cues->items[i].item <= quote + CUE_REACH; i++) {
        const Cue *cue = &cues->items[i];
        int strength = cue->strength, score;

        if (best && is_told(attribution, sentence, best, cue, quote))
            continue;
        if (strength < STRENGTH_PASSIVE || !rule_is_on(attribution, rule_of_cue(cue, cue->item < quote)))
            continue;
        if (subject_at(attribution, cue->subject)->kind == SUBJECT_NOMINAL &&
            !(cue->kind == CUE_INVERTED && strength >= STRENGTH_SURE) && /* “…,” says the manual */
            !subject_can_speak(attribution, subject_at(attribution, cue->subject)))
            strength = STRENGTH_NONE;
        score = cue->item < quote ? score_before(attribution, sentence, cue, strength, quote)
                                  : score_after(attribution, sentence, cue, strength, quote, last);
        if (score > best_score ||
            (best && score > LEAST_SCORE && is_introduction(attribution, sentence, best, cue, quote))) {
            best = cue;
            best_score = score;
        }
    }
    if (best)
        attribution_decide(
            attribution, span,
            (Decision){best->subject, rule_of_cue(best, best->item < quote), sentence->items[best->item].token});
}

/* Of whom the sentence is. */
static void take_sentence_subject(Attribution *attribution, const Sentence *sentence, size_t span)
{
    int32_t subject = subject_first(attribution, sentence, 0);

    if (subject != NO_SUBJECT)
        attribution_decide(attribution, span, (Decision){subject, RULE_SENTENCE_SUBJECT, NO_CUE});
}

static void decide_sentence(Attribution *attribution, const Sentence *sentence, const CueList *cues)
{
    size_t first = 0, before = NO_INDEX;

    for (size_t at = 0; at < sentence->count; at++) {
        size_t span = (size_t)sentence->items[at].span;

        if (sentence->items[at].span < 0)
            continue;
        while (first < cues->count && cues->items[first].item + CUE_REACH < at)
            first++;
        if (decision_of(attribution, span)->subject == NO_SUBJECT)
            choose_cue(attribution, sentence, cues, first, at);
        if (before != NO_INDEX && rule_is_on(attribution, RULE_SAME_SENTENCE) &&
            decision_of(attribution, span)->subject == NO_SUBJECT &&
            decision_of(attribution, before)->subject != NO_SUBJECT) {
            Decision same = *decision_of(attribution, before);

            same.rule = RULE_SAME_SENTENCE;
            attribution_decide(attribution, span, same);
        }
        if (decision_of(attribution, span)->subject == NO_SUBJECT && rule_is_on(attribution, RULE_SENTENCE_SUBJECT))
            take_sentence_subject(attribution, sentence, span);
        before = span;
    }
}

/* Is a paragraph somebody's speech by its form? Its sentences are no indirect speech of others then. `*end`: behind it. */
static bool is_turn(Attribution *attribution, uint32_t token, uint32_t *end)
{
    return attribution_add_turn(attribution, token, end) || attribution_take_cited(attribution, token, end);
}

void attribution_find_cues(Attribution *attribution, size_t first, size_t end)
{
    Sentence sentence;
    uint32_t turn_end = 0;

    for (size_t token = first; token < end; token = sentence.end) {
        const CueList *cues;
        bool quoted = false, turn;
        uint32_t behind;

        if (token >= turn_end && is_turn(attribution, (uint32_t)token, &behind))
            turn_end = behind;
        sentence = attribution_sentence(attribution, token);
        for (size_t at = 0; at < sentence.count && !quoted; at++)
            quoted = sentence.items[at].span >= 0;
        turn = token < turn_end;
        if (!quoted && (turn || !rule_is_on(attribution, RULE_INDIRECT)))
            continue;
        cues = attribution_cues(attribution, &sentence);
        if (quoted)
            decide_sentence(attribution, &sentence, cues);
        if (!turn && rule_is_on(attribution, RULE_INDIRECT))
            attribution_find_indirect(attribution, &sentence, cues);
    }
}
