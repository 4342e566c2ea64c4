/*
 * A role stands before the name, or after it between commas; in both places a noun of the lexicon must tell that it is one:
 *
 *     [U.S. Deputy Secretary of State] Wendy Sherman        back over capitals, "of", "for", and small nouns, to what
 *     said [police spokeswoman] Ana Ruiz                    cannot be part of it: an article, a verb, a sign
 *     Ines Farrow, the [mayor of Norvane], said             up to the next sign or verb
 *     Ines Farrow, 43, [a beekeeper]
 *     Ines Farrow, [QC], said                           degrees
 *     Ines Farrow, the union's [secretary], said            what is owned
 *     the union's [secretary], Ines Farrow, said
 */
#include "analysis/people/roles.h"

#include "analysis/words/lexicon.h"
#include "analysis/words/role_words.h"
#include "analysis/words/vocabulary.h"

enum { BEFORE_LONGEST = 10, SMALL_WORDS = 3, AFTER_LONGEST = 14, DEGREES_MOST = 5 };

static const TokenRange no_role = {0, 0};

static const Word *token_at(const People *people, size_t token)
{
    return tokens_word(people->tokens, token);
}

static uint32_t lexicon_of(const People *people, size_t token)
{
    return tokens_lexicon(people->tokens, token);
}

/* "then-mayor", "ex-wife"; "director-general", "president-elect" */
static bool has_role_part(Text word)
{
    static const Text befores[] = {LITERAL("ex-"), LITERAL("then-")},
                      afters[] = {LITERAL("-designate"), LITERAL("-elect"), LITERAL("-general"), LITERAL("-in-chief")};

    if (text_find_byte(word, '-', 0) == TEXT_NOT_FOUND)
        return false; /* as most words */
    for (size_t i = 0; i < COUNT_OF(befores); i++) {
        if (text_starts_with(word, befores[i]))
            return lexicon_flags(text_slice(word, (Range){befores[i].size, word.size})) & LEXICON_ROLE;
    }
    for (size_t i = 0; i < COUNT_OF(afters); i++) {
        size_t size = word.size > afters[i].size ? word.size - afters[i].size : 0;

        if (text_equal_ignoring_case(text_slice(word, (Range){size, word.size}), afters[i]))
            return lexicon_flags(text_slice(word, (Range){0, size})) & LEXICON_ROLE;
    }
    return false;
}

bool is_role_word(const People *people, size_t token)
{
    Text word = tokens_text(people->tokens, token);
    uint32_t flags = lexicon_of(people, token);

    if ((token_at(people, token)->capital && tokens_role_part(people->tokens, token) == ROLE_PART_RANK) ||
        has_role_part(word))
        return !token_is_half_of_day(people->tokens, token); /* "at 5 PM" */
    return !(flags & LEXICON_HONORIFIC) && ((flags & LEXICON_ROLE) || (token_at(people, token)->classes & CLASS_ROLE));
}

/* Is it known that the word may begin a role? */
static bool is_modifier(const People *people, size_t token)
{
    Text text = tokens_text(people->tokens, token);

    return tokens_role_part(people->tokens, token) == ROLE_PART_MODIFIER ||
           text_find_byte(text, '-', 0) < text.size || /* "then-mayor" */
           (lexicon_of(people, token) & (LEXICON_ROLE | LEXICON_ROLE_FIRST));
}

/* "praises", "interviews": the form of a verb, or a plural, which seldom stands before another noun. */
static bool ends_like_verb(Text text)
{
    return text_ends_with(text, TEXT("s")) && !text_ends_with(text, TEXT("ss"));
}

/* "[under] secretary", "[Under] Secretary"; not "the government [under] Premier …" */
static bool is_of_role(const People *people, size_t token)
{
    return token_at(people, token)->capital == token_at(people, token + 1)->capital && is_role_word(people, token + 1);
}

/* May a word in small letters stand inside a role? "police", "team", "former"; no verb, article or small
 * word. */
