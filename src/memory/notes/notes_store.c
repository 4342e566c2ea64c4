/* What is read is what would be written: a change reads file and copies anew, since somebody may have written to them in the meantime. */
#include "memory/notes/notes_store.h"

#include "memory/notes/conflict_copies.h"
#include "memory/notes/notes_within.h"

/* A copy of the file, or the other version within it. */
typedef struct Copy {
    Text name; /* in the store; empty: it is within the file */
    NotesFile file;
    bool goes; /* the file has all of it */
} Copy;

/* The copies of a file, as far as they are read. */
typedef struct Copies {
    const NotesStore *store;
    Arena *arena;
    Text folder, name; /* of the file, without its folder */
    ARRAY(Copy) items;
} Copies;

/* ---- copies ---- */

static void take_name(void *what, Text name)
{
    Copies *copies = what;
    Copy copy = {.name = {0}};

    if (!conflict_copy_of(name, copies->name))
        return;
    copy.name = arena_join(copies->arena, (const Text[]){copies->folder, name}, 2);
    ARRAY_PUSH(copies->arena, copies->items, copy);
}

static void read_copy(const Copies *copies, Copy *copy, Report *report)
{
    Report problems;
    Text bytes;

    report_init(&problems, copies->arena, copy->name);
    if (keeper_read(copies->store->keeper, KEEPER_NOTES, copy->name, copies->arena, &bytes, &problems))
        notes_file_read(&copy->file, copies->arena, bytes, &problems);
    if (report_first(&problems))
        report_add(report, SEVERITY_WARNING, 0, 0, "%.*s",
                   TEXT_ARGS(report_line(&problems, report_first(&problems), copies->arena)));
}

static Copies find_copies(const NotesStore *store, Arena *arena, Report *report)
{
    size_t folder = text_folder_size(store->name);
    Copies copies = {.store = store,
                     .arena = arena,
                     .folder = text_slice(store->name, (Range){0, folder}),
                     .name = text_slice(store->name, (Range){folder, store->name.size})};

    if (store->name.size && keeper_keeps(store->keeper, KEEPER_NOTES))
        keeper_list(store->keeper, KEEPER_NOTES, text_slice(store->name, (Range){0, folder ? folder - 1 : 0}),
                    take_name, &copies);
    for (size_t i = 0; i < copies.items.count; i++)
        read_copy(&copies, &copies.items.items[i], report);
    return copies;
}

/* ---- reading ---- */

/*
 * The file, or the first of the two versions that are in it, of which the other becomes a copy. Where that has more than notes, it would be lost
 * when they are written as one.
 */
static void read_file(Copies *copies, NotesFile *file, Text bytes, Report *report)
{
    Copy theirs = {.name = {0}};
    Text sides[2];

    if (!conflict_sides(copies->arena, bytes, sides)) {
        notes_file_read(file, copies->arena, bytes, report);
        return;
    }
    notes_file_read(file, copies->arena, sides[0], report);
    notes_file_read(&theirs.file, copies->arena, sides[1], report);
    ARRAY_PUSH(copies->arena, copies->items, theirs);
    if (file->is_sound && theirs.file.is_clean && !notes_within(&theirs.file, file))
        report_add(report, SEVERITY_ERROR, 0, 0,
                   "its two versions, between the marks of git, differ in more than notes; make them one by hand");
    file->is_sound = file->is_sound && notes_within(&theirs.file, file);
}

static void unite(NotesUnion *all, const NotesFile *file, const Copies *copies)
{
    notes_union_add(all, file);
    for (size_t i = 0; i < copies->items.count; i++)
        notes_union_add(all, &copies->items.items[i].file);
}

/* What makes a copy stay for ever is told. */
static void tell_kept_copies(const Copies *copies, const NotesFile *file, Report *report)
{
    for (size_t i = 0; i < copies->items.count; i++) {
        const Copy *copy = &copies->items.items[i];

        if (copy->name.size && copy->file.is_clean && !notes_within(&copy->file, file))
            report_add(report, SEVERITY_WARNING, 0, 0,
                       "%.*s has more than notes, and stays until you have taken that from it and deleted it",
                       TEXT_ARGS(copy->name));
    }
}

