/* Those of a selection do nothing where there is none: they may be run by their names. */
#include "ui/actions/actions_take.h"

#include "article/link_address.h"
#include "article/plain_text.h"
#include "article/text_fragment.h"
#include "base/shell_words.h"
#include "base/unicode/unicode.h"
#include "export/citation.h"
#include "library/path_completion.h"
#include "ui/links/links.h"
#include "ui/state/geometry.h"
#include "ui/state/places.h"
#include "ui/taking/caret.h"
#include "ui/taking/selecting.h"
#include "ui/taking/taken.h"
#include "ui/notes/correcting.h"
#include "ui/notes/noting.h"
#include "ui/taking/exporting.h"

/* ---- selecting ---- */

Effects action_select(App *app, const Call *call)
{
    if (!has_article(app)) {
        app_say(app, ROLE_STATUS_INFO, "no article is open");
        return EFFECT_NONE;
    }
    if (app->choice.focus != PANE_BODY)
        app_focus(app, PANE_BODY);
    selecting_begin(app, (PassageUnit)call->argument);
    return EFFECT_NONE;
}

static bool is_selecting(App *app)
{
    if (has_article(app) && app_is_selecting(app))
        return true;
    app_say(app, ROLE_STATUS_INFO, "nothing is selected; v begins");
    return false;
}

Effects action_step(App *app, const Call *call)
{
    if (is_selecting(app))
        selecting_step(app, (PassageStep)call->argument, (long)call->direction * call_times(call));
    return EFFECT_NONE;
}

Effects action_line_edge(App *app, const Call *call)
{
    size_t head = app->document.passage.head;

    if (is_selecting(app))
        selecting_move_to(app, call->direction < 0 ? caret_line_start(&app->document, head)
                                                   : caret_line_end(&app->document, head));
    return EFFECT_NONE;
}

Effects action_other_end(App *app, const Call *call)
{
    (void)call;
    if (is_selecting(app))
        selecting_swap_ends(app);
    return EFFECT_NONE;
}

/* The first that is listed and begins after an offset of the article's text. */
static size_t quote_after(const App *app, size_t offset)
{
    const Document *document = &app->document;

    for (size_t quote = analysis_quote_from(document->analysis, offset); quote < document->analysis->quotes.count;
         quote++) {
        if (quote_list_row(&document->listed, quote))
            return quote;
    }
    return NO_INDEX;
}

/* The one with the number that was typed, else the one around the end that moves, else the selected one if that is on the screen, else the next. */
static size_t quote_to_select(App *app, size_t number)
{
    const Document *document = &app->document;
    Range head = {document->passage.head, document->passage.head + 1};
    size_t around, selected = document_current_quote(document);
    Range text = document_article_range(document, head), visible = app_visible_text(app);

    for (size_t quote = 0; number && quote < document->analysis->quotes.count; quote++) {
        if (quote_list_number(&document->listed, quote) == number)
            return quote;
    }
    if (number)
        return NO_INDEX;
    around = app_quote_around(app, text);
    if (around != NO_INDEX)
        return around;
    return selected != NO_INDEX && range_contains(visible, document->quote_start) ? selected
                                                                                  : quote_after(app, text.start);
}

Effects action_select_quote(App *app, const Call *call)
{
    Document *document = &app->document;
    size_t quote;
    Range range;

    if (!is_selecting(app) || !document_need_analysis(document, app_visible(app)))
        return EFFECT_NONE;
    quote = quote_to_select(app, (size_t)call->count);
    if (quote == NO_INDEX) {
        app_say(app, ROLE_STATUS_INFO, call->count ? "there is no quotation %d" : "no quotation is here", call->count);
        return EFFECT_NONE;
    }
    range = range_widen(document->analysis->quotes.items[quote].range);
    selecting_take(app,
                   (Range){document_shown_offset(document, range.start), document_shown_offset(document, range.end)});
    return EFFECT_NONE;
}

/* ---- copying ---- */

/* What a key acts on; nothing is, and told. */
static Taken take(App *app, const Call *call)
{
    Taken taken = {.kind = TAKEN_NOTHING, .quote = NO_INDEX};

    if (!has_article(app)) {
        app_say(app, ROLE_STATUS_INFO, "no article is open");
        return taken;
    }
    (void)document_need_analysis(&app->document, app_visible(app));
    taken = call->count ? app_taken_quote(app, (size_t)call->count) : app_taken(app);
    if (taken.kind == TAKEN_NOTHING)
        app_say(app, ROLE_STATUS_INFO, call->count ? "there is no quotation %d" : "there is nothing to take",
                call->count);
    return taken;
}

