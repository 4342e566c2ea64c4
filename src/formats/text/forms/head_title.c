/*
 * Above a title may stand what is none: a kicker ("REGION"), who publishes, the title as the page has it. Each is told
 * by how it stands to the headline that follows.
 */
#include "formats/text/forms/head_units.h"

#include "formats/text/forms/head_byline.h"
#include "formats/text/words/line_words.h"

enum { KICKED_WORDS = 13 /* of a title below a kicker; more are a standfirst below a title */ };

static bool is_kicker(const Head *head, size_t unit, size_t next)
{
    Text line = head->lines[head->units[unit].start];
    Text title = head->lines[head->units[next].start];
    size_t words = unit_words(head, unit), next_words = unit_words(head, next);

    if (head->units[unit].end - head->units[unit].start > 1 || words > 3 || line_ends_sentence(line) ||
        next_words < words + 1 || next_words > KICKED_WORDS || text_find_byte(line, ':', 0) != TEXT_NOT_FOUND)
        return false;
    if (line_case(line) == LETTERS_CAPITAL && line_case(title) != LETTERS_CAPITAL)
        return true;
    if (line_case(line) == LETTERS_HEADLINE && line_case(title) == LETTERS_SENTENCE && next_words >= 6)
        return true; /* "Rates & Bonds" */
    return (words == 1 && next_words >= 4) || (words == 2 && next_words >= 5 && line_case(line) != LETTERS_SENTENCE);
}

/* Do three stand one below the other before a byline or a date, the last of them a sentence? "Letter from Dunmere", title, what it is about. */
static bool is_first_of_three(const Head *head, size_t unit, size_t next)
{
    enum { KICKER_WORDS = 4 };
    size_t last = next + 1, words = unit_words(head, unit);
    bool apart = !head->units[next].attached && next == unit + 1 && last < head->zone && !head->units[last].attached;

    return apart && words <= KICKER_WORDS && unit_words(head, next) > words &&
           (unit_form(head, last) == FORM_PROSE || unit_form(head, last) == FORM_PLAIN) &&
           line_case(head->lines[head->units[last].start]) == LETTERS_SENTENCE &&
           line_case(head->lines[head->units[next].start]) == LETTERS_HEADLINE &&
           form_is_anchor(unit_form(head, last + 1)) && !line_ends_sentence(head->lines[head->units[unit].start]);
}

bool title_is_said_again(const Head *head, size_t unit, size_t next)
{
    Text line = head->lines[head->units[unit].start], again = head->lines[head->units[next].start];
    size_t start = text_find(line, again, 0);

    if (start == TEXT_NOT_FOUND || again.size == line.size || text_count_words(again) < 2)
        return false;
    return text_ends_with(text_slice(line, (Range){0, start}), TEXT(": ")) ||
           (text_starts_with(text_slice(line, (Range){start + again.size, line.size}), TEXT(" ")) &&
            text_starts_with(head_value(line, HEAD_TITLE), again) && head_value(line, HEAD_TITLE).size > again.size);
}

bool title_is_publisher(const Head *head, size_t unit, size_t next)
{
    Text line = head->lines[head->units[unit].start];
    bool apart = line_case(line) == LETTERS_HEADLINE && !head->units[next].attached && text_count_words(line) <= 4;

    return head->units[unit].end - head->units[unit].start == 1 && (line_is_capitals(line) || apart) &&
           !line_is_capitals(head->lines[head->units[next].start]) && byline_is_publisher(line) &&
           unit_words(head, next) >= 3 && line_find_words(line, TEXT("to")) == TEXT_NOT_FOUND;
}

/* The next unit that may be a headline, from `unit` on; head->zone: none. */
static size_t next_headline(const Head *head, size_t unit)
{
    while (unit < head->zone && unit_form(head, unit) != FORM_PLAIN)
        unit++;
    return unit;
}

static size_t count_short_headlines(const Head *head)
{
    size_t count = 0;

    for (size_t i = next_headline(head, 0); i < head->zone && unit_words(head, i) <= 3; i = next_headline(head, i + 1))
        count++;
    return count;
}

/* Does a longer headline follow within a few, of which `unit` is the kicker? */
static bool is_kicker_of_next(const Head *head, size_t unit)
{
    enum { KICKERS_IN_A_ROW = 3 };
    bool section = false;

    for (size_t next = unit + 1, count = 0;
         next < head->zone && count < KICKERS_IN_A_ROW && !form_is_anchor(unit_form(head, next)); next++) {
        section |= unit_form(head, next) == FORM_SECTION; /* "Classical music" / "Review" / the title */
        if (unit_form(head, next) != FORM_PLAIN)
            continue;
        if (is_kicker(head, unit, next) || (section && unit_words(head, unit) <= 3 && unit_words(head, next) >= 5))
            return true;
        count++;
    }
    return false;
}

size_t head_find_title(const Head *head)
{
    size_t unit, labels = count_short_headlines(head);

    for (unit = 0; unit < head->zone; unit++) {
        if (unit_form(head, unit) == FORM_MARKED_TITLE)
            return unit;
    }
    unit = next_headline(head, 0);
    for (size_t next; unit < head->zone; unit = next) {
        next = next_headline(head, unit + 1);
        if (next >= head->zone ||
            !(is_kicker(head, unit, next) || is_kicker_of_next(head, unit) || is_first_of_three(head, unit, next) ||
              title_is_said_again(head, unit, next) || title_is_publisher(head, unit, next) ||
              (labels >= 3 && unit_words(head, unit) <= 3)))
            return unit;
    }
    for (unit = 0; unit < head->zone; unit++) {
        if (unit_form(head, unit) == FORM_MARKED_SUBTITLE ||
            ((unit_form(head, unit) == FORM_SOURCE || unit_form(head, unit) == FORM_SECTION) &&
             !head->units[unit].attached))
            return unit;
    }
    return head->zone;
}
