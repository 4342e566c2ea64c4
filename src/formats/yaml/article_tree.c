/*
 * The keys stand in the order in which the manual has them. Blocks of an article become entries of its body: a caption and its credit are one,
 * the items of a list are one.
 *
 *     PARAGRAPH, CAPTION, CREDIT, LIST_ITEM, LIST_ITEM, PARAGRAPH        entries 1 2 2 3 3 4
 *
 * What is said of places in the text is told by words and entry, as the form has it (article/anchors).
 */
#include "formats/yaml/article_tree.h"

#include "article/anchors/link_places.h"
#include "base/unicode/fold.h"
#include "formats/yaml/article_writer.h"
#include "formats/yaml/field_values.h"
#include "formats/yaml/yaml_keys.h"

typedef struct TreeMaker {
    Arena *arena;
    const Article *article;
    YamlList root;
    YamlList unfit; /* values that are not of their fields' kind, as "x-KEY" */
    ArticleBody body;
    uint32_t *entries;   /* of each block: its entry, from 1; 0: it has none */
    ARRAY(Range) ranges; /* of the text of each entry */
    size_t next_picture; /* of article->pictures */
} TreeMaker;

static void add_if_given(YamlList *list, Text key, Text text, YamlStyle style)
{
    if (text.size)
        yaml_list_add_text(list, key, text, style);
}

/* ---- fields ---- */

static bool is_prose(ArticleField field)
{
    return field == FIELD_TITLE || field == FIELD_SUBTITLE || field == FIELD_DESCRIPTION;
}

/* Else it would be put there. */
static bool text_begins_with_dateline(const TreeMaker *maker, Text dateline)
{
    const Article *article = maker->article;

    for (size_t i = 0; i < article->blocks.count; i++) {
        BlockKind kind = article->blocks.items[i].kind;

        if (kind == BLOCK_PARAGRAPH ||
            (maker->body == BODY_OF_TEXT && !block_is_in_head(kind) && !range_is_empty(article->blocks.items[i].range)))
            return text_starts_with(text_trim(article_block_text(article, i)), dateline);
    }
    return false;
}

static bool fits(const TreeMaker *maker, ArticleField field, Text value)
{
    size_t most = field == FIELD_DATELINE ? MOST_DATELINE_BYTES : MOST_FIELD_BYTES;

    if (field == FIELD_DATELINE && !text_begins_with_dateline(maker, value))
        return false;
    return value.size <= most && field_value_expected(field, value) == NULL &&
           yaml_field_of_value(field, value) == field;
}

static void add_field(TreeMaker *maker, ArticleField field)
{
    Text key = article_field_key(field);
    Text value = field_value_of(maker->arena, field, text_trim(maker->article->fields[field]));

    if (field == FIELD_TITLE)
        yaml_list_add_text(&maker->root, key, text_trim(article_headline(maker->arena, maker->article)), YAML_BLOCK);
    else if (value.size && fits(maker, field, value))
        yaml_list_add_text(&maker->root, key, value, is_prose(field) ? YAML_BLOCK : YAML_PLAIN);
    if (value.size && !fits(maker, field, value))
        yaml_list_add_text(&maker->unfit, arena_join(maker->arena, (const Text[]){TEXT("x-"), key}, 2), value,
                           YAML_PLAIN);
}

static bool is_field_text(Text text)
{
    return text.size > 0 && text.size <= MOST_FIELD_BYTES;
}

static void add_author(YamlList *authors, const Author *author)
{
    YamlList map;

    if (!author->role.size && !author->url.size) {
        yaml_list_add_text(authors, (Text){0}, text_trim(author->name), YAML_PLAIN);
        return;
    }
    map = yaml_list_new(authors->arena, YAML_MAPPING);
    yaml_list_add_text(&map, TEXT("name"), text_trim(author->name), YAML_PLAIN);
    add_if_given(&map, TEXT("role"), author->role, YAML_PLAIN);
    add_if_given(&map, TEXT("url"), author->url, YAML_PLAIN);
    yaml_list_add(authors, (Text){0}, map.node);
}

