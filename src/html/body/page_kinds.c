/*
 * A wall of consent is told by its words, a list of links by what is not linked and that no text goes on in it, one of teasers by its headings. A
 * page that scripts put together has a place for it and nothing in it, one of frames has no text, and one that leads on has next to none. What ends
 * before its text does says so for search engines ("isAccessibleForFree": false), has an element that is named so, or asks its reader, just behind
 * the text, to pay for more (paywall_words.def).
 */
#include "html/body/page_kinds.h"

#include "formats/text/words/line_words.h"
#include "html/body/page_targets.h"
#include "html/body/blocks/page_names.h"
#include "html/body/blocks/word_runs.h"

enum {
    NOTHING = 80,        /* letters */
    LITTLE = 400,        /* of what was chosen, where it is not the reason for a page */
    WALL_LETTERS = 6000, /* of a wall of consent, at most */
    WALL_WORDS = 5,      /* of such words of a hundred */
    WALL_WORDS_LEAST = 6,
    LIST_LINKS = 15,
    REMAINDER = 2500 /* letters of the start of an article that goes on for those who pay, at most */
};

typedef struct PageCounts {
    uint32_t letters, linked, links, sentence_letters;
    size_t words, consent_words;
    bool has_root, says_paid, has_paywall, wants_scripts;
    size_t scripts;
} PageCounts;

static bool is_consent_word(Text word)
{
    static const Text starts[] = {
#define CONSENT(start) LITERAL(start),
#include "html/body/consent_words.def"
#undef CONSENT
    };
    char lower[24];
    size_t size = word.size < sizeof lower ? word.size : sizeof lower;

    for (size_t i = 0; i < size; i++)
        lower[i] = ascii_to_lower(word.bytes[i]);
    for (size_t i = 0; i < COUNT_OF(starts); i++) {
        if (text_starts_with((Text){lower, size}, starts[i]))
            return true;
    }
    return false;
}

static void count_blocks(const BodyChoice *choice, PageCounts *counts)
{
    for (size_t i = 0; i < choice->page.blocks.count; i++) {
        const PageBlock *block = &choice->page.blocks.items[i];
        Text text = page_block_text(&choice->page, i), word;

        counts->letters += block->letters;
        counts->linked += block->linked;
        counts->links += block->links;
        counts->sentence_letters +=
            choice->facts.blocks[i].is_sentence && block->linked * 2 < block->letters ? block->letters : 0;
        for (size_t at = 0; counts->letters < WALL_LETTERS && word_runs_next(text, &at, &word);) {
            counts->words++;
            counts->consent_words += is_consent_word(word);
        }
    }
}

/* The places that frameworks put pages into. */
static bool is_root(Text id)
{
    static const Text ids[] = {LITERAL("app"),      LITERAL("root"),     LITERAL("__next"),
                               LITERAL("__nuxt"),   LITERAL("main-app"), LITERAL("react-root"),
                               LITERAL("app-root"), LITERAL("svelte"),   LITERAL("___gatsby")};

    return TEXT_IS_ONE_OF(id, ids);
}

static bool is_paywall_name(Text names)
{
    static const Text words[] = {LITERAL("paywall"), LITERAL("regwall"), LITERAL("paygate"), LITERAL("piano"),
                                 LITERAL("plusteaser")};
    Text word;
    bool goes_on;

    for (size_t at = 0; page_names_next(names, &at, &word, &goes_on);) {
        if (TEXT_IS_ONE_OF(word, words))
            return true;
    }
    return false;
}

static bool says_paid(Text script)
{
    static const Text key = LITERAL("\"isAccessibleForFree\"");
    size_t at = text_find(script, key, 0);

    if (at == TEXT_NOT_FOUND)
        return false;
    at += key.size;
    while (at < script.size && (ascii_is_blank(script.bytes[at]) || script.bytes[at] == ':' || script.bytes[at] == '"'))
        at++;
    return at < script.size && ascii_to_lower(script.bytes[at]) == 'f';
}

/* <noscript>You need to enable JavaScript to run this app.</noscript> */
static bool wants_scripts(const HtmlTree *tree, size_t node)
{
    for (size_t i = node + 1; i < tree->nodes.items[node].end; i++) {
        if (tree->nodes.items[i].tag == HTML_TEXT &&
            line_find_words(tree->nodes.items[i].text, TEXT("javascript")) != TEXT_NOT_FOUND)
            return true;
    }
    return false;
}

static void count_nodes(const BodyChoice *choice, PageCounts *counts)
{
    const HtmlTree *tree = choice->page.tree;

    for (size_t i = 0; i < tree->nodes.count; i++) {
        if (tree->nodes.items[i].tag == HTML_DIV && is_root(html_attribute(tree, i, TEXT("id"))))
            counts->has_root = true;
        if (tree->nodes.items[i].tag == HTML_NOSCRIPT)
            counts->wants_scripts = counts->wants_scripts || wants_scripts(tree, i);
        if (tree->nodes.items[i].tag != HTML_SCRIPT)
            continue;
        counts->scripts++;
        if (i + 1 < tree->nodes.items[i].end)
            counts->says_paid = counts->says_paid || says_paid(tree->nodes.items[i + 1].text);
    }
    for (size_t i = 0; i < choice->page.elements.count && !counts->has_paywall; i++)
        counts->has_paywall = is_paywall_name(choice->page.elements.items[i].names);
}

