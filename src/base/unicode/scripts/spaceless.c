/*
 * UAX 14 leaves these scripts to dictionaries (class SA). Here a run of letters is cut into words of Thai, and what is left of it that is longer
 * than a line, or than a long word where there is no dictionary, into syllables:
 *
 *     บ้านนาอยู่ที่กรุงเทพ     run
 *     บ้าน|นา|อยู่|ที่|กรุงเทพ   words
 *     บ้าน|นา|อยู่|ที่|กรุง|เทพ  syllables
 *
 * A syllable of Thai, Lao and Khmer begins with a vowel that is written before its consonant, or with a consonant that carries a sign, where the
 * letters before it have had theirs (in บ้านนา the second น has า behind it, the first has none: it closes a syllable). One of Burmese begins
 * with each consonant that is not silenced. Wrong guesses cut a word, but never what is drawn upon one letter.
 */
#include "base/unicode/scripts/spaceless.h"

#include <string.h>

#include "base/count_of.h"
#include "base/unicode/scripts/thai_words.h"
#include "base/unicode/unicode.h"

enum {
    WORD_COLUMNS = 12,
    SYLLABLE_LEAST = 2,
    FIRST_BYTE = 0xE0, /* letters of these scripts begin with one of two bytes */
    SECOND_BYTE = 0xE1
};

typedef enum LetterKind {
    LETTER,
    LETTER_LEADING,   /* a vowel that is written before its consonant */
    LETTER_DEPENDENT, /* what belongs to the letter before it */
    LETTER_STACKER,   /* … and to the one behind it */
    LETTER_DIGIT
} LetterKind;

typedef enum Script { SCRIPT_OTHER, SCRIPT_THAI, SCRIPT_LAO, SCRIPT_BURMESE, SCRIPT_KHMER } Script;

typedef struct Letter {
    uint32_t code_point;
    size_t start; /* in the text */
    LetterKind kind;
    bool begins; /* a word or a syllable */
} Letter;

typedef struct Letters {
    Script script;
    Letter *items;
    size_t count, capacity;
} Letters;

/* The blocks of the standard. Marks are told by their category. */
static Script script_of(uint32_t code_point)
{
    if (code_point < 0x0E00 || code_point > 0x17FF)
        return SCRIPT_OTHER;
    if (code_point <= 0x0E7F)
        return SCRIPT_THAI;
    if (code_point <= 0x0EFF)
        return SCRIPT_LAO;
    if (code_point >= 0x1000 && code_point <= 0x109F)
        return SCRIPT_BURMESE;
    return code_point >= 0x1780 ? SCRIPT_KHMER : SCRIPT_OTHER;
}

static LetterKind kind_of(uint32_t code_point)
{
    static const struct {
        uint32_t first, last;
        LetterKind kind;
    } rows[] = {
        {0x0E2F, 0x0E30, LETTER_DEPENDENT}, /* the sign of an abbreviation, ะ */
        {0x0E32, 0x0E33, LETTER_DEPENDENT}, {0x0E40, 0x0E44, LETTER_LEADING},   {0x0E45, 0x0E46, LETTER_DEPENDENT},
        {0x0E50, 0x0E59, LETTER_DIGIT},     {0x0E5A, 0x0E5B, LETTER_DEPENDENT}, {0x0EAF, 0x0EB0, LETTER_DEPENDENT},
        {0x0EB2, 0x0EB3, LETTER_DEPENDENT}, {0x0EBD, 0x0EBD, LETTER_DEPENDENT}, {0x0EC0, 0x0EC4, LETTER_LEADING},
        {0x0EC6, 0x0EC6, LETTER_DEPENDENT}, {0x0ED0, 0x0ED9, LETTER_DIGIT},     {0x1039, 0x1039, LETTER_STACKER},
        {0x1040, 0x1049, LETTER_DIGIT},     {0x104A, 0x104B, LETTER_DEPENDENT}, {0x104F, 0x104F, LETTER_DEPENDENT},
        {0x1090, 0x1099, LETTER_DIGIT},     {0x17D2, 0x17D2, LETTER_STACKER},   {0x17D4, 0x17DA, LETTER_DEPENDENT},
        {0x17E0, 0x17E9, LETTER_DIGIT},
    };

    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        if (rows[i].first <= code_point && code_point <= rows[i].last)
            return rows[i].kind;
    }
    return unicode_is_mark(code_point) ? LETTER_DEPENDENT : LETTER;
}

/* ---- places where nothing is torn ---- */

/* Signs that take its vowel from a letter, so that it closes a syllable: thanthakhat, asat and the like; what stacks the next one under it. */
static bool is_silencer(uint32_t code_point)
{
    static const uint32_t signs[] = {0x0E4C, 0x0ECC, 0x1039, 0x103A, 0x17CB, 0x17CD};

    for (size_t i = 0; i < COUNT_OF(signs); i++) {
        if (signs[i] == code_point)
            return true;
    }
    return false;
}

