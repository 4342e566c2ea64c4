/*
 * A text is taken for Markdown only where plain text would be read worse: that undoes emphasis, links and headings on its own, and can show a text
 * that is still coming. So it wants two signs of different kinds, of which one cannot be anything else.
 */
#include "formats/markdown/markdown_signs.h"

#include "formats/markdown/front_matter.h"
#include "formats/markdown/markdown_table.h"

typedef struct Signs {
    size_t headings; /* "## The tide", with a blank line before it */
    size_t links;    /* "[the tide](https://…)", "![…](…)" */
    size_t fences;   /* of code */
    size_t tables;   /* "|---|---|" */
    size_t notes;    /* "[^1]:", "[a]: https://…" */
    size_t others;   /* that plain text has too: lists, quotations, emphasis */
} Signs;

/* "## The tide": one to six signs, a blank, words, and not what a comment of a program says ("#!", "# -*-"). */
static bool is_heading(Text line)
{
    size_t size = 0;

    while (size < line.size && line.bytes[size] == '#')
        size++;
    return size && size <= 6 && size + 1 < line.size && line.bytes[size] == ' ' &&
           !ascii_is_blank(line.bytes[size + 1]) && line.bytes[line.size - 1] != ';';
}

/* "[the tide](https://…)": an address, not a remark in brackets. */
static size_t count_links(Text line)
{
    static const Text starts[] = {LITERAL("](http://"), LITERAL("](https://"), LITERAL("](/"),       LITERAL("](#"),
                                  LITERAL("](./"),      LITERAL("](../"),      LITERAL("](mailto:"), LITERAL("](<")};
    size_t count = text_find(line, TEXT("!["), 0) != TEXT_NOT_FOUND && text_find(line, TEXT("]("), 0) != TEXT_NOT_FOUND;

    for (size_t at = 0; (at = text_find(line, TEXT("]("), at)) != TEXT_NOT_FOUND; at += 2) {
        Text rest = text_slice(line, (Range){at, line.size});

        for (size_t i = 0; i < COUNT_OF(starts); i++)
            count += text_starts_with(rest, starts[i]);
    }
    return count;
}

static bool is_definition(Text line)
{
    size_t close = text_starts_with(line, TEXT("[")) ? text_find(line, TEXT("]:"), 0) : TEXT_NOT_FOUND;
    Text rest;

    if (close == TEXT_NOT_FOUND || close < 2)
        return false;
    rest = text_trim(text_slice(line, (Range){close + 2, line.size}));
    return line.bytes[1] == '^' || text_starts_with(rest, TEXT("http")) || text_starts_with(rest, TEXT("<http"));
}

static bool has_other(Text line)
{
    static const Text starts[] = {LITERAL("- "), LITERAL("* "), LITERAL("+ "), LITERAL("> "), LITERAL("1. ")};

    for (size_t i = 0; i < COUNT_OF(starts); i++) {
        if (text_starts_with(line, starts[i]))
            return true;
    }
    return text_find(line, TEXT("**"), 0) != TEXT_NOT_FOUND || text_find(line, TEXT("`"), 0) != TEXT_NOT_FOUND;
}

static void look_at(Signs *signs, Text line, bool after_blank)
{
    signs->headings += after_blank && is_heading(line);
    signs->links += count_links(line);
    signs->fences += text_starts_with(line, TEXT("```"));
    signs->tables += markdown_is_table_rule(line);
    signs->notes += is_definition(line);
    signs->others += has_other(line);
}

static Signs find_signs(Text text)
{
    enum { LINES_LOOKED_AT = 1000 };
    Signs signs = {0};
    bool after_blank = true;
    Text line;

    for (size_t at = 0, lines = 0; lines < LINES_LOOKED_AT && text_next_part(text, '\n', &at, &line); lines++) {
        Text words = text_trim(line);

        look_at(&signs, words, after_blank);
        after_blank = words.size == 0;
    }
    return signs;
}

static bool has_title(Text yaml)
{
    return text_find(yaml, TEXT("\ntitle:"), 0) != TEXT_NOT_FOUND ||
           text_find(yaml, TEXT("\nTitle:"), 0) != TEXT_NOT_FOUND;
}

bool markdown_recognises(Text head)
{
    FrontMatter front = front_matter_find(head);
    Signs signs = find_signs(text_slice(head, (Range){front.end, head.size}));
    bool links = signs.links > 0, code = signs.fences > 1, tables = signs.tables > 0, notes = signs.notes > 0;
    int kinds = links + code + tables + notes;

    if (front.yaml.size && has_title(front.yaml))
        return signs.headings || signs.others || kinds;
    return (signs.headings && kinds > 0) || (signs.headings > 2 && signs.others > 2) || kinds > 2;
}
