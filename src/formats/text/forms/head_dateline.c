/*
 * The dateline is what stands before the first dash (or, after capitals, a colon) of a paragraph, if all of it is a place, a date or an agency:
 *
 *     PORT HALLAM, Norvane, March 9, 2022 (UPI) —
 *     ^parts that commas separate         ^in brackets or between slashes
 *
 * A place in small letters ("Port Hallam —") counts only together with an agency or a date: "The ferry — once white — …" begins with a dash too.
 */
#include "formats/text/forms/head_dateline.h"

#include "formats/text/words/head_date.h"
#include "formats/text/words/line_words.h"

enum { DATELINE_LONGEST = 110, PLACE_WORDS = 5, PLACE_PARTS = 4 };

typedef struct Dateline {
    Range place, source, date;
    bool capitals; /* the place begins with a word in capitals */
} Dateline;

static Range trimmed(Text text, Range range)
{
    while (range.start < range.end && ascii_is_blank(text.bytes[range.start]))
        range.start++;
    while (range.end > range.start && ascii_is_blank(text.bytes[range.end - 1]))
        range.end--;
    return range;
}

/* ---- where it ends ---- */

/* A dash that stands off from the word before it, or behind a bracket; "NATO—the alliance—" is none. */
static size_t dash_size(Text text, size_t at)
{
    static const Text dashes[] = {LITERAL("—"), LITERAL("–"), LITERAL("---"), LITERAL("--"), LITERAL("-")};
    Text rest = text_slice(text, (Range){at, text.size});
    bool apart = byte_is_one_of(text.bytes[at - 1], " \t)./") ||
                 (ascii_is_digit(text.bytes[at - 1]) && text_starts_with(rest, dashes[0]));

    for (size_t i = 0; i < COUNT_OF(dashes); i++) {
        size_t end = at + dashes[i].size;

        if (!text_starts_with(rest, dashes[i]))
            continue;
        if (dashes[i].size == 1 && !(end < text.size && ascii_is_blank(text.bytes[end])))
            return 0;
        return apart ? dashes[i].size : 0;
    }
    return 0;
}

/* Does a mark join the dateline to the sentence at `at`, and how long is it? "…, Jan. 10.—" has a stop before the dash. */
static size_t joint_size(Text text, size_t at)
{
    size_t dash = text.bytes[at] == '-' || text.bytes[at] == '\xE2' ? dash_size(text, at) : 0;

    if (dash)
        return dash;
    return text.bytes[at] == ':' && at + 1 < text.size && ascii_is_blank(text.bytes[at + 1]) ? 1 : 0;
}

/* ---- what it says ---- */

static bool is_capital_word(Text text)
{
    size_t at = 0, capitals = 0;
    Text word;

    if (!line_next_word(text, &at, &word))
        return false;
    for (size_t i = 0; i < word.size; i++) {
        if (ascii_is_lower(word.bytes[i]))
            return false;
        capitals += ascii_is_upper(word.bytes[i]) || (word.bytes[i] & 0x80);
    }
    return capitals >= 2;
}

static bool is_place(Text part)
{
    static WordList small_words = WORD_LIST("of,de,del,de la,la,le,les,da,do,dos,di,upon,on,and,sur,am,an,der,the,in");
    size_t words = text_count_words(part);
    Text word;

    if (words == 0 || words > PLACE_WORDS || !word_begins_with_capital(part) || line_begins_with(part, TEXT("The")) ||
        line_begins_with(part, TEXT("By")))
        return false;
    for (size_t at = 0; line_next_word(part, &at, &word);) {
        if (!word_begins_with_capital(word) && !line_is_one_of(word, &small_words))
            return false;
        for (size_t i = 0; i < word.size; i++) {
            if (!ascii_is_alpha(word.bytes[i]) && !(word.bytes[i] & 0x80) && !byte_is_one_of(word.bytes[i], ".'-/"))
                return false;
        }
    }
    return true;
}

/* "Jan. 10", "10 January 2022", "March 9", "Monday", "2022": nothing but a date. */
static bool is_date(Text part)
{
    DateLine form = head_date_line(part);
    size_t year;

    return form == DATE_LINE_DATE || form == DATE_LINE_TIME ||
           (part.size == 4 && text_to_number(part, 2200, &year) && year > 1600);
}

