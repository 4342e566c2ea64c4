/*
 * Keys as text. A sequence is written the way people type it, what is not a character in angle brackets:
 *
 *     "]q"      ->  ']'  'q'                 read "]q"
 *     "<C-w>h"  ->  Ctrl+'w'  'h'            read "^Wh"
 *     "m{char}" ->  'm'  any character       read "m{char}"
 *     "<S-Tab>" ->  Shift+Tab                read "S-Tab"
 *
 * Two spellings of what no terminal tells apart are one key: "<C-D>" is "<C-d>". "<C-i>" and "<Tab>", which some do, are two.
 */
#include "keys/key.h"

#include "base/nearest.h"

enum { NAME_BYTES = 10 };

typedef struct KeyName {
    char name[NAME_BYTES];
    uint32_t code;
} KeyName;

/* The first name of a code is the one that is written; the others are what vim's users are used to. */
static const KeyName names[] = {
#define SPECIAL(ID, name) {name, KEY_SPECIAL_##ID},
    SPECIAL_KEYS(SPECIAL)
#undef SPECIAL
        {"Space", ' '},
    {"lt", '<'},
    {"gt", '>'},
    {"Return", KEY_SPECIAL_ENTER},
    {"CR", KEY_SPECIAL_ENTER},
    {"Escape", KEY_SPECIAL_ESCAPE},
    {"BS", KEY_SPECIAL_BACKSPACE},
    {"Delete", KEY_SPECIAL_DELETE},
    {"Insert", KEY_SPECIAL_INSERT},
    {"PageUp", KEY_SPECIAL_PAGE_UP},
    {"PageDown", KEY_SPECIAL_PAGE_DOWN},
};

enum { NAME_COUNT = COUNT_OF(names) };

static const Text any_character = LITERAL("{char}");

bool key_equal(Key a, Key b)
{
    return a.code == b.code && a.modifiers == b.modifiers;
}

bool key_sequence_equal(const KeySequence *a, const KeySequence *b)
{
    if (a->count != b->count)
        return false;
    for (int i = 0; i < a->count; i++) {
        if (!key_equal(a->keys[i], b->keys[i]))
            return false;
    }
    return true;
}

static bool is_character(Key key)
{
    return key.modifiers == 0 && key.code >= ' ' && key.code < KEY_FIRST_SPECIAL;
}

bool key_sequence_begins(const KeySequence *start, const KeySequence *whole)
{
    if (start->count > whole->count)
        return false;
    for (int i = 0; i < start->count; i++) {
        if (!key_equal(whole->keys[i], start->keys[i]) &&
            (whole->keys[i].code != KEY_ANY_CHARACTER || !is_character(start->keys[i])))
            return false;
    }
    return true;
}

static bool is_special(uint32_t code)
{
    return code > KEY_FIRST_SPECIAL && code < KEY_AFTER_SPECIAL;
}

static bool is_control(uint32_t code)
{
    return code < 0x20 || (code >= 0x7f && code < 0xa0);
}

/* ---- reading ---- */

/* "C-", "M-" (or "A-") and "S-" at the start of `inside`; the size of what was read. */
static size_t read_modifiers(Text inside, unsigned char *modifiers)
{
    size_t at = 0;

    for (; inside.size - at > 2 && inside.bytes[at + 1] == '-'; at += 2) {
        switch (ascii_to_lower(inside.bytes[at])) {
        case 'c':
            *modifiers |= MODIFIER_CTRL;
            break;
        case 'm':
        case 'a':
            *modifiers |= MODIFIER_META;
            break;
        case 's':
            *modifiers |= MODIFIER_SHIFT;
            break;
        default:
            return at;
        }
    }
    return at;
}

/* A key's name, or one character, without modifiers. */
static bool read_name(Text name, uint32_t *code)
{
    size_t size;

    for (size_t i = 0; i < NAME_COUNT; i++) {
        if (text_equal_ignoring_case(name, text_from(names[i].name))) {
            *code = names[i].code;
            return true;
        }
    }
    if (name.size == 0)
        return false;
    *code = utf8_decode(name, 0, &size);
    return size == name.size && !is_control(*code);
}

