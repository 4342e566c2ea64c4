/* The table, and the four stages in their order. Where two shapes are combined, the steps of the upper row come first. */
#include "shapes.h"

#include "shape_steps.h"

#define NO_BREAK "\xC2\xA0"
#define SOFT_HYPHEN "\xC2\xAD"

#define WRAPPED(columns)                                                                             \
    {                                                                                                \
        "wrap-" #columns, .takes = TAKES_SETTING, .setting = {.width = (columns), .blank_lines = 1 } \
    }
#define AROUND_NAMES(title, around) \
    .name = (title), .takes = TAKES_NAMES, .content = content_around_names, .content_argument = (around)
#define AROUND_QUOTES(title, around) \
    .name = (title), .takes = TAKES_QUOTES, .content = content_around_quotes, .content_argument = (around)
#define INSIDE_WORDS(title, what) \
    .name = (title), .takes = TAKES_INVISIBLE, .content = content_inside_words, .content_argument = (what)
#define HEADS(lines) lines "|HALLAM COURIER                     Late edition                     #||"
#define SHEETS(lines)                                                                                                  \
    lines "|||Rafferty                     Informational                    [Page #]|\f|HC 2119                      " \
          " Night boats                       March 2024||"
#define ENTITIES(which) \
    .name = "entities-" which, .takes = TAKES_ENTITIES, .content = content_entities, .content_argument = (which)
#define BEFORE_LINES(title, class, step, what) \
    .name = (title), .takes = (class), .lines = (step), .lines_argument = (what)

