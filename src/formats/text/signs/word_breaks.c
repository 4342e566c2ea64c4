/*
 * Of "ferry-" and "man" it is asked, in this order: do the lines say "ferryman" or "ferry-man" elsewhere; is the second part a name or a
 * number; are both parts words of their own here; does the text break words at all (then many lines end so).
 */
#include "formats/text/signs/word_breaks.h"

enum { WORD_LONGEST = 64, FIRST_CAPACITY = 1024 };

static bool byte_is_hyphen_or_blank(char byte)
{
    return byte == '-' || ascii_is_blank(byte);
}

static bool is_word_byte(char byte)
{
    return ascii_is_alnum(byte) || (unsigned char)byte >= 0x80 || byte == '\'';
}

static uint32_t hash_word(uint32_t hash, Text word)
{
    for (size_t i = 0; i < word.size; i++)
        hash = hash_byte(hash, ascii_to_lower(word.bytes[i]));
    return hash;
}

static uint32_t hash_end(uint32_t hash)
{
    hash = hash_finish(hash);
    return hash ? hash : 1; /* 0 is a free place */
}

/* ---- the words of the text ---- */

/* Where a word stands in the table, or would. */
static size_t place_of(const WordBreaks *breaks, uint32_t hash)
{
    size_t at = hash & (breaks->capacity - 1);

    while (breaks->words[at] && breaks->words[at] != hash)
        at = (at + 1) & (breaks->capacity - 1);
    return at;
}

static void grow(Arena *arena, WordBreaks *breaks)
{
    WordBreaks old = *breaks;

    breaks->capacity = old.capacity ? old.capacity * 2 : FIRST_CAPACITY;
    breaks->words = ARENA_ARRAY(arena, uint32_t, breaks->capacity);
    for (size_t i = 0; i < old.capacity; i++) {
        if (old.words[i])
            breaks->words[place_of(breaks, old.words[i])] = old.words[i];
    }
}

static void enter(Arena *arena, WordBreaks *breaks, uint32_t hash)
{
    size_t at;

    if (breaks->count * 2 >= breaks->capacity)
        grow(arena, breaks);
    at = place_of(breaks, hash);
    breaks->count += breaks->words[at] == 0;
    breaks->words[at] = hash;
}

static bool knows(const WordBreaks *breaks, uint32_t hash)
{
    return breaks->capacity && breaks->words[place_of(breaks, hash)] != 0;
}

/* The end of the word that begins at `start`, hyphens within it included. */
static size_t word_end(Text text, size_t start)
{
    size_t end = start;

    while (end < text.size &&
           (is_word_byte(text.bytes[end]) ||
            (text.bytes[end] == '-' && end > start && end + 1 < text.size && is_word_byte(text.bytes[end + 1]))))
        end++;
    return end;
}

/* Not what is broken at a line's end, either half: that is what is asked about. */
static bool is_broken(Text text, Range word)
{
    return (word.end < text.size && text.bytes[word.end] == '-') || (word.start && text.bytes[word.start - 1] == '-');
}

static void read_words(Arena *arena, WordBreaks *breaks, Text text)
{
    bool after_hyphen = false;

    for (size_t at = 0; at < text.size;) {
        Range word = {at, word_end(text, at)};

        if (range_is_empty(word)) {
            breaks->lines += text.bytes[at] == '\n';
            breaks->broken +=
                text.bytes[at] == '\n' && at >= 2 && text.bytes[at - 1] == '-' && ascii_is_lower(text.bytes[at - 2]);
            after_hyphen = text.bytes[at] == '\n' && at && text.bytes[at - 1] == '-';
            at++;
            continue;
        }
        if (range_size(word) <= WORD_LONGEST && !after_hyphen && !is_broken(text, word))
            enter(arena, breaks, hash_end(hash_word(HASH_START, text_slice(text, word))));
        after_hyphen = false;
        at = word.end;
    }
    breaks->lines++;
}

/* ---- how lines are joined ---- */

size_t line_hyphen_size(Text line)
{
    static const Text hyphens[] = {LITERAL("-"), LITERAL("\u2010"), LITERAL("\u00AD")};

    for (size_t i = 0; i < COUNT_OF(hyphens); i++) {
        if (text_ends_with(line, hyphens[i]))
            return hyphens[i].size;
    }
    return 0;
}

/* The word that a line ends with, its hyphen taken off; the parts before other hyphens too. */
static Text last_word(Text line)
{
    size_t start = line.size;

    while (start && (is_word_byte(line.bytes[start - 1]) || line.bytes[start - 1] == '-'))
        start--;
    return text_slice(line, (Range){start, line.size});
}

static Text first_word(Text line)
{
    return text_slice(line, (Range){0, word_end(line, 0)});
}

/* "two-" + "and three-year": the hyphen stands for a part that follows. */
static bool is_suspended(Text right)
{
    static const Text words[] = {LITERAL("and"), LITERAL("or"),   LITERAL("to"),
                                 LITERAL("und"), LITERAL("oder"), LITERAL("bis")};

    return TEXT_IS_ONE_OF(right, words);
}

