/*
 * A text is cut into pieces at commas, bars, dashes and the words that join names in some languages. Each piece is a name, the role of the name
 * before it, or nothing:
 *
 *     By Jane Doe, MD, and John Roe, Staff Writer · 3 May 2024
 *        ^name     ^degree  ^name    ^role          ^date, cut out first
 *
 * Of what is printed only such pieces are names that have the form of one, as printed articles have it (formats/text/forms/head_byline.h).
 */
#include "html/metadata/author_names.h"

#include "analysis/words/lexicon.h"
#include "analysis/words/quotation_words.h"
#include "base/unicode/unicode.h"
#include "formats/text/forms/furniture.h"
#include "formats/text/forms/head_byline.h"
#include "formats/text/words/head_date.h"
#include "formats/text/words/line_words.h"
#include "html/metadata/author_words.h"
#include "html/metadata/sources/plain_value.h"

enum { TEXT_LONGEST = 400, NAME_LONGEST = 80, NAME_WORDS = 7 };

/* ---- what is no name ---- */

/* "our engineering team" */
static bool is_ours(Text name)
{
    return line_begins_with(name, TEXT("our")) || line_begins_with(name, TEXT("my")) ||
           line_begins_with(name, TEXT("your"));
}

static bool has_digits(Text name, size_t most)
{
    size_t digits = 0;

    for (size_t i = 0; i < name.size; i++)
        digits += ascii_is_digit(name.bytes[i]);
    return digits > most;
}

/* "following the tips below", "humans" are prose; "ibby" is what somebody calls herself. */
static bool is_prose(Text name)
{
    size_t words = 0;
    Text word;

    if (line_case(name) != LETTERS_LOWER_CASE || author_name_is_team(name))
        return false;
    for (size_t at = 0; line_next_word(name, &at, &word); words++) {
        if ((word_classes(word) & ~(uint32_t)(CLASS_GIVEN | CLASS_PARTICLE)) || word_is_person_plural(word))
            return true; /* "the numbers" */
    }
    return words > 2;
}

/* "142 Views", "Jul 11": no name that is printed has a figure in it. */
static bool may_be_printed_name(Text name)
{
    static const char *const never = "?!:…=#\"<>[]{}_";

    for (size_t i = 0; i < name.size; i++) {
        if (ascii_is_digit(name.bytes[i]) || byte_is_one_of(name.bytes[i], never))
            return false;
    }
    return text_count_words(name) <= 5 && !is_prose(name) && !furniture_is_menu_word(name) &&
           !furniture_is_section(name);
}

static bool is_address(Text name)
{
    return text_find_byte(name, '@', 0) != TEXT_NOT_FOUND || text_find(name, TEXT("://"), 0) != TEXT_NOT_FOUND ||
           text_starts_with(name, TEXT("www.")) || text_find_byte(name, '/', 0) != TEXT_NOT_FOUND ||
           text_find_byte(name, '{', 0) != TEXT_NOT_FOUND || text_find_byte(name, '%', 0) != TEXT_NOT_FOUND;
}

static bool has_letters(Text name)
{
    size_t size;

    for (size_t at = 0; at < name.size; at += size) {
        if (unicode_is_letter(utf8_decode(name, at, &size)))
            return true;
    }
    return false;
}

/* "7 minutes", "3 min read" */
static bool is_time(Text name)
{
    return ascii_is_digit(name.bytes[0]) &&
           line_find_words(name, TEXT("min")) + line_find_words(name, TEXT("minutes")) +
                   line_find_words(name, TEXT("views")) + line_find_words(name, TEXT("minute")) !=
               4 * TEXT_NOT_FOUND;
}

static bool may_be_name(Text name)
{
    return name.size > 1 && !is_time(name) && name.size <= NAME_LONGEST && text_count_words(name) <= NAME_WORDS &&
           has_letters(name) && !has_digits(name, 3) && !is_address(name) && !author_is_nobody(name) &&
           !is_ours(name) && !author_is_label(name) && !author_is_degree(name) && !author_is_opening(name) &&
           !author_is_login(name) && !author_is_of_others(name);
}

/* ---- the list ---- */

