/* The forms are those of `quoin export`; here they are written into memory, and the loop writes the file as it writes what is saved. */
#include "ui/taking/exporting.h"

#include "library/path_completion.h"

static const ExportFormat *export_of_name(Text name)
{
    size_t count;
    const ExportFormat *formats = export_formats(&count);

    for (size_t i = 0; i < count; i++) {
        if (text_equal(formats[i].name, name))
            return &formats[i];
    }
    return NULL;
}

/* "FORMAT FILE" or "FILE": the form, told by name or by the ending of the file, NULL where it is not told; and the file. */
static const ExportFormat *form_and_file(Text typed, Text *file)
{
    size_t end = text_find_byte(text_trim(typed), ' ', 0);
    const ExportFormat *named = NULL;

    *file = text_trim(typed);
    if (end != TEXT_NOT_FOUND)
        named = export_of_name(text_slice(*file, (Range){0, end}));
    if (named)
        *file = text_trim(text_slice(*file, (Range){end, file->size}));
    return named ? named : export_format_of_file(*file);
}

/* "pdf talks.pdf" */
static void say_no_form(App *app, Text typed)
{
    Text line = text_trim(typed);
    size_t count;
    const ExportFormat *formats = export_formats(&count);
    TextBuffer names = {0};
    Arena scratch = {0};

    for (size_t i = 0; i < count; i++) {
        text_buffer_add(&scratch, &names, i ? TEXT(" ") : (Text){0});
        text_buffer_add(&scratch, &names, formats[i].name);
    }
    app_say(app, ROLE_STATUS_ERROR, "\"%.*s\" is no form; forms: %.*s",
            TEXT_ARGS(text_slice(line, (Range){0, text_find_byte(line, ' ', 0)})), TEXT_ARGS(text_buffer_text(&names)));
    arena_release(&scratch);
}

static Text written(App *app, const ExportFormat *format)
{
    SinkMemory memory = {.arena = &app->out.arena};
    ExportSource source = export_source(&app->out.arena, app->document.analysis);
    Export export = {.cite = &app->config->cite};
    char buffer[4096];
    Sink sink;

    export_take_notes(&source, &app->out.arena, &app->noting.remarks);
    sink_init(&sink, buffer, sizeof buffer, sink_write_memory, &memory);
    export.out = &sink;
    export_begin(&export, format);
    export_add(&export, &source);
    export_end(&export);
    (void)sink_flush(&sink);
    return text_buffer_text(&memory.text);
}

/* All of it, and the notes on it: a long article is analysed as far as it was read. */
static bool is_known(App *app)
{
    Document *document = &app->document;

    if (!document->article) {
        app_say(app, ROLE_STATUS_INFO, "no article is open");
        return false;
    }
    if (document->analysis && document->article->complete && app->noting.is_read && !document_is_known_in_part(document))
        return true;
    app_say(app, ROLE_STATUS_WARNING,
            document_is_known_in_part(document) ? "the article is too long for that; quoin export writes it"
                                                : "the article is still being read; try again in a moment");
    return false;
}

Effects app_export(App *app, Text typed, bool replaces)
{
    Text file;
    const ExportFormat *format = form_and_file(typed, &file);

    if (!format && text_find_byte(text_trim(typed), ' ', 0) != TEXT_NOT_FOUND) {
        say_no_form(app, typed);
        return EFFECT_NONE;
    }
    if (file.size == 0 || !format) {
        app_say(app, ROLE_STATUS_ERROR, "name a form and a file: export html talks.html");
        return EFFECT_NONE;
    }
    if (!is_known(app))
        return EFFECT_NONE;
    arena_reset(&app->out.arena);
    app->out.words = NULL;
    app->out.what = arena_printf(&app->out.arena, "the article as %.*s", TEXT_ARGS(format->name));
    app->out.text = written(app, format);
    app->out.name = arena_copy(&app->out.arena, path_meant(&app->out.arena, file, app->options.home));
    app->out.replaces = replaces;
    return EFFECT_SAVE;
}
