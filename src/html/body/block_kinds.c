/* What a block is, the nearest element above it says that has one of these meanings: <td> in <blockquote> is a cell, <p> in <li> is an item. */
#include "html/body/block_kinds.h"

#include "html/body/blocks/page_names.h"

enum {
    ABOVE = 12 /* elements that are looked at */,
    CITE_LONGEST = 120 /* letters */,
    HEADING_LONGEST = 120 /* of one that is a sentence */
};

static const struct {
    HtmlTag tag;
    BlockKind kind;
    bool is_cell;
} meanings[] = {
    {HTML_PRE, BLOCK_VERBATIM, false},          {HTML_LI, BLOCK_LIST_ITEM, false},
    {HTML_TD, BLOCK_PARAGRAPH, true},           {HTML_TH, BLOCK_PARAGRAPH, true},
    {HTML_BLOCKQUOTE, BLOCK_BLOCKQUOTE, false}, {HTML_FIGCAPTION, BLOCK_CAPTION, false},
    {HTML_FIGURE, BLOCK_CAPTION, false},
};

static bool has_name(Text names, const Text *wanted, size_t count)
{
    Text word;
    bool goes_on;

    for (size_t at = 0; page_names_next(names, &at, &word, &goes_on);) {
        if (text_is_one_of(word, wanted, count))
            return true;
    }
    return false;
}

static bool is_credit(const PageFacts *facts, size_t block)
{
    static const Text names[] = {LITERAL("credit"),       LITERAL("credits"),  LITERAL("copyright"),
                                 LITERAL("photographer"), LITERAL("fotograf"), LITERAL("attribution"),
                                 LITERAL("byline"),       LITERAL("agency")};
    static const Text starts[] = {LITERAL("photo:"),  LITERAL("photo by"), LITERAL("photograph:"),
                                  LITERAL("image:"),  LITERAL("foto:"),    LITERAL("bild:"),
                                  LITERAL("credit:"), LITERAL("quelle:"),  LITERAL("\xC2\xA9"),
                                  LITERAL("(c) "),    LITERAL("picture:"), LITERAL("illustration:")};
    Text lower = facts->blocks[block].lower;

    if (facts->page->blocks.items[block].letters > 120)
        return false;
    if (has_name(page_block_element(facts->page, block)->names, names, COUNT_OF(names)))
        return true;
    for (size_t i = 0; i < COUNT_OF(starts); i++) {
        if (text_starts_with(lower, starts[i]))
            return true;
    }
    return false;
}

/* <p class="wp-caption-text">, <span class="image-caption">, <div class="image-text">: a caption outside of <figure>. Names of one word or two. */
static bool is_named_caption(const PageElement *element)
{
    static const Text names[] = {LITERAL("caption"),    LITERAL("figcaption"),        LITERAL("bildunterschrift"),
                                 LITERAL("image-text"), LITERAL("image-credit"),      LITERAL("photo-credit"),
                                 LITERAL("photo-text"), LITERAL("photo-description"), LITERAL("image-description")};
    Text word, last = {0};
    bool goes_on;

    for (size_t at = 0; page_names_next(element->names, &at, &word, &goes_on); last = word) {
        Text both = goes_on ? (Text){last.bytes, (size_t)(word.bytes - last.bytes) + word.size} : word;

        if (TEXT_IS_ONE_OF(word, names) || TEXT_IS_ONE_OF(both, names))
            return true;
    }
    return false;
}

static uint32_t above(const PageFacts *facts, uint32_t element, HtmlTag tag)
{
    for (unsigned i = 0; i < ABOVE && element; i++) {
        if (facts->page->elements.items[element].tag == tag)
            return element;
        element = facts->page->elements.items[element].parent;
    }
    return 0;
}

static void read_meaning(const PageFacts *facts, size_t block, uint32_t element, size_t meaning, BlockForm *form)
{
    const PageElement *elements = facts->page->elements.items;

    form->kind = meanings[meaning].kind;
    form->is_cell = meanings[meaning].is_cell;
    form->holder = form->row = element;
    if (form->kind == BLOCK_LIST_ITEM) {
        form->holder = elements[element].parent;
        if (elements[form->holder].tag == HTML_OL)
            form->kind = BLOCK_ORDERED_ITEM;
    }
    if (form->is_cell) {
        form->holder = above(facts, element, HTML_TABLE);
        form->row = above(facts, element, HTML_TR);
    }
    if (form->kind == BLOCK_BLOCKQUOTE) {
        HtmlTag own = page_block_element(facts->page, block)->tag;

        if (own == HTML_CITE || own == HTML_FOOTER || own == HTML_FIGCAPTION ||
            above(facts, facts->page->blocks.items[block].element, HTML_CITE))
            form->kind = BLOCK_CITE;
    }
}

/* A standfirst, or words that are to be large: <h2>Appearing before the court, the delegation said …</h2>. */
static bool is_long_sentence(const PageFacts *facts, size_t block)
{
    return facts->page->blocks.items[block].letters > HEADING_LONGEST && facts->blocks[block].is_sentence;
}

