/*
 * What language a text is in, by its first words. Small words tell: of a hundred words of news thirty and more are articles, prepositions and
 * the like, of which a language has its own. Most texts are English, and say so soon:
 *
 *     "the", "and", "that" …   eight in the first 120 words: English, and nothing else is looked at
 *
 * Otherwise all lists are held against the beginning. A language is taken when one word in nine is its own, a fifth more than of any
 * other, English among them; or else it stays English. Where there are no blanks, letters tell:
 * kana, or none beside those of Chinese; so they do of Russian.
 */
#include "analysis/languages/language.h"
#include "analysis/languages/word_bits.h"
#include "base/unicode/unicode.h"

enum {
    SAMPLE_BYTES = 6000,
    SAMPLE_WORDS = 600,
    QUICK_WORDS = 120,
    QUICK_ENGLISH = 8,
    LEAST_FOUND = 3,
    MARGIN = 6, /* sixths more than the next */
    MARGIN_OF = 5,
    SHARE = 9,          /* one word in so many is its own */
    LEAST_LETTERS = 12, /* of scripts without blanks */
    KANA_SHARE = 8
};

#define ENGLISH_WORDS                                                                                                  \
    "the of and to in a is that for on with was as by it at from his said have has be are this which an but not they " \
    "he "                                                                                                              \
    "her she were or its their who will would been had there more after when than about into could you we i"

/* Bytes of a sign that is not ASCII: a quotation mark, a dash, a hard blank; 0: none. */
static size_t sign_size(Text text, size_t at)
{
    Text rest = text_slice(text, (Range){at, text.size});

    if (rest.bytes[0] == '\xE2')
        return rest.size < 3 ? rest.size : 3;
    return text_starts_with(rest, TEXT("«")) || text_starts_with(rest, TEXT("»")) ||
                   text_starts_with(rest, TEXT("\xC2\xA0"))
               ? 2
               : 0;
}

/* The next word from `*at` on. */
static bool next_word(Text text, size_t *at, Text *word)
{
    size_t start = *at;

    while (start < text.size && !ascii_is_alpha(text.bytes[start])) {
        size_t sign = (unsigned char)text.bytes[start] < 0x80 ? 1 : sign_size(text, start);

        if (!sign)
            break;
        start += sign;
    }
    for (*at = start; *at < text.size; ++*at) {
        if (!ascii_is_alpha(text.bytes[*at]) && ((unsigned char)text.bytes[*at] < 0x80 || sign_size(text, *at)))
            break;
    }
    *word = text_slice(text, (Range){start, *at});
    return start < text.size;
}

/* Languages that have no table, beside one that has: their texts are not taken for it. */
static const Text strangers[] = {
    LITERAL("och att det som en på är av för med till den har de inte om ett han men var sig från så kan nu när"), /* Swedish */
    LITERAL("og at det som en på er af for med til den har de ikke om et han men var sig fra så kan nu når ble jeg"), /* Danish, Norwegian */
    LITERAL("i el la de que a en per amb els les un una es va no del al ha com més són dels aquest però seva"), /* Catalan */
    LITERAL("și de a la în că cu o nu pe un din se care sunt au este pentru fost mai după lui dar"), /* Romanian */
    LITERAL("a v se na že je s o i z do to by ve jako pro ale po za byl jsou podle který jeho od které však"), /* Czech, Slovak */
    LITERAL("die en van het in is nie wat vir dat met op sy hy te om by deur was hulle aan as ook word"), /* Afrikaans */
};

static bool is_plainly_english(Text sample)
{
    static const Text words[] = {LITERAL("the"),  LITERAL("and"),  LITERAL("that"), LITERAL("with"),
                                 LITERAL("from"), LITERAL("said"), LITERAL("have"), LITERAL("which")};
    size_t english = 0, count = 0;
    Text word;

    for (size_t at = 0; count < QUICK_WORDS && next_word(sample, &at, &word); count++) {
        if (word.size < 3 || word.size > 5)
            continue;
        for (size_t i = 0; i < COUNT_OF(words); i++)
            english += text_equal(word, words[i]);
        if (english >= QUICK_ENGLISH)
            return true;
    }
    return false;
}

