/*
 * A clause has a subject and a verb. Without a parser both are told by small words and endings:
 *
 *     said [the bridge , which is old , would go]    "which" takes "is" for itself, "would" is the clause's
 *     announced [the bridge would go]                an auxiliary, plain to see
 *     announced the bridge built in 1920             "built" and what ends in "-ed" may be something else
 *     said [they keep it open]                       a pronoun that is a subject
 */
#include "analysis/speech/clauses.h"

#include "analysis/attribution/verbs.h"
#include "analysis/words/vocabulary.h"
#include "base/lower_bound.h"

enum { VERB_REACH = 24, /* items */ FEWEST_WORDS = 3 };

static Text item_text(const Attribution *attribution, const Sentence *sentence, size_t at)
{
    return tokens_text(attribution->tokens, sentence->items[at].token);
}

const TellingVerb *telling_verb(const Attribution *attribution, uint32_t verb)
{
    static const TellingVerb verbs[] = {
#define TELLS(object, listener, base, third, past, participle) \
    {{LITERAL(base), LITERAL(third), LITERAL(past), LITERAL(participle)}, OBJECT_##object, LISTENER_##listener},
#include "analysis/speech/telling_verbs.def"
    };
    static const TellingVerb other = {{{0}}, OBJECT_MAYBE, LISTENER_NOBODY};
    Text text = tokens_text(attribution->tokens, verb);
    char first = text.size ? ascii_to_lower(text.bytes[0]) : '\0';
    size_t at;

    LOWER_BOUND(at, COUNT_OF(verbs), verbs[at].forms[0].bytes[0] < first);
    for (; at < COUNT_OF(verbs) && verbs[at].forms[0].bytes[0] == first; at++) {
        for (size_t form = 0; form < VERB_FORMS; form++) {
            if (text_equal_ignoring_case(text, verbs[at].forms[form]))
                return &verbs[at];
        }
    }
    return &other;
}

static bool ends_in_one_of(Text text, const Text *endings, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (text_ends_with(text, endings[i]))
            return true;
    }
    return false;
}

/* "they’ll": a subject and its verb. */
static bool is_subject_with_verb(Text text)
{
    static const Text endings[] = {LITERAL("'ll"), LITERAL("’ll"), LITERAL("'re"),
                                   LITERAL("’re"), LITERAL("'ve"), LITERAL("’ve")};

    return ends_in_one_of(text, endings, COUNT_OF(endings));
}

/* "was", "would", "didn’t", "they’ll": nothing but a verb. */
static bool is_plain_verb(const Attribution *attribution, const Sentence *sentence, size_t at)
{
    static const Text endings[] = {LITERAL("n't"), LITERAL("n’t")};
    const Word *word = item_token(attribution, sentence, at);

    if (!word || word->capital || word->kind != TOKEN_WORD)
        return false;
    if ((word->classes & (CLASS_FINITE | CLASS_NOUN_TOO)) == CLASS_FINITE)
        return true;
    return is_subject_with_verb(item_text(attribution, sentence, at)) ||
           ends_in_one_of(item_text(attribution, sentence, at), endings, COUNT_OF(endings));
}

/* "closed", "warned", "reduces": a verb, or a participle, or a noun. */
static bool is_likely_verb(const Attribution *attribution, const Sentence *sentence, size_t at)
{
    const Word *word = item_token(attribution, sentence, at);

    return word && !word->capital && !(word->classes & CLASS_NOUN_TOO) &&
           !word_ends_in_ing(attribution, sentence->items[at].token) && /* "support, [including] the ferry" */
           (word_is_verb_like(attribution, sentence->items[at].token) ||
            (word->size == 4 && text_ends_with(item_text(attribution, sentence, at), TEXT("ed")))) &&
           !(at > 0 && item_has(attribution, sentence, at - 1, CLASS_DETERMINER | CLASS_PREPOSITION));
}

/* What stands behind a verb rather than behind a participle: "exited [the] hall". */
static bool is_object(const Attribution *attribution, const Sentence *sentence, size_t at)
{
    const Word *word = at < sentence->count ? item_token(attribution, sentence, at) : NULL;

    return word && word->kind == TOKEN_WORD &&
           ((word->classes & (CLASS_DETERMINER | CLASS_PRONOUN)) || word->capital || word->number == WORD_HIM ||
            word->number == WORD_THEM);
}

/* "reduces the cost", "needs to grow" */
static bool is_present_verb(const Attribution *attribution, const Sentence *sentence, size_t at)
{
    const Word *word = item_token(attribution, sentence, at);
    Text text;

    if (!word || word->capital || word->kind != TOKEN_WORD || word->classes)
        return false;
    text = item_text(attribution, sentence, at);
    return text.size > 3 && text_ends_with(text, TEXT("s")) && !text_ends_with(text, TEXT("ss")) &&
           (is_object(attribution, sentence, at + 1) || item_is(attribution, sentence, at + 1, WORD_TO));
}

