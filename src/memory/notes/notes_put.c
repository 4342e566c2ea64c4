/*
 * Notes go into their file by edits of its source (base/yaml/yaml_edit.h). The result is read again: it must have each note as it was
 * wanted, all others as they were, and every other key. Where a form of YAML stands against that, the changed notes go to the end, under
 * the ids that they have: a file that has an id twice is read as if two devices had written it, so that the later version counts.
 */
#include "memory/notes/notes_file.h"

#include "base/yaml/yaml_edit.h"
#include "base/yaml/yaml_write.h"

typedef struct Putting {
    Arena *arena;
    const NotesFile *file;
    const Note *notes;
    size_t count;
    const NotesSubject *subject;
} Putting;

/* What is plain always; the other texts are so where that is safe. */
static YamlStyle style_of(NoteField field)
{
    return field == NOTE_AT || field == NOTE_HIGHLIGHT || field == NOTE_SPEECH ? YAML_NUMBER : YAML_PLAIN;
}

static const YamlNode *item_of(Arena *arena, const Note *note)
{
    YamlList item = yaml_list_new(arena, YAML_MAPPING);

    for (NoteField i = 0; i < NOTE_FIELD_COUNT; i++) {
        if (note->fields[i].size)
            yaml_list_add_text(&item, note_field_key(i), note->fields[i], style_of(i));
    }
    return item.node;
}

/* What the note had at a key; empty where it had none. */
static Text text_before(const Note *note, NoteField field)
{
    const YamlNode *node = yaml_get(note->node, note_field_key(field));

    return node && node->kind == YAML_SCALAR ? node->text : (Text){0};
}

/* New keys go behind the nearest of those before them in the table. */
static void edit_note(YamlEdit *edit, const Note *note)
{
    const YamlNode *after = NULL, *node;

    for (NoteField i = 0; i < NOTE_FIELD_COUNT; i++) {
        node = yaml_get(note->node, note_field_key(i));
        if (!text_equal(text_before(note, i), note->fields[i]))
            yaml_edit_set(edit, note->node, after, note_field_key(i), note->fields[i], style_of(i));
        if (node && note->fields[i].size)
            after = node;
    }
}

static void add_field(YamlList *list, const char *key, Text value)
{
    if (value.size)
        yaml_list_add_text(list, text_from(key), value, YAML_PLAIN);
}

/* A file that says nothing yet begins with what it is about. */
static Text begun_source(const Putting *putting)
{
    const NotesSubject *subject = putting->subject;
    YamlList root = yaml_list_new(putting->arena, YAML_MAPPING), about = yaml_list_new(putting->arena, YAML_MAPPING);
    SinkMemory memory = {.arena = putting->arena};
    char buffer[1024];
    Sink sink;

    sink_init(&sink, buffer, sizeof buffer, sink_write_memory, &memory);
    sink_text(&sink, putting->file->source);
    if (putting->file->source.size == 0)
        sink_string(&sink, NOTES_HEADING "\n");
    else if (putting->file->source.bytes[putting->file->source.size - 1] != '\n')
        sink_byte(&sink, '\n');
    yaml_list_add_text(&root, TEXT("quoin-notes"), TEXT("1"), YAML_NUMBER);
    add_field(&about, "title", subject->title);
    add_field(&about, "source", subject->source);
    add_field(&about, "date", subject->date);
    add_field(&about, "url", subject->url);
    add_field(&about, "id", subject->id);
    if (about.node->count)
        yaml_list_add(&root, TEXT("article"), about.node);
    yaml_write(&sink, root.node);
    (void)sink_flush(&sink);
    return text_buffer_text(&memory.text);
}

/* `in_place`: what was there is changed where it stands; else it stays, and all goes to the end. */
static Text put(const Putting *putting, Text source, const YamlNode *root, bool in_place)
{
    YamlList lists[NOTE_LIST_COUNT];
    YamlEdit edit;

    yaml_edit_init(&edit, putting->arena, source);
    for (NoteList list = 0; list < NOTE_LIST_COUNT; list++)
        lists[list] = yaml_list_new(putting->arena, YAML_SEQUENCE);
    for (size_t i = 0; i < putting->count; i++) {
        const Note *note = &putting->notes[i];

        if (note->node && in_place)
            edit_note(&edit, note);
        else
            yaml_list_add(&lists[note->list], (Text){0}, item_of(putting->arena, note));
    }
    for (NoteList list = 0; list < NOTE_LIST_COUNT; list++) {
        if (lists[list].node->count)
            yaml_edit_append(&edit, root, note_list_key(list), lists[list].node);
    }
    return yaml_edit_result(&edit);
}

/* ---- the check ---- */

static bool same_fields(const Note *a, const Note *b)
{
    bool same = a->list == b->list;

    for (NoteField i = 0; i < NOTE_FIELD_COUNT && same; i++)
        same = text_equal(a->fields[i], b->fields[i]);
    return same;
}

