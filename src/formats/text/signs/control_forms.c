/*
 * Most lines are letters and sequences, one after the other:
 *
 *     ESC[1mcommit ESC[mabc      ->  ""  "commit " bold  ""  "abc"
 *
 * Where a line goes back, by a backspace or CR, what it shows is known only at its end: it is written into the cells of a window first
 * (cell_window.h), and its pieces are waiting until they are asked for.
 */
#include "formats/text/signs/control_forms.h"

#include "formats/text/signs/cell_window.h"
#include "formats/text/signs/control_sequence.h"

#define BACKSPACE '\b'

/* A CR after which the line goes on. */
static bool returns(Text line)
{
    for (size_t at = text_find_byte(line, '\r', 0); at != TEXT_NOT_FOUND; at = text_find_byte(line, '\r', at + 1)) {
        if (at + 1 < line.size && line.bytes[at + 1] != '\r' && line.bytes[at + 1] != '\n')
            return true;
    }
    return false;
}

static bool has_c1(Text text)
{
    for (size_t at = text_find_byte(text, '\xC2', 0); at != TEXT_NOT_FOUND; at = text_find_byte(text, '\xC2', at + 1)) {
        if (control_sequence_begins(text, at))
            return true;
    }
    return false;
}

static bool has_escape(Text text)
{
    return text_find_byte(text, '\x1B', 0) != TEXT_NOT_FOUND || has_c1(text);
}

bool control_forms_has(Text text)
{
    return has_escape(text) || text_find_byte(text, BACKSPACE, 0) != TEXT_NOT_FOUND || returns(text);
}

/* Does the line go back: by backspace, CR, or "ESC [ G"? */
static bool moves_back(Text line)
{
    if (text_find_byte(line, BACKSPACE, 0) != TEXT_NOT_FOUND || returns(line))
        return true;
    if (!has_escape(line))
        return false;
    for (size_t at = text_find_byte(line, 'G', 0); at != TEXT_NOT_FOUND; at = text_find_byte(line, 'G', at + 1)) {
        size_t start = at - (at > 0 && (line.bytes[at - 1] == '0' || line.bytes[at - 1] == '1'));

        if (start > 0 && (line.bytes[start - 1] == '[' || line.bytes[start - 1] == '\x9B'))
            return true;
    }
    return false;
}

unsigned control_styles(unsigned attributes)
{
    return (attributes & ~(unsigned)SGR_REVERSE) | (attributes & SGR_REVERSE ? EMPHASIS_BOLD : 0);
}

static bool is_its_source(const ControlPiece *piece, Text line)
{
    return piece->text.bytes == line.bytes + piece->source.start && piece->text.size == range_size(piece->source);
}

/* Has `piece` the form of `last`, and is the text of both what stands in the line, or nothing? */
static bool goes_on(const ControlPiece *last, const ControlPiece *piece, Text line)
{
    return last->styles == piece->styles && text_equal(last->link, piece->link) &&
           ((is_its_source(last, line) && is_its_source(piece, line)) ||
            (last->text.size == 0 && piece->text.size == 0));
}

void control_state_add(ControlState *state, Text line, ControlPiece piece, Arena *arena)
{
    if (state->pieces.count) {
        ControlPiece *last = &state->pieces.items[state->pieces.count - 1];

        if (goes_on(last, &piece, line)) {
            last->source.end = piece.source.end;
            last->text.size += piece.text.size;
            return;
        }
    }
    ARRAY_PUSH(arena, state->pieces, piece);
}

/* Control characters that say nothing to a reader: BEL, backspace, CR at the end, and SO and SI, which change character sets. */
static bool is_silent(char byte)
{
    return byte == '\x07' || byte == BACKSPACE || byte == '\r' || byte == '\x0E' || byte == '\x0F';
}

static void obey(ControlState *state, const ControlSequence *sequence, Arena *arena)
{
    if (sequence->kind == CONTROL_ATTRIBUTES)
        state->styles = control_attributes(state->styles, sequence->said);
    else if (sequence->kind == CONTROL_LINK)
        state->link = sequence->said.size ? arena_copy(arena, sequence->said) : (Text){0};
}

/* ---- lines that only go on ---- */

static size_t plain_end(Text line, size_t at)
{
    while (at < line.size && !is_silent(line.bytes[at]) && !control_sequence_begins(line, at))
        at++;
    return at;
}

static bool next_in_order(ControlState *state, Text line, size_t *at, ControlPiece *piece, Arena *arena)
{
    size_t end = *at < line.size ? plain_end(line, *at) : *at;

    if (*at >= line.size)
        return false;
    *piece = (ControlPiece){.source = {*at, end}, .text = text_slice(line, (Range){*at, end})};
    if (end == *at) {
        piece->source.end = end + 1;
        if (control_sequence_begins(line, end)) {
            ControlSequence sequence = control_sequence_read(line, end);

            obey(state, &sequence, arena);
            piece->source.end = sequence.end;
        }
    }
    piece->styles = control_styles(state->styles);
    piece->link = state->link;
    *at = piece->source.end;
    return true;
}

/* ---- lines that go back ---- */

static void read_sequence(ControlState *state, Text line, Arena *arena)
{
    ControlSequence sequence = control_sequence_read(line, state->read);

    obey(state, &sequence, arena);
    if (sequence.kind == CONTROL_RETURN)
        cell_window_return(state->window);
    else if (sequence.kind == CONTROL_ERASE_REST || sequence.kind == CONTROL_ERASE_LINE)
        cell_window_erase(state->window, sequence.kind == CONTROL_ERASE_LINE);
    state->read = sequence.end;
}

static void read_one(ControlState *state, Text line, Arena *arena)
{
    char byte = line.bytes[state->read];
    size_t size = 1;

    if (control_sequence_begins(line, state->read)) {
        read_sequence(state, line, arena);
        return;
    }
    if (byte == BACKSPACE) {
        cell_window_back(state->window);
    } else if (byte == '\r') {
        cell_window_return(state->window);
    } else if (!is_silent(byte)) {
        (void)utf8_decode(line, state->read, &size);
        cell_window_put(state->window, state, state->read, size);
    }
    state->read += size;
}

/* False: the line is at its end. */
static bool read_some(ControlState *state, Text line, Arena *arena)
{
    if (state->finished)
        return false;
    state->pieces.count = state->taken = 0;
    while (state->pieces.count == 0 && state->read < line.size)
        read_one(state, line, arena);
    if (state->read == line.size) {
        cell_window_finish(state->window, state);
        state->finished = true;
    }
    return state->pieces.count > 0;
}

static void begin_line(ControlState *state, Text line, Arena *arena)
{
    state->moves = moves_back(line);
    if (!state->moves)
        return;
    state->pieces.count = state->taken = state->read = 0;
    state->finished = false;
    if (!state->window)
        state->window = cell_window_new(arena);
    cell_window_begin(state->window, line);
}

bool control_forms_next(ControlState *state, Text line, size_t *at, ControlPiece *piece, Arena *arena)
{
    if (*at == 0)
        begin_line(state, line, arena);
    if (!state->moves)
        return next_in_order(state, line, at, piece, arena);
    if (state->taken == state->pieces.count && !read_some(state, line, arena))
        return false;
    *piece = state->pieces.items[state->taken++];
    *at = piece->source.end;
    return true;
}
