/*
 * What follows one another and belongs together is a unit: the lines of one headline, of one paragraph.
 *
 *     Ferry line to close in spring after      plain     goes on in the next line: one unit
 *     ninety years
 *     Passengers say that nobody asked them    plain     begins with a capital, as headlines of small letters do not go on: a unit
 */
#include "formats/text/forms/head_units.h"

#include "formats/text/words/cut_lines.h"
#include "formats/text/words/line_words.h"

enum {
    TITLE_SENTENCE_WORDS = 14 /* more of them with a stop among them are sentences rather than a headline */
};

static size_t group_end(const Head *head, size_t at)
{
    while (at < head->count && head->forms[at] != FORM_BLANK)
        at++;
    return at;
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
    return words > TITLE_WORDS && cut_lines_longest(head->lines + start, end - start) >= NARROWEST &&
           line_case(head->lines[start]) == LETTERS_SENTENCE;
}

/* Lines of a paragraph that was cut to fit a width: all but the last are about as long as the longest. Whatever they look like one by one. */
static bool is_wrapped_prose(const Head *head, size_t start, size_t end)
{
    size_t longest = cut_lines_longest(head->lines + start, end - start);

    if (end - start < 2 || longest > CUT_LINE_WIDEST || longest < CUT_PROSE_NARROWEST ||
        (end - start == 2 && line_columns(head->lines[start]) < 50))
        return false;
    for (size_t i = start; i + 1 < end; i++) {
        if (!cut_line_is_near(head->lines[i], longest) || head->forms[i] == FORM_MARKED_TITLE)
            return false;
    }
    return (end < head->count && (line_ends_sentence(head->lines[end - 1]) || is_long_prose(head, start, end))) ||
           end - start > HEAD_TITLE_LINES;
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

    if (word_is_particle(line_last_word(line)) || byte_is_one_of(line.bytes[line.size - 1], ",;:-") ||
        next_letters == LETTERS_LOWER_CASE)
        return true;
    if (line_ends_sentence(line) || text_ends_with(line, TEXT("”")))
        return false;
    if (letters == LETTERS_CAPITAL || next_letters == LETTERS_CAPITAL)
        return letters == next_letters;
    if (head->width && line_columns(line) * 2 > head->width && cut_line_is_full(line, next, head->width))
        return true;
    if (text_count_words(next) <= LAST_WORDS && line_columns(line) >= LONG_COLUMNS && cut_line_is_full(line, next, width))
        return true; /* "North Korea to test missile that could reach" / "U.S. mainland" */
    return letters == LETTERS_HEADLINE && next_letters == LETTERS_HEADLINE && cut_line_is_full(line, next, width);
}

/* Was `line` ended though the next word would have fitted, above a paragraph? "Ferry to close" over lines of 70 columns or of 500. */
static bool is_set_apart(const Head *head, size_t line, size_t end)
{
    Text next = head->lines[line + 1];
    size_t width = cut_lines_longest(head->lines + line + 1, end - line - 1);

    if (!is_like_title(head->lines[line]) || !word_begins_with_capital(next))
        return false;
    if (line_columns(next) > CUT_LINE_WIDEST)
        return line_columns(head->lines[line]) * 3 < line_columns(next) * 2;
    return end - line > 2 && width >= 50 && is_wrapped_prose(head, line + 1, end) &&
           line_columns(head->lines[line]) + 8 + line_columns(line_first_word(next)) < width;
}

/* A headline over a short paragraph over a byline or a date, no blank lines between them. */
static bool is_above_standfirst(const Head *head, size_t start, size_t end)
{
    LineForm below = end < head->count ? head->forms[end] : FORM_BLANK;
    Text next = head->lines[start + 1];

    return (below == FORM_BYLINE || below == FORM_DATE || below == FORM_UPDATED || below == FORM_NAME) &&
           line_ends_sentence(head->lines[end - 1]) && is_like_title(head->lines[start]) &&
           word_begins_with_capital(next) && !word_is_particle(line_last_word(head->lines[start])) &&
           end - start <= HEAD_TITLE_LINES;
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
    if (line_columns(head->lines[start]) > CUT_LINE_WIDEST) {
        if (end - start > 1 && (line_columns(head->lines[start + 1]) > CUT_LINE_WIDEST / 2 ||
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
    if (end - start > HEAD_TITLE_LINES || !is_like_titles(head, start, end) || is_like_verse(head, start, end) ||
        (end < head->count && head->forms[end] == FORM_BODY && end - start > 1))
        return unit;
    if (end - start == 1 && text_count_words(head->lines[start]) > 30)
        return unit;
    unit.form = FORM_PLAIN;
    unit.end = start + 1;
    while (unit.end < end && title_goes_on(head, unit.end - 1))
        unit.end++;
    if (is_sentences(head, unit) ||
        (unit.end - unit.start >= HEAD_TITLE_LINES && line_case(head->lines[start]) != LETTERS_CAPITAL))
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

void head_units_find(Head *head)
{
    head_forms_find(head);
    for (size_t at = 0; at < head->count; at = head->units[head->unit_count - 1].end) {
        while (at < head->count && head->forms[at] == FORM_BLANK)
            at++;
        if (at >= head->count)
            return;
        head->units[head->unit_count++] = unit_at(head, at);
    }
}

LineForm unit_form(const Head *head, size_t unit)
{
    return unit < head->unit_count ? head->units[unit].form : FORM_BODY;
}

bool form_is_anchor(LineForm form)
{
    return form == FORM_BYLINE || form == FORM_DATE || form == FORM_UPDATED;
}

size_t unit_words(const Head *head, size_t unit)
{
    size_t words = 0;

    for (size_t i = head->units[unit].start; i < head->units[unit].end; i++)
        words += text_count_words(head->lines[i]);
    return words;
}
