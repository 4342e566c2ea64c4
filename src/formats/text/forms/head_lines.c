/*
 * What single lines look like. The order of the questions is that of certainty: a date is nothing else, a name may be anything.
 */
#include "formats/text/forms/head_units.h"

#include "article/web_address.h"
#include "formats/text/words/line_words.h"
#include "formats/text/forms/furniture.h"

bool head_is_underline(Text line, char mark)
{
    size_t i = 0;

    while (i < line.size && line.bytes[i] == mark)
        i++;
    return i >= 3 && i == line.size;
}

static size_t hashes(Text line)
{
    size_t count = 0;

    while (count < line.size && line.bytes[count] == '#')
        count++;
    return count && count <= 6 && count < line.size && line.bytes[count] == ' ' ? count : 0;
}

/* "555-0110", "(202) 555", "555 0133": three figures, a mark, and more of them; no years. */
static bool has_telephone(Text line)
{
    size_t digits = 0, all = 0;

    for (size_t i = 0; i < line.size; i++)
        all += ascii_is_digit(line.bytes[i]);
    for (size_t i = 0; i + 1 < line.size && all >= 7; i++) {
        if (digits == 3 && byte_is_one_of(line.bytes[i], "-). ") &&
            (ascii_is_digit(line.bytes[i + 1]) || line.bytes[i + 1] == ' '))
            return true;
        digits = ascii_is_digit(line.bytes[i]) ? digits + 1 : 0;
    }
    return false;
}

/* A telephone number or an address of mail: "(202) 555-0110", "press@example.com". */
static bool is_contact(Text line)
{
    size_t at_sign = text_find_byte(line, '@', 0);
    bool has_address = at_sign != TEXT_NOT_FOUND && text_find_byte(line, '.', at_sign) != TEXT_NOT_FOUND;

    return line.size <= 120 && !line_ends_sentence(line) && text_count_words(line) <= 10 &&
           (has_address || has_telephone(line));
}

/* "RELEASE 22-003", "Page 1 of 2", "5 min read", "12 comments", "@janedoe", "Volume 700": a few words, and a number beside what it counts. */
static bool is_reference(Text line)
{
    static WordList counted = WORD_LIST(
        "release,advisory,page,pages,no.,vol.,volume,issue,min,min.,mins,minute,minutes,read,comment,comments,share,"
        "shares,views,words,likes,photos,images,lesezeit,lesezeit:,lesedauer,lesedauer:,minuten,kommentare,bilder,"
        "lecture,message,messages,stars,ref,ref.,ref:");
    bool digits = false, letters = false, counts = false, number = false;
    Text word;

    for (size_t i = 0; i < line.size; i++) {
        digits |= ascii_is_digit(line.bytes[i]);
        letters |= ascii_is_alpha(line.bytes[i]) || line.bytes[i] & 0x80;
    }
    if (line_begins_with(line, TEXT("RNS Number")))
        return true; /* of an announcement at the stock exchange */
    if (line_begins_with(line, TEXT("No. ")) && digits && line.size > 4 && ascii_is_digit(line.bytes[4]))
        return true; /* "No. 18-4411. Argued …": of a case */
    if (text_count_words(line) > 5)
        return false;
    if ((digits && !letters) || (line.bytes[0] == '@' && text_count_words(line) == 1))
        return true;
    for (size_t at = 0; line_next_word(line, &at, &word);) {
        bool is_number = ascii_is_digit(word.bytes[0]), is_counted = line_is_one_of(word, &counted);

        if ((is_counted && (number || word.size == line.size)) || (is_number && counts))
            return true;
        number = is_number;
        counts = is_counted;
    }
    return false;
}

