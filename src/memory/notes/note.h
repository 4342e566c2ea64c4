/*
 * Note: what a reader keeps about an article, as a file of notes has it: words on a passage, a highlight, or a correction of who said it. The
 * passage is told by its words and those around them, not by where it stood alone.
 */
#ifndef QUOIN_MEMORY_NOTES_NOTE_H
#define QUOIN_MEMORY_NOTES_NOTE_H

#include "base/yaml/yaml.h"

enum { NOTE_HIGHLIGHTS = 4 /* kinds of highlights: roles of the theme */ };

/*
 * NOTE_LIST(ID, key): the lists of a file of notes. Corrections have what notes have, and say who speaks in a passage, or that nobody does; people
 * say who is who: "name: Captain", "same: Signe Aldous", or what a name is: "kind: place".
 */
#define NOTE_LISTS(NOTE_LIST)             \
    NOTE_LIST(REMARKS, "notes")           \
    NOTE_LIST(CORRECTIONS, "corrections") \
    NOTE_LIST(PEOPLE, "people")

typedef enum NoteList {
#define NOTE_LIST(ID, key) NOTE_LIST_##ID,
    NOTE_LISTS(NOTE_LIST) NOTE_LIST_COUNT
#undef NOTE_LIST
} NoteList;

/*
 * NOTE_FIELD(ID, key, is_content): the texts of a note, in the order in which they are written; empty ones are not. Content is what a reader can
 * change; of the others `was` has the versions that came before, by their signatures.
 */
#define NOTE_FIELDS(NOTE_FIELD)                                                                \
    NOTE_FIELD(ID, "id", false)                                                                \
    NOTE_FIELD(TEXT, "text", true) /* the words of the passage; none: the article */           \
    NOTE_FIELD(PREFIX, "prefix", false)                                                        \
    NOTE_FIELD(SUFFIX, "suffix", false)                                                        \
    NOTE_FIELD(AT, "at", false)              /* where it stood: bytes of the article's text */ \
    NOTE_FIELD(HIGHLIGHT, "highlight", true) /* "1" to "4" */                                  \
    NOTE_FIELD(SPEAKER, "speaker", true)     /* of a correction */                             \
    NOTE_FIELD(SPEECH, "speech", true)       /* "no": nobody says it */                        \
    NOTE_FIELD(NAME, "name", true)           /* of people: whom it is about, */                \
    NOTE_FIELD(SAME, "same", true)           /* … who that is too, */                        \
    NOTE_FIELD(APART, "apart", true)         /* … or who that is not, */                     \
    NOTE_FIELD(KIND, "kind", true)           /* … or what: "place" */                        \
    NOTE_FIELD(NOTE, "note", true)           /* what the reader wrote */                       \
    NOTE_FIELD(MADE, "made", false)          /* when, in UTC */                                \
    NOTE_FIELD(CHANGED, "changed", false)                                                      \
    NOTE_FIELD(DELETED, "deleted", true)                                                       \
    NOTE_FIELD(WAS, "was", false)

typedef enum NoteField {
#define NOTE_FIELD(ID, key, is_content) NOTE_##ID,
    NOTE_FIELDS(NOTE_FIELD) NOTE_FIELD_COUNT
#undef NOTE_FIELD
} NoteField;

typedef struct Note {
    NoteList list;
    Text fields[NOTE_FIELD_COUNT]; /* borrowed */
    const YamlNode *node;          /* what it was read from; NULL: it is new */
} Note;

Text note_field_key(NoteField field);
Text note_list_key(NoteList list);

static inline Text note_field(const Note *note, NoteField field)
{
    return note->fields[field];
}

/* It was taken out by the reader. It stays in the file as such, or a file of another device would bring it back. */
static inline bool note_is_deleted(const Note *note)
{
    return note->fields[NOTE_DELETED].size > 0;
}

size_t note_highlight(const Note *note); /* 1 to NOTE_HIGHLIGHTS; 0: it is none */
size_t note_offset(const Note *note);    /* where it stood; 0 where that is not known */
bool note_is_no_speech(const Note *note);

/* An id for a new note: of its list, its passage, what it says and when it was made. In `arena`. */
Text note_make_id(Arena *arena, const Note *note);

/* Eight hexadecimal digits of what a note says; two versions of one differ in it. In `arena`. */
Text note_signature(Arena *arena, const Note *note);

/* Do two say the same: their list, and all that a reader can change? */
bool note_says_same(const Note *a, const Note *b);

/* Was `old` read when `note` was written: is its signature among those before it? */
bool note_knows(const Note *note, const Note *old);

/* `note` comes after `old`, which it knows from now on, with all that this one knew. In `arena`. */
void note_follow(Arena *arena, Note *note, const Note *old);

/* It knows what `other` knows, too. In `arena`. */
void note_learn(Arena *arena, Note *note, const Note *other);

#endif
