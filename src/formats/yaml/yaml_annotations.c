/* What a file says about its own text: who and what is in it, who said what, where links lead. Words are found in the text by anchors. */
#include <stdlib.h>
#include <string.h>

#include "article/anchors/anchor_report.h"
#include "article/anchors/link_places.h"
#include "formats/yaml/yaml_form.h"
#include "formats/yaml/yaml_keys.h"

typedef struct AnnotationReader {
    Article *article;
    Report *report;
    AnchorSearch anchors;
    size_t unsearched; /* quotations for which the search had ended */
    const YamlNode *first_unsearched;
} AnnotationReader;

static const Text entity_types[] = {LITERAL("person"), LITERAL("organization"), LITERAL("place"), LITERAL("event"),
                                    LITERAL("work"),   LITERAL("product"),      LITERAL("other")};
static const Text quote_types[] = {LITERAL("direct"), LITERAL("indirect"), LITERAL("mixed")};

static void read_aliases(AnnotationReader *reader, const YamlNode *node, GivenEntity *entity)
{
    Text alias;

    if (!yaml_expect(node, YAML_SEQUENCE, "a list of other names", reader->report))
        return;
    YAML_EACH(child, node) {
        if (yaml_text(child, "another name", reader->report, &alias))
            ARRAY_PUSH(reader->article->arena, entity->aliases, alias);
    }
}

