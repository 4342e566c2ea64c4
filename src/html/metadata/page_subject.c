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

/* One, or several that commas separate. */
static void add_tags(const Page *page, Article *article, Text list)
{
    char separator =
        text_find_byte(list, ';', 0) != TEXT_NOT_FOUND && text_find_byte(list, ',', 0) == TEXT_NOT_FOUND ? ';' : ',';
    Text tag;

    for (size_t at = 0; article->tags.count < TAGS_MOST && text_next_part(list, separator, &at, &tag);) {
        tag = text_trim(tag);
        if (tag.size && tag.size <= TAG_LONGEST && !has_tag(article, tag))
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

void page_subject_read(const Page *page, Article *article)
{
    Text section = meta_first(&page->metas, META_SECTION);

    if (section.size == 0)
        section = linked_text(page->arena, &page->data, page->data.best, TEXT("articleSection"));
    if (section.size <= SECTION_LONGEST)
        article->fields[FIELD_SECTION] = section;
    add_tags_of_data(page, article);
    if (article->tags.count == 0)
        add_tags_of_metas(page, article);
}
