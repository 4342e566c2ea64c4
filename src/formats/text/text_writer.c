/*
 * The text is never longer than its source, so there is room for it from the start: each sign stands for fewer bytes than it has, a line
 * end becomes a blank, and what stands between two blocks stood between their lines. Only the blanks of a tab that was struck over are more than
 * it was: where there is no room for all of them, one stands for each run (add_made).
 *
 * Bytes go through in runs up to the next that may begin a sign (begins_form); take_form writes what that stands for.
 */
#include "formats/text/text_writer.h"

#include <assert.h>

#include "formats/text/signs/character_references.h"

enum { ROOM_MORE = 16 };

void text_writer_init(TextWriter *writer, Article *article, size_t most)
{
    *writer = (TextWriter){.article = article, .capacity = memory_sum(most, ROOM_MORE)};
    writer->bytes = arena_alloc(article->arena, writer->capacity);
    article->text = (Text){writer->bytes, 0};
}

/* ---- bytes that go out ---- */

/* `source` is what they come from. */
static void add(TextWriter *writer, Text text, Range source)
{
    Text *written = &writer->article->text;

    assert(text.size <= writer->capacity - written->size); /* never longer than what it was made from */
    if (text.size == 0)
        return;
    memcpy(writer->bytes + written->size, text.bytes, text.size);
    offset_map_add(writer->article->arena, &writer->article->source,
                   (OffsetSpan){(uint32_t)written->size, (uint32_t)source.start, (uint32_t)text.size,
                                (uint32_t)range_size(source)});
    written->size += text.size;
}

static void add_same(TextWriter *writer, Range source)
{
    add(writer, text_slice(writer->source, source), source);
}

static char last_byte(const TextWriter *writer)
{
    return writer->article->text.size ? writer->bytes[writer->article->text.size - 1] : '\n';
}

static void add_blank(TextWriter *writer, Range source)
{
    if (!writer->keeps_blanks && (last_byte(writer) == ' ' || last_byte(writer) == '\n'))
        return;
    add(writer, TEXT(" "), source);
}

/* As what stands in the text itself does: a soft hyphen and a joiner within a word say nothing. */
static bool is_nothing(const TextWriter *writer, uint32_t code_point)
{
    bool joiner = (code_point >= 0x200B && code_point <= 0x200D) || code_point == 0x2060 || code_point == 0xFEFF;

    return code_point == 0xAD || (joiner && ascii_is_alpha(last_byte(writer)));
}

static void add_code_point(TextWriter *writer, uint32_t code_point, Range source)
{
    char bytes[4];

    if (code_point == 0xA0 && !writer->keeps_blanks)
        add_blank(writer, source);
    else if (!is_nothing(writer, code_point))
        add(writer, (Text){bytes, utf8_encode(code_point, bytes)}, source);
}

/* ---- emphasis and links ---- */

static void set_styles(TextWriter *writer, unsigned styles)
{
    Article *article = writer->article;

    if (styles == writer->emphasis.styles)
        return;
    writer->emphasis.range.end = article->text.size;
    if (writer->emphasis.styles && !range_is_empty(writer->emphasis.range))
        ARRAY_PUSH(article->arena, article->emphases, writer->emphasis);
    writer->emphasis = (Emphasis){{article->text.size, article->text.size}, styles};
}

static void set_link(TextWriter *writer, Text url)
{
    Article *article = writer->article;
    Range range = {writer->link_start, article->text.size};

    if (text_equal(url, writer->link))
        return;
    if (writer->link.size && !range_is_empty(range))
        ARRAY_PUSH(article->arena, article->links,
                   ((Link){.text = text_slice(article->text, range),
                           .url = writer->link,
                           .range = range,
                           .block = article->blocks.count + 1}));
    writer->link = url;
    writer->link_start = article->text.size;
}

/* An address that was cut over lines, without the ends of them and what stands before the next. */
static Text whole_address(Arena *arena, Text url)
{
    TextBuffer whole = {0};
    size_t at = 0, end;

    while ((end = text_find_byte(url, '\n', at)) != TEXT_NOT_FOUND) {
        text_buffer_add(arena, &whole, text_trim(text_slice(url, (Range){at, end})));
        for (at = end; at < url.size && (ascii_is_blank(url.bytes[at]) || url.bytes[at] == '>');)
            at++;
    }
    text_buffer_add(arena, &whole, text_slice(url, (Range){at, url.size}));
    return text_buffer_text(&whole);
}

/* Where the last mark that was passed ends, in the source. */
static size_t passed_end(const TextWriter *writer)
{
    return writer->next_mark ? writer->marks.items[writer->next_mark - 1].source.end : 0;
}

