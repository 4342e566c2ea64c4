/* Forms of words: ASCII is read byte by byte, other letters ask the Unicode standard. */
#include "formats/text/words/line_words.h"

#include <assert.h>

#include "base/unicode/unicode.h"

bool line_next_word(Text line, size_t *at, Text *word)
{
    size_t start = *at;

    while (start < line.size && ascii_is_blank(line.bytes[start]))
        start++;
    *at = start;
    while (*at < line.size && !ascii_is_blank(line.bytes[*at]))
        ++*at;
    *word = text_slice(line, (Range){start, *at});
    return word->size > 0;
}

/* ---- capitals ---- */

typedef struct LetterCount {
    size_t upper, lower;
    bool first_is_upper;
} LetterCount;

/* The letter at `at`, and whether it is a capital: 1, or a small one: -1; 0: it is none. `*size`: its bytes. */
static int letter_at(Text text, size_t at, size_t *size)
{
    char byte = text.bytes[at];
    uint32_t code_point;

    *size = 1;
    if (!(byte & 0x80))
        return ascii_is_upper(byte) - ascii_is_lower(byte);
    code_point = utf8_decode(text, at, size);
    return unicode_is_upper(code_point) ? 1 : -unicode_is_letter(code_point);
}

static LetterCount count_letters(Text text)
{
    LetterCount count = {0};
    size_t size;

    for (size_t at = 0; at < text.size; at += size) {
        int letter = letter_at(text, at, &size);
        bool upper = letter > 0;

        if (!letter)
            continue;
        if (count.upper + count.lower == 0)
            count.first_is_upper = upper;
        count.upper += upper;
        count.lower += !upper;
    }
    return count;
}

static int first_letter(Text word)
{
    int letter = 0;
    size_t size;

    for (size_t at = 0; at < word.size && !letter; at += size)
        letter = letter_at(word, at, &size);
    return letter;
}

bool word_begins_with_capital(Text word)
{
    return first_letter(word) > 0;
}

bool line_is_capitals(Text line)
{
    bool capitals = false;
    size_t size;

    for (size_t at = 0; at < line.size; at += size) {
        int letter = letter_at(line, at, &size);

        if (letter < 0)
            return false;
        capitals |= letter > 0;
    }
    return capitals;
}

bool word_is_particle(Text word)
{
    static WordList particles =
        WORD_LIST("a,about,after,amid,an,and,as,at,but,by,da,de,del,der,des,di,du,for,from,in,into,is,la,"
                  "le,nor,of,on,or,over,than,that,the,to,und,up,v.,via,von,vs.,with,within,y");

    return word.size <= 6 && line_is_one_of(word, &particles);
}

LetterCase line_case(Text line)
{
    LetterCount all = count_letters(line);
    size_t small_words = 0, words = 0;
    Text word;

    if (all.upper + all.lower == 0)
        return LETTERS_NONE;
    if (all.lower == 0)
        return LETTERS_CAPITAL;
    if (!all.first_is_upper)
        return LETTERS_LOWER_CASE;
    for (size_t at = 0; line_next_word(line, &at, &word);) {
        int letter = first_letter(word);

        if (!letter)
            continue;
        words++;
        small_words += letter < 0 && !word_is_particle(word);
    }
    return small_words * 6 < words ? LETTERS_HEADLINE : LETTERS_SENTENCE;
}

/* ---- stops ---- */

static Text without_closing_marks(Text line)
{
    static const Text marks[] = {LITERAL("\""), LITERAL("'"), LITERAL(")"), LITERAL("]"), LITERAL("”"),
                                 LITERAL("’"),  LITERAL("»"), LITERAL("*"), LITERAL("_")};

    if (line.size && (ascii_is_alnum(line.bytes[line.size - 1]) || byte_is_one_of(line.bytes[line.size - 1], ".,")))
        return line; /* most end so */
    for (size_t i = 0; i < COUNT_OF(marks); i++) {
        if (text_ends_with(line, marks[i])) {
            line.size -= marks[i].size;
            i = SIZE_MAX; /* from the first again: ".’”" */
        }
    }
    return line;
}

