/*
 * A name is what has a capital letter: inside a sentence, or at its start unless it is one of the words that often stand there. So a plain
 * noun at the start of a sentence counts as a name: rather too many names than one too few. Small words that belong to a name ("van
 * Dyke") and what stands behind "@" or "#" are names too.
 */
#include "article/anchors/anchor_units.h"

#include "article/anchors/words/number_phrases.h"
#include "base/unicode/fold.h"
#include "base/unicode/unicode.h"

enum { LONGEST_CONTRACTION = 16, LONGEST_GAP = 256 /* bytes */ };

typedef struct Splitter {
    const WordMeanings *meanings;
    Text text;
    IndexedWords words;
    Unit *units;
    size_t count;
} Splitter;

static Text word_text(const Splitter *splitter, size_t at)
{
    return text_slice(splitter->text, (Range){splitter->words.items[at].start, splitter->words.items[at].end});
}

/* ---- names ---- */

static bool is_mark_of_quotation(uint32_t code_point)
{
    return code_point == '"' || code_point == '\'' || (code_point >= 0x2018 && code_point <= 0x201F) ||
           code_point == 0x00AB || code_point == 0x00BB || code_point == 0x2039 || code_point == 0x203A ||
           code_point == '`';
}

/* Does a sentence, or a quotation, begin at `start`? What stands farther away than LONGEST_GAP is not looked at. */
static bool begins_sentence(Text text, size_t start)
{
    bool line = false;
    size_t at = start, limit = start > LONGEST_GAP ? start - LONGEST_GAP : 0, size;

    while (at > limit) {
        uint32_t code_point = utf8_decode(text, at = utf8_previous(text, at), &size);

        if (is_mark_of_quotation(code_point))
            return true;
        if (code_point == '\n' && line)
            return true;
        line = line || code_point == '\n';
        if (!unicode_is_space(code_point) && !unicode_is_ignorable(code_point) &&
            !(code_point < 0x80 && strchr("([{*_", (int)code_point)))
            return (code_point < 0x80 && strchr(".!?:;", (int)code_point)) || code_point == 0x2026;
    }
    return at == 0;
}

static bool has_inner_capital(Text word, bool *all)
{
    bool inner = false;
    size_t size;

    *all = true;
    for (size_t at = 0; at < word.size; at += size) {
        uint32_t code_point = utf8_decode(word, at, &size);

        inner = inner || (at > 0 && unicode_is_upper(code_point));
        *all = *all && !unicode_is_lower(code_point);
    }
    return inner;
}

/* Is it a word that is no name where it begins a sentence? "Rose", "Will" and "Young" may be names there. */
static bool is_known(const Splitter *splitter, uint32_t word)
{
    const Meaning *meaning;

    for (size_t at = 0; (meaning = word_meaning_next(splitter->meanings, word, &at));) {
        if (meaning->kind == MEANING_COMMON || meaning->kind == MEANING_NEGATION ||
            (meaning->kind == MEANING_SIDE && meaning->axis <= AXIS_ALL))
            return true;
    }
    return false;
}

/* Is a neighbour in capitals too, so that they are no sign of a name: "NOT FOR US", but "told the US" and "(LESS)"? */
static bool is_among_capitals(const Splitter *splitter, size_t at)
{
    bool all = false;

    for (size_t i = at > 0 ? at - 1 : at; i <= at + 1 && i < splitter->words.count; i++) {
        if (i != at && has_inner_capital(word_text(splitter, i), &all) && all)
            return true;
    }
    return false;
}

/* "Little" of "Little Mew", where a sentence begins: a word that says something of what the name behind it is. */
static bool begins_name(const Splitter *splitter, size_t at)
{
    const IndexedWord *word = &splitter->words.items[at];
    const Meaning *side = word_meaning(splitter->meanings, word->hash, MEANING_SIDE);
    size_t size;

    return side && side->axis != AXIS_WHO && !word_meaning(splitter->meanings, word->hash, MEANING_COMMON) &&
           at + 1 < splitter->words.count && words_are_near(splitter->text, word, word + 1) &&
           unicode_is_upper(utf8_decode(word_text(splitter, at + 1), 0, &size)) && !is_known(splitter, word[1].hash);
}

static bool is_capitalised_name(const Splitter *splitter, size_t at)
{
    Text word = word_text(splitter, at);
    size_t start = splitter->words.items[at].start, size;
    bool all, inner = has_inner_capital(word, &all);
    bool known = is_known(splitter, splitter->words.items[at].hash);

    if (start > 0 && (splitter->text.bytes[start - 1] == '@' || splitter->text.bytes[start - 1] == '#'))
        return true;
    if (inner)
        return !(all && known && is_among_capitals(splitter, at)) || text_find_byte(word, '.', 0) != TEXT_NOT_FOUND;
    if (!unicode_is_upper(utf8_decode(word, 0, &size)))
        return false;
    if (known && begins_name(splitter, at))
        return true;
    return !known || !(begins_sentence(splitter->text, start) || text_equal(word, TEXT("I")));
}

/* "van" of "van Dyke". */
static bool is_particle(const Splitter *splitter, size_t at)
{
    static const Text particles[] = {LITERAL("van"), LITERAL("von"), LITERAL("de"),  LITERAL("der"), LITERAL("den"),
                                     LITERAL("la"),  LITERAL("le"),  LITERAL("du"),  LITERAL("da"),  LITERAL("di"),
                                     LITERAL("del"), LITERAL("bin"), LITERAL("ibn"), LITERAL("al"),  LITERAL("el"),
                                     LITERAL("ter"), LITERAL("ten"), LITERAL("dos"), LITERAL("das"), LITERAL("della"),
                                     LITERAL("abu"), LITERAL("ben"), LITERAL("zu"),  LITERAL("zur"), LITERAL("af"),
                                     LITERAL("av")};

    while (at + 1 < splitter->words.count && TEXT_IS_ONE_OF(word_text(splitter, at), particles) &&
           words_are_near(splitter->text, &splitter->words.items[at], &splitter->words.items[at + 1])) {
        if (is_capitalised_name(splitter, ++at))
            return true;
    }
    return false;
}

