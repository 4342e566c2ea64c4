/*
 * Where given quotations are found. The rows of tests/vectors/anchors/ are single cases. Then properties over texts of our own: a sentence
 * of a text is changed, and looked for. When the text has a look-alike in its place, with another name, number or negation, it must
 * not be found; when an editor changed it, it must be, where it stands. The words by which sentences are changed are the test's own.
 * With a seed and folders as arguments their plain texts are measured instead.
 */
#include <time.h>

#include "article/anchors/anchor_report.h"
#include "base/unicode/fold.h"
#include "base/unicode/unicode.h"
#include "formats/formats.h"
#include "formats/text/plain_text.h"
#include "changed_sentences.h"

enum { LOOKALIKES = 600, CHANGES = 600 };

/* ---- one case ---- */

static const char *const refusal_names[] = {"not", "too-much", "name",  "number",   "negation", "opposite",
                                            "who", "measure",  "marks", "language", "cut"};

static AnchorResult find_in(Arena *arena, Text text, Text given, Text speaker)
{
    const Article *article = article_from_text(arena, text);
    AnchorSearch search;
    Anchor anchor = {.exact = given, .speaker = speaker, .is_quotation = true};

    anchor_search_init(&search, arena, article);
    return anchor_find(&search, &anchor);
}

/* "differs", "ambiguous", "number" for what was refused. */
static Text outcome_name(const AnchorResult *result)
{
    if (result->outcome == ANCHOR_AMBIGUOUS)
        return TEXT("ambiguous");
    if (result->outcome == ANCHOR_FOUND)
        return quote_match_name(result->match);
    if (result->outcome == ANCHOR_WORDLESS)
        return TEXT("wordless");
    return text_from(refusal_names[result->compared.refusal]);
}

/* "outcome | given | text" or "outcome | given | text | found". */
static void test_row(Text row)
{
    Text parts[5] = {{0}};
    Arena arena = {0};
    AnchorResult result;
    size_t count = 0;

    for (size_t at = 0; count < 5 && text_next_part(row, '|', &at, &parts[count]); count++)
        parts[count] = text_trim(parts[count]);
    result = find_in(&arena, parts[2], parts[1], TEXT("Nobody"));
    if (!ok(text_equal(outcome_name(&result), parts[0]), "%.*s (%.*s)", TEXT_ARGS(row), TEXT_ARGS(outcome_name(&result))))
        printf("# \"%.*s\", cost %zu\n", TEXT_ARGS(text_slice(parts[2], result.compared.range)), result.compared.cost);
    if (parts[3].size)
        ok(text_equal(text_slice(parts[2], result.range), parts[3]), "found: \"%.*s\"",
           TEXT_ARGS(text_slice(parts[2], result.range)));
    arena_release(&arena);
}

static void test_rows(const char *name)
{
    char path[VECTOR_PATH];
    Arena arena = {0};
    Text rows, row;

    vector_path(path, "tests/vectors/anchors", name);
    if (!ok(vector_read(&arena, path, &rows), "%s can be read", name))
        return;
    for (size_t at = 0; text_next_part(rows, '\n', &at, &row);) {
        if (row.size && row.bytes[0] != '#')
            test_row(row);
    }
    arena_release(&arena);
}

/* ---- look-alikes ---- */

typedef struct Tally {
    size_t tried, right;
} Tally;

static Text text_with(Arena *arena, const Sentence *sentence, Text other)
{
    return arena_join(arena,
                      (const Text[]){text_slice(sentence->text, (Range){0, sentence->range.start}), other,
                                     text_slice(sentence->text, (Range){sentence->range.end, sentence->text.size})},
                      3);
}

static void show(const char *what, Text given, Text there, const AnchorResult *result)
{
    printf("# %s (%.*s): given \"%.*s\"\n#   \"%.*s\"\n", what, TEXT_ARGS(outcome_name(result)), TEXT_ARGS(given),
           TEXT_ARGS(there));
}

