/*
 * Who speaks by the form of the page, without a verb:
 *
 *     “FARROW: We will appeal.”            transcripts, the name inside the quotation or before it
 *     FARROW: “We will appeal.”
 *     FARROW: We will appeal.              … without marks, when there are several such paragraphs
 *     Q: “Will you appeal?”                interviews: the answers are given by whom the article is about
 *     A: “We will.”
 *     “We will appeal.” — Ines Farrow      signatures
 *     blockquote: We will appeal.          block quotations with a line that tells whose they are
 *     cite: Ines Farrow, in a letter
 *     “Will you appeal?” she asked.        dialogue: paragraphs that are a quotation and nothing else go back
 *     “We will.”                           and forth between two people
 */
#include "analysis/speech/turns.h"

#include "analysis/attribution/subjects.h"
#include "analysis/people/people_index.h"
#include "base/lower_bound.h"

enum {
    SIGNATURE_REST = 14, /* words */
    SIGNATURE_EVIDENCE = 4,
    TRANSCRIPT_NAME = 32, /* bytes */
    TITLED_MOST = 2000,   /* people who are looked at for a title */
    LABEL_TOKENS = 6,
    TURNS_LEAST = 3,  /* paragraphs with a label, without marks, that make a transcript */
    TURNS_AROUND = 6, /* among which the same label stands again */
    TURN_TOKENS = 24,
    OTHERS_REACH = 2000,  /* tokens, and … */
    OTHERS_LOOKED_AT = 40 /* … mentions before a question, for whom it was put to */
};

static void decide(Attribution *attribution, size_t span, int32_t subject, RuleId rule)
{
    attribution_decide(attribution, span, (Decision){subject, rule, NO_CUE});
}

/* A name in capitals, or in part: whoever has it as a last name. */
static int32_t name_subject(Attribution *attribution, TokenRange name)
{
    return subject_new(attribution, SUBJECT_NAME, name.first, name.end,
                       people_with_last_name(attribution->people, name.end - 1));
}

/* ---- a name inside the quotation ---- */

/* Size of "FARROW" or "Ines Farrow" before a colon and a blank, at the start of a quotation; 0 when there is
 * none. */
static size_t transcript_name(Text inner)
{
    size_t colon = text_find_byte(text_slice(inner, (Range){0, TRANSCRIPT_NAME}), ':', 0);
    size_t words = 1;
    bool capitals = true, proper = true;

    if (colon == TEXT_NOT_FOUND || colon < 3 || colon + 1 >= inner.size || !ascii_is_blank(inner.bytes[colon + 1]) ||
        !ascii_is_upper(inner.bytes[0]))
        return 0;
    for (size_t i = 0; i < colon; i++) {
        char byte = inner.bytes[i];

        capitals = capitals && (ascii_is_upper(byte) || byte == '.' || byte == '-' || byte == ' ' || byte == '\'' ||
                                (unsigned char)byte >= 0x80);
        if (byte == ' ') {
            words++;
            proper = proper && ascii_is_upper(inner.bytes[i + 1]);
        } else if (i > 0 && inner.bytes[i - 1] != ' ') {
            proper = proper && ascii_is_lower(byte);
        }
    }
    return capitals || (proper && words == 2) ? colon : 0;
}

/* They chanted “Ines Farrow: bad for Norvane”: no turn begins inside a sentence. */
static bool follows_word(const Attribution *attribution, uint32_t token)
{
    return token > 0 && tokens_same_sentence(attribution->tokens, token - 1, token) &&
           word_at(attribution, token - 1)->kind == TOKEN_WORD;
}

static bool take_transcript(Attribution *attribution, size_t span)
{
    Range inner = span_inner(&attribution->tokens->spans.items[span]);
    size_t name = transcript_name(text_slice(attribution->tokens->article->text, inner));
    uint32_t first = span_first(attribution, span), limit = span_end(attribution, span), end;

    if (!name || !rule_is_on(attribution, RULE_TRANSCRIPT) || follows_word(attribution, first))
        return false;
    while (first < limit && token_start(attribution->tokens, first) < inner.start)
        first++;
    end = first;
    while (end < limit && token_end(attribution->tokens, end) <= inner.start + name)
        end++;
    if (end == first)
        return false;
    decide(attribution, span, name_subject(attribution, (TokenRange){first, end}), RULE_TRANSCRIPT);
    return true;
}

