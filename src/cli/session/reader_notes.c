#include "cli/session/reader_notes.h"

#include "cli/session/keeping.h"
#include "memory/article_key.h"
#include "memory/notes/corrections.h"
#include "memory/notes/notes_store.h"

static void tell_missing(Report *report, size_t count, const char *one, const char *several)
{
    if (count)
        report_add(report, SEVERITY_WARNING, 0, 0, "%zu %s the text", count, count == 1 ? one : several);
}

PlacedNotes reader_notes(const Session *session, Arena *arena, Arena *corrected, Article *article, Analysis *analysis,
                         Text address, Report *report)
{
    Keeper keeper = keeping_in(session->kept_folders);
    NotesStore store = {.keeper = &keeper, .name = article_key_file(arena, article_key(arena, article, address).name)};
    PlacedNotes corrections, people, remarks;
    NotesUnion all;
    NotePlaces places;
    size_t copies = 0;

    notes_union_init(&all, arena);
    if (keeper_keeps(&keeper, KEEPER_NOTES) && store.name.size)
        notes_store_read(&store, &all, &copies, report);
    note_places_init(&places, arena, article);
    corrections = article_notes_place(arena, &all, NOTE_LIST_CORRECTIONS, &places);
    people = article_notes_place(arena, &all, NOTE_LIST_PEOPLE, &places);
    corrections_apply(corrected, analysis, &corrections, &people);
    remarks = article_notes_place(arena, &all, NOTE_LIST_REMARKS, &places);
    tell_missing(report, placed_notes_missing(&corrections) + placed_notes_missing(&people),
                 "correction no longer fits", "corrections no longer fit");
    tell_missing(report, placed_notes_missing(&remarks), "note is not found in", "notes are not found in");
    return remarks;
}
