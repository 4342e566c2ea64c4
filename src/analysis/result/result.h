/* What the analysis of a text has found. It is made by analysis.h, and lives in its arena. */
#ifndef QUOIN_ANALYSIS_RESULT_RESULT_H
#define QUOIN_ANALYSIS_RESULT_RESULT_H

#include "analysis/result/language.h"
#include "analysis/result/quote.h"

typedef struct Analysis Analysis;
typedef struct AnalysisWork AnalysisWork;
struct TagModel;
struct Analysis {
    Arena *arena;
    const Article *article;
    Range window;        /* what part of the text was asked for, cut to whole blocks where these are not huge */
    ARRAY(Quote) quotes; /* by start; scare quotes among them */
    const Quote *found;  /* the quotes as they were found, before a reader's corrections; NULL: nothing was corrected */
    size_t found_count;
    const Entity *found_entities; /* the entities likewise; NULL: nobody was joined or separated */
    size_t found_entity_count;
    const Mention *found_mentions; /* … and the mentions, whose number stays */
    ARRAY(Entity) entities;        /* by type, then by count, then by first mention */
    ARRAY(Mention) mentions;       /* by start */
    LanguageId language;           /* that it is read as */
    const char *form;              /* of the page: "news", "interview", "transcript" …; NULL: not looked at */
    bool done;
    const struct TagModel *model; /* that finds names; NULL: rules do */
    AnalysisWork *work;           /* private to analysis.c */
};

/* Are its names no more than those of speakers: is it in a language of which no others are found, and gives none itself? */
bool analysis_has_speakers_only(const Analysis *analysis);

/* Index of the quotation that `offset` is in, the inner one of two; else of the first behind it; the count when there is none. */
size_t analysis_quote_from(const Analysis *analysis, size_t offset);
size_t analysis_quote_behind(const Analysis *analysis, size_t offset); /* of the first that begins behind it */

/* Mark which quotations stand in one before. */
void analysis_mark_inner(Analysis *analysis);

/* Index of the first mention that ends after `offset`; the count when there is none. */
size_t analysis_mention_from(const Analysis *analysis, size_t offset);

#endif
