/* The body, block by block. Keys of blocks are rows of a table. */
#include <string.h>

#include "formats/yaml/yaml_form.h"

/* "LONDON" begins "LONDON — …", not "LONDONERS …". */
static bool begins_with_words(Text text, Text words)
{
    return text_starts_with(text, words) && (text.size == words.size || !ascii_is_alpha(text.bytes[words.size]));
}

/* Of the dash that stands between a dateline and the text, if one does, with the blanks before it: " —", " --". */
static size_t dash_size(Text text)
{
    static const Text dashes[] = {LITERAL("—"),  LITERAL("–"), LITERAL("---"),
                                  LITERAL("--"), LITERAL("-"), LITERAL(":")};
    size_t start = 0;

    while (start < text.size && text.bytes[start] == ' ')
        start++;
    for (size_t i = 0; i < COUNT_OF(dashes); i++) {
        if (text_starts_with(text_slice(text, (Range){start, text.size}), dashes[i]))
            return start + dashes[i].size;
    }
    return 0;
}

/* The first paragraph with the dateline before it, unless it stands there already. */
static void write_paragraph(YamlForm *form, Text text)
{
    Article *article = form->article;
    Text dateline = article->fields[FIELD_DATELINE];
    bool first = article->paragraphs == 0 && dateline.size > 0;
    bool there = begins_with_words(text_trim(text), dateline);

    if (first && !there)
        text = arena_join(article->arena, (const Text[]){dateline, TEXT(" — "), text_trim(text)}, 3);
    article_build_block(&form->builder, BLOCK_PARAGRAPH, text, 0);
    if (first) {
        Range paragraph = article->blocks.items[article->blocks.count - 1].range;
        Text rest =
            text_slice(text_buffer_text(&form->builder.text), (Range){paragraph.start + dateline.size, paragraph.end});

        article->dateline = (Range){paragraph.start, paragraph.start + dateline.size + dash_size(rest)};
    }
}

/* ---- the body ---- */

/* One text of a body: blank lines separate paragraphs. */
static void write_paragraphs(YamlForm *form, Text text)
{
    size_t start = 0;

    while (start < text.size) {
        size_t end = start;

        while (end < text.size) {
            size_t line_end = text_find_byte(text, '\n', end);
            size_t next;

            if (line_end == TEXT_NOT_FOUND) {
                end = text.size;
                break;
            }
            next = line_end + 1;
            while (next < text.size && (text.bytes[next] == ' ' || text.bytes[next] == '\t' || text.bytes[next] == '\r'))
                next++;
            end = line_end + 1;
            if (next >= text.size || text.bytes[next] == '\n')
                break;
        }
        if (text_trim(text_slice(text, (Range){start, end})).size) {
            form->builder.entry++;
            write_paragraph(form, text_slice(text, (Range){start, end}));
        }
        start = end;
    }
}

/* The number of the first item. */
static unsigned first_number(YamlForm *form, const YamlNode *block)
{
    const YamlNode *node = yaml_get(block, TEXT("start"));
    int number = 1;

    if (node)
        (void)yaml_int(node, 0, BLOCK_NUMBER_MOST, form->report, &number);
    return (unsigned)number;
}

static void write_list(YamlForm *form, const YamlNode *block, const YamlNode *node, BlockKind kind)
{
    unsigned number = first_number(form, block);
    Text item;

    if (!yaml_expect(node, YAML_SEQUENCE, "a list of texts", form->report))
        return;
    YAML_EACH(child, node) {
        if (yaml_long_text(child, "a list item; start it with \"- >-\"", form->report, &item))
            article_build_block(&form->builder, kind, item, kind == BLOCK_ORDERED_ITEM ? number++ : 0);
    }
}

/* The keys of a block: its kind, or something that goes with a kind. */
static const struct BlockKey {
    Text name;
    BlockKind kind;
    Text of; /* the kind it goes with */
} block_keys[] = {
    {LITERAL("heading"), BLOCK_HEADING, {0}},
    {LITERAL("paragraph"), BLOCK_PARAGRAPH, {0}},
    {LITERAL("caption"), BLOCK_CAPTION, {0}},
    {LITERAL("blockquote"), BLOCK_BLOCKQUOTE, {0}},
    {LITERAL("list"), BLOCK_LIST_ITEM, {0}},
    {LITERAL("ordered"), BLOCK_ORDERED_ITEM, {0}},
    {LITERAL("verbatim"), BLOCK_VERBATIM, {0}},
    {LITERAL("note"), BLOCK_NOTE, {0}},
    {LITERAL("rule"), BLOCK_RULE, {0}},
    {LITERAL("credit"), BLOCK_CREDIT, LITERAL("caption")},
    {LITERAL("image"), BLOCK_KIND_COUNT, LITERAL("caption")},
    {LITERAL("alt"), BLOCK_KIND_COUNT, LITERAL("caption")},
    {LITERAL("cite"), BLOCK_CITE, LITERAL("blockquote")},
    {LITERAL("start"), BLOCK_KIND_COUNT, LITERAL("ordered")},
};

enum { BLOCK_KEY_COUNT = COUNT_OF(block_keys) };

