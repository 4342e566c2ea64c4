/*
 * Rows are numbered first, then filled in one pass over quotations and mentions, both of which are in the order of the text.
 *
 *     “We knew,” said Aldous. Tarr was not asked. “She was there,” Aldous said of Tarr.
 *
 *     Aldous  ████████░░░░░░░               ░░███████████████░░░░░░
 *     Tarr                   ░░░░                                     ░░░░
 */
#include "analysis/result/article_map.h"

/* Where the rows are, from 1; 0: there is none. */
typedef struct MapIndex {
    size_t *of_speakers; /* by number */
    size_t *of_entities;
    size_t unknown;
} MapIndex;

static bool counts(const Quote *quote, MapSpeech speech)
{
    return quote_is_listed(quote) || (speech == MAP_INDIRECT_SPEECH && quote_is_speech(quote));
}

static size_t add_row(Arena *arena, ArticleMap *map, Text name, size_t entity, size_t speaker)
{
    ARRAY_PUSH(arena, map->rows, ((MapRow){.name = name, .entity = entity, .speaker = speaker}));
    return map->rows.count;
}

/* Those whose speech counts, in the order of their numbers; what they are called comes with the speaker. */
static void add_speakers(Arena *arena, ArticleMap *map, MapIndex *index, const Analysis *analysis,
                         const Speakers *speakers, MapSpeech speech)
{
    const Speaker **known = ARENA_ARRAY(arena, const Speaker *, speakers->count + 1);

    for (size_t i = 0; i < analysis->quotes.count; i++) {
        const QuoteSource *source = analysis->quotes.items[i].source;

        for (size_t j = 0; j < source->speaker_count && counts(&analysis->quotes.items[i], speech); j++) {
            size_t number = speakers_number_of(speakers, &source->speakers[j]);

            if (number != NO_INDEX && !known[number])
                known[number] = &source->speakers[j];
        }
    }
    for (size_t i = 0; i < speakers->count; i++) {
        if (!known[i])
            continue;
        index->of_speakers[i] = add_row(arena, map, known[i]->name, known[i]->entity, i);
        if (known[i]->entity != NO_ENTITY)
            index->of_entities[known[i]->entity] = index->of_speakers[i];
    }
}

static void add_persons(Arena *arena, ArticleMap *map, MapIndex *index, const Analysis *analysis)
{
    for (size_t i = 0; i < analysis->entities.count; i++) {
        const Entity *entity = &analysis->entities.items[i];

        if (entity->type == ENTITY_PERSON && entity->mention_count && !index->of_entities[i])
            index->of_entities[i] = add_row(arena, map, entity->name, i, NO_INDEX);
    }
}

static void add_place(Arena *arena, ArticleMap *map, size_t row, MapPlace place)
{
    MapRow *taken = row ? &map->rows.items[row - 1] : NULL;

    if (!taken)
        return;
    ARRAY_PUSH(arena, taken->places, place);
    taken->speech_count += place.speaks;
}

static void add_quote(Arena *arena, ArticleMap *map, MapIndex *index, const Speakers *speakers, const Quote *quote,
                      size_t at)
{
    MapPlace place = {quote->range, (uint32_t)at, true};

    if (quote->source->speaker_count == 0) {
        if (!index->unknown)
            index->unknown = add_row(arena, map, (Text){0}, NO_INDEX, NO_INDEX);
        add_place(arena, map, index->unknown, place);
    }
    for (size_t i = 0; i < quote->source->speaker_count; i++) {
        size_t number = speakers_number_of(speakers, &quote->source->speakers[i]);

        add_place(arena, map, number == NO_INDEX ? 0 : index->of_speakers[number], place);
    }
}

static void add_places(Arena *arena, ArticleMap *map, MapIndex *index, const Analysis *analysis,
                       const Speakers *speakers, MapSpeech speech)
{
    size_t mention = 0;

    for (size_t i = 0; i <= analysis->quotes.count; i++) {
        const Quote *quote = i < analysis->quotes.count ? &analysis->quotes.items[i] : NULL;

        for (; mention < analysis->mentions.count; mention++) {
            const Mention *named = &analysis->mentions.items[mention];

            if (quote && named->range.start >= quote->range.start)
                break;
            add_place(arena, map, index->of_entities[named->entity], (MapPlace){named->range, (uint32_t)mention, false});
        }
        if (quote && counts(quote, speech))
            add_quote(arena, map, index, speakers, quote, i);
    }
}

ArticleMap article_map(Arena *arena, const Analysis *analysis, const Speakers *speakers, MapSpeech speech)
{
    ArticleMap map = {.size = article_size(analysis->article)};
    MapIndex index = {.of_speakers = ARENA_ARRAY(arena, size_t, speakers->count + 1),
                      .of_entities = ARENA_ARRAY(arena, size_t, analysis->entities.count + 1)};

    add_speakers(arena, &map, &index, analysis, speakers, speech);
    add_persons(arena, &map, &index, analysis);
    add_places(arena, &map, &index, analysis, speakers, speech);
    return map;
}

size_t article_map_column(const ArticleMap *map, size_t offset, size_t count)
{
    if (map->size == 0 || count == 0)
        return 0;
    if (offset >= map->size)
        return count - 1;
    return (size_t)((uint64_t)offset * count / map->size);
}

void article_map_cells(const ArticleMap *map, const MapRow *row, unsigned char *cells, size_t count)
{
    for (size_t i = 0; i < count; i++)
        cells[i] = MAP_NOTHING;
    for (size_t i = 0; i < row->places.count; i++) {
        const MapPlace *place = &row->places.items[i];
        unsigned char cell = place->speaks ? MAP_SPEAKS : MAP_NAMED;
        size_t last = article_map_column(
            map, place->range.end > place->range.start ? place->range.end - 1 : place->range.start, count);

        for (size_t at = article_map_column(map, place->range.start, count); at <= last && at < count; at++)
            cells[at] = cells[at] > cell ? cells[at] : cell;
    }
}

static size_t distance(const MapPlace *place, size_t offset)
{
    if (offset < place->range.start)
        return place->range.start - offset;
    return offset >= place->range.end ? offset - place->range.end + 1 : 0;
}

size_t article_map_nearest(const MapRow *row, size_t offset)
{
    size_t best = 0;

    for (size_t i = 1; i < row->places.count; i++) {
        if (distance(&row->places.items[i], offset) < distance(&row->places.items[best], offset))
            best = i;
    }
    return best;
}