static bool is_agency(Text part)
{
    Text word;

    if (part.size < 2 || text_count_words(part) > 5 || line_ends_sentence(part))
        return false;
    for (size_t at = 0; line_next_word(part, &at, &word);) {
        if (!word_begins_with_capital(word) && !word_is_particle(word))
            return false;
    }
    return word_begins_with_capital(part);
}

/* The parts of `head`, up to `end`, that commas separate: places first, then dates. */
static bool read_places(Text text, size_t end, Dateline *dateline)
{
    size_t start = 0, parts = 0;

    while (start < end) {
        size_t comma = text_find_byte(text_slice(text, (Range){0, end}), ',', start);
        Range part = trimmed(text, (Range){start, comma == TEXT_NOT_FOUND ? end : comma});
        Text words = text_slice(text, part);

        start = comma == TEXT_NOT_FOUND ? end : comma + 1;
        if (range_is_empty(part))
            continue;
        if (is_date(words)) {
            dateline->date = (Range){range_is_empty(dateline->date) ? part.start : dateline->date.start, part.end};
            continue;
        }
        if (!range_is_empty(dateline->date) || !is_place(words) || ++parts > PLACE_PARTS)
            return false;
        dateline->place = (Range){range_is_empty(dateline->place) ? part.start : dateline->place.start, part.end};
    }
    dateline->capitals = is_capital_word(text_slice(text, dateline->place));
    return true;
}

/* An agency in brackets or behind a slash at the end: "Jan. 10 (UPI)", "Jan. 10, 2022 /PRNewswire/"; where what is before it ends. */
static size_t read_agency(Text text, size_t end, Dateline *dateline)
{
    static const char opening[] = "(/[", closing[] = ")/]";

    for (size_t i = 0; i + 1 < sizeof opening; i++) {
        size_t open = end;
        Range agency;

        if (end < 3 || text.bytes[end - 1] != closing[i])
            continue;
        for (open = end - 1; open > 0 && text.bytes[open - 1] != opening[i];)
            open--;
        if (open == 0)
            return SIZE_MAX;
        agency = trimmed(text, (Range){open, end - 1});
        if (!is_agency(text_slice(text, agency)))
            return SIZE_MAX;
        dateline->source = agency;
        return trimmed(text, (Range){0, open - 1}).end;
    }
    return end;
}

/* With a colon behind it a name in capitals is a speaker rather than a place: "SMITH: We ask …". So these are known. */
static bool is_known_city(Text place)
{
    static const Text cities[] = {
        LITERAL("ABUJA"),          LITERAL("ADDIS ABABA"), LITERAL("AHMEDABAD"),  LITERAL("ANKARA"),
        LITERAL("ATHENS"),         LITERAL("BANGALORE"),   LITERAL("BANGKOK"),    LITERAL("BEIJING"),
        LITERAL("BEIRUT"),         LITERAL("BENGALURU"),   LITERAL("BERLIN"),     LITERAL("BRUSSELS"),
        LITERAL("CAIRO"),          LITERAL("CANBERRA"),    LITERAL("CHENNAI"),    LITERAL("COLOMBO"),
        LITERAL("DELHI"),          LITERAL("DHAKA"),       LITERAL("DUBAI"),      LITERAL("DUBLIN"),
        LITERAL("GENEVA"),         LITERAL("HANOI"),       LITERAL("HONG KONG"),  LITERAL("HYDERABAD"),
        LITERAL("ISLAMABAD"),      LITERAL("ISTANBUL"),    LITERAL("JAKARTA"),    LITERAL("JERUSALEM"),
        LITERAL("KABUL"),          LITERAL("KARACHI"),     LITERAL("KATHMANDU"),  LITERAL("KOLKATA"),
        LITERAL("KUALA LUMPUR"),   LITERAL("LAGOS"),       LITERAL("LAHORE"),     LITERAL("LISBON"),
        LITERAL("LONDON"),         LITERAL("LUCKNOW"),     LITERAL("MADRID"),     LITERAL("MANILA"),
        LITERAL("MELBOURNE"),      LITERAL("MOSCOW"),      LITERAL("MUMBAI"),     LITERAL("NAIROBI"),
        LITERAL("NEW DELHI"),      LITERAL("NEW YORK"),    LITERAL("OTTAWA"),     LITERAL("PARIS"),
        LITERAL("PESHAWAR"),       LITERAL("RIYADH"),      LITERAL("ROME"),       LITERAL("SEOUL"),
        LITERAL("SINGAPORE"),      LITERAL("SYDNEY"),      LITERAL("TEHRAN"),     LITERAL("TOKYO"),
        LITERAL("UNITED NATIONS"), LITERAL("VIENNA"),      LITERAL("WASHINGTON"), LITERAL("YANGON")};

    return text_index_of(place, cities, COUNT_OF(cities)) < COUNT_OF(cities);
}

