/*
 * Quotations without a cue in their sentence take their speaker from others, in this order: a signature or a
 * transcript's name; the quotation before in the paragraph; the one after, when it has a cue; a chain of
 * paragraphs whose quotation is not closed; the last sentence of the paragraph before; the next paragraph.
 */
#include "analysis/attribution_work.h"

#include <string.h>

enum { SIGNATURE_REST = 14, SIGNATURE_EVIDENCE = 4, TRANSCRIPT_NAME = 32 };

static Decision *decision(Attribution *attribution, size_t span)
{
    return &attribution->decisions[span];
}

static uint32_t span_block(const Attribution *attribution, size_t span)
{
    return work_token(attribution, attribution->work->span_first[span])->block;
}

static bool is_open(const Attribution *attribution, size_t span)
{
    return attribution->decisions[span].subject == NO_SUBJECT;
}

static void copy(Attribution *attribution, size_t span, size_t from, RuleId rule)
{
    if (!rule_is_on(attribution, rule))
        return;
    *decision(attribution, span) = *decision(attribution, from);
    decision(attribution, span)->rule = rule;
}

static int32_t add_subject(Attribution *attribution, uint32_t first, uint32_t end, int32_t person)
{
    Subject subject = {SUBJECT_NAME, first, end, person, NO_SUBJECT};

    ARRAY_PUSH(attribution->arena, attribution->subjects, subject);
    return (int32_t)attribution->subjects.count - 1;
}

/* ---- transcripts and signatures ---- */

/* Size of "FARROW" or "Ines Farrow" before a colon and a blank, at the start of a quotation; 0 when there is
 * none. */
static size_t transcript_name(Text inner)
{
    size_t colon = text_find_byte(text_slice(inner, (Range){0, TRANSCRIPT_NAME}), ':', 0);
    size_t words = 1;
    bool capitals = true, proper = true;

    if (colon == TEXT_NOT_FOUND || colon < 3 || colon + 1 >= inner.size ||
        !ascii_is_blank(inner.bytes[colon + 1]) || !ascii_is_upper(inner.bytes[0]))
        return 0;
    for (size_t i = 0; i < colon; i++) {
        char byte = inner.bytes[i];

        capitals = capitals && (ascii_is_upper(byte) || byte == '.' || byte == '-' || byte == ' ' ||
                                byte == '\'' || (unsigned char)byte >= 0x80);
        if (byte == ' ') {
            words++;
            proper = proper && ascii_is_upper(inner.bytes[i + 1]);
        } else if (i > 0 && inner.bytes[i - 1] != ' ') {
            proper = proper && ascii_is_lower(byte);
        }
    }
    return capitals || (proper && words == 2) ? colon : 0;
}

static bool take_transcript(Attribution *attribution, size_t span)
{
    Range inner = attribution->tokens->spans.items[span].inner;
    size_t name = transcript_name(text_slice(attribution->tokens->article->text, inner));
    uint32_t first = attribution->work->span_first[span], end;

    if (!name || !rule_is_on(attribution, RULE_TRANSCRIPT))
        return false;
    while (first < attribution->work->span_end[span] &&
           work_token(attribution, first)->range.start < inner.start)
        first++;
    end = first;
    while (end < attribution->work->span_end[span] &&
           work_token(attribution, end)->range.end <= inner.start + name)
        end++;
    if (end == first)
        return false;
    decision(attribution, span)->subject =
        add_subject(attribution, first, end, people_with_last_name(attribution->people, end - 1));
    decision(attribution, span)->rule = RULE_TRANSCRIPT;
    return true;
}

/* Is the rest of the paragraph from `token` short and without a verb: "— Ines Farrow, mayor of Norvane". */
static bool is_signature_rest(const Attribution *attribution, size_t token, uint32_t block)
{
    for (int words = 0;
         token < work_token_count(attribution) && work_token(attribution, token)->block == block;
         token++, words++) {
        const Token *word = work_token(attribution, token);

        if (words >= SIGNATURE_REST || word->span >= 0 || (word->classes & (CLASS_CUE | CLASS_AUXILIARY)))
            return false;
    }
    return true;
}

static void take_signature(Attribution *attribution, size_t span)
{
    size_t token = attribution->work->span_end[span], count = work_token_count(attribution);
    uint32_t block = span_block(attribution, span), here;
    const NameRun *mention;
    bool dash = false;

    for (; token < count && work_token(attribution, token)->sign == '-'; token++)
        dash = true;
    if (token >= count || work_token(attribution, token)->span >= 0 ||
        attribution->people->mention_of_token[token] < 0)
        return;
    here = work_token(attribution, token)->block;
    mention = &attribution->people->mentions.items[attribution->people->mention_of_token[token]];
    if (here > block + 1 ||
        !(dash || (here == block + 1 && work_token(attribution, token - 1)->block != here)))
        return;
    if (!dash && (mention->end - mention->first < 2 || mention->person == NO_PERSON ||
                  attribution->people->people.items[mention->person].evidence < SIGNATURE_EVIDENCE))
        return;
    if (!rule_is_on(attribution, RULE_SIGNATURE) || !is_signature_rest(attribution, mention->outer_end, here))
        return;
    *decision(attribution, span) = (Decision){
        add_subject(attribution, mention->first, mention->end, mention->person), RULE_SIGNATURE, NO_CUE};
}