static Text unknown_name_message(Text bracketed, Text name, Arena *arena)
{
    Text known[NAME_COUNT], nearest;

    for (size_t i = 0; i < NAME_COUNT; i++)
        known[i] = text_from(names[i].name);
    nearest = nearest_name(name, known, NAME_COUNT);
    if (nearest.size == 0)
        return arena_printf(arena, "unknown key \"%.*s\"; for the character itself write <lt>", TEXT_ARGS(bracketed));
    return arena_printf(arena, "unknown key \"%.*s\"; did you mean <%.*s%.*s>?", TEXT_ARGS(bracketed),
                        (int)(name.bytes - bracketed.bytes) - 1, bracketed.bytes + 1, TEXT_ARGS(nearest));
}

/* Ctrl with a character is one of the 32 control characters, some of which are keys of their own. */
static bool fold_control(Key *key)
{
    if (key->code == ' ')
        key->code = '@';
    if (key->code < 0x80)
        key->code = (unsigned char)ascii_to_lower((char)key->code);
    if (key->code != '[')
        return (key->code >= '@' && key->code <= '_') || (key->code >= 'a' && key->code <= 'z');
    key->code = KEY_SPECIAL_ESCAPE;
    key->modifiers &= (unsigned char)~MODIFIER_CTRL;
    return true;
}

/* "<…>", brackets included. */
static bool read_bracketed(Text bracketed, Key *key, Arena *arena, Text *message)
{
    Text inside = text_slice(bracketed, (Range){1, bracketed.size - 1});
    size_t start = read_modifiers(inside, &key->modifiers);
    Text name = text_slice(inside, (Range){start, inside.size});

    if (!read_name(name, &key->code)) {
        *message = unknown_name_message(bracketed, name, arena);
        return false;
    }
    if (is_special(key->code))
        return true;
    if (key->modifiers & MODIFIER_SHIFT) {
        *message = arena_printf(arena, "\"%.*s\": S- goes with named keys only; for a letter write the capital itself",
                                TEXT_ARGS(bracketed));
        return false;
    }
    if ((key->modifiers & MODIFIER_CTRL) && !fold_control(key)) {
        *message = arena_printf(arena, "\"%.*s\": C- goes with a letter, one of @ \\ ] ^ _ or a named key",
                                TEXT_ARGS(bracketed));
        return false;
    }
    return true;
}

/* Size of the "<…>" at the start of `text`: "<M->>" ends at its last bracket. 0: it has no end. */
static size_t bracketed_size(Text text)
{
    unsigned char modifiers = 0;
    Text inside = text_slice(text, (Range){1, text.size});
    size_t end;

    if (inside.size == 0)
        return 0;
    end = text_find_byte(inside, '>', read_modifiers(inside, &modifiers) + 1);
    return end == TEXT_NOT_FOUND ? 0 : end + 2;
}

/* One key at the start of `text`; the size of it, 0 with a message when it is wrong. */
static size_t read_key(Text text, Key *key, Arena *arena, Text *message)
{
    size_t size;

    *key = (Key){0};
    if (text_starts_with(text, any_character)) {
        key->code = KEY_ANY_CHARACTER;
        return any_character.size;
    }
    if (text.bytes[0] == '<') {
        size = bracketed_size(text);
        if (size == 0) {
            *message = arena_printf(arena, "\"<\" without \">\"; for the character itself write <lt>");
            return 0;
        }
        return read_bracketed((Text){text.bytes, size}, key, arena, message) ? size : 0;
    }
    key->code = utf8_decode(text, 0, &size);
    if (key->code == ' ') {
        *message = arena_printf(arena, "a blank between keys; for the key itself write <Space>");
        return 0;
    }
    if (is_control(key->code)) {
        *message = arena_printf(arena, "a control character; write <C-x>, <Tab>, <Enter> or the like");
        return 0;
    }
    return size;
}

bool key_sequence_parse(Text text, KeySequence *sequence, Arena *arena, Text *message)
{
    sequence->count = 0;
    if (text.size == 0) {
        *message = arena_printf(arena, "no key given");
        return false;
    }
    for (size_t at = 0; at < text.size;) {
        size_t size;

        if (sequence->count == MOST_BINDING_KEYS) {
            *message = limit_message(LIMIT_BINDING_KEYS, 0, arena);
            return false;
        }
        size = read_key((Text){text.bytes + at, text.size - at}, &sequence->keys[sequence->count], arena, message);
        if (size == 0)
            return false;
        sequence->count++;
        at += size;
    }
    return true;
}