/* What is taken leaves the selection: it has served. */
static Effects hand_out(App *app, Text text, Text what, Effects effects)
{
    if (text.size == 0) {
        app_say(app, ROLE_STATUS_INFO, "there are no words to take");
        return EFFECT_NONE;
    }
    app->out.text = text;
    app->out.what = what;
    selecting_end(app);
    return effects;
}

static Text amount(App *app, const Taken *taken, Text text)
{
    Arena *arena = &app->out.arena;
    Text name = taken_name(arena, app, taken), much = selecting_amount(arena, text);

    if (taken->kind == TAKEN_TITLE)
        return name;
    return name.size ? arena_join(arena, (const Text[]){name, TEXT(", "), much}, 3) : much;
}

Effects action_copy(App *app, const Call *call)
{
    Taken taken = take(app, call);
    Text text;

    if (taken.kind == TAKEN_NOTHING)
        return EFFECT_NONE;
    arena_reset(&app->out.arena);
    text = taken_text(&app->out.arena, app, &taken);
    return hand_out(app, text, amount(app, &taken, text), EFFECT_COPY);
}

/* The part of a quotation that is selected, without its marks; empty: it is all of it. */
static Range cited_part(const App *app, const Taken *taken)
{
    const Quote *quote = taken->quote == NO_INDEX ? NULL : &app->document.analysis->quotes.items[taken->quote];
    Range inner, part = taken->range;

    if (!quote)
        return part;
    inner = quote_inner(quote);
    part.start = part.start < inner.start ? inner.start : part.start;
    part.end = part.end > inner.end ? inner.end : part.end;
    return part.start >= part.end || (part.start == inner.start && part.end == inner.end) ? (Range){0, 0} : part;
}

Effects action_cite(App *app, const Call *call)
{
    Taken taken = take(app, call);
    Arena *arena = &app->out.arena;
    CitationSource source = {.article = app->document.article, .analysis = app->document.analysis, .quote = taken.quote};
    Text name;

    if (taken.kind == TAKEN_NOTHING)
        return EFFECT_NONE;
    arena_reset(arena);
    source.passage = taken.kind == TAKEN_TITLE ? (Range){0, 0} : cited_part(app, &taken);
    name = taken.kind == TAKEN_TITLE ? TEXT("the article") : taken_name(arena, app, &taken);
    return hand_out(
        app, citation_write(arena, &app->config->cite, &source),
        arena_join(arena, (const Text[]){TEXT("a citation of "), name.size ? name : TEXT("the selection")}, 2),
        EFFECT_COPY);
}

/* The article's own, or what it was opened as. */
static Text article_address(App *app, Arena *arena)
{
    Text field = article_field(app->document.article, FIELD_URL);

    return link_address(arena, (Text){0}, field.size ? field : library_name(app->library, app->entry));
}

Effects action_copy_link(App *app, const Call *call)
{
    Taken taken = take(app, call);
    Arena *arena = &app->out.arena;
    Text address, name, link;

    if (taken.kind == TAKEN_NOTHING)
        return EFFECT_NONE;
    arena_reset(arena);
    address = article_address(app, arena);
    if (address.size == 0) {
        app_say(app, ROLE_STATUS_INFO, "this article has no address that could be linked to");
        return EFFECT_NONE;
    }
    link = taken.kind == TAKEN_TITLE ? address : text_fragment_link(arena, app->document.article, address, taken.range);
    name = taken.kind == TAKEN_TITLE ? TEXT("the article") : taken_name(arena, app, &taken);
    return hand_out(app, link,
                    arena_join(arena, (const Text[]){TEXT("a link to "), name.size ? name : TEXT("the selection")}, 2),
                    EFFECT_COPY);
}

static Effects copy_link_address(App *app, size_t link)
{
    Text address = app_link_address(app, link, &app->out.arena);

    if (address.size == 0) {
        app_say(app, ROLE_STATUS_INFO, "link %zu leads nowhere that can be opened", link + 1);
        return EFFECT_NONE;
    }
    return hand_out(app, address, arena_printf(&app->out.arena, "the address of link %zu", link + 1), EFFECT_COPY);
}

Effects action_copy_address(App *app, const Call *call)
{
    Text address;

    if (!has_article(app)) {
        app_say(app, ROLE_STATUS_INFO, "no article is open");
        return EFFECT_NONE;
    }
    arena_reset(&app->out.arena);
    app_find_links(app);
    if (call->count && (size_t)call->count > app_link_count(app)) {
        app_say(app, ROLE_STATUS_WARNING, "there is no link %d; the last is %zu", call->count, app_link_count(app));
        return EFFECT_NONE;
    }
    if (call->count || app_selected_link(app) != NO_INDEX)
        return copy_link_address(app, call->count ? (size_t)call->count - 1 : app_selected_link(app));
    address = article_address(app, &app->out.arena);
    if (address.size == 0) {
        app_say(app, ROLE_STATUS_INFO, "this article has no address");
        return EFFECT_NONE;
    }
    return hand_out(app, address, TEXT("the address"), EFFECT_COPY);
}