/* ---- signatures ---- */

/* Is the rest of the paragraph from `token` short and without a verb: "— Ines Farrow, mayor of Norvane". */
static bool is_signature_rest(const Attribution *attribution, size_t token, uint32_t block)
{
    for (int words = 0; token < attribution_token_count(attribution) && token_block(attribution->tokens, token) == block;
         token++, words++) {
        const Word *word = word_at(attribution, token);

        if (words >= SIGNATURE_REST || token_is_quoted(attribution->tokens, token) ||
            (word->classes & (CLASS_CUE | CLASS_AUXILIARY)))
            return false;
    }
    return true;
}

static void take_signature(Attribution *attribution, size_t span)
{
    size_t token = span_end(attribution, span), count = attribution_token_count(attribution);
    uint32_t block = span_block(attribution, span), here;
    const NameRun *mention;
    bool dash = false;

    for (; token < count && word_at(attribution, token)->sign == '-'; token++)
        dash = true;
    mention = token < count ? mention_at(attribution, (uint32_t)token) : NULL;
    if (!mention || token_span(attribution->tokens, token) >= 0)
        return;
    here = token_block(attribution->tokens, token);
    if (here > block + 1 || !(dash || (here == block + 1 && token_block(attribution->tokens, token - 1) != here)))
        return;
    if (!dash && (mention->end - mention->first < 2 || mention->person == NO_PERSON ||
                  attribution->people->people.items[mention->person].evidence < SIGNATURE_EVIDENCE))
        return;
    if (!rule_is_on(attribution, RULE_SIGNATURE) || !is_signature_rest(attribution, mention->outer_end, here))
        return;
    decide(attribution, span, subject_of_mention(attribution, mention), RULE_SIGNATURE);
}

/* ---- a label before the quotation ---- */

static bool is_in_capitals(Text word)
{
    size_t letters = 0;

    for (size_t i = 0; i < word.size; i++) {
        if (ascii_is_lower(word.bytes[i]))
            return false;
        letters += ascii_is_alpha(word.bytes[i]) || (unsigned char)word.bytes[i] >= 0x80;
    }
    return letters > 1;
}

/* The tokens from the start of a paragraph to its colon: "MRS. DABROWSKI", a person's name; "Q" and "A" are
 * labels too. */
static bool is_label(const Attribution *attribution, uint32_t first, uint32_t colon)
{
    const NameRun *mention = mention_at(attribution, first);
    Text text = tokens_text(attribution->tokens, first);

    if (first == colon)
        return false;
    if (colon - first == 1 && (text_equal(text, TEXT("Q")) || text_equal(text, TEXT("A"))))
        return true;
    if (mention && mention->person != NO_PERSON && mention->outer == first && mention->outer_end == colon)
        return true;
    for (uint32_t i = first; i < colon; i++) {
        if (word_at(attribution, i)->kind != TOKEN_SIGN && !is_in_capitals(tokens_text(attribution->tokens, i)))
            return false;
    }
    return true;
}

/* The label at whose colon a quotation begins. Empty: none. */
static TokenRange label_before(const Attribution *attribution, size_t span)
{
    uint32_t colon = span_first(attribution, span), first;

    if (colon < 2 || word_at(attribution, --colon)->sign != ':')
        return (TokenRange){0, 0};
    first = colon;
    while (first > 0 && colon - first < LABEL_TOKENS &&
           token_block(attribution->tokens, first - 1) == token_block(attribution->tokens, colon))
        first--;
    if (first > 0 && token_block(attribution->tokens, first - 1) == token_block(attribution->tokens, colon))
        return (TokenRange){0, 0};
    return is_label(attribution, first, colon) ? (TokenRange){first, colon} : (TokenRange){0, 0};
}

