/*
 * What is chosen is the text. Around it and in it stands what is told from text by its place: the caption of a picture, the numbers of a table. And
 * what the metadata knew already is not said twice, nor what a page sets once more in large letters beside its text.
 */
#include "html/body/taken_blocks.h"

#include "html/body/blocks/word_runs.h"

enum {
    CAPTIONS_BEFORE = 12, /* blocks before the text in which the caption of its first picture may stand */
    DATE_LINE = 60,       /* bytes */
    DATE_WORDS = 9,
    HEAD_BLOCKS = 8,  /* from the first one on, among which a byline may stand behind a standfirst */
    TABLE_LEVELS = 4, /* from a table up to what holds the text too */
    PULL_QUOTES = 50  /* that are looked for at most */
};

typedef struct Taking {
    Arena *arena; /* for a while */
    Article *article;
    const BodyChoice *choice;
    const BlockForm *forms;
    unsigned char *taken; /* of blocks */
} Taking;

/* ---- what the head has ---- */

/* Are all words of a line, but those that join them, in what the head says? "By Nora Vik, Skarholm correspondent" are not. */
static bool says_only(Text line, Text head)
{
    static const Text joints[] = {LITERAL("by"), LITERAL("and"), LITERAL("von"), LITERAL("und"), LITERAL("par"),
                                  LITERAL("et"), LITERAL("por"), LITERAL("y"),   LITERAL("di"),  LITERAL("text")};
    size_t at = 0, words = 0;
    Text word;

    while (word_runs_next(line, &at, &word)) {
        words++;
        if (!TEXT_IS_ONE_OF(word, joints) && text_find(head, word, 0) == TEXT_NOT_FOUND)
            return false;
    }
    return words > 0;
}

static Text names_of_authors(Arena *arena, const Article *article)
{
    TextBuffer names = {0};

    text_buffer_add(arena, &names, article->fields[FIELD_BYLINE]);
    for (size_t i = 0; i < article->authors.count; i++) {
        text_buffer_add(arena, &names, TEXT("\n"));
        text_buffer_add(arena, &names, article->authors.items[i].name);
        text_buffer_add(arena, &names, TEXT(" "));
        text_buffer_add(arena, &names, article->authors.items[i].role);
    }
    return text_buffer_text(&names);
}

static bool is_number_of(Text word, size_t least, size_t most)
{
    size_t number;

    return text_to_number(word, most, &number) && number >= least;
}

/* A short line with a day and a year: "Wed 4 Mar 2026 18.10 GMT", "Posted on February 2, 2026 by". */
static bool is_date_line(Text line)
{
    bool has_year = false, has_day = false;
    size_t words = 0;
    Text word;

    for (size_t at = 0; line.size <= DATE_LINE && word_runs_next(line, &at, &word); words++) {
        has_year = has_year || is_number_of(word, 1900, 2099);
        has_day = has_day || is_number_of(word, 1, 31);
    }
    return has_year && has_day && words <= DATE_WORDS;
}

/* Before the text: what the article's head has already, since the metadata knew it. */
static bool is_head_again(const Taking *taking, size_t block)
{
    const Article *article = taking->article;
    Text text = page_block_text(&taking->choice->page, block);

    if (text.size > 300)
        return false;
    if (taking->choice->facts.blocks[block].is_title && text_equal_ignoring_case(text, article->fields[FIELD_TITLE]))
        return true;
    if (is_date_line(text) || (text.size < 120 && says_only(text, names_of_authors(taking->arena, article))))
        return true;
    return false;
}

/* Captions where the text is, and of a picture just before it. */
static void take_captions(Taking *taking, size_t first, size_t last)
{
    const BodyChoice *choice = taking->choice;
    size_t from = first > CAPTIONS_BEFORE ? first - CAPTIONS_BEFORE : 0;

    for (size_t i = from; i < last; i++) {
        const ElementFacts *element = &choice->facts.elements[choice->page.blocks.items[i].element];
        BlockKind kind = taking->forms[i].kind;

        if ((kind == BLOCK_CAPTION || kind == BLOCK_CREDIT) && !element->strange &&
            choice->page.blocks.items[i].linked * 2 < choice->page.blocks.items[i].letters)
            taking->taken[i] = true;
    }
}

/* Does the text go on around a table: do the blocks before and behind it stand in what holds it? */
static bool is_in_text(const Taking *taking, uint32_t table, size_t before, size_t behind)
{
    const PageElement *elements = taking->choice->page.elements.items;
    uint32_t holder = elements[table].parent;

    for (int level = 0; level < TABLE_LEVELS && holder; level++, holder = elements[holder].parent) {
        uint32_t first = taking->choice->page.blocks.items[before].element,
                 second = taking->choice->page.blocks.items[behind].element;

        for (int i = 0; i < TABLE_LEVELS && first > holder; i++)
            first = elements[first].parent;
        for (int i = 0; i < TABLE_LEVELS && second > holder; i++)
            second = elements[second].parent;
        if (first == holder && second == holder)
            return true;
    }
    return false;
}