/* "★★★★☆": nothing but stars, halves and blanks. */
static bool is_rating(Text line)
{
    static const Text signs[] = {LITERAL("★"), LITERAL("☆"), LITERAL("⭐"), LITERAL("✩"),     LITERAL("✪"),
                                 LITERAL("✮"), LITERAL("½"), LITERAL(" "), LITERAL("\uFE0F")};
    size_t at = 0, i = 0;

    while (at < line.size && i < COUNT_OF(signs)) {
        for (i = 0; i < COUNT_OF(signs) && !text_starts_with(text_slice(line, (Range){at, line.size}), signs[i]);)
            i++;
        at += i < COUNT_OF(signs) ? signs[i].size : 0;
    }
    return line.size && at == line.size;
}

/* "BC-Volcano-Ash, 3rd Ld-Writethru,0412", "FERRY-STRIKE/ (UPDATE 3)": what agencies call a report among themselves. */
static bool is_slug(Text line)
{
    static const Text cycles[] = {LITERAL("BC-"), LITERAL("AM-"),  LITERAL("PM-"),  LITERAL("bc-"), LITERAL("am-"),
                                  LITERAL("pm-"), LITERAL("^BC-"), LITERAL("^AM-"), LITERAL("^PM-")};
    size_t at = 0, hyphens = 0;
    Text word;

    if (!line_next_word(line, &at, &word) || text_count_words(line) > 8 || line_ends_sentence(line))
        return false;
    for (size_t i = 0; i < word.size; i++)
        hyphens += word.bytes[i] == '-';
    for (size_t i = 0; i < COUNT_OF(cycles); i++) {
        if (text_starts_with(word, cycles[i]) && word.size > cycles[i].size)
            return true;
    }
    if (line_find_words(line, TEXT("Writethru")) != TEXT_NOT_FOUND || line_begins_with(line, TEXT("Eds:")))
        return true;
    return (word.size > 6 && word.bytes[word.size - 1] == '/' && line_is_capitals(word)) ||
           (hyphens >= 3 && word.size == line.size);
}

/* "Ref: 114/23", "Case No: 4411": a label that is known, and a number. */
static bool is_numbered_field(Text line)
{
    HeadPart part;
    Text value;
    bool known = head_field_line(line, &part, &value);

    return known && part == HEAD_NOTE && value.size && text_count_words(value) <= 3 && !line_ends_sentence(value) &&
           (ascii_is_digit(value.bytes[0]) || ascii_is_digit(value.bytes[value.size - 1]));
}

/* "Harbour Weekly <news@example.com>   Sat, Nov 6, 2021 at 7:00 AM": who wrote a letter, as it is printed. */
static bool is_sender(Text line)
{
    size_t open = text_find_byte(line, '<', 0), at_sign = text_find_byte(line, '@', 0);
    size_t close = text_find_byte(line, '>', 0);
    Text name = text_slice(line, (Range){0, open});

    return close != TEXT_NOT_FOUND && open != TEXT_NOT_FOUND && open > 0 && open < at_sign && at_sign < close &&
           text_count_words(name) <= 6 && text_find_byte(name, ':', 0) == TEXT_NOT_FOUND &&
           head_date_line(text_trim(text_slice(line, (Range){close + 1, line.size}))) == DATE_LINE_DATE;
}

static bool is_url(Text line)
{
    Text value = line_without_marks(line);

    if (value.size > 1 && value.bytes[0] == '<' && value.bytes[value.size - 1] == '>')
        value = text_slice(value, (Range){1, value.size - 1});
    return text_count_words(value) == 1 && web_address_scheme_size(value);
}

/* "Speaker: text", "Q: text", "Ms. Quill (Lab): text" */
bool head_is_label(Text line)
{
    size_t colon = text_find(line, TEXT(": "), 0), words = 0;
    Text label, word;

    if (colon == TEXT_NOT_FOUND || colon == 0 || colon > 80)
        return false;
    label = text_slice(line, (Range){0, colon});
    for (size_t at = 0; line_next_word(label, &at, &word); words++) {
        if (!word_begins_with_capital(word) && !word_is_particle(word))
            return false;
    }
    return words <= 9;
}

