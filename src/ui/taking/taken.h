/* What a key acts on that takes something of the article, to copy it, to note it, to give it to a program. */
#ifndef QUOIN_UI_TAKING_TAKEN_H
#define QUOIN_UI_TAKING_TAKEN_H

#include "ui/state/app.h"

typedef enum TakenKind {
    TAKEN_NOTHING,   /* no article is open, or it has no text */
    TAKEN_SELECTION, /* what is selected in the text */
    TAKEN_QUOTATION, /* the selected quotation */
    TAKEN_SENTENCE,  /* the one in which the selected name is mentioned */
    TAKEN_PARAGRAPH, /* the one at the top of the screen, which the status line numbers */
    TAKEN_TITLE      /* the headline, with the address: the screen is at the start of the article */
} TakenKind;

typedef struct Taken {
    TakenKind kind;
    Range range;          /* of the article's text; of a selection in the source, what comes from there */
    const Article *shown; /* what the words are taken from: the article, or for a selection its source if that is shown, */
    Range shown_range;    /* … and where they stand in it */
    size_t quote; /* index into the analysis' quotes: the quotation that it is, or is a part of; NO_INDEX: none */
} Taken;

/* In the order above: the first of them that there is. Which quotation it is of is known as far as the text is analysed. */
Taken app_taken(App *app);

/* The quotation of that number, from 1, as the margin and the list show it; TAKEN_NOTHING: there is none. */
Taken app_taken_quote(App *app, size_t number);

/* Its words, clean as plain_text makes them; of a headline, with the address on a line of its own. In `arena`. */
Text taken_text(Arena *arena, const App *app, const Taken *taken);

/* "quotation 3", "a paragraph": what is taken, for messages. Empty for a selection. In `arena`. */
Text taken_name(Arena *arena, const App *app, const Taken *taken);

/* The quotation that is listed and has all of a range of the article's text; NO_INDEX: none. */
size_t app_quote_around(const App *app, Range range);

#endif