static bool is_small_noun(const People *people, size_t token)
{
    const Word *word = token_at(people, token);
    Text text = tokens_text(people->tokens, token);
    RolePart part = tokens_role_part(people->tokens, token);

    if (part == ROLE_PART_VERB || ((word->classes & CLASS_PREPOSITION) && !is_of_role(people, token)))
        return false;
    if (part == ROLE_PART_MODIFIER || (lexicon_of(people, token) & (LEXICON_ROLE | LEXICON_ROLE_FIRST)))
        return true;
    if (word->kind != TOKEN_WORD || text.size < 3 || text_ends_with(text, TEXT("ly")) ||
        text_ends_with(text, TEXT("ed")) || ends_like_verb(text))
        return false;
    return !(word->classes & (CLASS_CUE | CLASS_AUXILIARY | CLASS_PREPOSITION | CLASS_DETERMINER | CLASS_CONJUNCTION |
                              CLASS_TIME | CLASS_FINITE | CLASS_PRONOUN));
}

static bool is_capital_part(const People *people, size_t token)
{
    const Word *word = token_at(people, token);

    return word->kind == TOKEN_WORD && word->capital && !(lexicon_of(people, token) & (LEXICON_CALENDAR | LEXICON_STOP));
}

/* "Secretary [of] State", "founder [and] owner": a small word, when what is before it is part of the role
 * too. */
static bool is_joint(const People *people, size_t token)
{
    const Word *word = token_at(people, token);

    if (token == 0 || !tokens_beside(people->tokens, token, token - 1))
        return false;
    if (word->number == WORD_AND || word->number == WORD_TO) /* "Ambassador [to] Norvane" */
        return is_role_word(people, token - 1);
    return (word->number == WORD_OF || word->number == WORD_FOR) &&
           (is_role_word(people, token - 1) || is_capital_part(people, token - 1));
}

/* A noun that is not known stands after what opens a noun phrase: "the [reactor] expert", "with [reactor] expert", "said [reactor] expert". */
static bool opens_nouns(const People *people, size_t token)
{
    const Word *word = token_at(people, token);
    unsigned opens = CLASS_DETERMINER | CLASS_PREPOSITION | CLASS_CONJUNCTION | CLASS_CUE;

    if (word->number == WORD_TO)
        return false; /* "to praise coach" */
    return word->possessive || word->kind == TOKEN_SIGN || (word->classes & opens) ||
           text_ends_with(tokens_text(people->tokens, token), TEXT("ed"));
}

/* May a role begin with this word in small letters? "[former] President", not "[kill] U.S. Rep.", "will [discipline] striker". */
static bool may_begin(const People *people, size_t token)
{
    const Word *word = token_at(people, token);

    if (word->capital || is_modifier(people, token))
        return true;
    if (word->number == WORD_AND || token_at(people, token + 1)->capital)
        return false;
    return token == 0 || !tokens_beside(people->tokens, token - 1, token) || opens_nouns(people, token - 1);
}

/* "spokesperson for [President]", "son of [retired General]": who is named has what stands behind the preposition. */
static size_t after_prepositions(const People *people, size_t start, size_t end)
{
    for (size_t i = end; i-- > start + 2 && is_role_word(people, end - 1);) {
        unsigned number = token_at(people, i - 1)->number;

        if ((number == WORD_FOR || number == WORD_OF) && is_role_word(people, i - 2))
            return i;
    }
    return start;
}

static TokenRange role_before(const People *people, const NameRun *mention)
{
    size_t end = mention->shown, start = end;
    bool role = false;
    int small = 0;

    while (start > 0 && end - start < BEFORE_LONGEST && tokens_beside(people->tokens, start - 1, mention->shown)) {
        size_t token = start - 1;

        if (start == end && (lexicon_of(people, token) & LEXICON_HONORIFIC))
            return no_role;
        if (!is_capital_part(people, token)) {
            if (start == end ? !is_role_word(people, token)
                             : !is_joint(people, token) && (small == SMALL_WORDS || !is_small_noun(people, token)))
                break;
            small++;
        }
        role = role || is_role_word(people, token);
        start = token;
    }
    start = after_prepositions(people, start, end);
    while (start < end && !may_begin(people, start))
        start++;
    return role && start < end ? (TokenRange){(uint32_t)start, (uint32_t)end} : no_role;
}