/* A table of data in the text is all there: its numbers are no sentences, which is what blocks are judged by. */
static void take_tables(Taking *taking, size_t first, size_t last)
{
    const BodyChoice *choice = taking->choice;
    size_t before = first;

    for (size_t i = first; i < last;) {
        uint32_t table = taking->forms[i].is_cell ? taking->forms[i].holder : 0, letters = 0, linked = 0;
        size_t end = i;

        if (taking->taken[i])
            before = i;
        for (; table && end < last && taking->forms[end].is_cell && taking->forms[end].holder == table; end++) {
            letters += choice->page.blocks.items[end].letters;
            linked += choice->page.blocks.items[end].linked;
        }
        if (end == i) {
            i++;
            continue;
        }
        if (end < choice->page.blocks.count && linked * 3 < letters && !choice->facts.elements[table].strange &&
            choice->facts.elements[table].furniture <= choice->facts.elements[choice->rules.top].furniture &&
            is_in_text(taking, table, before, end)) {
            for (size_t k = i; k < end; k++)
                taking->taken[k] = true;
        }
        i = end;
    }
}

/* Without the marks around it. */
static Text without_marks(Text text)
{
    Text first = {0}, last = {0}, word;

    for (size_t at = 0; word_runs_next(text, &at, &word); last = word)
        first = first.size ? first : word;
    return first.size ? (Text){first.bytes, (size_t)(last.bytes - first.bytes) + last.size} : (Text){0};
}

/* A part of the text that is set once more beside it, in large letters: said again elsewhere, word for word. */
static void drop_pull_quotes(Taking *taking)
{
    const BodyChoice *choice = taking->choice;
    Text all = body_choice_text(taking->arena, &choice->page, taking->taken);

    for (size_t i = 0, looks = 0; i < choice->page.blocks.count && looks < PULL_QUOTES; i++) {
        Text text = without_marks(page_block_text(&choice->page, i));
        const ElementFacts *element = &choice->facts.elements[choice->page.blocks.items[i].element];
        size_t at;

        if (!taking->taken[i] || text.size < 20 || text.size > 400 ||
            (taking->forms[i].kind != BLOCK_BLOCKQUOTE && !element->furniture_tags && !element->furniture))
            continue;
        looks++;
        at = text_find(all, text, 0);
        if (at != TEXT_NOT_FOUND && text_find(all, text, at + text.size) != TEXT_NOT_FOUND)
            taking->taken[i] = false;
    }
}

static bool take_chosen(Taking *taking)
{
    const BodyChoice *choice = taking->choice;
    size_t count = choice->page.blocks.count, first = NO_INDEX, last = 0;

    for (size_t i = 0; i < count; i++) {
        taking->taken[i] = choice->kept[i];
        if (!taking->taken[i])
            continue;
        if ((first == NO_INDEX || i < first + HEAD_BLOCKS) && is_head_again(taking, i)) {
            taking->taken[i] = false;
            continue;
        }
        first = first == NO_INDEX ? i : first;
        last = i;
    }
    if (first == NO_INDEX)
        return false;
    take_captions(taking, first, last);
    take_tables(taking, first, last);
    drop_pull_quotes(taking);
    return true;
}

/* Of so few letters it cannot be told which are the article: all of them are. Nothing is missing then. */
static bool is_small(const BodyChoice *choice)
{
    enum { SMALL = 400 };
    uint32_t letters = 0;

    for (size_t i = 0; i < choice->page.blocks.count && letters < SMALL; i++)
        letters += choice->page.blocks.items[i].letters;
    return letters < SMALL;
}

static bool take_all(Taking *taking)
{
    enum { WHOLE = 50 };
    const BodyChoice *choice = taking->choice;
    bool any = false, whole = true;

    for (size_t i = 0; i < choice->page.blocks.count; i++) {
        const PageBlock *block = &choice->page.blocks.items[i];

        if (is_head_again(taking, i))
            continue;
        taking->taken[i] = block->linked * 2 < block->letters;
        any = any || taking->taken[i];
        whole = whole && taking->taken[i];
    }
    if (any && whole && taking->article->quality < WHOLE)
        taking->article->quality = WHOLE;
    return any;
}

bool taken_blocks_read(Arena *arena, const BodyChoice *choice, const BlockForm *forms, Article *article,
                       unsigned char *taken)
{
    Taking taking = {arena, article, choice, forms, taken};

    return (!is_small(choice) && take_chosen(&taking)) || take_all(&taking);
}
