/*
 * What one piece of a byline is: a name, perhaps with what belongs to it and nothing between, a role, a paper.
 *
 *     Jane Doe in Port Hallam            a small word ends a name
 *     Jane Doe Environment correspondent
 *     LENA HOLT Associated Press
 */
#include "formats/text/forms/byline_pieces.h"

#include "base/unicode/unicode.h"
#include "formats/text/words/line_words.h"

enum { NAME_WORDS = 6 };

/* ---- names ---- */

static bool is_name_word(Text word, bool *particle)
{
    static const Text particles[] = {LITERAL("de"),  LITERAL("da"),  LITERAL("dos"), LITERAL("del"), LITERAL("della"),
                                     LITERAL("di"),  LITERAL("du"),  LITERAL("la"),  LITERAL("le"),  LITERAL("van"),
                                     LITERAL("von"), LITERAL("der"), LITERAL("den"), LITERAL("ten"), LITERAL("ter"),
                                     LITERAL("zu"),  LITERAL("bin"), LITERAL("ibn"), LITERAL("al"),  LITERAL("el"),
                                     LITERAL("y"),   LITERAL("e"),   LITERAL("'t")};
    static WordList never =
        WORD_LIST("the,a,an,in,on,at,of,to,for,with,from,is,are,what,why,how,who,when,where,new,our,your,"
                  "my,no,not,this,that,it,we,you,monday,tuesday,wednesday,thursday,friday,saturday,sunday,"
                  "january,february,october,november,december,september,press,release,statement,update,"
                  "updates,report,article,story,share,section,edition,issue,page,volume,newsletter,photo,"
                  "video,live,breaking,exclusive,opinion,editorial,sports,business,politics,read,related,"
                  "contact,subscribe,menu,search,council,committee,center,centre,university,institute,college,school,"
                  "department,office,museum,society,foundation,association,laboratory,ministry,bank,company,assembly,"
                  "parliament,senate,house,day,week,conference,summit,forum,room,street,building,hotel,ballroom");
    size_t size;

    *particle = text_index_of(word, particles, COUNT_OF(particles)) < COUNT_OF(particles);
    if (*particle)
        return true;
    if (line_is_one_of(word, &never) || !unicode_is_upper(utf8_decode(word, 0, &size)))
        return false;
    for (size_t at = 0; at < word.size; at += size) {
        uint32_t code_point = utf8_decode(word, at, &size);

        if (!unicode_is_letter(code_point) && !unicode_is_mark(code_point) && code_point != '\'' && code_point != '-' &&
            code_point != '.' && code_point != 0x2019)
            return false;
    }
    return true;
}

/* Two words or more that all are of a name; how many. */
static size_t count_name_words(Text piece)
{
    size_t words = 0, capitals = 0;
    bool particle = false;
    Text word;

    for (size_t at = 0; line_next_word(piece, &at, &word);) {
        if (!is_name_word(word, &particle))
            return 0;
        words++;
        capitals += !particle;
    }
    return words && capitals && words <= NAME_WORDS && !particle ? words : 0;
}

static bool is_numeral(Text word)
{
    static const Text numerals[] = {LITERAL("II"),  LITERAL("III"), LITERAL("IV"), LITERAL("MP"), LITERAL("MD"),
                                    LITERAL("MBE"), LITERAL("OBE"), LITERAL("QC"), LITERAL("KC")};

    return text_index_of(word, numerals, COUNT_OF(numerals)) < COUNT_OF(numerals);
}

/* "O'NEILL-BURKE" → "O'Neill-Burke", "MCKAY" stays unknown: "Mckay"; the particles within are written small. */
static void add_recased(Arena *arena, TextBuffer *name, Text word, bool first)
{
    static const Text particles[] = {LITERAL("DE"),  LITERAL("DA"),  LITERAL("DOS"), LITERAL("DEL"), LITERAL("VAN"),
                                     LITERAL("VON"), LITERAL("DER"), LITERAL("DEN"), LITERAL("BIN"), LITERAL("LA")};
    bool small = !first && text_index_of(word, particles, COUNT_OF(particles)) < COUNT_OF(particles);
    bool begins = !small;
    size_t size;

    for (size_t at = 0; at < word.size; at += size) {
        uint32_t code_point = utf8_decode(word, at, &size);
        char bytes[4];
        bool initial = at + size < word.size && word.bytes[at + size] == '.';

        text_buffer_add(arena, name,
                        (Text){bytes, utf8_encode(begins || initial ? code_point : unicode_to_lower(code_point), bytes)});
        begins = code_point == '-' || code_point == '\'' || code_point == 0x2019 ||
                 (at + size == 2 && text_starts_with(word, TEXT("MC")) && word.size > 3);
    }
}

