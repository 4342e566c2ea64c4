/*
 * What is written of an article reads back as the same article, without a mistake, and written again it is the same bytes: for all that
 * the project has, and for articles that are put together from what is hostile to YAML.
 */
#include "article/article_build.h"
#include "base/unicode/unicode.h"
#include "formats/formats.h"
#include "random.h"
#include "vectors.h"
#include "written_article.h"

enum { GENERATED = 3000 };

static void show_problems(const Report *report, Arena *arena)
{
    for (size_t i = 0; i < report->problems.count && i < 5; i++)
        printf("# %.*s\n", TEXT_ARGS(report_line(report, &report->problems.items[i], arena)));
}

/* NULL: all is well. */
static const char *fault_of(Arena *arena, const Article *article)
{
    Text source = written_yaml(arena, article);
    const char *difference;
    Article *read;
    Report report;

    report_init(&report, arena, TEXT("written"));
    read = written_read(arena, source, &report);
    if (!read || report.problems.count) {
        show_problems(&report, arena);
        return "it has mistakes";
    }
    difference = written_difference(arena, article, read);
    if (!difference && !text_equal(written_yaml(arena, read), source)) {
        vector_show_difference(source, written_yaml(arena, read));
        return "what is written of it again is another";
    }
    if (difference)
        printf("# %s is another:\n%.*s\n", difference, TEXT_ARGS(text_slice(source, (Range){0, 4000})));
    return difference;
}

/* The line of JSON: no character in it that a terminal would not be sent as it is, and none but the last ends a line. */
static const char *json_fault_of(Arena *arena, const Article *article)
{
    Text line = written_json(arena, article);
    const char *difference;
    Article *read;
    Report report;

    report_init(&report, arena, TEXT("written.json"));
    read = written_read(arena, line, &report);
    difference = !read || report.error_count ? "it has mistakes" : written_json_difference(arena, article, read);
    if (text_find_byte(line, '\n', 0) != line.size - 1)
        difference = "it is more than a line";
    if (difference)
        printf("# JSON: %s: %.*s", difference, TEXT_ARGS(line));
    if (difference)
        show_problems(&report, arena);
    return difference;
}

/* ---- what the project has ---- */

static void try_file(const char *folder, const char *name)
{
    Arena arena = {0};
    Article *article;
    Report report;
    File file;
    char path[VECTOR_PATH];

    vector_path(path, folder, name);
    report_init(&report, &arena, text_from(path));
    if (file_open(&file, path, &report)) {
        article = article_read(&arena, &file, NULL, &report);
        if (article)
            (void)article_index(article, SIZE_MAX);
        if (article && report.problems.count == 0 && !article->is_source && article->length.words)
            ok(!fault_of(&arena, article) && !json_fault_of(&arena, article), "%s: written and read back", name);
        file_close(&file);
    }
    arena_release(&arena);
}

static void try_folder(const char *folder, const char *suffix)
{
    VectorNames list;

    vector_list(&list, folder, "", suffix);
    ok(list.count > 0, "%s has files in %s", folder, suffix);
    for (size_t i = 0; i < list.count; i++)
        try_file(folder, list.names[i]);
    vector_list_release(&list);
}

/* ---- what is generated ---- */

