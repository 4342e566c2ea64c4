/*
 * The map of an article, as a picture of 60 columns: "#" where somebody speaks, "." where they are named. And of each article of the project:
 * rows are in their order, none is empty, a column is marked if and only if a place touches it, and the nearest place is the nearest.
 */
#include "analysed_article.h"
#include "analysis/result/article_map.h"
#include "formats/text/plain_text.h"
#include "vectors.h"

enum { COLUMNS = 60, COLUMNS_MOST = 300 };

static const Analysis *analysed(Arena *arena, const char *folder, const char *name)
{
    char path[VECTOR_PATH];
    Text source = {0};

    vector_path(path, folder, name);
    return vector_read(arena, path, &source) ? analysed_article(arena, source, name) : NULL;
}

static ArticleMap map_of(Arena *arena, const Analysis *analysis, MapSpeech speech)
{
    Speakers speakers;

    speakers_number(&speakers, arena, analysis);
    return article_map(arena, analysis, &speakers, speech);
}

/* "0|Signe Aldous|2+3|####..   |" */
static Text picture(Arena *arena, const ArticleMap *map)
{
    TextBuffer out = {0};

    for (size_t i = 0; i < map->rows.count; i++) {
        const MapRow *row = &map->rows.items[i];
        unsigned char cells[COLUMNS];
        char drawn[COLUMNS + 1] = "";

        article_map_cells(map, row, cells, COLUMNS);
        for (size_t j = 0; j < COLUMNS; j++)
            drawn[j] = " .#"[cells[j]];
        text_buffer_add(arena, &out,
                        arena_printf(arena, "%c|%.*s|%zu+%zu|%s|\n",
                                     row->speaker == NO_INDEX ? '-' : (char)('0' + row->speaker), TEXT_ARGS(row->name),
                                     row->speech_count, row->places.count - row->speech_count, drawn));
    }
    return text_buffer_text(&out);
}

static void test_vectors(void)
{
    VectorNames names;

    vector_list(&names, "tests/vectors/map", "", ".txt");
    ok(names.count >= 4, "there are vectors");
    for (size_t i = 0; i < names.count; i++) {
        Arena arena = {0};
        const Analysis *analysis = analysed(&arena, "tests/vectors/map", names.names[i]);
        ArticleMap map = map_of(&arena, analysis, MAP_LISTED_SPEECH);

        vector_check(&arena, "tests/vectors/map", arena_printf(&arena, "%s.expected", names.names[i]).bytes,
                     picture(&arena, &map));
        arena_release(&arena);
    }
    vector_list_release(&names);
}

/* ---- what holds of every map ---- */

static bool touches(const ArticleMap *map, const MapPlace *place, size_t column, size_t columns)
{
    size_t first = article_map_column(map, place->range.start, columns);
    size_t last = article_map_column(map, place->range.end - 1, columns);

    return first <= column && column <= last;
}

static bool cells_are_right(const ArticleMap *map, const MapRow *row, size_t columns)
{
    unsigned char cells[COLUMNS_MOST];

    article_map_cells(map, row, cells, columns);
    for (size_t column = 0; column < columns; column++) {
        unsigned char wanted = MAP_NOTHING;

        for (size_t i = 0; i < row->places.count; i++) {
            unsigned char cell = row->places.items[i].speaks ? MAP_SPEAKS : MAP_NAMED;

            if (touches(map, &row->places.items[i], column, columns) && cell > wanted)
                wanted = cell;
        }
        if (cells[column] != wanted)
            return false;
    }
    return true;
}

static bool places_are_right(const Analysis *analysis, const MapRow *row)
{
    size_t speech = 0;

    for (size_t i = 0; i < row->places.count; i++) {
        const MapPlace *place = &row->places.items[i];

        speech += place->speaks;
        if (i && place->range.start < place[-1].range.start)
            return false;
        if (article_map_nearest(row, place->range.start) > i)
            return false;
        if (!place->speaks && analysis->mentions.items[place->index].entity != row->entity)
            return false;
    }
    return row->places.count > 0 && speech == row->speech_count;
}

static void test_article(const char *name)
{
    Arena arena = {0};
    const Analysis *analysis = analysed(&arena, "articles", name);
    ArticleMap map = map_of(&arena, analysis, MAP_INDIRECT_SPEECH);
    size_t wrong = 0, said = 0, listed = 0, before = 0;

    for (size_t i = 0; i < map.rows.count; i++) {
        const MapRow *row = &map.rows.items[i];

        for (size_t columns = 1; columns <= COLUMNS_MOST; columns += 23)
            wrong += !cells_are_right(&map, row, columns);
        wrong += !places_are_right(analysis, row);
        wrong += row->speaker != NO_INDEX && i && row->speaker < before;
        before = row->speaker == NO_INDEX ? before : row->speaker;
    }
    map = map_of(&arena, analysis, MAP_LISTED_SPEECH);
    for (size_t i = 0; i < map.rows.count; i++)
        said += map.rows.items[i].speech_count;
    for (size_t i = 0; i < analysis->quotes.count; i++) {
        const Quote *quote = &analysis->quotes.items[i];

        if (quote_is_listed(quote))
            listed += quote->source->speaker_count ? quote->source->speaker_count : 1;
    }
    ok(wrong == 0, "%s: %zu rows are right", name, map.rows.count);
    ok(said == listed, "… and each of %zu quotations is on the map", listed);
    arena_release(&arena);
}

int main(void)
{
    VectorNames names;

    test_vectors();
    vector_list(&names, "articles", "", ".yaml");
    for (size_t i = 0; i < names.count; i++)
        test_article(names.names[i]);
    vector_list_release(&names);
    return tap_done();
}
