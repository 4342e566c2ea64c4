/* Names as bibliographies want them, and lines that name several: the rows of tests/vectors/author-names.tsv. */
#include "export/authors/author_line.h"
#include "vectors.h"

static Text written(Arena *arena, const AuthorNames *names)
{
    TextBuffer text = {0};

    for (size_t i = 0; i < names->count; i++) {
        const AuthorName *name = &names->items[i];
        const Text whole[] = {TEXT("{"), name->whole, TEXT("}")};
        const Text parts[] = {name->particle, name->particle.size ? TEXT(" ") : (Text){0}, name->family, TEXT(", "),
                              name->given,    name->suffix.size ? TEXT(", ") : (Text){0},  name->suffix};

        text_buffer_add(arena, &text, i ? TEXT("; ") : (Text){0});
        text_buffer_add(arena, &text,
                        name->family.size ? arena_join(arena, parts, COUNT_OF(parts))
                                          : arena_join(arena, whole, COUNT_OF(whole)));
    }
    return text_buffer_text(&text);
}

static void test_row(Text row)
{
    enum { KIND, LANGUAGE, TEXT_GIVEN, EXPECTED, COLUMNS };
    Text columns[COLUMNS] = {{0}}, found;
    AuthorNames names = {0};
    Arena arena = {0};
    size_t at = 0;

    for (size_t i = 0; i < COLUMNS; i++)
        (void)text_next_part(row, '\t', &at, &columns[i]);
    if (text_equal(columns[KIND], TEXT("by")))
        author_byline_read(&arena, columns[TEXT_GIVEN], columns[LANGUAGE], &names);
    else
        author_line_read(&arena, columns[TEXT_GIVEN], columns[LANGUAGE], &names);
    found = written(&arena, &names);
    if (!ok(text_equal(found, columns[EXPECTED]), "%.*s", TEXT_ARGS(columns[TEXT_GIVEN])))
        printf("# found: %.*s\n", TEXT_ARGS(found));
    arena_release(&arena);
}

int main(void)
{
    char path[VECTOR_PATH];
    Arena arena = {0};
    Text rows, row;
    Report report;

    vector_path(path, "tests/vectors", "author-names.tsv");
    report_init(&report, &arena, text_from(path));
    if (!ok(file_read_text(&arena, path, LIMIT_STREAM_BYTES, &rows, &report), "the rows are read"))
        return tap_done();
    for (size_t at = 0; text_next_part(rows, '\n', &at, &row);) {
        if (row.size && row.bytes[0] != '#')
            test_row(row);
    }
    arena_release(&arena);
    return tap_done();
}
