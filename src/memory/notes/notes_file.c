/*
 * Reading is strict in what it says and mild in what it takes. Where the form of the YAML is broken, the parser ends at the first mistake;
 * then each item of a list, which begins with a "-" in the column of the first, is read for itself:
 *
 *     notes:
 *       - id: 5f0c11d2
 *         note: Ask her.
 *       - id: [8812ab04          a mistake: told, with its line
 *       - id: 91be0277           read
 *         note: >-
 *           The desk knows.
 */
#include "memory/notes/notes_file.h"

static Text *text_of_key(Note *note, Text key)
{
    for (NoteField i = 0; i < NOTE_FIELD_COUNT; i++) {
        if (text_equal(key, note_field_key(i)))
            return &note->fields[i];
    }
    return NULL;
}

static void tell_unknown(const YamlNode *node, Report *report)
{
    Text keys[NOTE_FIELD_COUNT];

    if (text_starts_with(node->key->text, TEXT("x-")))
        return;
    for (NoteField i = 0; i < NOTE_FIELD_COUNT; i++)
        keys[i] = note_field_key(i);
    yaml_unknown_key(node, "a note", keys, NOTE_FIELD_COUNT, report);
}

static void check_highlight(const Note *note, Report *report)
{
    const YamlNode *node = yaml_get(note->node, note_field_key(NOTE_HIGHLIGHT));
    int number;

    if (note->fields[NOTE_HIGHLIGHT].size && node)
        (void)yaml_int(node, 1, NOTE_HIGHLIGHTS, report, &number);
}

/* What a person wrote by hand has no id: it gets the same one wherever the file is read. */
static void complete(Arena *arena, Note *note)
{
    if (note->fields[NOTE_ID].size == 0)
        note->fields[NOTE_ID] = note_make_id(arena, note);
}

static void read_note(NotesFile *file, Arena *arena, NoteList list, const YamlNode *node, Report *report)
{
    Note note = {.list = list, .node = node};
    bool good = true;

    if (!yaml_expect(node, YAML_MAPPING, "a note: a mapping with id, text and note", report))
        return;
    YAML_EACH(child, node) {
        Text *text = text_of_key(&note, child->key->text);

        if (!text)
            tell_unknown(child, report);
        else
            good = yaml_long_text(child, "a text", report, text) && good;
    }
    if (!good)
        return;
    check_highlight(&note, report);
    complete(arena, &note);
    ARRAY_PUSH(arena, file->notes, note);
}

static void read_list(NotesFile *file, Arena *arena, NoteList list, const YamlNode *node, Report *report)
{
    if (!node || (node->kind == YAML_SCALAR && node->text.size == 0))
        return;
    if (!yaml_expect(node, YAML_SEQUENCE, "a list of notes", report))
        return;
    YAML_EACH(child, node)
        read_note(file, arena, list, child, report);
}

/* ---- item by item ---- */

typedef struct Recovery {
    NotesFile *file;
    Arena *arena;
    Report *report;
    NoteList list;          /* NOTE_LIST_COUNT: in none */
    size_t indent;          /* of its items; SIZE_MAX: none has come */
    size_t line;            /* number of the current one */
    size_t item, item_line; /* where the item began; SIZE_MAX: none */
} Recovery;

/* What is wrong with an item, by its lines in the file. */
static void add_problems(Recovery *recovery, const Report *problems)
{
    for (size_t i = 0; i < problems->problems.count; i++) {
        const Problem *problem = &problems->problems.items[i];

        report_add(recovery->report, problem->severity, problem->line + recovery->item_line - 1, problem->column,
                   "%.*s", TEXT_ARGS(problem->message));
    }
}

static void end_item(Recovery *recovery, size_t end)
{
    Text text = text_slice(recovery->file->source, (Range){recovery->item, end});
    const YamlNode *items;
    Report problems;

    if (recovery->item == SIZE_MAX)
        return;
    report_init(&problems, recovery->arena, recovery->report->path);
    items = yaml_parse(recovery->arena, text, &problems);
    if (items && items->kind == YAML_SEQUENCE && problems.error_count == 0)
        read_list(recovery->file, recovery->arena, recovery->list, items, &problems);
    add_problems(recovery, &problems);
    recovery->item = SIZE_MAX;
}