static void add_authors(TreeMaker *maker)
{
    YamlList authors = yaml_list_new(maker->arena, YAML_SEQUENCE);

    for (size_t i = 0; i < maker->article->authors.count; i++) {
        const Author *author = &maker->article->authors.items[i];

        if (text_trim(author->name).size && is_field_text(author->name) && author->role.size <= MOST_FIELD_BYTES &&
            author->url.size <= MOST_FIELD_BYTES)
            add_author(&authors, author);
    }
    if (authors.node->count)
        yaml_list_add(&maker->root, article_part_key(PART_AUTHORS), authors.node);
}

static void add_tags(TreeMaker *maker)
{
    YamlList tags = yaml_list_new(maker->arena, YAML_SEQUENCE);

    for (size_t i = 0; i < maker->article->tags.count; i++) {
        if (is_field_text(maker->article->tags.items[i]))
            yaml_list_add_text(&tags, (Text){0}, maker->article->tags.items[i], YAML_PLAIN);
    }
    if (tags.node->count)
        yaml_list_add(&maker->root, article_part_key(PART_TAGS), tags.node);
}

/* ---- the body ---- */

static bool is_written(const Article *article, size_t index)
{
    BlockKind kind = article->blocks.items[index].kind;

    return !block_is_in_head(kind) &&
           (kind == BLOCK_RULE || (block_has_text(kind) && text_trim(article_block_text(article, index)).size));
}

/* Does a block go into the entry of the one before it? */
static bool goes_on(const Block *before, const Block *block)
{
    switch (block->kind) {
    case BLOCK_LIST_ITEM:
        return before->kind == BLOCK_LIST_ITEM && before->entry == block->entry;
    case BLOCK_ORDERED_ITEM:
        return before->kind == BLOCK_ORDERED_ITEM && before->entry == block->entry &&
               block->number == before->number + 1;
    case BLOCK_CREDIT:
        return before->kind == BLOCK_CAPTION && before->entry == block->entry;
    case BLOCK_CITE:
        return before->kind == BLOCK_BLOCKQUOTE && before->entry == block->entry;
    default:
        return false;
    }
}

/* In one text each block is a paragraph, and a rule is none. */
static void number_entries(TreeMaker *maker)
{
    const Article *article = maker->article;
    const Block *before = NULL;
    uint32_t entry = 0;

    maker->entries = ARENA_ARRAY(maker->arena, uint32_t, article->blocks.count + 1);
    for (size_t i = 0; i < article->blocks.count; i++) {
        const Block *block = &article->blocks.items[i];

        if (!is_written(article, i) || (maker->body == BODY_OF_TEXT && block->kind == BLOCK_RULE))
            continue;
        entry += maker->body == BODY_OF_TEXT || !before || !goes_on(before, block);
        maker->entries[i] = entry;
        if (maker->ranges.count < entry)
            ARRAY_PUSH(maker->arena, maker->ranges, block->range);
        maker->ranges.items[entry - 1].end = block->range.end;
        before = block;
    }
}

static Text words_of(const Article *article, size_t block)
{
    Text text = article_block_text(article, block);

    if (article->blocks.items[block].kind != BLOCK_VERBATIM)
        return text_trim(text);
    while (text.size && text.bytes[text.size - 1] == '\n')
        text.size--;
    return text;
}

static YamlStyle style_of(BlockKind kind)
{
    if (kind == BLOCK_VERBATIM)
        return YAML_LINES;
    return kind == BLOCK_HEADING || kind == BLOCK_CREDIT || kind == BLOCK_CITE ? YAML_PLAIN : YAML_BLOCK;
}

static size_t add_items(TreeMaker *maker, YamlList *map, size_t first)
{
    const Article *article = maker->article;
    YamlList items = yaml_list_new(maker->arena, YAML_SEQUENCE);
    const Block *begin = &article->blocks.items[first];
    size_t i = first;

    for (; i < article->blocks.count && (maker->entries[i] == maker->entries[first] || maker->entries[i] == 0); i++) {
        if (maker->entries[i])
            yaml_list_add_text(&items, (Text){0}, words_of(article, i), YAML_BLOCK);
    }
    yaml_list_add(map, block_kind_name(begin->kind), items.node);
    if (begin->kind == BLOCK_ORDERED_ITEM && begin->number != 1)
        yaml_list_add_number(map, TEXT("start"), begin->number);
    return i;
}

