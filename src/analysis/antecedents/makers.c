/*
 * A statement says what somebody says in it:
 *
 *     Farrow’s written statement said                          hers by the possessive
 *     a statement by Farrow said                               … by "by", "from" or "of"
 *     In a statement, Farrow called it late. The statement said    … by the one name in the sentence that told of it first
 *
 * A report, a study, a law speaks for itself.
 */
#include "analysis/antecedents/makers.h"

#include "analysis/antecedents/traits.h"

enum { MAKER_REACH = 240 /* tokens */, OWNER_REACH = 4 };

static bool is_made_by_somebody(const Search *search, uint32_t token)
{
    static const Text words[] = {LITERAL("statement"), LITERAL("letter"), LITERAL("memo"),   LITERAL("tweet"),
                                 LITERAL("post"),      LITERAL("email"),  LITERAL("e-mail"), LITERAL("message"),
                                 LITERAL("testimony"), LITERAL("remarks")};

    return TEXT_IS_ONE_OF(tokens_text(search->attribution->tokens, token), words);
}

/* Somebody who can have made it: a person, or an organisation. */
static const NameRun *maker_at(const Search *search, uint32_t token)
{
    const NameRun *mention = mention_at(search->attribution, token);

    return mention && (mention->person != NO_PERSON || mention->organization) ? mention : NULL;
}

/* "[Farrow]’s statement": who begins the phrase. */
static const NameRun *owner_of(const Search *search, const Subject *subject)
{
    const NameRun *owner = mention_at(search->attribution, subject->first);

    return owner && owner->possessive && owner->person != NO_PERSON ? owner : NULL;
}

/* "a statement by the spokesman [Tom Brekke]": the name behind the word at a token, with its titles; NULL without a preposition. */
static const NameRun *named_behind(const Search *search, uint32_t token, uint32_t limit)
{
    uint32_t at = token + 1;
    const Word *word = at < limit ? word_at(search->attribution, at) : NULL;

    if (!word || !(token_is(search, at, TEXT("by")) || word->number == WORD_FROM || word->number == WORD_OF))
        return NULL;
    for (at++; at < limit; at++) {
        const NameRun *maker = maker_at(search, at);

        word = word_at(search->attribution, at);
        if (maker)
            return maker->possessive ? NULL : maker;
        if (word->kind == TOKEN_SIGN || (word->classes & (CLASS_PREPOSITION | CLASS_CONJUNCTION | CLASS_AUXILIARY)))
            return NULL;
    }
    return NULL;
}

/* "[Farrow]’s written statement": the name a few words before. */
static const NameRun *named_before(const Search *search, uint32_t token)
{
    for (uint32_t at = token; at-- > 0 && token - at <= OWNER_REACH;) {
        const NameRun *maker = maker_at(search, at);

        if (maker)
            return maker->possessive ? maker : NULL;
        if (word_at(search->attribution, at)->kind == TOKEN_SIGN && !word_at(search->attribution, at)->possessive)
            return NULL;
    }
    return NULL;
}

/* "a statement to the [Harbour Times]" */
static bool follows_preposition(const Search *search, const NameRun *mention)
{
    uint32_t first = mention->outer;

    first -= first > 0 && (word_at(search->attribution, first - 1)->classes & CLASS_DETERMINER);
    return first > 0 && (word_at(search->attribution, first - 1)->classes & CLASS_PREPOSITION);
}

/* The one person or organisation that a sentence names outside of quotations, not behind a preposition; NULL: nobody, or several. */
static const NameRun *only_name(const Search *search, uint32_t token)
{
    const TokenList *tokens = search->attribution->tokens;
    uint32_t first = token, end = token;
    const NameRun *only = NULL;

    while (first > 0 && tokens_same_sentence(tokens, first - 1, token))
        first--;
    while (end < attribution_token_count(search->attribution) && tokens_same_sentence(tokens, token, end))
        end++;
    for (uint32_t at = first; at < end; at++) {
        const NameRun *maker = token_is_quoted(tokens, at) ? NULL : maker_at(search, at);

        if (!maker || maker == only || follows_preposition(search, maker))
            continue;
        if (only || maker->possessive)
            return NULL;
        only = maker;
    }
    return only;
}

/* "in [a written] statement", "issued a statement": told of first, and not what the sentence begins with, which does something to those it names. */
static bool is_introduced(const Search *search, uint32_t token)
{
    for (uint32_t at = token; at-- > 0 && token - at <= OWNER_REACH;) {
        const Word *word = word_at(search->attribution, at);

        if (word->kind != TOKEN_WORD || word->number == WORD_THE)
            return false;
        if (word->number == WORD_A || word->number == WORD_AN)
            return !token_starts_sentence(search->attribution->tokens, at);
    }
    return false;
}

const NameRun *description_maker(const Search *search, const Subject *subject)
{
    uint32_t head = subject_head(search->attribution, subject),
             limit = subject->first > MAKER_REACH ? subject->first - MAKER_REACH : 0;
    const NameRun *maker;

    if (!is_made_by_somebody(search, head))
        return NULL;
    maker = owner_of(search, subject);
    if (!maker)
        maker = named_behind(search, head, subject->end);
    if (maker || word_at(search->attribution, subject->first)->number != WORD_THE)
        return maker;
    for (uint32_t at = subject->first; at-- > limit;) {
        if (word_at(search->attribution, at)->hash != word_at(search->attribution, head)->hash ||
            token_is_quoted(search->attribution->tokens, at))
            continue;
        maker = named_behind(search, at, (uint32_t)attribution_token_count(search->attribution));
        if (!maker)
            maker = named_before(search, at);
        if (!maker && is_introduced(search, at))
            return only_name(search, at);
        if (maker)
            return maker;
    }
    return NULL;
}