Text byline_name_recased(Arena *arena, Text piece)
{
    TextBuffer name = {0};
    Text word;

    if (line_case(piece) != LETTERS_CAPITAL || count_name_words(piece) < 2)
        return piece;
    for (size_t at = 0; line_next_word(piece, &at, &word);) {
        bool first = name.count == 0;

        if (!first)
            text_buffer_add(arena, &name, TEXT(" "));
        if (is_numeral(word))
            text_buffer_add(arena, &name, word);
        else
            add_recased(arena, &name, word, first);
    }
    return text_buffer_text(&name);
}

/* ---- pieces ---- */

/* "Jane Doe in Port Hallam", "Jane Doe reports from": where the small word begins that ends the name. */
static size_t name_end(Text piece)
{
    bool particle;
    size_t at = 0, end = 0, start;
    Text word;

    while (start = at, line_next_word(piece, &at, &word)) {
        if (!is_name_word(word, &particle))
            break;
        if (!particle)
            end = at;
    }
    (void)start;
    return end;
}

/* "’24", "'24": when somebody leaves college. */
static bool is_class_year(Text tail)
{
    Text apostrophe = TEXT("’");
    size_t start = text_starts_with(tail, apostrophe) ? apostrophe.size : 1;

    return tail.size == start + 2 && (start > 1 || tail.bytes[0] == '\'') && ascii_is_digit(tail.bytes[start]) &&
           ascii_is_digit(tail.bytes[start + 1]);
}

/* Behind a name: "in Port Hallam", "for The Courier", "reports from Port Hallam", "and agencies". */
static bool read_tail(Text tail, bool marked, Piece *piece)
{
    static const Text for_source[] = {LITERAL("for"), LITERAL("of"), LITERAL("special to")};
    static const Text in_place[] = {
        LITERAL("in"), LITERAL("reports from"), LITERAL("reporting from"), LITERAL("reports"), LITERAL("reporting"),
        LITERAL("at"), LITERAL("from"),         LITERAL("near"),           LITERAL("aus"),     LITERAL("à"),
        LITERAL("en")};

    if (is_class_year(tail))
        return true;
    for (size_t i = 0; i < COUNT_OF(in_place); i++) {
        Text place = text_trim(text_slice(tail, (Range){in_place[i].size, tail.size}));

        if (line_begins_with(tail, in_place[i]) && text_count_words(place) <= 5 &&
            (place.size == 0 || count_name_words(place) || line_begins_with(place, TEXT("the"))))
            return true;
    }
    for (size_t i = 0; i < COUNT_OF(for_source); i++) {
        Text source = text_trim(text_slice(tail, (Range){for_source[i].size, tail.size}));
        Text named = source;

        if (line_begins_with(source, TEXT("the")))
            named = text_trim(text_slice(source, (Range){3, source.size}));
        if (line_begins_with(tail, for_source[i]) && named.size && text_count_words(source) <= 5 &&
            word_begins_with_capital(named) &&
            (marked || named.size < source.size || head_is_source(source) || line_begins_with(source, TEXT("The")))) {
            piece->source = source;
            return true;
        }
    }
    return false;
}

/* "Jane Doe Environment correspondent": a name with its role, nothing between. */
static bool read_name_with_role(Text text, Piece *piece)
{
    size_t at = 0, words = 0;
    bool particle;
    Text word;

    if (!byline_is_role(text))
        return false;
    for (size_t start = 0; line_next_word(text, &at, &word); start = at) {
        Text name = text_trim(text_slice(text, (Range){0, start}));

        if (words >= 2 && count_name_words(name) && (byline_word_is_of_role(word))) {
            *piece = (Piece){
                .kind = PIECE_NAME, .name = name, .role = text_trim(text_slice(text, (Range){start, text.size}))};
            return true;
        }
        if (words < 2 && (byline_word_is_of_role(word) || byline_word_is_of_paper(word)))
            return false; /* "Gazette Staff Writer" */
        if (!is_name_word(word, &particle))
            return false;
        words++;
    }
    return false;
}

/* "Court Reporter Jane Doe", "senior writer Jane Doe": a role before the name, nothing between. */
static bool read_role_with_name(Text text, Piece *piece)
{
    enum { ROLE_WORDS = 4 };
    size_t words = 1;
    Text word;

    for (size_t at = 0; line_next_word(text, &at, &word) && words <= ROLE_WORDS; words++) {
        Text role = text_slice(text, (Range){0, at}), name = text_trim(text_slice(text, (Range){at, text.size}));

        if (ascii_is_upper(word.bytes[0]) && !byline_word_is_of_role(word))
            return false;
        if (byline_is_role(role) && count_name_words(name) >= 2 && !byline_is_role(name)) {
            *piece = (Piece){.kind = PIECE_NAME, .name = name, .role = role};
            return true;
        }
    }
    return false;
}