/* An apposition is closed by a sign, or goes on with "who"; "in Chelsea, the mayor said" is none. */
static bool closes_role(const People *people, size_t token)
{
    const Word *word = token_at(people, token);

    if (word->number == WORD_WHO) /* not the health organization */
        return !text_equal(tokens_text(people->tokens, token), TEXT("WHO"));
    return (word->kind == TOKEN_SIGN && !word->possessive) || word->number == WORD_WHICH || word->number == WORD_THAT ||
           word->number == WORD_WHOSE;
}

/* "was", "also"; in "a nurse [at] the mill" it is a preposition. */
static bool is_auxiliary(const Word *word)
{
    return (word->classes & (CLASS_AUXILIARY | CLASS_PREPOSITION)) == CLASS_AUXILIARY;
}

static bool ends_role(const People *people, size_t token)
{
    const Word *word = token_at(people, token);

    if (closes_role(people, token) || is_auxiliary(word))
        return true;
    return (word->classes & CLASS_CUE) && !(word->classes & CLASS_NOUN_TOO);
}

/* "a friend [of] Ada Quill", "a scientist at [the] Kennedy Center": who is named there is no further one of a list. */
static bool is_governed(const People *people, size_t first, size_t name)
{
    if (name > first + 1 && (token_at(people, name - 1)->classes & CLASS_DETERMINER))
        name--;
    return name > first && (token_at(people, name - 1)->classes & CLASS_PREPOSITION);
}

/* Is there somebody else's name among the tokens? Then it is no description but a list of people. */
static bool names_another(const People *people, size_t first, size_t end)
{
    for (size_t i = first; i < end; i++) {
        int32_t run = people_mention(people, i);

        if (run < 0 || people->mentions.items[run].person == NO_PERSON)
            continue;
        if (people->mentions.items[run].first == i && !is_governed(people, first, i))
            return true;
    }
    return false;
}

/* A word for what somebody is, before the first preposition. */
static bool has_role(const People *people, size_t first, size_t end)
{
    for (size_t i = first; i < end && !(token_at(people, i)->classes & CLASS_PREPOSITION); i++) {
        if (is_role_word(people, i))
            return true;
    }
    return false;
}

/* "adviser [to] the mayor", "ambassador [to] Japan"; not "a maintainer, to discuss …" */
static bool begins_purpose(const People *people, size_t to, size_t end)
{
    const Word *next = token_at(people, to + 1);

    return token_at(people, to)->number == WORD_TO && to + 1 < end && next->kind == TOKEN_WORD && !next->capital &&
           !next->possessive && !(next->classes & (CLASS_DETERMINER | CLASS_PRONOUN)) && !is_modifier(people, to + 1) &&
           !is_role_word(people, to + 1) && !ends_like_verb(tokens_text(people->tokens, to + 1));
}

/* Where what is said of somebody ends and that it was said begins: "minister of defence [in an address] on radio". */
static size_t before_occasion(const People *people, size_t first, size_t end)
{
    for (size_t i = first + 1; i + 1 < end; i++) {
        unsigned next = token_at(people, i + 1)->number;

        if (begins_purpose(people, i, end) ||
            (token_at(people, i)->number == WORD_IN && (next == WORD_A || next == WORD_AN)))
            return i;
    }
    return end;
}

/* "[director of] NASA's flights": what somebody is has been told before the possessive. */
static bool is_of_owner(const People *people, size_t first, size_t possessive)
{
    for (size_t i = first + 1; i < possessive; i++) {
        if (token_at(people, i)->classes & CLASS_PREPOSITION)
            return has_role(people, first, i);
    }
    return false;
}

static bool is_number(const People *people, size_t token)
{
    return token_at(people, token)->kind == TOKEN_NUMBER;
}

