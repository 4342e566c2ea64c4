/* First the glyphs, then the roles: each stack of roles is a letter that the legend below explains. */
#include "canvas_text.h"

static void append_glyphs(Arena *arena, TextBuffer *out, const Canvas *canvas)
{
    for (int row = 0; row < canvas->rows; row++) {
        const Cell *cells = canvas->cells + row * canvas->columns;
        int end = canvas->columns;

        while (end > 0 && cells[end - 1].length == 0 && cells[end - 1].columns == 1)
            end--;
        for (int column = 0; column < end; column++) {
            if (cells[column].length > 0)
                text_buffer_add(arena, out, (Text){cells[column].bytes, cells[column].length});
            else if (cells[column].columns > 0)
                text_buffer_add(arena, out, TEXT(" "));
        }
        text_buffer_add(arena, out, TEXT("\n"));
    }
}

static int top_layer(RoleStack stack)
{
    int layer = LAYER_COUNT - 1;

    while (layer > 0 && stack.roles[layer] == ROLE_NONE)
        layer--;
    return layer;
}

/* The letters of role stacks. A stack takes the first letter of its uppermost role's name that is free, so that a change in one corner
 * of the screen leaves the others' letters alone. */
typedef struct Letters {
    RoleStack stacks[128];
    bool taken[128];
    char order[128]; /* of first appearance */
    size_t count;
} Letters;

static bool take_letter(Letters *letters, char letter, RoleStack stack)
{
    size_t index = (unsigned char)letter;

    if (letters->taken[index])
        return false;
    letters->taken[index] = true;
    letters->stacks[index] = stack;
    letters->order[letters->count++] = letter;
    return true;
}

static char choose_letter(Letters *letters, RoleStack stack)
{
    Text name = role_name((Role)stack.roles[top_layer(stack)]);

    for (size_t i = 0; i < name.size; i++) {
        char upper = ascii_is_lower(name.bytes[i]) ? (char)(name.bytes[i] - ('a' - 'A')) : name.bytes[i];

        if (!ascii_is_lower(name.bytes[i]))
            continue;
        if (take_letter(letters, name.bytes[i], stack))
            return name.bytes[i];
        if (take_letter(letters, upper, stack))
            return upper;
    }
    for (int letter = '0'; letter <= 'z'; letter++) {
        if (take_letter(letters, (char)letter, stack))
            return (char)letter;
    }
    return '?'; /* more stacks than letters */
}

static char letter_of(Letters *letters, RoleStack stack)
{
    for (size_t i = 0; i < letters->count; i++) {
        char letter = letters->order[i];

        if (role_stack_same(letters->stacks[(unsigned char)letter], stack))
            return letter;
    }
    return choose_letter(letters, stack);
}

static void append_roles(Arena *arena, TextBuffer *out, const Canvas *canvas, Letters *letters)
{
    for (int row = 0; row < canvas->rows; row++) {
        size_t start = out->count;

        for (int column = 0; column < canvas->columns; column++) {
            char letter = letter_of(letters, canvas->cells[row * canvas->columns + column].roles);

            text_buffer_add(arena, out, (Text){&letter, 1});
        }
        while (out->count > start && out->items[out->count - 1] == ' ')
            out->count--;
        text_buffer_add(arena, out, TEXT("\n"));
    }
}

/* What few texts have; told only where it is. */
static bool is_emphasis(int layer)
{
    return layer >= LAYER_BOLD && layer <= LAYER_UNDERLINE;
}

static void append_legend(Arena *arena, TextBuffer *out, const Letters *letters)
{
    for (size_t i = 0; i < letters->count; i++) {
        RoleStack stack = letters->stacks[(unsigned char)letters->order[i]];

        if (letters->order[i] == ' ')
            continue;
        text_buffer_add(arena, out, (Text){&letters->order[i], 1});
        for (int layer = 0; layer <= top_layer(stack); layer++) {
            if (stack.roles[layer] == ROLE_NONE && is_emphasis(layer))
                continue;
            text_buffer_add(arena, out, layer == 0 ? TEXT(" ") : TEXT(" + "));
            text_buffer_add(arena, out,
                            stack.roles[layer] == ROLE_NONE ? TEXT("-") : role_name((Role)stack.roles[layer]));
        }
        text_buffer_add(arena, out, TEXT("\n"));
    }
}

Text canvas_to_text(Arena *arena, const Canvas *canvas, bool with_roles)
{
    TextBuffer out = {0};
    Letters letters = {0};

    append_glyphs(arena, &out, canvas);
    if (with_roles) {
        (void)take_letter(&letters, ' ', role_stack(ROLE_NONE));
        (void)take_letter(&letters, '.', role_stack(ROLE_TEXT));
        text_buffer_add(arena, &out, TEXT("\n"));
        append_roles(arena, &out, canvas, &letters);
        text_buffer_add(arena, &out, TEXT("\n"));
        append_legend(arena, &out, &letters);
    }
    return (Text){out.items, out.count};
}
