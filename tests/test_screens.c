/*
 * Golden screens: keys in, cells out, no terminal. Each file of tests/screens is a script, and NAME.expected beside it the canvas at its end:
 *
 *     needs libthai                           the first line: without it the screen is another one, and not looked at
 *     article articles/00-start-here.yaml     a path of the source tree; several lines: several articles
 *     size 120x40                             may come again, between keys
 *     ascii                                   the ASCII forms
 *     roles                                   with a picture of the roles
 *     mono                                    with a picture of the attributes on a terminal without colours: Bold, Dim, Italic, Underline,
 *                                             Reverse; a digit for several
 *     theme paper-light                       as with --theme; the picture ends with the theme's name and form
 *     slices 3                                from here on idle work is done by so many slices after each step, not to its end
 *     cursor                                  with where the cursor of the terminal stands: row and column from 0, and the text from there
 *     keys . . <Tab> j <Enter>                as in a configuration, separated by blanks
 *     paste the harbor                        this is pasted, not typed
 *     wait 500                                milliseconds pass
 *     (an address that is opened stands below the picture, and what is copied, saved, piped)
 *     notes tests/screens/tour.notes           what the file of notes has; "notes" alone: none yet. Below the picture stands what it has in the end
 *     right-to-left                           Hebrew and Arabic in a terminal that sets nothing in order
 *     notes-full                              … and nothing can be written
 *     notes-room                              … and now it can
 *     click 10 4                              column and row, from 0; "double", "drag", "release", "wheel-down", "wheel-up",
 *                                             "right" likewise
 */
#include <unistd.h>

#include "base/unicode/unicode.h"
#include "canvas_text.h"
#include "config.h"
#include "memory_keeper.h"
#include "ui/reader.h"
#include "vectors.h"

static char folder[] = "tests/screens";

typedef struct Player {
    Arena arena;
    Config config;
    Library library;
    App app;
    Canvas canvas;
    bool started, roles, ascii, mono, cursor;
    Text theme;
    MemoryKeeper memory, *keeps; /* NULL: nothing is kept */
    TextBuffer opened;           /* addresses, and what is taken */
    TextOrder order;
    size_t slices; /* of idle work after each step; 0: all there is */
    int64_t now_ms;
} Player;

static bool read_theme(void *context, Arena *arena, Text id, Text *source, Text *path, Text *why)
{
    char file[VECTOR_PATH];

    (void)context;
    *why = (Text){0};
    vector_path(file, "themes", arena_printf(arena, "%.*s.yaml", TEXT_ARGS(id)).bytes);
    *path = arena_copy(arena, text_from(file));
    return vector_read(arena, file, source);
}

static void settle(Player *player)
{
    bool changed;

    for (size_t i = 0; (player->slices == 0 || i < player->slices) && app_work(&player->app, &changed); i++)
        ;
}

static int minute_of_day(void)
{
    return 10 * 60 + 5;
}

static void start(Player *player)
{
    static const Text ids[] = {LITERAL("gruvbox"), LITERAL("high-contrast"), LITERAL("mono"),       LITERAL("nord"),
                               LITERAL("paper"),   LITERAL("paper-dark"),    LITERAL("paper-light")};
    static AppOptions options;

    if (player->started)
        return;
    player->started = true;
    options = (AppOptions){.config = &player->config,
                           .library = &player->library,
                           .themes = {read_theme, NULL},
                           .theme_ids = ids,
                           .theme_count = COUNT_OF(ids),
                           .charset = player->ascii ? CHARSET_ASCII : CHARSET_UTF8,
                           .minute_of_day = minute_of_day,
                           .order = player->order,
                           .theme = player->theme};
    if (player->keeps)
        options.keeper = memory_keeper(&player->keeps);
    canvas_init(&player->canvas, options.charset);
    player->canvas.order = player->order;
    app_init(&player->app, &options);
}

