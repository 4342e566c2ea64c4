/*
 * A run of capitalised words is cut into titles and a name:
 *
 *     Deputy Mayor Ines Farrow      titles "Deputy Mayor", name "Ines Farrow"
 *     Novelist Efua Mendel          a word for what somebody is, before two that can be a name
 *     the Farrow Foundation         "Foundation" is never part of a person's name: an organisation
 *     Louella “Sis” Tandy           a nickname in quotation marks belongs to it
 */
#include "analysis/people/name_runs.h"

#include <string.h>

#include "analysis/words/role_words.h"
#include "analysis/words/vocabulary.h"

enum {
    LONGEST_NAME = 4,       /* words; more are an organisation's */
    NICKNAME_TOKENS = 5,    /* marks included */
    SYLLABLES_LONGEST = 12, /* bytes of "Seong-hyeon" */
    PARTICLES = 2           /* in a row: "de la Cruz" */
};

static const Word *token_at(const People *people, size_t token)
{
    return tokens_word(people->tokens, token);
}

static size_t token_count(const People *people)
{
    return people->tokens->tokens.count;
}

bool name_is_initial(const People *people, size_t token)
{
    Text text = tokens_text(people->tokens, token);

    return token_at(people, token)->capital && text.size > 1 && text.bytes[text.size - 1] == '.' && text.bytes[1] == '.';
}

bool name_is_capital(const People *people, size_t token)
{
    return token_at(people, token)->kind == TOKEN_WORD && token_at(people, token)->capital;
}

/* The token behind a nickname in brackets: "Margaret (Maggie) [Persinger]", both of them known first names; `at` when there is none. */
static size_t after_bracketed_nickname(const People *people, size_t at, size_t limit)
{
    return at + NICKNAME_TOKENS - 2 < limit && token_at(people, at)->sign == '(' &&
                   (token_at(people, at - 1)->classes & CLASS_GIVEN) &&
                   (token_at(people, at + 1)->classes & CLASS_GIVEN) && name_is_capital(people, at + 1) &&
                   token_at(people, at + 2)->sign == ')' && name_is_capital(people, at + 3) &&
                   tokens_same_sentence(people->tokens, at - 1, at + 3)
               ? at + 3
               : at;
}

/* The token after a nickname in quotation marks or brackets, inside a name: Louella “Sis” [Tandy]; `at` when there is none. */
static size_t after_nickname(const People *people, size_t at, size_t limit)
{
    int32_t span = token_span(people->tokens, at);
    size_t end = at;

    if (span < 0)
        return after_bracketed_nickname(people, at, limit);
    if (token_span(people->tokens, at - 1) >= 0)
        return at;
    while (end < limit && token_span(people->tokens, end) == span && end - at < NICKNAME_TOKENS)
        end++;
    if (end == limit || token_span(people->tokens, end) >= 0 || !name_is_capital(people, end) ||
        token_sentence(people->tokens, end) != token_sentence(people->tokens, at - 1))
        return at;
    return end;
}

/* "the Brewers[’] Guild": the apostrophe after a plural, before the word that makes an organisation of it. */
static bool is_plural_owner(const People *people, size_t at, size_t limit)
{
    return token_at(people, at)->possessive && at + 1 < limit &&
           text_ends_with(tokens_text(people->tokens, at - 1), TEXT("s")) && name_is_capital(people, at + 1) &&
           tokens_beside(people->tokens, at, at + 1) &&
           (tokens_lexicon(people->tokens, at + 1) & LEXICON_ORGANIZATION_HEAD);
}

/* "[Chidi] “Speedy” Okafor": a word that nobody knows, and one in the marks; not "Watching “Titanic” Okafor wept". */
static bool is_unknown_given(const People *people, size_t last)
{
    const Word *word = token_at(people, last);
    Text text = tokens_text(people->tokens, last);

    return name_is_capital(people, last) && !word->classes && !word->possessive &&
           !tokens_lexicon(people->tokens, last) && !tokens_written_small(people->tokens, word->hash) &&
           !text_ends_with(text, TEXT("ing")) && !text_ends_with(text, TEXT("ed")) && last + 2 < token_count(people) &&
           name_is_capital(people, last + 2);
}

