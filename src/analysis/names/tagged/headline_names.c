/*
 * In a headline whose words all begin with capitals the tagger takes too much for a name. The body knows better: what it names is a name there too,
 * and words that it writes small are none.
 *
 *     [Johnson Highlights Impact] of Tides        Johnson: the body has her, and "highlights", "impact"
 *     [Solar Flares] Seen Over Halden             no name: the body has "solar flares"
 *     Next Stop [Skerrow Point]                   the body has neither: a name, but in doubt
 *     McBrekke Opens Ferry                        a name that the tagger has not seen, of the body's McBrekke
 */
#include "analysis/names/tagged/headline_names.h"

#include "analysis/words/lexicon.h"
#include "analysis/words/vocabulary.h"

enum {
    PHRASE_MOST = 6, /* words */
    LONG_WORD = 4,   /* bytes */
    LONG_WORDS_FEWEST = 3,
    CONFIDENCE_IN_DOUBT = 45,
    CONFIDENCE_OF_BODY = 85
};

typedef struct Headline {
    NameScan *scan;
    size_t end;                     /* tokens, from the first of the text on */
    size_t mention_end, people_end; /* of the scan's, those in it */
    NameTable body;                 /* names of the body, and of people there */
} Headline;

/* ---- which headlines ---- */

static bool is_long_word(const NameScan *scan, size_t token)
{
    return tokens_word(scan->tokens, token)->kind == TOKEN_WORD && tokens_word(scan->tokens, token)->size >= LONG_WORD;
}

/* Four of five long words have a capital. */
static bool is_title_case(const NameScan *scan, size_t end)
{
    size_t words = 0, capitals = 0;

    for (size_t i = 0; i < end; i++) {
        words += is_long_word(scan, i);
        capitals += is_long_word(scan, i) && scan_is_capitalised(scan, i);
    }
    return words >= LONG_WORDS_FEWEST && capitals * 5 >= words * 4;
}

/* The token behind the headline, which is the first block; 0: there is none. */
static size_t headline_end(const NameScan *scan)
{
    size_t end = scan->token_count ? token_block_end(scan->tokens, 0, scan->token_count) : 0;

    return end > 0 && tokens_are_headline(scan->tokens, 0, end) ? end : 0;
}

/* ---- what the body says ---- */

/* In a headline the last name stands for the full one. */
static void read_person(Headline *headline, Text name)
{
    size_t last = name.size;

    while (last > 0 && name.bytes[last - 1] != ' ')
        last--;
    (void)name_enter(&headline->body, name);
    if (last > 0)
        (void)name_enter(&headline->body, text_slice(name, (Range){last, name.size}));
}

static void read_body(Headline *headline)
{
    const NameScan *scan = headline->scan;

    for (size_t i = headline->mention_end; i < scan->mentions.count; i++)
        (void)name_enter(&headline->body, text_slice(scan->article->text, range_widen(scan->mentions.items[i].range)));
    for (size_t i = headline->people_end; i < scan->people_count; i++) {
        if (!scan->lost[i] && scan->votes[scan->people[i].person] > 0)
            read_person(headline, text_slice(scan->article->text, range_widen(scan->people[i].range)));
    }
}

static Range phrase_range_of(const NameScan *scan, size_t first, size_t end)
{
    return (Range){token_start(scan->tokens, first), token_end(scan->tokens, end - 1)};
}

static bool is_in_body(const Headline *headline, size_t first, size_t end)
{
    const NameScan *scan = headline->scan;

    return name_find_spelled(&headline->body, text_slice(scan->article->text, phrase_range_of(scan, first, end))) !=
           NO_NAME;
}

/* A word that says nothing of a name: the body writes it small, or it is a verb or a small word. */
static bool is_plain(const NameScan *scan, size_t token)
{
    enum {
        PLAIN = CLASS_CUE | CLASS_FINITE | CLASS_AUXILIARY | CLASS_PREPOSITION | CLASS_CONJUNCTION | CLASS_DETERMINER |
                CLASS_PRONOUN
    };
    const Word *word = tokens_word(scan->tokens, token);

    return word->kind != TOKEN_WORD || (word->classes & PLAIN) ||
           (tokens_lexicon(scan->tokens, token) & LEXICON_STOP) || tokens_written_small(scan->tokens, word->hash);
}

