/* The parts of which dates and times are made, read one after the other. Names of months and days are told by three letters of them at least. */
#include "formats/text/words/date_cursor.h"

#include "base/unicode/unicode.h"
#include "formats/text/words/line_words.h"

char date_peek(const DateCursor *cursor)
{
    return cursor->at < cursor->text.size ? cursor->text.bytes[cursor->at] : '\0';
}

bool date_take(DateCursor *cursor, Text word)
{
    Text rest = text_slice(cursor->text, (Range){cursor->at, cursor->text.size});

    if (!line_begins_with(rest, word))
        return false;
    cursor->at += word.size;
    return true;
}

static bool take_one_of(DateCursor *cursor, const Text *words, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (date_take(cursor, words[i]))
            return true;
    }
    return false;
}

void date_skip_blanks(DateCursor *cursor)
{
    while (ascii_is_blank(date_peek(cursor)))
        cursor->at++;
}

/* Digits, from `least` to `most` of them and no more. */
bool date_take_number(DateCursor *cursor, size_t least, size_t most, unsigned *number)
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

static Text take_letters(DateCursor *cursor)
{
    size_t start = cursor->at, size;

    while (cursor->at < cursor->text.size && unicode_is_letter(utf8_decode(cursor->text, cursor->at, &size)))
        cursor->at += size;
    return text_slice(cursor->text, (Range){start, cursor->at});
}

enum { MONTHS = 12, NAME_BYTES = 16 };

/* Which of the `count` names that each language has, from 1, is `word`, or begins with it and its three bytes at least; 0: none. */
static unsigned index_of_name(const char (*names)[NAME_BYTES], size_t languages, unsigned count, Text word)
{
    char first = word.size >= 3 ? ascii_to_lower(word.bytes[0]) : '\0';

    for (size_t i = 0; first && i < languages * count; i++) {
        if (names[i][0] == first && word.size <= strlen(names[i]) &&
            text_equal_ignoring_case((Text){names[i], word.size}, word))
            return (unsigned)(i % count) + 1;
    }
    return 0;
}

/* Do names of months begin so? The second letter may be none of ASCII. */
static bool begins_as_month(Text rest)
{
    static const char *const seconds[26] = {
        ['a' - 'a'] = "pvobgu", ['c' - 'a'] = "z",   ['d' - 'a'] = "ei", ['e' - 'a'] = "n",   ['f' - 'a'] = "e",
        ['g' - 'a'] = "eir",    ['j' - 'a'] = "au",  ['k' - 'a'] = "w",  ['l' - 'a'] = "ui",  ['m' - 'a'] = "ae",
        ['n' - 'a'] = "o",      ['o' - 'a'] = "kcu", ['p' - 'a'] = "a",  ['s' - 'a'] = "eti", ['w' - 'a'] = "r"};
    char first = rest.size > 2 ? ascii_to_lower(rest.bytes[0]) : '\0';

    return ascii_is_lower(first) && seconds[first - 'a'] &&
           ((rest.bytes[1] & 0x80) || strchr(seconds[first - 'a'], ascii_to_lower(rest.bytes[1])));
}

bool date_take_month(DateCursor *cursor, unsigned *month)
{
    // clang-format off
    static const char names[][NAME_BYTES] = {
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
        "januar", "februar", "märz", "april", "mai", "juni", "juli", "august", "september", "oktober", "november", "dezember",
        "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre",
        "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre",
        "gennaio", "febbraio", "marzo", "aprile", "maggio", "giugno", "luglio", "agosto", "settembre", "ottobre", "novembre", "dicembre",
        "janeiro", "fevereiro", "março", "abril", "maio", "junho", "julho", "agosto", "setembro", "outubro", "novembro", "dezembro",
        "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december",
        "januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober", "november", "desember",
        "stycznia", "lutego", "marca", "kwietnia", "maja", "czerwca", "lipca", "sierpnia", "września", "października", "listopada", "grudnia",
    };
    // clang-format on
    DateCursor start = *cursor;

    *month = 0;
    if (!begins_as_month(text_slice(cursor->text, (Range){cursor->at, cursor->text.size})))
        return false;
    *month = index_of_name(names, COUNT_OF(names) / MONTHS, MONTHS, take_letters(cursor));
    if (*month == 0)
        *cursor = start;
    else if (date_peek(cursor) == '.')
        cursor->at++;
    return *month;
}

