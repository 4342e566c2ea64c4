/*
 * A tree of YAML becomes one text with blocks over it. Keys are rows of tables: metadata fields in article.h,
 * block kinds here. Every mistake is told, and what is left is read.
 */
#include "article/article_yaml.h"

#include <stdlib.h>
#include <string.h>

#include "article/anchors/anchor_report.h"
#include "base/iso_date.h"
#include "base/yaml.h"

typedef struct Writer {
    Article *article;
    Report *report;
    TextBuffer text;
    const YamlNode *given[FIELD_COUNT]; /* the key that gave each field */
    size_t entry; /* of `body`, from 1, that is being written: what hints count */
    AnchorSearch anchors;
    size_t unsearched; /* quotations for which the search had ended */
    const YamlNode *first_unsearched;
} Writer;

/* ---- the text, block by block ---- */

static void add_block(Writer *writer, BlockKind kind, Text text, unsigned number)
{
    Article *article = writer->article;
    Block block = {.kind = kind, .number = number, .entry = writer->entry & 0xFFFFFF};

    if (kind != BLOCK_VERBATIM)
        text = text_trim(text);
    else
        while (text.size && text.bytes[text.size - 1] == '\n')
            text.size--;
    if (writer->text.count && text.size) /* a rule takes no room in the text */
        text_buffer_add(article->arena, &writer->text, TEXT("\n\n"));
    block.range.start = writer->text.count;
    text_buffer_add(article->arena, &writer->text, text);
    block.range.end = writer->text.count;
    if (kind == BLOCK_PARAGRAPH)
        block.number = ++article->paragraphs;
    if (!block_is_in_head(kind))
        article->word_count += text_count_words(text);
    ARRAY_PUSH(article->arena, article->blocks, block);
}

/* ---- metadata ---- */

static ArticleField field_of(Text key)
{
    for (int field = 0; field < FIELD_COUNT; field++) {
        if (text_equal(article_field_key((ArticleField)field), key) ||
            text_list_has(article_field_aliases((ArticleField)field), key))
            return (ArticleField)field;
    }
    return FIELD_COUNT;
}

static const Text list_keys[] = {LITERAL("quoin"),    LITERAL("authors"),  LITERAL("author"),
                                 LITERAL("tags"),     LITERAL("keywords"), LITERAL("body"),
                                 LITERAL("text"),     LITERAL("content"),  LITERAL("articleBody"),
                                 LITERAL("entities"), LITERAL("quotes"),   LITERAL("links")};

static bool is_body_key(Text key)
{
    return text_equal(key, TEXT("body")) || text_equal(key, TEXT("text")) ||
           text_equal(key, TEXT("content")) || text_equal(key, TEXT("articleBody"));
}

static bool is_known_key(Text key)
{
    for (size_t i = 0; i < COUNT_OF(list_keys); i++) {
        if (text_equal(list_keys[i], key))
            return true;
    }
    return field_of(key) != FIELD_COUNT;
}

static void unknown_top_key(const YamlNode *node, Report *report)
{
    Text names[FIELD_COUNT + COUNT_OF(list_keys)];
    size_t count = 0;

    for (int field = 0; field < FIELD_COUNT; field++)
        names[count++] = article_field_key((ArticleField)field);
    for (size_t i = 0; i < COUNT_OF(list_keys); i++)
        names[count++] = list_keys[i];
    yaml_unknown_key(node, "an article", names, count, report);
}

static bool is_between(Text text, Range digits, size_t least, size_t most)
{
    size_t number;

    return digits.end > text.size || (text_to_number(text_slice(text, digits), most, &number) && number >= least);
}

/* Month, day, hour and minute of a date of the right shape; what it does not have is right. */
static bool is_in_calendar(Text date)
{
    static const unsigned char days[] = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    size_t month = 1, year = 0, most = 31;

    if (!is_between(date, ISO_MONTH, 1, 12) || !is_between(date, ISO_HOUR, 0, 24) ||
        !is_between(date, ISO_MINUTE, 0, 59))
        return false;
    if (date.size >= ISO_MONTH.end && text_to_number(text_slice(date, ISO_MONTH), 12, &month))
        most = days[month - 1];
    if (month == 2 && text_to_number(text_slice(date, ISO_YEAR), 9999, &year) &&
        (year % 4 != 0 || (year % 100 == 0 && year % 400 != 0)))
        most = 28;
    return is_between(date, ISO_DAY, 1, most);
}

