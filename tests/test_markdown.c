/*
 * What the vectors of Markdown do not show: how far blocks are set in, what in them is set apart and what links, where all of it stands in the
 * source; that hostile texts take time and memory as others do, and say what they say.
 */
#include "base/unicode/unicode.h"
#include "formats/formats.h"
#include "formats/markdown/markdown_blocks.h"
#include "random.h"
#include "tap.h"

/* ---- what is within blocks ---- */

static const struct {
    const char *source;
    const char *said; /* of each block: columns, "'" where it is tight, its words with *bold*, /italic/ and <links> */
} rows[] = {
    {"# T\n\n*a* **b** ***c*** `d`\n", "0 /a/ *b* */c/* d\n"},
    {"# T\n\n**a *b* c**\n", "0 *a **/b/** c*\n"},
    {"# T\n\n***a*\nb**\n", "0 */a/* *b*\n"},
    {"# T\n\na,\n[b](c)\n*d*\n", "0 a, <b> /d/\n"},
    {"# T\n\n**a** \n\nb\n", "0 *a*\n0 b\n"},
    {"# T\n\n[a *b*](http://c) d\n", "0 <a /b>/ d\n"},
    {"# T\n\n![a](b) c\n\n[![d](e)](f)\n", "0 <a>\n0 c\n0 <d>\n"},
    {"# T\n\na ![b *c*](d) e [f ![g](h)](i)\n", "0 a <b /c>/ e <f g>\n"},
    {"# T\n\n- a\n  - b\n    - c\n\n      d\n- e\n", "0 a\n2'b\n4 c\n6 d\n0'e\n"},
    {"# T\n\n- a\n- b\n", "0 a\n0'b\n"},
    {"# T\n\n- a\n\n- b\n", "0 a\n0 b\n"},
    {"# T\n\n1. a\n   1. b\n\n   c\n", "0 a\n3'b\n3 c\n"},
    {"# T\n\n- > a\n\n      b\n", "2 a\n2 b\n"},
    {"# T\n\n| *a* | [b](c) |\n|---|---|\n| d e | **f** |\n", "0 /a/    <b>\n---  -\nd e  *f*\n"},
    {"# T\n\n[a\nb\n[^1]: c\n", "0 [a b\n0 [1] c\n"},
    {"# T\n\n|a|b|\n|--|:-:|\n|c|d|\n", "0 a  b\n-  -\nc  d\n"},
    {"# T\n\n*a* | b\n-|-\nc|d\ne\n\nf\n", "0 /a/  b\n-  -\nc  d\ne\n0 f\n"},
    {"# T\n\n| a |\n|:-|\n| b | c \\| `d\\|e` | *f\n| g* |\n", "0 a\n-  -------  -\nb  c | d|e  /f/\ng\n"},
    {"# T\n\n> |a||b\n> |-|-|-\n> c\n\n- d|e\n  -|-\n  |f|\n- g\n", "0 a    b\n-  -  -\nc\n2 d  e\n-  -\nf\n0'g\n"},
    {"# T\n\na|b\nc\n\na\n|-|\n\n[^a]: b|c\n-|-\n", "0 a|b c\n0 a |-|\n0 [a] b|c -|-\n"},
    {"# T\n\n![a](b)|c\n-|-\n[d](e)|&amp;f\n", "0 <a>  c\n-  --\n<d>  &f\n"},
    {"# T\n\na[^1] [^b\n\n[^1]: *c* [d](e)\n[^2]: f\n", "0 a[1] [b\n0 [1] /c/ <d>\n0 [2] f\n"},
    {"# T\n\n<div>a <a href=it's>b</a> c</div>\n", "0 a <b> c\n"},
    {"# T\n\n<div title='a>b'\nid=\"c>d\">e\nf</div>\n", "0 e f\n"},
    {"# T\n\n<div>a <b c\nd e\n</div\n", "0 a <b c d e </div\n"},
    {"# T\n\n<div><svg><p>a</p></div>\n", "0 a\n"},
    {"# T\n\n<div>a<svg><text>b</text></svg><VIDEO>c</Video>d</div>\n", "0 a d\n"},
    {"# T\n\n<ol start=3><li>a<ul><li>b</ul><li><p>c</p><p>d</p></ol>\n", "0 a\n2 b\n0 c\n2 d\n"},
    {"# T\n\n> a\n> — *b*\n", "0 a\n0 /b/\n"},
};

