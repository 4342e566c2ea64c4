/*
 * Forms of furniture by a table (furniture.def), and what has no words of its own by its shape: rules, footnotes, navigation, headings. What could be
 * speech is none: nothing that begins with a quotation mark.
 */
#include "formats/text/forms/furniture.h"

#include "article/web_address.h"
#include "formats/text/forms/head_byline.h"
#include "formats/text/words/head_date.h"
#include "formats/text/words/line_words.h"

typedef enum FurniturePlace { WHOLE, START, OPEN, FULL, TAIL, WITHIN } FurniturePlace;

typedef struct FurnitureForm {
    Text words;
    BlockKind kind;
    FurniturePlace place;
    size_t most;
} FurnitureForm;

static const FurnitureForm forms[] = {
#define FURNITURE(KIND, PLACE, most, words, example) {LITERAL(words), BLOCK_##KIND, PLACE, most},
#include "formats/text/forms/furniture.def"
#undef FURNITURE
};

enum { FURNITURE_LONGEST = 600, TAIL_BYTES = 120 };

/* ---- forms of the table ---- */

static bool begins_with_quotation(Text text)
{
    static const Text marks[] = {LITERAL("\""), LITERAL("“"), LITERAL("‘"), LITERAL("«"), LITERAL("„"), LITERAL("'")};

    if (text.size == 0 || ascii_is_alnum(text.bytes[0])) /* most do */
        return false;
    for (size_t i = 0; i < COUNT_OF(marks); i++) {
        if (text_starts_with(text, marks[i]))
            return true;
    }
    return false;
}

/* "- Anzeige -", "(File photo)", "Contact:": the words of a line that is nothing else. */
static Text bare_words(Text text)
{
    return line_stripped(line_without_marks(text), "-([ ", "-)]:. ");
}

static bool form_fits(const FurnitureForm *form, Text paragraph, Text bare)
{
    switch (form->place) {
    case WHOLE:
        return text_equal_ignoring_case(bare, form->words);
    case START:
        return line_begins_with(paragraph, form->words);
    case FULL:
        return line_begins_with(paragraph, form->words) && line_ends_sentence(paragraph);
    case OPEN: /* parts of words too: "Related stor" */
        return paragraph.size >= form->words.size &&
               text_equal_ignoring_case((Text){paragraph.bytes, form->words.size}, form->words) &&
               !line_ends_sentence(paragraph);
    case TAIL:
    case WITHIN:
        return true; /* its words were found */
    }
    return false;
}

/*
 * A paragraph is compared with the forms that begin as it does, and with those that stand within where their rarest byte does: "(Photo by " is
 * looked for at each "(". So forms are in chains, in the order of the table. Made at the first question.
 */
typedef struct FormIndex {
    uint16_t opening[256],
        rare[256];                  /* the first form of a chain, and one; 0: none. By opening_of; by the rarest byte */
    uint16_t next[COUNT_OF(forms)]; /* of the same chain */
    unsigned char rare_at[COUNT_OF(forms)]; /* where the rarest byte of its words stands */
    char within[256];                       /* the rarest bytes of those that may stand anywhere */
    size_t within_count;
} FormIndex;

static size_t opening_of(Text text)
{
    size_t first = (unsigned char)ascii_to_lower(text.bytes[0]);

    return text.size > 1 ? (first * 31 + (unsigned char)ascii_to_lower(text.bytes[1])) % 256 : first;
}

/* A sign is rarer in prose than a capital, and that than a small letter. */
static size_t rarest_byte(Text words)
{
    size_t best = 0;
    int rank = 0;

    for (size_t i = 0; i < words.size; i++) {
        char byte = words.bytes[i];
        int here = byte == ' ' || ascii_is_lower(byte) ? 1 : ascii_is_upper(byte) || byte == '.' ? 2 : 3;

        if (here > rank) {
            best = i;
            rank = here;
        }
    }
    return best;
}

static void index_inner_form(FormIndex *index, size_t i)
{
    Text words = forms[i].words;
    size_t at = rarest_byte(words);
    uint16_t *first = &index->rare[(unsigned char)words.bytes[at]];

    index->rare_at[i] = (unsigned char)at;
    if (forms[i].place == WITHIN && !memchr(index->within, words.bytes[at], index->within_count))
        index->within[index->within_count++] = words.bytes[at];
    index->next[i] = *first;
    *first = (uint16_t)(i + 1);
}

