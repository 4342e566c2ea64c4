/*
 * A person is an entity. Other words are one if an entity is mentioned in just these words ("the Harbour Authority"), and else speak for
 * themselves ("negotiators").
 */
#include "analysis/quotes/speakers.h"

#include <string.h>

#include "analysis/words/quotation_words.h"

enum {
    THE_SIZE = 4,     /* "the " */
    PHRASE_REACH = 32 /* quotations back in which somebody may have been called so already */
};

static Speaker person_speaker(const QuoteInput *input, int32_t person)
{
    uint32_t entity = input->entity_of_person[person];

    return entity ? (Speaker){entity - 1, input->analysis->entities.items[entity - 1].name}
                  : (Speaker){NO_ENTITY, person_name(&input->persons[person])};
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

/* Is it a word that has its capital only from the sentence that it begins: "A", "Officials", but not "Norvane", "I", "US"? */
static bool is_small_elsewhere(Text word)
{
    for (size_t i = 1; i < word.size; i++) {
        if (ascii_is_upper(word.bytes[i]))
            return false;
    }
    return !text_equal(word, TEXT("I")) &&
           ((word_classes(word) & (CLASS_DETERMINER | CLASS_PREPOSITION | CLASS_PRONOUN)) ||
            word_is_person_plural(word));
}

/* "A statement" as it is written within a sentence: "a statement". Before another capital it may be a name: "The Council". */
static Text within_sentence(Arena *arena, Text phrase)
{
    size_t blank = text_find_byte(phrase, ' ', 0), end = blank == TEXT_NOT_FOUND ? phrase.size : blank;
    char first;

    if (phrase.size == 0 || !ascii_is_upper(phrase.bytes[0]) ||
        !is_small_elsewhere(text_slice(phrase, (Range){0, end})) ||
        (end + 1 < phrase.size && ascii_is_upper(phrase.bytes[end + 1])))
        return phrase;
    first = ascii_to_lower(phrase.bytes[0]);
    return arena_join(arena, (const Text[]){{&first, 1}, text_slice(phrase, (Range){1, phrase.size})}, 2);
}

static Speaker phrase_speaker(const QuoteInput *input, Range range)
{
    size_t entity = entity_at(input, range);
    Text phrase;

    if (entity != NO_ENTITY)
        return (Speaker){entity, input->analysis->entities.items[entity].name};
    phrase = arena_on_one_line(input->analysis->arena, text_slice(input->analysis->article->text, range));
    return (Speaker){NO_ENTITY, known_phrase(input, within_sentence(input->analysis->arena, phrase))};
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

Speakers speakers_of_drafts(const QuoteInput *input, size_t first, size_t count)
{
    Speakers speakers = {.count = 0};

    for (size_t i = first; i < first + count; i++) {
        const SpeakerDraft *draft = &input->drafts->speakers.items[i];

        add_speaker(draft->person != NO_PERSON ? person_speaker(input, draft->person)
                                               : phrase_speaker(input, range_widen(draft->words)),
                    &speakers);
    }
    return speakers;
}

void speakers_set_source(const QuoteInput *input, Quote *quote, QuoteSource source, const Speakers *speakers)
{
    QuoteSource *kept = ARENA_NEW(input->analysis->arena, QuoteSource);

    source.speakers = keep_speakers(input, speakers);
    source.speaker_count = speakers->count;
    *kept = source;
    quote->source = kept;
}