static bool is_list_key(Text key)
{
    for (NoteList list = 0; list < NOTE_LIST_COUNT; list++) {
        if (text_equal(key, note_list_key(list)))
            return true;
    }
    return false;
}

static bool is_field_key(Text key)
{
    for (NoteField i = 0; i < NOTE_FIELD_COUNT; i++) {
        if (text_equal(key, note_field_key(i)))
            return true;
    }
    return false;
}

/* Are the keys that are not the program's the same, in their order? */
static bool same_others(const YamlNode *before, const YamlNode *after, bool (*is_own)(Text key))
{
    const YamlNode *a = before ? before->first : NULL, *b = after ? after->first : NULL;

    for (;;) {
        while (a && is_own(a->key->text))
            a = a->next;
        while (b && is_own(b->key->text))
            b = b->next;
        if (!a || !b)
            return !a && !b;
        if (!text_equal(a->key->text, b->key->text) || !yaml_same(a, b))
            return false;
        a = a->next;
        b = b->next;
    }
}

/* The wanted note that takes the place of one; NULL: it stays. `*next`: where to look; both are in the order of the file. */
static const Note *wanted_for(const Putting *putting, const Note *note, size_t *next)
{
    while (*next < putting->count && (!putting->notes[*next].node || putting->notes[*next].list != note->list))
        ++*next;
    return *next < putting->count && putting->notes[*next].node == note->node ? &putting->notes[(*next)++] : NULL;
}

static const Note *next_of(const Note *notes, size_t count, NoteList list, size_t *at)
{
    while (*at < count && notes[*at].list != list)
        ++*at;
    return *at < count ? &notes[(*at)++] : NULL;
}

/* One list of the result: the notes from before, changed where they should be, then the new ones. */
static bool has_list(const Putting *putting, const NotesFile *result, NoteList list, bool in_place)
{
    const NotesFile *file = putting->file;
    size_t before = 0, after = 0, wanted = 0, next = 0;
    const Note *old, *now;

    while ((old = next_of(file->notes.items, file->notes.count, list, &before))) {
        const Note *changed = in_place ? wanted_for(putting, old, &next) : NULL;

        now = next_of(result->notes.items, result->notes.count, list, &after);
        if (!now || !same_fields(now, changed ? changed : old) || !same_others(old->node, now->node, is_field_key))
            return false;
    }
    while ((old = next_of(putting->notes, putting->count, list, &wanted))) {
        if (old->node && in_place)
            continue;
        now = next_of(result->notes.items, result->notes.count, list, &after);
        if (!now || !same_fields(now, old))
            return false;
    }
    return !next_of(result->notes.items, result->notes.count, list, &after);
}

static bool is_as_wanted(const Putting *putting, const YamlNode *root, Text source, bool in_place)
{
    Arena scratch = {0};
    Report report;
    NotesFile result;
    bool good;

    report_init(&report, &scratch, (Text){0});
    notes_file_read(&result, &scratch, source, &report);
    good = result.is_sound && same_others(root, result.root, is_list_key);
    for (NoteList list = 0; list < NOTE_LIST_COUNT && good; list++)
        good = has_list(putting, &result, list, in_place);
    arena_release(&scratch);
    return good;
}

/* ---- all together ---- */

/* Notes whose texts may stand in a source. */
static const Note *writable(Arena *arena, const Note *notes, size_t count)
{
    Note *clean = ARENA_ARRAY(arena, Note, count);

    for (size_t i = 0; i < count; i++) {
        clean[i] = notes[i];
        for (NoteField field = 0; field < NOTE_FIELD_COUNT; field++)
            clean[i].fields[field] = yaml_writable(arena, notes[i].fields[field]);
    }
    return clean;
}

Text notes_file_put(Arena *arena, const NotesFile *file, const Note *notes, size_t count, const NotesSubject *subject,
                    Report *report)
{
    Putting putting = {arena, file, writable(arena, notes, count), count, subject};
    const YamlNode *root = file->root;
    Text source = file->source, result;
    Report ignored;

    if (!root) {
        report_init(&ignored, arena, (Text){0});
        source = begun_source(&putting);
        root = yaml_parse(arena, source, &ignored);
    }
    for (int in_place = 1; in_place >= 0 && file->is_sound; in_place--) {
        result = put(&putting, source, root, in_place);
        if (result.size <= MOST_ARTICLE_BYTES && is_as_wanted(&putting, root, result, in_place))
            return result;
    }
    if (!file->is_sound)
        report_add(report, SEVERITY_ERROR, 0, 0, "it has mistakes, and is not written to until they are mended");
    else
        report_add(
            report, SEVERITY_ERROR, 0, 0,
            "it is written in a form that is not changed by a program; write its lists with a \"-\" before each note");
    return (Text){0};
}