static bool asks_to_pay(Text line)
{
    static const Text words[] = {
#define PAYWALL(words) LITERAL(words),
#include "html/body/paywall_words.def"
#undef PAYWALL
    };
    enum { LONGEST = 250 /* bytes; a longer one is prose */ };

    for (size_t i = 0; line.size <= LONGEST && i < COUNT_OF(words); i++) {
        bool is_spaced = text_find_byte(words[i], ' ', 0) != TEXT_NOT_FOUND;

        if ((is_spaced ? line_find_words(line, words[i]) : text_find(line, words[i], 0)) != TEXT_NOT_FOUND)
            return true;
    }
    return false;
}

/* "Subscribe to continue reading", not chosen, near behind what was. */
static bool asks_behind(const BodyChoice *choice)
{
    enum { NEAR = 6 /* blocks */ };
    size_t end = choice->page.blocks.count;

    while (end > 0 && !choice->kept[end - 1])
        end--;
    for (size_t i = end; end > 0 && i < choice->page.blocks.count && i < end + NEAR; i++) {
        if (asks_to_pay(page_block_text(&choice->page, i)))
            return true;
    }
    return false;
}

static bool is_consent_wall(const PageCounts *counts)
{
    return counts->letters < WALL_LETTERS && counts->consent_words >= WALL_WORDS_LEAST &&
           counts->consent_words * 100 >= counts->words * WALL_WORDS;
}

/* By scripts: they have a place for it and nothing in it, or they are asked for. */
static bool is_put_together(const BodyChoice *choice, const PageCounts *counts)
{
    return counts->scripts && (counts->letters < NOTHING || (counts->has_root && choice->letters < NOTHING) ||
                               (counts->wants_scripts && counts->letters < LITTLE));
}

/*
 * Does what was chosen go on from sentence to sentence with no link between? A short report does, on a page of however many links; what is said of
 * each link of a list does not.
 */
static bool has_text_that_goes_on(const BodyChoice *choice)
{
    enum { GOES_ON = 150 /* letters */, BLOCKS = 2 };
    uint32_t letters = 0, blocks = 0;

    for (size_t i = 0; i < choice->page.blocks.count && (letters < GOES_ON || blocks < BLOCKS); i++) {
        const PageBlock *block = &choice->page.blocks.items[i];

        if (block->linked * 2 > block->letters) {
            letters = 0;
            blocks = 0;
        } else if (choice->kept[i] && choice->facts.blocks[i].is_sentence) {
            letters += block->letters;
            blocks++;
        }
    }
    return letters >= GOES_ON && blocks >= BLOCKS;
}

/* Most of the page is links, and what was chosen is not sentences. */
static bool is_link_list(const BodyChoice *choice, const PageCounts *counts)
{
    uint32_t sentences = 0, linked = 0;

    for (size_t i = 0; i < choice->page.blocks.count; i++) {
        const PageBlock *block = &choice->page.blocks.items[i];

        if (!choice->kept[i])
            continue;
        sentences += choice->facts.blocks[i].is_sentence && block->linked * 2 < block->letters ? block->letters : 0;
        linked += block->linked;
    }
    return counts->links >= LIST_LINKS && counts->linked * 2 > counts->letters &&
           (sentences < LITTLE || linked * 2 > choice->letters) && !has_text_that_goes_on(choice);
}

/* Heading after heading is a link, with a line or two below: what a page has for each of many articles. */
static bool is_list_of_teasers(const BodyChoice *choice)
{
    enum { TEASERS = 5, TEASER_LETTERS = 100 };
    uint32_t links = 0, headings = 0, letters = 0;

    for (size_t i = 0; i < choice->page.blocks.count; i++) {
        const PageBlock *block = &choice->page.blocks.items[i];
        bool is_heading = choice->facts.elements[block->element].headings > 0;

        if (!choice->kept[i])
            continue;
        headings += is_heading;
        links += is_heading && block->linked * 10 >= block->letters * 9;
        letters += is_heading ? 0 : block->letters - block->linked;
    }
    return links >= TEASERS && links * 4 > headings * 3 && letters < links * TEASER_LETTERS;
}

PageKind page_kind_find(const BodyChoice *choice)
{
    PageCounts counts = {0};
    size_t frame = 0;

    count_blocks(choice, &counts);
    count_nodes(choice, &counts);
    if (is_consent_wall(&counts))
        return PAGE_CONSENT_WALL;
    if (choice->letters < NOTHING && page_next_frame(choice->page.tree, &frame).size)
        return PAGE_FRAMES;
    if (counts.letters < LITTLE && page_refresh_target(choice->page.tree).size)
        return PAGE_REDIRECT;
    if (is_put_together(choice, &counts))
        return PAGE_SCRIPT_ONLY;
    if (is_link_list(choice, &counts) || is_list_of_teasers(choice))
        return PAGE_LINK_LIST;
    if (choice->letters < REMAINDER && (counts.says_paid || counts.has_paywall || asks_behind(choice)))
        return PAGE_PAYWALL;
    return PAGE_ARTICLE;
}

bool page_kind_has_body(PageKind kind)
{
    return kind == PAGE_ARTICLE || kind == PAGE_PAYWALL;
}
