/* JSON as pages write it: what is well formed comes out as it is, and of what is not, all that can be told. */
#include <stdio.h>
#include <string.h>

#include "base/json/json_tree.h"
#include "base/limits.h"
#include "tap.h"

typedef struct Case {
    const char *source, *expected; /* without blanks; all in one array */
} Case;

static const Case cases[] = {
    {"", "[]"},
    {"{}", "[{}]"},
    {"[]", "[[]]"},
    {" {\"a\" : 1, \"b\": [true, null, -1.5e3], \"c\": {\"d\": \"e\"}} ", "[{a:1,b:[true,null,-1.5e3],c:{d:'e'}}]"},
    {"\"alone\"", "['alone']"},
    {"{\"a\":\"\\u00e9\\n\\/\\\"\\\\\"}", "[{a:'\xC3\xA9\n/\"\\'}]"},
    {"{\"a\":\"\\ud83d\\ude00\"}", "[{a:'\xF0\x9F\x98\x80'}]"},
    {"{\"\\u0061\":1}", "[{a:1}]"},
    {"{\"a\":\"https://example.org/x\"}", "[{a:'https://example.org/x'}]"},

    /* several, and what stands between */
    {"{\"a\":1}{\"b\":2}", "[{a:1},{b:2}]"},
    {"{\"a\":1},\n{\"b\":2};", "[{a:1},{b:2}]"},
    {"{\"a\":1};", "[{a:1}]"},

    /* commas and brackets */
    {"{\"a\":1,}", "[{a:1}]"},
    {"[1,2,]", "[[1,2]]"},
    {"[,1,,2]", "[[1,2]]"},
    {"{\"a\":1 \"b\":2}", "[{a:1,b:2}]"},
    {"{\"a\":\"x\"\n\"b\":\"y\"}", "[{a:'x',b:'y'}]"},
    {"{\"a\":[1,2", "[{a:[1,2]}]"},
    {"{\"a\":{\"b\":1", "[{a:{b:1}}]"},
    {"{\"a\":1}}", "[{a:1}]"},
    {"{\"a\":1]}", "[{a:1}]"},
    {"{\"a\":[1,{\"b\":2]}", "[{a:[1,{b:2}]}]"},
    {"[{\"a\":1},{\"b\":2}]]", "[[{a:1},{b:2}]]"},

    /* comments, and what hid scripts once */
    {"<!-- {\"a\":1} -->", "[{a:1}]"},
    {"//<![CDATA[\n{\"a\":1}\n//]]>", "[{a:1}]"},
    {"//<![CDATA[ {\"a\":1} //]]>", "[{a:1}]"},
    {"/*<![CDATA[*/ {\"a\":1} /*]]>*/", "[{a:1}]"},
    {"<![CDATA[{\"a\":1}]]>", "[{a:1}]"},
    {"{ // the name\n\"a\":1, /* and */ \"b\":2 }", "[{a:1,b:2}]"},
    {"{\"a\":1 /* for ever", "[{a:1}]"},
    {"\xEF\xBB\xBF{\"a\":1}", "[{a:1}]"},
    {"{\"a\":\"x\" // why\n,\"b\":\"y\"}", "[{a:'x',b:'y'}]"},

    /* strings */
    {"{\"a\":\"one\ntwo\tthree\"}", "[{a:'one\ntwo\tthree'}]"},
    {"{\"a\":\"x\\'y\\x\"}", "[{a:'x'yx'}]"},
    {"{\"a\":\"\\u12\"}", "[{a:'u12'}]"},
    {"{\"a\":\"He said \"no\" today\",\"b\":1}", "[{a:'He said \"no\" today',b:1}]"},
    {"{\"a\":\"He said \"no\", then left\",\"b\":1}", "[{a:'He said \"no\", then left',b:1}]"},
    {"[\"a\" , \"b\"]", "[['a','b']]"},
    {"{\"a\":\"never ends", "[{a:'never ends'}]"},
    {"{\"a\":\"ends in \\", "[{a:'ends in \\'}]"},
    {"{\"a\":\"\"}", "[{a:''}]"},

    /* words */
    {"{a:1,b:c d}", "[{a:1,b:c,d}]"},
    {"{\"a\":undefined,\"b\":NaN}", "[{a:undefined,b:NaN}]"},
    {"{\"a\":,\"b\":1}", "[{b:1}]"},
    {"{\"a\":}", "[{}]"},
    {"window.x = {\"a\":1}", "[window.x,=,{a:1}]"},
};

static void add(Arena *arena, TextBuffer *out, Text text)
{
    text_buffer_add(arena, out, text);
}

