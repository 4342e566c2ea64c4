/*
 * What is remembered of the document that is open: found when it is opened, written when it is left. Knows no screen: how far one has come, and
 * when to write, is told by whoever shows it (ui/opening/remembering.h).
 */
#ifndef QUOIN_READING_DOCUMENT_MEMORY_H
#define QUOIN_READING_DOCUMENT_MEMORY_H

#include "memory/keeper.h"
#include "memory/remembered.h"
#include "reading/document.h"

typedef struct DocumentMemory {
    Arena arena;
    const Keeper *keeper;
    ArticleKey key;       /* ARTICLE_KEY_NONE: nothing is remembered of this article */
    Text file;            /* to open it by the next time; empty: it came as a stream */
    Text earlier;         /* the key of the text that was in this file before it changed; empty: it did not */
    Remembered kept;      /* as it was found, or written last; no `article`: nothing was */
    DocumentPlace placed; /* where the document stood then: what is otherwise now is news */
    PlaceSearch search;
    int64_t opened;   /* keeper_now; when it was opened or written last */
    bool is_restored; /* marks and jumps too */
    bool is_set;      /* somebody has said that it is read, or not */
    bool ended;       /* the end was on the screen */
} DocumentMemory;

/* All zero before the first. */
void document_memory_release(DocumentMemory *memory);

/*
 * What is remembered of the article that was just opened, or of a stream that has ended; while it goes on, nothing is. One without an address must
 * say itself which article it is: else it may be what somebody does not want to be written anywhere. False: its file cannot be used, and why is in
 * the report; it is left alone.
 */
bool document_memory_begin(DocumentMemory *memory, const Keeper *keeper, Document *document, Report *report);

/* Where the screen should begin; NO_OFFSET: nothing says. `*lost`: what stood there is not in the text any more, and it is only about there. */
size_t document_memory_place(DocumentMemory *memory, Document *document, bool *lost);

/* The place where the document stands now is what is known: only what changes from now on is news. */
void document_memory_settle(DocumentMemory *memory, Document *document);

/* Marks and jumps: not needed for the first frame, but before a key. Once; true: it was done now. */
bool document_memory_restore(DocumentMemory *memory, Document *document);

/* Is there something to write? It was moved in, marked, set, or was open for some seconds. Never while the source is shown. */
bool document_memory_has_news(const DocumentMemory *memory, const Document *document);
bool document_memory_has_moved(const DocumentMemory *memory,
                               const Document *document); /* so that it waits to be written */

/* Write it, and the list of what was read last. `title`: as lists call it. False: it cannot be written; why is in the report. */
bool document_memory_save(DocumentMemory *memory, Document *document, Text title, unsigned percent, Report *report);

/* Somebody says that it is read, or not; document_memory_save writes it. */
void document_memory_set_state(DocumentMemory *memory, Document *document, ReadingState state);

#endif