/* Is most of the sentence said elsewhere too, as in a headline? */
static bool occurs_again(Arena *arena, const Sentence *sentence, const Words *words)
{
    Words middle = {.count = words->count - 2};
    Needle needle;
    Range match;

    memcpy(middle.items, words->items + 1, middle.count * sizeof words->items[0]);
    needle_init(&needle, arena, join(arena, &middle));
    return (needle_find(&needle, sentence->text, 0, sentence->range.start, &match)) ||
           needle_find(&needle, sentence->text, sentence->range.end, sentence->text.size, &match);
}

/* Some words around the first that differ: quotations are seldom whole sentences. */
static Text part_of(Arena *arena, const Words *words, const Words *other)
{
    size_t at = 0, first, end;
    Words part = {.count = 0};

    while (at < words->count && at < other->count && text_equal(words->items[at], other->items[at]))
        at++;
    first = at - random_below(at < 5 ? at + 1 : 5);
    if (words->count < other->count && first == at && at > 0) /* what was dropped stands between two words */
        first--;
    end = at + 2 + random_below(6);
    for (size_t i = first; i < end && i < words->count; i++)
        part.items[part.count++] = words->items[i];
    return join(arena, &part);
}

/* The words of a text, each between blanks, in small letters: what a change of marks alone leaves. */
static Text bare_words(Arena *arena, Text text)
{
    char *bytes = arena_alloc(arena, text.size + 2);
    size_t count = 0;

    bytes[count++] = ' ';
    for (size_t i = 0; i < text.size; i++) {
        char byte = text.bytes[i];
        bool is_mark =
            (unsigned char)byte == 0xE2 || text_starts_with(text_slice(text, (Range){i, text.size}), TEXT("§"));
        bool is_part = ascii_is_alpha(byte) || ascii_is_digit(byte) || strchr("$%&+@#", byte) ||
                       ((unsigned char)byte >= 0x80 && !is_mark);

        if (is_mark) /* “ ” ‘ ’ – — … § */
            i += (unsigned char)byte == 0xE2 ? 2 : 1;
        if (is_part)
            bytes[count++] = ascii_to_lower(byte);
        else if (bytes[count - 1] != ' ')
            bytes[count++] = ' ';
    }
    if (bytes[count - 1] != ' ')
        bytes[count++] = ' ';
    return (Text){bytes, count};
}

/* The text has the look-alike, or the quotation is the look-alike of what the text has. */
static void try_lookalike(const Sentence *sentence, Change change, int set, Tally *tally)
{
    Arena arena = {0};
    Text whole = text_slice(sentence->text, sentence->range), text = sentence->text, given;
    Words words = split(whole), other = words;
    AnchorResult result;

    if (!occurs_again(&arena, sentence, &words) && change(&arena, &other, set)) {
        bool swapped = random_below(2) == 0;

        if (swapped)
            text = text_with(&arena, sentence, join(&arena, &other));
        if (random_below(2) == 0 || text_starts_with(join(&arena, &other), join(&arena, &words)) ||
            text_starts_with(join(&arena, &words), join(&arena, &other)))
            given = swapped ? whole : join(&arena, &other);
        else
            given = swapped ? part_of(&arena, &words, &other) : part_of(&arena, &other, &words);
        if (text_find(bare_words(&arena, text), bare_words(&arena, given), 0) != TEXT_NOT_FOUND) {
            arena_release(&arena); /* the part is not changed */
            return;
        }
        result = find_in(&arena, text, given, TEXT("Bob"));
        tally->tried++;
        if (result.outcome > ANCHOR_AMBIGUOUS || !range_overlaps(result.range, sentence->range))
            tally->right++;
        else
            show("taken", given, text_slice(text, result.range), &result);
    }
    arena_release(&arena);
}

