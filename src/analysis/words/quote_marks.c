/*
 * First all marks of a paragraph are listed, with what they can be by their neighbours: an opening mark stands after a blank and before a
 * letter, a closing one before anything but a letter. Then they are paired from the left:
 *
 *     “Yes,” he said. “I am ‘sure’.”      O C   O (C)C      the inner pair is of another level: not looked at
 *     He is 6' 2" tall.                                     no O before it: an inch, not a quotation
 *     “She told me “go” and I went.”      O O C C           the same marks again inside: skipped when two closings follow
 *     “A first paragraph                  O                 not closed: to the end of the paragraph
 *     ”We asked around,“ he said.         C O               turned round: where only an opening one can stand, it opens
 */
#include "analysis/words/quote_marks.h"

#include <string.h>

#include "base/unicode/unicode.h"

enum { LOW_MARK = 0x201E /* „ */ };

typedef enum MarkKind { MARK_OPEN, MARK_CLOSE, MARK_EITHER } MarkKind;

typedef struct Mark {
    uint32_t start, end;
    uint32_t next_open, next_close,
        next_either;    /* indexes of the next marks of that kind; the count when there is none */
    unsigned char kind; /* a MarkKind, by its shape; straight marks may be either */
    bool low;           /* „ : closed by “ */
    bool can_open, can_close;
} Mark;

typedef ARRAY(Mark) MarkList;

/* ---- neighbours ---- */

static uint32_t before(Text text, Range paragraph, size_t at)
{
    size_t size;

    return at > paragraph.start ? utf8_decode(text, utf8_previous(text, at), &size) : ' ';
}

static uint32_t after(Text text, Range paragraph, size_t at)
{
    size_t size;

    return at < paragraph.end ? utf8_decode(text, at, &size) : ' ';
}

static bool is_blank(uint32_t code_point)
{
    return code_point <= ' ' || code_point == 0xA0 || (code_point >= 0x2000 && code_point <= 0x200B) ||
           code_point == 0x202F || code_point == 0x3000;
}

static bool opens_after(uint32_t code_point)
{
    return is_blank(code_point) || code_point == '(' || code_point == '[' || code_point == '{' || code_point == '/' ||
           code_point == '-' || code_point == '\'' || (code_point >= 0x2013 && code_point <= 0x2018) ||
           code_point == 0x201C || code_point == 0x2026;
}

/* ---- what marks there are ---- */

/* The code point of a quotation mark at `at`, its size in bytes ('' and `` count as one, where single marks are not the outer ones), or 0. */
static uint32_t mark_at(Text text, size_t at, bool single, size_t *size)
{
    unsigned char byte = (unsigned char)text.bytes[at];
    Text rest = {text.bytes + at, text.size - at};

    *size = 1;
    if (byte == '"')
        return '"';
    if (byte == '\'' || byte == '`') {
        if (!single && rest.size > 1 && rest.bytes[1] == rest.bytes[0]) {
            *size = 2;
            return '"';
        }
        return byte == '\'' ? '\'' : 0;
    }
    if (byte != 0xC2 && byte != 0xE2 && byte != 0xE3)
        return 0;
    if (!single && text_starts_with(rest, TEXT("’’"))) {
        *size = 6;
        return '"';
    }
    return utf8_decode(text, at, size);
}

static bool is_single(uint32_t mark)
{
    return mark == '\'' || mark == 0x2018 || mark == 0x2019;
}

/* Which texts have a mark at their first level: all, or those whose first level is double or single marks. */
typedef enum MarkLevel { LEVEL_ANY, LEVEL_DOUBLE, LEVEL_SINGLE } MarkLevel;

