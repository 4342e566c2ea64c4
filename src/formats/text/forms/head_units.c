/*
 * Lines are told by their own form first, then by their neighbours; what follows one another and belongs together becomes a unit: the lines of one
 * headline, of one paragraph.
 *
 *     Ferry line to close in spring after      plain     goes on in the next line: one unit
 *     ninety years
 *     Passengers say that nobody asked them    plain     begins with a capital, as headlines of small letters do not go on: a unit
 */
#include "formats/text/forms/head_units.h"

#include "formats/text/forms/head_byline.h"
#include "formats/text/words/line_words.h"
#include "formats/text/forms/furniture.h"

enum {
    LINE_IS_PARAGRAPH = 110, /* columns: nobody wraps at more */
    NARROWEST_PROSE = 40,
    NARROWEST_COLUMN = 28, /* of a newspaper */
    TITLE_LINES = 4,
    TITLE_SENTENCE_WORDS = 14 /* more of them with a stop among them are sentences rather than a headline */
};

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

static Text first_word(Text line)
{
    size_t at = 0;
    Text word = {0};

    (void)line_next_word(line, &at, &word);
    return word;
}

static Text last_word(Text line)
{
    size_t start = line.size;

    while (start && !ascii_is_blank(line.bytes[start - 1]))
        start--;
    return text_slice(line, (Range){start, line.size});
}

/* Would the first word of `next` not have fitted at the end of `line`? */
static bool fills_width(Text line, Text next, size_t width)
{
    return line_columns(line) + 1 + line_columns(first_word(next)) > width;
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
           fills_width(above, words, columns) && line_case(above) == LETTERS_HEADLINE && !line_ends_with_stop(above);
}

