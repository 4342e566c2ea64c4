/* See the header. Drawing must change nothing, so that each screen is drawn twice and compared. */
#include "fuzz/played_reader.h"

#include <string.h>

enum { LOOK_EVERY = 4, ESCAPES_MOST = 8, ROWS_MOST = 70, COLUMNS_MOST = 200 };

/* ---- themes ---- */

static const Text theme_ids[] = {LITERAL("broken"), LITERAL("glyphs"), LITERAL("heir"), LITERAL("only-dark")};
enum { THEMES = COUNT_OF(theme_ids) };

static const Text theme_sources[THEMES] = {
    LITERAL("quoin-theme: 1\nroles: {txet: {fg: \"#12345\"}}\n"),
    LITERAL("quoin-theme: 1\nname: Glyphs\nglyphs: {border: double, cursor: \"»\", bullet: \"◦\"}\n"
            "variants: {light: {roles: {text: {fg: \"#222\", bg: \"#fff\"}}}, dark: {roles: {text: {fg: \"#ddd\", bg: "
            "\"#000\"}}}}\n"),
    LITERAL("quoin-theme: 1\ninherits: glyphs\nroles: {title: {bold: yes}}\n"),
    LITERAL("quoin-theme: 1\nvariant: dark\nroles: {text: {fg: \"#ccc\", bg: \"#111\"}, quote: {italic: yes}}\n"),
};

static bool read_theme(void *context, Arena *arena, Text id, Text *source, Text *path, Text *why)
{
    const PlayedReader *reader = context;
    size_t index = text_index_of(id, theme_ids, THEMES);

    *why = (Text){0};
    if (index == THEMES || !(reader->themes >> index & 1))
        return false;
    *source = theme_sources[index];
    *path = arena_copy(arena, id);
    return true;
}

/* ---- beginning and end ---- */

static const struct TagModel *find_model(void *context)
{
    (void)context;
    return source_model();
}

/* All but what is read. */
static void prepare(PlayedReader *reader, Report *report)
{
    memset(reader, 0, sizeof *reader);
    reader->themes = (1u << THEMES) - 1;
    config_init(&reader->config, &reader->arena);
    library_init(&reader->library, &reader->arena);
    report_init(report, &reader->arena, TEXT("-"));
    (void)library_add(&reader->library, TEXT("-"), report);
}

static void begin(PlayedReader *reader, Charset charset)
{
    AppOptions options;

    options = (AppOptions){.config = &reader->config,
                           .library = &reader->library,
                           .themes = {read_theme, reader},
                           .theme_ids = theme_ids,
                           .theme_count = THEMES,
                           .charset = charset,
                           .models = {find_model, NULL, NULL}};
    canvas_init(&reader->canvas, charset);
    canvas_init(&reader->again, charset);
    app_init(&reader->app, &options);
    played_reader_resize(reader, 24, 80);
}

void played_reader_open(PlayedReader *reader, Text article, PlayedLibrary library, Charset charset)
{
    Report report;

    prepare(reader, &report);
    file_from_text(reader->library.entries.items[0].stream, article);
    if (library == PLAYED_WITH_BUNDLED) {
        Text parts[] = {text_from(source_folder()), TEXT("/articles")};

        REQUIRE(library_add(&reader->library, arena_join(&reader->arena, parts, 2), &report));
    }
    begin(reader, charset);
}

void played_reader_open_stream(PlayedReader *reader, int descriptor, Charset charset)
{
    Report report;

    prepare(reader, &report);
    REQUIRE(file_begin_stream(reader->library.entries.items[0].stream, descriptor, &report));
    begin(reader, charset);
}

void played_reader_close(PlayedReader *reader)
{
    app_release(&reader->app);
    library_release(&reader->library);
    canvas_release(&reader->canvas);
    canvas_release(&reader->again);
    arena_release(&reader->arena);
}

void played_reader_resize(PlayedReader *reader, int rows, int columns)
{
    canvas_resize(&reader->canvas, rows, columns);
    canvas_resize(&reader->again, rows, columns);
    app_resize(&reader->app, rows, columns);
}

void played_reader_rest(PlayedReader *reader)
{
    bool changed;

    while (app_work(&reader->app, &changed))
        ;
}

/* ---- what must hold ---- */