/* The longest name of the body that begins here; `first`: there is none. One word that the body writes small too is none. */
static size_t body_name_end(const Headline *headline, size_t first)
{
    const NameScan *scan = headline->scan;
    size_t most = first + 1;

    if (!scan_is_capitalised(scan, first))
        return first;
    while (most < headline->end && most < first + PHRASE_MOST && scan_follows_directly(scan, most))
        most++;
    for (size_t end = most; end > first; end--) {
        bool plain = end == first + 1 && is_plain(scan, first);

        if (!plain && is_in_body(headline, first, end))
            return end;
    }
    return first;
}

/* ---- what becomes of the headline's names ---- */

/* "Barr [Hosts] Border Patrol": a verb between others, which is no first name. */
static bool has_verb(const NameScan *scan, size_t first, size_t end)
{
    for (size_t i = first + 1; i + 1 < end; i++) {
        uint32_t classes = tokens_word(scan->tokens, i)->classes;

        if ((classes & (CLASS_FINITE | CLASS_CUE | CLASS_AUXILIARY)) && !(classes & (CLASS_GIVEN | CLASS_PARTICLE)))
            return true;
    }
    return false;
}

/* Are all words of [first, end) plain but those of the body's names? */
static bool is_plain_around(const Headline *headline, size_t first, size_t end)
{
    for (size_t i = first; i < end;) {
        size_t name_end = body_name_end(headline, i);

        if (name_end > i && name_end <= end)
            i = name_end;
        else if (!is_plain(headline->scan, i++))
            return false;
    }
    return true;
}

typedef enum Verdict { AS_IT_IS, IN_DOUBT, BY_BODY } Verdict;

/*
 * "[NASA] Mission", "[New Horizons] Detects Dusty Hints": the body has the first words. Not of "NASA Langley", a word that nobody knows, nor of a
 * place, which much is called after.
 */
static bool begins_with_body_name(const Headline *headline, size_t first, size_t end)
{
    const TokenList *tokens = headline->scan->tokens;
    size_t name_end = body_name_end(headline, first);

    return name_end > first && name_end < end && !(tokens_lexicon(tokens, first) & LEXICON_PLACE) &&
           (name_end + 1 < end || tokens_lexicon(tokens, name_end));
}

/* "Norvane’s [Ines Okonjo] Receives …", "Science Drives [Wallmere]’s Upgrades": a full name of the body, or one with "’s", and more behind it. */
static bool has_body_name_inside(const Headline *headline, size_t first, size_t end)
{
    for (size_t i = first + 1; i + 1 < end; i++) {
        size_t name_end = body_name_end(headline, i);

        if (name_end > i && name_end < end &&
            (name_end > i + 1 || tokens_word(headline->scan->tokens, name_end)->possessive))
            return true;
    }
    return false;
}

static Verdict judge(const Headline *headline, size_t first, size_t end)
{
    if (is_in_body(headline, first, end) || token_is_quoted(headline->scan->tokens, first))
        return AS_IT_IS;
    return has_verb(headline->scan, first, end) || begins_with_body_name(headline, first, end) ||
                   has_body_name_inside(headline, first, end) || is_plain_around(headline, first, end)
               ? BY_BODY
               : IN_DOUBT;
}

static size_t token_from(const Headline *headline, size_t token, size_t offset)
{
    while (token < headline->end && token_start(headline->scan->tokens, token) < offset)
        token++;
    return token;
}

/* People whom the registry found in the headline alone, in words that are no name. */
static void settle_people(Headline *headline)
{
    NameScan *scan = headline->scan;
    size_t token = 0;

    for (size_t i = 0; i < headline->people_end; i++) {
        Range range = range_widen(scan->people[i].range);
        size_t end;

        token = token_from(headline, token, range.start);
        end = token_from(headline, token, range.end);
        if (!scan->lost[i] && end > token + 1 && judge(headline, token, end) == BY_BODY)
            scan->lost[i] = true;
    }
}