/* Between a letter and what silences it: ธิ์, ตุ์, and the dot below of Burmese. */
static bool may_be_silenced(uint32_t code_point)
{
    return code_point == 0x0E34 || code_point == 0x0E38 || code_point == 0x0EB4 || code_point == 0x0EB8 ||
           code_point == 0x1037;
}

static bool is_silent(const Letters *letters, size_t at)
{
    size_t behind = at + 1;

    if (behind < letters->count && may_be_silenced(letters->items[behind].code_point))
        behind++;
    return behind < letters->count && is_silencer(letters->items[behind].code_point);
}

/* In ศุกร์ two letters are silent, and the first of them is not told so. */
static bool closes(const Letters *letters, size_t at)
{
    if (is_silent(letters, at))
        return true;
    return letters->script == SCRIPT_THAI && at + 1 < letters->count && letters->items[at + 1].kind == LETTER &&
           is_silent(letters, at + 1);
}

static bool tears_nothing(const Letters *letters, size_t at)
{
    LetterKind before = at ? letters->items[at - 1].kind : LETTER, kind = letters->items[at].kind;

    if (before == LETTER_LEADING || before == LETTER_STACKER || kind == LETTER_DEPENDENT || kind == LETTER_STACKER)
        return false;
    return !(before == LETTER_DIGIT && kind == LETTER_DIGIT) && !closes(letters, at);
}

/* ---- syllables ---- */

static bool is_one_of(uint32_t code_point, Text letters)
{
    size_t size;

    for (size_t at = 0; at < letters.size; at += size) {
        if (utf8_decode(letters, at, &size) == code_point)
            return true;
    }
    return false;
}

/* Two consonants of Thai that begin a syllable together: กล, พร, หม. */
static bool is_cluster(uint32_t first, uint32_t second)
{
    if (first == 0x0E2B) /* ห */
        return is_one_of(second, TEXT("งญนมยรลว"));
    return is_one_of(first, TEXT("กขคตปผพ")) && is_one_of(second, TEXT("รลว"));
}

static bool carries_sign(const Letters *letters, size_t at)
{
    return at + 1 < letters->count &&
           (letters->items[at + 1].kind == LETTER_DEPENDENT || letters->items[at + 1].kind == LETTER_STACKER);
}

/* `before`: letters since the last begin, among them signs or leading vowels or none. Nothing is torn there. */
static bool begins_syllable(const Letters *letters, size_t at, size_t before, bool sounded)
{
    const Letter *letter = &letters->items[at];
    bool cluster = at + 1 < letters->count && is_cluster(letter->code_point, letter[1].code_point) &&
                   carries_sign(letters, at + 1);

    if (letters->script == SCRIPT_BURMESE || letter->kind == LETTER_DIGIT)
        return true;
    if (letter->kind == LETTER_LEADING)
        return before >= SYLLABLE_LEAST;
    if (at && is_cluster(letter[-1].code_point, letter->code_point) && letters->items[at - 1].begins)
        return false;
    return sounded && (cluster || carries_sign(letters, at));
}

static size_t columns_of(const Letter *letter)
{
    int columns = unicode_width(letter->code_point);

    return columns < 0 ? 1 : (size_t)columns;
}

/* What has been read of a syllable. */
typedef struct Syllable {
    size_t start, columns;
    bool sounded; /* by a sign or a leading vowel */
    size_t place; /* the last in it where nothing is torn; its start: there is none */
} Syllable;

static void read_letter(Syllable *syllable, const Letter *letter)
{
    syllable->columns += columns_of(letter);
    syllable->sounded = syllable->sounded || letter->kind != LETTER;
}

static Syllable begin_at(const Letters *letters, size_t start, size_t end)
{
    Syllable syllable = {.start = start, .place = start};

    letters->items[start].begins = true;
    for (size_t at = start; at < end; at++)
        read_letter(&syllable, &letters->items[at]);
    return syllable;
}

/* Cut what stands between two begins. Where no syllable is to be seen, it is cut as late as a line allows. */
static void cut_syllables(const Letters *letters, Range stretch, size_t columns)
{
    Syllable syllable = begin_at(letters, stretch.start, stretch.start + 1);

    for (size_t at = stretch.start + 1; at < stretch.end; at++) {
        const Letter *letter = &letters->items[at];
        bool whole = tears_nothing(letters, at);

        if (whole && begins_syllable(letters, at, at - syllable.start, syllable.sounded)) {
            syllable = begin_at(letters, at, at + 1);
            continue;
        }
        if (whole)
            syllable.place = at;
        if (syllable.columns + columns_of(letter) > columns && syllable.place > syllable.start)
            syllable = begin_at(letters, syllable.place, at);
        read_letter(&syllable, letter);
    }
}

