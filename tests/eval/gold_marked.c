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

void gold_read_names(Arena *arena, Text names, GoldQuote *quote)
{
    Text name;

    for (size_t at = 0; text_next_part(names, ';', &at, &name);) {
        name = text_trim(name);
        if (is_name(name))
            ARRAY_PUSH(arena, quote->names, name);
    }
}

/* A text as it is put together from a marked one. */
typedef struct Unmarked {
    Arena *arena;
    GoldDocument *document;
    char *bytes;
    size_t size;
} Unmarked;

static void add_text(Unmarked *unmarked, Text text)
{
    for (size_t i = 0; i < text.size; i++)
        unmarked->bytes[unmarked->size++] = text.bytes[i];
}

/* What stands between "[[" and "]]", cut at its bars. */
typedef struct Mark {
    Text words, first, second; /* `second` is empty when there is one bar */
} Mark;

static bool cut_mark(Text inside, Mark *mark)
{
    size_t bar = text_find_byte(inside, '|', 0), second;

    if (bar == TEXT_NOT_FOUND)
        return false;
    second = text_find_byte(inside, '|', bar + 1);
    mark->words = text_slice(inside, (Range){0, bar});
    mark->first = text_slice(inside, (Range){bar + 1, second == TEXT_NOT_FOUND ? inside.size : second});
    mark->second = second == TEXT_NOT_FOUND ? (Text){0} : text_slice(inside, (Range){second + 1, inside.size});
    return true;
}

typedef bool ReadMark(Unmarked *unmarked, const Mark *mark, Range range);

static bool read_quote_mark(Unmarked *unmarked, const Mark *mark, Range range)
{
    Text kind = mark->second.size ? mark->second : TEXT("name");
    GoldQuote quote = {.range = range, .type = type_of(mark->words), .speaker_type = kind};

    quote.attributed = !text_equal(mark->first, TEXT("?"));
    if (quote.attributed) {
        quote.speaker_text = mark->first;
        gold_read_names(unmarked->arena, mark->first, &quote);
    }
    ARRAY_PUSH(unmarked->arena, unmarked->document->quotes, quote);
    return true;
}

static bool read_name_mark(Unmarked *unmarked, const Mark *mark, Range range)
{
    GoldName name = {.range = range, .identity = mark->second};

    if (!gold_entity_type(mark->first, &name.type))
        return false;
    ARRAY_PUSH(unmarked->arena, unmarked->document->names, name);
    return true;
}

/* The text without its marks; each of them read. */
static bool read_marks(Unmarked *unmarked, Text marked, ReadMark *read)
{
    size_t end;

    unmarked->bytes = ARENA_ARRAY(unmarked->arena, char, marked.size + 1);
    for (size_t at = 0; at < marked.size; at = end + 2) {
        size_t open = text_find(marked, TEXT("[["), at), start;
        Mark mark;

        add_text(unmarked, text_slice(marked, (Range){at, open == TEXT_NOT_FOUND ? marked.size : open}));
        if (open == TEXT_NOT_FOUND)
            break;
        end = text_find(marked, TEXT("]]"), open);
        if (end == TEXT_NOT_FOUND || !cut_mark(text_slice(marked, (Range){open + 2, end}), &mark))
            return false;
        start = unmarked->size;
        add_text(unmarked, mark.words);
        if (!read(unmarked, &mark, (Range){start, unmarked->size}))
            return false;
    }
    unmarked->document->text = (Text){unmarked->bytes, unmarked->size};
    return true;
}

bool gold_read_marked(Arena *arena, Text marked, Text id, GoldDocument *document, const char **why)
{
    Unmarked unmarked = {.arena = arena, .document = document};

    *document = (GoldDocument){.id = id, .source = LITERAL("marked")};
    *why = "[[quotation|speaker]] or [[quotation|speaker|pronoun]]";
    return read_marks(&unmarked, marked, read_quote_mark);
}

/* "¶" and the blanks around it become an empty line. */
static Text paragraphs(Arena *arena, Text line)
{
    char *bytes = ARENA_ARRAY(arena, char, line.size + 1);
    Text mark = TEXT("¶");
    size_t size = 0;

    for (size_t at = 0; at < line.size; at++) {
        if (!text_starts_with(text_slice(line, (Range){at, line.size}), mark)) {
            bytes[size++] = line.bytes[at];
            continue;
        }
        size -= size && bytes[size - 1] == ' ';
        bytes[size++] = '\n';
        bytes[size++] = '\n';
        at += mark.size - 1;
        at += at + 1 < line.size && line.bytes[at + 1] == ' ';
    }
    return (Text){bytes, size};
}

bool gold_read_marked_names(Arena *arena, Text marked, Text id, GoldDocument *document, const char **why)
{
    Unmarked unmarked = {.arena = arena, .document = document};

    *document = (GoldDocument){.id = id, .source = LITERAL("marked")};
    *why = "[[name|person]] or [[name|person|identity]]";
    return read_marks(&unmarked, paragraphs(arena, marked), read_name_mark);
}
