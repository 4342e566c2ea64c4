/*
 * What the text says of a person are traits, word by word; the heads of phrases are told apart:
 *
 *     Mayor Ines Farrow      Ines Farrow, 43,      Farrow, the mayor of Norvane,      the mayor, Ines Farrow,
 *     a beekeeper named Ines Farrow                Farrow is a beekeeper
 *
 * Words that stand for the same ("gov" and "governor": same_roles.def) share a row.
 */
#include "analysis/antecedents/traits.h"

#include <string.h>

#include "analysis/people/roles.h"

enum {
    TRAITS_KEPT = 24, /* of a person */
    ROLE_WORDS = 4,   /* between an article and a name */
    TRAIT_REACH = 12  /* words of an apposition */
};

/* ---- words for the same ---- */

typedef struct Row {
    RowKind kind;
    Text words;
} Row;

static const Row rows[] = {
#define SAME(kind, words) {ROW_##kind, LITERAL(words)},
#include "analysis/antecedents/same_roles.def"
#undef SAME
};

enum { ROW_COUNT = COUNT_OF(rows) };

_Static_assert(ROW_COUNT <= 64 * ROW_WORDS, "a bit for each row");

enum { ROW_SLOTS = 1024 }; /* over twice the words */

typedef struct Trait {
    uint32_t hash;
    RowBits rows;
    bool head;
    int32_t next; /* of the same person; or -1 */
} Trait;

struct Traits {
    uint32_t words[ROW_SLOTS]; /* hashes; 0: an empty slot */
    RowBits *rows;             /* of each slot that has a word */
    ARRAY(Trait) traits;
    int32_t *of_person;  /* the first trait of each, or -1 */
    unsigned char *kept; /* how many */
};

static size_t slot_of(const Traits *traits, uint32_t hash)
{
    size_t slot = hash & (ROW_SLOTS - 1);

    while (traits->words[slot] && traits->words[slot] != hash)
        slot = (slot + 1) & (ROW_SLOTS - 1);
    return slot;
}

static void enter_word(Traits *traits, uint32_t hash, size_t row)
{
    size_t slot = slot_of(traits, hash);

    if (!traits->words[slot])
        traits->rows[slot] = (RowBits){{0}};
    traits->words[slot] = hash;
    traits->rows[slot].bits[row / 64] |= (uint64_t)1 << row % 64;
}

/* Hashes as text_hash makes them, of words as they go by. */
static void enter_rows(Traits *traits)
{
    for (size_t row = 0; row < ROW_COUNT; row++) {
        const Text words = rows[row].words;
        uint32_t hash = HASH_START;

        for (size_t at = 0; at <= words.size; at++) {
            if (at < words.size && words.bytes[at] != ' ') {
                hash = hash_byte(hash, words.bytes[at]);
                continue;
            }
            enter_word(traits, hash_finish(hash), row);
            hash = HASH_START;
        }
    }
}

bool rows_meet(const RowBits *a, const RowBits *b)
{
    uint64_t both = 0;

    for (size_t i = 0; i < COUNT_OF(a->bits); i++)
        both |= a->bits[i] & b->bits[i];
    return both != 0;
}

bool rows_have(const RowBits *bits, RowKind kind)
{
    for (size_t row = 0; row < ROW_COUNT; row++) {
        if (rows[row].kind == kind && (bits->bits[row / 64] >> row % 64 & 1))
            return true;
    }
    return false;
}

/* ---- what the text says of people ---- */

/* The hash of the number in "43" and "43-year-old"; 0 when it is no age. */
uint32_t token_age(const Attribution *attribution, uint32_t token)
{
    Text word = tokens_text(attribution->tokens, token);
    size_t digits = 0;

    while (digits < word.size && ascii_is_digit(word.bytes[digits]))
        digits++;
    if (digits == 0 || digits > 3 ||
        (digits < word.size && !text_starts_with(text_slice(word, (Range){digits, word.size}), TEXT("-year-old"))))
        return 0;
    return text_hash(text_slice(word, (Range){0, digits}));
}

