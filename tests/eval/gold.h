/*
 * Articles annotated by people: a JSON object a line, with the quotations of a text and who said them.
 *
 *     {"id": …, "src": "polnear/dev", "text": …,
 *      "quotes": [{"start": 12, "end": 40, "type": "direct", "speaker_text": "the mayor", "speaker_name": "Ines Farrow",
 *                  "speaker_names": […], "speaker_type": "nominal", "attr_score": true}],
 *      "ignore": [[3, 9]],
 *      "entities": [{"start": 0, "end": 11, "type": "person", "name": "Ines Farrow"}]}
 *
 * Offsets of quotations, quotation marks included, are code points in the file; those of entities are bytes. Here
 * both are bytes of `text`.
 */
#ifndef QUOIN_TESTS_EVAL_GOLD_H
#define QUOIN_TESTS_EVAL_GOLD_H

#include "analysis/analysis.h"
#include "base/arena.h"

typedef struct GoldQuote {
    Range range;
    Text type;         /* "direct" "mixed" "fragment", "indirect" without marks */
    Text speaker_text; /* the words of the text that name the speaker; empty: none are annotated */
    Range speaker;     /* where these stand */
    Text speaker_type; /* "name" "nominal" "pronoun" */
    ARRAY(Text) names; /* who it is: several for a joint speaker; none: only the words count */
    bool attributed;   /* counts for attribution */
} GoldQuote;

typedef struct GoldName {
    Range range;
    EntityType type;
    Text identity; /* what names of one thing share; empty: nobody says */
} GoldName;

typedef struct GoldDocument {
    Text id, source, text;
    ARRAY(GoldQuote) quotes;
    ARRAY(GoldName) names; /* by start */
    ARRAY(Range) ignored;  /* quotations found here are neither right nor wrong */
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

/* Add to the names of `quote` those of a list like "Ines Farrow; Tom Brekke"; a description is no name. */
void gold_read_names(Arena *arena, Text names, GoldQuote *quote);

/*
 * A text of the corpus, which is never changed, and the table of what people marked in it, as tests/news/GUIDELINE says: its quotations and
 * indirect speech with their speakers, and its names. False: a row is in no such form, or its words are not in the text; `*why` says what is asked
 * for.
 */
bool gold_read_corpus(Arena *arena, Text text, Text marks, Text id, GoldDocument *document, const char **why);

/*
 * A text with its names marked, on one line; "¶" ends a paragraph:
 *
 *     [[Wendy Sherman|person|1]] left [[Geneva|place]]. ¶ [[Sherman|person|1]] had no comment.
 *
 * name | person, org, place or misc | what it shares with the other names of the same thing
 */
bool gold_read_marked_names(Arena *arena, Text marked, Text id, GoldDocument *document, const char **why);

/* "person", "org", "organization", "place", "misc" */
bool gold_entity_type(Text name, EntityType *type);

#endif
