/*
 * Keeper: who reads and writes the files in which something lasts. The reader knows no folders, no environment and no clock; it is given a Keeper,
 * and names files in its stores: "3f/3fa9….yaml". One of zeroes keeps nothing: there is never anything, and what is kept is lost, without a word.
 */
#ifndef QUOIN_MEMORY_KEEPER_H
#define QUOIN_MEMORY_KEEPER_H

#include "base/report.h"

typedef enum KeeperStore {
    KEEPER_PLACES, /* what quoin remembers: $XDG_STATE_HOME/quoin */
    KEEPER_NOTES,  /* what the reader writes: $XDG_DATA_HOME/quoin/notes */
    KEEPER_STORE_COUNT
} KeeperStore;

/*
 * What a file is to become: `before` is what is there now, empty where there is no file; nobody else who writes in this way can begin until the new
 * one is in its place. The bytes of `*after` live in `arena`. KEEPER_NOT_SO: the file stays as it is, and the report says why.
 */
typedef enum KeeperChange { KEEPER_CHANGED, KEEPER_UNCHANGED, KEEPER_REMOVED, KEEPER_NOT_SO } KeeperChange;
typedef KeeperChange KeeperChanger(void *what, Arena *arena, Text before, Text *after, Report *report);

typedef void KeeperEach(void *what, Text name); /* of a file or folder; lives until the function returns */

typedef struct Keeper {
    const void *context;
    bool (*keeps)(const void *context, KeeperStore store);
    bool (*read)(const void *context, KeeperStore store, Text name, Arena *arena, Text *bytes, Report *report);
    bool (*change)(const void *context, KeeperStore store, Text name, KeeperChanger *changer, void *what,
                   Report *report);
    bool (*remove)(const void *context, KeeperStore store, Text name, Report *report);
    void (*list)(const void *context, KeeperStore store, Text folder, KeeperEach *each, void *what);
    int64_t (*now)(const void *context);
    Text (*whole_path)(const void *context, Arena *arena, Text path);
} Keeper;

/* Is there such a store? Not where no home is known; with --no-memory that of notes alone, which the reader writes on purpose. */
bool keeper_keeps(const Keeper *keeper, KeeperStore store);

/* All of a file, in `arena`; empty where there is none. False: it is there and cannot be read (or is over MOST_KEPT_BYTES); the report says why. */
bool keeper_read(const Keeper *keeper, KeeperStore store, Text name, Arena *arena, Text *bytes, Report *report);

/*
 * Read, change and write a file in one step, with the folders that lead to it: whole or not at all, whatever happens (see cli/output/file_write.h).
 * `report->arena` must outlive it. True: it is as the changer wants it. False: it is as it was, and the report says why.
 */
bool keeper_change(const Keeper *keeper, KeeperStore store, Text name, KeeperChanger *changer, void *what,
                   Report *report);

/* True also where there is none. */
bool keeper_remove(const Keeper *keeper, KeeperStore store, Text name, Report *report);

/* What is in a folder of a store (empty: in the store), in no order; nothing where there is none. What writers leave for a moment is not told. */
void keeper_list(const Keeper *keeper, KeeperStore store, Text folder, KeeperEach *each, void *what);

/* Seconds since 1970, as the clock of the machine says, which may be wrong; 0: it is not known. */
int64_t keeper_now(const Keeper *keeper);

/* The path from the root, without links, of a file that was named, in `arena`; empty: there is none, or it is not known. */
Text keeper_whole_path(const Keeper *keeper, Arena *arena, Text path);

/* "2024-03-09T08:05:10Z": a moment as files have it. Moments that no calendar has (before 1970, after 9999) become the nearest that it has. */
Text keeper_moment(Arena *arena, int64_t seconds);

#endif
