/* The table, and what is made of it. */
#include "formats/formats.h"

#include "article/page_address.h"
#include "formats/text_file.h"

static const Format *const formats[] = {
#define FORMAT(row) &row,
#include "formats/formats.def"
#undef FORMAT
};

enum { FORMAT_COUNT = COUNT_OF(formats) };

const Format *const *formats_all(size_t *count)
{
    *count = FORMAT_COUNT;
    return formats;
}

/* "a.yaml" has the ending ".yaml"; ".yaml" is a name without one. */
static bool has_ending(Text name, Text endings)
{
    Text ending;

    for (size_t at = 0; text_next_part(endings, ' ', &at, &ending);) {
        if (name.size > ending.size && text_ends_with(name, ending))
            return true;
    }
    return false;
}

/* The row that the ending tells; FORMAT_COUNT: none does. */
static size_t row_of_name(Text path)
{
    Text name = text_slice(path, (Range){text_folder_size(path), path.size});
    size_t row = 0;

    while (row < FORMAT_COUNT && !has_ending(name, formats[row]->endings))
        row++;
    return row;
}

const Format *format_of_name(Text path)
{
    size_t row = row_of_name(path);

    return row < FORMAT_COUNT ? formats[row] : NULL;
}

const Format *format_of(Text path, Text head)
{
    enum { LAST = FORMAT_COUNT - 1 };
    size_t row = row_of_name(path);

    if (row < LAST)
        return formats[row];
    row = 0;
    while (row < LAST && !formats[row]->recognises(head))
        row++;
    return formats[row];
}

/* What a name would tell that the type tells; nothing: it tells less than the name. Many servers call all text plain that they do not know. */
static Text name_of_type(Text type)
{
    static const Text types[] = {LITERAL("text/html"), LITERAL("application/xhtml+xml")};

    return TEXT_IS_ONE_OF(type, types) ? TEXT("page.html") : (Text){0};
}

const Format *format_of_file(Arena *arena, Text path, const File *file)
{
    Text told = name_of_type(file->type);

    if (file->address.size)
        path = told.size ? told : page_address_path(file->address);
    return format_of(path, text_file_head(arena, file));
}

typedef ARRAY(Text) TextList;

Text formats_forms(Arena *arena)
{
    TextList parts = {0};

    for (size_t i = 0; i < FORMAT_COUNT; i++) {
        if (i)
            ARRAY_PUSH(arena, parts, i + 1 < FORMAT_COUNT ? TEXT(", ") : TEXT(" and "));
        ARRAY_PUSH(arena, parts, formats[i]->form);
    }
    return arena_join(arena, parts.items, parts.count);
}

Text formats_endings(Arena *arena)
{
    TextList parts = {0};
    Text ending;

    for (size_t i = 0; i < FORMAT_COUNT; i++) {
        for (size_t at = 0; text_next_part(formats[i]->endings, ' ', &at, &ending);) {
            if (parts.count)
                ARRAY_PUSH(arena, parts, TEXT(", "));
            ARRAY_PUSH(arena, parts, ending);
        }
    }
    return arena_join(arena, parts.items, parts.count);
}

Article *article_read(Arena *arena, File *file, const Format *format, Report *report)
{
    Article *article = article_new(arena);

    if (file_came_to_nothing(file, report))
        return NULL;
    if (!format)
        format = format_of_file(arena, report->path, file);
    if (file->size > limit_row(format->limit)->most) {
        report->unreadable = true;
        report_over(report, 0, 0, format->limit, file->size);
        return NULL;
    }
    if (!format->read(article, file, report))
        return NULL;
    if (article->fields[FIELD_URL].size == 0)
        article->fields[FIELD_URL] = arena_copy(arena, file->address);
    return article;
}

void article_read_each(Arena *arena, File *file, const Format *format, Report *report, ArticleVisitor *visit,
                       void *context)
{
    Article *article;

    if (!format)
        format = format_of(report->path, text_file_head(arena, file));
    if (format->read_each && file->size <= limit_row(format->limit)->most) {
        format->read_each(arena, file, report, visit, context);
        return;
    }
    article = article_read(arena, file, format, report);
    if (article)
        (void)article_index(article, SIZE_MAX);
    visit(context, article, report);
}

void article_tell_page(const Article *article, Report *report)
{
    Text sentence = page_kind_sentence(article->page_kind);

    if (sentence.size)
        report_add(report, SEVERITY_WARNING, 0, 0, "%.*s", TEXT_ARGS(sentence));
    else if (article->quality != QUALITY_UNKNOWN && article->quality < QUALITY_DOUBTFUL)
        report_add(report, SEVERITY_WARNING, 0, 0, "this page may be incomplete");
}

bool article_peek(Arena *arena, Text path, const File *file, Text fields[FIELD_COUNT])
{
    Text head = text_file_head(arena, file);

    return head.size && format_of_file(arena, path, file)->peek(arena, head, fields);
}
