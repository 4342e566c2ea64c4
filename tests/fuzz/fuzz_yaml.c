/*
 * Any bytes as YAML: a tree within its limits, whose lines and columns are in the file and go forwards, or a report. With its line ends
 * written otherwise the file says the same.
 */
#include "base/yaml/yaml.h"
#include "fuzz/fuzz.h"

enum { NODES_MOST = 1 << 20 };

/* Lines as libyaml counts them; what is missing at the end stands in one more, for it ends the last line itself. */
static size_t count_lines(Text text)
{
    size_t lines = 2, size;

    for (size_t at = 0; at < text.size; at += size) {
        uint32_t code_point = utf8_decode(text, at, &size);

        lines += code_point == '\n' || code_point == '\r' || code_point == 0x85 || code_point == 0x2028 ||
                 code_point == 0x2029;
    }
    return lines;
}

/* Depth first without recursion: nodes know their depth by the stack of those above. */
static void require_tree(const YamlNode *root, size_t lines)
{
    const YamlNode *above[MOST_LEVELS + 2], *node = root;
    size_t depth = 0, nodes = 0;

    while (node) {
        REQUIRE(++nodes < NODES_MOST && node->line >= 1 && node->line <= lines && node->column >= 1);
        REQUIRE(node->kind != YAML_SCALAR || (!node->first && utf8_find_invalid(node->text, 0) == TEXT_NOT_FOUND));
        REQUIRE(!node->key || (node->key->kind == YAML_SCALAR && node->key->line <= node->line));
        REQUIRE(!node->next || node->next->line >= node->line);
        if (node->first) {
            REQUIRE(depth <= MOST_LEVELS);
            above[depth++] = node;
            node = node->first;
            continue;
        }
        while (!node->next && depth > 0)
            node = above[--depth];
        node = depth > 0 || node != root ? node->next : NULL;
    }
}

static void require_counts(const YamlNode *node)
{
    size_t count = 0;

    YAML_EACH(child, node)
        count++;
    REQUIRE(!node || node->count == count);
}

static Text with_line_end(Arena *arena, Text source, Text line_end)
{
    TextBuffer buffer = {0};

    for (size_t i = 0; i < source.size; i++)
        text_buffer_add(arena, &buffer, source.bytes[i] == '\n' ? line_end : (Text){source.bytes + i, 1});
    return text_buffer_text(&buffer);
}

static const YamlNode *parse(Arena *arena, Text source, size_t *errors)
{
    const YamlNode *root;
    Report report;

    report_init(&report, arena, TEXT("input"));
    root = yaml_parse(arena, source, &report);
    REQUIRE(root || report.error_count > 0 || text_trim(source).size == 0 || report.problems.count == 0);
    for (size_t i = 0; i < report.problems.count; i++)
        REQUIRE(report.problems.items[i].message.size > 0 && report.problems.items[i].line <= count_lines(source));
    *errors = report.error_count;
    return root;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    static const Text line_ends[] = {LITERAL("\r\n"), LITERAL("\r"), LITERAL("\302\205")};
    Text source = {(const char *)bytes, size};
    Arena arena = {0};
    size_t errors, other_errors;
    const YamlNode *root = parse(&arena, source, &errors);

    if (root)
        require_tree(root, count_lines(source));
    require_counts(root);
    for (size_t i = 0; i < COUNT_OF(line_ends) && text_find_byte(source, '\r', 0) == TEXT_NOT_FOUND; i++) {
        const YamlNode *other = parse(&arena, with_line_end(&arena, source, line_ends[i]), &other_errors);

        REQUIRE((errors == 0) == (other_errors == 0));
        REQUIRE(errors || (root ? root->count : 0) == (other ? other->count : 0));
    }
    arena_release(&arena);
    return 0;
}
