/* What the article is about: the section it stands in, and what it is tagged with. */
#include "html/metadata/page.h"
#include "html/metadata/sources/plain_value.h"

enum { TAGS_MOST = 30, TAG_LONGEST = 60 /* bytes */, SECTION_LONGEST = 80 };

static bool has_tag(const Article *article, Text tag)
{
    for (size_t i = 0; i < article->tags.count; i++) {
        if (text_equal_ignoring_case(article->tags.items[i], tag))
            return true;
    }
    return false;
}

/* "18153161", "26157981-b4f7-4929-adc1-e860c6f03636", "Category: Travel", "_Prio_3": what a content system notes for itself. */
static bool is_note_of_system(Text tag)
{
    size_t figures = 0, others = 0;

    for (size_t i = 0; i < tag.size; i++) {
        figures += ascii_is_digit(tag.bytes[i]);
        others += !ascii_is_digit(tag.bytes[i]) && !(tag.bytes[i] >= 'a' && tag.bytes[i] <= 'f') && tag.bytes[i] != '-';
    }
    return (others == 0 && figures > 4) || tag.bytes[0] == '_' || text_find(tag, TEXT(": "), 0) != TEXT_NOT_FOUND ||
           text_equal_ignoring_case(tag, TEXT("not set"));
}

/* "#GoogleCloud", "topic/harbours" */
static Text bare_tag(Text tag)
{
    size_t slash = text_find_byte(tag, '/', 0);

    if (text_count_words(text_slice(tag, (Range){0, slash})) == 1 && slash != TEXT_NOT_FOUND && slash + 1 < tag.size &&
        tag.bytes[slash + 1] != ' ' && ascii_is_lower(tag.bytes[0]))
        tag = text_slice(tag, (Range){slash + 1, tag.size});
    return text_starts_with(tag, TEXT("#")) ? text_slice(tag, (Range){1, tag.size}) : tag;
}

/* One, or several that commas separate. */
static void add_tags(const Page *page, Article *article, Text list)
{
    char separator =
        text_find_byte(list, ';', 0) != TEXT_NOT_FOUND && text_find_byte(list, ',', 0) == TEXT_NOT_FOUND ? ';' : ',';
    Text tag;

    for (size_t at = 0; article->tags.count < TAGS_MOST && text_next_part(list, separator, &at, &tag);) {
        tag = bare_tag(text_trim(tag));
        if (tag.size && !is_note_of_system(tag) && tag.size <= TAG_LONGEST && !has_tag(article, tag))
            ARRAY_PUSH(page->arena, article->tags, tag);
    }
}

static void add_tags_of_data(const Page *page, Article *article)
{
    const LinkedData *data = &page->data;
    size_t keywords = json_tree_member(&data->tree, data->best, TEXT("keywords")), value;

    for (size_t at = 0; article->tags.count < TAGS_MOST && (value = linked_next(data, keywords, &at)) != NO_INDEX;)
        add_tags(page, article, plain_value(page->arena, json_tree_string(&data->tree, value)));
}

/* All values of the first name that has one: others say the same again. */
static void add_tags_of_metas(const Page *page, Article *article)
{
    const MetaValue *value;
    unsigned row = 0;

    for (size_t at = 0; (value = meta_next(&page->metas, META_TAG, &at));) {
        if (article->tags.count && value->row != row)
            return;
        row = value->row;
        add_tags(page, article, value->text);
    }
}

/* ---- the section ---- */

/* "Uncategorized", "posts": where content systems put what is nowhere. */
static bool is_no_section(Text section)
{
    static const Text words[] = {
        LITERAL("uncategorized"), LITERAL("uncategorised"), LITERAL("tags"), LITERAL("other"),   LITERAL("none"),
        LITERAL("default"),       LITERAL("posts"),         LITERAL("post"), LITERAL("article"), LITERAL("articles"),
        LITERAL("not set"),       LITERAL("home"),          LITERAL("blog"), LITERAL("index"),   LITERAL("root")};

    for (size_t i = 0; i < COUNT_OF(words); i++) {
        if (text_equal_ignoring_case(section, words[i]))
            return true;
    }
    return section.size > SECTION_LONGEST || text_find(section, TEXT("://"), 0) != TEXT_NOT_FOUND;
}

/* The last part of what addresses have: "formula-1" of "Sport/formula-1", "life" of "culture_life". */
static Text last_part(Text section)
{
    size_t start = section.size;

    while (start > 0 && !strchr("/_", section.bytes[start - 1]))
        start--;
    return start < section.size ? text_slice(section, (Range){start, section.size}) : section;
}

/* "public-service" of an address is "Public service"; what has a blank or a capital was written for readers. */
static Text readable(Arena *arena, Text section)
{
    Text part = last_part(section);
    TextBuffer words = {0};

    if (text_count_words(section) > 1 || part.size == 0)
        return section;
    for (size_t i = 0; i < part.size; i++) {
        if (!ascii_is_lower(part.bytes[i]) && !ascii_is_digit(part.bytes[i]) && part.bytes[i] != '-')
            return part;
        ARRAY_PUSH(arena, words, part.bytes[i] == '-' ? ' ' : i ? part.bytes[i] : ascii_to_upper(part.bytes[i]));
    }
    return text_buffer_text(&words);
}

static void take_section(const Page *page, Article *article, Text section)
{
    section = text_trim(section);
    if (article->fields[FIELD_SECTION].size == 0 && section.size && !is_no_section(section))
        article->fields[FIELD_SECTION] = readable(page->arena, section);
}

void page_subject_read(const Page *page, Article *article)
{
    const MetaValue *value;

    for (size_t at = 0; (value = meta_next(&page->metas, META_SECTION, &at));)
        take_section(page, article, value->text);
    take_section(page, article, linked_text(page->arena, &page->data, page->data.best, TEXT("articleSection")));
    add_tags_of_data(page, article);
    if (article->tags.count == 0)
        add_tags_of_metas(page, article);
}
