/*
 * Marks are told by their shape, straight ones by what stands around them; paragraph by paragraph, as a quotation ends with its paragraph. A single
 * mark inside of a quotation is one of another when a second one closes it there; all else of that shape is an apostrophe.
 */
#include "eval/other_marks.h"

#include "base/unicode/unicode.h"

#define ONE_ROW(open, close, inner_open, inner_close)                               \
    {                                                                               \
        {LITERAL(open), LITERAL(close), LITERAL(inner_open), LITERAL(inner_close)}, \
        {                                                                           \
            {0}, {0}, {0},                                                          \
            {                                                                       \
                0                                                                   \
            }                                                                       \
        }                                                                           \
    }

/* clang-format off */
const MarkWay mark_ways[] = {
    {"double-curly", ONE_ROW("“", "”", "‘", "’")},
    {"double-straight", ONE_ROW("\"", "\"", "'", "'")},
    {"mixed", {{LITERAL("“"), LITERAL("”"), LITERAL("‘"), LITERAL("’")}, {LITERAL("\""), LITERAL("\""), LITERAL("'"), LITERAL("'")}}},
    {"single-curly", ONE_ROW("‘", "’", "“", "”")},
    {"single-straight", ONE_ROW("'", "'", "\"", "\"")},
    {"german", ONE_ROW("„", "“", "‚", "‘")},
    {"guillemets", ONE_ROW("«", "»", "‹", "›")},
    {"guillemets-inwards", ONE_ROW("»", "«", "›", "‹")},
};
/* clang-format on */

const size_t mark_way_count = COUNT_OF(mark_ways);

const MarkWay *mark_way_named(Text name)
{
    for (size_t i = 0; i < mark_way_count; i++) {
        if (text_equal(name, text_from(mark_ways[i].name)))
            return &mark_ways[i];
    }
    return NULL;
}

/* ---- what stands where ---- */

static uint32_t left_of(Text text, size_t at)
{
    size_t size;

    return at ? utf8_decode(text, utf8_previous(text, at), &size) : '\n';
}

static uint32_t right_of(Text text, size_t at)
{
    size_t size;

    return at < text.size ? utf8_decode(text, at, &size) : '\n';
}

static bool is_blank(uint32_t code_point)
{
    return code_point <= ' ' || code_point == 0xA0;
}

/* May a word begin behind it? */
static bool is_before_word(uint32_t code_point)
{
    return is_blank(code_point) || code_point == '(' || code_point == '[' || code_point == '"' || code_point == '-' ||
           (code_point >= 0x2013 && code_point <= 0x2014) || code_point == 0x201C;
}

/* Size of the double mark at `at`, or 0. */
static size_t double_size(Text text, size_t at)
{
    static const Text marks[] = {LITERAL("“"), LITERAL("”"), LITERAL("\""), LITERAL("``"), LITERAL("''")};
    Text rest = {text.bytes + at, text.size - at};

    if (text_starts_with(rest, TEXT("'''")) && !is_blank(left_of(text, at)))
        return 0; /* the inner one closes first */
    for (size_t i = 0; i < COUNT_OF(marks); i++) {
        if (text_starts_with(rest, marks[i]))
            return marks[i].size;
    }
    return 0;
}

static size_t single_size(Text text, size_t at)
{
    static const Text marks[] = {LITERAL("‘"), LITERAL("’"), LITERAL("'")};
    Text rest = {text.bytes + at, text.size - at};

    for (size_t i = 0; i < COUNT_OF(marks); i++) {
        if (text_starts_with(rest, marks[i]))
            return marks[i].size;
    }
    return 0;
}

static bool double_opens(Text text, size_t at, size_t size, bool is_open)
{
    uint32_t mark = right_of(text, at);

    if (mark == 0x201C || mark == 0x201D || mark == '`')
        return mark != 0x201D;
    if (is_blank(right_of(text, at + size)))
        return !is_open && is_blank(left_of(text, at));
    return is_before_word(left_of(text, at)) || !is_open;
}

/* 6' 2" */
static bool is_inch(Text text, size_t at, bool is_open)
{
    uint32_t left = left_of(text, at);

    return text.bytes[at] == '"' && left >= '0' && left <= '9' && !is_open;
}

static bool single_opens(Text text, size_t at)
{
    size_t size = single_size(text, at);

    return size && !text_starts_with((Text){text.bytes + at, text.size - at}, TEXT("’")) &&
           is_before_word(left_of(text, at)) && unicode_is_letter(right_of(text, at + size)) &&
           double_size(text, at) == 0;
}

