/*
 * The quick reader of what yaml_write writes: where it gives a tree, the whole reader gives the same one and has nothing to say. Sources as they are
 * written, as people may change them, and damaged at random; SEED=number takes others.
 */
#include "base/yaml/yaml_written.h"

#include "base/yaml/yaml_write.h"
#include "random.h"
#include "tap.h"

static Arena arena;

enum { DEEP = 64 };

static bool is_same_node(const YamlNode *a, const YamlNode *b)
{
    return a->kind == b->kind && a->count == b->count && a->line == b->line && a->column == b->column &&
           text_equal(a->text, b->text) && (a->kind != YAML_SCALAR || a->style == b->style) && !a->key == !b->key &&
           (!a->key || (text_equal(a->key->text, b->key->text) && a->key->line == b->key->line &&
                        a->key->column == b->key->column));
}

/* Node by node, without recursion: what is to be compared yet lies on a stack. */
static bool is_same(const YamlNode *a, const YamlNode *b)
{
    const YamlNode *stack[DEEP][2] = {{a, b}};
    size_t depth = 1;

    while (depth) {
        a = stack[--depth][0];
        b = stack[depth][1];
        if (!a != !b || (a && !is_same_node(a, b)) || depth + 2 > DEEP)
            return false;
        if (!a)
            continue;
        stack[depth][0] = a->next;
        stack[depth++][1] = b->next;
        stack[depth][0] = a->first;
        stack[depth++][1] = b->first;
    }
    return true;
}

/* What the quick reader gives, if anything, is what the whole one gives. `*read`: it gave something. */
static bool agrees(Text source, bool *read)
{
    const YamlNode *quick = yaml_parse_written(&arena, source), *whole;
    Report report;

    *read = quick != NULL;
    if (!quick)
        return true;
    report_init(&report, &arena, TEXT("a.yaml"));
    whole = yaml_parse(&arena, source, &report);
    return whole && report.problems.count == 0 && is_same(quick, whole);
}

/* "|" for a line end. */
static const struct {
    const char *source;
    bool read;
} sources[] = {
    {"title: Ferry sold|state: reading|percent: 35|", true},
    {"title: Ferry sold", true},
    {"# what quoin remembers||a: b||c: d|", true},
    {"article: \"url: example.org\"|", true},
    {"words: >-|  The city bought it|  in March.|percent: 3|", true},
    {"words: >-|  # no comment|", true},
    {"place:|  offset: 12|  words: >-|    The city|    bought it|marks:|  - mark: a|    offset: 7|  - mark: b|    "
     "offset: 9|",
     true},
    {"jumps:|  - 12|  - 15|opened: 2024-03-09T08:05:10Z|", true},
    {"a:|  b:|    c:|      - d: e|        f: g|      - h: i|j: k|", true},
    {"", false},
    {"|", false},
    {"# nothing|", false},
    {"a|", false},
    {"a:|", false},
    {"a:|b: c|", false},
    {"a: |  b|", false},
    {"a: b|  c|", false},
    {"a: b|  c: d|", false},
    {"a: b|a: c|", false},
    {"a: {b: c}|", false},
    {"a: [b]|", false},
    {"a: b # c|", false},
    {"a: 'b'|", false},
    {"a: \"b\\n\"|", false},
    {"a: \"b|", false},
    {"a: b: c|", false},
    {"a: b:|", false},
    {"a: &b c|", false},
    {"a: |-|  b|", false},
    {"a: >|  b|", false},
    {"a: >-|    b|", false},
    {"a: >-|  b|   c|", false},
    {"a: >-|  b||  c|", false},
    {"a: >-|b: c|", false},
    {"a:|- b|", false},
    {"a:|   b: c|", false},
    {"a:|  - b|    c|", false},
    {"a:|  - b|  c: d|", false},
    {"a:|  b: c|  - d|", false},
    {"a:\tb|", false},
    {"a: b\x01|", false},
    {"a: b\xC2\x85|", false},
    {"a: \xE2\x80\xA8"
     "b|",
     false},
    {"\xEF\xBB\xBF"
     "a: b|",
     false},
    {"a: \xFF|", false},
    {"--- |a: b|", false},
    {"a: b|...|", false},
    {"%YAML 1.1|a: b|", false},
    {"a: b|---|c: d|", false},
};

static Text source_of(const char *pattern)
{
    TextBuffer source = {0};

    for (; *pattern; pattern++)
        text_buffer_add(&arena, &source, *pattern == '|' ? TEXT("\n") : (Text){pattern, 1});
    return text_buffer_text(&source);
}

