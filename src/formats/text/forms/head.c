/*
 * The head is read in three steps:
 *
 *     lines    each has a form by itself: blank, date, byline, rule, furniture, plain (head_units.c)
 *     units    what belongs together: lines of one headline, of one paragraph (head_units.c)
 *     zone     the units before the body begins: the first prose that no byline or date follows. In it one unit is the title, and where the others
 *              stand to it says what they are (assign)
 *
 *     REGION                                      plain      short, before the title: kicker
 *                                                 blank
 *     Ferry line to close in spring after         plain      goes on in the next line: one unit, the title
 *     ninety years
 *     Passengers say that nobody asked them       plain      directly under it: subtitle
 *                                                 blank
 *     Jane Doe                                    name       before a date: byline
 *     10 January 2022                             date
 *                                                 blank
 *     The council voted on Tuesday to close …     prose      the body
 */
#include "formats/text/forms/head.h"

#include "formats/text/words/line_words.h"
#include "formats/text/forms/furniture.h"
#include "formats/text/forms/head_turns.h"
#include "formats/text/forms/head_units.h"

enum {
    STANDFIRST_LONGEST = 500, /* bytes */
    SUBTITLE_WORDS = 14       /* what is longer, in a paragraph of its own, is a standfirst */
};

/* ---- the zone ---- */

static bool is_headline(LineForm form)
{
    return form == FORM_PLAIN || form == FORM_MARKED_TITLE;
}

static size_t unit_bytes(const Head *head, size_t unit)
{
    size_t bytes = 0;

    for (size_t i = head->units[unit].start; i < head->units[unit].end; i++)
        bytes += head->lines[i].size;
    return bytes;
}

/* Does a byline or a date follow before the next prose, and something behind it? Between them pages have what they say of themselves. */
static bool anchor_follows(const Head *head, size_t unit)
{
    enum { UNITS_BETWEEN = 8 };

    for (size_t next = unit + 1; next <= unit + UNITS_BETWEEN && next + 1 < head->unit_count; next++) {
        LineForm form = unit_form(head, next), behind = unit_form(head, next + 1);

        if (form_is_anchor(form) || (form == FORM_NAME && (form_is_anchor(behind) || behind == FORM_ROLE)))
            return true;
        if (form == FORM_PROSE || form == FORM_BODY)
            return false;
    }
    return false;
}

/* "Ms. Quill is the author of …", directly below the byline; in a paragraph of its own where it begins with her name. */
static bool is_about_author(const Head *head, size_t unit)
{
    static const Text titles[] = {LITERAL("Mr."), LITERAL("Ms."), LITERAL("Mrs."), LITERAL("Dr."), LITERAL("Prof.")};
    Text line = head->lines[head->units[unit].start];
    bool apart = unit + 1 < head->unit_count && !head->units[unit + 1].attached, titled = false;
    Text byline = unit ? head->lines[head->units[unit - 1].start] : (Text){0};
    size_t surname = byline.size;

    while (surname && byline.bytes[surname - 1] != ' ')
        surname--;
    for (size_t i = 0; i < COUNT_OF(titles); i++)
        titled |= text_starts_with(line, titles[i]);
    if (!apart || line.size > 200)
        return false;
    return (head->units[unit].attached && line_find_words(line, TEXT("is")) < 60) ||
           (titled && line_find_words(line, text_slice(byline, (Range){surname, byline.size})) < 10);
}

/* Prose between the title and the byline or the date is the standfirst; so is a paragraph that is set in italics as a whole. */
static bool is_standfirst(const Head *head, size_t unit)
{
    Text line = head->lines[head->units[unit].start];
    bool set_apart = line.size > 2 && byte_is_one_of(line.bytes[0], "*_") &&
                     head->units[unit].end == head->units[unit].start + 1 && line.bytes[line.size - 1] == line.bytes[0];

    if (unit && unit_form(head, unit - 1) == FORM_BYLINE && (anchor_follows(head, unit) || is_about_author(head, unit)))
        return true;
    return unit_bytes(head, unit) <= STANDFIRST_LONGEST && !head_has_speech(line) &&
           (set_apart || anchor_follows(head, unit));
}

