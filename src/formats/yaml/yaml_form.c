/*
 * The order of the work: metadata, the head of the text that is made of it, the body, and at last what is said about the text. Keys are rows of
 * tables: of an article in article/article.h, of a block in yaml_blocks.c.
 */
#include "formats/yaml/yaml_form.h"

#include "formats/formats.h"
#include "formats/text_file.h"
#include "formats/yaml/exported_body.h"
#include "formats/yaml/yaml_exports.h"
#include "formats/yaml/yaml_keys.h"

static void read_version(const YamlForm *form, const YamlNode *node)
{
    if (node->kind != YAML_SCALAR || !text_equal(node->text, TEXT("1")))
        report_add(form->report, SEVERITY_ERROR, node->line, node->column,
                   "this quoin reads version 1 of the format only");
}

static void read_part(YamlForm *form, const YamlNode *node)
{
    switch (yaml_part_of(node->key->text)) {
    case PART_VERSION:
        read_version(form, node);
        break;
    case PART_AUTHORS:
        yaml_read_authors(form, node);
        break;
    case PART_TAGS:
        yaml_read_tags(form, node);
        break;
    case PART_COUNT:
        yaml_unknown_part(node, form->report);
        break;
    case PART_BODY: /* when the head is there, and what is said about the text when that is */
    case PART_ENTITIES:
    case PART_QUOTES:
    case PART_LINKS:
        break;
    }
}

/* What is private to whoever wrote the file is kept; but quoin tells itself what it found of a web page. */
static void read_private(YamlForm *form, const YamlNode *node)
{
    Article *article = form->article;
    Text key = node->key->text, value = node->kind == YAML_SCALAR ? node->text : (Text){0};
    size_t number;

    if (text_equal(key, TEXT("x-quality")) && text_to_number(value, QUALITY_MOST, &number))
        article->quality = (int)number;
    else if (text_equal(key, TEXT("x-page")) && page_kind_of(value) != PAGE_KIND_COUNT)
        article->page_kind = page_kind_of(value);
    else if (text_equal(key, TEXT("x-next")) && value.size)
        article->next_page = value;
    else
        ARRAY_PUSH(article->arena, article->extras, (PrivateKey){node});
}

static void read_metadata(YamlForm *form, const YamlNode *root)
{
    YAML_EACH(child, root) {
        ArticleField field = yaml_field_of(child->key->text);

        if (text_starts_with(child->key->text, TEXT("x-")))
            read_private(form, child);
        else if (field != FIELD_COUNT)
            yaml_read_field(form, child, field);
        else
            read_part(form, child);
    }
}

static const YamlNode *find_body(const YamlNode *root, Report *report)
{
    const YamlNode *body = NULL;

    YAML_EACH(child, root) {
        if (yaml_part_of(child->key->text) != PART_BODY)
            continue;
        if (body)
            report_add(report, SEVERITY_ERROR, child->key->line, child->key->column,
                       "\"%.*s\" is another name of \"%.*s\", which stands on line %u", TEXT_ARGS(child->key->text),
                       TEXT_ARGS(body->key->text), body->key->line);
        else
            body = child;
    }
    return body;
}

static void tell_missing(const YamlForm *form, const YamlNode *root, const YamlNode *body)
{
    const YamlNode *title = form->given[FIELD_TITLE];

    if (form->article->fields[FIELD_TITLE].size == 0 && (title || !yaml_get(root, TEXT("title"))))
        report_add(form->report, SEVERITY_ERROR, title ? title->line : 1, 1,
                   "the title is missing: \"title: >-\" and the headline on the next line");
    if (!body)
        report_add(form->report, SEVERITY_ERROR, 1, 1,
                   "the body is missing: \"body:\" and a list of paragraphs, each begun with \"- >-\"");
}

static bool has_only_head(const Article *article)
{
    return article->blocks.count && block_is_in_head(article->blocks.items[article->blocks.count - 1].kind);
}

/* The body of an export. False: it has none. */
static bool write_exported_body(YamlForm *form, Text html, const YamlNode *body)
{
    if (html.size && exported_body_write(form, html))
        return true;
    if (body)
        yaml_write_body(form, body);
    else if (html.size)
        report_add(form->report, SEVERITY_ERROR, 1, 1, "its body is a part of a web page, and could not be read");
    else
        report_add(form->report, SEVERITY_ERROR, 1, 1, "there is no text in it");
    return body != NULL;
}

