/*
 * Who wrote it. What is told to machines is asked first; who stands there and is nobody ("admin") or the site itself is kept for the case that
 * nothing else is said. Content systems tell the name of an account, which may be another than the page prints: where a line beside the
 * headline says "By …", and who was told is printed nowhere there, the line is right.
 */
#include "analysis/words/lexicon.h"
#include "analysis/words/quotation_words.h"
#include "article/web_address.h"
#include "formats/text/forms/head_byline.h"
#include "formats/text/words/head_date.h"
#include "formats/text/words/line_words.h"
#include "html/metadata/author_names.h"
#include "html/metadata/author_words.h"
#include "html/metadata/page.h"
#include "html/metadata/sources/plain_value.h"

enum { LINE_LONGEST = 200, LINES_DIRECTLY = 2, LINES_AT_TOP = 6 };

typedef struct Search {
    const Page *page;
    Arena *arena;
    Authors told;   /* to machines */
    Authors sites;  /* told, but the site's own name */
    Authors marked; /* printed, in a line that says so, or an element of that name */
    Authors printed;
} Search;

/* ---- told to machines ---- */

static bool has_name(const Search *search, const Authors *authors, Text name)
{
    Text letters = value_letters(search->arena, name);

    for (size_t i = 0; i < authors->count; i++) {
        if (text_equal(value_letters(search->arena, authors->items[i].name), letters))
            return true;
    }
    return false;
}

/* The site itself is an author of last resort. */
static void keep_told(Search *search, const Authors *found, Text url)
{
    for (size_t i = 0; i < found->count; i++) {
        Author author = found->items[i];
        Authors *kept = page_is_site(search->page, author.name) ? &search->sites : &search->told;

        if (has_name(search, kept, author.name) || (kept == &search->sites && kept->count))
            continue;
        if (found->count == 1 && url.size)
            author.url = web_address_resolve(search->arena, search->page->base, url);
        if (kept->count < AUTHORS_MOST)
            ARRAY_PUSH(search->arena, *kept, author);
    }
}

/* One value of "author": a text, or an object with a name, or one that refers to such an object. */
static void read_told(Search *search, size_t value)
{
    const LinkedData *data = &search->page->data;
    size_t target = linked_target(data, value), name, at = 0;
    Text text = plain_value(search->arena, json_tree_string(&data->tree, target));
    Text url = json_tree_string(&data->tree, json_tree_member(&data->tree, target, TEXT("url")));
    bool is_organization =
        linked_is_a(data, target, TEXT("Organization")) || linked_is_a(data, target, TEXT("NewsMediaOrganization"));
    Authors found = {0};

    if (text.size)
        (void)author_names_add(search->arena, &found, text, NAMES_TOLD);
    name = json_tree_member(&data->tree, target, TEXT("name"));
    while (found.count < AUTHORS_MOST && (value = linked_next(data, name, &at)) != NO_INDEX) {
        text = plain_value(search->arena, json_tree_string(&data->tree, value));
        if (is_organization ||
            text_equal(value_letters(search->arena, text), value_letters(search->arena, search->page->site)))
            (void)author_names_add_whole(search->arena, &found, text);
        else
            (void)author_names_add(search->arena, &found, text, NAMES_TOLD);
    }
    keep_told(search, &found, url);
}

static void read_data(Search *search)
{
    static const Text keys[] = {LITERAL("author"), LITERAL("creator")};
    const LinkedData *data = &search->page->data;

    for (size_t i = 0; i < COUNT_OF(keys) && search->told.count == 0 && data->rank >= LINKED_WORK; i++) {
        size_t authors = json_tree_member(&data->tree, data->best, keys[i]), value, count = 0;

        for (size_t at = 0; count < AUTHORS_MOST && (value = linked_next(data, authors, &at)) != NO_INDEX; count++)
            read_told(search, value);
    }
}

/* "Written by" of a card, in some languages. */
static bool is_author_label(Text label)
{
    static const Text labels[] = {LITERAL("written by"),      LITERAL("author"),          LITERAL("verfasst von"),
                                  LITERAL("geschrieben von"), LITERAL("écrit par"),       LITERAL("escrito por"),
                                  LITERAL("scritto da"),      LITERAL("geschreven door"), LITERAL("skrevet av"),
                                  LITERAL("skrivet av"),      LITERAL("napisane przez"),  LITERAL("by")};

    return TEXT_IS_ONE_OF(label, labels);
}