static void zone_find(Head *head, bool titled)
{
    size_t headlines = titled, prose = 0;

    for (; head->zone < head->unit_count; head->zone++) {
        LineForm form = unit_form(head, head->zone);

        if (form == FORM_BODY || (form == FORM_PROSE && (headlines == 0 || prose || !is_standfirst(head, head->zone))))
            return;
        headlines += is_headline(form) || form == FORM_NAME;
        prose += form == FORM_PROSE;
    }
}

/* ---- bylines without "By" ---- */

/* "Early Life", "Key Points": what is set like a name and is a heading. */
static bool is_common_heading(Text line)
{
    static WordList words =
        WORD_LIST("introduction,background,summary,points,events,life,years,history,key,overview,share,article,"
                  "related,products,schedule,online,knowledge,customer,tips,guide,guides,trends,photo,digital,"
                  "resource,resources,table,top,best,practices,first,last,next,more,about,news,update,updates,"
                  "live,full,early,later,main,final,legal,terms,service,services,policy,quick,links,topics,"
                  "stories,comments,newsletter,contents,facts,note,report,story,part,chapter,executive");
    Text word;

    for (size_t at = 0; line_next_word(line, &at, &word);) {
        if (line_is_one_of(word, &words))
            return true;
    }
    return false;
}

static bool has_headline_besides(const Head *head, size_t unit, size_t from)
{
    for (size_t i = from; i < head->zone; i++) {
        if (i != unit && (is_headline(unit_form(head, i)) || (unit_form(head, i) == FORM_NAME && i < unit)))
            return true;
    }
    return false;
}

/* Does a byline stand above that is whole, so that other names below it are of the page? */
static bool has_byline_above(const Head *head, size_t unit)
{
    for (size_t i = 0; i < unit; i++) {
        if (unit_form(head, i) == FORM_BYLINE && !head_is_byline_opening(head->lines[head->units[i].start]))
            return true;
    }
    return false;
}

/* A name is a byline where a date, a role or a paper stands beside it, or directly before the body under a title. */
static bool name_is_byline(const Head *head, size_t unit, bool titled)
{
    LineForm next = unit_form(head, unit + 1), before = unit ? unit_form(head, unit - 1) : FORM_BODY;
    bool title_above = titled;

    for (size_t i = 0; i < unit; i++)
        title_above |= is_headline(unit_form(head, i)) || unit_form(head, i) == FORM_NAME;
    if (!title_above && !has_headline_besides(head, unit, 0))
        return false;
    if (before == FORM_BYLINE && head->units[unit].attached)
        return true;
    if (has_byline_above(head, unit))
        return before == FORM_BYLINE && (next == FORM_DATE || next == FORM_ROLE);
    if (!range_is_empty(head_date_range(head->lines[head->units[unit].start])))
        return title_above; /* the date stands in the same line */
    if (before == FORM_BYLINE || next == FORM_DATE || next == FORM_UPDATED || next == FORM_ROLE)
        return true;
    if (!title_above)
        return false;
    if (next == FORM_PLAIN && unit_form(head, unit + 2) == FORM_DATE && unit + 2 < head->unit_count &&
        unit_words(head, unit + 1) <= (head->units[unit + 1].attached && head->units[unit + 2].attached ? 8 : 4))
        return true;
    if (next == FORM_PLAIN && head->units[unit + 1].attached && head->units[unit + 1].end < head->count &&
        head->forms[head->units[unit + 1].end] == FORM_BLANK &&
        byline_is_institution(head->lines[head->units[unit + 1].start]))
        return true; /* "Institute for Inland Waters", where she works */
    if (next == FORM_SOURCE || before == FORM_DATE || before == FORM_UPDATED)
        return true;
    return !is_common_heading(head->lines[head->units[unit].start]) &&
           (unit + 1 == head->zone || next == FORM_NOTE || next == FORM_CAPTION || next == FORM_PROSE);
}

static void settle_names(Head *head, bool titled)
{
    for (size_t i = 0; i < head->zone; i++) {
        if (unit_form(head, i) == FORM_NAME)
            head->units[i].form = name_is_byline(head, i, titled) ? FORM_BYLINE : FORM_PLAIN;
    }
}

/* ---- parts ---- */

static void set_parts(Head *head, size_t unit, HeadPart part)
{
    for (size_t i = head->units[unit].start; i < head->units[unit].end; i++)
        head->parts[i] = part;
}

