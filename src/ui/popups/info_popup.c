/* What is known about the article: the fields of its head, its length, what was found in it. */
#include "layout/line_glyphs.h"
#include "ui/popups/popup.h"
#include "ui/state/places.h"

enum {
    COLUMNS_MOST = 86,
    LABEL_COLUMNS = 14,
    LEAST_COLUMNS = 8, /* for values */
    VALUE_BYTES = 600, /* of one, its start and its end; the file has all of it */
    DIFFERING_SHOWN = 10,
    BEFORE_DIFFERENCE = 16,
    MOST_LINES = FIELD_COUNT + 9 + MOST_PROBLEMS + 1 + 2 * DIFFERING_SHOWN
};

typedef struct InfoLine {
    Text label, value;
} InfoLine;

static size_t add(InfoLine *lines, size_t count, Text label, Text value)
{
    if (value.size)
        lines[count++] = (InfoLine){label, value};
    return count;
}

static Text quotation_counts(const App *app, Arena *arena)
{
    const Analysis *analysis = app->document.analysis;
    size_t counts[QUOTE_TYPE_COUNT] = {0}, unlisted = 0;
    Text turns = {0};

    if (!analysis)
        return TEXT("still being read");
    for (size_t i = 0; i < analysis->quotes.count; i++) {
        counts[analysis->quotes.items[i].type]++;
        unlisted += !quote_is_listed(&analysis->quotes.items[i]) && analysis->quotes.items[i].type != QUOTE_INDIRECT;
    }
    if (counts[QUOTE_TURN])
        turns = arena_printf(arena, ", %zu turns (%s)", counts[QUOTE_TURN], analysis->form ? analysis->form : "given");
    return arena_printf(arena, "%zu direct, %zu mixed, %zu fragments%.*s, %zu indirect; %zu not speech",
                        counts[QUOTE_DIRECT], counts[QUOTE_MIXED], counts[QUOTE_FRAGMENT], TEXT_ARGS(turns),
                        counts[QUOTE_INDIRECT], unlisted);
}

static size_t listed_mentions(const Analysis *analysis)
{
    size_t count = 0;

    for (size_t i = 0; i < analysis->entities.count; i++)
        count += analysis->entities.items[i].type == ENTITY_MISC ? 0 : analysis->entities.items[i].mention_count;
    return count;
}

/* The end of a text, from some bytes before the place where the other one begins to differ. */
static Text from_difference(Text text, Text other, Arena *arena)
{
    size_t start = 0;

    while (start < text.size && start < other.size && text.bytes[start] == other.bytes[start])
        start++;
    start = start > BEFORE_DIFFERENCE ? start - BEFORE_DIFFERENCE : 0;
    while (start > 0 && !ascii_is_blank(text.bytes[start - 1]))
        start--;
    return arena_join(arena, (const Text[]){start ? TEXT("…") : TEXT(""), text_slice(text, (Range){start, text.size})},
                      2);
}

/* A quotation's range has the marks around it, what the file gives has not. */
static Text without_mark(Text text)
{
    static const Text marks[] = {LITERAL("“"), LITERAL("\""), LITERAL("‘"), LITERAL("'"), LITERAL("«"), LITERAL("„")};

    for (size_t i = 0; i < COUNT_OF(marks); i++) {
        if (text_starts_with(text, marks[i]))
            return text_slice(text, (Range){marks[i].size, text.size});
    }
    return text;
}

/* Quotations whose words the file gives otherwise: both wordings. */
static size_t add_differing(const App *app, InfoLine *lines, size_t count, Arena *arena)
{
    const Analysis *analysis = app->document.analysis;

    for (size_t i = 0, shown = 0; analysis && i < analysis->quotes.count && shown < DIFFERING_SHOWN; i++) {
        const Quote *quote = &analysis->quotes.items[i];
        Text there = without_mark(text_slice(analysis->article->text, range_widen(quote->range)));

        if (quote->match != MATCH_DIFFERS)
            continue;
        shown++;
        count = add(lines, count, TEXT("text differs"), from_difference(there, *quote->source->given_text, arena));
        count = add(lines, count, TEXT("  given as"), from_difference(*quote->source->given_text, there, arena));
    }
    return count;
}

