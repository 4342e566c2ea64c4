/* A line is short, so that what is typed in its middle moves the rest. */
#include "ui/cells/prompt.h"

#include <string.h>

#include "base/unicode/unicode.h"

void prompt_clear(Prompt *prompt, PromptKind kind)
{
    *prompt = (Prompt){.kind = kind};
}

bool prompt_set(Prompt *prompt, PromptKind kind, Text text)
{
    if (text.size > PROMPT_BYTES)
        return false;
    prompt_clear(prompt, kind);
    if (text.size)
        memcpy(prompt->bytes, text.bytes, text.size);
    prompt->size = prompt->cursor = text.size;
    return true;
}

bool prompt_offer(Prompt *prompt, PromptKind kind, Text word, Text offered)
{
    char bytes[PROMPT_BYTES];

    if (word.size + offered.size > sizeof bytes)
        return false;
    memcpy(bytes, word.bytes, word.size);
    memcpy(bytes + word.size, offered.bytes, offered.size);
    (void)prompt_set(prompt, kind, (Text){bytes, word.size + offered.size});
    prompt->fixed = word.size;
    prompt->offered = true;
    return true;
}

Text prompt_text(const Prompt *prompt)
{
    return (Text){prompt->bytes, prompt->size};
}

/* ---- editing ---- */

static void erase(Prompt *prompt, size_t from, size_t to)
{
    memmove(prompt->bytes + from, prompt->bytes + to, prompt->size - to);
    prompt->size -= to - from;
    prompt->cursor = from;
    if (from < prompt->fixed)
        prompt->fixed = 0;
}

static size_t before(const Prompt *prompt)
{
    return prompt->cursor ? utf8_previous(prompt_text(prompt), prompt->cursor) : 0;
}

static size_t after(const Prompt *prompt)
{
    return prompt->cursor < prompt->size ? unicode_cluster_end(prompt_text(prompt), prompt->cursor) : prompt->size;
}

static size_t word_start(const Prompt *prompt)
{
    size_t at = prompt->cursor;

    while (at && prompt->bytes[at - 1] == ' ')
        at--;
    while (at && prompt->bytes[at - 1] != ' ')
        at--;
    return at;
}

static PromptEdit insert(Prompt *prompt, uint32_t code_point)
{
    char bytes[4];
    size_t size = utf8_encode(code_point, bytes);

    if (code_point < 0x20 || code_point == 0x7F || prompt->size + size > PROMPT_BYTES)
        return EDIT_NONE;
    if (prompt->cursor < prompt->fixed)
        prompt->fixed = 0;
    memmove(prompt->bytes + prompt->cursor + size, prompt->bytes + prompt->cursor, prompt->size - prompt->cursor);
    memcpy(prompt->bytes + prompt->cursor, bytes, size);
    prompt->size += size;
    prompt->cursor += size;
    return EDIT_CHANGED;
}

static PromptEdit move_to(Prompt *prompt, size_t cursor)
{
    prompt->cursor = cursor;
    return EDIT_MOVED;
}

static PromptEdit erase_to(Prompt *prompt, size_t from, size_t to)
{
    if (from == to)
        return EDIT_MOVED;
    erase(prompt, from, to);
    return EDIT_CHANGED;
}

static PromptEdit edit_control(Prompt *prompt, uint32_t letter)
{
    switch (letter) {
    case 'a':
        return move_to(prompt, 0);
    case 'e':
        return move_to(prompt, prompt->size);
    case 'b':
        return move_to(prompt, before(prompt));
    case 'f':
        return move_to(prompt, after(prompt));
    case 'u':
        return erase_to(prompt, prompt->cursor > prompt->fixed ? prompt->fixed : 0, prompt->cursor);
    case 'k':
        return erase_to(prompt, prompt->cursor, prompt->size);
    case 'w':
        return erase_to(prompt, word_start(prompt), prompt->cursor);
    case 'c':
    case 'g':
        return EDIT_CANCELLED;
    default:
        return EDIT_NONE;
    }
}

PromptEdit prompt_edit(Prompt *prompt, Key key)
{
    bool offered = prompt->offered;

    if (key.modifiers & MODIFIER_META)
        return EDIT_NONE;
    prompt->offered = false;
    if (offered && !key.modifiers && key.code >= 0x20 && key.code < KEY_FIRST_SPECIAL && key.code != 0x7F)
        erase(prompt, prompt->fixed, prompt->size);
    if (key.modifiers & MODIFIER_CTRL)
        return edit_control(prompt, key.code);
    switch (key.code) {
    case KEY_SPECIAL_ENTER:
        return EDIT_ACCEPTED;
    case KEY_SPECIAL_ESCAPE:
        return EDIT_CANCELLED;
    case KEY_SPECIAL_BACKSPACE:
        return prompt->size == 0 ? EDIT_CANCELLED : erase_to(prompt, before(prompt), prompt->cursor);
    case KEY_SPECIAL_DELETE:
        return erase_to(prompt, prompt->cursor, after(prompt));
    case KEY_SPECIAL_LEFT:
        return move_to(prompt, before(prompt));
    case KEY_SPECIAL_RIGHT:
        return move_to(prompt, after(prompt));
    case KEY_SPECIAL_HOME:
        return move_to(prompt, 0);
    case KEY_SPECIAL_END:
        return move_to(prompt, prompt->size);
    default:
        return key.code < KEY_FIRST_SPECIAL ? insert(prompt, key.code) : EDIT_NONE;
    }
}

/* ---- drawing ---- */

void prompt_put(const Prompt *prompt, Canvas *canvas, Rect area, int column)
{
    Text typed = prompt_text(prompt);
    enum { CLUSTER_COLUMNS = 8 }; /* of the widest; what cannot be shown is wider than a character */
    size_t from = 0;
    int room = area.column + area.columns - column, cursor;
    TextOrder order = canvas->order;

    for (;;) {
        cursor = (int)printable_width(text_slice(typed, (Range){from, prompt->cursor}), canvas->charset);
        if (cursor < room || from >= prompt->cursor)
            break;
        for (int more = (cursor - room) / CLUSTER_COLUMNS + 1; more > 0 && from < prompt->cursor; more--)
            from = unicode_cluster_end(typed, from);
    }
    canvas->order = ORDER_OF_TERMINAL; /* where the cursor stands, what is typed goes */
    (void)canvas_put(canvas, area, area.row, column, text_slice(typed, (Range){from, typed.size}),
                     role_stack(ROLE_PROMPT));
    canvas->order = order;
    if (room >= 1)
        canvas_show_cursor(canvas, area.row, column + cursor);
}
