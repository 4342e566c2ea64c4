/*
 * The title of an article is what is printed above it, if something that is written for machines confirms it: these have the name of the site
 * added to the title, or one that is made for search engines; what is printed may be the name of the site, or of the section.
 *
 *     <title>Harbour closes for a week | The Harbour Post</title>   <h1>The Harbour Post</h1>  <h1>Harbour closes for a week</h1>
 *            ^confirms the second <h1>, once the name is cut off
 *
 * Only what a NewsArticle calls its headline stands above what is printed, and only where Open Graph has the same: newsrooms write both.
 */
#include "base/unicode/unicode.h"
#include "html/metadata/page.h"
#include "html/metadata/sources/plain_value.h"

enum {
    CANDIDATES_MOST = 8,
    HEADINGS_MOST = 60,
    TITLE_LONGEST = 600,
    LETTERS_LEAST = 8,
    WORDS_MOST = 60,
    ELEMENTS_MOST = 100
};

typedef struct Candidate {
    Text text, letters;
    bool is_shared; /* for those to whom somebody sends the page: Open Graph and its like */
} Candidate;

typedef struct Heading {
    Text text, letters;
    size_t node;
    bool is_first_level;
    bool is_aside; /* in navigation, comments, lists of other articles, if that does not hold the whole page */
} Heading;

typedef struct Search {
    Page *page;
    Candidate candidates[CANDIDATES_MOST]; /* what machines are told, the most trusted first */
    size_t candidate_count;
    Heading headings[HEADINGS_MOST]; /* what is printed, those of the first level before all others, each in the order of the page */
    size_t heading_count;
    bool newsroom; /* the first candidate is a headline that a newsroom wrote */
} Search;

/* ---- the name of the site, cut off ---- */

/* The bytes of what parts a title from the name of a site at `at`, blanks included; 0: it is nothing like that. */
static size_t separator_size(Text text, size_t at)
{
    static const Text marks[] = {LITERAL(" | "), LITERAL(" - "), LITERAL(" – "),  LITERAL(" — "), LITERAL(" : "),
                                 LITERAL(" · "), LITERAL(" • "), LITERAL(" :: "), LITERAL(" » "), LITERAL(" « "),
                                 LITERAL(" / "), LITERAL(" ~ "), LITERAL(" › "),  LITERAL(" > "), LITERAL("| ")};

    for (size_t i = 0; i < COUNT_OF(marks); i++) {
        if (text_starts_with(text_slice(text, (Range){at, text.size}), marks[i]))
            return marks[i].size;
    }
    return 0;
}

/* Separators after which nothing but a name of the site or of a section comes. */
static bool is_sure_separator(Text text, size_t at)
{
    static const Text marks[] = {LITERAL(" | "), LITERAL(" » "), LITERAL(" • "), LITERAL(" · "), LITERAL("| ")};

    for (size_t i = 0; i < COUNT_OF(marks); i++) {
        if (text_starts_with(text_slice(text, (Range){at, text.size}), marks[i]))
            return true;
    }
    return false;
}

static Text without_site(const Page *page, Text title)
{
    size_t size;

    for (size_t at = 1; at < title.size; at++) {
        Text before = text_slice(title, (Range){0, at}), behind;

        if ((size = separator_size(title, at)) == 0)
            continue;
        behind = text_slice(title, (Range){at + size, title.size});
        if (page_is_site(page, behind))
            return text_trim(before);
        if (page_is_name_of_site(page, before)) {
            title = text_trim(behind);
            at = 0;
        }
    }
    return title;
}

/* The same for what no reader sees: what else stands behind a bar is no title either. */
static Text without_sections(const Page *page, Text title)
{
    title = without_site(page, title);
    for (size_t at = 1; at < title.size; at++) {
        if (is_sure_separator(title, at) && text_count_words(text_slice(title, (Range){0, at})) >= 3)
            return text_trim(text_slice(title, (Range){0, at}));
    }
    return title;
}

/* ---- what there is ---- */

static void add_candidate(Search *search, Text text, bool is_shared)
{
    Candidate candidate = {.is_shared = is_shared,
                           .text = without_sections(search->page, text_slice(text, (Range){0, TITLE_LONGEST}))};

    candidate.letters = value_letters(search->page->arena, candidate.text);
    if (candidate.letters.size && search->candidate_count < CANDIDATES_MOST)
        search->candidates[search->candidate_count++] = candidate;
}