/* An article that other programs have written, as far as its keys are known. False: nothing to show. */
static bool read_export(Article *article, const YamlNode *root, const YamlNode *feed, Report *report)
{
    YamlForm form = {.article = article, .report = report, .builder = {.article = article}};
    YamlExport exported = yaml_export_read(article->arena, root, feed);
    bool written;

    read_metadata(&form, exported.root);
    article_build_head(&form.builder);
    written = write_exported_body(&form, exported.html, find_body(exported.root, report));
    article_build_end(&form.builder);
    article->map_source = yaml_map;
    return written && article->text.size > 0;
}

/* An article of the form. False: nothing to show. */
static bool read_own(Article *article, const YamlNode *root, Report *report)
{
    YamlForm form = {.article = article, .report = report, .builder = {.article = article}};
    bool whole = report->error_count == 0; /* else what is missing may only not have been reached */
    const YamlNode *body;
    size_t errors;

    if (root->kind != YAML_MAPPING) {
        report_add(report, SEVERITY_ERROR, 1, 1, "expected an article: \"title:\" and \"body:\"");
        return false;
    }
    read_metadata(&form, root);
    body = find_body(root, report);
    if (whole)
        tell_missing(&form, root, body);
    article_build_head(&form.builder);
    errors = report->error_count;
    if (body)
        yaml_write_body(&form, body);
    article_build_end(&form.builder);
    if (whole && body && errors == report->error_count && has_only_head(article))
        report_add(report, SEVERITY_ERROR, body->line, body->column, "the body is empty");
    yaml_read_annotations(article, root, report);
    article->map_source = yaml_map;
    return article->text.size > 0;
}

static bool read_root(Article *article, const YamlNode *root, const YamlNode *feed, bool is_json, Report *report)
{
    return is_json && (feed || yaml_is_export(root)) ? read_export(article, root, feed, report)
                                                     : read_own(article, root, report);
}

/* Of many articles in one file the first is shown. */
static bool read_form(Article *article, File *file, Report *report)
{
    const YamlNode *root, *items;
    bool is_json;

    if (!text_file_decode(article->arena, file, report))
        return false;
    root = yaml_parse(article->arena, file->bytes, report);
    if (!root)
        return false;
    is_json = yaml_is_json(file->bytes);
    items = is_json ? yaml_export_items(root) : NULL;
    if (!items)
        return read_root(article, root, NULL, is_json, report);
    if (items->count > 1)
        report_add(report, SEVERITY_WARNING, 0, 0,
                   "holds %u articles, of which this is the first; quoin import -o FOLDER writes a file of each",
                   items->count);
    return read_root(article, items->first, root, is_json, report);
}

static void read_item(const Report *whole, const YamlNode *item, const YamlNode *root, size_t number,
                      ArticleVisitor *visit, void *context)
{
    Arena arena = {0};
    Article *article = article_new(&arena);
    Report report;

    report_init(&report, &arena, arena_printf(&arena, "%.*s, article %zu", TEXT_ARGS(whole->path), number));
    visit(context, read_root(article, item, root, true, &report) ? article : NULL, &report);
    arena_release(&arena);
}

static void read_each(Arena *arena, File *file, Report *report, ArticleVisitor *visit, void *context)
{
    const YamlNode *root = text_file_decode(arena, file, report) ? yaml_parse(arena, file->bytes, report) : NULL;
    const YamlNode *items = root && yaml_is_json(file->bytes) ? yaml_export_items(root) : NULL;
    Article *article = article_new(arena);
    size_t number = 0;

    if (!items) {
        bool good = root && read_root(article, root, NULL, yaml_is_json(file->bytes), report);

        visit(context, good ? article : NULL, report);
        return;
    }
    if (report->problems.count)
        visit(context, NULL, report); /* the file ends before it should: what is before is read */
    YAML_EACH(item, items)
        read_item(report, item, root, ++number, visit, context);
}

const Format article_format = {
    .name = LITERAL("article"),
    .form = LITERAL("YAML, JSON"),
    .help = LITERAL("the YAML form, with all that is known of an article; JSON is read as YAML"),
    .endings = LITERAL(".yaml .yml .json"),
    .limit = LIMIT_ARTICLE_BYTES,
    .recognises = yaml_recognises,
    .read = read_form,
    .read_each = read_each,
    .peek = yaml_peek,
};
