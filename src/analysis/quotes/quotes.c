/*
 * Each decision becomes the draft of a quotation, and this a quotation when the entities are known. Its type depends on what stands in the
 * marks, its confidence on the rule that decided and on how the words that speak are known.
 */
#include "analysis/quotes/quotes.h"

#include "analysis/attribution/subjects.h"
#include "analysis/names/kind_rules.h"
#include "analysis/quotes/clause_confidence.h"
#include "analysis/quotes/given_quotes.h"
#include "analysis/ranking/weights.h"
#include "analysis/speech/speech.h"

enum {
    FRAGMENT_WORDS = 4,
    UNKNOWN_BELOW = 20 /* confidence: "unknown" is better than a name then */
};

/* ---- how sure ---- */

/* How the words that speak are known, and of a hundred known so how many are right, given that the rule is
 * (measured on news). */
typedef enum Certainty {
    CERTAIN_NAME,  /* a person with evidence */
    DOUBTFUL_NAME, /* two capitals in a row */
    RESOLVED_PRONOUN,
    GUESSED_PRONOUN,   /* another may be meant as well */
    PRONOUN_FOR_THING, /* "it", "they", or somebody described */
    OPEN_PRONOUN,
    RESOLVED_DESCRIPTION,
    GUESSED_DESCRIPTION, /* by the place alone */
    OPEN_DESCRIPTION     /* "a spokesman": the words themselves */
} Certainty;

static const unsigned certainty_percent[] = {
    [CERTAIN_NAME] = 100,        [DOUBTFUL_NAME] = 90,       [RESOLVED_PRONOUN] = 95,
    [GUESSED_PRONOUN] = 80,      [PRONOUN_FOR_THING] = 35,   [OPEN_PRONOUN] = 20,
    [RESOLVED_DESCRIPTION] = 95, [GUESSED_DESCRIPTION] = 85, [OPEN_DESCRIPTION] = 80,
};

static Certainty certainty_of(const DraftInput *input, const Subject *subject)
{
    bool thing = subject->person == NO_PERSON && subject->antecedent != NO_SUBJECT;

    switch (subject->kind) {
    case SUBJECT_PRONOUN:
        if (thing || subject->person == NO_PERSON)
            return thing ? PRONOUN_FOR_THING : OPEN_PRONOUN;
        return subject->guessed ? GUESSED_PRONOUN : RESOLVED_PRONOUN;
    case SUBJECT_NOMINAL:
        if (subject->guessed)
            return GUESSED_DESCRIPTION;
        return thing || subject->person != NO_PERSON ? RESOLVED_DESCRIPTION : OPEN_DESCRIPTION;
    case SUBJECT_NAME:
        break;
    }
    return subject->person != NO_PERSON && input->persons[subject->person].unlikely ? DOUBTFUL_NAME : CERTAIN_NAME;
}

static unsigned confidence_of(const DraftInput *input, const Decision *decision, const Subject *subject)
{
    unsigned percent =
        decision->probability ? ranker_percent_right(decision->probability) : rule_info(decision->rule)->confidence;

    return percent * certainty_percent[certainty_of(input, subject)] / 100;
}

/* ---- what it is ---- */

/* Words that stand in the reporter's own sentence are a fragment or mixed; a sentence of the speaker's is
 * direct. */
static QuoteType type_of_speech(const DraftInput *input, size_t span)
{
    const QuotedSpan *quoted = &input->attribution->tokens->spans.items[span];
    Text inner = text_trim(text_slice(input->attribution->tokens->article->text, span_inner(quoted)));
    char last = inner.size ? inner.bytes[inner.size - 1] : '\0';
    bool whole = inner.size && !ascii_is_lower(inner.bytes[0]);
    bool stopped =
        last == '.' || last == ',' || last == '?' || last == '!' || !quoted->closed || (unsigned char)last >= 0x80;

    if (whole && stopped)
        return QUOTE_DIRECT;
    if (text_count_words(inner) <= FRAGMENT_WORDS)
        return QUOTE_FRAGMENT;
    return whole && text_count_words(inner) > FRAGMENT_WORDS * 2 ? QUOTE_DIRECT : QUOTE_MIXED;
}

