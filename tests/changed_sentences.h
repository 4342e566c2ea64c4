/*
 * Sentences of texts, and what makes another one of them: a name, a number, a negation changed or left out. The words are the tests' own.
 */
#ifndef QUOIN_TESTS_CHANGED_SENTENCES_H
#define QUOIN_TESTS_CHANGED_SENTENCES_H

#include "formats/formats.h"
#include "own_texts.h"
#include "vectors.h"

enum { MOST_WORDS = 60, TRIES = 400 };

static uint64_t random_state;

static inline size_t random_below(size_t count)
{
    random_state = random_state * 6364136223846793005u + 1442695040888963407u;
    return count ? (size_t)(random_state >> 33) % count : 0;
}

#define PICK(array) ((array)[random_below(COUNT_OF(array))])

/* ---- sentences ---- */

typedef struct Sentence {
    Text text; /* that it stands in */
    Range range;
} Sentence;

typedef struct Sentences {
    Sentence *items;
    size_t count, capacity;
} Sentences;

typedef struct Words {
    Text items[MOST_WORDS];
    size_t count;
} Words;

static inline Words split(Text text)
{
    Words words = {.count = 0};
    Text word;

    for (size_t at = 0; words.count < MOST_WORDS && text_next_part(text, ' ', &at, &word);)
        words.items[words.count++] = word;
    return words;
}

static inline Text join(Arena *arena, const Words *words)
{
    Text parts[2 * MOST_WORDS];

    for (size_t i = 0; i < words->count; i++) {
        parts[2 * i] = words->items[i];
        parts[2 * i + 1] = TEXT(" ");
    }
    return arena_join(arena, parts, words->count ? 2 * words->count - 1 : 0);
}

/* Sentences of 6 to 40 words in lines of their own, which end with a stop. */
static inline void add_sentences(Arena *arena, Text text, Sentences *sentences)
{
    size_t start = 0;

    for (size_t i = 0; i < text.size; i++) {
        bool line = text.bytes[i] == '\n';
        Range range = {start, i};
        size_t words;

        if (!line && !(strchr(".!?", text.bytes[i]) && i + 1 < text.size &&
                       (text.bytes[i + 1] == ' ' || text.bytes[i + 1] == '\n')))
            continue;
        start = i + 1;
        if (line)
            continue;
        while (range.start < range.end && ascii_is_blank(text.bytes[range.start]))
            range.start++;
        words = split(text_slice(text, range)).count;
        if (words >= 6 && words <= 40)
            ARRAY_PUSH(arena, *sentences, ((Sentence){text, range}));
        start += start < text.size && text.bytes[start] == ' ';
    }
}

/* ---- words of the test ---- */

static inline Text core(Text word)
{
    while (word.size &&
           !(ascii_is_alpha(word.bytes[0]) || ascii_is_digit(word.bytes[0]) || (unsigned char)word.bytes[0] >= 0xC3))
        word = text_slice(word, (Range){1, word.size});
    while (word.size && !(ascii_is_alpha(word.bytes[word.size - 1]) || ascii_is_digit(word.bytes[word.size - 1])))
        word.size--;
    return word;
}

static const Text number_words[] = {
    LITERAL("two"),      LITERAL("three"),     LITERAL("four"),    LITERAL("five"),     LITERAL("six"),
    LITERAL("seven"),    LITERAL("eight"),     LITERAL("nine"),    LITERAL("ten"),      LITERAL("eleven"),
    LITERAL("twelve"),   LITERAL("forty"),     LITERAL("hundred"), LITERAL("thousand"), LITERAL("million"),
    LITERAL("first"),    LITERAL("second"),    LITERAL("third"),   LITERAL("half"),     LITERAL("twice"),
    LITERAL("dozen"),    LITERAL("one"),       LITERAL("once"),    LITERAL("fourteen"), LITERAL("twenty"),
    LITERAL("thirty"),   LITERAL("fifty"),     LITERAL("sixty"),   LITERAL("double"),   LITERAL("pair"),
    LITERAL("billion"),  LITERAL("percent"),   LITERAL("quarter"), LITERAL("fourth"),   LITERAL("single"),
    LITERAL("hundreds"), LITERAL("thousands"), LITERAL("fifth"),   LITERAL("sixth"),    LITERAL("tenth"),
    LITERAL("couple")};