/* The styles that hold at an offset, as signs; where they change. */
static void put_styles(Arena *arena, TextBuffer *said, const Article *article, size_t at, bool begin)
{
    for (size_t i = 0; i < article->links.count; i++) {
        Range range = article->links.items[i].range;

        if (begin && range.start == at)
            text_buffer_add(arena, said, TEXT("<"));
        if (!begin && range.end == at)
            text_buffer_add(arena, said, TEXT(">"));
    }
    for (size_t i = 0; i < article->emphases.count; i++) {
        const Emphasis *emphasis = &article->emphases.items[i];

        if ((begin ? emphasis->range.start : emphasis->range.end) != at)
            continue;
        if (!begin && emphasis->styles & EMPHASIS_ITALIC)
            text_buffer_add(arena, said, TEXT("/"));
        if (emphasis->styles & EMPHASIS_BOLD)
            text_buffer_add(arena, said, TEXT("*"));
        if (begin && emphasis->styles & EMPHASIS_ITALIC)
            text_buffer_add(arena, said, TEXT("/"));
    }
}

static Text describe(Arena *arena, const Article *article)
{
    TextBuffer said = {0};

    for (size_t i = 0; i < article->blocks.count; i++) {
        const Block *block = &article->blocks.items[i];

        if (block_is_in_head(block->kind))
            continue;
        text_buffer_add(arena, &said, arena_printf(arena, "%u%s", (unsigned)block->indent, block->tight ? "'" : " "));
        for (size_t at = block->range.start; at <= block->range.end; at++) {
            put_styles(arena, &said, article, at, false);
            if (at < block->range.end)
                put_styles(arena, &said, article, at, true);
            text_buffer_add(arena, &said, text_slice(article->text, (Range){at, at + (at < block->range.end)}));
        }
        text_buffer_add(arena, &said, TEXT("\n"));
    }
    return text_buffer_text(&said);
}

static Article *read_text(Arena *arena, Text source, Report *report)
{
    File file;

    report_init(report, arena, TEXT("a.md"));
    file_from_text(&file, source);
    return article_read(arena, &file, NULL, report);
}

static void test_rows(void)
{
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        Arena arena = {0};
        Report report;
        const Article *article = read_text(&arena, text_from(rows[i].source), &report);
        Text said = article ? describe(&arena, article) : (Text){0};

        if (!ok(article && text_equal(said, text_from(rows[i].said)), "row %zu: \"%s\"", i, rows[i].said))
            printf("# %.*s\n", TEXT_ARGS(said));
        arena_release(&arena);
    }
}

/* ---- where it stands ---- */

static void test_places(void)
{
    static const char source[] =
        "---\ntitle: The boats\nauthor: Ada\n---\n\n> *Yes* &amp; [no](x).\n\n| a | bb |\n|---|---|\n| c | dd |\n";
    static const struct {
        const char *words, *written;
    } places[] = {
        {"The boats", "The boats"},
        {"Yes & no.", "Yes* &amp; [no](x)."},
        {"&", "&amp;"},
        {"no", "no"},
        {"bb", "bb"},
        {"dd", "dd"},
    };
    Arena arena = {0};
    Report report;
    const Article *article = read_text(&arena, TEXT(source), &report);

    for (size_t i = 0; article && i < COUNT_OF(places); i++) {
        size_t at = text_find(article->text, text_from(places[i].words), 0);
        Range range = {at, at + strlen(places[i].words)};
        Text written = text_slice(TEXT(source), offset_map_range(&article->source, range));

        ok(text_equal(written, text_from(places[i].written)), "\"%s\" stands in the source: \"%.*s\"", places[i].words,
           TEXT_ARGS(written));
    }
    arena_release(&arena);
}

/* ---- nothing is lost ---- */

/*
 * Ways to write words, each with "@" where one stands, and one of these ways where "~" does. What they are within is chosen at random, so that
 * tables stand in quotations and links in cells.
 */