static void test_lookalikes(const char *what, const Sentences *sentences, int set, uint64_t seed)
{
    static const Change changes[] = {change_name, change_number, change_negation, exchange_names, leave_out};
    Tally tally = {0};

    random_state = seed;
    for (size_t i = 0; i < LOOKALIKES * 8 && tally.tried < LOOKALIKES; i++)
        try_lookalike(&sentences->items[random_below(sentences->count)], changes[i % 5], set, &tally);
    ok(tally.tried >= 500, "%s: %zu look-alikes, seed %llu", what, tally.tried, (unsigned long long)seed);
    ok(tally.right == tally.tried, "%s: %zu of %zu look-alikes are taken", what, tally.tried - tally.right, tally.tried);
}

/* ---- what an editor changes ---- */

static const Text added[2][8] = {{LITERAL("really"), LITERAL("also"), LITERAL("just"), LITERAL("that"), LITERAL("very"),
                                  LITERAL("quite"), LITERAL("indeed"), LITERAL("clearly")},
                                 {LITERAL("actually"), LITERAL("too"), LITERAL("so"), LITERAL("perhaps"),
                                  LITERAL("simply"), LITERAL("now"), LITERAL("the"), LITERAL("certainly")}};
static const Text replaced[2][8] = {{LITERAL("matter"), LITERAL("house"), LITERAL("stated"), LITERAL("make"),
                                     LITERAL("plain"), LITERAL("there"), LITERAL("people"), LITERAL("while")},
                                    {LITERAL("issue"), LITERAL("building"), LITERAL("noted"), LITERAL("bring"),
                                     LITERAL("obvious"), LITERAL("that"), LITERAL("residents"), LITERAL("though")}};

static size_t free_word(const Words *words)
{
    for (int i = 0; i < TRIES; i++) {
        size_t at = random_below(words->count);

        if (is_free(words->items[at]))
            return at;
    }
    return words->count;
}

static bool add_word(Arena *arena, Words *words, int set)
{
    size_t at = 1 + random_below(words->count - 1);

    (void)arena;
    if (words->count == MOST_WORDS || !is_free(words->items[at - 1]) ||
        words->items[at - 1].size != core(words->items[at - 1]).size)
        return false;
    memmove(words->items + at + 1, words->items + at, (words->count - at) * sizeof words->items[0]);
    words->items[at] = added[set][random_below(8)];
    words->count++;
    return true;
}

static bool drop_word(Arena *arena, Words *words, int set)
{
    size_t at = free_word(words);

    (void)arena;
    (void)set;
    if (at == words->count || words->items[at].size != core(words->items[at]).size)
        return false;
    memmove(words->items + at, words->items + at + 1, (words->count - at - 1) * sizeof words->items[0]);
    words->count--;
    return true;
}

static bool replace_word(Arena *arena, Words *words, int set)
{
    size_t at = free_word(words);

    if (at == words->count)
        return false;
    words->items[at] = with_core(arena, words->items[at], replaced[set][random_below(8)]);
    return true;
}

/* A letter doubled, dropped, or exchanged with the next. */
static bool mistype(Arena *arena, Words *words, int set)
{
    size_t at = free_word(words), letter, kind = random_below(3);
    Text word, inner;

    (void)set;
    if (at == words->count || (inner = core(words->items[at])).size < 5)
        return false;
    letter = 1 + random_below(inner.size - 2);
    word = arena_join(
        arena,
        (const Text[]){text_slice(inner, (Range){0, letter}),
                       kind == 1 ? TEXT("") : text_slice(inner, (Range){letter + (kind == 2), letter + 1 + (kind == 2)}),
                       kind == 2 ? text_slice(inner, (Range){letter, letter + 1}) : TEXT(""),
                       text_slice(inner, (Range){letter + (kind != 0) + (kind == 2), inner.size})},
        4);
    if (is_number(word) || is_negation(word)) /* "there" and "three" */
        return false;
    words->items[at] = with_core(arena, words->items[at], word);
    return true;
}

static Text replace_all(Arena *arena, Text text, Text old, Text new)
{
    TextBuffer buffer = {0};
    size_t at = 0, found;

    while ((found = text_find(text, old, at)) != TEXT_NOT_FOUND) {
        text_buffer_add(arena, &buffer, text_slice(text, (Range){at, found}));
        text_buffer_add(arena, &buffer, new);
        at = found + old.size;
    }
    text_buffer_add(arena, &buffer, text_slice(text, (Range){at, text.size}));
    return text_buffer_text(&buffer);
}