static const Text negations[] = {LITERAL("not"),     LITERAL("no"),      LITERAL("never"),   LITERAL("nothing"),
                                 LITERAL("nobody"),  LITERAL("none"),    LITERAL("neither"), LITERAL("nor"),
                                 LITERAL("without"), LITERAL("hardly"),  LITERAL("cannot"),  LITERAL("refused"),
                                 LITERAL("denied"),  LITERAL("failed"),  LITERAL("rarely"),  LITERAL("seldom"),
                                 LITERAL("unable"),  LITERAL("unless"),  LITERAL("except"),  LITERAL("almost"),
                                 LITERAL("nearly"),  LITERAL("alleged"), LITERAL("former"),  LITERAL("declined"),
                                 LITERAL("barely"),  LITERAL("nowhere"), LITERAL("reject"),  LITERAL("rejected")};
static const Text pronouns[] = {LITERAL("i"),    LITERAL("we"),  LITERAL("he"),    LITERAL("she"),
                                LITERAL("they"), LITERAL("you"), LITERAL("me"),    LITERAL("us"),
                                LITERAL("him"),  LITERAL("her"), LITERAL("them"),  LITERAL("my"),
                                LITERAL("our"),  LITERAL("his"), LITERAL("their"), LITERAL("your")};

static inline bool has_digit(Text word)
{
    for (size_t i = 0; i < word.size; i++) {
        if (ascii_is_digit(word.bytes[i]) || word.bytes[i] == '%' || word.bytes[i] == '$')
            return true;
    }
    return false;
}

static inline bool is_number(Text word)
{
    Text part;

    for (size_t at = 0; text_next_part(core(word), '-', &at, &part);) {
        if (TEXT_IS_ONE_OF(part, number_words))
            return true;
    }
    return has_digit(word) || text_starts_with(word, TEXT("£")) || text_starts_with(word, TEXT("½"));
}

static inline bool is_negation(Text word)
{
    Text inner = core(word);

    return TEXT_IS_ONE_OF(inner, negations) || text_ends_with(inner, TEXT("n't")) || text_ends_with(inner, TEXT("n’t"));
}

/* Two or more letters, all of them capitals. */
static inline bool is_in_capitals(Text word)
{
    Text inner = core(word);

    for (size_t i = 0; i < inner.size; i++) {
        if (ascii_is_lower(inner.bytes[i]))
            return false;
    }
    return inner.size > 1;
}

/* "BY" of "WON THIS ELECTION, BY A LOT" is no name. */
static inline bool is_among_capitals(const Words *words, size_t at)
{
    return is_in_capitals(words->items[at]) && ((at > 0 && is_in_capitals(words->items[at - 1])) ||
                                                (at + 1 < words->count && is_in_capitals(words->items[at + 1])));
}

/* A capital letter inside a sentence; `words` is what it stands in. */
static inline bool is_name(const Words *words, size_t at)
{
    static const Text ends[] = {LITERAL("."), LITERAL(":"),  LITERAL("!"), LITERAL("?"), LITERAL("”"),
                                LITERAL("’"), LITERAL("\""), LITERAL("'"), LITERAL("…"), LITERAL("--")};
    static const Text none[] = {LITERAL("The"), LITERAL("A"), LITERAL("An"), LITERAL("And"), LITERAL("But")};
    Text inner = core(words->items[at]);

    if (at == 0 || inner.size < 2 || !ascii_is_upper(inner.bytes[0]) || inner.bytes[0] == 'I' ||
        inner.bytes != words->items[at].bytes || core(words->items[at - 1]).size == 0 ||
        text_ends_with(inner, TEXT("s")) || TEXT_IS_ONE_OF(inner, none) || is_among_capitals(words, at))
        return false;
    for (size_t i = 0; i < COUNT_OF(ends); i++) {
        if (text_ends_with(words->items[at - 1], ends[i]))
            return false;
    }
    return true;
}

/* May an editor change it: a word in small letters that is no name, number, negation or pronoun. */
static inline bool is_free(Text word)
{
    Text inner = core(word);

    if (inner.size == 0 || is_number(word) || is_negation(word) || TEXT_IS_ONE_OF(inner, pronouns) ||
        inner.size != text_trim(inner).size)
        return false;
    for (size_t i = 0; i < inner.size; i++) {
        if (!ascii_is_lower(inner.bytes[i]))
            return false;
    }
    return true;
}

/* The word with its inner part replaced: marks stay. */
static inline Text with_core(Arena *arena, Text word, Text inner)
{
    Text old = core(word);
    size_t before = (size_t)(old.bytes - word.bytes);

    return arena_join(arena,
                      (const Text[]){text_slice(word, (Range){0, before}), inner,
                                     text_slice(word, (Range){before + old.size, word.size})},
                      3);
}

