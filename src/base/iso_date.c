/* Dates as people write them, from those of ISO 8601. */
#include "base/iso_date.h"

static const char month_names[12][10] = {"January", "February", "March",     "April",   "May",      "June",
                                         "July",    "August",   "September", "October", "November", "December"};

/* The number that stands in `range`, behind a hyphen unless it is the first. False: there is none from 1 to `most`. */
static bool read_part(Text iso, Range range, size_t most, size_t *number)
{
    if (iso.size < range.end || (range.start && iso.bytes[range.start - 1] != '-'))
        return false;
    return text_to_number(text_slice(iso, range), most, number) && *number > 0;
}

bool date_is_in_calendar(size_t year, size_t month, size_t day)
{
    static const unsigned char days[] = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

    if (month < 1 || month > 12 || day < 1 || day > days[month - 1])
        return false;
    return month != 2 || day < 29 || (year % 4 == 0 && (year % 100 != 0 || year % 400 == 0));
}

bool iso_date_parse(Text iso, IsoDate *date)
{
    *date = (IsoDate){0};
    if (!read_part(iso, ISO_YEAR, 9999, &date->year))
        return false;
    if (iso.size == ISO_YEAR.end)
        return true;
    if (!read_part(iso, ISO_MONTH, 12, &date->month))
        return false;
    if (iso.size == ISO_MONTH.end)
        return true;
    return read_part(iso, ISO_DAY, 31, &date->day) && date_is_in_calendar(date->year, date->month, date->day) &&
           (iso.size == ISO_DAY.end || iso.bytes[ISO_DAY.end] == 'T' || iso.bytes[ISO_DAY.end] == ' ');
}

Text iso_date_or_none(Text iso)
{
    IsoDate date;

    return iso_date_parse(iso, &date) ? iso : (Text){0};
}

Text iso_date_write(Arena *arena, Text iso, DateForm form)
{
    IsoDate date;

    if (!iso_date_parse(iso, &date) || date.day == 0)
        return iso;
    if (form == DATE_DAY_FIRST)
        return arena_printf(arena, "%zu %s %zu", date.day, month_names[date.month - 1], date.year);
    return arena_printf(arena, "%.*s %zu, %zu", form == DATE_SHORT ? 3 : 10, month_names[date.month - 1], date.day,
                        date.year);
}
