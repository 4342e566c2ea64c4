/*
 * Speech, or words in quotation marks that nobody says:
 *
 *     the film “The Long Night”       a title: capitals, and an ordinary word before it, or a noun for works
 *     William “Spud” Pruett           a nickname: inside a name, or after "nicknamed"
 *     a sign reading “Keep out”       a term: what is written on things
 *     the so-called “experts”         scare quotes
 *     Leonov, known as “No. 11”       a name that somebody or something goes by, whoever stands before it
 *
 * What a verb of saying stands beside is speech whatever it looks like: said “Yes.”
 */
#include "analysis/speech/speech.h"

#include "analysis/attribution/subjects.h"
#include "analysis/attribution/verbs.h"

enum {
    TITLE_LONGEST = 9,
    NICKNAME_LONGEST = 3,
    ANNOUNCEMENT_REACH = 3,
    CALLED_WORDS = 5,
    SIGN_LONGEST = 4,
    UNCUED_FRAGMENT = 2,
    SENTENCE_SPANS = 8
};

static bool is_small_word(Text word)
{
    static const Text words[] = {LITERAL("the"), LITERAL("of"), LITERAL("a"),   LITERAL("an"), LITERAL("and"),
                                 LITERAL("to"),  LITERAL("in"), LITERAL("for"), LITERAL("on"), LITERAL("with"),
                                 LITERAL("at"),  LITERAL("by"), LITERAL("or"),  LITERAL("is")};

    return TEXT_IS_ONE_OF(word, words);
}

/* Nouns for works, and verbs that give a name: a title or a name follows. */
static bool announces_title(Text word)
{
    static const Text words[] = {
        LITERAL("album"),     LITERAL("article"), LITERAL("ballad"),  LITERAL("book"),        LITERAL("broadcast"),
        LITERAL("chapter"),   LITERAL("column"),  LITERAL("comedy"),  LITERAL("documentary"), LITERAL("drama"),
        LITERAL("entitled"),  LITERAL("episode"), LITERAL("essay"),   LITERAL("exhibition"),  LITERAL("feature"),
        LITERAL("film"),      LITERAL("hit"),     LITERAL("host"),    LITERAL("hymn"),        LITERAL("memoir"),
        LITERAL("movie"),     LITERAL("musical"), LITERAL("named"),   LITERAL("novel"),       LITERAL("opera"),
        LITERAL("painting"),  LITERAL("play"),    LITERAL("podcast"), LITERAL("poem"),        LITERAL("program"),
        LITERAL("programme"), LITERAL("record"),  LITERAL("sequel"),  LITERAL("series"),      LITERAL("show"),
        LITERAL("sitcom"),    LITERAL("single"),  LITERAL("sketch"),  LITERAL("song"),        LITERAL("story"),
        LITERAL("titled"),    LITERAL("track"),   LITERAL("called"),
    };

    return TEXT_IS_ONE_OF(word, words);
}

static bool announces_nickname(Text word)
{
    static const Text words[] = {LITERAL("nicknamed"), LITERAL("nickname"), LITERAL("dubbed"),
                                 LITERAL("aka"),       LITERAL("a.k.a"),    LITERAL("name")};

    return TEXT_IS_ONE_OF(word, words);
}

/* What is written on it is read, not said. */
static bool is_inscribed(Text word)
{
    static const Text words[] = {LITERAL("sign"),     LITERAL("signs"),     LITERAL("banner"),    LITERAL("banners"),
                                 LITERAL("placard"),  LITERAL("placards"),  LITERAL("plaque"),    LITERAL("t-shirt"),
                                 LITERAL("t-shirts"), LITERAL("shirt"),     LITERAL("sticker"),   LITERAL("stickers"),
                                 LITERAL("label"),    LITERAL("headline"),  LITERAL("headlines"), LITERAL("caption"),
                                 LITERAL("chorus"),   LITERAL("billboard"), LITERAL("menu")};

    return TEXT_IS_ONE_OF(word, words);
}

typedef struct Wording {
    size_t words;
    bool capital;    /* begins with one */
    bool title_case; /* all its longer words begin with a capital or a digit */
} Wording;

/* Words in a token: of scripts without blanks two characters make about one. */
static size_t words_in(Text token)
{
    size_t size;

    return token.size && utf8_decode(token, 0, &size) >= 0x2E80 ? (token.size / size + 1) / 2 : 1;
}

static Wording wording_of(const Attribution *attribution, size_t span)
{
    Range inner = span_inner(&attribution->tokens->spans.items[span]);
    Wording wording = {0, false, true};
    bool any = false;

    for (uint32_t i = span_first(attribution, span), end = span_end(attribution, span); i < end; i++) {
        const Word *token = word_at(attribution, i);

        if (token->kind == TOKEN_SIGN || token_start(attribution->tokens, i) < inner.start)
            continue;
        if (wording.words == 0)
            wording.capital = token->capital || token->kind == TOKEN_NUMBER;
        wording.words += words_in(tokens_text(attribution->tokens, i));
        if ((any && !wording.title_case) || is_small_word(tokens_text(attribution->tokens, i)))
            continue;
        any = true;
        wording.title_case = wording.title_case && (token->capital || token->kind == TOKEN_NUMBER);
    }
    wording.title_case = wording.title_case && any;
    return wording;
}

