/*
 * A word of a program's call is copied with the values in place of what stands for them.
 *
 *     vim  +%l  %f        and line 12 of a.yaml        vim  +12  a.yaml
 */
#include "base/system/program.h"

typedef struct Filling {
    Arena *arena;
    Text address, file, line;
    bool has_target; /* a word has a place for the address or the file */
} Filling;

static Text value_of(Filling *filling, char letter)
{
    switch (letter) {
    case 'u':
        filling->has_target = true;
        return filling->address;
    case 'f':
        filling->has_target = true;
        return filling->file;
    case 'l':
        return filling->line;
    default:
        return TEXT("%");
    }
}

static const char *filled_word(Filling *filling, Text word)
{
    TextBuffer filled = {0};
    size_t start = 0, at;

    while ((at = text_find_byte(word, '%', start)) != TEXT_NOT_FOUND && at + 1 < word.size) {
        text_buffer_add(filling->arena, &filled, text_slice(word, (Range){start, at}));
        text_buffer_add(filling->arena, &filled, value_of(filling, word.bytes[at + 1]));
        start = at + 2;
    }
    text_buffer_add(filling->arena, &filled, text_slice(word, (Range){start, word.size}));
    ARRAY_PUSH(filling->arena, filled, '\0');
    return filled.items;
}

static bool has_nul(Text text)
{
    return text_find_byte(text, '\0', 0) != TEXT_NOT_FOUND;
}

const char *const *program_arguments(Arena *arena, ProgramWords words, const ProgramValues *values)
{
    Filling filling = {arena, values->address, values->file, values->line, false};
    ARRAY(const char *) arguments = {0};

    if (words.count == 0 || has_nul(values->address) || has_nul(values->file) || has_nul(values->line))
        return NULL;
    if (text_starts_with(values->file, TEXT("-")))
        filling.file = arena_join(arena, (const Text[]){TEXT("./"), values->file}, 2);
    for (size_t i = 0; i < words.count; i++)
        ARRAY_PUSH(arena, arguments, filled_word(&filling, words.items[i]));
    if (!filling.has_target && (values->address.size || values->file.size))
        ARRAY_PUSH(arena, arguments, filled_word(&filling, filling.address.size ? TEXT("%u") : TEXT("%f")));
    ARRAY_PUSH(arena, arguments, NULL);
    return arguments.items;
}
