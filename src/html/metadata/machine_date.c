/* The forms are tried one after the other, the surest first. */
#include "html/metadata/machine_date.h"

#include "base/iso_date.h"
#include "formats/text/words/date_cursor.h"
#include "formats/text/words/head_date.h"

enum { VALUE_LONGEST = 100, YEAR_LEAST = 1500 };

static Text written(Arena *arena, unsigned year, unsigned month, unsigned day, Text rest)
{
    if (year < YEAR_LEAST || !date_is_in_calendar(year, month, day) || (year == 1970 && month == 1 && day == 1))
        return (Text){0};
    return arena_join(arena, (const Text[]){arena_printf(arena, "%04u-%02u-%02u", year, month, day), rest}, 2);
}

/* "T14:05", "T14:05+01:00" of what stands behind a date: printed forms know how. */
static Text time_behind(Arena *arena, Text rest)
{
    Text date, joined = arena_join(arena, (const Text[]){TEXT("2000-01-01"), rest}, 2);

    date = head_date(arena, joined);
    return text_slice(date, (Range){strlen("2000-01-01"), date.size});
}

/* "20240503", "20240503T090500" */
static Text packed(Arena *arena, Text value)
{
    size_t number;
    Text rest = text_slice(value, (Range){8, value.size});

    if (value.size < 8 || !text_to_number(text_slice(value, (Range){0, 8}), 99999999, &number) ||
        (rest.size && rest.bytes[0] != 'T' && rest.bytes[0] != ' '))
        return (Text){0};
    return written(arena, (unsigned)(number / 10000), (unsigned)(number / 100 % 100), (unsigned)(number % 100),
                   (Text){0});
}

/* Over what stands between the parts of a date that begins with its year. */
static bool take_joint(DateCursor *cursor)
{
    static const Text joints[] = {LITERAL("-"),   LITERAL("/"),  LITERAL("年"), LITERAL("月"), LITERAL("년 "),
                                  LITERAL("월 "), LITERAL("년"), LITERAL("월"), LITERAL(". "), LITERAL(".")};
    Text rest = text_slice(cursor->text, (Range){cursor->at, cursor->text.size});

    for (size_t i = 0; i < COUNT_OF(joints); i++) {
        if (text_starts_with(rest, joints[i])) {
            cursor->at += joints[i].size;
            return true;
        }
    }
    return false;
}

/* "2024-05-03", "2024/5/3", "2024.05.03", "2024年5月3日", with what follows. */
static Text year_first(Arena *arena, Text value)
{
    DateCursor cursor = {value, 0};
    unsigned year, month, day;

    if (!date_take_number(&cursor, 4, 4, &year) || !take_joint(&cursor) || !date_take_number(&cursor, 1, 2, &month) ||
        !take_joint(&cursor) || !date_take_number(&cursor, 1, 2, &day))
        return (Text){0};
    return written(arena, year, month, day, time_behind(arena, text_slice(value, (Range){cursor.at, value.size})));
}

Text date_of_east(Arena *arena, Text line)
{
    Text date = {0};

    for (size_t at = 0; at < line.size && date.size == 0; at++) {
        if (ascii_is_digit(line.bytes[at]) && (at == 0 || !ascii_is_digit(line.bytes[at - 1])))
            date = year_first(arena, text_slice(line, (Range){at, line.size}));
    }
    return date;
}

/* Days since 1970 as a date: "civil_from_days" of Howard Hinnant, https://howardhinnant.github.io/date_algorithms.html, for days from 1970 on. */
static Text of_days(Arena *arena, size_t days, Text rest)
{
    size_t z = days + 719468, era = z / 146097, day_of_era = z % 146097;
    size_t year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
    size_t day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    size_t shifted = (5 * day_of_year + 2) / 153; /* March is 0 */
    size_t month = shifted < 10 ? shifted + 3 : shifted - 9;

    return written(arena, (unsigned)(year_of_era + era * 400 + (month <= 2)), (unsigned)month,
                   (unsigned)(day_of_year - (153 * shifted + 2) / 5 + 1), rest);
}

