/*
 * A character is a grapheme cluster, and white space in a row is one. What stands between blocks is none: a step from the end of one leads to the
 * start of the next that has text. A word is letters and digits in a row, what is not seen among them (a
 * soft hyphen), or other signs in a row.
 */
#include "reading/passage_move.h"

#include "base/unicode/unicode.h"
#include "reading/passage.h"

enum { LOOK_BACK = 2 * CLUSTER_BYTES, INDEX_STEP = 64 * 1024 };

static Range block_range(const Article *article, size_t block)
{
    return article->blocks.items[block].range;
}

/* The start of the first block after (before) one that has text; `otherwise` where there is none. */
static size_t neighbour(Article *article, size_t block, int direction, size_t otherwise)
{
    for (;;) {
        if (direction > 0 && block + 1 >= article->blocks.count && !article->complete)
            (void)article_index(article, article->indexed + INDEX_STEP);
        if (direction > 0 ? block + 1 >= article->blocks.count : block == 0)
            return otherwise;
        block = direction > 0 ? block + 1 : block - 1;
        if (!range_is_empty(block_range(article, block)))
            return direction > 0 ? block_range(article, block).start
                                 : passage_last_character(article->text, block_range(article, block));
    }
}

static size_t last_cluster(Text text, Range range)
{
    size_t at = range.end > range.start + LOOK_BACK ? range.end - LOOK_BACK : range.start, last = range.start;

    while (at > range.start && ((unsigned char)text.bytes[at] & 0xC0) == 0x80)
        at--;
    for (; at < range.end; at = unicode_cluster_end(text, at))
        last = at;
    return last;
}

size_t passage_last_character(Text text, Range range)
{
    size_t last = range.end;

    do {
        while (last > range.start && ascii_is_blank(text.bytes[last - 1]))
            last--;
        last = last_cluster(text, (Range){range.start, last});
    } while (last > range.start && ascii_is_blank(text.bytes[last]));
    return last;
}

static bool is_blank_at(Text text, size_t at)
{
    size_t size;

    return unicode_is_space(utf8_decode(text, at, &size));
}

static size_t next_character(Article *article, size_t from)
{
    size_t block = article_block_at(article, from), at;
    Range range = block_range(article, block);

    if (from >= range.end)
        return neighbour(article, block, +1, from);
    at = unicode_cluster_end(article->text, from);
    while (at < range.end && is_blank_at(article->text, from) && is_blank_at(article->text, at))
        at = unicode_cluster_end(article->text, at);
    return at < range.end ? at : neighbour(article, block, +1, from);
}

static size_t previous_character(Article *article, size_t from)
{
    size_t block = article_block_at(article, from), at;
    Range range = block_range(article, block);

    if (from <= range.start)
        return neighbour(article, block, -1, from);
    at = from > range.start + LOOK_BACK ? from - LOOK_BACK : range.start;
    while (at > range.start && ((unsigned char)article->text.bytes[at] & 0xC0) == 0x80)
        at--;
    for (size_t next = at; next < from; next = unicode_cluster_end(article->text, next))
        at = next;
    while (at > range.start && is_blank_at(article->text, at) &&
           is_blank_at(article->text, utf8_previous(article->text, at)))
        at = utf8_previous(article->text, at);
    return at;
}

static size_t step_character(Article *article, size_t from, int direction)
{
    return direction > 0 ? next_character(article, from) : previous_character(article, from);
}

/* ---- words ---- */

typedef enum CharacterClass { CLASS_BLANK, CLASS_WORD, CLASS_SIGN } CharacterClass;

static CharacterClass class_at(Text text, size_t at)
{
    size_t size;
    uint32_t code_point;

    if (at >= text.size)
        return CLASS_BLANK;
    code_point = utf8_decode(text, at, &size);
    if (unicode_is_space(code_point))
        return CLASS_BLANK;
    return unicode_is_alnum(code_point) || unicode_is_ignorable(code_point) ? CLASS_WORD : CLASS_SIGN;
}

/* Does a word begin here: after another class, or at the start of a block? */
static bool begins_word(Article *article, size_t at)
{
    CharacterClass here = class_at(article->text, at);
    Range block = block_range(article, article_block_at(article, at));

    return here != CLASS_BLANK &&
           (at == block.start || class_at(article->text, previous_character(article, at)) != here);
}

static bool ends_word(Article *article, size_t at)
{
    CharacterClass here = class_at(article->text, at);
    Range block = block_range(article, article_block_at(article, at));
    size_t next = next_character(article, at);

    return here != CLASS_BLANK && (next == at || next >= block.end || class_at(article->text, next) != here);
}

static size_t step_word(Article *article, size_t from, int direction, bool (*is_stop)(Article *, size_t))
{
    size_t at = from;

    for (;;) {
        size_t next = step_character(article, at, direction);

        if (next == at)
            return at;
        at = next;
        if (is_stop(article, at))
            return at;
    }
}

size_t passage_word_start(Article *article, size_t at)
{
    return begins_word(article, at) ? at : step_word(article, at, -1, begins_word);
}

size_t passage_word_end(Article *article, size_t at)
{
    return ends_word(article, at) ? at : step_word(article, at, +1, ends_word);
}

/* ---- sentences and blocks ---- */

static size_t step_sentence(Article *article, size_t from, int direction)
{
    Range sentence = passage_sentence(article, from);
    size_t before;

    if (direction > 0) {
        size_t last = passage_last_character(article->text, sentence);
        size_t at = next_character(article, last < from ? from : last);

        return is_blank_at(article->text, at) ? next_character(article, at) : at;
    }
    if (from > sentence.start)
        return sentence.start;
    before = previous_character(article, from);
    while (before > 0 && is_blank_at(article->text, before) && previous_character(article, before) != before)
        before = previous_character(article, before);
    return passage_sentence(article, before).start;
}

static size_t step_paragraph(Article *article, size_t from, int direction)
{
    size_t block = article_block_at(article, from);

    if (direction > 0)
        return neighbour(article, block, +1, passage_last_character(article->text, block_range(article, block)));
    if (from > block_range(article, block).start)
        return block_range(article, block).start;
    from = neighbour(article, block, -1, from);
    return block_range(article, article_block_at(article, from)).start;
}

size_t passage_step(Article *article, size_t from, PassageStep step, int direction)
{
    if (article->blocks.count == 0)
        return from;
    switch (step) {
    case STEP_WORD:
        return step_word(article, from, direction, begins_word);
    case STEP_WORD_END:
        return step_word(article, from, direction, ends_word);
    case STEP_SENTENCE:
        return step_sentence(article, from, direction);
    case STEP_PARAGRAPH:
        return step_paragraph(article, from, direction);
    case STEP_CHARACTER:
        break;
    }
    return step_character(article, from, direction);
}