static bool is_known(Arena *arena, const Authors *authors, Text name)
{
    Text letters = value_letters(arena, name);

    for (size_t i = 0; i < authors->count; i++) {
        if (text_equal(value_letters(arena, authors->items[i].name), letters))
            return true;
    }
    return false;
}

static bool add(Arena *arena, Authors *authors, Text name, Text role)
{
    if (authors->count == AUTHORS_MOST || !may_be_name(name))
        return false;
    if (!is_known(arena, authors, name))
        ARRAY_PUSH(arena, *authors,
                   ((Author){.name = name, .role = role.size == 0 && byline_is_agency(name) ? TEXT("agency") : role}));
    return true;
}

bool author_names_add_whole(Arena *arena, Authors *authors, Text name)
{
    return add(arena, authors, text_trim(name), (Text){0});
}

/* ---- marks around a name ---- */

/* Marks that stand before or behind a name, and the word that says how it is marked. */
static Text trimmed(Text piece)
{
    static const Text marks[] = {LITERAL(" "), LITERAL(","), LITERAL(";"), LITERAL(":"), LITERAL("|"),
                                 LITERAL("-"), LITERAL("–"), LITERAL("—"), LITERAL("·"), LITERAL("•"),
                                 LITERAL("*"), LITERAL("("), LITERAL(")"), LITERAL("®")};
    bool more = true;

    while (more) {
        more = false;
        for (size_t i = 0; i < COUNT_OF(marks); i++) {
            if (text_starts_with(piece, marks[i])) {
                piece = text_slice(piece, (Range){marks[i].size, piece.size});
                more = true;
            }
            if (piece.size && text_ends_with(piece, marks[i])) {
                piece.size -= marks[i].size;
                more = true;
            }
        }
    }
    return piece;
}

/* "The Harbour Post Team" */
bool author_name_is_team(Text name)
{
    static const Text ends[] = {LITERAL("Team"),    LITERAL("team"),        LITERAL("Staff"), LITERAL("Editors"),
                                LITERAL("Editor"),  LITERAL("Contributor"), LITERAL("Desk"),  LITERAL("Newsroom"),
                                LITERAL("Writers"), LITERAL("Blog")};

    for (size_t i = 0; i < COUNT_OF(ends); i++) {
        if (text_ends_with(name, ends[i]))
            return text_count_words(name) >= 2;
    }
    return false;
}

bool author_names_begin(Text line)
{
    Text rest = author_without_opening(line, true);
    Text opening = text_trim(text_slice(line, (Range){0, line.size - rest.size}));

    return rest.size && rest.size < line.size && (text_ends_with(opening, TEXT(":")) || text_count_words(opening) >= 2);
}

/* ---- pieces ---- */

/* "Master Gardener", "Trial Attorney at Doe & Roe" */
static bool is_role(Text piece)
{
    size_t first = 0;
    Text word;

    if (line_next_word(piece, &first, &word) && lexicon_flags(word) & LEXICON_ROLE_FIRST &&
        text_count_words(piece) >= 2 && !(word_classes(word) & CLASS_GIVEN))
        return true; /* "Lead Reviewer" */

    if (byline_is_role(piece))
        return true;
    for (size_t at = 0; line_next_word(piece, &at, &word);) {
        if (lexicon_flags(word) & LEXICON_ROLE && !(word_classes(word) & CLASS_GIVEN))
            return true;
    }
    return false;
}

/* "Paramita (Guha) Ghosh", "Jane (J.R.) Doe": what stands in brackets within a name is of it. */
static bool is_in_name(Text text, size_t bracket)
{
    size_t end = text_find_byte(text, ')', bracket), at = 0;
    Text inside = text_slice(text, (Range){bracket + 1, end}), word;

    if (bracket == 0 || end == TEXT_NOT_FOUND || end + 2 >= text.size || text.bytes[end + 1] != ' ' ||
        text_count_words(inside) != 1 || author_is_degree(inside) || is_role(inside))
        return false;
    return word_begins_with_capital(inside) &&
           line_next_word(text_slice(text, (Range){end + 1, text.size}), &at, &word) && ascii_is_alpha(word.bytes[0]) &&
           word_begins_with_capital(word);
}

