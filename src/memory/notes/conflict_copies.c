/*
 * The names, of the file 5f0c11d2.yaml:
 *
 *     5f0c11d2.sync-conflict-20260309-101112-ABCDEFG.yaml           Syncthing
 *     5f0c11d2 (conflicted copy 2026-03-09 101112).yaml             Nextcloud
 *     5f0c11d2_conflict-20260309-101112.yaml                        ownCloud
 *     5f0c11d2 (Signe's conflicted copy 2026-03-09).yaml            Dropbox
 *     5f0c11d2 (SFConflict signe@desk 2026-03-09-10-11-12).yaml     Seafile
 *     5f0c11d2.unmerged.yaml                                        quoin
 *
 * so a copy has its file's name, with a sign between its stem and its ending. Marks of git stand at the start of a line, where a text of
 * the form never does.
 */
#include "memory/notes/conflict_copies.h"

#include "base/yaml/yaml.h"

static const Text conflict_signs[] = {LITERAL(".sync-conflict-"), LITERAL("conflicted copy"), LITERAL("_conflict-"),
                                      LITERAL("(SFConflict"), LITERAL(".unmerged")};

/* Where the ending of a name begins; its size where there is none. */
static size_t ending_of(Text name)
{
    size_t at = name.size;

    while (at > 0 && name.bytes[at - 1] != '.')
        at--;
    return at ? at - 1 : name.size;
}

bool conflict_copy_of(Text copy, Text name)
{
    size_t ending = ending_of(name);
    Text stem = text_slice(name, (Range){0, ending}), rest;

    if (copy.size <= name.size || !text_starts_with(copy, stem) ||
        !text_ends_with(copy, text_slice(name, (Range){ending, name.size})))
        return false;
    rest = text_slice(copy, (Range){stem.size, copy.size - (name.size - ending)});
    if (!strchr(" ._", rest.bytes[0]))
        return false;
    for (size_t i = 0; i < COUNT_OF(conflict_signs); i++) {
        if (text_find(rest, conflict_signs[i], 0) != TEXT_NOT_FOUND)
            return true;
    }
    return false;
}

Text conflict_copy_name(Arena *arena, Text name)
{
    size_t ending = ending_of(name);

    return arena_join(arena,
                      (const Text[]){text_slice(name, (Range){0, ending}), TEXT(".unmerged"),
                                     text_slice(name, (Range){ending, name.size})},
                      3);
}

/* ---- marks of git ---- */

typedef enum Side { SIDE_BOTH, SIDE_OURS, SIDE_BASE, SIDE_THEIRS } Side;

static bool is_mark(Text line, char sign)
{
    enum { MARK_SIZE = 7 };
    size_t at = 0;

    while (at < line.size && line.bytes[at] == sign)
        at++;
    return at == MARK_SIZE && (at == line.size || line.bytes[at] == ' ' || line.bytes[at] == '\r');
}

/* The side that a mark begins; the same one: it is no mark. A mark out of its order is text. */
static Side side_after(Side side, Text line)
{
    if (side == SIDE_BOTH)
        return is_mark(line, '<') ? SIDE_OURS : side;
    if (side == SIDE_OURS && is_mark(line, '|'))
        return SIDE_BASE;
    if ((side == SIDE_OURS || side == SIDE_BASE) && is_mark(line, '='))
        return SIDE_THEIRS;
    return side == SIDE_THEIRS && is_mark(line, '>') ? SIDE_BOTH : side;
}

bool conflict_sides(Arena *arena, Text source, Text sides[2])
{
    TextBuffer buffers[2] = {{0}, {0}};
    Side side = SIDE_BOTH;
    size_t conflicts = 0;

    if (text_find(source, TEXT("<<<<<<<"), 0) == TEXT_NOT_FOUND)
        return false;
    for (size_t at = 0, end; at < source.size; at = end) {
        size_t line = text_find_byte(source, '\n', at);
        Side next;

        end = line == TEXT_NOT_FOUND ? source.size : line + 1;
        next = side_after(side, text_slice(source, (Range){at, line == TEXT_NOT_FOUND ? end : line}));
        conflicts += side == SIDE_BOTH && next == SIDE_OURS;
        if (next == side && (side == SIDE_BOTH || side == SIDE_OURS))
            text_buffer_add(arena, &buffers[0], text_slice(source, (Range){at, end}));
        if (next == side && (side == SIDE_BOTH || side == SIDE_THEIRS))
            text_buffer_add(arena, &buffers[1], text_slice(source, (Range){at, end}));
        side = next;
    }
    sides[0] = text_buffer_text(&buffers[0]);
    sides[1] = text_buffer_text(&buffers[1]);
    return conflicts > 0 && side == SIDE_BOTH;
}
