/* Dates as articles print them, in English and in the commonest forms of some neighbours: "Jan. 10, 2022 at 2:05 p.m. ET", "10. Januar 2022". */
#ifndef QUOIN_FORMATS_TEXT_WORDS_HEAD_DATE_H
#define QUOIN_FORMATS_TEXT_WORDS_HEAD_DATE_H

#include "base/arena.h"

/* Of one line, both or one of them: "Published: Jan. 10, 2022 | Updated: Jan. 11, 2022". Empty where there is none. */
typedef struct HeadDates {
    Text date, updated; /* ISO 8601: "2022-01-10", "2022-01-10T14:05", "2022-01-10T14:05+01:00"; "2022-01" for a month */
} HeadDates;

/*
 * The first date in the line, or empty: without a year there is none, nor in "10/01/2022", which is two days. Seconds are left out; so are zones
 * that are not known to mean one offset ("ET").
 */
Text head_date(Arena *arena, Text line);
HeadDates head_dates(Arena *arena, Text line);

/* What of a line is a date with its weekday, time and zone, even one of which it is not clear which day it is; empty: none. */
Range head_date_range(Text line);

typedef enum DateLine {
    DATE_LINE_NONE,
    DATE_LINE_DATE,    /* "Published 10 January 2022", "Posted on Jan. 10, 2022 at 14:05 | Updated Jan. 11, 2022" */
    DATE_LINE_UPDATED, /* "Last updated 10 January 2022" */
    DATE_LINE_TIME /* nothing but a time, with no date that can be told: "Updated 3 hours ago", "10 January", "14:05 GMT" */
} DateLine;

/* Is the line nothing but one or two dates, with words around them that say what they are? */
DateLine head_date_line(Text line);

/* Is the line a day, told by ISO 8601 in `day`, and nothing more: no time, no other date, only words such as "Published" beside it? */
bool head_date_is_only(Text line, Text day);

#endif
