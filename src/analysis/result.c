/*
 * The registry of people goes to the entities, which give each an index; then each decision becomes a
 * quotation: its type, its speakers (several where two names share the verb: "Farrow and Okonjo said"),
 * and confidence.
 */
#include "analysis/result.h"

#include <string.h>

#include "analysis/attribution/subjects.h"
#include "analysis/attribution/verbs.h"
#include "analysis/names/names.h"
#include "analysis/people/roles.h"
#include "analysis/speech/speech.h"

enum {
    FRAGMENT_WORDS = 4,
    UNKNOWN_BELOW = 25,    /* confidence: "unknown" is better than a name then */
    SPEAKER_LONGEST = 400, /* bytes: longer words are nobody's name, and many quotations may repeat them */
    PHRASE_LONGEST = 24,   /* tokens of a name with its roles */
    MOST_JOINT = 3,        /* speakers joined to the last */
    THE_SIZE = 4,          /* "the " */
    CUE_REACH = 2048       /* bytes from a given quotation to its cue */
};

static const Word *token_at(const AnalysisResult *result, size_t token)
{
    return tokens_word(result->attribution->tokens, token);
}

static Text text_of(const AnalysisResult *result, Range range)
{
    return text_slice(result->analysis->article->text, range);
}

/* ---- people and entities ---- */

static Text phrase(const AnalysisResult *result, Range range)
{
    return arena_on_one_line(result->analysis->arena, text_of(result, range));
}

static Text role_text(const AnalysisResult *result, TokenRange role)
{
    return role.first == role.end
               ? (Text){0}
               : phrase(result, tokens_range(result->attribution->tokens, role.first, role.end));
}

static Text person_name(const AnalysisResult *result, size_t person)
{
    const People *people = result->attribution->people;
    const Text *known = people->people.items[person].known_name;

    return known ? *known : phrase(result, person_range(people, person));
}

static void note_speaker(const Attribution *attribution, int32_t subject, bool *sure)
{
    if (subject != NO_SUBJECT && subject_at(attribution, subject)->person != NO_PERSON)
        sure[subject_at(attribution, subject)->person] = true;
}

/* Who speaks is a person, if the name says so too. */
static const bool *sure_people(const AnalysisResult *result)
{
    const Attribution *attribution = result->attribution;
    const People *people = attribution->people;
    bool *sure = ARENA_ARRAY(result->attribution->arena, bool, people->people.count + 1);

    for (size_t i = 0; i < attribution->tokens->spans.count; i++) {
        if (rule_has_cue(attribution->decisions[i].rule) &&
            attribution_speech_kind(attribution, i) == SPEECH_IS)
            note_speaker(attribution, attribution->decisions[i].subject, sure);
    }
    for (size_t i = 0; i < people->people.count; i++)
        sure[i] = sure[i] && person_is_evident(people, i);
    return sure;
}

static void hand_over_people(AnalysisResult *result, EntityInput *input)
{
    const People *people = result->attribution->people;
    PersonMention *mentions = ARENA_ARRAY(result->names, PersonMention, people->mentions.count + 1);

    result->people = ARENA_ARRAY(result->attribution->arena, Person, people->people.count + 1);
    for (size_t i = 0; i < people->people.count; i++) {
        bool sure;

        result->people[i] =
            (Person){.name = person_name(result, i),
                     .gender = (unsigned char)person_gender(people, i, &sure),
                     .titled = people->people.items[i].title_count > 0,
                     .by_office = people->people.items[i].known_name != NULL,
                     .unlikely = people->people.items[i].evidence <= 1};
    }
    for (size_t i = 0; i < people->mentions.count; i++) {
        const NameRun *run = &people->mentions.items[i];

        if (run->person == NO_PERSON)
            continue;
        mentions[input->person_mention_count++] =
            (PersonMention){range_shorten(mention_range(people, run)), (uint32_t)run->person, run->doubtful};
        if (result->people[run->person].role.size == 0)
            result->people[run->person].role = role_text(result, role_of_mention(people, run));
    }
    input->people = result->people;
    input->person_count = people->people.count;
    input->person_sure = sure_people(result);
    input->person_mentions = mentions;
    people_forget_people(result->attribution->people);
}

