/*
 * Two readers of one article, and an editor, may write the same file. So what is written is made from what stands there at that moment: the place is
 * that of who writes last, of the marks those that were set here are another, and the rest stays.
 */
#include "reading/document_memory.h"

#include <string.h>

#include "base/yaml/yaml_write.h"
#include "memory/recent.h"

enum { STAYED_SECONDS = 3 /* as long as an article is open before it counts as looked at, without a key */ };

void document_memory_release(DocumentMemory *memory)
{
    arena_release(&memory->arena);
    *memory = (DocumentMemory){.keeper = NULL};
}

/* ---- finding ---- */

static ArticleKey key_of(DocumentMemory *memory, Document *document, Text address)
{
    Article *article = document->article;
    Text url = article_field(article, FIELD_URL);

    if (!document->stream || address.size)
        return article_key(&memory->arena, article, address);
    return article_key_given(&memory->arena, article_field(article, FIELD_ID), url.size ? url : address);
}

static bool read_kept(DocumentMemory *memory, Text key, Remembered *kept, Report *report)
{
    Text name = article_key_file(&memory->arena, key), bytes;

    *kept = (Remembered){0};
    return keeper_read(memory->keeper, KEEPER_PLACES, name, &memory->arena, &bytes, report) &&
           remembered_read(kept, &memory->arena, bytes, report);
}

/* By its title; where there is none, by what was on the screen last. */
static bool is_same_text(DocumentMemory *memory, const Document *document, const Remembered *kept)
{
    if (!text_equal(kept->title, article_field(document->article, FIELD_TITLE)))
        return false;
    return kept->title.size || (kept->place.offset && place_find(&memory->search, &kept->place) != NO_OFFSET);
}

/* A text that says nothing of itself, and was edited since: by the name of its file, if it is the same text at all. */
static void find_earlier(DocumentMemory *memory, Document *document)
{
    const RecentArticle *recent;
    Remembered kept;
    RecentList list;
    Report report;
    Text bytes;

    report_init(&report, &memory->arena, TEXT("recent"));
    if (!keeper_read(memory->keeper, KEEPER_PLACES, RECENT_NAME, &memory->arena, &bytes, &report) ||
        !recent_may_name(bytes, memory->file) || !recent_read(&list, &memory->arena, bytes, &report))
        return;
    recent = recent_of_file(&list, memory->file);
    if (!recent || text_equal(recent->key, memory->key.name) || !read_kept(memory, recent->key, &kept, &report) ||
        !text_starts_with(kept.article, TEXT("content ")))
        return;
    if (!is_same_text(memory, document, &kept))
        return;
    memory->earlier = recent->key;
    memory->kept = kept;
}

bool document_memory_begin(DocumentMemory *memory, const Keeper *keeper, Document *document, Report *report)
{
    Text address;

    document_memory_release(memory);
    memory->keeper = keeper;
    if (!keeper_keeps(keeper, KEEPER_PLACES) || !document->article || document_may_grow(document))
        return true;
    address = document_file(document)->address;
    memory->key = key_of(memory, document, address);
    if (memory->key.kind == ARTICLE_KEY_NONE)
        return true;
    if (!document->stream)
        memory->file = keeper_whole_path(keeper, &memory->arena, document->path.text);
    else
        memory->file = arena_copy(&memory->arena, address);
    memory->opened = keeper_now(keeper);
    place_search_init(&memory->search, &memory->arena, document->article);
    document_memory_settle(memory, document);
    memory->placed.top_offset = 0; /* of a stream it may have been moved in already */
    if (!read_kept(memory, memory->key.name, &memory->kept, report))
        return false;
    if (memory->kept.article.size && !text_equal(memory->kept.article, memory->key.identity)) {
        report_add(report, SEVERITY_ERROR, 0, 0, "it is of another article: %.*s", TEXT_ARGS(memory->kept.article));
        memory->key.kind = ARTICLE_KEY_NONE;
        return false;
    }
    if (memory->kept.article.size == 0 && memory->key.kind == ARTICLE_KEY_CONTENT && memory->file.size)
        find_earlier(memory, document);
    return true;
}

/* ---- restoring ---- */

