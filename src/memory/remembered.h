/*
 * What is remembered of one article, and its file: a small one that people read, edit, look through and synchronise.
 *
 *     article: url example.org/ferry
 *     title: Ferry sold
 *     file: /home/me/news/ferry.yaml
 *     opened: 2024-03-09T08:05:10Z
 *     state: reading
 *     percent: 35
 *     place:
 *       offset: 1234
 *       words: The city bought the ferry in March for nine
 *       before: captain waited in the harbor.
 *     marks:
 *       - mark: a
 *         offset: 99 …
 *     jumps:
 *       - offset: 12 …
 */
#ifndef QUOIN_MEMORY_REMEMBERED_H
#define QUOIN_MEMORY_REMEMBERED_H

#include "memory/article_key.h"
#include "memory/place_anchor.h"

typedef enum ReadingState { STATE_UNREAD, STATE_READING, STATE_READ, READING_STATE_COUNT } ReadingState;

typedef struct RememberedMark {
    char letter; /* ASCII */
    PlaceAnchor place;
} RememberedMark;

enum { REMEMBERED_JUMPS = 20 /* the newest */ };

/* A key of the file that means nothing here, with its value. */
typedef struct OtherKey {
    const struct YamlNode *node;
} OtherKey;

typedef struct Remembered {
    Text article; /* the identity of its key */
    Text title;
    Text file;   /* the path or the address of which it was opened last; empty: it cannot be opened by a name */
    Text opened; /* when: keeper_moment */
    ReadingState state;
    unsigned percent; /* between the top, 0, and the end on the screen, 100 */
    PlaceAnchor place;
    ARRAY(RememberedMark) marks;
    ARRAY(PlaceAnchor) jumps; /* the oldest first */
    ARRAY(OtherKey) others;   /* keys that somebody else has put there: they are kept */
} Remembered;

/* Take what a file says; texts may be those of `source`. An empty one is right. False: the report says what is wrong, and nothing of it counts. */
bool remembered_read(Remembered *remembered, Arena *arena, Text source, Report *report);

/* The file, in `arena`. */
Text remembered_write(const Remembered *remembered, Arena *arena);

/* "unread", "reading", "read", as files and lists have it. */
Text reading_state_name(ReadingState state);
ReadingState reading_state_of(Text name); /* READING_STATE_COUNT: there is none of that name */

#endif
