/*
 * What a reader finds in the list of names (tests/vectors/listed): of a short text, "/" begins a new paragraph, what the list must have and what it
 * must not. A part that is left out at the end, or is "*", may be anything; "-" is nothing.
 *
 *     Supt Peters said more would come.
 *     has person | Peters | Supt                      (kind, name, role, other names, what it is of other kinds)
 *     not place | Supt
 *
 * UPDATE_GOLDEN does not write them: these are facts about names, by the bundled model as by the next one.
 */
#include <string.h>

#include "analysis/analysis.h"
#include "analysis/entities/finer_kinds.h"
#include "formats/text/plain_text.h"
#include "own_texts.h"
#include "vectors.h"

static Text joined_aliases(Arena *arena, const Entity *entity)
{
    Text all = {0};

    for (size_t i = 0; i < entity_details(entity)->aliases.count; i++)
        all = arena_join(arena,
                         (Text[]){all, i ? TEXT("; ") : (Text){0}, entity_details(entity)->aliases.items[i].name}, 3);
    return all;
}

/* Is the wanted part of a fact what the entity has there? */
static bool agrees(Text wanted, Text found)
{
    if (text_equal(wanted, TEXT("-")))
        return found.size == 0;
    return text_equal(wanted, TEXT("*")) || text_equal(wanted, found);
}

static bool is_fact_of(Arena *arena, const Entity *entity, Text finer, Text fact)
{
    Text parts[] = {entity_type_name((EntityType)entity->type), entity->name, entity_details(entity)->role,
                    joined_aliases(arena, entity), finer};

    for (size_t i = 0; i < COUNT_OF(parts) && fact.size; i++) {
        size_t bar = text_find_byte(fact, '|', 0), end = bar == TEXT_NOT_FOUND ? fact.size : bar;

        if (!agrees(text_trim(text_slice(fact, (Range){0, end})), parts[i]))
            return false;
        fact = text_slice(fact, (Range){end < fact.size ? end + 1 : end, fact.size});
    }
    return true;
}

static bool has_fact(Arena *arena, const Analysis *analysis, Text fact)
{
    const Text *finer = finer_kinds(arena, analysis);

    for (size_t i = 0; i < analysis->entities.count; i++) {
        if (is_fact_of(arena, &analysis->entities.items[i], finer[i], fact))
            return true;
    }
    return false;
}

static Text paragraphs(Arena *arena, Text line)
{
    Text text = {0};

    for (size_t start = 0, end; start < line.size; start = end + 3) {
        end = text_find(line, TEXT(" / "), start);
        end = end == TEXT_NOT_FOUND ? line.size : end;
        text = arena_join(arena, (Text[]){text, text_slice(line, (Range){start, end}), TEXT("\n\n")}, 3);
    }
    return text;
}

static Analysis *analyse(Arena *arena, const TagModel *model, Text line)
{
    Analysis *analysis = analysis_new(arena, article_from_text(arena, paragraphs(arena, line)), (Range){0, SIZE_MAX});

    analysis_use_model(analysis, model);
    analysis_run(analysis);
    return analysis;
}

static void print_list(Arena *arena, const Analysis *analysis)
{
    for (size_t i = 0; i < analysis->entities.count; i++) {
        const Entity *entity = &analysis->entities.items[i];

        (void)printf("# %.*s | %.*s | %.*s | %.*s\n", TEXT_ARGS(entity_type_name((EntityType)entity->type)),
                     TEXT_ARGS(entity->name), TEXT_ARGS(entity_details(entity)->role),
                     TEXT_ARGS(joined_aliases(arena, entity)));
    }
}

/* A line of a file: a text, or a fact about the one before. */
static void take_line(Arena *arena, const TagModel *model, Text line, Analysis **analysis)
{
    bool has = text_starts_with(line, TEXT("has "));

    if (line.size == 0 || line.bytes[0] == '#')
        return;
    if (!has && !text_starts_with(line, TEXT("not "))) {
        *analysis = analyse(arena, model, line);
    } else if (!*analysis) {
        ok(false, "a text stands before %.*s", TEXT_ARGS(line));
    } else if (!ok(has_fact(arena, *analysis, text_slice(line, (Range){4, line.size})) == has, "%.*s", TEXT_ARGS(line))) {
        print_list(arena, *analysis);
    }
}

static void test_file(const char *name, const TagModel *model)
{
    char path[VECTOR_PATH];
    Arena arena = {0};
    Report report;
    File file;
    Analysis *analysis = NULL;

    vector_path(path, "tests/vectors/listed", name);
    report_init(&report, &arena, text_from(name));
    if (!ok(file_open(&file, path, &report), "%s can be read", name))
        return;
    (void)file_load_all(&file);
    for (size_t start = 0, end; start < file.bytes.size; start = end + 1) {
        end = text_find_byte(file.bytes, '\n', start);
        end = end == TEXT_NOT_FOUND ? file.bytes.size : end;
        take_line(&arena, model, text_slice(file.bytes, (Range){start, end}), &analysis);
    }
    file_close(&file);
    arena_release(&arena);
}

int main(void)
{
    Arena arena = {0};
    VectorNames files;
    TagModel model;

    (void)unicode_init("C.UTF-8");
    own_model(&arena, &model);
    vector_list(&files, "tests/vectors/listed", "", ".txt");
    for (size_t i = 0; i < files.count; i++)
        test_file(files.names[i], &model);
    ok(files.count > 0, "%zu files", files.count);
    vector_list_release(&files);
    arena_release(&arena);
    return tap_done();
}
