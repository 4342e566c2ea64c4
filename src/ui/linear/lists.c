/* Lists of names, articles and keys, an item a line, with the numbers by which they are chosen: "3ge" reads of the third name. */
#include "reading/passage.h"
#include "ui/command/settings.h"
#include "ui/linear/keys_spoken.h"
#include "ui/linear/reading.h"
#include "ui/linear/voice.h"
#include "ui/opening/opening.h"

/* ---- names ---- */

static const Analysis *analysis_of(const Linear *linear)
{
    return linear->app->document.analysis;
}

static void read_mention(Linear *linear, size_t mention)
{
    const Analysis *analysis = analysis_of(linear);
    const Mention *found = &analysis->mentions.items[mention];
    const Entity *entity = &analysis->entities.items[found->entity];

    linear->mention = mention;
    linear->quote = NO_INDEX;
    voice_format(linear, "%.*s%s:", TEXT_ARGS(entity->name), mention_is_doubtful(found, entity) ? ", probably" : "");
    linear_read_range(linear, passage_sentence(linear->app->document.article, found->range.start));
}

static void list_name(Linear *linear, size_t index)
{
    const Entity *entity = &analysis_of(linear)->entities.items[index];
    Text quotes = {0}, role = {0};

    if (entity->quote_count)
        quotes =
            arena_printf(&linear->arena, ", %u quotation%s", entity->quote_count, entity->quote_count == 1 ? "" : "s");
    if (entity_details(entity)->role.size)
        role = arena_join(&linear->arena, (const Text[]){TEXT(", "), entity_details(entity)->role}, 2);
    voice_format(linear, "%zu, %s%.*s, %.*s%.*s, named %u time%s%.*s", index + 1,
                 entity_is_doubtful(entity) ? "probably " : "", TEXT_ARGS(entity->name),
                 TEXT_ARGS(entity_kind_spoken(entity)), TEXT_ARGS(role), entity->mention_count,
                 entity->mention_count == 1 ? "" : "s", TEXT_ARGS(quotes));
}

void linear_list_names(Linear *linear, const LinearCall *call)
{
    size_t count = document_listed_entities(&linear->app->document);

    if (call->count && (size_t)call->count <= count) {
        read_mention(linear, analysis_of(linear)->entities.items[call->count - 1].first_mention);
        return;
    }
    voice_format(linear, "%zu name%s.", count, count == 1 ? "" : "s");
    for (size_t i = 0; i < count; i++)
        list_name(linear, i);
}

/* The next mention of the same name in another sentence. */
static size_t next_mention(const Linear *linear, int direction)
{
    const Analysis *analysis = analysis_of(linear);
    const Mention *items = analysis->mentions.items;
    size_t at = linear->mention + (size_t)direction;

    for (; at < analysis->mentions.count; at += (size_t)direction) {
        bool apart = direction > 0 ? items[at].range.start >= linear->next : items[at].range.end <= linear->start;

        if (items[at].entity == items[linear->mention].entity && apart)
            return at;
    }
    return NO_INDEX;
}

void linear_move_mention(Linear *linear, const LinearCall *call)
{
    size_t found = linear->mention == NO_INDEX ? NO_INDEX : next_mention(linear, call->direction);

    if (linear->mention == NO_INDEX)
        voice_say(linear, TEXT("Choose a name first, by its number in the list of names."));
    else if (found == NO_INDEX)
        voice_say(linear,
                  call->direction > 0 ? TEXT("The name does not come again.") : TEXT("The name does not come before."));
    else
        read_mention(linear, found);
}

/* ---- articles ---- */

void linear_list_articles(Linear *linear, const LinearCall *call)
{
    App *app = linear->app;

    if (call->count && (size_t)call->count <= app->library->entries.count) {
        app_open(app, (size_t)call->count - 1);
        linear_open(linear);
        return;
    }
    for (size_t i = 0; i < app->library->entries.count; i++) {
        (void)library_peek(app->library, i); /* for its title */
        voice_format(linear, "%zu%s, %.*s", i + 1, i == app->entry ? ", this one" : "",
                     TEXT_ARGS(library_title(app->library, i)));
    }
}

/* ---- keys ---- */

void linear_list_keys(Linear *linear, const LinearCall *call)
{
    ActionId action;
    Text help;

    (void)call;
    for (size_t row = 0; linear_documentation(row, &action, &help); row++)
        voice_format(linear, "%.*s: %.*s.",
                     TEXT_ARGS(keys_spoken(&linear->app->config->keymap, action, &linear->arena)), TEXT_ARGS(help));
}

void linear_list_settings(Linear *linear, const LinearCall *call)
{
    (void)call;
    for (int setting = 0; setting < SETTING_COUNT; setting++) {
        Text value = app_setting_value(linear->app, (SettingId)setting, &linear->arena);

        voice_format(linear, "%.*s=%.*s: %.*s.", TEXT_ARGS(setting_info((SettingId)setting)->name), TEXT_ARGS(value),
                     TEXT_ARGS(setting_info((SettingId)setting)->help));
    }
}

void linear_ask_command(Linear *linear, const LinearCall *call)
{
    (void)call;
    linear->ask = ASK_COMMAND;
}

void linear_leave(Linear *linear, const LinearCall *call)
{
    (void)call;
    linear->left = true;
}
