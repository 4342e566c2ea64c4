/* The most deliberate choice goes first: what was selected in the text before a quotation, that before a name, that before what is only there. */
#include "ui/taking/taken.h"

#include "article/plain_text.h"
#include "base/unicode/harmless.h"
#include "ui/state/places.h"

static Taken taken_of(const App *app, TakenKind kind, Range range)
{
    return (Taken){kind, range, app->document.article, range, NO_INDEX};
}

size_t app_quote_around(const App *app, Range range)
{
    const Analysis *analysis = app->document.analysis;
    size_t quote = analysis ? analysis_quote_from(analysis, range.start) : 0;

    for (; analysis && quote < analysis->quotes.count; quote++) {
        const Quote *found = &analysis->quotes.items[quote];

        if (found->range.start > range.start)
            break;
        if (range.end <= found->range.end && quote_list_passes(&app->document.listed, found, (Text){0}))
            return quote;
    }
    return NO_INDEX;
}

static Taken take_selection(const App *app)
{
    const Document *document = &app->document;
    Range shown = passage_range(&document->passage, document->shown);
    Taken taken = taken_of(app, TAKEN_SELECTION, document_article_range(document, shown));

    taken.shown = document->shown;
    taken.shown_range = shown;
    taken.quote = range_is_empty(taken.range) ? NO_INDEX : app_quote_around(app, taken.range);
    return taken;
}

static Taken take_quotation(const App *app, size_t quote)
{
    Range range = range_widen(app->document.analysis->quotes.items[quote].range);
    Taken taken = taken_of(app, TAKEN_QUOTATION, range);

    taken.quote = quote;
    return taken;
}

static Taken take_sentence(const App *app, size_t mention)
{
    const Document *document = &app->document;
    size_t start = document->analysis->mentions.items[mention].range.start;

    return taken_of(app, TAKEN_SENTENCE, passage_sentence(document->article, start));
}

/* The words that a headline has; of one that is not in the text, none. */
static Taken take_title(const App *app)
{
    const Article *article = app->document.article;

    for (size_t i = 0; i < article->blocks.count && block_is_in_head(article->blocks.items[i].kind); i++) {
        if (article->blocks.items[i].kind == BLOCK_TITLE)
            return taken_of(app, TAKEN_TITLE, article->blocks.items[i].range);
    }
    return taken_of(app, TAKEN_TITLE, (Range){0, 0});
}

static bool on_screen(const App *app, size_t offset)
{
    Range visible = app_visible_text(app);

    return visible.start <= offset && offset < visible.end;
}

/* The place that is meant: that of the match, where one was found last and is on the screen, else its top. */
static size_t place_meant(const App *app)
{
    const Search *search = &app->document.search;

    if (search->pattern.size && !document_shows_source(&app->document) && !range_is_empty(search->current) &&
        app->document.acted_at == search->current.start && on_screen(app, search->current.start))
        return search->current.start;
    return app_visible_text(app).start;
}

static Taken take_paragraph(App *app)
{
    Article *article = app->document.article;
    size_t block = article_block_at(article, place_meant(app));

    while (block + 1 < article->blocks.count && range_is_empty(article->blocks.items[block].range) &&
           !block_is_in_head(article->blocks.items[block].kind))
        block++;
    if (block_is_in_head(article->blocks.items[block].kind))
        return take_title(app);
    return taken_of(app, TAKEN_PARAGRAPH, article->blocks.items[block].range);
}

Taken app_taken(App *app)
{
    Document *document = &app->document;
    size_t quote, mention;

    if (document->article && document->passage.unit != PASSAGE_NONE)
        return take_selection(app);
    if (!document->article || !document->layout)
        return (Taken){.kind = TAKEN_NOTHING, .quote = NO_INDEX};
    quote = document_current_quote(document);
    mention = document_current_mention(document);
    if (quote != NO_INDEX && mention != NO_INDEX && on_screen(app, document->mention_start) &&
        !on_screen(app, document->quote_start))
        quote = NO_INDEX; /* it was left behind */
    if (quote != NO_INDEX)
        return take_quotation(app, quote);
    if (mention != NO_INDEX)
        return take_sentence(app, mention);
    return document->article->blocks.count ? take_paragraph(app) : (Taken){.kind = TAKEN_NOTHING, .quote = NO_INDEX};
}

Taken app_taken_quote(App *app, size_t number)
{
    const Document *document = &app->document;

    for (size_t quote = 0; document->analysis && quote < document->analysis->quotes.count; quote++) {
        if (quote_list_number(&document->listed, quote) == number)
            return take_quotation(app, quote);
    }
    return (Taken){.kind = TAKEN_NOTHING, .quote = NO_INDEX};
}

/* ---- its words ---- */

Text taken_text(Arena *arena, const App *app, const Taken *taken)
{
    const Article *article = app->document.article;
    Text address = article_field(article, FIELD_URL), words;

    if (taken->kind != TAKEN_TITLE)
        return plain_text(arena, taken->shown, taken->shown_range);
    words = plain_text(arena, article, taken->range);
    if (words.size == 0)
        words = harmless_copy(arena, arena_on_one_line(arena, article_field(article, FIELD_TITLE)), LINES_JOINED);
    return arena_join(arena, (const Text[]){words, words.size && address.size ? TEXT("\n") : (Text){0}, address}, 3);
}

Text taken_name(Arena *arena, const App *app, const Taken *taken)
{
    size_t number = taken->quote == NO_INDEX ? 0 : quote_list_number(&app->document.listed, taken->quote);

    switch (taken->kind) {
    case TAKEN_QUOTATION:
        return number ? arena_printf(arena, "quotation %zu", number) : TEXT("a quotation");
    case TAKEN_SENTENCE:
        return TEXT("a sentence");
    case TAKEN_PARAGRAPH:
        return TEXT("a paragraph");
    case TAKEN_TITLE:
        return article_field(app->document.article, FIELD_URL).size ? TEXT("the headline and the address")
                                                                    : TEXT("the headline");
    case TAKEN_SELECTION:
    case TAKEN_NOTHING:
        break;
    }
    return (Text){0};
}