static void pass_mark(TextWriter *writer, const InlineMark *mark)
{
    writer->set_apart = (writer->set_apart | mark->begins) & ~mark->ends;
    set_styles(writer, writer->set_apart);
    if (mark->ends_link)
        set_link(writer, (Text){0});
    if (!range_is_empty(mark->url))
        set_link(writer, whole_address(writer->article->arena, text_slice(writer->source, mark->url)));
}

/* ---- signs within lines ---- */

static bool is_letter_at(Text source, size_t at)
{
    return at < source.size && ascii_is_alpha(source.bytes[at]);
}

/* A joiner or a space without width: between letters that need none. Other scripts do. */
static bool is_idle_joiner(Text source, Range sign)
{
    return sign.start && is_letter_at(source, sign.start - 1) && is_letter_at(source, sign.end);
}

typedef enum FormAction { FORM_PLAIN, FORM_BLANK, FORM_NOTHING, FORM_NOTHING_IN_WORDS } FormAction;

/* Signs by their bytes. */
static const struct {
    Text sign;
    FormAction action;
} signs[] = {
    {LITERAL("\u00AD"), FORM_NOTHING},          /* soft hyphen */
    {LITERAL("\u00A0"), FORM_BLANK},            /* no-break space */
    {LITERAL("\u2060"), FORM_NOTHING},          /* word joiner */
    {LITERAL("\uFEFF"), FORM_NOTHING},          /* zero width no-break space */
    {LITERAL("\u200B"), FORM_NOTHING_IN_WORDS}, /* zero width space */
    {LITERAL("\u200C"), FORM_NOTHING_IN_WORDS}, /* zero width non-joiner */
    {LITERAL("\u200D"), FORM_NOTHING_IN_WORDS}, /* zero width joiner */
};

/* A no-break space that keeps what belongs together: « Oui », 10 000, "Vraiment ?" stays one. */
static bool keeps_together(Text source, Range space)
{
    static const Text after[] = {LITERAL("»"), LITERAL("?"), LITERAL("!"), LITERAL(":"),
                                 LITERAL(";"), LITERAL("%"), LITERAL("€")};
    Text before = text_slice(source, (Range){0, space.start}),
         behind = text_slice(source, (Range){space.end, source.size});

    if (text_ends_with(before, TEXT("«")))
        return true;
    for (size_t i = 0; i < COUNT_OF(after); i++) {
        if (text_starts_with(behind, after[i]))
            return true;
    }
    return before.size && behind.size && ascii_is_digit(before.bytes[before.size - 1]) &&
           ascii_is_digit(behind.bytes[0]);
}

/* What begins at `at` and is not ordinary: written, and its size; 0: it is. */
static size_t take_sign(TextWriter *writer, size_t at, size_t end)
{
    Text rest = text_slice(writer->source, (Range){at, end});

    for (size_t i = 0; i < COUNT_OF(signs); i++) {
        Range sign = {at, at + signs[i].sign.size};

        if (!text_starts_with(rest, signs[i].sign))
            continue;
        if (signs[i].action == FORM_BLANK && keeps_together(writer->source, sign))
            return 0;
        if (signs[i].action == FORM_NOTHING_IN_WORDS && !is_idle_joiner(writer->source, sign))
            return 0;
        if (signs[i].action == FORM_BLANK)
            add_blank(writer, sign);
        return signs[i].sign.size;
    }
    return 0;
}

static size_t take_reference(TextWriter *writer, size_t at, size_t end)
{
    uint32_t code_point;
    size_t size = character_reference(text_slice(writer->source, (Range){at, end}), &code_point);

    if (size)
        add_code_point(writer, code_point, (Range){at, at + size});
    return size;
}

/* What the byte at `at` begins is written; its size. */
static size_t take_form(TextWriter *writer, size_t at, size_t end)
{
    size_t size = 0, ordinary;

    switch (writer->source.bytes[at]) {
    case ' ':
    case '\t':
        if (!writer->keeps_blanks) {
            add_blank(writer, (Range){at, at + 1});
            return 1;
        }
        break;
    case '&':
        size = take_reference(writer, at, end);
        break;
    default:
        size = take_sign(writer, at, end);
    }
    if (size)
        return size;
    (void)utf8_decode(writer->source, at, &ordinary);
    ordinary = at + ordinary <= end ? ordinary : end - at;
    add_same(writer, (Range){at, at + ordinary});
    return ordinary;
}