/* "Ada Quill, [QC]", "Mary O'Neill, [MD, PhD, FRCS], said" */
static TokenRange degrees_after(const People *people, const NameRun *mention)
{
    size_t first = mention->end, count = people->tokens->tokens.count, end;

    first += first < count && token_at(people, first)->sign == ',';
    for (end = first;
         end < count && end - first < 2 * DEGREES_MOST && tokens_beside(people->tokens, end, mention->end - 1);
         end += 2) {
        if (tokens_role_part(people->tokens, end) != ROLE_PART_DEGREE)
            break;
        if (end + 1 == count || token_at(people, end + 1)->sign != ',')
            return (TokenRange){(uint32_t)first, (uint32_t)end + 1};
    }
    return end > first ? (TokenRange){(uint32_t)first, (uint32_t)end - 1} : no_role;
}

static TokenRange role_after(const People *people, const NameRun *mention)
{
    size_t first = mention->outer_end, count = people->tokens->tokens.count, end;

    if (first + 2 >= count || token_at(people, first)->sign != ',' ||
        !tokens_beside(people->tokens, first, mention->end - 1))
        return no_role;
    first++;
    if (is_number(people, first) && token_at(people, first + 1)->sign == ',') /* an age */
        first += 2;
    if (first < count && text_equal_ignoring_case(tokens_text(people->tokens, first), TEXT("now")))
        first++;
    if (first < count && (token_at(people, first)->classes & CLASS_DETERMINER))
        first++;
    for (end = first; end < count && end - first < AFTER_LONGEST &&
                      tokens_beside(people->tokens, end, mention->end - 1) && !ends_role(people, end);
         end++) {
        if (token_at(people, end)->possessive && !is_of_owner(people, first, end))
            first = end + 1; /* "the union's [regional secretary]", "Governor Quill's [chief of staff]" */
    }
    if (end == count || end - first == AFTER_LONGEST || !closes_role(people, end) || !has_role(people, first, end) ||
        names_another(people, first, end))
        return no_role;
    return (TokenRange){(uint32_t)first, (uint32_t)before_occasion(people, first, end)};
}

/* Between two commas, on the other side of which something stands. */
static bool is_parted(const People *people, const NameRun *mention)
{
    return mention->outer > 1 && token_at(people, mention->outer - 1)->sign == ',' &&
           tokens_beside(people->tokens, mention->outer - 1, mention->outer) &&
           mention->outer_end < people->tokens->tokens.count && token_at(people, mention->outer_end)->sign == ',';
}

/* "The [chairman of] the committee", "an old [friend of] my mother's": what follows tells whose somebody is what was said before. */
static bool is_of_phrase(const People *people, size_t start)
{
    return start > 1 && token_at(people, start - 2)->number == WORD_OF;
}

/*
 * "the union's [general secretary], Patricia Holloway,": before a comma, from the article or possessive on that is
 * nearest to a word for what somebody is: "an [official with the charity], Sam Orr,". Of "the [chairman of the
 * committee]" the first one, if there is such a word in it.
 */
static TokenRange role_before_comma(const People *people, const NameRun *mention)
{
    size_t comma = mention->outer - 1;
    TokenRange role = no_role;

    if (!is_parted(people, mention))
        return no_role;
    for (size_t start = comma; start > 0 && comma - start < BEFORE_LONGEST; start--) {
        const Word *word = token_at(people, start - 1);

        if (!tokens_beside(people->tokens, start - 1, mention->outer) ||
            (!word->possessive && (word->kind == TOKEN_SIGN || is_auxiliary(word))))
            break;
        if (!(word->possessive || (word->classes & CLASS_DETERMINER)) || !has_role(people, start, comma))
            continue;
        if (names_another(people, start, comma))
            break;
        role = (TokenRange){(uint32_t)start, (uint32_t)comma};
        if (!is_of_phrase(people, start))
            return role;
    }
    return token_at(people, comma - 1)->possessive ? no_role : role;
}

TokenRange role_of_mention(const People *people, const NameRun *mention)
{
    TokenRange role = role_before(people, mention);

    if (role.first == role.end)
        role = role_after(people, mention);
    if (role.first == role.end)
        role = degrees_after(people, mention);
    return role.first == role.end ? role_before_comma(people, mention) : role;
}
