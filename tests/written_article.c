/* What the form of articles holds, compared piece by piece. What no file may have is U+FFFD in what was read. */
#include "written_article.h"

#include "base/yaml/yaml_write.h"
#include "formats/formats.h"
#include "formats/yaml/article_writer.h"
#include "formats/yaml/field_values.h"

typedef void WriteArticle(Sink *out, const Article *article);

static Text written(Arena *arena, const Article *article, WriteArticle *write)
{
    SinkMemory memory = {.arena = arena};
    char buffer[4096];
    Sink sink;

    sink_init(&sink, buffer, sizeof buffer, sink_write_memory, &memory);
    write(&sink, article);
    (void)sink_flush(&sink);
    return text_buffer_text(&memory.text);
}

Text written_yaml(Arena *arena, const Article *article)
{
    return written(arena, article, article_write_yaml);
}

Text written_json(Arena *arena, const Article *article)
{
    return written(arena, article, article_write_json);
}

Article *written_read(Arena *arena, Text source, Report *report)
{
    File *file = ARENA_NEW(arena, File);

    file_from_text(file, source);
    return article_read(arena, file, &article_format, report);
}

/* ---- comparing ---- */

static Text writable(Arena *arena, Text text)
{
    TextBuffer clean = {0};
    size_t size;
    char bytes[4] = {0};

    for (size_t at = 0; at < text.size; at += size)
        text_buffer_add(arena, &clean, (Text){bytes, utf8_encode(yaml_written_code_point(text, at, &size), bytes)});
    return text_buffer_text(&clean);
}

static bool is_same(Arena *arena, Text text, Text read)
{
    return text_equal(text, read) || text_equal(writable(arena, text), read);
}

static bool is_trimmed(Arena *arena, Text text, Text read)
{
    return is_same(arena, text_trim(text), text_trim(read));
}

static bool is_in_body(const Article *article, size_t block)
{
    BlockKind kind = article->blocks.items[block].kind;

    return !block_is_in_head(kind) &&
           (kind == BLOCK_RULE || (block_has_text(kind) && text_trim(article_block_text(article, block)).size));
}

static size_t next_of_body(const Article *article, size_t block)
{
    while (block < article->blocks.count && !is_in_body(article, block))
        block++;
    return block;
}

static bool is_same_block(Arena *arena, const Article *article, size_t a, const Article *read, size_t b)
{
    const Block *block = &article->blocks.items[a], *other = &read->blocks.items[b];

    return block->kind == other->kind && (block->kind != BLOCK_ORDERED_ITEM || block->number == other->number) &&
           is_trimmed(arena, article_block_text(article, a), article_block_text(read, b));
}

static const char *different_blocks(Arena *arena, const Article *article, const Article *read)
{
    size_t a = next_of_body(article, 0), b = next_of_body(read, 0);

    while (a < article->blocks.count && b < read->blocks.count) {
        if (!is_same_block(arena, article, a, read, b))
            return "a block";
        a = next_of_body(article, a + 1);
        b = next_of_body(read, b + 1);
    }
    return a < article->blocks.count || b < read->blocks.count ? "the number of blocks" : NULL;
}

static const char *different_fields(Arena *arena, const Article *article, const Article *read)
{
    Text headline = article_headline(arena, article);

    for (int field = 0; field < FIELD_COUNT; field++) {
        Text value = field == FIELD_TITLE ? headline : article->fields[field], other = read->fields[field];
        bool is_kept = other.size == 0 && read->extras.count > 0; /* what is not of its kind */

        value = field_value_of(arena, (ArticleField)field, text_trim(value)); /* dates by ISO 8601 */
        if (!is_kept && !is_trimmed(arena, value, other))
            return article_field_key((ArticleField)field).bytes;
    }
    return NULL;
}

static const char *different_people(Arena *arena, const Article *article, const Article *read)
{
    if (article->authors.count != read->authors.count)
        return "the number of authors";
    for (size_t i = 0; i < article->authors.count; i++) {
        const Author *author = &article->authors.items[i], *other = &read->authors.items[i];

        if (!is_trimmed(arena, author->name, other->name) || !is_same(arena, author->role, other->role) ||
            !is_same(arena, author->url, other->url))
            return "an author";
    }
    if (article->entities_given != read->entities_given || article->entities.count != read->entities.count)
        return "the number of entities";
    for (size_t i = 0; i < article->entities.count; i++) {
        const GivenEntity *entity = &article->entities.items[i], *other = &read->entities.items[i];

        if (!is_same(arena, entity->name, other->name) || !is_same(arena, entity->type, other->type) ||
            !is_same(arena, entity->role, other->role) || !is_same(arena, entity->url, other->url) ||
            entity->aliases.count != other->aliases.count)
            return "an entity";
        for (size_t k = 0; k < entity->aliases.count; k++) {
            if (!is_same(arena, entity->aliases.items[k], other->aliases.items[k]))
                return "another name";
        }
    }
    return NULL;
}

