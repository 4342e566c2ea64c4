/*
 * A date is looked for at each word of a line, in the orders that are in use:
 *
 *     10 January 2022    10. Januar 2022    10 de enero de 2022    10-Jan-2022      day month year
 *     January 10, 2022   Jan 10th 2022      Jan 10 14:05:00 2022                    month day (time) year
 *     2022-01-10         2022/01/10         13/01/2022    10.01.2022                figures
 *     January 2022                                                                 month year
 *
 * A time is read behind it or before it ("14:05 GMT, 10 January 2022"). Months are told by their names or three letters of them at least. With
 * points a date of figures has the day first, as in the languages that write it so (DIN 1355); with slashes it counts only where it can be
 * read in one way.
 */
#include "formats/text/forms/head_date.h"

#include "base/unicode/unicode.h"
#include "formats/text/forms/line_words.h"

typedef struct FoundDate {
    Range range;
    unsigned year, month, day; /* day 0: only the month is said */
    unsigned hour, minute;
    int zone_minutes; /* east of Greenwich */
    bool has_time, has_zone;
    bool ambiguous; /* "10/01/2022", "01/10/22": a date, but which? */
} FoundDate;

typedef struct Cursor {
    Text text;
    size_t at;
} Cursor;

/* ---- small parts ---- */

static char peek(const Cursor *cursor)
{
    return cursor->at < cursor->text.size ? cursor->text.bytes[cursor->at] : '\0';
}

static bool take(Cursor *cursor, Text word)
{
    Text rest = text_slice(cursor->text, (Range){cursor->at, cursor->text.size});

    if (!line_begins_with(rest, word))
        return false;
    cursor->at += word.size;
    return true;
}

static bool take_one_of(Cursor *cursor, const Text *words, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (take(cursor, words[i]))
            return true;
    }
    return false;
}

static void skip_blanks(Cursor *cursor)
{
    while (ascii_is_blank(peek(cursor)))
        cursor->at++;
}

/* Digits, from `least` to `most` of them and no more. */
static bool take_number(Cursor *cursor, size_t least, size_t most, unsigned *number)
{
    size_t end = cursor->at, value;

    while (end < cursor->text.size && ascii_is_digit(cursor->text.bytes[end]))
        end++;
    if (end - cursor->at < least || end - cursor->at > most ||
        !text_to_number(text_slice(cursor->text, (Range){cursor->at, end}), 9999, &value))
        return false;
    *number = (unsigned)value;
    cursor->at = end;
    return true;
}

static Text take_letters(Cursor *cursor)
{
    size_t start = cursor->at, size;

    while (cursor->at < cursor->text.size && unicode_is_letter(utf8_decode(cursor->text, cursor->at, &size)))
        cursor->at += size;
    return text_slice(cursor->text, (Range){start, cursor->at});
}

/* Which of the words of `list`, from 1, is `word`, or begins with it; 0: none. */
static unsigned index_in_list(Text list, Text word)
{
    Text name;
    unsigned index = 1;

    for (size_t at = 0; word.size >= 3 && text_next_part(list, ' ', &at, &name); index++) {
        if (word.size <= name.size && ascii_to_lower(word.bytes[0]) == name.bytes[0] &&
            text_equal_ignoring_case(text_slice(name, (Range){0, word.size}), word))
            return index;
    }
    return 0;
}

static unsigned index_in_lists(const Text *lists, size_t count, Text word)
{
    unsigned index = 0;

    for (size_t i = 0; i < count && index == 0; i++)
        index = index_in_list(lists[i], word);
    return index;
}

static bool take_month(Cursor *cursor, unsigned *month)
{
    static const Text languages[] = {
        LITERAL("january february march april may june july august september october november december"),
        LITERAL("januar februar märz april mai juni juli august september oktober november dezember"),
        LITERAL("janvier février mars avril mai juin juillet août septembre octobre novembre décembre"),
        LITERAL("enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre"),
        LITERAL("gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre"),
        LITERAL("janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro"),
        LITERAL("januari februari maart april mei juni juli augustus september oktober november december"),
    };
    Cursor start = *cursor;

    *month = index_in_lists(languages, COUNT_OF(languages), take_letters(cursor));
    if (*month == 0)
        *cursor = start;
    else if (peek(cursor) == '.')
        cursor->at++;
    return *month;
}

