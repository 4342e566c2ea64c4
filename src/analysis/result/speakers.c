/*
 * Names are known by their entity, phrases ("negotiators") by their words, of which the first few hundred count.
 *
 *     “…” said Aldous. “…” she added. Negotiators said: “…”        Aldous 0, the negotiators 1
 */
#include "analysis/result/speakers.h"

#include <stdlib.h>

#include "base/lower_bound.h"

enum { PHRASES_COUNTED = 200 };

/* Where the number of a phrase stands; NULL: it is not known. */
static size_t *number_of_phrase(const Speakers *speakers, Text name)
{
    for (size_t i = 0; i < speakers->phrases.count; i++) {
        if (text_equal_ignoring_case(speakers->phrases.items[i].name, name))
            return &speakers->phrases.items[i].speaker;
    }
    return NULL;
}

/* Where the number of a speaker stands, NO_INDEX until it has one; NULL: one phrase too many. */
static size_t *number_of(Speakers *speakers, Arena *arena, const Speaker *speaker)
{
    SpokenPhrase phrase = {speaker->name, NO_INDEX};
    size_t *known;

    if (speaker->entity != NO_ENTITY)
        return &speakers->of_entities[speaker->entity];
    known = number_of_phrase(speakers, speaker->name);
    if (known || speakers->phrases.count == PHRASES_COUNTED)
        return known;
    ARRAY_PUSH(arena, speakers->phrases, phrase);
    return &speakers->phrases.items[speakers->phrases.count - 1].speaker;
}

/* Of one who says a quotation, the next number where they have none; NO_INDEX: they get none. */
static size_t give_number(Speakers *speakers, Arena *arena, const Quote *quote, const Speaker *speaker)
{
    size_t *number = quote_is_speech(quote) ? number_of(speakers, arena, speaker) : NULL;

    if (number && *number == NO_INDEX)
        *number = speakers->count++;
    return number ? *number : NO_INDEX;
}

static void number_quote(Speakers *speakers, Arena *arena, const Quote *quote, size_t *first)
{
    for (size_t i = 0; i < quote->source->speaker_count; i++) {
        size_t number = give_number(speakers, arena, quote, &quote->source->speakers[i]);

        if (*first == NO_INDEX)
            *first = number;
    }
}

/* What an entity that was found is after the reader's corrections; NO_ENTITY: it is not named any more. */
static size_t entity_now(const Analysis *analysis, size_t found)
{
    const Entity *entity;

    if (found == NO_ENTITY || !analysis->found_entities)
        return found;
    entity = &analysis->found_entities[found];
    return entity->mention_count ? analysis->mentions.items[entity->first_mention].entity : NO_ENTITY;
}

/* Who spoke before the reader corrected anything: they keep their numbers, and others come behind. */
static void number_found(Speakers *speakers, Arena *arena, const Analysis *analysis, bool listed)
{
    for (size_t i = 0; i < analysis->found_count; i++) {
        const Quote *quote = &analysis->found[i];

        for (size_t j = 0; j < quote->source->speaker_count && quote_is_listed(quote) == listed; j++) {
            Speaker speaker = quote->source->speakers[j];

            speaker.entity = entity_now(analysis, speaker.entity);
            (void)give_number(speakers, arena, quote, &speaker);
        }
    }
}

static int compare_spoken(const void *first, const void *second)
{
    const ShortRange *a = first, *b = second;

    return a->start != b->start ? (a->start < b->start ? -1 : 1) : (a->end > b->end) - (a->end < b->end);
}

static bool is_speaker(const Quote *quote, size_t entity)
{
    for (size_t i = 0; i < quote->source->speaker_count; i++) {
        if (quote->source->speakers[i].entity == entity)
            return true;
    }
    return false;
}

