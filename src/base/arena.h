/*
 * Arena: memory with one life. Everything about a document lives in one arena and ends with it; so do a
 * layout and the configuration. `Arena *` as the first parameter says "the result lives here". An arena
 * of zeroes is ready for use. Running out of memory does not return: see arena_on_exhaustion.
 *
 * Under AddressSanitizer, or with --enable-arena-debug, every allocation is a malloc of its own, so that the tools
 * see each object.
 */
#ifndef QUOIN_BASE_ARENA_H
#define QUOIN_BASE_ARENA_H

#include <stdarg.h>
#include <stddef.h>

#include "base/text.h"

typedef struct ArenaChunk ArenaChunk;

typedef struct Arena Arena;
struct Arena {
    ArenaChunk *chunks; /* the newest first */
    size_t allocated;   /* bytes asked for since the last reset */
    Arena *within;      /* the newest of those that end with this one */
    Arena *beside;      /* another that ends with the same */
};

/* `size` zeroed bytes, aligned for any type; never NULL. */
void *arena_alloc(Arena *arena, size_t size);
void *arena_alloc_array(Arena *arena, size_t count, size_t size); /* checks the product */
void *arena_room(Arena *arena, size_t size); /* the same, of any bytes: for what is written before it is read */

#define ARENA_NEW(arena, Type) ((Type *)arena_alloc((arena), sizeof(Type)))
#define ARENA_ARRAY(arena, Type, count) ((Type *)arena_alloc_array((arena), (count), sizeof(Type)))

Text arena_copy(Arena *arena, Text text);              /* followed by a NUL that is not counted */
const char *arena_terminated(Arena *arena, Text text); /* the same as a C string */
Text arena_printf(Arena *arena, const char *format, ...)
#if defined(__GNUC__)
    __attribute__((format(printf, 2, 3)))
#endif
    ;
Text arena_vprintf(Arena *arena, const char *format, va_list arguments)
#if defined(__GNUC__)
    __attribute__((format(printf, 2, 0)))
#endif
    ;

Text arena_join(Arena *arena, const Text *parts, size_t count); /* one after another; texts of any size and content */

/* A name or a phrase as it is shown: blanks and line ends in a row are one blank. The text itself where there is nothing to change. */
Text arena_on_one_line(Arena *arena, Text text);

/* For messages: a text of more than `most` bytes (at least 16) by its start and its end, "…" between; whole characters. */
Text arena_shortened(Arena *arena, Text text, size_t most);

void arena_reset(Arena *arena);   /* empty, one chunk kept for the next use */
void arena_release(Arena *arena); /* empty, all memory given back */

/* An arena for what is needed for a while: it may be reset or released at any time, and is released with the one that it lies within. */
Arena *arena_within(Arena *arena);

/*
 * A growable array in an arena: `ARRAY(Type) names = {0}; ARRAY_PUSH(arena, names, value);`
 * Growth doubles, and may move the items: no pointer to one of them outlives a push. Large arrays leave nothing behind where they stood
 * before.
 */
#define ARRAY(Type)      \
    struct {             \
        Type *items;     \
        size_t count;    \
        size_t capacity; \
    }

#define ARRAY_PUSH(arena, array, value)                                                                  \
    ((array).items = (array).count < (array).capacity                                                    \
                         ? (array).items                                                                 \
                         : arena_grow((arena), (array).items, sizeof *(array).items, &(array).capacity), \
     (array).items[(array).count++] = (value))

/* Room for `count` items at once, where their number can be guessed; for an empty array. */
#define ARRAY_RESERVE(arena, array, count) \
    ((array).items = arena_alloc_array((arena), (count), sizeof *(array).items), (array).capacity = (count))

/* Empty it: a large one gives its memory back at once, another keeps it for what comes. */
#define ARRAY_CLEAR(arena, array)                                                                       \
    ((array).items = arena_take_back((arena), (array).items, sizeof *(array).items, &(array).capacity), \
     (array).count = 0)

void *arena_grow(Arena *arena, void *items, size_t item_size, size_t *capacity);
void *arena_take_back(Arena *arena, void *items, size_t item_size, size_t *capacity);

/* A text that is written piece by piece; what stands in it is the arena's. */
typedef ARRAY(char) TextBuffer;
void text_buffer_add(Arena *arena, TextBuffer *buffer, Text text);

static inline Text text_buffer_text(const TextBuffer *buffer)
{
    return (Text){buffer->items, buffer->count};
}

/* Register what to do before the program ends because memory has run out (restore the terminal, say so). Handlers must not allocate; they are called
 * once each, the last one first, as with atexit. Then the program ends with exit status 2. */
void arena_on_exhaustion(void (*handler)(void));

/* For callers that learn from a library or the system that memory has run out. */
_Noreturn void memory_exhausted(void);

/* For the few owners of memory outside arenas: malloc and realloc that never return NULL. */
void *memory_resize(void *block, size_t size);

/* The sum and the product of sizes; on overflow the program ends as it does when memory runs out. For every allocation whose size depends on what
 * is read. */
size_t memory_sum(size_t a, size_t b);
size_t memory_product(size_t count, size_t size);

#endif
