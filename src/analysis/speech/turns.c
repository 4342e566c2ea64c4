/*
 * Who speaks by the form of the page, without a verb:
 *
 *     “FARROW: We will appeal.”            transcripts, the name inside the quotation or before it
 *     FARROW: We will appeal.              … without marks, when there are several such paragraphs
 *     Q: “Will you appeal?”                interviews: the answers are given by whom the article is about
 *     A: “We will.”
 *     “We will appeal.” — Ines Farrow      signatures
 *     blockquote: We will appeal.          block quotations with a line that tells whose they are
 *     cite: Ines Farrow, in a letter
 *     Ines Farrow puts it like this:       … or that stand behind a sentence that names one person, and ends in a colon
 *     blockquote: We will appeal.
 */
#include "analysis/speech/turns.h"

#include "analysis/attribution/subjects.h"
#include "analysis/people/people_index.h"
#include "analysis/speech/registers.h"
#include "analysis/words/lower_word.h"
#include "base/lower_bound.h"

enum {
    SIGNATURE_REST = 14, /* words */
    SIGNATURE_EVIDENCE = 4,
    TRANSCRIPT_NAME = 32, /* bytes */
    CITED_LONGEST = 1000  /* paragraphs of a block quotation */
};

static void decide(Attribution *attribution, size_t span, int32_t subject, RuleId rule)
{
    attribution_decide(attribution, span, (Decision){subject, NO_CUE, rule, 0});
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

/*
 * In a paragraph of its own it is that of a paragraph which is the quotation: where others stand before it there, somebody has said them. And "--" in
 * a line of its own is what mail has above the name of its sender.
 */
static bool may_be_below(const Attribution *attribution, size_t span, size_t name)
{
    uint32_t first = span_first(attribution, span);

    return (first == 0 || token_block(attribution->tokens, first - 1) != span_block(attribution, span)) &&
           (word_at(attribution, name - 1)->sign != '-' || !token_begins_line(attribution->tokens, name));
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
    if (here > block + 1 || (here == block + 1 && !may_be_below(attribution, span, token)) ||
        !(dash || (here == block + 1 && token_block(attribution->tokens, token - 1) != here)))
        return;
    if (!dash && (mention->end - mention->first < 2 || mention->person == NO_PERSON ||
                  attribution->people->people.items[mention->person].evidence < SIGNATURE_EVIDENCE))
        return;
    if (!rule_is_on(attribution, RULE_SIGNATURE) || !is_signature_rest(attribution, mention->outer_end, here))
        return;
    decide(attribution, span, subject_of_mention(attribution, mention), RULE_SIGNATURE);
}

/* ---- a handle before the quotation ---- */

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

/* ---- turns without marks ---- */

bool attribution_add_turn(Attribution *attribution, uint32_t first, uint32_t *end)
{
    const Turn *turn = attribution_take_turn(attribution, first);
    IndirectSpeech speech = {NO_SUBJECT, NO_CUE, {0, 0}, RULE_LABEL};
    int32_t span;

    if (!turn)
        return false;
    *end = turn->words.end;
    if (turn->words.first >= turn->words.end)
        return true;
    speech.words = turn->words;
    speech.subject = subject_new(attribution, SUBJECT_NAME, turn->name.first, turn->name.end, turn->person);
    span = token_span(attribution->tokens, turn->words.first);
    if (turn->quoted && span >= 0)
        decide(attribution, (size_t)span, speech.subject, RULE_LABEL);
    else
        ARRAY_PUSH(attribution->arena, attribution->indirect, speech);
    return true;
}

/* The block of the line that tells whose a block quotation is; 0: none does. */
static uint32_t cite_of(const Article *article, uint32_t block)
{
    if (article->blocks.items[block].kind != BLOCK_BLOCKQUOTE)
        return 0;
    for (uint32_t first = block; block < article->blocks.count && block - first < CITED_LONGEST &&
                                 article->blocks.items[block].kind == BLOCK_BLOCKQUOTE;)
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

/* "He wrote to Farrow:", "The court told Farrow:": somebody else speaks. */
static bool is_spoken_to(const Attribution *attribution, uint32_t first, uint32_t name)
{
    static const Text pronouns[] = {LITERAL("he"), LITERAL("i"), LITERAL("she"), LITERAL("they"), LITERAL("we")};
    static const Text before[] = {LITERAL("about"), LITERAL("asked"), LITERAL("of"),   LITERAL("on"),
                                  LITERAL("tells"), LITERAL("to"),    LITERAL("told"), LITERAL("with")};

    for (uint32_t i = first; i < name; i++) {
        LowerWord word = lower_word(tokens_text(attribution->tokens, i));

        if (TEXT_IS_ONE_OF(((Text){word.bytes, word.size}), pronouns))
            return true;
    }
    return name > first && TEXT_IS_ONE_OF(tokens_text(attribution->tokens, name - 1), before);
}

/* The person whom words name outside of quotation marks, when it is one alone; NULL: nobody, or several. */
static const NameRun *only_person(Attribution *attribution, uint32_t first, uint32_t end)
{
    const NameRun *only = NULL;

    for (uint32_t i = first; i < end; i++) {
        const NameRun *mention = mention_at(attribution, i);

        if (!mention || token_span(attribution->tokens, i) >= 0)
            continue;
        if (mention->organization || (only && only->person != mention->person))
            return NULL;
        only = only ? only : mention;
    }
    return only;
}

/*
 * Of a block quotation that begins with the token `first`: who is named in the sentence before it, where that ends in a colon. "Ines Farrow, who was
 * there, puts it like this:"
 */
static int32_t announced_subject(Attribution *attribution, uint32_t first)
{
    const TokenList *tokens = attribution->tokens;
    uint32_t begin = first, block = token_block(tokens, first);
    const NameRun *mention;

    if (first < 2 || tokens->article->blocks.items[block].kind != BLOCK_BLOCKQUOTE ||
        tokens->article->blocks.items[token_block(tokens, first - 1)].kind != BLOCK_PARAGRAPH ||
        word_at(attribution, first - 1)->sign != ':')
        return NO_SUBJECT;
    while (begin > 0 && token_sentence(tokens, begin - 1) == token_sentence(tokens, first - 1))
        begin--;
    mention = only_person(attribution, begin, first);
    return mention && !is_spoken_to(attribution, begin, mention->outer) ? subject_of_mention(attribution, mention)
                                                                        : NO_SUBJECT;
}

/* All paragraphs of a block quotation are of whom its first one is. */
static int32_t announced_before(Attribution *attribution, uint32_t first)
{
    const TokenList *tokens = attribution->tokens;
    uint32_t block = token_block(tokens, first), least = block > CITED_LONGEST ? block - CITED_LONGEST : 0;
    size_t count = attribution_token_count(attribution), begin;

    while (block > least && tokens->article->blocks.items[block].kind == BLOCK_BLOCKQUOTE)
        block--;
    LOWER_BOUND(begin, count, token_block(tokens, begin) <= block);
    return begin < count ? announced_subject(attribution, (uint32_t)begin) : NO_SUBJECT;
}

bool attribution_take_cited(Attribution *attribution, uint32_t first, uint32_t *end)
{
    uint32_t block = token_block(attribution->tokens, first);
    uint32_t cite = cite_of(attribution->tokens->article, block);
    IndirectSpeech speech = {NO_SUBJECT, NO_CUE, {first, first}, RULE_SIGNATURE};

    if (attribution->tokens->article->blocks.items[block].kind != BLOCK_BLOCKQUOTE ||
        (first > 0 && token_block(attribution->tokens, first - 1) == block) ||
        token_span(attribution->tokens, first) >= 0 || !rule_is_on(attribution, RULE_SIGNATURE))
        return false;
    speech.subject = cite ? cited_subject(attribution, cite) : announced_before(attribution, first);
    for (*end = first; *end < attribution_token_count(attribution) && token_block(attribution->tokens, *end) == block;)
        (*end)++;
    speech.words.end = *end;
    if (speech.subject != NO_SUBJECT)
        ARRAY_PUSH(attribution->arena, attribution->indirect, speech);
    return speech.subject != NO_SUBJECT;
}

void attribution_turns(Attribution *attribution)
{
    for (size_t span = 0; span < attribution->tokens->spans.count; span++) {
        if (!take_transcript(attribution, span) && !take_handle(attribution, span))
            take_signature(attribution, span);
    }
}