static Text title_element(const Page *page)
{
    const HtmlNode *nodes = page->tree->nodes.items;

    for (size_t node = 0; node < page->tree->nodes.count; node++) {
        if (nodes[node].tag == HTML_TITLE && nodes[nodes[node].parent].tag != HTML_SVG) /* a drawing has its own */
            return plain_value(page->arena, html_inner_text(page->arena, page->tree, node));
    }
    return (Text){0};
}

static void find_candidates(Search *search)
{
    const Page *page = search->page;
    const MetaValue *value;

    if (page->data.rank >= LINKED_WORK)
        add_candidate(search, linked_text(page->arena, &page->data, page->data.best, TEXT("headline")), false);
    search->newsroom = search->candidate_count && page->data.is_news;
    for (size_t at = 0; (value = meta_next(&page->metas, META_TITLE, &at));)
        add_candidate(search, value->text, true);
    add_candidate(search, title_element(page), false);
}

static void add_heading(Search *search, size_t node, bool is_first_level)
{
    const Page *page = search->page;
    Heading heading = {.node = node, .is_first_level = is_first_level};

    heading.is_aside = page_element_around(page->tree, node, HINT_ASIDE) > 0;
    heading.text = plain_printed(page->arena, page_text(page->arena, page->tree, node));
    if (heading.text.size == 0 || heading.text.size > TITLE_LONGEST)
        return;
    heading.text = without_site(page, heading.text);
    heading.letters = value_letters(page->arena, heading.text);
    if (heading.letters.size)
        search->headings[search->heading_count++] = heading;
}

static bool is_heading(const HtmlTree *tree, size_t node)
{
    return (html_tag_traits(tree->nodes.items[node].tag) & TAG_HEADING) ||
           text_equal(html_attribute(tree, node, TEXT("itemprop")), TEXT("headline")) ||
           text_equal(html_attribute(tree, node, TEXT("role")), TEXT("heading"));
}

/* The levels of headings are parted in two: what is no <h1> is only looked at where no <h1> will do. */
static void find_headings(Search *search)
{
    const HtmlTree *tree = search->page->tree;

    for (int first_level = 1; first_level >= 0; first_level--) {
        for (size_t node = 0; node < tree->nodes.count && search->heading_count < HEADINGS_MOST; node++) {
            bool is_first = tree->nodes.items[node].tag == HTML_H1;

            if (is_first == (first_level == 1) && (is_first || is_heading(tree, node)))
                add_heading(search, node, is_first);
        }
    }
}

/* ---- which one ---- */

/* Is what is printed what machines are told, but for something at its end or its start that may be the site's? */
static bool confirms(Text told, const Heading *heading)
{
    Text printed = heading->letters;

    if (printed.size < LETTERS_LEAST || (heading->is_aside && !heading->is_first_level))
        return false;
    if (text_starts_with(told, printed) || text_ends_with(told, printed))
        return heading->is_first_level || printed.size * 5 > told.size * 2;
    return heading->is_first_level && printed.size * 5 > told.size * 3 && text_find(told, printed, 0) != TEXT_NOT_FOUND;
}

/* Of the <h1>, or of all others, the longest that a candidate confirms. */
static const Heading *confirmed(const Search *search, bool is_first_level)
{
    const Heading *longest = NULL;

    for (size_t i = 0; i < search->heading_count; i++) {
        const Heading *heading = &search->headings[i];

        if (heading->is_first_level != is_first_level || page_is_site(search->page, heading->text) ||
            (longest && heading->letters.size <= longest->letters.size))
            continue;
        for (size_t j = 0; j < search->candidate_count && longest != heading; j++) {
            if (confirms(search->candidates[j].letters, heading))
                longest = heading;
        }
    }
    return longest;
}

static bool next_word(Text text, size_t *at, Text *word)
{
    size_t start = *at, size;

    while (start < text.size && !unicode_is_alnum(utf8_decode(text, start, &size)))
        start += size;
    for (*at = start; *at < text.size && unicode_is_alnum(utf8_decode(text, *at, &size));)
        *at += size;
    *word = text_slice(text, (Range){start, *at});
    return word->size > 0;
}

