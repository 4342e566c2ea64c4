/*
 * A change is a patch: bytes of the source, and what stands there afterwards. A value is written anew with its key, as yaml_write.h would,
 * set in as far as the mapping is; where a comment stands behind it on the line, on one line in quotation marks, so that it stays a
 * comment:
 *
 *     - id: 5f0c11d2                        - id: 5f0c11d2
 *       # ask the desk                        # ask the desk
 *       note: Ask her.  # when?      ->       note: "Ask her about 1998."  # when?
 *
 * New lines go before the end of a line, not after it: the last line of a file may have none.
 */
#include "base/yaml/yaml_edit.h"

#include <stdlib.h>

#include "base/yaml/yaml_source.h"
#include "base/yaml/yaml_write.h"

void yaml_edit_init(YamlEdit *edit, Arena *arena, Text source)
{
    size_t mark = utf8_mark_size(source), first = yaml_next_line_end(source, mark);

    *edit = (YamlEdit){.arena = arena, .source = source, .line_end = TEXT("\n")};
    if (first < source.size)
        edit->line_end = text_slice(source, (Range){first, first + yaml_line_end(source, first)});
    edit->joined = yaml_may_have_surrogates(text_slice(source, (Range){mark, source.size}));
    edit->begun = edit->near = (YamlPlace){0, mark};
}

/* ---- places ---- */

static size_t byte_of(YamlEdit *edit, size_t character)
{
    if (character < edit->near.character)
        edit->near = edit->begun;
    if (character < edit->near.character)
        edit->near = edit->begun = (YamlPlace){0, utf8_mark_size(edit->source)};
    while (edit->near.character < character && edit->near.byte < edit->source.size) {
        size_t counted = character - edit->near.character;

        edit->near.byte += yaml_counted_size(edit->source, edit->near.byte, edit->joined, &counted);
        edit->near.character += counted;
    }
    return edit->near.byte < edit->source.size ? edit->near.byte : edit->source.size;
}

static Range bytes_of(YamlEdit *edit, const YamlNode *node)
{
    size_t start = byte_of(edit, node->from);

    return (Range){start, byte_of(edit, node->to)};
}

/* Here begins what is changed next. */
static void begin_at(YamlEdit *edit, const YamlNode *node)
{
    (void)byte_of(edit, node->from);
    edit->begun = edit->near;
}

Range yaml_without_blank_end(Text source, Range range)
{
    size_t kept = range.start, size;

    for (size_t at = range.start; at < range.end; at += size ? size : 1) {
        size = yaml_line_end(source, at);
        if (!size && source.bytes[at] != ' ' && source.bytes[at] != '\t')
            kept = at + 1;
    }
    return (Range){range.start, kept};
}

static bool is_flow(YamlEdit *edit, const YamlNode *node)
{
    size_t at = byte_of(edit, node->from);

    return node->kind != YAML_SCALAR && at < edit->source.size && strchr("[{", edit->source.bytes[at]);
}

static const YamlNode *last_child(const YamlNode *node)
{
    const YamlNode *last = NULL;

    YAML_EACH(child, node)
        last = child;
    return last;
}

/* The bytes of a value, without the comments and empty lines that follow it. */
static Range value_range(YamlEdit *edit, const YamlNode *node)
{
    size_t start = byte_of(edit, node->from), header;
    Range range;

    while (node->kind != YAML_SCALAR && node->first && !is_flow(edit, node))
        node = last_child(node);
    range = bytes_of(edit, node);
    if (node->kind == YAML_SCALAR && node->style == YAML_BLOCK) {
        header = yaml_next_line_end(edit->source, range.start);
        range = yaml_without_blank_end(edit->source, range);
        range.end = range.end < header ? header : range.end;
    }
    return (Range){start, range.end};
}

/* Does nothing follow on the line, not even a comment? */
static bool ends_line(Text source, size_t at)
{
    Range rest = {at, yaml_next_line_end(source, at)};

    return range_is_empty(yaml_without_blank_end(source, rest));
}

