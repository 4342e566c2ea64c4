/*
 * Emphasis after CommonMark 0.30, section 6.2, simplified: `*` and `_` begin before a word and end behind one, never within one; what finds no
 * partner stays as it is ("*Not his real name", "5 * 3").
 *
 *     **Ada Quill** said *“We will not be moved”*      marks: ** begins bold, ** ends it, * begins italic, * ends it
 *     [Ada Quill](https://example.com/ada)             marks: [ begins the link, ](…) ends it
 */
#include "formats/text/signs/markdown.h"

#include <stdlib.h>
#include <string.h>

enum { OPEN_MOST = 32, LINK_TEXT_LONGEST = 500, URL_LONGEST = 2000, RUN_LONGEST = 3 };

/* A run of signs that may begin something. */
typedef struct Opener {
    Range run;
    char sign;
} Opener;

typedef struct MarkdownWork {
    Arena *arena;
    Text source;
    Range words; /* from the first byte of the passage to the last */
    InlineMarks *marks;
    Opener open[OPEN_MOST];
    size_t open_count;
} MarkdownWork;

typedef enum Neighbour { NEIGHBOUR_BLANK, NEIGHBOUR_SIGN, NEIGHBOUR_LETTER } Neighbour;

/* General punctuation (U+2000 to U+206F) and ASCII's are signs, « and » too. */
static Neighbour neighbour_at(const MarkdownWork *work, size_t at)
{
    unsigned char byte;
    size_t size;
    uint32_t code_point;

    if (at < work->words.start || at >= work->words.end)
        return NEIGHBOUR_BLANK;
    byte = (unsigned char)work->source.bytes[at];
    if (ascii_is_blank((char)byte))
        return NEIGHBOUR_BLANK;
    if (byte < 0x80)
        return ascii_is_alnum((char)byte) ? NEIGHBOUR_LETTER : NEIGHBOUR_SIGN;
    code_point = utf8_decode(work->source, at, &size);
    return (code_point >= 0x2010 && code_point < 0x2070) || code_point == 0xAB || code_point == 0xBB ? NEIGHBOUR_SIGN
                                                                                                     : NEIGHBOUR_LETTER;
}

static Neighbour neighbour_before(const MarkdownWork *work, size_t at)
{
    return at > work->words.start ? neighbour_at(work, utf8_previous(work->source, at)) : NEIGHBOUR_BLANK;
}

static void add_mark(MarkdownWork *work, InlineMark mark)
{
    ARRAY_PUSH(work->arena, *work->marks, mark);
}

static unsigned styles_of(size_t signs)
{
    static const unsigned styles[] = {0, EMPHASIS_ITALIC, EMPHASIS_BOLD, EMPHASIS_BOLD | EMPHASIS_ITALIC};

    return styles[signs];
}

/* The last opener of the same sign; those after it found no partner. */
static bool close_run(MarkdownWork *work, Range run, char sign)
{
    for (size_t i = work->open_count; i > 0; i--) {
        const Opener *opener = &work->open[i - 1];
        size_t signs = range_size(opener->run) < range_size(run) ? range_size(opener->run) : range_size(run);

        if (opener->sign != sign || opener->run.end >= run.start)
            continue;
        add_mark(work, (InlineMark){.source = {opener->run.end - signs, opener->run.end}, .begins = styles_of(signs)});
        add_mark(work, (InlineMark){.source = {run.start, run.start + signs}, .ends = styles_of(signs)});
        work->open_count = i - 1;
        return true;
    }
    return false;
}

static size_t take_run(MarkdownWork *work, size_t at)
{
    char sign = work->source.bytes[at];
    Range run = {at, at};
    Neighbour before, after;
    bool opens, closes;

    while (run.end < work->words.end && work->source.bytes[run.end] == sign)
        run.end++;
    before = neighbour_before(work, run.start);
    after = neighbour_at(work, run.end);
    opens = after != NEIGHBOUR_BLANK && before != NEIGHBOUR_LETTER;
    closes = before != NEIGHBOUR_BLANK && after != NEIGHBOUR_LETTER;
    if (range_size(run) > RUN_LONGEST)
        return run.end;
    if (closes && close_run(work, run, sign))
        return run.end;
    if (opens && work->open_count < OPEN_MOST)
        work->open[work->open_count++] = (Opener){run, sign};
    return run.end;
}

/* The first `byte` from `at` on, at most `most` bytes away; TEXT_NOT_FOUND. */
static size_t find_near(const MarkdownWork *work, char byte, size_t at, size_t most)
{
    size_t end = work->words.end - at < most ? work->words.end : at + most;
    size_t found = text_find_byte(text_slice(work->source, (Range){0, end}), byte, at);

    return found;
}

/* Where the brackets close that open at `at`; those within them count. TEXT_NOT_FOUND. */
static size_t find_close(const MarkdownWork *work, size_t at)
{
    size_t end = work->words.end - at < URL_LONGEST ? work->words.end : at + URL_LONGEST, depth = 0;

    for (; at < end; at++) {
        depth += work->source.bytes[at] == '(';
        depth -= work->source.bytes[at] == ')';
        if (depth == 0)
            return at;
    }
    return TEXT_NOT_FOUND;
}

