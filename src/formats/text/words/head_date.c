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
#include "formats/text/words/head_date.h"

#include <stdio.h>

#include "base/iso_date.h"
#include "formats/text/words/date_cursor.h"
#include "formats/text/words/line_words.h"

/* ---- dates ---- */

/* "10 January 2022", "10. Januar 2022", "10-Jan-2022" */
static bool take_day_month_year(DateCursor *cursor, FoundDate *found)
{
    if (!date_take_day(cursor, &found->day))
        return false;
    date_skip_joint(cursor);
    if (!date_take_month(cursor, &found->month))
        return false;
    date_skip_joint(cursor);
    return date_take_year(cursor, &found->year);
}

/* "January 10, 2022", "Jan 10 14:05:00 GMT 2022" */
static bool take_month_day_year(DateCursor *cursor, FoundDate *found)
{
    DateCursor between;

    if (!date_take_month(cursor, &found->month))
        return false;
    date_skip_joint(cursor);
    if (!date_take_day(cursor, &found->day))
        return false;
    date_skip_joint(cursor);
    between = *cursor;
    if (date_take_year(cursor, &found->year))
        return true;
    *cursor = between;
    if (!date_take_time(cursor, found))
        return false;
    date_skip_blanks(cursor);
    return date_take_year(cursor, &found->year);
}

static bool take_month_year(DateCursor *cursor, FoundDate *found)
{
    if (cursor->at >= 2 && ascii_is_digit(cursor->text.bytes[cursor->at - 2]))
        return false; /* "31 February 2022": a day that there is not */
    if (!date_take_month(cursor, &found->month))
        return false;
    date_skip_joint(cursor);
    found->day = 0;
    return date_take_year(cursor, &found->year);
}

/* "2022-01-10", "2022/01/10", "20220110" is none */
static bool take_year_first(DateCursor *cursor, FoundDate *found)
{
    char joint;

    if (!date_take_year(cursor, &found->year))
        return false;
    joint = date_peek(cursor);
    if (joint != '-' && joint != '/' && joint != '.')
        return false;
    cursor->at++;
    if (!date_take_number(cursor, joint == '/' ? 1 : 2, 2, &found->month) || date_peek(cursor) != joint)
        return false;
    cursor->at++;
    return date_take_number(cursor, joint == '/' ? 1 : 2, 2, &found->day);
}

/* "13/01/2022", "01/13/2022", "10.01.2022": only what is one day. */
static bool take_year_last(DateCursor *cursor, FoundDate *found)
{
    unsigned first, second;
    char joint;

    if (!date_take_number(cursor, 1, 2, &first))
        return false;
    joint = date_peek(cursor);
    if (joint != '/' && joint != '.' && joint != '-')
        return false;
    cursor->at++;
    if (!date_take_number(cursor, 1, 2, &second) || date_peek(cursor) != joint)
        return false;
    cursor->at++;
    found->ambiguous = joint != '.' && first <= 12 && second <= 12 && first != second;
    if (!date_take_year(cursor, &found->year)) {
        found->ambiguous = joint == '/' && date_take_number(cursor, 2, 2, &found->year);
        if (!found->ambiguous)
            return false;
        found->year += 2000;
    }
    found->day = joint == '.' || first > 12 ? first : second;
    found->month = joint == '.' || first > 12 ? second : first;
    return true;
}

typedef bool DateReader(DateCursor *cursor, FoundDate *found);

/* What may begin with a figure, and what with a letter. */
static DateReader *const figure_forms[] = {take_day_month_year, take_year_first, take_year_last};
static DateReader *const letter_forms[] = {take_month_day_year, take_month_year};

static bool begins_month(Text line, size_t at)
{
    DateCursor cursor = {line, at};
    unsigned month;

    return date_take_month(&cursor, &month);
}