static size_t collect(const App *app, InfoLine lines[MOST_LINES], Arena *arena)
{
    const Article *article = app->document.article;
    size_t count = 0;
    Text length;

    if (app->library->entries.count)
        count = add(lines, count, TEXT("file"), app->library->entries.items[app->entry].path.text);
    if (!article)
        return count;
    for (int field = 0; field < FIELD_COUNT; field++)
        count = add(lines, count, article_field_key((ArticleField)field), article_field(article, (ArticleField)field));
    length = text_length_phrase(&article->length, arena);
    count = add(lines, count, TEXT("length"),
                arena_printf(arena, "%.*s%s%zu bytes%s", TEXT_ARGS(length), length.size ? ", " : "", article->text.size,
                             article->complete ? "" : " so far"));
    count = add(lines, count, TEXT("place"), arena_printf(arena, "%zu%%", app_percent(app)));
    count = add(lines, count, TEXT("quotations"), quotation_counts(app, arena));
    if (app->document.analysis)
        count = add(lines, count, TEXT("names"),
                    arena_printf(arena, "%zu, mentioned %zu times", document_listed_entities(&app->document),
                                 listed_mentions(app->document.analysis)));
    if (app->document.analysis && app->document.analysis->language != LANGUAGE_ENGLISH)
        count = add(lines, count, TEXT("read as"),
                    arena_printf(arena, "%.*s%s", TEXT_ARGS(language_name(app->document.analysis->language)),
                                 analysis_has_speakers_only(app->document.analysis) ? "; names: English only" : ""));
    count = add_differing(app, lines, count, arena);
    for (size_t i = 0; i < app->failure.problems.count; i++)
        count = add(lines, count, i ? TEXT(" ") : TEXT("mistakes"),
                    report_line(&app->failure, &app->failure.problems.items[i], arena));
    return add(lines, count, TEXT(" "), report_rest(&app->failure, arena));
}

/* A line of a value on the screen; the first one has the label. */
typedef struct InfoRow {
    Text label, words;
} InfoRow;

typedef struct InfoRows {
    ARRAY(InfoRow) list;
} InfoRows;

static void add_rows(const App *app, InfoRows *rows, const InfoLine *line, Arena *arena)
{
    int columns = popup_columns(app, COLUMNS_MOST) - 3 - LABEL_COLUMNS;
    Text value = arena_on_one_line(arena, arena_shortened(arena, line->value, VALUE_BYTES));
    LineList lines = {0};

    break_lines(arena, value, (Range){0, value.size}, columns > LEAST_COLUMNS ? columns : LEAST_COLUMNS,
                app->options.charset, NULL, &lines);
    for (size_t i = 0; i < lines.count; i++) {
        Text words = line_glyphs_text(arena, line_glyphs(value, &lines.items[i], BLOCK_PARAGRAPH, app->options.charset));

        ARRAY_PUSH(arena, rows->list, ((InfoRow){i ? (Text){0} : line->label, words}));
    }
}

static InfoRows rows_of(const App *app, Arena *arena)
{
    InfoLine lines[MOST_LINES];
    size_t count = collect(app, lines, arena);
    InfoRows rows = {0};

    for (size_t i = 0; i < count; i++)
        add_rows(app, &rows, &lines[i], arena);
    return rows;
}

static size_t count(const App *app)
{
    Arena scratch = {0};
    size_t all = rows_of(app, &scratch).list.count;

    arena_release(&scratch);
    return all;
}

static void draw(const App *app, Canvas *canvas, Rect area)
{
    Arena scratch = {0};
    InfoRows rows = rows_of(app, &scratch);

    for (int row = 0; row < area.rows && app->popup.list.top + (size_t)row < rows.list.count; row++) {
        const InfoRow *shown = &rows.list.items[app->popup.list.top + (size_t)row];

        (void)canvas_put_cut(canvas, area, area.row + row, area.column + 1, LABEL_COLUMNS, shown->label,
                             ROLE_TEXT_MUTED);
        (void)canvas_put_cut(canvas, area, area.row + row, area.column + LABEL_COLUMNS,
                             area.columns - LABEL_COLUMNS - 1, shown->words, ROLE_POPUP);
        if (app->popup.list.top + (size_t)row == app->popup.list.selected)
            canvas_select_row(canvas, (Rect){area.row + row, area.column, 1, area.columns});
    }
    arena_release(&scratch);
}

static Text row_text(const App *app, size_t row, Arena *scratch)
{
    InfoRows rows = rows_of(app, scratch);
    InfoRow shown = row < rows.list.count ? rows.list.items[row] : (InfoRow){0};

    return arena_join(scratch, (const Text[]){shown.label, TEXT(" "), shown.words}, 3);
}

static Text title(const App *app, Arena *scratch)
{
    (void)app;
    (void)scratch;
    return TEXT(" About this article ");
}

const PopupOps info_popup = {
    .name = "ABOUT",
    .hint = "j k select   / find   Esc close",
    .title = title,
    .count = count,
    .row_text = row_text,
    .draw = draw,
    .columns_most = COLUMNS_MOST,
};