static const Text pieces[] = {
    /* clang-format off */
    LITERAL("a"), LITERAL("The council"), LITERAL("“We knew,”"), LITERAL("said"), LITERAL("unparalleledconsequencesofreconsiderations"),
    LITERAL("https://example.org/a?b=c#d"), LITERAL(" "), LITERAL(" "), LITERAL(" "), LITERAL("  "), LITERAL("\t"), LITERAL("\n"),
    LITERAL(": "), LITERAL(":"), LITERAL(" #"), LITERAL("#"), LITERAL("- "), LITERAL("-"), LITERAL("---"), LITERAL("..."), LITERAL("? "),
    LITERAL("'"), LITERAL("\""), LITERAL("\\"), LITERAL("\\n"), LITERAL("{"), LITERAL("}"), LITERAL("["), LITERAL("]"), LITERAL(","),
    LITERAL("&"), LITERAL("*"), LITERAL("!"), LITERAL("|"), LITERAL(">"), LITERAL(">-"), LITERAL("%"), LITERAL("@"), LITERAL("`"),
    LITERAL("~"), LITERAL("null"), LITERAL("no"), LITERAL("2022"), LITERAL("12:30"), LITERAL("<<"), LITERAL("😀"), LITERAL("שלום"),
    LITERAL("日本語"), LITERAL("é"), LITERAL("\u2028"), LITERAL("\u2029"), LITERAL("\xC2\x85"), LITERAL("\uFEFF"), LITERAL("\u00A0"),
    LITERAL("\r"), LITERAL("\r\n"), LITERAL("\u00AD"), LITERAL("\u200B"),
    /* clang-format on */
};

/* What no file may have. */
static const Text controls[] = {LITERAL("\x01"), LITERAL("\x1B[31m"), LITERAL("\x7F"), LITERAL("\uFFFE")};
static bool has_controls;

static Text random_text(Arena *arena, size_t most)
{
    TextBuffer text = {0};
    size_t count = random_below(most + 1);

    while (count-- > 0)
        text_buffer_add(arena, &text, has_controls && random_below(20) == 0 ? RANDOM_OF(controls) : RANDOM_OF(pieces));
    return text_buffer_text(&text);
}

/* With something in it that stays when it is trimmed. */
static Text random_words(Arena *arena, size_t most)
{
    return arena_join(arena, (const Text[]){random_text(arena, most), TEXT("x"), random_text(arena, most)}, 3);
}

static const BlockKind kinds[] = {BLOCK_PARAGRAPH, BLOCK_PARAGRAPH,  BLOCK_HEADING,     BLOCK_CAPTION,
                                  BLOCK_CREDIT,    BLOCK_BLOCKQUOTE, BLOCK_CITE,        BLOCK_LIST_ITEM,
                                  BLOCK_LIST_ITEM, BLOCK_LIST_ITEM,  BLOCK_VERBATIM,    BLOCK_ORDERED_ITEM,
                                  BLOCK_NOTE,      BLOCK_RULE,       BLOCK_ORDERED_ITEM};

static void add_blocks(ArticleBuilder *builder)
{
    Arena *arena = builder->article->arena;
    unsigned number = 0;

    for (size_t count = 1 + random_below(8); count-- > 0;) {
        BlockKind kind = RANDOM_OF(kinds);

        number = random_below(3) ? number + 1 : (unsigned)random_below(5);
        builder->entry += random_below(2);
        article_build_block(builder, kind, kind == BLOCK_RULE ? (Text){0} : random_words(arena, 30),
                            kind == BLOCK_ORDERED_ITEM ? number : 0);
        if (kind == BLOCK_CAPTION && random_below(2))
            ARRAY_PUSH(arena, builder->article->pictures,
                       ((Picture){builder->article->blocks.count - 1, random_words(arena, 3), random_text(arena, 8)}));
    }
}

/* Is a place within a character or a word? */
static bool goes_on(Text text, size_t at)
{
    return ((unsigned char)text.bytes[at] & 0xC0) == 0x80 ||
           (ascii_is_alnum(text.bytes[at - 1]) && ascii_is_alnum(text.bytes[at]));
}

/* Links in their order, apart from one another, within blocks and of whole words. */
static void add_links(Article *article)
{
    size_t end = 0;

    for (size_t i = 0; i < article->blocks.count; i++) {
        Text text = article_block_text(article, i);
        Range range;

        if (block_is_in_head(article->blocks.items[i].kind) || text.size < 4)
            continue;
        range.start = article->blocks.items[i].range.start + random_below(text.size / 2);
        range.end = range.start + 1 + random_below(text.size / 2);
        while (range.start > 0 && goes_on(article->text, range.start))
            range.start--;
        while (range.end < article->text.size && goes_on(article->text, range.end))
            range.end++;
        if (range.start < end || text_trim(text_slice(article->text, range)).size == 0)
            continue;
        ARRAY_PUSH(article->arena, article->links, ((Link){.url = random_words(article->arena, 3), .range = range}));
        end = range.end;
    }
}

