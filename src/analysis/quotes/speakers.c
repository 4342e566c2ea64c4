/*
 * A subject is one speaker, or several where names share the verb:
 *
 *     Ines Farrow , Efua Mendel and Owen Okonjo said     those before the last, back over its commas
 *     said Ines Farrow and Owen Okonjo                   those after the first
 *
 * A person is an entity. Other words are one if an entity is mentioned in just these words ("the Harbour Authority"), and else speak for
 * themselves ("negotiators").
 */
#include "analysis/quotes/speakers.h"

#include <string.h>

#include "analysis/attribution/verbs.h"
#include "analysis/people/roles.h"

enum {
    PHRASE_LONGEST = 24, /* tokens of a name with its roles */
    THE_SIZE = 4,        /* "the " */
    PHRASE_REACH = 20    /* quotations back in which somebody may have been called so already */
};

static const Word *token_at(const QuoteInput *input, size_t token)
{
    return tokens_word(input->attribution->tokens, token);
}

static Speaker person_speaker(const QuoteInput *input, int32_t person)
{
    size_t entity = input->entity_of_person[person];

    return (Speaker){entity,
                     entity == NO_ENTITY ? input->persons[person].name : input->analysis->entities.items[entity].name};
}

/* The entity that is mentioned in just these words: an organisation or a place that speaks. */
static size_t entity_at(const QuoteInput *input, Range range)
{
    const Analysis *analysis = input->analysis;
    size_t mention = analysis_mention_from(analysis, range.start);

    if (mention >= analysis->mentions.count || analysis->mentions.items[mention].range.start > range.start + THE_SIZE ||
        analysis->mentions.items[mention].range.end != range.end)
        return NO_ENTITY;
    return analysis->mentions.items[mention].entity;
}

/* "boy" of "a boy"; empty where there is no such article. */
static Text without_article(Text phrase, bool *definite)
{
    static const Text articles[] = {LITERAL("the "), LITERAL("a "), LITERAL("an ")};

    for (size_t i = 0; i < COUNT_OF(articles); i++) {
        Text before = text_slice(phrase, (Range){0, articles[i].size});

        *definite = i == 0;
        if (phrase.size > articles[i].size && text_equal_ignoring_case(before, articles[i]))
            return text_slice(phrase, (Range){articles[i].size, phrase.size});
    }
    return (Text){0};
}

/* "the boy" is "a boy" who spoke before, "My mother" is "my mother". */
static bool is_same_phrase(Text before, Text phrase)
{
    bool definite_before, definite;
    Text noun_before = without_article(before, &definite_before), noun = without_article(phrase, &definite);

    return text_equal_ignoring_case(before, phrase) ||
           (noun.size && definite && text_equal_ignoring_case(noun_before, noun));
}

/* How somebody without a name who has spoken shortly before was called then; or as here. */
static Text known_phrase(const QuoteInput *input, Text phrase)
{
    const Analysis *analysis = input->analysis;
    size_t count = analysis->quotes.count, last = count > PHRASE_REACH ? count - PHRASE_REACH : 0;

    for (size_t i = count; i-- > last;) {
        const QuoteSource *source = analysis->quotes.items[i].source;

        for (size_t k = 0; k < source->speaker_count; k++) {
            if (source->speakers[k].entity == NO_ENTITY && is_same_phrase(source->speakers[k].name, phrase))
                return source->speakers[k].name;
        }
    }
    return phrase;
}

static Speaker phrase_speaker(const QuoteInput *input, Range range)
{
    size_t entity = entity_at(input, range);

    if (entity != NO_ENTITY)
        return (Speaker){entity, input->analysis->entities.items[entity].name};
    return (Speaker){NO_ENTITY,
                     known_phrase(input, arena_on_one_line(input->analysis->arena,
                                                           text_slice(input->analysis->article->text, range)))};
}

/* Back over "Deputy Minister of Foreign Affairs" and "team president" to where the phrase of a name begins.
 */
static uint32_t phrase_start(const QuoteInput *input, const NameRun *name)
{
    TokenRange role = role_of_mention(input->attribution->people, name);
    uint32_t token = role.first < role.end && role.first < name->outer ? role.first : name->outer, first = token;

    while (token > 0 && first - token < PHRASE_LONGEST) {
        const Word *before = token_at(input, token - 1);

        if (!tokens_same_sentence(input->attribution->tokens, token - 1, token) ||
            token_is_quoted(input->attribution->tokens, token - 1) ||
            !(before->capital || before->number == WORD_OF || before->number == WORD_THE))
            break;
        token--;
    }
    return token;
}

/* Does what is joined begin there: a sentence, or after a comma or a quotation? */
static bool begins_list(const QuoteInput *input, uint32_t token)
{
    const TokenList *tokens = input->attribution->tokens;

    return token == 0 || !tokens_same_sentence(tokens, token - 1, token) || token_is_quoted(tokens, token - 1) ||
           token_at(input, token - 1)->sign == ',';
}