static const struct {
    uint32_t mark;
    MarkKind kind, german; /* by its shape; and in print that has guillemets inwards, »so« */
    MarkLevel level;
} shapes[] = {
    {'"', MARK_EITHER, MARK_EITHER, LEVEL_DOUBLE},  {0x201C, MARK_OPEN, MARK_OPEN, LEVEL_DOUBLE}, /* “ */
    {0x201D, MARK_CLOSE, MARK_CLOSE, LEVEL_DOUBLE},                                               /* ” */
    {LOW_MARK, MARK_OPEN, MARK_OPEN, LEVEL_ANY},    {0xAB, MARK_OPEN, MARK_CLOSE, LEVEL_ANY},     /* « */
    {0xBB, MARK_CLOSE, MARK_OPEN, LEVEL_ANY},                                                     /* » */
    {0x2039, MARK_OPEN, MARK_CLOSE, LEVEL_ANY},                                                   /* ‹ */
    {0x203A, MARK_CLOSE, MARK_OPEN, LEVEL_ANY},                                                   /* › */
    {0x300C, MARK_OPEN, MARK_OPEN, LEVEL_ANY},                                                    /* 「 */
    {0x300D, MARK_CLOSE, MARK_CLOSE, LEVEL_ANY},                                                  /* 」 */
    {0x300E, MARK_OPEN, MARK_OPEN, LEVEL_ANY},                                                    /* 『 */
    {0x300F, MARK_CLOSE, MARK_CLOSE, LEVEL_ANY},                                                  /* 』 */
    {'\'', MARK_EITHER, MARK_EITHER, LEVEL_SINGLE}, {0x2018, MARK_OPEN, MARK_OPEN, LEVEL_SINGLE}, /* ‘ */
    {0x2019, MARK_CLOSE, MARK_CLOSE, LEVEL_SINGLE},                                               /* ’ */
};

static bool shape_of(uint32_t mark, MarkStyle style, Mark *result)
{
    size_t row = 0;

    while (row < COUNT_OF(shapes) && shapes[row].mark != mark)
        row++;
    if (row == COUNT_OF(shapes) || shapes[row].level == (style.single ? LEVEL_DOUBLE : LEVEL_SINGLE))
        return false;
    result->kind = (unsigned char)(style.guillemets_in ? shapes[row].german : shapes[row].kind);
    result->low = mark == LOW_MARK;
    return true;
}

/* A single mark that is an apostrophe: inside a word, or before "90s" and the like, or the inner one of two. */
static bool is_apostrophe(uint32_t mark, uint32_t left, uint32_t right)
{
    if (!is_single(mark))
        return false;
    if ((unicode_is_alnum(left) && unicode_is_alnum(right)) || (unicode_is_alnum(left) && is_single(right)) ||
        (is_single(left) && unicode_is_alnum(right))) /* members’’ ''Tis */
        return true;
    return mark != 0x2018 && !unicode_is_alnum(left) && right >= '0' && right <= '9';
}

static void list_marks(Arena *arena, Text text, Range paragraph, MarkStyle style, MarkList *marks)
{
    size_t size = 1;

    for (size_t at = paragraph.start; at < paragraph.end; at += size) {
        unsigned char byte = (unsigned char)text.bytes[at];
        Mark mark = {.start = (uint32_t)at};
        uint32_t code_point, left, right;

        size = 1;
        if (byte != '"' && byte != '\'' && byte != '`' && byte < 0xC2)
            continue;
        code_point = mark_at(text, at, style.single, &size);
        if (code_point == 0 || !shape_of(code_point, style, &mark))
            continue;
        mark.end = (uint32_t)(at + size);
        left = before(text, paragraph, at);
        right = after(text, paragraph, mark.end);
        if (is_apostrophe(code_point, left, right))
            continue;
        mark.can_open = opens_after(left) && !is_blank(right);
        mark.can_close = byte != '`' && (is_blank(right) || !unicode_is_alnum(right));
        if (byte == '`' && !mark.can_open) /* `` opens, or is no quotation mark */
            continue;
        if (is_single(code_point) && mark.kind == MARK_CLOSE && !mark.can_close)
            continue;
        ARRAY_PUSH(arena, *marks, mark);
    }
}

static void link_marks(MarkList *marks)
{
    uint32_t open = (uint32_t)marks->count, close = open, either = open;

    for (uint32_t i = open; i-- > 0;) {
        Mark *mark = &marks->items[i];

        mark->next_open = open;
        mark->next_close = close;
        mark->next_either = either;
        if (mark->kind == MARK_OPEN)
            open = i;
        else if (mark->kind == MARK_CLOSE)
            close = i;
        else
            either = i;
    }
}

/* ---- pairing ---- */

typedef struct Pairing {
    Arena *arena;
    Text text;
    Range paragraph;
    MarkStyle style;
    const MarkList *marks;
    SpanList *spans;
    size_t start; /* index of the open mark; the count of marks: none is open */
} Pairing;

static bool is_open(const Pairing *pairing)
{
    return pairing->start < pairing->marks->count;
}

static bool has_letters(Text text)
{
    size_t size;

    for (size_t at = 0; at < text.size; at += size) {
        if (unicode_is_alnum(utf8_decode(text, at, &size)))
            return true;
    }
    return false;
}