/* A line that goes on in the next is plain whatever the next looks like alone: "… votes to close the" / "Port Hallam Courier". */
static void join_to_next(Head *head)
{
    for (size_t i = 0; i + 1 < head->count; i++) {
        LineForm next = head->forms[i + 1];
        Text last = last_word(head->lines[i]);

        if (head->forms[i] == FORM_PLAIN && next == FORM_NOTE && word_is_particle(last) &&
            text_count_words(head->lines[i]) >= 4)
            head->forms[i + 1] = FORM_PLAIN; /* "… Superalloy to" / "Benefit US Economy" */
        if (head->forms[i] == FORM_PLAIN &&
            (next == FORM_NAME || next == FORM_SOURCE || next == FORM_ROLE || next == FORM_SECTION) &&
            (word_is_particle(last) || byte_is_one_of(last.bytes[last.size - 1], ",;-") ||
             (next != FORM_SOURCE && is_end_of_headline(head, i + 1)) ||
             (head->width && line_columns(head->lines[i]) * 3 > head->width * 2 &&
              fills_width(head->lines[i], head->lines[i + 1], head->width))))
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

    return text_count_words(line) <= 5 && line_is_one_of(last_word(line), &words) &&
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

/* ---- units ---- */

static size_t group_end(const Head *head, size_t at)
{
    while (at < head->count && head->forms[at] != FORM_BLANK)
        at++;
    return at;
}

static size_t longest_line(const Head *head, size_t start, size_t end)
{
    size_t longest = 0;

    for (size_t i = start; i < end; i++) {
        size_t columns = line_columns(head->lines[i]);

        longest = columns > longest ? columns : longest;
    }
    return longest;
}

/* A sentence that has not ended, of more words than a headline has; headlines in capitals may be longer. */
static bool is_long_prose(const Head *head, size_t start, size_t end)
{
    enum { TITLE_WORDS = 18, NARROWEST = 50 };
    size_t words = 0;

    for (size_t i = start; i < end; i++) {
        if (head->forms[i] != FORM_PLAIN)
            return false;
        words += text_count_words(head->lines[i]);
    }
    return words > TITLE_WORDS && longest_line(head, start, end) >= NARROWEST &&
           line_case(head->lines[start]) == LETTERS_SENTENCE;
}

static bool is_near_longest(Text line, size_t longest)
{
    return line_columns(line) * 5 >= longest * 3;
}

/* Lines of a paragraph that was cut to fit a width: all but the last are about as long as the longest. Whatever they look like one by one. */
static bool is_wrapped_prose(const Head *head, size_t start, size_t end)
{
    size_t longest = longest_line(head, start, end);

    if (end - start < 2 || longest > LINE_IS_PARAGRAPH || longest < NARROWEST_PROSE ||
        (end - start == 2 && line_columns(head->lines[start]) < 50))
        return false;
    for (size_t i = start; i + 1 < end; i++) {
        if (!is_near_longest(head->lines[i], longest) || head->forms[i] == FORM_MARKED_TITLE)
            return false;
    }
    return (end < head->count && (line_ends_sentence(head->lines[end - 1]) || is_long_prose(head, start, end))) ||
           end - start > TITLE_LINES;
}

/* “… ,” said, “… .” Mr. Roe: words that are spoken, and said to be. A headline has no stop inside its marks. */
bool head_has_speech(Text line)
{
    static const Text signs[] = {LITERAL(",\""), LITERAL(",”"),     LITERAL(",’"),      LITERAL(".”"),
                                 LITERAL(".\""), LITERAL("” said"), LITERAL("\" said"), LITERAL("’ said"),
                                 LITERAL(",»"),  LITERAL("», ")};

    if (text_find_byte(line, '"', 0) == TEXT_NOT_FOUND && text_find_byte(line, '\xE2', 0) == TEXT_NOT_FOUND &&
        text_find_byte(line, '\xC2', 0) == TEXT_NOT_FOUND)
        return false; /* most have none of these marks */
    for (size_t i = 0; i < COUNT_OF(signs); i++) {
        if (text_find(line, signs[i], 0) != TEXT_NOT_FOUND)
            return true;
    }
    return false;
}

/* ". T" behind a word that is no title: "Rep. Mike Roe" is not two sentences. */
static bool has_sentence_break(Text line)
{
    static WordList titles = WORD_LIST("rep.,reps.,sen.,sens.,govs.,mr.,mrs.,ms.,dr.,st.,gov.,gen.,lt.,sgt.,prof.,rev.,"
                                       "hon.,vs.,no.,jr.,sr.,capt.,col.,pres.");
    Text word;

    for (size_t at = 0; line_next_word(line, &at, &word);) {
        if (word.size > 3 && word.bytes[word.size - 1] == '.' && ascii_is_lower(word.bytes[word.size - 2]) &&
            at + 1 < line.size && ascii_is_upper(line.bytes[at + 1]) && !line_is_one_of(word, &titles))
            return true;
    }
    return false;
}

/* "She Saw an Eclipse. Here’s What She Learned.": each word begins with a capital but for small ones, as in no sentence. */
static bool has_all_capitals(Text line)
{
    Text word;

    if (text_count_words(line) < 5)
        return false;
    for (size_t at = 0; line_next_word(line, &at, &word);) {
        if (!word_begins_with_capital(word) && !word_is_particle(word) && !ascii_is_digit(word.bytes[0]))
            return false;
    }
    return true;
}

/* Code, what begins a letter, "… took the Chair at 2 p.m." */
static bool is_never_title(Text line)
{
    static const Text code[] = {LITERAL("commit"), LITERAL("diff"), LITERAL("<"),
                                LITERAL("#"),      LITERAL("//"),   LITERAL("/*")};
    static const Text greetings[] = {LITERAL("dear"), LITERAL("hi"), LITERAL("hello")};

    if (byte_is_one_of(line.bytes[line.size - 1], "{};=\\") || text_ends_with(line, TEXT("p.m.")) ||
        text_ends_with(line, TEXT("a.m.")))
        return true;
    for (size_t i = 0; i < COUNT_OF(code); i++) {
        if (line_begins_with(line, code[i]) && !(line.size > 1 && ascii_is_digit(line.bytes[1]))) /* "#112: …" is one */
            return true;
    }
    for (size_t i = 0; i < COUNT_OF(greetings); i++) {
        if (line_begins_with(line, greetings[i]) && text_count_words(line) <= 3)
            return true;
    }
    return false;
}

/* Could the line be a headline, or the last line of one? */
static bool is_like_title(Text line)
{
    LetterCase letters;
    char last = line.size ? line.bytes[line.size - 1] : '\0';

    if (line.size == 0 || line.size > HEAD_TITLE_LONGEST || head_has_speech(line) || is_never_title(line))
        return false;
    letters = line_case(line);
    if (letters == LETTERS_NONE)
        return false;
    if (has_all_capitals(line))
        return true;
    if (text_count_words(line) > TITLE_SENTENCE_WORDS &&
        (has_sentence_break(line) || (last == '.' && letters == LETTERS_SENTENCE)))
        return false;
    if (!line_ends_with_stop(line))
        return true;
    return last == '.' && text_count_words(line) > 2 && letters == LETTERS_CAPITAL;
}

/* Does the headline in `line` go on in the next line? By small words at the break, by capitals, by the width in which it stands. */
static bool title_goes_on(const Head *head, size_t at)
{
    enum { LONG_COLUMNS = 36, LAST_WORDS = 2 };
    Text line = head->lines[at], next = head->lines[at + 1];
    LetterCase letters = line_case(line), next_letters = line_case(next);
    size_t width = line_columns(line) > line_columns(next) ? line_columns(line) : line_columns(next);

    if (word_is_particle(last_word(line)) || byte_is_one_of(line.bytes[line.size - 1], ",;:-") ||
        next_letters == LETTERS_LOWER_CASE)
        return true;
    if (line_ends_sentence(line) || text_ends_with(line, TEXT("”")))
        return false;
    if (letters == LETTERS_CAPITAL || next_letters == LETTERS_CAPITAL)
        return letters == next_letters;
    if (head->width && line_columns(line) * 2 > head->width && fills_width(line, next, head->width))
        return true;
    if (text_count_words(next) <= LAST_WORDS && line_columns(line) >= LONG_COLUMNS && fills_width(line, next, width))
        return true; /* "North Korea to test missile that could reach" / "U.S. mainland" */
    return letters == LETTERS_HEADLINE && next_letters == LETTERS_HEADLINE && fills_width(line, next, width);
}

/* Was `line` ended though the next word would have fitted, above a paragraph? "Ferry to close" over lines of 70 columns or of 500. */
static bool is_set_apart(const Head *head, size_t line, size_t end)
{
    Text next = head->lines[line + 1];
    size_t width = longest_line(head, line + 1, end);

    if (!is_like_title(head->lines[line]) || !word_begins_with_capital(next))
        return false;
    if (line_columns(next) > LINE_IS_PARAGRAPH)
        return line_columns(head->lines[line]) * 3 < line_columns(next) * 2;
    return end - line > 2 && width >= 50 && is_wrapped_prose(head, line + 1, end) &&
           line_columns(head->lines[line]) + 8 + line_columns(first_word(next)) < width;
}

/* A headline over a short paragraph over a byline or a date, no blank lines between them. */
static bool is_above_standfirst(const Head *head, size_t start, size_t end)
{
    LineForm below = end < head->count ? head->forms[end] : FORM_BLANK;
    Text next = head->lines[start + 1];

    return (below == FORM_BYLINE || below == FORM_DATE || below == FORM_UPDATED || below == FORM_NAME) &&
           line_ends_sentence(head->lines[end - 1]) && is_like_title(head->lines[start]) &&
           word_begins_with_capital(next) && !word_is_particle(last_word(head->lines[start])) &&
           end - start <= TITLE_LINES;
}

static bool is_like_titles(const Head *head, size_t start, size_t end)
{
    for (size_t i = start; i < end; i++) {
        bool goes_on = i + 1 < end && title_goes_on(head, i);

        if (head->lines[i].size > HEAD_TITLE_LONGEST || head_has_speech(head->lines[i]) ||
            (!is_like_title(head->lines[i]) && !goes_on))
            return false;
    }
    return true;
}

/* Lines with three headlines or more and nothing below that belongs to a head: verse, a list. */
static bool is_like_verse(const Head *head, size_t start, size_t end)
{
    size_t headlines = 1;

    for (size_t i = start; i + 1 < end; i++)
        headlines += !title_goes_on(head, i);
    return headlines > 2 && (end >= head->count || head->forms[end] == FORM_BLANK);
}

/* "Four Thousand Men Leave the Docks." below "GREAT STRIKE AT DUNMERE.", as old papers set their headlines. */
static bool is_old_subtitle(const Head *head, size_t start, size_t end)
{
    size_t above = start;

    while (above > 0 && head->lines[above - 1].size == 0)
        above--;
    return above > 0 && end - start <= 1 && text_ends_with(head->lines[start], TEXT(".")) &&
           text_ends_with(head->lines[above - 1], TEXT(".")) && line_is_capitals(head->lines[above - 1]) &&
           text_count_words(head->lines[start]) <= 10 && line_case(head->lines[start]) == LETTERS_HEADLINE;
}

/* "We knew. We looked away." directly above a byline or a date: short, and a headline though it ends with a stop. */
static bool is_title_with_stop(const Head *head, size_t start, size_t end)
{
    LineForm below = end < head->count ? head->forms[end] : FORM_BLANK;

    return end - start == 1 && (below == FORM_BYLINE || below == FORM_NAME || below == FORM_DATE) &&
           (start == 0 || head->forms[start - 1] == FORM_BLANK) && head->lines[start].size <= HEAD_TITLE_LONGEST &&
           line_ends_sentence(head->lines[start]) && text_count_words(head->lines[start]) <= 14 &&
           !head_has_speech(head->lines[start]);
}

/* More than one sentence over several lines, which only lack a stop at the end. */
static bool is_sentences(const Head *head, Unit unit)
{
    size_t words = 0;
    bool breaks = false;

    for (size_t i = unit.start; i < unit.end; i++) {
        words += text_count_words(head->lines[i]);
        breaks |= has_sentence_break(head->lines[i]) && !has_all_capitals(head->lines[i]);
    }
    return breaks && words > TITLE_SENTENCE_WORDS;
}

/* Plain lines from `start` on: one headline, or a paragraph. */
static Unit plain_unit(const Head *head, size_t start)
{
    Unit unit = {.form = FORM_PROSE, .start = start, .end = start + 1};
    size_t end = start;

    while (end < head->count && head->forms[end] == FORM_PLAIN)
        end++;
    if (end - start > 1 && is_set_apart(head, start, end)) {
        unit.form = FORM_PLAIN;
        return unit;
    }
    if (line_columns(head->lines[start]) > LINE_IS_PARAGRAPH) {
        if (end - start > 1 && (line_columns(head->lines[start + 1]) > LINE_IS_PARAGRAPH / 2 ||
                                line_case(head->lines[start + 1]) == LETTERS_LOWER_CASE))
            return unit; /* the next goes on with it, or is a paragraph too */
        end = start + 1;
    }
    if (end - start > 1 && is_above_standfirst(head, start, end)) {
        unit.form = FORM_PLAIN;
        return unit;
    }
    if (is_old_subtitle(head, start, end) || is_title_with_stop(head, start, end)) {
        unit.form = FORM_PLAIN;
        return unit;
    }
    unit.end = end;
    if (end - start > TITLE_LINES || !is_like_titles(head, start, end) || is_like_verse(head, start, end) ||
        (end < head->count && head->forms[end] == FORM_BODY && end - start > 1))
        return unit;
    if (end - start == 1 && text_count_words(head->lines[start]) > 30)
        return unit;
    unit.form = FORM_PLAIN;
    unit.end = start + 1;
    while (unit.end < end && title_goes_on(head, unit.end - 1))
        unit.end++;
    if (is_sentences(head, unit) ||
        (unit.end - unit.start >= TITLE_LINES && line_case(head->lines[start]) != LETTERS_CAPITAL))
        unit.form = FORM_PROSE;
    return unit;
}

static Unit unit_at(const Head *head, size_t at)
{
    size_t end = group_end(head, at);
    bool begins = at == 0 || head->forms[at - 1] == FORM_BLANK || head->forms[at - 1] == FORM_MARKS;
    Unit unit = {.form = head->forms[at], .start = at, .end = at + 1};

    if (begins && is_wrapped_prose(head, at, end) && unit.form != FORM_BODY)
        unit = (Unit){.form = FORM_PROSE, .start = at, .end = end};
    else if (unit.form == FORM_PLAIN)
        unit = plain_unit(head, at);
    unit.attached = at > 0 && head->forms[at - 1] != FORM_BLANK;
    return unit;
}

static void units_find(Head *head)
{
    for (size_t at = 0; at < head->count; at = head->units[head->unit_count - 1].end) {
        while (at < head->count && head->forms[at] == FORM_BLANK)
            at++;
        if (at >= head->count)
            return;
        head->units[head->unit_count++] = unit_at(head, at);
    }
}

/* The width of a text that was cut to fit one: several lines come near to the longest. */
static size_t width_of(const Head *head)
{
    enum { NEAR_LEAST = 3 };
    size_t longest = longest_line(head, 0, head->count), near = 0;

    if (longest > LINE_IS_PARAGRAPH)
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

    while (lines < at && lines < TITLE_LINES && head->forms[at - 1 - lines] == FORM_PLAIN)
        lines++;
    return lines == TITLE_LINES;
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
           fills_width(head->lines[at - 1], line, head->width) && !line_ends_sentence(head->lines[at - 1]) &&
           text_count_words(line) >= (is_below_prose(head, at) ? WORDS_IN_PROSE : WORDS) && !has_digit(line) &&
           text_find(line, TEXT(": "), 0) == TEXT_NOT_FOUND && !head_begins_as_byline(line);
}

/* Do all lines from `start` to `end` but the last come near to the longest, and are there more of them than a headline has? */
static bool is_tall_prose(const Head *head, size_t start, size_t end)
{
    size_t longest = longest_line(head, start, end);

    if (end - start <= TITLE_LINES || longest < NARROWEST_COLUMN || longest > LINE_IS_PARAGRAPH)
        return false;
    for (size_t i = start; i + 1 < end; i++) {
        if (!is_near_longest(head->lines[i], longest))
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

void head_units_find(Head *head)
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
    units_find(head);
}
