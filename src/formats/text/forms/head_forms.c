/*
 * The form of each line: by itself, as far as that must be asked, and then by its neighbours, which tell an underline,
 * turns of talk, a list of names, a line that goes on in the next.
 */
#include "formats/text/forms/head_units.h"

#include "formats/text/forms/head_byline.h"
#include "formats/text/forms/furniture.h"
#include "formats/text/words/cut_lines.h"
#include "formats/text/words/line_words.h"

/* The width of a text that was cut to fit one: several lines come near to the longest. */
static size_t width_of(const Head *head)
{
    enum { NEAR_LEAST = 3 };
    size_t longest = cut_lines_longest(head->lines, head->count), near = 0;

    if (longest > CUT_LINE_WIDEST)
        return 0;
    for (size_t i = 0; i < head->count; i++)
        near += line_columns(head->lines[i]) + 12 > longest;
    return near >= NEAR_LEAST ? longest : 0;
}

static bool has_digit(Text line)
{
    for (size_t i = 0; i < line.size; i++) {
        if (ascii_is_digit(line.bytes[i]))
            return true;
    }
    return false;
}

/* Are the lines above more than a headline has, and plain all of them? */
static bool is_below_prose(const Head *head, size_t at)
{
    size_t lines = 0;

    while (lines < at && lines < HEAD_TITLE_LINES && head->forms[at - 1 - lines] == FORM_PLAIN)
        lines++;
    return lines == HEAD_TITLE_LINES;
}

/*
 * Many words that begin small, without a number, a label or the opening of a byline, where the line above is full and open: nothing but plain. Most
 * lines of a text that was cut are so, and need none of the questions what they are by themselves.
 */
static bool goes_on_plainly(const Head *head, size_t at)
{
    enum { WORDS = 7 /* no role has more */, WORDS_IN_PROSE = 3 };
    Text line = head->lines[at];

    return head->width && at > 0 && head->forms[at - 1] == FORM_PLAIN && line.size && ascii_is_lower(line.bytes[0]) &&
           cut_line_is_full(head->lines[at - 1], line, head->width) && !line_ends_sentence(head->lines[at - 1]) &&
           text_count_words(line) >= (is_below_prose(head, at) ? WORDS_IN_PROSE : WORDS) && !has_digit(line) &&
           text_find(line, TEXT(": "), 0) == TEXT_NOT_FOUND && !head_begins_as_byline(line);
}

/* Do all lines from `start` to `end` but the last come near to the longest, and are there more of them than a headline has? */
static bool is_tall_prose(const Head *head, size_t start, size_t end)
{
    size_t longest = cut_lines_longest(head->lines + start, end - start);

    if (end - start <= HEAD_TITLE_LINES || longest < CUT_COLUMN_NARROWEST || longest > CUT_LINE_WIDEST)
        return false;
    for (size_t i = start; i + 1 < end; i++) {
        if (!cut_line_is_near(head->lines[i], longest))
            return false;
    }
    return true;
}

/* Begins the line with what may be a mark of a list, a heading or a fence, or has it a label? */
static bool has_marks(Text line)
{
    return !(ascii_is_alpha(line.bytes[0]) || line.bytes[0] & 0x80) || text_find(line, TEXT(": "), 0) != TEXT_NOT_FOUND;
}

static LineForm form_at(const Head *head, size_t at, size_t start, bool prose)
{
    Text line = head->lines[at];

    if (goes_on_plainly(head, at) || (prose && at > start && !has_marks(line)))
        return FORM_PLAIN;
    return prose && !has_marks(line) ? head_paragraph_form(line) : head_line_form(line);
}

/* The forms of lines that stand together; in a paragraph that was cut to fit a width no line needs to be asked what it is by itself. */
static void find_forms(Head *head, size_t start, size_t end)
{
    bool prose = is_tall_prose(head, start, end);

    for (size_t i = start; i < end; i++)
        head->forms[i] = form_at(head, i, start, prose);
}

/* ---- forms that neighbours tell ---- */