/* The bytes of what joins two names at `at`; 0: nothing does. */
static size_t joint_size(Text text, size_t at)
{
    static const Text joints[] = {
        LITERAL(","),     LITERAL(";"),    LITERAL(" and "), LITERAL(" & "),  LITERAL(" und "), LITERAL(" et "),
        LITERAL(" y "),   LITERAL(" og "), LITERAL(" och "), LITERAL(" e "),  LITERAL(" con "), LITERAL(" with "),
        LITERAL(" mit "), LITERAL(" | "),  LITERAL("|"),     LITERAL(" · "),  LITERAL("·"),     LITERAL(" • "),
        LITERAL("•"),     LITERAL(" - "),  LITERAL(" – "),   LITERAL(" — "),  LITERAL("、"),    LITERAL("，"),
        LITERAL(" / "),   LITERAL("\n"),   LITERAL("("),     LITERAL(" en "), LITERAL(" i "),   LITERAL("⋅"),
        LITERAL("●"),     LITERAL("∙"),    LITERAL(" + ")};

    for (size_t i = 0; i < COUNT_OF(joints); i++) {
        if (text_starts_with(text_slice(text, (Range){at, text.size}), joints[i]))
            return text.bytes[at] == '(' && is_in_name(text, at) ? 0 : joints[i].size;
    }
    return 0;
}

/* What stands in brackets is one piece: "Jane Doe (Doe & Roe)". */
static bool next_piece(Text text, size_t *at, Text *piece)
{
    size_t start = *at, size = 0, end = start;

    if (start >= text.size)
        return false;
    if (start > 0 && text.bytes[start - 1] == '(') {
        end = text_find_byte(text, ')', start);
        end = end == TEXT_NOT_FOUND ? text.size : end;
        size = 1;
    }
    while (size == 0 && end < text.size && (size = joint_size(text, end)) == 0)
        end++;
    *piece = trimmed(text_slice(text, (Range){start, end}));
    *at = end + size;
    return true;
}

/* "Jane Doe on behalf of the harbour": the words with a capital, up to the first that has none. */
static Text leading_name(Text piece)
{
    size_t end = 0;
    Text word;

    for (size_t at = 0;
         line_next_word(piece, &at, &word) && (word_begins_with_capital(word) || word_is_particle(word));) {
        if (word_begins_with_capital(word))
            end = at;
    }
    return text_trim(text_slice(piece, (Range){0, end}));
}

/* A piece of what is printed: one that has the form of a byline. */
static bool add_printed(Arena *arena, Authors *authors, Text piece)
{
    HeadByline byline;
    bool added = false;

    if (!head_byline(arena, arena_join(arena, (const Text[]){TEXT("By "), piece}, 2), &byline))
        return false;
    for (size_t i = 0; i < byline.authors.count; i++)
        added |= add(arena, authors, byline.authors.items[i].name, byline.authors.items[i].role);
    if (byline.authors.count == 0 && byline_is_agency(piece))
        added = add(arena, authors, piece, (Text){0});
    return added;
}

static void set_role(Authors *authors, size_t before, Text role)
{
    if (authors->count > before && authors->items[authors->count - 1].role.size == 0)
        authors->items[authors->count - 1].role = role;
}

/* "Jr.", "III": of the name before. */
static bool is_suffix(Text piece)
{
    static const Text suffixes[] = {LITERAL("Jr"),  LITERAL("Jr."), LITERAL("Sr"),
                                    LITERAL("Sr."), LITERAL("II"),  LITERAL("III")};

    return text_index_of(piece, suffixes, COUNT_OF(suffixes)) < COUNT_OF(suffixes);
}

typedef struct Taking {
    Arena *arena;
    Authors *authors;
    size_t before; /* how many there were */
    NameSource source;
    bool has_opening; /* "By …": the first piece is a name, whatever its form */
    bool after_role;  /* the piece before was a role */
    bool joined;      /* "and" is before the piece, no comma */
    bool and_follows; /* behind it */
    bool is_first;    /* nothing was before the piece */
    size_t pieces;
} Taking;