/* ---- look-alikes ---- */

static const Text other_names[2][16] = {
    {LITERAL("Beta"), LITERAL("Hanover"), LITERAL("Okonjo"), LITERAL("Ruiz"), LITERAL("Lindqvist"), LITERAL("Paris"),
     LITERAL("Tallis"), LITERAL("Chen"), LITERAL("Monday"), LITERAL("April"), LITERAL("NATO"), LITERAL("Welsh"),
     LITERAL("McCoy"), LITERAL("iPad"), LITERAL("Zürich"), LITERAL("Ann")},
    {LITERAL("Gamma"), LITERAL("Bergen"), LITERAL("Adeyemi"), LITERAL("Novak"), LITERAL("Castellano"), LITERAL("Lagos"),
     LITERAL("Whitfield"), LITERAL("Park"), LITERAL("Friday"), LITERAL("October"), LITERAL("OPEC"), LITERAL("Danish"),
     LITERAL("MacLeod"), LITERAL("eBay"), LITERAL("Málaga"), LITERAL("Joe")}};
/* With their values: what has the same one is the same number in another form. */
static const Text other_numbers[2][8] = {
    {LITERAL("137"), LITERAL("thirty-nine"), LITERAL("88"), LITERAL("seventy-one"), LITERAL("1,250"), LITERAL("2043"),
     LITERAL("a hundred and four"), LITERAL("3.59")},
    {LITERAL("176"), LITERAL("sixty-three"), LITERAL("97"), LITERAL("fifty-eight"), LITERAL("4,803"), LITERAL("1938"),
     LITERAL("two hundred and nine"), LITERAL("0.47")}};
static const Text other_values[2][8] = {{LITERAL("137"), LITERAL("39"), LITERAL("88"), LITERAL("71"), LITERAL("1,250"),
                                         LITERAL("2043"), LITERAL("104"), LITERAL("3.59")},
                                        {LITERAL("176"), LITERAL("63"), LITERAL("97"), LITERAL("58"), LITERAL("4,803"),
                                         LITERAL("1938"), LITERAL("209"), LITERAL("0.47")}};
static const Text turned[2][12][2] = {{{LITERAL("is"), LITERAL("is not")},
                                       {LITERAL("was"), LITERAL("wasn’t")},
                                       {LITERAL("will"), LITERAL("won’t")},
                                       {LITERAL("can"), LITERAL("cannot")},
                                       {LITERAL("always"), LITERAL("never")},
                                       {LITERAL("all"), LITERAL("none")},
                                       {LITERAL("had"), LITERAL("had not")},
                                       {LITERAL("would"), LITERAL("would never")},
                                       {LITERAL("with"), LITERAL("without")},
                                       {LITERAL("more"), LITERAL("less")},
                                       {LITERAL("before"), LITERAL("after")},
                                       {LITERAL("the"), LITERAL("not the")}},
                                      {{LITERAL("are"), LITERAL("aren’t")},
                                       {LITERAL("were"), LITERAL("were hardly")},
                                       {LITERAL("could"), LITERAL("couldn't")},
                                       {LITERAL("has"), LITERAL("hasn’t")},
                                       {LITERAL("said"), LITERAL("denied")},
                                       {LITERAL("every"), LITERAL("no")},
                                       {LITERAL("have"), LITERAL("have never")},
                                       {LITERAL("should"), LITERAL("should not")},
                                       {LITERAL("possible"), LITERAL("impossible")},
                                       {LITERAL("up"), LITERAL("down")},
                                       {LITERAL("last"), LITERAL("next")},
                                       {LITERAL("to"), LITERAL("not to")}}};

static inline bool change_name(Arena *arena, Words *words, int set)
{
    for (int i = 0; i < TRIES; i++) {
        size_t at = random_below(words->count);
        Text other = other_names[set][random_below(16)];

        if (!is_name(words, at) || text_find(core(words->items[at]), other, 0) != TEXT_NOT_FOUND)
            continue;
        words->items[at] = with_core(arena, words->items[at], other);
        return true;
    }
    return false;
}

static inline bool change_number(Arena *arena, Words *words, int set)
{
    for (int i = 0; i < TRIES; i++) {
        size_t at = random_below(words->count), row = random_below(8);
        Text other = other_numbers[set][row];

        if (!is_number(words->items[at]) || core(words->items[at]).size == 0 ||
            text_find(words->items[at], other, 0) != TEXT_NOT_FOUND ||
            text_find(words->items[at], other_values[set][row], 0) != TEXT_NOT_FOUND)
            continue;
        words->items[at] = with_core(arena, words->items[at], other);
        return true;
    }
    return false;
}