static const char *const spans[] = {
    "@",
    "*@*",
    "**@**",
    "***@ ~***",
    "`@`",
    "[@](http://a.example)",
    "[@ *@*][r]",
    "![@](b.png)",
    "<b>@</b>",
    "<i>@",
    "</i>@",
    "<br>@",
    "@\\\n@",
    "@  \n@",
    "&lt;@",
    "@&nbsp;@",
    "~~@~~",
    "\\*@\\*",
    "a\\|@",
    "[[@]]",
    "[[a|@]]",
    " (@)",
    "[@]",
    "@_@_@",
    "*@",
    "`@",
    "[@",

    "@|@",
    "|@",
    "@[^1]",
    "“@”",
    "_@_ — ~",
    "<!-- c -->@",
    "$@$",
    "==@==",
    "@<sup>@</sup>",
    "<span title='a>b'>@</span>",
    "<a href=it's>@</a>",
    "@ < @ > @",
    "!@",
    "#@",
};
static const char *const blocks[] = {
    "~\n",
    "~\n~\n~\n",
    "## ~\n",
    "~\n===\n",
    "~\n---\n",
    "- ~\n- ~\n  ~\n",
    "* ~\n  1. ~\n  2. ~\n\n     ~\n",
    "7) ~\n\n   ~\n",
    "> ~\n> ~\n",
    "> ~\n>\n> - ~\n> ~\n",
    "> ~\n> — @\n",
    "```\n@\n@\n```\n",
    "~~~ c\n@\n",
    "    @\n      @\n",
    "|~|~|\n|--|:-:|\n|~|~|~|\n|~\n",
    "~ | ~\n---|---\n~ | ~ | ~\n@\n",
    "> | ~ |\n> |-|\n> | ~ | ~ |\n",
    "- ~|~\n  -|-\n  ~|~\n",
    "<div>~</div>\n",
    "<div class=\"a\n b\">@\n<p>@<ul><li>@<li>@</ul>@\n</div>\n",
    "<table><tr><td>@<td>@</tr></table>\n",
    "<details><summary>@</summary>\n\n~\n\n</details>\n",
    "<blockquote>@<pre>@\n @</pre></blockquote>\n",
    "<div>@ <5 @\n",
    "<figure><img src=a alt=\"@\"><figcaption>@</figcaption></figure>\n",
    "[^1]: ~\n\n    @\n",
    "[^2]: ~\n~\n",
    "[r]: http://a.example \"t\"\n",
    "* * *\n",
    "- [ ] ~\n- [x] ~\n",
    "@\n: ~\n",
    "By @ @\n",
    "![@](a.png)\n*~*\n",
    "[![@](a.png)](b)\n",
    "\t~\n",
    "@:\n~\n",
};

typedef struct Generated {
    Arena *arena;
    TextBuffer text;
    size_t words; /* "wort0q", "wort1q", … */
} Generated;

static void generate(Generated *generated, const char *form, const char *inset, unsigned depth)
{
    for (; *form; form++) {
        if (*form == '@')
            text_buffer_add(generated->arena, &generated->text,
                            arena_printf(generated->arena, "wort%zuq", generated->words++));
        else if (*form == '~' && depth > 0)
            generate(generated, spans[random_below(COUNT_OF(spans))], inset, depth - 1);
        else if (*form != '~')
            text_buffer_add(generated->arena, &generated->text, (Text){form, 1});
        if (*form == '\n' && form[1])
            text_buffer_add(generated->arena, &generated->text, text_from(inset));
        if (*form == '~' && random_below(2))
            text_buffer_add(generated->arena, &generated->text, TEXT(" "));
    }
}

static void generate_text(Generated *generated)
{
    static const char *const insets[] = {"", "", "", "> ", "  ", "   ", "> > "};
    size_t count = 1 + random_below(6);

    text_buffer_add(generated->arena, &generated->text, TEXT("# T\n\n"));
    for (size_t i = 0; i < count; i++) {
        const char *inset = insets[random_below(COUNT_OF(insets))];

        text_buffer_add(generated->arena, &generated->text, text_from(inset));
        generate(generated, blocks[random_below(COUNT_OF(blocks))], inset, 3);
        if (random_below(4))
            text_buffer_add(generated->arena, &generated->text, TEXT("\n"));
    }
}

static bool has_word(const Article *article, Text word)
{
    if (text_find(article->text, word, 0) != TEXT_NOT_FOUND)
        return true;
    for (size_t i = 0; i < article->authors.count; i++) {
        if (text_find(article->authors.items[i].name, word, 0) != TEXT_NOT_FOUND)
            return true;
    }
    return text_find(article->fields[FIELD_BYLINE], word, 0) != TEXT_NOT_FOUND;
}

/* Each word of a text that is put together at random is in its article. */
static void test_nothing_is_lost(void)
{
    enum { TEXTS = 3000 };
    unsigned long seed = random_begin(7);
    size_t lost = 0;

    for (size_t i = 0; i < TEXTS; i++) {
        Arena arena = {0};
        Generated generated = {.arena = &arena};
        Report report;
        const Article *article;

        generate_text(&generated);
        article = read_text(&arena, text_buffer_text(&generated.text), &report);
        for (size_t k = 0; article && k < generated.words; k++) {
            Text word = arena_printf(&arena, "wort%zuq", k);

            if (has_word(article, word))
                continue;
            if (lost++ < 8)
                printf("# %s is lost of:\n%.*s\n# in:\n%.*s\n", word.bytes,
                       TEXT_ARGS(text_buffer_text(&generated.text)), TEXT_ARGS(article->text));
            break;
        }
        lost += !article;
        arena_release(&arena);
    }
    ok(lost == 0, "%zu of %d texts lose a word, seed %lu", lost, TEXTS, seed);
}

