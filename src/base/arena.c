/*
 * A chunk is one malloc; allocations are cut from its front. Chunks double from 4 KiB to 1 MiB, and what
 * is larger than 32 KiB gets one of its own, which grows where it is (the system moves its pages, not its bytes).
 *
 *     chunks -> [ header | used ......... | free .... ] -> [ header | used ... ] -> NULL
 */
#include "config.h"

#include "base/arena.h"

#include <assert.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif

#if !defined(ARENA_DEBUG) && defined(__SANITIZE_ADDRESS__)
#define ARENA_DEBUG 1
#endif
#if !defined(ARENA_DEBUG) && defined(__has_feature)
#if __has_feature(address_sanitizer)
#define ARENA_DEBUG 1
#endif
#endif

struct ArenaChunk {
    ArenaChunk *next;
    size_t capacity; /* bytes after the header */
    size_t used;
    max_align_t storage[];
};

enum { SMALLEST_CHUNK = 4096, LARGEST_CHUNK = 1 << 20, PAGES_FROM = 32 * 1024 };

/* Larger ones have a chunk of their own. */
#ifdef ARENA_DEBUG
enum { LARGEST_SHARED = 0 };
#else
enum { LARGEST_SHARED = PAGES_FROM };
#endif

enum { HANDLERS_MOST = 4 };

static void (*exhaustion_handlers[HANDLERS_MOST])(void);
static size_t handler_count;

void arena_on_exhaustion(void (*handler)(void))
{
    for (size_t i = 0; i < handler_count; i++) {
        if (exhaustion_handlers[i] == handler)
            return;
    }
    assert(handler_count < HANDLERS_MOST);
    exhaustion_handlers[handler_count++] = handler;
}

_Noreturn void memory_exhausted(void)
{
    while (handler_count)
        exhaustion_handlers[--handler_count]();
    exit(2);
}

void *memory_resize(void *block, size_t size)
{
    void *resized = realloc(block, size ? size : 1);

    if (!resized)
        memory_exhausted();
    return resized;
}

size_t memory_sum(size_t a, size_t b)
{
    if (b > SIZE_MAX - a)
        memory_exhausted();
    return a + b;
}

size_t memory_product(size_t count, size_t size)
{
    if (size && count > SIZE_MAX / size)
        memory_exhausted();
    return count * size;
}

static ArenaChunk *chunk_new(Arena *arena, size_t capacity)
{
    ArenaChunk *chunk = memory_resize(NULL, sizeof *chunk + capacity);

    chunk->next = arena->chunks;
    chunk->capacity = capacity;
    chunk->used = 0;
    arena->chunks = chunk;
    return chunk;
}

/* glibc would keep what is given back once, and copy what grows, the larger the more; pages of their own are given back, and move. */
static void use_pages(void)
{
#ifdef __GLIBC__
    static bool done;

    if (!done)
        (void)mallopt(M_MMAP_THRESHOLD, PAGES_FROM);
    done = true;
#endif
}

/* A chunk for one large allocation, behind the newest, which goes on being used. calloc has such memory zeroed without touching it. */
static void *chunk_of_its_own(Arena *arena, size_t size)
{
    ArenaChunk *chunk;

    use_pages();
    chunk = calloc(1, sizeof *chunk + size);
    if (!chunk)
        memory_exhausted();
    chunk->capacity = chunk->used = size;
    if (arena->chunks) {
        chunk->next = arena->chunks->next;
        arena->chunks->next = chunk;
    } else {
        arena->chunks = chunk;
    }
    return chunk->storage;
}

static size_t chunk_capacity(const Arena *arena, size_t size)
{
    size_t capacity = arena->chunks ? arena->chunks->capacity * 2 : SMALLEST_CHUNK;

    if (capacity > LARGEST_CHUNK)
        capacity = LARGEST_CHUNK;
    return size > capacity ? size : capacity;
}

static size_t padded_size(size_t size)
{
    return (size + _Alignof(max_align_t) - 1) / _Alignof(max_align_t) * _Alignof(max_align_t);
}

void *arena_alloc(Arena *arena, size_t size)
{
    void *block = arena_room(arena, size);

    return padded_size(size) > LARGEST_SHARED ? block : memset(block, 0, padded_size(size));
}