static void add_trait(Search *search, int32_t person, uint32_t hash, bool head)
{
    Traits *traits = search->traits;
    Trait trait = {hash, *traits_rows(traits, hash), head, traits->of_person[person]};

    for (int32_t i = trait.next; i >= 0; i = traits->traits.items[i].next) {
        if (traits->traits.items[i].hash == hash) {
            traits->traits.items[i].head = traits->traits.items[i].head || head;
            return;
        }
    }
    if (traits->kept[person] == TRAITS_KEPT)
        return;
    traits->kept[person]++;
    traits->of_person[person] = (int32_t)traits->traits.count;
    ARRAY_PUSH(search->arena, traits->traits, trait);
}

bool token_is_small(const Word *token)
{
    return token->kind == TOKEN_SIGN || token->possessive ||
           (token->classes &
            (CLASS_DETERMINER | CLASS_CONJUNCTION | CLASS_PREPOSITION | CLASS_AUXILIARY | CLASS_PRONOUN));
}

/* The words [first, end) describe a person; roles before a preposition are heads. */
static void add_words(Search *search, int32_t person, uint32_t first, uint32_t end)
{
    bool preposition = false;

    for (uint32_t i = first; i < end; i++) {
        const Word *token = word_at(search->attribution, i);

        preposition = preposition || (token->classes & CLASS_PREPOSITION);
        if (token_age(search->attribution, i))
            add_trait(search, person, token_age(search->attribution, i), true);
        else if (!token_is_small(token))
            add_trait(search, person, token->hash, !preposition && is_role_word(search->people, i));
    }
}

/* Words in a row before `end`, back to a determiner: "[a retired teacher] named"; empty without one. */
static TokenRange phrase_before(const Search *search, uint32_t end)
{
    uint32_t start = end;

    while (start > 0 && end - start < TRAIT_REACH && tokens_beside(search->people->tokens, start - 1, end)) {
        const Word *token = word_at(search->attribution, start - 1);

        if ((token->kind == TOKEN_SIGN && !token->possessive) || (token->classes & CLASS_AUXILIARY))
            break;
        start--;
        if (token->classes & CLASS_DETERMINER)
            return (TokenRange){start, end};
    }
    return (TokenRange){end, end};
}

/* Words in a row from `first`, up to a sign or a verb. */
TokenRange traits_phrase_after(const Search *search, uint32_t first)
{
    uint32_t end = first;

    while (end < attribution_token_count(search->attribution) && end - first < TRAIT_REACH &&
           tokens_beside(search->people->tokens, end, first)) {
        const Word *token = word_at(search->attribution, end);

        if ((token->kind == TOKEN_SIGN && !token->possessive) || (token->classes & CLASS_AUXILIARY) ||
            token->number == WORD_WHO || token->number == WORD_WHICH || token->number == WORD_THAT)
            break;
        end++;
    }
    return (TokenRange){first, end};
}

bool token_is(const Search *search, uint32_t token, Text word)
{
    return text_equal_ignoring_case(tokens_text(search->attribution->tokens, token), word);
}

static bool has_sign_behind(const Search *search, const NameRun *mention)
{
    return mention->outer_end >= attribution_token_count(search->attribution) ||
           word_at(search->attribution, mention->outer_end)->kind == TOKEN_SIGN;
}

