/* One table of words; names are few, so it is searched from the front. */
#include "html/metadata/author_words.h"

#include "analysis/words/quotation_words.h"
#include "formats/text/forms/byline_pieces.h"
#include "formats/text/words/line_words.h"

typedef enum WordKind { OPENING, OPENING_OR_NAME, NOBODY, LABEL, DEGREE, OTHER } WordKind;

typedef struct AuthorWord {
    Text words;
    WordKind kind;
} AuthorWord;

static const AuthorWord author_words[] = {
#define AUTHOR_WORD(words, kind) {LITERAL(words), kind},
#include "html/metadata/author_words.def"
#undef AUTHOR_WORD
};

static bool is_of_kind(Text text, WordKind kind)
{
    for (size_t i = 0; i < COUNT_OF(author_words); i++) {
        if (author_words[i].kind == kind && text_equal_ignoring_case(author_words[i].words, text))
            return true;
    }
    return false;
}

bool author_is_opening(Text name)
{
    return is_of_kind(name, OPENING) || is_of_kind(name, OPENING_OR_NAME);
}

bool author_is_nobody(Text name)
{
    return is_of_kind(name, NOBODY);
}

bool author_is_label(Text name)
{
    return is_of_kind(name, LABEL);
}

bool author_is_degree(Text piece)
{
    return is_of_kind(piece, DEGREE);
}

/* Is "Von" an opening of `rest`, and no name? */
static bool opens(Text rest, bool printed)
{
    size_t at = 0;
    Text first;

    rest = text_trim(rest);
    if (!line_next_word(rest, &at, &first) || byline_is_agency(rest))
        return true;
    if (ascii_is_lower(first.bytes[0]))
        return false; /* "Von der Leyen" */
    return printed || (text_count_words(rest) >= 2 && word_classes(first) & CLASS_GIVEN);
}

Text author_without_opening(Text text, bool printed)
{
    size_t longest = 0;

    for (size_t i = 0; i < COUNT_OF(author_words); i++) {
        Text words = author_words[i].words;

        if (author_words[i].kind > OPENING_OR_NAME || words.size <= longest || words.size >= text.size ||
            !line_begins_with(text, words))
            continue;
        if (author_words[i].kind == OPENING || opens(text_slice(text, (Range){words.size, text.size}), printed))
            longest = words.size;
    }
    text = text_slice(text, (Range){longest, text.size});
    while (text.size && byte_is_one_of(text.bytes[0], " :-,|"))
        text = text_slice(text, (Range){1, text.size});
    return text;
}

/* ---- who did something else ---- */

bool author_has_other(Text text)
{
    for (size_t i = 0; i < COUNT_OF(author_words); i++) {
        if (author_words[i].kind == OTHER && line_find_words(text, author_words[i].words) != TEXT_NOT_FOUND)
            return true;
    }
    return false;
}

bool author_is_of_others(Text text)
{
    static const Text behind[] = {LITERAL(":"), LITERAL(" by "), LITERAL(" von "), LITERAL(" par ")};

    for (size_t i = 0; i < COUNT_OF(author_words); i++) {
        Text rest = text_slice(text, (Range){author_words[i].words.size, text.size});

        if (author_words[i].kind != OTHER || !line_begins_with(text, author_words[i].words))
            continue;
        for (size_t k = 0; k < COUNT_OF(behind); k++) {
            if (text_starts_with(rest, behind[k]))
                return true;
        }
    }
    return false;
}

/* ---- accounts, initials ---- */

/* Letters, figures and these, and no blank. */
static bool is_one_word(Text name)
{
    for (size_t i = 0; i < name.size; i++) {
        if (ascii_is_blank(name.bytes[i]) || (unsigned char)name.bytes[i] >= 0x80)
            return false;
    }
    return name.size > 0;
}

bool author_is_login(Text name)
{
    bool figure_within = false, capital = false;

    if (!is_one_word(name))
        return false;
    for (size_t i = 0; i < name.size; i++) {
        if (name.bytes[i] == '_')
            return true;
        capital = capital || ascii_is_upper(name.bytes[i]);
        figure_within = figure_within || (ascii_is_digit(name.bytes[i]) && i + 1 < name.size && i > 0 &&
                                          ascii_is_lower(name.bytes[i + 1]));
    }
    return !capital && (figure_within || text_starts_with(name, TEXT("admin")) || text_ends_with(name, TEXT("admin")));
}

bool author_is_initials(Text piece)
{
    enum { LONGEST = 5 };

    if (piece.size < 2 || piece.size > LONGEST)
        return false;
    for (size_t i = 0; i < piece.size; i++) {
        if (!ascii_is_lower(piece.bytes[i]) && !(piece.bytes[i] == '.' && i + 1 == piece.size))
            return false;
    }
    return true;
}
