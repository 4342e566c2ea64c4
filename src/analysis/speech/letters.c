/*
 * An advice column is letters, which are signed, and answers, which are not:
 *
 *     DEAR ABIGAIL: My dog sings.          by whoever signs it
 *     What shall I do? -- TIRED IN ARDEN
 *     DEAR TIRED: Sing with him.           by Abigail, to whom the letter before was sent
 *     Yours, Abigail                       … or as she signs it, without the words that close a letter
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

/* "Yours", "Kind regards", "With love" */
static bool closes_letter(Text word)
{
    static const Text words[] = {
        LITERAL("affectionately"), LITERAL("all"),        LITERAL("as"),      LITERAL("best"),
        LITERAL("cheers"),         LITERAL("cordially"),  LITERAL("ever"),    LITERAL("faithfully"),
        LITERAL("fondly"),         LITERAL("gratefully"), LITERAL("kind"),    LITERAL("kindest"),
        LITERAL("love"),           LITERAL("many"),       LITERAL("my"),      LITERAL("regards"),
        LITERAL("respectfully"),   LITERAL("sincerely"),  LITERAL("thanks"),  LITERAL("truly"),
        LITERAL("very"),           LITERAL("warm"),       LITERAL("warmest"), LITERAL("warmly"),
        LITERAL("wishes"),         LITERAL("with"),       LITERAL("yours")};

    return TEXT_IS_ONE_OF(word, words);
}

static bool may_sign(const Attribution *attribution, uint32_t token)
{
    const Word *word = word_at(attribution, token);

    return (word->kind == TOKEN_WORD &&
            (word->capital || (word->classes & (CLASS_PREPOSITION | CLASS_DETERMINER)) || word->number == WORD_AND)) ||
           word->kind == TOKEN_NUMBER || word->sign == ',' || word->sign == '.' ||
           closes_letter(tokens_text(attribution->tokens, token));
}

/* "Love," or "Best wishes" in a line above whoever signs, small letters or not. */
static bool is_closing_line(const Attribution *attribution, uint32_t first, uint32_t end)
{
    uint32_t at = first;

    while (at < end && closes_letter(tokens_text(attribution->tokens, at)))
        at++;
    at += at > first && at < end && word_at(attribution, at)->sign == ',';
    return at > first && at < end && end - first <= SIGNATURE_MOST && token_begins_line(attribution->tokens, at);
}

/* The signature at the end of a paragraph: behind a dash, or a line of its own. first == end: there is none. */
static TokenRange signature_of(const Attribution *attribution, uint32_t first, uint32_t end)
{
    TokenRange none = {end, end};
    uint32_t at = end;

    if (is_closing_line(attribution, first, end))
        return (TokenRange){first, end};
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

/*
 * Do the words that close a letter end before a token, comma or not: "Yours, Abigail", "Yours truly Abigail", "Love" above "Abigail"? But "Best Buy"
 * is a name.
 */
static bool closing_ends(const Attribution *attribution, uint32_t first, uint32_t at)
{
    return word_at(attribution, at)->sign == ',' || at > first + 1 ||
           (at > first && (token_begins_line(attribution->tokens, at) ||
                           text_equal_ignoring_case(tokens_text(attribution->tokens, first), TEXT("yours"))));
}

/* Who signs: "[Abigail]" of "Yours, Abigail", "[Ruth Adler]" of "Ruth Adler, Stanmill", or of two lines. first == end: "With love," alone. */
static TokenRange signed_name(const Attribution *attribution, TokenRange signature)
{
    uint32_t at = signature.first;

    while (at < signature.end && closes_letter(tokens_text(attribution->tokens, at)))
        at++;
    if (at == signature.end || closing_ends(attribution, signature.first, at))
        signature.first = at + (at < signature.end && word_at(attribution, at)->sign == ',');
    for (at = signature.first; at < signature.end && word_at(attribution, at)->sign != ',' &&
                               (at == signature.first || !token_begins_line(attribution->tokens, at));)
        at++;
    return (TokenRange){signature.first, at};
}

/* "Ruth Adler, Stanmill", which may have been taken for a heading. */
static bool has_comma(const Attribution *attribution, uint32_t first, uint32_t end)
{
    while (first < end && word_at(attribution, first)->sign != ',')
        first++;
    return first < end;
}

/* "Tired in Arden", or "Yours truly Tired in Arden", before "Dear Tired", which may have been taken for a heading, too. */
static bool is_answered(const Attribution *attribution, uint32_t first, uint32_t end, const Turn *next)
{
    uint32_t at = next->name.first;

    while (first < end && closes_letter(tokens_text(attribution->tokens, first)))
        first++;
    while (at < next->name.end && first < end && word_at(attribution, at)->hash == word_at(attribution, first)->hash)
        at++, first++;
    return at == next->name.end;
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
            !(behind == limit && (has_comma(attribution, end, behind) ||
                                  (next < attribution->turns.count &&
                                   is_answered(attribution, end, behind, &attribution->turns.items[next])))))
            return end;
        end = behind;
    }
    return end < limit ? end : limit;
}

/* The signature of the last paragraph that has one, with a paragraph before it that closes the letter: "Yours,". */
static TokenRange letter_signature(const Attribution *attribution, uint32_t first, uint32_t end)
{
    TokenRange found = {end, end}, closing = {end, end};

    for (uint32_t at = first; at < end;) {
        uint32_t next = (uint32_t)token_block_end(attribution->tokens, at, end);
        TokenRange signature = signature_of(attribution, at, next), name = signed_name(attribution, signature);

        if (name.first < name.end)
            found = (TokenRange){closing.end == signature.first ? closing.first : signature.first, signature.end};
        closing = name.first < name.end ? (TokenRange){end, end} : (TokenRange){signature.first, next};
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
            name_writer(attribution, &letter, signed_name(attribution, signature));
            add_paragraphs(attribution, turns, letter, signature.first);
        } else if (addressed.first < addressed.end) {
            name_writer(attribution, &letter, addressed);
            add_paragraphs(attribution, turns, letter, end);
        }
    }
    return turns->count > 0;
}
