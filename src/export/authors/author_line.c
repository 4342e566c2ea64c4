/*
 * A line is cut wherever names may be joined, and joined again where the cut went through one:
 *
 *     Jane Doe|, |Hallam Courier| and |José Ortega| y |Gasset| with |agencies
 *     person     paper             person                         aside
 *
 * "and" parts what can stand by itself: a name of two words, an agency; and a first name from a name whose family it shares ("Joan and John Roe").
 * "Health and Science Desk" stays whole. Behind a comma, a bar or a bracket there may be what somebody is, and where.
 */
#include "export/authors/author_line.h"

#include <assert.h>

#include "analysis/words/lexicon.h"
#include "analysis/words/quotation_words.h"
#include "formats/text/forms/byline_pieces.h"
#include "formats/text/forms/head_byline.h"
#include "formats/text/words/line_words.h"

/* What stands before a piece. */
typedef enum Joint {
    JOINT_NONE,
    JOINT_COMMA,
    JOINT_BAR,  /* brackets, points and dashes too */
    JOINT_LIST, /* ";": another name, whatever it looks like */
    JOINT_AND,
    JOINT_WEAK_AND /* "y" and others that names have within them */
} Joint;

typedef struct Part {
    Range range;
    Joint joint;
} Part;

typedef ARRAY(Part) Parts;

/* ---- cuts ---- */

static Joint joint_at(Text text, size_t at, size_t *size)
{
    static const struct {
        Text text;
        Joint joint;
    } joints[] = {
        {LITERAL(", and "), JOINT_AND},    {LITERAL(", und "), JOINT_AND},    {LITERAL(", "), JOINT_COMMA},
        {LITERAL(","), JOINT_COMMA},       {LITERAL("，"), JOINT_COMMA},      {LITERAL("、"), JOINT_LIST},
        {LITERAL("،"), JOINT_LIST},        {LITERAL(";"), JOINT_LIST},        {LITERAL(" | "), JOINT_BAR},
        {LITERAL("|"), JOINT_BAR},         {LITERAL(" · "), JOINT_BAR},       {LITERAL(" • "), JOINT_BAR},
        {LITERAL(" – "), JOINT_BAR},       {LITERAL(" — "), JOINT_BAR},       {LITERAL(" - "), JOINT_BAR},
        {LITERAL(" ("), JOINT_BAR},        {LITERAL(")"), JOINT_BAR},         {LITERAL(" / "), JOINT_LIST},
        {LITERAL(" // "), JOINT_LIST},     {LITERAL("/"), JOINT_LIST},        {LITERAL(" and "), JOINT_AND},
        {LITERAL(" und "), JOINT_AND},     {LITERAL(" et "), JOINT_AND},      {LITERAL(" & "), JOINT_AND},
        {LITERAL(" + "), JOINT_AND},       {LITERAL(" og "), JOINT_AND},      {LITERAL(" och "), JOINT_AND},
        {LITERAL(" és "), JOINT_AND},      {LITERAL(" și "), JOINT_AND},      {LITERAL(" и "), JOINT_AND},
        {LITERAL(" та "), JOINT_AND},      {LITERAL(" και "), JOINT_AND},     {LITERAL(" with "), JOINT_AND},
        {LITERAL(" mit "), JOINT_AND},     {LITERAL(" avec "), JOINT_AND},    {LITERAL(" con "), JOINT_AND},
        {LITERAL(" com "), JOINT_AND},     {LITERAL(" med "), JOINT_AND},     {LITERAL(" met "), JOINT_AND},
        {LITERAL(" y "), JOINT_WEAK_AND},  {LITERAL(" e "), JOINT_WEAK_AND},  {LITERAL(" i "), JOINT_WEAK_AND},
        {LITERAL(" en "), JOINT_WEAK_AND}, {LITERAL(" ja "), JOINT_WEAK_AND}, {LITERAL(" a "), JOINT_WEAK_AND},
        {LITERAL(" ve "), JOINT_WEAK_AND}, {LITERAL(" dan "), JOINT_WEAK_AND}};

    for (size_t i = 0; i < COUNT_OF(joints); i++) {
        *size = joints[i].text.size;
        if (text_equal_ignoring_case(text_slice(text, (Range){at, at + *size}), joints[i].text))
            return joints[i].joint;
    }
    return JOINT_NONE;
}

/* "Paramita (Guha) Ghosh": where what is in brackets at `at` ends, if the name goes on behind it; else 0. */
static size_t bracket_in_name(Text text, size_t at)
{
    size_t end = text_find_byte(text, ')', at);

    return text_starts_with(text_slice(text, (Range){at, text.size}), TEXT(" (")) && end != TEXT_NOT_FOUND &&
                   end + 2 < text.size && text.bytes[end + 1] == ' ' &&
                   joint_at(text, end + 1, &(size_t){0}) == JOINT_NONE
               ? end + 1
               : 0;
}

