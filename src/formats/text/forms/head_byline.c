/*
 * A byline is taken apart from the front, and is one only if nothing is left over:
 *
 *     Story by Jane Doe and John Roe, Staff Writers | The Courier | Jan. 10, 2022
 *     ^opening ^name        ^name     ^role           ^source       ^the date, cut off before
 *
 * Pieces are what commas, bars, dashes and "and" separate; a small word ends a name ("Jane Doe in Port Hallam", "Jane Doe for The Courier").
 */
#include "formats/text/forms/head_byline.h"

#include "base/unicode/unicode.h"
#include "formats/text/forms/byline_words.h"
#include "formats/text/forms/head_date.h"
#include "formats/text/forms/line_words.h"

enum { BYLINE_LONGEST = 200, NAME_WORDS = 6 };

typedef enum PieceKind { PIECE_OTHER, PIECE_NAME, PIECE_ROLE, PIECE_SOURCE, PIECE_PLACE, PIECE_HANDLE } PieceKind;

typedef struct Piece {
    PieceKind kind;
    Text name, role, source;
} Piece;

/* ---- what words are ---- */

static const Text openings[] = {LITERAL("by:"),
                                LITERAL("by"),
                                LITERAL("words by"),
                                LITERAL("words:"),
                                LITERAL("story by"),
                                LITERAL("story:"),
                                LITERAL("text by"),
                                LITERAL("text:"),
                                LITERAL("written by"),
                                LITERAL("report by"),
                                LITERAL("reported by"),
                                LITERAL("reporting by"),
                                LITERAL("posted by"),
                                LITERAL("published by"),
                                LITERAL("analysis by"),
                                LITERAL("opinion by"),
                                LITERAL("commentary by"),
                                LITERAL("comment by"),
                                LITERAL("review by"),
                                LITERAL("interview by"),
                                LITERAL("column by"),
                                LITERAL("essay by"),
                                LITERAL("editorial by"),
                                LITERAL("guest post by"),
                                LITERAL("guest essay by"),
                                LITERAL("a column by"),
                                LITERAL("article by"),
                                LITERAL("author:"),
                                LITERAL("authors:"),
                                LITERAL("author"),
                                LITERAL("writer:"),
                                LITERAL("reporter:"),
                                LITERAL("byline:"),
                                LITERAL("submitted by"),
                                LITERAL("from our correspondent"),
                                LITERAL("exclusive by"),
                                LITERAL("von"),
                                LITERAL("von:"),
                                LITERAL("par"),
                                LITERAL("par:"),
                                LITERAL("propos recueillis par"),
                                LITERAL("por"),
                                LITERAL("di"),
                                LITERAL("door"),
                                LITERAL("av"),
                                LITERAL("ein gastbeitrag von"),
                                LITERAL("ein kommentar von"),
                                LITERAL("eine analyse von"),
                                LITERAL("interview von"),
                                LITERAL("autor:"),
                                LITERAL("autorin:"),
                                LITERAL("autora:"),
                                LITERAL("auteur:"),
                                LITERAL("autore:"),
                                LITERAL("texte :"),
                                LITERAL("— "),
                                LITERAL("– "),
                                LITERAL("-- ")};

/* Lines without a name that stand where a byline does. */
static WordList nobodies = WORD_LIST("by our special correspondent,our special correspondent,staff reports,staff "
                                     "report,from staff reports,from staff and wire reports,"
                                     "staff and wire reports,staff and agencies,from wire reports,wire reports,"
                                     "from our own correspondent,from a correspondent,from our correspondent,"
                                     "by our own correspondent,our own correspondent,by a staff reporter,"
                                     "by a staff correspondent,news staff,the editorial board,by the editorial board,"
                                     "editorial board,newsroom,agencies,by our staff reporter,web desk,news desk,"
                                     "reuters staff,agency staff");

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
                  "parliament,senate,house");
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

static Text recased(Arena *arena, Text piece)
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