/* "[they] keep it open" */
static bool begins_with_pronoun(const Attribution *attribution, const Sentence *sentence, size_t first)
{
    const Word *next = first + 1 < sentence->count ? item_token(attribution, sentence, first + 1) : NULL;

    return item_has(attribution, sentence, first, CLASS_PRONOUN) &&
           !item_is(attribution, sentence, first, WORD_WHICH) && !item_is(attribution, sentence, first, WORD_WHO) &&
           next && next->kind == TOKEN_WORD && !(next->classes & (CLASS_PREPOSITION | CLASS_CONJUNCTION));
}

/* NULL, a quotation, begins none. */
static bool begins_relative(const Word *word)
{
    return word && (word->number == WORD_WHO || word->number == WORD_WHICH || word->number == WORD_THAT ||
                    word->number == WORD_WHERE || word->number == WORD_WHOSE || word->number == WORD_WHAT);
}

static bool is_number(const Attribution *attribution, const Sentence *sentence, size_t at)
{
    const Word *word = at < sentence->count ? item_token(attribution, sentence, at) : NULL;

    return word && word->kind == TOKEN_NUMBER;
}

/* The comma of "14,000", which parts nothing. */
static bool is_in_number(const Attribution *attribution, const Sentence *sentence, size_t comma)
{
    return comma > 0 && is_number(attribution, sentence, comma - 1) && is_number(attribution, sentence, comma + 1) &&
           token_end(attribution->tokens, sentence->items[comma - 1].token) + 1 ==
               token_start(attribution->tokens, sentence->items[comma + 1].token);
}

/* "[£]14,000" */
static bool is_currency(const Attribution *attribution, const Sentence *sentence, size_t at)
{
    static const Text signs[] = {LITERAL("$"), LITERAL("£"), LITERAL("¥"), LITERAL("€")};

    return is_number(attribution, sentence, at + 1) && TEXT_IS_ONE_OF(item_text(attribution, sentence, at), signs);
}

static bool may_begin(const Attribution *attribution, const Sentence *sentence, size_t first)
{
    static const Text asking[] = {LITERAL("how"), LITERAL("why"), LITERAL("what")};
    const Word *word = first < sentence->count ? item_token(attribution, sentence, first) : NULL;

    if (!word || (word->kind == TOKEN_SIGN && !is_currency(attribution, sentence, first)))
        return false;
    if (word->number == WORD_THIS)
        return true;
    return !(word->classes & (CLASS_PREPOSITION | CLASS_TIME | CLASS_CONJUNCTION)) &&
           !TEXT_IS_ONE_OF(item_text(attribution, sentence, first), asking);
}

static bool is_verb(const Attribution *attribution, const Sentence *sentence, size_t at, VerbObject object)
{
    if (is_plain_verb(attribution, sentence, at))
        return true;
    if (is_likely_verb(attribution, sentence, at))
        return object == OBJECT_CLAUSE || is_object(attribution, sentence, at + 1);
    return object == OBJECT_CLAUSE && is_present_verb(attribution, sentence, at);
}

/* "announced the sale [after] it was" */
static bool begins_adverbial(const Attribution *attribution, const Sentence *sentence, size_t at)
{
    return item_has(attribution, sentence, at, CLASS_CONJUNCTION) && !item_is(attribution, sentence, at, WORD_AND) &&
           !item_is(attribution, sentence, at, WORD_OR) && !item_is(attribution, sentence, at, WORD_AS) &&
           !text_equal(item_text(attribution, sentence, at), TEXT("than"));
}

/* "told state media, [adding] that", "…, [and] nobody" */
static bool ends_there(const Attribution *attribution, const Sentence *sentence, size_t at)
{
    return item_is(attribution, sentence, at, WORD_AND) || item_is(attribution, sentence, at, WORD_BUT) ||
           (item_has(attribution, sentence, at, CLASS_SAYS) && word_ends_in_ing(attribution, sentence->items[at].token));
}

/* "announced the plan and [followed] it up": what the speaker did besides, more likely than what was said. */
static bool is_further_verb(const Attribution *attribution, const Sentence *sentence, size_t at)
{
    return item_is(attribution, sentence, at - 1, WORD_AND) && !is_plain_verb(attribution, sentence, at);
}

/* "announced [the steps it will take]", "stressed [the change her work had made]": a noun, and what is said of it without "that". */
static bool begins_bare_relative(const Attribution *attribution, const Sentence *sentence, size_t at)
{
    const Word *before = item_token(attribution, sentence, at - 1), *word = item_token(attribution, sentence, at);
    Text text = item_text(attribution, sentence, at);

    return before && before->kind == TOKEN_WORD && !is_plain_verb(attribution, sentence, at - 1) &&
           !(before->classes & (CLASS_PREPOSITION | CLASS_CONJUNCTION | CLASS_TIME | CLASS_DETERMINER)) &&
           !begins_relative(before) &&
           ((word->classes & CLASS_PRONOUN) || word->number == WORD_HIS || word->number == WORD_HER ||
            text_equal(text, TEXT("its")) || text_equal(text, TEXT("their")));
}

