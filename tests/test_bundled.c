/*
 * The bundled articles are the first that a reader sees: all names in them, their kinds, and who says what, as people have marked them
 * (tests/vectors/bundled, a line a fact):
 *
 *     person | Ottoline Reeve
 *     said | Ottoline Reeve | The quotation that you are at      … and the first words of the quotation; "?": nobody tells who
 *
 * UPDATE_GOLDEN does not write them.
 */
#include <string.h>

#include "analysis/analysis.h"
#include "formats/formats.h"
#include "own_texts.h"

enum { WORDS_SHOWN = 28 /* bytes */ };

static const char *const articles[] = {"00-start-here", "10-night-boat",     "20-bell-founder",   "30-river-gauge",
                                       "40-slow-clock", "50-last-character", "60-lighthouse-log", "70-free-buses"};

typedef ARRAY(Text) Facts;

static void add_names(Arena *arena, const Analysis *analysis, Facts *facts)
{
    for (size_t i = 0; i < analysis->entities.count; i++) {
        const Entity *entity = &analysis->entities.items[i];

        ARRAY_PUSH(arena, *facts,
                   arena_printf(arena, "%.*s | %.*s", TEXT_ARGS(entity_type_name((EntityType)entity->type)),
                                TEXT_ARGS(entity->name)));
    }
}

/* No more of it than so many bytes, whole characters. */
static Text beginning(Text text)
{
    size_t size = text.size < WORDS_SHOWN ? text.size : WORDS_SHOWN;

    while (size < text.size && ((unsigned char)text.bytes[size] & 0xC0) == 0x80)
        size--;
    return text_trim(text_slice(text, (Range){0, size}));
}

static void add_quotations(Arena *arena, const Analysis *analysis, Facts *facts)
{
    for (size_t i = 0; i < analysis->quotes.count; i++) {
        const Quote *quote = &analysis->quotes.items[i];
        Text words = text_slice(analysis->article->text, quote_inner(quote)), who = {0};

        if (!quote_is_listed(quote))
            continue;
        for (size_t k = 0; k < quote->source->speaker_count; k++)
            who = arena_join(arena, (Text[]){who, k ? TEXT("; ") : (Text){0}, quote->source->speakers[k].name}, 3);
        ARRAY_PUSH(arena, *facts,
                   arena_printf(arena, "said | %.*s | %.*s", TEXT_ARGS(who.size ? who : TEXT("?")),
                                TEXT_ARGS(beginning(arena_on_one_line(arena, words)))));
    }
}

static bool has_fact(const Facts *facts, Text fact)
{
    for (size_t i = 0; i < facts->count; i++) {
        if (text_equal(facts->items[i], fact))
            return true;
    }
    return false;
}

/* Print the facts of one list that the other has not. How many? */
static size_t print_missing(const Facts *facts, const Facts *others, const char *what)
{
    size_t count = 0;

    for (size_t i = 0; i < facts->count; i++) {
        if (has_fact(others, facts->items[i]))
            continue;
        count++;
        (void)printf("# %s: %.*s\n", what, TEXT_ARGS(facts->items[i]));
    }
    return count;
}

static bool read_marked(Arena *arena, const char *path, Facts *facts)
{
    Report report;
    File file;
    Text line;

    report_init(&report, arena, text_from(path));
    if (!file_open(&file, path, &report) || file_load_all(&file) == 0)
        return false;
    for (size_t at = 0; text_next_part(file.bytes, '\n', &at, &line);) {
        if (line.size)
            ARRAY_PUSH(arena, *facts, arena_copy(arena, line));
    }
    file_close(&file);
    return true;
}

static void check_article(const char *article, const TagModel *model, bool is_printed)
{
    Facts found = {0}, marked = {0};
    Arena arena = {0};
    Report report;
    File file;
    Article *read;
    Analysis *analysis;
    const char *path = own_path(&arena, arena_printf(&arena, "articles/%s.yaml", article).bytes);

    report_init(&report, &arena, text_from(path));
    if (!file_open(&file, path, &report))
        tap_bail_out("the bundled articles can be read");
    (void)file_load_all(&file);
    read = article_read(&arena, &file, NULL, &report);
    (void)article_index(read, SIZE_MAX);
    analysis = analysis_new(&arena, read, (Range){0, SIZE_MAX});
    analysis_use_model(analysis, model);
    analysis_run(analysis);
    add_names(&arena, analysis, &found);
    add_quotations(&arena, analysis, &found);
    if (is_printed) {
        (void)printf("==> %s\n", article);
        for (size_t i = 0; i < found.count; i++)
            (void)printf("%.*s\n", TEXT_ARGS(found.items[i]));
    } else {
        bool is_read = read_marked(
            &arena, own_path(&arena, arena_printf(&arena, "tests/vectors/bundled/%s.txt", article).bytes), &marked);
        size_t wrong = print_missing(&marked, &found, "missed") + print_missing(&found, &marked, "not marked");

        ok(is_read && wrong == 0, "%s: %zu names and quotations", article, marked.count);
    }
    file_close(&file);
    arena_release(&arena);
}

int main(int count, char **arguments)
{
    bool is_printed = count > 1 && strcmp(arguments[1], "--print") == 0;
    Arena arena = {0};
    TagModel model;

    (void)unicode_init("C.UTF-8");
    if (!model_file_read(&arena, own_path(&arena, "models/names.model"), &model))
        tap_bail_out("the bundled model can be read");
    for (size_t i = 0; i < COUNT_OF(articles); i++)
        check_article(articles[i], &model, is_printed);
    arena_release(&arena);
    return is_printed ? 0 : tap_done();
}