/* "LENA HOLT Associated Press": a name with its agency, nothing between. `sure`: only what cannot be one name of a paper. */
static bool read_name_with_source(Text text, bool sure, Piece *piece)
{
    size_t words = 0;
    bool particle;
    Text word;

    for (size_t at = 0, start = 0; line_next_word(text, &at, &word) && words <= NAME_WORDS; start = at, words++) {
        Text name = text_trim(text_slice(text, (Range){0, start}));
        Text source = text_trim(text_slice(text, (Range){start, text.size}));

        if (words >= 2 && count_name_words(name) &&
            (byline_is_agency(source) || (!sure && head_is_source(source)) ||
             (line_begins_with(source, TEXT("The")) && head_is_source(source)))) {
            *piece = (Piece){.kind = PIECE_NAME, .name = name, .source = source};
            return true;
        }
        if (!is_name_word(word, &particle))
            return false;
    }
    return false;
}

/* "@janedoe", "jane@example.com", and others who had a hand in it: "photography by John Roe". */
static bool is_aside(Text piece)
{
    static WordList others = WORD_LIST("agencies,agency,wire services,news agencies,wires,others,our foreign staff");
    static const Text asides[] = {LITERAL("photography by"), LITERAL("photographs by"),   LITERAL("photos by"),
                                  LITERAL("pictures by"),    LITERAL("illustrations by"), LITERAL("illustration by"),
                                  LITERAL("graphics by"),    LITERAL("video by"),         LITERAL("edited by"),
                                  LITERAL("images by"),      LITERAL("data by")};

    for (size_t i = 0; i < COUNT_OF(asides); i++) {
        if (line_begins_with(piece, asides[i]))
            return true;
    }
    if (ascii_is_digit(piece.bytes[0]) && text_count_words(piece) <= 4) /* "4 min read" */
        return true;
    if (line_is_one_of(piece, &others))
        return true;
    return text_count_words(piece) <= 2 && text_find_byte(piece, '@', 0) != TEXT_NOT_FOUND;
}

Piece byline_piece(Text text, bool marked)
{
    Piece piece = {PIECE_OTHER, {0}, {0}, {0}};
    size_t end;

    text = line_without_marks(text);
    if (text_count_words(text) == 0 || is_aside(text)) {
        piece.kind = PIECE_HANDLE;
        return piece;
    }
    if (read_name_with_role(text, &piece) || (marked && read_role_with_name(text, &piece)))
        return piece;
    if (read_name_with_source(text, true, &piece))
        return piece;
    if (head_is_source(text)) {
        piece = (Piece){.kind = PIECE_SOURCE, .source = text};
        return piece;
    }
    if (byline_is_role(text)) {
        piece = (Piece){.kind = PIECE_ROLE, .role = text};
        return piece;
    }
    if (read_name_with_source(text, false, &piece))
        return piece;
    if (byline_is_institution(text)) {
        piece.kind = PIECE_PLACE;
        return piece;
    }
    end = name_end(text);
    piece.name = text_slice(text, (Range){0, end});
    if (end && (end == text.size || read_tail(text_trim(text_slice(text, (Range){end, text.size})), marked, &piece)))
        piece.kind = PIECE_NAME;
    return piece;
}

/* Blanks between words begin none, mostly. */
static bool begins_gap(Text text)
{
    if (text.bytes[0] == ' ')
        return text.size > 1 && byte_is_one_of(text.bytes[1], " |-/&(aAceumw\xC2\xE2");
    return byte_is_one_of(text.bytes[0], "|/,;)\t\xE2");
}

/* Where the next piece ends, and how many bytes separate it from the one behind it. */
size_t byline_piece_end(Text rest, size_t *gap)
{
    static const Text gaps[] = {
        LITERAL(" | "),   LITERAL("|"),    LITERAL(" • "),    LITERAL(" · "),    LITERAL(" — "),   LITERAL("—"),
        LITERAL(" – "),   LITERAL(" - "),  LITERAL(" // "),   LITERAL(" / "),    LITERAL("/"),     LITERAL(", and "),
        LITERAL(", "),    LITERAL("; "),   LITERAL(" and "),  LITERAL(" AND "),  LITERAL(" And "), LITERAL(" & "),
        LITERAL(" und "), LITERAL(" et "), LITERAL(" with "), LITERAL(" avec "), LITERAL(" mit "), LITERAL(" con "),
        LITERAL(" ("),    LITERAL(")"),    LITERAL("  "),     LITERAL("\t"),     LITERAL(",")};

    for (size_t at = 0; at < rest.size; at++) {
        Text here = {rest.bytes + at, rest.size - at};

        if (!begins_gap(here))
            continue;
        for (size_t i = 0; i < COUNT_OF(gaps); i++) {
            if (!text_starts_with(here, gaps[i]))
                continue;
            *gap = gaps[i].size;
            return at;
        }
    }
    *gap = 0;
    return rest.size;
}