bool date_take_weekday(DateCursor *cursor)
{
    // clang-format off
    static const char names[][NAME_BYTES] = {
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
        "montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonntag", "sonnabend",
        "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche",
        "lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo",
        "lunedì", "martedì", "mercoledì", "giovedì", "venerdì", "sabato", "domenica",
        "maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag",
        "mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag", "måndag", "tisdag", "lördag", "söndag",
        "poniedziałek", "wtorek", "środa", "czwartek", "piątek", "sobota", "niedziela",
    };
    // clang-format on
    DateCursor start = *cursor;

    if (!index_of_name(names, 1, COUNT_OF(names), take_letters(cursor))) {
        *cursor = start;
        return false;
    }
    if (date_peek(cursor) == '.')
        cursor->at++;
    return true;
}

/* What stands between the parts of a date: blanks, and one comma, or "de" and "of". */
void date_skip_joint(DateCursor *cursor)
{
    static const Text words[] = {LITERAL("de"), LITERAL("del"), LITERAL("of")};
    DateCursor word;

    date_skip_blanks(cursor);
    if (date_peek(cursor) == ',' || date_peek(cursor) == '-' || date_peek(cursor) == '/')
        cursor->at++;
    date_skip_blanks(cursor);
    word = *cursor;
    if (take_one_of(&word, words, COUNT_OF(words)) && ascii_is_blank(date_peek(&word))) {
        *cursor = word;
        date_skip_blanks(cursor);
    }
}

/* "10", "10.", "10th", "1er" */
bool date_take_day(DateCursor *cursor, unsigned *day)
{
    static const Text endings[] = {LITERAL("st"), LITERAL("nd"), LITERAL("rd"),
                                   LITERAL("th"), LITERAL("er"), LITERAL(".")};

    if (!date_take_number(cursor, 1, 2, day))
        return false;
    (void)take_one_of(cursor, endings, COUNT_OF(endings));
    return true;
}

bool date_take_year(DateCursor *cursor, unsigned *year)
{
    return date_take_number(cursor, 4, 4, year) && *year >= 1500;
}

/* ---- times ---- */

typedef struct Zone {
    Text name;
    int minutes;
    bool known; /* not of "ET", which is two of them */
} Zone;

enum { ZONES_AT_GREENWICH = 2 }; /* the first of them, behind which hours may stand: "GMT+7" */