/* clang-format off */
const Shape shapes[] = {
    {.name = "plain"},

    /* content; what looks for words comes before what puts something in them, and entities come last */
    {.name = "md-headings", .takes = TAKES_BLOCKS, .content = content_headings},
    {AROUND_QUOTES("md-quotes-stars", "*|*")},
    {AROUND_QUOTES("md-quotes-underscores", "_|_")},
    {AROUND_QUOTES("md-quotes-bold", "**|**")},
    {AROUND_NAMES("md-names-bold", "**|**")},
    {AROUND_NAMES("md-names-underscored", "__|__")},
    {AROUND_NAMES("md-names-linked", "[|](https://example.org/wiki/page_(1))"), .has_matter = true},
    {AROUND_NAMES("sgr-names-bold", "\033[1m|\033[0m")},
    {AROUND_NAMES("sgr-names-coloured", "\033[38;5;208;4m|\033[39;24m")},
    {AROUND_NAMES("osc8-names-linked", "\033]8;;https://example.org/x?page=2\033\\|\033]8;;\033\\")},
    {.name = "overstrike-names-bold", .takes = TAKES_NAMES, .content = content_overstrike, .content_argument = "bold"},
    {.name = "overstrike-names-underlined", .takes = TAKES_NAMES, .content = content_overstrike, .content_argument = "underline"},
    {.name = "two-blanks-after-stops", .takes = TAKES_GAPS, .content = content_after_stops, .content_argument = "  "},
    {.name = "no-break-after-initials", .takes = TAKES_GAPS, .content = content_after_initials, .content_argument = NO_BREAK},
    {INSIDE_WORDS("soft-hyphens", SOFT_HYPHEN)},
    {INSIDE_WORDS("zero-width-spaces", "\xE2\x80\x8B")},
    {INSIDE_WORDS("zero-width-joiners", "\xE2\x80\x8D")},
    {INSIDE_WORDS("zero-width-non-joiners", "\xE2\x80\x8C")},
    {INSIDE_WORDS("word-joiners", "\xE2\x81\xA0")},
    {INSIDE_WORDS("marks-of-byte-order", "\xEF\xBB\xBF")},
    {ENTITIES("named")},
    {ENTITIES("decimal")},
    {ENTITIES("hex")},
    {ENTITIES("all")},

    /* setting */
    {"tab-paragraphs", .takes = TAKES_SETTING, .setting = {.first = "\t"}},
    {"two-blanks-paragraphs", .takes = TAKES_SETTING, .setting = {.first = "  "}},
    {"four-blanks-paragraphs", .takes = TAKES_SETTING, .setting = {.first = "    "}},
    {"tab-paragraphs-apart", .takes = TAKES_SETTING, .setting = {.first = "\t", .blank_lines = 1}},
    {"four-blanks-paragraphs-apart", .takes = TAKES_SETTING, .setting = {.first = "    ", .blank_lines = 1}},
    {"paragraph-lines", .takes = TAKES_SETTING},
    {"two-blank-lines", .takes = TAKES_SETTING, .setting = {.blank_lines = 2}},
    {"one-paragraph", .takes = TAKES_SETTING, .setting = {.joined = true}},
    WRAPPED(40), WRAPPED(60), WRAPPED(65), WRAPPED(72), WRAPPED(76), WRAPPED(80), WRAPPED(100), WRAPPED(118), WRAPPED(120), WRAPPED(160),
    WRAPPED(200),
    {"wrap-any", .takes = TAKES_SETTING, .setting = {.width = SHAPE_ANY_WIDTH, .blank_lines = 1}},
    {"wrap-any-indented", .takes = TAKES_SETTING, .setting = {.first = "   ", .width = SHAPE_ANY_WIDTH}},
    {"wrap-72-indented", .takes = TAKES_SETTING, .setting = {.first = "    ", .width = 72}},
    {"wrap-65-two-blanks-indented", .takes = TAKES_SETTING, .setting = {.first = "  ", .width = 65}},
    {"wrap-76-tab-indented", .takes = TAKES_SETTING, .setting = {.first = "\t", .width = 76}},
    {"wrap-72-indented-apart", .takes = TAKES_SETTING, .setting = {.first = "    ", .width = 72, .blank_lines = 1}},
    {"wrap-72-hanging", .takes = TAKES_SETTING, .setting = {.next = "    ", .width = 72, .blank_lines = 1}},
    {"wrap-72-ragged", .takes = TAKES_SETTING, .setting = {.width = 72, .fit = FIT_RAGGED, .blank_lines = 1}},
    {"wrap-78-justified", .takes = TAKES_SETTING | TAKES_GAPS, .setting = {.width = 78, .fit = FIT_JUSTIFIED, .blank_lines = 1}},
    {"wrap-60-hyphenated", .takes = TAKES_SETTING, .setting = {.width = 60, .fit = FIT_HYPHENATED, .blank_lines = 1}},
    {"wrap-40-hyphenated", .takes = TAKES_SETTING, .setting = {.width = 40, .fit = FIT_HYPHENATED, .blank_lines = 1}},
    {"wrap-65-at-hyphens", .takes = TAKES_SETTING, .setting = {.width = 65, .fit = FIT_AT_HYPHENS, .blank_lines = 1}},
    {"wrap-72-double-spaced", .takes = TAKES_SETTING, .setting = {.width = 72, .blank_lines = 2, .line_gaps = 1}},
    {"md-hard-breaks", .takes = TAKES_SETTING | TAKES_LINE_TAILS, .setting = {.width = 72, .blank_lines = 1},
     .lines = lines_breaks, .lines_argument = "  "},

    /* lines; what comes between them first, then what is put before them, from the inside out */
    {BEFORE_LINES("md-fence", TAKES_BLOCKS, lines_fence, NULL), .has_matter = true},
    {BEFORE_LINES("page-headers-20", TAKES_PAGES, lines_heads, HEADS("20")),
     .has_matter = true},
    {"wrap-72-page-headers-50", .takes = TAKES_SETTING | TAKES_PAGES, .has_matter = true, .setting = {.width = 72, .blank_lines = 1},
     .lines = lines_heads, .lines_argument = HEADS("50")},
    {"wrap-72-page-headers-20", .takes = TAKES_SETTING | TAKES_PAGES, .has_matter = true, .setting = {.width = 72, .blank_lines = 1},
     .lines = lines_heads, .lines_argument = HEADS("20")},
    {"wrap-72-page-numbers-20", .takes = TAKES_SETTING | TAKES_PAGES, .has_matter = true, .setting = {.width = 72, .blank_lines = 1},
     .lines = lines_feet, .lines_argument = "20||                                 - # -||"},
    {"wrap-72-sheets-50", .takes = TAKES_SETTING | TAKES_PAGES, .has_matter = true, .setting = {.width = 72, .blank_lines = 1},
     .lines = lines_feet, .lines_argument = SHEETS("50")},
    {"wrap-72-sheets-20", .takes = TAKES_SETTING | TAKES_PAGES, .has_matter = true, .setting = {.width = 72, .blank_lines = 1},
     .lines = lines_feet, .lines_argument = SHEETS("20")},
    {"wrap-72-form-feeds-20", .takes = TAKES_SETTING | TAKES_PAGES, .setting = {.width = 72, .blank_lines = 1},
     .lines = lines_pages, .lines_argument = "20"},
    {"wrap-72-form-feeds-50", .takes = TAKES_SETTING | TAKES_PAGES, .setting = {.width = 72, .blank_lines = 1},
     .lines = lines_pages, .lines_argument = "50"},
    {BEFORE_LINES("tabs-for-blanks", TAKES_GAPS, lines_gaps, "\t")},
    {BEFORE_LINES("no-break-for-blanks", TAKES_GAPS, lines_gaps, NO_BREAK)},
    {BEFORE_LINES("quoted", TAKES_PREFIX, lines_prefix, "> ")},
    {BEFORE_LINES("quoted-tight", TAKES_PREFIX, lines_prefix, ">")},
    {BEFORE_LINES("quoted-twice", TAKES_PREFIX, lines_prefix, "> > ")},
    {BEFORE_LINES("bars", TAKES_PREFIX, lines_prefix, "| ")},
    {"quoted-wrap-72", .takes = TAKES_SETTING | TAKES_PREFIX, .setting = {.width = 72, .blank_lines = 1},
     .lines = lines_prefix, .lines_argument = "> "},
    {"quoted-tight-wrap-72", .takes = TAKES_SETTING | TAKES_PREFIX, .setting = {.width = 72, .blank_lines = 1},
     .lines = lines_prefix, .lines_argument = ">"},
    {"quoted-twice-wrap-72", .takes = TAKES_SETTING | TAKES_PREFIX, .setting = {.width = 72, .blank_lines = 1},
     .lines = lines_prefix, .lines_argument = "> > "},
    {"bars-wrap-72", .takes = TAKES_SETTING | TAKES_PREFIX, .setting = {.width = 72, .blank_lines = 1},
     .lines = lines_prefix, .lines_argument = "| "},
    {"quoted-with-gaps-wrap-72", .takes = TAKES_SETTING | TAKES_PREFIX, .setting = {.width = 72, .blank_lines = 1},
     .lines = lines_margin, .lines_argument = "> "},
    {BEFORE_LINES("sgr-lines", TAKES_MARGIN, lines_around, "\033[36m|\033[0m")},
    {"sgr-lines-wrap-72", .takes = TAKES_SETTING | TAKES_MARGIN, .setting = {.width = 72, .blank_lines = 1},
     .lines = lines_around, .lines_argument = "\033[1;34m|\033[m"},
    {BEFORE_LINES("margin-3", TAKES_MARGIN, lines_margin, "   ")},
    {BEFORE_LINES("margin-8", TAKES_MARGIN, lines_margin, "        ")},
    {BEFORE_LINES("margin-tab", TAKES_MARGIN, lines_margin, "\t")},
    {"margin-3-wrap-72", .takes = TAKES_SETTING | TAKES_MARGIN, .setting = {.width = 72, .blank_lines = 1},
     .lines = lines_margin, .lines_argument = "   "},
    {"margin-8-wrap-72", .takes = TAKES_SETTING | TAKES_MARGIN, .setting = {.width = 72, .blank_lines = 1},
     .lines = lines_margin, .lines_argument = "        "},
    {"margin-tab-wrap-72", .takes = TAKES_SETTING | TAKES_MARGIN, .setting = {.width = 72, .blank_lines = 1},
     .lines = lines_margin, .lines_argument = "\t"},
    {"browser-dump", .takes = TAKES_SETTING | TAKES_MARGIN, .setting = {.width = 77, .blank_lines = 1},
     .lines = lines_margin, .lines_argument = "   "},
    {"manual-page", .takes = TAKES_SETTING | TAKES_MARGIN | TAKES_GAPS, .setting = {.width = 71, .fit = FIT_JUSTIFIED, .blank_lines = 1},
     .lines = lines_margin, .lines_argument = "       "},
    {BEFORE_LINES("numbered", TAKES_PREFIX | TAKES_MARGIN, lines_number, NULL), .has_matter = true},
    {"numbered-wrap-72", .takes = TAKES_SETTING | TAKES_PREFIX | TAKES_MARGIN, .has_matter = true,
     .setting = {.width = 72, .blank_lines = 1}, .lines = lines_number},
    {BEFORE_LINES("blank-lines-of-blanks", TAKES_BLANK_LINES, lines_blanks, "    ")},
    {BEFORE_LINES("trailing-blanks", TAKES_LINE_TAILS, lines_tail, "   ")},
    {"flowed", .takes = TAKES_SETTING | TAKES_LINE_TAILS, .setting = {.width = 72, .blank_lines = 1},
     .lines = lines_breaks, .lines_argument = " "},
    {"trailing-blanks-wrap-72", .takes = TAKES_SETTING | TAKES_LINE_TAILS, .setting = {.width = 72, .blank_lines = 1},
     .lines = lines_tail, .lines_argument = " "},

    /* ends of lines */
    {"cr", .takes = TAKES_ENDS, .ends = "\r"},
    {"cr-wrap-72", .takes = TAKES_SETTING | TAKES_ENDS, .setting = {.width = 72, .blank_lines = 1}, .ends = "\r"},
    {"cr-lf", .takes = TAKES_ENDS, .ends = "\r\n"},
    {"next-line", .takes = TAKES_ENDS, .ends = "\xC2\x85"},
    {"next-line-wrap-72", .takes = TAKES_SETTING | TAKES_ENDS, .setting = {.width = 72, .blank_lines = 1}, .ends = "\xC2\x85"},
    {"line-separators-wrap-72", .takes = TAKES_SETTING | TAKES_ENDS, .setting = {.width = 72, .blank_lines = 1}, .ends = "\xE2\x80\xA8"},
    {"line-separators", .takes = TAKES_ENDS, .ends = "\xE2\x80\xA8"},
};
/* clang-format on */