static bool is_date(Text text)
{
    static const char shape[] = "dddd-dd-ddTdd:dd";
    size_t size = text.size < sizeof shape - 1 ? text.size : sizeof shape - 1;

    for (size_t i = 0; i < size; i++) {
        char byte = text.bytes[i];
        bool fits = shape[i] == 'd'   ? ascii_is_digit(byte)
                    : shape[i] == 'T' ? byte == 'T' || byte == ' '
                                      : byte == shape[i];

        if (!fits)
            return false;
    }
    return (size == ISO_YEAR.end || size == ISO_MONTH.end || size == ISO_DAY.end || size == ISO_MINUTE.end) &&
           is_in_calendar(text_slice(text, (Range){0, size}));
}

static bool is_url(Text text)
{
    size_t colon = text_find_byte(text, ':', 0);

    if (text.size && (text.bytes[0] == '/' || text.bytes[0] == '.'))
        return true;
    if (colon == TEXT_NOT_FOUND || colon == 0 || !ascii_is_alpha(text.bytes[0]))
        return false;
    for (size_t i = 0; i < colon; i++) {
        if (!ascii_is_alpha(text.bytes[i]) && !ascii_is_digit(text.bytes[i]) && !strchr("+.-", text.bytes[i]))
            return false;
    }
    return true;
}

static bool is_language(Text text)
{
    size_t part = 0;

    for (size_t i = 0; i < text.size; i++) {
        if (text.bytes[i] == '-' || text.bytes[i] == '_') {
            if (part < 1 || (i == part && part < 2))
                return false;
            part = 0;
        } else if ((!ascii_is_alpha(text.bytes[i]) && !ascii_is_digit(text.bytes[i])) || ++part > 8) {
            return false;
        }
    }
    return text.size >= 2 && part >= 1;
}

static void check_field(const YamlNode *node, ArticleField field, Text value, Report *report)
{
    const char *expected = NULL;

    if ((field == FIELD_DATE || field == FIELD_UPDATED || field == FIELD_ACCESSED) && !is_date(value))
        expected = "a date (2026-11-24 or 2026-11-24T09:30)";
    else if (field == FIELD_URL && !is_url(value))
        expected = "an address (https://…)";
    else if (field == FIELD_LANGUAGE && !is_language(value))
        expected = "a language tag (en, en-GB)";
    else if (field == FIELD_DATELINE && value.size > MOST_DATELINE_BYTES)
        report_over(report, node->line, node->column, LIMIT_DATELINE_BYTES, value.size);
    if (expected)
        report_add(report, SEVERITY_ERROR, node->line, node->column, "expected %s, found \"%.*s\"", expected,
                   TEXT_ARGS(report_quoted(report, value)));
}

/* A source that is an address is the url (Obsidian Clipper, trafilatura). */
static ArticleField field_of_value(ArticleField field, Text value)
{
    bool address = text_starts_with(value, TEXT("http://")) || text_starts_with(value, TEXT("https://"));

    return field == FIELD_SOURCE && address ? FIELD_URL : field;
}

static void read_field(Writer *writer, const YamlNode *node, ArticleField field)
{
    Article *article = writer->article;
    char expected[64];
    Text value;

    (void)snprintf(expected, sizeof expected, "a text for \"%.*s\"", TEXT_ARGS(article_field_key(field)));
    if (!yaml_text(node, expected, writer->report, &value))
        return;
    value = text_trim(value);
    field = field_of_value(field, value);
    if (value.size)
        check_field(node, field, value, writer->report);
    if (writer->given[field])
        report_add(writer->report, SEVERITY_ERROR, node->key->line, node->key->column,
                   "\"%.*s\" is another name of \"%.*s\", which stands on line %zu", TEXT_ARGS(node->key->text),
                   TEXT_ARGS(writer->given[field]->text), writer->given[field]->line);
    else
        writer->given[field] = node->key;
    if (article->fields[field].size == 0 && !(field == FIELD_DATELINE && value.size > MOST_DATELINE_BYTES))
        article->fields[field] = value;
}

