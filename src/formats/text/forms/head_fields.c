/* What the lines of a head say: labels and marks taken off, and the fields that come of it. */
#include "formats/text/forms/head.h"

#include "article/web_address.h"
#include "formats/text/words/line_words.h"
#include "formats/text/forms/furniture.h"

/* ---- lines of fields ---- */

typedef struct FieldLabel {
    HeadPart part;
    Text names; /* separated by "," */
} FieldLabel;

static const FieldLabel labels[] = {
    {HEAD_TITLE, LITERAL("title,headline,subject,betreff,titel,titre,título,asunto,objet")},
    {HEAD_SUBTITLE, LITERAL("subtitle,deck,dek,untertitel")},
    {HEAD_STANDFIRST, LITERAL("summary,description,abstract,standfirst,excerpt")},
    {HEAD_BYLINE, LITERAL("from,author,authors,by,byline,creator,von,autor,auteur,writer")},
    {HEAD_DATE, LITERAL("date,published,pubdate,publication date,posted,datum,sent,fecha,gesendet,published at,date "
                        "published,issued")},
    {HEAD_UPDATED, LITERAL("updated,modified,last-modified,last modified,last updated,date modified")},
    {HEAD_URL, LITERAL("link,url,permalink,original,canonical,article url")},
    {HEAD_SOURCE, LITERAL("feed,source,source newsroom,publisher,publication,newspaper,site,quelle,blog")},
    {HEAD_KICKER, LITERAL("section,category,rubrik,ressort")},
    {HEAD_NOTE,
     LITERAL("to,cc,bcc,reply-to,message-id,flags,tags,keywords,language,lang,user-agent,content-type,mime-version,"
             "list-id,list-unsubscribe,"
             "podcast download "
             "url,enclosure,links,media,image,comments,enclosures,categories,an,guid,id,type,layout,draft,slug,word "
             "count,words,length,edition,page,column,return-path,"
             "ref,ref no,reference,release no,release number,case no,case number,isin,doi,issn,isbn,load-date,"
             "publication-type,document-type,message id,thread-topic,in-reply-to,references,"
             "received,delivered-to,importance,priority,attachments,x-mailer,license,copyright,dateline,location")},
};

static bool label_of(Text name, HeadPart *part)
{
    Text label;

    for (size_t i = 0; i < COUNT_OF(labels); i++) {
        for (size_t at = 0; text_next_part(labels[i].names, ',', &at, &label);) {
            if (text_equal_ignoring_case(name, label)) {
                *part = labels[i].part;
                return true;
            }
        }
    }
    return false;
}

bool head_field_line(Text line, HeadPart *part, Text *value)
{
    Text core = line_without_marks(line);
    size_t colon = text_find_byte(core, ':', 0);
    Text name = text_trim(text_slice(core, (Range){0, colon}));

    if (colon == TEXT_NOT_FOUND || colon > 30)
        return false;
    *value = line_without_marks(text_slice(core, (Range){colon + 1, core.size}));
    if (value->size > 1 && byte_is_one_of(value->bytes[0], "\"'") && value->bytes[value->size - 1] == value->bytes[0])
        *value = text_slice(*value, (Range){1, value->size - 1}); /* of a front matter */
    if (!label_of(name, part)) {
        *part = HEAD_NOTE;
        return false;
    }
    return true;
}

/* ---- values ---- */

/* "Jane Doe <jane@example.com>" */
static Text without_address(Text value)
{
    size_t open = text_find_byte(value, '<', 0), bracket = text_find_byte(value, '(', 0);

    if (bracket != TEXT_NOT_FOUND && text_find_byte(value, '@', 0) < bracket && value.bytes[value.size - 1] == ')')
        return text_slice(value, (Range){bracket + 1, value.size - 1}); /* "jane@example.com (Jane Doe)" */
    if (open == TEXT_NOT_FOUND || open == 0)
        return value;
    value = text_trim(text_slice(value, (Range){0, open}));
    if (value.size > 2 && value.bytes[0] == '"' && value.bytes[value.size - 1] == '"')
        value = text_slice(value, (Range){1, value.size - 1});
    return value;
}

