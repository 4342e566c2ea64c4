/* Where in the lists, which are sorted by start: binary searches. Quotations that stand in another come behind it. */
#include "analysis/result/result.h"

#include "base/lower_bound.h"

size_t analysis_quote_behind(const Analysis *analysis, size_t offset)
{
    size_t at;

    LOWER_BOUND(at, analysis->quotes.count, analysis->quotes.items[at].range.start <= offset);
    return at;
}

size_t analysis_quote_from(const Analysis *analysis, size_t offset)
{
    size_t behind = analysis_quote_behind(analysis, offset);

    for (size_t at = behind; at > 0; at--) {
        if (analysis->quotes.items[at - 1].range.end > offset)
            return at - 1;
        if (!analysis->quotes.items[at - 1].inner)
            break;
    }
    return behind;
}

size_t analysis_mention_from(const Analysis *analysis, size_t offset)
{
    size_t at;

    LOWER_BOUND(at, analysis->mentions.count, analysis->mentions.items[at].range.end <= offset);
    return at;
}

bool analysis_has_speakers_only(const Analysis *analysis)
{
    return analysis->language != LANGUAGE_ENGLISH && !analysis->article->entities_given;
}

void analysis_mark_inner(Analysis *analysis)
{
    ShortRange outer = {0, 0};

    for (size_t i = 0; i < analysis->quotes.count; i++) {
        Quote *quote = &analysis->quotes.items[i];

        quote->inner = i > 0 && quote->range.start > outer.start && quote->range.end <= outer.end;
        if (!quote->inner)
            outer = quote->range;
    }
}
