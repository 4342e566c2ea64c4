/*
 * Quotations without a cue in their sentence take their speaker from others, in this order: by the form of the page (turns.c); the sentence
 * before, in the paragraph; the quotation before in the paragraph; the one after, when it has a cue; a chain of paragraphs whose quotation is
 * not closed; the turns of a dialogue (turns.c); the last sentence of the paragraph before; the next paragraph.
 */
#include "analysis/speech/propagate.h"

#include "analysis/attribution/cues.h"
#include "analysis/attribution/subjects.h"
#include "analysis/attribution/verbs.h"
#include "analysis/speech/turn_subjects.h"
#include "analysis/speech/turns.h"

static bool is_open(const Attribution *attribution, size_t span)
{
    return decision_of(attribution, span)->subject == NO_SUBJECT;
}

static void copy(Attribution *attribution, size_t span, size_t from, RuleId rule)
{
    Decision decision = *decision_of(attribution, from);

    decision.rule = rule;
    if (rule_is_on(attribution, rule))
        attribution_decide(attribution, span, decision);
}

/* ---- neighbours ---- */

/* Does its cue stand before it: "Farrow disagreed: “We will.”"? */
static bool is_announced(const Attribution *attribution, size_t span)
{
    return decision_of(attribution, span)->cue < span_first(attribution, span);
}

static void within_paragraphs(Attribution *attribution, size_t spans)
{
    for (size_t q = 1; q < spans; q++) {
        if (is_open(attribution, q) && !is_open(attribution, q - 1) &&
            span_block(attribution, q - 1) == span_block(attribution, q))
            copy(attribution, q, q - 1, RULE_SAME_PARAGRAPH);
    }
    for (size_t q = spans; q-- > 0;) {
        if (is_open(attribution, q) && q + 1 < spans && !is_open(attribution, q + 1) &&
            span_block(attribution, q + 1) == span_block(attribution, q) &&
            rule_fact(decision_of(attribution, q + 1)->rule, HAS_CUE) && !is_announced(attribution, q + 1))
            copy(attribution, q, q + 1, RULE_NEXT_CUED);
    }
}

static void along_chains(Attribution *attribution, size_t spans)
{
    const QuotedSpan *span = attribution->tokens->spans.items;

    for (size_t q = 1; q < spans; q++) {
        if (is_open(attribution, q) && !span[q - 1].closed && !is_open(attribution, q - 1))
            copy(attribution, q, q - 1, RULE_CHAIN_FORWARD);
    }
    for (size_t q = spans; q-- > 0;) {
        if (!span[q].closed && is_open(attribution, q) && q + 1 < spans && !is_open(attribution, q + 1) &&
            rule_fact(decision_of(attribution, q + 1)->rule, HAS_CUE) &&
            span_block(attribution, q + 1) <= span_block(attribution, q) + 1)
            copy(attribution, q, q + 1, RULE_CHAIN_BACK);
    }
}

/* The speaker that the last sentence of a paragraph suggests, whose last token is `last`. */
static int32_t sentence_subject(Attribution *attribution, size_t last)
{
    Sentence sentence = attribution_sentence(attribution, last);
    bool colon = word_at(attribution, last)->sign == ':';
    int32_t subject = NO_SUBJECT, first;
    const CueList *cues = attribution_cues(attribution, &sentence);

    for (size_t i = 0; i < cues->count; i++) {
        if (cues->items[i].strength >= STRENGTH_MAYBE && (subject == NO_SUBJECT || colon))
            subject = cues->items[i].subject;
    }
    if (subject != NO_SUBJECT && attribution->subjects.items[subject].kind != SUBJECT_NOMINAL)
        return subject;
    first = sentence.items[0].span < 0 ? subject_description(attribution, sentence.items[0].token) : NO_SUBJECT;
    if (first == NO_SUBJECT)
        first = subject_first(attribution, &sentence, 0);
    if (first != NO_SUBJECT || subject == NO_SUBJECT)
        return first;
    return subject_can_speak(attribution, subject_at(attribution, subject)) ? subject : NO_SUBJECT;
}

/* What was asked for last: many quotations may ask for one sentence. */
typedef struct Memo {
    bool known;
    size_t last;
    int32_t subject;
} Memo;

