/* What the user wrote about an article, for commands: notes, and corrections of who said what. */
#ifndef QUOIN_CLI_SESSION_READER_NOTES_H
#define QUOIN_CLI_SESSION_READER_NOTES_H

#include "cli/session/session.h"
#include "memory/notes/article_notes.h"

/*
 * The notes on an article, which is complete; corrections change the quotations of its analysis, which is done. `address`: where it was got from, or
 * empty. The notes live in `arena`, what the corrections say in `corrected`, which is for that alone. What is wrong with the files is in the report,
 * and how many corrections have no place in the text any more; there are no notes where the session keeps none.
 */
PlacedNotes reader_notes(const Session *session, Arena *arena, Arena *corrected, const Article *article,
                         Analysis *analysis, Text address, Report *report);

/* Which of the notes have no place in the text any more: for whoever shows them. */
void reader_notes_tell_missing(const PlacedNotes *notes, Report *report);

/* Is there a place for them? */
bool reader_notes_may_be_kept(const Session *session);

/* New notes on an article go into its file of notes; they get their ids and their time. False: they are nowhere, and the report says why. */
bool reader_notes_keep(const Session *session, const Article *article, Text address, Note *notes, size_t count,
                       Report *report);

#endif