/* Is the subject a thing: "The typeface is called Mingzhu, “bright islet,”"? */
static bool is_thing(const DraftInput *input, int32_t subject)
{
    const Subject *who = subject == NO_SUBJECT ? NULL : &input->attribution->subjects.items[subject];

    return who && who->kind == SUBJECT_NOMINAL && who->end > who->first &&
           kind_of_noun(tokens_text(input->attribution->tokens, who->end - 1)) == ENTITY_MISC;
}

/* "four egg whites (“light airs, rising”)": words in brackets of their own that begin small and are no sentence. */
static bool is_gloss(const DraftInput *input, size_t span)
{
    const TokenList *tokens = input->attribution->tokens;
    uint32_t first = span_first(input->attribution, span), end = span_end(input->attribution, span);
    Text inner = text_slice(tokens->article->text, span_inner(&tokens->spans.items[span]));

    return first > 0 && end < tokens->tokens.count && inner.size && ascii_is_lower(inner.bytes[0]) &&
           ascii_is_alpha(inner.bytes[inner.size - 1]) && tokens_word(tokens, first - 1)->sign == '(' &&
           tokens_word(tokens, end)->sign == ')';
}

/* "is called" */
static bool is_passive(const DraftInput *input, uint32_t cue)
{
    static const Text auxiliaries[] = {LITERAL("are"), LITERAL("is"), LITERAL("was"), LITERAL("were")};

    return cue != NO_CUE && cue > 0 && TEXT_IS_ONE_OF(tokens_text(input->attribution->tokens, cue - 1), auxiliaries);
}

/* What nobody is said to have said, and nobody can have said there. */
static bool is_said_by_none(const DraftInput *input, size_t span)
{
    const Decision *decision = decision_of(input->attribution, span);

    if (rule_fact(decision->rule, HAS_CUE) && !is_passive(input, decision->cue))
        return false;
    return is_thing(input, decision->subject) || is_gloss(input, span);
}

static QuoteType type_of(const DraftInput *input, size_t span)
{
    if (is_said_by_none(input, span))
        return QUOTE_TERM;
    switch (attribution_speech_kind(input->attribution, span)) {
    case SPEECH_TITLE:
        return QUOTE_TITLE;
    case SPEECH_NICKNAME:
        return QUOTE_NICKNAME;
    case SPEECH_TERM:
        return QUOTE_TERM;
    case SPEECH_SCARE:
        return QUOTE_SCARE;
    case SPEECH_IS:
        break;
    }
    return type_of_speech(input, span);
}

/* The words that speak, and what is said by that; `draft` has what it is of. */
static void take_decision(const DraftInput *input, const Decision *decision, QuoteDraft *draft)
{
    const Subject *subject = &input->attribution->subjects.items[decision->subject];
    Range mention = tokens_range(input->attribution->tokens, subject->first, subject->end);

    draft->inferred =
        rule_fact(decision->rule, INFERRED) ||
        (subject->kind != SUBJECT_NAME && (subject->person != NO_PERSON || subject->antecedent != NO_SUBJECT));
    if (!draft->confidence)
        draft->confidence = (unsigned char)confidence_of(input, decision, subject);
    draft->rule = (unsigned char)decision->rule;
    if (decision->cue != NO_CUE)
        draft->cue = range_shorten(tokens_range(input->attribution->tokens, decision->cue, decision->cue + 1));
    if (range_size(mention) <= SPEAKER_LONGEST) {
        draft->mention = range_shorten(mention);
        if (draft->confidence >= UNKNOWN_BELOW)
            draft->speaker_count =
                speakers_draft(input, subject, decision->cue != NO_CUE && subject->first > decision->cue) & 15;
    }
    ARRAY_PUSH(input->drafts->arena, input->drafts->items, *draft);
}

static BlockKind block_kind_of(const DraftInput *input, uint32_t token)
{
    const TokenList *tokens = input->attribution->tokens;

    return tokens->article->blocks.items[token_block(tokens, token)].kind;
}

/* In headlines words in quotation marks are kept, but as no speech of their own. */
static void add_span(const DraftInput *input, size_t span)
{
    const Decision *decision = decision_of(input->attribution, span);
    bool in_headline = block_is_headline(block_kind_of(input, span_first(input->attribution, span)));
    Quote quote = {.type = (unsigned char)(in_headline ? QUOTE_SCARE : type_of(input, span))};

    input->drafts->types[span] = quote.type;
    if (decision->subject == NO_SUBJECT || !quote_is_speech(&quote))
        return;
    input->drafts->types[span] = DRAFTED;
    take_decision(input, decision,
                  &(QuoteDraft){.range = input->attribution->tokens->spans.items[span].range,
                                .type = quote.type,
                                .next_span = (uint32_t)span + 1,
                                .marked = true});
}

