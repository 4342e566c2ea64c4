/* Whose page it is, in what language, and for whom its rights are. */
#include "formats/text/words/line_words.h"
#include "html/metadata/page.h"

#include "article/web_address.h"
#include "html/metadata/sources/plain_value.h"

enum { SITE_LONGEST = 120 }; /* bytes: a longer one is a slogan */

/* ---- its name ---- */

/* Of the object that says it is the site. */
static Text named_by_data(const Page *page)
{
    const JsonValue *values = page->data.tree.values.items;

    for (size_t i = 1; i < page->data.tree.values.count; i++) {
        if (values[i].kind == JSON_OBJECT && linked_is_a(&page->data, i, TEXT("WebSite")))
            return linked_text(page->arena, &page->data, i, TEXT("name"));
    }
    return (Text){0};
}

/* ---- its letters ---- */

/* Of "https://www.harbour-post.co.uk/a" the longest label but the last: "harbour-post". */
static Text host_label(Text address)
{
    Text host = web_address_parts(address).host, label, longest = {0};

    for (size_t at = 0; text_next_part(host, '.', &at, &label) && at < host.size;) {
        if (label.size > longest.size)
            longest = label;
    }
    return longest;
}

static bool has(Text text, Text part)
{
    return part.size >= 4 && text_find(text, part, 0) != TEXT_NOT_FOUND;
}

/* Each may be a little longer than the other: "Mail Online" and "Daily Mail Online", "golem.de" and "Golem". */
static bool are_of_one_name(Text a, Text b)
{
    enum { LONGER_MOST = 14 /* letters */ };

    return a.size && (text_equal(a, b) || has(b, a) || (has(a, b) && a.size <= b.size + LONGER_MOST));
}

/* "Harbour Post" of "The Harbour Post". */
static Text letters_of(const Page *page, Text text)
{
    Text letters = value_letters(page->arena, text);
    bool has_article = text_starts_with(letters, TEXT("the")) && letters.size > strlen("the") + 3;

    return has_article ? text_slice(letters, (Range){strlen("the"), letters.size}) : letters;
}

bool page_is_name_of_site(const Page *page, Text text)
{
    Text letters = letters_of(page, text);

    return letters.size >= 2 && (text_equal(letters, letters_of(page, page->site)) ||
                                 text_equal(letters, value_letters(page->arena, host_label(page->base))));
}

bool page_is_site(const Page *page, Text text)
{
    Text letters;

    if (text.size > SITE_LONGEST)
        return false;
    if (text_count_words(text) == 1 && text_find_byte(text, '.', 1) < text.size - 2)
        return true; /* "post.example" */
    letters = letters_of(page, text);
    return letters.size >= 2 && (are_of_one_name(letters, value_letters(page->arena, page->site)) ||
                                 are_of_one_name(letters, value_letters(page->arena, host_label(page->base))));
}

/* ---- which of its names ---- */

typedef enum NameRank {
    RANK_NONE,
    RANK_ADDRESS, /* "post.example" */
    RANK_ACCOUNT, /* "harbourpost": what content systems know it by */
    RANK_NAME
} NameRank;

/* "https://post.example", "Blog", "My Site": what every site may be called. */
static bool is_any_site(Text name)
{
    static const Text words[] = {LITERAL("blog"),    LITERAL("home"), LITERAL("homepage"), LITERAL("my site"),
                                 LITERAL("my blog"), LITERAL("news"), LITERAL("website"),  LITERAL("undefined")};

    for (size_t i = 0; i < COUNT_OF(words); i++) {
        if (text_equal_ignoring_case(name, words[i]))
            return true;
    }
    return name.size < 2 || name.size > SITE_LONGEST || text_starts_with(name, TEXT("http"));
}

static NameRank rank_of(Text name)
{
    bool has_capital = false;

    if (is_any_site(name))
        return RANK_NONE;
    if (text_count_words(name) > 1)
        return RANK_NAME;
    if (text_find_byte(name, '.', 1) < name.size - 2)
        return RANK_ADDRESS;
    for (size_t i = 0; i < name.size; i++)
        has_capital = has_capital || !ascii_is_lower(name.bytes[i]);
    return has_capital ? RANK_NAME : RANK_ACCOUNT;
}

/* "Harbour Post - News of the coast" of harbour-post.example is "Harbour Post". */
static Text without_slogan(const Page *page, Text name)
{
    Text host = value_letters(page->arena, host_label(page->base)), piece;

    name = text_slice(name, (Range){0, text_find(name, TEXT(" (www."), 0)});
    name = text_trim(name);
    for (size_t at = 0; host.size && line_next_piece(name, &at, &piece);) {
        if (piece.size < name.size && rank_of(piece) == RANK_NAME &&
            are_of_one_name(value_letters(page->arena, piece), host))
            return text_trim(piece);
    }
    return name;
}

/* A better name of the same site: of one that is known by its address any; of an account only one that is written with the same letters. */
static bool is_better(const Page *page, Text name)
{
    NameRank had = rank_of(page->site), rank = rank_of(name);

    return rank > had && (had != RANK_ACCOUNT || text_equal(letters_of(page, name), letters_of(page, page->site)));
}

static void try_name(Page *page, Text name)
{
    name = without_slogan(page, name);
    if (is_better(page, name))
        page->site = name;
}

void page_site_read(Page *page, Article *article)
{
    const MetaValue *value;

    for (size_t at = 0; (value = meta_next(&page->metas, META_SOURCE, &at));)
        try_name(page, value->text);
    try_name(page, linked_text(page->arena, &page->data, page->data.best, TEXT("publisher")));
    try_name(page, named_by_data(page));
    article->fields[FIELD_SOURCE] = page->site;
    article->fields[FIELD_RIGHTS] = meta_first(&page->metas, META_RIGHTS);
    if (article->fields[FIELD_RIGHTS].size == 0)
        article->fields[FIELD_RIGHTS] = linked_text(page->arena, &page->data, page->data.best, TEXT("copyrightNotice"));
}

/* ---- its language ---- */

/* "en_US" is "en-US"; empty: no tag of a language. */
static Text language_tag(Arena *arena, Text value)
{
    TextBuffer tag = {0};

    value = text_trim(value);
    if (value.size < 2 || value.size > 35 || !ascii_is_alpha(value.bytes[0]) || !ascii_is_alpha(value.bytes[1]))
        return (Text){0};
    for (size_t i = 0; i < value.size && value.bytes[i] != ',' && value.bytes[i] != '.'; i++) {
        char byte = value.bytes[i] == '_' ? '-' : value.bytes[i];

        if (!ascii_is_alnum(byte) && byte != '-')
            return (Text){0};
        if (i < 3)
            byte = ascii_to_lower(byte);
        ARRAY_PUSH(arena, tag, byte);
    }
    /* a language has two or three letters; "english" is none */
    return tag.count <= 3 || tag.items[2] == '-' || tag.items[3] == '-' ? text_buffer_text(&tag) : (Text){0};
}

void page_language_read(Page *page, Article *article)
{
    Text xml = html_attribute(page->tree, 0, TEXT("xml:lang")), html = html_attribute(page->tree, 0, TEXT("lang"));
    const Text values[] = {linked_text(page->arena, &page->data, page->data.best, TEXT("inLanguage")), html, xml,
                           meta_first(&page->metas, META_LANGUAGE)};

    for (size_t i = 0; i < COUNT_OF(values) && page->language.size == 0; i++)
        page->language = language_tag(page->arena, values[i]);
    article->fields[FIELD_LANGUAGE] = page->language;
}
