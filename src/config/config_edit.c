/*
 * The value of a key, such as `theme`, is replaced where libyaml read it, byte for byte, whatever form it has; a configuration without the key
 * gets a line at its end:
 *
 *     # mine
 *     theme: nord     # for the evening        ->      theme: gruvbox     # for the evening
 *
 * YAML has many forms, and what an edit does to the rest of a file depends on what stands around it: behind a text that keeps its
 * line ends ("|+") one more would be its own. So there are several edits for each form, from the one that a person would make to the
 * one that is always possible; each result is read again, and the first that says the new value, and else the same as before, is taken.
 */
#include "config/config_edit.h"

#include <assert.h>

#include "base/yaml/yaml_edit.h"

/* The bytes of a range replaced by others. */
typedef struct Edit {
    Range range;
    Text by;
} Edit;

enum { EDITS_MOST = 4 };

typedef struct Edits {
    Edit items[EDITS_MOST];
    size_t count;
} Edits;

/* What there is to do, and in which file. */
typedef struct Task {
    Arena *arena;
    Text source, key, value;
    const YamlNode *root; /* NULL: the file says nothing */
} Task;

static void add_edit(Edits *edits, Range range, Text by)
{
    edits->items[edits->count++] = (Edit){range, by};
}

static Text join(Arena *arena, Text first, Text second, Text third)
{
    return arena_join(arena, (const Text[]){first, second, third}, 3);
}

/* ---- the value ---- */

/* Letters, digits and hyphens need no quotation marks. */
static bool is_plain(Text value)
{
    bool plain = value.size > 0 && ascii_is_alpha(value.bytes[0]);

    for (size_t i = 0; i < value.size; i++)
        plain = plain && (ascii_is_alnum(value.bytes[i]) || value.bytes[i] == '-');
    return plain;
}

static char byte_at(Text source, size_t at)
{
    return at < source.size ? source.bytes[at] : '\0';
}

static bool is_in_braces(const Task *task)
{
    return task->root && task->root->kind == YAML_MAPPING &&
           byte_at(task->source, yaml_bytes(task->source, task->root).start) == '{';
}

/* What has quotation marks around its keys is JSON, and other programs read it as that. */
static bool is_json(const Task *task)
{
    const YamlNode *first = task->root ? task->root->first : NULL;

    return is_in_braces(task) && (!first || byte_at(task->source, yaml_bytes(task->source, first->key).start) == '"');
}

/* A theme may be called "3024", which other programs would read as a number: what is none has quotation marks. */
static bool is_number(const Task *task)
{
    size_t number;

    return !text_equal(task->key, TEXT("theme")) && text_to_number(task->value, SIZE_MAX, &number);
}

static Text value_of(const Task *task)
{
    if (is_number(task))
        return task->value;
    return is_plain(task->value) && !is_json(task) ? task->value : yaml_quoted(task->arena, task->value);
}

/* ---- lines ---- */

/* The line end that the lines before `at` have: that of the last of them; LF where there is none. */
static Text line_end_before(Text source, size_t at)
{
    Text found = TEXT("\n");
    size_t size;

    for (size_t i = 0; i < at; i += size ? size : 1) {
        size = yaml_line_end(source, i);
        if (size)
            found = text_slice(source, (Range){i, i + size});
    }
    return found;
}

/* Does a line begin at `at`? */
static bool is_line_start(Text source, size_t at)
{
    size_t i = utf8_mark_size(source), size;
    bool start = true;

    for (; i < at; i += size ? size : 1) {
        size = yaml_line_end(source, i);
        start = size > 0;
    }
    return start;
}

static Text blanks(Arena *arena, size_t count)
{
    char *bytes = arena_alloc(arena, count + 1);

    memset(bytes, ' ', count);
    return (Text){bytes, count};
}

/* ---- the key is there ---- */

