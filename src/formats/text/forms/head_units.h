/* The first lines of a text in units, from which the head is made. For the files that read heads. */
#ifndef QUOIN_FORMATS_TEXT_HEAD_UNITS_H
#define QUOIN_FORMATS_TEXT_HEAD_UNITS_H

#include "formats/text/forms/head.h"

typedef enum LineForm {
    FORM_BLANK,
    FORM_MARKS,           /* a rule, the underline of a title */
    FORM_MARKED_TITLE,    /* "# Title", or "=====" below */
    FORM_MARKED_SUBTITLE, /* "## Title" */
    FORM_BYLINE,
    FORM_NAME, /* perhaps a byline */
    FORM_ROLE,
    FORM_DATE,
    FORM_UPDATED,
    FORM_URL,
    FORM_SOURCE,
    FORM_SECTION,
    FORM_NOTE,
    FORM_CAPTION,
    FORM_PLAIN,
    FORM_PROSE, /* of units only: a paragraph of the body, or a standfirst */
    FORM_BODY   /* what ends the head wherever it stands: an item of a list, a dateline, a turn of talk */
} LineForm;

typedef struct Unit {
    LineForm form;
    size_t start, end; /* lines */
    bool attached;     /* directly under what is before it, no blank line between */
} Unit;

typedef struct Head {
    const Text *lines;
    size_t count;
    HeadPart *parts;
    LineForm forms[HEAD_LINES_LOOKED_AT];
    Unit units[HEAD_LINES_LOOKED_AT];
    size_t unit_count;
    size_t zone;  /* units before the body */
    size_t width; /* columns at which lines were cut; 0: it is not known */
} Head;

/* Give each of head->lines its form, and find the units. */
void head_units_find(Head *head);

LineForm unit_form(const Head *head, size_t unit); /* behind the last one: FORM_BODY */
size_t unit_words(const Head *head, size_t unit);  /* in all its lines */
bool form_is_anchor(LineForm form);                /* a byline or a date: what only heads have */

/* Which unit is the title; head->zone: none. What is marked as one; else the first that is no kicker; else what looks
 * like a part of the paper. (head_title.c) */
size_t head_find_title(const Head *head);

/* "Doe: The ferry must stay", "The ferry must stay - Dunmere Anzeiger" above "The ferry must stay": who writes the column, where it stands. */
bool title_is_said_again(const Head *head, size_t unit, size_t next);

/* "OFFICE OF THE OMBUDSMAN", "Dunmere Allotment Society", which publishes what is called in the next line. */
bool title_is_publisher(const Head *head, size_t unit, size_t next);

enum {
    HEAD_TITLE_LONGEST = 220, /* bytes */
    HEAD_TITLE_LINES = 4
};

/* The form of each of head->lines, by itself and by its neighbours (head_forms.c); `width` with them. */
void head_forms_find(Head *head);

/* The form of a line by itself (head_lines.c). */
LineForm head_line_form(Text line);

/* The form of the first line of a paragraph, which is too long for a title, a byline or a date: prose, what follows a dateline, a caption. */
LineForm head_paragraph_form(Text line);

/* "=====": three marks or more and nothing else. */
bool head_is_underline(Text line, char mark);

bool head_is_label(Text line);   /* "Speaker: text", "Q: text", "Ms. Quill (Lab): text" */
bool head_has_speech(Text line); /* a stop inside of quotation marks, which no headline has */

#endif