/* "well-known", "self-made": what is written with a hyphen more often than not. */
static bool is_first_part(Text left)
{
    static const Text parts[] = {
        LITERAL("well"),  LITERAL("self"), LITERAL("ex"),    LITERAL("non"),    LITERAL("anti"),  LITERAL("pro"),
        LITERAL("vice"),  LITERAL("mid"),  LITERAL("half"),  LITERAL("long"),   LITERAL("short"), LITERAL("high"),
        LITERAL("low"),   LITERAL("part"), LITERAL("full"),  LITERAL("all"),    LITERAL("co"),    LITERAL("two"),
        LITERAL("three"), LITERAL("four"), LITERAL("first"), LITERAL("second"), LITERAL("third"), LITERAL("post"),
        LITERAL("pre"),   LITERAL("new"),  LITERAL("old"),   LITERAL("hard"),   LITERAL("far"),   LITERAL("near")};

    return TEXT_IS_ONE_OF(left, parts);
}

static bool joins_in_capitals(Text left, Text right)
{
    return left.size > 1 && right.size > 1 && ascii_is_upper(left.bytes[left.size - 1]) &&
           ascii_is_upper(left.bytes[left.size - 2]) && ascii_is_upper(right.bytes[0]) && ascii_is_upper(right.bytes[1]);
}

static LineJoint hyphen_joint(const WordBreaks *breaks, Text left, Text right)
{
    uint32_t start = hash_word(HASH_START, left);
    bool whole = knows(breaks, hash_end(hash_word(start, right)));
    bool parted = knows(breaks, hash_end(hash_word(hash_byte(start, '-'), right)));

    if (is_suspended(right))
        return JOINT_BLANK;
    if (whole != parted)
        return whole ? JOINT_DROP_HYPHEN : JOINT_NONE;
    if (!ascii_is_lower(right.bytes[0]) && (unsigned char)right.bytes[0] < 0x80 && !joins_in_capitals(left, right))
        return JOINT_NONE;
    if (text_find_byte(left, '-', 0) != TEXT_NOT_FOUND || is_first_part(left))
        return JOINT_NONE;
    if (knows(breaks, hash_end(start)) && knows(breaks, hash_end(hash_word(HASH_START, right))))
        return JOINT_NONE;
    return breaks->broken * 25 > breaks->lines ? JOINT_DROP_HYPHEN : JOINT_NONE;
}

/* Chinese and Japanese have no blanks between words. */
static bool has_no_blanks(Text line, Text next)
{
    size_t size;
    uint32_t last = utf8_decode(line, utf8_previous(line, line.size), &size), first = utf8_decode(next, 0, &size);

    return last >= 0x2E80 && last < 0xFF00 && (last < 0xAC00 || last > 0xD7A3) && first >= 0x2E80 &&
           (first < 0xAC00 || first > 0xD7A3);
}

/* "so—" + "and": it was broken behind the dash, where no blank was. */
static bool ends_with_dash(Text line)
{
    Text dash = TEXT("—");

    return text_ends_with(line, dash) && line.size > dash.size && !ascii_is_blank(line.bytes[line.size - dash.size - 1]);
}

/* "captain --": what a hyphen ends is a dash, with a blank before it or none. */
static bool is_dash(Text line, size_t hyphen)
{
    return line.size > hyphen && byte_is_hyphen_or_blank(line.bytes[line.size - hyphen - 1]);
}

/* "captain--": it stands behind a word, and before the next. */
static bool is_dash_in_words(Text line)
{
    return line.size > 2 && text_ends_with(line, TEXT("--")) && !byte_is_hyphen_or_blank(line.bytes[line.size - 3]);
}

/* "https://example.com/well-" + "known": an address goes on. */
static bool ends_in_address(Text line)
{
    size_t start = line.size;
    Text last;

    while (start && !ascii_is_blank(line.bytes[start - 1]))
        start--;
    last = text_slice(line, (Range){start, line.size});
    return text_find(last, TEXT("://"), 0) != TEXT_NOT_FOUND || text_find(last, TEXT("www."), 0) != TEXT_NOT_FOUND;
}

LineJoint line_joint(Arena *arena, WordBreaks *breaks, Text text, Text line, Text next)
{
    size_t hyphen = line_hyphen_size(line);
    Text left, right = first_word(next);

    if (line.size == 0 || next.size == 0)
        return JOINT_BLANK;
    if (hyphen == 0)
        return ends_with_dash(line) || has_no_blanks(line, next) ? JOINT_NONE : JOINT_BLANK;
    if (is_dash(line, hyphen))
        return is_dash_in_words(line) ? JOINT_NONE : JOINT_BLANK;
    if (hyphen == 1 && ends_in_address(line))
        return JOINT_NONE;
    left = last_word(text_slice(line, (Range){0, line.size - hyphen}));
    if (left.size == 0 || right.size == 0)
        return JOINT_BLANK; /* a dash */
    if (line.bytes[line.size - 1] == '\xAD')
        return JOINT_DROP_HYPHEN;
    if (breaks->lines == 0)
        read_words(arena, breaks, text);
    return hyphen_joint(breaks, left, right);
}