/* A date that begins at `at`, with the time behind it. */
static bool date_at(Text line, size_t at, FoundDate *found)
{
    bool figure = ascii_is_digit(line.bytes[at]);
    DateReader *const *forms = figure ? figure_forms : letter_forms;
    size_t count = figure ? COUNT_OF(figure_forms) : begins_month(line, at) ? COUNT_OF(letter_forms) : 0;

    for (size_t i = 0; i < count; i++) {
        DateCursor cursor = {line, at};

        *found = (FoundDate){.range = {at, at}};
        if (!forms[i](&cursor, found) || !date_is_in_calendar(found->year, found->month, found->day ? found->day : 1) ||
            ascii_is_digit(date_peek(&cursor)))
            continue;
        if (!found->has_time)
            date_take_time_behind(&cursor, found);
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
        DateCursor cursor = {text_slice(line, (Range){0, found->range.start}), at};
        FoundDate time = {0};
        bool is_time;

        if (!begins_word(line, at))
            continue;
        is_time = date_take_time(&cursor, &time);
        do {
            while (byte_is_one_of(date_peek(&cursor), " ,|.-"))
                cursor.at++;
        } while (date_take(&cursor, TEXT("on")) || date_take_weekday(&cursor));
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

static bool is_dash(Text text)
{
    static const Text dashes[] = {LITERAL("-"), LITERAL("–"), LITERAL("—"), LITERAL("to"), LITERAL("until")};

    return TEXT_IS_ONE_OF(text, dashes);
}

HeadDates head_dates(Arena *arena, Text line)
{
    HeadDates dates = {0};
    FoundDate found;

    for (size_t at = 0; date_find(line, at, &found); at = found.range.end) {
        Text between = text_trim(text_slice(line, (Range){at, found.range.start}));
        Text *date = says_updated(between) ? &dates.updated : &dates.date;

        if (at && dates.date.size && is_dash(between))
            return (HeadDates){.date = {0}}; /* "March 2, 1940 – July 19, 2021": a life */
        if (date->size == 0 && !found.ambiguous)
            *date = date_text(arena, &found);
    }
    return dates;
}

/* Words that stand beside a date and say what it is. */
static bool is_label(Text word)
{
    static WordList words =
        WORD_LIST("published,publication,posted,updated,update,last,modified,first,originally,created,on,"
                  "at,date,dated,issued,released,release,added,filed,uploaded,edited,revised,amended,time,"
                  "the,of,and,debated,sent,aired,online,print,publié,publiée,mis,à,jour,le,modifié,"
                  "veröffentlicht,aktualisiert,zuletzt,geändert,stand,am,um,vom,den,erstellt,datum,"
                  "publicado,actualizado,el,a,las,pubblicato,aggiornato,il,alle,geplaatst,op,em,local,est.,"
                  "article,story,share,save,read,comments,this,was,has,been,web,posted:,uk,page,hc,hl,deb,deb.,for,"
                  "immediate,publiziert,erschienen,"
                  "gepostet,lesezeit,lesedauer,"
                  "uhr,heute,min,minuten,publicada,actualizada,artikel,modificato,modifiée,der,vor");

    static WordList others = WORD_LIST(
        "edition,final,early,late,morning,evening,metro,bulldog,news,press,media,bulletin,notice,post,"
        "publicerad,publicerat,uppdaterad,publisert,oppdatert,udgivet,opdateret,gepubliceerd,julkaistu,"
        "opublikowano,kl,kl.,klo,godz.,às,ore,still,current,valid,as,argued,decided,delivered,heard,effective");

    return line_is_one_of(word, &words) || line_is_one_of(word, &others);
}

/* "3", "hours", "ago": of a time that cannot be told without a clock. */
static bool is_relative(Text word)
{
    static WordList words =
        WORD_LIST("ago,hour,hours,minute,minutes,min,mins,day,days,week,weeks,month,months,today,yesterday,"
                  "just,now,h,hr,hrs");

    return line_is_one_of(word, &words);
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
    DateCursor cursor = {word, 0};
    FoundDate found = {0};
    unsigned number;

    if (is_relative(word) || date_take_weekday(&cursor) || date_take_month(&cursor, &number))
        return cursor.at == word.size || is_relative(word);
    if (date_take_time(&cursor, &found) || date_take_day(&cursor, &number))
        return cursor.at == word.size || date_take_half_of_day(&cursor);
    return date_is_zone(word) || date_take_half_of_day(&cursor) != 0;
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

bool head_date_is_only(Text line, Text day)
{
    static WordList words =
        WORD_LIST("published,posted,date,dated,on,issued,released,filed,sent,publié,le,veröffentlicht,"
                  "am,publicado,el,pubblicato,il,publication,:");
    char told[32];
    FoundDate found;
    Text rest, word;

    if (!date_find(line, 0, &found) || found.ambiguous || found.has_time || found.day == 0)
        return false;
    (void)snprintf(told, sizeof told, "%04u-%02u-%02u", found.year, found.month, found.day);
    for (int behind = 0; behind < 2; behind++) {
        rest = behind ? text_slice(line, (Range){found.range.end, line.size})
                      : text_slice(line, (Range){0, found.range.start});
        for (size_t at = 0; line_next_word(rest, &at, &word);) {
            while (word.size > 1 && byte_is_one_of(word.bytes[word.size - 1], ":,."))
                word.size--;
            if (word.size > 1 || ascii_is_alnum(word.bytes[0])) {
                if (!line_is_one_of(word, &words))
                    return false;
            }
        }
    }
    return text_equal(text_from(told), text_slice(day, (Range){0, 10}));
}

DateLine head_date_line(Text line)
{
    static WordList labels_alone =
        WORD_LIST("on,published,posted,updated,last updated,first published,published on,posted "
                  "on,date,date:,published:,posted:,updated:");
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
    if (dates == 0 && times == 0 && line_is_one_of(line, &labels_alone))
        return DATE_LINE_TIME; /* the date is in the next line */
    if (dates)
        return updated == dates ? DATE_LINE_UPDATED : DATE_LINE_DATE;
    return times ? DATE_LINE_TIME : DATE_LINE_NONE;
}