/* "[Dr.] Chidi": are all words of a run before a token titles? */
static bool has_titles_only(const People *people, size_t start, size_t token)
{
    while (start < token && (token_at(people, start)->classes & CLASS_TITLE))
        start++;
    return start == token;
}

/* "William", "Chidi", "William J.": may a nickname that ends before token `after` follow the word at its left? */
static bool may_have_nickname(const People *people, size_t start, size_t last, size_t after)
{
    if (token_at(people, last)->classes & CLASS_GIVEN)
        return true;
    if (last > start && name_is_initial(people, last))
        return token_at(people, last - 1)->classes & CLASS_GIVEN;
    return has_titles_only(people, start, last) && after == last + 4 && is_unknown_given(people, last) &&
           !(tokens_lexicon(people->tokens, after) & (LEXICON_COMMON | LEXICON_STOP | LEXICON_ORGANIZATION_HEAD));
}

static uint32_t run_end(const People *people, size_t start, size_t limit)
{
    size_t end = start + 1, at = end;

    for (;;) {
        size_t after = at < limit && at == end ? after_nickname(people, at, limit) : at;

        if (after > at && may_have_nickname(people, start, at - 1, after)) {
            end = at = after + 1;
            continue;
        }
        if (at >= limit || !tokens_beside(people->tokens, at - 1, at))
            break;
        if (name_is_capital(people, at))
            end = ++at;
        else if (at == end && is_plural_owner(people, at, limit))
            end = at = at + 2;
        else if ((token_at(people, at)->classes & CLASS_PARTICLE) && at - end < PARTICLES)
            at++;
        else
            break;
    }
    return (uint32_t)end;
}

/* "We'd", "Don't": small letters, two at most, after an apostrophe at the end. */
static bool is_contraction(const People *people, size_t token)
{
    Text text = tokens_text(people->tokens, token);
    size_t at = text.size;

    while (at > 0 && text.size - at < 2 && ascii_is_lower(text.bytes[at - 1]))
        at--;
    if (at == 0 || at == text.size)
        return false;
    return text.bytes[at - 1] == '\'' || (at >= 3 && memcmp(text.bytes + at - 3, "’", 3) == 0);
}

/* A capital at the start of a sentence that the text also writes small is no name ("Officials", "Voters"). */
static bool is_ordinary_start(const People *people, const NameRun *mention, uint32_t at)
{
    const Word *token = token_at(people, at);
    bool alone = mention->outer_end - at == 1;

    if (alone && token_starts_sentence(people->tokens, at) &&
        ((token->classes & CLASS_PERSON_NOUN) || word_is_person_plural(tokens_text(people->tokens, at))))
        return true;
    return at == mention->outer &&
           (at == 0 || token_starts_sentence(people->tokens, at) || !tokens_same_span(people->tokens, at - 1, at)) &&
           tokens_written_small(people->tokens, token->hash) && !(token->classes & (CLASS_GIVEN | CLASS_PARTICLE)) &&
           mention->outer_end - at != 2;
}

/* "Said Ellis: …" at the start of a sentence. */
static bool is_inverted_verb(const People *people, const NameRun *mention, uint32_t at)
{
    return at == mention->outer && at + 1 < mention->outer_end && token_starts_sentence(people->tokens, at) &&
           (token_at(people, at)->number == WORD_SAID || token_at(people, at)->number == WORD_SAYS);
}

static bool is_honorific(const People *people, uint32_t at)
{
    return tokens_lexicon(people->tokens, at) & LEXICON_HONORIFIC;
}

/* Or an office: "Col", "PM". */
static bool is_rank(RolePart part)
{
    return part >= ROLE_PART_RANK && part != ROLE_PART_DEGREE;
}

