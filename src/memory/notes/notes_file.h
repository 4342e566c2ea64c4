/*
 * A file of notes: the text in YAML that a reader's notes on one article are kept in, and that the reader edits too. What is wrong with it
 * is told with line and column; the notes that can be read are there all the same.
 */
#ifndef QUOIN_MEMORY_NOTES_NOTES_FILE_H
#define QUOIN_MEMORY_NOTES_NOTES_FILE_H

#include "article/article.h"
#include "memory/notes/note.h"

/* The comment with which the program begins a file. */
#define NOTES_HEADING \
    "# Notes on an article. quoin reads and writes this file; edit it as you like, what you write stays."

typedef struct NotesFile {
    Text source;
    const YamlNode *root; /* NULL: the source says nothing, or nothing that can be read as one */
    ARRAY(Note) notes;    /* in the order of the file, deleted ones and what is there twice among them */
    bool is_sound;        /* its form is right, so that it may be edited; a note of it may still be wrong */
    bool is_clean;        /* and none is, nor is there anything else that was told */
} NotesFile;

/* What is not sound is told as an error in the report. All of it in `arena`; `source` must outlive it. */
void notes_file_read(NotesFile *file, Arena *arena, Text source, Report *report);

/* The article that a file of notes is about, for who looks into the file: written once, when it is made. Texts may be empty. */
typedef struct NotesSubject {
    Text title, source, date, url, id;
} NotesSubject;

NotesSubject notes_subject(const Article *article);

/*
 * The source of `file`, with notes put into it: those that have a node, which stand in the order of file->notes, in the place of that, the
 * others at the end of their list. All else stays as it is. Empty where the file is not sound, or written in a form that no program
 * changes: the report says so. In `arena`.
 */
Text notes_file_put(Arena *arena, const NotesFile *file, const Note *notes, size_t count, const NotesSubject *subject,
                    Report *report);

#endif