/* "theme:" alone: the value goes to where it would be; in "? theme" and "{theme}" the colon is missing too. */
static void add_missing_value(const Task *task, size_t at, Edits *edits)
{
    Text value = value_of(task), line_end = line_end_before(task->source, at), indent;
    bool apart = at > 0 && (task->source.bytes[at - 1] == ' ' || task->source.bytes[at - 1] == '\t');
    Text with_colon = join(task->arena, TEXT(": "), value, (Text){0});

    assert(task->root); /* it has the key */
    indent = blanks(task->arena, task->root->column - 1);
    add_edit(edits, (Range){at, at}, apart ? value : join(task->arena, TEXT(" "), value, (Text){0}));
    add_edit(edits, (Range){at, at}, with_colon);
    add_edit(edits, (Range){at, at}, join(task->arena, with_colon, line_end, indent));
    add_edit(edits, (Range){at, at}, join(task->arena, line_end, indent, with_colon));
}

/* ">- # comment", and lines: the comment behind the indicator stays. */
static void replace_block(const Task *task, Range range, Edits *edits)
{
    size_t header = yaml_next_line_end(task->source, range.start),
           comment = text_find_byte(task->source, '#', range.start);
    Range lines = yaml_without_blank_end(task->source, range);
    Text kept = {0};

    if (comment < header)
        kept = text_slice(task->source, (Range){comment, header});
    if (lines.end < header)
        lines.end = header;
    add_edit(edits, lines, join(task->arena, value_of(task), kept.size ? TEXT(" ") : kept, kept));
}

static void replace_value(const Task *task, const YamlNode *node, Edits *edits)
{
    Range range = yaml_bytes(task->source, node);

    if (range_is_empty(range))
        add_missing_value(task, range.start, edits);
    else if (node->style == YAML_BLOCK)
        replace_block(task, range, edits);
    else
        add_edit(edits, range, value_of(task));
}

/* ---- it is not there ---- */

/* "{measure: 60}": before the first member; on a line of its own where that has one. */
static void add_member(const Task *task, Edits *edits)
{
    size_t brace = yaml_bytes(task->source, task->root).start, at = brace + 1;
    Text mark = is_json(task) ? TEXT("\"") : (Text){0}, apart = TEXT(", ");
    Text key = arena_join(task->arena, (const Text[]){mark, task->key, mark, TEXT(": ")}, 4);

    if (!task->root->first) {
        add_edit(edits, (Range){at, at}, join(task->arena, key, value_of(task), (Text){0}));
        return;
    }
    at = yaml_bytes(task->source, task->root->first->key).start;
    if (yaml_next_line_end(task->source, brace) < at)
        apart = join(task->arena, TEXT(","), line_end_before(task->source, at),
                     blanks(task->arena, task->root->first->key->column - 1));
    add_edit(edits, (Range){at, at}, join(task->arena, key, value_of(task), apart));
}

/* At the end, before a line "..."; or, where what stands there would be another with one more line, before the first key. */
static void add_line(const Task *task, Edits *edits)
{
    const YamlNode *root = task->root;
    bool is_mapping = root && root->kind == YAML_MAPPING;
    Range range = root ? yaml_bytes(task->source, root) : (Range){0, task->source.size};
    Text line_end = line_end_before(task->source, range.end),
         indent = blanks(task->arena, is_mapping ? root->column - 1 : 0);
    Text line = arena_join(task->arena, (const Text[]){task->key, TEXT(": "), value_of(task), line_end}, 4);

    add_edit(edits, (Range){range.end, range.end},
             join(task->arena, is_line_start(task->source, range.end) ? (Text){0} : line_end, indent, line));
    if (is_mapping)
        add_edit(edits, (Range){range.start, range.start}, join(task->arena, line, indent, (Text){0}));
}

/* ---- the check ---- */

static bool same_node(const YamlNode *a, const YamlNode *b)
{
    return a->kind == b->kind && text_equal(a->text, b->text) && !a->key == !b->key &&
           (!a->key || text_equal(a->key->text, b->key->text));
}

/* The next of the mapping that is not the value of the key. */
static const YamlNode *skip_key(const YamlNode *node, Text key, int depth)
{
    return depth == 0 && node && node->key && text_equal(node->key->text, key) ? node->next : node;
}