/* A mapping of texts: `names` and where they go. */
typedef struct TextKey {
    const char *name;
    Text *value;
} TextKey;

static bool read_texts(const YamlNode *mapping, const char *where, const TextKey *keys, size_t count,
                       Report *report)
{
    Text names[8];
    bool good = true;

    for (size_t i = 0; i < count; i++)
        names[i] = text_from(keys[i].name);
    YAML_EACH (child, mapping) {
        size_t i = text_index_of(child->key->text, names, count);

        if (i == count) {
            yaml_unknown_key(child, where, names, count, report);
            good = false;
        } else if (keys[i].value) {
            good = yaml_text(child, "a text", report, keys[i].value) && good;
        }
    }
    return good;
}

/* A text that a row must have. A key that has something else was told of already. */
static bool wants(const YamlNode *row, Text key, Text value, const char *message, Report *report)
{
    const YamlNode *given = yaml_get(row, key);

    if (value.size)
        return true;
    if (!given || given->kind == YAML_SCALAR)
        report_add(report, SEVERITY_ERROR, row->line, row->column, "%s", message);
    return false;
}

static void read_author(Writer *writer, const YamlNode *node)
{
    Author author = {0};
    const TextKey keys[] = {{"name", &author.name}, {"role", &author.role}, {"url", &author.url}};

    if (node->kind == YAML_SCALAR && !yaml_text(node, "a name", writer->report, &author.name))
        return;
    if (node->kind != YAML_SCALAR && !yaml_expect(node, YAML_MAPPING, "a name, or a mapping with name, role and url", writer->report))
        return;
    author.name = text_trim(author.name);
    (void)read_texts(node, "an author", keys, 3, writer->report);
    if (wants(node, TEXT("name"), author.name, "an author wants a name", writer->report))
        ARRAY_PUSH(writer->article->arena, writer->article->authors, author);
}

static void read_authors(Writer *writer, const YamlNode *node)
{
    if (node->kind != YAML_SEQUENCE) {
        read_author(writer, node);
        return;
    }
    YAML_EACH (child, node)
        read_author(writer, child);
}

static void read_tags(Writer *writer, const YamlNode *node)
{
    Text tag;

    if (node->kind == YAML_SCALAR) {
        if (yaml_text(node, "a tag", writer->report, &tag))
            ARRAY_PUSH(writer->article->arena, writer->article->tags, tag);
        return;
    }
    if (!yaml_expect(node, YAML_SEQUENCE, "a tag, or a list of tags", writer->report))
        return;
    YAML_EACH (child, node) {
        if (yaml_text(child, "a tag", writer->report, &tag))
            ARRAY_PUSH(writer->article->arena, writer->article->tags, tag);
    }
}

/* ---- the head of the text ---- */

/* "By A, B and C": of the authors, where no credit line is given as printed. */
static Text byline_of_authors(const Article *article)
{
    size_t count = article->authors.count;
    Text *parts = ARENA_ARRAY(article->arena, Text, count * 2);

    for (size_t i = 0; i < count; i++) {
        parts[2 * i] = i == 0 ? TEXT("By ") : i + 1 == count ? TEXT(" and ") : TEXT(", ");
        parts[2 * i + 1] = article->authors.items[i].name;
    }
    return arena_join(article->arena, parts, count * 2);
}

static void write_head(Writer *writer)
{
    const Article *article = writer->article;

    if (article->fields[FIELD_SECTION].size)
        add_block(writer, BLOCK_KICKER, (Text){0}, 0);
    if (article->fields[FIELD_TITLE].size)
        add_block(writer, BLOCK_TITLE, article->fields[FIELD_TITLE], 0);
    if (article->fields[FIELD_SUBTITLE].size)
        add_block(writer, BLOCK_SUBTITLE, article->fields[FIELD_SUBTITLE], 0);
    add_block(writer, BLOCK_META, (Text){0}, 0);
    if (article->fields[FIELD_BYLINE].size)
        add_block(writer, BLOCK_BYLINE, article->fields[FIELD_BYLINE], 0);
    else if (article->authors.count)
        add_block(writer, BLOCK_BYLINE, byline_of_authors(article), 0);
    if (article->fields[FIELD_DESCRIPTION].size)
        add_block(writer, BLOCK_STANDFIRST, article->fields[FIELD_DESCRIPTION], 0);
}

