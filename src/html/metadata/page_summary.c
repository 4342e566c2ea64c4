/*
 * What stands below the headline, a second one or a standfirst, and what the page says of itself to those who list it. Where that is the start
 * of a line that is printed there, cut to some length, the line is meant.
 */
#include "html/metadata/page.h"
#include "html/metadata/sources/plain_value.h"

enum { LINES_LOOKED_AT = 12, SUBTITLE_LONGEST = 300, DESCRIPTION_LONGEST = 2000 /* bytes */, LETTERS_LEAST = 30 };

static Text told(const Page *page)
{
    Text description = page->data.rank >= LINKED_WORK
                           ? linked_text(page->arena, &page->data, page->data.best, TEXT("description"))
                           : (Text){0};

    return description.size ? description : meta_first(&page->metas, META_DESCRIPTION);
}

/* The lines below the headline. */
static Range lines_below(const Page *page)
{
    size_t first = page->headline + 1, count = page->lines.items.count;

    if (page->headline == NO_INDEX)
        return (Range){0, 0};
    return (Range){first, first + LINES_LOOKED_AT < count ? first + LINES_LOOKED_AT : count};
}

/* Of the printed line that begins as the text does, up to the dots that it ends with; else itself. */
static Text whole(const Page *page, Text text)
{
    Range range = lines_below(page);
    Text letters = value_letters(page->arena, text);

    for (size_t i = range.start; i < range.end && letters.size >= LETTERS_LEAST; i++) {
        Text line = page->lines.items.items[i].text;

        if (line.size <= DESCRIPTION_LONGEST && text_starts_with(value_letters(page->arena, line), letters))
            return line;
    }
    return text;
}

/* The first line there that markup calls so. */
static Text printed_below(const Page *page)
{
    Range range = lines_below(page);

    for (size_t i = range.start; i < range.end; i++) {
        const PageLine *line = &page->lines.items.items[i];

        if (line->hints[HINT_SUBTITLE] && !line->hints[HINT_ASIDE] && line->text.size <= DESCRIPTION_LONGEST)
            return line->text;
    }
    return (Text){0};
}

static bool are_equal(const Page *page, Text a, Text b)
{
    return text_equal(value_letters(page->arena, a), value_letters(page->arena, b));
}

void page_summary_read(const Page *page, Article *article)
{
    Text description = told(page), below = printed_below(page), title = article->fields[FIELD_TITLE];

    description = description.size <= DESCRIPTION_LONGEST ? whole(page, description) : (Text){0};
    if (are_equal(page, description, title))
        description = (Text){0};
    if (below.size && !are_equal(page, below, description) && !are_equal(page, below, title)) {
        if (below.size <= SUBTITLE_LONGEST && description.size)
            article->fields[FIELD_SUBTITLE] = below;
        else if (description.size == 0)
            description = below;
    }
    article->fields[FIELD_DESCRIPTION] = description;
}