/* "U.S.", "Jr.", "J.": the stop belongs to the word. */
static bool is_abbreviation(Text word)
{
    static const Text known[] = {LITERAL("Jr."),  LITERAL("Sr."),   LITERAL("Inc."), LITERAL("Co."),
                                 LITERAL("Ltd."), LITERAL("Corp."), LITERAL("a.m."), LITERAL("p.m.")};

    return text_index_of(word, known, COUNT_OF(known)) < COUNT_OF(known) ||
           (word.size == 2 && ascii_is_upper(word.bytes[0])) ||
           (word.size >= 4 && word.bytes[word.size - 3] == '.' && ascii_is_upper(word.bytes[word.size - 2]));
}

Text line_first_word(Text line)
{
    size_t at = 0;
    Text word = {0};

    (void)line_next_word(line, &at, &word);
    return word;
}

Text line_last_word(Text line)
{
    size_t start = line.size;

    while (start && !ascii_is_blank(line.bytes[start - 1]))
        start--;
    return text_slice(line, (Range){start, line.size});
}

static bool ends_with_one_of(Text line, const char *stops)
{
    Text core = without_closing_marks(line);
    char last = core.size ? core.bytes[core.size - 1] : '\0';

    if (byte_is_one_of(last, stops))
        return last != '.' || !is_abbreviation(line_last_word(core));
    return (last & 0x80) && (text_ends_with(core, TEXT("。")) || text_ends_with(core, TEXT("।")));
}

bool line_ends_sentence(Text line)
{
    return ends_with_one_of(line, ".!?");
}

bool line_ends_with_stop(Text line)
{
    return ends_with_one_of(line, ".:;,");
}

/* ---- phrases ---- */

static bool letter_follows(Text line, size_t at)
{
    size_t size;

    return at < line.size && unicode_is_alnum(utf8_decode(line, at, &size));
}

bool line_begins_with(Text line, Text phrase)
{
    return phrase.size && line.size >= phrase.size &&
           ascii_to_lower(line.bytes[0]) == ascii_to_lower(phrase.bytes[0]) && /* seldom */
           text_equal_ignoring_case(text_slice(line, (Range){0, phrase.size}), phrase) &&
           !(ascii_is_alnum(phrase.bytes[phrase.size - 1]) && letter_follows(line, phrase.size));
}

/* Where a word is looked for first: its size and three of its bytes tell. */
static size_t first_slot(Text word)
{
    unsigned first = (unsigned char)ascii_to_lower(word.bytes[0]);
    unsigned second = (unsigned char)ascii_to_lower(word.bytes[word.size > 1]);
    unsigned last = (unsigned char)ascii_to_lower(word.bytes[word.size - 1]);
    uint32_t key = first | second << 8 | last << 16 | (uint32_t)word.size << 24;

    return key * 0x9E3779B1u >> 24;
}

static void index_list(WordList *list)
{
    const char *bytes = list->words.bytes;
    size_t count = 0;

    for (size_t start = 0, end, slot; start < list->words.size; start = end + 1) {
        for (end = start; end < list->words.size && bytes[end] != ',';)
            end++;
        for (slot = first_slot((Text){bytes + start, end - start}); list->slots[slot]; slot = (slot + 1) % WORD_SLOTS)
            ;
        list->slots[slot] = (uint16_t)(start + 1);
        count++;
    }
    assert(count < WORD_SLOTS / 2);
    list->is_indexed = true;
}

/* Does the list have the line at `start`, as one of its words? */
static bool has_at(Text list, size_t start, Text line)
{
    size_t end = start + line.size;

    return end <= list.size && (end == list.size || list.bytes[end] == ',') &&
           text_equal_ignoring_case((Text){list.bytes + start, line.size}, line);
}

bool line_is_one_of(Text line, WordList *list)
{
    if (!list->is_indexed)
        index_list(list);
    if (line.size == 0)
        return false;
    for (size_t slot = first_slot(line); list->slots[slot]; slot = (slot + 1) % WORD_SLOTS) {
        if (has_at(list->words, (size_t)list->slots[slot] - 1, line))
            return !memchr(line.bytes, ',', line.size); /* "photos,images" is two of them */
    }
    return false;
}

/* Can one of them begin there? Most blanks stand between words. */
static bool begins_gap(Text line, size_t at)
{
    char byte = line.bytes[at];

    if (byte == ' ')
        return at + 1 < line.size && byte_is_one_of(line.bytes[at + 1], "/-\xE2");
    return byte == '|' || (byte & 0x80);
}

