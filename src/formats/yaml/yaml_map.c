/*
 * Where the text of an article in the YAML form stands in its file. The file is parsed again; what a text was written as is followed from where its
 * node begins, letter by letter, and blanks are left out on both sides, because folding changes them:
 *
 *     body:
 *       - >-
 *         The tide            "The tide was late"      0, 8 = 8    "The tide"
 *         was late                                     9, 8 = 8    "was late"
 *       - "Caf\u00E9"         "Café"                   0, 3 = 3    "Caf"      3, 2 < 6    "é" from "\u00E9"
 *
 * A text that stands before one that goes before it has no place in the map, nor has what is written in no way that is known here.
 */
#include "formats/yaml/yaml_form.h"

#include "base/yaml/yaml_source.h"
#include "formats/yaml/yaml_exports.h"
#include "formats/yaml/yaml_keys.h"

typedef struct YamlMap {
    Arena *arena;
    const Article *article;
    Text source;
    OffsetMap *map;
    ARRAY(size_t) lines;         /* where they begin */
    size_t line, column, offset; /* of the last node */
    bool joined;                 /* of each pair of surrogates libyaml counts one escape */
    size_t done;                 /* up to here the source is in the map */
    size_t block;                /* the next one to find */
} YamlMap;

static void find_lines(YamlMap *map, Arena *scratch)
{
    for (size_t at = 0; at < map->source.size;) {
        ARRAY_PUSH(scratch, map->lines, at);
        at = yaml_next_line_end(map->source, at);
        at += yaml_line_end(map->source, at);
    }
    ARRAY_PUSH(scratch, map->lines, map->source.size);
}

static size_t line_start(const YamlMap *map, size_t line)
{
    return map->lines.items[line <= map->lines.count ? line - 1 : map->lines.count - 1];
}

/* Where a node begins. On one line they are asked for in their order, so that each byte of it is looked at once. */
static size_t node_start(YamlMap *map, const YamlNode *node)
{
    size_t counted;

    if (node->line != map->line || node->column < map->column) {
        map->line = node->line;
        map->column = 1;
        map->offset = line_start(map, node->line);
        if (node->line == 1)
            map->offset += utf8_mark_size(map->source);
    }
    for (; map->column < node->column && map->offset < map->source.size; map->column += counted) {
        counted = node->column - map->column;
        map->offset += yaml_counted_size(map->source, map->offset, map->joined, &counted);
    }
    return map->offset;
}

/* "\uD83D": the first of a pair, U+D800 to U+DBFF. */
static bool escapes_first_surrogate(Text source, size_t at)
{
    return at + 4 <= source.size && source.bytes[at + 1] == 'u' && ascii_to_lower(source.bytes[at + 2]) == 'd' &&
           strchr("89ab", ascii_to_lower(source.bytes[at + 3]));
}

/* The bytes of what is written with a backslash at `at`: "\n", "\u00E9", a pair of surrogates. */
static size_t escape_size(Text source, size_t at)
{
    char kind = at + 1 < source.size ? source.bytes[at + 1] : '\0';
    size_t size = kind == 'x' ? 4 : kind == 'u' ? 6 : kind == 'U' ? 10 : 2;

    if (escapes_first_surrogate(source, at) &&
        text_starts_with(text_slice(source, (Range){at + 6, source.size}), TEXT("\\u")))
        size += 6;
    return at + size <= source.size ? size : source.size - at;
}

/* "\n", "\t", "\ " and a backslash at the end of a line, of which at most a blank comes. */
static bool escapes_blank(Text source, size_t at)
{
    char kind = at + 1 < source.size ? source.bytes[at + 1] : '\0';

    return kind == 'n' || kind == 't' || kind == 'r' || ascii_is_blank(kind) || yaml_line_end(source, at + 1) > 0;
}

/* Past what is nothing of a text: blanks, line ends, and in double quotes what stands for them. */
static size_t skip_blanks(Text source, size_t at, char quote)
{
    while (at < source.size) {
        size_t size = ascii_is_blank(source.bytes[at]) ? 1 : yaml_line_end(source, at);

        if (size == 0 && quote == '"' && source.bytes[at] == '\\' && escapes_blank(source, at))
            size = yaml_line_end(source, at + 1) ? 1 : 2;
        if (size == 0)
            break;
        at += size;
    }
    return at;
}

/* The bytes of the source at `at` that are the character `letter`; 0: it is not there. */
static size_t letter_size(Text source, size_t at, char quote, Text letter)
{
    if (quote == '"' && at < source.size && source.bytes[at] == '\\')
        return escape_size(source, at);
    if (!text_starts_with(text_slice(source, (Range){at, source.size}), letter))
        return 0;
    return quote == '\'' && letter.bytes[0] == '\'' ? 2 : letter.size;
}

/* Follow a range of the article's text through the source from `at`; where that ends. */
static size_t follow(YamlMap *map, Range range, size_t at, char quote)
{
    Text text = map->article->text;
    size_t size, from;

    for (size_t offset = range.start; offset < range.end; offset += size) {
        size = 1;
        if (ascii_is_blank(text.bytes[offset]))
            continue;
        (void)utf8_decode(text, offset, &size);
        at = skip_blanks(map->source, at, quote);
        from = letter_size(map->source, at, quote, text_slice(text, (Range){offset, offset + size}));
        if (from == 0)
            break;
        offset_map_add(map->arena, map->map,
                       (OffsetSpan){(uint32_t)offset, (uint32_t)at, (uint32_t)size, (uint32_t)from});
        at += from;
    }
    map->done = at;
    return at;
}