static bool has_anchor_above(const Head *head, size_t unit)
{
    for (size_t i = 0; i < unit; i++) {
        if (form_is_anchor(unit_form(head, i)))
            return true;
    }
    return false;
}

/* A headline behind the title: a subtitle, or the first heading of the body. */
static bool is_subtitle(const Head *head, size_t unit, size_t subtitles)
{
    LineForm next = unit_form(head, unit + 1);
    bool more_follows = unit + 1 < head->zone;

    if (head->units[unit].attached && is_headline(unit_form(head, unit - 1)))
        return true;
    if (more_follows && (form_is_anchor(next) || next == FORM_SOURCE || next == FORM_NOTE || next == FORM_CAPTION ||
                         next == FORM_PROSE))
        return true;
    if (more_follows && next == FORM_PLAIN && subtitles < 3)
        return is_subtitle(head, unit + 1, 3) || unit_words(head, unit) >= 5;
    return unit_words(head, unit) >= (has_anchor_above(head, unit) ? 8 : 5) && subtitles == 0;
}

static HeadPart last_part(const Head *head, size_t unit)
{
    return unit ? head->parts[head->units[unit - 1].start] : HEAD_NONE;
}

static void take_kicker(Head *head, size_t unit)
{
    for (size_t i = 0; i < unit; i++) {
        if (head->parts[head->units[i].start] == HEAD_KICKER)
            set_parts(head, i, HEAD_NOTE);
    }
    set_parts(head, unit, HEAD_KICKER);
}

/* What a unit is wherever it stands in the head; HEAD_NONE: that depends. */
static const HeadPart part_of_form[] = {
    [FORM_BYLINE] = HEAD_BYLINE, [FORM_DATE] = HEAD_DATE,    [FORM_UPDATED] = HEAD_UPDATED, [FORM_URL] = HEAD_URL,
    [FORM_NOTE] = HEAD_NOTE,     [FORM_CAPTION] = HEAD_NOTE, [FORM_BODY] = HEAD_NONE,
};

/* A headline that is not the title. False: it is a heading, with which the body begins. */
static bool assign_headline(Head *head, size_t unit, size_t subtitles)
{
    bool long_one = unit_words(head, unit) > SUBTITLE_WORDS && !head->units[unit].attached;

    if (unit && head->units[unit].attached && last_part(head, unit) == HEAD_NOTE && unit_words(head, unit) <= 3) {
        set_parts(head, unit, HEAD_NOTE); /* "Air travel", below "Related topics" */
        return true;
    }
    if (unit && head->units[unit].attached && last_part(head, unit) == HEAD_BYLINE) {
        set_parts(head, unit, HEAD_NOTE); /* "Tarn Space Flight Center", below the name */
        return true;
    }
    if (!is_subtitle(head, unit, subtitles)) {
        set_parts(head, unit, HEAD_NOTE); /* "Copy link", if the head goes on; "Paid", below a date */
        return anchor_follows(head, unit) || (unit && head->units[unit].attached &&
                                              form_is_anchor(unit_form(head, unit - 1)) && unit_words(head, unit) <= 3);
    }
    set_parts(head, unit, long_one ? HEAD_STANDFIRST : HEAD_SUBTITLE);
    return true;
}

static size_t count_parts(const Head *head, size_t end, HeadPart part)
{
    size_t count = 0;

    for (size_t i = 0; i < end; i++)
        count += head->parts[head->units[i].start] == part;
    return count;
}

/* What a unit besides the title is. False: the body begins with it. */
static bool assign_unit(Head *head, size_t unit, bool before_title)
{
    LineForm form = head->units[unit].form;
    bool below_byline = last_part(head, unit) == HEAD_BYLINE;

    if (is_headline(form) || form == FORM_MARKED_SUBTITLE) {
        if (!before_title)
            return assign_headline(head, unit, count_parts(head, unit, HEAD_SUBTITLE));
        take_kicker(head, unit);
    } else if (form == FORM_ROLE) {
        set_parts(head, unit, below_byline ? HEAD_BYLINE : HEAD_NOTE);
    } else if (form == FORM_SOURCE) {
        set_parts(head, unit, count_parts(head, unit, HEAD_SOURCE) ? HEAD_NOTE : HEAD_SOURCE);
    } else if (form == FORM_PROSE) {
        set_parts(head, unit, below_byline ? HEAD_NOTE : HEAD_STANDFIRST);
    } else if (form == FORM_SECTION && before_title) {
        take_kicker(head, unit);
    } else if (form == FORM_SECTION) {
        set_parts(head, unit, HEAD_NOTE);
    } else {
        set_parts(head, unit, part_of_form[form]);
    }
    return true;
}