/* Both of the clause and of who says it; 0: as of a quotation by the same words, which nobody is found for. */
static unsigned confidence_of_clause(const DraftInput *input, const IndirectSpeech *speech)
{
    const Subject *subject = &input->attribution->subjects.items[speech->subject];

    return speech->rule != RULE_INDIRECT || certainty_of(input, subject) == OPEN_PRONOUN
               ? 0
               : clause_confidence(input->attribution, speech);
}

/* `next_span`: the span that comes behind it. */
static void add_indirect(const DraftInput *input, const IndirectSpeech *speech, size_t next_span)
{
    Range range = tokens_range(input->attribution->tokens, speech->words.first, speech->words.end);
    Decision decision = {speech->subject, speech->cue, speech->rule, 0};

    if (speech->rule == RULE_INDIRECT && block_is_headline(block_kind_of(input, speech->words.first)))
        return;
    take_decision(input, &decision,
                  &(QuoteDraft){.range = range_shorten(range),
                                .type = speech->rule == RULE_INDIRECT ? QUOTE_INDIRECT : QUOTE_TURN,
                                .confidence = (unsigned char)confidence_of_clause(input, speech),
                                .next_span = (uint32_t)next_span});
}

/* ---- turns ---- */

enum { BARE_CUE_MOST = 4 /* words of "my mother said" */ };

/* Is a quotation inside a turn somebody else's? "One day Ms. Okafor said, “Stop.”" It is none where it reaches into the next turn. */
static bool is_of_another(const DraftInput *input, const IndirectSpeech *turn, size_t span)
{
    const Decision *decision = decision_of(input->attribution, span);

    return span_end(input->attribution, span) <= turn->words.end && decision->subject != NO_SUBJECT &&
           rule_fact(decision->rule, HAS_CUE) && attribution_speech_kind(input->attribution, span) == SPEECH_IS;
}

static int32_t who_speaks(const Attribution *attribution, size_t span)
{
    int32_t subject = decision_of(attribution, span)->subject;
    int32_t antecedent = subject == NO_SUBJECT ? NO_SUBJECT : subject_at(attribution, subject)->antecedent;

    return antecedent == NO_SUBJECT ? subject : antecedent;
}

/* Does another go on, whose words are just before: “Take it,” she said. “Then play it.” */
static bool goes_on(const DraftInput *input, const IndirectSpeech *turn, size_t span)
{
    const Attribution *attribution = input->attribution;
    int32_t before = who_speaks(attribution, span - 1), here = who_speaks(attribution, span);

    return span_end(attribution, span) <= turn->words.end && type_of(input, span) == QUOTE_DIRECT &&
           rule_fact(decision_of(attribution, span)->rule, KEEPS_FRAGMENTS) && before != NO_SUBJECT &&
           here != NO_SUBJECT &&
           (before == here || (subject_at(attribution, before)->person != NO_PERSON &&
                               subject_at(attribution, before)->person == subject_at(attribution, here)->person));
}

/* Behind the words of another: "[“Stop,” said Ruta.] That is how we came by it." */
static uint32_t after_bare_cue(const TokenList *tokens, TokenRange words)
{
    uint32_t first = words.first;

    for (uint32_t i = first;
         i < words.end && i <= first + BARE_CUE_MOST && (tokens_word(tokens, first)->classes & CLASS_CUE); i++) {
        if (token_starts_sentence(tokens, i))
            return i;
    }
    while (first < words.end && tokens_word(tokens, first)->kind == TOKEN_SIGN)
        first++;
    return first;
}

/* Where a turn begins with the words of another, these come first, and the turn behind them: no two quotations begin in one place. */
static size_t add_first_inside(const DraftInput *input, IndirectSpeech *turn, size_t span)
{
    const Attribution *attribution = input->attribution;

    if (span == attribution->tokens->spans.count || span_first(attribution, span) != turn->words.first ||
        !is_of_another(input, turn, span))
        return span;
    add_span(input, span);
    turn->words.first = span_end(attribution, span);
    turn->words.first = after_bare_cue(attribution->tokens, turn->words);
    return span + 1;
}