static LineForm furniture_form(Text line, LineForm otherwise)
{
    Text bare = line_without_marks(line);
    BlockKind kind;

    if (text_starts_with(line, TEXT("#[")) || (line.bytes[0] == '#' && text_find(line, TEXT("»"), 0) != TEXT_NOT_FOUND))
        return FORM_NOTE; /* "#Soravia Today » Feed", as text browsers print links of the page itself */
    if (bare.size == line.size ? !furniture_besides_heading(line, &kind)
                               : !furniture_kind(line, &kind) && !furniture_besides_heading(bare, &kind))
        return otherwise;
    switch (kind) {
    case BLOCK_NOTE:
        return FORM_NOTE;
    case BLOCK_CAPTION:
    case BLOCK_CREDIT:
        return FORM_CAPTION;
    case BLOCK_RULE:
        return FORM_MARKS;
    case BLOCK_LIST_ITEM:
    case BLOCK_ORDERED_ITEM:
        return furniture_is_menu_word(line) ? FORM_NOTE : FORM_BODY;
    default:
        return otherwise;
    }
}

/* A line of a field that stands alone: "Author: Jane Doe", "Source: The Courier". */
static LineForm field_form(Text line)
{
    static const LineForm forms[] = {
        [HEAD_BYLINE] = FORM_BYLINE, [HEAD_URL] = FORM_URL, [HEAD_SOURCE] = FORM_SOURCE, [HEAD_KICKER] = FORM_SECTION};
    HeadPart part;
    Text value;

    if (!head_field_line(line, &part, &value) || value.size == 0 || line_ends_sentence(value) || part == HEAD_NOTE)
        return FORM_BLANK;
    if (part == HEAD_SOURCE && is_url(value))
        return FORM_URL;
    if (part == HEAD_BYLINE && line_begins_with(line_without_marks(line), TEXT("Author")) && text_count_words(value) <= 4)
        return FORM_BYLINE;                                            /* whatever they call themselves */
    if (part == HEAD_BYLINE && head_byline_form(value) == BYLINE_NONE) /* "From: Ministry of Transport" */
        return line_begins_with(line, TEXT("From:")) && line_case(value) == LETTERS_HEADLINE &&
                       text_count_words(value) <= 6
                   ? FORM_SOURCE
                   : FORM_BLANK;
    return (size_t)part < COUNT_OF(forms) ? forms[part] : FORM_BLANK;
}

/* "(Port Elder, 30 August 2023)" */
static bool is_date_in_brackets(Text line)
{
    enum { PLACE_WORDS = 5 };
    Text inner = line.size > 2 && line.bytes[0] == '(' && line.bytes[line.size - 1] == ')'
                     ? text_slice(line, (Range){1, line.size - 1})
                     : (Text){0};
    Range date = head_date_range(inner);
    Text place = text_trim(text_slice(inner, (Range){0, date.start}));

    return date.end && date.end == inner.size &&
           (place.size == 0 || (text_ends_with(place, TEXT(",")) && text_count_words(place) <= PLACE_WORDS &&
                                word_begins_with_capital(place)));
}

static LineForm byline_form(Text line)
{
    switch (head_byline_or_opening(line)) {
    case BYLINE_MARKED:
        return FORM_BYLINE;
    case BYLINE_BARE:
        return FORM_NAME;
    case BYLINE_ROLE:
        return FORM_ROLE;
    case BYLINE_NONE:
        break;
    }
    return FORM_PLAIN;
}

/* "Xinhua, January 26, 2024", "Saturday March 4 2023, 12.01am GMT, The Times" */
static bool is_source_with_date(Text line)
{
    Range date = head_date_range(line);
    Text before = text_trim(text_slice(line, (Range){0, date.start}));

    Text behind = text_slice(line, (Range){date.end, line.size});

    if (date.start == 0 && date.end && text_starts_with(behind, TEXT(", ")))
        return head_is_source(text_slice(behind, (Range){2, behind.size}));
    return date.end == line.size && text_ends_with(before, TEXT(",")) &&
           head_is_source(text_slice(before, (Range){0, before.size - 1}));
}