static void read_card(Search *search)
{
    const MetaValues *metas = &search->page->metas;
    const MetaValue *label, *datum;
    Authors found = {0};

    for (size_t at = 0, other = 0;
         (label = meta_next(metas, META_LABEL, &at)) && (datum = meta_next(metas, META_DATUM, &other));) {
        if (is_author_label(label->text) && author_names_add(search->arena, &found, datum->text, NAMES_TOLD))
            break;
    }
    keep_told(search, &found, (Text){0});
}

/* "Doe, Jane", as libraries have it, is Jane Doe: two words, and not three names. */
static Text in_order(const Search *search, Text name)
{
    size_t comma = text_find_byte(name, ',', 0);
    Text first, last;

    if (comma == TEXT_NOT_FOUND || text_count_words(name) != 2)
        return name;
    first = text_trim(text_slice(name, (Range){comma + 1, name.size}));
    last = text_trim(text_slice(name, (Range){0, comma}));
    return first.size > 2 && last.size ? arena_join(search->arena, (const Text[]){first, TEXT(" "), last}, 3) : name;
}

/* All values of the first name that names somebody. */
static void read_metas(Search *search)
{
    const MetaValue *value;
    unsigned row = 0;

    for (size_t at = 0; (value = meta_next(&search->page->metas, META_AUTHOR, &at));) {
        Authors found = {0};

        if (search->told.count && value->row != row)
            return;
        row = value->row;
        if (author_names_add(search->arena, &found, in_order(search, value->text), NAMES_TOLD))
            keep_told(search, &found, (Text){0});
    }
    if (search->told.count == 0)
        read_card(search);
}

/* ---- printed ---- */

/* "Jane Doe", not "Best Overall": a first name that is known, or no word that is known to be another. */
static bool is_person(Text name)
{
    size_t words = 0;
    bool known = false;
    Text word;

    for (size_t at = 0; line_next_word(name, &at, &word); words++) {
        if (words == 0 && word_classes(word) & CLASS_GIVEN)
            return text_count_words(name) >= 2;
        known |=
            (lexicon_flags(word) & ~(uint32_t)(LEXICON_BEGINS | LEXICON_PLACE | LEXICON_DOUBTFUL | LEXICON_CITY)) != 0 ||
            word_classes(word) & CLASS_NOT_NAME;
    }
    return words >= 2 && words <= 4 && !known;
}

/* "3 May 2024", "6 min read": what stands beside bylines. */
static bool is_beside_bylines(const PageLine *line)
{
    return line->hints[HINT_DATE] || head_date_range(line->text).end || head_date_line(line->text) != DATE_LINE_NONE ||
           (line->text.size < 30 && line_find_words(line->text, TEXT("read")) != TEXT_NOT_FOUND);
}

static const PageLine *line_at(const Search *search, size_t line)
{
    const PageLines *lines = &search->page->lines;

    return line < lines->items.count ? &lines->items.items[line] : NULL;
}

static bool begins_with_first_name(Text name)
{
    size_t at = 0;
    Text word;

    return line_next_word(name, &at, &word) && word_classes(word) & CLASS_GIVEN;
}

/* Is a name that is alone in its line between the headline and a date, or above a role? Directly below the headline a first name will do. */
static bool may_be_bare(const Search *search, size_t line)
{
    const PageLine *next = line_at(search, line + 1);
    bool known = begins_with_first_name(line_at(search, line)->text);

    if (line_at(search, line)->is_heading && !known)
        return false;
    if (known && line > search->page->headline && line <= search->page->headline + LINES_DIRECTLY)
        return true;
    return (line > 0 && is_beside_bylines(line_at(search, line - 1))) || is_beside_bylines(line_at(search, line)) ||
           (next && (is_beside_bylines(next) || head_byline_form(next->text) == BYLINE_ROLE));
}