void notes_store_read(const NotesStore *store, NotesUnion *all, size_t *copies, Report *report)
{
    Copies found = find_copies(store, all->arena, report);
    NotesFile *file = ARENA_NEW(all->arena, NotesFile);
    Text bytes = {0};

    if (store->name.size && keeper_read(store->keeper, KEEPER_NOTES, store->name, all->arena, &bytes, report))
        read_file(&found, file, bytes, report);
    tell_kept_copies(&found, file, report);
    unite(all, file, &found);
    *copies = found.items.count;
}

/* ---- writing ---- */

typedef struct Putting {
    const NotesStore *store;
    const NotesFile *notes; /* what is to come in */
    Copies *copies;
} Putting;

static KeeperChange put(void *what, Arena *arena, Text before, Text *after, Report *report)
{
    const Putting *putting = what;
    Copies copies = *putting->copies;
    NotesUnion all;
    NotesFile file;
    const Note *changes;
    size_t count;
    Text sides[2];
    bool was_split = conflict_sides(arena, before, sides);

    read_file(&copies, &file, before, report);
    if (!file.is_sound)
        return KEEPER_NOT_SO;
    for (size_t i = 0; i < putting->copies->items.count; i++)
        putting->copies->items.items[i].goes = notes_within(&putting->copies->items.items[i].file, &file);
    notes_union_init(&all, arena);
    unite(&all, &file, &copies);
    notes_union_add(&all, putting->notes);
    changes = notes_union_changes(&all, &count);
    if (count == 0 && !was_split)
        return KEEPER_UNCHANGED;
    *after = notes_file_put(arena, &file, changes, count, &putting->store->subject, report);
    return after->size ? KEEPER_CHANGED : KEEPER_NOT_SO;
}

/* Unless somebody has written to it since it was read. */
static KeeperChange take_away(void *what, Arena *arena, Text before, Text *after, Report *report)
{
    const Copy *copy = what;

    (void)arena;
    (void)after;
    (void)report;
    return text_equal(before, copy->file.source) ? KEEPER_REMOVED : KEEPER_UNCHANGED;
}

/* All that was in them is in the file now; but for those in which there is more. */
static void remove_copies(const Copies *copies)
{
    Report ignored;

    report_init(&ignored, copies->arena, (Text){0});
    for (size_t i = 0; i < copies->items.count; i++) {
        Copy *copy = &copies->items.items[i];

        if (copy->goes)
            (void)keeper_change(copies->store->keeper, KEEPER_NOTES, copy->name, take_away, copy, &ignored);
    }
}

/* Into the file beside it that is quoin's own. */
static bool put_beside(const Putting *putting, Arena *arena, Report *report)
{
    Copies none = {.store = putting->store, .arena = arena};
    Putting beside = {putting->store, putting->notes, &none};
    Text name = conflict_copy_name(arena, putting->store->name);

    if (!keeper_change(putting->store->keeper, KEEPER_NOTES, name, put, &beside, report))
        return false;
    report_add(report, SEVERITY_WARNING, 0, 0, "the note is in %.*s until the file is mended", TEXT_ARGS(name));
    return true;
}

bool notes_store_put(const NotesStore *store, Arena *arena, const Note *notes, size_t count, Report *report)
{
    Report ignored;
    NotesFile own = {.is_sound = true};
    Copies copies;
    Putting putting = {store, &own, &copies};

    if (store->name.size == 0 || !keeper_keeps(store->keeper, KEEPER_NOTES)) {
        report_add(report, SEVERITY_ERROR, 0, 0, "notes are not kept here");
        return false;
    }
    report_init(&ignored, arena, (Text){0});
    copies = find_copies(store, arena, &ignored);
    for (size_t i = 0; i < count; i++)
        ARRAY_PUSH(arena, own.notes, notes[i]);
    if (keeper_change(store->keeper, KEEPER_NOTES, store->name, put, &putting, report)) {
        remove_copies(&copies);
        return true;
    }
    return count > 0 && put_beside(&putting, arena, report);
}
