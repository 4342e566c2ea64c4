/*
 * Each mention of a name votes, and what most say is right. Two kinds with the same number: nothing is sure. What the text says of it
 * ("the novel X") is worth more than its own last word, that more than marks around it.
 *
 *     the ferry [Corrigan] left          a ship: the noun before it
 *     [Skylark], a long poem, is read    a work: the noun behind it
 *     the [Perkins Act]                  a law: its own last word
 *     songs such as “[The Long Year]”    a work: two words or more in quotation marks, with a word of works before them
 */
#include "analysis/entities/finer_kinds.h"

#include "base/lower_bound.h"

typedef enum FinerKind {
#define FINER(ID, name, example) FINER_##ID,
#include "analysis/entities/finer_kinds.def"
    FINER_COUNT
} FinerKind;

static const Text kind_names[] = {
#define FINER(ID, name, example) LITERAL(name),
#include "analysis/entities/finer_kinds.def"
};

typedef struct FinerWord {
    Text word;
    FinerKind kind;
} FinerWord;

static const FinerWord nouns[] = {
#define FINER_NOUN(noun, ID) {LITERAL(noun), FINER_##ID},
#include "analysis/entities/finer_kinds.def"
};

static const FinerWord things[] = {
#define FINER_THING(noun, ID) {LITERAL(noun), FINER_##ID},
#include "analysis/entities/finer_kinds.def"
};

static const FinerWord heads[] = {
#define FINER_HEAD(noun, ID) {LITERAL(noun), FINER_##ID},
#include "analysis/entities/finer_kinds.def"
};

static const FinerWord firsts[] = {
#define FINER_FIRST(word, ID) {LITERAL(word), FINER_##ID},
#include "analysis/entities/finer_kinds.def"
};

static const FinerWord wholes[] = {
#define FINER_WHOLE(name, ID) {LITERAL(name), FINER_##ID},
#include "analysis/entities/finer_kinds.def"
};

enum {
    TOLD = 4,   /* the text says what it is, */
    OWN = 3,    /* … its own words do, */
    BESIDE = 2, /* … marks around it, a noun next to it */
    WORD_LONGEST = 24 /* bytes of what may be in a list */,
    NOUN_REACH = 6 /* words of an apposition before its noun */,
    WORKS_REACH = 8 /* words before a name in marks */
};

typedef unsigned Votes[FINER_COUNT];

/* ---- words ---- */

static FinerKind find_in(const FinerWord *list, size_t count, Text word)
{
    char small[WORD_LONGEST];
    Text folded = {small, word.size};
    size_t at;

    if (word.size == 0 || word.size > WORD_LONGEST)
        return FINER_COUNT;
    for (size_t i = 0; i < word.size; i++)
        small[i] = ascii_to_lower(word.bytes[i]);
    LOWER_BOUND(at, count, text_compare(list[at].word, folded) < 0);
    return at < count && text_equal(list[at].word, folded) ? list[at].kind : FINER_COUNT;
}

#define FIND_IN(list, word) find_in(list, COUNT_OF(list), word)

/* What a noun of the text tells. */
static FinerKind kind_of_noun(Text word)
{
    FinerKind kind = FIND_IN(nouns, word);

    return kind == FINER_COUNT ? FIND_IN(things, word) : kind;
}

static bool is_of_word(char byte)
{
    return ascii_is_alnum(byte) || byte == '-' || (unsigned char)byte >= 0x80;
}

/* The word that begins behind blanks, from `*at` on, which goes behind it; empty where none does. */
static Text next_word(Text text, size_t *at)
{
    size_t start = *at;

    while (start < text.size && (ascii_is_blank(text.bytes[start]) || text.bytes[start] == '\n'))
        start++;
    *at = start;
    while (*at < text.size && is_of_word(text.bytes[*at]))
        ++*at;
    return text_slice(text, (Range){start, *at});
}

/* The word that ends before blanks, up to `*at`, which goes before it. */
static Text previous_word(Text text, size_t *at)
{
    size_t end = *at;

    while (end > 0 && (ascii_is_blank(text.bytes[end - 1]) || text.bytes[end - 1] == '\n'))
        end--;
    *at = end;
    while (*at > 0 && is_of_word(text.bytes[*at - 1]))
        --*at;
    return text_slice(text, (Range){*at, end});
}

/* ---- its own words ---- */

static FinerKind head_kind(Text word)
{
    FinerKind kind = FIND_IN(heads, word);

    return kind == FINER_COUNT ? kind_of_noun(word) : kind;
}