/* "copied 14 words:", and the words. */
static Text what_is_taken(Player *player, Effects effects)
{
    const OutState *out = &player->app.out;
    Text to = effects & EFFECT_SAVE ? out->name : (Text){0}, words = {0};

    for (size_t i = 0; effects & EFFECT_PIPE && out->words[i]; i++)
        words = arena_printf(&player->arena, "%.*s <%s>", TEXT_ARGS(words), out->words[i]);
    return arena_printf(&player->arena, "\n%s %.*s%s%.*s%.*s:\n%.*s\n",
                        effects & EFFECT_COPY   ? "copied"
                        : effects & EFFECT_SAVE ? "saved"
                                                : "piped",
                        TEXT_ARGS(out->what), to.size ? " in " : "", TEXT_ARGS(to), TEXT_ARGS(words),
                        TEXT_ARGS(out->text));
}

static void take_effects(Player *player, Effects effects)
{
    if (effects & EFFECT_BROWSE)
        text_buffer_add(&player->arena, &player->opened,
                        arena_printf(&player->arena, "\nopened: %.*s\n", TEXT_ARGS(player->app.address)));
    if (effects & (EFFECT_COPY | EFFECT_PIPE | EFFECT_SAVE))
        text_buffer_add(&player->arena, &player->opened, what_is_taken(player, effects));
}

static void play_keys(Player *player, Text keys)
{
    for (size_t at = 0; at < keys.size;) {
        size_t end = text_find_byte(keys, ' ', at);
        KeySequence sequence;
        Text message;

        if (end == TEXT_NOT_FOUND)
            end = keys.size;
        if (!ok(key_sequence_parse(text_slice(keys, (Range){at, end}), &sequence, &player->arena, &message),
                "keys %.*s", TEXT_ARGS(text_slice(keys, (Range){at, end}))))
            return;
        for (int i = 0; i < sequence.count; i++) {
            player->now_ms += 10;
            take_effects(player, app_key(&player->app, sequence.keys[i], player->now_ms));
        }
        settle(player);
        at = end + 1;
    }
}

static size_t number_after(Text line, size_t *at)
{
    size_t end = *at, number = 0;

    while (end < line.size && ascii_is_digit(line.bytes[end]))
        end++;
    (void)text_to_number(text_slice(line, (Range){*at, end}), 100000, &number);
    *at = end + 1;
    return number;
}

static void play_size(Player *player, Text value)
{
    size_t at = 0;
    int columns = (int)number_after(value, &at), rows = (int)number_after(value, &at);

    start(player);
    canvas_resize(&player->canvas, rows, columns);
    app_resize(&player->app, rows, columns);
    settle(player);
}

static void play_mouse(Player *player, MouseAction action, Text value)
{
    size_t at = 0;
    Mouse mouse = {.action = action};

    mouse.column = (int)number_after(value, &at);
    mouse.row = (int)number_after(value, &at);
    app_settle(&player->app);
    app_draw(&player->app, &player->canvas); /* a click is at what was drawn */
    take_effects(player, app_mouse(&player->app, mouse, player->now_ms));
    settle(player);
}

static void play_paste(Player *player, Text value)
{
    for (size_t at = 0, size; at < value.size; at += size)
        take_effects(player, app_paste(&player->app, utf8_decode(value, at, &size), player->now_ms));
    settle(player);
}

static void play_wait(Player *player, Text value)
{
    size_t at = 0;

    player->now_ms += (int64_t)number_after(value, &at);
    (void)app_tick(&player->app, player->now_ms);
}

static void play_article(Player *player, Text value)
{
    Report report;

    report_init(&report, &player->arena, value);
    (void)library_add(&player->library, value, &report);
}

static void play_notes(Player *player, Text path)
{
    char file[VECTOR_PATH];

    player->keeps = &player->memory;
    player->memory.now = 1772964000; /* 2026-03-08T10:00:00Z */
    if (path.size == 0)
        return;
    vector_path(file, "", arena_terminated(&player->arena, path));
    ok(vector_read(&player->memory.arena, file, &player->memory.preset), "%.*s can be read", TEXT_ARGS(path));
}

