/*
 * Who "the mayor" is. What the text says of a person are traits:
 *
 *     Mayor Ines Farrow      Ines Farrow, 43,      Farrow, the mayor of Norvane,      the mayor, Ines Farrow,
 *     a beekeeper named Ines Farrow                Farrow is a beekeeper
 *
 * A description means the person who has its head among the traits ("gov" and "governor" are one:
 * same_roles.def), most of its other words, and was named lately; "the company" the organisation that stands
 * out in the same way.
 */
#include <string.h>

#include "analysis/antecedents.h"
#include "analysis/lexicon.h"
#include "analysis/roles.h"

enum {
    TRAITS_KEPT = 24,      /* of a person */
    ROLE_WORDS = 4,        /* between an article and a name */
    TRAIT_REACH = 12,      /* words of an apposition */
    MENTIONS_BEFORE = 120, /* that are looked at */
    MENTIONS_AFTER = 40,
    INTRODUCTION_REACH = 500, /* tokens */
    OTHERS_BEFORE = 60,
    CALLED_BEFORE = 3
};

/* Weights in hundredths. */
enum {
    HEAD = 400,        /* the description's head is a trait, at the head of its phrase */
    HEAD_INSIDE = 150, /* a trait that is no head */
    OTHER_WORD = 120,  /* another word of the description is a trait */
    OTHER_WORD_MISSING = -60,
    OTHER_ROLE = -60,   /* the person is known for something else */
    IN_PARAGRAPH = 100, /* named in the same paragraph, … */
    EACH_PARAGRAPH = -40,
    NOT_YET_NAMED = -150,
    STARTS_SENTENCE = 60,
    SPOKE_LAST = 60,
    EACH_MENTION = 3,
    MOST_MENTIONS = 10,
    HARDLY_A_PERSON = -100,
    LEAST = -20,
    ORGANIZATION_NAMED = 300, /* the head is a word of its name, or of what it is called beside it */
    NOT_AN_ORGANIZATION = -80,
    BEFORE_VERB = 40,
    EACH_SENTENCE = -15,
    LEAST_ORGANIZATION = -120
};

/* ---- words for the same ---- */

typedef enum RowKind { ROW_PERSON, ROW_ORGANIZATION } RowKind;

typedef struct Row {
    RowKind kind;
    Text words;
} Row;

static const Row rows[] = {
#define SAME(kind, words) {ROW_##kind, LITERAL(words)},
#include "analysis/same_roles.def"
#undef SAME
};

enum { ROW_COUNT = sizeof rows / sizeof rows[0] };

typedef struct RowBits {
    uint64_t bits[(ROW_COUNT + 63) / 64];
} RowBits;

typedef struct RowWord {
    uint32_t hash; /* 0: an empty slot */
    RowBits rows;
} RowWord;

enum { ROW_SLOTS = 1024 }; /* over twice the words */

typedef struct Trait {
    uint32_t hash;
    RowBits rows;
    bool head;
    int32_t next; /* of the same person; or -1 */
} Trait;

typedef struct Traits {
    RowWord words[ROW_SLOTS];
    ARRAY(Trait) traits;
    int32_t *of_person;  /* the first trait of each, or -1 */
    unsigned char *kept; /* how many */
} Traits;

static RowWord *slot_of(Traits *traits, uint32_t hash)
{
    size_t slot = hash & (ROW_SLOTS - 1);

    while (traits->words[slot].hash && traits->words[slot].hash != hash)
        slot = (slot + 1) & (ROW_SLOTS - 1);
    return &traits->words[slot];
}

static void enter_rows(Traits *traits)
{
    for (size_t row = 0; row < ROW_COUNT; row++) {
        Text words = rows[row].words;

        for (size_t start = 0, end; start < words.size; start = end + 1) {
            uint32_t hash;
            RowWord *word;

            end = text_find_byte(words, ' ', start);
            if (end == TEXT_NOT_FOUND)
                end = words.size;
            hash = text_hash(text_slice(words, (Range){start, end}));
            word = slot_of(traits, hash);
            word->hash = hash;
            word->rows.bits[row / 64] |= (uint64_t)1 << row % 64;
        }
    }
}