/* A cell is one printable character with its marks, or half of a wide one. */
static void require_cell(const Canvas *canvas, int row, int column)
{
    const Cell *cell = &canvas->cells[row * canvas->columns + column];
    Text text = {cell->bytes, cell->length};

    REQUIRE(cell->length <= GLYPH_BYTES && cell->columns <= 2);
    if (cell->columns == 2)
        REQUIRE(column + 1 < canvas->columns && cell[1].columns == 0 && cell[1].length == 0);
    if (cell->columns == 0)
        REQUIRE(column > 0 && cell[-1].columns == 2 && cell->length == 0);
    if (cell->length == 1 && cell->columns == 1 && cell->bytes[0] >= ' ' && cell->bytes[0] < 0x7F)
        return;
    for (size_t at = 0, columns = 0; at < text.size;) {
        Glyph glyph = printable_next(text, at, CHARSET_UTF8);

        columns += glyph.columns;
        REQUIRE(glyph.length == glyph.size && memcmp(glyph.bytes, text.bytes + at, glyph.size) == 0);
        at += glyph.size;
        REQUIRE(at < text.size || columns == cell->columns);
    }
    REQUIRE(canvas->charset == CHARSET_UTF8 || cell->length == 0);
}

static bool cells_same(const Canvas *a, const Canvas *b)
{
    for (int i = 0; i < a->rows * a->columns; i++) {
        const Cell *one = &a->cells[i], *other = &b->cells[i];

        if (one->length != other->length || one->columns != other->columns ||
            memcmp(one->bytes, other->bytes, one->length) != 0 || !role_stack_same(one->roles, other->roles))
            return false;
    }
    return a->cursor_row == b->cursor_row && a->cursor_shown == b->cursor_shown &&
           (a->cursor_row < 0 || a->cursor_column == b->cursor_column);
}

static void require_cursor(const Canvas *canvas, const App *app)
{
    REQUIRE(canvas->cursor_row >= -1 && canvas->cursor_row < canvas->rows);
    if (canvas->cursor_row >= 0)
        REQUIRE(canvas->cursor_column >= 0 && canvas->cursor_column < canvas->columns);
    if (app->arrangement.shape != SHAPE_TOO_SMALL)
        REQUIRE(canvas->cursor_row >= 0);
    if (app->prompt.line.kind && app->arrangement.shape != SHAPE_TOO_SMALL)
        REQUIRE(canvas->cursor_shown);
}

static void require_cells(PlayedReader *reader)
{
    const Canvas *canvas = &reader->canvas;

    for (int row = 0; row < canvas->rows; row++) {
        for (int column = 0; column < canvas->columns; column++)
            require_cell(canvas, row, column);
    }
    app_draw(&reader->app, &reader->again);
    REQUIRE(cells_same(canvas, &reader->again));
}

/* All cells are looked at now and then only: it takes longer than all else. */
static void require_screen(PlayedReader *reader)
{
    app_settle(&reader->app);
    app_draw(&reader->app, &reader->canvas);
    require_cursor(&reader->canvas, &reader->app);
    if (reader->drawn++ % LOOK_EVERY == 0)
        require_cells(reader);
}

static void require_list(const ListView *list, size_t count)
{
    REQUIRE(list->selected < count || list->selected == 0);
    REQUIRE(list->top <= list->selected || list->top == 0 || list->top < count);
}

static void require_prompt(const Prompt *prompt)
{
    REQUIRE(prompt->size <= PROMPT_BYTES && prompt->cursor <= prompt->size);
    REQUIRE(utf8_find_invalid(prompt_text(prompt), 0) == TEXT_NOT_FOUND);
}

static void require_matches(const Search *search, size_t size)
{
    REQUIRE(search->current.start <= search->current.end && search->current.end <= size);
    for (size_t i = 0; i < search->matches.count; i++) {
        Range match = search->matches.items[i];

        REQUIRE(match.start < match.end && match.end <= size &&
                (i == 0 || match.start >= search->matches.items[i - 1].end));
    }
}

/* What the reader chose, and what was found, is in the text. */
static void require_document(const Document *document)
{
    size_t size = article_size(document->shown), text_size = document->article->text.size;
    const Analysis *analysis = document->analysis;

    REQUIRE(document->top_offset <= size);
    REQUIRE(document->quote_start == NO_OFFSET || document->quote_start <= text_size);
    REQUIRE(document->mention_start == NO_OFFSET || document->mention_start <= text_size);
    REQUIRE(document->jumps.count <= MOST_JUMPS && document->jumps.at <= document->jumps.count);
    for (size_t i = 0; i < document->jumps.count; i++)
        REQUIRE(document->jumps.jumps[i].offset <= size);
    for (size_t i = 0; i < MARK_COUNT; i++)
        REQUIRE(document->marks[i] == NO_OFFSET || document->marks[i] <= size);
    for (size_t i = 0; analysis && i < document->listed.count; i++)
        REQUIRE(document->listed.quotes[i] < analysis->quotes.count &&
                (i == 0 || document->listed.quotes[i] > document->listed.quotes[i - 1]));
    require_matches(&document->search, size);
}

