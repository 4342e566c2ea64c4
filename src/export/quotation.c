/* Roles are known of people and organisations that the text introduces. */
#include "export/quotation.h"

Text quotation_words(const Analysis *analysis, const Quote *quote)
{
    return text_slice(analysis->article->text, range_widen(quote->range));
}

static const Entity *only_speaker(const Analysis *analysis, const Quote *quote)
{
    size_t entity = quote->source->speaker_count == 1 ? quote->source->speakers[0].entity : NO_ENTITY;

    return entity != NO_ENTITY ? &analysis->entities.items[entity] : NULL;
}

Text quotation_role(const Analysis *analysis, const Quote *quote)
{
    const Entity *speaker = only_speaker(analysis, quote);

    return speaker ? entity_details(speaker)->role : (Text){0};
}

Text *quotation_speakers(Arena *arena, const Quote *quote)
{
    Text *names = ARENA_ARRAY(arena, Text, quote->source->speaker_count);

    for (size_t i = 0; i < quote->source->speaker_count; i++)
        names[i] = quote->source->speakers[i].name;
    return names;
}

EntityType quotation_speaker_type(const Analysis *analysis, const Quote *quote)
{
    const Entity *speaker = only_speaker(analysis, quote);

    return speaker ? speaker->type : ENTITY_TYPE_COUNT;
}