/* ---- units ---- */

static void add(Splitter *splitter, UnitKind kind, uint32_t key, size_t first, size_t end)
{
    Range range = {splitter->words.items[first].start, splitter->words.items[end - 1].end};

    splitter->units[splitter->count++] = (Unit){.range = range, .key = key, .kind = kind, .first = first, .end = end};
}

static UnitKind kind_of_key(const Splitter *splitter, uint32_t key)
{
    return word_meaning(splitter->meanings, key, MEANING_NEGATION) ? UNIT_NEGATION : UNIT_PLAIN;
}

/* Of "don't", "we'll": the two words that it stands for. The first may be irregular. */
static const struct Contraction {
    Text end, word;
} contractions[] = {{LITERAL("n't"), LITERAL("not")},
                    {LITERAL("'ll"), LITERAL("will")},
                    {LITERAL("'re"), LITERAL("are")},
                    {LITERAL("'ve"), LITERAL("have")},
                    {LITERAL("'m"), LITERAL("am")}};

static const struct Contraction irregular[] = {
    {LITERAL("ca"), LITERAL("can")}, {LITERAL("wo"), LITERAL("will")}, {LITERAL("sha"), LITERAL("shall")}};

/* What sloppy keyboards and other spellings make of them, without the apostrophe. */
static const struct Contraction whole[] = {
    {LITERAL("cannot"), LITERAL("can")},    {LITERAL("cant"), LITERAL("can")},
    {LITERAL("dont"), LITERAL("do")},       {LITERAL("wont"), LITERAL("will")},
    {LITERAL("isnt"), LITERAL("is")},       {LITERAL("arent"), LITERAL("are")},
    {LITERAL("wasnt"), LITERAL("was")},     {LITERAL("werent"), LITERAL("were")},
    {LITERAL("didnt"), LITERAL("did")},     {LITERAL("doesnt"), LITERAL("does")},
    {LITERAL("couldnt"), LITERAL("could")}, {LITERAL("wouldnt"), LITERAL("would")},
};

static void add_pair(Splitter *splitter, size_t at, Text first, Text second)
{
    uint32_t key = word_hash(second), stem;
    bool name;

    for (size_t i = 0; text_equal(second, TEXT("not")) && i < COUNT_OF(irregular); i++) {
        if (text_equal_ignoring_case(first, irregular[i].end))
            first = irregular[i].word;
    }
    stem = word_hash(first);
    name = is_capitalised_name(splitter, at) && !is_known(splitter, stem);
    add(splitter, name ? UNIT_NAME : kind_of_key(splitter, stem), stem, at, at + 1);
    add(splitter, kind_of_key(splitter, key), key, at, at + 1);
}

static bool add_contraction(Splitter *splitter, Arena *scratch, size_t at)
{
    Text word = word_text(splitter, at);

    if (word.size > LONGEST_CONTRACTION)
        return false;
    word = fold_copy(scratch, word);
    for (size_t i = 0; i < COUNT_OF(whole); i++) {
        if (text_equal(word, whole[i].end)) {
            add_pair(splitter, at, whole[i].word, TEXT("not"));
            return true;
        }
    }
    for (size_t i = 0; i < COUNT_OF(contractions); i++) {
        Text end = contractions[i].end;

        if (word.size > end.size && text_ends_with(word, end)) {
            add_pair(splitter, at, text_slice(word, (Range){0, word.size - end.size}), contractions[i].word);
            return true;
        }
    }
    return false;
}

/* "designate" of "Minister-designate" is of the name. */
static bool is_joined_to_name(const Splitter *splitter, size_t at)
{
    return at > 0 && splitter->count > 0 && splitter->units[splitter->count - 1].kind == UNIT_NAME &&
           words_are_joined(splitter->text, &splitter->words.items[at - 1], &splitter->words.items[at]);
}

Units units_split(Arena *arena, const WordMeanings *meanings, Text text, IndexedWords words)
{
    Splitter splitter = {meanings, text, words, ARENA_ARRAY(arena, Unit, words.count * 2), 0};
    NumberPhrase number;
    Arena scratch = {0};

    for (size_t at = 0; at < words.count; at++) {
        uint32_t hash = words.items[at].hash;

        if (number_phrase_read(meanings, text, words, at, &number)) {
            add(&splitter, UNIT_NUMBER, number.key, at, at + number.words);
            splitter.units[splitter.count - 1].is_fixed = number.is_fixed;
            at += number.words - 1;
        } else if (add_contraction(&splitter, &scratch, at)) {
            arena_reset(&scratch);
        } else if (is_capitalised_name(&splitter, at) || is_particle(&splitter, at) || is_joined_to_name(&splitter, at)) {
            add(&splitter, UNIT_NAME, hash, at, at + 1);
        } else {
            add(&splitter, kind_of_key(&splitter, hash), hash == word_hash(TEXT("&")) ? word_hash(TEXT("and")) : hash,
                at, at + 1);
        }
    }
    arena_release(&scratch);
    return (Units){text, words, splitter.units, splitter.count};
}