void result_init(AnalysisResult *result, Analysis *analysis, const Attribution *attribution)
{
    EntityInput input = {.article = analysis->article,
                         .tokens = attribution->tokens};

    *result = (AnalysisResult){.analysis = analysis, .attribution = attribution};
    result->names = arena_within(attribution->arena);
    result->nobody = ARENA_NEW(analysis->arena, QuoteSource);
    result->nobody->rule = rule_info(RULE_NONE)->name;
    hand_over_people(result, &input);
    result->entity_of_person = ARENA_ARRAY(attribution->arena, size_t, input.person_count + 1);
    result->entities = entities_new(result->names, &input);
    if (analysis->model)
        entities_use_model(result->entities, analysis->model);
}

void result_find_candidates(AnalysisResult *result, size_t first, size_t end)
{
    entities_find_candidates(result->entities, first, end);
}

void result_scan_entities(AnalysisResult *result, size_t first, size_t end)
{
    entities_scan(result->entities, first, end);
}

/* ---- speakers ---- */

static Speaker person_speaker(const AnalysisResult *result, int32_t person)
{
    size_t entity = result->entity_of_person[person];
    Speaker speaker = {.entity = entity, .name = result->people[person].name};

    if (entity != NO_ENTITY)
        speaker.name = result->analysis->entities.items[entity].name;
    return speaker;
}

/* The entity that is mentioned in just these words: an organisation or a place that speaks. */
static size_t entity_at(const AnalysisResult *result, Range range)
{
    const Analysis *analysis = result->analysis;
    size_t mention = analysis_mention_from(analysis, range.start);

    if (mention >= analysis->mentions.count ||
        analysis->mentions.items[mention].range.start > range.start + THE_SIZE ||
        analysis->mentions.items[mention].range.end != range.end)
        return NO_ENTITY;
    return analysis->mentions.items[mention].entity;
}

static Speaker phrase_speaker(const AnalysisResult *result, Range range)
{
    size_t entity = entity_at(result, range);

    if (entity != NO_ENTITY)
        return (Speaker){entity, result->analysis->entities.items[entity].name};
    return (Speaker){NO_ENTITY, phrase(result, range)};
}

/* Back over "Deputy Minister of Foreign Affairs" and "team president" to where the phrase of a name begins.
 */
static uint32_t phrase_start(const AnalysisResult *result, const NameRun *name)
{
    TokenRange role = role_of_mention(result->attribution->people, name);
    uint32_t token = role.first < role.end && role.first < name->outer ? role.first : name->outer,
             first = token;

    while (token > 0 && first - token < PHRASE_LONGEST) {
        const Word *before = token_at(result, token - 1);

        if (!tokens_same_sentence(result->attribution->tokens, token - 1, token) ||
            token_is_quoted(result->attribution->tokens, token - 1) || !(before->capital || before->number == WORD_OF || before->number == WORD_THE))
            break;
        token--;
    }
    return token;
}

/* Does what is joined begin there: a sentence, or after a comma or a quotation? */
static bool begins_list(const AnalysisResult *result, uint32_t token)
{
    const TokenList *tokens = result->attribution->tokens;

    return token == 0 || !tokens_same_sentence(tokens, token - 1, token) || token_is_quoted(tokens, token - 1) ||
           token_at(result, token - 1)->sign == ',';
}

/* The name that may be joined to others, of which `token` is a part; NULL when it is none. */
static const NameRun *joinable(const AnalysisResult *result, uint32_t token)
{
    const NameRun *name = mention_at(result->attribution, token);

    return name && name->person != NO_PERSON && !name->possessive ? name : NULL;
}

