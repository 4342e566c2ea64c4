/*
 * A byline is taken apart from the front, and is one only if nothing is left over:
 *
 *     Story by Jane Doe and John Roe, Staff Writers | The Courier | Jan. 10, 2022
 *     ^opening ^name        ^name     ^role           ^source       ^the date, cut off before
 *
 */
#include "formats/text/forms/head_byline.h"

#include "formats/text/forms/byline_pieces.h"
#include "formats/text/words/head_date.h"
#include "formats/text/words/line_words.h"

enum { BYLINE_LONGEST = 200, NAME_WORDS_MOST = 6 };

/* ---- what words are ---- */

static const Text openings[] = {LITERAL("by:"),
                                LITERAL("by"),
                                LITERAL("words:"),
                                LITERAL("story:"),
                                LITERAL("text:"),
                                LITERAL("author:"),
                                LITERAL("authors:"),
                                LITERAL("author"),
                                LITERAL("writer:"),
                                LITERAL("reporter:"),
                                LITERAL("byline:"),
                                LITERAL("from our correspondent"),
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

/*
 * "Words and pictures by ", "A guest essay by ", "Reviewed by": its bytes; 0: none. Who made the pictures alone did not write it.
 */
static size_t maker_opening(Text line)
{
    static WordList writing =
        WORD_LIST("story,stories,words,text,texts,written,report,reports,reported,reporting,posted,published,analysis,"
                  "opinion,commentary,comment,review,reviewed,interview,interviews,interviewed,column,essay,editorial,"
                  "post,article,submitted,exclusive,compiled,researched,research,created,contributed,authored,"
                  "prepared,diary,obituary,profile,dispatch,recap,feature,poem,notes,told,recipe,recipes,sermon,homily,"
                  "speech,lecture,talk,cartoon,adapted,presented,hosted,narrated,investigation,update");
    static WordList besides =
        WORD_LIST("photographs,photos,pictures,photography,photographed,illustrations,illustrated,video,videos,"
                  "graphics,images,drawings,audio,and,&,+,a,an,guest,produced");
    size_t makers = 0;
    Text word;

    for (size_t at = 0; line_next_word(line, &at, &word);) {
        if (makers && (text_equal_ignoring_case(word, TEXT("by")) || text_equal_ignoring_case(word, TEXT("by:"))))
            return at;
        if (text_ends_with(word, TEXT(",")))
            word.size--;
        if (line_is_one_of(word, &writing))
            makers++;
        else if (!line_is_one_of(word, &besides))
            return 0;
    }
    return 0;
}

/* Lines without a name that stand where a byline does. */
static WordList nobodies = WORD_LIST("by our special correspondent,our special correspondent,staff reports,staff "
                                     "report,from staff reports,from staff and wire reports,"
                                     "staff and wire reports,staff and agencies,from wire reports,wire reports,"
                                     "from our own correspondent,from a correspondent,from our correspondent,"
                                     "by our own correspondent,our own correspondent,by a staff reporter,"
                                     "by a staff correspondent,news staff,the editorial board,by the editorial board,"
                                     "editorial board,newsroom,agencies,by our staff reporter,web desk,news desk,"
                                     "reuters staff,agency staff");

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
                                  LITERAL(" Updated"), LITERAL(":"),          LITERAL(" /"),      LITERAL(" ("),
                                  LITERAL(" »"),       LITERAL(" ›")};
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

/* "Posted by johnroe 3 days ago": without when that was. */
static Text without_age(Text line)
{
    static WordList units = WORD_LIST("minutes,minute,hours,hour,days,day,weeks,week,months,month,years,year");
    size_t start = line.size, words = 0;
    Text word = {0};

    if (!text_ends_with(line, TEXT(" ago")))
        return line;
    while (start && words < 3) { /* from the end */
        size_t end = start;

        while (start && !ascii_is_blank(line.bytes[start - 1]))
            start--;
        word = text_slice(line, (Range){start, end});
        words++;
        if (words == 2 && !line_is_one_of(word, &units))
            return line;
        while (start && words < 3 && ascii_is_blank(line.bytes[start - 1]))
            start--;
    }
    return start && ascii_is_digit(word.bytes[0]) ? text_trim(text_slice(line, (Range){0, start})) : line;
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
    static const Text none[] = {LITERAL("Leave a comment"), LITERAL("No comments"), LITERAL("Add comment"),
                                LITERAL("Comments off")};
    size_t number = line.size;
    Text word, last = {0};

    for (size_t i = 0; i < COUNT_OF(none); i++) {
        Text end = text_slice(line, (Range){line.size > none[i].size ? line.size - none[i].size : 0, line.size});

        if (end.size < line.size && text_equal_ignoring_case(end, none[i]))
            return text_trim(text_slice(line, (Range){0, line.size - end.size}));
    }

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
    size_t makers = maker_opening(line);

    best = makers > best ? makers : best;
    for (size_t i = 0; i < COUNT_OF(openings); i++) {
        if (openings[i].bytes[0] == first && openings[i].size > best && line_begins_with(line, openings[i]))
            best = openings[i].size;
    }
    return best;
}