static bool take_weekday(Cursor *cursor)
{
    static const Text languages[] = {
        LITERAL("monday tuesday wednesday thursday friday saturday sunday"),
        LITERAL("montag dienstag mittwoch donnerstag freitag samstag sonntag sonnabend"),
        LITERAL("lundi mardi mercredi jeudi vendredi samedi dimanche"),
        LITERAL("lunes martes miércoles jueves viernes sábado domingo"),
        LITERAL("lunedì martedì mercoledì giovedì venerdì sabato domenica"),
        LITERAL("maandag dinsdag woensdag donderdag vrijdag zaterdag zondag"),
    };
    Cursor start = *cursor;

    if (!index_in_lists(languages, COUNT_OF(languages), take_letters(cursor))) {
        *cursor = start;
        return false;
    }
    if (peek(cursor) == '.')
        cursor->at++;
    return true;
}

/* What stands between the parts of a date: blanks, and one comma, or "de" and "of". */
static void skip_joint(Cursor *cursor)
{
    static const Text words[] = {LITERAL("de"), LITERAL("del"), LITERAL("of")};
    Cursor word;

    skip_blanks(cursor);
    if (peek(cursor) == ',' || peek(cursor) == '-' || peek(cursor) == '/')
        cursor->at++;
    skip_blanks(cursor);
    word = *cursor;
    if (take_one_of(&word, words, COUNT_OF(words)) && ascii_is_blank(peek(&word))) {
        *cursor = word;
        skip_blanks(cursor);
    }
}

/* "10", "10.", "10th", "1er" */
static bool take_day(Cursor *cursor, unsigned *day)
{
    static const Text endings[] = {LITERAL("st"), LITERAL("nd"), LITERAL("rd"),
                                   LITERAL("th"), LITERAL("er"), LITERAL(".")};

    if (!take_number(cursor, 1, 2, day))
        return false;
    (void)take_one_of(cursor, endings, COUNT_OF(endings));
    return true;
}

static bool take_year(Cursor *cursor, unsigned *year)
{
    return take_number(cursor, 4, 4, year) && *year >= 1500;
}

static bool is_in_calendar(unsigned year, unsigned month, unsigned day)
{
    static const unsigned char days[] = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

    if (month < 1 || month > 12 || day < 1 || day > days[month - 1])
        return false;
    return month != 2 || day < 29 || (year % 4 == 0 && (year % 100 != 0 || year % 400 == 0));
}

/* ---- times ---- */

typedef struct Zone {
    Text name;
    int minutes;
    bool known; /* not of "ET", which is two of them */
} Zone;

static const Zone zones[] = {
    {LITERAL("GMT"), 0, true},    {LITERAL("UTC"), 0, true},    {LITERAL("Z"), 0, true},
    {LITERAL("BST"), 60, true},   {LITERAL("CET"), 60, true},   {LITERAL("CEST"), 120, true},
    {LITERAL("MEZ"), 60, true},   {LITERAL("MESZ"), 120, true}, {LITERAL("EET"), 120, true},
    {LITERAL("EEST"), 180, true}, {LITERAL("EST"), -300, true}, {LITERAL("EDT"), -240, true},
    {LITERAL("CST"), -360, true}, {LITERAL("CDT"), -300, true}, {LITERAL("MST"), -420, true},
    {LITERAL("MDT"), -360, true}, {LITERAL("PST"), -480, true}, {LITERAL("PDT"), -420, true},
    {LITERAL("AEST"), 600, true}, {LITERAL("AEDT"), 660, true}, {LITERAL("NZST"), 720, true},
    {LITERAL("NZDT"), 780, true}, {LITERAL("JST"), 540, true},  {LITERAL("ET"), 0, false},
    {LITERAL("CT"), 0, false},    {LITERAL("MT"), 0, false},    {LITERAL("PT"), 0, false},
    {LITERAL("IST"), 0, false},   {LITERAL("HKT"), 480, true},  {LITERAL("SGT"), 480, true},
};

/* "+0100", "-05:00" */
static bool take_offset(Cursor *cursor, int *minutes)
{
    char sign = peek(cursor);
    Cursor try = {cursor->text, cursor->at + 1};
    unsigned hours, rest;

    if (sign != '+' && sign != '-')
        return false;
    if (take_number(&try, 4, 4, &hours)) {
        rest = hours % 100;
        hours /= 100;
    } else if (!take_number(&try, 2, 2, &hours) || !take(&try, TEXT(":")) || !take_number(&try, 2, 2, &rest)) {
        return false;
    }
    if (hours > 14 || rest > 59)
        return false;
    *minutes = (int)(hours * 60 + rest) * (sign == '-' ? -1 : 1);
    *cursor = try;
    return true;
}