size_t document_memory_place(DocumentMemory *memory, Document *document, bool *lost)
{
    size_t offset, size;

    *lost = false;
    if (memory->key.kind == ARTICLE_KEY_NONE || memory->kept.article.size == 0)
        return NO_OFFSET;
    offset = place_find(&memory->search, &memory->kept.place);
    if (offset != NO_OFFSET)
        return offset;
    if (!text_equal(memory->kept.title, article_field(document->article, FIELD_TITLE)))
        return NO_OFFSET; /* another article that has the same name */
    *lost = true;
    size = article_size(document->article);
    return memory->kept.place.offset < size ? memory->kept.place.offset : size;
}

void document_memory_settle(DocumentMemory *memory, Document *document)
{
    memory->placed = document_place(document);
}

static void restore_jumps(DocumentMemory *memory, Document *document)
{
    for (size_t i = 0; i < memory->kept.jumps.count; i++) {
        size_t offset = place_find(&memory->search, &memory->kept.jumps.items[i]);

        if (offset != NO_OFFSET)
            jumps_push(&document->jumps, (Jump){offset, JUMP_FROM_TEXT});
    }
}

bool document_memory_restore(DocumentMemory *memory, Document *document)
{
    if (memory->is_restored || memory->key.kind == ARTICLE_KEY_NONE || document_shows_source(document))
        return false;
    memory->is_restored = true;
    for (size_t i = 0; i < memory->kept.marks.count; i++) {
        const RememberedMark *mark = &memory->kept.marks.items[i];
        size_t *there = &document->marks[(size_t)mark->letter];

        if (*there != NO_OFFSET)
            continue;
        *there = place_find(&memory->search, &mark->place);
        memory->placed.marks[(size_t)mark->letter] = *there;
    }
    if (document->jumps.count == 0)
        restore_jumps(memory, document);
    return true;
}

/* ---- news ---- */

/* While the source is shown, places are those of another text. */
static bool can_be_looked_at(const DocumentMemory *memory, const Document *document)
{
    return memory->key.kind != ARTICLE_KEY_NONE && document->article && !document_shows_source(document);
}

bool document_memory_has_moved(const DocumentMemory *memory, const Document *document)
{
    if (!can_be_looked_at(memory, document))
        return false;
    return memory->is_set || (memory->ended && memory->kept.state != STATE_READ) ||
           document->top_offset != memory->placed.top_offset ||
           memcmp(document->marks, memory->placed.marks, sizeof document->marks) != 0;
}

bool document_memory_has_news(const DocumentMemory *memory, const Document *document)
{
    if (!can_be_looked_at(memory, document))
        return false;
    return document_memory_has_moved(memory, document) ||
           (memory->opened && keeper_now(memory->keeper) - memory->opened >= STAYED_SECONDS);
}

void document_memory_set_state(DocumentMemory *memory, Document *document, ReadingState state)
{
    document_memory_settle(memory, document);
    memory->is_set = true;
    memory->kept.state = state;
    memory->ended = false;
}

/* ---- writing ---- */

typedef struct Saving {
    DocumentMemory *memory;
    Document *document;
    Text title;
    unsigned percent;
    bool has_moved;
    ReadingState state; /* what was written */
} Saving;

static void put_mark(Remembered *remembered, Arena *arena, char letter, PlaceAnchor place)
{
    for (size_t i = 0; i < remembered->marks.count; i++) {
        if (remembered->marks.items[i].letter == letter) {
            remembered->marks.items[i].place = place;
            return;
        }
    }
    ARRAY_PUSH(arena, remembered->marks, ((RememberedMark){letter, place}));
}

/* Those that were set here; of others that stand there nothing is known, and they stay. */
static void put_marks(const Saving *saving, Remembered *remembered, Arena *arena)
{
    for (size_t i = 0; i < MARK_COUNT; i++) {
        size_t offset = saving->document->marks[i];

        if (offset != saving->memory->placed.marks[i] && offset != NO_OFFSET)
            put_mark(remembered, arena, (char)i, place_anchor(arena, saving->document->article, offset));
    }
}