/* The first blank that does not stand at the front of a line: an address may have been cut over lines. TEXT_NOT_FOUND. */
static size_t find_blank(Text inside)
{
    bool front = false;

    for (size_t i = 0; i < inside.size; i++) {
        if (inside.bytes[i] == ' ' && !front)
            return i;
        front = inside.bytes[i] == '\n' || (front && (inside.bytes[i] == '>' || ascii_is_blank(inside.bytes[i])));
    }
    return TEXT_NOT_FOUND;
}

/* "(https://example.com/ada)", with a title perhaps: where it ends; `*url` is what stands in it. 0: it is none. */
static size_t url_end(const MarkdownWork *work, size_t at, Range *url)
{
    size_t end = at < work->words.end && work->source.bytes[at] == '(' ? find_close(work, at) : TEXT_NOT_FOUND;
    Text inside;
    size_t blank;

    if (end == TEXT_NOT_FOUND)
        return 0;
    inside = text_slice(work->source, (Range){at + 1, end});
    blank = find_blank(inside);
    *url = (Range){at + 1, blank == TEXT_NOT_FOUND ? end : at + 1 + blank};
    inside = text_slice(work->source, *url);
    return inside.size && (text_find(inside, TEXT("://"), 0) != TEXT_NOT_FOUND || strchr("/#.", inside.bytes[0]) ||
                           text_starts_with(inside, TEXT("mailto:")))
               ? end + 1
               : 0;
}

/* "[Ada Quill](https://…)", and "![…](…)", whose text is what is shown. */
static size_t take_link(MarkdownWork *work, size_t at)
{
    size_t image = at > work->words.start && work->source.bytes[at - 1] == '!';
    size_t close = find_near(work, ']', at, LINK_TEXT_LONGEST), end;
    Range url;

    if (close == TEXT_NOT_FOUND || close == at + 1)
        return at + 1;
    end = url_end(work, close + 1, &url);
    if (end == 0)
        return at + 1;
    add_mark(work, (InlineMark){.source = {at - image, at + 1}, .url = url});
    add_mark(work, (InlineMark){.source = {close, end}, .ends_link = true});
    return at + 1; /* signs in its text count */
}

/* "<https://example.com/ada>" */
static size_t take_address(MarkdownWork *work, size_t at)
{
    Text rest = text_slice(work->source, (Range){at + 1, work->words.end});
    size_t close = text_starts_with(rest, TEXT("http")) ? find_near(work, '>', at, URL_LONGEST) : TEXT_NOT_FOUND;

    if (close == TEXT_NOT_FOUND ||
        text_find_byte(text_slice(work->source, (Range){at, close}), ' ', 0) != TEXT_NOT_FOUND)
        return at + 1;
    add_mark(work, (InlineMark){.source = {at, at + 1}, .url = {at + 1, close}});
    add_mark(work, (InlineMark){.source = {close, close + 1}, .ends_link = true});
    return close + 1;
}

/* "\*": the sign itself. */
static size_t take_escape(MarkdownWork *work, size_t at)
{
    if (at + 1 >= work->words.end || !strchr("*_[]#`", work->source.bytes[at + 1]))
        return at + 1;
    add_mark(work, (InlineMark){.source = {at, at + 1}});
    return at + 2;
}

static int compare_marks(const void *a, const void *b)
{
    const InlineMark *left = a, *right = b;

    return left->source.start < right->source.start ? -1 : left->source.start > right->source.start;
}

/* A link whose URL has a sign in it: what lies in another mark is none. */
static void leave_out_overlapping(InlineMarks *marks)
{
    size_t kept = 0;

    for (size_t i = 0; i < marks->count; i++) {
        if (kept == 0 || marks->items[i].source.start >= marks->items[kept - 1].source.end)
            marks->items[kept++] = marks->items[i];
    }
    marks->count = kept;
}

static bool has_signs(Text words)
{
    static const char signs[] = {'*', '_', '[', '<', '\\'};

    for (size_t i = 0; i < COUNT_OF(signs); i++) {
        if (text_find_byte(words, signs[i], 0) != TEXT_NOT_FOUND)
            return true;
    }
    return false;
}

void markdown_marks(Arena *arena, Text source, Range words, InlineMarks *marks)
{
    MarkdownWork work = {.arena = arena, .source = source, .words = words, .marks = marks};

    marks->count = 0;
    if (!has_signs(text_slice(source, work.words)))
        return;
    for (size_t at = work.words.start; at < work.words.end;) {
        switch (source.bytes[at]) {
        case '*':
        case '_':
            at = take_run(&work, at);
            break;
        case '[':
            at = take_link(&work, at);
            break;
        case '<':
            at = take_address(&work, at);
            break;
        case '\\':
            at = take_escape(&work, at);
            break;
        default:
            at++;
        }
    }
    if (marks->count > 1)
        qsort(marks->items, marks->count, sizeof *marks->items, compare_marks);
    leave_out_overlapping(marks);
}