/* "has [had]", "have [gone]": one verb of two words. */
static bool is_perfect(const Attribution *attribution, const Sentence *sentence, size_t at)
{
    static const Text words[] = {LITERAL("had"), LITERAL("has"), LITERAL("have")};

    return TEXT_IS_ONE_OF(item_text(attribution, sentence, at), words) && at + 1 < sentence->count &&
           sentence->items[at + 1].span < 0 &&
           (is_plain_verb(attribution, sentence, at + 1) || is_likely_verb(attribution, sentence, at + 1));
}

bool clause_begins(const Attribution *attribution, const Sentence *sentence, size_t first, VerbObject object)
{
    int relatives = 0; /* that have no verb as yet */
    size_t comma = 0;

    if (!may_begin(attribution, sentence, first))
        return false;
    if (begins_with_pronoun(attribution, sentence, first) ||
        is_subject_with_verb(item_text(attribution, sentence, first)))
        return true;
    for (size_t at = first + 1; at < sentence->count && at < first + VERB_REACH; at++) {
        const Word *word = item_token(attribution, sentence, at);

        if (word && word->sign == ',' && is_in_number(attribution, sentence, at))
            continue;
        if (!word || word->sign == ';' || word->sign == ':' ||
            (word->sign == ',' && at + 1 < sentence->count && ends_there(attribution, sentence, at + 1)))
            return false;
        if (word->sign == ',' && !(relatives && begins_relative(item_token(attribution, sentence, at - 1)))) {
            comma = at;
            relatives = 0; /* "the bridge, which sank, would": a verb that is not known */
        }
        if (word->number == WORD_AND)
            comma = 0; /* "rail, road and bridge would" */
        if (word->number == WORD_TO)
            at++; /* "the plan to [close]" */
        else if (begins_relative(word) || (object == OBJECT_EITHER && begins_bare_relative(attribution, sentence, at)))
            relatives++;
        else if (!relatives && begins_adverbial(attribution, sentence, at))
            return false; /* "announced the sale after it was" */
        else if (is_verb(attribution, sentence, at, relatives ? OBJECT_CLAUSE : object) &&
                 !is_further_verb(attribution, sentence, at)) {
            if (!relatives && (!comma || comma + 1 == at))
                return true;
            relatives -= relatives > 0;
            at += is_perfect(attribution, sentence, at);
        }
    }
    return false;
}

bool clause_has_verb(const Attribution *attribution, const Sentence *sentence, size_t first, size_t end)
{
    for (size_t at = first; at < end; at++) {
        if (is_verb(attribution, sentence, at, OBJECT_CLAUSE))
            return true;
    }
    return false;
}

static bool is_calendar(const Attribution *attribution, const Sentence *sentence, size_t at)
{
    return at < sentence->count && item_token(attribution, sentence, at) &&
           item_token(attribution, sentence, at)->capital &&
           (tokens_lexicon(attribution->tokens, sentence->items[at].token) & LEXICON_CALENDAR);
}

static bool is_span_of_time(const Attribution *attribution, const Sentence *sentence, size_t at)
{
    static const Text words[] = {LITERAL("week"),    LITERAL("month"),     LITERAL("year"),   LITERAL("night"),
                                 LITERAL("morning"), LITERAL("afternoon"), LITERAL("evening")};

    return at < sentence->count && item_token(attribution, sentence, at) &&
           TEXT_IS_ONE_OF(item_text(attribution, sentence, at), words) &&
           !(at + 1 < sentence->count && item_possessive(attribution, sentence, at + 1));
}

size_t clause_after_time(const Attribution *attribution, const Sentence *sentence, size_t at)
{
    static const Text days[] = {LITERAL("yesterday"), LITERAL("today"), LITERAL("tonight"), LITERAL("later"),
                                LITERAL("earlier")};
    size_t last = at;

    while (last < sentence->count && last < at + 3 && item_has(attribution, sentence, last, CLASS_TIME) &&
           !is_calendar(attribution, sentence, last) && !TEXT_IS_ONE_OF(item_text(attribution, sentence, last), days))
        last++; /* "on", "last", "on last" */
    if (is_calendar(attribution, sentence, last)) {
        last++;
        if (is_span_of_time(attribution, sentence, last))
            return last + 1;
        return last < sentence->count && item_token(attribution, sentence, last) &&
                       item_token(attribution, sentence, last)->kind == TOKEN_NUMBER
                   ? last + 1
                   : last;
    }
    if (last > at && is_span_of_time(attribution, sentence, last))
        return last + 1;
    return last == at && at < sentence->count && item_token(attribution, sentence, at) &&
                   TEXT_IS_ONE_OF(item_text(attribution, sentence, at), days)
               ? at + 1
               : at;
}