static bool rows_meet(const RowBits *a, const RowBits *b)
{
    uint64_t both = 0;

    for (size_t i = 0; i < sizeof a->bits / sizeof a->bits[0]; i++)
        both |= a->bits[i] & b->bits[i];
    return both != 0;
}

static bool rows_have(const RowBits *bits, RowKind kind)
{
    for (size_t row = 0; row < ROW_COUNT; row++) {
        if (rows[row].kind == kind && (bits->bits[row / 64] >> row % 64 & 1))
            return true;
    }
    return false;
}

/* ---- what the text says of people ---- */

/* The hash of the number in "43" and "43-year-old"; 0 when it is no age. */
static uint32_t age_hash(const Attribution *attribution, uint32_t token)
{
    Text word = tokens_text(attribution->tokens, token);
    size_t digits = 0;

    while (digits < word.size && ascii_is_digit(word.bytes[digits]))
        digits++;
    if (digits == 0 || digits > 3 ||
        (digits < word.size &&
         !text_starts_with(text_slice(word, (Range){digits, word.size}), TEXT("-year-old"))))
        return 0;
    return text_hash(text_slice(word, (Range){0, digits}));
}

static void add_trait(Search *search, int32_t person, uint32_t hash, bool head)
{
    Traits *traits = search->traits;
    Trait trait = {hash, slot_of(traits, hash)->rows, head, traits->of_person[person]};

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
    ARRAY_PUSH(search->attribution->arena, traits->traits, trait);
}

static bool is_small(const Token *token)
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
        const Token *token = work_token(search->attribution, i);

        preposition = preposition || (token->classes & CLASS_PREPOSITION);
        if (age_hash(search->attribution, i))
            add_trait(search, person, age_hash(search->attribution, i), true);
        else if (!is_small(token))
            add_trait(search, person, token->hash, !preposition && is_role_word(search->people, i));
    }
}

static bool is_beside(const Search *search, uint32_t a, uint32_t b)
{
    const Token *first = work_token(search->attribution, a), *second = work_token(search->attribution, b);

    return first->sentence == second->sentence && first->span == second->span &&
           first->block == second->block;
}

/* Words in a row before `end`, back to a determiner: "[a retired teacher] named"; empty without one. */
static TokenRange phrase_before(const Search *search, uint32_t end)
{
    uint32_t start = end;

    while (start > 0 && end - start < TRAIT_REACH && is_beside(search, start - 1, end)) {
        const Token *token = work_token(search->attribution, start - 1);

        if ((token->kind == TOKEN_SIGN && !token->possessive) || (token->classes & CLASS_AUXILIARY))
            break;
        start--;
        if (token->classes & CLASS_DETERMINER)
            return (TokenRange){start, end};
    }
    return (TokenRange){end, end};
}

/* Words in a row from `first`, up to a sign or a verb. */
static TokenRange phrase_after(const Search *search, uint32_t first)
{
    uint32_t end = first;

    while (end < work_token_count(search->attribution) && end - first < TRAIT_REACH &&
           is_beside(search, end, first)) {
        const Token *token = work_token(search->attribution, end);

        if ((token->kind == TOKEN_SIGN && !token->possessive) || (token->classes & CLASS_AUXILIARY) ||
            token->number == WORD_WHO || token->number == WORD_WHICH || token->number == WORD_THAT)
            break;
        end++;
    }
    return (TokenRange){first, end};
}

static bool word_is(const Search *search, uint32_t token, Text word)
{
    return text_equal_ignoring_case(tokens_text(search->attribution->tokens, token), word);
}

