/* A kind is a pattern that is repeated; a linear generator (Numerical Recipes' constants) draws what differs, the same each time. */
#include "text_kinds.h"

#include <stdint.h>
#include <stdio.h>

#include "base/count_of.h"

static uint32_t state, named;

static uint32_t draw(uint32_t below)
{
    state = state * 1664525u + 1013904223u;
    return (state >> 8) % below;
}

/* The name of that number: "Bako", "Meridu". */
static void put_name(FILE *file, uint32_t number)
{
    static const char consonants[] = "bdfghklmnprstvz", vowels[] = "aeiou";

    for (int syllable = 0; syllable < 2 || number; syllable++) {
        char consonant = consonants[number % 15];

        (void)fputc(syllable ? consonant : consonant - 'a' + 'A', file);
        (void)fputc(vowels[number / 15 % 5], file);
        number /= 75;
    }
}

/*
 * The pattern of a kind, once. "%": one of a hundred names; "@": a name that nobody had before; "&": a first name; "~": a small word; "^": a Chinese
 * character; "\a": any of what makes trouble. All else stands for itself.
 */
static void put_pattern(FILE *file, const char *pattern)
{
    static const char *const first[] = {"Agnes", "Piet", "Lourdes", "Tom", "Marta", "John", "Mary", "Paul"};
    static const char *const words[] = {"ferry", "road", "money", "council", "winter",
                                        "plans", "town", "vote",  "harbour", "school"};
    static const char *const troubles[] = {"a",  "A", "B1", ".", ",", "\"", "'", " ",
                                           "\n", "“", "”",  "-", "é", "É",  "漢"};

    for (; *pattern; pattern++) {
        uint32_t character = 0x4E00 + draw(0x5000);

        if (*pattern == '%')
            put_name(file, draw(100));
        else if (*pattern == '@')
            put_name(file, 100 + named++);
        else if (*pattern == '&')
            (void)fputs(first[draw(8)], file);
        else if (*pattern == '~')
            (void)fputs(words[draw(10)], file);
        else if (*pattern == '\a')
            (void)fputs(troubles[draw(15)], file);
        else if (*pattern == '^')
            (void)fprintf(file, "%c%c%c", 0xE0 | (int)(character >> 12), 0x80 | (int)(character >> 6 & 0x3F),
                          0x80 | (int)(character & 0x3F));
        else
            (void)fputc(*pattern, file);
    }
}

#define NEWS                                                                                                               \
    "“We have seen what the ~ did in %,” said & %, who runs the ~ of %. In the ~ and on the ~, Ms. % added, people "   \
    "had stopped"                                                                                                          \
    " asking when the ~ would come back. He called the ~ “a small mercy” and told the % Courier that it would not be " \
    "the last."

