/*
 * Who "the mayor" is: the person who has the description's head among the traits (traits.c), most of its
 * other words, and was named lately. Of whom nothing of the kind was said, who stands out in the paragraph:
 *
 *     Ines Farrow sat down. “We will appeal,” the 43-year-old said.
 *
 * "The company" is the organisation that stands out in the same way.
 */
#include "analysis/antecedents/descriptions.h"

#include "analysis/antecedents/traits.h"
#include "analysis/people/gender.h"
#include "analysis/people/roles.h"
#include "analysis/words/lexicon.h"
#include "analysis/words/vocabulary.h"

enum {
    MENTIONS_BEFORE = 120, /* that are looked at */
    MENTIONS_AFTER = 40,
    INTRODUCTION_REACH = 500, /* tokens */
    OTHERS_BEFORE = 60,
    CALLED_BEFORE = 3,
    PRONOUN_BEHIND = 2,
    BESIDE_REACH = 12, /* tokens */
    LIKELY_PERSON = 4  /* halves of evidence */
};

/* Weights in hundredths. */
enum {
    HEAD = 400,        /* the description's head is a trait, at the head of its phrase */
    HEAD_INSIDE = 150, /* a trait that is no head */
    OTHER_WORD = 120,  /* another word of the description is a trait */
    OTHER_WORD_MISSING = -60,
    OTHER_ROLE = -60,   /* the person is known for something else */
    AGE = 40,           /* "the 43-year-old" is always somebody just named */
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

/* ---- descriptions ---- */

/* "the former mayor of Norvane": head "mayor"; words "former", "Norvane". */
typedef struct Description {
    const Subject *subject;
    uint32_t head;      /* token */
    uint32_t head_hash; /* of the number, when it is an age */
    RowBits rows;       /* of the head */
    bool bare;          /* "the mayor": nothing but a small word before the head, and nothing after it */
    bool owned;         /* "her husband", "the club's president" */
    bool former;        /* "Obama's former strategist" */
    int32_t against;    /* the person whom it is set against, or NO_PERSON */
    int32_t owner;      /* the person whose it is, as far as a name tells; or NO_PERSON */
} Description;

/* Many can be it: "the official". */
static bool is_generic(const Search *search, uint32_t head)
{
    static const Text words[] = {
        LITERAL("official"),  LITERAL("spokesman"), LITERAL("spokeswoman"), LITERAL("spokesperson"),
        LITERAL("witness"),   LITERAL("source"),    LITERAL("reporter"),    LITERAL("resident"),
        LITERAL("officer"),   LITERAL("voter"),     LITERAL("visitor"),     LITERAL("worker"),
        LITERAL("member"),    LITERAL("friend"),    LITERAL("colleague"),   LITERAL("customer"),
        LITERAL("passenger"), LITERAL("statement"), LITERAL("report"),      LITERAL("neighbour"),
        LITERAL("neighbor"),  LITERAL("child"),     LITERAL("boy"),         LITERAL("girl")};

    return TEXT_IS_ONE_OF(tokens_text(search->attribution->tokens, head), words);
}

static int32_t person_at(const Search *search, uint32_t token)
{
    const NameRun *mention = mention_at(search->attribution, token);

    return mention ? mention->person : NO_PERSON;
}

/* "Farrow said he was calm, [but] the mayor said": of two who are set against each other the second is not the first; or NO_PERSON. */
static int32_t set_against(const Search *search, const Subject *subject)
{
    const TokenList *tokens = search->attribution->tokens;
    unsigned before = subject->first > 0 ? word_at(search->attribution, subject->first - 1)->number : WORD_NONE;

    if (before != WORD_BUT && before != WORD_WHILE)
        return NO_PERSON;
    for (size_t i = search_from(search, &search->named, subject->first); i-- > 0;) {
        const NameRun *mention = search_mention(search, &search->named, i);

        if (token_sentence(tokens, mention->first) != token_sentence(tokens, subject->first))
            break;
        if (mention_leads_sentence(search, mention) && !token_is_quoted(tokens, mention->first))
            return mention->person;
    }
    return NO_PERSON;
}

/* False: not of something that the text has told before. */
static bool read_description(Search *search, const Subject *subject, Description *description)
{
    const Attribution *attribution = search->attribution;
    const Word *first = word_at(attribution, subject->first);
    uint32_t head = subject_head(attribution, subject);
    bool definite = first->number == WORD_THE || first->number == WORD_THIS || first->number == WORD_THAT;
    bool possessive = false, former = false,
         own = first->number == WORD_HIS || first->number == WORD_HER ||
               token_is(search, subject->first, TEXT("their")) || token_is(search, subject->first, TEXT("its"));

    for (uint32_t i = subject->first; i < head; i++) {
        possessive = possessive || word_at(attribution, i)->possessive;
        former = former || token_is(search, i, TEXT("former"));
    }
    if (!definite && !own && !possessive)
        return false;
    if (!search->traits)
        traits_make(search);
    *description = (Description){.subject = subject,
                                 .head = head,
                                 .head_hash = word_at(attribution, head)->hash,
                                 .bare = definite && head == subject->first + 1 && subject->end == head + 1,
                                 .owned = own || possessive,
                                 .former = former,
                                 .against = set_against(search, subject),
                                 .owner = person_at(search, subject->first)};
    if (token_age(attribution, head))
        description->head_hash = token_age(attribution, head);
    description->rows = *traits_rows(search->traits, description->head_hash);
    return true;
}

/* What anybody can be beside what they are known for: "the 35-year-old", "the father of three". */
static bool is_universal(const Search *search, const Description *description)
{
    return token_age(search->attribution, description->head) || token_is(search, description->head, TEXT("father")) ||
           token_is(search, description->head, TEXT("mother")) ||
           token_is(search, description->head, TEXT("veteran")) || token_is(search, description->head, TEXT("native"));
}

/* Of another word than the head: "former" says little when the head does not fit. */
static int word_fits(const Search *search, int32_t person, const Word *word, bool head)
{
    static const RowBits none = {0};

    if (traits_match(search, person, word->hash, &none))
        return head || word->capital ? OTHER_WORD : 0;
    return head ? OTHER_WORD_MISSING : 0;
}

/* "Otto Schnell, [the mayor of Haverley]": do both words stand beside the name, in its sentence? */
static bool is_said_beside(const Search *search, const NameRun *mention, uint32_t head_hash, uint32_t name_hash)
{
    const TokenList *tokens = search->attribution->tokens;
    uint32_t at = mention->outer > BESIDE_REACH ? mention->outer - BESIDE_REACH : 0;
    bool head = false, name = false;

    for (; at < attribution_token_count(search->attribution) && at < mention->outer_end + BESIDE_REACH; at++) {
        uint32_t hash = word_at(search->attribution, at)->hash;

        if (token_sentence(tokens, at) != token_sentence(tokens, mention->first))
            continue;
        head = head || hash == head_hash;
        name = name || hash == name_hash;
    }
    return head && name;
}

/* "the leader of [Stona]": is that a name with which the text does not describe the person? */
static bool is_of_another(const Search *search, const Description *description, const NameRun *mention)
{
    static const RowBits none = {0};
    uint32_t at = description->head + 1, end = description->subject->end;
    bool named = false;

    if (at >= end || !token_is(search, at, TEXT("of")))
        return false;
    while (++at < end) {
        const Word *word = word_at(search->attribution, at);

        if (!word->capital && !(word->classes & CLASS_DETERMINER))
            break;
        if (!word->capital || token_is_small(word))
            continue;
        named = true;
        if (traits_match(search, mention->person, word->hash, &none) ||
            is_said_beside(search, mention, description->head_hash, word->hash))
            return false;
    }
    return named;
}

/* How well the words fit; *head tells whether the head does. */
static int fit(const Search *search, const Description *description, int32_t person, bool *head)
{
    const Subject *subject = description->subject;
    int match = traits_match(search, person, description->head_hash, &description->rows);
    int score = match == 2 ? HEAD : match == 1 ? HEAD_INSIDE : 0;

    *head = match > 0;
    if (match == 0 && !is_universal(search, description) && traits_have_head(search, person))
        score += OTHER_ROLE;
    for (uint32_t i = subject->first; i < subject->end; i++) {
        const Word *token = word_at(search->attribution, i);

        if (i != description->head && !token_is_small(token))
            score += word_fits(search, person, token, match > 0);
    }
    return score;
}

static int paragraphs_between(const Search *search, uint32_t a, uint32_t b)
{
    uint32_t first = token_block(search->attribution->tokens, a), second = token_block(search->attribution->tokens, b);

    return (int)(first > second ? first - second : second - first);
}

static int prominence(const Search *search, const NameRun *mention, uint32_t first)
{
    const PersonEntry *who = &search->people->people.items[mention->person];
    int score = EACH_PARAGRAPH * paragraphs_between(search, first, mention->first) +
                EACH_MENTION * least((int)who->weight / 10, MOST_MENTIONS);

    score += paragraphs_between(search, first, mention->first) == 0 ? IN_PARAGRAPH : 0;
    score += mention_leads_sentence(search, mention) ? STARTS_SENTENCE : 0;
    score += mention->person == search->last ? SPOKE_LAST : 0;
    score +=
        who->evidence < LIKELY_PERSON && person_details(search->people, who)->title_count == 0 ? HARDLY_A_PERSON : 0;
    return score + (mention->first > first ? NOT_YET_NAMED : 0);
}

/* How far a description may reach for somebody of whom nothing of the kind was said. */
typedef enum Guess { GUESS_NOBODY, GUESS_IN_PARAGRAPH, GUESS_NEAR, GUESS_ANYWHERE } Guess;

/* Was the head's word met shortly before, of somebody without a name: "a forester … the forester"? */
static bool is_introduced(const Search *search, const Description *description)
{
    uint32_t first = description->subject->first, limit = first > INTRODUCTION_REACH ? first - INTRODUCTION_REACH : 0;

    for (uint32_t i = first; i-- > limit;) {
        const Word *token = word_at(search->attribution, i);

        if (token->hash == description->head_hash && !token_is_quoted(search->attribution->tokens, i) &&
            !token->capital && people_mention(search->people, i + 1) < 0)
            return true;
    }
    return false;
}

/* "the mayor", "the New York businessman", "the former secretary of state": another word for somebody, chosen
 * so as not to name them again. */
static bool is_elegant(const Search *search, const Description *description)
{
    for (uint32_t i = description->subject->first; i < description->subject->end; i++) {
        const Word *token = word_at(search->attribution, i);

        if (i != description->head && !token_is_small(token) && !token->capital && !is_role_word(search->people, i) &&
            !(tokens_lexicon(search->attribution->tokens, i) & LEXICON_ROLE_FIRST))
            return false;
    }
    return true;
}

/* "The prime minister": somebody else than who was named, unless the text says that they hold that office. */
static bool is_office(const Search *search, uint32_t head)
{
    static const Text words[] = {LITERAL("minister"), LITERAL("premier"), LITERAL("chancellor"),
                                 LITERAL("king"),     LITERAL("queen"),   LITERAL("pope")};

    return TEXT_IS_ONE_OF(tokens_text(search->attribution->tokens, head), words);
}

static Guess may_guess(const Search *search, const Description *description)
{
    const Word *head = word_at(search->attribution, description->head);
    bool role = (head->classes & CLASS_ROLE) || is_role_word(search->people, description->head) ||
                token_age(search->attribution, description->head);

    if (!role || description->against != NO_PERSON || (description->owned && !description->former) ||
        is_office(search, description->head) || (description->bare && is_introduced(search, description)))
        return GUESS_NOBODY;
    if (is_elegant(search, description) && !is_generic(search, description->head) &&
        !token_age(search->attribution, description->head))
        return GUESS_ANYWHERE;
    return is_universal(search, description) ? GUESS_NEAR : GUESS_IN_PARAGRAPH;
}

/* "the union leader said she was …": what a pronoun shortly behind the verb tells. */
static Gender gender_after(const Search *search, const Subject *subject)
{
    for (uint32_t i = subject->end;
         i < attribution_token_count(search->attribution) && i <= subject->end + PRONOUN_BEHIND; i++) {
        const Word *token = word_at(search->attribution, i);

        if (token_is_quoted(search->attribution->tokens, i) || token->sign == '.')
            break;
        if (gender_of_pronoun(token) != GENDER_UNKNOWN)
            return gender_of_pronoun(token);
    }
    return GENDER_UNKNOWN;
}

/* Is the person of the mention of another gender than the description? */
static bool is_other_gender(const Search *search, const NameRun *mention, Gender wanted)
{
    bool sure;
    Gender known = person_gender(search->people, (size_t)mention->person, &sure);

    return wanted != GENDER_UNKNOWN && known != GENDER_UNKNOWN && known != wanted;
}

/* May a person be meant of whom nothing of the kind was said, by the place of the mention alone? */
static bool may_be_guessed(const Search *search, const Subject *subject, const NameRun *mention, Guess guess)
{
    if (guess == GUESS_NOBODY || mention->first > subject->first)
        return false;
    return guess >= GUESS_ANYWHERE ||
           paragraphs_between(search, subject->first, mention->first) <= (guess == GUESS_NEAR ? 1 : 0);
}

/* "the government", "the White House": it is not one of its officials; a campaign may be whose it is. */
static bool is_authority(const Search *search, uint32_t head)
{
    static const Text words[] = {LITERAL("government"), LITERAL("ministry"),   LITERAL("police"),
                                 LITERAL("army"),       LITERAL("military"),   LITERAL("court"),
                                 LITERAL("council"),    LITERAL("department"), LITERAL("agency"),
                                 LITERAL("commission"), LITERAL("embassy"),    LITERAL("bureau")};

    return TEXT_IS_ONE_OF(tokens_text(search->attribution->tokens, head), words) ||
           (word_at(search->attribution, head)->capital && !is_role_word(search->people, head) &&
            !tokens_are_title_case(search->attribution->tokens, head));
}

/* "the company", "her campaign", "the same poll": nobody; "the developer" may be either. */
static bool is_group(const Search *search, const Description *description)
{
    static const Text words[] = {LITERAL("poll"), LITERAL("report"), LITERAL("study"), LITERAL("survey")};

    return TEXT_IS_ONE_OF(tokens_text(search->attribution->tokens, description->head), words) ||
           (rows_have(&description->rows, ROW_ORGANIZATION) && !is_role_word(search->people, description->head) &&
            !(description->bare && token_is(search, description->head, TEXT("campaign"))));
}

/* Is the person of a mention not whom the description means, however well it fits? */
static bool cannot_be(const Search *search, const Description *description, const NameRun *mention, Gender wanted)
{
    return token_span(search->attribution->tokens, mention->first) >= 0 || mention->person == description->owner ||
           mention->person == description->against || is_other_gender(search, mention, wanted) ||
           is_of_another(search, description, mention);
}

int32_t description_person(Search *search, const Subject *subject, bool *guessed)
{
    Description description;
    size_t from = search_from(search, &search->named, subject->first), first, end;
    int32_t best = NO_PERSON;
    int best_score = LEAST;
    Gender wanted;
    Guess guess;

    *guessed = false;
    if (!read_description(search, subject, &description) || is_authority(search, description.head) ||
        is_group(search, &description))
        return NO_PERSON;
    wanted = description_gender(search, subject);
    if (wanted == GENDER_UNKNOWN)
        wanted = gender_after(search, subject);
    guess = may_guess(search, &description);
    first = from > MENTIONS_BEFORE ? from - MENTIONS_BEFORE : 0;
    end = search->named.count - from < MENTIONS_AFTER ? search->named.count : from + MENTIONS_AFTER;
    for (size_t i = first; i < end; i++) {
        const NameRun *mention = search_mention(search, &search->named, i);
        bool head;
        int score;

        if (cannot_be(search, &description, mention, wanted))
            continue;
        score = fit(search, &description, mention->person, &head);
        if (!head && !may_be_guessed(search, subject, mention, guess))
            continue;
        score +=
            prominence(search, mention, subject->first) + (token_age(search->attribution, description.head) ? AGE : 0);
        if (score > best_score) {
            best = mention->person;
            best_score = score;
            *guessed = !head;
        }
    }
    return best;
}

/* ---- organisations ---- */

/* A word that is a name only by the capital that begins its sentence: "Heat pumps", "Shares in". */
static bool is_mere_capital(const Search *search, const NameRun *mention)
{
    if (mention->organization || mention->outer_end - mention->outer > 1 || !mention_starts_sentence(search, mention))
        return false;
    return !mention_before_verb(search, mention) ||
           (tokens_lexicon(search->attribution->tokens, mention->first) & LEXICON_COMMON);
}

/* "Marrow Bay": it is spoken of, and says nothing; a country may. */
static bool is_mere_place(const Search *search, const NameRun *mention)
{
    const TokenList *tokens = search->attribution->tokens;
    Range range = {token_start(tokens, mention->first), token_end(tokens, mention->end - 1)};
    uint32_t flags = lexicon_flags(text_slice(tokens->article->text, range));

    return (flags & LEXICON_PLACE) && !(flags & (LEXICON_COUNTRY | LEXICON_ORGANIZATION | LEXICON_DOUBTFUL));
}

static bool is_no_organization(const Search *search, const NameRun *mention)
{
    return token_is_quoted(search->attribution->tokens, mention->first) || is_mere_capital(search, mention) ||
           is_mere_place(search, mention);
}

/* "Heat pump maker [Arvensys]": a few words further back in the sentence. */
static uint32_t before_in_sentence(const Search *search, const NameRun *mention, uint32_t words)
{
    uint32_t first = mention->outer;

    while (first > 0 && words-- > 0 && tokens_beside(search->people->tokens, first - 1, mention->outer) &&
           word_at(search->attribution, first - 1)->kind == TOKEN_WORD)
        first--;
    return first;
}

static bool is_called(const Search *search, const NameRun *mention, const Description *description)
{
    TokenRange beside = {mention->outer_end, mention->outer_end};

    if (beside.first < attribution_token_count(search->attribution) &&
        word_at(search->attribution, beside.first)->sign == ',')
        beside = traits_phrase_after(search, beside.first + 1);
    for (int side = 0; side < 2; side++) {
        uint32_t first = side ? beside.first : before_in_sentence(search, mention, CALLED_BEFORE),
                 end = side ? beside.end : mention->outer_end;

        for (uint32_t i = first; i < end; i++) {
            uint32_t hash = word_at(search->attribution, i)->hash;

            if (hash == description->head_hash || rows_meet(traits_rows(search->traits, hash), &description->rows))
                return true;
        }
    }
    return false;
}

/* "toy maker Kinderloft" */
static bool is_called_company(const Search *search, const NameRun *mention)
{
    for (uint32_t i = before_in_sentence(search, mention, CALLED_BEFORE); i < mention->outer; i++) {
        if (rows_have(traits_rows(search->traits, word_at(search->attribution, i)->hash), ROW_ORGANIZATION))
            return true;
    }
    return false;
}

/* Somebody with evidence is no organisation unless called one. */
static bool is_likely_person(const Search *search, const NameRun *mention)
{
    return mention->person != NO_PERSON && search->people->people.items[mention->person].evidence >= LIKELY_PERSON;
}

/* "government official Rustan Pakaya": by a first name a person, whatever is beside it. */
static bool has_gender(const Search *search, const NameRun *mention)
{
    bool sure;

    return mention->person != NO_PERSON && mention->end - mention->first > 1 &&
           person_gender(search->people, (size_t)mention->person, &sure) != GENDER_UNKNOWN;
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
        traits_make(search);
    if (!pronoun &&
        (!read_description(search, subject, &description) || !description.bare ||
         word_at(search->attribution, description.head)->capital || !rows_have(&description.rows, ROW_ORGANIZATION)))
        return NULL;
    for (size_t i = from; i-- > limit;) {
        const NameRun *mention = search_mention(search, &search->others, i);
        const TokenList *tokens = search->attribution->tokens;
        int score = EACH_PARAGRAPH * paragraphs_between(search, subject->first, mention->first) +
                    EACH_SENTENCE *
                        least((int)(token_sentence(tokens, subject->first) - token_sentence(tokens, mention->first)),
                              MOST_MENTIONS);
        bool called;

        if (is_no_organization(search, mention))
            continue;
        called = pronoun ? is_called_company(search, mention) : is_called(search, mention, &description);
        if ((!called && is_likely_person(search, mention)) || (!pronoun && has_gender(search, mention)))
            continue;
        score += mention_starts_sentence(search, mention) ? STARTS_SENTENCE : 0;
        score += mention_before_verb(search, mention) ? BEFORE_VERB : 0;
        score += mention->organization ? 0 : NOT_AN_ORGANIZATION;
        score += called ? ORGANIZATION_NAMED : 0;
        if (score > best_score) {
            best = mention;
            best_score = score;
        }
    }
    return best;
}