/* "the mayor, NAME,", "a man named NAME". */
static void describe_before(Search *search, const NameRun *mention)
{
    uint32_t end;
    TokenRange phrase;

    if (mention->outer < 2 || !is_beside(search, mention->outer - 1, mention->outer))
        return;
    end = mention->outer - 1;
    for (uint32_t at = end; at > 1 && end - at < ROLE_WORDS && is_beside(search, at - 1, mention->outer);
         at--) {
        if (work_token(search->attribution, at)->classes &
            CLASS_DETERMINER) { /* "her husband, the composer NAME" */
            end = work_token(search->attribution, at - 1)->sign == ',' ? at - 1 : end;
            break;
        }
        if (!is_role_word(search->people, at))
            break;
    }
    if (work_token(search->attribution, end)->sign != ',' && !word_is(search, end, TEXT("named")) &&
        !word_is(search, end, TEXT("called")))
        return;
    phrase = phrase_before(search, end);
    if (phrase.first < phrase.end)
        add_words(search, mention->person, phrase.first, phrase.end);
}

/* "NAME, 43,", "NAME is a beekeeper", "NAME, who was the mayor". */
static void describe_after(Search *search, const NameRun *mention)
{
    uint32_t at = mention->outer_end, count = (uint32_t)work_token_count(search->attribution);
    TokenRange phrase;
    const Token *verb;

    if (at + 2 >= count || mention->possessive || !is_beside(search, at + 2, mention->first))
        return;
    if (work_token(search->attribution, at)->sign == ',') {
        if (age_hash(search->attribution, at + 1))
            add_trait(search, mention->person, age_hash(search->attribution, at + 1), true);
        if (work_token(search->attribution, at + 1)->number != WORD_WHO)
            return;
        at += 2;
    }
    verb = work_token(search->attribution, at);
    if ((verb->number != WORD_IS && verb->number != WORD_WAS && !word_is(search, at, TEXT("became"))) ||
        at + 1 >= count || !(work_token(search->attribution, at + 1)->classes & CLASS_DETERMINER))
        return;
    phrase = phrase_after(search, at + 1);
    add_words(search, mention->person, phrase.first, phrase.end);
}

static void make_traits(Search *search)
{
    Arena *arena = search->attribution->arena;
    size_t people = search->people->people.count;

    search->traits = ARENA_NEW(arena, Traits);
    search->traits->of_person = ARENA_ARRAY(arena, int32_t, people + 1);
    memset(search->traits->of_person, 0xFF, (people + 1) * sizeof(int32_t));
    search->traits->kept = ARENA_ARRAY(arena, unsigned char, people + 1);
    enter_rows(search->traits);
    for (size_t i = 0; i < search->named.count; i++) {
        const NameRun *mention = search_mention(search, &search->named, i);
        TokenRange role = role_of_mention(search->people, mention);

        add_words(search, mention->person, role.first, role.end);
        for (uint32_t title = mention->titles; title < mention->shown; title++)
            add_trait(search, mention->person, work_token(search->attribution, title)->hash, true);
        describe_before(search, mention);
        describe_after(search, mention);
    }
}

/* ---- descriptions ---- */

/* "the former mayor of Norvane": head "mayor"; words "former", "Norvane". */
typedef struct Description {
    const Subject *subject;
    uint32_t head;      /* token */
    uint32_t head_hash; /* of the number, when it is an age */
    RowBits rows;       /* of the head */
    bool bare;          /* "the mayor": nothing but a small word before the head, and nothing after it */
    bool owned;         /* "her husband", "the club's president" */
    bool generic;       /* many can be it: "the official" */
} Description;

