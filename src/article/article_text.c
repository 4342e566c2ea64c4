/*
 * Plain text as an article: ranges over the file's own bytes, found line by line from the front. Lines with a
 * blank line between them are blocks; inside such a group a line goes on into the next when it was cut to fit
 * a width:
 *
 *     The council voted on Tuesday to close the      (longest line of the group: 45)
 *     old ferry line.                                45 + 1 + "old" > 45: cut to fit, one paragraph
 *
 * or when it ends inside a sentence and the next begins with a small letter; and stands alone when the next line's first word would
 * have fitted, when all lines of the group are whole sentences, or the next is an item of a list.
 */
#include "article/article_text.h"

#include <string.h>

enum { WRAPPED_LONGEST = 110, GROUP_LINES_LOOKED_AT = 40 };

static Text line_at(Text text, size_t start)
{
    size_t end = text_find_byte(text, '\n', start);
    Text line = text_slice(text, (Range){start, end == TEXT_NOT_FOUND ? text.size : end});

    while (line.size && ascii_is_blank(line.bytes[line.size - 1]))
        line.size--;
    return line;
}

static size_t next_line(Text text, size_t start)
{
    size_t end = text_find_byte(text, '\n', start);

    return end == TEXT_NOT_FOUND ? text.size : end + 1;
}

static bool is_indented(Text line)
{
    return line.size && (line.bytes[0] == '\t' || text_starts_with(line, TEXT("  ")));
}

/* Code points: what cut the lines counted about that. */
static size_t columns(Text text)
{
    size_t count = 0;

    for (size_t i = 0; i < text.size; i++)
        count += ((unsigned char)text.bytes[i] & 0xC0) != 0x80;
    return count;
}

/* "… by noon." "… by noon.”": a stop at the end, marks and brackets left out. */
static bool ends_sentence(Text line)
{
    static const Text after[] = {LITERAL("\""), LITERAL("'"), LITERAL(")"), LITERAL("”"), LITERAL("’"), LITERAL("»")};

    for (size_t i = 0; i < COUNT_OF(after); i++) {
        if (text_ends_with(line, after[i]))
            line.size -= after[i].size;
    }
    return line.size && strchr(".!?", line.bytes[line.size - 1]);
}

static bool is_item(Text line)
{
    return text_starts_with(line, TEXT("- ")) || text_starts_with(line, TEXT("* ")) || text_starts_with(line, TEXT("• "));
}

static LineGroup group_at(Text text, size_t start)
{
    LineGroup group = {.start = start, .end = start};

    while (group.end < text.size && group.lines < GROUP_LINES_LOOKED_AT) {
        Text line = line_at(text, group.end);

        if (text_trim(line).size == 0)
            break;
        group.lines++;
        group.indented += is_indented(line);
        group.unfinished += !ends_sentence(line);
        if (line.size > group.longest) { /* more bytes than columns: only then is it worth counting */
            size_t width = columns(line);

            group.longest = width > group.longest ? width : group.longest;
        }
        group.end = next_line(text, group.end);
    }
    return group;
}

static Text first_word(Text line)
{
    size_t size = 0;

    while (size < line.size && !ascii_is_blank(line.bytes[size]))
        size++;
    return text_slice(line, (Range){0, size});
}

/* Was `line` cut to fit the width of its group, so that `next` goes on with it? */
static bool goes_on(Text line, Text next, const LineGroup *group)
{
    if (next.size == 0 || group->longest > WRAPPED_LONGEST || is_item(next) || group->unfinished == 0)
        return false;
    if (ascii_is_lower(next.bytes[0]) && !ends_sentence(line))
        return true;
    return columns(line) * 2 > group->longest && columns(line) + 1 + columns(first_word(next)) > group->longest;
}

static void add_block(Article *article, BlockKind kind, Range range)
{
    Block block = {.range = range, .kind = kind};
    Text text = text_slice(article->text, range);

    while (block.range.end > block.range.start && ascii_is_blank(article->text.bytes[block.range.end - 1]))
        block.range.end--;
    if (kind == BLOCK_PARAGRAPH) {
        block.number = article->paragraphs + 1;
        article->paragraphs = block.number;
    }
    if (!block_is_in_head(kind))
        article->word_count += text_count_words(text);
    ARRAY_PUSH(article->arena, article->blocks, block);
}

/* ---- the head ---- */

static bool is_stop(char byte)
{
    return byte == '.' || byte == ':' || byte == ';' || byte == ',';
}

enum { TITLE_LONGEST = 200, BYLINE_LONGEST = 100, DATELINE_LONGEST = 70 };

/* A first line that is short, ends without a stop and has a blank line after it. */
static size_t take_title(Article *article, size_t start)
{
    Text line = line_at(article->text, start);
    size_t next = next_line(article->text, start);

    if (line.size == 0 || line.size > TITLE_LONGEST || is_stop(line.bytes[line.size - 1]) ||
        next >= article->text.size || text_trim(line_at(article->text, next)).size != 0)
        return start;
    add_block(article, BLOCK_TITLE, (Range){start, start + line.size});
    article->fields[FIELD_TITLE] = line;
    return next;
}

static size_t skip_blank_lines(Text text, size_t at)
{
    while (at < text.size && text_trim(line_at(text, at)).size == 0)
        at = next_line(text, at);
    return at;
}