/* "Photographs by John Roe", directly below the byline. */
static bool is_credit_of_head(const Head *head, size_t unit)
{
    return unit && head->units[unit].attached && last_part(head, unit) == HEAD_BYLINE;
}

/* Nobody else wrote it: "Photographs by Jane Doe". */
static void take_credit(Head *head, size_t end)
{
    static const Text openings[] = {LITERAL("Photographs by "), LITERAL("Photography by "), LITERAL("Photos by "),
                                    LITERAL("Pictures by "), LITERAL("Illustrations by ")};

    if (count_parts(head, end, HEAD_BYLINE))
        return;
    for (size_t unit = 0; unit < end; unit++) {
        for (size_t i = 0; i < COUNT_OF(openings) && unit_form(head, unit) == FORM_CAPTION; i++) {
            if (line_begins_with(head->lines[head->units[unit].start], openings[i])) {
                set_parts(head, unit, HEAD_BYLINE);
                head->units[unit].form = FORM_BYLINE;
                return;
            }
        }
    }
}

/* The line at which the body begins: behind unit `end` - 1 and the blank lines there; pictures directly before it are of the body. */
static size_t head_size(const Head *head, size_t end)
{
    size_t line;

    while (end && ((unit_form(head, end - 1) == FORM_CAPTION && !is_credit_of_head(head, end - 1)) ||
                   (unit_form(head, end - 1) == FORM_MARKS && !head->units[end - 1].attached)))
        end--;
    if (end == 0)
        return 0;
    line = head->units[end - 1].end;
    while (line < head->count && (head->forms[line] == FORM_BLANK || (head_is_underline(head->lines[line], '=') ||
                                                                      head_is_underline(head->lines[line], '-'))))
        line++;
    return line;
}

/* Is anything known of the article by these parts? Notes alone are no head. */
static bool tells_something(const Head *head, size_t end)
{
    for (size_t i = 0; i < end; i++) {
        HeadPart part = head->parts[head->units[i].start];

        if (part != HEAD_NONE && part != HEAD_NOTE && part != HEAD_KICKER)
            return true;
    }
    return false;
}

/* Does a line say again what the title says? A page prints its own title above that of the article. */
static bool repeats_title(const Text *lines, const HeadPart *parts, size_t line)
{
    Text words = line_without_marks(lines[line]);

    for (size_t i = 0; i < line; i++) {
        if (parts[i] == HEAD_TITLE && text_equal_ignoring_case(head_value(lines[i], HEAD_TITLE), words))
            return true;
    }
    return false;
}

static size_t assign(Head *head, bool titled)
{
    size_t title = titled ? 0 : head_find_title(head), repeated = 0, end;

    if (!titled && title == head->zone && head->zone == 0)
        return 0;
    if (!titled && title < head->zone)
        set_parts(head, title, HEAD_TITLE);
    for (end = 0; end < head->zone; end++) {
        if (!titled && end == title)
            continue;
        if (titled && is_headline(unit_form(head, end)))
            break; /* a title of its own, in a letter that has a subject */
        if (!titled && end < title && title < head->zone && title_is_said_again(head, end, title)) {
            set_parts(head, end, HEAD_NOTE);
            continue;
        }
        if (!titled && end < title && title < head->zone && title_is_publisher(head, end, title)) {
            set_parts(head, end, HEAD_SOURCE);
            continue;
        }
        if (!titled && end > title && repeats_title(head->lines, head->parts, head->units[end].start)) {
            set_parts(head, end, HEAD_NOTE);
            if (++repeated > 1)
                return 0; /* a refrain */
            continue;
        }
        if (!assign_unit(head, end, !titled && end < title))
            break;
    }
    take_credit(head, end);
    return tells_something(head, end) || titled ? head_size(head, end) : 0;
}