/* Over the promise: a paragraph each three or four bytes; a turn each 11 bytes with speaker, words and source. */
const TextKind text_kinds[] = {
    {"news", NEWS "\n\n", TEXT_BYTES_PROMISED},
    {"news in one paragraph", NEWS " ", TEXT_BYTES_PROMISED},
    {"words", "~ ", TEXT_BYTES_PROMISED},
    {"lines of one word", "~\n", TEXT_BYTES_PROMISED},
    {"paragraphs of one word", "~\n\n", TEXT_BYTES_PROMISED},
    {"paragraphs of one letter", "a\n\n", TEXT_BYTES_PROMISED},
    {"blank lines", "\f", TEXT_BYTES_PROMISED},
    {"letters", "a ", TEXT_BYTES_PROMISED},
    {"capitals", "A B ", TEXT_BYTES_PROMISED},
    {"initials", "A. ", TEXT_BYTES_PROMISED},
    {"abbreviations", "U.S. ", TEXT_BYTES_PROMISED},
    {"figures", "1 2 ", TEXT_BYTES_PROMISED},
    {"one word without an end", "x", TEXT_BYTES_PROMISED},
    {"signs", ".", TEXT_BYTES_PROMISED},
    {"signs and blanks", ", ", TEXT_BYTES_PROMISED},
    {"items of lists", "- a\n", TEXT_BYTES_PROMISED},
    {"Chinese", "^^^^^^^^^^^^。", TEXT_BYTES_PROMISED},
    {"Chinese characters apart", "^ ", TEXT_BYTES_PROMISED},
    {"small quotations", "“a” ", TEXT_BYTES_PROMISED},
    {"small quotations in ASCII", "\"a\" ", TEXT_BYTES_PROMISED},
    {"quotations in quotations", "“a“a“a“a“a“a”””””” ", TEXT_BYTES_PROMISED},
    {"opening marks", "“", TEXT_BYTES_PROMISED},
    {"straight marks", "\"", TEXT_BYTES_PROMISED},
    {"what he said", "“No.” He said she said they said it. ", TEXT_BYTES_PROMISED},
    {"a hundred speakers", "“No,” said %. ", TEXT_BYTES_PROMISED},
    {"whom nobody quoted before", "“No,” said @.\n\n", TEXT_BYTES_PROMISED},
    {"reports", "He said so. ", TEXT_BYTES_PROMISED},
    {"turns of a transcript", "BECK: No.\n\n", 17},
    {"descriptions in turns", "BECK: You know that the ~ told us and the old baker said “it is no use at all”.\n\n",
     TEXT_BYTES_PROMISED},
    {"letters of degrees", "MD, ", TEXT_BYTES_PROMISED},
    {"one name", "Mr. Smith Jones Brown ", TEXT_BYTES_PROMISED},
    {"a hundred names", "& % met % and Mr. %. ", TEXT_BYTES_PROMISED},
    {"names that nobody had before", "& @ met @ and Mr. @. ", TEXT_BYTES_PROMISED},
    {"nothing but such names", "& @, ", TEXT_BYTES_PROMISED},
    {"organisations", "North Atlantic Treaty Organization (NATO) ", TEXT_BYTES_PROMISED},
    {"German news",
     "Der ~ ist in % nicht zu haben. „Das hat mit der ~ zu tun“, sagte & %, die aus der ~ kommt. & % rief: »Nein!«\n\n",
     TEXT_BYTES_PROMISED},
    {"Spanish talk", "—No es la ~ de los ~ —dijo & %, que en la ~ era el %—. No lo sé.\n\n", TEXT_BYTES_PROMISED},
    {"small quotations in German", "der und das „a“ ", TEXT_BYTES_PROMISED},
    {"names in German", "die & @ und & @, ", TEXT_BYTES_PROMISED},
    {"closing marks", "”", TEXT_BYTES_PROMISED},
    {"single marks", "‘", TEXT_BYTES_PROMISED},
    {"apostrophes", "' ", TEXT_BYTES_PROMISED},
    {"guillemets", "« ", TEXT_BYTES_PROMISED},
    {"low marks", "„ ", TEXT_BYTES_PROMISED},
    {"corner marks", "「", TEXT_BYTES_PROMISED},
    {"all marks", "\"'“”‘’„‚«»‹›「」『』", TEXT_BYTES_PROMISED},
    {"labels", "A: ", TEXT_BYTES_PROMISED},
    {"labels in lines", "A:\n", 18},
    {"labels in paragraphs", "A: a\n\n", 16},
    {"verbs of saying", "said ", TEXT_BYTES_PROMISED},
    {"verbs of saying in paragraphs", "said\n\n", TEXT_BYTES_PROMISED},
    {"verbs and names", "said & ", TEXT_BYTES_PROMISED},
    {"dashes", "— ", TEXT_BYTES_PROMISED},
    {"dashes in lines", "—\n", TEXT_BYTES_PROMISED},
    {"turns with dashes", "— No.\n\n", TEXT_BYTES_PROMISED},
    {"turns in one line", "BECK: No. ", TEXT_BYTES_PROMISED},
    {"given names", "& ", TEXT_BYTES_PROMISED},
    {"names in lines", "& %\n", TEXT_BYTES_PROMISED},
    {"brackets", "(", TEXT_BYTES_PROMISED},
    {"pronouns and descriptions", "She said the ~ told him. ", TEXT_BYTES_PROMISED},
    {"French marks", "le et les des « a », dit-il. ", TEXT_BYTES_PROMISED},
    {"Spanish dashes", "—el de los que —dijo— ", TEXT_BYTES_PROMISED},
    {"Italian marks", "il che di per «a», ha detto &. ", TEXT_BYTES_PROMISED},
    {"Portuguese dashes", "— o que os não uma — disse &.\n\n", TEXT_BYTES_PROMISED},
    {"Dutch marks", "de het een ‘a’, zei &. ", TEXT_BYTES_PROMISED},
    {"Polish dashes", "— nie to się na — powiedział &.\n\n", TEXT_BYTES_PROMISED},
    {"Russian dashes", "— и в не на что мы, — сказал &.\n\n", TEXT_BYTES_PROMISED},
    {"Japanese marks", "「はい」と言った。", TEXT_BYTES_PROMISED},
    {"Chinese marks", "他说：“是的。”", TEXT_BYTES_PROMISED},
    {"whatever makes trouble", "\a\a\a\a", TEXT_BYTES_PROMISED},
};

const size_t text_kind_count = COUNT_OF(text_kinds);

size_t text_kind_write(const TextKind *kind, const char *path, size_t bytes)
{
    FILE *file = fopen(path, "w");
    long size = 0;

    state = 1;
    named = 0;
    if (!file)
        return 0;
    while (size >= 0 && (size_t)size < bytes) {
        for (int i = 0; i < 16; i++)
            put_pattern(file, kind->pattern);
        size = ftell(file);
    }
    (void)fclose(file);
    return (size_t)size;
}
