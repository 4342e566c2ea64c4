/*
 * The speakers of an article, numbered from 0 in the order of their first words, whatever the filter; those of whom only indirect speech is known
 * come last. So a speaker keeps sign and hue as long as the article is open. Names are known by their entity, phrases ("negotiators") by their
 * words, of which the first few hundred count.
 *
 *     “…” said Aldous. “…” she added. Negotiators said: “…”        Aldous 0, the negotiators 1
 */
#include "reading/document.h"

enum { PHRASES_COUNTED = 200 };

/* Where the number of a speaker stands, NO_INDEX until it has one; NULL: one phrase too many. */
static size_t *number_of(Document *document, const Speaker *speaker)
{
    SpokenPhrase phrase = {speaker->name, NO_INDEX};
    size_t known = 0;

    if (speaker->entity != NO_ENTITY)
        return &document->entity_speakers[speaker->entity];
    while (known < document->phrases.count && !text_equal_ignoring_case(document->phrases.items[known].name, speaker->name))
        known++;
    if (known == PHRASES_COUNTED)
        return NULL;
    if (known == document->phrases.count)
        ARRAY_PUSH(&document->list_arena, document->phrases, phrase);
    return &document->phrases.items[known].speaker;
}

static void number_speakers(Document *document, size_t index)
{
    const Quote *quote = &document->analysis->quotes.items[index];

    for (size_t i = 0; i < quote->source->speaker_count && quote_is_speech(quote); i++) {
        size_t *number = number_of(document, &quote->source->speakers[i]);

        if (number && *number == NO_INDEX)
            *number = document->speakers_known++;
        if (number && document->quote_speakers[index] == NO_INDEX)
            document->quote_speakers[index] = *number;
    }
}

static size_t *numbers_for(Document *document, size_t count)
{
    size_t *numbers = ARENA_ARRAY(&document->list_arena, size_t, count + 1);

    for (size_t i = 0; i < count; i++)
        numbers[i] = NO_INDEX;
    return numbers;
}

/* Different speakers of the listed quotations. */
static size_t count_listed(Document *document)
{
    bool *seen = ARENA_ARRAY(&document->list_arena, bool, document->speakers_known + 1);
    size_t count = 0;

    for (size_t row = 0; row < document->listed_count; row++) {
        const Quote *quote = &document->analysis->quotes.items[document->listed[row]];

        for (size_t i = 0; i < quote->source->speaker_count; i++) {
            const size_t *number = number_of(document, &quote->source->speakers[i]);

            if (!number || *number == NO_INDEX)
                continue;
            count += !seen[*number];
            seen[*number] = true;
        }
    }
    return count;
}

void document_forget_speakers(Document *document)
{
    document->quote_speakers = document->entity_speakers = NULL;
    document->speakers_known = document->speaker_count = 0;
    document->phrases.count = document->phrases.capacity = 0;
    document->phrases.items = NULL;
}

void document_list_speakers(Document *document)
{
    const Analysis *analysis = document->analysis;

    document->quote_speakers = numbers_for(document, analysis->quotes.count);
    document->entity_speakers = numbers_for(document, analysis->entities.count);
    for (size_t i = 0; i < analysis->quotes.count; i++) {
        if (quote_is_listed(&analysis->quotes.items[i]))
            number_speakers(document, i);
    }
    for (size_t i = 0; i < analysis->quotes.count; i++)
        number_speakers(document, i);
    document->speaker_count = count_listed(document);
}

size_t document_quote_speaker(const Document *document, size_t quote)
{
    return document->quote_speakers ? document->quote_speakers[quote] : NO_INDEX;
}

size_t document_entity_speaker(const Document *document, size_t entity)
{
    return document->entity_speakers ? document->entity_speakers[entity] : NO_INDEX;
}
