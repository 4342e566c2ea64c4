/*
 * A map of an article: who speaks where, and who is named where. A row for each speaker, then one for each person who says nothing; the
 * columns are the length of the text.
 */
#ifndef QUOIN_ANALYSIS_RESULT_ARTICLE_MAP_H
#define QUOIN_ANALYSIS_RESULT_ARTICLE_MAP_H

#include "analysis/result/speakers.h"

typedef enum MapCell { MAP_NOTHING, MAP_NAMED, MAP_SPEAKS } MapCell; /* the one behind shows where both are */

/* Where somebody of a row speaks or is named. */
typedef struct MapPlace {
    ShortRange range;
    uint32_t index; /* into the analysis' quotes when it is speech, else into its mentions */
    bool speaks;
} MapPlace;

typedef struct MapRow {
    Text name;              /* empty: those of whom nobody knows who they are */
    size_t entity;          /* NO_INDEX: they are known by a phrase, or not at all */
    size_t speaker;         /* the number; NO_INDEX: who says nothing, or is not known */
    ARRAY(MapPlace) places; /* by start; never none */
    size_t speech_count;    /* of them */
} MapRow;

typedef struct ArticleMap {
    ARRAY(MapRow) rows; /* speakers by number, persons as the analysis has them, last what nobody known says */
    size_t size;        /* bytes of the text, as far as it is known */
} ArticleMap;

/* Which speech counts beside what lists of quotations have. */
typedef enum MapSpeech { MAP_LISTED_SPEECH, MAP_INDIRECT_SPEECH } MapSpeech;

/* Names are borrowed of the analysis. */
ArticleMap article_map(Arena *arena, const Analysis *analysis, const Speakers *speakers, MapSpeech speech);

/* What is in each of `count` columns: MapCell. A column has what is said or named in any part of it. */
void article_map_cells(const ArticleMap *map, const MapRow *row, unsigned char *cells, size_t count);

size_t article_map_column(const ArticleMap *map, size_t offset,
                          size_t count); /* of an offset of the text: below `count` */

/* The place of a row that is nearest to an offset: one that it is in, else by the distance to its start or end. */
size_t article_map_nearest(const MapRow *row, size_t offset);

#endif