static void find_underlined(Head *head)
{
    for (size_t i = 0; i + 1 < head->count; i++) {
        bool first = i == 0 || head->forms[i - 1] == FORM_BLANK;

        if (head->forms[i] == FORM_BLANK || head->forms[i] == FORM_MARKS || !first ||
            head->lines[i].size > HEAD_TITLE_LONGEST)
            continue;
        if (head_is_underline(head->lines[i + 1], '=') || head_is_underline(head->lines[i + 1], '-')) {
            head->forms[i] = FORM_MARKED_TITLE;
            head->forms[i + 1] = FORM_MARKS;
        }
    }
}

static bool is_item(const Head *head, size_t line)
{
    size_t marker;
    unsigned number;

    return head->forms[line] == FORM_BODY && list_item(head->lines[line], &marker, &number);
}

static void find_runs(Head *head)
{
    for (size_t i = 0; i < head->count; i++) {
        size_t run = head->forms[i] == FORM_BLANK ? 0 : furniture_run(head->lines + i, head->count - i);

        for (size_t end = i + run; run && i < head->count && (i < end || is_item(head, i)); i++) {
            if (head->forms[i] == FORM_PLAIN || is_item(head, i))
                head->forms[i] = FORM_NOTE;
        }
    }
}

/* The next line that is not blank, or the one before (`step` of -1); head->count: none. */
static size_t neighbour(const Head *head, size_t line, int step)
{
    do {
        line += (size_t)step; /* past the first it becomes SIZE_MAX */
    } while (line < head->count && head->forms[line] == FORM_BLANK);
    return line < head->count ? line : head->count;
}

static bool is_label_at(const Head *head, size_t line)
{
    return line < head->count && head_is_label(head->lines[line]) &&
           (head->forms[line] == FORM_PLAIN || head->forms[line] == FORM_BODY);
}

/* "Lena Orr (00:07)", above what she says. */
static bool is_timed_label(Text line)
{
    size_t open = line.size;
    bool colon = false;

    if (line.size < 2 || (line.bytes[line.size - 1] != ')' && line.bytes[line.size - 1] != ']'))
        return false;
    for (open--; open > 0 && (ascii_is_digit(line.bytes[open - 1]) || line.bytes[open - 1] == ':'); open--)
        colon = colon || line.bytes[open - 1] == ':';
    return colon && open > 2 && (line.bytes[open - 1] == '(' || line.bytes[open - 1] == '[');
}

/* Such labels, two or more, and the lines below them. */
static void find_timed_turns(Head *head)
{
    size_t labels = 0;

    for (size_t i = 0; i < head->count; i++)
        labels += is_timed_label(head->lines[i]);
    for (size_t i = 0; i < head->count && labels > 1; i++) {
        if (is_timed_label(head->lines[i]) || (i > 0 && head->lines[i].size && is_timed_label(head->lines[i - 1])))
            head->forms[i] = FORM_BODY;
    }
}

/* Turns of talk: two labels, one after the other. A headline above them may have one too ("Hearing: The Ferry"), and ends without a stop. */
static void find_turns(Head *head)
{
    find_timed_turns(head);
    for (size_t i = 0; i < head->count; i++) {
        size_t before = neighbour(head, i, -1), next = neighbour(head, i, 1);

        if (!is_label_at(head, i) || (is_label_at(head, next) && text_equal(head->lines[i], head->lines[next])))
            continue;
        if (is_label_at(head, before) || (is_label_at(head, next) && line_ends_sentence(head->lines[i])))
            head->forms[i] = FORM_BODY;
    }
}

/* "Frankfurt, October 23, 2024" above a name: a date, and no dateline. */
static void find_places_with_dates(Head *head)
{
    Range place, source, date;
    bool plain = false;

    for (size_t i = 0; i + 1 < head->count; i++) {
        size_t next = neighbour(head, i, 1);
        LineForm below = next < head->count ? head->forms[next] : FORM_BODY;

        if (head->forms[i] == FORM_BODY &&
            head_dateline(head->lines[i], &place, &source, &date) == head->lines[i].size && !range_is_empty(date) &&
            (below == FORM_NAME || below == FORM_BYLINE || below == FORM_NOTE || below == FORM_CAPTION ||
             (below == FORM_PLAIN && !plain && head->lines[next].size <= HEAD_TITLE_LONGEST &&
              (!line_ends_sentence(head->lines[next]) || line_case(head->lines[next]) == LETTERS_CAPITAL))))
            head->forms[i] = FORM_DATE;
        plain |= head->forms[i] == FORM_PLAIN;
    }
}

