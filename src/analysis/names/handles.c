/*
 * A handle is entered with its "@", so that no name is the same. Behind a name in brackets it is that of the name; else it is its person's who
 * alone has a name that makes it: Ines Farrow is @InesFarrow, @ines_farrow, @ifarrow, @farrowines, @DrInesFarrow. Figures and "_" at its end
 * tell it from those of others.
 */
#include "analysis/names/handles.h"

#include <string.h>

enum { CONFIDENCE_HANDLE = 90, HANDLE_SHORTEST = 3 /* bytes, with the sign */ };

static bool is_of_handle(char byte)
{
    return ascii_is_alnum(byte) || byte == '_';
}

/* The bytes of the handle; empty where none begins. */
static Range handle_range(const NameScan *scan, size_t token)
{
    Text text = scan->article->text;
    size_t start = token_start(scan->tokens, token), end = start + 1;

    if (tokens_word(scan->tokens, token)->sign != '@' || (start > 0 && !strchr(" \n(\"", text.bytes[start - 1])))
        return (Range){0};
    while (end < text.size && is_of_handle(text.bytes[end]))
        end++;
    return end - start < HANDLE_SHORTEST ? (Range){0} : (Range){start, end};
}

/* The name that ends before the bracket in which the handle stands; NO_NAME: there is none. */
static uint32_t name_before(NameScan *scan, size_t start)
{
    Text text = scan->article->text;
    Range name = {0};

    if (start < 2 || text.bytes[start - 1] != '(' || text.bytes[start - 2] != ' ')
        return NO_NAME;
    if (scan->next_person > 0)
        name = range_widen(scan->people[scan->next_person - 1].range);
    if (name.end == start - 2)
        return name_enter(&scan->table, text_slice(text, name));
    if (scan->mentions.count && scan->mentions.items[scan->mentions.count - 1].range.end == start - 2)
        return scan->mentions.items[scan->mentions.count - 1].name;
    return NO_NAME;
}

size_t scan_take_handle(NameScan *scan, size_t token)
{
    Range range = handle_range(scan, token), key = range;
    uint32_t owner, handle;

    if (range_is_empty(range))
        return token;
    while (key.end > key.start + HANDLE_SHORTEST && !ascii_is_alpha(scan->article->text.bytes[key.end - 1]))
        key.end--;
    owner = name_before(scan, range.start);
    handle = name_enter(&scan->table, text_slice(scan->article->text, key));
    if (handle != NO_NAME) {
        ARRAY_PUSH(scan->arena, scan->mentions, ((NameMention){range_shorten(range), handle, CONFIDENCE_HANDLE}));
        if (owner != NO_NAME && owner != handle)
            scan->table.names.items[handle].long_form = owner + 1;
    }
    while (token < scan->token_count && token_start(scan->tokens, token) < range.end)
        token++;
    return token;
}

static Text first_word(Text folded)
{
    size_t size = text_find_byte(folded, ' ', 0);

    return text_slice(folded, (Range){0, size});
}

static Text last_word(Text folded)
{
    size_t start = folded.size;

    while (start && folded.bytes[start - 1] != ' ')
        start--;
    return text_slice(folded, (Range){start, folded.size});
}

bool handle_of_name(Text folded, size_t way, FoldedName *handle)
{
    static const Text titles[] = {LITERAL("@"), LITERAL("@dr"), LITERAL("@real")};
    enum { ORDERS = HANDLE_WAYS / COUNT_OF(titles) };
    Text first = first_word(folded), last = last_word(folded);
    size_t order = way % ORDERS;

    if (first.size == 0 || first.size == folded.size)
        return false;
    if (order == 1)
        first.size = 1; /* ifarrow */
    folded_name_append(handle, titles[way / ORDERS]);
    folded_name_append(handle, order == 3 ? last : first);
    folded_name_append(handle, order == 2 ? TEXT("_") : (Text){0});
    folded_name_append(handle, order == 3 ? first : last);
    return true;
}
