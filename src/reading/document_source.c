/*
 * The source in place of the article. The bytes are those that the document keeps (of a stream, of the YAML form, of what was decoded), else the file
 * is opened again, if it is still the one that was read. What belongs to what is shown is taken over when that changes: the place and the marks are
 * those from before where nobody moved them meanwhile, so that going there and back loses nothing.
 */
#include <errno.h>
#include <string.h>

#include "formats/source_article.h"
#include "formats/text_file.h"
#include "reading/document.h"

enum { INDEX_STEP_BYTES = 256 * 1024 };

bool document_shows_source(const Document *document)
{
    return document->article && document->shown != document->article;
}

/* ---- from one to the other ---- */

static const OffsetMap *map_of(const Document *document)
{
    return document->article->map_source ? &document->source.map : &document->article->source;
}

static size_t to_source(const Document *document, size_t offset)
{
    const OffsetMap *map = map_of(document);

    if (offset == 0 || (document->article->map_source && map->spans.count == 0))
        return 0;
    return offset_map_range(map, (Range){offset, offset + 1}).start;
}

/* False: nothing of the text comes from there. */
static bool find_text(const Document *document, size_t source, size_t *offset)
{
    const OffsetMap *map = map_of(document);
    size_t size = document->article->text.size;
    bool is_there;

    *offset = 0;
    if (document->article->map_source && map->spans.count == 0)
        return false;
    *offset = offset_map_text(map, source, &is_there);
    if (*offset > size)
        *offset = size;
    return is_there;
}

size_t document_shown_offset(const Document *document, size_t offset)
{
    return document_shows_source(document) ? to_source(document, offset) : offset;
}

/* The text as far as the source is asked for. */
static size_t from_source(Document *document, size_t source)
{
    Article *article = document->article;
    size_t offset;

    while (!article->complete && article->taken <= source)
        (void)article_index(article, article->indexed + INDEX_STEP_BYTES);
    (void)find_text(document, source, &offset);
    return source ? offset : 0;
}

size_t document_article_offset(Document *document, size_t shown)
{
    return document_shows_source(document) ? from_source(document, shown) : shown;
}

Range document_article_range(const Document *document, Range shown)
{
    Range range = shown;

    if (!document_shows_source(document))
        return shown;
    (void)find_text(document, shown.start, &range.start);
    (void)find_text(document, shown.end, &range.end);
    return range;
}

size_t document_text_at(const Document *document, size_t shown)
{
    size_t offset;

    if (!document_shows_source(document))
        return shown;
    return find_text(document, shown, &offset) ? offset : NO_OFFSET;
}

/* ---- showing ---- */

static void search_anew(Document *document)
{
    Arena scratch = {0};

    search_begin(&document->search, arena_copy(&scratch, document->search.pattern), document->top_offset);
    arena_release(&scratch);
}

/* It is `shown` from now on. */
static void show(Document *document, Article *shown)
{
    document->shown = shown;
    document->links = (LinkSpans){0};
    document->link_start = NO_OFFSET;
    document->acted_at = NO_OFFSET;
    document->passage = (Passage){0};
    arena_reset(&document->layout_arena);
    document->layout = NULL;
    document->top = (LinePosition){0, 0};
    search_anew(document);
}

/* ---- the source ---- */

static bool refuse(Report *report, const char *why)
{
    report->unreadable = true;
    report_add(report, SEVERITY_ERROR, 0, 0, "%s", why);
    return false;
}

static bool is_unchanged(const Document *document, Report *report)
{
    FileStamp now;

    if (!file_stamp(path_string(document->path), &now))
        return refuse(report, strerror(errno));
    return file_stamp_equal(now, document->stamp) || refuse(report, "has changed since it was read; R reads it again");
}

/* As it was opened before. Its bytes are what is shown, so that they are kept when all of them are there. */
static bool open_again(Document *document, Report *report)
{
    File *file = &document->source.file;

    if (!is_unchanged(document, report) || !file_open(file, path_string(document->path), report))
        return false;
    file->encoding = document->file.encoding;
    if (text_file_decode(&document->source.arena, file, report) && is_unchanged(document, report)) {
        file->is_named = false;
        return true;
    }
    file_close(file);
    return false;
}