static void index_form(FormIndex *index, size_t i)
{
    uint16_t *first = &index->opening[opening_of(forms[i].words)];

    if (forms[i].place == TAIL || forms[i].place == WITHIN) {
        index_inner_form(index, i);
        return;
    }
    index->next[i] = *first;
    *first = (uint16_t)(i + 1);
}

static const FormIndex *form_index(void)
{
    static FormIndex index;

    for (size_t i = index.within_count ? 0 : COUNT_OF(forms); i-- > 0;)
        index_form(&index, i);
    return &index;
}

/* The first of the chain that fits, and one; 0: none does. */
static size_t first_opening(const FormIndex *index, Text opening, Text paragraph, Text bare)
{
    size_t i = opening.size ? index->opening[opening_of(opening)] : 0;
    char third = opening.size > 2 ? ascii_to_lower(opening.bytes[2]) : '\0'; /* tells "The" from "This story" */

    while (i && !(paragraph.size <= forms[i - 1].most &&
                  (forms[i - 1].words.size <= 2 || ascii_to_lower(forms[i - 1].words.bytes[2]) == third) &&
                  form_fits(&forms[i - 1], paragraph, bare)))
        i = index->next[i - 1];
    return i;
}

static size_t tail_start(Text paragraph)
{
    return paragraph.size > TAIL_BYTES ? paragraph.size - TAIL_BYTES : 0;
}

static bool stands_within(const FurnitureForm *form, Text paragraph, size_t start)
{
    return paragraph.size <= form->most && (form->place == WITHIN || start >= tail_start(paragraph)) &&
           start + form->words.size <= paragraph.size &&
           memcmp(paragraph.bytes + start, form->words.bytes, form->words.size) == 0;
}

/* The first form of the chain of the byte at `at` that stands there, if it comes before `best`; else `best`. */
static size_t first_at(const FormIndex *index, Text paragraph, size_t at, size_t best)
{
    for (size_t i = index->rare[(unsigned char)paragraph.bytes[at]]; i; i = index->next[i - 1]) {
        if (at >= index->rare_at[i - 1] && (!best || i < best) &&
            stands_within(&forms[i - 1], paragraph, at - index->rare_at[i - 1]))
            best = i;
    }
    return best;
}

/* The first of those that stand within, and one; 0: none does. */
static size_t first_within(const FormIndex *index, Text paragraph)
{
    size_t best = 0;

    for (size_t at = tail_start(paragraph); at < paragraph.size; at++) {
        if (index->rare[(unsigned char)paragraph.bytes[at]])
            best = first_at(index, paragraph, at, best);
    }
    for (size_t k = 0; k < index->within_count; k++) {
        for (size_t at = 0; (at = text_find_byte(paragraph, index->within[k], at)) != TEXT_NOT_FOUND; at++)
            best = first_at(index, paragraph, at, best);
    }
    return best;
}

static const FurnitureForm *find_form(Text paragraph)
{
    const FormIndex *index = form_index();
    Text bare = paragraph.size <= 80 ? bare_words(paragraph) : (Text){0};
    size_t found[] = {first_opening(index, paragraph, paragraph, bare), first_opening(index, bare, paragraph, bare),
                      first_within(index, paragraph)};
    size_t best = 0;

    for (size_t i = 0; i < COUNT_OF(found); i++)
        best = found[i] && (!best || found[i] < best) ? found[i] : best;
    return best ? &forms[best - 1] : NULL;
}

/* ---- words of sites ---- */

bool furniture_is_section(Text line)
{
    static WordList subjects =
        WORD_LIST("football,soccer,cricket,rugby,tennis,basketball,baseball,hockey,golf,athletics,cycling,boxing,"
                  "formula 1,motorsport,books,film,films,music,classical music,theatre,art,art and design,stage,"
                  "television,gardening,property,motoring,cars,shipping,energy,space,pets,religion,faith,history,"
                  "photography,design,architecture,fashion,parenting,family,markets,companies,banking,retail,"
                  "defence,agriculture,farming,wildlife,campus,commentary,explained,fact check,in depth,investigations,"
                  "exclusive,trending,viewpoint,viewpoints,editor's note,around town,company "
                  "news,announcements,events,ideas,science & health");
    static WordList sections = WORD_LIST(
        "the long read,long read,the big read,explainer,investigation,profile,q&a,essay,perspective,first "
        "person,quiz,watch,leader,news,world,politics,business,opinion,sport,sports,culture,arts,health,science,"
        "technology,tech,environment,travel,local,local news,national,international,region,"
        "regional,editorial,editorials,comment,analysis,features,feature,obituary,obituaries,"
        "letters,education,economy,finance,money,media,entertainment,lifestyle,life,style,food,"
        "climate,crime,courts,transport,weather,video,uk,us,u.s.,us news,uk news,world news,"
        "europe,asia,africa,americas,middle east,front page,top news,breaking news,politik,"
        "wirtschaft,kultur,panorama,meinung,kommentar,lokales,monde,politique,économie,"
        "culture & arts,interview,review,reviews,column,op-ed,guest essay,blog,magazine,"
        "community,metro,nation,special report");

    return line_is_one_of(line, &sections) || line_is_one_of(line, &subjects);
}