void played_reader_check(PlayedReader *reader)
{
    const App *app = &reader->app;

    require_screen(reader);
    require_prompt(&app->prompt.line);
    require_prompt(&app->popup.filter);
    REQUIRE(app->entry < app->library->entries.count);
    REQUIRE(app->measure_columns >= MEASURE_LEAST && app->measure_columns <= MEASURE_WIDEST);
    REQUIRE(app->themes.theme && app->themes.variant < VARIANT_COUNT && app->popup.id < POPUP_COUNT &&
            app->choice.focus < PANE_COUNT);
    REQUIRE(app->themes.index == NO_INDEX || app->themes.index < app->themes.count);
    REQUIRE(memchr(app->message.bytes, '\0', MESSAGE_BYTES));
    if (app->popup.id)
        require_list(&app->popup.list, app->popup.list.count);
    if (!app->document.article)
        return;
    require_document(&app->document);
    require_list(&app->lists[PANE_LIBRARY], app->library->entries.count);
}

void played_reader_leave_all(PlayedReader *reader)
{
    App *app = &reader->app;

    for (int i = 0; i < ESCAPES_MOST; i++)
        (void)app_key(app, (Key){KEY_SPECIAL_ESCAPE, 0}, reader->now_ms += 1000);
    REQUIRE(!app->popup.id && !app->prompt.line.kind && app->keys.typed.count == 0 && app->keys.count == 0);
    REQUIRE(app->choice.focus == PANE_BODY && app->message.role == ROLE_NONE && !app->themes.held);
    if (app->document.article)
        REQUIRE(app->document.search.pattern.size == 0 && app->document.mention_start == NO_OFFSET &&
                app->document.listed.filter.size == 0 && app->document.quote_start == NO_OFFSET);
    reader->drawn = 0;
    played_reader_check(reader);
}

/* ---- the script ---- */

static int number(Choices *script, int limit)
{
    return (int)choose(script, 256) * limit / 256;
}

static Effects press_character(PlayedReader *reader, Choices *script)
{
    static const uint32_t characters[] = {0xE9,   0x301,  0x4E00, 0x1F600, 0x201C,  0xAD,   0x200B,
                                          0x202E, 0xDF,   0x130,  0x1100,  0x11A8,  0xA0,   0x3000,
                                          0xFFFD, 0xFB03, 0x85,   0x9B,    0xE0041, 0x1F1E6};
    unsigned which = choose(script, 256);
    uint32_t code_point = characters[which % COUNT_OF(characters)];

    if (which >= 0xF0)
        code_point = (choose(script, 0x11) << 16 | choose(script, 256) << 8 | choose(script, 256));
    return app_key(&reader->app, (Key){code_point, 0}, reader->now_ms);
}

static Effects press_special(PlayedReader *reader, unsigned byte)
{
    static const unsigned char modifiers[] = {MODIFIER_SHIFT, MODIFIER_META, MODIFIER_CTRL,
                                              MODIFIER_META | MODIFIER_CTRL};
    uint32_t code = KEY_FIRST_SPECIAL + 1 + byte % (KEY_AFTER_SPECIAL - KEY_FIRST_SPECIAL - 1);

    if (byte >= 0xA0 && byte % 2)
        return app_key(&reader->app, (Key){' ' + byte * 7 % 0x5F, MODIFIER_META}, reader->now_ms);
    return app_key(&reader->app, (Key){code, byte >= 0xA0 ? modifiers[byte / 2 % 4] : 0}, reader->now_ms);
}

static Effects press_control(PlayedReader *reader, unsigned byte)
{
    static const struct {
        unsigned byte;
        uint32_t code;
    } named[] = {
        {0x1B, KEY_SPECIAL_ESCAPE}, {'\r', KEY_SPECIAL_ENTER}, {'\t', KEY_SPECIAL_TAB}, {0x7F, KEY_SPECIAL_BACKSPACE}};

    for (size_t i = 0; i < COUNT_OF(named); i++) {
        if (named[i].byte == byte)
            return app_key(&reader->app, (Key){named[i].code, 0}, reader->now_ms);
    }
    return app_key(&reader->app, (Key){byte ? byte + 0x60u : ' ', MODIFIER_CTRL}, reader->now_ms);
}