/* "And from @bridgewatcher: “…”": the handle before the colon. */
static bool take_handle(Attribution *attribution, size_t span)
{
    uint32_t colon = span_first(attribution, span);

    if (colon < 3 || word_at(attribution, --colon)->sign != ':' || word_at(attribution, colon - 2)->sign != '@' ||
        !rule_is_on(attribution, RULE_LABEL))
        return false;
    decide(attribution, span, subject_new(attribution, SUBJECT_NOMINAL, colon - 2, colon, NO_PERSON), RULE_LABEL);
    return true;
}

/* Whom the article is about: the person named most, of two the one named first. */
static int32_t main_person(const Attribution *attribution)
{
    int32_t best = NO_PERSON;

    for (size_t i = 0; i < attribution->people->people.count; i++) {
        if (best == NO_PERSON ||
            attribution->people->people.items[i].weight > attribution->people->people.items[best].weight)
            best = (int32_t)i;
    }
    return best;
}

/* "CHAIRMAN": the person with that title. */
static int32_t person_by_title(const Attribution *attribution, uint32_t token)
{
    for (size_t i = 0; i < attribution->people->people.count && i < TITLED_MOST; i++) {
        if (person_has_title(attribution->people, i, word_at(attribution, token)->hash))
            return (int32_t)i;
    }
    return NO_PERSON;
}

typedef struct Labels {
    uint32_t hash; /* of the label looked up last, and who it is */
    int32_t person;
    int32_t main; /* whom the article is about, once an answer has asked; or NO_PERSON */
} Labels;

/* Nobody waits for it in an article without answers. */
static int32_t main_person_once(const Attribution *attribution, Labels *labels)
{
    if (labels->main == NO_PERSON)
        labels->main = main_person(attribution);
    return labels->main;
}

/* The speaker of a label whose last name nobody has: by title, or who answers. */
static void name_labelled(Attribution *attribution, int32_t subject, uint32_t last, Labels *labels)
{
    Text text = tokens_text(attribution->tokens, last);
    uint32_t hash = word_at(attribution, last)->hash;

    if (subject_at(attribution, subject)->person != NO_PERSON || text_equal(text, TEXT("Q")))
        return;
    if (labels->hash != hash) {
        labels->hash = hash;
        labels->person =
            text_equal(text, TEXT("A")) ? main_person_once(attribution, labels) : person_by_title(attribution, last);
    }
    attribution->subjects.items[subject].person = labels->person;
}

static bool take_label(Attribution *attribution, size_t span, Labels *labels)
{
    TokenRange label = label_before(attribution, span);
    int32_t subject;

    if (label.first == label.end || !rule_is_on(attribution, RULE_LABEL))
        return false;
    subject = name_subject(attribution, label);
    name_labelled(attribution, subject, label.end - 1, labels);
    decide(attribution, span, subject, RULE_LABEL);
    return true;
}

/* ---- turns without marks ---- */

/* "Q:" and "A:", which tell a turn also where paragraphs have run together. */
static bool is_letter_label(const Attribution *attribution, uint32_t token)
{
    Text text = tokens_text(attribution->tokens, token);

    return (text_equal(text, TEXT("Q")) || text_equal(text, TEXT("A"))) &&
           token + 1 < attribution_token_count(attribution) && word_at(attribution, token + 1)->sign == ':' &&
           token_span(attribution->tokens, token) < 0;
}

static bool begins_turn(const Attribution *attribution, uint32_t token)
{
    return token == 0 || token_block(attribution->tokens, token - 1) != token_block(attribution->tokens, token) ||
           (token_starts_sentence(attribution->tokens, token) && is_letter_label(attribution, token));
}

/* The colon behind the label at `first`; NO_CUE: there is none, or its words stand in quotation marks. */
static uint32_t label_colon(const Attribution *attribution, uint32_t first)
{
    size_t count = attribution_token_count(attribution);
    uint32_t colon = first;

    while (colon < count && colon - first <= LABEL_TOKENS && word_at(attribution, colon)->sign != ':')
        colon++;
    return colon + 1 < count && colon - first <= LABEL_TOKENS && is_label(attribution, first, colon) &&
                   token_span(attribution->tokens, colon + 1) < 0
               ? colon
               : NO_CUE;
}