/* "NAME, NAME and NAME said": those before the last, the nearest first; how many. */
static size_t joint_people(const AnalysisResult *result, const NameRun *last, int32_t joint[MOST_JOINT])
{
    uint32_t start = phrase_start(result, last);
    size_t found = 0, count = 0;

    while (found < MOST_JOINT && start >= 2) {
        uint32_t separator = start - 1;
        const NameRun *other;

        if (found == 0 ? token_at(result, separator)->number != WORD_AND
                       : token_at(result, separator)->sign != ',')
            break;
        separator -= found == 0 && separator > 1 && token_at(result, separator - 1)->sign == ',';
        other = joinable(result, separator - 1);
        if (!other || other->outer_end != separator)
            break;
        joint[found++] = other->person;
        start = phrase_start(result, other);
        if (begins_list(result, start))
            count = found;
    }
    return count;
}

/* "said NAME, NAME and NAME.": those after the first, in order; how many. None without an "and", or when the
 * last does something. */
static size_t joint_people_after(const AnalysisResult *result, const NameRun *first,
                                 int32_t joint[MOST_JOINT])
{
    size_t tokens = result->attribution->tokens->tokens.count, found = 0;
    uint32_t end = first->outer_end;

    while (found < MOST_JOINT && end + 1 < tokens) {
        bool last = token_at(result, end)->number == WORD_AND;
        const NameRun *other = last || token_at(result, end)->sign == ',' ? joinable(result, end + 1) : NULL;

        if (!other || other->outer != end + 1)
            return 0;
        joint[found++] = other->person;
        end = other->outer_end;
        if (last)
            return end < tokens && word_is_verb_like(result->attribution, end) ? 0 : found;
    }
    return 0;
}

static bool has_word(const AnalysisResult *result, const Subject *subject)
{
    for (uint32_t i = subject->first; i < subject->end; i++) {
        if (token_at(result, i)->kind != TOKEN_SIGN)
            return true;
    }
    return false;
}

/* The speakers of a quotation, those said to be so first. */
typedef struct Speakers {
    Speaker items[2 * MOST_JOINT + 1];
    size_t count;
} Speakers;

static void add_speaker(Speaker speaker, Speakers *speakers)
{
    for (size_t i = 0; i < speakers->count; i++) {
        if (text_equal(speakers->items[i].name, speaker.name))
            return;
    }
    if (speaker.name.size <= SPEAKER_LONGEST)
        speakers->items[speakers->count++] = speaker;
}

static void add_speakers(const AnalysisResult *result, const Subject *subject, bool inverted, Speakers *speakers)
{
    const Subject *named = subject->antecedent != NO_SUBJECT
                               ? &result->attribution->subjects.items[subject->antecedent]
                               : subject;
    const NameRun *name = named->kind == SUBJECT_NAME && rule_is_on(result->attribution, RULE_JOINT)
                              ? mention_at(result->attribution, named->first)
                              : NULL;
    bool one = !name || token_at(result, subject->first)->number == WORD_WHO;
    int32_t joint[MOST_JOINT];
    size_t others = one ? 0 : joint_people(result, name, joint);

    while (others-- > 0)
        add_speaker(person_speaker(result, joint[others]), speakers);
    if (subject->person != NO_PERSON)
        add_speaker(person_speaker(result, subject->person), speakers);
    else if (has_word(result, named))
        add_speaker(
            phrase_speaker(result, tokens_range(result->attribution->tokens, named->first, named->end)),
            speakers);
    others = name && inverted ? joint_people_after(result, name, joint) : 0;
    for (size_t i = 0; i < others; i++)
        add_speaker(person_speaker(result, joint[i]), speakers);
}

/* How the words that speak are known, and of a hundred known so how many are right, given that the rule is
 * (measured on news). */
typedef enum Certainty {
    CERTAIN_NAME,  /* a person with evidence */
    DOUBTFUL_NAME, /* two capitals in a row */
    RESOLVED_PRONOUN,
    PRONOUN_FOR_THING, /* "it", "they", or somebody described */
    OPEN_PRONOUN,
    RESOLVED_DESCRIPTION,
    GUESSED_DESCRIPTION, /* by the place alone */
    OPEN_DESCRIPTION     /* "a spokesman": the words themselves */
} Certainty;