bool author_script_has_no_case(Text text)
{
    enum { HEBREW = 0x590 }; /* from there on hardly any script has capitals */
    size_t letters = 0, size;

    for (size_t at = 0; at < text.size; at += size) {
        uint32_t code_point = utf8_decode(text, at, &size);

        if (!unicode_is_alnum(code_point) || ascii_is_digit(text.bytes[at]))
            continue;
        if (code_point < HEBREW)
            return false;
        letters++;
    }
    return letters > 0;
}

/* "ليلى حداد", in an element that is named after authors: in a script without capitals names have no form, but are few words. */
static bool is_name_without_case(Text piece)
{
    enum { WORDS_LEAST = 2, WORDS_MOST = 4, LONGEST = 60 /* bytes */ };
    size_t words = text_count_words(piece);

    return piece.size <= LONGEST && words >= WORDS_LEAST && words <= WORDS_MOST && author_script_has_no_case(piece) &&
           may_be_printed_name(piece);
}

/* A piece that is no name by its form: "ibby", "the Meetingnotes Team". */
static bool take_whole(const Taking *taking, Text piece)
{
    bool first = taking->authors->count == taking->before;

    if (taking->source == NAMES_TOLD || (taking->source == NAMES_HINTED && first && is_name_without_case(piece)))
        return add(taking->arena, taking->authors, piece, (Text){0});
    return taking->has_opening && first && taking->is_first && may_be_printed_name(piece) &&
           add(taking->arena, taking->authors, piece, (Text){0});
}

/* "CEPF", "DACVB": behind a name, what somebody may call himself. */
static bool is_title_of_letters(Text piece)
{
    for (size_t i = 0; i < piece.size; i++) {
        if (!ascii_is_upper(piece.bytes[i]) && !byte_is_one_of(piece.bytes[i], ".-"))
            return false;
    }
    return piece.size >= 2 && piece.size <= 8 && !byline_is_agency(piece);
}

/* "Harbour Post, Frankfurt, Germany": behind a name, where it is. */
static bool is_place(Text piece)
{
    return lexicon_flags(piece) & LEXICON_PLACE && !(lexicon_flags(piece) & LEXICON_DOUBTFUL) &&
           !(word_classes(piece) & CLASS_GIVEN);
}

/* A comma alone may part a name from a paper or a place: what is behind it is another name if it begins as names do, or "and" comes behind it. */
static bool may_be_next_name(const Taking *taking, Text piece)
{
    size_t at = 0;
    Text word;

    if (taking->source == NAMES_TOLD || taking->joined || taking->and_follows)
        return true;
    return line_next_word(piece, &at, &word) && word_classes(word) & CLASS_GIVEN && text_count_words(piece) >= 2;
}

static bool take_first(Taking *taking, Text piece)
{
    Text leading = leading_name(piece);

    if (taking->source != NAMES_TOLD) {
        if (text_find_byte(piece, '(', 0) != TEXT_NOT_FOUND && may_be_printed_name(piece))
            return add(taking->arena, taking->authors, piece, (Text){0}); /* "Ines (Mara) Ostrova" */
        if (may_be_printed_name(piece) &&
            (author_name_is_team(piece) ? add(taking->arena, taking->authors, piece, (Text){0})
                                        : add_printed(taking->arena, taking->authors, piece)))
            return true;
        if (leading.size < piece.size && text_count_words(leading) >= 2 && may_be_printed_name(leading) &&
            add_printed(taking->arena, taking->authors, leading))
            return true;
    }
    return take_whole(taking, piece);
}

static bool take_next(Taking *taking, Text piece)
{
    Authors *authors = taking->authors;

    if (is_suffix(piece)) {
        Author *last = &authors->items[authors->count - 1];

        last->name = arena_join(taking->arena, (const Text[]){last->name, TEXT(", "), piece}, 3);
        return true;
    }
    if (is_title_of_letters(piece) || is_place(piece))
        return true;
    if (is_role(piece) && !(taking->source == NAMES_TOLD && taking->joined)) {
        set_role(authors, taking->before, piece);
        taking->after_role = true;
        return true;
    }
    if ((taking->after_role && !taking->joined) || !may_be_next_name(taking, piece))
        return false; /* "Jane Doe, Director, Harbour Lines" */
    taking->after_role = false;
    if (taking->source == NAMES_TOLD)
        return text_find_byte(piece, ':', 0) == TEXT_NOT_FOUND && take_whole(taking, piece);
    return may_be_printed_name(piece) && text_count_words(piece) >= 2 && add_printed(taking->arena, authors, piece);
}