/*
 * "1/10/22, 2:05 PM Ferry line to close - The Harbour Post": when the page was printed, which browsers write above it; its bytes, with the
 * blanks behind it. 0: there is none.
 */
static size_t printing_prefix(Text line)
{
    Range date = line.size && ascii_is_digit(line.bytes[0]) ? head_date_range(line) : (Range){0, 0};
    Text when = text_slice(line, date), rest;

    if (range_is_empty(date) || date.start > 0 || text_find_byte(when, ':', 0) == TEXT_NOT_FOUND ||
        text_find_byte(text_slice(when, (Range){0, 4}), '/', 0) == TEXT_NOT_FOUND)
        return 0;
    rest = text_trim(text_slice(line, (Range){date.end, line.size}));
    return text_count_words(rest) >= 2 && word_begins_with_capital(rest) ? (size_t)(rest.bytes - line.bytes) : 0;
}

/* An address at the end, as browsers write it beside the title; line.size: there is none. */
static size_t printing_suffix(Text line)
{
    size_t start = line.size;

    while (start && !ascii_is_blank(line.bytes[start - 1]))
        start--;
    return start && web_address_scheme_size(text_slice(line, (Range){start, line.size})) ? start : line.size;
}

/* "Opinion | The ferry must stay": where what is behind the part of the paper begins; 0: it names none. */
static size_t section_prefix(Text line)
{
    static const Text kinds[] = {LITERAL("Opinion: "), LITERAL("Editorial: "), LITERAL("Analysis: "),
                                 LITERAL("Op-Ed: "),   LITERAL("OPINION: "),   LITERAL("EDITORIAL: ")};
    size_t bar = text_find(line, TEXT(" | "), 0), close = text_find(line, TEXT("] "), 0);

    if (line.size && line.bytes[0] == '[' && close != TEXT_NOT_FOUND &&
        furniture_is_section(text_slice(line, (Range){1, close})))
        return close + 2; /* "[Opinion] The ferry must stay" */
    for (size_t i = 0; i < COUNT_OF(kinds); i++) {
        if (text_starts_with(line, kinds[i]))
            return kinds[i].size;
    }
    return bar != TEXT_NOT_FOUND && furniture_is_section(text_slice(line, (Range){0, bar})) ? bar + 3 : 0;
}

/* "Soravia Today" behind a bar: a few words with capitals. */
static bool is_like_site(Text words)
{
    return text_count_words(words) <= 4 &&
           (line_case(words) == LETTERS_HEADLINE || line_case(words) == LETTERS_CAPITAL) && !line_ends_with_stop(words);
}

/* "Ferry line to close - The Harbour Post": where the name of the paper begins; line.size: it names none. */
static size_t source_suffix(Text line, Text *source)
{
    static const Text joints[] = {LITERAL(" | "), LITERAL(" - "),  LITERAL(" – "),
                                  LITERAL(" — "), LITERAL(" :: "), LITERAL(" · ")};

    for (size_t at = line.size; at-- > 1;) {
        if (line.bytes[at] != ' ' || at + 1 == line.size || !byte_is_one_of(line.bytes[at + 1], "|-:\xE2\xC2"))
            continue; /* most */
        for (size_t i = 0; i < COUNT_OF(joints); i++) {
            if (!text_starts_with(text_slice(line, (Range){at, line.size}), joints[i]))
                continue;
            *source = text_slice(line, (Range){at + joints[i].size, line.size});
            return (head_is_source(*source) ||
                    ((i == 0 || line_begins_with(*source, TEXT("The"))) && is_like_site(*source))) &&
                           text_count_words(text_slice(line, (Range){0, at})) > 2
                       ? at
                       : line.size;
        }
    }
    return line.size;
}

static bool is_field(Text line, HeadPart part, Text *value)
{
    HeadPart said;

    return head_field_line(line, &said, value) && value->size &&
           (said == part || (said == HEAD_BYLINE && part == HEAD_SOURCE));
}