static BlockForm form_of(const PageFacts *facts, size_t block)
{
    const PageElement *elements = facts->page->elements.items;
    uint32_t element = facts->page->blocks.items[block].element, at = element;
    BlockForm form = {.kind = BLOCK_PARAGRAPH};

    if (facts->elements[element].headings) {
        form.kind =
            is_long_sentence(facts, block) || facts->blocks[block].is_standfirst ? BLOCK_PARAGRAPH : BLOCK_HEADING;
        return form;
    }
    for (unsigned i = 0; i < ABOVE && at; i++, at = elements[at].parent) {
        size_t meaning = 0;

        if (i < 2 && is_named_caption(&elements[at])) {
            form.kind = BLOCK_CAPTION;
            form.holder = elements[at].parent;
        }
        while (meaning < COUNT_OF(meanings) && meanings[meaning].tag != elements[at].tag)
            meaning++;
        if (meaning < COUNT_OF(meanings) && form.kind == BLOCK_PARAGRAPH)
            read_meaning(facts, block, at, meaning, &form);
        if (form.kind != BLOCK_PARAGRAPH || form.is_cell)
            break;
    }
    if (form.kind == BLOCK_CAPTION) {
        uint32_t figure = above(facts, element, HTML_FIGURE);

        form.holder = figure ? figure : form.holder;
        form.kind = is_credit(facts, block) ? BLOCK_CREDIT : BLOCK_CAPTION;
    }
    return form;
}

/* What <ol start=…> says, else 1. */
static unsigned first_number(const PageFacts *facts, uint32_t list)
{
    size_t number;
    Text start = html_attribute(facts->page->tree, facts->page->elements.items[list].node, TEXT("start"));

    return text_to_number(start, 100000, &number) && number ? (unsigned)number : 1;
}

/* An item that has a heading is a part of the page rather: what stands in it is what it is outside of lists too. */
static void open_items(const PageFacts *facts, bool *has_heading, BlockForm *forms)
{
    for (size_t i = 0; i < facts->page->blocks.count; i++) {
        if (forms[i].kind == BLOCK_HEADING)
            has_heading[above(facts, facts->page->blocks.items[i].element, HTML_LI)] = true;
    }
    has_heading[0] = false; /* in no item */
    for (size_t i = 0; i < facts->page->blocks.count; i++) {
        if (block_is_item(forms[i].kind) && has_heading[forms[i].row])
            forms[i] = (BlockForm){.kind = BLOCK_PARAGRAPH};
    }
}

/*
 * Who is quoted stands below, and is no caption, nor a paragraph: <figure><blockquote>…</blockquote><figcaption>Ann Vik</figcaption></figure>,
 * <div><blockquote>…</blockquote><p>Ann Vik</p></div>.
 */
static bool is_below_quotation(const PageFacts *facts, const BlockForm *forms, size_t block)
{
    const PageElement *elements = facts->page->elements.items;
    const PageBlock *blocks = facts->page->blocks.items;
    uint32_t quotation = block ? forms[block - 1].holder : 0, around = elements[quotation].parent;

    if (!quotation || forms[block - 1].kind != BLOCK_BLOCKQUOTE || blocks[block].letters > CITE_LONGEST ||
        facts->blocks[block].is_sentence)
        return false;
    if (forms[block].kind == BLOCK_CAPTION)
        return forms[block].holder && forms[block].holder == above(facts, quotation, HTML_FIGURE);
    return forms[block].kind == BLOCK_PARAGRAPH && elements[blocks[block].element].parent == around &&
           facts->elements[around].blocks == facts->elements[quotation].blocks + 1;
}

static void number_items(Arena *arena, const PageFacts *facts, BlockForm *forms)
{
    uint32_t *last_items =
        ARENA_ARRAY(arena, uint32_t, facts->page->elements.count + 1); /* of lists: the item that came last */
    unsigned *numbers = ARENA_ARRAY(arena, unsigned, facts->page->elements.count + 1);

    for (size_t i = 0; i < facts->page->blocks.count; i++) {
        BlockForm *form = &forms[i];

        if (form->kind != BLOCK_LIST_ITEM && form->kind != BLOCK_ORDERED_ITEM)
            continue;
        form->begins_item = last_items[form->holder] != form->row;
        if (form->begins_item)
            numbers[form->holder] += numbers[form->holder] ? 1 : first_number(facts, form->holder);
        last_items[form->holder] = form->row;
        form->number = form->kind == BLOCK_ORDERED_ITEM ? numbers[form->holder] : 0;
    }
}

BlockForm *block_forms_read(Arena *arena, const PageFacts *facts)
{
    size_t count = facts->page->blocks.count;
    BlockForm *forms = ARENA_ARRAY(arena, BlockForm, count + 1);

    for (size_t i = 0; i < count; i++)
        forms[i] = form_of(facts, i);
    open_items(facts, ARENA_ARRAY(arena, bool, facts->page->elements.count + 1), forms);
    number_items(arena, facts, forms);
    for (size_t i = 0; i < count; i++) {
        if (is_below_quotation(facts, forms, i))
            forms[i] = (BlockForm){.kind = BLOCK_CITE, .holder = forms[i - 1].holder};
    }
    return forms;
}