bool furniture_is_menu_word(Text line)
{
    static WordList words =
        WORD_LIST("home,menu,more,search,live,share,facebook,twitter,x,email,e-mail,whatsapp,linkedin,reddit,"
                  "pinterest,instagram,telegram,messenger,youtube,print,save,copy link,log in,login,sign in,"
                  "sign up,register,subscribe,newsletter,newsletters,contact,contact us,about,about us,"
                  "privacy policy,privacy,terms of use,terms,jobs,tv,radio,sounds,podcasts,crosswords,puzzles,"
                  "donate,advertise,archive,archives,help,faq,rss,edition,classifieds,events,recipes,games,"
                  "shop,my account,skip to content,more menu,site map,sitemap,cookies,careers,photos,videos");

    line = bare_words(line);
    return line_is_one_of(line, &words) || furniture_is_section(line);
}

static bool is_short_label(Text line)
{
    return line.size && line.size <= 40 && text_count_words(line) <= 4 && !line_ends_with_stop(line) &&
           !begins_with_quotation(line);
}

size_t furniture_run(const Text *lines, size_t count)
{
    enum { RUN_LEAST = 3 };
    size_t at = 0, end = 0, labels = 0, menu = 0;

    for (; at < count && (lines[at].size == 0 || is_short_label(lines[at])); at++) {
        if (lines[at].size == 0)
            continue;
        labels++;
        if (furniture_is_menu_word(lines[at])) {
            menu++;
            end = at + 1;
        }
    }
    return labels >= RUN_LEAST && menu >= 2 && menu * 3 >= labels ? end : 0;
}

static bool is_separator(Text word)
{
    static const Text signs[] = {LITERAL("|"), LITERAL("·"), LITERAL("•"), LITERAL(">"),
                                 LITERAL("»"), LITERAL("›"), LITERAL("/")};

    return word.size <= 3 && text_index_of(word, signs, COUNT_OF(signs)) < COUNT_OF(signs);
}

/* 0 too if more than `most_others` words are of no menu. */
static size_t count_menu_words(Text line, size_t most_others)
{
    size_t menu = 0, others = 0;
    Text word;

    for (size_t at = 0; line_next_word(line, &at, &word);) {
        if (is_separator(word))
            continue;
        if (furniture_is_menu_word(word))
            menu++;
        else if (++others > most_others)
            return 0;
    }
    return menu;
}

/* "Home | News | Sport", "Home > World > Europe", "Facebook Twitter Email", "[1]Home [2]News [3]Sport" */
static bool is_row_of_links(Text line)
{
    size_t words = 0, separators = 0, numbers = 0, menu;
    Text word;

    if (line.size > 300 || line_ends_with_stop(line))
        return false;
    for (size_t at = 0; line_next_word(line, &at, &word);) {
        words++;
        separators += is_separator(word);
        numbers += word.size > 2 && word.bytes[0] == '[' && ascii_is_digit(word.bytes[1]);
    }
    if (separators < 2 ? words < 3 || words > 14 : words - separators > separators * 4)
        return false;
    menu = count_menu_words(line, separators >= 2 || numbers >= 3 ? words : words / 3);
    return menu * 3 >= words * 2 || (menu && (separators >= 2 || numbers >= 3));
}

/* ---- shapes ---- */

/* Marks alone, three of them at least, or what ends a report: "-30-", "—30—", "- ends -". */
static bool is_rule(Text line)
{
    static WordList ends = WORD_LIST("end,ends,30");
    static const Text forms_of_end[] = {LITERAL("—30—"),  LITERAL("— 30 —"), LITERAL("–30–"), LITERAL("•••"),
                                        LITERAL("• • •"), LITERAL("⁂"),      LITERAL("ENDS")};
    size_t marks = 0, i = 0;
    Text bare;

    for (; i < line.size && byte_is_one_of(line.bytes[i], "*-_=#~+ "); i++)
        marks += line.bytes[i] != ' ';
    if (i == line.size)
        return marks >= 3;
    if (line.size > 20)
        return false;
    bare = bare_words(line);
    return text_index_of(line, forms_of_end, COUNT_OF(forms_of_end)) < COUNT_OF(forms_of_end) ||
           (bare.size < line.size && line.bytes[0] == '-' && line_is_one_of(bare, &ends));
}

