/*
 * Any keys in any article: the whole reader without a terminal. The input is a script of keys, an empty line, and an article. In
 * the script a byte is a key; 0x80 and above are special keys, the mouse, and other sizes of the screen.
 */
#include "fuzz/fuzz.h"
#include "ui/app.h"

enum { KEYS_MOST = 400 };

typedef struct Reader {
    Arena arena;
    Config config;
    Library library;
    File stream;
    App app;
    Canvas canvas;
    int64_t now_ms;
    bool quit;
} Reader;

static bool read_no_theme(void *context, Arena *arena, Text id, Text *source, Text *path)
{
    (void)context;
    (void)arena;
    (void)id;
    (void)source;
    (void)path;
    return false;
}

static void start(Reader *reader, Text article)
{
    static AppOptions options;
    Report report;

    config_init(&reader->config, &reader->arena);
    library_init(&reader->library, &reader->arena);
    report_init(&report, &reader->arena, TEXT("-"));
    file_from_text(&reader->stream, article);
    (void)library_add(&reader->library, TEXT("-"), &report);
    options = (AppOptions){.config = &reader->config,
                           .library = &reader->library,
                           .stream = &reader->stream,
                           .themes = {read_no_theme, NULL}};
    canvas_init(&reader->canvas, CHARSET_UTF8);
    app_init(&reader->app, &options);
}

static void resize(Reader *reader, int rows, int columns)
{
    canvas_resize(&reader->canvas, rows, columns);
    app_resize(&reader->app, rows, columns);
}

static void require_printable(const Canvas *canvas)
{
    for (int i = 0; i < canvas->rows * canvas->columns; i++) {
        const Cell *cell = &canvas->cells[i];

        REQUIRE(cell->length <= GLYPH_BYTES && cell->columns <= 2);
        for (int byte = 0; byte < cell->length; byte++)
            REQUIRE((unsigned char)cell->bytes[byte] >= 0x20 && cell->bytes[byte] != 0x7F);
    }
}

static void press(Reader *reader, uint8_t byte, uint8_t next)
{
    Effects effects = EFFECT_NONE;

    reader->now_ms += byte == 'w' ? 700 : 20;
    if (byte >= 0xF0)
        resize(reader, 1 + next % 64, 1 + (byte & 0xF) * 16 + next % 13);
    else if (byte >= 0xC0)
        effects = app_mouse(&reader->app, (Mouse){(MouseAction)(byte % 7), next % 40, next / 2}, reader->now_ms);
    else if (byte >= 0x80)
        effects = app_key(&reader->app, (Key){KEY_FIRST_SPECIAL + 1 + (byte & 0x3Fu) % (KEY_AFTER_SPECIAL - KEY_FIRST_SPECIAL - 1), 0},
                          reader->now_ms);
    else if (byte < 0x20)
        effects = app_key(&reader->app, (Key){byte + 0x60u, MODIFIER_CTRL}, reader->now_ms);
    else
        effects = app_key(&reader->app, (Key){byte, 0}, reader->now_ms);
    effects |= app_tick(&reader->app, reader->now_ms);
    reader->quit = effects & EFFECT_QUIT;
}

static void play(Reader *reader, Text keys)
{
    bool changed;

    resize(reader, 24, 80);
    for (size_t i = 0; i < keys.size && i < KEYS_MOST && !reader->quit; i++) {
        (void)app_work(&reader->app, &changed);
        app_draw(&reader->app, &reader->canvas);
        press(reader, (uint8_t)keys.bytes[i], i + 1 < keys.size ? (uint8_t)keys.bytes[i + 1] : 0);
    }
    while (app_work(&reader->app, &changed))
        ;
    app_draw(&reader->app, &reader->canvas);
    require_printable(&reader->canvas);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    Text input = {(const char *)bytes, size};
    size_t blank = text_find(input, TEXT("\n\n"), 0);
    static Reader reader;

    if (blank == TEXT_NOT_FOUND)
        return 0;
    reader = (Reader){0};
    start(&reader, text_slice(input, (Range){blank + 2, size}));
    play(&reader, text_slice(input, (Range){0, blank}));
    app_release(&reader.app);
    canvas_release(&reader.canvas);
    arena_release(&reader.arena);
    return 0;
}