static bool is_generic(const Search *search, uint32_t head)
{
    static const Text words[] = {
        {"official", 8}, {"spokesman", 9}, {"spokeswoman", 11}, {"spokesperson", 12}, {"witness", 7},
        {"source", 6},   {"reporter", 8},  {"resident", 8},     {"officer", 7},       {"voter", 5},
        {"visitor", 7},  {"worker", 6},    {"member", 6},       {"friend", 6},        {"colleague", 9},
        {"customer", 8}, {"passenger", 9}, {"statement", 9},    {"report", 6},        {"neighbour", 9},
        {"neighbor", 8}, {"child", 5},     {"boy", 3},          {"girl", 4}};

    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
        if (word_is(search, head, words[i]))
            return true;
    }
    return false;
}

/* False: not of something that the text has told before. */
static bool read_description(Search *search, const Subject *subject, Description *description)
{
    const Attribution *attribution = search->attribution;
    const Token *first = work_token(attribution, subject->first);
    uint32_t head = subject_head(attribution, subject);
    bool definite = first->number == WORD_THE || first->number == WORD_THIS || first->number == WORD_THAT;
    bool possessive = false, own = first->number == WORD_HIS || first->number == WORD_HER ||
                                   word_is(search, subject->first, TEXT("their")) ||
                                   word_is(search, subject->first, TEXT("its"));

    for (uint32_t i = subject->first; i < head; i++)
        possessive = possessive || work_token(attribution, i)->possessive;
    if (!definite && !own && !possessive)
        return false;
    if (!search->traits)
        make_traits(search);
    *description = (Description){.subject = subject,
                                 .head = head,
                                 .head_hash = work_token(attribution, head)->hash,
                                 .bare = definite && head == subject->first + 1 && subject->end == head + 1,
                                 .owned = own || possessive,
                                 .generic = is_generic(search, head)};
    if (age_hash(attribution, head))
        description->head_hash = age_hash(attribution, head);
    description->rows = slot_of(search->traits, description->head_hash)->rows;
    return true;
}

/* 0: no trait; 1: a trait; 2: one at the head of its phrase. */
static int has_trait(const Search *search, int32_t person, uint32_t hash, const RowBits *same)
{
    int best = 0;

    for (int32_t i = search->traits->of_person[person]; i >= 0; i = search->traits->traits.items[i].next) {
        const Trait *trait = &search->traits->traits.items[i];

        if (trait->hash == hash || rows_meet(&trait->rows, same))
            best = trait->head ? 2 : best > 1 ? best : 1;
    }
    return best;
}

static bool has_head(const Search *search, int32_t person)
{
    for (int32_t i = search->traits->of_person[person]; i >= 0; i = search->traits->traits.items[i].next) {
        if (search->traits->traits.items[i].head)
            return true;
    }
    return false;
}

/* How well the words fit; *head tells whether the head does. */
static int fit(const Search *search, const Description *description, int32_t person, bool *head)
{
    static const RowBits none = {0};
    const Subject *subject = description->subject;
    int match = has_trait(search, person, description->head_hash, &description->rows);
    int score = match == 2 ? HEAD : match == 1 ? HEAD_INSIDE : 0;

    *head = match > 0;
    if (match == 0 && has_head(search, person))
        score += OTHER_ROLE;
    for (uint32_t i = subject->first; i < subject->end; i++) {
        const Token *token = work_token(search->attribution, i);

        if (i != description->head && !is_small(token))
            score += has_trait(search, person, token->hash, &none) ? OTHER_WORD
                     : match                                       ? OTHER_WORD_MISSING
                                                                   : 0;
    }
    return score;
}

static int smaller(int a, int b)
{
    return a < b ? a : b;
}

static int paragraphs_between(const Search *search, uint32_t a, uint32_t b)
{
    uint32_t first = work_token(search->attribution, a)->block,
             second = work_token(search->attribution, b)->block;

    return (int)(first > second ? first - second : second - first);
}