/* The comment behind the indicator of a block text; empty: there is none. */
static Text header_comment(const YamlEdit *edit, const YamlNode *node, Range range)
{
    size_t header, comment;

    if (node->kind != YAML_SCALAR || node->style != YAML_BLOCK)
        return (Text){0};
    header = yaml_next_line_end(edit->source, range.start);
    comment = text_find_byte(edit->source, '#', range.start);
    return comment < header ? text_slice(edit->source, (Range){comment, header}) : (Text){0};
}

/* ---- what is written ---- */

static void add_patch(YamlEdit *edit, Range range, Text by)
{
    ARRAY_PUSH(edit->arena, edit->patches, ((YamlPatch){range, by, edit->patches.count}));
}

/* Behind all others at that place: a new list after the items that the last one gets. */
static void add_last_patch(YamlEdit *edit, size_t at, Text by)
{
    ARRAY_PUSH(edit->arena, edit->patches, ((YamlPatch){{at, at}, by, SIZE_MAX / 2 + edit->patches.count}));
}

static Text join(YamlEdit *edit, Text first, Text second, Text third)
{
    return arena_join(edit->arena, (const Text[]){first, second, third}, 3);
}

static Text blanks(Arena *arena, size_t count)
{
    char *bytes = arena_alloc(arena, count + 1);

    memset(bytes, ' ', count);
    return (Text){bytes, count};
}

Text yaml_quoted(Arena *arena, Text text)
{
    TextBuffer buffer = {0};
    size_t size;

    text_buffer_add(arena, &buffer, TEXT("\""));
    for (size_t at = 0; at < text.size; at += size) {
        uint32_t code_point = utf8_decode(text, at, &size);

        if (code_point < 0x20 || code_point == 0x7F || code_point == 0x85 || code_point == 0x2028 ||
            code_point == 0x2029 || code_point == 0xFEFF) {
            text_buffer_add(arena, &buffer, arena_printf(arena, "\\u%04X", (unsigned)code_point));
            continue;
        }
        if (code_point == '"' || code_point == '\\')
            text_buffer_add(arena, &buffer, TEXT("\\"));
        text_buffer_add(arena, &buffer, text_slice(text, (Range){at, at + size}));
    }
    text_buffer_add(arena, &buffer, TEXT("\""));
    return text_buffer_text(&buffer);
}

/* A mapping as it is written, without the line end at its end. */
static Text written(YamlEdit *edit, const YamlNode *mapping)
{
    Text text = yaml_to_text(edit->arena, mapping);

    return text_slice(text, (Range){0, text.size - (text.size > 0)});
}

/* Lines with their first `without` blanks replaced by `indent`, each behind a line end of the source; but for the first, where `joins`. */
static Text set_in(YamlEdit *edit, Text lines, size_t without, Text indent, bool joins)
{
    TextBuffer buffer = {0};
    Text line;

    for (size_t at = 0; text_next_part(lines, '\n', &at, &line); joins = false) {
        if (joins) {
            text_buffer_add(edit->arena, &buffer, line);
            continue;
        }
        text_buffer_add(edit->arena, &buffer, edit->line_end);
        if (line.size <= without)
            continue;
        text_buffer_add(edit->arena, &buffer, indent);
        text_buffer_add(edit->arena, &buffer, text_slice(line, (Range){without, line.size}));
    }
    return text_buffer_text(&buffer);
}

static Text field_lines(YamlEdit *edit, Text key, Text value, YamlStyle style)
{
    YamlList list = yaml_list_new(edit->arena, YAML_MAPPING);

    yaml_list_add_text(&list, key, value, style);
    return written(edit, list.node);
}

/* "key: \"value\"" */
static Text field_quoted(YamlEdit *edit, Text key, Text value)
{
    return join(edit, key, TEXT(": "), yaml_quoted(edit->arena, value));
}