/* Bytes with which a form may begin. */
static const unsigned char begins_form[256] = {[' '] = 1, ['\t'] = 1, ['&'] = 1, [0xC2] = 1, [0xE2] = 1, [0xEF] = 1};

/*
 * Of what stands from `at` on: bytes without a form in them, a multiple of eight or one less, so that what is left begins with no blank that
 * more blanks follow. Eight at a time: ASCII that is drawn, no "&", and no blank before a blank (Warren, Hacker's Delight, 6-1).
 */
static size_t words_size(const char *bytes, size_t size)
{
    enum { WORD = sizeof(uint64_t) };
    const uint64_t ones = UINT64_MAX / 255;
    size_t end = 0;

    while (end + WORD < size) {
        uint64_t here, next, ampersands, blanks;

        memcpy(&here, bytes + end, WORD);
        memcpy(&next, bytes + end + 1, WORD);
        ampersands = here ^ ones * '&';
        blanks = (here ^ ones * ' ') | (next ^ ones * ' ');
        if (((here - ones * ' ') | here | ((ampersands - ones) & ~ampersands) | ((blanks - ones) & ~blanks)) &
            ones * 0x80)
            break;
        end += WORD;
    }
    return end && bytes[end - 1] == ' ' ? end - 1 : end;
}

/* Plain words of the source, without marks in them. */
static void add_words(TextWriter *writer, Range range)
{
    for (size_t at = range.start, end; at < range.end; at = end) {
        end = at;
        if (!begins_form[(unsigned char)writer->source.bytes[at]])
            end += words_size(writer->source.bytes + at, range.end - at);
        for (; end < range.end && !begins_form[(unsigned char)writer->source.bytes[end]];)
            end++;
        /* one blank between words is most of what there is */
        while (end + 1 < range.end && writer->source.bytes[end] == ' ' &&
               !begins_form[(unsigned char)writer->source.bytes[end + 1]] && end > at) {
            for (end++; end < range.end && !begins_form[(unsigned char)writer->source.bytes[end]];)
                end++;
        }
        add_same(writer, (Range){at, end});
        if (end < range.end)
            end += take_form(writer, end, range.end);
    }
}

/* … with the marks that stand in it. */
static void add_marked(TextWriter *writer, Range range)
{
    if (passed_end(writer) > range.start) /* a mark that began in the line before */
        range.start = passed_end(writer);
    while (range.start < range.end) {
        const InlineMark *mark =
            writer->next_mark < writer->marks.count ? &writer->marks.items[writer->next_mark] : NULL;
        size_t end = mark && mark->source.start < range.end ? mark->source.start : range.end;

        if (end > range.start)
            add_words(writer, (Range){range.start, end});
        range.start = end > range.start ? end : range.start;
        if (end == range.end || !mark)
            return;
        pass_mark(writer, mark);
        range.start = mark->source.end > range.start ? mark->source.end : range.start;
        writer->next_mark++;
    }
}

/* One blank for each run of them, what stands before included. */
static Text without_runs(const TextWriter *writer, Text text)
{
    char *single, last = last_byte(writer);
    size_t size = 0;

    if (!(last == ' ' && text_starts_with(text, TEXT(" "))) && text_find(text, TEXT("  "), 0) == TEXT_NOT_FOUND)
        return text;
    single = arena_alloc(writer->article->arena, text.size);
    for (size_t i = 0; i < text.size; i++) {
        if (text.bytes[i] != ' ' || last != ' ')
            single[size++] = text.bytes[i];
        last = text.bytes[i];
    }
    return (Text){single, size};
}

/* What a line shows that does not stand in it so: letters struck over one another, and blanks where a tab was. */
static void add_made(TextWriter *writer, Text text, Range source)
{
    bool has_room = writer->article->text.size + text.size <= source.end;

    add(writer, writer->keeps_blanks && has_room ? text : without_runs(writer, text), source);
}

/* A line that tells terminals something: its pieces. */
static void add_controlled(TextWriter *writer, Range range)
{
    Text line = text_slice(writer->source, range);
    ControlPiece piece;

    for (size_t at = 0; control_forms_next(&writer->control, line, &at, &piece, writer->article->arena);) {
        Range source = {range.start + piece.source.start, range.start + piece.source.end};

        set_styles(writer, piece.styles | writer->set_apart);
        set_link(writer, piece.link);
        if (piece.text.bytes == line.bytes + piece.source.start && piece.text.size == range_size(piece.source))
            add_marked(writer, source);
        else
            add_made(writer, piece.text, source);
    }
}

