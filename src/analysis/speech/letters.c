/*
 * An advice column is letters, which are signed, and answers, which are not:
 *
 *     DEAR ABIGAIL: My dog sings.          by whoever signs it
 *     What shall I do? -- TIRED IN ARDEN
 *     DEAR TIRED: Sing with him.           by Abigail, to whom the letter before was sent
 *
 * Each reaches to the next "Dear".
 */
#include "analysis/speech/letters.h"

#include "analysis/speech/labels.h"

enum {
    LETTERS_LEAST = 2,   /* "Dear Abigail", "Dear Tired" */
    SIGNATURE_MOST = 10, /* tokens */
    REACH = 40           /* paragraphs of a letter */
};

static bool is_address(const Turn *turn)
{
    return turn->form == LABEL_DEAR && !turn->inside;
}

static bool may_sign(const Attribution *attribution, uint32_t token)
{
    const Word *word = word_at(attribution, token);

    return (word->kind == TOKEN_WORD &&
            (word->capital || (word->classes & (CLASS_PREPOSITION | CLASS_DETERMINER)) || word->number == WORD_AND)) ||
           word->kind == TOKEN_NUMBER || word->sign == ',' || word->sign == '.';
}

/* The signature at the end of a paragraph: behind a dash, or a line of its own. first == end: there is none. */
static TokenRange signature_of(const Attribution *attribution, uint32_t first, uint32_t end)
{
    TokenRange none = {end, end};
    uint32_t at = end;

    while (at > first && end - at < SIGNATURE_MOST && may_sign(attribution, at - 1))
        at--;
    if (at == end || !word_at(attribution, at)->capital)
        return none;
    if (at > first && word_at(attribution, at - 1)->sign != '-')
        return none;
    if (at == first && word_at(attribution, end - 1)->sign == '.')
        return none;
    return (TokenRange){at, end - (word_at(attribution, end - 1)->sign == '.')};
}

/* "Ruth Adler, Stanmill", which may have been taken for a heading. */
static bool has_comma(const Attribution *attribution, uint32_t first, uint32_t end)
{
    while (first < end && word_at(attribution, first)->sign != ',')
        first++;
    return first < end;
}

/* Where the letter ends that begins with an address: before the next one. */
static uint32_t letter_end(const Attribution *attribution, size_t at)
{
    const TokenList *tokens = attribution->tokens;
    size_t next = at + 1;
    uint32_t end = attribution->turns.items[at].words.end, limit;

    while (next < attribution->turns.count && !is_address(&attribution->turns.items[next]))
        next++;
    limit = next < attribution->turns.count ? attribution->turns.items[next].first
                                            : (uint32_t)attribution_token_count(attribution);
    for (int blocks = 0; end < limit && blocks < REACH; blocks++) {
        uint32_t behind = (uint32_t)token_block_end(tokens, end, limit);

        if (block_is_headline(tokens->article->blocks.items[token_block(tokens, end)].kind) &&
            !(behind == limit && has_comma(attribution, end, behind)))
            return end;
        end = behind;
    }
    return end < limit ? end : limit;
}

/* The signature of the last paragraph that has one. */
static TokenRange letter_signature(const Attribution *attribution, uint32_t first, uint32_t end)
{
    TokenRange found = {end, end};

    for (uint32_t at = first; at < end;) {
        uint32_t next = (uint32_t)token_block_end(attribution->tokens, at, end);
        TokenRange signature = signature_of(attribution, at, next);

        if (signature.first < signature.end)
            found = signature;
        at = next;
    }
    return found;
}

static void add_paragraphs(Attribution *attribution, TurnList *turns, Turn letter, uint32_t end)
{
    for (uint32_t at = letter.words.first; at < end;) {
        uint32_t next = (uint32_t)token_block_end(attribution->tokens, at, end);

        letter.words = (TokenRange){at, next};
        while (letter.words.end > at && word_at(attribution, letter.words.end - 1)->sign == '-')
            letter.words.end--;
        if (letter.words.end > at) {
            ARRAY_PUSH(attribution->labels, *turns, letter);
            letter.first = next;
        }
        at = next;
        letter.first = at;
    }
}

/* Of a signature only the whole is somebody: "Sleepless in Arden" is not who "Sleepless" may be elsewhere. */
static void name_writer(const Attribution *attribution, Turn *letter, TokenRange name)
{
    const NameRun *mention = mention_at(attribution, name.first);

    letter->name = name;
    letter->person = mention && mention->first == name.first && mention->end == name.end ? mention->person : NO_PERSON;
}

bool letters_take(Attribution *attribution, TurnList *turns)
{
    TokenRange addressed = {0, 0};
    size_t letters = 0;

    for (size_t i = 0; i < attribution->turns.count; i++)
        letters += is_address(&attribution->turns.items[i]);
    if (letters < LETTERS_LEAST)
        return false;
    for (size_t i = 0; i < attribution->turns.count; i++) {
        Turn letter = attribution->turns.items[i];
        uint32_t end;
        TokenRange signature;

        if (!is_address(&letter))
            continue;
        end = letter_end(attribution, i);
        signature = letter_signature(attribution, letter.words.first, end);
        if (signature.first < signature.end) {
            addressed = letter.name;
            name_writer(attribution, &letter, signature);
            add_paragraphs(attribution, turns, letter, signature.first);
        } else if (addressed.first < addressed.end) {
            name_writer(attribution, &letter, addressed);
            add_paragraphs(attribution, turns, letter, end);
        }
    }
    return turns->count > 0;
}