static void read_entity(AnnotationReader *reader, const YamlNode *node)
{
    GivenEntity entity = {0};
    const TextKey keys[] = {{TEXT("name"), &entity.name},
                            {TEXT("type"), NULL},
                            {TEXT("aliases"), NULL},
                            {TEXT("role"), &entity.role},
                            {TEXT("url"), &entity.url}};
    const YamlNode *type, *aliases;
    size_t index = 0;
    bool good;

    if (!yaml_expect(node, YAML_MAPPING, "a mapping with name and type", reader->report))
        return;
    good = yaml_read_texts(node, "an entity", keys, 5, reader->report);
    good = yaml_wants(node, TEXT("name"), entity.name, "an entity wants a name", reader->report) && good;
    type = yaml_get(node, TEXT("type"));
    aliases = yaml_get(node, TEXT("aliases"));
    if (!type)
        report_add(reader->report, SEVERITY_ERROR, node->line, node->column, "an entity wants a type");
    good = type && yaml_choice(type, entity_types, COUNT_OF(entity_types), reader->report, &index) && good;
    entity.type = entity_types[index];
    if (aliases)
        read_aliases(reader, aliases, &entity);
    if (good)
        ARRAY_PUSH(reader->article->arena, reader->article->entities, entity);
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
        {LITERAL("“"), LITERAL("”")},   {LITERAL("\""), LITERAL("\"")}, {LITERAL("‘"), LITERAL("’")},
        {LITERAL("«"), LITERAL("»")},   {LITERAL("»"), LITERAL("«")},   {LITERAL("„"), LITERAL("“")},
        {LITERAL("„"), LITERAL("”")},   {LITERAL("‹"), LITERAL("›")},   {LITERAL("「"), LITERAL("」")},
        {LITERAL("『"), LITERAL("』")}, {LITERAL("``"), LITERAL("''")}, {LITERAL("''"), LITERAL("''")},
        {LITERAL("'"), LITERAL("'")},
    };
    size_t stop = range.end < text.size && strchr(".,!?", text.bytes[range.end]) ? 1 : 0;

    for (size_t i = 0; i < COUNT_OF(pairs); i++) {
        Text open = pairs[i][0], close = pairs[i][1];

        if (range.start < open.size ||
            !text_equal(text_slice(text, (Range){range.start - open.size, range.start}), open))
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

static QuoteCheck check_of(const YamlNode *node, Report *report)
{
    bool checked = false;

    if (!node || !yaml_bool(node, report, &checked))
        return CHECK_UNSAID;
    return checked ? CHECK_YES : CHECK_NO;
}

/* All that is wrong with a row is told at once. An unknown key does not cost it; a wrong type does, for what the row means is then not clear. */
static void read_quote(AnnotationReader *reader, const YamlNode *node)
{
    GivenQuote quote = {0};
    Anchor anchor = {.is_quotation = true};
    AnchorResult found;
    const TextKey keys[] = {{TEXT("text"), &anchor.exact},
                            {TEXT("speaker"), &quote.speaker},
                            {TEXT("cue"), &quote.cue},
                            {TEXT("type"), NULL},
                            {TEXT("prefix"), &anchor.prefix},
                            {TEXT("suffix"), &anchor.suffix},
                            {TEXT("block"), NULL},
                            {TEXT("checked"), NULL}};
    const YamlNode *type;
    size_t index = 0;
    bool good;

    if (!yaml_expect(node, YAML_MAPPING, "a mapping with text and speaker", reader->report))
        return;
    (void)yaml_read_texts(node, "a quotation", keys, COUNT_OF(keys), reader->report);
    type = yaml_get(node, TEXT("type"));
    good = !type || yaml_choice(type, quote_types, COUNT_OF(quote_types), reader->report, &index);
    quote.type = type ? quote_types[index] : (Text){0};
    quote.check = check_of(yaml_get(node, TEXT("checked")), reader->report);
    anchor.block = hint(yaml_get(node, TEXT("block")), reader->report);
    if (!yaml_wants(node, TEXT("text"), anchor.exact, "a quotation wants a text", reader->report))
        return;
    anchor.speaker = quote.speaker;
    found = anchor_find(&reader->anchors, &anchor);
    anchor_report(reader->report, reader->article, &found, node->line, node->column);
    if (found.outcome == ANCHOR_UNSEARCHED && reader->unsearched++ == 0)
        reader->first_unsearched = node;
    if (found.outcome > ANCHOR_AMBIGUOUS)
        return;
    quote.text = found.given;
    quote.match = found.match;
    quote.agreement = agreement_of(&found);
    quote.range = with_marks(reader->article->text, found.range);
    if (good)
        ARRAY_PUSH(reader->article->arena, reader->article->quotes, quote);
}

static void read_link(AnnotationReader *reader, LinkPlaces *places, const YamlNode *node)
{
    Link link = {0};
    Text prefix = {0};
    const TextKey keys[] = {
        {TEXT("text"), &link.text}, {TEXT("url"), &link.url}, {TEXT("block"), NULL}, {TEXT("prefix"), &prefix}};

    if (!yaml_expect(node, YAML_MAPPING, "a mapping with text and url", reader->report))
        return;
    (void)yaml_read_texts(node, "a link", keys, COUNT_OF(keys), reader->report);
    if (!yaml_wants(node, TEXT("url"), link.url, "a link wants a url", reader->report))
        return;
    link.block = hint(yaml_get(node, TEXT("block")), reader->report);
    link.range = link_place_find(places, &link, prefix);
    if (link.text.size && range_is_empty(link.range))
        report_add(reader->report, SEVERITY_WARNING, node->line, node->column,
                   "the link's text \"%.*s\" is not in the body", TEXT_ARGS(report_quoted(reader->report, link.text)));
    ARRAY_PUSH(reader->article->arena, reader->article->links, link);
}

static int compare_quotes(const void *a, const void *b)
{
    size_t first = ((const GivenQuote *)a)->range.start, second = ((const GivenQuote *)b)->range.start;

    return (first > second) - (first < second);
}

static void report_unsearched(AnnotationReader *reader)
{
    if (reader->unsearched)
        report_add(reader->report, SEVERITY_ERROR, reader->first_unsearched->line, reader->first_unsearched->column,
                   "from here on %zu quotations were not looked for: too many words of this text and its quotations "
                   "are the same",
                   reader->unsearched);
}

static void read_entities(AnnotationReader *reader, const YamlNode *node)
{
    if (!node || !yaml_expect(node, YAML_SEQUENCE, "a list of entities", reader->report))
        return;
    reader->article->entities_given = true;
    YAML_EACH(child, node)
        read_entity(reader, child);
}

static void read_quotes(AnnotationReader *reader, const YamlNode *node)
{
    Article *article = reader->article;

    if (!node || !yaml_expect(node, YAML_SEQUENCE, "a list of quotations", reader->report))
        return;
    article->quotes_given = true;
    YAML_EACH(child, node)
        read_quote(reader, child);
    report_unsearched(reader);
    if (article->quotes.count > 1)
        qsort(article->quotes.items, article->quotes.count, sizeof(GivenQuote), compare_quotes);
}

static void read_links(AnnotationReader *reader, const YamlNode *node)
{
    LinkPlaces places;

    if (!node || !yaml_expect(node, YAML_SEQUENCE, "a list of links", reader->report))
        return;
    link_places_init(&places, reader->article, &reader->anchors);
    YAML_EACH(child, node)
        read_link(reader, &places, child);
    link_places_settle(reader->article);
}

void yaml_read_annotations(Article *article, const YamlNode *root, Report *report)
{
    AnnotationReader reader = {.article = article, .report = report};
    Arena scratch = {0};

    anchor_search_init(&reader.anchors, &scratch, article);
    read_entities(&reader, yaml_get(root, TEXT("entities")));
    read_quotes(&reader, yaml_get(root, TEXT("quotes")));
    read_links(&reader, yaml_get(root, TEXT("links")));
    arena_release(&scratch);
}
