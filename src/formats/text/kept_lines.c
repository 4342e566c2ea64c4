/*
 * Records are told by what all of them share:
 *
 *     Ada Norr,31,Dunmere                                   as many separators in each line, mostly without a blank behind
 *     -rw-r--r-- 1 ann ann 4096 Jan 10 14:05 ferry.txt      many numbers in each
 *     2 cups of strong white flour                          a number at the front of each
 *     2024-01-10 14:05:01 pump[212]: no water               a first word of the same signs in each
 */
#include "formats/text/kept_lines.h"

#include "formats/text/words/line_words.h"

/* Four of five, but all of two. */
static bool are_nearly_all(size_t count, size_t all)
{
    return all && count * 5 >= all * 4 && (count == all || all > 2);
}

/* ---- records ---- */

typedef struct Separators {
    size_t count, blanks; /* how many, and those before a blank */
} Separators;

static Separators count_separators(Text line, char separator)
{
    Separators found = {0, 0};

    for (size_t at = 0; (at = text_find_byte(line, separator, at)) != TEXT_NOT_FOUND; at++) {
        found.count++;
        found.blanks += at + 1 < line.size && ascii_is_blank(line.bytes[at + 1]);
    }
    return found;
}

/* The number that most lines of a file of values have is that of the first, where names of columns stand. */
static bool share_separator(const Text *lines, size_t count, char separator, size_t least)
{
    size_t first = count_separators(lines[0], separator).count, same = 0, all = 0, blanks = 0;

    if (first < least)
        return false;
    for (size_t i = 0; i < count; i++) {
        Separators found = count_separators(lines[i], separator);

        same += found.count == first || (found.count > first && found.count <= first + found.blanks);
        all += found.count;
        blanks += found.blanks;
    }
    return are_nearly_all(same, count) && blanks * 3 <= all;
}

/* "4096", "14:05", "77%", "1.5K", "1/2": a figure first, and more figures than letters. */
static bool is_number(Text word)
{
    size_t digits = 0, letters = 0;

    for (size_t i = 0; i < word.size; i++) {
        digits += ascii_is_digit(word.bytes[i]);
        letters += ascii_is_alpha(word.bytes[i]) || word.bytes[i] == ',';
    }
    return digits > letters && (ascii_is_digit(word.bytes[0]) || byte_is_one_of(word.bytes[0], "+-.$"));
}

/* Two numbers or more, a third of its words. */
static bool is_of_numbers(Text line)
{
    size_t words = 0, numbers = 0;
    Text word;

    for (size_t at = 0; line_next_word(line, &at, &word); words++)
        numbers += is_number(word);
    return numbers >= 2 && numbers * 3 >= words;
}

static bool begins_with_fraction(Text line)
{
    static const Text fractions[] = {LITERAL("½"), LITERAL("¼"), LITERAL("¾"), LITERAL("⅓"), LITERAL("⅔")};

    for (size_t i = 0; i < COUNT_OF(fractions); i++) {
        if (text_starts_with(line, fractions[i]))
            return true;
    }
    return false;
}

/* A small number and what there is of it: "2 cups", "250 g", "1/2 tsp". Years begin sentences. */
static bool is_quantity(Text line)
{
    enum { DIGITS_MOST = 3, SIGNS_MOST = 8 };
    size_t digits = 0, at = 0;
    Text word;

    if (begins_with_fraction(line))
        return true;
    while (digits < line.size && ascii_is_digit(line.bytes[digits]))
        digits++;
    return digits && digits <= DIGITS_MOST && line_next_word(line, &at, &word) && word.size <= SIGNS_MOST &&
           at + 1 < line.size && !byte_is_one_of(word.bytes[word.size - 1], ".,):");
}

/* The signs of its first word, figures and letters made one: "2024-01-10" is "0-0-0". Of at most `most` bytes; those of the shape. */
static size_t first_shape(Text line, char *shape, size_t most)
{
    size_t at = 0, size = 0, digits = 0;
    Text word;

    if (!line_next_word(line, &at, &word))
        return 0;
    for (size_t i = 0; i < word.size; i++) {
        bool digit = ascii_is_digit(word.bytes[i]);
        char sign = digit ? '0' : ascii_is_alpha(word.bytes[i]) ? 'a' : word.bytes[i];

        digits += digit;
        if (size && shape[size - 1] == sign && (sign == '0' || sign == 'a'))
            continue;
        if (size == most)
            return 0;
        shape[size++] = sign;
    }
    return digits >= 3 && size >= 3 ? size : 0;
}