/* The word before a quotation in its sentence, a comma between them left out; of “A” and “B” the word before
 * the first; NO_CUE: it begins the sentence, or follows another. */
static uint32_t word_before(const Attribution *attribution, size_t span)
{
    const TokenList *tokens = attribution->tokens;
    uint32_t first = span_first(attribution, span), at = first;
    int steps = 0;

    while (at > 0) {
        const Word *token = word_at(attribution, --at);

        if (!tokens_same_sentence(tokens, at, first) || token_is_quoted(tokens, at) || token->sign == ':')
            return NO_CUE;
        if (steps < SENTENCE_SPANS && at > 0 && (token->number == WORD_AND || token->number == WORD_OR) &&
            token_is_quoted(tokens, at - 1) && (size_t)token_span(tokens, at - 1) + 1 == span && span > 0) {
            at = first = span_first(attribution, --span);
            steps++;
            continue;
        }
        if (token->kind != TOKEN_SIGN || token->possessive)
            return at;
        if (token->sign != ',')
            return NO_CUE;
    }
    return NO_CUE;
}

static Text word_text(const Attribution *attribution, uint32_t token)
{
    return tokens_text(attribution->tokens, token);
}

/* A word of the few before a quotation, in one sentence without signs. */
static bool announced(const Attribution *attribution, uint32_t before, bool (*announces)(Text))
{
    for (uint32_t i = before;; i--) {
        const Word *token = word_at(attribution, i);

        if (announces(word_text(attribution, i)))
            return true;
        if (i == 0 || before - i + 1 >= ANNOUNCEMENT_REACH || token->kind == TOKEN_SIGN ||
            !tokens_same_sentence(attribution->tokens, i - 1, i))
            return false;
    }
}

/* Between two parts of a name: Marcia “Cia” Price. */
static bool is_inside_name(const Attribution *attribution, size_t span, uint32_t before)
{
    uint32_t end = span_end(attribution, span);
    const Word *left = word_at(attribution, before), *right;

    if (end >= attribution_token_count(attribution))
        return false;
    right = word_at(attribution, end);
    return left->capital && right->capital && !token_is_quoted(attribution->tokens, end) && right->kind == TOKEN_WORD &&
           tokens_same_sentence(attribution->tokens, before, end);
}

/* Is it what somebody is called to their face: called her “Miss Piggy”, hailed him as “The Comeback Kid”? */
static bool is_called_so(const Attribution *attribution, size_t span, uint32_t before)
{
    uint32_t cue = decision_of(attribution, span)->cue;

    if (cue == NO_CUE || cue >= before || before - cue > CALLED_WORDS)
        return false;
    for (uint32_t i = cue + 1; i <= before; i++) {
        const Word *token = word_at(attribution, i);

        if (token->kind == TOKEN_SIGN || token->possessive ||
            ((token->classes & CLASS_PREPOSITION) && token->number != WORD_AS) ||
            announces_title(word_text(attribution, i)))
            return false;
    }
    return true;
}

/* Does the sentence go on to the quotation with a verb of saying? Then it is somebody's words. */
static bool is_said_beside(const Attribution *attribution, uint32_t before)
{
    return cue_strength(attribution, before) >= STRENGTH_MAYBE || word_at(attribution, before)->number == WORD_THAT ||
           word_at(attribution, before)->number == WORD_HIM || word_at(attribution, before)->number == WORD_THEM;
}

/* "a sign reading “…”", "the banner said “…”" */
static bool is_read_from(const Attribution *attribution, uint32_t before)
{
    static const Text verbs[] = {LITERAL("reading"), LITERAL("saying"), LITERAL("headed"), LITERAL("marked"),
                                 LITERAL("read"),    LITERAL("reads"),  LITERAL("said"),   LITERAL("says")};
    uint32_t noun = before;

    if (before == 0 || !TEXT_IS_ONE_OF(word_text(attribution, before), verbs))
        return false;
    noun--;
    if (word_at(attribution, noun)->number == WORD_THAT || word_at(attribution, noun)->number == WORD_WHICH)
        noun -= noun > 0;
    return token_sentence(attribution->tokens, noun) == token_sentence(attribution->tokens, before) &&
           is_inscribed(word_text(attribution, noun));
}

/* "[what] Farrow called “…”", "[which] she called": it is she who says so. */
static bool is_in_relative(const Attribution *attribution, uint32_t verb)
{
    for (uint32_t i = verb; i > 0 && verb - i < CALLED_WORDS && tokens_same_sentence(attribution->tokens, i - 1, verb);) {
        const Word *word = word_at(attribution, --i);

        if (word->number == WORD_WHAT || word->number == WORD_WHICH || word->number == WORD_THAT ||
            word->number == WORD_WHO)
            return true;
    }
    return false;
}