/* What is the reporter's own again behind a comma: "…, [but] nobody asked", "…, [per] its rules". */
static bool is_turning_word(const Attribution *attribution, const Sentence *sentence, size_t at)
{
    static const Text words[] = {LITERAL("but"), LITERAL("though"),    LITERAL("although"), LITERAL("while"),
                                 LITERAL("per"), LITERAL("according"), LITERAL("whereas"),  LITERAL("before")};

    return at < sentence->count && item_token(attribution, sentence, at) &&
           TEXT_IS_ONE_OF(item_text(attribution, sentence, at), words);
}

/* "…, [and encouraged] women to apply": the speaker does more than to say this. */
static bool goes_on(const Attribution *attribution, const Sentence *sentence, size_t at)
{
    return item_is(attribution, sentence, at, WORD_AND) && at + 1 < sentence->count &&
           is_likely_verb(attribution, sentence, at + 1) && !item_has(attribution, sentence, at + 1, CLASS_AUXILIARY);
}

/* "it was late [and urged] them to go", "[and called] it “sad”": what the speaker does with words besides. */
static bool says_more(const Attribution *attribution, const Sentence *sentence, size_t at)
{
    static const Text verbs[] = {LITERAL("accused"),    LITERAL("asked"),       LITERAL("called"),
                                 LITERAL("cautioned"),  LITERAL("criticised"),  LITERAL("criticized"),
                                 LITERAL("denounced"),  LITERAL("highlighted"), LITERAL("praised"),
                                 LITERAL("questioned"), LITERAL("quoted"),      LITERAL("thanked"),
                                 LITERAL("urged")};

    return item_is(attribution, sentence, at, WORD_AND) && at + 1 < sentence->count &&
           sentence->items[at + 1].span < 0 && TEXT_IS_ONE_OF(item_text(attribution, sentence, at + 1), verbs);
}

/* Can a clause be cut before an item: at a comma, ": “…”", "and “…”", "and that", "and was"? */
static bool may_cut(const Attribution *attribution, const Sentence *sentence, size_t at, size_t span)
{
    if (item_is(attribution, sentence, at, WORD_AND))
        return at + 1 == span || item_is(attribution, sentence, at + 1, WORD_THAT) ||
               is_plain_verb(attribution, sentence, at + 1);
    return item_sign(attribution, sentence, at, ',') || (item_sign(attribution, sentence, at, ':') && at + 1 == span);
}

/* "the roof fell in [and] “…”": what stands before it may end with a particle. */
static bool may_end_before(const Attribution *attribution, const Sentence *sentence, size_t at, size_t span)
{
    unsigned open = CLASS_CONJUNCTION | CLASS_PREPOSITION | CLASS_FINITE;

    if (item_is(attribution, sentence, at, WORD_AND) && at + 1 == span)
        open &= ~(unsigned)CLASS_PREPOSITION;
    else if (at + 1 == span)
        open |= CLASS_SAYS; /* "the aide [stated], “…”" */
    return !item_has(attribution, sentence, at - 1, open);
}

/* The item at which a clause that leads to a quotation is cut: "[it was over], such as “…”". */
static size_t before_quotation(const Attribution *attribution, const Sentence *sentence, size_t first, size_t span)
{
    if (span > first && text_ends_with(item_text(attribution, sentence, span - 1), TEXT(".")))
        return span; /* "it began at 7:45 p.m. “Nobody was hurt.”": the sentence ends there too */
    if (item_has(attribution, sentence, first, CLASS_CONJUNCTION))
        return first; /* "if he wanted to, he might “…”" */
    for (size_t at = span - 1; at > first + FEWEST_WORDS; at--) {
        if (may_cut(attribution, sentence, at, span) && may_end_before(attribution, sentence, at, span) &&
            clause_has_verb(attribution, sentence, first, at))
            return at;
    }
    return first;
}

size_t clause_end(const Attribution *attribution, const Sentence *sentence, size_t first, size_t end)
{
    for (size_t at = first; at < end; at++) {
        if (sentence->items[at].span >= 0)
            return before_quotation(attribution, sentence, first, at);
        if (item_sign(attribution, sentence, at, ';'))
            return at;
        if (item_sign(attribution, sentence, at, ',') &&
            (is_turning_word(attribution, sentence, at + 1) || goes_on(attribution, sentence, at + 1)))
            return at;
        if (at > first + FEWEST_WORDS && says_more(attribution, sentence, at))
            return at;
    }
    return end;
}