static const Zone zones[] = {
    {LITERAL("GMT"), 0, true},
    {LITERAL("UTC"), 0, true},
    {LITERAL("Z"), 0, true},
    {LITERAL("BST"), 60, true},
    {LITERAL("CET"), 60, true},
    {LITERAL("CEST"), 120, true},
    {LITERAL("MEZ"), 60, true},
    {LITERAL("MESZ"), 120, true},
    {LITERAL("EET"), 120, true},
    {LITERAL("EEST"), 180, true},
    {LITERAL("EST"), -300, true},
    {LITERAL("EDT"), -240, true},
    {LITERAL("CST"), -360, true},
    {LITERAL("CDT"), -300, true},
    {LITERAL("MST"), -420, true},
    {LITERAL("MDT"), -360, true},
    {LITERAL("PST"), -480, true},
    {LITERAL("PDT"), -420, true},
    {LITERAL("AEST"), 600, true},
    {LITERAL("AEDT"), 660, true},
    {LITERAL("NZST"), 720, true},
    {LITERAL("NZDT"), 780, true},
    {LITERAL("JST"), 540, true},
    {LITERAL("ET"), 0, false},
    {LITERAL("CT"), 0, false},
    {LITERAL("MT"), 0, false},
    {LITERAL("PT"), 0, false},
    {LITERAL("IST"), 0, false},
    {LITERAL("HKT"), 480, true},
    {LITERAL("SGT"), 480, true},
    {LITERAL("AWST"), 480, true},
    {LITERAL("ACST"), 570, true},
    {LITERAL("KST"), 540, true},
    {LITERAL("WIB"), 420, true},
    {LITERAL("PKT"), 300, true},
    {LITERAL("SAST"), 120, true},
    {LITERAL("WAT"), 60, true},
    {LITERAL("EAT"), 180, true},
    {LITERAL("MSK"), 180, true},
    {LITERAL("AKST"), -540, true},
    {LITERAL("AKDT"), -480, true},
    {LITERAL("HST"), -600, true},
    {LITERAL("Eastern Standard Time"), -300, true},
    {LITERAL("Eastern Daylight Time"), -240, true},
    {LITERAL("Central Standard Time"), -360, true},
    {LITERAL("Central Daylight Time"), -300, true},
    {LITERAL("Mountain Standard Time"), -420, true},
    {LITERAL("Mountain Daylight Time"), -360, true},
    {LITERAL("Pacific Standard Time"), -480, true},
    {LITERAL("Pacific Daylight Time"), -420, true},
    {LITERAL("Eastern Time"), 0, false},
    {LITERAL("Central Time"), 0, false},
    {LITERAL("Mountain Time"), 0, false},
    {LITERAL("Pacific Time"), 0, false},
    {LITERAL("British Summer Time"), 60, true},
    {LITERAL("Central European Time"), 60, true},
};

/* "+0100", "-05:00" */
static bool take_offset(DateCursor *cursor, int *minutes)
{
    char sign = date_peek(cursor);
    DateCursor try = {cursor->text, cursor->at + 1};
    unsigned hours, rest;

    if (sign != '+' && sign != '-')
        return false;
    if (date_take_number(&try, 4, 4, &hours)) {
        rest = hours % 100;
        hours /= 100;
    } else if (!date_take_number(&try, 2, 2, &hours) || !date_take(&try, TEXT(":")) ||
               !date_take_number(&try, 2, 2, &rest)) {
        return false;
    }
    if (hours > 14 || rest > 59)
        return false;
    *minutes = (int)(hours * 60 + rest) * (sign == '-' ? -1 : 1);
    *cursor = try;
    return true;
}

/* "+7", "-3:30", behind "GMT" or "UTC" */
static bool take_hours(DateCursor *cursor, int *minutes)
{
    char sign = date_peek(cursor);
    DateCursor try = {cursor->text, cursor->at + 1};
    unsigned hours, rest = 0;

    if (take_offset(cursor, minutes))
        return true;
    if ((sign != '+' && sign != '-') || !date_take_number(&try, 1, 2, &hours) || hours > 14)
        return false;
    if (date_take(&try, TEXT(":")) && !date_take_number(&try, 2, 2, &rest))
        return false;
    *minutes = (int)(hours * 60 + rest) * (sign == '-' ? -1 : 1);
    *cursor = try;
    return true;
}

static void take_zone(DateCursor *cursor, FoundDate *found)
{
    DateCursor try = *cursor;
    bool bracket;

    date_skip_blanks(&try);
    bracket = date_take(&try, TEXT("("));
    found->has_zone = take_offset(&try, &found->zone_minutes);
    for (size_t i = 0; i < COUNT_OF(zones) && !found->has_zone; i++) {
        DateCursor name = try;

        if (!date_take(&name, zones[i].name) ||
            !text_equal(text_slice(name.text, (Range){try.at, name.at}), zones[i].name))
            continue;
        found->has_zone = zones[i].known;
        found->zone_minutes = zones[i].minutes;
        if (i < ZONES_AT_GREENWICH)
            (void)take_hours(&name, &found->zone_minutes);
        *cursor = name;
        if (bracket)
            (void)date_take(cursor, TEXT(")"));
        return;
    }
    if (!found->has_zone)
        return;
    *cursor = try;
    if (bracket)
        (void)date_take(cursor, TEXT(")"));
}

