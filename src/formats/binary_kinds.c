/*
 * A table of what files begin with. What is in none of its rows shows by its control characters: one in twelve of compressed or encrypted
 * bytes is one; texts have those that move a cursor, end what a terminal is told (BEL, in links) or choose character sets (SO, SI).
 */
#include "formats/binary_kinds.h"

enum { BINARY_ONLY = 1, BINARY_STARTS = 2 }; /* traits; STARTS: what is `within` is what it begins with */

typedef struct BinaryKind {
    size_t offset;
    Text magic, within;
    unsigned traits;
    Text name;
    const char *cure, *stream_cure;
} BinaryKind;

static const BinaryKind kinds[] = {
#define BINARY(offset, magic, within, traits, name, cure, stream_cure) \
    {offset, LITERAL(magic), LITERAL(within), traits, LITERAL(name), cure, stream_cure},
#include "formats/binary_kinds.def"
#undef BINARY
};

static bool is_control(char byte)
{
    return ((unsigned char)byte < 0x20 && !strchr("\a\b\t\n\v\f\r\x0E\x0F\x1A\x1B", byte)) || byte == 0x7F;
}

/* Is any of eight bytes a control character, of whatever kind? The highest bit of each tells (Mycroft 1987, in the Usenet's comp.lang.c). */
static bool has_controls(const char *bytes)
{
    const uint64_t ones = UINT64_MAX / 255, tops = ones << 7;
    uint64_t word, deletes;

    memcpy(&word, bytes, sizeof word);
    deletes = word ^ ones * 0x7F;
    return (((word - ones * 0x20) & ~word) | ((deletes - ones) & ~deletes)) & tops;
}

bool is_binary(Text head)
{
    enum { TEXT_HAS_ONE_IN = 32, LOOKED_AT = 8 * 1024 };
    size_t nul = 0, control = 0;

    head = text_slice(head, (Range){0, LOOKED_AT});
    for (size_t i = 0; i < head.size; i++) {
        if (i % sizeof(uint64_t) == 0 && i + sizeof(uint64_t) <= head.size && !has_controls(head.bytes + i))
            i += sizeof(uint64_t) - 1;
        else if (head.bytes[i] == '\0')
            nul++;
        else
            control += is_control(head.bytes[i]);
    }
    return nul > head.size - head.size / 4 || control * TEXT_HAS_ONE_IN > head.size - nul;
}

static bool is_of(const BinaryKind *kind, Text head)
{
    if (!text_starts_with(text_slice(head, (Range){kind->offset, head.size}), kind->magic))
        return false;
    if (kind->traits & BINARY_STARTS ? !text_starts_with(head, kind->within)
                                     : text_find(head, kind->within, 0) == TEXT_NOT_FOUND)
        return false;
    return !(kind->traits & BINARY_ONLY) || is_binary(head) || text_find_byte(head, '\0', 0) != TEXT_NOT_FOUND;
}

/* ---- commands ---- */

static bool is_plain_for_shell(Text name)
{
    for (size_t i = 0; i < name.size; i++) {
        if (!ascii_is_alnum(name.bytes[i]) && !strchr("._/+:@,=-", name.bytes[i]))
            return false;
    }
    return name.size > 0;
}

/* As one word that is no option: it's a -> 'it'\''s a' */
static void add_name(Arena *arena, TextBuffer *command, Text name)
{
    bool is_plain = is_plain_for_shell(name);
    Text part;

    if (text_starts_with(name, TEXT("-")))
        text_buffer_add(arena, command, TEXT("./"));
    if (is_plain) {
        text_buffer_add(arena, command, name);
        return;
    }
    text_buffer_add(arena, command, TEXT("'"));
    for (size_t at = 0; at < name.size;) {
        size_t quote = text_find_byte(name, '\'', at);

        part = text_slice(name, (Range){at, quote == TEXT_NOT_FOUND ? name.size : quote});
        text_buffer_add(arena, command, part);
        at += part.size;
        if (at < name.size)
            text_buffer_add(arena, command, TEXT("'\\''"));
        at++;
    }
    text_buffer_add(arena, command, TEXT("'"));
}

Text shell_command(Arena *arena, const char *command, Text path)
{
    TextBuffer filled = {0};

    for (; *command; command++) {
        if (*command == '%')
            add_name(arena, &filled, path);
        else
            text_buffer_add(arena, &filled, (Text){command, 1});
    }
    text_buffer_add(arena, &filled, TEXT(" | quoin"));
    return text_buffer_text(&filled);
}

Text shell_pipe(Arena *arena, const char *command)
{
    return arena_join(arena, (const Text[]){TEXT("… | "), text_from(command), TEXT(" | quoin")}, 3);
}

static Text advice(Arena *arena, const BinaryKind *kind, Text path, Text forms)
{
    Text command;

    if (!*kind->cure)
        return arena_join(arena, (const Text[]){TEXT("; quoin reads articles in "), forms}, 2);
    if (!path.size && !*kind->stream_cure)
        return arena_join(arena,
                          (const Text[]){TEXT("; save it to a file and try \""),
                                         shell_command(arena, kind->cure, TEXT("FILE")), TEXT("\"")},
                          3);
    command = path.size ? shell_command(arena, kind->cure, path) : shell_pipe(arena, kind->stream_cure);
    return arena_join(arena, (const Text[]){TEXT("; try \""), command, TEXT("\"")}, 3);
}

Text binary_kind_message(Arena *arena, Text head, Text path, Text forms)
{
    for (size_t i = 0; i < COUNT_OF(kinds); i++) {
        if (is_of(&kinds[i], head))
            return arena_join(arena, (const Text[]){TEXT("is "), kinds[i].name, advice(arena, &kinds[i], path, forms)},
                              3);
    }
    return (Text){0};
}