/* "[1] …", "*Names have been changed.", "¹ …", an address alone. */
static bool is_footnote(Text line)
{
    static const Text figures[] = {LITERAL("¹"), LITERAL("²"), LITERAL("³"), LITERAL("†"), LITERAL("‡")};
    size_t end = 1;

    if (ascii_is_alpha(line.bytes[0]) && line.bytes[0] != 'h')
        return false;
    for (size_t i = 0; i < COUNT_OF(figures); i++) {
        if (text_starts_with(line, figures[i]))
            return true;
    }
    if (line.size > 2 && line.bytes[0] == '*' && !byte_is_one_of(line.bytes[1], "* ") && line.bytes[line.size - 1] != '*')
        return text_find_byte(line, '*', 1) == TEXT_NOT_FOUND;
    if (web_address_scheme_size(line) && text_count_words(line) == 1)
        return true;
    if (line.size < 5 || line.bytes[0] != '[')
        return false;
    while (end < line.size && ascii_is_digit(line.bytes[end]))
        end++;
    return end > 1 && end + 1 < line.size && line.bytes[end] == ']' && line.bytes[end + 1] == ' ';
}

bool list_item(Text line, size_t *marker_size, unsigned *number)
{
    static const Text bullets[] = {LITERAL("-"), LITERAL("*"), LITERAL("•"), LITERAL("·"), LITERAL("‣"),
                                   LITERAL("◦"), LITERAL("▪"), LITERAL("●"), LITERAL("■"), LITERAL("+")};
    size_t end = 0, digits = 0, value = 0;

    if (line.size && ascii_is_alpha(line.bytes[0]))
        return false;
    for (size_t i = 0; i < COUNT_OF(bullets) && end == 0; i++)
        end = text_starts_with(line, bullets[i]) ? bullets[i].size : 0;
    if (end == 0) {
        while (digits < line.size && ascii_is_digit(line.bytes[digits]))
            digits++;
        if (digits > 3 || !text_to_number(text_slice(line, (Range){0, digits}), 999, &value) || digits >= line.size ||
            !byte_is_one_of(line.bytes[digits], ".)"))
            return false;
        end = digits + 1;
    }
    if (end >= line.size || !ascii_is_blank(line.bytes[end]))
        return false;
    while (end < line.size && ascii_is_blank(line.bytes[end]))
        end++;
    *marker_size = end;
    *number = (unsigned)value;
    return end < line.size;
}

/* ---- headings ---- */

static bool has_quotation(Text text)
{
    static const Text marks[] = {LITERAL("\""), LITERAL("“"), LITERAL("”"), LITERAL("«"), LITERAL("»")};

    for (size_t i = 0; i < COUNT_OF(marks); i++) {
        if (text_find(text, marks[i], 0) != TEXT_NOT_FOUND)
            return true;
    }
    return false;
}

enum { HEADING_LONGEST = 90, HEADING_WORDS = 12 };

static bool is_short_line(Text line)
{
    return line.size && line.size <= HEADING_LONGEST && word_begins_with_capital(line) && !line_ends_with_stop(line) &&
           text_count_words(line) <= HEADING_WORDS && !has_quotation(line) && !begins_with_quotation(line) &&
           text_find(line, TEXT(": "), 0) == TEXT_NOT_FOUND && text_find(line, TEXT(" | "), 0) == TEXT_NOT_FOUND;
}

/* "What happened?", "How much will it cost?" */
static bool is_question(Text line)
{
    static const Text words[] = {LITERAL("what"),   LITERAL("why"),   LITERAL("how"),   LITERAL("who"),
                                 LITERAL("when"),   LITERAL("where"), LITERAL("which"), LITERAL("what’s"),
                                 LITERAL("what's"), LITERAL("who’s"), LITERAL("who's")};
    size_t at = 0;
    Text word;

    return text_ends_with(line, TEXT("?")) && line_next_word(line, &at, &word) && TEXT_IS_ONE_OF(word, words) &&
           is_short_line(line) && text_find_byte(line, ',', 0) == TEXT_NOT_FOUND;
}