/* "Novelist Efua Mendel": a word for what somebody is, before two that can be a name; "PM Mendel". */
static bool is_role_start(const People *people, const NameRun *mention, uint32_t at)
{
    uint32_t words = mention->outer_end - at;

    return (at == mention->outer || !is_honorific(people, at - 1)) && !(token_at(people, at)->classes & CLASS_GIVEN) &&
           ((words > 2 && (tokens_lexicon(people->tokens, at) & LEXICON_ROLE)) ||
            (words > 1 && is_rank(tokens_role_part(people->tokens, at))));
}

/* "her daughter [Siân]", "his widow, [Hettie]": a word for a relative stands before the name like a title. */
static void take_relative(const People *people, NameRun *mention)
{
    uint32_t at = mention->outer;

    if (mention->titles != mention->shown || at == 0)
        return;
    at -= at > 1 && token_at(people, at - 1)->sign == ',' ? 2 : 1;
    if (!token_at(people, at)->capital && !is_honorific(people, at) &&
        tokens_same_sentence(people->tokens, at, mention->outer) &&
        tokens_same_span(people->tokens, at, mention->outer) && (token_at(people, at)->classes & CLASS_STRONG_TITLE) &&
        (token_at(people, at)->classes & (CLASS_MALE | CLASS_FEMALE)))
        mention->titles = at;
}

bool name_is_title_pair(const TokenList *tokens, size_t token)
{
    static const Text pairs[][2] = {{LITERAL("Bharat"), LITERAL("Ratna")},   {LITERAL("Lance"), LITERAL("Corporal")},
                                    {LITERAL("Lance"), LITERAL("Sergeant")}, {LITERAL("Padma"), LITERAL("Bhushan")},
                                    {LITERAL("Padma"), LITERAL("Shri")},     {LITERAL("Padma"), LITERAL("Vibhushan")},
                                    {LITERAL("Petty"), LITERAL("Officer")},  {LITERAL("Ranking"), LITERAL("Member")}};

    for (size_t i = 0; i < COUNT_OF(pairs) && token + 2 < tokens->tokens.count; i++) {
        if (text_equal(tokens_text(tokens, token), pairs[i][0]) &&
            text_equal(tokens_text(tokens, token + 1), pairs[i][1]) && tokens_beside(tokens, token, token + 1))
            return true;
    }
    return false;
}

/* "Mr. King": a title that is a last name too, after a title that makes a person of any word. */
static bool is_titled_surname(const People *people, const NameRun *mention, uint32_t at)
{
    static const Text surnames[] = {LITERAL("king"), LITERAL("pope"),  LITERAL("bishop"), LITERAL("prince"),
                                    LITERAL("dean"), LITERAL("major"), LITERAL("judge")};

    return at > mention->outer && at + 1 == mention->outer_end && is_honorific(people, at - 1) &&
           TEXT_IS_ONE_OF(tokens_text(people->tokens, at), surnames);
}

/* "Park Ji-hoon": whatever the family is called, two syllables with a hyphen, the second small, are a first name. */
static bool is_korean_name(const People *people, const NameRun *mention, uint32_t at)
{
    Text given = at + 2 == mention->outer_end ? tokens_text(people->tokens, at + 1) : (Text){0};
    size_t hyphen = text_find_byte(given, '-', 0);

    return hyphen != TEXT_NOT_FOUND && hyphen > 1 && hyphen + 2 < given.size && given.size <= SYLLABLES_LONGEST &&
           ascii_is_lower(given.bytes[hyphen + 1]) && tokens_text(people->tokens, at).size <= SYLLABLES_LONGEST;
}

