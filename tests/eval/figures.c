/* A table of names beside a switch of formulas. */
#include "eval/figures.h"

void scores_init(Scores *scores)
{
    *scores = (Scores){.direct.type = LITERAL("direct"), .indirect.type = LITERAL("indirect")};
}

void scores_add(Scores *scores, const GoldDocument *document, const Analysis *analysis, const ScoreVisitor *visitor)
{
    score_document(&scores->all, document, analysis, visitor);
    score_document(&scores->direct, document, analysis, NULL);
    score_document(&scores->indirect, document, analysis, scores->indirect_visitor);
}

const char *figure_name(FigureId figure)
{
    static const char *const names[FIGURE_COUNT] = {
        [FIGURE_DETECTION] = "detection, exact F1", [FIGURE_END_TO_END] = "end-to-end F1, all",
        [FIGURE_DIRECT] = "end-to-end F1, direct",  [FIGURE_PRONOUN] = "pronoun speakers, last name",
        [FIGURE_NOMINAL] = "nominal speakers",      [FIGURE_FULL] = "full name",
    };

    return names[figure];
}

double figure_value(FigureId figure, const Scores *scores)
{
    switch (figure) {
    case FIGURE_DETECTION:
        return score_detection(&scores->all);
    case FIGURE_END_TO_END:
        return score_end_to_end(&scores->all);
    case FIGURE_DIRECT:
        return score_end_to_end(&scores->direct);
    case FIGURE_PRONOUN:
        return share(scores->all.pronoun);
    case FIGURE_NOMINAL:
        return share(scores->all.nominal);
    case FIGURE_FULL:
        return share(scores->all.full);
    case FIGURE_COUNT:
        break;
    }
    return 0;
}