/* Where the words of a scalar begin, and the mark in which it is quoted, or 0. */
static size_t words_start(YamlMap *map, const YamlNode *node, char *quote)
{
    size_t at = node_start(map, node);

    *quote = '\0';
    if (node->style == YAML_BLOCK)
        return line_start(map, node->line + 1);
    if (node->style == YAML_QUOTED && at < map->source.size)
        *quote = map->source.bytes[at++];
    return at;
}

/* Do words begin with the first one of others, which may go on in another line? */
static bool begins_with_word_of(Text words, Text others)
{
    size_t end = text_find_byte(others, ' ', 0);
    Text word = text_slice(others, (Range){0, end});

    return text_starts_with(words, word) && (words.size == word.size || ascii_is_blank(words.bytes[word.size]));
}

/* The dateline of the first paragraph may be a field of its own. */
static Range written_range(const YamlMap *map, const Block *block, size_t at)
{
    Range dateline = map->article->dateline, range = block->range;
    Text rest = text_slice(map->source, (Range){at, map->source.size});

    if (dateline.start == range.start && dateline.end <= range.end &&
        !begins_with_word_of(rest, text_slice(map->article->text, dateline)))
        range.start = dateline.end;
    return range;
}

static void map_block(YamlMap *map, const Block *block, const YamlNode *node)
{
    char quote;
    size_t at = words_start(map, node, &quote);

    if (at >= map->done)
        (void)follow(map, written_range(map, block, skip_blanks(map->source, at, quote)), at, quote);
}

/* ---- the head, the body ---- */

static ArticleField field_of_kind(BlockKind kind)
{
    switch (kind) {
    case BLOCK_TITLE:
        return FIELD_TITLE;
    case BLOCK_SUBTITLE:
        return FIELD_SUBTITLE;
    case BLOCK_BYLINE:
        return FIELD_BYLINE;
    case BLOCK_STANDFIRST:
        return FIELD_DESCRIPTION;
    default:
        return FIELD_COUNT;
    }
}

/* What stands behind the body is left out: the body would then stand before what goes before it. */
static void map_head(YamlMap *map, const YamlNode *root)
{
    const Article *article = map->article;

    for (; map->block < article->blocks.count && article->blocks.items[map->block].entry == 0; map->block++) {
        const Block *block = &article->blocks.items[map->block];
        ArticleField field = field_of_kind(block->kind);

        YAML_EACH(child, root) {
            if (yaml_part_of(child->key->text) == PART_BODY)
                break;
            if (field != FIELD_COUNT && yaml_field_of(child->key->text) == field && child->kind == YAML_SCALAR)
                map_block(map, block, child);
        }
    }
}

/* The next block of an entry, if it is this text. */
static void map_text(YamlMap *map, size_t entry, const YamlNode *node)
{
    const Article *article = map->article;
    Text words = text_trim(node->text);

    while (map->block < article->blocks.count &&
           (article->blocks.items[map->block].entry < entry || range_is_empty(article->blocks.items[map->block].range)))
        map->block++;
    if (node->kind != YAML_SCALAR || words.size == 0 || map->block == article->blocks.count)
        return;
    if (article->blocks.items[map->block].entry == entry &&
        text_ends_with(text_trim(article_block_text(article, map->block)), words))
        map_block(map, &article->blocks.items[map->block++], node);
}

/* One text of several paragraphs: they follow each other in it. */
static void map_paragraphs(YamlMap *map, const YamlNode *node)
{
    const Article *article = map->article;
    char quote;
    size_t at = words_start(map, node, &quote);

    for (; map->block < article->blocks.count; map->block++) {
        const Block *block = &article->blocks.items[map->block];

        at = follow(map, written_range(map, block, skip_blanks(map->source, at, quote)), at, quote);
    }
}

static void map_body(YamlMap *map, const YamlNode *body)
{
    size_t entry = 0;

    if (body->kind == YAML_SCALAR)
        map_paragraphs(map, body);
    YAML_EACH(block, body) {
        entry++;
        if (block->kind == YAML_SCALAR)
            map_text(map, entry, block);
        YAML_EACH(part, block) {
            if (part->kind == YAML_SCALAR)
                map_text(map, entry, part);
            YAML_EACH(item, part) {
                map_text(map, entry, item);
            }
        }
    }
}

/* The article that an export says, in the keys of the form. */
static const YamlNode *exported(Arena *arena, const YamlNode *root)
{
    const YamlNode *items = yaml_export_items(root), *article = items ? items->first : root;

    return items || yaml_is_export(article) ? yaml_export_read(arena, article, items ? root : NULL).root : article;
}

void yaml_map(Arena *arena, const Article *article, Text source, OffsetMap *result)
{
    YamlMap map = {
        .arena = arena, .article = article, .source = source, .map = result, .joined = yaml_may_have_surrogates(source)};
    Arena scratch = {0};
    const YamlNode *root;
    Report report;

    report_init(&report, &scratch, (Text){0});
    root = yaml_parse(&scratch, source, &report);
    if (root && yaml_is_json(source))
        root = exported(&scratch, root);
    if (root && root->kind == YAML_MAPPING) {
        find_lines(&map, &scratch);
        map_head(&map, root);
        YAML_EACH(child, root) {
            if (yaml_part_of(child->key->text) == PART_BODY) {
                map_body(&map, child);
                break;
            }
        }
    }
    arena_release(&scratch);
}