/*
 * "NASA Teammates Recall Favorite Memories" / "Aboard Flying Laboratory" / "By Jane Doe": who wrote it is named further down, and the first word had
 * no room above, so that the name is none.
 */
static bool is_end_of_headline(const Head *head, size_t line)
{
    enum { LONG_COLUMNS = 30 };
    Text above = head->lines[line - 1], words = head->lines[line];
    size_t below = neighbour(head, line, 1),
           columns = line_columns(above) > line_columns(words) ? line_columns(above) : line_columns(words);

    return below < head->count && head->forms[below] == FORM_BYLINE && line_columns(above) >= LONG_COLUMNS &&
           cut_line_is_full(above, words, columns) && line_case(above) == LETTERS_HEADLINE &&
           !line_ends_with_stop(above);
}

/* A line that goes on in the next is plain whatever the next looks like alone: "… votes to close the" / "Port Hallam Courier". */
static void join_to_next(Head *head)
{
    for (size_t i = 0; i + 1 < head->count; i++) {
        LineForm next = head->forms[i + 1];
        Text last = line_last_word(head->lines[i]);

        if (head->forms[i] == FORM_PLAIN && next == FORM_NOTE && word_is_particle(last) &&
            text_count_words(head->lines[i]) >= 4)
            head->forms[i + 1] = FORM_PLAIN; /* "… Superalloy to" / "Benefit US Economy" */
        if (head->forms[i] == FORM_PLAIN &&
            (next == FORM_NAME || next == FORM_SOURCE || next == FORM_ROLE || next == FORM_SECTION) &&
            (word_is_particle(last) || byte_is_one_of(last.bytes[last.size - 1], ",;-") ||
             (next != FORM_SOURCE && is_end_of_headline(head, i + 1)) ||
             (head->width && line_columns(head->lines[i]) * 3 > head->width * 2 &&
              cut_line_is_full(head->lines[i], head->lines[i + 1], head->width))))
            head->forms[i + 1] = FORM_PLAIN;
    }
}

/* "1234 Port Elder" above a report from there: the number of a telegram and what it is about. "1984 Again" is a headline. */
static void find_numbered_slugs(Head *head)
{
    enum { DIGITS_LEAST = 3, DIGITS_MOST = 5 };

    for (size_t i = 0; i < head->count; i++) {
        Text line = head->lines[i];
        size_t digits = 0, year = 0, next = neighbour(head, i, 1);
        LineForm below = next < head->count ? head->forms[next] : FORM_BLANK;

        if (head->forms[i] != FORM_PLAIN || (below != FORM_PLAIN && below != FORM_BODY && below != FORM_BYLINE))
            continue;
        while (digits < line.size && ascii_is_digit(line.bytes[digits]))
            digits++;
        if (digits < DIGITS_LEAST || digits > DIGITS_MOST || text_count_words(line) < 2 || text_count_words(line) > 4 ||
            !word_begins_with_capital(text_slice(line, (Range){digits, line.size})) || line_ends_with_stop(line) ||
            (digits == 4 && text_to_number(text_slice(line, (Range){0, digits}), 2100, &year) && year >= 1800))
            continue;
        head->forms[i] = FORM_NOTE;
    }
}

/*
 * "Coastal Erosion in the Norrhavn" / "Basin, 1990–2020": a headline that begins like a name in a place. "Robot Team Builds High-Performance
 * Digital" / "Structure for NASA": or like a long name, in which it goes on.
 */
static void join_first_line(Head *head)
{
    size_t first = head->count && head->forms[0] == FORM_BLANK ? neighbour(head, 0, 1) : 0;
    size_t next = first + 1;

    if (next < head->count && head->forms[first] == FORM_NAME && head->forms[next] == FORM_PLAIN &&
        line_find_words(head->lines[first], TEXT("in")) != TEXT_NOT_FOUND &&
        line_case(head->lines[next]) == LETTERS_HEADLINE && !line_ends_with_stop(head->lines[next]))
        head->forms[first] = FORM_PLAIN;
    if (next < head->count && head->forms[first] == FORM_NAME &&
        (head->forms[next] == FORM_NAME || head->forms[next] == FORM_PLAIN) && is_end_of_headline(head, next))
        head->forms[first] = head->forms[next] = FORM_PLAIN;
}

