/* Dates as machines are told them, and dates of figures that are two days, read as the page's country writes them. */
#ifndef QUOIN_HTML_METADATA_MACHINE_DATE_H
#define QUOIN_HTML_METADATA_MACHINE_DATE_H

#include "base/arena.h"

/*
 * ISO 8601 in any of its forms and what is meant to be it ("20240503", "2024-5-3 9:05", "2024-05-03T09:05:00.000+0200"), seconds or
 * milliseconds since 1970 in UTC, what mail and JavaScript print ("Fri, 03 May 2024 09:05:00 GMT"), what people print. The result is
 * "2024-05-03", "2024-05-03T09:05" or "2024-05-03T09:05+02:00", with the zone that is said; "2024-05" where no more is. Empty: it is none, or
 * the day 0 of Unix, which says that nobody set it.
 */
Text machine_date(Arena *arena, Text value, bool month_first);

/*
 * The first "3/5/2024", "03-05-2024" or "3.5.24" in a line: day first, month first where `month_first`, no points part them, and both can be
 * one.
 */
Text date_of_figures(Arena *arena, Text line, bool month_first);

/* The first "2024年5月3日", "2024년 5월 3일" or "2024.05.03" in a line. */
Text date_of_east(Arena *arena, Text line);

/* In which order such a date in the line is written, where it can only be one. */
typedef enum FigureOrder { ORDER_NOT_KNOWN, ORDER_DAY_FIRST, ORDER_MONTH_FIRST } FigureOrder;
FigureOrder figure_order(Text line);

/* Does a page in this language (BCP 47), of this host, write the month first? Of English, all but those of countries that are known not to. */
bool writes_month_first(Text language, Text host);

#endif