static void take_zone(Cursor *cursor, FoundDate *found)
{
    Cursor try = *cursor;
    bool bracket;

    skip_blanks(&try);
    bracket = take(&try, TEXT("("));
    found->has_zone = take_offset(&try, &found->zone_minutes);
    for (size_t i = 0; i < COUNT_OF(zones) && !found->has_zone; i++) {
        Cursor name = try;

        if (!take(&name, zones[i].name) || !text_equal(text_slice(name.text, (Range){try.at, name.at}), zones[i].name))
            continue;
        *cursor = name;
        found->has_zone = zones[i].known;
        found->zone_minutes = zones[i].minutes;
        if (bracket)
            (void)take(cursor, TEXT(")"));
        return;
    }
    if (!found->has_zone)
        return;
    *cursor = try;
    if (bracket)
        (void)take(cursor, TEXT(")"));
}

/* "a.m.", "PM": 1 and 2; 0 for none. */
static int take_half_of_day(Cursor *cursor)
{
    static const Text halves[] = {LITERAL("a.m."), LITERAL("am"), LITERAL("a.m"),
                                  LITERAL("p.m."), LITERAL("pm"), LITERAL("p.m")};
    Cursor try = *cursor;

    skip_blanks(&try);
    for (size_t i = 0; i < COUNT_OF(halves); i++) {
        if (take(&try, halves[i])) {
            *cursor = try;
            return i < 3 ? 1 : 2;
        }
    }
    return 0;
}

/* ":05", ".05", "h05", and seconds behind it. */
static bool take_minutes(Cursor *cursor, unsigned *minute)
{
    Cursor try = *cursor;
    unsigned seconds;

    if (!take(&try, TEXT(":")) && !take(&try, TEXT(".")) && !(peek(&try) == 'h' && ++try.at))
        return false;
    if (!take_number(&try, 2, 2, minute) || *minute > 59)
        return false;
    *cursor = try;
    if (take(&try, TEXT(":")) && take_number(&try, 2, 2, &seconds)) {
        *cursor = try;
        if (take(&try, TEXT(".")) && take_number(&try, 1, 9, &seconds))
            *cursor = try;
    }
    return true;
}

/* "14:05 GMT", "2:05 p.m. ET", "2 pm", "14h05", "14.05 Uhr" */
static bool take_time(Cursor *cursor, FoundDate *found)
{
    Cursor try = *cursor;
    unsigned hour, minute = 0;
    bool minutes;
    int half;

    if (!take_number(&try, 1, 2, &hour) || hour > 24)
        return false;
    minutes = take_minutes(&try, &minute);
    half = take_half_of_day(&try);
    if ((!minutes && !half) || (half && (hour == 0 || hour > 12)))
        return false;
    skip_blanks(&try);
    if (!half && !take(&try, TEXT("Uhr")))
        (void)take(&try, TEXT("hrs"));
    found->hour = half ? hour % 12 + (half == 2 ? 12 : 0) : hour;
    found->minute = minute;
    found->has_time = true;
    take_zone(&try, found);
    *cursor = try;
    return true;
}

/* The time behind a date, over what joins them: "T14:05", ", 14:05", " at 2:05 p.m.", " - 14h05". */
static void take_time_behind(Cursor *cursor, FoundDate *found)
{
    static const Text joints[] = {LITERAL(","),     LITERAL("|"),    LITERAL("-"),  LITERAL("–"), LITERAL("—"),
                                  LITERAL("•"),     LITERAL("·"),    LITERAL("at"), LITERAL("à"), LITERAL("um"),
                                  LITERAL("a las"), LITERAL("alle"), LITERAL("/"),  LITERAL("@")};
    Cursor try = *cursor;
    bool date_was_of_figures = peek(&try) == 'T';

    if (date_was_of_figures)
        try.at++;
    for (int most = 2; most > 0; most--) {
        skip_blanks(&try);
        if (!take_one_of(&try, joints, COUNT_OF(joints)))
            break;
    }
    skip_blanks(&try);
    if (take_time(&try, found))
        *cursor = try;
}

/* ---- dates ---- */