size_t name_in_compound(Text word)
{
    static const Text endings[] = {LITERAL("affiliated"), LITERAL("aligned"), LITERAL("allied"), LITERAL("backed"),
                                   LITERAL("based"),      LITERAL("born"),    LITERAL("built"),  LITERAL("controlled"),
                                   LITERAL("educated"),   LITERAL("funded"),  LITERAL("held"),   LITERAL("led"),
                                   LITERAL("linked"),     LITERAL("listed"),  LITERAL("made"),   LITERAL("majority"),
                                   LITERAL("occupied"),   LITERAL("owned"),   LITERAL("run"),    LITERAL("trained")};
    size_t hyphen = word.size;

    while (hyphen > 0 && word.bytes[hyphen - 1] != '-')
        hyphen--;
    return hyphen > 1 && hyphen < word.size && ascii_is_upper(word.bytes[0]) && ascii_is_lower(word.bytes[hyphen]) &&
                   TEXT_IS_ONE_OF(text_slice(word, (Range){hyphen, word.size}), endings)
               ? hyphen - 1
               : 0;
}

/* "Mayor of [Koszalin] Piotr Jedlinski": what somebody leads, one word, and then who. */
static bool is_led(const People *people, const NameRun *mention, uint32_t at)
{
    static const Text roles[] = {LITERAL("ceo"),       LITERAL("chair"),   LITERAL("chairman"), LITERAL("chief"),
                                 LITERAL("director"),  LITERAL("founder"), LITERAL("governor"), LITERAL("head"),
                                 LITERAL("king"),      LITERAL("mayor"),   LITERAL("premier"),  LITERAL("president"),
                                 LITERAL("spokesman"), LITERAL("sultan")};

    return at == mention->outer && mention->outer_end - at == 3 && at > 1 &&
           token_at(people, at - 1)->number == WORD_OF && tokens_same_sentence(people->tokens, at - 2, at) &&
           !(token_at(people, at)->classes & CLASS_GIVEN) && TEXT_IS_ONE_OF(tokens_text(people->tokens, at - 2), roles);
}

/* Leave out titles and other words at the start; where the titles begin goes to mention->titles. */
static void strip_start(const People *people, NameRun *mention)
{
    uint32_t at = mention->outer, titles = at;

    while (at < mention->outer_end) {
        uint32_t classes = token_at(people, at)->classes;
        bool alone = mention->outer_end - mention->outer == 1;

        if (is_titled_surname(people, mention, at) || is_korean_name(people, mention, at)) {
            break;
        } else if (is_led(people, mention, at)) {
            titles = ++at;
        } else if (at + 2 < mention->outer_end && name_is_title_pair(people->tokens, at)) {
            at += 2;
        } else if (((classes & CLASS_TITLE) && !alone) || is_role_start(people, mention, at)) {
            at++;
        } else if ((classes & CLASS_NOT_NAME) || is_contraction(people, at) || is_inverted_verb(people, mention, at)) {
            titles = ++at;
        } else if (is_ordinary_start(people, mention, at)) {
            titles = ++at;
        } else {
            break;
        }
    }
    mention->first = at;
    mention->titles = titles;
}

/* "NASA [Administrator] Bill Nelson": a word for what somebody is, before a first name and another. */
static bool is_role_before_given(const People *people, const NameRun *mention, uint32_t at)
{
    return (tokens_lexicon(people->tokens, at) & LEXICON_ROLE) && at + 2 < mention->outer_end &&
           !(token_at(people, at)->classes & CLASS_GIVEN) && (token_at(people, at + 1)->classes & CLASS_GIVEN);
}

/* "Norvane [Mayor] Ines Farrow": the name begins after the last title inside the run, unless a first name is
 * before it. */
static void strip_to_title(const People *people, NameRun *mention)
{
    if (token_at(people, mention->first)->classes & CLASS_GIVEN)
        return;
    for (uint32_t at = mention->outer_end - 1; at-- > mention->first + 1;) {
        if (!(token_at(people, at)->classes & CLASS_STRONG_TITLE) &&
            tokens_role_part(people->tokens, at) != ROLE_PART_OFFICE && !is_role_before_given(people, mention, at))
            continue;
        mention->titles = at;
        mention->first = at + 1;
        return;
    }
}