/* "the mayor, NAME,", "a man named NAME". */
static void describe_before(Search *search, const NameRun *mention)
{
    uint32_t end;
    TokenRange phrase;
    bool comma;

    if (mention->outer < 2 || !tokens_beside(search->people->tokens, mention->outer - 1, mention->outer))
        return;
    end = mention->outer - 1;
    for (uint32_t at = end;
         at > 1 && end - at < ROLE_WORDS && tokens_beside(search->people->tokens, at - 1, mention->outer); at--) {
        if (word_at(search->attribution, at)->classes & CLASS_DETERMINER) { /* "her husband, the composer NAME" */
            end = word_at(search->attribution, at - 1)->sign == ',' ? at - 1 : end;
            break;
        }
        if (!is_role_word(search->people, at))
            break;
    }
    comma = word_at(search->attribution, end)->sign == ',';
    if (!comma && !token_is(search, end, TEXT("named")) && !token_is(search, end, TEXT("called")))
        return;
    phrase = phrase_before(search, end);
    if (comma && phrase.first > 0 && token_is(search, phrase.first - 1, TEXT("to")) && !has_sign_behind(search, mention))
        return;                      /* "according to his aide, NAME left" */
    if (phrase.first < phrase.end && /* not "the guild called NAME" to order */
        (comma || word_at(search->attribution, phrase.first)->number != WORD_THE))
        add_words(search, mention->person, phrase.first, phrase.end);
}

/* "NAME, 43,", "NAME is a beekeeper", "NAME, who was the mayor". */
static void describe_after(Search *search, const NameRun *mention)
{
    uint32_t at = mention->outer_end, count = (uint32_t)attribution_token_count(search->attribution);
    TokenRange phrase;
    const Word *verb;

    if (at + 2 >= count || mention->possessive || !tokens_beside(search->people->tokens, at + 2, mention->first))
        return;
    if (word_at(search->attribution, at)->sign == ',') {
        if (token_age(search->attribution, at + 1))
            add_trait(search, mention->person, token_age(search->attribution, at + 1), true);
        if (word_at(search->attribution, at + 1)->number != WORD_WHO)
            return;
        at += 2;
    }
    verb = word_at(search->attribution, at);
    if ((verb->number != WORD_IS && verb->number != WORD_WAS && !token_is(search, at, TEXT("became"))) ||
        at + 1 >= count || !(word_at(search->attribution, at + 1)->classes & CLASS_DETERMINER))
        return;
    phrase = traits_phrase_after(search, at + 1);
    add_words(search, mention->person, phrase.first, phrase.end);
}

void traits_make(Search *search)
{
    Arena *arena = search->arena;
    size_t people = search->people->people.count;

    search->traits = ARENA_NEW(arena, Traits);
    search->traits->rows = arena_room(arena, ROW_SLOTS * sizeof(RowBits));
    search->traits->of_person = ARENA_ARRAY(arena, int32_t, people + 1);
    memset(search->traits->of_person, 0xFF, (people + 1) * sizeof(int32_t));
    search->traits->kept = ARENA_ARRAY(arena, unsigned char, people + 1);
    enter_rows(search->traits);
    for (size_t i = 0; i < search->named.count; i++) {
        const NameRun *mention = search_mention(search, &search->named, i);
        TokenRange role = role_of_mention(search->people, mention);

        add_words(search, mention->person, role.first, role.end);
        for (uint32_t title = mention->titles; title < mention->shown; title++) {
            if (word_at(search->attribution, title)->kind != TOKEN_SIGN)
                add_trait(search, mention->person, word_at(search->attribution, title)->hash, true);
        }
        describe_before(search, mention);
        describe_after(search, mention);
    }
}

/* ---- asking ---- */

const RowBits *traits_rows(const Traits *traits, uint32_t hash)
{
    static const RowBits none = {{0}};
    size_t slot = slot_of(traits, hash);

    return traits->words[slot] ? &traits->rows[slot] : &none;
}

/* 0: no trait; 1: a trait; 2: one at the head of its phrase. */
int traits_match(const Search *search, int32_t person, uint32_t hash, const RowBits *same)
{
    int best = 0;

    for (int32_t i = search->traits->of_person[person]; i >= 0; i = search->traits->traits.items[i].next) {
        const Trait *trait = &search->traits->traits.items[i];

        if (trait->hash == hash || rows_meet(&trait->rows, same))
            best = trait->head ? 2 : best > 1 ? best : 1;
    }
    return best;
}

bool traits_have_head(const Search *search, int32_t person)
{
    for (int32_t i = search->traits->of_person[person]; i >= 0; i = search->traits->traits.items[i].next) {
        if (search->traits->traits.items[i].head)
            return true;
    }
    return false;
}