/* "MR. REED", "THE PRESIDENT": above what somebody says. */
static bool is_speaker(Text line)
{
    static const Text openings[] = {LITERAL("mr"),          LITERAL("mrs"),
                                    LITERAL("ms"),          LITERAL("miss"),
                                    LITERAL("dr"),          LITERAL("sen"),
                                    LITERAL("senator"),     LITERAL("rep"),
                                    LITERAL("sir"),         LITERAL("lord"),
                                    LITERAL("lady"),        LITERAL("the president"),
                                    LITERAL("the speaker"), LITERAL("the chairman"),
                                    LITERAL("the chair"),   LITERAL("the court"),
                                    LITERAL("the witness"), LITERAL("the chairwoman"),
                                    LITERAL("chairman"),    LITERAL("chairwoman"),
                                    LITERAL("the clerk"),   LITERAL("the moderator"),
                                    LITERAL("judge"),       LITERAL("justice"),
                                    LITERAL("hon"),         LITERAL("question"),
                                    LITERAL("answer")};

    for (size_t i = 0; i < COUNT_OF(openings); i++) {
        if (line_begins_with(line, openings[i]))
            return text_count_words(line) <= 4;
    }
    return false;
}

/* "January 10, 2022", "By Jane Doe": lines of a head, wherever they stand. */
static bool is_of_head(Text line)
{
    return head_date_line(line) != DATE_LINE_NONE || head_byline_form(line) == BYLINE_MARKED;
}

/* By its capitals alone. Two or three words with capitals may be a name. */
static bool is_heading(Text line)
{
    size_t marks = 0, words;
    LetterCase letters;

    while (marks < line.size && line.bytes[marks] == '#')
        marks++;
    if (marks && marks <= 6 && marks < line.size && line.bytes[marks] == ' ' && line.size <= 200)
        return true;
    if (!is_short_line(line) || is_speaker(line) || is_of_head(line))
        return false;
    if (is_question(line))
        return true;
    words = text_count_words(line);
    letters = line_case(line);
    if (line.bytes[line.size - 1] == '?' || line.bytes[line.size - 1] == '!')
        return false;
    return (letters == LETTERS_CAPITAL && words >= 3 && line.size >= 10) ||
           (letters == LETTERS_HEADLINE && words >= 4 && text_find_byte(line, ',', 0) == TEXT_NOT_FOUND);
}

static bool is_prose(Text paragraph)
{
    return paragraph.size >= 60 && line_ends_sentence(paragraph);
}

/* "What shall I do? -- TIRED IN ARDEN": the end of a letter, with who signs it. */
static bool is_signed(Text line)
{
    static const Text dashes[] = {LITERAL(" -- "), LITERAL(" — "), LITERAL(" – ")};

    for (size_t i = 0; i < COUNT_OF(dashes); i++) {
        size_t dash = text_find(line, dashes[i], 0);

        if (dash != TEXT_NOT_FOUND && line_ends_sentence(text_slice(line, (Range){0, dash})))
            return true;
    }
    return false;
}

bool furniture_is_heading(Text before, Text line, Text after)
{
    BlockKind kind;

    if (furniture_kind(line, &kind))
        return kind == BLOCK_HEADING;
    if (!is_short_line(line) || text_count_words(line) > 9 || is_speaker(line) || is_of_head(line) || is_signed(line) ||
        begins_with_quotation(after))
        return false;
    return (before.size == 0 || is_prose(before)) && is_prose(after);
}

/* ---- all of them ---- */

/* What is short, and no item of a list. */
static bool short_kind(Text paragraph, BlockKind *kind)
{
    const FurnitureForm *form = find_form(paragraph);

    if (is_rule(paragraph))
        *kind = BLOCK_RULE;
    else if (form)
        *kind = form->kind;
    else if (is_footnote(paragraph) || is_row_of_links(paragraph))
        *kind = BLOCK_NOTE;
    else
        return false;
    return true;
}

bool furniture_besides_heading(Text paragraph, BlockKind *kind)
{
    size_t marker;
    unsigned number;

    if (paragraph.size == 0 || begins_with_quotation(paragraph))
        return false;
    if (paragraph.size <= FURNITURE_LONGEST && short_kind(paragraph, kind))
        return true;
    if (!list_item(paragraph, &marker, &number))
        return false;
    *kind = number ? BLOCK_ORDERED_ITEM : BLOCK_LIST_ITEM;
    return true;
}

bool furniture_kind(Text paragraph, BlockKind *kind)
{
    if (furniture_besides_heading(paragraph, kind))
        return true;
    *kind = BLOCK_HEADING;
    return paragraph.size && !begins_with_quotation(paragraph) && is_heading(paragraph);
}
