/* The steps that the table of shapes names: what becomes of paragraphs (shape_content.c), how they are set in lines (shape_setting.c), and what
 * becomes of lines (shape_lines.c). */
#ifndef QUOIN_TESTS_SHAPE_STEPS_H
#define QUOIN_TESTS_SHAPE_STEPS_H

#include "shapes.h"

/* ---- paragraphs ---- */

ShapeContent content_entities;      /* "named", "decimal", "hex" for marks; "all" for all that is not ASCII */
ShapeContent content_inside_words;  /* the argument between the syllables of long words */
ShapeContent content_around_names;  /* "**|**": what stands before "|" before each name, the rest after it */
ShapeContent content_around_quotes; /* the same around each quotation with its marks; the end is before the next word */
ShapeContent content_overstrike;    /* "bold" "underline": the letters of names */
ShapeContent content_headings;      /* "# " before the title, "## " before what looks like a heading */
ShapeContent content_after_stops;   /* the argument for the blank behind a sentence */
ShapeContent content_after_initials; /* the argument for the blank behind "J." and "Mr." */

/* Entities as they are written by content_entities are their characters again. */
Text shape_without_entities(Arena *arena, Text text);

/* Size of the escape sequence (CSI, OSC) at `at`, or 0. */
size_t shape_escape_size(Text text, size_t at);

/* Where the run of letters ends that begins at `at`. */
size_t shape_letters_end(Text text, size_t at);

/* Of a run of letters, of eight and more: where it may be divided behind `at`, as in "pas-sen-ger": before a consonant and a vowel, when there is a
 * vowel before them; two letters stay before it and three after it. 0: nowhere. */
size_t shape_division(Text letters, size_t at);

/* ---- lines ---- */

void shape_set(Arena *arena, const ShapeSource *source, const ShapeSetting *setting, ShapeLines *lines);

ShapeLineStep lines_prefix; /* the argument before each line; without its blanks at the end before blank lines */
ShapeLineStep lines_margin; /* the argument before each line that is not blank */
ShapeLineStep lines_around; /* "\033[1m|\033[m": what stands before "|" before each line that is not blank, the rest after it */
ShapeLineStep lines_number; /* as cat -n */
ShapeLineStep lines_tail;   /* the argument after each line, also a blank one */
ShapeLineStep lines_breaks; /* the argument after each line that another of its paragraph follows */
ShapeLineStep lines_blanks; /* the argument for each blank line */
ShapeLineStep lines_gaps;   /* the argument for each blank inside a line */
ShapeLineStep lines_pages;  /* "50": a form feed between pages of so many lines */
/* "50|HEAD #||": before each page of so many lines these lines, with the number of the page for "#"; a text of one page has none. */
ShapeLineStep lines_heads;
ShapeLineStep lines_feet;  /* the same after each page */
ShapeLineStep lines_fence; /* a fenced block of code after the first blank line */

#endif
