/* Moving through the text by paragraphs, places and matches. A place is an offset of the text: reading goes on there, within a paragraph too. */
#include "ui/linear/reading.h"

#include "base/iso_date.h"
#include "reading/passage.h"
#include "ui/linear/notes.h"
#include "ui/linear/voice.h"
#include "ui/opening/opening.h"
#include "ui/opening/remembering.h"

static const Article *article_of(const Linear *linear)
{
    return linear->app->document.article;
}

/* ---- paragraphs ---- */

static bool is_read(const Block *block)
{
    return !block_is_in_head(block->kind) && block_has_text(block->kind) && !range_is_empty(block->range);
}

/* The first block from `block` on, or the last one before it, that is read by itself; NO_INDEX: there is none. */
static size_t find_block(const Article *article, size_t block, int direction)
{
    while (block < article->blocks.count && !is_read(&article->blocks.items[block]))
        block += (size_t)direction; /* below 0 it is larger than all */
    return block < article->blocks.count ? block : NO_INDEX;
}

void linear_read_range(Linear *linear, Range range)
{
    linear->start = range.start;
    linear->next = range.end;
    voice_words(linear, range);
    linear_say_notes(linear, range);
}

static void read_block(Linear *linear, size_t block)
{
    linear->quote = NO_INDEX;
    linear_read_range(linear, article_of(linear)->blocks.items[block].range);
}

static void say_end(Linear *linear)
{
    App *app = linear->app;
    bool more = app->entry + 1 < app->library->entries.count;

    app->memory.document.ended = true;
    voice_say(linear, more ? TEXT("End of the article. There is another one.") : TEXT("End of the article."));
}

/* The block in which reading goes on, and from where. */
void linear_read_on(Linear *linear, const LinearCall *call)
{
    const Article *article = article_of(linear);
    size_t block = article->blocks.count ? article_known_block_at(article, linear->next) : NO_INDEX;

    (void)call;
    if (block != NO_INDEX && linear->next >= article->blocks.items[block].range.end)
        block++;
    block = block == NO_INDEX ? NO_INDEX : find_block(article, block, +1);
    if (block == NO_INDEX)
        say_end(linear);
    else if (linear->next > article->blocks.items[block].range.start)
        linear_read_range(linear, (Range){linear->next, article->blocks.items[block].range.end});
    else
        read_block(linear, block);
}

void linear_read_back(Linear *linear, const LinearCall *call)
{
    const Article *article = article_of(linear);
    size_t block = article->blocks.count ? article_known_block_at(article, linear->start) : NO_INDEX;

    (void)call;
    if (block != NO_INDEX && linear->start <= article->blocks.items[block].range.start)
        block = block ? find_block(article, block - 1, -1) : NO_INDEX;
    else if (block != NO_INDEX)
        block = find_block(article, block, -1);
    if (block == NO_INDEX)
        voice_say(linear, TEXT("This is the start of the article."));
    else
        read_block(linear, block);
}

/* ---- the head ---- */

static void say_counts(Linear *linear)
{
    const Document *document = &linear->app->document;
    const Article *article = article_of(linear);
    size_t names = document_listed_entities(document), speakers = document->listed.speaker_count;

    voice_format(linear, "%u paragraph%s, %zu quotation%s by %zu speaker%s, %zu name%s. %s", article->paragraphs,
                 article->paragraphs == 1 ? "" : "s", document->listed.speech_count,
                 document->listed.speech_count == 1 ? "" : "s", speakers, speakers == 1 ? "" : "s", names,
                 names == 1 ? "" : "s", article->is_excerpt ? "Only the start of the article is here." : "");
}

static void say_field(Linear *linear, const char *label, Text value)
{
    if (value.size)
        voice_format(linear, "%s: %.*s", label, TEXT_ARGS(value));
}

static void say_meta(Linear *linear)
{
    const Article *article = article_of(linear);
    Text date = iso_date_write(&linear->arena, article_field(article, FIELD_DATE), DATE_DAY_FIRST);

    say_field(linear, "Source", article_field(article, FIELD_SOURCE));
    say_field(linear, "Date", date);
}