/* "By Jane Doe": short, and capitals after "By". */
static size_t take_byline(Article *article, size_t start)
{
    Text line = line_at(article->text, start);
    bool by = text_starts_with(line, TEXT("By ")) || text_starts_with(line, TEXT("BY "));

    if (!by || line.size < 5 || line.size > BYLINE_LONGEST || is_stop(line.bytes[line.size - 1]) ||
        ascii_is_lower(line.bytes[3]))
        return start;
    add_block(article, BLOCK_BYLINE, (Range){start, start + line.size});
    article->fields[FIELD_BYLINE] = line;
    return next_line(article->text, start);
}

/* The agency in brackets at the end of a dateline: "Jan. 10 (UPI)"; empty when there is none. */
static Range agency_in(Text head)
{
    size_t open = text_find_byte(head, '(', 0);

    if (!head.bytes || open == TEXT_NOT_FOUND || head.size < open + 3 || head.bytes[head.size - 1] != ')')
        return (Range){0, 0};
    return (Range){open + 1, head.size - 1};
}

/* "LONDON", "PORT HALLAM, March 9": the first word in capitals, two of them at least. */
static bool begins_in_capitals(Text head)
{
    size_t at = 0, capitals = 0;

    for (; at < head.size && head.bytes[at] != ' ' && head.bytes[at] != ','; at++) {
        if (ascii_is_lower(head.bytes[at]))
            return false;
        capitals += ascii_is_upper(head.bytes[at]);
    }
    return capitals >= 2;
}

/*
 * "Jan. 10 (UPI) —", "GENEVA (AP) —", "LONDON —": what goes before the first dash of the first paragraph, with an agency in brackets,
 * or in capitals and with a blank before the dash ("NATO—the alliance—" is none).
 */
static void find_dateline(Article *article, size_t start)
{
    static const Text dashes[] = {LITERAL("—"), LITERAL("–"), LITERAL("--")};
    Text line = line_at(article->text, start);
    Text beginning = text_slice(line, (Range){0, DATELINE_LONGEST});

    for (size_t i = 0; i < COUNT_OF(dashes); i++) {
        size_t dash = text_find(beginning, dashes[i], 0);
        Text head = dash == TEXT_NOT_FOUND ? (Text){0} : text_trim(text_slice(beginning, (Range){0, dash}));
        Range agency = agency_in(head);

        if (head.size < 3 || (range_is_empty(agency) && !(beginning.bytes[dash - 1] == ' ' && begins_in_capitals(head))))
            continue;
        article->dateline = (Range){start, start + dash + dashes[i].size};
        article->fields[FIELD_DATELINE] = head;
        if (!range_is_empty(agency))
            article->fields[FIELD_SOURCE] = text_slice(head, agency);
        return;
    }
}

void article_text_begin(Article *article)
{
    size_t at = utf8_mark_size(article->text);
    size_t title;

    at = skip_blank_lines(article->text, at);
    title = take_title(article, at);
    if (title != at) {
        add_block(article, BLOCK_META, (Range){title, title});
        at = skip_blank_lines(article->text, title);
    }
    at = skip_blank_lines(article->text, take_byline(article, at));
    find_dateline(article, at);
    article->indexed = at;
}

/* ---- the body ---- */

static bool is_caption(Text line)
{
    static const Text marks[] = {LITERAL("Photo by "), LITERAL("Photo: "), LITERAL("(Photo"),
                                 LITERAL("File photo"), LITERAL("Photograph:")};
    enum { CAPTION_LONGEST = 400, CREDIT_LONGEST = 120 }; /* in bytes: a credit stands at the end */
    Text tail = line.size > CREDIT_LONGEST ? text_slice(line, (Range){line.size - CREDIT_LONGEST, line.size}) : line;

    for (size_t i = 0; i < COUNT_OF(marks); i++) {
        if (line.size < CAPTION_LONGEST && text_find(tail, marks[i], 0) != TEXT_NOT_FOUND)
            return true;
    }
    return false;
}

/* End of the paragraph whose first line starts at `start`. */
static size_t paragraph_end(Text text, size_t start, const LineGroup *group)
{
    size_t end = next_line(text, start);
    Text line = line_at(text, start);

    while (end < text.size) {
        Text next = line_at(text, end);

        if (text_trim(next).size == 0 || !goes_on(line, next, group))
            break;
        line = next;
        end = next_line(text, end);
    }
    return end;
}

/* End of a run of indented lines. */
static size_t verbatim_end(Text text, size_t start)
{
    size_t end = start;

    while (end < text.size && text_trim(line_at(text, end)).size)
        end = next_line(text, end);
    return end;
}

size_t article_text_paragraph(Text text, size_t start, LineGroup *group)
{
    if (start >= group->end)
        *group = group_at(text, start);
    return paragraph_end(text, start, group);
}

void article_text_index(Article *article, size_t until, bool all_is_loaded)
{
    Text text = article->text;
    LineGroup group = {0};

    while (article->indexed < text.size && article->indexed < until) {
        size_t start = skip_blank_lines(text, article->indexed);
        size_t end;
        bool verbatim;

        if (start >= group.end)
            group = group_at(text, start);
        verbatim = group.lines > 1 && group.indented * 2 > group.lines;
        end = verbatim ? verbatim_end(text, start) : paragraph_end(text, start, &group);
        if (end >= text.size && !all_is_loaded)
            return; /* it may go on in what is not there yet */
        if (start < end)
            add_block(article,
                      verbatim                                            ? BLOCK_VERBATIM
                      : is_caption(text_slice(text, (Range){start, end})) ? BLOCK_CAPTION
                                                                          : BLOCK_PARAGRAPH,
                      (Range){start, end});
        article->indexed = end;
    }
}