/* The same trees, but for one key of the outermost mapping? Either may be NULL. */
static bool same_but_key(const YamlNode *before, const YamlNode *after, Text key)
{
    const YamlNode *a[MOST_LEVELS + 1], *b[MOST_LEVELS + 1]; /* the children that come next, outermost first */
    int depth = 0;

    a[0] = before ? before->first : NULL;
    b[0] = after ? after->first : NULL;
    while (depth >= 0) {
        const YamlNode *left = skip_key(a[depth], key, depth), *right = skip_key(b[depth], key, depth);

        if (!left != !right || (left && !same_node(left, right)))
            return false;
        if (!left) {
            depth--;
            continue;
        }
        a[depth] = left->next;
        b[depth] = right->next;
        if (left->kind != YAML_SCALAR) {
            depth++;
            a[depth] = left->first;
            b[depth] = right->first;
        }
    }
    return true;
}

/* A mapping, or nothing. False: it has mistakes, which are in the report. */
static bool read_tree(Arena *arena, Text source, Report *report, const YamlNode **root)
{
    *root = yaml_says_nothing(source) ? NULL : yaml_parse(arena, source, report);
    if (!*root || report->error_count)
        return report->error_count == 0;
    if ((*root)->kind == YAML_SCALAR && range_is_empty(yaml_bytes(source, *root))) /* "---" alone */
        return true;
    return yaml_expect(*root, YAML_MAPPING, "keys with values, such as \"theme: gruvbox\"", report);
}

/* All bytes of `source` but those of the range, before and after what is in their place? */
static bool keeps_bytes_around(Text source, Text result, Range range)
{
    Text before = text_slice(source, (Range){0, range.start}),
         after = text_slice(source, (Range){range.end, source.size});

    return result.size >= before.size + after.size && text_starts_with(result, before) && text_ends_with(result, after);
}

static size_t common_start(Text a, Text b)
{
    size_t at = 0;

    while (at < a.size && at < b.size && a.bytes[at] == b.bytes[at])
        at++;
    return at;
}

bool config_differs_in_value_alone(Arena *arena, Text source, Text result, Text key, Text value)
{
    const YamlNode *before, *after, *old, *now;
    Range range;
    Report report;

    report_init(&report, arena, (Text){0});
    if (!read_tree(arena, source, &report, &before) || !read_tree(arena, result, &report, &after))
        return false;
    old = yaml_get(before, key);
    now = yaml_get(after, key);
    if (!now || now->kind != YAML_SCALAR || !text_equal(now->text, value) || !same_but_key(before, after, key))
        return false;
    range.start = range.end = common_start(source, result);
    return keeps_bytes_around(source, result, old ? yaml_bytes(source, old) : range);
}

/* ---- all together ---- */

static Text with_edit(Arena *arena, Text source, const Edit *edit)
{
    return join(arena, text_slice(source, (Range){0, edit->range.start}), edit->by,
                text_slice(source, (Range){edit->range.end, source.size}));
}

Text config_with_value(Arena *arena, Text source, Text key, Text value, Report *report)
{
    Task task = {.arena = arena, .source = source, .key = key, .value = value};
    Edits edits = {0};
    const YamlNode *node;
    Text old;

    if (!read_tree(arena, source, report, &task.root))
        return (Text){0};
    node = yaml_get(task.root, key);
    if (node && !yaml_text(node, text_equal(key, TEXT("theme")) ? "the name of a theme" : "one word", report, &old))
        return (Text){0};
    if (node)
        replace_value(&task, node, &edits);
    else if (is_in_braces(&task))
        add_member(&task, &edits);
    else
        add_line(&task, &edits);
    for (size_t i = 0; i < edits.count; i++) {
        Text result = with_edit(arena, source, &edits.items[i]);

        if (config_differs_in_value_alone(arena, source, result, key, value))
            return result;
    }
    report_add(report, SEVERITY_ERROR, node ? node->line : 0, node ? node->column : 0,
               "it is written in a form that is not changed by a program; put \"%.*s: %.*s\" into it yourself",
               TEXT_ARGS(key), TEXT_ARGS(value));
    return (Text){0};
}