static void say_head_block(Linear *linear, const Block *block)
{
    if (block->kind == BLOCK_KICKER)
        say_field(linear, "Section", article_field(article_of(linear), FIELD_SECTION));
    else if (block->kind == BLOCK_META)
        say_meta(linear);
    else if (block_has_text(block->kind) && !range_is_empty(block->range))
        voice_words(linear, block->range);
}

void linear_read_head(Linear *linear, const LinearCall *call)
{
    const Article *article = article_of(linear);

    if (call->count) {
        linear_go_to_paragraph(linear, call);
        return;
    }
    linear->quote = linear->mention = NO_INDEX;
    linear->start = linear->next = 0;
    for (size_t i = 0; i < article->blocks.count && block_is_in_head(article->blocks.items[i].kind); i++) {
        say_head_block(linear, &article->blocks.items[i]);
        linear->next = article->blocks.items[i].range.end;
    }
    say_counts(linear);
}

/* ---- places ---- */

static void go_to_offset(Linear *linear, size_t offset)
{
    const Article *article = article_of(linear);
    size_t block = article->blocks.count ? find_block(article, article_known_block_at(article, offset), +1) : NO_INDEX;

    if (block == NO_INDEX)
        say_end(linear);
    else
        read_block(linear, block);
}

void linear_go_to_paragraph(Linear *linear, const LinearCall *call)
{
    const Article *article = article_of(linear);
    unsigned wanted = call->count ? (unsigned)call->count : article->paragraphs;

    for (size_t i = 0; i < article->blocks.count; i++) {
        const Block *block = &article->blocks.items[i];

        if (block->kind != BLOCK_ORDERED_ITEM && block->number == wanted && is_read(block)) {
            read_block(linear, i);
            return;
        }
    }
    voice_format(linear, "There is no paragraph %u; the last one is %u.", wanted, article->paragraphs);
}

void linear_go_to_percent(Linear *linear, const LinearCall *call)
{
    size_t percent = call->count > 100 ? 100 : (size_t)call->count;

    go_to_offset(linear, article_of(linear)->text.size / 100 * percent);
}

void linear_set_mark(Linear *linear, const LinearCall *call)
{
    if (document_set_mark(&linear->app->document, call->character, linear->start))
        voice_format(linear, "Mark %c is here.", (char)call->character);
    else
        voice_say(linear, TEXT("A mark is a letter, a to z or A to Z."));
}

void linear_go_to_mark(Linear *linear, const LinearCall *call)
{
    size_t offset = call->character < MARK_COUNT ? linear->app->document.marks[call->character] : NO_OFFSET;

    if (offset == NO_OFFSET)
        voice_say(linear, TEXT("There is no such mark."));
    else
        go_to_offset(linear, offset);
}

/* The number of the paragraph at an offset, or of the last one before it. */
static unsigned paragraph_at(const Article *article, size_t offset)
{
    for (size_t i = article->blocks.count ? article_known_block_at(article, offset) + 1 : 0; i-- > 0;) {
        if (article->blocks.items[i].kind != BLOCK_ORDERED_ITEM && article->blocks.items[i].number)
            return article->blocks.items[i].number;
    }
    return 0;
}

void linear_say_place(Linear *linear, const LinearCall *call)
{
    const Article *article = article_of(linear);
    const App *app = linear->app;

    (void)call;
    voice_format(linear, "Paragraph %u of %u, %zu per cent. %.*s", paragraph_at(article, linear->start),
                 article->paragraphs, article->text.size ? linear->next * 100 / article->text.size : 0,
                 TEXT_ARGS(article_field(article, FIELD_TITLE)));
    if (app->library->entries.count > 1)
        voice_format(linear, "Article %zu of %zu.", app->entry + 1, app->library->entries.count);
}

/* ---- search ---- */

void linear_ask_search(Linear *linear, const LinearCall *call)
{
    (void)call;
    linear->ask = ASK_SEARCH;
}

