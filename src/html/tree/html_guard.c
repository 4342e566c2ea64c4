/*
 * All go from mark to mark and copy what lies between.
 *
 * Levels: the names of what is open lie on a stack of bounded size. A start tag that finds it full is left out, and the next end tag then is
 * that one's:
 *
 *     at most 2:   <a><b><c>x</c>y</b>z</a>    becomes    <a><b>xy</b>z</a>
 *
 * An end tag closes what stands above its start tag too, but not past an element that weighs more, such as a table: so libxml2 has it.
 * Contents of <title> and <textarea>, which by the Standard have no tags, count too: there are parsers for which they do.
 */
#include "html/tree/html_guard.h"

#include "base/html/html_scan.h"
#include "html/tree/html_tree.h"

/* A page that is copied in parts. */
typedef struct Copy {
    Arena *arena;
    Text page;
    TextBuffer kept;
    size_t copied;          /* of the page: up to there it is in `kept`, or left out */
    size_t left_out, first; /* marks or attributes, and where the first stood */
} Copy;

static void pass_over(Copy *copy, Range range)
{
    text_buffer_add(copy->arena, &copy->kept, text_slice(copy->page, (Range){copy->copied, range.start}));
    copy->copied = range.end;
}

static void leave_out(Copy *copy, Range range)
{
    if (copy->left_out++ == 0)
        copy->first = range.start;
    pass_over(copy, range);
}

static Text end_copy(Copy *copy, const char *what, Report *report)
{
    size_t line, column;

    if (copy->copied == 0 && copy->left_out == 0)
        return copy->page;
    if (copy->left_out) {
        text_line_column(copy->page, copy->first, &line, &column);
        report_add(report, SEVERITY_WARNING, line, column, "has %s; %zu are left out", what, copy->left_out);
    }
    pass_over(copy, (Range){copy->page.size, copy->page.size});
    return text_buffer_text(&copy->kept);
}

/* ---- contents ---- */

/* Does a script say something that is asked for: what JSON it holds, when the article came out, whether it is paid for? */
static bool is_asked(Text page, const HtmlMark *mark, Text content)
{
    static const Text words[] = {LITERAL("ublish"), LITERAL("ublicationDate"), LITERAL("AccessibleForFree")};

    if (text_find(html_mark_attribute(page, mark, TEXT("type")), TEXT("json"), 0) != TEXT_NOT_FOUND)
        return true;
    for (size_t i = 0; i < COUNT_OF(words); i++) {
        if (text_find(content, words[i], 0) != TEXT_NOT_FOUND)
            return true;
    }
    return false;
}

/* Styles and programs are half of most pages, and the parser goes through them byte by byte. Nobody misses them, so nothing is said. */
static void cut_content(Copy *copy, const HtmlMark *mark, size_t end)
{
    enum { WORTH_IT = 200 /* bytes */ };
    Text content = text_slice(copy->page, (Range){mark->range.end, end});

    if (mark->kind != HTML_MARK_START || content.size < WORTH_IT || end == copy->page.size ||
        is_asked(copy->page, mark, content))
        return;
    pass_over(copy, (Range){mark->range.end, end});
}

/* ---- attributes ---- */

/* From the end of the last that stays to the bracket. */
static void cut_attributes(Copy *copy, const HtmlMark *mark)
{
    size_t at = 0;
    HtmlPair pair;

    for (size_t i = 0; i < HTML_ATTRIBUTES_MOST; i++)
        (void)html_next_attribute(copy->page, mark, &at, &pair);
    leave_out(copy, (Range){at, mark->range.end - (copy->page.bytes[mark->range.end - 1] == '>')});
    copy->left_out += mark->attribute_count - HTML_ATTRIBUTES_MOST - 1;
}

/*
 * `<button @click="open = () => true">`, as Alpine, Vue and Angular have it: to libxml2 that is no name, and it goes on at the next blank, so that
 * the tag ends in the middle of the value. Nobody asks for them, so nothing is said.
 */
static void cut_odd_names(Copy *copy, const HtmlMark *mark)
{
    HtmlPair pair;

    for (size_t at = 0; html_next_attribute(copy->page, mark, &at, &pair);) {
        if (html_name_is_odd(pair.name))
            pass_over(copy, pair.range);
    }
}

Text html_guard_attributes(Arena *arena, Text page, Report *report)
{
    Copy copy = {.arena = arena, .page = page};
    HtmlMark mark;

    for (size_t at = 0; html_next_mark(page, at, &mark);) {
        at = html_after_mark(page, &mark);
        if (mark.kind != HTML_MARK_OTHER && mark.attribute_count > HTML_ATTRIBUTES_MOST)
            cut_attributes(&copy, &mark);
        else if (mark.kind == HTML_MARK_START && mark.has_odd_name)
            cut_odd_names(&copy, &mark);
        cut_content(&copy, &mark, at);
    }
    return end_copy(&copy, "a tag with more than 256 attributes", report);
}

/* ---- names ---- */

/* The hashes of the names so far; twice the places that are needed, so that few lie where another one should. 0 is none. */
enum { NAME_PLACES = 2 * HTML_NAMES_MOST };

typedef struct Names {
    Copy copy;
    size_t count;
    uint32_t *places;
} Names;

static uint32_t hash_of_name(Text name)
{
    uint32_t hash = HASH_START;

    for (size_t i = 0; i < name.size; i++)
        hash = hash_byte(hash, ascii_to_lower(name.bytes[i]));
    hash = hash_finish(hash);
    return hash ? hash : 1;
}

