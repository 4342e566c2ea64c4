/* Minutes are counted in months of 31 days: it is only asked whether two are near one another. */
#include "html/metadata/date_moments.h"

#include <stdlib.h>

#include "base/iso_date.h"

enum { HOUR = 60, DAY = 24 * HOUR, MONTH = 31 * DAY, YEAR = 12 * MONTH };

static long number_in(Text date, Range range)
{
    size_t number = 0;

    return text_to_number(text_slice(date, range), 9999, &number) ? (long)number : 0;
}

static bool has_day(Text date)
{
    return date.size >= ISO_WHOLE_DATE.end;
}

static bool has_time(Text date)
{
    return date.size >= ISO_MINUTE.end;
}

static long clock_of(Text date)
{
    return number_in(date, ISO_YEAR) * YEAR + number_in(date, ISO_MONTH) * MONTH + number_in(date, ISO_DAY) * DAY +
           number_in(date, ISO_HOUR) * HOUR + number_in(date, ISO_MINUTE);
}

/* "+02:00" behind the time: minutes that its clock is ahead. */
static long zone_of(Text date)
{
    Text zone = text_slice(date, (Range){ISO_MINUTE.end, date.size});
    long minutes = number_in(zone, (Range){1, 3}) * HOUR + number_in(zone, (Range){4, 6});

    return zone.size < strlen("+02:00") ? 0 : zone.bytes[0] == '-' ? -minutes : minutes;
}

bool date_is_same_moment(Text a, Text b)
{
    if (!has_time(a) || !has_time(b))
        return text_equal(a, b);
    return clock_of(a) == clock_of(b) ||
           (a.size > ISO_MINUTE.end && b.size > ISO_MINUTE.end && clock_of(a) - zone_of(a) == clock_of(b) - zone_of(b));
}

bool date_is_day_before(Text a, Text b)
{
    return text_compare(text_slice(a, ISO_WHOLE_DATE), text_slice(b, ISO_WHOLE_DATE)) < 0;
}

/* Days of two months: those that short months do not have are counted between them. */
static bool is_over_months(Text a, Text b)
{
    return !text_equal(text_slice(a, ISO_MONTH), text_slice(b, ISO_MONTH)) && !dates_are_nights_apart(a, b);
}

bool date_may_be_on(Text moment, Text day)
{
    enum { WEST = 12 * HOUR, EAST = 14 * HOUR }; /* the zones that are furthest from UTC */
    long utc = clock_of(moment) - zone_of(moment), midnight = clock_of(text_slice(day, ISO_WHOLE_DATE));

    if (!has_time(moment) || moment.size == ISO_MINUTE.end || !has_day(day))
        return !dates_are_nights_apart(moment, day);
    return (utc + EAST >= midnight && utc - WEST < midnight + DAY) || is_over_months(moment, day);
}

bool dates_are_nights_apart(Text a, Text b)
{
    enum { NEAR = 4 * DAY }; /* with the days that short months do not have */

    return !has_day(a) || !has_day(b) || labs(clock_of(a) - clock_of(b)) > NEAR;
}