static void add_value(Arena *arena, TextBuffer *out, const JsonValue *value)
{
    static const Text openings[] = {{"", 0}, LITERAL("'"), LITERAL("["), LITERAL("{")};

    if (out->count && !strchr("[{", out->items[out->count - 1]))
        add(arena, out, TEXT(","));
    add(arena, out, value->key);
    if (value->key.size)
        add(arena, out, TEXT(":"));
    add(arena, out, openings[value->kind]);
    add(arena, out, value->text);
    if (value->kind == JSON_STRING)
        add(arena, out, TEXT("'"));
}

static Text printed(Arena *arena, const JsonTree *tree)
{
    size_t open[MOST_JSON_LEVELS + 1] = {0}, depth = 0;
    TextBuffer out = {0};

    for (size_t i = 0; i <= tree->values.count; i++) {
        while (depth && tree->values.items[open[depth - 1]].end == i)
            add(arena, &out, tree->values.items[open[--depth]].kind == JSON_OBJECT ? TEXT("}") : TEXT("]"));
        if (i == tree->values.count)
            break;
        add_value(arena, &out, &tree->values.items[i]);
        if (tree->values.items[i].kind >= JSON_ARRAY)
            open[depth++] = i;
    }
    return text_buffer_text(&out);
}

static Text repeated(Arena *arena, const char *what, size_t times)
{
    TextBuffer out = {0};

    while (times--)
        text_buffer_add(arena, &out, text_from(what));
    return text_buffer_text(&out);
}

static void test_case(Arena *arena, const Case *test)
{
    JsonTree tree = {0};
    Text found;

    json_tree_add(arena, &tree, text_from(test->source));
    found = printed(arena, &tree);
    ok(text_equal(found, text_from(test->expected)), "%s", test->source);
    if (!text_equal(found, text_from(test->expected)))
        printf("# expected %s\n# found    %.*s\n", test->expected, TEXT_ARGS(found));
}

static void test_members(Arena *arena)
{
    JsonTree tree = {0};
    size_t object, member;

    json_tree_add(arena, &tree, TEXT("{\"a\": 1, \"b\": {\"c\": \"inner\"}, \"c\": \"outer\", \"a\": \"again\"}"));
    object = 1;
    member = json_tree_member(&tree, object, TEXT("c"));
    ok(text_equal(json_tree_string(&tree, member), TEXT("outer")), "a member, not one of an object in it");
    member = json_tree_member(&tree, object, TEXT("a"));
    ok(text_equal(json_tree_string(&tree, member), TEXT("again")), "the last of two of a name");
    ok(json_tree_member(&tree, object, TEXT("d")) == NO_INDEX, "none of the name");
    ok(json_tree_member(&tree, json_tree_member(&tree, object, TEXT("d")), TEXT("e")) == NO_INDEX,
       "a member of nothing");
    ok(json_tree_string(&tree, object).size == 0 && json_tree_string(&tree, NO_INDEX).size == 0, "no string");
    json_tree_add(arena, &tree, TEXT("[2]"));
    ok(tree.values.items[0].end == tree.values.count && tree.values.count == object + 8, "more is added behind");
}

static void test_sizes(Arena *arena)
{
    JsonTree tree = {0};

    json_tree_add(arena, &tree, repeated(arena, "[", MOST_JSON_LEVELS - 1));
    ok(tree.values.count == MOST_JSON_LEVELS, "%d arrays in one another", MOST_JSON_LEVELS - 1);
    tree = (JsonTree){0};
    json_tree_add(arena, &tree, repeated(arena, "[", 1000000));
    ok(tree.values.count == MOST_JSON_LEVELS, "of a million the outer ones");
    tree = (JsonTree){0};
    json_tree_add(arena, &tree,
                  arena_join(arena,
                             (const Text[]){TEXT("{\"a\":"), repeated(arena, "[\"x\",", 100), repeated(arena, "]", 100),
                                            TEXT(",\"b\":\"kept\"}")},
                             4));
    ok(text_equal(json_tree_string(&tree, json_tree_member(&tree, 1, TEXT("b"))), TEXT("kept")),
       "what comes behind those that are too deep");
    tree = (JsonTree){0};
    json_tree_add(arena, &tree, repeated(arena, "1,", JSON_TREE_VALUES + 10));
    ok(tree.values.count == JSON_TREE_VALUES, "%d values are kept", JSON_TREE_VALUES);
    tree = (JsonTree){0};
    json_tree_add(arena, &tree, repeated(arena, "\"   ", 1000000));
    ok(tree.values.count == 2, "a million marks that end nothing are one string");
}

int main(void)
{
    Arena arena = {0};

    for (size_t i = 0; i < COUNT_OF(cases); i++)
        test_case(&arena, &cases[i]);
    test_members(&arena);
    test_sizes(&arena);
    arena_release(&arena);
    return tap_done();
}