/* "[Regulations] for Buses", "Presidential [Medal] of Freedom": the word before the first small one. */
static Text inner_head(Text name)
{
    static const Text links[] = {LITERAL("for"), LITERAL("in"), LITERAL("of"), LITERAL("on"), LITERAL("to")};
    Text before = {0};

    for (size_t at = 0;;) {
        Text word = next_word(name, &at);

        if (word.size == 0)
            return (Text){0};
        if (TEXT_IS_ONE_OF(word, links))
            return before;
        before = word;
    }
}

static bool is_case(Text name)
{
    return text_find(name, TEXT(" v. "), 0) != TEXT_NOT_FOUND || text_find(name, TEXT(" v "), 0) != TEXT_NOT_FOUND ||
           text_find(name, TEXT(" vs. "), 0) != TEXT_NOT_FOUND;
}

static FinerKind own_kind(Text name)
{
    size_t at = 0, end = name.size;
    Text first = next_word(name, &at), last = previous_word(name, &end);
    FinerKind kind = FIND_IN(wholes, name);

    if (kind != FINER_COUNT || first.size == name.size)
        return kind;
    if (is_case(name))
        return FINER_CASE;
    kind = FIND_IN(firsts, first);
    if (kind == FINER_COUNT)
        kind = head_kind(last);
    return kind == FINER_COUNT ? head_kind(inner_head(name)) : kind;
}

/* ---- words around it ---- */

/* The marks around a name. */
static const Text opening[] = {LITERAL("“"), LITERAL("‘"), LITERAL("«"), LITERAL("\"")},
                  closing[] = {LITERAL("”"), LITERAL("’"), LITERAL("»"), LITERAL("\"")};

/* The range with its marks, if it stands between two that belong together; a comma or stop may stand before the second one. */
static Range with_marks(Text text, Range name)
{
    size_t end = name.end + (name.end < text.size && (text.bytes[name.end] == ',' || text.bytes[name.end] == '.'));

    for (size_t i = 0; i < COUNT_OF(opening); i++) {
        Text before = text_slice(text, (Range){0, name.start});

        if (!text_ends_with(before, opening[i]))
            continue;
        if (text_starts_with(text_slice(text, (Range){name.end, text.size}), closing[i]))
            return (Range){name.start - opening[i].size, name.end + closing[i].size};
        if (text_starts_with(text_slice(text, (Range){end, text.size}), closing[i]))
            return (Range){name.start - opening[i].size, end + closing[i].size};
    }
    return name;
}

/* "the novel [X]", "a novel called [X]", "the ship was named [X]" */
static FinerKind kind_before(Text text, size_t start)
{
    static const Text verbs[] = {LITERAL("called"), LITERAL("christened"), LITERAL("entitled"), LITERAL("named"),
                                 LITERAL("titled")},
                      links[] = {LITERAL("is"), LITERAL("was")};
    Text word = previous_word(text, &start);

    if (!TEXT_IS_ONE_OF(word, verbs))
        return kind_of_noun(word);
    word = previous_word(text, &start);
    return kind_of_noun(TEXT_IS_ONE_OF(word, links) ? previous_word(text, &start) : word);
}

/* The last noun of "a long poem of …", from behind its article on. */
static FinerKind kind_of_phrase(Text text, size_t at)
{
    static const Text ends[] = {LITERAL("about"), LITERAL("and"),  LITERAL("at"),   LITERAL("based"), LITERAL("by"),
                                LITERAL("for"),   LITERAL("from"), LITERAL("in"),   LITERAL("is"),    LITERAL("of"),
                                LITERAL("on"),    LITERAL("or"),   LITERAL("that"), LITERAL("to"),    LITERAL("was"),
                                LITERAL("which"), LITERAL("who"),  LITERAL("with")};
    FinerKind kind = FINER_COUNT;

    for (size_t i = 0; i < NOUN_REACH; i++) {
        Text word = next_word(text, &at);

        if (word.size == 0 || TEXT_IS_ONE_OF(word, ends))
            break;
        kind = kind_of_noun(word);
    }
    return kind;
}

/* "[X], a novel", "[X] was the first ship" */
static FinerKind kind_behind(Text text, size_t end)
{
    static const Text links[] = {LITERAL("is"), LITERAL("was")},
                      articles[] = {LITERAL("a"), LITERAL("an"), LITERAL("the")};
    bool comma = end < text.size && text.bytes[end] == ',';

    end += comma;
    if (!comma && !TEXT_IS_ONE_OF(next_word(text, &end), links))
        return FINER_COUNT;
    return TEXT_IS_ONE_OF(next_word(text, &end), articles) ? kind_of_phrase(text, end) : FINER_COUNT;
}