/* Behind a name: "in Port Hallam", "for The Courier", "reports from Port Hallam", "and agencies". */
static bool read_tail(Text tail, bool marked, Piece *piece)
{
    static const Text for_source[] = {LITERAL("for"), LITERAL("of"), LITERAL("special to")};
    static const Text in_place[] = {
        LITERAL("in"), LITERAL("reports from"), LITERAL("reporting from"), LITERAL("reports"), LITERAL("reporting"),
        LITERAL("at"), LITERAL("from"),         LITERAL("near"),           LITERAL("aus"),     LITERAL("à"),
        LITERAL("en")};

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

static Piece read_piece(Text text, bool marked)
{
    Piece piece = {PIECE_OTHER, {0}, {0}, {0}};
    size_t end;

    text = line_without_marks(text);
    if (text_count_words(text) == 0 || is_aside(text)) {
        piece.kind = PIECE_HANDLE;
        return piece;
    }
    if (read_name_with_role(text, &piece))
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
static size_t piece_end(Text rest, size_t *gap)
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

/* ---- the line ---- */

typedef struct BylineParts {
    Text printed; /* without the date */
    Text rest;    /* and without the opening */
    bool marked, dated;
    bool place_behind; /* "Von …, …": the comma is before a place */
} BylineParts;

/* Without the date in it, whether it stands before or behind, and what joins it: "on", ",", "|". */
static Text without_date(Text line)
{
    static const Text joints[] = {LITERAL(" on"),      LITERAL(" |"),         LITERAL(","),       LITERAL(" -"),
                                  LITERAL(" –"),       LITERAL(" —"),         LITERAL(" ·"),      LITERAL(" •"),
                                  LITERAL(" at"),      LITERAL(" Published"), LITERAL(" Posted"), LITERAL(" published"),
                                  LITERAL(" Updated"), LITERAL(":"),          LITERAL(" /"),      LITERAL(" (")};
    Range date = head_date_range(line);
    Text before, behind, piece;

    if (range_is_empty(date))
        return line;
    before = text_trim(text_slice(line, (Range){0, date.start}));
    behind = text_trim(text_slice(line, (Range){date.end, line.size}));
    for (size_t i = 0; i < COUNT_OF(joints); i++) {
        if (text_ends_with(before, joints[i]) || text_equal(before, text_trim(joints[i]))) {
            before = text_trim(text_slice(before, (Range){0, before.size - text_trim(joints[i]).size}));
            i = SIZE_MAX;
        }
    }
    for (size_t at = 0; before.size == 0 && line_next_piece(behind, &at, &piece);) {
        if (piece.size) {
            behind =
                text_slice(behind, (Range){(size_t)(piece.bytes - behind.bytes), behind.size}); /* "· By Jane Doe" */
            break;
        }
    }
    while (behind.size && byte_is_one_of(behind.bytes[0], "|,-/ "))
        behind = text_trim(text_slice(behind, (Range){1, behind.size}));
    return before.size ? before : behind;
}

/* "[By Our Special Correspondent]" */
static Text without_brackets(Text line)
{
    if (line.size > 2 && byte_is_one_of(line.bytes[0], "([") && byte_is_one_of(line.bytes[line.size - 1], ")]"))
        line = text_slice(line, (Range){1, line.size - 1});
    return line;
}

/* "By Jane Doe 3 Comments": without the number and what it counts. */
static Text without_count(Text line)
{
    static WordList counted = WORD_LIST("comments,comment,read,min,minutes,views,shares,likes");
    size_t number = line.size;
    Text word, last = {0};

    for (size_t at = 0; line_next_word(line, &at, &word); last = word) {
        if (ascii_is_digit(word.bytes[0]))
            number = at - word.size;
    }
    return line_is_one_of(last, &counted) ? text_trim(text_slice(line, (Range){0, number})) : line;
}

/* "Eine Reportage von Jana Reh": the bytes up to the name. */
static size_t german_opening(Text line)
{
    enum { OPENING_LONGEST = 40 };
    size_t von;

    if (!line_begins_with(line, TEXT("Ein")) && !line_begins_with(line, TEXT("Eine")))
        return 0;
    von = line_find_words(text_slice(line, (Range){0, OPENING_LONGEST}), TEXT("von"));
    return von != TEXT_NOT_FOUND ? von + 3 : 0;
}

/* Bytes of the longest opening, if it is longer than `best`. */
static size_t opening_size(Text line, size_t best)
{
    char first = line.size ? ascii_to_lower(line.bytes[0]) : '\0';

    for (size_t i = 0; i < COUNT_OF(openings); i++) {
        if (openings[i].bytes[0] == first && openings[i].size > best && line_begins_with(line, openings[i]))
            best = openings[i].size;
    }
    return best;
}

static BylineParts take_apart(Text line)
{
    BylineParts parts = {.printed = without_count(without_brackets(line_without_marks(without_date(line))))};
    size_t best = german_opening(parts.printed);

    parts.dated = parts.printed.size + 4 < line.size;

    best = opening_size(parts.printed, best);
    parts.marked = best > 0;
    parts.place_behind =
        (line_begins_with(parts.printed, TEXT("von")) || line_begins_with(parts.printed, TEXT("par"))) &&
        text_find_byte(parts.printed, ',', 0) != TEXT_NOT_FOUND;
    if (parts.marked && text_ends_with(parts.printed, TEXT(",")))
        parts.printed = text_trim(text_slice(parts.printed, (Range){0, parts.printed.size - 1}));
    parts.rest = text_trim(text_slice(parts.printed, (Range){best, parts.printed.size}));
    while (parts.rest.size && byte_is_one_of(parts.rest.bytes[0], ":"))
        parts.rest = text_trim(text_slice(parts.rest, (Range){1, parts.rest.size}));
    return parts;
}

typedef enum PieceSpot { SPOT_WITHIN, SPOT_LAST, SPOT_IN_BRACKETS } PieceSpot;

typedef struct PieceCount {
    size_t names, roles, sources, others, all, tails;
    bool begins_with_name;
} PieceCount;

static Text without_quotes_and_stop(Text rest)
{
    if (rest.size && rest.bytes[rest.size - 1] == '.' && (line_case(rest) == LETTERS_CAPITAL || line_ends_sentence(rest)))
        rest.size--;
    return rest;
}

/* "by johnroe": a name of the net, where bylines stand. */
static bool is_pen_name(BylineParts parts)
{
    return parts.marked && text_count_words(parts.rest) == 1 && parts.rest.size >= (parts.dated ? 2 : 4) &&
           ascii_is_lower(parts.rest.bytes[0]) && line_begins_with(parts.printed, TEXT("by"));
}

/* What a name may be by where it stands in the line: one word alone is a place or a pen name, and behind a role or a paper it is a place. */
static PieceKind kind_in_line(const Piece *piece, const BylineParts *parts, const PieceCount *count, PieceSpot spot)
{
    if (piece->kind == PIECE_OTHER && spot == SPOT_IN_BRACKETS)
        return PIECE_PLACE; /* "(now)", "(Arden, correspondante)" */
    if (piece->kind != PIECE_NAME)
        return piece->kind;
    if (text_count_words(piece->name) < 2 && (count->names || (parts->marked && spot != SPOT_LAST && count->all == 0)))
        return PIECE_PLACE;
    if (text_count_words(piece->name) < 2)
        return parts->marked ? PIECE_NAME : PIECE_OTHER;
    if (count->names && spot == SPOT_LAST && ((count->roles + count->sources && !parts->marked) || parts->place_behind))
        return PIECE_PLACE; /* "Jane Doe, BBC News, Port Hallam", "Von Jana Reh, Port Hallam" */
    return PIECE_NAME;
}

static void count_piece(PieceCount *count, const Piece *piece, Text text)
{
    count->begins_with_name |= count->all == 0 && piece->kind == PIECE_NAME;
    count->all++;
    count->names += piece->kind == PIECE_NAME;
    count->roles += piece->kind == PIECE_ROLE;
    count->sources += piece->kind == PIECE_SOURCE;
    count->others += piece->kind == PIECE_OTHER;
    count->tails += piece->kind == PIECE_NAME &&
                    (piece->source.size || piece->role.size || piece->name.size < text_trim(text).size);
}

static void keep_piece(Arena *arena, const Piece *piece, HeadByline *byline)
{
    Author *last = byline->authors.count ? &byline->authors.items[byline->authors.count - 1] : NULL;

    if (piece->source.size && byline->source.size == 0)
        byline->source = piece->source;
    if (piece->kind == PIECE_NAME)
        ARRAY_PUSH(arena, byline->authors, ((Author){.name = recased(arena, piece->name), .role = piece->role}));
    else if (piece->kind == PIECE_ROLE && last && last->role.size == 0)
        last->role = piece->role;
}

/* All pieces of the line; those that name somebody go into `byline`. Without one, up to the first that has no place in a byline. */
static PieceCount read_pieces(Arena *arena, const BylineParts *parts, HeadByline *byline)
{
    Text rest = without_quotes_and_stop(parts->rest);
    PieceCount count = {0};

    for (size_t at = 0, gap; at < rest.size && (byline || count.others == 0);) {
        bool in_brackets = at > 0 && rest.bytes[at - 1] == '(';
        Text left = text_slice(rest, (Range){at, rest.size});
        size_t end = piece_end(left, &gap);
        Text text = text_slice(left, (Range){0, end});
        Piece piece = read_piece(text, parts->marked);

        at += end + gap;
        if (text_trim(text).size == 0)
            continue;
        piece.kind = kind_in_line(&piece, parts, &count,
                                  in_brackets      ? SPOT_IN_BRACKETS
                                  : at < rest.size ? SPOT_WITHIN
                                                   : SPOT_LAST);
        count_piece(&count, &piece, text);
        if (byline)
            keep_piece(arena, &piece, byline);
    }
    return count;
}

static bool is_nobody(Text line)
{
    return line_is_one_of(line, &nobodies);
}

/* "Special to The New York Times", "Wireless to THE NEW YORK TIMES." */
static bool is_by_wire(Text line)
{
    static const Text openings_of_wires[] = {LITERAL("Special to The"),      LITERAL("Special cable to"),
                                             LITERAL("Special dispatch to"), LITERAL("Wireless to"),
                                             LITERAL("By wireless to"),      LITERAL("Special correspondence of")};

    for (size_t i = 0; i < COUNT_OF(openings_of_wires); i++) {
        if (line_begins_with(line, openings_of_wires[i]) && text_count_words(line) <= 9)
            return true;
    }
    return false;
}

static bool is_opening(Text line, const BylineParts *parts)
{
    static WordList others = WORD_LIST("author of the article:,about the author,by:,authors,written by:");

    return line.size && (line_is_one_of(line_without_marks(line), &others) ||
                         (parts->marked && parts->rest.size == 0 && line_columns(line) > 1));
}

bool head_is_byline_opening(Text line)
{
    BylineParts parts = take_apart(line);

    return is_opening(line, &parts);
}

bool head_begins_as_byline(Text line)
{
    return opening_size(line, german_opening(line)) > 0 || is_by_wire(line);
}

static BylineForm form_of_parts(const BylineParts *parts)
{
    PieceCount count;

    if (is_nobody(parts->printed) || is_by_wire(parts->printed))
        return BYLINE_MARKED;
    if (line_ends_with_stop(parts->printed) && !line_is_capitals(parts->printed))
        return BYLINE_NONE;
    if (is_pen_name(*parts))
        return BYLINE_BARE;
    count = read_pieces(NULL, parts, NULL);
    if (count.all == 0 || count.others)
        return BYLINE_NONE;
    if (parts->marked)
        return count.names || count.sources || count.roles ? BYLINE_MARKED : BYLINE_NONE;
    if (count.begins_with_name) /* "FERRY SUNK IN DUNMERE" is no name with a place */
        return line_ends_with_stop(parts->printed) || (count.tails && line_is_capitals(parts->printed)) ? BYLINE_NONE
                                                                                                        : BYLINE_BARE;
    return count.roles == count.all ? BYLINE_ROLE : BYLINE_NONE;
}

static bool may_be_byline(Text line)
{
    return line.size && line.size <= BYLINE_LONGEST;
}

BylineForm head_byline_form(Text line)
{
    BylineParts parts;

    if (!may_be_byline(line))
        return BYLINE_NONE;
    parts = take_apart(line);
    return form_of_parts(&parts);
}

BylineForm head_byline_or_opening(Text line)
{
    BylineParts parts = take_apart(line);

    if (is_opening(line, &parts))
        return BYLINE_MARKED;
    return may_be_byline(line) ? form_of_parts(&parts) : BYLINE_NONE;
}

bool head_byline(Arena *arena, Text line, HeadByline *byline)
{
    BylineForm form = head_byline_form(line);
    BylineParts parts;

    *byline = (HeadByline){.printed = {0}};
    if (form != BYLINE_MARKED && form != BYLINE_BARE)
        return false;
    parts = take_apart(line);
    byline->printed = parts.printed;
    if (is_pen_name(parts))
        ARRAY_PUSH(arena, byline->authors, ((Author){.name = parts.rest}));
    else if (!is_nobody(parts.printed))
        (void)read_pieces(arena, &parts, byline);
    return true;
}
