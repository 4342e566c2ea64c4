/*
 * Markdown as an article: the front matter says what it is called and who wrote it, else its first heading and its first lines do; what is in it
 * becomes blocks (markdown_blocks.h).
 */
#include "formats/formats.h"
#include "formats/markdown/front_matter.h"
#include "formats/markdown/markdown_blocks.h"
#include "formats/markdown/markdown_signs.h"
#include "formats/text_file.h"

/* ---- the head ---- */

/* Where the fields that stand in the front matter as they are stand there; a title that is a heading, where that is. */
static void map_head(Article *article, Text source, size_t front_end, Range title)
{
    size_t done = 0;

    for (size_t i = 0; i < article->blocks.count; i++) {
        const Block *block = &article->blocks.items[i];
        Text words = article_block_text(article, i);
        Range range = block->kind == BLOCK_TITLE ? title : (Range){0, 0};
        size_t at = text_find(text_slice(source, (Range){0, front_end}), words, done);

        if (words.size && range_is_empty(range) && at != TEXT_NOT_FOUND)
            range = (Range){at, at + words.size};
        if (words.size == 0 || range_is_empty(range) || range.start < done)
            continue;
        offset_map_add(article->arena, &article->source,
                       (OffsetSpan){(uint32_t)block->range.start, (uint32_t)range.start, (uint32_t)words.size,
                                    (uint32_t)range_size(range)});
        done = range.end;
    }
}

static void write_head(ArticleBuilder *builder, Text source, size_t front_end, Range title)
{
    Article *article = builder->article;

    article_build_head(builder);
    article->text = text_buffer_text(&builder->text); /* for a while: more is to come */
    map_head(article, source, front_end, title);
}

static MarkdownResult find_title(Article *article, Text body, size_t offset, Range *place)
{
    MarkdownResult result = MARKDOWN_READ;

    *place = (Range){0, 0};
    if (article->fields[FIELD_TITLE].size)
        return result;
    result = markdown_find_title(article->arena, body, &article->fields[FIELD_TITLE], place);
    if (!range_is_empty(*place))
        *place = (Range){place->start + offset, place->end + offset};
    return result;
}

/* ---- the whole ---- */

static MarkdownResult read_source(Article *article, Text source, Report *report)
{
    FrontMatter front = front_matter_find(source);
    Text body = text_slice(source, (Range){front.end, source.size});
    ArticleBuilder builder = {.article = article};
    MarkdownResult result;
    Range title;

    front_matter_read(article, &front, report);
    result = find_title(article, body, front.end, &title);
    if (result != MARKDOWN_READ)
        return result;
    write_head(&builder, source, front.end, title);
    return markdown_write_body(&builder, body, front.end);
}

/* As plain text, which undoes the commonest signs too. */
static bool read_as_text(Article *article, File *file, Report *report, const char *why)
{
    Arena *arena = article->arena;

    report_add(report, SEVERITY_WARNING, 0, 0, "is read as plain text: %s", why);
    *article = *article_new(arena);
    return text_format.read(article, file, report);
}

static bool read_markdown(Article *article, File *file, Report *report)
{
    if (!markdown_is_built())
        return read_as_text(article, file, report, "this quoin was built without md4c, and cannot read Markdown");
    if (!text_file_decode(article->arena, file, report))
        return false;
    if (read_source(article, file->bytes, report) != MARKDOWN_READ)
        return read_as_text(article, file, report, "what it says as Markdown is many times what it has");
    if (article->text.size == 0)
        report_add(report, SEVERITY_ERROR, 1, 1, "the text is empty; expected a title and a text");
    return article->text.size > 0;
}

static bool recognises(Text head)
{
    return markdown_is_built() && markdown_recognises(head);
}

static bool peek(Arena *arena, Text head, Text fields[FIELD_COUNT])
{
    FrontMatter front = front_matter_find(head);
    Arena scratch = {0};
    Article *article = article_new(&scratch);
    Report report;
    Range place;

    if (!markdown_is_built())
        return text_format.peek(arena, head, fields);
    report_init(&report, &scratch, (Text){0});
    front_matter_read(article, &front, &report);
    (void)find_title(article, text_slice(head, (Range){front.end, head.size}), 0, &place);
    for (int field = 0; field < FIELD_COUNT; field++)
        fields[field] = arena_copy(arena, article->fields[field]);
    arena_release(&scratch);
    return text_trim(head).size > 0;
}

const Format markdown_format = {
    .name = LITERAL("markdown"),
    .form = LITERAL("Markdown"),
    .help = LITERAL("Markdown (CommonMark and tables), with a front matter in YAML or without"),
    .endings = LITERAL(".md .markdown .mdown"),
    .limit = LIMIT_MARKDOWN_BYTES,
    .recognises = recognises,
    .read = read_markdown,
    .peek = peek,
};
