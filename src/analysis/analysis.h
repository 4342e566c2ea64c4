/*
 * What the text says: tokens, sentences, people, quotations and who said them, entities. Rules, word lists and a linear model
 * of names, no parser. Everything is a range over article->text and lives in the analysis' arena.
 *
 * The work is done in slices, so that it never holds up a reader:
 *
 *     Analysis *analysis = analysis_new(&arena, article, (Range){0, SIZE_MAX});
 *     while (analysis_step(analysis, 64 * 1024))
 *         ;                                          // or handle a key in between
 */
#ifndef QUOIN_ANALYSIS_ANALYSIS_H
#define QUOIN_ANALYSIS_ANALYSIS_H

#include "analysis/result/result.h"

struct Ranking;

/* Begin. The article must be indexed as far as the window reaches, and stay as it is while the analysis lives. */
Analysis *analysis_new(Arena *arena, const Article *article, Range window);

/* Does it look for names, which a model may find? Not where the article lists its entities, nor in other languages than English. */
bool analysis_wants_model(const Analysis *analysis);

/* Let a model find names instead of rules. Before the first step; the model must outlive the analysis. */
void analysis_use_model(Analysis *analysis, const struct TagModel *model);

/* Take the names that somebody else has found, in the place of a model: `names` by start. They must outlive the analysis too. */
void analysis_use_names(Analysis *analysis, const FoundName *names, size_t count);

/*
 * Tell who said what by other weights, or let somebody see how (analysis/ranking/ranker.h). Before the first step; what it points to must
 * outlive the analysis.
 */
void analysis_rank_by(Analysis *analysis, const struct Ranking *ranking);

/* Do about `bytes` of text worth of work. True: there is more to do. The result arrays are filled when it first returns false. */
bool analysis_step(Analysis *analysis, size_t bytes);

void analysis_run(Analysis *analysis); /* to the end */

/*
 * What the analysis is made of, so that the worth of each part can be measured: the rules that tell who said what, those by which names are
 * one entity, and the groups of what the model sees. Each part has a name, 0 to analysis_part_count() - 1, and a rule an example.
 */
typedef enum AnalysisParts {
    SPEAKER_RULES,
    MERGE_RULES,
    KIND_RULES,
    NAME_FEATURES,
    ANALYSIS_PARTS_COUNT
} AnalysisParts;

size_t analysis_part_count(AnalysisParts parts);
const char *analysis_part_name(AnalysisParts parts, size_t part);
const char *analysis_part_example(AnalysisParts parts, size_t part); /* NULL: it has none */
/* Of a speaker rule: of a hundred decisions so many are right; 0: it decides nothing. */
unsigned analysis_rule_confidence(size_t rule);

/* Do without it. Before the first step. */
void analysis_leave_out(Analysis *analysis, AnalysisParts parts, size_t part);

#endif
