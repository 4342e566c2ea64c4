/* A Keeper whose files are in memory, for tests: it keeps the notes, and nothing else. */
#ifndef QUOIN_TESTS_MEMORY_KEEPER_H
#define QUOIN_TESTS_MEMORY_KEEPER_H

#include "memory/keeper.h"

enum { MEMORY_FILES = 40 };

typedef struct MemoryKeeper {
    Arena arena;
    Text names[MEMORY_FILES], bytes[MEMORY_FILES];
    size_t count;
    Text preset;  /* what any file of notes has that is not there; empty: nothing */
    bool is_full; /* nothing can be written */
    int64_t now;  /* a second later at each look */
} MemoryKeeper;

static inline MemoryKeeper *memory_of(const void *context)
{
    return *(MemoryKeeper *const *)context;
}

static inline size_t memory_index(const MemoryKeeper *memory, Text name)
{
    size_t at = 0;

    while (at < memory->count && !text_equal(memory->names[at], name))
        at++;
    return at;
}

static inline bool memory_keeps(const void *context, KeeperStore store)
{
    (void)context;
    return store == KEEPER_NOTES;
}

static inline bool memory_read(const void *context, KeeperStore store, Text name, Arena *arena, Text *bytes,
                               Report *report)
{
    MemoryKeeper *memory = memory_of(context);
    size_t at = memory_index(memory, name);
    bool is_preset =
        at == memory->count && store == KEEPER_NOTES && text_find(name, TEXT(".unmerged"), 0) == TEXT_NOT_FOUND;

    (void)report;
    *bytes = at < memory->count ? arena_copy(arena, memory->bytes[at])
             : is_preset        ? arena_copy(arena, memory->preset)
                                : (Text){0};
    return true;
}

static inline void memory_write(MemoryKeeper *memory, Text name, Text bytes)
{
    size_t at = memory_index(memory, name);

    if (at == MEMORY_FILES)
        return;
    memory->names[at] = arena_copy(&memory->arena, name);
    memory->bytes[at] = arena_copy(&memory->arena, bytes);
    memory->count += at == memory->count;
}

static inline bool memory_remove(const void *context, KeeperStore store, Text name, Report *report)
{
    MemoryKeeper *memory = memory_of(context);
    size_t at = memory_index(memory, name);

    (void)store;
    (void)report;
    if (at < memory->count) {
        memory->count--;
        memory->names[at] = memory->names[memory->count];
        memory->bytes[at] = memory->bytes[memory->count];
    }
    return true;
}

static inline bool memory_change(const void *context, KeeperStore store, Text name, KeeperChanger *changer, void *what,
                                 Report *report)
{
    MemoryKeeper *memory = memory_of(context);
    KeeperChange change;
    Arena scratch = {0};
    Text before, after;

    (void)memory_read(context, store, name, &scratch, &before, report);
    change = changer(what, &scratch, before, &after, report);
    if (change == KEEPER_CHANGED && memory->is_full) {
        report_add(report, SEVERITY_ERROR, 0, 0, "No space left on device");
        change = KEEPER_NOT_SO;
    }
    if (change == KEEPER_CHANGED)
        memory_write(memory, name, after);
    if (change == KEEPER_REMOVED)
        (void)memory_remove(context, store, name, report);
    arena_release(&scratch);
    return change != KEEPER_NOT_SO;
}

static inline void memory_list(const void *context, KeeperStore store, Text folder, KeeperEach *each, void *what)
{
    const MemoryKeeper *memory = memory_of(context);

    (void)store;
    for (size_t i = 0; i < memory->count; i++) {
        Text name = memory->names[i];

        if (name.size > folder.size + 1 && text_starts_with(name, folder) && name.bytes[folder.size] == '/')
            each(what, text_slice(name, (Range){folder.size + 1, name.size}));
    }
}

static inline int64_t memory_now(const void *context)
{
    return memory_of(context)->now++;
}

/* `memory` is a pointer that lives as long as the keeper, so that its functions may change what it points to. */
static inline Keeper memory_keeper(MemoryKeeper *const *memory)
{
    return (Keeper){.context = memory,
                    .keeps = memory_keeps,
                    .read = memory_read,
                    .change = memory_change,
                    .remove = memory_remove,
                    .list = memory_list,
                    .now = memory_now};
}

#endif
