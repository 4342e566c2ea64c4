/*
 * The open article. Its analysis comes in two steps for a long text, first of what is around the screen and
 * then of all of it; a text over WHOLE_ANALYSIS_BYTES is only ever analysed around the screen, and again when
 * the reader has left that part.
 */
#include "reading/document.h"

#include <string.h>

enum { WINDOW_BYTES = 256 * 1024, IDLE_INDEX_BYTES = 16 * 1024 * 1024 };

static void forget_places(Document *document)
{
    document->quote_start = NO_OFFSET;
    document->mention_start = NO_OFFSET;
    for (size_t i = 0; i < MARK_COUNT; i++)
        document->marks[i] = NO_OFFSET;
}

DocumentPlace document_place(const Document *document)
{
    DocumentPlace place = {document->top_offset, document->quote_start, document->mention_start, {0}};

    memcpy(place.marks, document->marks, sizeof place.marks);
    return place;
}

void document_set_place(Document *document, const DocumentPlace *place)
{
    document->top_offset = place->top_offset;
    document->quote_start = place->quote_start;
    document->mention_start = place->mention_start;
    memcpy(document->marks, place->marks, sizeof document->marks);
}

bool document_open(Document *document, Text path, const File *stream, InputForm form, Charset charset, Report *report)
{
    *document = (Document){.charset = charset, .file = {.descriptor = -1}};
    forget_places(document);
    document->path = path_copy(&document->arena, path);
    if (stream) {
        file_of_stream(&document->file, stream);
    } else {
        (void)file_stamp(path_string(document->path),
                         &document->stamp); /* what is wrong with the file is told when it is opened */
        if (!file_open(&document->file, path_string(document->path), report)) {
            document_close(document);
            return false;
        }
    }
    document->file.encoding = form.encoding;
    document->article = article_read(&document->arena, &document->file, form.format, report);
    document->shown = document->article;
    if (!document->article || (report->error_count && document->article->word_count == 0)) {
        document_close(document); /* what a mistake left without a text is not worth reading */
        return false;
    }
    return true;
}

void document_close(Document *document)
{
    file_close(&document->file);
    file_close(&document->source.file);
    arena_release(&document->source.arena);
    arena_release(&document->search.arena);
    quote_list_release(&document->listed);
    arena_release(&document->analysis_arenas[0]);
    arena_release(&document->analysis_arenas[1]);
    arena_release(&document->layout_arena);
    arena_release(&document->arena);
    *document = (Document){.file = {.descriptor = -1}};
    forget_places(document);
}

void document_measure(Document *document, int columns)
{
    if (document->layout && layout_columns(document->layout) == columns)
        return;
    arena_reset(&document->layout_arena);
    document->layout = layout_new(&document->layout_arena, document->shown, columns, document->charset);
    document->top = document_offset_position(document, document->top_offset);
}

size_t document_position_offset(const Document *document, LinePosition position)
{
    bool first = layout_compare(position, layout_first(document->layout)) == 0;

    return first ? 0 : layout_offset(document->layout, position);
}

LinePosition document_offset_position(const Document *document, size_t offset)
{
    return offset ? layout_locate(document->layout, offset) : layout_first(document->layout);
}

/* ---- analysis ---- */

size_t document_size(const Document *document)
{
    return article_size(document->article);
}

bool document_is_known_in_part(const Document *document)
{
    return document->article && document_size(document) > WHOLE_ANALYSIS_BYTES;
}

/* What to analyse next; empty: nothing. */
static Range wanted_window(const Document *document, Range visible)
{
    static const Range nothing = {0, 0};
    Range have = document->analysed;
    size_t size = document_size(document);
    bool whole_is_too_much = document_is_known_in_part(document);
    size_t around = whole_is_too_much ? WINDOW_BYTES : FIRST_WINDOW_BYTES;
    Range window = {visible.start > around / 2 ? visible.start - around / 2 : 0, visible.end + around / 2};
    bool again = window.start == have.start && window.end == have.end;

    if (whole_is_too_much)
        return again || (have.start <= visible.start && visible.end <= have.end && have.end) ? nothing : window;
    if (have.start == 0 && have.end >= size)
        return nothing;
    return document->analysis || size <= FIRST_WINDOW_BYTES ? (Range){0, size} : window;
}