static const unsigned certainty_percent[] = {
    [CERTAIN_NAME] = 100, [DOUBTFUL_NAME] = 90,        [RESOLVED_PRONOUN] = 95,    [PRONOUN_FOR_THING] = 35,
    [OPEN_PRONOUN] = 20,  [RESOLVED_DESCRIPTION] = 95, [GUESSED_DESCRIPTION] = 85, [OPEN_DESCRIPTION] = 80,
};

static Certainty certainty_of(const AnalysisResult *result, const Subject *subject)
{
    bool thing = subject->person == NO_PERSON && subject->antecedent != NO_SUBJECT;

    switch (subject->kind) {
    case SUBJECT_PRONOUN:
        return thing ? PRONOUN_FOR_THING : subject->person == NO_PERSON ? OPEN_PRONOUN : RESOLVED_PRONOUN;
    case SUBJECT_NOMINAL:
        if (subject->guessed)
            return GUESSED_DESCRIPTION;
        return thing || subject->person != NO_PERSON ? RESOLVED_DESCRIPTION : OPEN_DESCRIPTION;
    case SUBJECT_NAME:
        break;
    }
    return subject->person != NO_PERSON && result->people[subject->person].unlikely ? DOUBTFUL_NAME : CERTAIN_NAME;
}

static unsigned confidence_of(const AnalysisResult *result, const Decision *decision, const Subject *subject)
{
    return rule_info(decision->rule)->confidence * certainty_percent[certainty_of(result, subject)] / 100;
}

/* ---- quotations ---- */

/* Words that stand in the reporter's own sentence are a fragment or mixed; a sentence of the speaker's is
 * direct. */
static QuoteType type_of_speech(const AnalysisResult *result, size_t span)
{
    const QuotedSpan *quoted = &result->attribution->tokens->spans.items[span];
    Text inner = text_trim(text_of(result, span_inner(quoted)));
    char last = inner.size ? inner.bytes[inner.size - 1] : '\0';
    bool whole = inner.size && !ascii_is_lower(inner.bytes[0]);
    bool stopped = last == '.' || last == ',' || last == '?' || last == '!' || !quoted->closed ||
                   (unsigned char)last >= 0x80;

    if (whole && stopped)
        return QUOTE_DIRECT;
    if (text_count_words(inner) <= FRAGMENT_WORDS)
        return QUOTE_FRAGMENT;
    return whole && text_count_words(inner) > FRAGMENT_WORDS * 2 ? QUOTE_DIRECT : QUOTE_MIXED;
}

