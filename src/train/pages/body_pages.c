/* Which blocks are the article is told by runs of words: three fifths of a block's must stand in the gold text; a short one must be a line of it. */
#include "train/pages/body_pages.h"

#include <stdio.h>
#include <stdlib.h>

#include "article/page_address.h"
#include "base/html/html_charset.h"
#include "base/json/json.h"
#include "base/system/file.h"
#include "html/body/blocks/word_runs.h"
#include "html/tree/html_parse.h"
#include "train/pages/text_overlap.h"

/* ---- the list ---- */

/* As cksum(1) does of the name: a third is kept, whoever counts. */
static uint32_t posix_sum(Text text)
{
    uint32_t sum = 0;
    size_t length = text.size;

    for (size_t i = 0; i < text.size || length; i++) {
        unsigned char byte = i < text.size ? (unsigned char)text.bytes[i] : (unsigned char)(length & 0xFF);

        if (i >= text.size)
            length >>= 8;
        sum ^= (uint32_t)byte << 24;
        for (int bit = 0; bit < 8; bit++)
            sum = sum & 0x80000000u ? sum << 1 ^ 0x04C11DB7u : sum << 1;
    }
    return ~sum;
}

static Text load(Arena *arena, Text path)
{
    Report report;
    Text bytes;
    File file;

    report_init(&report, arena, path);
    if (!file_open(&file, arena_terminated(arena, path), &report))
        return (Text){0};
    (void)file_load_all(&file);
    bytes = arena_copy(arena, file.bytes);
    file_close(&file);
    return bytes;
}

/*
 * The name of a site without what stands before and behind it: "example" of "www.example.co.uk" and of "example.com". Pages of one site are alike,
 * and all in one fold.
 */
static Text site_name(Text url)
{
    static const Text seconds[] = {LITERAL("co"),  LITERAL("com"), LITERAL("org"), LITERAL("net"), LITERAL("gov"),
                                   LITERAL("edu"), LITERAL("ac"),  LITERAL("or"),  LITERAL("ne")};
    Text host = page_address_host(url), part = host;

    for (size_t end = host.size, labels = 0; end > 0 && labels < 3; labels++) {
        size_t start = end;

        while (start > 0 && host.bytes[start - 1] != '.')
            start--;
        part = text_slice(host, (Range){start, end});
        if (labels > 0 && !TEXT_IS_ONE_OF(part, seconds))
            return part;
        end = start ? start - 1 : 0;
    }
    return part;
}

static Text fold_name(Arena *arena, Text url, unsigned draw)
{
    return arena_printf(arena, "%.*s%u", TEXT_ARGS(site_name(url)), draw);
}

static Text member(const JsonObject *object, Text key)
{
    const JsonMember *found = json_member(object, key);

    return found ? found->text : (Text){0};
}

void body_pages_list(Arena *arena, Text folder, unsigned draw, BodyPages *pages)
{
    Text path = arena_join(arena, (Text[]){folder, TEXT("/gold.jsonl")}, 2);
    Text lines = load(arena, path), line;
    const char *why;

    if (!lines.size) {
        (void)fprintf(stderr, "%.*s: cannot be read\n", TEXT_ARGS(path));
        exit(2);
    }
    for (size_t at = 0, wrong; text_next_part(lines, '\n', &at, &line);) {
        JsonObject object = {0};
        BodyPage page = {0};

        if (!line.size || !json_read_object(arena, line, &object, &wrong, &why))
            continue;
        page.id = member(&object, TEXT("id"));
        page.set = member(&object, TEXT("set"));
        page.path = member(&object, TEXT("file"));
        page.gold = member(&object, TEXT("body"));
        page.is_kept = posix_sum(page.id) % 3 == 0;
        page.fold = posix_sum(fold_name(arena, member(&object, TEXT("url")), draw)) / 3 % BODY_FOLDS;
        ARRAY_PUSH(arena, *pages, page);
    }
}

/* ---- labels ---- */

static size_t count_words(Text text)
{
    size_t count = 0;
    Text word;

    for (size_t at = 0; overlap_next_word(text, &at, &word);)
        count++;
    return count;
}

static bool is_line_of(Text gold, Text text)
{
    Text line;

    for (size_t at = 0; text_next_part(gold, '\n', &at, &line);) {
        if (line.size < 200 && text_same_words(line, text))
            return true;
    }
    return false;
}

/* Of blocks with the same words the article has one: that with more of it around. */
static void drop_twins(BodyPage *page)
{
    const Page *blocks = &page->page;

    for (size_t i = 0; i < blocks->blocks.count; i++) {
        for (size_t k = i + 1; page->labels[i] && page->facts.blocks[i].is_repeated && k < blocks->blocks.count; k++) {
            size_t around[2] = {0};
            const size_t at[2] = {i, k};

            if (!page->labels[k] || !text_equal(page_block_text(blocks, i), page_block_text(blocks, k)))
                continue;
            for (int twin = 0; twin < 2; twin++) {
                for (size_t near = at[twin] < 3 ? 0 : at[twin] - 3; near < at[twin] + 4 && near < blocks->blocks.count;
                     near++)
                    around[twin] += near != at[twin] && page->labels[near];
            }
            page->labels[around[0] >= around[1] ? k : i] = 0;
        }
    }
}

static void label(Arena *arena, BodyPage *page)
{
    size_t count = page->page.blocks.count, gold_words = count_words(page->gold), first = NO_INDEX, last = 0;
    WordRuns runs;

    page->labels = ARENA_ARRAY(arena, unsigned char, count + 1);
    page->is_edge = ARENA_ARRAY(arena, bool, count + 1);
    page->weights = ARENA_ARRAY(arena, float, count + 1);
    word_runs_read(arena, &runs, page->gold);
    for (size_t i = 0; i < count; i++) {
        Text text = page_block_text(&page->page, i);
        size_t words = count_words(text);

        page->labels[i] = words >= RUN_WORDS ? word_runs_share(&runs, text) >= 6 : words && is_line_of(page->gold, text);
        page->weights[i] = (float)(words < 3 ? 3 : words > 100 ? 100 : words) / 20.0F;
    }
    drop_twins(page);
    for (size_t i = 0; i < count; i++) {
        if (!page->labels[i])
            continue;
        first = first == NO_INDEX ? i : first;
        last = i;
    }
    for (size_t i = 0; i < count; i++) {
        float part = 800.0F / (float)(gold_words < 200 ? 200 : gold_words);

        page->weights[i] *= part > 2 ? 2 : part < 0.5F ? 0.5F : part;
        if (first != NO_INDEX && (i == first || i == last))
            page->weights[i] = page->weights[i] * 1.5F + 1.0F;
        page->is_edge[i] = first != NO_INDEX && (i == first || i == last);
    }
}

/* ---- a page ---- */

bool body_page_read(Arena *arena, Text folder, BodyPage *page)
{
    Text path = arena_join(arena, (Text[]){folder, TEXT("/"), page->path}, 3);
    Report report;
    File file;

    report_init(&report, arena, path);
    if (!file_open(&file, arena_terminated(arena, path), &report))
        return false;
    (void)file_load_all(&file);
    file.encoding = html_charset(file.bytes, (Text){0});
    if (!file_decode(&file, &report) || !file_load_all(&file))
        return false;
    if (!html_parse(arena, file.bytes, &page->tree, &report))
        return false;
    page_blocks_read(arena, &page->tree, HIDDEN_LEFT_OUT, &page->page);
    page_facts_read(arena, &page->page, &page->facts);
    page_rules_read(arena, &page->facts, &page->rules);
    label(arena, page);
    file_close(&file);
    return true;
}
