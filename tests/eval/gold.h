/*
 * Articles annotated by people: a JSON object a line, with the quotations of a text and who said them.
 *
 *     {"id": …, "src": "polnear/dev", "text": …,
 *      "quotes": [{"start": 12, "end": 40, "type": "direct", "speaker_text": "the mayor", "speaker_name": "Ines Farrow",
 *                  "speaker_names": […], "speaker_type": "nominal", "attr_score": true}],
 *      "ignore": [[3, 9]]}
 *
 * Offsets in the file are code points, quotation marks included; here they are bytes of `text`.
 */
#ifndef QUOIN_TESTS_EVAL_GOLD_H
#define QUOIN_TESTS_EVAL_GOLD_H

#include "base/arena.h"

typedef struct GoldQuote {
    Range range;
    Text type;         /* "direct" "mixed" "fragment" */
    Text speaker_text; /* the words of the text that name the speaker; empty: none are annotated */
    Text speaker_type; /* "name" "nominal" "pronoun" */
    ARRAY(Text) names; /* who it is: several for a joint speaker; none: only the words count */
    bool attributed;   /* counts for attribution */
} GoldQuote;

typedef struct GoldDocument {
    Text id, source, text;
    ARRAY(GoldQuote) quotes;
    ARRAY(Range) ignored; /* quotations found here are neither right nor wrong */
} GoldDocument;

/* Read one line into `arena`, which it may point into. False: it is no such document; `*why` says what is
 * wrong. */
bool gold_read(Arena *arena, Text line, GoldDocument *document, const char **why);

/*
 * An article with its quotations marked in the text:
 *
 *     [[“We will appeal,”|Ines Farrow|pronoun]] she said. [[“So will we.”|Ines Farrow; Tom Brekke]] The
 * “experts” left.
 *
 * quotation | who it is, several apart by ";", a phrase of the text for somebody without a name, "?" for nobody can tell | "pronoun" or "nominal" (a
 * description) where the text does not name the speaker. What is in quotation marks and not marked is
 * nobody's speech. False: no such text; `*why` says what is wrong.
 */
bool gold_read_marked(Arena *arena, Text marked, Text id, GoldDocument *document, const char **why);

#endif
