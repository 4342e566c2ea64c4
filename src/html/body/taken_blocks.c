/*
 * What is chosen is the text. Around it and in it stands what is told from text by its place: the caption of a picture, the numbers of a table. And
 * what the metadata knew already is not said twice, nor what a page sets once more in large letters beside its text.
 */
#include "html/body/taken_blocks.h"

#include "formats/text/words/head_date.h"
#include "formats/text/words/line_words.h"
#include "html/body/blocks/word_runs.h"
#include "html/body/edge_lines.h"
#include "html/body/table_text.h"
#include "html/body/whole_parts.h"
#include "html/metadata/sources/plain_value.h"

enum {
    CAPTIONS_BEFORE = 12, /* blocks before the text in which the caption of its first picture may stand */
    DATE_LINE = 60,       /* bytes */
    DATE_WORDS = 9,
    SITE_NAME = 40,        /* bytes, behind a title */
    HEAD_BLOCKS = 8,       /* from the first one on, among which a byline may stand behind a standfirst */
    HEADING_LEVELS = 6,    /* from a block up to the heading that it is in */
    PARAGRAPH_LEAST = 100, /* letters */
    HEADING_LOOKS = 16,
    PULL_QUOTES = 50 /* that are looked for at most */
};

typedef struct Taking {
    Arena *arena; /* for a while */
    Article *article;
    const BodyChoice *choice;
    const BlockForm *forms;
    unsigned char *taken; /* of blocks */
    uint32_t text;        /* the element of the first one that was chosen */
    Text title;           /* its letters */
} Taking;

/* ---- what the head has ---- */

static bool is_number_of(Text word, size_t least, size_t most)
{
    size_t number;

    return text_to_number(word, most, &number) && number >= least;
}

/*
 * Are all words of a line, but those that join them and a number, in what the head says? "By Nora Vik, Skarholm correspondent" are not, "By Nora Vik,
 * issue 212" are.
 */
static bool has_only(Text line, Text head)
{
    static const Text joints[] = {LITERAL("by"),  LITERAL("and"),  LITERAL("von"), LITERAL("und"),
                                  LITERAL("par"), LITERAL("et"),   LITERAL("por"), LITERAL("y"),
                                  LITERAL("di"),  LITERAL("text"), LITERAL("on"),  LITERAL("issue"),
                                  LITERAL("no"),  LITERAL("vol"),  LITERAL("•"),   LITERAL("·")};
    size_t at = 0, words = 0;
    Text word;

    while (word_runs_next(line, &at, &word)) {
        if (TEXT_IS_ONE_OF(word, joints) || is_number_of(word, 0, 9999))
            continue;
        words++;
        if (text_find(head, word, 0) == TEXT_NOT_FOUND)
            return false;
    }
    return words > 0;
}