/* An attribute of markup (class="…") and inches (6' 2") are not quotations. */
static void add_span(Pairing *pairing, size_t inner_end, size_t end, bool closed)
{
    const Mark *open = &pairing->marks->items[pairing->start];
    QuotedSpan span = {
        {open->start, (uint32_t)end}, (unsigned char)(open->end - open->start), (unsigned char)(end - inner_end), closed};
    uint32_t left = before(pairing->text, pairing->paragraph, open->start);
    bool inches = open->kind == MARK_EITHER && left >= '0' && left <= '9';

    if (left != '=' && !inches && has_letters(text_slice(pairing->text, span_inner(&span))))
        ARRAY_PUSH(pairing->arena, *pairing->spans, span);
    pairing->start = pairing->marks->count;
}

static void begin(Pairing *pairing, size_t mark)
{
    pairing->start = mark;
}

static void break_off(Pairing *pairing, size_t mark)
{
    add_span(pairing, pairing->marks->items[mark].start, pairing->marks->items[mark].start, false);
    begin(pairing, mark);
}

/* An opening mark inside an open span: the mark where looking goes on. A nested pair is skipped when a
 * closing mark for the outer one follows before the next opening one; else the closing mark of the outer one
 * was forgotten. */
static size_t opening_inside(Pairing *pairing, size_t i)
{
    const MarkList *marks = pairing->marks;
    const Mark *mark = &marks->items[i];
    size_t close = mark->next_close, close_after;

    if (marks->items[pairing->start].low && !mark->low) { /* „so“ */
        add_span(pairing, mark->start, mark->end, true);
        return i;
    }
    if (close == marks->count || marks->items[pairing->start].kind == MARK_EITHER) {
        break_off(pairing, i);
        return i;
    }
    close_after = marks->items[close].next_close;
    if (close_after < marks->count && (mark->next_open == marks->count || mark->next_open > close_after))
        return close;
    break_off(pairing, i);
    return i;
}

static size_t straight_mark(Pairing *pairing, size_t i)
{
    const MarkList *marks = pairing->marks;
    const Mark *mark = &marks->items[i];
    size_t second, third;

    if (!is_open(pairing)) {
        if (mark->can_open || !mark->can_close)
            begin(pairing, i);
        return i;
    }
    if (mark->can_close || !mark->can_open) {
        add_span(pairing, mark->start, mark->end, true);
        return i;
    }
    second = mark->next_either;
    if (marks->items[pairing->start].kind != MARK_EITHER || second == marks->count)
        return i;
    third = marks->items[second].next_either;
    if (third < marks->count)
        return second; /* nested: two more marks follow */
    break_off(pairing, i);
    return i;
}

/* "swearin’" */
static bool is_dropped_g(const Pairing *pairing, size_t at)
{
    return at >= pairing->paragraph.start + 5 && memcmp(pairing->text.bytes + at - 2, "in", 2) == 0 &&
           ascii_is_lower(pairing->text.bytes[at - 3]) && ascii_is_lower(pairing->text.bytes[at - 4]);
}

/* After a plural's apostrophe comes what is owned, none of these. */
static bool goes_on_after(const Pairing *pairing, size_t at)
{
    static const Text words[] = {LITERAL("a"),     LITERAL("after"), LITERAL("and"), LITERAL("are"),  LITERAL("as"),
                                 LITERAL("at"),    LITERAL("but"),   LITERAL("by"),  LITERAL("for"),  LITERAL("from"),
                                 LITERAL("had"),   LITERAL("has"),   LITERAL("he"),  LITERAL("if"),   LITERAL("in"),
                                 LITERAL("is"),    LITERAL("it"),    LITERAL("of"),  LITERAL("on"),   LITERAL("or"),
                                 LITERAL("said"),  LITERAL("says"),  LITERAL("she"), LITERAL("that"), LITERAL("the"),
                                 LITERAL("they"),  LITERAL("to"),    LITERAL("was"), LITERAL("were"), LITERAL("when"),
                                 LITERAL("which"), LITERAL("while"), LITERAL("who"), LITERAL("with")};
    size_t start = at, end;

    while (start < pairing->paragraph.end && ascii_is_blank(pairing->text.bytes[start]))
        start++;
    end = start;
    while (end < pairing->paragraph.end && ascii_is_lower(pairing->text.bytes[end]))
        end++;
    return TEXT_IS_ONE_OF(text_slice(pairing->text, (Range){start, end}), words);
}

