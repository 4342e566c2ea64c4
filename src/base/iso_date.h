/* Where the parts of a date stand, as ISO 8601 writes it: "2026-11-24T09:30", or the first parts of that. */
#ifndef QUOIN_BASE_ISO_DATE_H
#define QUOIN_BASE_ISO_DATE_H

#include "base/arena.h"

#define ISO_YEAR ((Range){0, 4})
#define ISO_MONTH ((Range){5, 7})
#define ISO_DAY ((Range){8, 10})
#define ISO_HOUR ((Range){11, 13})
#define ISO_MINUTE ((Range){14, 16})
#define ISO_WHOLE_DATE ((Range){0, 10}) /* year, month and day */

typedef enum DateForm {
    DATE_SHORT,    /* "Jan 10, 2022" */
    DATE_LONG,     /* "January 10, 2022" */
    DATE_DAY_FIRST /* "10 January 2022" */
} DateForm;

/* What numbers are in its first parts; 0: it has not so many. False: it does not begin with a year, or there is no such day. */
typedef struct IsoDate {
    size_t year, month, day;
} IsoDate;
bool iso_date_parse(Text iso, IsoDate *date);

/* The text, if it begins with a date that there is, else nothing: what a program is told as a date. */
Text iso_date_or_none(Text iso);

bool date_is_in_calendar(size_t year, size_t month, size_t day); /* not the 30th of February */

/* A date as people write it, in the arena; what has not year, month and day is as it is. */
Text iso_date_write(Arena *arena, Text iso, DateForm form);

#endif
