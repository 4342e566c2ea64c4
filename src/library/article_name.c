/* The headline is folded as searches fold it: "Zoë’s Œuvre" becomes "zoe’s oeuvre", and what is then no letter or digit parts words. */
#include "library/article_name.h"

#include "base/iso_date.h"
#include "base/unicode/fold.h"

enum { HEADLINE_BYTES_SEEN = 400, LETTERS_LEAST = 3 };

static bool is_day(Text date)
{
    if (date.size < ISO_WHOLE_DATE.end)
        return false;
    for (size_t i = 0; i < ISO_WHOLE_DATE.end; i++) {
        if (i == ISO_YEAR.end || i == ISO_MONTH.end ? date.bytes[i] != '-' : !ascii_is_digit(date.bytes[i]))
            return false;
    }
    return true;
}

/* An apostrophe does not part a word. */
static size_t apostrophe_size(Text text, size_t at)
{
    static const Text signs[] = {LITERAL("'"), LITERAL("’")};

    for (size_t i = 0; i < COUNT_OF(signs); i++) {
        if (text_starts_with(text_slice(text, (Range){at, text.size}), signs[i]))
            return signs[i].size;
    }
    return 0;
}

/* The letters and digits of a text, words parted by hyphens. */
static void add_words(Arena *arena, TextBuffer *name, Text text)
{
    bool parted = name->count > 0;
    size_t size;

    for (size_t at = 0; at < text.size; at += size) {
        char byte = ascii_to_lower(text.bytes[at]);

        size = apostrophe_size(text, at);
        if (size)
            continue;
        size = 1;
        if (!ascii_is_alnum(byte)) {
            parted = name->count > 0;
            continue;
        }
        if (parted)
            text_buffer_add(arena, name, TEXT("-"));
        text_buffer_add(arena, name, (Text){&byte, 1});
        parted = false;
    }
}

/* At the end of a word, unless that is very long. */
static Text shortened(Text name)
{
    size_t end = ARTICLE_NAME_LONGEST;

    if (name.size <= ARTICLE_NAME_LONGEST)
        return name;
    while (end > ARTICLE_NAME_LONGEST / 2 && name.bytes[end] != '-')
        end--;
    if (name.bytes[end] != '-')
        end = ARTICLE_NAME_LONGEST;
    return text_slice(name, (Range){0, end});
}

Text article_name(Arena *arena, Text date, Text headline)
{
    Text seen = text_slice(headline, (Range){0, HEADLINE_BYTES_SEEN});
    TextBuffer name = {0};
    size_t before;

    date = text_trim(date);
    if (is_day(date))
        text_buffer_add(arena, &name, text_slice(date, ISO_WHOLE_DATE));
    before = name.count;
    add_words(arena, &name, fold_copy(arena, seen));
    if (name.count < before + LETTERS_LEAST)
        add_words(arena, &name, arena_printf(arena, "%08x", (unsigned)text_hash(headline)));
    return shortened(text_buffer_text(&name));
}