static bool respell(Arena *arena, Words *words, int set)
{
    static const Text spellings[][2] = {
        {LITERAL("or"), LITERAL("our")},  {LITERAL("our"), LITERAL("or")},    {LITERAL("ize"), LITERAL("ise")},
        {LITERAL("ise"), LITERAL("ize")}, {LITERAL("er"), LITERAL("re")},     {LITERAL("l"), LITERAL("ll")},
        {LITERAL("ogue"), LITERAL("og")}, {LITERAL("ense"), LITERAL("ence")}, {LITERAL("ae"), LITERAL("e")},
        {LITERAL("ey"), LITERAL("ay")},   {LITERAL("c"), LITERAL("s")},       {LITERAL("mme"), LITERAL("m")}};

    (void)set;
    for (int i = 0; i < TRIES; i++) {
        size_t at = free_word(words);
        const Text *spelling = PICK(spellings);

        if (at == words->count || core(words->items[at]).size < 5 ||
            text_find(core(words->items[at]), spelling[0], 2) == TEXT_NOT_FOUND)
            continue;
        words->items[at] =
            with_core(arena, words->items[at], replace_all(arena, core(words->items[at]), spelling[0], spelling[1]));
        return !is_number(words->items[at]);
    }
    return false;
}

static Text in_capitals(Arena *arena, Text word)
{
    TextBuffer buffer = {0};

    for (size_t i = 0; i < word.size; i++)
        text_buffer_add(arena, &buffer, (Text){(const char[]){ascii_to_upper(word.bytes[i])}, 1});
    return text_buffer_text(&buffer);
}

/* Other marks, blanks and cases for the same words. */
static bool reset_type(Arena *arena, Words *words, int set)
{
    static const Text marks[][2] = {
        {LITERAL("’"), LITERAL("'")},   {LITERAL("“"), LITERAL("\"")},        {LITERAL("”"), LITERAL("\"")},
        {LITERAL("—"), LITERAL(" - ")}, {LITERAL(","), LITERAL("")},          {LITERAL("fi"), LITERAL("ﬁ")},
        {LITERAL("e"), LITERAL("é")},   {LITERAL("th"), LITERAL("t\u00ADh")}, {LITERAL("-"), LITERAL("\u2011")},
        {LITERAL("…"), LITERAL("...")}, {LITERAL(";"), LITERAL(",")},         {LITERAL("ffi"), LITERAL("ﬃ")}};
    size_t at = random_below(words->count);
    Text whole;

    (void)set;
    if (random_below(4) == 0) {
        for (size_t i = 0; i < words->count; i++)
            words->items[i] = random_below(2) ? in_capitals(arena, words->items[i]) : words->items[i];
        return true;
    }
    if (at + 1 < words->count && random_below(3) == 0) {
        words->items[at] = arena_join(arena, (const Text[]){words->items[at], TEXT("\u00A0"), words->items[at + 1]}, 3);
        memmove(words->items + at + 1, words->items + at + 2, (words->count - at - 2) * sizeof words->items[0]);
        words->count--;
        return true;
    }
    whole = join(arena, words);
    for (int i = 0; i < 3; i++) {
        const Text *mark = PICK(marks);

        if (!(text_equal(mark[0], TEXT(",")) && has_digit(whole)))
            whole = replace_all(arena, whole, mark[0], mark[1]);
    }
    *words = split(whole);
    return true;
}

static const struct EditorChange {
    const char *name;
    Change change;
} editor_changes[] = {{"type", reset_type},     {"spelling", respell},       {"mistyped", mistype},
                      {"word added", add_word}, {"word dropped", drop_word}, {"word replaced", replace_word}};

enum { EDITOR_CHANGES = COUNT_OF(editor_changes) };

