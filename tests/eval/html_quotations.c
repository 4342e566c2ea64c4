/* A quotation is known again by the words between its marks: blanks and marks may differ, since people type them otherwise than pages have them. */
#include "eval/html_quotations.h"

#include <stdio.h>

#include "article/article_build.h"
#include "eval/bare_words.h"

/* Is a line one of the page's headings? There the words of headlines are, in which nobody speaks. */
static bool is_heading(const Article *page, Text line)
{
    uint64_t sum = bare_words_sum(line);

    for (size_t i = 0; i < page->blocks.count; i++) {
        if (block_is_headline(page->blocks.items[i].kind) && bare_words_sum(article_block_text(page, i)) == sum)
            return true;
    }
    return false;
}

static Article *article_of_lines(Arena *arena, Text text, const Article *page)
{
    Article *article = article_new(arena);
    ArticleBuilder builder = {.article = article};
    Text line;

    for (size_t at = 0; text_next_part(text, '\n', &at, &line);) {
        if (!text_trim(line).size)
            continue;
        builder.entry++;
        article_build_block(&builder, is_heading(page, line) ? BLOCK_HEADING : BLOCK_PARAGRAPH, text_trim(line), 0);
    }
    article_build_end(&builder);
    return article;
}

static const Analysis *analyse(Arena *arena, const Article *article, const struct TagModel *model)
{
    Analysis *analysis = analysis_new(arena, article, (Range){0, SIZE_MAX});

    if (model)
        analysis_use_model(analysis, model);
    analysis_run(analysis);
    return analysis;
}

static Text words_of(Arena *arena, const Analysis *analysis, const Quote *quote)
{
    return bare_words(arena, text_slice(analysis->article->text, quote_inner(quote)));
}

/* NULL: there is none. */
static const Quote *find_quote(Arena *arena, const Analysis *analysis, Text words)
{
    for (size_t i = 0; i < analysis->quotes.count; i++) {
        const Quote *quote = &analysis->quotes.items[i];

        if (quote_is_listed(quote) && text_equal(words_of(arena, analysis, quote), words))
            return quote;
    }
    return NULL;
}

/* Do the words stand in a block of that kind? */
static bool is_in_block(Arena *arena, const Article *article, BlockKind kind, Text words)
{
    for (size_t i = 0; i < article->blocks.count; i++) {
        if (article->blocks.items[i].kind == kind &&
            text_find(bare_words(arena, article_block_text(article, i)), words, 0) != TEXT_NOT_FOUND)
            return true;
    }
    return false;
}

void quotation_figures_add(Arena *arena, QuotationFigures *figures, const struct TagModel *model, Text gold,
                           const Article *article, bool tell)
{
    const Analysis *known = analyse(arena, article_of_lines(arena, gold, article), model),
                   *seen = analyse(arena, article, model);
    Text all = bare_words(arena, article->text);

    figures->pages++;
    for (size_t i = 0; i < known->quotes.count; i++) {
        const Quote *quote = &known->quotes.items[i], *found;
        Text words = quote_is_listed(quote) && quote->open ? words_of(arena, known, quote) : (Text){0};

        if (!words.size)
            continue;
        figures->all++;
        if (text_find(all, words, 0) == TEXT_NOT_FOUND || is_in_block(arena, article, BLOCK_VERBATIM, words))
            continue;
        figures->there++;
        found = find_quote(arena, seen, words);
        figures->found += found != NULL;
        figures->given += found && text_equal(quote_speaker_names(found, arena), quote_speaker_names(quote, arena));
        if (!found && is_in_block(arena, article, BLOCK_BLOCKQUOTE, words))
            figures->set_apart++;
        else if (!found && tell)
            printf("not found: %.*s\n", TEXT_ARGS(text_slice(known->article->text, range_widen(quote->range))));
    }
}

static double percent(size_t part, size_t all)
{
    return all ? 100.0 * (double)part / (double)all : 100;
}

void quotation_figures_print(const char *name, const QuotationFigures *figures)
{
    if (!figures->pages)
        return;
    printf("%-6s %4zu pages  %5zu quotations  words there %.2f %%  of these found %.2f %%, the same speaker %.2f %%\n",
           name, figures->pages, figures->all, percent(figures->there, figures->all),
           percent(figures->found + figures->set_apart, figures->there), percent(figures->given, figures->there));
}