void *arena_room(Arena *arena, size_t size)
{
    ArenaChunk *chunk = arena->chunks;
    size_t padded;
    char *block;

    if (size > SIZE_MAX - sizeof *chunk - sizeof(max_align_t))
        memory_exhausted();
    padded = padded_size(size);
    if (padded > LARGEST_SHARED) {
        arena->allocated += size;
        return chunk_of_its_own(arena, padded);
    }
    if (!chunk || chunk->capacity - chunk->used < padded)
        chunk = chunk_new(arena, chunk_capacity(arena, padded));
    block = (char *)chunk->storage + chunk->used;
    chunk->used += padded;
    arena->allocated += size;
    return block;
}

void *arena_alloc_array(Arena *arena, size_t count, size_t size)
{
    return arena_alloc(arena, memory_product(count, size));
}

/* The link to the chunk that holds these `size` bytes and nothing else; NULL: they share one, or are another arena's. */
static ArenaChunk **own_chunk(Arena *arena, const void *items, size_t size)
{
    for (ArenaChunk **link = &arena->chunks; *link; link = &(*link)->next) {
        if ((const void *)(*link)->storage == items)
            return (*link)->capacity == size ? link : NULL;
    }
    return NULL;
}

/* Let a block of `size` bytes have more: where it is, or with all its bytes elsewhere. NULL: it must be copied. */
static void *grow_block(Arena *arena, void *items, size_t size, size_t larger)
{
    ArenaChunk *chunk = arena->chunks, **link = size > LARGEST_SHARED ? own_chunk(arena, items, size) : NULL;

    if (link) {
        chunk = *link = memory_resize(*link, sizeof *chunk + larger);
        chunk->capacity = chunk->used = larger;
        return chunk->storage;
    }
    if (!chunk || size > chunk->used || (char *)chunk->storage + chunk->used - size != (char *)items ||
        larger - size > chunk->capacity - chunk->used)
        return NULL;
    chunk->used += larger - size;
    return items;
}

/* Many arrays stay small. */
static size_t first_capacity(size_t item_size)
{
    enum { BYTES = 32, MOST = 8 };

    return item_size > BYTES ? 1 : item_size > BYTES / MOST ? BYTES / item_size : MOST;
}

void *arena_grow(Arena *arena, void *items, size_t item_size, size_t *capacity)
{
    size_t count = *capacity, larger = count ? count * 2 : first_capacity(item_size);
    size_t size = padded_size(count * item_size), wanted;
    void *grown;

    if (larger < count || larger > (SIZE_MAX - LARGEST_CHUNK) / item_size)
        memory_exhausted();
    wanted = padded_size(larger * item_size);
    assert(items || !count); /* room is somewhere */
    grown = count ? grow_block(arena, items, size, wanted) : NULL;
    if (grown) {
        arena->allocated += wanted - size;
    } else {
        grown = arena_room(arena, wanted);
        if (count)
            memcpy(grown, items, count * item_size);
    }
    *capacity = larger;
    return grown;
}

void *arena_take_back(Arena *arena, void *items, size_t item_size, size_t *capacity)
{
    size_t size = padded_size(*capacity * item_size);
    ArenaChunk *chunk, **link = size > LARGEST_SHARED ? own_chunk(arena, items, size) : NULL;

    if (!link)
        return items;
    chunk = *link;
    *link = chunk->next;
    arena->allocated -= size;
    free(chunk);
    *capacity = 0;
    return NULL;
}

void text_buffer_add(Arena *arena, TextBuffer *buffer, Text text)
{
    while (buffer->capacity - buffer->count < text.size)
        buffer->items = arena_grow(arena, buffer->items, 1, &buffer->capacity);
    if (text.size)
        memcpy(buffer->items + buffer->count, text.bytes, text.size);
    buffer->count += text.size;
}

Text arena_copy(Arena *arena, Text text)
{
    char *copy = arena_alloc(arena, memory_sum(text.size, 1));

    if (text.size)
        memcpy(copy, text.bytes, text.size);
    return (Text){copy, text.size};
}

const char *arena_terminated(Arena *arena, Text text)
{
    return arena_copy(arena, text).bytes;
}