static inline bool change_negation(Arena *arena, Words *words, int set)
{
    for (int i = 0; i < TRIES; i++) {
        size_t at = random_below(words->count), row = random_below(12);

        if (is_negation(words->items[at]) && at > 0 && at + 1 < words->count &&
            text_equal(words->items[at], TEXT("not"))) {
            memmove(words->items + at, words->items + at + 1, (words->count - at - 1) * sizeof words->items[0]);
            words->count--;
            return true;
        }
        if (!text_equal(core(words->items[at]), turned[set][row][0]))
            continue;
        words->items[at] = with_core(arena, words->items[at], turned[set][row][1]);
        return true;
    }
    return false;
}

typedef bool (*Change)(Arena *arena, Words *words, int set);

/* "US" and "U.S." */
static inline bool are_same_letters(Text a, Text b)
{
    size_t i = 0, j = 0;

    for (; i < a.size || j < b.size; i++, j++) {
        while (i < a.size && a.bytes[i] == '.')
            i++;
        while (j < b.size && b.bytes[j] == '.')
            j++;
        if (i < a.size && j < b.size ? a.bytes[i] != b.bytes[j] : i < a.size || j < b.size)
            return false;
    }
    return true;
}

/* Two names, each in the place of the other. */
static inline bool exchange_names(Arena *arena, Words *words, int set)
{
    (void)set;
    for (int i = 0; i < TRIES; i++) {
        size_t a = random_below(words->count), b = random_below(words->count);
        Text first = core(words->items[a]), second = core(words->items[b]);

        if (!is_name(words, a) || !is_name(words, b) || are_same_letters(first, second))
            continue;
        words->items[a] = with_core(arena, words->items[a], second);
        words->items[b] = with_core(arena, words->items[b], first);
        return true;
    }
    return false;
}

/* A name or a number is left out, inside the sentence. */
static inline bool leave_out(Arena *arena, Words *words, int set)
{
    (void)arena;
    (void)set;
    for (int i = 0; i < TRIES && words->count > 8; i++) {
        size_t at = 1 + random_below(words->count - 2);

        if (!is_name(words, at) && !is_number(words->items[at]))
            continue;
        memmove(words->items + at, words->items + at + 1, (words->count - at - 1) * sizeof words->items[0]);
        words->count--;
        return true;
    }
    return false;
}

/* ---- texts ---- */

/* The sentences of an article of any form. */
static inline void add_article_sentences(Arena *arena, const char *path, Sentences *sentences)
{
    File *file = ARENA_NEW(arena, File);
    Report report;
    Article *article;

    report_init(&report, arena, text_from(path));
    if (!file_open(file, path, &report))
        return;
    article = article_read(arena, file, NULL, &report);
    if (article) {
        (void)article_index(article, SIZE_MAX);
        add_sentences(arena, arena_copy(arena, article->text), sentences);
    }
    file_close(file);
}

/*
 * The paths in `folder` that tests/vectors/anchors/samples.txt names: what is drawn by chance is drawn from these, so that a text which is
 * added somewhere moves no sample.
 */
static inline bool next_sample(Text list, Text folder, size_t *at, Text *path)
{
    while (text_next_part(list, '\n', at, path)) {
        if (text_starts_with(*path, folder))
            return true;
    }
    return false;
}

static inline Text samples_read(Arena *arena)
{
    char path[VECTOR_PATH];
    Text list;

    vector_path(path, "tests/vectors/anchors", "samples.txt");
    ok(vector_read(arena, path, &list), "the list of samples can be read");
    return list;
}

/* Those of the marked texts of tests/vectors/speakers. */
static inline Documents sample_documents(Arena *arena)
{
    Documents all = own_texts(arena, "tests/vectors/speakers", MARKED_QUOTATIONS, 50), some = {0};
    Text list = samples_read(arena), path;

    for (size_t at = 0, i; next_sample(list, TEXT("tests/vectors/speakers/"), &at, &path);) {
        for (i = 0; i < all.count && !text_ends_with(path, all.items[i].id); i++)
            ;
        if (ok(i < all.count, "%.*s is there", TEXT_ARGS(path)))
            ARRAY_PUSH(arena, some, all.items[i]);
    }
    return some;
}

#endif
