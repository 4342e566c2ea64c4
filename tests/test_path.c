/* Paths end in NUL, wherever their text came from, and have none within. */
#include <stdio.h>

#include "base/system/path.h"
#include "tap.h"

static const struct {
    Text folder, name, joined;
} joins[] = {
    {LITERAL("a"), LITERAL("b"), LITERAL("a/b")}, {LITERAL("a/"), LITERAL("b"), LITERAL("a/b")},
    {LITERAL("/"), LITERAL("b"), LITERAL("/b")},  {LITERAL(""), LITERAL("b"), LITERAL("/b")},
    {LITERAL("a"), LITERAL("b\0c"), LITERAL("")}, {LITERAL("a\0"), LITERAL("b"), LITERAL("")},
};

static const struct {
    Text path, folder;
} folders[] = {
    {LITERAL("/a/b"), LITERAL("/a")},
    {LITERAL("/a"), LITERAL("/")},
    {LITERAL("a/b/c"), LITERAL("a/b")},
    {LITERAL("a"), LITERAL("/")},
};

/* Without what was cut off behind it. */
static bool is_whole(Path path, Text text)
{
    return text_equal(path.text, text) && strlen(path_string(path)) == text.size;
}

int main(void)
{
    Text longer = TEXT("themes/nord.yaml and more");
    Arena arena = {0};

    ok(is_whole(path_copy(&arena, text_slice(longer, (Range){0, 6})), TEXT("themes")),
       "a part of a text is a path that ends there");
    ok(is_whole(path_copy(&arena, TEXT("a\0b")), TEXT("")), "what has a NUL within is none");
    ok(is_whole((Path){0}, TEXT("")) && !path_exists((Path){0}), "none is the empty string, and does not exist");
    ok(is_whole(path_copy(&arena, (Text){0}), TEXT("")), "of nothing there is none");
    for (size_t i = 0; i < COUNT_OF(joins); i++)
        ok(is_whole(path_join(&arena, joins[i].folder, joins[i].name), joins[i].joined), "joined %zu: \"%s\"", i,
           joins[i].joined.bytes);
    for (size_t i = 0; i < COUNT_OF(folders); i++)
        ok(is_whole(path_folder(&arena, path_copy(&arena, folders[i].path)), folders[i].folder), "the folder of \"%s\"",
           folders[i].path.bytes);
    ok(path_is_stream(path_copy(&arena, TEXT("-"))) && !path_is_stream(path_copy(&arena, TEXT("./-"))),
       "standard input is \"-\", and no file is");
    ok(path_exists(path_copy(&arena, TEXT("/"))) && !path_exists(path_copy(&arena, TEXT("/nonexistent/file"))),
       "whether one exists");
    arena_release(&arena);
    return tap_done();
}