/* "a.m.", "PM": 1 and 2; 0 for none. */
int date_take_half_of_day(DateCursor *cursor)
{
    static const Text halves[] = {LITERAL("a.m."), LITERAL("am"), LITERAL("a.m"),
                                  LITERAL("p.m."), LITERAL("pm"), LITERAL("p.m")};
    DateCursor try = *cursor;

    date_skip_blanks(&try);
    if (!byte_is_one_of(date_peek(&try), "aApP"))
        return 0;
    for (size_t i = 0; i < COUNT_OF(halves); i++) {
        if (date_take(&try, halves[i])) {
            *cursor = try;
            return i < 3 ? 1 : 2;
        }
    }
    return 0;
}

/* ":05", ".05", "h05", and seconds behind it. */
static bool take_minutes(DateCursor *cursor, unsigned *minute)
{
    DateCursor try = *cursor;
    unsigned seconds;

    if (!date_take(&try, TEXT(":")) && !date_take(&try, TEXT(".")) && !(date_peek(&try) == 'h' && ++try.at))
        return false;
    if (!date_take_number(&try, 2, 2, minute) || *minute > 59)
        return false;
    *cursor = try;
    if (date_take(&try, TEXT(":")) && date_take_number(&try, 2, 2, &seconds)) {
        *cursor = try;
        if (date_take(&try, TEXT(".")) && date_take_number(&try, 1, 9, &seconds))
            *cursor = try;
    }
    return true;
}

/* "14:05 GMT", "2:05 p.m. ET", "2 pm", "14h05", "14.05 Uhr" */
bool date_take_time(DateCursor *cursor, FoundDate *found)
{
    DateCursor try = *cursor;
    unsigned hour, minute = 0;
    bool minutes;
    int half;

    if (!date_take_number(&try, 1, 2, &hour) || hour > 24)
        return false;
    minutes = take_minutes(&try, &minute);
    half = date_take_half_of_day(&try);
    if ((!minutes && !half) || (half && (hour == 0 || hour > 12)))
        return false;
    date_skip_blanks(&try);
    if (!half && !date_take(&try, TEXT("Uhr")))
        (void)date_take(&try, TEXT("hrs"));
    found->hour = half ? hour % 12 + (half == 2 ? 12 : 0) : hour;
    found->minute = minute;
    found->has_time = true;
    take_zone(&try, found);
    *cursor = try;
    return true;
}

/* The time behind a date, over what joins them: "T14:05", ", 14:05", " at 2:05 p.m.", " - 14h05". */
void date_take_time_behind(DateCursor *cursor, FoundDate *found)
{
    static const Text joints[] = {LITERAL(","),     LITERAL("|"),    LITERAL("-"),  LITERAL("–"), LITERAL("—"),
                                  LITERAL("•"),     LITERAL("·"),    LITERAL("at"), LITERAL("à"), LITERAL("um"),
                                  LITERAL("a las"), LITERAL("alle"), LITERAL("/"),  LITERAL("@")};
    DateCursor try = *cursor;
    bool date_was_of_figures = date_peek(&try) == 'T';

    if (date_was_of_figures)
        try.at++;
    for (int most = 2; most > 0; most--) {
        date_skip_blanks(&try);
        if (!take_one_of(&try, joints, COUNT_OF(joints)))
            break;
    }
    date_skip_blanks(&try);
    if (date_take_time(&try, found))
        *cursor = try;
}

bool date_is_zone(Text word)
{
    for (size_t i = 0; i < COUNT_OF(zones); i++) {
        if (text_equal(word, zones[i].name))
            return true;
    }
    return false;
}