static bool has_word(Text text, Text wanted)
{
    Text word;

    for (size_t at = 0, count = 0; count < WORDS_MOST && next_word(text, &at, &word); count++) {
        if (text_equal_ignoring_case(word, wanted))
            return true;
    }
    return false;
}

/* How many hundredths of the heading's words machines are told too; 0 for one of a word or two. */
static size_t agreement(const Search *search, const Heading *heading)
{
    size_t words = 0, shared = 0;
    Text word;

    for (size_t at = 0; words < WORDS_MOST && next_word(heading->text, &at, &word); words++) {
        for (size_t i = 0; i < search->candidate_count; i++) {
            if (has_word(search->candidates[i].text, word)) {
                shared++;
                break;
            }
        }
    }
    return words < (heading->is_first_level ? 3 : 4) ? 0 : shared * 100 / words;
}

/* Is there a <h1> that says nearly what machines are told? */
static bool has_similar_first_level(const Search *search)
{
    enum { LEAST = 70 };

    for (size_t i = 0; i < search->heading_count; i++) {
        if (search->headings[i].is_first_level && agreement(search, &search->headings[i]) >= LEAST &&
            !page_is_site(search->page, search->headings[i].text))
            return true;
    }
    return false;
}

/* Exactly what machines are told: the most trusted candidate first, and in a <h1> rather than elsewhere. */
static const Heading *equal(const Search *search)
{
    bool first_level_only = has_similar_first_level(search);

    for (size_t j = 0; j < search->candidate_count; j++) {
        for (size_t i = 0; i < search->heading_count; i++) {
            if (text_equal(search->candidates[j].letters, search->headings[i].letters) &&
                (search->headings[i].is_first_level || !first_level_only || (j == 0 && search->newsroom)))
                return &search->headings[i];
        }
    }
    return NULL;
}

/* One that says nearly the same. */
static const Heading *similar(const Search *search, bool is_first_level)
{
    enum { FIRST_LEVEL_LEAST = 30, OTHER_LEAST = 70 };

    for (size_t i = 0; i < search->heading_count; i++) {
        const Heading *heading = &search->headings[i];

        if (heading->is_first_level == is_first_level && (is_first_level || !heading->is_aside) &&
            !page_is_site(search->page, heading->text) &&
            agreement(search, heading) >= (is_first_level ? FIRST_LEVEL_LEAST : OTHER_LEAST))
            return heading;
    }
    return NULL;
}

/* The only <h1>, where machines are told something else or nothing. */
static const Heading *only(const Search *search)
{
    const Heading *found = NULL;

    for (size_t i = 0; i < search->heading_count && search->headings[i].is_first_level; i++) {
        if (page_is_site(search->page, search->headings[i].text))
            continue;
        if (found && !text_equal(found->letters, search->headings[i].letters))
            return NULL;
        found = &search->headings[i];
    }
    return found;
}

/* The surest first. */
static const Heading *headline_of(const Search *search)
{
    const Heading *heading = equal(search);

    if (!heading)
        heading = confirmed(search, true);
    if (!heading)
        heading = similar(search, true);
    if (!heading)
        heading = confirmed(search, false);
    if (!heading)
        heading = similar(search, false);
    return heading ? heading : only(search);
}

/* ---- its words ---- */

/* Do all kinds of readers get the first candidate: is another one the same? */
static bool is_told_twice(const Search *search)
{
    for (size_t i = 1; i < search->candidate_count; i++) {
        if (text_equal(search->candidates[0].letters, search->candidates[i].letters))
            return true;
    }
    return false;
}

/* Does `text` end in what has these letters, behind a mark as stands between a kicker and a headline? "Kicker: Harbour closes" */
static bool ends_behind_mark(Arena *arena, Text text, Text letters)
{
    static const Text marks[] = {LITERAL(":"), LITERAL("|"), LITERAL("–"), LITERAL("—"), LITERAL(" - "),
                                 LITERAL("·"), LITERAL("•"), LITERAL("/"), LITERAL("»"), LITERAL("›")};

    for (size_t i = 0; i < COUNT_OF(marks); i++) {
        size_t at = text_find(text, marks[i], 0);

        for (; at != TEXT_NOT_FOUND; at = text_find(text, marks[i], at + 1)) {
            if (text_equal(value_letters(arena, text_slice(text, (Range){at + marks[i].size, text.size})), letters))
                return true;
        }
    }
    return false;
}

