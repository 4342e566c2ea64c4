/*
 * A tagger sees a name by its words, and errs where two stand beside one another or where one is unusual:
 *
 *     NASA | ’s | Earth Science Office        whose it is, and what
 *     Sioux Falls + Argus Leader              a place, and what makes a newspaper of it
 *     Abbott + v. Burke                       a case, where the text tells of a court
 */
#include "analysis/names/span_shapes.h"

#include "analysis/words/lexicon.h"
#include "analysis/words/lower_word.h"
#include "analysis/words/vocabulary.h"

enum { PAPER_LONGEST = 3, PARTY_LONGEST = 5 /* words */ };

static const Word *word_at(const NameScan *scan, size_t token)
{
    return tokens_word(scan->tokens, token);
}

/* Is it surely a name of its own that owns something: "NASA", "the Energy Committee"; not "Lloyd" of Lloyd's? */
static bool is_owner(const NameScan *scan, size_t first, size_t end)
{
    Range range = {token_start(scan->tokens, first), token_end(scan->tokens, end - 1)};
    uint32_t flags = lexicon_flags(text_slice(scan->article->text, range));

    if (end == first + 1)
        return scan_is_abbreviation(scan_text(scan, first)) ||
               ((flags & LEXICON_ORGANIZATION) && !(flags & LEXICON_DOUBTFUL));
    return (tokens_lexicon(scan->tokens, end - 1) & LEXICON_ORGANIZATION_HEAD) &&
           !scan_token_is(scan, end - 1, TEXT("University")); /* "Varn University's College of Law" is one */
}

size_t span_owner_end(const NameScan *scan, size_t first, size_t end)
{
    for (size_t i = first + 1; i + 2 < end; i++) {
        if (word_at(scan, i)->possessive && scan_is_capitalised(scan, i + 1) && is_owner(scan, first, i))
            return i;
    }
    return end;
}

size_t span_paper_end(const NameScan *scan, size_t first, size_t end)
{
    static const Text heads[] = {
        LITERAL("Advertiser"), LITERAL("Argus"),    LITERAL("Chronicle"), LITERAL("Courier"),  LITERAL("Dispatch"),
        LITERAL("Echo"),       LITERAL("Examiner"), LITERAL("Gazette"),   LITERAL("Globe"),    LITERAL("Herald"),
        LITERAL("Inquirer"),   LITERAL("Journal"),  LITERAL("Leader"),    LITERAL("Mirror"),   LITERAL("News"),
        LITERAL("Observer"),   LITERAL("Post"),     LITERAL("Register"),  LITERAL("Sentinel"), LITERAL("Standard"),
        LITERAL("Star"),       LITERAL("Sun"),      LITERAL("Telegraph"), LITERAL("Times"),    LITERAL("Tribune")};
    size_t found = end;

    if (first == 0 || word_at(scan, first - 1)->number != WORD_THE)
        return end;
    for (size_t i = end; i < scan->token_count && i < end + PAPER_LONGEST && scan_follows_directly(scan, i) &&
                         scan_is_capitalised(scan, i);
         i++) {
        if (TEXT_IS_ONE_OF(scan_text(scan, i), heads))
            found = i + 1;
    }
    return found;
}

/* Does the text tell of a court? Else "v." is between two teams. */
static bool tells_of_court(const NameScan *scan)
{
    static const Text words[] = {LITERAL("court"), LITERAL("judge"), LITERAL("lawsuit"), LITERAL("ruled"),
                                 LITERAL("ruling")};

    for (size_t i = 0; i < COUNT_OF(words); i++) {
        if (tokens_written_small(scan->tokens, lower_word(words[i]).hash))
            return true;
    }
    return false;
}

/* The token "v." in a span or behind it; 0: none. */
static size_t versus_of(const NameScan *scan, size_t first, size_t end)
{
    for (size_t i = first + 1; i <= end && i < scan->token_count; i++) {
        if (text_equal(scan_text(scan, i), TEXT("v.")) && scan_follows_directly(scan, i))
            return i;
    }
    return 0;
}

size_t span_case_end(const NameScan *scan, size_t first, size_t end)
{
    size_t versus = versus_of(scan, first, end), last = versus + 1;

    while (versus && last < scan->token_count && last <= versus + PARTY_LONGEST && scan_follows_directly(scan, last) &&
           scan_is_capitalised(scan, last))
        last++;
    return versus && last > versus + 1 && tells_of_court(scan) ? last : 0;
}

bool span_has_letters(const NameScan *scan, size_t token)
{
    static const Text letters[] = {LITERAL("CBE"), LITERAL("KC"),  LITERAL("MBE"),
                                   LITERAL("OBE"), LITERAL("PhD"), LITERAL("QC")};

    return token < scan->token_count && TEXT_IS_ONE_OF(scan_text(scan, token), letters);
}

/* "CEO of", "mayor of the": whose role says of what kind it is that she leads; ENTITY_TYPE_COUNT: none does. */
static EntityType led_kind(const NameScan *scan, size_t token)
{
    static const Text firms[] = {LITERAL("boss"),    LITERAL("ceo"),     LITERAL("chair"),     LITERAL("chairman"),
                                 LITERAL("founder"), LITERAL("officer"), LITERAL("president"), LITERAL("spokesman")};
    static const Text places[] = {LITERAL("governor"), LITERAL("mayor")};
    LowerWord role;

    if (token < 2 || tokens_word(scan->tokens, token - 1)->number != WORD_OF || !scan_follows_directly(scan, token) ||
        !scan_follows_directly(scan, token - 1))
        return ENTITY_TYPE_COUNT;
    role = lower_word(scan_text(scan, token - 2));
    if (TEXT_IS_ONE_OF(((Text){role.bytes, role.size}), firms))
        return ENTITY_ORGANIZATION;
    return TEXT_IS_ONE_OF(((Text){role.bytes, role.size}), places) ? ENTITY_PLACE : ENTITY_TYPE_COUNT;
}

/* Has the registry a person of two words or more that begins there? */
static bool begins_person(const NameScan *scan, size_t token)
{
    size_t at = scan->next_person;

    while (at < scan->people_count && scan->people[at].range.start < token_start(scan->tokens, token))
        at++;
    return at < scan->people_count && scan->people[at].range.start == token_start(scan->tokens, token) &&
           scan->people[at].range.end > token_end(scan->tokens, token);
}

size_t span_led_end(const NameScan *scan, size_t first, EntityType *kind)
{
    enum { WORDS_MOST = 4 };
    bool given = tokens_word(scan->tokens, first)->classes & CLASS_GIVEN;

    *kind = led_kind(scan, first);
    if (*kind == ENTITY_TYPE_COUNT || given || !scan_is_capitalised(scan, first))
        return first;
    if (tokens_lexicon(scan->tokens, first) & (LEXICON_COUNTRY | LEXICON_CITY | LEXICON_REGION))
        *kind = ENTITY_PLACE;
    for (size_t i = first + 1; i + 1 < scan->token_count && i <= first + WORDS_MOST; i++) {
        if (!scan_is_capitalised(scan, i) || !scan_follows_directly(scan, i))
            break;
        if (((tokens_word(scan->tokens, i)->classes & CLASS_GIVEN) || begins_person(scan, i)) &&
            scan_is_capitalised(scan, i + 1) && scan_follows_directly(scan, i + 1) &&
            !tokens_lexicon(scan->tokens, i + 1))
            return i;
    }
    return first;
}