/* A turn is one quotation, and the words of others in it are quotations behind it; which of the spans comes next. */
static size_t add_turn(const DraftInput *input, const IndirectSpeech *turn, size_t span)
{
    const Attribution *attribution = input->attribution;
    IndirectSpeech part = *turn;
    size_t first = span;
    bool others = false;

    span = add_first_inside(input, &part, span);
    others = span > first;
    if (part.words.first < part.words.end)
        add_indirect(input, &part, span);
    for (; span < attribution->tokens->spans.count && span_first(attribution, span) < turn->words.end; span++) {
        others = is_of_another(input, turn, span) || (others && goes_on(input, turn, span));
        if (others)
            add_span(input, span);
        else
            input->drafts->types[span] = LEFT_OUT;
    }
    return span;
}

void quotes_draft(const DraftInput *input)
{
    const Attribution *attribution = input->attribution;
    size_t span = 0, spans = attribution->tokens->spans.count;

    input->drafts->types = ARENA_ARRAY(input->drafts->arena, unsigned char, spans);
    for (size_t i = 0; i < attribution->indirect.count; i++) {
        const IndirectSpeech *speech = &attribution->indirect.items[i];

        for (; span < spans && span_first(attribution, span) < speech->words.first; span++)
            add_span(input, span);
        if (speech->rule == RULE_INDIRECT)
            add_indirect(input, speech, span);
        else
            span = add_turn(input, speech, span);
    }
    for (; span < spans; span++)
        add_span(input, span);
}

/* ---- once the entities are known ---- */

static void add_drafted(const QuoteInput *input, const QuoteDraft *draft, size_t speaker)
{
    Quote quote = {
        .range = draft->range, .type = draft->type, .confidence = draft->confidence, .inferred = draft->inferred};
    Speakers speakers = speakers_of_drafts(input, speaker, draft->speaker_count);

    if (draft->marked) {
        quote.open = input->spans->items[draft->next_span - 1].open;
        quote.close = input->spans->items[draft->next_span - 1].close;
    }
    speakers_set_source(
        input, &quote,
        (QuoteSource){.mention = draft->mention, .cue = draft->cue, .rule = rule_info((RuleId)draft->rule)->name},
        &speakers);
    ARRAY_PUSH(input->analysis->arena, input->analysis->quotes, quote);
}

/* The spans [first, end) that are nobody's. */
static void add_nobodys(const QuoteInput *input, const QuoteSource *nobody, size_t first, size_t end)
{
    for (size_t i = first; i < end; i++) {
        const QuotedSpan *span = &input->spans->items[i];
        Quote quote = {.range = span->range,
                       .open = span->open,
                       .close = span->close,
                       .source = nobody,
                       .type = input->drafts->types[i]};

        if (quote.type >= QUOTE_TYPE_COUNT)
            continue;
        quote.inferred = quote_is_speech(&quote);
        ARRAY_PUSH(input->analysis->arena, input->analysis->quotes, quote);
    }
}

static void add_drafts(const QuoteInput *input)
{
    QuoteSource *nobody = ARENA_NEW(input->analysis->arena, QuoteSource);
    size_t span = 0, speaker = 0;

    nobody->rule = rule_info(RULE_NONE)->name;
    for (size_t i = 0; i < input->drafts->items.count; i++) {
        const QuoteDraft *draft = &input->drafts->items.items[i];

        add_nobodys(input, nobody, span, draft->next_span);
        add_drafted(input, draft, speaker);
        speaker += draft->speaker_count;
        span = draft->next_span;
    }
    add_nobodys(input, nobody, span, input->spans->count);
}

static void count_quotes(Analysis *analysis)
{
    for (size_t i = 0; i < analysis->quotes.count; i++) {
        const Quote *quote = &analysis->quotes.items[i];

        for (size_t j = 0; j < quote->source->speaker_count && quote_is_listed(quote); j++) {
            if (quote->source->speakers[j].entity != NO_ENTITY)
                analysis->entities.items[quote->source->speakers[j].entity].quote_count++;
        }
    }
}

void quotes_make(const QuoteInput *input)
{
    QuoteInput with = *input;

    with.alone = ARENA_ARRAY(input->arena, const Speaker *, input->analysis->entities.count + 1);
    if (input->analysis->article->quotes_given)
        given_quotes_add(&with);
    else
        add_drafts(&with);
    analysis_mark_inner(input->analysis);
    count_quotes(input->analysis);
}