/* British: the first closing mark with a stop before it, or the first closing mark; a plural's apostrophe
 * ("the workers’ rights") is left alone when a better one follows before the next opening mark. */
static bool is_plural_apostrophe(const Pairing *pairing, size_t i)
{
    const MarkList *marks = pairing->marks;
    const Mark *mark = &marks->items[i];
    uint32_t left = before(pairing->text, pairing->paragraph, mark->start);
    size_t next = mark->next_close < mark->next_either ? mark->next_close : mark->next_either;

    if ((left != 's' && !is_dropped_g(pairing, mark->start)) || next == marks->count || mark->next_open < next ||
        (marks->items[next].kind == MARK_EITHER && marks->items[next].can_open))
        return false;
    return is_blank(after(pairing->text, pairing->paragraph, mark->end)) && !goes_on_after(pairing, mark->end);
}

/* ’ is an apostrophe more often than a mark turned round. */
static bool is_single_mark(const Pairing *pairing, const Mark *mark)
{
    size_t size;

    return is_single(utf8_decode(pairing->text, mark->start, &size));
}

static size_t pair_mark(Pairing *pairing, size_t i)
{
    const Mark *mark = &pairing->marks->items[i];

    switch ((MarkKind)mark->kind) {
    case MARK_OPEN:
        if (is_open(pairing) && mark->can_close && !mark->can_open && !pairing->marks->items[pairing->start].low)
            add_span(pairing, mark->start, mark->end, true); /* turned round */
        else if (is_open(pairing))
            return opening_inside(pairing, i);
        else
            begin(pairing, i);
        return i;
    case MARK_CLOSE:
        if (!is_open(pairing) && (mark->can_open || mark->start == pairing->paragraph.start) &&
            !is_single_mark(pairing, mark))
            begin(pairing, i); /* turned round */
        else if (is_open(pairing) && !(pairing->style.single && is_plural_apostrophe(pairing, i)))
            add_span(pairing, mark->start, mark->end, true);
        return i;
    case MARK_EITHER:
        if (pairing->style.single && is_open(pairing) && is_plural_apostrophe(pairing, i))
            return i;
        return straight_mark(pairing, i);
    }
    return i;
}

void quote_marks_find(Arena *arena, Text text, Range paragraph, MarkStyle style, SpanList *spans)
{
    MarkList marks = {0};
    Arena scratch = {0};
    Pairing pairing = {
        .arena = arena, .text = text, .paragraph = paragraph, .style = style, .marks = &marks, .spans = spans};

    list_marks(&scratch, text, paragraph, style, &marks);
    if (marks.count == 0)
        return;
    link_marks(&marks);
    pairing.start = marks.count;
    for (size_t i = 0; i < marks.count; i++)
        i = pair_mark(&pairing, i);
    if (is_open(&pairing))
        add_span(&pairing, paragraph.end, paragraph.end, false);
    arena_release(&scratch);
}

/* ---- which style ---- */

enum { STYLE_BYTES = 64 * 1024 };

MarkStyle quote_marks_style(Text text)
{
    Range all = {0, text.size < STYLE_BYTES ? text.size : STYLE_BYTES};
    size_t singles = 0, doubles = 0, left_first = 0, right_first = 0, size;
    bool single_first = false;

    for (size_t at = 0; at < all.end; at += size) {
        unsigned char byte = (unsigned char)text.bytes[at];
        uint32_t mark;

        size = 1;
        if (byte != '"' && byte != '\'' && byte != '`' && byte < 0xC2)
            continue;
        mark = mark_at(text, at, false, &size);
        single_first = single_first || (doubles == 0 && singles > 0);
        if (mark == '"' || mark == 0x201C || mark == 0x201D)
            doubles++;
        else if (mark == 0x2018 || mark == '\'')
            singles += opens_after(before(text, all, at)) && unicode_is_alnum(after(text, all, at + size)) &&
                       mark != before(text, all, at);
        else if (mark == 0xAB && left_first + right_first == 0)
            left_first++;
        else if (mark == 0xBB && left_first + right_first == 0)
            right_first++;
    }
    /* one pair inside another: the outer level is the one that begins */
    return (MarkStyle){.single = singles * 2 > doubles || (single_first && singles * 2 == doubles),
                       .guillemets_in = right_first > 0};
}