/* "hello@harbourpost.example": nobody's address, so that the name before it is that of a letter. */
bool head_is_from_a_list(Text value)
{
    static WordList boxes = WORD_LIST("hello,news,newsletter,newsletters,info,editor,editors,noreply,no-reply,"
                                      "donotreply,digest,daily,weekly,contact,team,mail,list,lists,"
                                      "letters,briefing,alerts,updates,reply,support,subscribe");
    size_t at_sign = text_find_byte(value, '@', 0), start;

    if (at_sign == TEXT_NOT_FOUND)
        return false;
    for (start = at_sign; start && !byte_is_one_of(value.bytes[start - 1], "< \t");)
        start--;
    return line_is_one_of(text_slice(value, (Range){start, at_sign}), &boxes);
}

Text head_value(Text line, HeadPart part)
{
    Text value, source;

    if (is_field(line, part, &value))
        return part == HEAD_BYLINE || part == HEAD_SOURCE ? without_address(value) : value;
    value = line_without_marks(line);
    if ((part == HEAD_BYLINE || part == HEAD_SOURCE) && text_find_byte(value, '@', 0) != TEXT_NOT_FOUND)
        return without_address(value);
    if (part == HEAD_TITLE) {
        value = text_trim(text_slice(value, (Range){printing_prefix(value), printing_suffix(value)}));
        value = text_slice(value, (Range){section_prefix(value), value.size});
        value = text_slice(value, (Range){0, source_suffix(value, &source)});
    }
    return value;
}

bool head_is_told(const Text fields[FIELD_COUNT], Text line, HeadPart part)
{
    Text value;

    if (part == HEAD_DATE)
        return head_date_is_only(line_without_marks(line), fields[FIELD_DATE]);
    if (part != HEAD_SOURCE && part != HEAD_KICKER)
        return false;
    if (!is_field(line, part, &value))
        value = line_without_marks(line);
    return text_equal(value, fields[part == HEAD_SOURCE ? FIELD_SOURCE : FIELD_SECTION]) &&
           (part == HEAD_SOURCE || fields[FIELD_TITLE].size);
}

/* ---- the fields ---- */

static void add_line(Arena *arena, Text *field, Text value)
{
    if (field->size && value.size)
        *field = arena_join(arena, (const Text[]){*field, TEXT(" "), value}, 3);
    else if (value.size)
        *field = value;
}

static void set_first(Text *field, Text value)
{
    if (field->size == 0)
        *field = value;
}

/* What stands before "| " or ": ", or in brackets. */
static Text section_name(Text line, size_t prefix)
{
    if (line.bytes[0] == '[')
        return text_slice(line, (Range){1, prefix - 2});
    return text_trim(text_slice(line, (Range){0, prefix - 2}));
}

static void read_title(Arena *arena, Text line, HeadFields *head)
{
    Text marked = line_without_marks(line), source = {0};
    size_t prefix;

    marked = text_trim(text_slice(marked, (Range){printing_prefix(marked), printing_suffix(marked)}));
    prefix = section_prefix(marked);

    add_line(arena, &head->fields[FIELD_TITLE], head_value(line, HEAD_TITLE));
    if (prefix)
        set_first(&head->fields[FIELD_SECTION], section_name(marked, prefix));
    if (source_suffix(marked, &source) < marked.size)
        set_first(&head->fields[FIELD_SOURCE], source);
}

/* Who wrote it, and the date that stands in the same line. The role in the line below belongs to the last name. */
static void read_byline(Arena *arena, Text line, HeadFields *head)
{
    HeadByline byline;
    Text value = head_value(line, HEAD_BYLINE);
    HeadDates dates = head_dates(arena, line);

    set_first(&head->fields[FIELD_DATE], dates.date);
    set_first(&head->fields[FIELD_UPDATED], dates.updated);
    if (head_byline_form(value) == BYLINE_ROLE) {
        if (head->authors.count && head->authors.items[head->authors.count - 1].role.size == 0)
            head->authors.items[head->authors.count - 1].role = value;
        set_first(&head->fields[FIELD_BYLINE], value); /* "Ledger staff" */
        return;
    }
    if (!head_byline(arena, value, &byline)) {
        if (head->fields[FIELD_BYLINE].size == 0)
            head->fields[FIELD_BYLINE] = value;
        return;
    }
    if (byline.authors.count || head->authors.count == 0) /* not "Special to The Courier" below a name */
        add_line(arena, &head->fields[FIELD_BYLINE], byline.printed);
    set_first(&head->fields[FIELD_SOURCE], byline.source);
    for (size_t i = 0; i < byline.authors.count; i++)
        ARRAY_PUSH(arena, head->authors, byline.authors.items[i]);
}