static void test_sources(void)
{
    for (size_t i = 0; i < COUNT_OF(sources); i++) {
        bool read, same = agrees(source_of(sources[i].source), &read);

        ok(same && read == sources[i].read, "%s: %s", sources[i].source,
           sources[i].read ? "read" : "left to the whole reader");
    }
}

/* ---- what is written ---- */

static const Text words[] = {
    LITERAL("a"),
    LITERAL("ferry"),
    LITERAL("“We remembered,”"),
    LITERAL("35"),
    LITERAL("it's"),
    LITERAL("said: no"),
    LITERAL("#1"),
    LITERAL("- dash"),
    LITERAL("é"),
    LITERAL("a b"),
    LITERAL("tab\there"),
    LITERAL("two  blanks"),
    LITERAL("line\nend"),
    LITERAL("\"q\""),
    LITERAL("yes"),
    LITERAL("c\xC2\x85"
            "d"),
    LITERAL("back\\slash"),
    LITERAL("x: y"),
    LITERAL(""),
    LITERAL("ends "),
    LITERAL("2024-03-09"),
    LITERAL("plain-ly well"),
    LITERAL("a longer phrase to fill lines with"),
};

static Text some_text(void)
{
    TextBuffer text = {0};
    size_t count = 1 + random_below(12);

    for (size_t i = 0; i < count; i++) {
        text_buffer_add(&arena, &text, i ? TEXT(" ") : (Text){0});
        text_buffer_add(&arena, &text, words[random_below(random_below(3) ? 5 : COUNT_OF(words))]);
    }
    return text_buffer_text(&text);
}

static YamlList some_pairs(size_t most)
{
    static const Text keys[] = {LITERAL("mark"), LITERAL("offset"), LITERAL("words"), LITERAL("before"),
                                LITERAL("x-own")};
    YamlList list = yaml_list_new(&arena, YAML_MAPPING);
    size_t count = 1 + random_below(most);

    for (size_t i = 0; i < count; i++)
        yaml_list_add_text(&list, keys[i], some_text(), random_below(2) ? YAML_PLAIN : YAML_BLOCK);
    return list;
}

static Text some_written(void)
{
    YamlList root = some_pairs(5), marks = yaml_list_new(&arena, YAML_SEQUENCE);
    size_t count = random_below(4);

    for (size_t i = 0; i < count; i++)
        yaml_list_add(&marks, (Text){0}, some_pairs(4).node);
    if (count)
        yaml_list_add(&root, TEXT("marks"), marks.node);
    if (random_below(2))
        yaml_list_add(&root, TEXT("place"), some_pairs(3).node);
    return yaml_to_text(&arena, root.node);
}

/* A byte or two another, away, or there twice. */
static Text damaged(Text source)
{
    static const char signs[] = " \n:-#>\"'\\ab[{&*|?,%@`~\t.0\xC2\xE2\xFF";
    char *bytes = ARENA_ARRAY(&arena, char, source.size + 4);
    size_t at = random_below(source.size), size = source.size;

    memcpy(bytes, source.bytes, size);
    switch (random_below(3)) {
    case 0:
        bytes[at] = signs[random_below(sizeof signs - 1)];
        break;
    case 1:
        memmove(bytes + at, bytes + at + 1, size - at - 1);
        size--;
        break;
    default:
        memmove(bytes + at + 1, bytes + at, size - at);
        bytes[at] = signs[random_below(sizeof signs - 1)];
        size++;
    }
    return (Text){bytes, size};
}

static void test_written(void)
{
    size_t tries = torture_is_long() ? 200000 : 4000, read = 0, wrong = 0, read_damaged = 0, wrong_damaged = 0;
    unsigned long seed = random_begin(5);

    for (size_t i = 0; i < tries; i++) {
        Text written, damage;
        bool is_read;

        arena_reset(&arena);
        written = some_written();
        wrong += !agrees(written, &is_read);
        read += is_read;
        damage = damaged(written);
        if (!agrees(damage, &is_read) && wrong_damaged++ == 0)
            printf("# %.*s\n", TEXT_ARGS(damage));
        read_damaged += is_read;
    }
    ok(wrong == 0 && read > tries / 10, "written: %zu of %zu are read, %zu otherwise than they are (seed %lu)", read,
       tries, wrong, seed);
    ok(wrong_damaged == 0 && read_damaged > 0, "damaged: %zu of %zu are read, %zu otherwise than they are",
       read_damaged, tries, wrong_damaged);
}

int main(void)
{
    test_sources();
    test_written();
    arena_release(&arena);
    return tap_done();
}
