/*
 * The open article. One that comes as a stream is read anew, from its beginning, as more of it comes: what it is, where its title ends and how
 * its lines go together shows with more of it, and at the end it is the article that a file of the same bytes would be.
 *
 * Its analysis comes in two steps for a long text, first of what is around the screen and then of all of it; a text over WHOLE_ANALYSIS_BYTES
 * is only ever analysed around the screen, and again when the reader has left that part.
 */
#include "reading/document.h"

#include <string.h>

#include "analysis/analysis.h"
#include "formats/text_file.h"

enum { WINDOW_BYTES = 256 * 1024, IDLE_INDEX_BYTES = 16 * 1024 * 1024 };

static void forget_places(Document *document)
{
    document->quote_start = NO_OFFSET;
    document->mention_start = NO_OFFSET;
    document->link_start = NO_OFFSET;
    document->acted_at = NO_OFFSET;
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

bool document_set_mark(Document *document, uint32_t character, size_t offset)
{
    if (character >= MARK_COUNT || !ascii_is_alpha((char)character))
        return false;
    document->marks[character] = offset;
    return true;
}

static bool is_used(const Document *document, const Article *article)
{
    return article && (article == document->article || (document->analysis && article == document->analysis->article) ||
                       (document->next && article == document->next->article));
}

/* Those that nobody looks at any more take no memory. */
static void release_editions(Document *document)
{
    for (size_t i = 0; i < EDITION_COUNT; i++) {
        Edition *edition = &document->editions[i];

        if (is_used(document, edition->article))
            continue;
        file_close(&edition->file);
        arena_release(&edition->arena);
        edition->article = NULL;
    }
}

/* What a mistake left without a text is not worth reading: NULL. */
static Article *read_article(Arena *arena, File *file, InputForm form, Report *report)
{
    Article *article;

    file_say_encoding(file, form.encoding);
    article = article_read(arena, file, form.format, report);
    return article && report->error_count && article->length.words == 0 ? NULL : article;
}

bool document_open(Document *document, Text path, const File *stream, InputForm form, Charset charset, Report *report)
{
    bool good;

    *document = (Document){.charset = charset, .file = {.descriptor = -1}, .stream = stream, .form = form};
    forget_places(document);
    document->path = path_copy(&document->arena, path);
    if (stream) {
        good = (stream->descriptor >= 0 && stream->bytes.size == 0) || document_grow(document, report) ||
               stream->descriptor >= 0;
    } else { /* what is wrong with the file is told when it is opened */
        (void)file_stamp(path_string(document->path), &document->stamp);
        good = file_open(&document->file, path_string(document->path), report) &&
               (document->article = read_article(&document->arena, &document->file, form, report)) != NULL;
        document->shown = document->article;
    }
    if (!good)
        document_close(document);
    return good;
}

void document_close(Document *document)
{
    file_close(&document->file);
    file_close(&document->source.file);
    arena_release(&document->source.arena);
    arena_release(&document->search.arena);
    document->article = NULL;
    document->analysis = document->next = NULL;
    release_editions(document);
    quote_list_release(&document->listed);
    arena_release(&document->analysis_arenas[0]);
    arena_release(&document->analysis_arenas[1]);
    arena_release(&document->layout_arena);
    arena_release(&document->links_arena);
    arena_release(&document->arena);
    *document = (Document){.file = {.descriptor = -1}};
    forget_places(document);
}

/* ---- a stream ---- */

File *document_file(Document *document)
{
    for (size_t i = 0; i < EDITION_COUNT; i++) {
        if (document->article && document->editions[i].article == document->article)
            return &document->editions[i].file;
    }
    return &document->file;
}

bool document_may_grow(const Document *document)
{
    return document->stream && !document->ended;
}

static Edition *free_edition(Document *document)
{
    Edition *edition = document->editions;

    release_editions(document);
    while (edition->article)
        edition++;
    return edition;
}

/* Do the offsets of what is known of one text hold in what came of it? The last paragraph may go on otherwise than it seemed. NULL: none came. */
static bool is_continued(const Article *article, const Article *longer)
{
    size_t last = article->blocks.count ? article->blocks.items[article->blocks.count - 1].range.start : 0;

    if (!longer)
        return false;
    return article->text.bytes == longer->text.bytes ||
           text_equal(text_slice(article->text, (Range){0, last}), text_slice(longer->text, (Range){0, last}));
}

/* What was found in a text that turned out to be another. */
static void forget_analysis(Document *document)
{
    document->analysis = document->next = NULL;
    document->analysed = (Range){0, 0};
    quote_list_update(&document->listed, NULL);
}

static bool selection_holds(const Document *document, const Article *article)
{
    const Passage *passage = &document->passage;

    return article && document->article && is_continued(document->article, article) &&
           passage->anchor < article_size(article) && passage->head < article_size(article);
}

/* NULL: what has come turned out to be nothing that can be read. */
static void take_edition(Document *document, Article *article)
{
    if ((document->analysis && !is_continued(document->analysis->article, article)) ||
        (document->next && !is_continued(document->next->article, article)))
        forget_analysis(document);
    search_go_on(&document->search, !document->article || is_continued(document->article, article));
    if (!selection_holds(document, article))
        document->passage = (Passage){0};
    document->article = document->shown = article;
    document->layout = NULL;
    document->top = (LinePosition){0, 0};
    document->links = (LinkSpans){0};
    arena_reset(&document->layout_arena);
}

/* What is wrong with a text that is not all there is not told. */
static Article *read_edition(Edition *edition, InputForm form, Report *report, bool ended)
{
    Arena scratch = {0};
    Article *article;
    Report passing;

    report_init(&passing, &scratch, report->path);
    article = read_article(&edition->arena, &edition->file, form, ended ? report : &passing);
    arena_release(&scratch);
    return article;
}

bool document_grow(Document *document, Report *report)
{
    Edition *edition = free_edition(document);
    InputForm form = document->form;

    document->came = document->stream->bytes.size;
    document->ended = document->stream->descriptor < 0;
    file_of_stream(&edition->file, document->stream);
    file_say_encoding(&edition->file, form.encoding);
    if (!form.format)
        form.format = format_of_file(&edition->arena, document->path.text, &edition->file);
    if (document->ended || form.format->grows)
        edition->article = read_edition(edition, form, report, document->ended);
    if (edition->article || document->ended)
        take_edition(document, edition->article);
    return edition->article != NULL;
}

static LinkSigns signs_of(const Layout *layout)
{
    return layout_numbers(layout) ? LINKS_NUMBERED : LINKS_PLAIN;
}

void document_measure(Document *document, int columns, LinkSigns links)
{
    if (document->layout && layout_columns(document->layout) == columns && signs_of(document->layout) == links)
        return;
    arena_reset(&document->layout_arena);
    document->layout = layout_new(&document->layout_arena, document->shown, columns, document->charset);
    if (links == LINKS_NUMBERED) {
        document_cover_links(document, 0);
        layout_number_links(document->layout, &document->links);
    }
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

/* Bytes of the whole text of the article, loaded or not. */
static size_t whole_size(const Document *document)
{
    return article_size(document->article);
}

bool document_is_known_in_part(const Document *document)
{
    return document->article && whole_size(document) > WHOLE_ANALYSIS_BYTES;
}

/* What to analyse next; empty: nothing. Of a text that grows it ends where that does. While more keeps coming, what is known is left until the text
 * is twice as long, so that all of it together costs no more than some times the last. */
static Range wanted_window(const Document *document, Range visible)
{
    static const Range nothing = {0, 0};
    Range have = document->analysed;
    size_t size = whole_size(document);
    bool whole_is_too_much = document_is_known_in_part(document), grows = document_may_grow(document);
    size_t around = whole_is_too_much ? WINDOW_BYTES : FIRST_WINDOW_BYTES;
    Range window = {visible.start > around / 2 ? visible.start - around / 2 : 0, visible.end + around / 2};
    bool again;

    if (document->stream && window.end > size)
        window.end = size;
    again = window.start == have.start && window.end == have.end;
    if (grows && !document->rests && document->analysis && size < 2 * have.end &&
        (window.end == size || !whole_is_too_much))
        return nothing;
    if (whole_is_too_much)
        return again || (have.start <= visible.start && visible.end <= have.end && have.end) ? nothing : window;
    if (have.start == 0 && have.end >= size)
        return nothing;
    return document->analysis || size <= FIRST_WINDOW_BYTES ? (Range){0, size} : window;
}

static void use_model(const Document *document, Analysis *analysis)
{
    if (document->models.find && analysis_wants_model(analysis))
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
    release_editions(document);
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
    document->asked = (Range){0, whole_size(document)};
    document->next =
        analysis_new(&document->analysis_arenas[1 - document->analysis_turn], document->article, document->asked);
    use_model(document, document->next);
    analysis_run(document->next);
    finish_analysis(document);
}

/* ---- links ---- */

void document_cover_links(Document *document, size_t until)
{
    if (!document->links.article) {
        arena_reset(&document->links_arena);
        link_spans_init(&document->links, &document->links_arena, document->shown);
    }
    link_spans_cover(&document->links, until);
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

size_t document_current_link(const Document *document)
{
    size_t link = document->link_start == NO_OFFSET ? NO_INDEX : link_spans_at(&document->links, document->link_start);

    return link == NO_INDEX || document->links.items.items[link].range.start != document->link_start ? NO_INDEX : link;
}

size_t document_listed_entities(const Document *document)
{
    size_t count = document->analysis ? document->analysis->entities.count : 0;

    while (count && document->analysis->entities.items[count - 1].type == ENTITY_MISC)
        count--;
    return count;
}
