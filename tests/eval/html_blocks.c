/*
 * Blocks are compared by the sums of their words, kind by kind: first those that are of the same kind in both, then those that may be of any; what is
 * left on either side is wrong.
 */
#include "eval/html_blocks.h"

#include <inttypes.h>
#include <stdio.h>

#include "base/system/file.h"
#include "eval/bare_words.h"

static const Text kind_names[] = {
#define KIND(ID, name) LITERAL(name),
    GOLD_KINDS(KIND)
#undef KIND
};

/* ---- the table ---- */

static bool read_sum(Text text, uint64_t *sum)
{
    *sum = 0;
    for (size_t i = 0; i < text.size; i++) {
        int digit = ascii_hex_digit(text.bytes[i]);

        if (digit < 0)
            return false;
        *sum = *sum << 4 | (unsigned)digit;
    }
    return text.size == 16;
}

static bool read_line(Text line, GoldBlock *block)
{
    Text fields[4] = {{0}};
    size_t at = 0, kind = 0;

    for (size_t i = 0; i < COUNT_OF(fields); i++) {
        if (!text_next_part(line, '\t', &at, &fields[i]))
            return false;
    }
    while (kind < COUNT_OF(kind_names) && !text_equal(kind_names[kind], fields[2]))
        kind++;
    *block = (GoldBlock){.page = fields[0], .part = fields[1], .kind = (GoldKind)kind};
    return kind < COUNT_OF(kind_names) && read_sum(fields[3], &block->sum);
}

bool gold_blocks_read(Arena *arena, const char *path, GoldBlocks *blocks)
{
    Report report;
    Text lines, line;
    File file;

    report_init(&report, arena, text_from(path));
    if (!file_open(&file, path, &report)) {
        (void)fprintf(stderr, "%s: cannot be read\n", path);
        return false;
    }
    (void)file_load_all(&file);
    lines = arena_copy(arena, file.bytes);
    file_close(&file);
    for (size_t at = 0, number = 1; text_next_part(lines, '\n', &at, &line); number++) {
        GoldBlock block;

        if (!line.size || line.bytes[0] == '#')
            continue;
        if (!read_line(line, &block)) {
            (void)fprintf(stderr, "%s:%zu: a page, a part, a kind and a sum were expected\n", path, number);
            return false;
        }
        ARRAY_PUSH(arena, *blocks, block);
    }
    return true;
}

bool gold_blocks_has(const GoldBlocks *blocks, Text page, Text part)
{
    for (size_t i = 0; i < blocks->count; i++) {
        if (text_equal(blocks->items[i].page, page))
            return !part.size || text_equal(blocks->items[i].part, part);
    }
    return false;
}

/* ---- what we see ---- */

static GoldKind kind_of(BlockKind kind)
{
    switch (kind) {
    case BLOCK_HEADING:
        return GOLD_HEADING;
    case BLOCK_CAPTION:
    case BLOCK_CREDIT:
        return GOLD_CAPTION;
    case BLOCK_BLOCKQUOTE:
    case BLOCK_CITE:
        return GOLD_QUOTATION;
    case BLOCK_LIST_ITEM:
    case BLOCK_ORDERED_ITEM:
        return GOLD_LIST;
    case BLOCK_NOTE:
        return GOLD_TABLE;
    case BLOCK_VERBATIM:
        return GOLD_CODE;
    default:
        return GOLD_PARAGRAPH;
    }
}

/* A table that is narrow is set in columns, and lines of code are too. */
static bool is_same_kind(GoldKind gold, GoldKind seen)
{
    return gold == seen || (gold == GOLD_TABLE && seen == GOLD_CODE);
}

static GoldBlock *find_block(GoldBlocks *gold, Text page, uint64_t sum, GoldKind kind)
{
    for (size_t i = 0; i < gold->count; i++) {
        GoldBlock *block = &gold->items[i];

        if (block->sum == sum && text_equal(block->page, page) && is_same_kind(block->kind, kind) &&
            (!block->is_found || kind == GOLD_ANY))
            return block;
    }
    return NULL;
}

static void count_text(BlockFigures *figures, GoldBlocks *gold, Text page, GoldKind kind, Text text, bool tell)
{
    uint64_t sum = bare_words_sum(text);
    GoldBlock *block = find_block(gold, page, sum, kind);

    if (sum == bare_words_no_sum())
        return;
    if (block) {
        block->is_found = true;
        figures->found[block->kind]++;
        figures->right[block->kind]++;
        return;
    }
    if (find_block(gold, page, sum, GOLD_ANY))
        return;
    figures->found[kind]++;
    if (tell)
        printf("%.*s: no %.*s: %016" PRIx64 " %.*s\n", TEXT_ARGS(page), TEXT_ARGS(kind_names[kind]), sum,
               TEXT_ARGS(text));
}

static void count_missing(BlockFigures *figures, const GoldBlocks *gold, Text page, bool tell)
{
    for (size_t i = 0; i < gold->count; i++) {
        const GoldBlock *block = &gold->items[i];

        if (!text_equal(block->page, page) || block->kind == GOLD_ANY)
            continue;
        figures->gold[block->kind]++;
        if (!block->is_found && tell)
            printf("%.*s: missing %.*s: %016" PRIx64 "\n", TEXT_ARGS(page), TEXT_ARGS(kind_names[block->kind]),
                   block->sum);
    }
}

void block_figures_add(BlockFigures *figures, GoldBlocks *gold, Text page, const Article *article, bool tell)
{
    figures->pages++;
    for (size_t i = 0; i < article->blocks.count; i++) {
        BlockKind kind = article->blocks.items[i].kind;
        Text text = article_block_text(article, i), line;

        if (block_is_in_head(kind) || !block_has_text(kind))
            continue;
        if (kind != BLOCK_VERBATIM) {
            count_text(figures, gold, page, kind_of(kind), text, tell);
            continue;
        }
        for (size_t at = 0; text_next_part(text, '\n', &at, &line);)
            count_text(figures, gold, page, GOLD_CODE, line, tell);
    }
    count_missing(figures, gold, page, tell);
}

/* ---- figures ---- */

static double part_of(size_t right, size_t all)
{
    return all ? (double)right / (double)all : 1;
}

void block_figures_print(Text name, const BlockFigures *figures)
{
    if (!figures->pages)
        return;
    printf("%.*s: %zu pages\n", TEXT_ARGS(name), figures->pages);
    for (size_t kind = 0; kind < GOLD_ANY; kind++) {
        if (figures->gold[kind] || figures->found[kind])
            printf("    %-10.*s %5zu   precision %.3f   recall %.3f\n", TEXT_ARGS(kind_names[kind]),
                   figures->gold[kind], part_of(figures->right[kind], figures->found[kind]),
                   part_of(figures->right[kind], figures->gold[kind]));
    }
}