/* "Kicker: Harbour closes", where machines are told "Harbour closes": an element in it, or what stands behind a mark, is that. */
static bool is_part_of(const Search *search, const Heading *heading, Text letters)
{
    const HtmlTree *tree = search->page->tree;
    Arena *arena = search->page->arena;

    if (letters.size < LETTERS_LEAST || letters.size >= heading->letters.size)
        return false;
    for (size_t node = heading->node + 1;
         node < tree->nodes.items[heading->node].end && node < heading->node + ELEMENTS_MOST; node++) {
        if (text_equal(value_letters(arena, page_text(arena, tree, node)), letters))
            return true;
    }
    return text_ends_with(heading->letters, letters) && letters.size * 2 > heading->letters.size &&
           ends_behind_mark(arena, heading->text, letters);
}

/* The chief heading, as those are told to whom somebody sends the page: what machines are told besides is made for search engines. */
static bool is_shared_as_printed(const Search *search, const Heading *heading)
{
    for (size_t i = 0; heading->is_first_level && i < search->candidate_count; i++) {
        if (search->candidates[i].is_shared && text_equal(search->candidates[i].letters, heading->letters))
            return true;
    }
    return false;
}

static Text words_of(const Search *search, const Heading *heading)
{
    if (heading && is_shared_as_printed(search, heading))
        return heading->text;
    if (search->newsroom && is_told_twice(search) && (!heading || agreement(search, heading) >= 30))
        return search->candidates[0].text;
    if (!heading)
        return search->candidate_count ? search->candidates[0].text : (Text){0};
    for (size_t i = 0; i < search->candidate_count; i++) {
        if (is_part_of(search, heading, search->candidates[i].letters))
            return search->candidates[i].text;
    }
    return heading->text;
}

/* ---- where it stands ---- */

static size_t line_of_words(const Page *page, Text letters)
{
    for (size_t i = 0; letters.size && i < page->lines.items.count; i++) {
        const PageLine *line = &page->lines.items.items[i];

        if (line->text.size < TITLE_LONGEST && text_equal(value_letters(page->arena, line->text), letters))
            return i;
    }
    return NO_INDEX;
}

static size_t line_of_heading(const Page *page, const Heading *heading)
{
    size_t line = page_line_at(&page->lines, heading->node);

    return line < page->lines.items.count &&
                   page->lines.items.items[line].node < page->tree->nodes.items[heading->node].end
               ? line
               : NO_INDEX;
}

/* The first of two paragraphs of prose, at most so many lines behind the headline. */
static size_t body_behind(const Page *page, size_t headline)
{
    enum { LINES_MOST = 40, PROSE_LEAST = 160 /* bytes */ };
    size_t prose = 0, line;

    for (line = headline + 1; line < page->lines.items.count && line < headline + LINES_MOST && prose < 3; line++)
        prose += page->lines.items.items[line].text.size >= PROSE_LEAST;
    return line;
}

void page_headline_read(Page *page, Article *article)
{
    Search search = {.page = page};
    const Heading *heading;

    find_candidates(&search);
    find_headings(&search);
    heading = headline_of(&search);
    article->fields[FIELD_TITLE] = words_of(&search, heading);
    page->headline = heading ? line_of_heading(page, heading) : NO_INDEX;
    if (page->headline == NO_INDEX)
        page->headline = line_of_words(page, value_letters(page->arena, article->fields[FIELD_TITLE]));
    page->body = page->headline == NO_INDEX ? 0 : body_behind(page, page->headline);
    if (page->headline != NO_INDEX)
        page_lines_settle(&page->lines, page->tree, page->lines.items.items[page->headline].node);
}

bool page_is_aside(const Page *page, size_t node)
{
    size_t element = page_element_around(page->tree, node, HINT_ASIDE), headline;

    if (element == 0 || page->headline == NO_INDEX)
        return element > 0;
    headline = page->lines.items.items[page->headline].node;
    return headline < element || headline >= page->tree->nodes.items[element].end;
}