bool line_next_piece(Text line, size_t *at, Text *piece)
{
    static const Text gaps[] = {LITERAL("|"),   LITERAL("•"),   LITERAL("·"),  LITERAL(" / "),
                                LITERAL(" - "), LITERAL(" – "), LITERAL(" — ")};
    size_t start = *at;

    if (start >= line.size)
        return false;
    for (size_t end = start; end < line.size; end++) {
        if (!begins_gap(line, end))
            continue;
        for (size_t i = 0; i < COUNT_OF(gaps); i++) {
            if (!text_starts_with(text_slice(line, (Range){end, line.size}), gaps[i]))
                continue;
            *piece = text_trim(text_slice(line, (Range){start, end}));
            *at = end + gaps[i].size;
            return true;
        }
    }
    *piece = text_trim(text_slice(line, (Range){start, line.size}));
    *at = line.size;
    return true;
}

size_t line_find_words(Text line, Text phrase)
{
    char first = phrase.size ? ascii_to_lower(phrase.bytes[0]) : '\0';

    for (size_t at = 0; at + phrase.size <= line.size; at++) {
        if (at < line.size && ascii_to_lower(line.bytes[at]) != first)
            continue;
        if ((at == 0 || !ascii_is_alnum(line.bytes[at - 1])) &&
            line_begins_with(text_slice(line, (Range){at, line.size}), phrase))
            return at;
    }
    return TEXT_NOT_FOUND;
}

/* ---- marks ---- */

static size_t link_number_size(Text line)
{
    size_t end = 1;

    if (line.size < 3 || line.bytes[0] != '[')
        return 0;
    while (end < line.size && ascii_is_digit(line.bytes[end]))
        end++;
    return end > 1 && end < line.size && line.bytes[end] == ']' ? end + 1 : 0;
}

/* The bytes of marks and numbers of links that a line begins with. */
static size_t marks_size(Text line)
{
    size_t start = 0, number;

    do {
        number = link_number_size(text_slice(line, (Range){start, line.size}));
        start += number;
        while (start < line.size && byte_is_one_of(line.bytes[start], "*_#`"))
            start++;
        if (start && start < line.size && line.bytes[start - 1] == '#' && line.bytes[start] != ' ')
            return 0; /* "#include" */
        while (start && start < line.size && ascii_is_blank(line.bytes[start]))
            start++;
    } while (number || (start < line.size && link_number_size(text_slice(line, (Range){start, line.size}))));
    return start;
}

/* Without the marks at the end, if others stood at the front or there are none within. */
static Text without_marks_behind(Text line, bool marks_before)
{
    size_t end = line.size;

    while (end && byte_is_one_of(line.bytes[end - 1], marks_before ? "*_`#" : "*_`"))
        end--;
    for (size_t i = 0; i < end && !marks_before; i++) {
        if (end < line.size && line.bytes[i] == line.bytes[end])
            return line;
    }
    return text_slice(line, (Range){0, end});
}

/* "The ferry.", "By Jane Doe": most lines and words. */
static bool has_no_marks(Text line)
{
    char last = line.size ? line.bytes[line.size - 1] : '\0';

    return line.size && ascii_is_alnum(line.bytes[0]) && (ascii_is_alnum(last) || last == '.' || last == ',');
}

Text line_without_marks(Text line)
{
    size_t start;

    if (has_no_marks(line))
        return line;
    line = text_trim(line);
    start = marks_size(line);
    return text_trim(without_marks_behind(text_slice(line, (Range){start, line.size}), start > 0));
}

Text line_stripped(Text line, const char *before, const char *behind)
{
    while (line.size && byte_is_one_of(line.bytes[0], before))
        line = text_slice(line, (Range){1, line.size});
    while (line.size && byte_is_one_of(line.bytes[line.size - 1], behind))
        line.size--;
    return line;
}

/* Eight bytes at once: those that go on in a code point have the first bit and not the second. */
size_t line_columns(Text line)
{
    const uint64_t ones = UINT64_MAX / 255;
    size_t count = 0, i = 0;

    for (uint64_t word; i + sizeof word <= line.size; i += sizeof word) {
        memcpy(&word, line.bytes + i, sizeof word);
        count += sizeof word - (size_t)(((word >> 7 & ~(word >> 6) & ones) * ones) >> 56);
    }
    for (; i < line.size; i++)
        count += ((unsigned char)line.bytes[i] & 0xC0) != 0x80;
    return count;
}