static void add_line(TextWriter *writer, Range range)
{
    bool told =
        writer->control.styles || writer->control.link.size || control_forms_has(text_slice(writer->source, range));

    if (told)
        add_controlled(writer, range);
    else
        add_marked(writer, range);
}

/* ---- passages ---- */

static void add_prose(TextWriter *writer, const Passage *passage)
{
    Arena *arena = writer->article->arena;
    const SourceLine *lines = passage->lines.items;

    writer->marks.count = writer->next_mark = 0;
    if (!passage->printed)
        markdown_marks(arena, writer->source, (Range){lines[0].range.start, lines[passage->lines.count - 1].range.end},
                       &writer->marks);
    writer->keeps_blanks = passage->joined;
    for (size_t i = 0; i < passage->lines.count; i++) {
        Range range = lines[i].range;
        LineJoint joint = JOINT_NONE;

        if (i + 1 < passage->lines.count)
            joint = line_joint(arena, &writer->breaks, writer->source, text_slice(writer->source, range),
                               text_slice(writer->source, lines[i + 1].range));
        if (joint == JOINT_DROP_HYPHEN)
            range.end -= line_hyphen_size(text_slice(writer->source, range));
        add_line(writer, range);
        if (joint == JOINT_BLANK && passed_end(writer) <= lines[i].range.end)
            add_blank(writer, (Range){range.end, range.end + 1});
    }
    writer->keeps_blanks = false;
}

/* From the line on that its `columns` blanks at the front end: those are the block's. */
static size_t verbatim_start(Text source, const SourceLine *line, unsigned columns)
{
    size_t at = line->range.start;

    for (unsigned left = line->indent;
         left > columns && at > line->start && (source.bytes[at - 1] == ' ' || source.bytes[at - 1] == '\t');) {
        unsigned size = source.bytes[at - 1] == '\t' ? 8 : 1;

        left = left > size ? left - size : 0;
        at--;
    }
    return at;
}

static void add_lines(TextWriter *writer, const Passage *passage)
{
    unsigned columns = UINT32_MAX;

    for (size_t i = 0; i < passage->lines.count; i++) {
        const SourceLine *line = &passage->lines.items[i];

        if (!source_line_is_blank(line) && line->indent < columns)
            columns = line->indent;
    }
    writer->keeps_blanks = true;
    writer->marks.count = 0;
    for (size_t i = 0; i < passage->lines.count; i++) {
        const SourceLine *line = &passage->lines.items[i];

        if (i)
            add(writer, TEXT("\n"),
                (Range){passage->lines.items[i - 1].range.end, passage->lines.items[i - 1].range.end + 1});
        if (!source_line_is_blank(line))
            add_line(writer, (Range){verbatim_start(writer->source, line, columns), line->range.end});
    }
    writer->keeps_blanks = false;
}

/* As many line ends as there is room for in the source: two between most blocks. */
static void begin_block(TextWriter *writer, const Passage *passage)
{
    Text *written = &writer->article->text;
    size_t room =
        passage->lines.items[0].range.start > written->size ? passage->lines.items[0].range.start - written->size : 0;

    for (size_t i = 0; written->size && i < 2 && i < room && written->size < writer->capacity; i++)
        writer->bytes[written->size++] = '\n';
}

/* Blanks at its end are no part of a block, nor of what is set apart in it or leads somewhere. */
static void trim_end(TextWriter *writer, size_t start)
{
    Article *article = writer->article;
    size_t *size = &article->text.size;

    while (*size > start && ascii_is_blank(writer->bytes[*size - 1]))
        --*size;
    for (; article->emphases.count; article->emphases.count--) {
        Range *last = &article->emphases.items[article->emphases.count - 1].range;

        last->end = last->end < *size ? last->end : *size;
        if (last->start < last->end)
            break;
    }
    for (; article->links.count; article->links.count--) {
        Link *last = &article->links.items[article->links.count - 1];

        if (last->range.end <= *size)
            break;
        last->range.end = *size;
        last->text = text_slice(article->text, last->range);
        if (last->range.start < last->range.end)
            break;
    }
}

Range text_writer_add(TextWriter *writer, Text source, const Passage *passage)
{
    Text *written = &writer->article->text;
    size_t before = written->size, start;

    writer->source = source;
    begin_block(writer, passage);
    start = written->size;
    if (passage->kind == BLOCK_VERBATIM && !passage->joined)
        add_lines(writer, passage);
    else
        add_prose(writer, passage);
    trim_end(writer, start);
    writer->set_apart = 0;
    set_styles(writer, 0);
    set_link(writer, (Text){0});
    if (written->size == start)
        written->size = before;
    return (Range){start, written->size};
}
