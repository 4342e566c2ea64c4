/*
 * Blocks are judged one by one, so that of a list with five items three may be chosen: those that are sentences. A list is taken when most of it was,
 * a program when the text goes on around it, and a paragraph when it stands between two that were, in the same element.
 */
#include "html/body/whole_parts.h"

enum {
    NEAR_LEVELS = 3,
    TEXT_LEVELS = 6,     /* from an element up to what holds the text too */
    PARAGRAPH_LEAST = 80 /* letters */
};

/* Does an element, some levels above another, hold it? */
static bool holds(const PageElement *elements, uint32_t holder, uint32_t element)
{
    for (int i = 0; i < TEXT_LEVELS && element > holder; i++)
        element = elements[element].parent;
    return element == holder;
}

bool part_is_in_text(const Page *page, uint32_t element, size_t before, size_t behind)
{
    const PageElement *elements = page->elements.items;
    const PageBlock *blocks = page->blocks.items;
    uint32_t holder = elements[element].parent;

    if (before == NO_INDEX && behind == NO_INDEX)
        return false;
    for (int level = 0; level < TEXT_LEVELS && holder; level++, holder = elements[holder].parent) {
        bool is_below = before == NO_INDEX || holds(elements, holder, blocks[before].element),
             is_above = behind == NO_INDEX || holds(elements, holder, blocks[behind].element);

        if (is_below && (is_above || (before != NO_INDEX && level < NEAR_LEVELS)))
            return true;
    }
    return false;
}

/* ---- lists ---- */

typedef struct List {
    Range blocks;
    uint32_t letters, linked, taken; /* letters of all, of links, of what is taken */
} List;

static bool is_item(const BlockForm *form)
{
    return form->kind == BLOCK_LIST_ITEM || form->kind == BLOCK_ORDERED_ITEM;
}

static List read_list(const Page *page, const BlockForm *forms, size_t at, const unsigned char *taken)
{
    List list = {.blocks = {at, at}};

    for (size_t i = at; i < page->blocks.count && is_item(&forms[i]) && forms[i].holder == forms[at].holder; i++) {
        list.letters += page->blocks.items[i].letters;
        list.linked += page->blocks.items[i].linked;
        list.taken += taken[i] ? page->blocks.items[i].letters : 0;
        list.blocks.end = i + 1;
    }
    return list;
}

static void take_lists(const BodyChoice *choice, const BlockForm *forms, Range text, unsigned char *taken)
{
    for (size_t i = text.start; i < text.end;) {
        List list = {.blocks = {i, i + 1}};

        if (is_item(&forms[i]))
            list = read_list(&choice->page, forms, i, taken);
        for (size_t k = i; list.taken * 2 > list.letters && list.linked * 2 < list.letters && k < list.blocks.end; k++)
            taken[k] = taken[k] || !choice->facts.blocks[k].is_label;
        i = list.blocks.end;
    }
}

/* ---- programs and paragraphs ---- */

static bool is_program(const BodyChoice *choice, const BlockForm *forms, size_t at, size_t before, size_t behind)
{
    return forms[at].kind == BLOCK_VERBATIM && before != NO_INDEX && behind != NO_INDEX &&
           part_is_in_text(&choice->page, forms[at].holder, before, behind);
}

static uint32_t parent_of(const Page *page, size_t block)
{
    return page->elements.items[page->blocks.items[block].element].parent;
}

static bool is_between(const BodyChoice *choice, const BlockForm *forms, size_t at, const unsigned char *taken)
{
    const Page *page = &choice->page;
    const PageBlock *block = &page->blocks.items[at];

    return at > 0 && at + 1 < page->blocks.count && taken[at - 1] && taken[at + 1] &&
           forms[at].kind == BLOCK_PARAGRAPH && !forms[at].is_cell && block->letters >= PARAGRAPH_LEAST &&
           block->linked * 2 < block->letters && choice->facts.blocks[at].is_sentence &&
           !choice->facts.blocks[at].is_furniture && parent_of(page, at) == parent_of(page, at - 1) &&
           parent_of(page, at) == parent_of(page, at + 1);
}

void whole_parts_take(const BodyChoice *choice, const BlockForm *forms, Range text, unsigned char *taken)
{
    size_t before = NO_INDEX, behind = text.start;

    take_lists(choice, forms, text, taken);
    for (size_t i = text.start; i < text.end; i++) {
        if (taken[i]) {
            before = i;
            continue;
        }
        while (behind < text.end && (behind <= i || !taken[behind]))
            behind++;
        taken[i] = is_program(choice, forms, i, before, behind < text.end ? behind : NO_INDEX) ||
                   is_between(choice, forms, i, taken);
        before = taken[i] ? i : before;
    }
}
