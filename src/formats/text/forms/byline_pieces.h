/* The pieces of a byline, which commas, bars, dashes and "and" separate: names, what somebody is, for whom. */
#ifndef QUOIN_FORMATS_TEXT_FORMS_BYLINE_PIECES_H
#define QUOIN_FORMATS_TEXT_FORMS_BYLINE_PIECES_H

#include "base/arena.h"

typedef enum PieceKind { PIECE_OTHER, PIECE_NAME, PIECE_ROLE, PIECE_SOURCE, PIECE_PLACE, PIECE_HANDLE } PieceKind;

typedef struct Piece {
    PieceKind kind;
    Text name, role, source;
} Piece;

/* What a piece is by itself; an OTHER may be a name up to `name`. `marked`: the line says itself that it is a byline. Texts are slices of it. */
Piece byline_piece(Text text, bool marked);

/* Where the first piece of `rest` ends, and how many bytes separate it from the one behind it. */
size_t byline_piece_end(Text rest, size_t *gap);

/* "JANE O'NEILL" → "Jane O'Neill"; what is not in capitals, or one word, stays as it is. */
Text byline_name_recased(Arena *arena, Text name);

/* ---- words ---- */

/* "The Courier", "BBC News", "Reuters", "Associated Press": the name of a paper, an agency or a site, by its last word or a list. */
bool head_is_source(Text line);

bool byline_is_agency(Text text);        /* one of a list: "Reuters", "The Associated Press" */
bool byline_is_role(Text piece);         /* "Staff Writer", "editor of the Courier", "Redakteurin für Finanzen" */
bool byline_is_institution(Text text);   /* "University of Arden" */
bool byline_is_publisher(Text text);     /* "OFFICE OF RIVERS", "River Authority", which begins or ends so */
bool byline_word_is_of_role(Text word);  /* "senior", "writers" */
bool byline_word_is_of_paper(Text word); /* "Gazette" */

#endif