/* "A2 | Tuesday, March 12, 2019 | Dunmere Gazette", "AFP • 30 November 2020, 18:22": a date beside short pieces. */
static bool is_date_among_pieces(Text line)
{
    size_t dates = 0, pieces = 0, first = 0;
    Text piece;

    if (line.size > 120)
        return false;
    if (is_source_with_date(line))
        return true;
    if (!line_next_piece(line, &first, &piece) || first == line.size)
        return false; /* one piece, most of them */
    for (size_t at = 0; line_next_piece(line, &at, &piece); pieces++) {
        DateLine date = head_date_line(piece);

        if (date == DATE_LINE_NONE &&
            (text_count_words(piece) > 4 || (line_ends_sentence(piece) && !is_reference(piece))))
            return false;
        dates += date == DATE_LINE_DATE || date == DATE_LINE_UPDATED;
    }
    return dates > 0 && pieces > 1;
}

/* "Home / News / Ferry line to close": the way to the page. */
static bool is_path_from_home(Text line)
{
    static const Text starts[] = {LITERAL("Home /"), LITERAL("Home >"), LITERAL("Home |"),
                                  LITERAL("Home »"), LITERAL("Home ›"), LITERAL("HOME >"),
                                  LITERAL("HOME /"), LITERAL("Home/"),  LITERAL("Home»")};

    for (size_t i = 0; i < COUNT_OF(starts); i++) {
        if (text_starts_with(line, starts[i]))
            return true;
    }
    return false;
}

/* "News|Politics", "Europe | Water ways", "World > Europe": parts of the paper. */
static bool is_section_path(Text line)
{
    size_t end = 0;

    while (end < line.size && line.bytes[end] != '|' && line.bytes[end] != '/' && line.bytes[end] != '>')
        end++;
    return end < line.size && text_count_words(line) <= 6 && !line_ends_with_stop(line) &&
           furniture_is_section(text_trim(text_slice(line, (Range){0, end}))) &&
           text_count_words(text_slice(line, (Range){end + 1, line.size})) <= 2;
}

/* "Jane Doe | Jan 10, 2022", "Jan 13th 2022 | PORT HALLAM": capitals behind a date are a place. */
static LineForm date_or_byline(Text line)
{
    LineForm form = byline_form(line);
    Range date = head_date_range(line);

    if (form == FORM_NAME && date.start == 0 &&
        line_case(text_slice(line, (Range){date.end, line.size})) == LETTERS_CAPITAL)
        return FORM_DATE;
    return form == FORM_BYLINE || form == FORM_NAME ? form : FORM_DATE;
}

/* "Abstract", "1 Introduction": what papers begin with. */
static bool is_body_heading(Text line)
{
    static WordList headings = WORD_LIST("abstract,introduction,executive summary,contents,table of contents,foreword,"
                                         "preface,1 introduction,1. introduction,i. introduction,zusammenfassung,"
                                         "résumé,resumen,einleitung");

    return line.size < 24 && line_is_one_of(line, &headings);
}

/* Too long for a title, a byline, a date; or a whole sentence of many words, which is none of them either. */
static bool is_sentence(Text line)
{
    enum { WORDS = 16 };

    return line.size > HEAD_TITLE_LONGEST || (line_ends_sentence(line) && text_count_words(line) > WORDS);
}

LineForm head_paragraph_form(Text line)
{
    Range place, source;

    return head_dateline(line, &place, &source, NULL) ? FORM_BODY : furniture_form(line, FORM_PLAIN);
}