const size_t shape_count = COUNT_OF(shapes);

const Shape *shape_named(Text name)
{
    for (size_t i = 0; i < shape_count; i++) {
        if (text_equal(name, text_from(shapes[i].name)))
            return &shapes[i];
    }
    return NULL;
}

bool shapes_go_together(const Shape *a, const Shape *b)
{
    return a != b && (a->takes & b->takes) == 0;
}

static ShapeSource with_content(Arena *arena, const ShapeSource *source, const Shape *shape)
{
    ShapeSource out = {.title = source->title};

    out.names.items = source->names.items;
    out.names.count = source->names.count;
    if (source->title.size)
        out.title = shape->content(arena, source, source->title, true, shape->content_argument);
    for (size_t i = 0; i < source->paragraphs.count; i++)
        ARRAY_PUSH(arena, out.paragraphs,
                   shape->content(arena, source, source->paragraphs.items[i], false, shape->content_argument));
    return out;
}

/* "\n" after each line; with U+2028 the paragraph separator takes the place of the blank lines. */
static Text with_ends(Arena *arena, const ShapeLines *lines, const char *ends)
{
    Text end = text_from(ends ? ends : "\n"), paragraph_end = TEXT("\xE2\x80\xA9");
    bool has_separators = text_equal(end, TEXT("\xE2\x80\xA8"));
    TextBuffer out = {0};

    for (size_t i = 0; i < lines->count; i++) {
        bool is_last = i + 1 < lines->count && lines->items[i + 1].size == 0;

        if (has_separators && lines->items[i].size == 0)
            continue;
        text_buffer_add(arena, &out, lines->items[i]);
        text_buffer_add(arena, &out, has_separators && is_last ? paragraph_end : end);
    }
    return text_buffer_text(&out);
}

Text shape_write(Arena *arena, const ShapeSource *source, const Shape *shape, const Shape *other)
{
    const Shape *both[2] = {shape, other};
    const ShapeSetting *setting = &(const ShapeSetting){.blank_lines = 1};
    const char *ends = NULL;
    ShapeSource content = *source;
    ShapeLines lines = {0};

    if (other && other < shape) {
        both[0] = other;
        both[1] = shape;
    }
    for (size_t i = 0; i < COUNT_OF(both) && both[i]; i++) {
        if (both[i]->content)
            content = with_content(arena, &content, both[i]);
        setting = both[i]->takes & TAKES_SETTING ? &both[i]->setting : setting;
        ends = both[i]->ends ? both[i]->ends : ends;
    }
    shape_set(arena, &content, setting, &lines);
    for (size_t i = 0; i < COUNT_OF(both) && both[i]; i++) {
        if (both[i]->lines)
            both[i]->lines(arena, &lines, both[i]->lines_argument);
    }
    return with_ends(arena, &lines, ends);
}