static void add_picture(TreeMaker *maker, YamlList *map, size_t block)
{
    const Article *article = maker->article;

    while (maker->next_picture < article->pictures.count && article->pictures.items[maker->next_picture].block < block)
        maker->next_picture++;
    if (maker->next_picture == article->pictures.count || article->pictures.items[maker->next_picture].block != block)
        return;
    add_if_given(map, TEXT("image"), article->pictures.items[maker->next_picture].image, YAML_PLAIN);
    add_if_given(map, TEXT("alt"), article->pictures.items[maker->next_picture].alt, YAML_BLOCK);
}

/* The blocks of an entry but a list's. */
static size_t add_parts(TreeMaker *maker, YamlList *map, size_t first)
{
    const Article *article = maker->article;
    size_t i = first;

    for (; i < article->blocks.count && (maker->entries[i] == maker->entries[first] || maker->entries[i] == 0); i++) {
        BlockKind kind = article->blocks.items[i].kind;

        if (maker->entries[i])
            yaml_list_add_text(map, block_kind_name(kind), kind == BLOCK_RULE ? (Text){0} : words_of(article, i),
                               kind == BLOCK_RULE ? YAML_PLAIN : style_of(kind));
    }
    add_picture(maker, map, first);
    return i;
}

/* The entry that begins with a block; the block after it. */
static size_t add_entry(TreeMaker *maker, YamlList *body, size_t first)
{
    BlockKind kind = maker->article->blocks.items[first].kind;
    YamlList map;
    size_t next;

    if (kind == BLOCK_PARAGRAPH) {
        yaml_list_add_text(body, (Text){0}, words_of(maker->article, first), YAML_BLOCK);
        return first + 1;
    }
    map = yaml_list_new(maker->arena, YAML_MAPPING);
    map.node->style = kind == BLOCK_HEADING && body->node->count ? YAML_APART : YAML_PLAIN;
    next = block_is_item(kind) ? add_items(maker, &map, first) : add_parts(maker, &map, first);
    yaml_list_add(body, (Text){0}, map.node);
    return next;
}

static void add_body(TreeMaker *maker)
{
    YamlList body = yaml_list_new(maker->arena, YAML_SEQUENCE);

    for (size_t i = 0; i < maker->article->blocks.count;)
        i = maker->entries[i] ? add_entry(maker, &body, i) : i + 1;
    yaml_list_add(&maker->root, article_part_key(PART_BODY), body.node);
}

/* ---- what is said of the text ---- */

static size_t entry_at(const TreeMaker *maker, size_t offset)
{
    return maker->article->blocks.count ? maker->entries[article_known_block_at(maker->article, offset)] : 0;
}

/* The entry that a hint means, which counts those of the file that was read. */
static size_t entry_of_hint(const TreeMaker *maker, size_t hint)
{
    const Article *article = maker->article;
    size_t low = 0, high = article->blocks.count;

    while (low < high) { /* entries do not go backwards */
        size_t middle = low + (high - low) / 2;

        if (article->blocks.items[middle].entry < hint)
            low = middle + 1;
        else
            high = middle;
    }
    return low < article->blocks.count && hint && article->blocks.items[low].entry == hint ? maker->entries[low] : 0;
}