/* The name that may be joined to others, of which `token` is a part; NULL when it is none. */
static const NameRun *joinable(const QuoteInput *input, uint32_t token)
{
    const NameRun *name = mention_at(input->attribution, token);

    return name && name->person != NO_PERSON && !name->possessive ? name : NULL;
}

/* "NAME, NAME and NAME said": those before the last, the nearest first; how many. */
static size_t joint_people(const QuoteInput *input, const NameRun *last, int32_t joint[MOST_JOINT])
{
    uint32_t start = phrase_start(input, last);
    size_t found = 0, count = 0;

    while (found < MOST_JOINT && start >= 2) {
        uint32_t separator = start - 1;
        const NameRun *other;

        if (found == 0 ? token_at(input, separator)->number != WORD_AND : token_at(input, separator)->sign != ',')
            break;
        separator -= found == 0 && separator > 1 && token_at(input, separator - 1)->sign == ',';
        other = joinable(input, separator - 1);
        if (!other || other->outer_end != separator)
            break;
        joint[found++] = other->person;
        start = phrase_start(input, other);
        if (begins_list(input, start))
            count = found;
    }
    return count;
}

/* "said NAME, NAME and NAME.": those after the first, in order; how many. None without an "and", or when the
 * last does something. */
static size_t joint_people_after(const QuoteInput *input, const NameRun *first, int32_t joint[MOST_JOINT])
{
    size_t tokens = input->attribution->tokens->tokens.count, found = 0;
    uint32_t end = first->outer_end;

    while (found < MOST_JOINT && end + 1 < tokens) {
        bool last = token_at(input, end)->number == WORD_AND;
        const NameRun *other = last || token_at(input, end)->sign == ',' ? joinable(input, end + 1) : NULL;

        if (!other || other->outer != end + 1)
            return 0;
        joint[found++] = other->person;
        end = other->outer_end;
        if (last)
            return end < tokens && word_is_verb_like(input->attribution, end) ? 0 : found;
    }
    return 0;
}

static bool has_word(const QuoteInput *input, const Subject *subject)
{
    for (uint32_t i = subject->first; i < subject->end; i++) {
        if (token_at(input, i)->kind != TOKEN_SIGN)
            return true;
    }
    return false;
}

static void add_speaker(Speaker speaker, Speakers *speakers)
{
    for (size_t i = 0; i < speakers->count; i++) {
        if (text_equal(speakers->items[i].name, speaker.name))
            return;
    }
    if (speaker.name.size <= SPEAKER_LONGEST)
        speakers->items[speakers->count++] = speaker;
}

void speakers_add(const QuoteInput *input, const Subject *subject, bool inverted, Speakers *speakers)
{
    const Subject *named =
        subject->antecedent != NO_SUBJECT ? &input->attribution->subjects.items[subject->antecedent] : subject;
    const NameRun *name = named->kind == SUBJECT_NAME && rule_is_on(input->attribution, RULE_JOINT)
                              ? mention_at(input->attribution, named->first)
                              : NULL;
    bool one = !name || token_at(input, subject->first)->number == WORD_WHO;
    int32_t joint[MOST_JOINT];
    size_t others = one ? 0 : joint_people(input, name, joint);

    while (others-- > 0)
        add_speaker(person_speaker(input, joint[others]), speakers);
    if (subject->person != NO_PERSON)
        add_speaker(person_speaker(input, subject->person), speakers);
    else if (has_word(input, named))
        add_speaker(phrase_speaker(input, tokens_range(input->attribution->tokens, named->first, named->end)), speakers);
    others = name && inverted ? joint_people_after(input, name, joint) : 0;
    for (size_t i = 0; i < others; i++)
        add_speaker(person_speaker(input, joint[i]), speakers);
}

/* Who speaks alone is kept once. */
static const Speaker *keep_speakers(const QuoteInput *input, const Speakers *speakers)
{
    size_t entity = speakers->count == 1 ? speakers->items[0].entity : NO_ENTITY;
    Speaker *items;

    if (speakers->count == 0)
        return NULL;
    if (entity != NO_ENTITY && input->alone[entity])
        return input->alone[entity];
    items = ARENA_ARRAY(input->analysis->arena, Speaker, speakers->count);
    memcpy(items, speakers->items, speakers->count * sizeof *items);
    if (entity != NO_ENTITY)
        input->alone[entity] = items;
    return items;
}

void speakers_set_source(const QuoteInput *input, Quote *quote, QuoteSource source, const Speakers *speakers)
{
    QuoteSource *kept = ARENA_NEW(input->analysis->arena, QuoteSource);

    source.speakers = keep_speakers(input, speakers);
    source.speaker_count = speakers->count;
    *kept = source;
    quote->source = kept;
}
