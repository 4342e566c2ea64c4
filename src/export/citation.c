/*
 * A template is literal text, fields, and groups: what stands between brackets or quotation marks, with a field in it. A literal belongs to the
 * field or the group behind it, and is written with it:
 *
 *     {text} said {speaker}, {role} ({source}, {date}, {url})
 *     ------|--------------|-------|( ------ |------ |----- )
 *
 * Without a role ", " is not written; without a source the ", " behind it is not, since it would lead from nothing to the date; with none of
 * the three the brackets and the blank before them are not. What was written is taken back when its group turns out to be empty.
 *
 * Commas and stops are not doubled: “We remembered,” already has the comma of "{text}, said".
 */
#include "export/citation.h"

#include "article/plain_text.h"
#include "base/iso_date.h"
#include "base/nearest.h"
#include "base/unicode/harmless.h"
#include "export/authors/author_line.h"
#include "formats/yaml/article_writer.h"

enum { GROUPS_MOST = 8 };

Text citation_field_name(CitationField field)
{
    static const Text names[] = {
#define CITATION_FIELD(FIELD, name, meaning) LITERAL(name),
        CITATION_FIELDS(CITATION_FIELD)
#undef CITATION_FIELD
    };

    return names[field];
}

Text citation_field_meaning(CitationField field)
{
    static const Text meanings[] = {
#define CITATION_FIELD(FIELD, name, meaning) LITERAL(meaning),
        CITATION_FIELDS(CITATION_FIELD)
#undef CITATION_FIELD
    };

    return meanings[field];
}

CitationForms citation_default_forms(void)
{
    return (CitationForms){TEXT(CITATION_DEFAULT_PASSAGE), TEXT(CITATION_DEFAULT_ARTICLE)};
}

/* ---- the parts of a template ---- */

static const struct {
    Text open, close;
} group_marks[] = {{LITERAL("("), LITERAL(")")},
                   {LITERAL("["), LITERAL("]")},
                   {LITERAL("“"), LITERAL("”")},
                   {LITERAL("«"), LITERAL("»")}};

/* The field whose name stands in the braces that begin at `at`; CITATION_FIELD_COUNT: none does. `*end` is behind the braces, or `at`. */
static size_t field_at(Text form, size_t at, size_t *end)
{
    size_t close = form.bytes[at] == '{' ? text_find_byte(form, '}', at) : TEXT_NOT_FOUND;
    size_t field = 0;

    *end = at;
    if (close == TEXT_NOT_FOUND)
        return CITATION_FIELD_COUNT;
    *end = close + 1;
    while (field < CITATION_FIELD_COUNT &&
           !text_equal(citation_field_name((CitationField)field), text_slice(form, (Range){at + 1, close})))
        field++;
    return field;
}

/* "{{" and "}}" stand for a brace. */
static bool is_doubled_brace(Text form, size_t at)
{
    char byte = form.bytes[at];

    return (byte == '{' || byte == '}') && at + 1 < form.size && form.bytes[at + 1] == byte;
}

static Text unknown_field(Arena *arena, Text name)
{
    Text names[CITATION_FIELD_COUNT], near;

    for (int field = 0; field < CITATION_FIELD_COUNT; field++)
        names[field] = citation_field_name((CitationField)field);
    near = nearest_name(name, names, CITATION_FIELD_COUNT);
    name = arena_shortened(arena, name, 40);
    if (near.size)
        return arena_printf(arena, "there is no field \"%.*s\"; did you mean \"%.*s\"?", TEXT_ARGS(name),
                            TEXT_ARGS(near));
    return arena_printf(arena, "there is no field \"%.*s\"; the manual lists them, and \"{{\" is a brace",
                        TEXT_ARGS(name));
}

Text citation_problem(Arena *arena, Text form)
{
    for (size_t at = 0, end; at < form.size; at = end) {
        size_t field = field_at(form, at, &end);

        if (is_doubled_brace(form, at)) {
            end = at + 2;
        } else if (form.bytes[at] != '{' && form.bytes[at] != '}') {
            end = at + 1;
        } else if (end == at) {
            return arena_printf(arena, "a \"%c\" without the other brace; \"%c%c\" is a brace", form.bytes[at],
                                form.bytes[at], form.bytes[at]);
        } else if (field == CITATION_FIELD_COUNT) {
            return unknown_field(arena, text_slice(form, (Range){at + 1, end - 1}));
        }
    }
    return (Text){0};
}