/* "Port Hallam", "Upper Varn", "Varn Authority": the first or the last word tells that it is a place or an
 * organisation. */
static bool has_head(const People *people, const NameRun *mention)
{
    uint32_t last = tokens_lexicon(people->tokens, mention->end - 1);
    uint32_t heads = LEXICON_ORGANIZATION_HEAD | LEXICON_ORGANIZATION_SUFFIX | LEXICON_PLACE_HEAD;
    uint32_t first = tokens_lexicon(people->tokens, mention->first);

    if (first & (LEXICON_PLACE_FIRST | LEXICON_DIRECTION))
        return true;
    return (last & heads) && !(last & (LEXICON_ORGANIZATION_WEAK | LEXICON_PLACE_WEAK));
}

/* The words of a name without its particles and without a nickname. */
uint32_t name_capitals(const People *people, const NameRun *mention)
{
    uint32_t count = 0;

    for (uint32_t i = mention->first; i < mention->end; i++)
        count += name_is_capital(people, i) &&
                 token_span(people->tokens, i) == token_span(people->tokens, mention->first) &&
                 (i == mention->first || token_at(people, i - 1)->sign != '(');
    return count;
}

/* "Rep. Steve Israel", "Ian Read said", "Kathleen Hall Jamieson": words that are mostly no names, after a first
 * name. */
static bool is_surely_person(const People *people, const NameRun *mention)
{
    uint32_t words = mention->end - mention->first;

    if (is_korean_name(people, mention, mention->first))
        return true;
    if (!(token_at(people, mention->first)->classes & (CLASS_GIVEN_MALE | CLASS_GIVEN_FEMALE)) || words < 2 || words > 3)
        return false;
    if (!(token_at(people, mention->end - 1)->classes & CLASS_NOT_NAME) && !has_head(people, mention))
        return true;
    for (uint32_t i = mention->titles; i < mention->first; i++) {
        if (token_at(people, i)->classes & CLASS_STRONG_TITLE)
            return true;
    }
    return words == 2 && !has_head(people, mention) && mention->outer_end < token_count(people) &&
           (token_at(people, mention->outer_end)->classes & (CLASS_SAYS | CLASS_NOUN_TOO)) == CLASS_SAYS;
}

bool name_is_of_storm(Text word)
{
    static const Text storms[] = {LITERAL("cyclone"), LITERAL("hurricane"), LITERAL("typhoon")};

    return TEXT_IS_ONE_OF(word, storms);
}

/* "Hurricane Otto" is no person, whatever its name. */
static bool is_storm(const People *people, const NameRun *mention)
{
    return mention->end - mention->first > 1 && name_is_of_storm(tokens_text(people->tokens, mention->first));
}

static bool is_organization(const People *people, const NameRun *mention)
{
    if (is_surely_person(people, mention))
        return false;
    if (is_storm(people, mention))
        return true;
    if (name_capitals(people, mention) > LONGEST_NAME)
        return true;
    if (mention->end - mention->first > 1 && !(token_at(people, mention->first)->classes & CLASS_GIVEN) &&
        has_head(people, mention))
        return true;
    for (uint32_t i = mention->first + 1; i < mention->end; i++) {
        if (token_at(people, i)->classes & CLASS_NOT_NAME)
            return true;
    }
    return false;
}

/* "Reform Party Chairman Ines Farrow": a first name and another word at the end of a longer run are a person.
 */
static void cut_person(const People *people, NameRun *mention)
{
    if (mention->end - mention->first < 2 || !(token_at(people, mention->end - 2)->classes & CLASS_GIVEN) ||
        (token_at(people, mention->end - 1)->classes & CLASS_NOT_NAME))
        return;
    mention->first = mention->end - 2;
    mention->organization = false;
}