/* "spoke [Norwegian]", "in [Norwegian].", "the [Norwegian] language": not "in [Norwegian] schools". */
static bool is_language(Text text, Range name)
{
    static const Text verbs[] = {LITERAL("speak"), LITERAL("speaking"), LITERAL("speaks"), LITERAL("spoke")},
                      prepositions[] = {LITERAL("in"), LITERAL("into")},
                      nouns_behind[] = {LITERAL("dialect"), LITERAL("language")};
    size_t start = name.start, end = name.end;
    Text before = previous_word(text, &start), behind = next_word(text, &end);

    return TEXT_IS_ONE_OF(before, verbs) || TEXT_IS_ONE_OF(behind, nouns_behind) ||
           (TEXT_IS_ONE_OF(before, prepositions) && (behind.size == 0 || text_equal(behind, TEXT("and"))));
}

/* Do the words before it tell of works: "directed the 1999 film “[X]”", "songs such as “[X]”"? Marks alone stand around anything. */
static bool is_told_of_works(Text text, size_t start)
{
    static const Text words[] = {LITERAL("author"),    LITERAL("chapter"), LITERAL("composed"), LITERAL("directed"),
                                 LITERAL("performed"), LITERAL("poems"),   LITERAL("recorded"), LITERAL("sang"),
                                 LITERAL("songs"),     LITERAL("starred"), LITERAL("starring"), LITERAL("album"),
                                 LITERAL("films"),     LITERAL("novels"),  LITERAL("sequel")};

    for (size_t i = 0; i < WORKS_REACH; i++) {
        Text word = previous_word(text, &start);

        if (word.size == 0) { /* a comma, a mark: one sign more */
            if (start == 0 || text.bytes[start - 1] == '.')
                return false;
            start = utf8_previous(text, start);
        } else if (kind_of_noun(word) == FINER_WORK || TEXT_IS_ONE_OF(word, words)) {
            return true;
        }
    }
    return false;
}

static void vote(Votes votes, FinerKind kind, unsigned weight)
{
    if (kind != FINER_COUNT)
        votes[kind] += weight;
}

static void vote_for_mention(Votes votes, Text text, Range name, bool nationality)
{
    Text words = text_slice(text, name);
    Range marked = with_marks(text, name);
    size_t end = marked.end;

    if (nationality) {
        vote(votes, is_language(text, name) ? FINER_LANGUAGE : FINER_NATIONALITY, OWN);
        return;
    }
    vote(votes, own_kind(words), OWN);
    vote(votes, kind_before(text, marked.start), TOLD);
    vote(votes, kind_behind(text, marked.end), TOLD);
    vote(votes, FIND_IN(things, next_word(text, &end)), BESIDE);
    if (marked.start < name.start && text_count_words(words) > 1 && is_told_of_works(text, marked.start))
        vote(votes, FINER_WORK, BESIDE);
}

/* ---- all of them ---- */

static Text most_voted(const Votes votes)
{
    size_t best = 0;
    bool tie = false;

    for (size_t i = 1; i < FINER_COUNT; i++) {
        tie = votes[i] > votes[best] ? false : tie || votes[i] == votes[best];
        best = votes[i] > votes[best] ? i : best;
    }
    return votes[best] && !tie ? kind_names[best] : (Text){0};
}

/* Are finer kinds for it: is it another name, that the article does not give itself? */
static bool has_finer_kind(const Entity *entity)
{
    return entity->type == ENTITY_MISC && !entity_details(entity)->given;
}

const Text *finer_kinds(Arena *arena, const Analysis *analysis)
{
    const Article *article = analysis->article;
    Text *kinds = ARENA_ARRAY(arena, Text, analysis->entities.count + 1);
    Votes *votes = ARENA_ARRAY(arena, Votes, analysis->entities.count + 1);
    size_t block = 0;

    for (size_t i = 0; i < analysis->mentions.count; i++) {
        Range name = range_widen(analysis->mentions.items[i].range), words;
        size_t entity = analysis->mentions.items[i].entity;

        while (block + 1 < article->blocks.count && article->blocks.items[block].range.end <= name.start)
            block++;
        if (!has_finer_kind(&analysis->entities.items[entity]))
            continue;
        words = article->blocks.items[block].range;
        vote_for_mention(votes[entity], text_slice(article->text, words),
                         (Range){name.start - words.start, name.end - words.start},
                         entity_details(&analysis->entities.items[entity])->related.size > 0);
    }
    for (size_t i = 0; i < analysis->entities.count; i++)
        kinds[i] = most_voted(votes[i]);
    return kinds;
}