/* The same, a date left out: "By Nora Vik, 4 March 2026". */
static bool says_only(Arena *arena, Text line, Text head)
{
    Range date = head_date_range(line);

    if (range_is_empty(date))
        return has_only(line, head);
    return has_only(arena_join(arena,
                               (const Text[]){text_slice(line, (Range){0, date.start}), TEXT(" "),
                                              text_slice(line, (Range){date.end, line.size})},
                               3),
                    head);
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

/* "2025年7月3日 5時00分 (7月3日 9時12分更新)": it begins with the year. */
static bool is_date_line_of_east(Text line)
{
    static const Text parts[][3] = {{LITERAL("年"), LITERAL("月"), LITERAL("日")},
                                    {LITERAL("년"), LITERAL("월"), LITERAL("일")}};
    enum { LONGEST = 90 };

    for (size_t i = 0; line.size <= LONGEST && i < COUNT_OF(parts); i++) {
        size_t year = text_find(line, parts[i][0], 0), month = text_find(line, parts[i][1], 0);

        if (year == strlen("2025") && is_number_of(text_slice(line, (Range){0, year}), 1900, 2099) &&
            month != TEXT_NOT_FOUND && text_find(line, parts[i][2], month) != TEXT_NOT_FOUND &&
            !text_ends_with(line, TEXT("。")))
            return true;
    }
    return false;
}

/* The title once more, or the title and whose page it is: "Ferry stays | The Northern Herald". */
static bool is_title(Text text, Text title)
{
    size_t at = 0, title_at = 0;
    Text word, wanted, rest;

    while (word_runs_next(title, &title_at, &wanted)) {
        if (!word_runs_next(text, &at, &word) || !text_equal_ignoring_case(word, wanted))
            return false;
    }
    rest = text_trim(text_slice(text, (Range){at, text.size}));
    if (!at || rest.size > SITE_NAME)
        return false;
    return !word_runs_next(text, &at, &word) || text_starts_with(rest, TEXT("|"));
}

/* Before all text, in a heading: a part of the title ("Kicker: Harbour closes" is printed in two), or the title and more. */
static bool is_title_in_parts(const Taking *taking, size_t block, Text text)
{
    Text letters = value_letters(taking->arena, text), title = taking->title;
    const ElementFacts *element = &taking->choice->facts.elements[taking->choice->page.blocks.items[block].element];

    return title.size &&
           (text_equal(letters, title) || (element->headings > 0 && letters.size * 3 > title.size &&
                                           (text_starts_with(title, letters) || text_ends_with(title, letters) ||
                                            text_ends_with(letters, title) || text_starts_with(letters, title))));
}

/* Before the text, behind so many paragraphs: what the article's head has already, since the metadata knew it, and what pages print there. */
static bool is_head_again(const Taking *taking, size_t block, unsigned paragraphs)
{
    enum { PARAGRAPHS_MOST = 1 /* a standfirst */, LONGEST = 300, NAMES_LONGEST = 120 };
    const Article *article = taking->article;
    Text text = page_block_text(&taking->choice->page, block);

    if (edge_line_of_head(text, taking->choice->page.blocks.items[block].linked > 0) ||
        (paragraphs <= PARAGRAPHS_MOST && edge_line_is_byline(text)))
        return true;
    if (text.size > LONGEST)
        return false;
    return is_title(text, article->fields[FIELD_TITLE]) || is_date_line(text) || is_date_line_of_east(text) ||
           (paragraphs == 0 && is_title_in_parts(taking, block, text)) ||
           (text.size < NAMES_LONGEST && says_only(taking->arena, text, names_of_authors(taking->arena, article)));
}

static bool is_caption(BlockKind kind)
{
    return kind == BLOCK_CAPTION || kind == BLOCK_CREDIT;
}

/* Are more words of others in an element than the names of what holds the text say of all of it? */
static bool is_strange(const Taking *taking, uint32_t element)
{
    const ElementFacts *known = taking->choice->facts.elements;

    return known[element].strange > known[taking->choice->rules.top].strange &&
           known[element].strange > known[taking->text].strange;
}

static bool is_furniture(const Taking *taking, uint32_t element)
{
    const ElementFacts *known = taking->choice->facts.elements;

    return known[element].furniture > known[taking->choice->rules.top].furniture &&
           known[element].furniture > known[taking->text].furniture;
}

static bool is_like_text(const Taking *taking, uint32_t element)
{
    return !is_strange(taking, element) && !is_furniture(taking, element);
}

static bool is_in_navigation(const Page *page, size_t block)
{
    enum { ABOVE = 12 };
    uint32_t element = page->blocks.items[block].element;

    for (int i = 0; i < ABOVE && element; i++, element = page->elements.items[element].parent) {
        if (page->elements.items[element].tag == HTML_NAV)
            return true;
    }
    return false;
}

/* Captions where the text is, and of a picture just before it. */
static void take_captions(Taking *taking, size_t first, size_t last)
{
    const BodyChoice *choice = taking->choice;
    size_t from = first > CAPTIONS_BEFORE ? first - CAPTIONS_BEFORE : 0;

    for (size_t i = from; i < last; i++) {
        if (is_caption(taking->forms[i].kind) && !is_strange(taking, choice->page.blocks.items[i].element) &&
            !is_in_navigation(&choice->page, i) && (i > first + HEAD_BLOCKS || !is_head_again(taking, i, 0)) &&
            choice->page.blocks.items[i].linked * 2 < choice->page.blocks.items[i].letters)
            taking->taken[i] = true;
    }
}

static size_t next_taken(const Taking *taking, size_t from)
{
    while (from < taking->choice->page.blocks.count && !taking->taken[from])
        from++;
    return from < taking->choice->page.blocks.count ? from : NO_INDEX;
}

/* ---- tables ---- */

typedef struct Table {
    uint32_t element;
    Range blocks;
    uint32_t letters, linked, taken; /* letters of all, of links, of what is taken */
    bool is_layout;                  /* texts stand in it, not data */
} Table;

/* False: the block at `at` is in no table. */
static bool read_table(const Taking *taking, size_t at, Table *table)
{
    const Page *page = &taking->choice->page;
    uint32_t cell = 0, letters = 0; /* the one under way, and what it has */

    *table = (Table){.element = taking->forms[at].is_cell ? taking->forms[at].holder : 0, .blocks = {at, at}};
    if (!table->element)
        return false;
    for (size_t i = at; i < page->blocks.count && taking->forms[i].is_cell && taking->forms[i].holder == table->element;
         i++) {
        uint32_t here = table_cell_of(page, i, taking->forms[i].row);

        letters = (here == cell ? letters : 0) + page->blocks.items[i].letters;
        cell = here;
        table->letters += page->blocks.items[i].letters;
        table->linked += page->blocks.items[i].linked;
        table->taken += taking->taken[i] ? page->blocks.items[i].letters : 0;
        table->is_layout =
            table->is_layout || page->blocks.items[i].letters > TABLE_BLOCK_LETTERS || letters > TABLE_CELL_LETTERS;
        table->blocks.end = i + 1;
    }
    return true;
}

/*
 * A table of data in the text is all there, or nothing of it: its numbers are no sentences, which is what blocks are judged by. One that stands apart
 * is taken when most of it was chosen.
 */
static void take_table(Taking *taking, const Table *table, size_t before, size_t behind)
{
    bool is_text = table->linked * 3 < table->letters && is_like_text(taking, table->element) &&
                   part_is_in_text(&taking->choice->page, table->element, before, behind);

    if (!is_text && (table->is_layout || (table->taken * 2 < table->letters && table->taken * 4 >= table->letters)))
        return;
    for (size_t i = table->blocks.start; i < table->blocks.end; i++)
        taking->taken[i] = is_text || table->taken * 2 >= table->letters;
}

static void take_tables(Taking *taking, size_t first, size_t last)
{
    size_t before = NO_INDEX, behind = 0;
    Table table;

    while (first && taking->forms[first].is_cell && taking->forms[first - 1].holder == taking->forms[first].holder)
        first--;
    for (size_t i = first; i <= last;) {
        if (read_table(taking, i, &table)) {
            behind = behind >= table.blocks.end ? behind : next_taken(taking, table.blocks.end);
            take_table(taking, &table, before, behind);
            i = table.blocks.end;
            continue;
        }
        before = taking->taken[i] ? i : before;
        i++;
    }
}

/* ---- quotations and headings ---- */

/* What others are quoted with, in the text: it may look like something that is set beside it. */
static void take_quotations(Taking *taking, size_t first, size_t last)
{
    const Page *page = &taking->choice->page;
    size_t before = first, behind = first;

    for (size_t i = first; i < last; i++) {
        const BlockForm *form = &taking->forms[i];
        bool is_cite =
            form->kind == BLOCK_CITE && i && taking->taken[i - 1] && taking->forms[i - 1].holder == form->holder;

        before = taking->taken[i] ? i : before;
        if (taking->taken[i] || (form->kind != BLOCK_BLOCKQUOTE && !is_cite))
            continue;
        behind = behind > i ? behind : next_taken(taking, i + 1);
        taking->taken[i] =
            is_cite || (page->blocks.items[i].linked * 2 < page->blocks.items[i].letters &&
                        is_like_text(taking, form->holder) && part_is_in_text(page, form->holder, before, behind));
    }
}

/* The element that makes a block a heading: <h3> of <h3><div>Looking ahead</div></h3>. */
static const PageElement *heading_of(const Page *page, size_t block)
{
    const PageElement *element = page_block_element(page, block);

    for (int i = 0; i < HEADING_LEVELS && element->parent && !(html_tag_traits(element->tag) & TAG_HEADING); i++)
        element = &page->elements.items[element->parent];
    return element;
}

/* Headings of one level in elements of one name; ids, which are each another's, are not looked at. */
static bool are_like(const Page *page, const PageElement *a, const PageElement *b)
{
    return a->tag == b->tag && text_equal(page->elements.items[a->parent].names, page->elements.items[b->parent].names);
}

/* A heading before what is taken, where another one like it is. */
static void take_headings(Taking *taking, size_t first, size_t last)
{
    const Page *page = &taking->choice->page;
    const PageElement *like[HEADING_LOOKS];
    size_t count = 0;

    for (size_t i = first; i <= last; i++) {
        const PageElement *heading = heading_of(page, i);
        bool is_new = taking->taken[i] && taking->forms[i].kind == BLOCK_HEADING && count < COUNT_OF(like);

        for (size_t k = 0; is_new && k < count; k++)
            is_new = !are_like(page, like[k], heading);
        if (is_new)
            like[count++] = heading;
    }
    for (size_t i = last; i-- > first;) {
        if (taking->taken[i] || taking->forms[i].kind != BLOCK_HEADING || !taking->taken[i + 1] ||
            page->blocks.items[i].linked)
            continue;
        for (size_t k = 0; k < count; k++)
            taking->taken[i] |= are_like(page, like[k], heading_of(page, i));
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

        if (!taking->taken[i] || text.size < 20 || text.size > 400 || is_caption(taking->forms[i].kind) ||
            (taking->forms[i].kind != BLOCK_BLOCKQUOTE && !element->furniture_tags && !element->furniture))
            continue;
        looks++;
        at = text_find(all, text, 0);
        if (at != TEXT_NOT_FOUND && text_find(all, text, at + text.size) != TEXT_NOT_FOUND)
            taking->taken[i] = false;
    }
}

/* ---- what stands behind the text ---- */

/* Short, or most of it a link: what stands below "Related articles". */
static bool may_be_reference(const Taking *taking, size_t at)
{
    enum { SHORT = 200 /* letters */ };
    const PageBlock *block = &taking->choice->page.blocks.items[at];

    return block->letters < SHORT || block->linked * 2 > block->letters;
}

static size_t taken_before(const Taking *taking, size_t at)
{
    while (at > 0 && !taking->taken[at - 1])
        at--;
    return at ? at - 1 : NO_INDEX;
}

/* A heading that may be of what stands below the text: "Related stories", "Was this of use?". One that is a sentence says something: "Let's go!" */
static bool is_of_next(const Taking *taking, size_t at)
{
    enum { LONGEST = 120 /* bytes */ };
    Text text = page_block_text(&taking->choice->page, at);

    return taking->forms[at].kind == BLOCK_HEADING && text.size <= LONGEST &&
           (text_ends_with(text, TEXT("?")) || !(line_ends_sentence(text) || text_ends_with(text, TEXT("…"))));
}

static bool is_line_of_end(const Taking *taking, size_t at)
{
    const Page *page = &taking->choice->page;

    return edge_line_of_end(page_block_text(page, at), page->blocks.items[at].linked > 0);
}

/* Where what does not belong to the text begins at its end; `end`: nowhere. A heading with nothing behind it is of something else. */
static size_t end_of_text(const Taking *taking, size_t first, size_t end)
{
    enum { LINES_MOST = 15 };
    size_t found = end, lines = 0;

    for (size_t i = taken_before(taking, end); i != NO_INDEX && i > first && lines < LINES_MOST;
         i = taken_before(taking, i), lines++) {
        if (is_line_of_end(taking, i) || (is_of_next(taking, i) && taken_before(taking, found) == i))
            found = i;
        else if (!may_be_reference(taking, i))
            break;
    }
    return found;
}

static void drop_end(Taking *taking, size_t first)
{
    size_t count = taking->choice->page.blocks.count;

    for (size_t i = end_of_text(taking, first, count); i < count; i++)
        taking->taken[i] = false;
}

/* What tables brought back, whose cells are the lines of a mailed letter. */
static void drop_head(Taking *taking, size_t first)
{
    for (size_t i = first > HEAD_BLOCKS ? first - HEAD_BLOCKS : 0; i < first; i++) {
        if (taking->taken[i] && is_head_again(taking, i, 0))
            taking->taken[i] = false;
    }
}

static bool take_chosen(Taking *taking)
{
    const BodyChoice *choice = taking->choice;
    size_t count = choice->page.blocks.count, first = NO_INDEX, last = 0;
    unsigned paragraphs = 0;

    for (size_t i = 0; i < count; i++) {
        taking->taken[i] = choice->kept[i];
        if (!taking->taken[i])
            continue;
        if ((first == NO_INDEX || i < first + HEAD_BLOCKS) && is_head_again(taking, i, paragraphs)) {
            taking->taken[i] = false;
            continue;
        }
        first = first == NO_INDEX ? i : first;
        paragraphs += choice->page.blocks.items[i].letters >= PARAGRAPH_LEAST;
        last = i;
    }
    if (first == NO_INDEX)
        return false;
    taking->text = choice->page.blocks.items[first].element;
    whole_parts_take(choice, taking->forms, (Range){first, last + 1}, taking->taken);
    take_captions(taking, first, last);
    take_tables(taking, first, last);
    drop_head(taking, first);
    take_quotations(taking, first, last);
    take_headings(taking, first, last);
    drop_pull_quotes(taking);
    drop_end(taking, first);
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

        if (is_head_again(taking, i, 0))
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
    Taking taking = {.arena = arena, .article = article, .choice = choice, .forms = forms, .taken = taken};

    taking.title = value_letters(arena, article->fields[FIELD_TITLE]);
    return (!is_small(choice) && take_chosen(&taking)) || take_all(&taking);
}