/* ---- hostile texts ---- */

static const struct {
    const char *name, *before, *repeated, *middle, *again, *after;
} hostile[] = {
    {"quotations in one another", "", ">", "a\n", "\n", ""},
    {"lists in one another", "", "- ", "a\n", "\n", ""},
    {"lists in one another, and lines", "", "- ", "a\n", "b\n", ""},
    {"lists in quotations", "", "> 1. ", "a\n", "b\n\n", ""},
    {"a very long rule", "", "- ", "", "- ", ""},
    {"brackets that open", "", "[", "", "![", ""},
    {"brackets in brackets", "", "[", "a", "]", ""},
    {"brackets over lines", "", "[a\n", "", "]\n", ""},
    {"pairs over lines", "", "[a\nb]\n", "", "[a](b)\n", ""},
    {"signs of emphasis", "", "*_", "", "*a **b ", ""},
    {"an address for many links", "[a]: ", "u", "\n\n", "[a] ", ""},
    {"a title for many links", "[a]: u \"", "t\n", "\"\n\n", "[a] ", ""},
    {"references for many links", "[a]: ", "&amp;", "\n\n", "[a] ", ""},
    {"definitions", "", "[a]: b\n", "", "[c]: d\n\n", ""},
    {"a table of many columns", "", "|a", "\n|", "-|", "\n"},
    {"many rows of a table", "a|b\n---|---\n", "a|b\n", "", "a\n", ""},
    {"many rows of a wide table", "a|a|a|a|a|a|a|a|a|a|a|a|a|a|a\n", "---|", "\n", "a\n", ""},
    {"addresses that do not end", "", "http://a.b/(", "", "www.a(", ""},
    {"markup that does not end", "", "<a ", "", "<!--\n", ""},
    {"scripts in blocks", "", "<script>\n", "", "</scrip", ""},
    {"images in images", "", "![", "a", "](b)", ""},
    {"ticks", "", "`a``", "", "```b", ""},
    {"footnotes", "", "[^a]: b\n", "", "[^c]", ""},
    {"dashes in a quotation", "", "> — A\n", "", "> -- a", ""},
};

static Text hostile_text(Arena *arena, size_t row, size_t size)
{
    TextBuffer text = {0};

    text_buffer_add(arena, &text, text_from(hostile[row].before));
    while (text.count < size / 2)
        text_buffer_add(arena, &text, text_from(hostile[row].repeated));
    text_buffer_add(arena, &text, text_from(hostile[row].middle));
    while (text.count < size)
        text_buffer_add(arena, &text, text_from(hostile[row].again));
    text_buffer_add(arena, &text, text_from(hostile[row].after));
    return text_buffer_text(&text);
}

/* Memory of the article for each byte; no time is measured, but quadratic ones would be noticed. */
static void test_hostile(void)
{
    enum { SIZE = 1 << 19, MEMORY_MOST = 60 };

    for (size_t i = 0; i < COUNT_OF(hostile); i++) {
        Arena arena = {0}, texts = {0};
        Report report;
        Text source = hostile_text(&texts, i, SIZE);
        const Article *article = read_text(&arena, source, &report);

        ok((article || report.error_count) && arena.allocated < MEMORY_MOST * (size_t)SIZE,
           "%s: %zu bytes, %zu of memory for each", hostile[i].name, source.size, arena.allocated / source.size);
        arena_release(&arena);
        arena_release(&texts);
    }
}

/* ---- without md4c ---- */

static void test_not_built(void)
{
    Arena arena = {0};
    Report report;
    const Article *article = read_text(&arena, TEXT("# The tide\n\nIt *was* late.\n"), &report);

    ok(article && text_find(article->text, TEXT("It was late."), 0) != TEXT_NOT_FOUND, "it is read as plain text");
    ok(report.problems.count == 1 && report.error_count == 0 &&
           text_find(report.problems.items[0].message, TEXT("without md4c"), 0) != TEXT_NOT_FOUND,
       "and that is told");
    arena_release(&arena);
}

int main(void)
{
    (void)unicode_init("C.UTF-8");
    if (!markdown_is_built()) {
        test_not_built();
        return tap_done();
    }
    test_rows();
    test_places();
    test_nothing_is_lost();
    test_hostile();
    return tap_done();
}