/* ---- writing ---- */

typedef struct Group {
    Text close;
    size_t mark;    /* what was written before it, and before the literal that leads to it */
    Range before;   /* that literal */
    Range pending;  /* a literal that is written with what comes next */
    bool has_field; /* in the template */
    bool has_value; /* something of it was written */
    bool lacks;     /* a field was not known */
} Group;

typedef struct Writing {
    Arena *arena;
    Text form;
    const Text *values; /* of each field */
    TextBuffer out;
    Group groups[GROUPS_MOST + 1]; /* the first is the template itself */
    size_t depth;
} Writing;

static Text without_end(Text text, Text end)
{
    return text_slice(text, (Range){0, text.size - end.size});
}

/* Does it end in one of `stops`, or in one with a closing mark behind it? `only_in_marks`: in the latter alone. */
static bool ends_in(Text text, const Text *stops, size_t count, bool only_in_marks)
{
    static const Text marks[] = {LITERAL("”"), LITERAL("’"), LITERAL("\""), LITERAL("»"), LITERAL("'")};
    bool in_marks = false;

    for (size_t i = 0; i < COUNT_OF(marks); i++) {
        if (!in_marks && text_ends_with(text, marks[i])) {
            text = without_end(text, marks[i]);
            in_marks = true;
        }
    }
    for (size_t i = 0; i < count && (in_marks || !only_in_marks); i++) {
        if (text_ends_with(text, stops[i]))
            return true;
    }
    return false;
}

/* Would it be a comma or a stop too many? */
static bool is_one_too_many(Text written, char byte)
{
    static const Text stops[] = {LITERAL("."), LITERAL("!"), LITERAL("?"), LITERAL("…")};
    static const Text commas[] = {LITERAL(","), LITERAL(";"), LITERAL(":")};

    if (byte == '.')
        return ends_in(written, stops, COUNT_OF(stops), false);
    return byte == ',' &&
           (ends_in(written, commas, COUNT_OF(commas), false) || ends_in(written, stops, COUNT_OF(stops), true));
}

static void put(Writing *writing, Text text)
{
    text_buffer_add(writing->arena, &writing->out, text);
}

static void put_literal(Writing *writing, Range range)
{
    Text form = writing->form;

    if (range.start < range.end && is_one_too_many(text_buffer_text(&writing->out), form.bytes[range.start]))
        range.start++;
    for (size_t at = range.start; at < range.end; at++) {
        put(writing, text_slice(form, (Range){at, at + 1}));
        at += is_doubled_brace(form, at);
    }
}

/* What leads to the next value; from a value that there is not nothing leads. */
static void put_pending(Writing *writing, const Group *group)
{
    if (group->has_value || !group->lacks)
        put_literal(writing, group->pending);
}

/* Double marks and the single ones that stand for them inside of others; “ closes what „ opened as ‘ does what ‚ opened. */
static Text single_mark(uint32_t code_point)
{
    return code_point == 0x201C   ? TEXT("‘")
           : code_point == 0x201D ? TEXT("’")
           : code_point == 0x201E ? TEXT("‚")
           : code_point == '"'    ? TEXT("'")
                                  : (Text){0};
}

/* Quotation marks inside of quotation marks are single ones: “‘We knew,’ she said.” */
static Text with_single_marks(Arena *arena, Text words)
{
    TextBuffer text = {0};

    for (size_t at = 0, size; at < words.size; at += size) {
        Text mark = single_mark(utf8_decode(words, at, &size));

        text_buffer_add(arena, &text, mark.size ? mark : text_slice(words, (Range){at, at + size}));
    }
    return text_buffer_text(&text);
}

static void put_field(Writing *writing, Text value, size_t end)
{
    Group *group = &writing->groups[writing->depth];

    group->has_field = true;
    if (value.size) {
        put_pending(writing, group);
        put(writing, text_equal(group->close, TEXT("”")) ? with_single_marks(writing->arena, value) : value);
        group->has_value = true;
    } else {
        group->lacks = true;
    }
    group->pending = (Range){end, end};
}