/* "De la Cruz": all but the last word are particles; it is a last name, and linked like any other. */
static void strip_particles(const People *people, NameRun *mention)
{
    uint32_t last = mention->end - 1;

    mention->shown = mention->first;
    for (uint32_t i = mention->first; i < last; i++) {
        if (!(token_at(people, i)->classes & CLASS_PARTICLE) || (token_at(people, i)->classes & CLASS_GIVEN))
            return; /* not "Ben Carson" */
    }
    mention->first = last;
}

/* "the Justice Department": words that are no part of a person's name, and the last makes an organisation. */
static bool keep_organization(const People *people, NameRun *mention)
{
    uint32_t at = mention->outer;

    while (at < mention->outer_end &&
           (token_at(people, at)->classes & (CLASS_DETERMINER | CLASS_PREPOSITION | CLASS_CONJUNCTION)))
        at++;
    mention->first = mention->titles = at;
    return at + 1 < mention->outer_end &&
           (tokens_lexicon(people->tokens, mention->outer_end - 1) & LEXICON_ORGANIZATION_HEAD);
}

/* The tokens of the mention that was added last. */
static void mark_named(People *people, uint32_t start, uint32_t end)
{
    for (uint32_t i = start; i < end; i++) {
        NamedGroup *group = &people->named[i / TOKENS_A_GROUP];

        if (!group->tokens)
            group->first = (uint32_t)people->mentions.count - 1;
        group->tokens |= (uint32_t)1 << i % TOKENS_A_GROUP;
    }
}

/* "Jr.", and the letters of a degree: "Ada Quill [QC]". In a line of capitals these say nothing. */
static bool is_no_name_at_end(const People *people, uint32_t token)
{
    return (token_at(people, token)->classes & CLASS_SUFFIX) ||
           (tokens_role_part(people->tokens, token) == ROLE_PART_DEGREE &&
            text_has_small_letter(tokens_text(people->tokens, token - 1)));
}

static void add_run(People *people, uint32_t start, uint32_t end)
{
    NameRun mention = {.outer = start, .outer_end = end, .person = NO_PERSON};

    strip_start(people, &mention);
    if (mention.first >= end && !keep_organization(people, &mention))
        return;
    strip_to_title(people, &mention);
    mention.end = end;
    while (mention.end - 1 > mention.first && is_no_name_at_end(people, mention.end - 1))
        mention.end--;
    mention.organization = is_organization(people, &mention);
    if (mention.organization)
        cut_person(people, &mention);
    strip_particles(people, &mention);
    take_relative(people, &mention);
    mention.possessive = end < token_count(people) && token_at(people, end)->possessive &&
                         token_start(people->tokens, end) == token_end(people->tokens, end - 1);
    ARRAY_PUSH(people->arena, people->mentions, mention);
    mark_named(people, start, end);
}

/* Outside quotations, in a sentence in which a capital says nothing. */
static bool in_title_case(const People *people, size_t token)
{
    return !token_is_quoted(people->tokens, token) && tokens_are_title_case(people->tokens, token);
}

/* A word with a capital that is in no name. */
static bool is_no_name(const People *people, uint32_t token)
{
    enum {
        NO_NAME = CLASS_CUE | CLASS_FINITE | CLASS_AUXILIARY | CLASS_PREPOSITION | CLASS_CONJUNCTION |
                  CLASS_DETERMINER | CLASS_PRONOUN
    };

    return token_at(people, token)->capital && (token_at(people, token)->classes & NO_NAME);
}

/* In title case a name ends before a word that is in none: "Farrow Said That". The first such word; `end`: there is none. */
static uint32_t word_of_no_name(const People *people, uint32_t first, uint32_t end)
{
    uint32_t i = first + 1;

    while (i < end && !is_no_name(people, i))
        i++;
    return i < end ? i : end;
}