static void play_line(Player *player, Text line)
{
    static const struct {
        const char *verb;
        MouseAction action;
    } mouse[] = {{"click ", MOUSE_PRESS},      {"double ", MOUSE_DOUBLE}, {"drag ", MOUSE_DRAG},
                 {"release ", MOUSE_RELEASE},  {"right ", MOUSE_RIGHT},   {"wheel-down ", MOUSE_WHEEL_DOWN},
                 {"wheel-up ", MOUSE_WHEEL_UP}};
    size_t blank = text_find_byte(line, ' ', 0);
    Text value = blank == TEXT_NOT_FOUND ? (Text){0} : text_slice(line, (Range){blank + 1, line.size});

    player->roles = player->roles || text_equal(line, TEXT("roles"));
    player->ascii = player->ascii || text_equal(line, TEXT("ascii"));
    player->cursor = player->cursor || text_equal(line, TEXT("cursor"));
    player->mono = player->mono || text_equal(line, TEXT("mono"));
    if (text_starts_with(line, TEXT("article ")))
        play_article(player, value);
    else if (text_starts_with(line, TEXT("size ")))
        play_size(player, value);
    else if (text_starts_with(line, TEXT("keys ")))
        play_keys(player, value);
    else if (text_starts_with(line, TEXT("paste ")))
        play_paste(player, value);
    else if (text_starts_with(line, TEXT("wait ")))
        play_wait(player, value);
    else if (text_starts_with(line, TEXT("right-to-left")))
        player->order = ORDER_OF_LETTERS;
    else if (text_starts_with(line, TEXT("notes-full")))
        player->memory.is_full = true;
    else if (text_starts_with(line, TEXT("notes-room")))
        player->memory.is_full = false;
    else if (text_starts_with(line, TEXT("notes")))
        play_notes(player, value);
    else if (text_starts_with(line, TEXT("theme ")))
        player->theme = value;
    else if (text_starts_with(line, TEXT("slices ")))
        (void)text_to_number(value, 1000, &player->slices);
    for (size_t i = 0; i < COUNT_OF(mouse); i++) {
        if (text_starts_with(line, text_from(mouse[i].verb)))
            play_mouse(player, mouse[i].action, value);
    }
}

static char attribute_letter(unsigned attributes)
{
    static const struct {
        Attribute attribute;
        char letter;
    } letters[] = {{ATTRIBUTE_BOLD, 'B'},
                   {ATTRIBUTE_DIM, 'D'},
                   {ATTRIBUTE_ITALIC, 'I'},
                   {ATTRIBUTE_UNDERLINE, 'U'},
                   {ATTRIBUTE_REVERSE, 'R'}};
    char letter = '.';
    int count = 0;

    for (size_t i = 0; i < COUNT_OF(letters); i++) {
        if (attributes & letters[i].attribute) {
            letter = letters[i].letter;
            count++;
        }
    }
    return count > 1 ? (char)('0' + count) : letter;
}

static Text mono_picture(Player *player)
{
    size_t columns = (size_t)player->canvas.columns, size = 0;
    char *bytes = arena_alloc(&player->arena, (size_t)player->canvas.rows * (columns + 1) + 2);

    bytes[size++] = '\n';
    for (int row = 0; row < player->canvas.rows; row++) {
        for (int column = 0; column < player->canvas.columns; column++) {
            const Cell *cell = canvas_cell(&player->canvas, row, column);

            bytes[size++] = attribute_letter(
                theme_resolve(player->app.themes.theme, player->app.themes.variant, cell->roles, DEPTH_MONO).set);
        }
        bytes[size++] = '\n';
    }
    return (Text){bytes, size};
}

/* "\ncursor 5 7, hidden: “Press .", the first cells from there on. */
static Text cursor_picture(Player *player)
{
    enum { CELLS = 12 };
    const Canvas *canvas = &player->canvas;
    TextBuffer there = {0};

    for (int column = canvas->cursor_column; canvas->cursor_row >= 0 && column < canvas->cursor_column + CELLS;
         column++) {
        const Cell *cell = canvas_cell(&player->canvas, canvas->cursor_row, column);

        if (cell && cell->columns)
            text_buffer_add(&player->arena, &there, cell->length ? (Text){cell->bytes, cell->length} : TEXT(" "));
    }
    return arena_printf(&player->arena, "\ncursor %d %d, %s: %.*s\n", canvas->cursor_row, canvas->cursor_column,
                        canvas->cursor_shown ? "shown" : "hidden", TEXT_ARGS(text_trim(text_buffer_text(&there))));
}