/* "Jane Doe (obe)", "dpa, cog.": behind a name, in brackets or with a stop. A text of nothing else is kept, where a machine is told it. */
static bool is_own_initials(const Taking *taking, Text text, Text piece)
{
    bool bracket = piece.bytes > text.bytes && piece.bytes[-1] == '(', stop = text_ends_with(piece, TEXT("."));

    return author_is_initials(piece) && !byline_is_agency(piece) && (bracket || stop || !taking->is_first);
}

/* "Jane Doe (Doe & Roe)": where somebody is from. "dpa (Jane Doe)", "Jane Doe (Reuters)" are two who wrote it. */
static bool is_explanation(Text text, Text piece)
{
    size_t at = 0;
    Text word;

    if (piece.bytes == text.bytes || piece.bytes[-1] != '(' || byline_is_agency(piece) || is_role(piece))
        return false;
    return !line_next_word(piece, &at, &word) || !(word_classes(word) & CLASS_GIVEN) || text_count_words(piece) < 2;
}

static bool take_piece(Taking *taking, Text piece)
{
    return taking->authors->count == taking->before ? take_first(taking, piece) : take_next(taking, piece);
}

/* Is the byte before `at` the end of a comma, or of what else does not say that one more name follows? */
static bool is_joined(Text text, size_t at)
{
    static const Text joints[] = {LITERAL(" and "), LITERAL(" & "),    LITERAL(" und "), LITERAL(" et "),
                                  LITERAL(" y "),   LITERAL(" og "),   LITERAL(" och "), LITERAL(" e "),
                                  LITERAL(" con "), LITERAL(" with "), LITERAL(";"),     LITERAL(" i ")};

    for (size_t i = 0; i < COUNT_OF(joints); i++) {
        if (text_ends_with(text_slice(text, (Range){0, at}), joints[i]))
            return true;
    }
    return false;
}

static bool has_and(Text rest)
{
    return text_find(rest, TEXT(" and "), 0) != TEXT_NOT_FOUND || text_find(rest, TEXT(" & "), 0) != TEXT_NOT_FOUND ||
           text_find(rest, TEXT(" und "), 0) != TEXT_NOT_FOUND || text_find(rest, TEXT(" et "), 0) != TEXT_NOT_FOUND;
}

/* Without the date that stands in it. */
static Text without_date(Arena *arena, Text text)
{
    Range date = head_date_range(text);

    if (date.end == 0)
        return text;
    return arena_join(arena,
                      (const Text[]){text_slice(text, (Range){0, date.start}), TEXT("|"),
                                     text_slice(text, (Range){date.end, text.size})},
                      3);
}

bool author_names_add(Arena *arena, Authors *authors, Text text, NameSource source)
{
    Taking taking = {.arena = arena, .authors = authors, .before = authors->count, .source = source};
    bool added = false;
    Text piece, whole;

    if (text.size > TEXT_LONGEST)
        return false;
    whole = trimmed(without_date(arena, text));
    text = author_without_opening(whole, source != NAMES_TOLD);
    taking.has_opening = source == NAMES_MARKED || text.size < whole.size;
    for (size_t at = 0; next_piece(text, &at, &piece);) {
        piece = author_without_opening(piece, source != NAMES_TOLD && !taking.has_opening);
        taking.is_first = taking.pieces++ == 0;
        if (piece.size == 0 || author_is_degree(piece) || is_own_initials(&taking, text, piece) ||
            is_explanation(text, piece))
            continue;
        if (take_piece(&taking, piece))
            added = true;
        else if (added && source != NAMES_TOLD)
            break; /* the byline ends here */
        taking.joined = is_joined(text, at);
        taking.and_follows = has_and(text_slice(text, (Range){at, text.size}));
    }
    return added;
}
