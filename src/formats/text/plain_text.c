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
#include "formats/text/plain_text.h"

#include <string.h>

#include "formats/formats.h"
#include "formats/text/text_file.h"

/* Lines with no blank line between them. */
typedef struct LineGroup {
    size_t start, end; /* bytes: from its first line to the blank line after it */
    size_t longest;    /* line, in code points, of the first that are looked at */
    size_t lines, indented;
    size_t unfinished; /* lines that do not end with the end of a sentence */
} LineGroup;

enum { WRAPPED_LONGEST = 110, GROUP_LINES_LOOKED_AT = 40 };

/* Where the line that begins at `start` ends: before its line end. */
static size_t line_end(Text text, size_t start)
{
    size_t end = text_find_byte(text, '\n', start);

    return end == TEXT_NOT_FOUND ? text.size : end;
}

static Text line_at(Text text, size_t start)
{
    Text line = text_slice(text, (Range){start, line_end(text, start)});

    while (line.size && ascii_is_blank(line.bytes[line.size - 1]))
        line.size--;
    return line;
}

static size_t next_line(Text text, size_t start)
{
    size_t end = line_end(text, start);

    return end < text.size ? end + 1 : end;
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
    return text_starts_with(line, TEXT("- ")) || text_starts_with(line, TEXT("* ")) ||
           text_starts_with(line, TEXT("• "));
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
    Text words = text_slice(article->text, range);

    while (range.end > range.start && ascii_is_blank(article->text.bytes[range.end - 1]))
        range.end--;
    article_add_block(article, (Block){.range = range, .kind = kind}, words);
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

/* Recognise title, byline and dateline at the start of article->text; they are indexed. */
static void take_head(Article *article)
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
    static const Text marks[] = {LITERAL("Photo by "), LITERAL("Photo: "), LITERAL("(Photo"), LITERAL("File photo"),
                                 LITERAL("Photograph:")};
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

static void index_more(Article *article, size_t until, bool all_is_loaded)
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

/* ---- the whole ---- */

Article *article_from_text(Arena *arena, Text text)
{
    Article *article = article_new(arena);
    LineGroup group = {.end = 0};

    article->text = text;
    article->complete = true;
    article->indexed = text.size;
    for (size_t start = 0; start < text.size;) {
        size_t end = line_end(text, start);

        if (text_trim(text_slice(text, (Range){start, end})).size) {
            if (start >= group.end)
                group = group_at(text, start);
            end = paragraph_end(text, start, &group);
            end -= end > start && text.bytes[end - 1] == '\n';
            article_add_block(article, (Block){.range = {start, end}, .kind = BLOCK_PARAGRAPH},
                              text_slice(text, (Range){start, end}));
        }
        start = end + 1;
    }
    return article;
}

static bool recognises(Text head)
{
    (void)head;
    return true;
}

static bool read_text(Article *article, File *file, Report *report)
{
    if (!text_file_decode(article->arena, file, report))
        return false;
    article->file = file;
    article->text = file->bytes;
    article->index_more = index_more;
    take_head(article);
    (void)article_index(article, FILE_FIRST_BYTES);
    return true;
}

static bool peek(Arena *arena, Text head, Text fields[FIELD_COUNT])
{
    Arena scratch = {0};
    Article *article = text_trim(head).size ? article_new(&scratch) : NULL;

    if (article) {
        article->text = head;
        take_head(article);
        for (int field = 0; field < FIELD_COUNT; field++)
            fields[field] = arena_copy(arena, article->fields[field]);
    }
    arena_release(&scratch);
    return article != NULL;
}

const Format text_format = {
    .name = LITERAL("text"),
    .form = LITERAL("plain text"),
    .help = LITERAL("plain text: perhaps a title, a byline and a dateline, then paragraphs"),
    .endings = LITERAL(".txt"),
    .limit = LIMIT_TEXT_BYTES,
    .recognises = recognises,
    .read = read_text,
    .peek = peek,
};