/* Where "by" stands in a line that says more than that: "3 May 2024 · by Jane Doe", "Guide by Jane Doe"; NO_OFFSET: it does not. */
static size_t by_within(const PageLine *line)
{
    enum { LONGEST = 150 };
    size_t at = line->text.size <= LONGEST ? line_find_words(line->text, TEXT("by")) : TEXT_NOT_FOUND;
    Text before = text_slice(line->text, (Range){0, at});

    if (at == TEXT_NOT_FOUND || at == 0 || author_has_other(before) ||
        (line_ends_sentence(line->text) && line_find_words(before, TEXT("written")) == TEXT_NOT_FOUND))
        return NO_OFFSET;
    return is_beside_bylines(line) || line->hints[HINT_AUTHOR] || text_count_words(before) <= 2 ||
                   line_find_words(before, TEXT("written")) != TEXT_NOT_FOUND
               ? at
               : NO_OFFSET;
}

/* Names from a text; taken back where `checked`, and the first is no person's. */
static bool read_names(Search *search, Authors *authors, Text text, NameSource source, bool checked)
{
    Authors found = {0};

    if (!author_names_add(search->arena, &found, text, source) || found.count == 0 ||
        (checked && !is_person(found.items[0].name) && !author_name_is_team(found.items[0].name)))
        return false;
    for (size_t i = 0; i < found.count && authors->count < AUTHORS_MOST; i++)
        ARRAY_PUSH(search->arena, *authors, found.items[i]);
    return true;
}

static bool read_line(Search *search, size_t at)
{
    const PageLine *line = line_at(search, at), *next = line_at(search, at + 1);
    size_t by;

    if (line->hints[HINT_ASIDE] || line->text.size > LINE_LONGEST)
        return false;
    if (head_is_byline_opening(line->text) && next && next->text.size <= LINE_LONGEST &&
        read_names(search, &search->marked, next->pieces, NAMES_MARKED, false))
        return true;
    if (head_begins_as_byline(line->text) || author_names_begin(line->text))
        return read_names(search, &search->marked, line->pieces, NAMES_PRINTED, false);
    by = by_within(line);
    if (by != NO_OFFSET && read_names(search, &search->marked, text_slice(line->pieces, (Range){by, line->pieces.size}),
                                      NAMES_PRINTED, false))
        return true;
    if (line->hints[HINT_AUTHOR] && author_script_has_no_case(line->text))
        return read_names(search, &search->marked, line->pieces, NAMES_HINTED, false);
    if (line->hints[HINT_AUTHOR])
        return read_names(search, &search->marked, line->pieces,
                          author_name_is_team(line->text) ? NAMES_MARKED : NAMES_PRINTED, true);
    return head_byline_form(line->text) == BYLINE_BARE && may_be_bare(search, at) &&
           read_names(search, &search->printed, line->pieces, NAMES_PRINTED, true);
}

/* The nearest one below the headline, or else above it. */
static void read_lines(Search *search)
{
    Range head = page_head_lines(search->page);
    bool found = false;

    for (size_t line = search->page->headline + 1; line < head.end && !found; line++)
        found = read_line(search, line);
    for (size_t line = search->page->headline; line > head.start && !found; line--)
        found = read_line(search, line - 1);
}

/* A line below the text: "Text by Jane Doe", "About the author", "Jane Doe". */
static bool read_end_line(Search *search, size_t at)
{
    const PageLine *line = line_at(search, at), *next = line_at(search, at + 1);

    if (line->hints[HINT_ASIDE] || line->text.size > LINE_LONGEST)
        return false;
    if (head_is_byline_opening(line->text) && next && next->text.size < LINE_LONGEST)
        return read_names(search, &search->printed, next->pieces, NAMES_PRINTED, true);
    return head_begins_as_byline(line->text) && head_byline_form(line->text) == BYLINE_MARKED &&
           read_names(search, &search->printed, line->pieces, NAMES_PRINTED, true);
}

/* Where several lines are like that, they are of other articles. */
static void read_end(Search *search)
{
    size_t lines = search->page->lines.items.count, count = 0;

    for (size_t i = search->page->body; i < lines && count < 2; i++) {
        Text first = search->printed.count ? search->printed.items[0].name : (Text){0};

        if (read_end_line(search, i))
            count += !text_equal(first, search->printed.items[search->printed.count - 1].name);
    }
    if (count > 1)
        search->printed.count = 0;
}

