/*
 * What a browser looks for is "prefix-,start,end,-suffix". Whether that is only there once is tried on the text of the article, in which case,
 * accents and blanks matter as little as they do there:
 *
 *     #:~:text=said-,we%20remembered,-and      we remembered, in: she said we remembered and …
 *     #:~:text=The%20tide%20does,agree%20with%20it
 */
#include "article/text_fragment.h"

#include "article/plain_text.h"
#include "base/unicode/fold.h"
#include "base/unicode/unicode.h"

enum {
    WHOLE_BYTES = 300,   /* of what is written out, without an end of its own */
    WORDS_AT_AN_END = 4, /* of what is not */
    WORDS_MOST = 16      /* around it, and at its ends */
};

/* ---- words of a block ---- */

static bool is_word_at(Text text, size_t at)
{
    size_t size;
    uint32_t code_point = at < text.size ? utf8_decode(text, at, &size) : ' ';

    return unicode_is_alnum(code_point) || unicode_is_ignorable(code_point); /* a soft hyphen */
}

/* To the end of the next word at or behind `at`, in the block. */
static size_t word_on(const Article *article, Range block, size_t at)
{
    while (at < block.end && !is_word_at(article->text, at))
        at = unicode_cluster_end(article->text, at);
    while (at < block.end && is_word_at(article->text, at))
        at = unicode_cluster_end(article->text, at);
    return at < block.end ? at : block.end;
}

static size_t word_back(const Article *article, Range block, size_t at)
{
    while (at > block.start && !is_word_at(article->text, utf8_previous(article->text, at)))
        at = utf8_previous(article->text, at);
    while (at > block.start && is_word_at(article->text, utf8_previous(article->text, at)))
        at = utf8_previous(article->text, at);
    return at;
}

static Range block_at(const Article *article, size_t offset)
{
    return article->blocks.items[article_known_block_at(article, offset)].range;
}

/* Whole words, without what stands around them. */
static Range whole_words(const Article *article, Range range)
{
    Text text = article->text;
    Range first, last;

    while (range.start < range.end && !is_word_at(text, range.start))
        range.start = unicode_cluster_end(text, range.start);
    while (range.end > range.start && !is_word_at(text, utf8_previous(text, range.end)))
        range.end = utf8_previous(text, range.end);
    if (range.start >= range.end)
        return (Range){range.start, range.start};
    first = block_at(article, range.start);
    last = block_at(article, range.end - 1);
    while (range.start > first.start && is_word_at(text, utf8_previous(text, range.start)))
        range.start = utf8_previous(text, range.start);
    while (range.end < last.end && is_word_at(text, range.end))
        range.end = unicode_cluster_end(text, range.end);
    return range;
}

/* ---- only there ---- */

/* Where words of the text stand first from an offset on. */
static Range find_words(const Article *article, Range words, size_t from)
{
    Arena scratch = {0};
    Range found = {0, 0};
    Needle needle;

    needle_init(&needle, &scratch, text_slice(article->text, words));
    if (!needle_find(&needle, article->text, from, article->text.size, &found))
        found = (Range){article->text.size, article->text.size};
    arena_release(&scratch);
    return found;
}

static bool is_only(const Article *article, Range words)
{
    Range first = find_words(article, words, 0);

    return first.start >= article->text.size ||
           find_words(article, words, first.end > first.start ? first.end : first.start + 1).start >= article->text.size;
}

/* A word more on both sides, in the block; false: there is none. */
static bool widen(const Article *article, Range block, Range *around)
{
    Range wider = {word_back(article, block, around->start), word_on(article, block, around->end)};
    bool grown = wider.start < around->start || wider.end > around->end;

    *around = wider;
    return grown;
}

/* What has to stand around words of one block. */
static Range context_of(const Article *article, Range words)
{
    Range around = words, block = block_at(article, words.start);

    for (int i = 0; i < WORDS_MOST && !is_only(article, around) && widen(article, block, &around); i++)
        ;
    return around;
}

/* ---- written ---- */

static void add_encoded(Arena *arena, TextBuffer *link, Text words)
{
    for (size_t i = 0; i < words.size; i++) {
        char byte = words.bytes[i];
        bool plain = ascii_is_alnum(byte) || byte == '.' || byte == '_' || byte == '~' || byte == '!' || byte == '\'';

        text_buffer_add(arena, link,
                        plain ? (Text){&byte, 1} : arena_printf(arena, "%%%02X", (unsigned)(unsigned char)byte));
    }
}

static void add_words(Arena *arena, TextBuffer *link, const Article *article, Range range)
{
    add_encoded(arena, link, text_trim(plain_text(arena, article, range)));
}

static void add_fragment(Arena *arena, TextBuffer *link, const Article *article, Range around, Range start, Range end)
{
    bool has_end = !range_is_empty(end);

    if (around.start < start.start) {
        add_words(arena, link, article, (Range){around.start, start.start});
        text_buffer_add(arena, link, TEXT("-,"));
    }
    add_words(arena, link, article, start);
    if (has_end) {
        text_buffer_add(arena, link, TEXT(","));
        add_words(arena, link, article, end);
    }
    if (around.end > (has_end ? end.end : start.end)) {
        text_buffer_add(arena, link, TEXT(",-"));
        add_words(arena, link, article, (Range){has_end ? end.end : start.end, around.end});
    }
}

/* Its first words, as many as it takes to be the only ones. */
static Range first_words(const Article *article, Range range)
{
    Range block = block_at(article, range.start), first = {range.start, range.start};

    for (int i = 0; i < WORDS_MOST && (i < WORDS_AT_AN_END || !is_only(article, first)); i++)
        first.end = word_on(article, block, first.end);
    return first;
}

/* Its last words, as many as it takes not to be found before; none of the first. */
static Range last_words(const Article *article, Range range, size_t from)
{
    Range block = block_at(article, range.end - 1), last = {range.end, range.end};

    if (block.start < from)
        block.start = from;
    for (int i = 0; i < WORDS_MOST && (i < WORDS_AT_AN_END || find_words(article, last, from).end != range.end); i++)
        last.start = word_back(article, block, last.start);
    return last;
}

Text text_fragment_link(Arena *arena, const Article *article, Text address, Range range)
{
    Range words = whole_words(article, range), none = {0, 0};
    TextBuffer link = {0};

    if (range_is_empty(words))
        return (Text){0};
    text_buffer_add(arena, &link, address);
    text_buffer_add(arena, &link,
                    text_find_byte(address, '#', 0) == TEXT_NOT_FOUND ? TEXT("#:~:text=") : TEXT(":~:text="));
    if (range_size(words) <= WHOLE_BYTES &&
        block_at(article, words.start).start == block_at(article, words.end - 1).start) {
        add_fragment(arena, &link, article, context_of(article, words), words, none);
    } else {
        Range start = first_words(article, words), around = context_of(article, start);

        around.end = words.end;
        add_fragment(arena, &link, article, around, start, last_words(article, words, start.end));
    }
    return text_buffer_text(&link);
}