/* Where the file alone says who speaks, no words tell it: a name of theirs close by. */
static void find_spoken_near(Speakers *speakers, Arena *arena, const Analysis *analysis, const Quote *quote)
{
    enum { NAMES_NEAR = 6, BYTES_NEAR = 200 };
    size_t from = analysis_mention_from(analysis, quote->range.start);
    size_t end = from + NAMES_NEAR < analysis->mentions.count ? from + NAMES_NEAR : analysis->mentions.count;

    for (size_t i = from > NAMES_NEAR ? from - NAMES_NEAR : 0; i < end; i++) {
        const Mention *mention = &analysis->mentions.items[i];

        if (is_speaker(quote, mention->entity) && mention->range.end + BYTES_NEAR > quote->range.start &&
            mention->range.start < quote->range.end + BYTES_NEAR)
            ARRAY_PUSH(arena, speakers->spoken, mention->range);
    }
}

static void find_spoken(Speakers *speakers, Arena *arena, const Analysis *analysis)
{
    for (size_t i = 0; i < analysis->quotes.count; i++) {
        const Quote *quote = &analysis->quotes.items[i];

        if (!quote_is_speech(quote))
            continue;
        if (quote->source->mention.end > quote->source->mention.start)
            ARRAY_PUSH(arena, speakers->spoken, quote->source->mention);
        else if (quote->given)
            find_spoken_near(speakers, arena, analysis, quote);
    }
    if (speakers->spoken.count)
        qsort(speakers->spoken.items, speakers->spoken.count, sizeof *speakers->spoken.items, compare_spoken);
}

static size_t *numbers_for(Arena *arena, size_t count)
{
    size_t *numbers = ARENA_ARRAY(arena, size_t, count + 1);

    for (size_t i = 0; i < count; i++)
        numbers[i] = NO_INDEX;
    return numbers;
}

void speakers_number(Speakers *speakers, Arena *arena, const Analysis *analysis)
{
    *speakers = (Speakers){.of_quotes = numbers_for(arena, analysis->quotes.count),
                           .of_entities = numbers_for(arena, analysis->entities.count)};
    number_found(speakers, arena, analysis, true);
    number_found(speakers, arena, analysis, false);
    for (size_t i = 0; i < analysis->quotes.count; i++) {
        if (quote_is_listed(&analysis->quotes.items[i]))
            number_quote(speakers, arena, &analysis->quotes.items[i], &speakers->of_quotes[i]);
    }
    for (size_t i = 0; i < analysis->quotes.count; i++)
        number_quote(speakers, arena, &analysis->quotes.items[i], &speakers->of_quotes[i]);
    find_spoken(speakers, arena, analysis);
}

bool speakers_speak_in(const Speakers *speakers, Range name)
{
    size_t at;

    LOWER_BOUND(at, speakers->spoken.count, speakers->spoken.items[at].end <= name.start);
    return at < speakers->spoken.count && speakers->spoken.items[at].start < name.end;
}

size_t speakers_among(Speakers *speakers, Arena *arena, const Analysis *analysis, const size_t *quotes, size_t count)
{
    bool *seen = ARENA_ARRAY(arena, bool, speakers->count + 1);
    size_t among = 0;

    for (size_t row = 0; row < count; row++) {
        const Quote *quote = &analysis->quotes.items[quotes[row]];

        for (size_t i = 0; i < quote->source->speaker_count; i++) {
            const size_t *number = number_of(speakers, arena, &quote->source->speakers[i]);

            if (!number || *number == NO_INDEX)
                continue;
            among += !seen[*number];
            seen[*number] = true;
        }
    }
    return among;
}

size_t speakers_of_quote(const Speakers *speakers, size_t quote)
{
    return speakers->of_quotes ? speakers->of_quotes[quote] : NO_INDEX;
}

size_t speakers_of_entity(const Speakers *speakers, size_t entity)
{
    return speakers->of_entities ? speakers->of_entities[entity] : NO_INDEX;
}

size_t speakers_number_of(const Speakers *speakers, const Speaker *speaker)
{
    const size_t *phrase = speaker->entity == NO_ENTITY ? number_of_phrase(speakers, speaker->name) : NULL;

    if (speaker->entity != NO_ENTITY)
        return speakers_of_entity(speakers, speaker->entity);
    return phrase ? *phrase : NO_INDEX;
}
