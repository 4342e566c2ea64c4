/* Two brackets and two bars are looked for; everything else is text. */
#include "eval/gold.h"

#include "base/text.h"

/* "direct" when it begins like a sentence, "fragment" when in small letters. */
static Text type_of(Text quotation)
{
    size_t size;

    for (size_t at = 0; at < quotation.size; at += size) {
        (void)utf8_decode(quotation, at, &size);
        if (size == 1 && ascii_is_lower(quotation.bytes[at]))
            return TEXT("fragment");
        if (size == 1 && ascii_is_upper(quotation.bytes[at]))
            break;
    }
    return TEXT("direct");
}

/* Does the last word begin with a capital? "a spokesman for the union" is nobody's name: only the words count
 * then. */
static bool is_name(Text phrase)
{
    size_t last = phrase.size;

    while (last > 0 && phrase.bytes[last - 1] != ' ')
        last--;
    return last < phrase.size && !ascii_is_lower(phrase.bytes[last]);
}

/* "Ines Farrow; Tom Brekke", or "?". */
static void read_names(Arena *arena, Text names, GoldQuote *quote)
{
    Text name;

    if (text_equal(names, TEXT("?")))
        return;
    quote->attributed = true;
    quote->speaker_text = names;
    for (size_t at = 0; text_next_part(names, ';', &at, &name);) {
        name = text_trim(name);
        if (is_name(name))
            ARRAY_PUSH(arena, quote->names, name);
    }
}

/* What stands between "[[" and "]]": quotation, names, how they are named. The quotation is added to `text`
 * at `*size`. */
static bool read_mark(Arena *arena, Text inside, char *text, size_t *size, GoldDocument *document)
{
    size_t bar = text_find_byte(inside, '|', 0), second;
    Text quotation;
    GoldQuote quote = {0};

    if (bar == TEXT_NOT_FOUND)
        return false;
    second = text_find_byte(inside, '|', bar + 1);
    quotation = text_slice(inside, (Range){0, bar});
    quote.range = (Range){*size, *size + bar};
    quote.type = type_of(quotation);
    quote.speaker_type =
        second == TEXT_NOT_FOUND ? TEXT("name") : text_slice(inside, (Range){second + 1, inside.size});
    read_names(arena, text_slice(inside, (Range){bar + 1, second == TEXT_NOT_FOUND ? inside.size : second}),
               &quote);
    for (size_t i = 0; i < bar; i++)
        text[(*size)++] = inside.bytes[i];
    ARRAY_PUSH(arena, document->quotes, quote);
    return true;
}

bool gold_read_marked(Arena *arena, Text marked, Text id, GoldDocument *document, const char **why)
{
    char *text = ARENA_ARRAY(arena, char, marked.size + 1);
    size_t size = 0, end;

    *document = (GoldDocument){.id = id, .source = TEXT("marked")};
    for (size_t at = 0; at < marked.size; at = end) {
        size_t open = text_find(marked, TEXT("[["), at);

        if (open == TEXT_NOT_FOUND)
            open = marked.size;
        while (at < open)
            text[size++] = marked.bytes[at++];
        if (open == marked.size)
            break;
        end = text_find(marked, TEXT("]]"), open);
        if (end == TEXT_NOT_FOUND ||
            !read_mark(arena, text_slice(marked, (Range){open + 2, end}), text, &size, document)) {
            *why = "[[quotation|speaker]] or [[quotation|speaker|pronoun]]";
            return false;
        }
        end += 2;
    }
    document->text = (Text){text, size};
    return true;
}