/* An item of a list as it stands within brackets. */
static Text item_in_flow(YamlEdit *edit, const YamlNode *item)
{
    TextBuffer buffer = {0};

    if (item->kind == YAML_SCALAR)
        return yaml_quoted(edit->arena, item->text);
    text_buffer_add(edit->arena, &buffer, TEXT("{"));
    YAML_EACH(child, item) {
        text_buffer_add(edit->arena, &buffer, yaml_quoted(edit->arena, child->key->text));
        text_buffer_add(edit->arena, &buffer, TEXT(": "));
        text_buffer_add(edit->arena, &buffer, yaml_quoted(edit->arena, child->text));
        text_buffer_add(edit->arena, &buffer, child->next ? TEXT(", ") : TEXT("}"));
    }
    return text_buffer_text(&buffer);
}

static Text items_in_flow(YamlEdit *edit, const YamlNode *items)
{
    TextBuffer buffer = {0};

    YAML_EACH(child, items) {
        text_buffer_add(edit->arena, &buffer, item_in_flow(edit, child));
        text_buffer_add(edit->arena, &buffer, child->next ? TEXT(", ") : (Text){0});
    }
    return text_buffer_text(&buffer);
}

/* The lines of the items of a list, which begins at a column from 0. */
static Text item_lines(YamlEdit *edit, const YamlNode *items, size_t column)
{
    YamlList list = yaml_list_new(edit->arena, YAML_MAPPING);
    Text lines;

    yaml_list_add(&list, TEXT("x"), items);
    lines = written(edit, list.node);
    return set_in(edit, text_slice(lines, (Range){text_find_byte(lines, '\n', 0) + 1, lines.size}), 2,
                  blanks(edit->arena, column), false);
}

/* ---- one value ---- */

static void replace_value(YamlEdit *edit, const YamlNode *mapping, const YamlNode *node, Text value, YamlStyle style)
{
    size_t key = byte_of(edit, node->key->from);
    Range range = value_range(edit, node);
    Text comment = header_comment(edit, node, range), by;

    if (is_flow(edit, mapping)) {
        add_patch(edit, range, yaml_quoted(edit->arena, value));
        return;
    }
    if (comment.size)
        by = join(edit, field_quoted(edit, node->key->text, value), TEXT(" "), comment);
    else if (ends_line(edit->source, range.end))
        by = set_in(edit, field_lines(edit, node->key->text, value, style), 0, blanks(edit->arena, mapping->column - 1),
                    true);
    else
        by = field_quoted(edit, node->key->text, value);
    add_patch(edit, (Range){key, range.end}, by);
}

/* The line goes too, where nothing else is on it. The first of a list's item cannot, for the "-" stands before it: then it says nothing. */
static void remove_value(YamlEdit *edit, const YamlNode *mapping, const YamlNode *node)
{
    Range range = value_range(edit, node);
    size_t start = byte_of(edit, node->key->from), indent = start;

    if (node == mapping->first || is_flow(edit, mapping)) {
        add_patch(edit, range, TEXT("\"\""));
        return;
    }
    while (indent > 0 && edit->source.bytes[indent - 1] == ' ')
        indent--;
    if (ends_line(edit->source, range.end)) {
        range.end = yaml_next_line_end(edit->source, range.end);
        range.end += yaml_line_end(edit->source, range.end);
        start = indent;
    }
    add_patch(edit, (Range){start, range.end}, (Text){0});
}

static void insert_value(YamlEdit *edit, const YamlNode *mapping, const YamlNode *after, Text key, Text value,
                         YamlStyle style)
{
    Text indent = blanks(edit->arena, mapping->column - 1), lines;
    size_t at;

    if (is_flow(edit, mapping)) {
        at = after ? value_range(edit, after).end : byte_of(edit, mapping->from) + 1;
        lines = join(edit, yaml_quoted(edit->arena, key), TEXT(": "), yaml_quoted(edit->arena, value));
        add_patch(edit, (Range){at, at}, join(edit, after ? TEXT(", ") : lines, after ? lines : TEXT(", "), (Text){0}));
        return;
    }
    lines = field_lines(edit, key, value, style);
    if (after) {
        at = yaml_next_line_end(edit->source, value_range(edit, after).end);
        add_patch(edit, (Range){at, at}, set_in(edit, lines, 0, indent, false));
        return;
    }
    at = byte_of(edit, mapping->from);
    add_patch(edit, (Range){at, at}, join(edit, set_in(edit, lines, 0, indent, true), edit->line_end, indent));
}