/* Letters that Russian has and others of its script have not, and none that only these have. */
static bool has_russian_letters(Text sample)
{
    static const Text others[] = {LITERAL("і"), LITERAL("ї"), LITERAL("є"), LITERAL("ј"), LITERAL("љ"), LITERAL("ў"),
                                  LITERAL("ө"), LITERAL("ү"), LITERAL("ә"), LITERAL("қ"), LITERAL("ғ"), LITERAL("ң")};

    for (size_t i = 0; i < COUNT_OF(others); i++) {
        if (text_find(sample, others[i], 0) != TEXT_NOT_FOUND)
            return false;
    }
    return text_find(sample, TEXT("ы"), 0) != TEXT_NOT_FOUND || text_find(sample, TEXT("э"), 0) != TEXT_NOT_FOUND;
}

/* Japanese, Chinese, Russian, or COUNT where most letters are of other scripts. */
static LanguageId by_letters(Text sample)
{
    size_t size, kana = 0, han = 0, cyrillic = 0, others = 0;

    for (size_t at = 0; at < sample.size; at += size) {
        uint32_t code_point = utf8_decode(sample, at, &size);

        kana += code_point >= 0x3040 && code_point <= 0x30FF;
        han += code_point >= 0x4E00 && code_point <= 0x9FFF;
        others += size == 1 ? ascii_is_alpha(sample.bytes[at]) : code_point < 0x3000 && unicode_is_letter(code_point);
        cyrillic += code_point >= 0x400 && code_point < 0x530;
        others += code_point >= 0xAC00 && code_point <= 0xD7A3;
    }
    if (cyrillic >= LEAST_LETTERS && cyrillic * 2 > others && has_russian_letters(sample))
        return LANGUAGE_RUSSIAN;
    if (kana + han < LEAST_LETTERS || kana + han < others)
        return LANGUAGE_COUNT;
    return kana * KANA_SHARE > han ? LANGUAGE_JAPANESE : LANGUAGE_CHINESE;
}

enum { CANDIDATES = LANGUAGE_COUNT + COUNT_OF(strangers) };

static void count_words(Arena *scratch, Text sample, size_t found[CANDIDATES], size_t *words)
{
    WordBits table = {.arena = scratch};
    Text word;

    word_bits_add_list(&table, TEXT(ENGLISH_WORDS), 1u << LANGUAGE_ENGLISH);
    for (size_t i = LANGUAGE_ENGLISH + 1; i < CANDIDATES; i++)
        word_bits_add_list(
            &table, i < LANGUAGE_COUNT ? language_info((LanguageId)i)->function_words : strangers[i - LANGUAGE_COUNT],
            1u << i);
    for (size_t at = 0; *words < SAMPLE_WORDS && next_word(sample, &at, &word); ++*words) {
        uint32_t bits = word.size ? word_bits_find(&table, language_word_hash(word)) : 0;

        for (size_t i = 0; bits; i++, bits >>= 1)
            found[i] += bits & 1;
    }
}

static LanguageId by_words(Arena *scratch, Text sample)
{
    size_t found[CANDIDATES] = {0}, words = 0, best = LANGUAGE_ENGLISH, second = 0;

    count_words(scratch, sample, found, &words);
    for (size_t i = 0; i < CANDIDATES; i++)
        best = found[i] > found[best] ? i : best;
    for (size_t i = 0; i < LANGUAGE_COUNT; i++)
        second = i != best && found[i] > second ? found[i] : second;
    if (best >= LANGUAGE_COUNT || found[best] < LEAST_FOUND || found[best] * SHARE < words ||
        found[best] * MARGIN_OF < second * MARGIN || best == LANGUAGE_RUSSIAN)
        return LANGUAGE_ENGLISH;
    return (LanguageId)best;
}

LanguageId language_of_article(Arena *scratch, const Article *article)
{
    LanguageId given = language_of_tag(article_field(article, FIELD_LANGUAGE)), found;
    Text sample = text_slice(article->text, (Range){0, SAMPLE_BYTES});

    if (given != LANGUAGE_COUNT)
        return given;
    if (is_plainly_english(sample))
        return LANGUAGE_ENGLISH;
    found = by_letters(sample);
    return found != LANGUAGE_COUNT ? found : by_words(scratch, sample);
}