/* Groups in one another deeper than that are literal text. */
static bool open_group(Writing *writing, size_t *at)
{
    Group *outer = &writing->groups[writing->depth];
    Text rest = text_slice(writing->form, (Range){*at, writing->form.size});

    for (size_t i = 0; i < COUNT_OF(group_marks) && writing->depth < GROUPS_MOST; i++) {
        if (!text_starts_with(rest, group_marks[i].open))
            continue;
        writing->groups[++writing->depth] =
            (Group){.close = group_marks[i].close, .mark = writing->out.count, .before = outer->pending};
        put_pending(writing, outer);
        put(writing, group_marks[i].open);
        *at += group_marks[i].open.size;
        writing->groups[writing->depth].pending = (Range){*at, *at};
        return true;
    }
    return false;
}

/* A group without a field is literal text; one without a value is as a field without one. */
static void end_group(Writing *writing, size_t end)
{
    Group *group = &writing->groups[writing->depth--], *outer = &writing->groups[writing->depth];

    if (!group->has_value)
        writing->out.count = group->mark;
    if (!group->has_field) {
        outer->pending = (Range){group->before.start, end};
        return;
    }
    if (group->has_value) {
        put_literal(writing, group->pending);
        if (end > group->pending.end)
            put(writing, group->close);
    }
    outer->has_field = true;
    outer->has_value |= group->has_value;
    outer->lacks |= !group->has_value;
    outer->pending = (Range){end, end};
}

static bool close_group(Writing *writing, size_t *at)
{
    Text close = writing->groups[writing->depth].close;

    if (writing->depth == 0 || !text_starts_with(text_slice(writing->form, (Range){*at, writing->form.size}), close))
        return false;
    *at += close.size;
    end_group(writing, *at);
    return true;
}

/* One part of the template; what is none is literal. The offset behind it. */
static size_t write_part(Writing *writing, size_t at)
{
    Group *group;
    size_t end, field = field_at(writing->form, at, &end);

    if (!is_doubled_brace(writing->form, at) && field != CITATION_FIELD_COUNT) {
        put_field(writing, writing->values[field], end);
        return end;
    }
    if (open_group(writing, &at) || close_group(writing, &at))
        return at;
    group = &writing->groups[writing->depth];
    at += is_doubled_brace(writing->form, at) ? 2 : 1;
    group->pending.end = at;
    return at;
}

static Text write_form(Arena *arena, Text form, const Text values[CITATION_FIELD_COUNT])
{
    Writing writing = {.arena = arena, .form = form, .values = values};

    for (size_t at = 0; at < form.size;)
        at = write_part(&writing, at);
    while (writing.depth)
        end_group(&writing, form.size);
    if (writing.groups->has_value || !writing.groups->has_field)
        put_literal(&writing, writing.groups->pending);
    return text_trim(text_buffer_text(&writing.out));
}

/* ---- what the fields have ---- */

static void add_author(Arena *arena, TextBuffer *line, Text name, size_t number, size_t count)
{
    text_buffer_add(arena, line, number == 0 ? (Text){0} : number + 1 == count ? TEXT(" and ") : TEXT(", "));
    text_buffer_add(arena, line, name);
}

Text citation_authors(Arena *arena, const Article *article)
{
    Text byline = article_field(article, FIELD_BYLINE);
    AuthorNames names = {0};
    TextBuffer line = {0};

    for (size_t i = 0; i < article->authors.count; i++)
        add_author(arena, &line, article->authors.items[i].name, i, article->authors.count);
    if (article->authors.count == 0)
        author_byline_read(arena, byline, article_field(article, FIELD_LANGUAGE), &names);
    for (size_t i = 0; i < names.count; i++)
        add_author(arena, &line, names.items[i].whole, i, names.count);
    return text_buffer_text(&line);
}