void yaml_edit_set(YamlEdit *edit, const YamlNode *mapping, const YamlNode *after, Text key, Text value, YamlStyle style)
{
    const YamlNode *node = yaml_get(mapping, key);

    begin_at(edit, mapping);
    if (node && value.size)
        replace_value(edit, mapping, node, value, style);
    else if (node)
        remove_value(edit, mapping, node);
    else if (value.size)
        insert_value(edit, mapping, after, key, value, style);
}

/* ---- lists ---- */

/* "key:" and the items below it. */
static Text list_lines(YamlEdit *edit, Text key, const YamlNode *items, size_t column)
{
    return join(edit, key, TEXT(":"), item_lines(edit, items, column));
}

/* Where lines that are to be the last of a source may go: at its end, but before what follows the root. */
static void append_lines(YamlEdit *edit, const YamlNode *root, Text lines)
{
    const YamlNode *last = last_child(root);
    size_t at = last ? yaml_next_line_end(edit->source, value_range(edit, last).end) : edit->source.size;
    bool begins_line = at == utf8_mark_size(edit->source) || (!last && at > 0 && edit->source.bytes[at - 1] == '\n');

    add_last_patch(edit, at,
                   join(edit, begins_line ? (Text){0} : edit->line_end, lines, last ? (Text){0} : edit->line_end));
}

static void append_list(YamlEdit *edit, const YamlNode *root, Text key, const YamlNode *items)
{
    size_t column = root && root->kind == YAML_MAPPING ? root->column - 1 : 0, at;
    Text indent = blanks(edit->arena, column), flow;

    if (root && root->kind == YAML_MAPPING && is_flow(edit, root)) {
        at = root->first ? value_range(edit, last_child(root)).end : byte_of(edit, root->from) + 1;
        flow = join(edit, root->first ? TEXT(", ") : (Text){0}, yaml_quoted(edit->arena, key), TEXT(": ["));
        add_last_patch(edit, at, join(edit, flow, items_in_flow(edit, items), TEXT("]")));
        return;
    }
    append_lines(edit, root, join(edit, indent, list_lines(edit, key, items, column + 2), (Text){0}));
}

void yaml_edit_append(YamlEdit *edit, const YamlNode *root, Text key, const YamlNode *items)
{
    const YamlNode *list = root && root->kind == YAML_MAPPING ? yaml_get(root, key) : NULL;
    Range range;
    size_t at;

    if (!list) {
        append_list(edit, root, key, items);
        return;
    }
    begin_at(edit, list->key);
    range = value_range(edit, list);
    if (list->kind == YAML_SEQUENCE && list->first && is_flow(edit, list)) {
        at = value_range(edit, last_child(list)).end;
        add_patch(edit, (Range){at, at}, join(edit, TEXT(", "), items_in_flow(edit, items), (Text){0}));
        return;
    }
    if (list->kind == YAML_SEQUENCE && list->first) {
        at = yaml_next_line_end(edit->source, range.end);
        add_patch(edit, (Range){at, at}, item_lines(edit, items, list->column - 1));
        return;
    }
    at = yaml_next_line_end(edit->source, range.end); /* nothing, or "[]": its place is the lines below */
    while (range.start > 0 && edit->source.bytes[range.start - 1] == ' ')
        range.start--;
    add_patch(edit, range, (Text){0});
    add_patch(edit, (Range){at, at}, item_lines(edit, items, root->column + 1));
}

void yaml_edit_replace_list(YamlEdit *edit, const YamlNode *root, Text key, const YamlNode *items)
{
    const YamlNode *list = root && root->kind == YAML_MAPPING ? yaml_get(root, key) : NULL;
    Range range;

    if (!list) {
        append_list(edit, root, key, items);
        return;
    }
    begin_at(edit, list->key);
    range = value_range(edit, list);
    if (is_flow(edit, root))
        add_patch(edit, range, join(edit, TEXT("["), items_in_flow(edit, items), TEXT("]")));
    else
        add_patch(edit, (Range){byte_of(edit, list->key->from), range.end},
                  list_lines(edit, key, items, root->column + 1));
}

