#include "cli/session/reader_notes.h"

#include "cli/session/keeping.h"
#include "memory/article_key.h"
#include "memory/notes/corrections.h"
#include "memory/notes/notes_store.h"

static NotesStore store_of(const Keeper *keeper, Arena *arena, const Article *article, Text address)
{
    return (NotesStore){.keeper = keeper,
                        .name = article_key_file(arena, article_indexed_key(arena, article, address).name),
                        .subject = notes_subject(article)};
}

static void tell_missing(Report *report, size_t count, const char *one, const char *several)
{
    if (count)
        report_add(report, SEVERITY_WARNING, 0, 0, "%zu %s the text", count, count == 1 ? one : several);
}

PlacedNotes reader_notes(const Session *session, Arena *arena, Arena *corrected, const Article *article,
                         Analysis *analysis, Text address, Report *report)
{
    Keeper keeper = keeping_in(session->kept_folders);
    NotesStore store = store_of(&keeper, arena, article, address);
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
    return remarks;
}

void reader_notes_tell_missing(const PlacedNotes *notes, Report *report)
{
    tell_missing(report, placed_notes_missing(notes), "note is not found in", "notes are not found in");
}

bool reader_notes_may_be_kept(const Session *session)
{
    Keeper keeper = keeping_in(session->kept_folders);

    return keeper_keeps(&keeper, KEEPER_NOTES);
}

bool reader_notes_keep(const Session *session, const Article *article, Text address, Note *notes, size_t count,
                       Report *report)
{
    Keeper keeper = keeping_in(session->kept_folders);
    NotesStore store = store_of(&keeper, report->arena, article, address);

    for (size_t i = 0; i < count; i++) {
        notes[i].fields[NOTE_MADE] = keeper_moment(report->arena, keeper_now(&keeper));
        notes[i].fields[NOTE_ID] = note_make_id(report->arena, &notes[i]);
    }
    return notes_store_put(&store, report->arena, notes, count, report);
}