static int prominence(const Search *search, const NameRun *mention, uint32_t first)
{
    const PersonEntry *who = &search->people->people.items[mention->person];
    int score = EACH_PARAGRAPH * paragraphs_between(search, first, mention->first) +
                EACH_MENTION * smaller((int)who->weight / 10, MOST_MENTIONS);

    score += paragraphs_between(search, first, mention->first) == 0 ? IN_PARAGRAPH : 0;
    score += mention_starts_sentence(search, mention) ? STARTS_SENTENCE : 0;
    score += mention->person == search->last ? SPOKE_LAST : 0;
    score += who->evidence < 4 && who->title_count == 0 ? HARDLY_A_PERSON : 0;
    return score + (mention->first > first ? NOT_YET_NAMED : 0);
}

/* How far a description may reach for somebody of whom nothing of the kind was said. */
typedef enum Guess { GUESS_NOBODY, GUESS_IN_PARAGRAPH, GUESS_ANYWHERE } Guess;

/* Was the head's word met shortly before, of somebody without a name: "a forester … the forester"? */
static bool is_introduced(const Search *search, const Description *description)
{
    uint32_t first = description->subject->first,
             limit = first > INTRODUCTION_REACH ? first - INTRODUCTION_REACH : 0;

    for (uint32_t i = first; i-- > limit;) {
        const Token *token = work_token(search->attribution, i);

        if (token->hash == description->head_hash && token->span < 0 && !token->capital &&
            search->people->mention_of_token[i + 1] < 0)
            return true;
    }
    return false;
}

/* "the mayor", "the New York businessman", "the former secretary of state": another word for somebody, chosen
 * so as not to name them again. */
static bool is_elegant(const Search *search, const Description *description)
{
    for (uint32_t i = description->subject->first; i < description->subject->end; i++) {
        const Token *token = work_token(search->attribution, i);

        if (i != description->head && !is_small(token) && !token->capital &&
            !is_role_word(search->people, i) &&
            !(lexicon_flags(tokens_text(search->attribution->tokens, i)) & LEXICON_ROLE_FIRST))
            return false;
    }
    return true;
}

static Guess may_guess(const Search *search, const Description *description)
{
    const Token *head = work_token(search->attribution, description->head);
    bool role = (head->classes & CLASS_ROLE) || is_role_word(search->people, description->head) ||
                age_hash(search->attribution, description->head);

    if (description->owned || !role || is_introduced(search, description))
        return GUESS_NOBODY;
    return is_elegant(search, description) && !description->generic ? GUESS_ANYWHERE : GUESS_IN_PARAGRAPH;
}

int32_t description_person(Search *search, const Subject *subject)
{
    Description description;
    size_t from = search_from(search, &search->named, subject->first), first, end;
    int32_t best = NO_PERSON;
    int best_score = LEAST;
    Gender wanted;
    const Token *word;
    Guess guess;

    if (!read_description(search, subject, &description))
        return NO_PERSON;
    word = work_token(search->attribution, description.head);
    wanted = word->classes & CLASS_MALE     ? GENDER_MALE
             : word->classes & CLASS_FEMALE ? GENDER_FEMALE
                                            : GENDER_UNKNOWN;
    guess = may_guess(search, &description);
    first = from > MENTIONS_BEFORE ? from - MENTIONS_BEFORE : 0;
    end = search->named.count - from < MENTIONS_AFTER ? search->named.count : from + MENTIONS_AFTER;
    for (size_t i = first; i < end; i++) {
        const NameRun *mention = search_mention(search, &search->named, i);
        bool sure, head;
        Gender known = person_gender(search->people, (size_t)mention->person, &sure);
        int score;

        if (work_token(search->attribution, mention->first)->span >= 0)
            continue;
        if (wanted != GENDER_UNKNOWN && known != GENDER_UNKNOWN && known != wanted)
            continue;
        score = fit(search, &description, mention->person, &head);
        if (!head &&
            (guess == GUESS_NOBODY || mention->first > subject->first ||
             (guess == GUESS_IN_PARAGRAPH && paragraphs_between(search, subject->first, mention->first))))
            continue;
        score += prominence(search, mention, subject->first);
        if (score > best_score) {
            best = mention->person;
            best_score = score;
        }
    }
    return best;
}

