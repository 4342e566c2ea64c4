/*
 * What the analysis finds in a text, beside it.
 *
 * tests/vectors/quotes: type | speakers | mention | cue | rule | words. Scare quotes are among them.
 * tests/vectors/entities: type | mentions | name | role | other names, in the order of the list of entities.
 *
 * A .txt is text as it is; a .yaml is read as an article, which may have annotations of its own.
 */
#include "analysis/analysis.h"
#include "base/unicode/unicode.h"
#include "formats/formats.h"
#include "formats/text/plain_text.h"
#include "vectors.h"

static Text part(const Analysis *analysis, Range range)
{
    return range_is_empty(range) ? TEXT("-") : text_slice(analysis->article->text, range);
}

static Text describe_quotes(Arena *arena, const Analysis *analysis)
{
    Text lines = {0};

    for (size_t i = 0; i < analysis->quotes.count; i++) {
        const Quote *quote = &analysis->quotes.items[i];

        lines = arena_printf(arena, "%.*s%.*s | %.*s | %.*s | %.*s | %s | %.*s\n", TEXT_ARGS(lines),
                             TEXT_ARGS(quote_type_name(quote->type)), TEXT_ARGS(quote_speaker_names(quote, arena)),
                             TEXT_ARGS(part(analysis, range_widen(quote->source->mention))),
                             TEXT_ARGS(part(analysis, range_widen(quote->source->cue))), quote->source->rule,
                             TEXT_ARGS(part(analysis, quote_inner(quote))));
    }
    return lines.size ? lines : TEXT("none\n");
}

static Text describe_entities(Arena *arena, const Analysis *analysis)
{
    Text lines = {0};

    for (size_t i = 0; i < analysis->entities.count; i++) {
        const Entity *entity = &analysis->entities.items[i];

        lines = arena_printf(arena, "%.*s%.*s | %u | %.*s | %.*s |", TEXT_ARGS(lines),
                             TEXT_ARGS(entity_type_name(entity->type)), entity->mention_count, TEXT_ARGS(entity->name),
                             TEXT_ARGS(entity_details(entity)->role));
        for (size_t j = 0; j < entity_details(entity)->aliases.count; j++)
            lines = arena_printf(arena, "%.*s%s %.*s", TEXT_ARGS(lines), j ? ";" : "",
                                 TEXT_ARGS(entity_details(entity)->aliases.items[j].name));
        lines = arena_printf(arena, "%.*s\n", TEXT_ARGS(lines));
    }
    return lines.size ? lines : TEXT("none\n");
}

typedef Text Describe(Arena *arena, const Analysis *analysis);

static Article *read_article(Arena *arena, File *file, const char *folder, const char *name)
{
    char path[VECTOR_PATH];
    Article *article;
    Report report;

    vector_path(path, folder, name);
    report_init(&report, arena, text_from(name));
    if (!file_open(file, path, &report))
        return NULL;
    (void)file_load_all(file);
    if (text_ends_with(text_from(name), TEXT(".txt")))
        return article_from_text(arena, file->bytes);
    article = article_read(arena, file, NULL, &report);
    return article && article_index(article, SIZE_MAX) ? NULL : article;
}

static void test_file(char *folder, const char *name, Describe *describe)
{
    Text stem = text_slice(text_from(name), (Range){0, text_find_byte(text_from(name), '.', 0)});
    Arena arena = {0};
    File file = {0};
    Article *article = read_article(&arena, &file, folder, name);
    Analysis *analysis;

    ok(article != NULL, "%s can be read", name);
    if (!article)
        return;
    analysis = analysis_new(&arena, article, (Range){0, SIZE_MAX});
    analysis_run(analysis);
    vector_check(&arena, folder, arena_printf(&arena, "%.*s.expected", TEXT_ARGS(stem)).bytes,
                 describe(&arena, analysis));
    file_close(&file);
    arena_release(&arena);
}

static void test_folder(char *folder, size_t least, Describe *describe)
{
    const char *suffixes[] = {".txt", ".yaml"};
    size_t count = 0;

    for (size_t suffix = 0; suffix < 2; suffix++) {
        VectorNames files;

        vector_list(&files, folder, "", suffixes[suffix]);
        for (size_t i = 0; i < files.count; i++)
            test_file(folder, files.names[i], describe);
        count += files.count;
        vector_list_release(&files);
    }
    ok(count >= least, "%s: %zu files", folder, count);
}

/* The text of an example: "/" is a new paragraph. */
static Text example_text(Arena *arena, size_t rule)
{
    Text example = arena_copy(arena, text_from(analysis_part_example(SPEAKER_RULES, rule))), text = {0};

    for (size_t start = 0, end; start < example.size; start = end + 3) {
        end = text_find(example, TEXT(" / "), start);
        if (end == TEXT_NOT_FOUND)
            end = example.size;
        text = arena_printf(arena, "%.*s%.*s\n\n", TEXT_ARGS(text), TEXT_ARGS(text_slice(example, (Range){start, end})));
    }
    return text;
}

static bool has_rule(const Analysis *analysis, size_t rule)
{
    for (size_t i = 0; i < analysis->quotes.count; i++) {
        if (strcmp(analysis->quotes.items[i].source->rule, analysis_part_name(SPEAKER_RULES, rule)) == 0)
            return true;
    }
    return false;
}

/* The example of a rule is decided by it, and of what helps the rules by anything else when it is left out.
 */
static void test_examples(void)
{
    for (size_t rule = 0; rule < analysis_part_count(SPEAKER_RULES); rule++) {
        Arena arena = {0};
        Article *article = article_from_text(&arena, example_text(&arena, rule));
        Analysis *with = analysis_new(&arena, article, (Range){0, SIZE_MAX}),
                 *without = analysis_new(&arena, article, (Range){0, SIZE_MAX});

        analysis_run(with);
        analysis_leave_out(without, SPEAKER_RULES, rule);
        analysis_run(without);
        if (strcmp(analysis_part_name(SPEAKER_RULES, rule), "given") != 0 &&
            strcmp(analysis_part_name(SPEAKER_RULES, rule), "unknown") != 0) {
            Text found = describe_quotes(&arena, with);

            ok(analysis_rule_confidence(rule) == 0 || has_rule(with, rule), "%s: its example is decided by it",
               analysis_part_name(SPEAKER_RULES, rule));
            if (!ok(!text_equal(found, describe_quotes(&arena, without)), "%s: without it something else is found",
                    analysis_part_name(SPEAKER_RULES, rule)) ||
                (analysis_rule_confidence(rule) && !has_rule(with, rule)))
                printf("# %.*s", TEXT_ARGS(found));
        }
        arena_release(&arena);
    }
}

int main(void)
{
    (void)unicode_init("C.UTF-8");
    test_folder((char[]){"tests/vectors/quotes"}, 40, describe_quotes);
    test_folder((char[]){"tests/vectors/entities"}, 20, describe_entities);
    test_examples();
    return tap_done();
}