static bool share_first_shape(const Text *lines, size_t count)
{
    enum { SIGNS = 24 };
    char first[SIGNS], other[SIGNS];
    size_t size = first_shape(lines[0], first, SIGNS), same = 0;

    for (size_t i = 0; size && i < count; i++)
        same += first_shape(lines[i], other, SIGNS) == size && memcmp(first, other, size) == 0;
    return size && are_nearly_all(same, count);
}

/* "&ldquo;", "&#8220;", what terminals are told: figures and semicolons that are none of the line's. */
static bool has_forms(Text line)
{
    size_t at = text_find_byte(line, '&', 0), size = 1;

    for (size_t i = 0; i < line.size; i++) {
        if ((unsigned char)line.bytes[i] < ' ' && line.bytes[i] != '\t')
            return true;
    }
    while (at != TEXT_NOT_FOUND && at + size < line.size &&
           (ascii_is_alnum(line.bytes[at + size]) || line.bytes[at + size] == '#'))
        size++;
    return at != TEXT_NOT_FOUND && size > 1 && at + size < line.size && line.bytes[at + size] == ';';
}

/* Has it a figure, or two signs that may separate, at its front? Hardly a line of prose has. */
static bool may_be_record(Text line)
{
    enum { LOOKED_AT = 40 };
    size_t separators = 0;

    line = text_slice(line, (Range){0, LOOKED_AT});
    for (size_t i = 0; i < line.size; i++) {
        char byte = line.bytes[i];

        if (ascii_is_digit(byte))
            return true;
        separators += byte == ';' || byte == '|' || byte == ':' || byte == '\t' ||
                      (byte == ',' && i + 1 < line.size && line.bytes[i + 1] != ' ');
    }
    return separators >= 2 || (separators && text_find_byte(line, '\t', 0) != TEXT_NOT_FOUND);
}

bool lines_are_records(const Text *lines, size_t count)
{
    size_t numbers = 0, quantities = 0, ends = 0;

    if (count < 2 || (!may_be_record(lines[1]) && (count == 2 || !may_be_record(lines[2]))))
        return false;
    for (size_t i = 0; i < count; i++) {
        numbers += is_of_numbers(lines[i]);
        quantities += is_quantity(lines[i]);
        ends += line_ends_sentence(lines[i]);
        if (has_forms(lines[i]))
            return false;
    }
    if (ends * 5 > count)
        return false;
    if (are_nearly_all(numbers, count - (count > 2 && !is_of_numbers(lines[0]))) ||
        (count > 2 && are_nearly_all(quantities, count)))
        return true;
    return share_separator(lines, count, ',', 2) || share_separator(lines, count, ';', 2) ||
           share_separator(lines, count, '|', 2) || share_separator(lines, count, ':', 4) ||
           share_separator(lines, count, '\t', 1) || share_first_shape(lines, count);
}

/* ---- letters ---- */

/* "i", "ii", … "ix" for 1 to 9. */
static Text roman_numeral(size_t place)
{
    static const Text numerals[] = {LITERAL("i"),  LITERAL("ii"),  LITERAL("iii"),  LITERAL("iv"), LITERAL("v"),
                                    LITERAL("vi"), LITERAL("vii"), LITERAL("viii"), LITERAL("ix")};

    return place >= 1 && place <= COUNT_OF(numerals) ? numerals[place - 1] : (Text){0};
}

bool line_is_lettered(Text line, size_t place)
{
    enum { LETTERS = 26 };
    char letter = place >= 1 && place <= LETTERS ? (char)('a' + place - 1) : 'a';
    size_t at = 0;
    Text word, marker;

    if (line.size < 3 || !(byte_is_one_of(line.bytes[0], "(\xE2") || byte_is_one_of(line.bytes[1], ").") ||
                           (line.bytes[0] == 'o' && line.bytes[1] == ' ') || byte_is_one_of(line.bytes[0], "iIvV")))
        return false; /* most begin otherwise */
    if (!line_next_word(line, &at, &word) || at >= line.size || word.size > 6)
        return false;
    if (text_equal(word, TEXT("o")) || text_equal(word, TEXT("–")) || text_equal(word, TEXT("—")))
        return true;
    if (!byte_is_one_of(word.bytes[word.size - 1], ").") || place == 0)
        return false;
    marker = text_slice(word, (Range){word.bytes[0] == '(' && word.bytes[word.size - 1] == ')', word.size - 1});
    return text_equal_ignoring_case(marker, (Text){&letter, 1}) ||
           text_equal_ignoring_case(marker, roman_numeral(place));
}