static void try_change(const Sentence *sentence, const struct EditorChange *change, int set, Tally *tally)
{
    Arena arena = {0};
    Text whole = text_slice(sentence->text, sentence->range), given;
    Words words = split(whole);
    AnchorResult result;

    if (change->change(&arena, &words, set)) {
        given = join(&arena, &words);
        result = find_in(&arena, sentence->text, given, (Text){0});
        tally->tried++;
        if (result.outcome <= ANCHOR_AMBIGUOUS && range_overlaps(result.range, sentence->range))
            tally->right++;
        else
            show(change->name, given, whole, &result);
    }
    arena_release(&arena);
}

static void test_changes(const char *what, const Sentences *sentences, int set, uint64_t seed)
{
    Tally tallies[EDITOR_CHANGES] = {{0}};
    size_t tried = 0, right = 0;

    random_state = seed;
    for (size_t i = 0; i < CHANGES; i++)
        try_change(&sentences->items[random_below(sentences->count)], &editor_changes[i % EDITOR_CHANGES], set,
                   &tallies[i % EDITOR_CHANGES]);
    for (size_t i = 0; i < EDITOR_CHANGES; i++) {
        printf("# %s, %s: %zu of %zu found\n", what, editor_changes[i].name, tallies[i].right, tallies[i].tried);
        tried += tallies[i].tried;
        right += tallies[i].right;
    }
    ok(tried >= 400 && right * 100 >= tried * 97, "%s: %zu of %zu changed sentences are found, seed %llu", what, right,
       tried, (unsigned long long)seed);
}

/* ---- texts ---- */

static void measure(const char *what, const Sentences *sentences, int set, uint64_t seed)
{
    bool enough = sentences->count >= 100;

    ok(enough, "%s: %zu sentences", what, sentences->count);
    if (!enough)
        return;
    test_lookalikes(what, sentences, set, seed);
    test_changes(what, sentences, set, seed);
}

static void test_own_texts(void)
{
    Arena arena = {0};
    Text list = samples_read(&arena), path;
    Documents documents = sample_documents(&arena);
    Sentences seen = {0}, unseen = {0};

    for (size_t at = 0; next_sample(list, TEXT("articles/"), &at, &path);)
        add_article_sentences(&arena, own_path(&arena, arena_join(&arena, &path, 1).bytes), &seen);
    for (size_t i = 0; i < documents.count; i++)
        add_sentences(&arena, documents.items[i].text, &unseen);
    measure("texts that the rules were made with", &seen, 0, 20260101);
    measure("other texts, other words", &unseen, 1, 20260102);
    arena_release(&arena);
}

/* ---- work ---- */

/* "w12", or "wbc": what has digits is a number. */
static Text any_word(Arena *arena, size_t vocabulary, bool digits)
{
    size_t number = vocabulary ? random_below(vocabulary)
                               : (size_t)1 << random_below(12) | random_below((size_t)1 << random_below(12));
    Text word = arena_printf(arena, "w%zu ", number);
    char *letters = arena_alloc(arena, word.size);

    for (size_t i = 0; i < word.size; i++)
        letters[i] = (char)(!digits && ascii_is_digit(word.bytes[i]) ? word.bytes[i] - '0' + 'a' : word.bytes[i]);
    return (Text){letters, word.size};
}

/* A text of so many different words, or of words as often as in a language (Zipf), and anchors that are not in it. */
static void test_work(size_t bytes, size_t anchors, size_t vocabulary, bool digits, size_t most)
{
    Arena arena = {0};
    TextBuffer text = {0};
    AnchorSearch search;
    size_t found = 0;

    random_state = 20260104;
    while (text.count < bytes)
        text_buffer_add(&arena, &text, any_word(&arena, vocabulary, digits));
    anchor_search_init(&search, &arena, article_from_text(&arena, text_buffer_text(&text)));
    for (size_t i = 0; i < anchors; i++) {
        TextBuffer given = {0};

        for (int word = 0; word < 12; word++)
            text_buffer_add(&arena, &given, any_word(&arena, vocabulary, digits));
        found += anchor_find(&search, &(Anchor){.exact = text_buffer_text(&given), .is_quotation = true}).outcome <=
                 ANCHOR_AMBIGUOUS;
    }
    ok(found == 0 && !search.exhausted, "%zu missing anchors in %zu bytes are all looked for", anchors, bytes);
    ok(search.work < most, "that takes %zu steps, fewer than %zu", search.work, most);
    arena_release(&arena);
}