/* As a terminal may send it: outside the screen too. */
static Effects press_mouse(PlayedReader *reader, unsigned byte, Choices *script)
{
    int row = number(script, reader->app.rows + 4) - 2, column = number(script, reader->app.columns + 4) - 2;

    return app_mouse(&reader->app, (Mouse){(MouseAction)(byte % (MOUSE_WHEEL_DOWN + 1)), row, column}, reader->now_ms);
}

static Effects pass_time(PlayedReader *reader, unsigned byte, Choices *script)
{
    bool changed;

    switch (byte % 8) {
    case 0:
        reader->now_ms += KEY_POPUP_MS;
        break;
    case 1:
        reader->now_ms += KEY_TIMEOUT_MS;
        break;
    case 2:
        played_reader_rest(reader);
        break;
    case 3:
        theme_choice_set_background(&reader->app.themes, choose(script, 2) ? VARIANT_LIGHT : VARIANT_DARK);
        break;
    case 4:
        reader->themes = choose(script, 1u << THEMES);
        app_themes_changed(&reader->app, theme_ids, THEMES);
        break;
    case 5:
        app_themes_changed(&reader->app, theme_ids, choose(script, THEMES + 1));
        break;
    default:
        (void)app_work(&reader->app, &changed);
        break;
    }
    return EFFECT_NONE;
}

static Effects press_next(PlayedReader *reader, Choices *script)
{
    unsigned byte = choose(script, 256);

    if (byte < 0x20 || byte == 0x7F)
        return press_control(reader, byte);
    if (byte < 0x7F)
        return app_key(&reader->app, (Key){byte, 0}, reader->now_ms);
    if (byte < 0xC0)
        return press_special(reader, byte);
    if (byte < 0xD0)
        return press_mouse(reader, byte, script);
    if (byte < 0xE0)
        return pass_time(reader, byte, script);
    if (byte < 0xF0)
        return press_character(reader, script);
    byte = 1 + (unsigned)number(script, ROWS_MOST);
    played_reader_resize(reader, (int)byte, 1 + number(script, COLUMNS_MOST));
    return EFFECT_NONE;
}

bool played_reader_press(PlayedReader *reader, Choices *script)
{
    if (script->left.size == 0)
        return false;
    reader->now_ms += 20;
    (void)press_next(reader, script);
    (void)app_tick(&reader->app, reader->now_ms);
    played_reader_check(reader);
    return true;
}

void played_reader_type(PlayedReader *reader, Key key)
{
    reader->now_ms += 20;
    (void)app_key(&reader->app, key, reader->now_ms);
    played_reader_check(reader);
}

/* ---- an article ---- */

Text played_article(Arena *arena, size_t paragraphs)
{
    static const Text pieces[] = {
        LITERAL("“We have seen the plans,” said Agnes Torvald, who sits on the Harbor Board. “Nobody has seen the "
                "money.”\n\n"),
        LITERAL("Mr. Harmsen called it \"odd\" (and 'very' odd). According to Dr. Ines Caldeira, Jr., of the Institute "
                "for Tides (IT), "
                "U.S. plans “differ.”\n\n"),
        LITERAL("FRAY: No.\nTORVALD: We agree. It is, he added, a small mercy — „Ja“, sagte sie. «Non», dit-il.\n\n"),
        LITERAL("「はい」と佐藤さんは言った。これは長い段落であって、空白がない。"
                "これは長い段落であって、空白がない。\n\n"),
        LITERAL("e\xCC\x81\xCC\x82\xCC\x83 \xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x91\xA7 "
                "\xC2\xAD soft\xC2\xADhyphen "
                "\xE2\x80\xAEturned\xE2\x80\xAC \xEF\xAC\x83 oﬃce Straße İstanbul\tand a tab\x01\x1B[31m\n\n"),
        LITERAL("https://www.example.org/a/very/long/address/that/is/longer/than/any/line/may/be/and/has/no/blank/in/"
                "it/at/all\n\n"),
        LITERAL("“A paragraph that goes on in the next.\n\n"
                "“And ends here,” Torvald told the Norvane Courier. The mayor declined to comment.\n\n"),
    };
    TextBuffer text = {0};

    text_buffer_add(arena, &text, TEXT("Harbor council puts off its vote\n\nBy Lena Brandt\n\n"));
    for (size_t i = 0; i < paragraphs; i++)
        text_buffer_add(arena, &text, pieces[(i * 5 + i / 7) % COUNT_OF(pieces)]);
    return text_buffer_text(&text);
}
