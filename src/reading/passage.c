/* A sentence is found by the tokens of its block, or of so much of a very long one as stands around the place. */
#include "reading/passage.h"

#include "analysis/words/tokenizer.h"
#include "base/unicode/unicode.h"

enum { SENTENCE_WINDOW = 16 * 1024 }; /* bytes to both sides */

static Range characters(Text text, size_t first, size_t last)
{
    if (first >= text.size)
        return (Range){text.size, text.size};
    return (Range){first, last < text.size ? unicode_cluster_end(text, last) : text.size};
}

static Range paragraphs(const Article *article, size_t first, size_t last)
{
    Range range;

    if (article->blocks.count == 0)
        return (Range){0, 0};
    range.start = article->blocks.items[article_known_block_at(article, first)].range.start;
    range.end = article->blocks.items[article_known_block_at(article, last)].range.end;
    return range.end < range.start ? (Range){range.start, range.start} : range;
}

Range passage_range(const Passage *passage, const Article *article)
{
    bool forwards = passage->anchor <= passage->head;
    size_t first = forwards ? passage->anchor : passage->head, last = forwards ? passage->head : passage->anchor;

    switch (passage->unit) {
    case PASSAGE_CHARACTERS:
        return characters(article->text, first, last);
    case PASSAGE_PARAGRAPHS:
        return paragraphs(article, first, last);
    case PASSAGE_NONE:
        break;
    }
    return (Range){0, 0};
}

void passage_move_head(Passage *passage, size_t offset)
{
    if (passage->unit == PASSAGE_NONE)
        return;
    passage->head = offset;
    passage->column = 0;
}

/* ---- sentences ---- */

/* A block, or what stands around an offset of it; whole characters. */
static Range window_around(const Article *article, Range block, size_t offset)
{
    Range window = block;

    if (offset > block.start + SENTENCE_WINDOW)
        window.start = utf8_previous(article->text, offset - SENTENCE_WINDOW);
    if (block.end > offset + SENTENCE_WINDOW)
        window.end = utf8_previous(article->text, offset + SENTENCE_WINDOW);
    return window;
}

static Range without_blanks(Text text, Range range)
{
    while (range.start < range.end && ascii_is_blank(text.bytes[range.start]))
        range.start++;
    while (range.end > range.start && ascii_is_blank(text.bytes[range.end - 1]))
        range.end--;
    return range;
}

Range passage_sentence(const Article *article, size_t offset)
{
    TokenList list = {0};
    Arena scratch = {0};
    Range sentence;
    size_t block;

    if (article->blocks.count == 0)
        return (Range){0, 0};
    block = article_known_block_at(article, offset);
    sentence = window_around(article, article->blocks.items[block].range, offset);
    tokens_init(&list, &scratch, article, sentence.end - sentence.start);
    tokens_add(&list, block, sentence);
    tokens_end(&list);
    for (size_t i = 0; i < list.tokens.count; i++) {
        if (!token_starts_sentence(&list, i))
            continue;
        if (token_start(&list, i) <= offset)
            sentence.start = token_start(&list, i);
        else if (token_start(&list, i) < sentence.end)
            sentence.end = token_start(&list, i);
    }
    arena_release(&scratch);
    return without_blanks(article->text, sentence);
}