/* ---- one item of a list ---- */

bool yaml_edit_insert_item(YamlEdit *edit, const YamlNode *list, const YamlNode *after, const YamlNode *item)
{
    YamlList items = yaml_list_new(edit->arena, YAML_SEQUENCE);
    size_t at;

    if (is_flow(edit, list) || !list->first || !list->key)
        return false;
    begin_at(edit, after ? after : list->key);
    at = yaml_next_line_end(edit->source, after ? value_range(edit, after).end : bytes_of(edit, list->key).end);
    yaml_list_add(&items, (Text){0}, item);
    add_patch(edit, (Range){at, at}, item_lines(edit, items.node, list->column - 1));
    return true;
}

static size_t line_start(Text source, size_t at)
{
    while (at > 0 && !yaml_line_end(source, at - 1))
        at--;
    return at;
}

/* The start of the line with the "-" of an item, which stands on that of its first value or above. */
static size_t item_start(Text source, const YamlNode *list, size_t at)
{
    size_t start = line_start(source, at), dash = start + list->column - 1;

    while (start > 0 && (dash >= source.size || source.bytes[dash] != '-')) {
        start = line_start(source, start - 1);
        dash = start + list->column - 1;
    }
    return start;
}

bool yaml_edit_remove_item(YamlEdit *edit, const YamlNode *list, const YamlNode *item)
{
    Range range;

    if (is_flow(edit, list))
        return false;
    begin_at(edit, item);
    range = value_range(edit, item);
    range.start = item_start(edit->source, list, range.start);
    range.end = yaml_next_line_end(edit->source, range.end);
    range.end += yaml_line_end(edit->source, range.end);
    add_patch(edit, range, (Text){0});
    return true;
}

/* ---- the result ---- */

static int compare_patches(const void *a, const void *b)
{
    const YamlPatch *first = a, *second = b;

    if (first->range.start != second->range.start)
        return first->range.start < second->range.start ? -1 : 1;
    return (first->order > second->order) - (first->order < second->order);
}

Text yaml_edit_result(YamlEdit *edit)
{
    TextBuffer buffer = {0};
    size_t at = 0;

    if (edit->patches.count > 1)
        qsort(edit->patches.items, edit->patches.count, sizeof(YamlPatch), compare_patches);
    for (size_t i = 0; i < edit->patches.count; i++) {
        const YamlPatch *patch = &edit->patches.items[i];

        text_buffer_add(edit->arena, &buffer, text_slice(edit->source, (Range){at, patch->range.start}));
        text_buffer_add(edit->arena, &buffer, patch->by);
        at = patch->range.end > at ? patch->range.end : at;
    }
    text_buffer_add(edit->arena, &buffer, text_slice(edit->source, (Range){at, edit->source.size}));
    return text_buffer_text(&buffer);
}

static bool same_node(const YamlNode *a, const YamlNode *b)
{
    return a->kind == b->kind && text_equal(a->text, b->text) && !a->key == !b->key &&
           (!a->key || text_equal(a->key->text, b->key->text));
}

bool yaml_same(const YamlNode *a, const YamlNode *b)
{
    const YamlNode *left[MOST_LEVELS + 1], *right[MOST_LEVELS + 1]; /* the children that come next, outermost first */
    int depth = 0;

    if (!a || !b || a->kind != b->kind || !text_equal(a->text, b->text))
        return !a && !b;
    left[0] = a->first;
    right[0] = b->first;
    while (depth >= 0) {
        const YamlNode *one = left[depth], *other = right[depth];

        if (!one != !other || (one && !same_node(one, other)))
            return false;
        if (!one) {
            depth--;
            continue;
        }
        left[depth] = one->next;
        right[depth] = other->next;
        if (one->kind != YAML_SCALAR) {
            depth++;
            left[depth] = one->first;
            right[depth] = other->first;
        }
    }
    return true;
}