/* "a plan called “…”", ", called “…”", "was called “…”": a participle. Who calls it does not stand before: no name or pronoun. */
static bool is_passive(const Attribution *attribution, uint32_t verb)
{
    const Word *left;

    if (verb == 0 || !tokens_same_sentence(attribution->tokens, verb - 1, verb) || is_in_relative(attribution, verb))
        return false;
    left = word_at(attribution, verb - 1);
    return left->sign == ',' || (left->kind == TOKEN_WORD && !left->capital && !(left->classes & CLASS_PRONOUN));
}

/* "also known as “…”", "billed as “…”", "titled “…”", "a ship named “…”": a name is given, and nothing is said. */
static bool is_given_as_name(const Attribution *attribution, uint32_t before)
{
    static const Text as[] = {LITERAL("known"), LITERAL("billed"), LITERAL("marketed")},
                      directly[] = {LITERAL("titled"), LITERAL("entitled"), LITERAL("subtitled"), LITERAL("named")};
    Text word = word_text(attribution, before);

    if (before > 0 && word_at(attribution, before)->number == WORD_AS &&
        tokens_same_sentence(attribution->tokens, before - 1, before))
        return TEXT_IS_ONE_OF(word_text(attribution, before - 1), as);
    return TEXT_IS_ONE_OF(word, directly) || (text_equal(word, TEXT("called")) && is_passive(attribution, before));
}

static bool is_stopped(char last)
{
    return last == '.' || last == '!' || last == '?';
}

static SpeechKind kind_beside_word(const Attribution *attribution, size_t span, uint32_t before, const Wording *wording)
{
    char last = attribution_last_byte(attribution, span);

    if (wording->words <= NICKNAME_LONGEST && wording->title_case &&
        (is_inside_name(attribution, span, before) || announced(attribution, before, announces_nickname)))
        return SPEECH_NICKNAME;
    if (announces_nickname(word_text(attribution, before)) || is_given_as_name(attribution, before))
        return SPEECH_NICKNAME;
    if (wording->words <= SIGN_LONGEST && is_read_from(attribution, before))
        return SPEECH_TERM;
    if (wording->title_case && wording->words <= TITLE_LONGEST && last != '!' && last != '?' &&
        !is_called_so(attribution, span, before) &&
        (announced(attribution, before, announces_title) || (wording->words > 1 && !is_said_beside(attribution, before) &&
                                                             !tokens_are_title_case(attribution->tokens, before))))
        return SPEECH_TITLE;
    if (text_equal_ignoring_case(word_text(attribution, before), TEXT("so-called")))
        return SPEECH_SCARE;
    return SPEECH_IS;
}

/* The rule of the quotation in the same sentence that this one has its speaker from. */
static RuleId rule_in_sentence(const Attribution *attribution, size_t span)
{
    for (int steps = 0;
         steps < SENTENCE_SPANS && decision_of(attribution, span)->rule == RULE_SAME_SENTENCE && span > 0; steps++)
        span--;
    return decision_of(attribution, span)->rule;
}

SpeechKind attribution_speech_kind(const Attribution *attribution, size_t span)
{
    RuleId rule = decision_of(attribution, span)->rule;
    Wording wording = wording_of(attribution, span);
    uint32_t before = word_before(attribution, span);

    if (rule_is_on(attribution, RULE_TITLES)) {
        SpeechKind kind = before == NO_CUE ? SPEECH_IS : kind_beside_word(attribution, span, before, &wording);

        if (kind != SPEECH_IS)
            return kind;
    }
    if (rule_fact(rule_in_sentence(attribution, span), HAS_CUE) || !rule_is_on(attribution, RULE_SCARE))
        return SPEECH_IS;
    if (wording.capital && before == NO_CUE && is_stopped(attribution_last_byte(attribution, span)))
        return SPEECH_IS; /* a sentence of its own */
    if (wording.words <= UNCUED_FRAGMENT && !rule_fact(rule, KEEPS_FRAGMENTS))
        return SPEECH_SCARE;
    return wording.title_case && wording.words < TITLE_LONGEST ? SPEECH_TITLE : SPEECH_IS;
}

static void note_speaker(const Attribution *attribution, int32_t subject, bool *speaking)
{
    if (subject != NO_SUBJECT && subject_at(attribution, subject)->person != NO_PERSON)
        speaking[subject_at(attribution, subject)->person] = true;
}

const bool *attribution_speaking_people(const Attribution *attribution, Arena *arena)
{
    const People *people = attribution->people;
    bool *speaking = ARENA_ARRAY(arena, bool, people->people.count + 1);

    for (size_t i = 0; i < attribution->tokens->spans.count; i++) {
        if (rule_fact(decision_of(attribution, i)->rule, HAS_CUE) && attribution_speech_kind(attribution, i) == SPEECH_IS)
            note_speaker(attribution, decision_of(attribution, i)->subject, speaking);
    }
    for (size_t i = 0; i < people->people.count; i++)
        speaking[i] = speaking[i] && person_is_evident(people, i);
    return speaking;
}