/* "1714727100", "1714727100000" */
static Text since_1970(Arena *arena, Text value)
{
    size_t number;

    if ((value.size != 10 && value.size != 13) ||
        !text_to_number(text_slice(value, (Range){0, 10}), 9999999999u, &number) ||
        !ascii_is_digit(value.bytes[value.size - 1]))
        return (Text){0};
    return of_days(arena, number / 86400,
                   arena_printf(arena, "T%02u:%02uZ", (unsigned)(number % 86400 / 3600), (unsigned)(number % 3600 / 60)));
}

typedef struct Figures {
    unsigned first, second, year;
    char joint; /* NUL: there are none */
} Figures;

/* "3/5/2024" at `at`, where no more figures are before it. */
static Figures figures_at(Text line, size_t at)
{
    DateCursor cursor = {line, at};
    Figures found = {0}, none = {0};

    if (!date_take_number(&cursor, 1, 2, &found.first))
        return none;
    found.joint = date_peek(&cursor);
    if (found.joint != '/' && found.joint != '-' && found.joint != '.')
        return none;
    cursor.at++;
    if (!date_take_number(&cursor, 1, 2, &found.second) || date_peek(&cursor) != found.joint)
        return none;
    cursor.at++;
    if (date_take_number(&cursor, 4, 4, &found.year))
        return found;
    if (!date_take_number(&cursor, 2, 2, &found.year))
        return none;
    found.year += 2000;
    return found;
}

static Figures figures_in(Text line)
{
    Figures found = {0};

    for (size_t at = 0; at < line.size && !found.joint; at++) {
        if (ascii_is_digit(line.bytes[at]) && (at == 0 || !strchr("0123456789/-.", line.bytes[at - 1])))
            found = figures_at(line, at);
    }
    return found;
}

FigureOrder figure_order(Text line)
{
    Figures found = figures_in(line);

    if (!found.joint || found.first == found.second)
        return ORDER_NOT_KNOWN;
    if (found.joint == '.' || found.first > 12)
        return ORDER_DAY_FIRST;
    return found.second > 12 ? ORDER_MONTH_FIRST : ORDER_NOT_KNOWN;
}

Text date_of_figures(Arena *arena, Text line, bool month_first)
{
    Figures found = figures_in(line);
    FigureOrder order = figure_order(line);

    if (!found.joint)
        return (Text){0};
    if (order == ORDER_NOT_KNOWN)
        order = month_first ? ORDER_MONTH_FIRST : ORDER_DAY_FIRST;
    return order == ORDER_DAY_FIRST ? written(arena, found.year, found.second, found.first, (Text){0})
                                    : written(arena, found.year, found.first, found.second, (Text){0});
}

Text machine_date(Arena *arena, Text value, bool month_first)
{
    Text date;

    value = text_trim(value);
    if (value.size > VALUE_LONGEST)
        return (Text){0};
    date = since_1970(arena, value);
    if (date.size == 0)
        date = packed(arena, value);
    if (date.size == 0)
        date = year_first(arena, value);
    if (date.size == 0)
        date = head_date(arena, value);
    if (date.size == 0)
        date = date_of_figures(arena, value, month_first);
    return text_starts_with(date, TEXT("1970-01-01")) ? (Text){0} : date;
}

bool writes_month_first(Text language, Text host)
{
    static const Text endings[] = {LITERAL(".uk"), LITERAL(".au"), LITERAL(".nz"), LITERAL(".ie"), LITERAL(".in"),
                                   LITERAL(".za"), LITERAL(".sg"), LITERAL(".hk"), LITERAL(".eu"), LITERAL(".my"),
                                   LITERAL(".ng"), LITERAL(".ke"), LITERAL(".pk"), LITERAL(".bd")};
    static const Text regions[] = {LITERAL("US"), LITERAL("PH"), LITERAL("CA")};

    if (language.size && !text_equal_ignoring_case(text_slice(language, (Range){0, 2}), TEXT("en")))
        return false;
    if (language.size == strlen("en-GB") && !TEXT_IS_ONE_OF(text_slice(language, (Range){3, 5}), regions))
        return false;
    for (size_t i = 0; i < COUNT_OF(endings); i++) {
        if (text_ends_with(host, endings[i]))
            return false;
    }
    return true;
}