static int32_t last_sentence_subject(Attribution *attribution, Memo *memo, size_t last)
{
    if (!memo->known || memo->last != last)
        *memo = (Memo){true, last, sentence_subject(attribution, last)};
    return memo->subject;
}

static void from_paragraph_before(Attribution *attribution, Memo *memo, size_t q, size_t last)
{
    uint32_t before = token_block(attribution->tokens, last);
    int32_t span = token_span(attribution->tokens, last);
    int32_t subject = NO_SUBJECT;

    if (span >= 0 && !is_open(attribution, (size_t)span))
        subject = decision_of(attribution, (size_t)span)->subject;
    else
        subject = last_sentence_subject(attribution, memo, last);
    if (subject == NO_SUBJECT && q > 0 && span_block(attribution, q - 1) >= before)
        subject = decision_of(attribution, q - 1)->subject;
    if (subject != NO_SUBJECT && rule_is_on(attribution, RULE_PREVIOUS_PARAGRAPH))
        attribution_decide(attribution, q, (Decision){subject, RULE_PREVIOUS_PARAGRAPH, NO_CUE});
}

/* Is the quotation before `q` in the sentence that ends with a token? */
static bool sentence_has_span(const Attribution *attribution, size_t q, size_t last)
{
    return q > 0 && token_sentence(attribution->tokens, span_end(attribution, q - 1) - 1) ==
                        token_sentence(attribution->tokens, last);
}

/* "Farrow spoke last. “We will appeal.”": the sentence before, in the same paragraph. */
static void after_sentences(Attribution *attribution, Memo *memo, size_t spans)
{
    if (!rule_is_on(attribution, RULE_PREVIOUS_SENTENCE))
        return;
    for (size_t q = 0; q < spans; q++) {
        uint32_t first = span_first(attribution, q);
        int32_t subject;

        if (!is_open(attribution, q) || first == 0 || !token_starts_sentence(attribution->tokens, first) ||
            token_block(attribution->tokens, first - 1) != span_block(attribution, q) ||
            sentence_has_span(attribution, q, first - 1))
            continue;
        subject = last_sentence_subject(attribution, memo, first - 1);
        if (subject != NO_SUBJECT)
            attribution_decide(attribution, q, (Decision){subject, RULE_PREVIOUS_SENTENCE, NO_CUE});
    }
}

/* An article may open with a quotation, and name its speaker first thing in the next paragraph. */
static void from_paragraph_after(Attribution *attribution, size_t q)
{
    uint32_t end = span_end(attribution, q);
    const NameRun *mention = end < attribution_token_count(attribution) ? mention_at(attribution, end) : NULL;

    if (!mention || mention->person == NO_PERSON || mention->possessive ||
        token_block(attribution->tokens, end) == span_block(attribution, q) ||
        !rule_is_on(attribution, RULE_NEXT_PARAGRAPH))
        return;
    attribution_decide(attribution, q,
                       (Decision){subject_of_mention(attribution, mention), RULE_NEXT_PARAGRAPH, NO_CUE});
}

static void across_paragraphs(Attribution *attribution, Memo *memo, size_t spans)
{
    uint32_t block = UINT32_MAX;
    size_t first = 0; /* token of the block of the span before */

    for (size_t q = 0; q < spans; q++) {
        if (!is_open(attribution, q))
            continue;
        if (span_block(attribution, q) != block) {
            block = span_block(attribution, q);
            first = span_first(attribution, q);
            while (first > 0 && token_block(attribution->tokens, first - 1) == block)
                first--;
        }
        if (first > 0 && !attribution_dialogue_turn(attribution, q))
            from_paragraph_before(attribution, memo, q, first - 1);
        if (is_open(attribution, q) && q + 1 < spans && span_block(attribution, q + 1) == block + 1 &&
            !is_open(attribution, q + 1))
            copy(attribution, q, q + 1, RULE_NEXT_PARAGRAPH);
        if (is_open(attribution, q))
            from_paragraph_after(attribution, q);
    }
}

void attribution_propagate(Attribution *attribution)
{
    size_t spans = attribution->tokens->spans.count;
    Memo memo = {.known = false};

    attribution_turns(attribution);
    after_sentences(attribution, &memo, spans);
    within_paragraphs(attribution, spans);
    along_chains(attribution, spans);
    across_paragraphs(attribution, &memo, spans);
    attribution_turn_subjects(attribution);
}