/* Three names or more, one below the other, are a list of them. */
static void find_lists_of_names(Head *head)
{
    for (size_t i = 0, end; i < head->count; i = end + 1) {
        size_t names = 0;

        for (end = i; end < head->count && head->forms[end] != FORM_BLANK; end++)
            names += head->forms[end] == FORM_NAME;
        for (size_t line = i; line < end && names >= 3 && names == end - i; line++)
            head->forms[line] = FORM_BODY;
    }
}

/* Below "Contact:" stands whom to ask, and below "News provided by" who: no bylines. */
static void find_contacts(Head *head)
{
    LineForm form_below = FORM_BLANK;

    for (size_t i = 0; i < head->count; i++) {
        LineForm form = head->forms[i];
        Text start = text_slice(head->lines[i], (Range){0, 60});

        if (form_below != FORM_BLANK &&
            (form == FORM_NAME || form == FORM_ROLE || form == FORM_SOURCE || form == FORM_PLAIN))
            head->forms[i] = form_below;
        else if (form == FORM_NOTE && line_find_words(start, TEXT("contact")) != TEXT_NOT_FOUND)
            form_below = FORM_NOTE;
        else if (form == FORM_NOTE && line_begins_with(start, TEXT("news provided by")))
            form_below = FORM_SOURCE;
        if (form == FORM_BLANK)
            form_below = FORM_BLANK;
    }
}

/* "Ledger Staff", "The Courier Editorial Board": who wrote it, though nobody is named. */
static bool is_staff(Text line)
{
    static WordList words =
        WORD_LIST("staff,reporter,reporters,correspondent,correspondents,writer,writers,team,desk,board");

    return text_count_words(line) <= 5 && line_is_one_of(line_last_word(line), &words) &&
           (line_case(line) != LETTERS_SENTENCE || text_count_words(line) == 2);
}

/* A role is one below a name; else it is a byline without a name, or a headline: "Council names new harbour chief". */
static void settle_roles(Head *head)
{
    for (size_t i = 0; i < head->count; i++) {
        size_t above = neighbour(head, i, -1);
        LineForm before = above < head->count ? head->forms[above] : FORM_BLANK;

        if (head->forms[i] == FORM_ROLE && before != FORM_NAME && before != FORM_BYLINE && before != FORM_SOURCE)
            head->forms[i] = i > 0 && is_staff(head->lines[i]) ? FORM_BYLINE : FORM_PLAIN;
    }
}

/* Lines in capitals that look like names, of a headline over several: "KARSK CABINET FALLS" / "ON SALT TAX; LEADERS" / "MEET TONIGHT". */
static void settle_capitals(Head *head)
{
    bool byline_below = false, capitals_below = false;

    for (size_t i = head->count; i-- > 0;) {
        bool capitals = head->forms[i] != FORM_BLANK && line_is_capitals(text_slice(head->lines[i], (Range){0, 100}));
        bool below_capitals = i > 0 && head->forms[i - 1] != FORM_BLANK &&
                              line_is_capitals(text_slice(head->lines[i - 1], (Range){0, 100}));

        if (head->forms[i] == FORM_NAME && capitals && (capitals_below || (below_capitals && byline_below)))
            head->forms[i] = FORM_PLAIN;
        byline_below |= head->forms[i] == FORM_BYLINE;
        capitals_below = head->forms[i] == FORM_PLAIN && capitals;
    }
}

void head_forms_find(Head *head)
{
    head->width = width_of(head);
    for (size_t at = 0, end; at < head->count; at = end) {
        for (end = at; end < head->count && head->lines[end].size;)
            end++;
        if (end == at)
            head->forms[end++] = FORM_BLANK;
        else
            find_forms(head, at, end);
    }
    find_underlined(head);
    find_turns(head);
    find_places_with_dates(head);
    find_runs(head);
    join_to_next(head);
    join_first_line(head);
    find_contacts(head);
    find_numbered_slugs(head);
    find_lists_of_names(head);
    settle_roles(head);
    settle_capitals(head);
}
