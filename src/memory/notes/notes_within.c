/*
 * Comments are looked for line by line, outside of quoted and of block texts:
 *
 *     # mine                  a comment, to the end of the line
 *     - note: "who # asks?"   none
 *       text: |-              what is further in than the key is text
 *         # 3 on the list
 *       # mine                not this
 */
#include "memory/notes/notes_within.h"

#include "base/yaml/yaml_edit.h"

/* ---- comments ---- */

typedef struct Comments {
    Text source;
    char quote;   /* of a text that goes on; 0: none does */
    size_t block; /* the column of the key of a block text that goes on; SIZE_MAX: none does */
} Comments;

static bool is_blank(char byte)
{
    return byte == ' ' || byte == '\t';
}

/* Where the first key or text of a line stands, behind the "- " of items. */
static size_t column_of(Text line)
{
    size_t at = 0;

    while (at < line.size &&
           (is_blank(line.bytes[at]) || (line.bytes[at] == '-' && at + 1 < line.size && is_blank(line.bytes[at + 1]))))
        at++;
    return at;
}

static size_t indent_of(Text line)
{
    size_t at = 0;

    while (at < line.size && line.bytes[at] == ' ')
        at++;
    return at;
}

/* Can a quoted text begin here? */
static bool begins_value(Text line, size_t at)
{
    while (at > 0 && is_blank(line.bytes[at - 1]))
        at--;
    return at == 0 || strchr(":,[{-", line.bytes[at - 1]);
}

/* Ends a line, without its comment, in the sign of a block text: "|", ">-", "|2"? */
static bool begins_block(Text line)
{
    size_t at = line.size;

    while (at > 0 && strchr("+-0123456789", line.bytes[at - 1]))
        at--;
    return at > 1 && strchr("|>", line.bytes[at - 1]) && is_blank(line.bytes[at - 2]) && begins_value(line, at - 1);
}

/* Where the comment of a line begins; its size: there is none. What is quoted may go on in the next line. */
static size_t comment_of(Comments *comments, Text line)
{
    for (size_t at = 0; at < line.size; at++) {
        char byte = line.bytes[at];

        if (comments->quote == '"' && byte == '\\')
            at++;
        else if (comments->quote && byte == comments->quote)
            comments->quote = 0;
        else if (!comments->quote && (byte == '"' || byte == '\'') && begins_value(line, at))
            comments->quote = byte;
        else if (!comments->quote && byte == '#' && (at == 0 || is_blank(line.bytes[at - 1])))
            return at;
    }
    return line.size;
}

/* The comment of a line; empty: it has none. */
static Text take_line(Comments *comments, Text line)
{
    bool is_empty = text_trim(line).size == 0;
    size_t at;

    if (comments->block != SIZE_MAX && (is_empty || indent_of(line) > comments->block))
        return (Text){0};
    comments->block = SIZE_MAX;
    at = comment_of(comments, line);
    if (!comments->quote && begins_block(text_trim(text_slice(line, (Range){0, at}))))
        comments->block = column_of(line);
    return text_trim(text_slice(line, (Range){at, line.size}));
}

static bool has_comments(Text source, Text all)
{
    Comments comments = {source, 0, SIZE_MAX};

    for (size_t at = utf8_mark_size(source), end; at < source.size; at = end + yaml_line_end(source, end)) {
        Text comment;

        end = yaml_next_line_end(source, at);
        comment = take_line(&comments, text_slice(source, (Range){at, end}));
        if (comment.size && !text_equal(comment, TEXT(NOTES_HEADING)) && text_find(all, comment, 0) == TEXT_NOT_FOUND)
            return false;
    }
    return true;
}

/* ---- keys ---- */

static bool is_in(const YamlNode *node, const YamlNode *mapping)
{
    const YamlNode *there = mapping ? yaml_get(mapping, node->key->text) : NULL;

    return there && yaml_same(node, there);
}

/* What the program writes of the article, which may have another title by now. */
static bool is_subject(const YamlNode *node)
{
    static const Text keys[] = {LITERAL("title"), LITERAL("source"), LITERAL("date"), LITERAL("url"), LITERAL("id")};

    if (node->kind != YAML_MAPPING)
        return false;
    YAML_EACH(child, node) {
        if (text_index_of(child->key->text, keys, COUNT_OF(keys)) == COUNT_OF(keys))
            return false;
    }
    return true;
}

static bool has_keys(const YamlNode *root, const YamlNode *all)
{
    YAML_EACH(child, root) {
        Text key = child->key->text;
        bool is_own = text_equal(key, TEXT("quoin-notes")) || (text_equal(key, TEXT("article")) && is_subject(child));

        for (NoteList list = 0; list < NOTE_LIST_COUNT; list++)
            is_own = is_own || text_equal(key, note_list_key(list));
        if (!is_own && !is_in(child, all))
            return false;
    }
    return true;
}

static const YamlNode *node_with_id(const NotesFile *file, const Note *note)
{
    for (size_t i = 0; i < file->notes.count; i++) {
        const Note *there = &file->notes.items[i];

        if (there->list == note->list && text_equal(note_field(there, NOTE_ID), note_field(note, NOTE_ID)))
            return there->node;
    }
    return NULL;
}

static bool is_field_key(Text key)
{
    for (NoteField i = 0; i < NOTE_FIELD_COUNT; i++) {
        if (text_equal(key, note_field_key(i)))
            return true;
    }
    return false;
}

static bool has_keys_of_note(const Note *note, const NotesFile *file)
{
    YAML_EACH(child, note->node) {
        if (!is_field_key(child->key->text) && !is_in(child, node_with_id(file, note)))
            return false;
    }
    return true;
}

bool notes_within(const NotesFile *copy, const NotesFile *file)
{
    if (!copy->is_clean || !has_keys(copy->root, file->root) || !has_comments(copy->source, file->source))
        return false;
    for (size_t i = 0; i < copy->notes.count; i++) {
        if (!has_keys_of_note(&copy->notes.items[i], file))
            return false;
    }
    return true;
}