static void add_entities(TreeMaker *maker)
{
    YamlList entities = yaml_list_new(maker->arena, YAML_SEQUENCE);

    for (size_t i = 0; i < maker->article->entities.count; i++) {
        const GivenEntity *entity = &maker->article->entities.items[i];
        YamlList map = yaml_list_new(maker->arena, YAML_MAPPING), aliases = yaml_list_new(maker->arena, YAML_SEQUENCE);

        yaml_list_add_text(&map, TEXT("name"), entity->name, YAML_PLAIN);
        yaml_list_add_text(&map, TEXT("type"), entity->type, YAML_PLAIN);
        for (size_t k = 0; k < entity->aliases.count; k++)
            yaml_list_add_text(&aliases, (Text){0}, entity->aliases.items[k], YAML_PLAIN);
        if (aliases.node->count)
            yaml_list_add(&map, TEXT("aliases"), aliases.node);
        add_if_given(&map, TEXT("role"), entity->role, YAML_PLAIN);
        add_if_given(&map, TEXT("url"), entity->url, YAML_PLAIN);
        yaml_list_add(&entities, (Text){0}, map.node);
    }
    if (maker->article->entities_given)
        yaml_list_add(&maker->root, article_part_key(PART_ENTITIES), entities.node);
}

/* About so many bytes of a text's end or start, whole characters, without blanks around. */
static Text neighbours(Text text, bool at_end)
{
    enum { MOST = 32 };
    size_t at = text.size < MOST ? text.size : MOST;

    if (at_end) {
        at = text.size - at;
        while (at < text.size && ((unsigned char)text.bytes[at] & 0xC0) == 0x80)
            at++;
        return text_trim(text_slice(text, (Range){at, text.size}));
    }
    while (at > 0 && at < text.size && ((unsigned char)text.bytes[at] & 0xC0) == 0x80)
        at--;
    return text_trim(text_slice(text, (Range){0, at}));
}

/* Do the words stand in that block twice? A very long block is not searched. */
static bool occurs_twice(TreeMaker *maker, const Needle *needle, size_t offset)
{
    enum { LONGEST = 1 << 16 };
    Range block = maker->article->blocks.items[article_known_block_at(maker->article, offset)].range, found;

    return range_size(block) > LONGEST || (needle_find(needle, maker->article->text, block.start, block.end, &found) &&
                                           needle_find(needle, maker->article->text, found.end, block.end, &found));
}

static void add_neighbours(TreeMaker *maker, YamlList *map, const GivenQuote *quote)
{
    Text text = maker->article->text;
    Range words = quote->range;
    Arena scratch = {0};
    Needle needle;

    needle_init(&needle, &scratch, quote->text);
    if (occurs_twice(maker, &needle, quote->range.start)) {
        (void)needle_find(&needle, text, quote->range.start, quote->range.end, &words);
        add_if_given(map, TEXT("prefix"), neighbours(text_slice(text, (Range){0, words.start}), true), YAML_QUOTED);
        add_if_given(map, TEXT("suffix"), neighbours(text_slice(text, (Range){words.end, text.size}), false),
                     YAML_QUOTED);
    }
    arena_release(&scratch);
}

static void add_quotes(TreeMaker *maker)
{
    YamlList quotes = yaml_list_new(maker->arena, YAML_SEQUENCE);

    for (size_t i = 0; i < maker->article->quotes.count; i++) {
        const GivenQuote *quote = &maker->article->quotes.items[i];
        YamlList map = yaml_list_new(maker->arena, YAML_MAPPING);
        size_t entry = entry_at(maker, quote->range.start);

        yaml_list_add_text(&map, TEXT("text"), quote->text, YAML_BLOCK);
        add_if_given(&map, TEXT("speaker"), quote->speaker, YAML_PLAIN);
        add_if_given(&map, TEXT("cue"), quote->cue, YAML_PLAIN);
        add_if_given(&map, TEXT("type"), quote->type, YAML_PLAIN);
        if (entry)
            yaml_list_add_number(&map, TEXT("block"), entry);
        add_neighbours(maker, &map, quote);
        if (quote->check != CHECK_UNSAID)
            yaml_list_add_switch(&map, TEXT("checked"), quote->check == CHECK_YES);
        yaml_list_add(&quotes, (Text){0}, map.node);
    }
    if (maker->article->quotes_given)
        yaml_list_add(&maker->root, article_part_key(PART_QUOTES), quotes.node);
}