/* "10 January 2022", "10. Januar 2022", "10-Jan-2022" */
static bool take_day_month_year(Cursor *cursor, FoundDate *found)
{
    if (!take_day(cursor, &found->day))
        return false;
    skip_joint(cursor);
    if (!take_month(cursor, &found->month))
        return false;
    skip_joint(cursor);
    return take_year(cursor, &found->year);
}

/* "January 10, 2022", "Jan 10 14:05:00 GMT 2022" */
static bool take_month_day_year(Cursor *cursor, FoundDate *found)
{
    Cursor between;

    if (!take_month(cursor, &found->month))
        return false;
    skip_joint(cursor);
    if (!take_day(cursor, &found->day))
        return false;
    skip_joint(cursor);
    between = *cursor;
    if (take_year(cursor, &found->year))
        return true;
    *cursor = between;
    if (!take_time(cursor, found))
        return false;
    skip_blanks(cursor);
    return take_year(cursor, &found->year);
}

static bool take_month_year(Cursor *cursor, FoundDate *found)
{
    if (cursor->at >= 2 && ascii_is_digit(cursor->text.bytes[cursor->at - 2]))
        return false; /* "31 February 2022": a day that there is not */
    if (!take_month(cursor, &found->month))
        return false;
    skip_joint(cursor);
    found->day = 0;
    return take_year(cursor, &found->year);
}

/* "2022-01-10", "2022/01/10", "20220110" is none */
static bool take_year_first(Cursor *cursor, FoundDate *found)
{
    char joint;

    if (!take_year(cursor, &found->year))
        return false;
    joint = peek(cursor);
    if (joint != '-' && joint != '/' && joint != '.')
        return false;
    cursor->at++;
    if (!take_number(cursor, joint == '/' ? 1 : 2, 2, &found->month) || peek(cursor) != joint)
        return false;
    cursor->at++;
    return take_number(cursor, joint == '/' ? 1 : 2, 2, &found->day);
}

/* "13/01/2022", "01/13/2022", "10.01.2022": only what is one day. */
static bool take_year_last(Cursor *cursor, FoundDate *found)
{
    unsigned first, second;
    char joint;

    if (!take_number(cursor, 1, 2, &first))
        return false;
    joint = peek(cursor);
    if (joint != '/' && joint != '.' && joint != '-')
        return false;
    cursor->at++;
    if (!take_number(cursor, 1, 2, &second) || peek(cursor) != joint)
        return false;
    cursor->at++;
    found->ambiguous = joint != '.' && first <= 12 && second <= 12 && first != second;
    if (!take_year(cursor, &found->year)) {
        found->ambiguous = joint == '/' && take_number(cursor, 2, 2, &found->year);
        if (!found->ambiguous)
            return false;
        found->year += 2000;
    }
    found->day = joint == '.' || first > 12 ? first : second;
    found->month = joint == '.' || first > 12 ? second : first;
    return true;
}

typedef bool DateForm(Cursor *cursor, FoundDate *found);

static DateForm *const date_forms[] = {take_day_month_year, take_month_day_year, take_year_first, take_year_last,
                                       take_month_year};

/* A date that begins at `at`, with the time behind it. */
static bool date_at(Text line, size_t at, FoundDate *found)
{
    for (size_t i = 0; i < COUNT_OF(date_forms); i++) {
        Cursor cursor = {line, at};

        *found = (FoundDate){.range = {at, at}};
        if (!date_forms[i](&cursor, found) || !is_in_calendar(found->year, found->month, found->day ? found->day : 1) ||
            ascii_is_digit(peek(&cursor)))
            continue;
        if (!found->has_time)
            take_time_behind(&cursor, found);
        found->range.end = cursor.at;
        return true;
    }
    return false;
}

/* A figure may stick to a word before it: pages print "Published10 January 2022". */
static bool begins_word(Text line, size_t at)
{
    char before = at ? line.bytes[at - 1] : ' ';

    if (ascii_is_digit(line.bytes[at]))
        return !ascii_is_digit(before) && !ascii_is_upper(before);
    if (ascii_is_upper(line.bytes[at]) && ascii_is_digit(before))
        return true; /* "June 29, 2020November 12, 2021" */
    return ascii_is_alpha(line.bytes[at]) ? !ascii_is_alnum(before) : line.bytes[at] & 0x80;
}

