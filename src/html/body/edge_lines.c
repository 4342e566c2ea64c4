/* By words (edge_lines.def), and by the forms of bylines, dates and trails of menus. */
#include "html/body/edge_lines.h"

#include "formats/text/forms/head_byline.h"
#include "formats/text/words/head_date.h"
#include "formats/text/words/line_words.h"

typedef enum EdgePlace { EDGE_NONE, HEAD, END, EDGE } EdgePlace; /* EDGE: HEAD and END, as bits */
typedef enum EdgeMatch { START, LABEL, WHOLE, ANYWHERE, ASKING, NAMING } EdgeMatch;

typedef struct EdgeLine {
    Text words;
    EdgePlace place;
    EdgeMatch match;
    unsigned longest;
} EdgeLine;

static const EdgeLine edge_lines[] = {
#define EDGE_LINE(words, place, match, longest) {LITERAL(words), place, match, longest},
#include "html/body/edge_lines.def"
#undef EDGE_LINE
};

static bool has_mark_only(Text rest)
{
    for (size_t i = 0; i < rest.size; i++) {
        if (!byte_is_one_of(rest.bytes[i], " :.-|[]"))
            return false;
    }
    return true;
}

/* "Follow us.", "Best viewed in a new browser.", "Copyright © 2026": words that prose does not have so near its end. */
static bool speaks_of_page(Text line)
{
    static const Text words[] = {LITERAL("us"),      LITERAL("our"),     LITERAL("you"),    LITERAL("your"),
                                 LITERAL("here"),    LITERAL("below"),   LITERAL("click"),  LITERAL("tap"),
                                 LITERAL("browser"), LITERAL("desktop"), LITERAL("screen"), LITERAL("app"),
                                 LITERAL("inbox"),   LITERAL("rights"),  LITERAL("uns"),    LITERAL("unsere"),
                                 LITERAL("unseren"), LITERAL("unserem"), LITERAL("hier"),   LITERAL("jetzt"),
                                 LITERAL("sie"),     LITERAL("ihnen"),   LITERAL("#"),      LITERAL("@")};
    static const Text channels[] = {LITERAL("newsletter"), LITERAL("facebook"), LITERAL("instagram"),
                                    LITERAL("twitter"),    LITERAL("whatsapp"), LITERAL("google news"),
                                    LITERAL("linkedin"),   LITERAL("youtube"),  LITERAL("©")};
    Text word;

    for (size_t at = 0; line_next_word(line, &at, &word);) {
        if (word.bytes[0] == '@' || word.bytes[0] == '#')
            return true;
        while (word.size && byte_is_one_of(word.bytes[word.size - 1], ":.,!?"))
            word.size--;
        if (TEXT_IS_ONE_OF(word, words))
            return true;
    }
    for (size_t i = 0; i < COUNT_OF(channels); i++) {
        if (line_find_words(line, channels[i]) != TEXT_NOT_FOUND)
            return true;
    }
    return false;
}

/* Marks of speech: what somebody says is told of. */
static bool has_speech(Text line)
{
    static const Text marks[] = {LITERAL("\""), LITERAL("“"), LITERAL("„"), LITERAL("«"), LITERAL("「")};

    for (size_t i = 0; i < COUNT_OF(marks); i++) {
        if (text_find(line, marks[i], 0) != TEXT_NOT_FOUND)
            return true;
    }
    return false;
}

static bool is_asking(Text line, bool has_link)
{
    return !line_ends_sentence(line) || has_link || (speaks_of_page(line) && !has_speech(line));
}

static bool matches(const EdgeLine *row, Text line, bool has_link)
{
    if (line.size > row->longest || ((row->match == ASKING || row->match == NAMING) && !is_asking(line, has_link)))
        return false;
    if (row->match == ANYWHERE || row->match == NAMING)
        return line_find_words(line, row->words) != TEXT_NOT_FOUND;
    if (!line_begins_with(line, row->words))
        return false;
    if (row->match == LABEL)
        return !line_ends_sentence(line);
    return row->match == START || row->match == ASKING ||
           has_mark_only(text_slice(line, (Range){row->words.size, line.size}));
}