/* Whom a letter speaks to, and what a piece is: "SIR – I read with surprise …", "CORRECTION — An earlier version …". */
static bool is_salutation_or_label(Text place)
{
    static WordList words = WORD_LIST("SIR,SIRS,MADAM,DEAR SIR,DEAR MADAM,DEAR EDITOR,EDITOR,NOTE,UPDATE,UPDATED,"
                                      "CORRECTION,CLARIFICATION,BREAKING,BREAKING NEWS,EXCLUSIVE,OPINION,ANALYSIS,"
                                      "COMMENT,COMMENTARY,REVIEW,WATCH,LIVE,VIDEO,SPOILER ALERT,WARNING");

    return line_is_one_of(place, &words);
}

/* "10 January 2022 –" at the front of it is a date line, not a dateline. */
static bool read_head(Text text, size_t end, bool colon, Dateline *dateline)
{
    size_t behind = trimmed(text, (Range){0, end}).end;
    size_t places =
        read_agency(text,
                    behind > 1 && text_starts_with(text_slice(text, (Range){behind - 2, behind}), TEXT(")."))
                        ? behind - 1 /* "(EFE).-" */
                        : behind,
                    dateline);

    if (places == SIZE_MAX)
        return false;
    while (places && range_is_empty(dateline->source) && text.bytes[places - 1] == '.' && places >= 2 &&
           ascii_is_digit(text.bytes[places - 2]))
        places--; /* "Jan. 10.—" */
    if (!read_places(text, places, dateline))
        return false;
    if (!range_is_empty(dateline->source))
        return true;
    if (range_is_empty(dateline->place))
        return false;
    if (!range_is_empty(dateline->date))
        return true;
    return dateline->capitals && !is_salutation_or_label(text_slice(text, dateline->place)) &&
           (!colon || is_known_city(text_slice(text, dateline->place)));
}

/* "NORVANE", "NEW NORVANE": what may stand for the land behind a place; "FERRY SUNK, CREW SAFE" is a headline. */
static bool is_land(Text part)
{
    static WordList openings = WORD_LIST("NEW,NORTH,SOUTH,EAST,WEST,UNITED,SAINT,CENTRAL");
    size_t at = 0;
    Text word;

    return line_next_word(part, &at, &word) &&
           (at == part.size || (line_is_one_of(word, &openings) && text_count_words(part) == 2));
}

/* "BAAR, SWITZERLAND": two places in capitals are a paragraph of their own. */
static bool is_place_alone(Text paragraph, Dateline *dateline)
{
    size_t comma = text_find_byte(text_slice(paragraph, (Range){0, 60}), ',', 0);
    Text first = text_slice(paragraph, (Range){0, comma});

    if (comma == TEXT_NOT_FOUND || paragraph.size > 60 || line_case(paragraph) != LETTERS_CAPITAL ||
        line_ends_with_stop(paragraph) || text_count_words(first) > 2 || !is_place(first))
        return false;
    return is_land(text_trim(text_slice(paragraph, (Range){comma + 1, paragraph.size}))) &&
           read_places(paragraph, paragraph.size, dateline) && range_is_empty(dateline->date);
}

/* "Jane Doe" before a date is who wrote it; "ARDEN", "Port Hallam, Norvane" are where. */
static bool is_like_name(Text place)
{
    size_t words = text_count_words(place);

    return (words == 2 || words == 3) && line_case(place) != LETTERS_CAPITAL &&
           text_find_byte(place, ',', 0) == TEXT_NOT_FOUND;
}