/* A time or weekday, and what joins it to the date that begins at `date`, are of that date. */
static void widen_to_front(Text line, size_t from, FoundDate *found)
{
    for (size_t at = from; at < found->range.start; at++) {
        Cursor cursor = {text_slice(line, (Range){0, found->range.start}), at};
        FoundDate time = {0};
        bool is_time;

        if (!begins_word(line, at))
            continue;
        is_time = take_time(&cursor, &time);
        do {
            while (byte_is_one_of(peek(&cursor), " ,|.-"))
                cursor.at++;
        } while (take(&cursor, TEXT("on")) || take_weekday(&cursor));
        if (cursor.at != found->range.start || cursor.at == at)
            continue;
        if (is_time && !found->has_time) {
            found->hour = time.hour;
            found->minute = time.minute;
            found->has_zone = time.has_zone;
            found->zone_minutes = time.zone_minutes;
            found->has_time = true;
        }
        found->range.start = at;
        return;
    }
}

static size_t next_digit(Text line, size_t at)
{
    while (at < line.size && !ascii_is_digit(line.bytes[at]))
        at++;
    return at;
}

/* A date has a figure within some bytes of where it begins, so most words need no look. */
static bool date_find(Text line, size_t from, FoundDate *found)
{
    enum { LINE_LONGEST = 300, FIGURE_FARTHEST = 24 }; /* in bytes: no line that tells a date is longer */
    size_t digit = 0;

    line = text_slice(line, (Range){0, LINE_LONGEST});
    for (size_t at = from; at < line.size; at++) {
        digit = digit < at || digit == 0 ? next_digit(line, at) : digit;
        if (digit == line.size)
            return false;
        if (digit - at > FIGURE_FARTHEST)
            at = digit - FIGURE_FARTHEST;
        if (begins_word(line, at) && date_at(line, at, found)) {
            widen_to_front(line, from, found);
            return true;
        }
    }
    return false;
}

static Text zone_text(Arena *arena, const FoundDate *found)
{
    unsigned minutes = (unsigned)(found->zone_minutes < 0 ? -found->zone_minutes : found->zone_minutes);

    if (!found->has_zone)
        return (Text){0};
    if (minutes == 0)
        return TEXT("Z");
    return arena_printf(arena, "%c%02u:%02u", found->zone_minutes < 0 ? '-' : '+', minutes / 60, minutes % 60);
}

static Text date_text(Arena *arena, const FoundDate *found)
{
    Text zone;

    if (found->day == 0)
        return arena_printf(arena, "%04u-%02u", found->year, found->month);
    if (!found->has_time)
        return arena_printf(arena, "%04u-%02u-%02u", found->year, found->month, found->day);
    zone = zone_text(arena, found);
    return arena_printf(arena, "%04u-%02u-%02uT%02u:%02u%.*s", found->year, found->month, found->day, found->hour,
                        found->minute, TEXT_ARGS(zone));
}

Text head_date(Arena *arena, Text line)
{
    FoundDate found;

    return date_find(line, 0, &found) && !found.ambiguous ? date_text(arena, &found) : (Text){0};
}

Range head_date_range(Text line)
{
    FoundDate found;

    return date_find(line, 0, &found) ? found.range : (Range){0, 0};
}

/* ---- lines of dates ---- */

static bool says_updated(Text label)
{
    static const Text words[] = {
        LITERAL("updated"),    LITERAL("update"),      LITERAL("modified"),     LITERAL("edited"),
        LITERAL("revised"),    LITERAL("amended"),     LITERAL("aktualisiert"), LITERAL("geändert"),
        LITERAL("mis à jour"), LITERAL("mise à jour"), LITERAL("actualizado"),  LITERAL("aggiornato"),
        LITERAL("modifié"),    LITERAL("stand"),       LITERAL("atualizado"),   LITERAL("bijgewerkt")};

    for (size_t i = 0; i < COUNT_OF(words); i++) {
        if (line_find_words(label, words[i]) != TEXT_NOT_FOUND)
            return true;
    }
    return false;
}

HeadDates head_dates(Arena *arena, Text line)
{
    HeadDates dates = {0};
    FoundDate found;

    for (size_t at = 0; date_find(line, at, &found); at = found.range.end) {
        Text *date = says_updated(text_slice(line, (Range){at, found.range.start})) ? &dates.updated : &dates.date;

        if (date->size == 0 && !found.ambiguous)
            *date = date_text(arena, &found);
    }
    return dates;
}

