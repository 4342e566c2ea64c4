/* Parts of dates as they are printed, taken from the front of what is left of a line: for head_date.c. */
#ifndef QUOIN_FORMATS_TEXT_WORDS_DATE_CURSOR_H
#define QUOIN_FORMATS_TEXT_WORDS_DATE_CURSOR_H

#include "base/text.h"

typedef struct FoundDate {
    Range range;
    unsigned year, month, day; /* day 0: only the month is said */
    unsigned hour, minute;
    int zone_minutes; /* east of Greenwich */
    bool has_time, has_zone;
    bool ambiguous; /* "10/01/2022", "01/10/22": a date, but which? */
} FoundDate;

typedef struct DateCursor {
    Text text;
    size_t at;
} DateCursor;

/* Each moves the cursor over what it takes. False: that does not stand there, and the cursor may have moved within it. */
bool date_take(DateCursor *cursor, Text word); /* capitals or not, and no part of a longer word; else the cursor stays */
bool date_take_number(DateCursor *cursor, size_t least, size_t most, unsigned *number); /* of so many digits */
bool date_take_month(DateCursor *cursor, unsigned *month); /* "January", "Jan.", "janvier": 1 to 12 */
bool date_take_weekday(DateCursor *cursor);                /* "Monday", "Mon", "lundi" */
bool date_take_day(DateCursor *cursor, unsigned *day);     /* "10", "10th", "10." */
bool date_take_year(DateCursor *cursor, unsigned *year);   /* four digits, from 1500 on */
int date_take_half_of_day(DateCursor *cursor);             /* "a.m." is 1, "PM" is 2; 0: none */
bool date_take_time(DateCursor *cursor,
                    FoundDate *found); /* "14:05 GMT", "2 p.m. ET"; hour, minute and zone of `found` */
void date_take_time_behind(DateCursor *cursor,
                           FoundDate *found); /* the same, over what joins it to a date; if there is one */
void date_skip_joint(DateCursor *cursor);     /* blanks, a comma, "de" or "of" between the parts of a date */
void date_skip_blanks(DateCursor *cursor);
char date_peek(const DateCursor *cursor); /* the byte at the cursor; NUL at the end */

bool date_is_zone(Text word); /* "GMT", "ET" */

#endif
