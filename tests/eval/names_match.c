/* Words are runs of letters and digits, joined by hyphens, apostrophes and full stops inside; possessives are
 * cut. */
#include "eval/names_match.h"

#include "base/unicode/fold.h"
#include "base/unicode/unicode.h"

typedef ARRAY(Text) Words;

static bool is_word_byte(char byte)
{
    return ascii_is_digit(byte) || ascii_is_lower(byte);
}

/* Bytes of a letter or a digit of any script at `at`; 0: there is none. */
static size_t letter_size(Text text, size_t at)
{
    size_t size = 1;

    if ((unsigned char)text.bytes[at] < 0x80)
        return is_word_byte(text.bytes[at]);
    return unicode_is_alnum(utf8_decode(text, at, &size)) ? size : 0;
}

static bool is_possessive(Text text, size_t at)
{
    return at + 1 < text.size && text.bytes[at] == '\'' && text.bytes[at + 1] == 's' &&
           (at + 2 == text.size || !is_word_byte(text.bytes[at + 2]));
}

static Words words_of(Arena *scratch, Text text)
{
    Text folded = fold_copy(scratch, text);
    Words words = {0};

    for (size_t at = 0; at < folded.size;) {
        size_t start = at;

        if (!letter_size(folded, at)) {
            at++;
            continue;
        }
        while (at < folded.size && !is_possessive(folded, at) &&
               (letter_size(folded, at) ||
                ((folded.bytes[at] == '-' || folded.bytes[at] == '\'' || folded.bytes[at] == '.') &&
                 at + 1 < folded.size && is_word_byte(folded.bytes[at + 1]))))
            at += letter_size(folded, at) ? letter_size(folded, at) : 1;
        ARRAY_PUSH(scratch, words, text_slice(folded, (Range){start, at}));
        if (is_possessive(folded, at))
            at += 2;
    }
    return words;
}

static bool is_one_of(Text word, const char *const *list)
{
    for (; *list; list++) {
        if (text_equal(word, text_from(*list)))
            return true;
    }
    return false;
}

/* The words of a name without honorifics before and suffixes after. */
static Words name_of(Arena *scratch, Text text)
{
    static const char *const honorifics[] = {
        "mr",         "mrs",       "ms",        "miss",     "dr",          "sen",           "gov",
        "rep",        "president", "senator",   "governor", "secretary",   "gen",           "col",
        "sgt",        "rev",       "prof",      "lt",       "st",          "sir",           "lord",
        "lady",       "mx",        "judge",     "justice",  "congressman", "congresswoman", "representative",
        "ambassador", "minister",  "professor", "general",  "vice",        "prime",         "chairman",
        "chief",      NULL};
    static const char *const suffixes[] = {"jr", "sr", "ii", "iii", "iv", "phd", "md", "qc", NULL};
    Words words = words_of(scratch, text);

    while (words.count > 1 && is_one_of(words.items[0], honorifics)) {
        words.items++;
        words.count--;
    }
    while (words.count > 1 && is_one_of(words.items[words.count - 1], suffixes))
        words.count--;
    return words;
}

static bool same_last(Words a, Words b)
{
    return a.count && b.count && text_equal(a.items[a.count - 1], b.items[b.count - 1]);
}

bool names_share_last(Arena *scratch, Text a, Text b)
{
    return same_last(name_of(scratch, a), name_of(scratch, b));
}

static bool has_word(Words words, Text word)
{
    for (size_t i = 0; i < words.count; i++) {
        if (text_equal(words.items[i], word))
            return true;
    }
    return false;
}

bool names_share_full(Arena *scratch, Text predicted, Text gold)
{
    Words a = name_of(scratch, predicted), b = name_of(scratch, gold);

    if (!same_last(a, b))
        return false;
    return b.count < 2 || (a.count > 1 && has_word(a, b.items[0]));
}

static Words content_of(Arena *scratch, Text text)
{
    static const char *const small[] = {"the", "a",  "an",   "of",   "in",  "for",  "and", "to",  "at",
                                        "on",  "by", "with", "from", "who", "that", "his", "her", "their",
                                        "its", "s",  "as",   "is",   "was", "said", "one", NULL};
    Words words = words_of(scratch, text), content = {0};

    for (size_t i = 0; i < words.count; i++) {
        if (!is_one_of(words.items[i], small) && !has_word(content, words.items[i]))
            ARRAY_PUSH(scratch, content, words.items[i]);
    }
    return content.count ? content : words;
}

bool phrases_overlap(Arena *scratch, Text a, Text b)
{
    Words first = content_of(scratch, a), second = content_of(scratch, b);
    size_t shared = 0;

    for (size_t i = 0; i < first.count; i++)
        shared += has_word(second, first.items[i]);
    return shared && 2 * shared >= (first.count < second.count ? first.count : second.count);
}