Text arena_printf(Arena *arena, const char *format, ...)
{
    va_list arguments;
    Text text;

    va_start(arguments, format);
    text = arena_vprintf(arena, format, arguments);
    va_end(arguments);
    return text;
}

Text arena_vprintf(Arena *arena, const char *format, va_list arguments)
{
    va_list again;
    int size;
    char *bytes;

    va_copy(again, arguments);
    size = vsnprintf(NULL, 0, format, arguments);
    if (size < 0) /* more than INT_MAX bytes */
        memory_exhausted();
    bytes = arena_alloc(arena, (size_t)size + 1);
    (void)vsnprintf(bytes, (size_t)size + 1, format, again);
    va_end(again);
    return (Text){bytes, (size_t)size};
}

Text arena_join(Arena *arena, const Text *parts, size_t count)
{
    size_t size = 0, at = 0;
    char *bytes;

    for (size_t i = 0; i < count; i++)
        size = memory_sum(size, parts[i].size);
    bytes = arena_alloc(arena, memory_sum(size, 1));
    for (size_t i = 0; i < count; i++) {
        if (parts[i].size)
            memcpy(bytes + at, parts[i].bytes, parts[i].size);
        at += parts[i].size;
    }
    return (Text){bytes, size};
}

/* `at`, or the start of the character that it is in. */
static size_t character_start(Text text, size_t at)
{
    for (size_t back = 0; back < 3 && at > 0 && at < text.size && ((unsigned char)text.bytes[at] & 0xC0) == 0x80; back++)
        at--;
    return at;
}

/* Where a blank stands that is not one alone between words; the size of the text where there is none. */
static size_t find_loose_blank(Text text)
{
    for (size_t i = 0; i < text.size; i++) {
        if (ascii_is_blank(text.bytes[i]) && (text.bytes[i] != ' ' || ascii_is_blank(text.bytes[i + 1])))
            return i;
    }
    return text.size;
}

Text arena_on_one_line(Arena *arena, Text text)
{
    size_t size;
    char *bytes;

    text = text_trim(text); /* so that a byte follows each blank */
    size = find_loose_blank(text);
    if (size == text.size)
        return text;
    bytes = arena_alloc(arena, text.size);
    memcpy(bytes, text.bytes, size);
    for (size_t i = size; i < text.size; i++) {
        bool blank = ascii_is_blank(text.bytes[i]);

        if (!blank || bytes[size - 1] != ' ')
            bytes[size++] = blank ? ' ' : text.bytes[i];
    }
    return (Text){bytes, size};
}

Text arena_shortened(Arena *arena, Text text, size_t most)
{
    static const Text gap = LITERAL("\xE2\x80\xA6");
    size_t start, end;

    if (text.size <= most)
        return text;
    start = character_start(text, (most - gap.size) * 2 / 3);
    end = text.size - (most - gap.size - start);
    while (end < text.size && ((unsigned char)text.bytes[end] & 0xC0) == 0x80)
        end++;
    return arena_join(
        arena, (const Text[]){text_slice(text, (Range){0, start}), gap, text_slice(text, (Range){end, text.size})}, 3);
}

static void free_chunks(ArenaChunk *chunk)
{
    while (chunk) {
        ArenaChunk *next = chunk->next;

        free(chunk);
        chunk = next;
    }
}

Arena *arena_within(Arena *arena)
{
    Arena *inner = ARENA_NEW(arena, Arena);

    inner->beside = arena->within;
    arena->within = inner;
    return inner;
}

static void release_within(Arena *arena)
{
    for (Arena *inner = arena->within; inner; inner = inner->beside)
        arena_release(inner);
    arena->within = NULL;
}

void arena_reset(Arena *arena)
{
#ifdef ARENA_DEBUG
    arena_release(arena);
#else
    ArenaChunk *kept = arena->chunks;

    release_within(arena);
    arena->allocated = 0;
    if (!kept)
        return;
    free_chunks(kept->next);
    kept->next = NULL;
    kept->used = 0;
    if (kept->capacity > LARGEST_CHUNK)
        arena_release(arena);
#endif
}

void arena_release(Arena *arena)
{
    release_within(arena);
    free_chunks(arena->chunks);
    arena->chunks = NULL;
    arena->allocated = 0;
}