static Article *random_article(Arena *arena)
{
    static const Text dates[] = {LITERAL("2026-11-30"), LITERAL("yesterday"), LITERAL("2026-11-30T10:00:00Z")};
    Article *article = article_new(arena);
    ArticleBuilder builder = {.article = article};

    has_controls = random_below(4) == 0;
    for (int field = 0; field < FIELD_COUNT; field++) {
        if (field != FIELD_DATELINE && random_below(3) == 0)
            article->fields[field] = text_trim(random_text(arena, 12));
    }
    if (random_below(2))
        article->fields[FIELD_DATE] = RANDOM_OF(dates);
    for (size_t count = random_below(3); count-- > 0;)
        ARRAY_PUSH(arena, article->authors,
                   ((Author){random_words(arena, 3), random_text(arena, 3), random_text(arena, 2)}));
    for (size_t count = random_below(3); count-- > 0;)
        ARRAY_PUSH(arena, article->tags, random_words(arena, 2));
    article->quality = random_below(2) ? QUALITY_UNKNOWN : (int)random_below(QUALITY_MOST + 1);
    article->page_kind = (PageKind)random_below(PAGE_KIND_COUNT);
    article->next_page = random_below(2) ? (Text){0} : random_words(arena, 2);
    add_blocks(&builder);
    article_build_block(&builder, BLOCK_PARAGRAPH, random_words(arena, 10), 0);
    article_build_end(&builder);
    if (!has_controls) /* where two of them stood, words may be found in other places */
        add_links(article);
    return article;
}

static void try_generated(void)
{
    unsigned long seed = random_begin(16);
    size_t count = torture_is_long() ? GENERATED * 100 : GENERATED, good = 0;

    for (size_t i = 0; i < count; i++) {
        uint64_t state = random_state;
        Arena arena = {0};
        Article *article = random_article(&arena);
        const char *fault = fault_of(&arena, article);

        fault = fault ? fault : json_fault_of(&arena, article);
        good += fault == NULL;
        if (fault && count - good <= 2)
            printf("# SEED=%llu: %s\n", (unsigned long long)state, fault);
        arena_release(&arena);
        if (fault && i + 1 - good > 1)
            break;
    }
    ok(good == count, "%zu of %zu generated articles, seed %lu", good, count, seed);
}

static void try_long(void)
{
    enum { LONG = 1 << 20 };
    static const Text rows[] = {LITERAL("a"),  LITERAL("a "),  LITERAL(" "),
                                LITERAL("\n"), LITERAL("\n "), LITERAL("日")};

    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        Arena arena = {0};
        Article *article = article_new(&arena);
        ArticleBuilder builder = {.article = article};
        TextBuffer text = {0};

        text_buffer_add(&arena, &text, TEXT("x"));
        while (text.count < LONG)
            text_buffer_add(&arena, &text, rows[i]);
        text_buffer_add(&arena, &text, TEXT("x"));
        article_build_block(&builder, BLOCK_PARAGRAPH, text_buffer_text(&text), 0);
        article_build_block(&builder, BLOCK_VERBATIM, text_buffer_text(&text), 0);
        article_build_end(&builder);
        ok(fault_of(&arena, article) == NULL, "a megabyte of row %zu", i);
        arena_release(&arena);
    }
}

int main(void)
{
    (void)unicode_init("C.UTF-8");
    try_folder("articles", ".yaml");
    try_folder("articles", ".txt");
    try_folder("tests/vectors/articles", ".yaml");
    try_folder("tests/vectors/articles", ".json");
    try_folder("tests/vectors/articles", ".txt");
    try_folder("tests/commands", ".yaml");
    try_folder("tests/vectors/speakers", ".txt");
    try_generated();
    try_long();
    return tap_done();
}