static bool is_of(Text line, EdgePlace place, bool has_link)
{
    for (size_t i = 0; i < COUNT_OF(edge_lines); i++) {
        if (edge_lines[i].place & place && matches(&edge_lines[i], line, has_link))
            return true;
    }
    return false;
}

/* "Home » News", "Startseite / Sport", "Blog ❯ Boats" */
static bool is_trail(Text line)
{
    static const Text starts[] = {LITERAL("home"), LITERAL("blog home"), LITERAL("startseite"), LITERAL("blog"),
                                  LITERAL("news"), LITERAL("accueil"),   LITERAL("inicio"),     LITERAL("newsroom")};
    static const Text marks[] = {LITERAL("»"), LITERAL("›"), LITERAL(">"), LITERAL("/"),
                                 LITERAL("❯"), LITERAL("→"), LITERAL("|"), LITERAL("&rtrif;")};

    for (size_t i = 0; line.size <= 250 && i < COUNT_OF(starts); i++) {
        Text rest = text_trim(text_slice(line, (Range){starts[i].size, line.size}));

        for (size_t k = 0; line_begins_with(line, starts[i]) && k < COUNT_OF(marks); k++) {
            if (text_starts_with(rest, marks[k]))
                return true;
        }
    }
    return false;
}

/* "https://p.example/4SUrv", alone */
static bool is_address(Text line)
{
    return (text_starts_with(line, TEXT("https://")) || text_starts_with(line, TEXT("http://"))) &&
           text_find_byte(line, ' ', 0) == TEXT_NOT_FOUND;
}

/* "Share Tweet Forward", "Like this: Like Loading...": several words, and all of them of what is done with a page. */
static bool is_share_line(Text line)
{
    static const Text words[] = {
        LITERAL("share"),    LITERAL("tweet"),    LITERAL("forward"),   LITERAL("email"),    LITERAL("e-mail"),
        LITERAL("print"),    LITERAL("pin"),      LITERAL("facebook"),  LITERAL("twitter"),  LITERAL("x"),
        LITERAL("linkedin"), LITERAL("whatsapp"), LITERAL("pinterest"), LITERAL("reddit"),   LITERAL("telegram"),
        LITERAL("copy"),     LITERAL("link"),     LITERAL("save"),      LITERAL("bookmark"), LITERAL("like"),
        LITERAL("loading"),  LITERAL("teilen"),   LITERAL("drucken"),   LITERAL("partager"), LITERAL("compartir"),
        LITERAL("this"),     LITERAL("on"),       LITERAL("to"),        LITERAL("comments"), LITERAL("comment")};
    enum { LONGEST = 100 };
    size_t count = 0;
    Text word;

    for (size_t at = 0; line.size <= LONGEST && line_next_word(line, &at, &word); count++) {
        while (word.size && byte_is_one_of(word.bytes[word.size - 1], ":.,|"))
            word.size--;
        if (word.size && !TEXT_IS_ONE_OF(word, words))
            return false;
    }
    return count >= 2;
}

bool edge_line_of_head(Text line, bool has_link)
{
    return is_share_line(line) || is_of(line, HEAD, has_link) || is_trail(line) || is_address(line);
}

bool edge_line_is_byline(Text line)
{
    enum { LONGEST = 120 };
    BylineForm form = line.size <= LONGEST ? head_byline_or_opening(line) : BYLINE_NONE;
    DateLine date = line.size <= LONGEST ? head_date_line(line) : DATE_LINE_NONE;

    return form == BYLINE_MARKED || form == BYLINE_ROLE || date == DATE_LINE_DATE || date == DATE_LINE_UPDATED;
}

bool edge_line_of_end(Text line, bool has_link)
{
    return is_share_line(line) || is_of(line, END, has_link);
}
