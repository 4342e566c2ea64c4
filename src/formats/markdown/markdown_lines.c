/*
 * Of the body's text alone, before and beside what md4c makes of it:
 *
 *     [^a]: The tide              a footnote, up to its colon
 *     > — Jane Doe                whose words a quotation has: its last line, behind a dash
 *     By Jane Doe                 in the first lines, who wrote it
 */
#include "formats/markdown/markdown_lines.h"

#include "formats/text/forms/furniture.h"
#include "formats/text/forms/head.h"
#include "formats/text/words/line_words.h"

size_t markdown_footnote_end(Text body, size_t at)
{
    enum { LABEL_LONGEST = 100 };
    Text line = text_slice(body, (Range){at, at + LABEL_LONGEST});
    size_t close = text_starts_with(line, TEXT("[^")) ? text_find_byte(line, ']', 2) : TEXT_NOT_FOUND;

    if (close == TEXT_NOT_FOUND || close == 2 || close + 1 >= line.size || line.bytes[close + 1] != ':' ||
        text_find_byte(text_slice(line, (Range){0, close}), '\n', 0) != TEXT_NOT_FOUND)
        return 0;
    return at + close + 2;
}

size_t markdown_dash_size(Text line)
{
    static const Text dashes[] = {LITERAL("—"), LITERAL("–"), LITERAL("―"), LITERAL("--")};

    for (size_t i = 0; i < COUNT_OF(dashes); i++) {
        size_t size = dashes[i].size;

        if (!text_starts_with(line, dashes[i]))
            continue;
        while (size < line.size && (line.bytes[size] == ' ' || line.bytes[size] == '-'))
            size++;
        return size;
    }
    return 0;
}

bool markdown_is_last_line(Text body, size_t at)
{
    size_t end = text_find_byte(body, '\n', at);

    if (end == TEXT_NOT_FOUND)
        return true;
    for (at = end + 1; at < body.size && byte_is_one_of(body.bytes[at], " \t>");)
        at++;
    return at == body.size || body.bytes[at] == '\n' || body.bytes[at] == '\r';
}

bool markdown_take_head_line(MarkupWriter *writer, Text words)
{
    enum { LONGEST = 200 };
    Article *article = writer->builder->article;
    Text line = arena_copy(article->arena, words);
    HeadPart part = HEAD_NONE;
    HeadFields head;

    if (words.size > LONGEST || article->paragraphs)
        return false;
    if (!article->fields[FIELD_BYLINE].size && !article->authors.count && head_byline_form(line) == BYLINE_MARKED)
        part = HEAD_BYLINE;
    else if (head_date_line(line) == DATE_LINE_DATE || head_date_line(line) == DATE_LINE_UPDATED)
        part = HEAD_DATE;
    if (part == HEAD_NONE)
        return false;
    head_read(article->arena, &line, &part, 1, &head);
    for (int field = 0; field < FIELD_COUNT; field++) {
        if (!article->fields[field].size)
            article->fields[field] = head.fields[field];
    }
    for (size_t i = 0; i < head.authors.count; i++)
        ARRAY_PUSH(article->arena, article->authors, head.authors.items[i]);
    if (part == HEAD_BYLINE)
        writer->block.kind = BLOCK_BYLINE;
    return part == HEAD_DATE;
}

BlockKind markdown_kind_of_paragraph(Text words)
{
    BlockKind kind;

    if (furniture_besides_heading(words, &kind) && (kind == BLOCK_CAPTION || kind == BLOCK_CREDIT || kind == BLOCK_NOTE))
        return kind;
    return BLOCK_PARAGRAPH;
}