/* … and begins behind it: "Said [Tom Brekke]"; not "[Will Smith]". */
static bool is_word_before_name(const People *people, uint32_t first, uint32_t end)
{
    return first + 1 < end && is_no_name(people, first) &&
           !(token_at(people, first)->classes & (CLASS_GIVEN | CLASS_PARTICLE)) && in_title_case(people, first);
}

/* "Late Okafor for the Win": the first word of a text, with a capital for that alone. */
static bool begins_text(const People *people, const NameRun *mention)
{
    return mention->first == 0 && mention->end == 2 && (tokens_lexicon(people->tokens, 0) & LEXICON_COMMON) &&
           !(token_at(people, 0)->classes & CLASS_GIVEN);
}

static void mark_headlines(People *people, size_t first_mention, size_t first, size_t end)
{
    size_t mention = first_mention;

    for (size_t start = first; start < end;) {
        size_t stop = token_block_end(people->tokens, start, end);
        bool headline;

        headline = tokens_are_headline(people->tokens, start, stop);
        for (; mention < people->mentions.count && people->mentions.items[mention].first < stop; mention++)
            people->mentions.items[mention].in_headline = headline ||
                                                          begins_text(people, &people->mentions.items[mention]) ||
                                                          in_title_case(people, people->mentions.items[mention].first);
        start = stop;
    }
}

/* Does the paragraph before the one that begins at a token begin with "Q" or "Q."? */
static bool follows_question(const People *people, size_t token)
{
    size_t first = token;

    if (token == 0)
        return false;
    for (first--; first > 0 && token_block(people->tokens, first - 1) == token_block(people->tokens, token - 1);)
        first--;
    return tokens_text(people->tokens, first).bytes[0] == 'Q' && tokens_text(people->tokens, first).size <= 2;
}

/* "Q. Would you go? / A. Walter Pym.": letters of questions and answers at the start of a paragraph look like initials. */
static bool is_turn_letter(const People *people, size_t token)
{
    Text text = tokens_text(people->tokens, token);

    return text_equal(text, TEXT("Q.")) || text_equal(text, TEXT("Q")) ||
           (text_equal(text, TEXT("A.")) && follows_question(people, token));
}

/* Tokens of a block that are gone through. */
typedef struct RunBlock {
    size_t first, end;
    bool asked,
        headline; /* whether they read like a headline, once somebody has asked: a paragraph may have as many names as it likes */
} RunBlock;

static bool is_headline(const People *people, RunBlock *block)
{
    if (!block->asked)
        block->headline = tokens_are_headline(people->tokens, block->first, block->end);
    block->asked = true;
    return block->headline;
}

void people_find_names(People *people, size_t first, size_t end)
{
    size_t first_mention = people->mentions.count;
    RunBlock block = {.end = first};

    for (size_t i = first; i < end;) {
        uint32_t stop, word;

        if (i >= block.end) {
            block = (RunBlock){.first = i, .end = token_block_end(people->tokens, i, end)};
            if (is_turn_letter(people, i)) {
                i++;
                continue;
            }
        }
        if (!name_is_capital(people, i) || token_is_half_of_day(people->tokens, i)) {
            i++;
            continue;
        }
        stop = run_end(people, i, end);
        if (is_word_before_name(people, (uint32_t)i, stop) && !is_headline(people, &block)) {
            i++;
            continue;
        }
        for (word = (uint32_t)i; word < stop && !name_in_compound(tokens_text(people->tokens, word)); word++)
            ;
        if (word < stop) { /* "Lakshmi Mittar-led [ArcelCo]": the other names are left to who looks at them */
            i = word + 1;
            continue;
        }
        word = word_of_no_name(people, (uint32_t)i, stop);
        /* headlines ("Voss And Thapa Sign Water Treaty") have their own way, in people_enter.c */
        if (word < stop && in_title_case(people, i) && !is_headline(people, &block))
            stop = word;
        add_run(people, (uint32_t)i, stop);
        i = stop;
    }
    mark_headlines(people, first_mention, first, end);
}