/* What the script asked to see. */
static Text picture_of(Player *player)
{
    Text picture = canvas_to_text(&player->arena, &player->canvas, player->roles);

    if (player->cursor)
        picture = arena_join(&player->arena, (const Text[]){picture, cursor_picture(player)}, 2);
    if (player->mono)
        picture = arena_join(&player->arena, (const Text[]){picture, mono_picture(player)}, 2);
    if (player->theme.size)
        picture = arena_join(
            &player->arena,
            (const Text[]){picture, arena_printf(&player->arena, "\n%.*s, %s\n", TEXT_ARGS(player->app.themes.theme->id),
                                                 player->app.themes.variant == VARIANT_DARK ? "dark" : "light")},
            2);
    for (size_t i = 0; i < player->memory.count; i++)
        picture = arena_join(&player->arena, (const Text[]){picture, TEXT("\n"), player->memory.bytes[i]}, 3);
    if (player->opened.count)
        picture = arena_join(&player->arena, (const Text[]){picture, text_buffer_text(&player->opened)}, 2);
    return picture;
}

/* ---- roles and drawing agree ---- */

static bool drawn[ROLE_COUNT];

static void note_roles(const Canvas *canvas)
{
    for (int cell = 0; cell < canvas->rows * canvas->columns; cell++) {
        for (Layer layer = 0; layer < LAYER_COUNT; layer++)
            drawn[canvas->cells[cell].roles.roles[layer]] = true;
    }
}

/* A role that is only what others are derived from. */
static bool is_base(Role role)
{
    for (Role child = ROLE_NONE + 1; child < ROLE_COUNT; child++) {
        if (role_parent(child) == role && drawn[child])
            return true;
    }
    return false;
}

/* A theme is not asked for a colour that nothing has. */
static void test_roles(void)
{
    for (Role role = ROLE_NONE + 1; role < ROLE_COUNT; role++)
        ok(drawn[role] || is_base(role), "%.*s is drawn on one of the screens", TEXT_ARGS(role_name(role)));
}

/* "needs libthai": why the screen is another one here; NULL: it is not. */
static const char *lacks(Text script)
{
#ifndef HAVE_LIBTHAI
    if (text_starts_with(script, TEXT("needs libthai\n")))
        return "built without libthai";
#endif
    (void)script;
    return NULL;
}

static void test_file(const char *name)
{
    Player player = {0};
    char path[VECTOR_PATH];
    Text script = {0}, picture;

    config_init(&player.config, &player.arena);
    library_init(&player.library, &player.arena);
    vector_path(path, folder, name);
    ok(vector_read(&player.arena, path, &script), "%s can be read", name);
    if (lacks(script)) {
        tap_skip(lacks(script));
        arena_release(&player.arena);
        return;
    }
    for (size_t at = 0; at < script.size;) {
        size_t end = text_find_byte(script, '\n', at);

        play_line(&player, text_slice(script, (Range){at, end}));
        at = end == TEXT_NOT_FOUND ? script.size : end + 1;
    }
    app_settle(&player.app);
    app_draw(&player.app, &player.canvas);
    note_roles(&player.canvas);
    picture = picture_of(&player);
    vector_check(&player.arena, folder, arena_printf(&player.arena, "%s.expected", name).bytes, picture);
    app_release(&player.app);
    canvas_release(&player.canvas);
    arena_release(&player.memory.arena);
    arena_release(&player.arena);
}

int main(void)
{
    const char *sources = getenv("SRCDIR");
    VectorNames files;

    /* Names of articles stand in the pictures: they must not depend on where the sources are. */
    if (sources && chdir(sources) != 0)
        return EXIT_FAILURE;
    (void)unicode_init("C.UTF-8");
    vector_list(&files, folder, "", ".screen");
    ok(files.count >= 25, "%zu screens", files.count);
    for (size_t i = 0; i < files.count; i++)
        test_file(files.names[i]);
    vector_list_release(&files);
    test_roles();
    return tap_done();
}