/* "Posted: April 19, 2020 | Author: Jane Doe | 4 Comments" */
static void read_byline_beside(Arena *arena, Text line, HeadFields *head)
{
    size_t first = 0;
    Text piece;

    if (line_next_piece(line, &first, &piece) && first == line.size)
        return; /* nothing beside the date */
    for (size_t at = 0; head->authors.count == 0 && line_next_piece(line, &at, &piece);) {
        if (head_date_range(piece).end == 0 && head_byline_form(piece) == BYLINE_MARKED)
            read_byline(arena, piece, head);
    }
}

/* "Source: Xinhua | 2022-01-10 14:05 | Editor: …": who published it, beside the date. */
static Text source_beside(Text line)
{
    Range date = head_date_range(line);
    Text before = text_trim(text_slice(line, (Range){0, date.start}));
    Text behind = text_slice(line, (Range){date.end, line.size});
    Text piece, value;
    HeadPart part;

    if (date.end == line.size && before.size == 0)
        return (Text){0}; /* most have nothing beside it */
    if (date.start == 0 && text_starts_with(behind, TEXT(", ")) &&
        head_is_source(text_slice(behind, (Range){2, behind.size})))
        return text_slice(behind, (Range){2, behind.size});

    if (text_ends_with(before, TEXT(",")) && head_is_source(text_slice(before, (Range){0, before.size - 1})))
        return text_slice(before, (Range){0, before.size - 1}); /* "Xinhua, January 26, 2024" */
    for (size_t at = 0; line_next_piece(line, &at, &piece);) {
        if (head_field_line(piece, &part, &value) && part == HEAD_SOURCE)
            return value;
        if (head_is_source(piece))
            return piece;
    }
    return (Text){0};
}

static void read_line(Arena *arena, Text line, HeadPart part, HeadFields *head)
{
    static const ArticleField fields[] = {[HEAD_KICKER] = FIELD_SECTION,
                                          [HEAD_SUBTITLE] = FIELD_SUBTITLE,
                                          [HEAD_STANDFIRST] = FIELD_DESCRIPTION,
                                          [HEAD_SOURCE] = FIELD_SOURCE,
                                          [HEAD_URL] = FIELD_URL};
    HeadDates dates;

    switch (part) {
    case HEAD_TITLE:
        read_title(arena, line, head);
        break;
    case HEAD_BYLINE:
        read_byline(arena, line, head);
        break;
    case HEAD_DATE:
    case HEAD_UPDATED:
        dates = head_dates(arena, line);
        set_first(&head->fields[FIELD_SOURCE], source_beside(line));
        read_byline_beside(arena, line, head);
        set_first(&head->fields[FIELD_DATE], part == HEAD_DATE ? dates.date : (Text){0});
        set_first(&head->fields[FIELD_UPDATED],
                  part == HEAD_UPDATED && dates.updated.size == 0 ? dates.date : dates.updated);
        break;
    case HEAD_SUBTITLE:
    case HEAD_STANDFIRST:
        add_line(arena, &head->fields[fields[part]], head_value(line, part));
        break;
    case HEAD_KICKER:
    case HEAD_SOURCE:
    case HEAD_URL:
        if (part == HEAD_SOURCE) /* who sent a letter, and when */
            set_first(&head->fields[FIELD_DATE], head_date(arena, line));
        set_first(&head->fields[fields[part]], head_value(line, part));
        break;
    case HEAD_NONE:
    case HEAD_NOTE:
        break;
    }
}

void head_read(Arena *arena, const Text *lines, const HeadPart *parts, size_t count, HeadFields *head)
{
    *head = (HeadFields){.authors = {0}};
    for (size_t i = 0; i < count; i++)
        read_line(arena, lines[i], parts[i], head);
}
