/* Quotations and names are selected by where they start in the text: so the selection stays when another analysis comes. */
#include "ui/state/selection.h"

void app_select_quote(App *app, size_t quote, Align align)
{
    Document *document = &app->document;
    size_t row = quote_list_row(&document->listed, quote);

    document->link_start = NO_OFFSET;
    document->quote_start = document->analysis->quotes.items[quote].range.start;
    if (row)
        app->lists[PANE_QUOTES].selected = row - 1;
    app_show_text(app, document->quote_start, align);
}

void app_select_mention(App *app, size_t mention, Align align)
{
    Document *document = &app->document;

    document->link_start = NO_OFFSET;
    document->mention_start = document->analysis->mentions.items[mention].range.start;
    app->lists[PANE_ENTITIES].selected = document->analysis->mentions.items[mention].entity;
    app_show_text(app, document->mention_start, align);
}

void app_relist(App *app)
{
    Document *document = &app->document;
    size_t quote = document_current_quote(document), entity = document_current_entity(document);
    size_t row = quote == NO_INDEX ? 0 : quote_list_row(&document->listed, quote);

    app->lists[PANE_QUOTES] = (ListView){.selected = row ? row - 1 : 0};
    app->lists[PANE_ENTITIES] = (ListView){.selected = entity == NO_INDEX ? 0 : entity};
}

void app_set_filter(App *app, Text name, bool is_about)
{
    Document *document = &app->document;

    quote_list_set_filter(&document->listed, name, is_about);
    quote_list_update(&document->listed, document->analysis);
    app_relist(app);
    if (name.size)
        app_say(app, ROLE_STATUS_INFO, "%s %.*s: %zu of %zu quotations; Esc lists all", is_about ? "about" : "only",
                TEXT_ARGS(name), document->listed.count, document->listed.speech_count);
}

size_t app_selected_speaker(const App *app)
{
    const Document *document = &app->document;
    size_t quote = document_current_quote(document), entity = document_current_entity(document);

    if (quote != NO_INDEX)
        return speakers_of_quote(&document->listed.speakers, quote);
    return entity == NO_INDEX ? NO_INDEX : speakers_of_entity(&document->listed.speakers, entity);
}