static Range without_blanks(Text text, Range range)
{
    while (range.start < range.end && ascii_is_blank(text.bytes[range.start]))
        range.start++;
    while (range.end > range.start && ascii_is_blank(text.bytes[range.end - 1]))
        range.end--;
    return range;
}

/* In the order of the text, in which the next of the same words is looked for behind the last. */
static void add_link(TreeMaker *maker, YamlList *links, const Link *link, LinkPlaces *places)
{
    Range range = without_blanks(maker->article->text, link->range);
    bool has_place = !range_is_empty(range);
    size_t entry = has_place ? entry_at(maker, range.start) : entry_of_hint(maker, link->block);
    Text text = has_place ? text_slice(maker->article->text, range) : link->text;
    YamlList map = yaml_list_new(maker->arena, YAML_MAPPING);

    if (!is_field_text(link->url))
        return;
    if (is_field_text(text))
        yaml_list_add_text(&map, TEXT("text"), text, YAML_PLAIN);
    yaml_list_add_text(&map, TEXT("url"), link->url, YAML_PLAIN);
    if (entry)
        yaml_list_add_number(&map, TEXT("block"), entry);
    if (has_place && entry && is_field_text(text))
        add_if_given(&map, TEXT("prefix"), link_place_prefix(places, range, maker->ranges.items[entry - 1]),
                     YAML_QUOTED);
    yaml_list_add(links, (Text){0}, map.node);
}

static void add_links(TreeMaker *maker)
{
    YamlList links = yaml_list_new(maker->arena, YAML_SEQUENCE);
    LinkPlaces places;

    link_places_init(&places, maker->article, NULL);
    for (size_t i = 0; i < maker->article->links.count; i++)
        add_link(maker, &links, &maker->article->links.items[i], &places);
    if (links.node->count)
        yaml_list_add(&maker->root, article_part_key(PART_LINKS), links.node);
}

/* ---- what a page was ---- */

static void add_page(TreeMaker *maker)
{
    const Article *article = maker->article;

    if (article->quality != QUALITY_UNKNOWN)
        yaml_list_add_number(&maker->root, TEXT("x-quality"), (size_t)article->quality);
    if (article->page_kind != PAGE_ARTICLE)
        yaml_list_add_text(&maker->root, TEXT("x-page"), page_kind_name(article->page_kind), YAML_PLAIN);
    add_if_given(&maker->root, TEXT("x-next"), article->next_page, YAML_PLAIN);
}

static bool has_extra(const Article *article, Text key)
{
    for (size_t i = 0; i < article->extras.count; i++) {
        if (text_equal(article->extras.items[i].value->key->text, key))
            return true;
    }
    return false;
}

static void add_extras(TreeMaker *maker)
{
    const Article *article = maker->article;

    for (size_t i = 0; i < article->extras.count; i++)
        yaml_list_add(&maker->root, article->extras.items[i].value->key->text, article->extras.items[i].value);
    YAML_EACH(unfit, maker->unfit.node) {
        if (!has_extra(article, unfit->key->text))
            yaml_list_add(&maker->root, unfit->key->text, unfit);
    }
}

const YamlNode *article_tree(Arena *arena, const Article *article, ArticleBody body)
{
    TreeMaker maker = {.arena = arena,
                       .article = article,
                       .body = body,
                       .root = yaml_list_new(arena, YAML_MAPPING),
                       .unfit = yaml_list_new(arena, YAML_MAPPING)};

    number_entries(&maker);
    yaml_list_add_number(&maker.root, article_part_key(PART_VERSION), 1);
    for (int field = 0; field < FIELD_COUNT; field++) {
        add_field(&maker, (ArticleField)field);
        if (field == FIELD_BYLINE)
            add_authors(&maker);
        if (field == FIELD_SECTION)
            add_tags(&maker);
    }
    if (body == BODY_OF_BLOCKS)
        add_body(&maker);
    else
        yaml_list_add_text(&maker.root, TEXT("text"), article_plain_text(arena, article), YAML_BLOCK);
    add_entities(&maker);
    add_quotes(&maker);
    add_links(&maker);
    add_page(&maker);
    add_extras(&maker);
    return maker.root.node;
}
