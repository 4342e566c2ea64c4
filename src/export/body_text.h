/*
 * The body of an article as one plain text, and where in it something of the article stands, in code points: what others can be told of places, who
 * have the text and not the article.
 */
#ifndef QUOIN_EXPORT_BODY_TEXT_H
#define QUOIN_EXPORT_BODY_TEXT_H

#include "article/article.h"

typedef struct BodyPart {
    Range range;                   /* of the article's text: in one block */
    size_t start, start_character; /* in the plain text: bytes, code points */
} BodyPart;

typedef struct BodyText {
    const Article *article;
    Text text; /* as article_plain_text has it */
    ARRAY(BodyPart) parts;
} BodyText;

/* In the arena. */
BodyText body_text_new(Arena *arena, const Article *article);

/* A place in it. */
typedef struct BodyPlace {
    Range bytes, characters; /* both of body->text */
} BodyPlace;

/* Where a range of the article's text stands in it. False: it is not all there, but in the head of the article, or in no block. */
bool body_text_place(const BodyText *body, Range range, BodyPlace *place);

/* At most `count` code points before the byte `start`, after the byte `end`. */
Text body_text_before(const BodyText *body, size_t start, size_t count);
Text body_text_after(const BodyText *body, size_t end, size_t count);

#endif
