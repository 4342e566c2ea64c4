/*
 * In which columns the characters of a line stand: those of Hebrew and Arabic go from right to left (UAX 9, without its explicit controls, which are
 * no part of what is shown).
 */
#ifndef QUOIN_BASE_UNICODE_SCRIPTS_TEXT_ORDER_H
#define QUOIN_BASE_UNICODE_SCRIPTS_TEXT_ORDER_H

#include "base/text.h"

/* What the terminal makes of such a line by itself, and so what is left to do. */
typedef enum TextOrder {
    ORDER_OF_TERMINAL, /* it sets all of it in order: it is given as it is read */
    ORDER_OF_WORDS,    /* it sets the letters of each word in order, not the words */
    ORDER_OF_LETTERS   /* it sets nothing in order */
} TextOrder;

/* A character of a line. */
typedef struct OrderedGlyph {
    uint32_t code_point; /* its first */
    unsigned char columns;
    bool mirrored;        /* afterwards: it is shown as text_order_mirror says */
    unsigned short place; /* afterwards: the column where it begins */
} OrderedGlyph;

/* Is there something in it that goes from right to left? */
bool text_order_matters(Text text);

/* Which way a line goes as a whole: as more of its letters do; or, what names of others and words of the program are put together from, from left to
 * right: then a number behind a name is none of the name, "NAME 1/2". */
typedef enum LineBase { BASE_LEFT, BASE_OF_LETTERS } LineBase;

/* Find the places. */
void text_order_find(OrderedGlyph *glyphs, size_t count, TextOrder order, LineBase base);

/* ")" for "(": as it looks from the other side; another character is its own. */
uint32_t text_order_mirror(uint32_t code_point);

#endif