/* As they are credited, with what each did: "Jane Doe (photographs)". A bibliography wants the names alone. */
static Text credited_authors(Arena *arena, const Article *article)
{
    TextBuffer line = {0};

    for (size_t i = 0; i < article->authors.count; i++) {
        const Author *author = &article->authors.items[i];
        const Text with_role[] = {author->name, TEXT(" ("), author->role, TEXT(")")};

        add_author(arena, &line, arena_join(arena, with_role, author->role.size ? COUNT_OF(with_role) : 1), i,
                   article->authors.count);
    }
    return article->authors.count ? text_buffer_text(&line) : citation_authors(arena, article);
}

Text citation_credits(Arena *arena, const Article *article)
{
    Text byline = article_field(article, FIELD_BYLINE), authors = credited_authors(arena, article);
    const Text by_authors[] = {TEXT("By "), authors};
    const Text parts[] = {byline.size    ? byline
                          : authors.size ? arena_join(arena, by_authors, COUNT_OF(by_authors))
                                         : (Text){0},
                          article_field(article, FIELD_SOURCE),
                          iso_date_write(arena, article_field(article, FIELD_DATE), DATE_DAY_FIRST)};
    TextBuffer line = {0};

    for (size_t i = 0; i < COUNT_OF(parts); i++) {
        if (parts[i].size == 0)
            continue;
        text_buffer_add(arena, &line, line.count ? TEXT(" · ") : (Text){0});
        text_buffer_add(arena, &line, parts[i]);
    }
    return arena_on_one_line(arena, text_buffer_text(&line));
}

static Text in_marks(Arena *arena, Text words)
{
    const Text parts[] = {TEXT("“"), with_single_marks(arena, words), TEXT("”")};

    return arena_join(arena, parts, COUNT_OF(parts));
}

/* Words that stand in quotation marks of the article keep them. What is said in the reporter's words is not what the speaker said. */
static void take_words(Arena *arena, const CitationSource *source, Text values[CITATION_FIELD_COUNT])
{
    const Quote *quote =
        source->analysis && source->quote != NO_INDEX ? &source->analysis->quotes.items[source->quote] : NULL;
    bool is_part = !quote || !range_is_empty(source->passage);
    bool has_marks = !is_part && quote->open && quote->close;
    Range range = is_part ? source->passage : has_marks ? range_widen(quote->range) : quote_inner(quote);
    Text words = text_trim(arena_on_one_line(arena, plain_text(arena, source->article, range)));

    if (words.size)
        values[CITATION_TEXT] = has_marks ? words : in_marks(arena, words);
    if (!quote || !quote_is_speech(quote) || quote->type == QUOTE_INDIRECT || quote->source->speaker_count == 0)
        return;
    values[CITATION_SPEAKER] = quote_speaker_names(quote, arena);
    if (quote->source->speaker_count == 1 && quote->source->speakers[0].entity != NO_ENTITY)
        values[CITATION_ROLE] =
            entity_details(&source->analysis->entities.items[quote->source->speakers[0].entity])->role;
}

Text citation_write(Arena *arena, const CitationForms *forms, const CitationSource *source)
{
    const Article *article = source->article;
    Text values[CITATION_FIELD_COUNT] = {
        [CITATION_AUTHORS] = citation_authors(arena, article),
        [CITATION_TITLE] = article_headline(arena, article),
        [CITATION_SOURCE] = article_field(article, FIELD_SOURCE),
        [CITATION_SECTION] = article_field(article, FIELD_SECTION),
        [CITATION_DATE] = iso_date_write(arena, article_field(article, FIELD_DATE), DATE_DAY_FIRST),
        [CITATION_ISO_DATE] = article_field(article, FIELD_DATE),
        [CITATION_ACCESSED] = iso_date_write(arena, article_field(article, FIELD_ACCESSED), DATE_DAY_FIRST),
        [CITATION_URL] = article_field(article, FIELD_URL),
        [CITATION_ID] = article_field(article, FIELD_ID),
    };
    bool whole;

    take_words(arena, source, values);
    whole = values[CITATION_TEXT].size == 0;
    if (whole)
        values[CITATION_TEXT] = values[CITATION_TITLE];
    for (int field = 0; field < CITATION_FIELD_COUNT; field++)
        values[field] = text_trim(harmless_copy(arena, arena_on_one_line(arena, values[field]), LINES_JOINED));
    return write_form(arena, whole ? forms->article : forms->passage, values);
}