/* Where all words are common the search ends in proportion to the text. */
static void test_bound(size_t bytes)
{
    Arena arena = {0};
    TextBuffer text = {0};
    AnchorSearch search;
    AnchorResult result = {0};

    while (text.count < bytes)
        text_buffer_add(&arena, &text, TEXT("a b "));
    anchor_search_init(&search, &arena, article_from_text(&arena, text_buffer_text(&text)));
    for (int i = 0; i < 10000 && !search.exhausted; i++)
        result = anchor_find(&search, &(Anchor){.exact = TEXT("a b a b b a b a"), .is_quotation = true});
    ok(search.exhausted && result.outcome == ANCHOR_UNSEARCHED,
       "%zu bytes of common words: the search ends, and says so", bytes);
    ok(search.work < search.allowed + bytes, "after %zu steps of %zu", search.work, search.allowed);
    arena_release(&arena);
}

/* What stands beside a passage is looked at for each quotation that is near it: a run of what is no word may be as long as the file. */
static void test_long_gap(const char *what, const char *repeated, size_t times)
{
    enum { ANCHORS = 400, MOST_SECONDS = 3 };
    Arena arena = {0};
    TextBuffer text = {0};
    clock_t begin = clock();
    AnchorSearch search;
    size_t found = 0;

    text_buffer_add(&arena, &text, TEXT("A "));
    for (size_t i = 0; i < times; i++)
        text_buffer_add(&arena, &text, text_from(repeated));
    text_buffer_add(&arena, &text, TEXT(" The cat sat on the mat and looked at the sea."));
    anchor_search_init(&search, &arena, article_from_text(&arena, text_buffer_text(&text)));
    for (size_t i = 0; i < ANCHORS; i++) {
        Anchor anchor = {.exact = TEXT("The cat sat on the mat and looked at the lake"), .is_quotation = true};

        found += anchor_find(&search, &anchor).outcome <= ANCHOR_AMBIGUOUS;
    }
    ok(clock() - begin < MOST_SECONDS * CLOCKS_PER_SEC,
       "many %s are looked at a few times, not once for each quotation (%zu found)", what, found);
    arena_release(&arena);
}

int main(int argument_count, char **arguments)
{
    (void)unicode_init("C.UTF-8");
    if (argument_count == 1) {
        test_rows("pairs.txt");
        test_own_texts();
        test_work(1000 * 1000, 1000, 0, true, 1000 * 1000);
        test_work(1000 * 1000, 1000, 0, false, 1000 * 1000);
        test_work(1000 * 1000, 1000, 300, true, 3 * 1000 * 1000);
        test_work(1000 * 1000, 1000, 300, false, 3 * 1000 * 1000);
        test_bound(200 * 1000);
        test_long_gap("brackets", "(", 3 * 1000 * 1000);
        test_long_gap("invisible characters", "\xE2\x80\x8B", 300 * 1000);
    }
    for (int i = 2; i < argument_count; i++) {
        Arena arena = {0};
        Documents documents = {0};
        Sentences sentences = {0};

        if (!ok(documents_read(&arena, arguments[i], MARKED_QUOTATIONS, &documents), "%s can be read", arguments[i]))
            break;
        for (size_t text = 0; text < documents.count; text++)
            add_sentences(&arena, documents.items[text].text, &sentences);
        for (int set = 0; set < 2; set++)
            measure(arguments[i], &sentences, set, (uint64_t)strtoull(arguments[1], NULL, 10) + (uint64_t)set);
        arena_release(&arena);
    }
    return tap_done();
}