static QuoteType type_of(const AnalysisResult *result, size_t span)
{
    switch (attribution_speech_kind(result->attribution, span)) {
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
    return type_of_speech(result, span);
}

/* Who speaks alone is kept once. */
static const Speaker *keep_speakers(const AnalysisResult *result, const Speakers *speakers)
{
    size_t entity = speakers->count == 1 ? speakers->items[0].entity : NO_ENTITY;
    Speaker *items;

    if (speakers->count == 0)
        return NULL;
    if (entity != NO_ENTITY && result->alone[entity])
        return result->alone[entity];
    items = ARENA_ARRAY(result->analysis->arena, Speaker, speakers->count);
    memcpy(items, speakers->items, speakers->count * sizeof *items);
    if (entity != NO_ENTITY)
        result->alone[entity] = items;
    return items;
}

static void set_source(const AnalysisResult *result, Quote *quote, QuoteSource source, const Speakers *speakers)
{
    Arena *arena = result->analysis->arena;
    QuoteSource *kept = ARENA_NEW(arena, QuoteSource);

    source.speakers = keep_speakers(result, speakers);
    source.speaker_count = speakers->count;
    *kept = source;
    quote->source = kept;
}

static void take_decision(const AnalysisResult *result, const Decision *decision, Quote *quote)
{
    const Subject *subject = &result->attribution->subjects.items[decision->subject];
    Range mention = tokens_range(result->attribution->tokens, subject->first, subject->end);
    QuoteSource source = {.rule = rule_info(decision->rule)->name};
    Speakers speakers = {.count = 0};

    quote->inferred = rule_info(decision->rule)->inferred ||
                      (subject->kind != SUBJECT_NAME &&
                       (subject->person != NO_PERSON || subject->antecedent != NO_SUBJECT));
    quote->confidence = (unsigned char)confidence_of(result, decision, subject);
    if (decision->cue != NO_CUE)
        source.cue = range_shorten(tokens_range(result->attribution->tokens, decision->cue, decision->cue + 1));
    if (range_size(mention) <= SPEAKER_LONGEST) {
        source.mention = range_shorten(mention);
        if (quote->confidence >= UNKNOWN_BELOW)
            add_speakers(result, subject, decision->cue != NO_CUE && subject->first > decision->cue, &speakers);
    }
    set_source(result, quote, source, &speakers);
}

static uint32_t block_of(const AnalysisResult *result, uint32_t token)
{
    return token_block(result->attribution->tokens, token);
}

/* In headlines words in quotation marks are kept, but as no speech of their own. */
static void add_span(AnalysisResult *result, size_t span)
{
    const QuotedSpan *quoted = &result->attribution->tokens->spans.items[span];
    const Decision *decision = &result->attribution->decisions[span];
    uint32_t block = block_of(result, result->attribution->span_first[span]);
    Quote quote = {.range = quoted->range, .open = quoted->open, .close = quoted->close, .source = result->nobody};
    bool in_headline = block_is_headline(result->analysis->article->blocks.items[block].kind);

    quote.type = (unsigned char)(in_headline ? QUOTE_SCARE : type_of(result, span));
    quote.inferred = quote_is_speech(&quote);
    if (decision->subject != NO_SUBJECT && quote_is_speech(&quote))
        take_decision(result, decision, &quote);
    ARRAY_PUSH(result->analysis->arena, result->analysis->quotes, quote);
}

static void add_indirect(AnalysisResult *result, const IndirectSpeech *speech)
{
    Range range = tokens_range(result->attribution->tokens, speech->words.first, speech->words.end);
    Decision decision = {speech->subject, speech->rule, speech->cue};
    Quote quote = {.range = range_shorten(range), .type = speech->rule == RULE_INDIRECT ? QUOTE_INDIRECT : QUOTE_TURN};

    if (block_is_headline(result->analysis->article->blocks.items[block_of(result, speech->words.first)].kind))
        return;
    take_decision(result, &decision, &quote);
    ARRAY_PUSH(result->analysis->arena, result->analysis->quotes, quote);
}

static void add_spans(AnalysisResult *result)
{
    const Attribution *attribution = result->attribution;
    size_t indirect = 0;

    for (size_t span = 0; span < attribution->tokens->spans.count; span++) {
        uint32_t first = attribution->span_first[span];

        for (; indirect < attribution->indirect.count &&
               attribution->indirect.items[indirect].words.first < first;
             indirect++)
            add_indirect(result, &attribution->indirect.items[indirect]);
        add_span(result, span);
    }
    for (; indirect < attribution->indirect.count; indirect++)
        add_indirect(result, &attribution->indirect.items[indirect]);
}

/* ---- the file's own quotations ---- */

/* The entity that each name and alias means, so that a speaker is found by any of them. */
typedef struct EntityNames {
    NameTable table;
    ARRAY(size_t) entities; /* for each name of the table */
} EntityNames;

static void enter_name(Arena *arena, EntityNames *names, Text name, size_t entity)
{
    size_t before = names->table.names.count;

    if (name_enter(&names->table, name) != NO_NAME && names->table.names.count > before)
        ARRAY_PUSH(arena, names->entities, entity);
}

static EntityNames entity_names(const Analysis *analysis)
{
    EntityNames names = {.table = {.arena = analysis->arena}};

    for (size_t i = 0; i < analysis->entities.count; i++)
        enter_name(analysis->arena, &names, analysis->entities.items[i].name, i);
    for (size_t i = 0; i < analysis->entities.count; i++) {
        for (size_t j = 0; j < analysis->entities.items[i].aliases.count; j++)
            enter_name(analysis->arena, &names, analysis->entities.items[i].aliases.items[j].name, i);
    }
    return names;
}

static size_t entity_by_name(const EntityNames *names, Text name)
{
    uint32_t found = name_find_spelled(&names->table, name);

    return found < names->entities.count ? names->entities.items[found] : NO_ENTITY;
}

/* The cue that the file names, where it stands near the quotation, in its block: after the quotation, else before it. No farther than
 * CUE_REACH, so that many quotations in one huge block are no more work than in many. */
static Range find_cue(const Analysis *analysis, const GivenQuote *given)
{
    const Article *article = analysis->article;
    Range block = article->blocks.items[article_known_block_at(article, given->range.start)].range, near = given->range;
    size_t at;

    if (given->cue.size == 0)
        return (Range){0, 0};
    near.start = near.start - block.start > CUE_REACH ? near.start - CUE_REACH : block.start;
    near.end = block.end > near.end && block.end - near.end > CUE_REACH ? near.end + CUE_REACH : block.end;
    at = text_find(text_slice(article->text, (Range){0, near.end}), given->cue, given->range.end);
    if (at == TEXT_NOT_FOUND)
        at = text_find(text_slice(article->text, (Range){0, given->range.start}), given->cue, near.start);
    return at == TEXT_NOT_FOUND ? (Range){0, 0} : (Range){at, at + given->cue.size};
}

static QuoteType given_type(Text name)
{
    for (int type = 0; type < QUOTE_TYPE_COUNT; type++) {
        if (text_equal(quote_type_name((QuoteType)type), name))
            return (QuoteType)type;
    }
    return QUOTE_DIRECT;
}

static void add_given(AnalysisResult *result)
{
    Analysis *analysis = result->analysis;
    EntityNames names = entity_names(analysis);

    for (size_t i = 0; i < analysis->article->quotes.count; i++) {
        const GivenQuote *given = &analysis->article->quotes.items[i];
        Quote quote = {.range = range_shorten(given->range), .type = (unsigned char)given_type(given->type), .given = true};
        QuoteSource source = {.rule = rule_info(RULE_GIVEN)->name};
        Speakers speakers = {.count = 0};

        if (!range_overlaps(given->range, analysis->window))
            continue;
        quote.confidence = (unsigned char)(rule_info(RULE_GIVEN)->confidence * given->agreement / 100);
        quote.match = (unsigned char)given->match;
        source.given_text = &given->text;
        source.cue = range_shorten(find_cue(analysis, given));
        if (given->speaker.size) {
            size_t entity = entity_by_name(&names, given->speaker);
            Speaker speaker = {entity,
                               entity == NO_ENTITY ? given->speaker : analysis->entities.items[entity].name};

            speakers.items[speakers.count++] = speaker;
        }
        set_source(result, &quote, source, &speakers);
        ARRAY_PUSH(analysis->arena, analysis->quotes, quote);
    }
}

void result_finish(AnalysisResult *result)
{
    Analysis *analysis = result->analysis;

    entities_finish(result->entities, analysis, result->entity_of_person);
    arena_release(result->names);
    result->alone = ARENA_ARRAY(result->attribution->arena, const Speaker *, analysis->entities.count + 1);
    if (analysis->article->quotes_given)
        add_given(result);
    else
        add_spans(result);
    for (size_t i = 0; i < analysis->quotes.count; i++) {
        const Quote *quote = &analysis->quotes.items[i];

        for (size_t j = 0; j < quote->source->speaker_count && quote_is_listed(quote); j++) {
            if (quote->source->speakers[j].entity != NO_ENTITY)
                analysis->entities.items[quote->source->speakers[j].entity].quote_count++;
        }
    }
}