bool attribution_take_turn(Attribution *attribution, uint32_t first, uint32_t *end)
{
    uint32_t block = token_block(attribution->tokens, first), colon;
    IndirectSpeech turn = {NO_SUBJECT, NO_CUE, {0, 0}, RULE_LABEL};
    bool words = false;

    if (!begins_turn(attribution, first) || !rule_is_on(attribution, RULE_LABEL))
        return false;
    colon = label_colon(attribution, first);
    if (colon == NO_CUE)
        return false;
    for (*end = colon + 1; *end < attribution_token_count(attribution) &&
                           token_block(attribution->tokens, *end) == block && !begins_turn(attribution, *end);
         (*end)++)
        words = words || word_at(attribution, *end)->kind == TOKEN_WORD;
    if (!words) /* "FARROW: 1,769" */
        return false;
    turn.subject = name_subject(attribution, (TokenRange){first, colon});
    turn.words = (TokenRange){colon + 1, *end};
    ARRAY_PUSH(attribution->arena, attribution->indirect, turn);
    return true;
}

/* The block of the line that tells whose a block quotation is; 0: none does. */
static uint32_t cite_of(const Article *article, uint32_t block)
{
    if (article->blocks.items[block].kind != BLOCK_BLOCKQUOTE)
        return 0;
    while (block < article->blocks.count && article->blocks.items[block].kind == BLOCK_BLOCKQUOTE)
        block++;
    return block < article->blocks.count && article->blocks.items[block].kind == BLOCK_CITE ? block : 0;
}

/* Who is named first in a line, or else what it says up to its first sign: "Ambrose Tull to Lettice Tull, 1907", "the log, 1907". */
static int32_t cited_subject(Attribution *attribution, uint32_t block)
{
    size_t count = attribution_token_count(attribution), begin;
    uint32_t first, end;
    const NameRun *mention;

    LOWER_BOUND(begin, count, token_block(attribution->tokens, begin) < block);
    first = (uint32_t)begin;
    while (first < count && word_at(attribution, first)->kind == TOKEN_SIGN)
        first++;
    mention = first < count ? mention_at(attribution, first) : NULL;
    if (mention)
        return subject_of_mention(attribution, mention);
    for (end = first; end < count && token_block(attribution->tokens, end) == block &&
                      word_at(attribution, end)->kind != TOKEN_SIGN;)
        end++;
    return end > first ? subject_new(attribution, SUBJECT_NOMINAL, first, end, NO_PERSON) : NO_SUBJECT;
}

bool attribution_take_cited(Attribution *attribution, uint32_t first, uint32_t *end)
{
    uint32_t block = token_block(attribution->tokens, first);
    uint32_t cite = cite_of(attribution->tokens->article, block);
    IndirectSpeech speech = {NO_SUBJECT, NO_CUE, {first, first}, RULE_SIGNATURE};

    if (!cite || (first > 0 && token_block(attribution->tokens, first - 1) == block) ||
        token_span(attribution->tokens, first) >= 0 || !rule_is_on(attribution, RULE_SIGNATURE))
        return false;
    speech.subject = cited_subject(attribution, cite);
    for (*end = first; *end < attribution_token_count(attribution) && token_block(attribution->tokens, *end) == block;)
        (*end)++;
    speech.words.end = *end;
    if (speech.subject != NO_SUBJECT)
        ARRAY_PUSH(attribution->arena, attribution->indirect, speech);
    return speech.subject != NO_SUBJECT;
}

static uint32_t label_hash(const Attribution *attribution, const IndirectSpeech *turn)
{
    return word_at(attribution, turn->words.first - 2)->hash; /* the word before the colon */
}

/* Does the label of turn `at` of a transcript stand again near it? One of a kind is a dateline, or a row of a
 * table. */
static bool is_repeated(const Attribution *attribution, size_t at)
{
    const IndirectSpeech *speech = attribution->indirect.items;
    size_t first = at > TURNS_AROUND ? at - TURNS_AROUND : 0;

    for (size_t i = first; i < attribution->indirect.count && i <= at + TURNS_AROUND; i++) {
        if (i != at && speech[i].rule == RULE_LABEL &&
            label_hash(attribution, &speech[i]) == label_hash(attribution, &speech[at]))
            return true;
    }
    return false;
}