/* ---- runs ---- */

static size_t stretch_end(const Letters *letters, size_t start, size_t *columns)
{
    size_t end = start;

    *columns = 0;
    do {
        *columns += columns_of(&letters->items[end++]);
    } while (end < letters->count && !letters->items[end].begins);
    return end;
}

static bool is_word_byte(Text text, size_t at)
{
    return ascii_is_alpha(text.bytes[at]) || ascii_is_digit(text.bytes[at]);
}

static bool follows_letter(Text text, size_t at)
{
    size_t size;

    if (at == 0 || is_word_byte(text, at - 1))
        return at > 0;
    return (unsigned char)text.bytes[at - 1] >= 0x80 &&
           script_of(utf8_decode(text, utf8_previous(text, at), &size)) != SCRIPT_OTHER;
}

/* Words of other scripts stand beside a run without a blank; what belongs to the letter before it stays there behind a blank too: "เด็ก ๆ". */
static void settle_ends(const Letters *letters, Text text, size_t end, unsigned char *kinds)
{
    const Letter *first = letters->items, *last;

    if (!first)
        return;
    last = &first[letters->count - 1];
    if (first->kind == LETTER_DEPENDENT || first->kind == LETTER_STACKER)
        kinds[first->start] = BREAK_NONE;
    else if (kinds[first->start] == BREAK_NONE && follows_letter(text, first->start))
        kinds[first->start] = BREAK_ALLOWED;
    if (end < text.size && is_word_byte(text, end) && last->kind != LETTER_LEADING && last->kind != LETTER_STACKER)
        kinds[end] = BREAK_ALLOWED;
}

/* By the dictionary; false: there is none, or no word of it. */
static bool cut_words(Arena *arena, const Letters *letters)
{
    wchar_t *characters = ARENA_ARRAY(arena, wchar_t, letters->count + 1);
    int *begins = ARENA_ARRAY(arena, int, letters->count);
    size_t count;

    for (size_t i = 0; i < letters->count; i++)
        characters[i] = (wchar_t)letters->items[i].code_point;
    count = thai_words(characters, begins, letters->count);
    for (size_t i = 0; i < count; i++) {
        size_t at = (size_t)begins[i];

        if (at < letters->count && tears_nothing(letters, at))
            letters->items[at].begins = true;
    }
    return count > 0;
}

static void cut_run(Arena *arena, const Letters *letters, unsigned char *kinds, size_t columns)
{
    bool has_words = letters->script == SCRIPT_THAI && cut_words(arena, letters);
    size_t most = columns < WORD_COLUMNS || has_words ? columns : WORD_COLUMNS, used, end;

    for (size_t start = 0; start < letters->count; start = end) {
        end = stretch_end(letters, start, &used);
        if (used > most)
            cut_syllables(letters, (Range){start, end}, columns);
    }
    for (size_t i = 1; i < letters->count; i++) {
        if (letters->items[i].begins && kinds[letters->items[i].start] == BREAK_NONE)
            kinds[letters->items[i].start] = BREAK_ALLOWED;
    }
}

/* The first byte from `at` on of a letter of these scripts; all of them are three bytes, from E0 B8 and E1 80 on. */
static size_t find_letter(Text text, size_t at)
{
    size_t size;

    for (; at < text.size; at++) {
        unsigned char byte = (unsigned char)text.bytes[at];

        if ((byte == FIRST_BYTE || byte == SECOND_BYTE) && script_of(utf8_decode(text, at, &size)) != SCRIPT_OTHER)
            return at;
    }
    return text.size;
}

static size_t read_run(Arena *arena, Text text, size_t at, Letters *letters)
{
    size_t size;
    uint32_t code_point = utf8_decode(text, at, &size);

    *letters = (Letters){.script = script_of(code_point)};
    do {
        ARRAY_PUSH(arena, *letters, ((Letter){code_point, at, kind_of(code_point), false}));
        at += size;
        if (at < text.size)
            code_point = utf8_decode(text, at, &size);
    } while (at < text.size && script_of(code_point) == letters->script);
    return at;
}

void spaceless_breaks(Text text, unsigned char *kinds, size_t columns)
{
    Arena scratch = {0};
    Letters letters;

    if (text.size == 0 || (!memchr(text.bytes, FIRST_BYTE, text.size) && !memchr(text.bytes, SECOND_BYTE, text.size)))
        return; /* as most texts, at little cost */
    for (size_t at = find_letter(text, 0); at < text.size; at = find_letter(text, at)) {
        at = read_run(&scratch, text, at, &letters);
        cut_run(&scratch, &letters, kinds, columns);
        settle_ends(&letters, text, at, kinds);
        arena_reset(&scratch);
    }
    arena_release(&scratch);
}
