/*
 * The head of an article in plain text: what stands above the body and says what it is called, who wrote it, when, for whom. It is recognised by the
 * forms that papers, agencies, sites, mail and feeds give it. Pure functions over lines.
 */
#ifndef QUOIN_FORMATS_TEXT_HEAD_H
#define QUOIN_FORMATS_TEXT_HEAD_H

#include "formats/text/forms/head_byline.h"
#include "formats/text/words/head_date.h"
#include "formats/text/forms/head_dateline.h"

typedef enum HeadPart {
    HEAD_NONE, /* blank, or marks that say nothing: the underline of a title */
    HEAD_KICKER,
    HEAD_TITLE,
    HEAD_SUBTITLE,
    HEAD_STANDFIRST,
    HEAD_BYLINE,
    HEAD_DATE, /* a line of date and update too: head_dates has both */
    HEAD_UPDATED,
    HEAD_SOURCE,
    HEAD_URL,
    HEAD_NOTE /* what the page says of itself, captions among it: furniture_kind tells which */
} HeadPart;

enum { HEAD_LINES_LOOKED_AT = 40 };

/*
 * `lines`: the first lines of a text, trimmed, blank ones empty; no more than HEAD_LINES_LOOKED_AT are looked at. parts[i] says what line i is;
 * it has room for `count`. Returns how many lines belong to the head, the blank ones behind it among them: the body begins at that line. 0: none.
 * A title over two lines is two HEAD_TITLE lines in a row; so is a standfirst.
 */
size_t head_recognise(const Text *lines, size_t count, HeadPart *parts);

/* The words of a line of the head, without the marks and labels of its form: "# Title", "Title: …", "Opinion | …", "… - The Harbour Post". */
Text head_value(Text line, HeadPart part);

/* A line of a field, "Subject: …", of mail, feeds and the like: its part of the head and its value. NOTE: a label that says nothing of these. */
bool head_field_line(Text line, HeadPart *part, Text *value);

bool head_is_from_a_list(Text value); /* of a field "From": the address of a newsletter, "Harbour Weekly <news@example.com>" */

/* What the head tells, from head_recognise's lines and parts. Texts are slices of the lines where they can be. */
typedef struct HeadFields {
    Text fields[FIELD_COUNT]; /* TITLE, SUBTITLE, DESCRIPTION, BYLINE, SOURCE, DATE, UPDATED, URL, SECTION */
    ARRAY(Author) authors;
} HeadFields;

/*
 * Do the rows that are drawn for the fields (section above the title; source and day below it) tell all that the line says? Then it need not be shown
 * itself. Never of what has a row of its own: titles, bylines.
 */
bool head_is_told(const Text fields[FIELD_COUNT], Text line, HeadPart part);

void head_read(Arena *arena, const Text *lines, const HeadPart *parts, size_t count, HeadFields *head);

#endif