/* Words that stand beside a date and say what it is. */
static bool is_label(Text word)
{
    static const Text words =
        LITERAL("published,publication,posted,updated,update,last,modified,first,originally,created,on,"
                "at,date,dated,issued,released,release,added,filed,uploaded,edited,revised,amended,time,"
                "the,of,and,debated,sent,aired,online,print,publié,publiée,mis,à,jour,le,modifié,"
                "veröffentlicht,aktualisiert,zuletzt,geändert,stand,am,um,vom,den,erstellt,datum,"
                "publicado,actualizado,el,a,las,pubblicato,aggiornato,il,alle,geplaatst,op,em,local,est.,"
                "article,story,share,save,read,comments,this,was,has,been,web,posted:,uk,page,hc,hl,deb,deb.,for,"
                "immediate,publiziert,erschienen,"
                "gepostet,lesezeit,lesedauer,"
                "uhr,heute,min,minuten,publicada,actualizada,artikel,modificato,modifiée,der,vor");

    return line_is_one_of(word, words);
}

/* "3", "hours", "ago": of a time that cannot be told without a clock. */
static bool is_relative(Text word)
{
    static const Text words =
        LITERAL("ago,hour,hours,minute,minutes,min,mins,day,days,week,weeks,month,months,today,yesterday,"
                "just,now,h,hr,hrs");

    return line_is_one_of(word, words);
}

/* "Volume 700": a number that is no time. */
static bool is_numbered(Text word)
{
    static const Text words[] = {LITERAL("volume"), LITERAL("vol"), LITERAL("issue"), LITERAL("no")};

    return TEXT_IS_ONE_OF(word, words);
}

/* "cc590-4": columns of a printed record */
static bool is_columns(Text word)
{
    return word.size > 3 && text_starts_with(word, TEXT("cc")) && ascii_is_digit(word.bytes[2]);
}

static bool is_time_word(Text word)
{
    Cursor cursor = {word, 0};
    FoundDate found = {0};
    unsigned number;

    if (is_relative(word) || take_weekday(&cursor) || take_month(&cursor, &number))
        return cursor.at == word.size || is_relative(word);
    if (take_time(&cursor, &found) || take_day(&cursor, &number))
        return cursor.at == word.size || take_half_of_day(&cursor);
    for (size_t i = 0; i < COUNT_OF(zones); i++) {
        if (text_equal(word, zones[i].name))
            return true;
    }
    return take_half_of_day(&cursor) != 0;
}

/* Are the words all labels, or (with `times`) parts of times? Counts the latter. */
static bool are_labels(Text words, size_t *times)
{
    bool numbered = false;
    Text word;

    for (size_t at = 0; line_next_word(words, &at, &word);) {
        bool is_number = numbered;

        while (word.size && byte_is_one_of(word.bytes[0], ",:;|-.()/*_[]")) {
            word.bytes++;
            word.size--;
        }
        while (word.size && byte_is_one_of(word.bytes[word.size - 1], ",:;|()/*_[]"))
            word.size--;
        if (word.size == 0 || text_equal(word, TEXT("–")) || text_equal(word, TEXT("—")) ||
            text_equal(word, TEXT("•")) || text_equal(word, TEXT("·")) || is_label(word))
            continue;
        numbered = is_numbered(word);
        if (numbered || (is_number && ascii_is_digit(word.bytes[0])) || is_columns(word))
            continue;
        if (!is_time_word(word))
            return false;
        ++*times;
    }
    return true;
}

DateLine head_date_line(Text line)
{
    size_t at = 0, times = 0, dates = 0, updated = 0;
    FoundDate found;

    if (line.size > 160)
        return DATE_LINE_NONE;
    for (; date_find(line, at, &found); at = found.range.end) {
        Text label = text_slice(line, (Range){at, found.range.start});

        if (!are_labels(label, &times))
            return DATE_LINE_NONE;
        dates += !found.ambiguous;
        times += found.ambiguous;
        updated += !found.ambiguous && says_updated(label);
    }
    if (!are_labels(text_slice(line, (Range){at, line.size}), &times))
        return DATE_LINE_NONE;
    if (dates == 0 && times == 0 &&
        line_is_one_of(line, TEXT("on,published,posted,updated,last updated,first published,published on,posted "
                                  "on,date,date:,published:,posted:,updated:")))
        return DATE_LINE_TIME; /* the date is in the next line */
    if (dates)
        return updated == dates ? DATE_LINE_UPDATED : DATE_LINE_DATE;
    return times ? DATE_LINE_TIME : DATE_LINE_NONE;
}