static bool is_persons(const Headline *headline, Range range)
{
    const NameScan *scan = headline->scan;

    for (size_t i = 0; i < headline->people_end; i++) {
        if (!scan->lost[i] && range_overlaps(range_widen(scan->people[i].range), range))
            return true;
    }
    return false;
}

static void put_body_name(Headline *headline, size_t first, size_t end)
{
    NameScan *scan = headline->scan;
    bool known =
        name_find_spelled(&scan->table, text_slice(scan->article->text, phrase_range_of(scan, first, end))) != NO_NAME;
    uint32_t name;

    if (is_persons(headline, phrase_range_of(scan, first, end)))
        return;
    name = scan_add(scan, first, end);
    if (name == NO_NAME)
        return;
    scan->mentions.items[scan->mentions.count - 1].confidence = CONFIDENCE_OF_BODY;
    if (!known) /* the registry's, of whom the table has no such name */
        scan_add_weight(scan, name, ENTITY_PERSON, VOTE_MOST);
}

/* The headline's mentions anew, behind those that are there. */
static void put_mentions(Headline *headline, const NameMention *old)
{
    NameScan *scan = headline->scan;
    size_t next = 0;

    for (size_t token = 0, end; token < headline->end; token = end) {
        size_t start = token_start(scan->tokens, token), old_end = token;

        while (next < headline->mention_end && old[next].range.start < start)
            next++;
        if (next < headline->mention_end && old[next].range.start == start)
            old_end = token_from(headline, token, old[next].range.end);
        if (old_end > token && judge(headline, token, old_end) != BY_BODY) {
            NameMention mention = old[next];

            if (judge(headline, token, old_end) == IN_DOUBT && mention.confidence > CONFIDENCE_IN_DOUBT)
                mention.confidence = CONFIDENCE_IN_DOUBT;
            ARRAY_PUSH(scan->arena, scan->mentions, mention);
            end = old_end;
            continue;
        }
        end = body_name_end(headline, token);
        if (end > token)
            put_body_name(headline, token, end);
        else
            end = token + 1;
    }
}

/* Names of the headline that no place of the text has any more speak for nothing. */
static void forget_lost_names(Headline *headline, const NameMention *old, Arena *scratch)
{
    NameScan *scan = headline->scan;
    bool *mentioned = ARENA_ARRAY(scratch, bool, scan->table.names.count + 1);

    for (size_t i = 0; i < scan->mentions.count; i++)
        mentioned[scan->mentions.items[i].name] = true;
    for (size_t i = 0; i < headline->mention_end; i++) {
        for (EntityType type = 0; type < ENTITY_TYPE_COUNT && !mentioned[old[i].name]; type++)
            scan->table.names.items[old[i].name].weight[type] = 0;
    }
}

static void settle_mentions(Headline *headline, Arena *scratch)
{
    NameScan *scan = headline->scan;
    size_t all = scan->mentions.count;
    NameMention *old = ARENA_ARRAY(scratch, NameMention, all + 1);

    for (size_t i = 0; i < all; i++)
        old[i] = scan->mentions.items[i];
    scan->mentions.count = 0;
    put_mentions(headline, old);
    for (size_t i = headline->mention_end; i < all; i++)
        ARRAY_PUSH(scan->arena, scan->mentions, old[i]);
    forget_lost_names(headline, old, scratch);
}

void headline_names_settle(NameScan *scan)
{
    Headline headline = {.scan = scan, .end = headline_end(scan)};
    size_t offset;

    if (headline.end == 0 || headline.end == scan->token_count || !is_title_case(scan, headline.end))
        return;
    offset = token_end(scan->tokens, headline.end - 1);
    while (headline.mention_end < scan->mentions.count && scan->mentions.items[headline.mention_end].range.start < offset)
        headline.mention_end++;
    while (headline.people_end < scan->people_count && scan->people[headline.people_end].range.start < offset)
        headline.people_end++;
    headline.body.arena = arena_within(scan->arena);
    read_body(&headline);
    settle_people(&headline);
    settle_mentions(&headline, headline.body.arena);
    arena_release(headline.body.arena);
}