/* What marks around a line or alone in it say; FORM_BLANK: nothing, as of the next ones. */
static LineForm form_by_marks(Text line, Text bare)
{
    LineForm form;

    if (text_starts_with(line, TEXT("```")) || text_starts_with(line, TEXT("~~~")))
        return FORM_BODY; /* a fence, behind which lines stay as they are */
    if (head_is_underline(line, '=') ||
        (line.size <= 4 && line_case(line) == LETTERS_NONE && !ascii_is_digit(line.bytes[0])))
        return FORM_MARKS; /* a point between two pieces too, that stands alone */
    if (hashes(line) == 0)
        return FORM_BLANK;
    if (hashes(line) == 1)
        return FORM_MARKED_TITLE;
    form = head_line_form(bare); /* "### By Jane Doe" */
    return form == FORM_BYLINE || form == FORM_DATE || form == FORM_UPDATED ? form : FORM_MARKED_SUBTITLE;
}

static LineForm form_by_date(Text bare)
{
    static const LineForm dates[] = {
        [DATE_LINE_DATE] = FORM_DATE, [DATE_LINE_UPDATED] = FORM_UPDATED, [DATE_LINE_TIME] = FORM_NOTE};
    DateLine date = head_date_line(bare);

    if (date != DATE_LINE_NONE)
        return dates[date];
    if (is_date_in_brackets(bare))
        return FORM_DATE;
    return is_date_among_pieces(bare) ? date_or_byline(bare) : FORM_BLANK;
}

/* "Research Briefing", "Policy Brief": what kind of paper it is, which looks like a name. Not "The Paper", which may be a headline. */
static bool is_kind_of_paper(Text line)
{
    static WordList kinds =
        WORD_LIST("brief,briefing,bulletin,newsletter,digest,memo,memorandum,summary,note,paper,sheet,alert,report");
    size_t words = text_count_words(line), start = line.size;

    while (start && !ascii_is_blank(line.bytes[start - 1]))
        start--;
    return words >= 2 && words <= 3 && line_case(line) <= LETTERS_HEADLINE && !line_begins_with(line, TEXT("the")) &&
           line_is_one_of(text_slice(line, (Range){start, line.size}), &kinds);
}

/* By its words, of a line that is no byline by its opening: FORM_BLANK too where it may be a bare one. */
static LineForm form_by_words(Text line, Text bare)
{
    Range place, source;
    LineForm form;

    if (head_dateline(line, &place, &source, NULL) || is_body_heading(bare))
        return FORM_BODY;
    if ((form = furniture_form(line, FORM_BLANK)) != FORM_BLANK)
        return form;
    if (furniture_is_section(bare) || is_section_path(bare) || is_kind_of_paper(bare))
        return FORM_SECTION;
    if (head_is_source(bare) || line_begins_with(line, TEXT("From Wikinews")))
        return FORM_SOURCE;
    if (is_contact(line) || is_reference(line) || is_path_from_home(bare) || is_rating(line) || is_slug(line) ||
        is_numbered_field(line) || head_is_place(line))
        return FORM_NOTE;
    return FORM_BLANK;
}

LineForm head_line_form(Text line)
{
    Text bare = line_without_marks(line);
    LineForm form, byline;

    if (line.size == 0)
        return FORM_BLANK;
    if ((form = form_by_marks(line, bare)) != FORM_BLANK)
        return form;
    if (is_sentence(line))
        return head_paragraph_form(line);
    if (is_url(line))
        return FORM_URL;
    if (is_sender(line))
        return head_is_from_a_list(line) || head_is_source(head_value(line, HEAD_SOURCE)) ? FORM_SOURCE : FORM_BYLINE;
    if ((form = form_by_date(bare)) != FORM_BLANK || (form = field_form(line)) != FORM_BLANK)
        return form;
    if ((byline = byline_form(bare)) == FORM_BYLINE)
        return FORM_BYLINE;
    if ((form = form_by_words(line, bare)) != FORM_BLANK)
        return form;
    return bare.size ? byline : byline_form(line);
}