static Parts cut(Arena *arena, Text line)
{
    Parts parts = {0};
    Part part = {.joint = JOINT_NONE};
    size_t size;

    for (size_t at = 0; at < line.size;) {
        Joint joint = joint_at(line, at, &size);

        if (joint == JOINT_NONE || bracket_in_name(line, at)) {
            at = joint == JOINT_NONE ? at + 1 : bracket_in_name(line, at);
            continue;
        }
        part.range.end = at;
        ARRAY_PUSH(arena, parts, part);
        at += size;
        part = (Part){.range = {at, at}, .joint = joint};
    }
    part.range.end = line.size;
    ARRAY_PUSH(arena, parts, part);
    return parts;
}

/* ---- what may stand by itself ---- */

static bool is_given_name(Text word)
{
    return text_count_words(word) == 1 && word_classes(word) & CLASS_GIVEN;
}

/* "agencies", "Agenturen": others of whom nobody is told. */
static bool is_aside(Text piece)
{
    static WordList asides =
        WORD_LIST("agencies,agency,wires,wire services,news agencies,agenturen,nachrichtenagenturen,agences,"
                  "agence,agencias,agencies,agenzie,agências,byråer,agentschappen,others,staff,"
                  "wire reports,agency reports,staff reports,et al.,et al");

    return line_is_one_of(piece, &asides);
}

static bool stands_alone(Text piece)
{
    return text_count_words(piece) >= 2 || byline_is_agency(piece) || is_aside(piece);
}

static bool is_plain_organization(Text piece)
{
    return author_is_organization(piece) && !byline_is_agency(piece);
}

/* Are `left` and `right` two, with such a joint between them? */
static bool are_two(Text left, Text right, Joint joint)
{
    if (joint == JOINT_WEAK_AND)
        return text_count_words(left) >= 2 && text_count_words(right) >= 2 && !author_is_organization(left);
    if (is_aside(right) || author_is_suffix(left))
        return true;
    if (is_given_name(left) && text_count_words(right) >= 2 && !author_is_organization(right))
        return true;
    return stands_alone(left) && stands_alone(right) && !(is_plain_organization(left) && is_plain_organization(right));
}

/* "José Ortega| y |Gasset" is one again. */
static void join_again(Text line, Parts *parts)
{
    size_t kept = 1;

    for (size_t i = 1; i < parts->count; i++) {
        Part *last = &parts->items[kept - 1], next = parts->items[i];

        if (next.joint >= JOINT_AND &&
            !are_two(text_trim(text_slice(line, last->range)), text_trim(text_slice(line, next.range)), next.joint))
            last->range.end = next.range.end;
        else
            parts->items[kept++] = next;
    }
    parts->count = kept;
}

/* ---- the order of libraries ---- */

/* "Doe, Jane", "García Márquez, Gabriel", "King, Martin Luther, Jr.": one, whose family stands first. */
static bool is_reversed(Text line, const Parts *parts, size_t first, size_t count)
{
    Text family = text_trim(text_slice(line, parts->items[first].range)), given;

    if (count < 2 || parts->items[first + 1].joint != JOINT_COMMA)
        return false;
    given = text_trim(text_slice(line, parts->items[first + 1].range));
    if (count > 3 || (count == 3 && !author_is_suffix(text_slice(line, parts->items[first + 2].range))))
        return false;
    if (author_is_suffix(given) || author_is_organization(family) || author_is_organization(given) ||
        text_count_words(given) > 3 || byline_is_role(given) || is_aside(given))
        return false;
    if (text_count_words(family) == 1)
        return text_count_words(given) > 1 || !(lexicon_flags(given) & LEXICON_PLACE) || is_given_name(given);
    return ascii_is_lower(family.bytes[0]) ||
           (text_count_words(family) == 2 && is_given_name(given) &&
            !is_given_name(text_slice(family, (Range){0, text_find_byte(family, ' ', 0)})));
}

/* How many parts from `first` on are of one item of a list. */
static size_t item_size(const Parts *parts, size_t first)
{
    size_t end = first + 1;

    while (end < parts->count && parts->items[end].joint != JOINT_LIST && parts->items[end].joint < JOINT_AND)
        end++;
    return end - first;
}

/* ---- names ---- */

typedef struct Reading {
    Arena *arena;
    Text language;
    AuthorNames *names;
    size_t before; /* how many there were */
} Reading;

static AuthorName *last_name(const Reading *reading)
{
    return reading->names->count > reading->before ? &reading->names->items[reading->names->count - 1] : NULL;
}

static void add(Reading *reading, Text name)
{
    assert(reading->names->items || reading->names->capacity == 0);
    ARRAY_PUSH(reading->arena, *reading->names, author_name_read(reading->arena, name, reading->language));
}