/* Where the bytes are that the article was read from; NULL: nowhere. */
static File *source_file(Document *document, Report *report)
{
    File *file = document_file(document);

    if (!file->is_named && file->bytes.size)
        return file;
    if (document->article->file)
        return open_again(document, report) ? &document->source.file : NULL;
    file_from_text(&document->source.file, file->bytes);
    return &document->source.file;
}

/* What is shown of the bytes that the article was read from. */
static File *plain_file(Document *document, File *file)
{
    SourceView *source = &document->source;

    if (!document->article->show_source)
        return file;
    file_from_text(&source->plain, document->article->show_source(&source->arena, file->bytes));
    return &source->plain;
}

static size_t place_to_source(const Document *document, size_t offset)
{
    return offset == NO_OFFSET ? NO_OFFSET : to_source(document, offset);
}

static void take_places_to_source(Document *document)
{
    document->source.left = document_place(document);
    document->top_offset = place_to_source(document, document->top_offset);
    for (size_t i = 0; i < MARK_COUNT; i++)
        document->marks[i] = place_to_source(document, document->marks[i]);
    for (size_t i = 0; i < document->jumps.count; i++)
        document->jumps.jumps[i].offset = place_to_source(document, document->jumps.jumps[i].offset);
    document->source.begun = document_place(document);
}

bool document_show_source(Document *document, Report *report)
{
    SourceView *source = &document->source;
    File *file = source_file(document, report);

    if (!file) {
        arena_reset(&source->arena);
        return false;
    }
    file = plain_file(document, file);
    if (document->article->map_source)
        document->article->map_source(&source->arena, document->article, file->bytes, &source->map);
    take_places_to_source(document);
    show(document, source_article(&source->arena, file));
    return true;
}

/* ---- the article again ---- */

static size_t place_to_text(Document *document, size_t source, size_t begun, size_t left)
{
    return source == begun ? left : source == NO_OFFSET ? NO_OFFSET : from_source(document, source);
}

static void take_places_to_text(Document *document)
{
    const DocumentPlace *begun = &document->source.begun, *left = &document->source.left;

    document->top_offset = place_to_text(document, document->top_offset, begun->top_offset, left->top_offset);
    for (size_t i = 0; i < MARK_COUNT; i++)
        document->marks[i] = place_to_text(document, document->marks[i], begun->marks[i], left->marks[i]);
    for (size_t i = 0; i < document->jumps.count; i++)
        document->jumps.jumps[i].offset = from_source(document, document->jumps.jumps[i].offset);
}

void document_show_article(Document *document)
{
    if (!document_shows_source(document))
        return;
    take_places_to_text(document);
    show(document, document->article);
    file_close(&document->source.file);
    arena_release(&document->source.arena);
    document->source = (SourceView){.file = {.descriptor = -1}, .plain = {.descriptor = -1}};
}

/* ---- lines ---- */

static size_t line_at(File *file, size_t offset)
{
    size_t line = 1, at = 0;

    (void)file_load(file, offset);
    for (; (at = text_find_byte(file->bytes, '\n', at)) != TEXT_NOT_FOUND && at < offset; at++)
        line++;
    return line;
}

/* The file is looked at as it is for its view, which is not shown. */
static size_t line_of_article(Document *document, size_t offset)
{
    SourceView *source = &document->source;
    Arena scratch = {0};
    Report report;
    size_t line = 0;
    File *file;

    report_init(&report, &scratch, document->path.text);
    file = source_file(document, &report);
    if (file) {
        (void)file_load_all(file);
        if (document->article->map_source)
            document->article->map_source(&source->arena, document->article, file->bytes, &source->map);
        line = line_at(file, to_source(document, offset));
    }
    file_close(&source->file);
    arena_release(&source->arena);
    *source = (SourceView){.file = {.descriptor = -1}};
    arena_release(&scratch);
    return line;
}

size_t document_source_line(Document *document)
{
    size_t selected = document->mention_start != NO_OFFSET ? document->mention_start : document->quote_start;

    if (!document_shows_source(document))
        return line_of_article(document, selected != NO_OFFSET ? selected : document->top_offset);
    return line_at(document->source.file.size ? &document->source.file : document_file(document),
                   selected != NO_OFFSET ? to_source(document, selected) : document->top_offset);
}