/* ---- heads of fields ---- */

/*
 * "Title: …", "From: …": lines of fields at the front, as mail, feeds and front matters have them; returns the lines, or 0. Two labels that
 * are known, or one that names the title.
 */
static size_t read_fields(Head *head, bool *titled)
{
    size_t at = 0, known = 0;
    bool fenced;

    while (at < head->count && head->lines[at].size == 0)
        at++;
    if (at < head->count && text_starts_with(head->lines[at], TEXT("From ")) && head_date_range(head->lines[at]).end)
        head->parts[at++] = HEAD_NOTE; /* where a message begins in a box of mail */
    fenced = at < head->count && head_is_underline(head->lines[at], '-');
    at += fenced;
    for (; at < head->count && head->lines[at].size; at++) {
        HeadPart part = HEAD_NOTE;
        Text value = {0};
        bool is_known = head_field_line(head->lines[at], &part, &value);

        if (fenced && head_is_underline(head->lines[at], '-')) {
            at++;
            break;
        }
        if (known && head->lines[at].size > 3 && head->lines[at].bytes[0] == '[' &&
            ascii_is_digit(head->lines[at].bytes[1])) {
            head->parts[at] = HEAD_NOTE; /* "[1]: https://…", below "Links:" */
            continue;
        }
        if (!is_known && (part != HEAD_NOTE || !head_is_label(head->lines[at]) || known == 0))
            break;
        if (part == HEAD_TITLE && *titled)
            part = HEAD_NOTE;
        if (part == HEAD_BYLINE &&
            (head_is_source(head_value(head->lines[at], HEAD_BYLINE)) || head_is_from_a_list(value)))
            part = HEAD_SOURCE;
        *titled |= part == HEAD_TITLE && value.size;
        known += is_known;
        head->parts[at] = value.size ? part : HEAD_NOTE;
    }
    return known >= 2 || *titled ? at : 0;
}

static void clear_parts(HeadPart *parts, size_t from, size_t count)
{
    for (size_t i = from; i < count; i++)
        parts[i] = HEAD_NONE;
}

static size_t recognise_from(const Text *lines, size_t count, HeadPart *parts, bool titled)
{
    Head head = {.lines = lines, .count = count, .parts = parts};
    size_t turns = head_turns(lines, count);

    head_units_find(&head);
    zone_find(&head, titled);
    while (head.zone && head.units[head.zone - 1].start >= turns)
        head.zone--;
    settle_names(&head, titled);
    return assign(&head, titled);
}

/* Nobody sets a head below some paragraphs. */
static size_t lines_worth_a_look(const Text *lines, size_t count)
{
    enum { PARAGRAPH_BYTES = 220, PARAGRAPHS = 3 };
    size_t paragraphs = 0, i = 0;

    for (; i < count && i < HEAD_LINES_LOOKED_AT && paragraphs < PARAGRAPHS; i++)
        paragraphs += lines[i].size > STANDFIRST_LONGEST ? PARAGRAPHS : lines[i].size > PARAGRAPH_BYTES;
    return i;
}

/* A line of more bytes is of the body, whatever is behind them: no line costs more. */
enum { BYTES_LOOKED_AT = 1000 };

size_t head_recognise(const Text *lines, size_t count, HeadPart *parts)
{
    size_t looked_at = lines_worth_a_look(lines, count);
    Text starts[HEAD_LINES_LOOKED_AT];
    Head fields = {.lines = starts, .count = looked_at, .parts = parts};
    bool titled = false;
    size_t start, size;

    for (size_t i = 0; i < looked_at; i++)
        starts[i] = text_slice(lines[i], (Range){0, BYTES_LOOKED_AT});
    clear_parts(parts, 0, count);
    start = read_fields(&fields, &titled);
    if (start == 0)
        clear_parts(parts, 0, count);
    for (; start && start < looked_at && (lines[start].size == 0 || repeats_title(starts, parts, start)); start++)
        parts[start] = lines[start].size ? HEAD_NOTE : HEAD_NONE;
    size = start + recognise_from(starts + start, looked_at - start, parts + start, titled && start);
    if (size >= count)
        size = 0; /* nothing would be left to read */
    clear_parts(parts, size, count);
    return size;
}