/* "LONDON" begins "LONDON — …", not "LONDONERS …". */
static bool begins_with_words(Text text, Text words)
{
    return text_starts_with(text, words) && (text.size == words.size || !ascii_is_alpha(text.bytes[words.size]));
}

/* The first paragraph with the dateline before it, unless it stands there already. */
static void write_paragraph(Writer *writer, Text text)
{
    Article *article = writer->article;
    Text dateline = article->fields[FIELD_DATELINE];
    bool first = article->paragraphs == 0 && dateline.size > 0;
    bool there = begins_with_words(text_trim(text), dateline);

    if (first && !there)
        text = arena_join(article->arena, (const Text[]){dateline, TEXT(" — "), text_trim(text)}, 3);
    add_block(writer, BLOCK_PARAGRAPH, text, 0);
    if (first) {
        size_t start = article->blocks.items[article->blocks.count - 1].range.start;

        article->dateline = (Range){start, start + dateline.size + (there ? 0 : strlen(" —"))};
    }
}

/* ---- blocks ---- */

/* One text of a body: blank lines separate paragraphs. */
static void write_paragraphs(Writer *writer, Text text)
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
            while (next < text.size &&
                   (text.bytes[next] == ' ' || text.bytes[next] == '\t' || text.bytes[next] == '\r'))
                next++;
            end = line_end + 1;
            if (next >= text.size || text.bytes[next] == '\n')
                break;
        }
        if (text_trim(text_slice(text, (Range){start, end})).size) {
            writer->entry++;
            write_paragraph(writer, text_slice(text, (Range){start, end}));
        }
        start = end;
    }
}