static bool single_closes(Text text, size_t at)
{
    size_t size = single_size(text, at);
    uint32_t left = left_of(text, at);

    return size && size != TEXT_NOT_FOUND && !is_before_word(left) && !unicode_is_alnum(right_of(text, at + size)) &&
           !text_starts_with((Text){text.bytes + at, text.size - at}, TEXT("‘")) &&
           !(left == 's' && is_blank(right_of(text, at + size)));
}

/* Where the inner quotation that opens at `at` closes, before the outer one does; or TEXT_NOT_FOUND. */
static size_t inner_end(Text text, size_t at)
{
    for (at += single_size(text, at); at < text.size && text.bytes[at] != '\n'; at++) {
        if (single_closes(text, at))
            return at;
        if (double_size(text, at))
            break;
    }
    return TEXT_NOT_FOUND;
}

bool has_double_marks_only(Text text)
{
    static const Text others[] = {LITERAL("«"), LITERAL("»"),  LITERAL("‹"), LITERAL("›"),
                                  LITERAL("„"), LITERAL("「"), LITERAL("‚")};
    bool open = false;

    for (size_t i = 0; i < COUNT_OF(others); i++) {
        if (text_find(text, others[i], 0) != TEXT_NOT_FOUND)
            return false;
    }
    for (size_t at = 0; at < text.size; at++) {
        size_t size = double_size(text, at);

        if (text.bytes[at] == '\n')
            open = false;
        if (size && !is_inch(text, at, open))
            open = double_opens(text, at, size, open);
        else if (!open && single_opens(text, at))
            return false;
        at += size > 1 ? size - 1 : 0;
    }
    return true;
}

/* ---- writing ---- */

typedef struct Writing {
    Arena *arena;
    Text text;
    const MarkWay *way;
    TextBuffer out;
    uint32_t *places; /* of each byte of the text */
    size_t quotations, inner_close;
    bool is_open;
} Writing;

static size_t put(Writing *writing, size_t which, size_t size)
{
    bool second = writing->quotations % 2 == 0 && writing->way->marks[1][which].size;

    text_buffer_add(writing->arena, &writing->out, writing->way->marks[second][which]);
    return size;
}

static size_t put_double(Writing *writing, size_t at, size_t size)
{
    bool opens = double_opens(writing->text, at, size, writing->is_open);

    writing->quotations += opens;
    writing->is_open = opens;
    writing->inner_close = TEXT_NOT_FOUND;
    return put(writing, opens ? 0 : 1, size);
}

/* Write what stands at `at`; its size. */
static size_t put_next(Writing *writing, size_t at)
{
    Text text = writing->text;
    size_t size = double_size(text, at);

    if (size && !is_inch(text, at, writing->is_open))
        return put_double(writing, at, size);
    if (at == writing->inner_close)
        return put(writing, 3, single_size(text, at));
    if (writing->is_open && single_opens(text, at)) {
        writing->inner_close = inner_end(text, at);
        if (writing->inner_close != TEXT_NOT_FOUND)
            return put(writing, 2, single_size(text, at));
    }
    writing->is_open = writing->is_open && text.bytes[at] != '\n';
    text_buffer_add(writing->arena, &writing->out, text_slice(text, (Range){at, at + 1}));
    return 1;
}

static Range moved(const Writing *writing, Range range)
{
    return (Range){writing->places[range.start], writing->places[range.end]};
}

GoldDocument with_other_marks(Arena *arena, const GoldDocument *document, const MarkWay *way)
{
    Writing writing = {.arena = arena, .text = document->text, .way = way, .inner_close = TEXT_NOT_FOUND};
    GoldDocument out = {.id = document->id, .source = document->source};

    writing.places = ARENA_ARRAY(arena, uint32_t, document->text.size + 1);
    for (size_t at = 0, next; at < document->text.size; at = next) {
        size_t start = writing.out.count;

        next = at + put_next(&writing, at);
        for (size_t i = at; i < next; i++)
            writing.places[i] = (uint32_t)start;
    }
    writing.places[document->text.size] = (uint32_t)writing.out.count;
    out.text = text_buffer_text(&writing.out);
    for (size_t i = 0; i < document->quotes.count; i++) {
        GoldQuote quote = document->quotes.items[i];

        quote.range = moved(&writing, quote.range);
        ARRAY_PUSH(arena, out.quotes, quote);
    }
    for (size_t i = 0; i < document->ignored.count; i++)
        ARRAY_PUSH(arena, out.ignored, moved(&writing, document->ignored.items[i]));
    return out;
}