static void put_jumps(const Saving *saving, Remembered *remembered, Arena *arena)
{
    const JumpList *jumps = &saving->document->jumps;
    size_t first = jumps->count > REMEMBERED_JUMPS ? jumps->count - REMEMBERED_JUMPS : 0;

    remembered->jumps.count = 0;
    for (size_t i = first; i < jumps->count; i++)
        ARRAY_PUSH(arena, remembered->jumps, place_anchor(arena, saving->document->article, jumps->jumps[i].offset));
}

static ReadingState new_state(const Saving *saving, const Remembered *before)
{
    const DocumentMemory *memory = saving->memory;

    if (memory->is_set)
        return memory->kept.state;
    if (memory->ended)
        return STATE_READ;
    if (before->state == STATE_READ || (before->article.size && !saving->has_moved))
        return before->state;
    return STATE_READING;
}

static KeeperChange put(void *what, Arena *arena, Text before, Text *after, Report *report)
{
    Saving *saving = what;
    const DocumentMemory *memory = saving->memory;
    Remembered remembered;

    if (!remembered_read(&remembered, arena, before, report))
        return KEEPER_NOT_SO;
    if (before.size == 0 && memory->earlier.size)
        remembered = memory->kept;
    saving->state = remembered.state = new_state(saving, &remembered);
    remembered.article = memory->key.identity;
    remembered.title = article_field(saving->document->article, FIELD_TITLE);
    if (memory->file.size)
        remembered.file = memory->file;
    remembered.opened = keeper_moment(arena, keeper_now(memory->keeper));
    remembered.percent = saving->percent;
    remembered.place = place_anchor(arena, saving->document->article, saving->document->top_offset);
    put_marks(saving, &remembered, arena);
    if (memory->is_restored)
        put_jumps(saving, &remembered, arena);
    *after = remembered_write(&remembered, arena);
    return text_equal(*after, before) ? KEEPER_UNCHANGED : KEEPER_CHANGED;
}

static KeeperChange put_recent(void *what, Arena *arena, Text before, Text *after, Report *report)
{
    const Saving *saving = what;
    const DocumentMemory *memory = saving->memory;
    RecentArticle article = {memory->key.name, saving->title, memory->file, saving->state, saving->percent};
    RecentList list;

    if (!recent_read(&list, arena, before, report))
        return KEEPER_NOT_SO;
    recent_put(&list, arena, &article);
    *after = recent_write(&list, arena);
    return text_equal(*after, before) ? KEEPER_UNCHANGED : KEEPER_CHANGED;
}

/* A name that YAML cannot have is no name to open it by. */
static bool can_be_listed(const DocumentMemory *memory)
{
    Arena scratch = {0};
    bool can = memory->file.size && text_equal(yaml_writable(&scratch, memory->file), memory->file);

    arena_release(&scratch);
    return can;
}

static void take_as_written(DocumentMemory *memory, Document *document, const Saving *saving)
{
    memory->kept.article = memory->key.identity;
    memory->kept.state = saving->state;
    memory->kept.percent = saving->percent;
    memory->is_set = memory->ended = false;
    memory->opened = 0;
    document_memory_settle(memory, document);
}

bool document_memory_save(DocumentMemory *memory, Document *document, Text title, unsigned percent, Report *report)
{
    Saving saving = {.memory = memory, .document = document, .title = title, .percent = percent};
    Arena scratch = {0};
    Text name;
    bool good;

    if (!can_be_looked_at(memory, document))
        return true;
    (void)document_memory_restore(memory, document);
    saving.has_moved = document_memory_has_moved(memory, document);
    name = article_key_file(&scratch, memory->key.name);
    good = keeper_change(memory->keeper, KEEPER_PLACES, name, put, &saving, report);
    if (good && can_be_listed(memory))
        good = keeper_change(memory->keeper, KEEPER_PLACES, RECENT_NAME, put_recent, &saving, report);
    if (good && memory->earlier.size)
        good = keeper_remove(memory->keeper, KEEPER_PLACES, article_key_file(&scratch, memory->earlier), report);
    if (good) {
        memory->earlier = (Text){0};
        take_as_written(memory, document, &saving);
    }
    arena_release(&scratch);
    return good;
}