/* "ARDEN, NORVANE, May 6, 1911." is one too: a place and a whole date. */
static bool is_place_and_date_alone(Text paragraph, Dateline *dateline)
{
    size_t end = paragraph.size && paragraph.bytes[paragraph.size - 1] == '.' ? paragraph.size - 1 : paragraph.size;

    return paragraph.size <= 60 && read_places(paragraph, end, dateline) && !range_is_empty(dateline->place) &&
           !is_like_name(text_slice(paragraph, dateline->place)) &&
           !range_is_empty(head_date_range(text_slice(paragraph, dateline->date)));
}

/* "VP - Technology" is no report from VP. A dash, a date or an agency tell enough. */
static bool is_followed_by_prose(Text paragraph, size_t at, const Dateline *dateline)
{
    return paragraph.bytes[at - 1] != '-' || paragraph.bytes[at - 2] == '-' || !range_is_empty(dateline->source) ||
           !range_is_empty(dateline->date) ||
           text_count_words(text_slice(paragraph, (Range){at, at + DATELINE_LONGEST})) >= 5;
}

/* "ULM GROVE, Karsk – February 20, 2024 –": the date may stand between two dashes. Where the dateline that ends at `end` ends then. */
static size_t with_date_behind(Text text, size_t end, Dateline *dateline)
{
    enum { DATE_LONGEST = 45 };

    for (size_t at = end + 1; at < text.size && at < end + DATE_LONGEST; at++) {
        size_t joint = dash_size(text, at);
        Range date = trimmed(text, (Range){end, at});

        if (joint == 0)
            continue;
        if (range_is_empty(dateline->date) && head_date_line(text_slice(text, date)) == DATE_LINE_DATE) {
            dateline->date = date;
            return at + joint;
        }
        break;
    }
    return end;
}

size_t head_dateline(Text paragraph, Range *place, Range *source, Range *date)
{
    Text text = text_slice(paragraph, (Range){0, DATELINE_LONGEST});
    const Dateline nothing = {.capitals = false};
    Dateline found = nothing;
    size_t size = 0;

    if (is_place_alone(paragraph, &found) || (found = nothing, is_place_and_date_alone(paragraph, &found)))
        size = paragraph.size;
    for (size_t at = 1; at < text.size && size == 0; at++) {
        size_t joint = joint_size(text, at);

        if (joint == 0)
            continue;
        found = nothing;
        if (read_head(text, at, text.bytes[at] == ':', &found) && is_followed_by_prose(paragraph, at + joint, &found))
            size = with_date_behind(text, at + joint, &found);
        else
            break;
    }
    if (size == 0)
        found = nothing;
    *place = found.place;
    *source = found.source;
    if (date)
        *date = found.date;
    return size;
}

/* ---- what it tells of an article ---- */

static Text without_dash(Text dateline)
{
    static const Text dashes[] = {LITERAL("—"), LITERAL("–"), LITERAL("-"), LITERAL(":")};

    dateline = text_trim(dateline);
    for (size_t i = 0; i < COUNT_OF(dashes); i++) {
        if (text_ends_with(dateline, dashes[i])) {
            dateline = text_trim(text_slice(dateline, (Range){0, dateline.size - dashes[i].size}));
            i = SIZE_MAX;
        }
    }
    return dateline;
}

void head_take_dateline(Article *article, Range paragraph)
{
    Text words = text_slice(article->text, paragraph);
    Range place, source, date;
    size_t size = head_dateline(words, &place, &source, &date);

    if (size == 0)
        return;
    article->dateline = (Range){paragraph.start, paragraph.start + size};
    article->dateline_place = (Range){paragraph.start + place.start, paragraph.start + place.end};
    article->fields[FIELD_DATELINE] = without_dash(text_slice(words, (Range){0, size}));
    if (!article->fields[FIELD_SOURCE].size)
        article->fields[FIELD_SOURCE] = text_slice(words, source);
    if (!article->fields[FIELD_DATE].size)
        article->fields[FIELD_DATE] = head_date(article->arena, text_slice(words, date));
}