/* "Jane Doe in Port Hallam", "Jane Doe Environment correspondent": what of it is the name; not of "Hallam Travel Editor". */
static Text name_of_piece(Text piece)
{
    Piece read = byline_piece(piece, true);
    size_t at = 0;
    Text first;

    if (read.kind != PIECE_NAME || text_count_words(read.name) < 2 || !line_next_word(read.name, &at, &first))
        return piece;
    return !author_is_organization(piece) || is_given_name(first) ? read.name : piece;
}

/* In brackets: somebody only if by two words, or an agency. */
static bool is_explanation(Text line, const Part *part, Text piece)
{
    return part->range.start > 0 && line.bytes[part->range.start - 1] == '(' && !byline_is_agency(piece) &&
           (text_count_words(piece) < 2 || author_is_organization(piece));
}

/* Behind a person: what that one is, for whom, and where. */
static bool is_about_last(const Reading *reading, Text piece, Joint joint)
{
    const AuthorName *last = last_name(reading);
    PieceKind kind = byline_piece(piece, true).kind;

    if (!last || joint == JOINT_LIST || joint >= JOINT_AND)
        return is_aside(piece) && last;
    if (kind == PIECE_ROLE || kind == PIECE_HANDLE || kind == PIECE_PLACE || is_aside(piece) ||
        (lexicon_flags(piece) & LEXICON_PLACE && !(lexicon_flags(piece) & LEXICON_DOUBTFUL)))
        return true;
    return last->family.size && (author_is_organization(piece) || text_count_words(piece) == 1);
}

/* "Jr.", "PhD" behind a comma. */
static void add_suffix(const Reading *reading, Text suffix)
{
    AuthorName *last = last_name(reading);

    *last =
        author_name_read(reading->arena, arena_join(reading->arena, (const Text[]){last->whole, TEXT(", "), suffix}, 3),
                         reading->language);
}

/* "Joan" and "John Roe": a family for both. */
static Text with_family(const Reading *reading, Text line, const Parts *parts, size_t at)
{
    Text given = text_trim(text_slice(line, parts->items[at].range)), other;
    AuthorName name;

    if (!is_given_name(given) || at + 1 >= parts->count || parts->items[at + 1].joint < JOINT_AND)
        return given;
    other = text_trim(text_slice(line, parts->items[at + 1].range));
    name = author_name_read(reading->arena, other, reading->language);
    if (!name.family.size)
        return given;
    return text_trim(arena_join(
        reading->arena,
        (const Text[]){given, TEXT(" "), name.particle, name.particle.size ? TEXT(" ") : (Text){0}, name.family}, 5));
}

static void read_part(Reading *reading, Text line, const Parts *parts, size_t at)
{
    Text piece = text_trim(text_slice(line, parts->items[at].range));

    if (author_is_suffix(piece) && last_name(reading))
        add_suffix(reading, piece);
    else if (piece.size && (parts->count == 1 || !is_about_last(reading, piece, parts->items[at].joint)) &&
             (!last_name(reading) || !is_explanation(line, &parts->items[at], piece)))
        add(reading, name_of_piece(with_family(reading, line, parts, at)));
}

void author_line_read(Arena *arena, Text line, Text language, AuthorNames *names)
{
    Reading reading = {arena, language, names, names->count};
    Parts parts;

    line = text_trim(arena_on_one_line(arena, line));
    if (line.size == 0)
        return;
    parts = cut(arena, line);
    join_again(line, &parts);
    for (size_t i = 0, count; i < parts.count; i += count) {
        count = item_size(&parts, i);
        if (is_reversed(line, &parts, i, count)) {
            add(&reading,
                text_trim(text_slice(line, (Range){parts.items[i].range.start, parts.items[i + count - 1].range.end})));
            continue;
        }
        for (size_t part = i; part < i + count; part++)
            read_part(&reading, line, &parts, part);
    }
    if (!last_name(&reading))
        ARRAY_PUSH(arena, *names, ((AuthorName){.whole = line, .given = line}));
}

void author_byline_read(Arena *arena, Text byline, Text language, AuthorNames *names)
{
    Text line = text_trim(arena_on_one_line(arena, byline)), rest = head_byline_rest(line);
    bool may_be_name = text_count_words(rest) == 1 && !byline_is_agency(rest) && text_count_words(line) == 2 &&
                       !line_begins_with(line, TEXT("by"));

    author_line_read(arena, may_be_name || rest.size == 0 ? line : rest, language, names); /* "Von Miller" */
}

AuthorNames article_author_names(Arena *arena, const Article *article)
{
    Text language = article_field(article, FIELD_LANGUAGE);
    AuthorNames names = {0};

    for (size_t i = 0; i < article->authors.count; i++)
        author_line_read(arena, article->authors.items[i].name, language, &names);
    if (article->authors.count == 0)
        author_byline_read(arena, article_field(article, FIELD_BYLINE), language, &names);
    return names;
}