static void read_match(Linear *linear, SearchOutcome outcome)
{
    const Search *search = &linear->app->document.search;

    if (outcome == SEARCH_NONE) {
        voice_format(linear, "\"%.*s\" is not in this text.", TEXT_ARGS(search->pattern));
        return;
    }
    voice_format(linear, "Match %zu of %zu, paragraph %u%s:", search_number(search), search->matches.count,
                 paragraph_at(article_of(linear), search->current.start),
                 outcome != SEARCH_FOUND_WRAPPED ? ""
                 : search->backwards             ? ", from the end"
                                                 : ", from the start");
    linear->quote = NO_INDEX;
    linear_read_range(linear, passage_sentence(article_of(linear), search->current.start));
}

static void seek(Linear *linear, size_t from, bool backwards)
{
    Document *document = &linear->app->document;
    SearchOutcome outcome = search_seek(&document->search, document->article, from, backwards);

    while (outcome == SEARCH_GOES_ON)
        outcome = search_seek_on(&document->search, document->article, SIZE_MAX);
    while (search_count(&document->search, document->article, SIZE_MAX))
        ;
    read_match(linear, outcome);
}

void linear_search(Linear *linear, Text pattern)
{
    if (pattern.size)
        search_begin(&linear->app->document.search, pattern, linear->start);
    if (linear->app->document.search.pattern.size)
        seek(linear, linear->next, false);
    else
        voice_say(linear, TEXT("Nothing was typed to search for."));
}

void linear_move_match(Linear *linear, const LinearCall *call)
{
    const Search *search = &linear->app->document.search;

    if (search->pattern.size == 0)
        voice_say(linear, TEXT("Nothing was searched for yet."));
    else if (call->direction > 0)
        seek(linear, range_is_empty(search->current) ? linear->next : search->current.end, false);
    else
        seek(linear, range_is_empty(search->current) ? linear->start : search->current.start, true);
}

/* ---- articles ---- */

/* What was read last in another sitting, on a screen or by lines. */
static void go_on_where_it_was_left(Linear *linear, size_t offset)
{
    const Article *article = article_of(linear);
    size_t block = article->blocks.count ? find_block(article, article_known_block_at(article, offset), +1) : NO_INDEX;

    if (block == NO_INDEX || offset <= linear->next)
        return;
    linear->start = linear->next = article->blocks.items[block].range.start;
    voice_format(linear, "You were at paragraph %u of %u; reading goes on there.", paragraph_at(article, linear->start),
                 article->paragraphs);
}

void linear_note_place(Linear *linear)
{
    Document *document = &linear->app->document;
    size_t size;

    if (!document->article || app_page_fails(linear->app))
        return;
    size = document->article->text.size;
    document->top_offset = linear->start;
    linear->app->memory.lines_percent =
        linear->next >= size ? 100 : (unsigned)(linear->start * 100 / (linear->start + size - linear->next));
}

void linear_open(Linear *linear)
{
    App *app = linear->app;
    const Problem *problem = report_first(&app->failure);

    if (app->document.article && !app_page_fails(app)) {
        size_t left_at = app->document.top_offset;

        document_finish(&app->document);
        linear_take_notes(linear);
        (void)remembering_go_on(app);
        linear_read_head(linear, &(LinearCall){0});
        go_on_where_it_was_left(linear, left_at);
        linear_note_place(linear);
    }
    if (problem)
        voice_format(linear, "%s: %.*s", app->document.article ? "Note" : "This article cannot be read",
                     TEXT_ARGS(problem->message));
    else if (!app->document.article)
        voice_say(linear, TEXT("No article is open."));
}

void linear_move_article(Linear *linear, const LinearCall *call)
{
    size_t count = linear->app->library->entries.count, times = call->count ? (size_t)call->count : 1;
    size_t here = linear->app->entry, room = call->direction > 0 ? count - 1 - here : here;

    if (count == 0 || room == 0) {
        voice_say(linear, call->direction > 0 ? TEXT("This is the last article.") : TEXT("This is the first article."));
        return;
    }
    times = times > room ? room : times;
    app_open(linear->app, call->direction > 0 ? here + times : here - times);
    linear_open(linear);
}