/* ---- organisations ---- */

/* A word that is a name only by the capital that begins its sentence: "Heat pumps", "Shares in". */
static bool is_mere_capital(const Search *search, const NameRun *mention)
{
    if (mention->organization || mention->outer_end - mention->outer > 1 ||
        !mention_starts_sentence(search, mention))
        return false;
    return !mention_before_verb(search, mention) ||
           (lexicon_flags(tokens_text(search->attribution->tokens, mention->first)) & LEXICON_COMMON);
}

/* "Heat pump maker [Arvensys]": a few words further back in the sentence. */
static uint32_t before_in_sentence(const Search *search, const NameRun *mention, uint32_t words)
{
    uint32_t first = mention->outer;

    while (first > 0 && words-- > 0 && is_beside(search, first - 1, mention->outer) &&
           work_token(search->attribution, first - 1)->kind == TOKEN_WORD)
        first--;
    return first;
}

static bool is_called(const Search *search, const NameRun *mention, const Description *description)
{
    TokenRange beside = {mention->outer_end, mention->outer_end};

    if (beside.first < work_token_count(search->attribution) &&
        work_token(search->attribution, beside.first)->sign == ',')
        beside = phrase_after(search, beside.first + 1);
    for (int side = 0; side < 2; side++) {
        uint32_t first = side ? beside.first : before_in_sentence(search, mention, CALLED_BEFORE),
                 end = side ? beside.end : mention->outer_end;

        for (uint32_t i = first; i < end; i++) {
            uint32_t hash = work_token(search->attribution, i)->hash;

            if (hash == description->head_hash ||
                rows_meet(&slot_of(search->traits, hash)->rows, &description->rows))
                return true;
        }
    }
    return false;
}

/* "toy maker Kinderloft" */
static bool is_called_company(const Search *search, const NameRun *mention)
{
    for (uint32_t i = before_in_sentence(search, mention, CALLED_BEFORE); i < mention->outer; i++) {
        if (rows_have(&slot_of(search->traits, work_token(search->attribution, i)->hash)->rows,
                      ROW_ORGANIZATION))
            return true;
    }
    return false;
}

const NameRun *description_organization(Search *search, const Subject *subject)
{
    size_t from = search_from(search, &search->others, subject->first),
           limit = from > OTHERS_BEFORE ? from - OTHERS_BEFORE : 0;
    bool pronoun = subject->kind == SUBJECT_PRONOUN;
    const NameRun *best = NULL;
    int best_score = LEAST_ORGANIZATION;
    Description description;

    if (!search->traits)
        make_traits(search);
    if (!pronoun && (!read_description(search, subject, &description) || !description.bare ||
                     work_token(search->attribution, description.head)->capital ||
                     !rows_have(&description.rows, ROW_ORGANIZATION)))
        return NULL;
    for (size_t i = from; i-- > limit;) {
        const NameRun *mention = search_mention(search, &search->others, i);
        const Token *here = work_token(search->attribution, subject->first),
                    *there = work_token(search->attribution, mention->first);
        int score = EACH_PARAGRAPH * paragraphs_between(search, subject->first, mention->first) +
                    EACH_SENTENCE * smaller((int)(here->sentence - there->sentence), MOST_MENTIONS);

        if (there->span >= 0 || is_mere_capital(search, mention))
            continue;
        score += mention_starts_sentence(search, mention) ? STARTS_SENTENCE : 0;
        score += mention_before_verb(search, mention) ? BEFORE_VERB : 0;
        score += mention->organization ? 0 : NOT_AN_ORGANIZATION;
        score += (pronoun ? is_called_company(search, mention) : is_called(search, mention, &description))
                     ? ORGANIZATION_NAMED
                     : 0;
        if (score > best_score) {
            best = mention;
            best_score = score;
        }
    }
    return best;
}