/* <a rel="author">, or a link to what a site has of an author: "/author/jane-doe/". */
static bool is_link_to_author(const HtmlTree *tree, size_t node)
{
    Text address = html_attribute(tree, node, TEXT("href"));

    return text_equal_ignoring_case(html_attribute(tree, node, TEXT("rel")), TEXT("author")) ||
           text_find(address, TEXT("/author/"), 0) != TEXT_NOT_FOUND ||
           text_find(address, TEXT("/authors/"), 0) != TEXT_NOT_FOUND;
}

/* Such a link on the page that does not stand with other articles: the first one above the text, or the only one. */
static void read_links(Search *search)
{
    const Page *page = search->page;
    const HtmlTree *tree = page->tree;
    size_t body = page->body < page->lines.items.count ? line_at(search, page->body)->node : tree->nodes.count;

    for (size_t node = 0; node < tree->nodes.count && (node < body || search->printed.count < 2); node++) {
        Text text;

        if (node < body && search->printed.count)
            return;
        if (tree->nodes.items[node].tag != HTML_A || !is_link_to_author(tree, node) || page_is_aside(page, node))
            continue;
        text = plain_value(search->arena, html_inner_text(search->arena, tree, node));
        if (!page_is_site(page, text) && (search->printed.count == 0 || !has_name(search, &search->printed, text)))
            (void)read_names(search, &search->printed, text, NAMES_MARKED, false);
    }
    if (search->printed.count > 1)
        search->printed.count = 0;
}

/* "© 2019–2024 Jane Doe", "Jane Doe's blog" */
static void read_owner_line(Search *search, Text name)
{
    size_t start = 0;

    while (start < name.size && !ascii_is_upper(name.bytes[start]))
        start++;
    name = text_slice(name, (Range){start, name.size});
    if (name.size && name.size < 40 && text_count_words(name) <= 3 && begins_with_first_name(name))
        (void)read_names(search, &search->printed, name, NAMES_PRINTED, true);
}

/* Whose page it is, where it is a person's: the name at its top, or behind "©". */
static void read_owner(Search *search)
{
    const PageLines *lines = &search->page->lines;
    Text name = search->page->site;

    for (size_t i = 0; i <= lines->items.count && search->printed.count == 0; i++) {
        bool at_top = i <= LINES_AT_TOP;

        if (text_starts_with(name, TEXT("Copyright")))
            name = text_slice(name, (Range){strlen("Copyright"), name.size});
        else if (!at_top && !text_starts_with(name, TEXT("©")))
            name = (Text){0};
        read_owner_line(search, name);
        name = i < lines->items.count ? lines->items.items[i].text : (Text){0};
    }
}

/* ---- which ---- */

static bool is_printed(const Search *search, Text name)
{
    Range head = page_head_lines(search->page);

    for (size_t i = head.start; i < head.end; i++) {
        if (text_find(line_at(search, i)->text, name, 0) != TEXT_NOT_FOUND)
            return true;
    }
    return false;
}

/* Does the page print all who are told, and more? */
static bool is_wider(const Search *search, const Authors *printed)
{
    for (size_t i = 0; i < search->told.count; i++) {
        if (!has_name(search, printed, search->told.items[i].name))
            return false;
    }
    return printed->count > search->told.count;
}

static const Authors *chosen(const Search *search)
{
    bool marked = search->marked.count && !page_is_site(search->page, search->marked.items[0].name);

    if (search->told.count && is_wider(search, &search->marked))
        return &search->marked;
    if (search->told.count && is_wider(search, &search->printed))
        return &search->printed;
    if (search->told.count && (!marked || is_printed(search, search->told.items[0].name)))
        return &search->told;
    if (search->marked.count)
        return &search->marked;
    return search->printed.count ? &search->printed : &search->sites;
}

void page_authors_read(const Page *page, Article *article)
{
    Search search = {.page = page, .arena = page->arena};
    const Authors *authors;

    read_data(&search);
    if (search.told.count == 0)
        read_metas(&search);
    if (page->headline != NO_INDEX)
        read_lines(&search);
    if (search.told.count + search.marked.count + search.printed.count == 0)
        read_links(&search);
    if (search.told.count + search.marked.count + search.printed.count == 0)
        read_end(&search);
    if (search.told.count + search.marked.count + search.printed.count + search.sites.count == 0)
        read_owner(&search);
    authors = chosen(&search);
    for (size_t i = 0; i < authors->count; i++)
        ARRAY_PUSH(page->arena, article->authors, authors->items[i]);
}