/* ---- neighbours ---- */

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
            rule_has_cue(decision(attribution, q + 1)->rule))
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
            span_block(attribution, q + 1) <= span_block(attribution, q) + 1)
            copy(attribution, q, q + 1, RULE_CHAIN_BACK);
    }
}

/* The speaker that the last sentence of a paragraph suggests, whose last token is `last`. */
static int32_t sentence_subject(Attribution *attribution, size_t last)
{
    Sentence sentence = attribution_sentence(attribution, last);
    bool colon = work_token(attribution, last)->sign == ':';
    int32_t subject = NO_SUBJECT, first;
    CueList cues = {0};

    attribution_cues(attribution, &sentence, &cues);
    for (size_t i = 0; i < cues.count; i++) {
        if (cues.items[i].strength >= 100 && (subject == NO_SUBJECT || colon))
            subject = cues.items[i].subject;
    }
    if (subject != NO_SUBJECT && attribution->subjects.items[subject].kind != SUBJECT_NOMINAL)
        return subject;
    first = sentence.items[0].span < 0 ? subject_description(attribution, sentence.items[0].token) : NO_SUBJECT;
    if (first == NO_SUBJECT)
        first = subject_first(attribution, &sentence, 0);
    return first != NO_SUBJECT ? first : subject;
}

/* The same; many quotations may ask for one sentence. */
static int32_t last_sentence_subject(Attribution *attribution, size_t last)
{
    AttributionWork *work = attribution->work;

    if (!work->has_memo || work->memo_last != last) {
        work->memo_subject = sentence_subject(attribution, last);
        work->memo_last = last;
        work->has_memo = true;
    }
    return work->memo_subject;
}

static void from_paragraph_before(Attribution *attribution, size_t q, size_t last)
{
    uint32_t before = work_token(attribution, last)->block;
    int32_t span = work_token(attribution, last)->span;
    int32_t subject = NO_SUBJECT;

    if (span >= 0 && !is_open(attribution, (size_t)span))
        subject = decision(attribution, (size_t)span)->subject;
    else
        subject = last_sentence_subject(attribution, last);
    if (subject == NO_SUBJECT && q > 0 && span_block(attribution, q - 1) >= before)
        subject = decision(attribution, q - 1)->subject;
    if (subject != NO_SUBJECT && rule_is_on(attribution, RULE_PREVIOUS_PARAGRAPH))
        *decision(attribution, q) = (Decision){subject, RULE_PREVIOUS_PARAGRAPH, NO_CUE};
}

/* Is the quotation before `q` in the sentence that ends with a token? */
static bool sentence_has_span(const Attribution *attribution, size_t q, size_t last)
{
    return q > 0 && work_token(attribution, attribution->work->span_end[q - 1] - 1)->sentence ==
                        work_token(attribution, last)->sentence;
}

/* "Farrow spoke last. “We will appeal.”": the sentence before, in the same paragraph. */
static void after_sentences(Attribution *attribution, size_t spans)
{
    if (!rule_is_on(attribution, RULE_PREVIOUS_SENTENCE))
        return;
    for (size_t q = 0; q < spans; q++) {
        uint32_t first = attribution->work->span_first[q];
        int32_t subject;

        if (!is_open(attribution, q) || first == 0 || !work_token(attribution, first)->starts_sentence ||
            work_token(attribution, first - 1)->block != span_block(attribution, q) ||
            sentence_has_span(attribution, q, first - 1))
            continue;
        subject = last_sentence_subject(attribution, first - 1);
        if (subject != NO_SUBJECT)
            *decision(attribution, q) = (Decision){subject, RULE_PREVIOUS_SENTENCE, NO_CUE};
    }
}

static void across_paragraphs(Attribution *attribution, size_t spans)
{
    uint32_t block = UINT32_MAX;
    size_t first = 0; /* token of the block of the span before */

    for (size_t q = 0; q < spans; q++) {
        if (!is_open(attribution, q))
            continue;
        if (span_block(attribution, q) != block) {
            block = span_block(attribution, q);
            first = attribution->work->span_first[q];
            while (first > 0 && work_token(attribution, first - 1)->block == block)
                first--;
        }
        if (first > 0)
            from_paragraph_before(attribution, q, first - 1);
        if (is_open(attribution, q) && q + 1 < spans && span_block(attribution, q + 1) == block + 1 &&
            !is_open(attribution, q + 1))
            copy(attribution, q, q + 1, RULE_NEXT_PARAGRAPH);
    }
}

void attribution_propagate(Attribution *attribution)
{
    size_t spans = attribution->tokens->spans.count;

    for (size_t q = 0; q < spans; q++) {
        if (!take_transcript(attribution, q))
            take_signature(attribution, q);
    }
    after_sentences(attribution, spans);
    within_paragraphs(attribution, spans);
    along_chains(attribution, spans);
    across_paragraphs(attribution, spans);
}