static void write_list(Writer *writer, const YamlNode *node, BlockKind kind)
{
    unsigned number = 0;
    Text item;

    if (!yaml_expect(node, YAML_SEQUENCE, "a list of texts", writer->report))
        return;
    YAML_EACH (child, node) {
        if (yaml_long_text(child, "a list item; start it with \"- >-\"", writer->report, &item))
            add_block(writer, kind, item, kind == BLOCK_ORDERED_ITEM ? ++number : 0);
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

/* Check the keys of a block, and find the one that names its kind. */
static const YamlNode *kind_node(Writer *writer, const YamlNode *block)
{
    const YamlNode *found = NULL;
    Text names[BLOCK_KEY_COUNT];

    for (size_t i = 0; i < BLOCK_KEY_COUNT; i++)
        names[i] = block_keys[i].name;
    YAML_EACH (child, block) {
        const struct BlockKey *key = block_key(child->key->text);

        if (!key && block->count == 1) {
            report_add(writer->report, SEVERITY_ERROR, child->key->line, child->key->column,
                       "expected a paragraph, found the key \"%.*s\"; start the paragraph with \"- >-\"",
                       TEXT_ARGS(report_quoted(writer->report, child->key->text)));
        } else if (!key) {
            yaml_unknown_key(child, "a block", names, BLOCK_KEY_COUNT, writer->report);
        } else if (key->of.size && !yaml_get(block, key->of)) {
            report_add(writer->report, SEVERITY_ERROR, child->key->line, child->key->column,
                       "\"%.*s\" goes with \"%.*s\" only", TEXT_ARGS(key->name), TEXT_ARGS(key->of));
        } else if (!key->of.size && found) {
            report_add(writer->report, SEVERITY_ERROR, child->key->line, child->key->column,
                       "a block is of one kind: \"%.*s\" or \"%.*s\"", TEXT_ARGS(found->key->text),
                       TEXT_ARGS(key->name));
        } else if (!key->of.size) {
            found = child;
        }
    }
    return found;
}

static void write_extra(Writer *writer, const YamlNode *block, Text key, BlockKind kind)
{
    const YamlNode *node = yaml_get(block, key);
    Text text;

    if (node && yaml_long_text(node, "a text", writer->report, &text) && text_trim(text).size)
        add_block(writer, kind, text, 0);
}

static void write_block_map(Writer *writer, const YamlNode *block)
{
    const YamlNode *node = kind_node(writer, block);
    BlockKind kind;
    Text text;

    if (block->count == 0)
        report_add(writer->report, SEVERITY_ERROR, block->line, block->column,
                   "expected a paragraph, found an empty mapping");
    if (!node)
        return;
    kind = block_key(node->key->text)->kind;
    if (kind == BLOCK_LIST_ITEM || kind == BLOCK_ORDERED_ITEM) {
        write_list(writer, node, kind);
        return;
    }
    if (!yaml_long_text(node, "a text; write \">-\" and the text on the next line", writer->report, &text))
        return;
    if (block_has_text(kind) && text_trim(text).size == 0) {
        report_add(writer->report, SEVERITY_WARNING, node->line, node->column, "an empty %.*s",
                   TEXT_ARGS(node->key->text));
        return;
    }
    if (kind == BLOCK_PARAGRAPH)
        write_paragraph(writer, text);
    else
        add_block(writer, kind, block_has_text(kind) ? text : (Text){0}, 0);
    write_extra(writer, block, TEXT("credit"), BLOCK_CREDIT);
    write_extra(writer, block, TEXT("cite"), BLOCK_CITE);
}

static void write_body(Writer *writer, const YamlNode *body)
{
    if (body->kind == YAML_SCALAR) {
        write_paragraphs(writer, body->text);
        return;
    }
    if (!yaml_expect(body, YAML_SEQUENCE, "a list of blocks, or one text", writer->report))
        return;
    YAML_EACH (block, body) {
        writer->entry++;
        if (block->kind == YAML_MAPPING)
            write_block_map(writer, block);
        else if (block->kind == YAML_SEQUENCE)
            report_add(writer->report, SEVERITY_ERROR, block->line, block->column,
                       "expected a paragraph, found a list; use \"- list:\"");
        else if (text_trim(block->text).size == 0)
            report_add(writer->report, SEVERITY_WARNING, block->line, block->column, "an empty paragraph");
        else
            write_paragraph(writer, block->text);
    }
}

/* ---- annotations ---- */

static const Text entity_types[] = {LITERAL("person"), LITERAL("organization"), LITERAL("place"),
                                    LITERAL("event"),  LITERAL("work"),         LITERAL("product"),
                                    LITERAL("other")};
static const Text quote_types[] = {LITERAL("direct"), LITERAL("indirect"), LITERAL("mixed")};

static void read_aliases(Writer *writer, const YamlNode *node, GivenEntity *entity)
{
    Text alias;

    if (!yaml_expect(node, YAML_SEQUENCE, "a list of other names", writer->report))
        return;
    YAML_EACH (child, node) {
        if (yaml_text(child, "another name", writer->report, &alias))
            ARRAY_PUSH(writer->article->arena, entity->aliases, alias);
    }
}

static void read_entity(Writer *writer, const YamlNode *node)
{
    GivenEntity entity = {0};
    const TextKey keys[] = {{"name", &entity.name},
                            {"type", NULL},
                            {"aliases", NULL},
                            {"role", &entity.role},
                            {"url", &entity.url}};
    const YamlNode *type, *aliases;
    size_t index = 0;
    bool good;

    if (!yaml_expect(node, YAML_MAPPING, "a mapping with name and type", writer->report))
        return;
    good = read_texts(node, "an entity", keys, 5, writer->report);
    good = wants(node, TEXT("name"), entity.name, "an entity wants a name", writer->report) && good;
    type = yaml_get(node, TEXT("type"));
    aliases = yaml_get(node, TEXT("aliases"));
    if (!type)
        report_add(writer->report, SEVERITY_ERROR, node->line, node->column, "an entity wants a type");
    good = type && yaml_choice(type, entity_types, COUNT_OF(entity_types), writer->report, &index) && good;
    entity.type = entity_types[index];
    if (aliases)
        read_aliases(writer, aliases, &entity);
    if (good)
        ARRAY_PUSH(writer->article->arena, writer->article->entities, entity);
}

/* The block number of a hint is that of the body's entries; blocks of the text begin with the headline's. */
static size_t hint(const YamlNode *node, Report *report)
{
    int block = 0;

    if (node)
        (void)yaml_int(node, 1, 1000000, report, &block);
    return (size_t)block;
}

/* Take in the marks around the words, where they stand there; before the closing one there may be a stop. */
static Range with_marks(Text text, Range range)
{
    static const Text pairs[][2] = {
        {LITERAL("“"), LITERAL("”")}, {LITERAL("\""), LITERAL("\"")}, {LITERAL("‘"), LITERAL("’")}, {LITERAL("«"), LITERAL("»")},
        {LITERAL("»"), LITERAL("«")}, {LITERAL("„"), LITERAL("“")},   {LITERAL("„"), LITERAL("”")}, {LITERAL("‹"), LITERAL("›")},
        {LITERAL("「"), LITERAL("」")}, {LITERAL("『"), LITERAL("』")}, {LITERAL("``"), LITERAL("''")}, {LITERAL("''"), LITERAL("''")},
        {LITERAL("'"), LITERAL("'")},
    };
    size_t stop = range.end < text.size && strchr(".,!?", text.bytes[range.end]) ? 1 : 0;

    for (size_t i = 0; i < COUNT_OF(pairs); i++) {
        Text open = pairs[i][0], close = pairs[i][1];

        if (range.start < open.size || !text_equal(text_slice(text, (Range){range.start - open.size, range.start}), open))
            continue;
        for (size_t end = range.end; end <= range.end + stop; end++) {
            if (text_starts_with(text_slice(text, (Range){end, text.size}), close))
                return (Range){range.start - open.size, end + close.size};
        }
    }
    return range;
}

/* Percent of the words that are the same; less than 100 where something differs. */
static unsigned agreement_of(const AnchorResult *found)
{
    size_t halves = 2 * found->compared.size, cost = found->compared.cost < halves ? found->compared.cost : halves;

    if (found->match != MATCH_DIFFERS || halves == 0)
        return 100;
    return cost ? (unsigned)((halves - cost) * 100 / halves) : 99;
}

/* All that is wrong with a row is told at once. An unknown key does not cost it; a wrong type does, for what the row means is then not clear. */
static void read_quote(Writer *writer, const YamlNode *node)
{
    GivenQuote quote = {0};
    Anchor anchor = {.is_quotation = true};
    AnchorResult found;
    const TextKey keys[] = {{"text", &anchor.exact}, {"speaker", &quote.speaker}, {"cue", &quote.cue},
                            {"type", NULL},          {"prefix", &anchor.prefix},  {"suffix", &anchor.suffix},
                            {"block", NULL}};
    const YamlNode *type;
    size_t index = 0;
    bool good;

    if (!yaml_expect(node, YAML_MAPPING, "a mapping with text and speaker", writer->report))
        return;
    (void)read_texts(node, "a quotation", keys, 7, writer->report);
    type = yaml_get(node, TEXT("type"));
    good = !type || yaml_choice(type, quote_types, COUNT_OF(quote_types), writer->report, &index);
    quote.type = type ? quote_types[index] : (Text){0};
    anchor.block = hint(yaml_get(node, TEXT("block")), writer->report);
    if (!wants(node, TEXT("text"), anchor.exact, "a quotation wants a text", writer->report))
        return;
    anchor.speaker = quote.speaker;
    found = anchor_find(&writer->anchors, &anchor);
    anchor_report(writer->report, writer->article, &found, node->line, node->column);
    if (found.outcome == ANCHOR_UNSEARCHED && writer->unsearched++ == 0)
        writer->first_unsearched = node;
    if (found.outcome > ANCHOR_AMBIGUOUS)
        return;
    quote.text = found.given;
    quote.match = found.match;
    quote.agreement = agreement_of(&found);
    quote.range = with_marks(writer->article->text, found.range);
    if (good)
        ARRAY_PUSH(writer->article->arena, writer->article->quotes, quote);
}

static void read_link(Writer *writer, const YamlNode *node)
{
    Link link = {0};
    const TextKey keys[] = {{"text", &link.text}, {"url", &link.url}, {"block", NULL}};
    Anchor anchor;

    if (!yaml_expect(node, YAML_MAPPING, "a mapping with text and url", writer->report))
        return;
    (void)read_texts(node, "a link", keys, 3, writer->report);
    if (!wants(node, TEXT("url"), link.url, "a link wants a url", writer->report))
        return;
    link.block = hint(yaml_get(node, TEXT("block")), writer->report);
    anchor = (Anchor){.exact = link.text, .block = link.block};
    if (link.text.size && anchor_find(&writer->anchors, &anchor).outcome > ANCHOR_AMBIGUOUS)
        report_add(writer->report, SEVERITY_WARNING, node->line, node->column, "the link's text \"%.*s\" is not in the body",
                   TEXT_ARGS(report_quoted(writer->report, link.text)));
    ARRAY_PUSH(writer->article->arena, writer->article->links, link);
}

static int compare_quotes(const void *a, const void *b)
{
    size_t first = ((const GivenQuote *)a)->range.start, second = ((const GivenQuote *)b)->range.start;

    return (first > second) - (first < second);
}

static void report_unsearched(Writer *writer)
{
    if (writer->unsearched)
        report_add(writer->report, SEVERITY_ERROR, writer->first_unsearched->line, writer->first_unsearched->column,
                   "from here on %zu quotations were not looked for: too many words of this text and its quotations are the same",
                   writer->unsearched);
}

static void read_annotations(Writer *writer, const YamlNode *root)
{
    const YamlNode *entities = yaml_get(root, TEXT("entities")), *quotes = yaml_get(root, TEXT("quotes"));
    const YamlNode *links = yaml_get(root, TEXT("links"));
    Article *article = writer->article;
    Arena scratch = {0};

    anchor_search_init(&writer->anchors, &scratch, article);
    if (entities && yaml_expect(entities, YAML_SEQUENCE, "a list of entities", writer->report)) {
        article->entities_given = true;
        YAML_EACH (child, entities)
            read_entity(writer, child);
    }
    if (quotes && yaml_expect(quotes, YAML_SEQUENCE, "a list of quotations", writer->report)) {
        article->quotes_given = true;
        YAML_EACH (child, quotes)
            read_quote(writer, child);
        report_unsearched(writer);
        if (article->quotes.count > 1)
            qsort(article->quotes.items, article->quotes.count, sizeof(GivenQuote), compare_quotes);
    }
    if (links && yaml_expect(links, YAML_SEQUENCE, "a list of links", writer->report)) {
        YAML_EACH (child, links)
            read_link(writer, child);
    }
    arena_release(&scratch);
}

/* ---- the whole ---- */

static void read_metadata(Writer *writer, const YamlNode *root)
{
    YAML_EACH (child, root) {
        Text key = child->key->text;
        ArticleField field = field_of(key);

        if (text_starts_with(key, TEXT("x-")))
            continue;
        if (field != FIELD_COUNT)
            read_field(writer, child, field);
        else if (text_equal(key, TEXT("authors")) || text_equal(key, TEXT("author")))
            read_authors(writer, child);
        else if (text_equal(key, TEXT("tags")) || text_equal(key, TEXT("keywords")))
            read_tags(writer, child);
        else if (text_equal(key, TEXT("quoin")) &&
                 !(child->kind == YAML_SCALAR && text_equal(child->text, TEXT("1"))))
            report_add(writer->report, SEVERITY_ERROR, child->line, child->column,
                       "this quoin reads version 1 of the format only");
        else if (!is_known_key(key))
            unknown_top_key(child, writer->report);
    }
}

static const YamlNode *find_body(const YamlNode *root, Report *report)
{
    const YamlNode *body = NULL;

    YAML_EACH (child, root) {
        if (!is_body_key(child->key->text))
            continue;
        if (body)
            report_add(report, SEVERITY_ERROR, child->key->line, child->key->column,
                       "\"%.*s\" is another name of \"%.*s\", which stands on line %zu", TEXT_ARGS(child->key->text),
                       TEXT_ARGS(body->key->text), body->key->line);
        else
            body = child;
    }
    return body;
}

bool article_yaml_read(Article *article, Text source, Report *report)
{
    Writer writer = {.article = article, .report = report};
    const YamlNode *root = yaml_parse(article->arena, source, report);
    bool whole = report->error_count == 0; /* else what is missing may only not have been reached */
    const YamlNode *body;
    size_t errors;

    if (!root)
        return false;
    if (root->kind != YAML_MAPPING) {
        report_add(report, SEVERITY_ERROR, 1, 1, "expected an article: \"title:\" and \"body:\"");
        return false;
    }
    read_metadata(&writer, root);
    body = find_body(root, report);
    if (whole && article->fields[FIELD_TITLE].size == 0 && (writer.given[FIELD_TITLE] || !yaml_get(root, TEXT("title"))))
        report_add(report, SEVERITY_ERROR, writer.given[FIELD_TITLE] ? writer.given[FIELD_TITLE]->line : 1, 1,
                   "the title is missing: \"title: >-\" and the headline on the next line");
    if (whole && !body)
        report_add(report, SEVERITY_ERROR, 1, 1,
                   "the body is missing: \"body:\" and a list of paragraphs, each begun with \"- >-\"");
    write_head(&writer);
    errors = report->error_count;
    if (body)
        write_body(&writer, body);
    article->text = text_buffer_text(&writer.text);
    article->indexed = article->text.size;
    article->complete = true;
    if (whole && body && errors == report->error_count && article->blocks.count &&
        block_is_in_head(article->blocks.items[article->blocks.count - 1].kind))
        report_add(report, SEVERITY_ERROR, body->line, body->column, "the body is empty");
    read_annotations(&writer, root);
    return article->text.size > 0;
}

/* ---- recognising, peeking ---- */

enum { LINES_LOOKED_AT = 40 };

/* The key at the start of a line: letters and hyphens before a colon; empty when there is none. */
static Text key_of_line(Text line)
{
    size_t colon = text_find_byte(line, ':', 0);

    for (size_t i = 0; colon != TEXT_NOT_FOUND && i < colon; i++) {
        if (!ascii_is_alpha(line.bytes[i]) && line.bytes[i] != '-')
            return (Text){0};
    }
    return colon == TEXT_NOT_FOUND ? (Text){0} : text_slice(line, (Range){0, colon});
}

/* Lines that begin with a key, the first of them too, and one of the keys is known. */
static bool has_known_key(Text head)
{
    bool first = true;
    Text line;

    for (size_t at = 0, lines = 0; lines < LINES_LOOKED_AT && text_next_part(head, '\n', &at, &line); lines++) {
        Text key = key_of_line(line);

        if (text_trim(line).size == 0 || line.bytes[0] == '#' || text_equal(text_trim(line), TEXT("---")))
            continue;
        if (first && key.size == 0)
            return false;
        first = false;
        if (is_known_key(key) || text_starts_with(key, TEXT("x-")))
            return true;
    }
    return false;
}

bool article_yaml_recognises(Text head)
{
    Text text = text_slice(head, (Range){utf8_mark_size(head), head.size});
    Text trimmed = text_trim(text);

    if (trimmed.size > 1 && trimmed.bytes[0] == '{')
        return text_starts_with(text_trim(text_slice(trimmed, (Range){1, trimmed.size})), TEXT("\""));
    return has_known_key(text);
}

bool article_yaml_peek(Arena *arena, Text head, Text fields[FIELD_COUNT])
{
    Text names[] = {TEXT("\nbody:"), TEXT("\ntext:"), TEXT("\ncontent:"), TEXT("\narticleBody:")};
    size_t end = head.size;
    const YamlNode *root;
    Report report;

    for (size_t i = 0; i < COUNT_OF(names); i++) {
        size_t at = text_find(head, names[i], 0);

        if (at != TEXT_NOT_FOUND && at + 1 < end)
            end = at + 1;
    }
    report_init(&report, arena, (Text){0});
    root = yaml_parse(arena, text_slice(head, (Range){0, end}), &report);
    if (!root || root->kind != YAML_MAPPING)
        return false;
    YAML_EACH (child, root) {
        ArticleField field = field_of(child->key->text);

        if (field == FIELD_COUNT || child->kind != YAML_SCALAR)
            continue;
        field = field_of_value(field, text_trim(child->text));
        if (fields[field].size == 0)
            fields[field] = text_trim(child->text);
    }
    return fields[FIELD_TITLE].size > 0;
}