/* Of the interviewer, who has no name. */
static bool is_question(const Attribution *attribution, const IndirectSpeech *turn)
{
    return text_equal(tokens_text(attribution->tokens, turn->words.first - 2), TEXT("Q"));
}

/* Keep the turns if they are a transcript, without its questions. */
static void keep_turns(Attribution *attribution, Labels *labels)
{
    IndirectSpeech *speech = attribution->indirect.items;
    size_t count = attribution->indirect.count, turns = 0, kept = 0;
    bool *keep = ARENA_ARRAY(attribution->arena, bool, count + 1);

    for (size_t i = 0; i < count; i++) {
        keep[i] = speech[i].rule != RULE_LABEL || is_repeated(attribution, i);
        turns += speech[i].rule == RULE_LABEL && keep[i];
    }
    for (size_t i = 0; i < count; i++) {
        if (!keep[i] || (speech[i].rule == RULE_LABEL && (turns < TURNS_LEAST || is_question(attribution, &speech[i]))))
            continue;
        if (speech[i].rule == RULE_LABEL)
            name_labelled(attribution, speech[i].subject, speech[i].words.first - 2, labels);
        speech[kept++] = speech[i];
    }
    attribution->indirect.count = kept;
}

void attribution_turns(Attribution *attribution)
{
    Labels labels = {0, NO_PERSON, NO_PERSON};

    for (size_t span = 0; span < attribution->tokens->spans.count; span++) {
        if (!take_transcript(attribution, span) && !take_label(attribution, span, &labels) &&
            !take_handle(attribution, span))
            take_signature(attribution, span);
    }
    keep_turns(attribution, &labels);
}

/* ---- dialogue ---- */

/* Is the quotation all that its paragraph says? */
static bool is_paragraph(const Attribution *attribution, size_t span)
{
    uint32_t first = span_first(attribution, span), end = span_end(attribution, span);
    uint32_t block = token_block(attribution->tokens, first);

    return (first == 0 || token_block(attribution->tokens, first - 1) != block) &&
           (end == attribution_token_count(attribution) || token_block(attribution->tokens, end) != block);
}

/* The subject of the nearest person named before a token who is not `person`. */
static int32_t somebody_else(Attribution *attribution, uint32_t token, int32_t person)
{
    int looked_at = 0;

    for (uint32_t i = token, limit = token > OTHERS_REACH ? token - OTHERS_REACH : 0;
         i-- > limit && looked_at < OTHERS_LOOKED_AT;) {
        const NameRun *mention = mention_at(attribution, i);

        looked_at += mention != NULL;
        if (mention && mention->person != NO_PERSON && mention->person != person &&
            token_span(attribution->tokens, i) < 0)
            return subject_of_mention(attribution, mention);
    }
    return NO_SUBJECT;
}

static int32_t speaker_of(const Attribution *attribution, size_t span)
{
    int32_t subject = decision_of(attribution, span)->subject;

    return subject == NO_SUBJECT ? NO_PERSON : subject_at(attribution, subject)->person;
}

/* In news a long quotation in a paragraph of its own goes on with the speaker before; it is short ones that
 * answer. */
static bool is_short(const Attribution *attribution, size_t span)
{
    return span_end(attribution, span) - span_first(attribution, span) <= TURN_TOKENS;
}

bool attribution_dialogue_turn(Attribution *attribution, size_t span)
{
    uint32_t block = span_block(attribution, span);
    int32_t last, subject = NO_SUBJECT;

    if (span == 0 || !rule_is_on(attribution, RULE_DIALOGUE) || !is_paragraph(attribution, span) ||
        span_block(attribution, span - 1) + 1 != block || !attribution->tokens->spans.items[span - 1].closed)
        return false;
    last = speaker_of(attribution, span - 1);
    if (span > 1 && is_short(attribution, span - 1) && is_short(attribution, span) &&
        span_block(attribution, span - 2) + 2 == block && speaker_of(attribution, span - 2) != last)
        subject = decision_of(attribution, span - 2)->subject;
    else if (attribution_last_byte(attribution, span - 1) == '?')
        subject = somebody_else(attribution, span_first(attribution, span), last);
    if (subject != NO_SUBJECT)
        decide(attribution, span, subject, RULE_DIALOGUE);
    return subject != NO_SUBJECT;
}