/* ---- to a program, to a file ---- */

Effects action_ask_pipe(App *app, const Call *call)
{
    (void)call;
    if (has_article(app))
        (void)prompt_set(&app->prompt.line, PROMPT_COMMAND, TEXT("pipe "));
    else
        app_say(app, ROLE_STATUS_INFO, "no article is open");
    return EFFECT_NONE;
}

/* The headline as the name of a file: letters and digits, and one "-" between words. */
static Text file_name(Arena *arena, Text headline)
{
    enum { MOST = 60 };
    TextBuffer name = {0};
    size_t size;

    for (size_t at = 0; at < headline.size && name.count < MOST; at += size) {
        uint32_t code_point = utf8_decode(headline, at, &size);

        if (unicode_is_alnum(code_point) && code_point != REPLACEMENT_CHARACTER)
            text_buffer_add(arena, &name, text_slice(headline, (Range){at, at + size}));
        else if (name.count && name.items[name.count - 1] != '-' && code_point < 0x80 && code_point != '\'')
            text_buffer_add(arena, &name, TEXT("-"));
    }
    while (name.count && name.items[name.count - 1] == '-')
        name.count--;
    return name.count ? text_buffer_text(&name) : TEXT("article");
}

Effects action_ask_export(App *app, const Call *call)
{
    (void)call;
    (void)prompt_set(&app->prompt.line, PROMPT_COMMAND, TEXT("export "));
    return EFFECT_NONE;
}

Effects action_ask_save(App *app, const Call *call)
{
    Arena scratch = {0};
    Text name;

    (void)call;
    if (!has_article(app)) {
        app_say(app, ROLE_STATUS_INFO, "no article is open");
        return EFFECT_NONE;
    }
    name = file_name(&scratch, article_field(app->document.article, FIELD_TITLE));
    (void)prompt_offer(&app->prompt.line, PROMPT_COMMAND, TEXT("save "),
                       arena_join(&scratch, (const Text[]){name, TEXT(".txt")}, 2));
    arena_release(&scratch);
    return EFFECT_NONE;
}

/* False: there is nothing, and that is told. */
static bool take_much(App *app)
{
    Document *document = &app->document;
    Arena *arena = &app->out.arena;
    bool selected = app_is_selecting(app);

    if (!has_article(app)) {
        app_say(app, ROLE_STATUS_INFO, "no article is open");
        return false;
    }
    arena_reset(arena);
    app->out.words = NULL;
    if (selected) {
        Taken taken = app_taken(app);

        app->out.text = taken_text(arena, app, &taken);
        app->out.what = selecting_amount(arena, app->out.text);
        return true;
    }
    (void)article_index(document->shown, SIZE_MAX);
    app->out.text = plain_text(arena, document->shown, (Range){0, document->shown->text.size});
    app->out.what = document_shows_source(document) ? TEXT("the source") : TEXT("the article");
    return true;
}

Effects take_to_program(App *app, Text command)
{
    ShellWords words;
    Text problem;

    if (!take_much(app))
        return EFFECT_NONE;
    if (!shell_words(&app->out.arena, command, &words, &problem)) {
        app_say(app, ROLE_STATUS_ERROR, "%.*s", TEXT_ARGS(problem));
        return EFFECT_NONE;
    }
    if (words.count == 0)
        return EFFECT_NONE;
    app->out.words = words.items;
    return hand_out(app, app->out.text, app->out.what, EFFECT_PIPE);
}

/* An ending of a form of exports, but for plain text: then the whole article goes out in that form. */
static bool names_form(Text name)
{
    return export_format_of_file(name) && !text_ends_with(name, TEXT(".txt"));
}

Effects take_to_file(App *app, Text name, bool replaces)
{
    name = text_trim(name);
    if (names_form(name) && has_article(app) && !app_is_selecting(app) && !document_shows_source(&app->document)) {
        (void)noting_need(app);
        correcting_apply(app);
        return app_export(app, name, replaces);
    }
    if (name.size == 0 || !take_much(app))
        return EFFECT_NONE;
    app->out.text = arena_join(&app->out.arena, (const Text[]){app->out.text, TEXT("\n")}, 2);
    app->out.name = arena_copy(&app->out.arena, path_meant(&app->out.arena, name, app->options.home));
    app->out.replaces = replaces;
    return hand_out(app, app->out.text, app->out.what, EFFECT_SAVE);
}