static void use_model(const Document *document, Analysis *analysis)
{
    if (document->models.find)
        analysis_use_model(analysis, document->models.find(document->models.context));
}

static bool start_analysis(Document *document, Range visible)
{
    Range window = wanted_window(document, visible);
    Arena *arena = &document->analysis_arenas[1 - document->analysis_turn];

    if (range_is_empty(window))
        return false;
    if (article_index(document->article, window.end) && document->article->indexed < window.end)
        return true; /* the index goes on first */
    arena_reset(arena);
    document->next = analysis_new(arena, document->article, window);
    use_model(document, document->next);
    document->asked = window;
    return true;
}

static void finish_analysis(Document *document)
{
    arena_reset(&document->analysis_arenas[document->analysis_turn]);
    document->analysis_turn = 1 - document->analysis_turn;
    document->analysis = document->next;
    document->analysed = document->asked;
    document->next = NULL;
    quote_list_update(&document->listed, document->analysis);
}

static bool work_on_analysis(Document *document, Range visible, size_t bytes)
{
    if (!document->next && !start_analysis(document, visible))
        return false;
    if (!document->next || analysis_step(document->next, bytes))
        return true;
    finish_analysis(document);
    return true;
}

static bool work_on_index(Article *article, size_t bytes)
{
    if (article->complete || article_size(article) > IDLE_INDEX_BYTES)
        return false;
    return article_index(article, article->indexed + bytes);
}

/* True: what is shown is of a part of the article that was not read yet, and now of one that was, or nearer to it. */
static bool work_on_place(const Document *document, Range visible, size_t bytes)
{
    Article *article = document->article;

    if (article->complete || !document_shows_source(document) || article->taken > visible.end)
        return false;
    (void)article_index(article, article->indexed + bytes);
    return true;
}

bool document_work(Document *document, Range visible, size_t bytes)
{
    Search *search = &document->search;

    if (!document->article)
        return false;
    if (search->seeking) {
        (void)search_seek_on(search, document->shown, bytes);
        return true;
    }
    return work_on_place(document, visible, bytes) ||
           work_on_analysis(document, document_article_range(document, visible), bytes) ||
           search_count(search, document->shown, bytes) || work_on_index(document->article, bytes) ||
           work_on_index(document->shown, bytes);
}

bool document_need_analysis(Document *document, Range visible)
{
    if (!document->article)
        return false;
    visible = document_article_range(document, visible);
    while (!document->analysis && work_on_analysis(document, visible, FIRST_WINDOW_BYTES))
        ;
    return document->analysis != NULL;
}

void document_finish(Document *document)
{
    (void)article_index(document->article, SIZE_MAX);
    document->asked = (Range){0, document_size(document)};
    document->next =
        analysis_new(&document->analysis_arenas[1 - document->analysis_turn], document->article, document->asked);
    use_model(document, document->next);
    analysis_run(document->next);
    finish_analysis(document);
}

/* ---- what is selected ---- */

size_t document_current_quote(const Document *document)
{
    const Analysis *analysis = document->analysis;
    size_t quote;

    if (!analysis || document->quote_start == NO_OFFSET)
        return NO_INDEX;
    quote = analysis_quote_from(analysis, document->quote_start);
    if (quote >= analysis->quotes.count || analysis->quotes.items[quote].range.start != document->quote_start)
        return NO_INDEX;
    return quote;
}

size_t document_current_mention(const Document *document)
{
    const Analysis *analysis = document->analysis;
    size_t mention;

    if (!analysis || document->mention_start == NO_OFFSET)
        return NO_INDEX;
    mention = analysis_mention_from(analysis, document->mention_start);
    if (mention >= analysis->mentions.count || analysis->mentions.items[mention].range.start != document->mention_start)
        return NO_INDEX;
    return mention;
}

size_t document_current_entity(const Document *document)
{
    size_t mention = document_current_mention(document);

    return mention == NO_INDEX ? NO_INDEX : document->analysis->mentions.items[mention].entity;
}

size_t document_listed_entities(const Document *document)
{
    size_t count = document->analysis ? document->analysis->entities.count : 0;

    while (count && document->analysis->entities.items[count - 1].type == ENTITY_MISC)
        count--;
    return count;
}
