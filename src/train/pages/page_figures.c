#include "train/pages/page_figures.h"

#include <stdio.h>

TextOverlap page_figures_add(Arena *arena, PageFigures *figures, Text gold, Text found)
{
    TextOverlap overlap = text_overlap(arena, gold, found);
    bool first = text_has_paragraph(arena, text_first_paragraph(gold), found);
    bool last = text_has_paragraph(arena, text_last_paragraph(gold), found);

    figures->pages++;
    figures->recall += overlap.recall;
    figures->said += overlap.has_words;
    figures->precision += overlap.has_words ? overlap.precision : 0;
    figures->poor += overlap.f1 < 0.8;
    figures->good += overlap.f1 >= 0.9;
    figures->first += first;
    figures->last += last;
    figures->both += first && last;
    return overlap;
}

Text page_body_text(Arena *arena, const Article *article)
{
    TextBuffer text = {0};

    for (size_t i = 0; i < article->blocks.count; i++) {
        BlockKind kind = article->blocks.items[i].kind;

        if (block_is_in_head(kind) || kind == BLOCK_CAPTION || kind == BLOCK_CREDIT)
            continue;
        text_buffer_add(arena, &text, article_block_text(article, i));
        text_buffer_add(arena, &text, TEXT("\n"));
    }
    return text_buffer_text(&text);
}

/* Without a first line that is the article's title: people who write down a text begin it so or not, and readers have it in the head. */
static Text without_title(Text gold, const Article *article)
{
    size_t at = 0;
    Text line;

    if (!text_next_part(gold, '\n', &at, &line) || !text_same_words(line, article->fields[FIELD_TITLE]))
        return gold;
    return text_trim(text_slice(gold, (Range){at, gold.size}));
}

/* What readers are shown: a gold body may begin with what is the title or the standfirst here. */
static bool shows_both_ends(Arena *arena, const Article *article, Text gold, Text body)
{
    Text shown = arena_join(
        arena,
        (const Text[]){article->fields[FIELD_TITLE], TEXT("\n"), article->fields[FIELD_SUBTITLE], TEXT("\n"), body}, 5);

    return text_has_paragraph(arena, text_first_paragraph(gold), shown) &&
           text_has_paragraph(arena, text_last_paragraph(gold), shown);
}

TextOverlap page_figures_add_article(Arena *arena, PageFigures *figures, Text gold, const Article *article)
{
    Text text = page_body_text(arena, article);

    figures->shown += shows_both_ends(arena, article, gold, text);
    return page_figures_add(arena, figures, without_title(gold, article), text);
}

static double share(size_t part, size_t all)
{
    return all ? (double)part / (double)all : 0;
}

void page_figures_print(const char *name, const PageFigures *figures)
{
    double precision = figures->said ? figures->precision / (double)figures->said : 0;
    double recall = figures->pages ? figures->recall / (double)figures->pages : 0;
    double f1 = precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0;

    printf("%-18s %4zu pages  F1 %.4f  P %.4f  R %.4f  <.8 %3zu  >=.9 %.3f  first %.3f  last %.3f  both %.3f", name,
           figures->pages, f1, precision, recall, figures->poor, share(figures->good, figures->pages),
           share(figures->first, figures->pages), share(figures->last, figures->pages),
           share(figures->both, figures->pages));
    if (figures->shown)
        printf("  shown %.3f", share(figures->shown, figures->pages));
    printf("\n");
}