/* False: it is a new one, and there are enough. */
static bool takes_name(Names *names, Text name)
{
    uint32_t hash = hash_of_name(name), at = hash % NAME_PLACES;

    while (names->places[at] && names->places[at] != hash)
        at = (at + 1) % NAME_PLACES;
    if (names->places[at] == hash)
        return true;
    if (names->count >= HTML_NAMES_MOST)
        return false;
    names->places[at] = hash;
    names->count++;
    return true;
}

static void look_at_names(Names *names, const HtmlMark *mark)
{
    HtmlPair pair;

    if (mark->kind == HTML_MARK_OTHER)
        return;
    if (!takes_name(names, html_mark_name(names->copy.page, mark))) {
        leave_out(&names->copy, mark->range);
        return;
    }
    for (size_t at = 0; html_next_attribute(names->copy.page, mark, &at, &pair);) {
        if (!takes_name(names, pair.name))
            leave_out(&names->copy, pair.range);
    }
}

Text html_guard_names(Arena *arena, Text page, Report *report)
{
    enum { SMALL_PAGE = 1 << 20 }; /* bytes of a page that cannot have so many that it is felt: nearly every one */
    Names names = {.copy = {.arena = arena, .page = page}};
    HtmlMark mark;

    if (page.size < SMALL_PAGE)
        return page;
    names.places = ARENA_ARRAY(arena, uint32_t, NAME_PLACES);
    for (size_t at = 0; html_next_mark(page, at, &mark); at = html_after_mark(page, &mark))
        look_at_names(&names, &mark);
    return end_copy(&names.copy, "tags and attributes with more than 16,384 names", report);
}

/* ---- levels ---- */

typedef struct Open {
    HtmlTag tag;
    uint32_t hash; /* of the name, for HTML_OTHER */
} Open;

/* Below the parser's own bound, since it puts some around what it finds: html, body, p. */
enum { LEVELS_KEPT = HTML_LEVELS_MOST - 8 };

typedef struct Levels {
    Copy copy;
    Open open[LEVELS_KEPT];
    size_t count;
    size_t surplus; /* start tags that were left out, and have not ended */
} Levels;

static Open open_of(Text page, const HtmlMark *mark)
{
    enum { LONGEST = 16 };
    Text name = html_mark_name(page, mark);
    char lower[LONGEST];

    if (name.size > LONGEST)
        return (Open){HTML_OTHER, hash_of_name(name)};
    for (size_t i = 0; i < name.size; i++)
        lower[i] = ascii_to_lower(name.bytes[i]);
    return (Open){html_tag_of((Text){lower, name.size}), hash_of_name(name)};
}

static bool is_same(Open a, Open b)
{
    return a.tag == b.tag && (a.tag != HTML_OTHER || a.hash == b.hash);
}

/* What an end tag may close on its way: all that weighs no more than its own element. */
static int weight(HtmlTag tag)
{
    switch (tag) {
    case HTML_DIV:
        return 1;
    case HTML_TD:
    case HTML_TH:
        return 2;
    case HTML_TR:
        return 3;
    case HTML_THEAD:
    case HTML_TBODY:
    case HTML_TFOOT:
        return 4;
    case HTML_TABLE:
        return 5;
    case HTML_HEAD:
    case HTML_BODY:
        return 6;
    case HTML_HTML:
        return 7;
    default:
        return 0;
    }
}

/* Elements whose end tag is mostly left out, since the next of their kind ends them. */
static bool ends(HtmlTag next, HtmlTag open)
{
    switch (open) {
    case HTML_P:
        return html_tag_traits(next) & TAG_BLOCK;
    case HTML_LI:
    case HTML_OPTION:
    case HTML_TR:
        return next == open;
    case HTML_DD:
    case HTML_DT:
        return next == HTML_DD || next == HTML_DT;
    case HTML_TD:
    case HTML_TH:
        return next == HTML_TD || next == HTML_TH || next == HTML_TR;
    default:
        return false;
    }
}

static void start_element(Levels *levels, const HtmlMark *mark)
{
    Open element = open_of(levels->copy.page, mark);

    if (html_tag_traits(element.tag) & TAG_VOID)
        return;
    while (levels->surplus == 0 && levels->count && ends(element.tag, levels->open[levels->count - 1].tag))
        levels->count--;
    if (levels->count < LEVELS_KEPT) {
        levels->open[levels->count++] = element;
        return;
    }
    levels->surplus++;
    leave_out(&levels->copy, mark->range);
}

static void end_element(Levels *levels, const HtmlMark *mark)
{
    Open element = open_of(levels->copy.page, mark);

    if (levels->surplus) {
        levels->surplus--;
        leave_out(&levels->copy, mark->range);
        return;
    }
    for (size_t at = levels->count; at--;) {
        if (is_same(levels->open[at], element)) {
            levels->count = at;
            return;
        }
        if (weight(levels->open[at].tag) > weight(element.tag))
            return;
    }
}

Text html_guard_levels(Arena *arena, Text page, Report *report)
{
    Levels levels = {.copy = {.arena = arena, .page = page}};
    HtmlMark mark;

    for (size_t at = 0; html_next_mark(page, at, &mark); at = html_after_mark(page, &mark)) {
        if (mark.kind == HTML_MARK_START)
            start_element(&levels, &mark);
        else if (mark.kind == HTML_MARK_END)
            end_element(&levels, &mark);
    }
    return end_copy(&levels.copy, "tags in one another on more than 256 levels", report);
}