static Text words_at(const Article *article, Range range)
{
    return text_trim(text_slice(article->text, range));
}

/* What stands before it in its block; the "# " of a title in a text that is read as it stands is none of the title. */
static Text before_in_block(Arena *arena, const Article *article, Range range)
{
    Text words = text_slice(article->text, range), before;

    if (range_is_empty(range))
        return (Text){0};
    while (words.size && ascii_is_blank(words.bytes[0]))
        words = text_slice(words, (Range){1, words.size});
    before.bytes = article->text.bytes + article->blocks.items[article_known_block_at(article, range.start)].range.start;
    before.size = (size_t)(words.bytes - before.bytes);
    while (before.size && (ascii_is_blank(before.bytes[0]) || before.bytes[0] == '#'))
        before = text_slice(before, (Range){1, before.size});
    return writable(arena, before);
}

static bool is_same_place(Arena *arena, const Article *article, Range range, const Article *read, Range other)
{
    return is_same(arena, words_at(article, range), words_at(read, other)) &&
           text_equal(before_in_block(arena, article, range), before_in_block(arena, read, other));
}

static const char *different_annotations(Arena *arena, const Article *article, const Article *read)
{
    if (article->quotes_given != read->quotes_given || article->quotes.count != read->quotes.count)
        return "the number of quotations";
    for (size_t i = 0; i < article->quotes.count; i++) {
        const GivenQuote *quote = &article->quotes.items[i], *other = &read->quotes.items[i];

        if (!is_same_place(arena, article, quote->range, read, other->range))
            return "the place of a quotation";
        if (!is_same(arena, quote->speaker, other->speaker) || !is_same(arena, quote->cue, other->cue) ||
            !is_same(arena, quote->type, other->type) || !is_same(arena, quote->text, other->text) ||
            quote->match != other->match || quote->agreement != other->agreement)
            return "a quotation";
    }
    if (article->links.count != read->links.count)
        return "the number of links";
    for (size_t i = 0; i < article->links.count; i++) {
        const Link *link = &article->links.items[i], *other = &read->links.items[i];

        if (!is_same(arena, link->url, other->url))
            return "the address of a link";
        if (!is_same_place(arena, article, link->range, read, other->range))
            return "the place of a link";
    }
    return NULL;
}

static const char *different_rest(Arena *arena, const Article *article, const Article *read)
{
    if (article->tags.count != read->tags.count)
        return "the number of tags";
    for (size_t i = 0; i < article->tags.count; i++) {
        if (!is_same(arena, article->tags.items[i], read->tags.items[i]))
            return "a tag";
    }
    if (article->pictures.count != read->pictures.count)
        return "the number of pictures";
    for (size_t i = 0; i < article->pictures.count; i++) {
        if (!is_same(arena, article->pictures.items[i].image, read->pictures.items[i].image) ||
            !is_same(arena, article->pictures.items[i].alt, read->pictures.items[i].alt))
            return "a picture";
    }
    if (article->quality != read->quality || article->page_kind != read->page_kind ||
        !is_same(arena, article->next_page, read->next_page))
        return "what a page was";
    if (!is_same(arena, words_at(article, article->dateline), words_at(read, read->dateline)))
        return "the dateline";
    return NULL;
}

const char *written_difference(Arena *arena, const Article *article, const Article *read)
{
    const char *difference = different_fields(arena, article, read);

    if (!difference)
        difference = different_blocks(arena, article, read);
    if (!difference)
        difference = different_people(arena, article, read);
    if (!difference)
        difference = different_annotations(arena, article, read);
    return difference ? difference : different_rest(arena, article, read);
}

/* Where paragraphs are apart may differ: a block of lines has blank ones. */
static Text without_blanks(Arena *arena, Text text)
{
    TextBuffer rest = {0};

    text = writable(arena, text);
    for (size_t at = 0; at < text.size; at++) {
        if (!ascii_is_blank(text.bytes[at]))
            text_buffer_add(arena, &rest, (Text){text.bytes + at, 1});
    }
    return text_buffer_text(&rest);
}

const char *written_json_difference(Arena *arena, const Article *article, const Article *read)
{
    const char *difference = different_fields(arena, article, read);

    if (difference)
        return difference;
    return text_equal(without_blanks(arena, article_plain_text(arena, article)),
                      without_blanks(arena, article_plain_text(arena, read)))
               ? different_people(arena, article, read)
               : "the text";
}