static const struct BlockKey *block_key(Text name)
{
    for (size_t i = 0; i < BLOCK_KEY_COUNT; i++) {
        if (text_equal(block_keys[i].name, name))
            return &block_keys[i];
    }
    return NULL;
}

/* A credit without a caption, a source without its quotation: they are blocks too. */
static bool is_alone(const YamlNode *block, const struct BlockKey *key)
{
    return block->count == 1 && key->of.size && key->kind != BLOCK_KIND_COUNT;
}

/* Check the keys of a block, and find the one that names its kind. */
static const YamlNode *kind_node(YamlForm *form, const YamlNode *block)
{
    const YamlNode *found = NULL;
    Text names[BLOCK_KEY_COUNT];

    for (size_t i = 0; i < BLOCK_KEY_COUNT; i++)
        names[i] = block_keys[i].name;
    YAML_EACH(child, block) {
        const struct BlockKey *key = block_key(child->key->text);

        if (!key && block->count == 1) {
            report_add(form->report, SEVERITY_ERROR, child->key->line, child->key->column,
                       "expected a paragraph, found the key \"%.*s\"; start the paragraph with \"- >-\"",
                       TEXT_ARGS(report_quoted(form->report, child->key->text)));
        } else if (!key) {
            yaml_unknown_key(child, "a block", names, BLOCK_KEY_COUNT, form->report);
        } else if (is_alone(block, key)) {
            found = child;
        } else if (key->of.size && !yaml_get(block, key->of)) {
            report_add(form->report, SEVERITY_ERROR, child->key->line, child->key->column,
                       "\"%.*s\" goes with \"%.*s\" only", TEXT_ARGS(key->name), TEXT_ARGS(key->of));
        } else if (!key->of.size && found) {
            report_add(form->report, SEVERITY_ERROR, child->key->line, child->key->column,
                       "a block is of one kind: \"%.*s\" or \"%.*s\"", TEXT_ARGS(found->key->text),
                       TEXT_ARGS(key->name));
        } else if (!key->of.size) {
            found = child;
        }
    }
    return found;
}

static void write_extra(YamlForm *form, const YamlNode *block, Text key, BlockKind kind)
{
    const YamlNode *node = yaml_get(block, key);
    Text text;

    if (node && yaml_long_text(node, "a text", form->report, &text) && text_trim(text).size)
        article_build_block(&form->builder, kind, text, 0);
}

/* Of the caption that was written last. */
static void keep_picture(YamlForm *form, const YamlNode *block)
{
    Article *article = form->article;
    Picture picture = {.block = article->blocks.count - 1};
    const YamlNode *image = yaml_get(block, TEXT("image")), *alt = yaml_get(block, TEXT("alt"));

    if (image)
        (void)yaml_text(image, "a text", form->report, &picture.image);
    if (alt)
        (void)yaml_text(alt, "a text", form->report, &picture.alt);
    if (picture.image.size || picture.alt.size)
        ARRAY_PUSH(article->arena, article->pictures, picture);
}

static void write_block_map(YamlForm *form, const YamlNode *block)
{
    const YamlNode *node = kind_node(form, block);
    BlockKind kind;
    Text text;

    if (block->count == 0)
        report_add(form->report, SEVERITY_ERROR, block->line, block->column,
                   "expected a paragraph, found an empty mapping");
    if (!node)
        return;
    kind = block_key(node->key->text)->kind;
    if (block_is_item(kind)) {
        write_list(form, block, node, kind);
        return;
    }
    if (!yaml_long_text(node, "a text; write \">-\" and the text on the next line", form->report, &text))
        return;
    if (block_has_text(kind) && text_trim(text).size == 0) {
        report_add(form->report, SEVERITY_WARNING, node->line, node->column, "an empty %.*s",
                   TEXT_ARGS(node->key->text));
        return;
    }
    if (kind == BLOCK_PARAGRAPH)
        write_paragraph(form, text);
    else
        article_build_block(&form->builder, kind, block_has_text(kind) ? text : (Text){0}, 0);
    if (kind == BLOCK_CAPTION)
        keep_picture(form, block);
    if (kind != BLOCK_CREDIT)
        write_extra(form, block, TEXT("credit"), BLOCK_CREDIT);
    if (kind != BLOCK_CITE)
        write_extra(form, block, TEXT("cite"), BLOCK_CITE);
}

void yaml_write_body(YamlForm *form, const YamlNode *body)
{
    if (body->kind == YAML_SCALAR) {
        write_paragraphs(form, body->text);
        return;
    }
    if (!yaml_expect(body, YAML_SEQUENCE, "a list of blocks, or one text", form->report))
        return;
    YAML_EACH(block, body) {
        form->builder.entry++;
        if (block->kind == YAML_MAPPING)
            write_block_map(form, block);
        else if (block->kind == YAML_SEQUENCE)
            report_add(form->report, SEVERITY_ERROR, block->line, block->column,
                       "expected a paragraph, found a list; use \"- list:\"");
        else if (text_trim(block->text).size == 0)
            report_add(form->report, SEVERITY_WARNING, block->line, block->column, "an empty paragraph");
        else
            write_paragraph(form, block->text);
    }
}