static NoteList list_of_line(Text line)
{
    for (NoteList list = 0; list < NOTE_LIST_COUNT; list++) {
        Text key = note_list_key(list);

        if (text_starts_with(line, key) && line.size > key.size && line.bytes[key.size] == ':')
            return list;
    }
    return NOTE_LIST_COUNT;
}

static void take_line(Recovery *recovery, Text line, size_t at)
{
    size_t indent = 0;

    while (indent < line.size && line.bytes[indent] == ' ')
        indent++;
    if (indent == line.size || line.bytes[indent] == '#')
        return;
    if (line.bytes[indent] == '-' && recovery->list != NOTE_LIST_COUNT &&
        (recovery->indent == SIZE_MAX || indent <= recovery->indent)) {
        end_item(recovery, at);
        recovery->indent = recovery->indent == SIZE_MAX ? indent : recovery->indent;
        recovery->item = at;
        recovery->item_line = recovery->line;
    } else if (indent == 0 && line.bytes[0] != '-') {
        end_item(recovery, at);
        recovery->list = list_of_line(line);
        recovery->indent = SIZE_MAX;
    }
}

static void read_items(NotesFile *file, Arena *arena, Report *report)
{
    Recovery recovery = {file, arena, report, NOTE_LIST_COUNT, SIZE_MAX, 1, SIZE_MAX, 0};
    size_t at = utf8_mark_size(file->source), end;

    for (; at < file->source.size; recovery.line++) {
        end = yaml_next_line_end(file->source, at);
        take_line(&recovery, text_slice(file->source, (Range){at, end}), at);
        at = end + yaml_line_end(file->source, end);
    }
    end_item(&recovery, file->source.size);
}

/* ---- all of it ---- */

static void read_tree(NotesFile *file, Arena *arena, Report *report)
{
    const YamlNode *version;

    if (!yaml_expect(file->root, YAML_MAPPING, "keys with values, such as \"notes:\" with a list", report)) {
        file->is_sound = false;
        return;
    }
    version = yaml_get(file->root, TEXT("quoin-notes"));
    if (version && !(version->kind == YAML_SCALAR && text_equal(version->text, TEXT("1")))) {
        report_add(report, SEVERITY_ERROR, version->line, version->column,
                   "this quoin reads version 1 of files of notes only");
        file->is_sound = false;
        return;
    }
    for (NoteList list = 0; list < NOTE_LIST_COUNT; list++)
        read_list(file, arena, list, yaml_get(file->root, note_list_key(list)), report);
}

void notes_file_read(NotesFile *file, Arena *arena, Text source, Report *report)
{
    Report problems;

    *file = (NotesFile){.source = source, .is_sound = true, .is_clean = true};
    if (yaml_says_nothing(source))
        return;
    report_init(&problems, arena, report->path);
    file->root = yaml_parse(arena, source, &problems);
    file->is_sound = file->root && problems.error_count == 0;
    file->is_clean = false;
    if (file->is_sound) {
        read_tree(file, arena, &problems);
    } else if (source.size <= MOST_ARTICLE_BYTES) {
        size_t before = report->error_count;

        read_items(file, arena, report);
        if (report->error_count > before)
            return;
    }
    file->is_clean = file->is_sound && problems.problems.count == 0;
    for (size_t i = 0; i < problems.problems.count; i++) {
        const Problem *problem = &problems.problems.items[i];

        report_add(report, problem->severity, problem->line, problem->column, "%.*s", TEXT_ARGS(problem->message));
    }
}

NotesSubject notes_subject(const Article *article)
{
    return (NotesSubject){.title = text_trim(article_field(article, FIELD_TITLE)),
                          .source = article_field(article, FIELD_SOURCE),
                          .date = article_field(article, FIELD_DATE),
                          .url = article_field(article, FIELD_URL),
                          .id = article_field(article, FIELD_ID)};
}