/* ---- writing ---- */

enum { KEY_BYTES = 32, SEQUENCE_BYTES = MOST_BINDING_KEYS * (KEY_BYTES + 1) };

/* A text that grows in a buffer of known size: what does not fit is left out. */
typedef struct Writer {
    char *bytes;
    size_t size, capacity;
} Writer;

static void put_text(Writer *writer, Text text)
{
    for (size_t i = 0; i < text.size && writer->size < writer->capacity; i++)
        writer->bytes[writer->size++] = text.bytes[i];
}

static void put_character(Writer *writer, uint32_t code)
{
    char bytes[4];

    put_text(writer, (Text){bytes, utf8_encode(code, bytes)});
}

/* The name of a code that is no plain character; empty for the others. */
static Text code_name(uint32_t code)
{
    if (code == KEY_ANY_CHARACTER)
        return any_character;
    for (size_t i = 0; i < NAME_COUNT; i++) {
        if (names[i].code == code)
            return text_from(names[i].name);
    }
    return (Text){0};
}

/* Arrows are drawn, because that is what stands on the key; "<" and ">" need no name outside brackets. */
static Text readable_name(uint32_t code)
{
    switch (code) {
    case KEY_SPECIAL_UP:
        return TEXT("↑");
    case KEY_SPECIAL_DOWN:
        return TEXT("↓");
    case KEY_SPECIAL_LEFT:
        return TEXT("←");
    case KEY_SPECIAL_RIGHT:
        return TEXT("→");
    case '<':
    case '>':
        return (Text){0};
    default:
        return code_name(code);
    }
}

static void put_readable_key(Writer *writer, Key key)
{
    Text name = readable_name(key.code);

    if (key.modifiers & MODIFIER_META)
        put_text(writer, TEXT("M-"));
    if (key.modifiers & MODIFIER_SHIFT)
        put_text(writer, TEXT("S-"));
    if (key.modifiers & MODIFIER_CTRL)
        put_text(writer, name.size ? TEXT("C-") : TEXT("^"));
    if (name.size)
        put_text(writer, name);
    else if ((key.modifiers & MODIFIER_CTRL) && key.code < 0x80 && ascii_is_lower((char)key.code))
        put_character(writer, key.code - ('a' - 'A'));
    else
        put_character(writer, key.code);
}

/* Is it written as a word, which wants a blank to its neighbours? */
static bool is_word(Key key)
{
    return key.code != KEY_ANY_CHARACTER && ((key.modifiers & MODIFIER_META) || readable_name(key.code).size > 0);
}

Text key_sequence_format(const KeySequence *sequence, Arena *arena)
{
    char bytes[SEQUENCE_BYTES];
    Writer writer = {bytes, 0, sizeof bytes};

    for (int i = 0; i < sequence->count; i++) {
        if (i > 0 && (is_word(sequence->keys[i - 1]) || is_word(sequence->keys[i])))
            put_text(&writer, TEXT(" "));
        put_readable_key(&writer, sequence->keys[i]);
    }
    return arena_copy(arena, (Text){bytes, writer.size});
}

static void put_written_key(Writer *writer, Key key)
{
    Text name = key.code == '>' ? (Text){0} : code_name(key.code);
    bool plain = key.modifiers == 0 && (name.size == 0 || key.code == KEY_ANY_CHARACTER);

    if (!plain)
        put_text(writer, TEXT("<"));
    if (key.modifiers & MODIFIER_CTRL)
        put_text(writer, TEXT("C-"));
    if (key.modifiers & MODIFIER_META)
        put_text(writer, TEXT("M-"));
    if (key.modifiers & MODIFIER_SHIFT)
        put_text(writer, TEXT("S-"));
    if (name.size)
        put_text(writer, name);
    else
        put_character(writer, key.code);
    if (!plain)
        put_text(writer, TEXT(">"));
}

Text key_sequence_write(const KeySequence *sequence, Arena *arena)
{
    char bytes[SEQUENCE_BYTES];
    Writer writer = {bytes, 0, sizeof bytes};

    for (int i = 0; i < sequence->count; i++)
        put_written_key(&writer, sequence->keys[i]);
    return arena_copy(arena, (Text){bytes, writer.size});
}