static BylineParts take_apart(Text line)
{
    BylineParts parts = {.printed =
                             without_count(without_age(without_brackets(line_without_marks(without_date(line)))))};
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

/* "by johnroe", "Posted by johnroe": a name of the net, where bylines stand. */
static bool is_pen_name(BylineParts parts)
{
    return parts.marked && text_count_words(parts.rest) == 1 && parts.rest.size >= (parts.dated ? 2 : 4) &&
           ascii_is_lower(parts.rest.bytes[0]) &&
           (line_begins_with(parts.printed, TEXT("by")) || maker_opening(parts.printed));
}

/* "Staff Engineer", "Calder Images", "Field Level Sports" behind a name: what somebody is, and for whom, though no list has it. */
static PieceKind kind_behind_name(PieceKind kind, Text text)
{
    static WordList ranks = WORD_LIST("staff,senior,chief,principal,lead,associate,deputy,assistant,head,former,"
                                      "visiting,emeritus,executive,managing,retired");
    static WordList firms = WORD_LIST("images,pictures,photos,photography,media,network,films,sports,productions");
    size_t words = text_count_words(text), at = 0;
    Text first, last = {0}, word;

    if (words < 2 || !line_next_word(text, &at, &first))
        return kind;
    for (at = 0; line_next_word(text, &at, &word); last = word) {
        if (kind == PIECE_OTHER && !word_begins_with_capital(word) && !word_is_particle(word))
            return kind;
    }
    if (line_is_one_of(first, &ranks))
        return PIECE_ROLE;
    return line_is_one_of(last, &firms) || (kind == PIECE_OTHER && words <= NAME_WORDS_MOST) ? PIECE_SOURCE : kind;
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

static void settle_piece(Piece *piece, Text text, const BylineParts *parts, const PieceCount *count, PieceSpot spot)
{
    piece->kind = kind_in_line(piece, parts, count, spot);
    if (parts->marked && count->names && (piece->kind == PIECE_NAME || piece->kind == PIECE_OTHER))
        piece->kind = kind_behind_name(piece->kind, text);
    if (piece->kind == PIECE_ROLE && piece->role.size == 0)
        piece->role = text;
    if (piece->kind == PIECE_SOURCE && piece->source.size == 0)
        piece->source = text;
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
        ARRAY_PUSH(arena, byline->authors,
                   ((Author){.name = byline_name_recased(arena, piece->name), .role = piece->role}));
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
        size_t end = byline_piece_end(left, &gap);
        Text text = text_slice(left, (Range){0, end});
        Piece piece = byline_piece(text, parts->marked);

        at += end + gap;
        if (text_trim(text).size == 0)
            continue;
        settle_piece(&piece, text_trim(text), parts, &count,
                     in_brackets      ? SPOT_IN_BRACKETS
                     : at < rest.size ? SPOT_WITHIN
                                      : SPOT_LAST);
        count_piece(&count, &piece, text);
        if (byline)
            keep_piece(arena, &piece, byline);
    }
    return count;
}

/* "BY A LADY", "By One Who Was There": capitals, and no name. */
static bool is_anonymous(Text line)
{
    static const Text starts[] = {LITERAL("by a"),   LITERAL("by an"),  LITERAL("by one"),
                                  LITERAL("by our"), LITERAL("from a"), LITERAL("from our")};
    size_t at = 0;
    Text word;

    if (text_count_words(line) > 6)
        return false;
    for (size_t i = 0; i < COUNT_OF(starts) && at == 0; i++)
        at = line_begins_with(line, starts[i]) ? starts[i].size : 0;
    if (at == 0 || at >= line.size)
        return false;
    while (line_next_word(line, &at, &word)) {
        if (!word_begins_with_capital(word))
            return false;
    }
    return !line_ends_with_stop(line) || line_is_capitals(line);
}

static bool is_nobody(Text line)
{
    return line_is_one_of(line, &nobodies) || is_anonymous(line);
}

bool head_is_place(Text line)
{
    static WordList words =
        WORD_LIST("port,fort,mount,san,santa,saint,st.,los,las,new,north,south,east,west,lake,cape,el");
    size_t at = 0, comma = text_find_byte(line, ',', 0);
    Text first, word;

    if (comma == TEXT_NOT_FOUND || text_count_words(line) > 5 || line_ends_with_stop(line) ||
        !line_next_word(line, &at, &first) || !line_is_one_of(first, &words))
        return false;
    for (at = 0; line_next_word(line, &at, &word);) {
        if (!word_is_particle(word) && !word_begins_with_capital(word))
            return false;
    }
    return true;
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

/* "Ferry line to close in spring after ninety years": two of three words begin small, as in no line of names. */
static bool is_mostly_small(Text line)
{
    enum { WORDS_LEAST = 6 };
    size_t words = 0, small = 0;
    Text word;

    for (size_t at = 0; line_next_word(line, &at, &word); words++)
        small += ascii_is_lower(word.bytes[0]);
    return words >= WORDS_LEAST && small * 3 > words * 2;
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
    if (!parts->marked && is_mostly_small(parts->rest))
        return BYLINE_NONE;
    count = read_pieces(NULL, parts, NULL);
    if (count.all == 0 || count.others)
        return BYLINE_NONE;
    if (parts->marked)
        return count.names || count.sources || count.roles ? BYLINE_MARKED : BYLINE_NONE;
    if (count.begins_with_name && head_is_place(parts->rest))
        return BYLINE_NONE;
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

Text head_byline_rest(Text line)
{
    return take_apart(line).rest;
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
