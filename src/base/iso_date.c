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

bool iso_date_parse(Text iso, IsoDate *date)
{
    *date = (IsoDate){0};
    if (!read_part(iso, ISO_YEAR, 9999, &date->year))
        return false;
    if (iso.size == ISO_YEAR.end)
        return true;
    if (!read_part(iso, ISO_MONTH, 12, &date->month))
        return false;
    return iso.size == ISO_MONTH.end || read_part(iso, ISO_DAY, 31, &date->day);
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
