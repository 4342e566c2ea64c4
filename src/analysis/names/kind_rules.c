/*
 * Each rule looks at a few words on one side of a name. The noun that tells what a thing is stands before it ("the ship Corrigan"), behind it
 * between commas ("Ascom, a global firm,"), or behind "is".
 */
#include "analysis/names/kind_rules.h"

#include "analysis/names/span_shapes.h"
#include "analysis/words/lexicon.h"
#include "analysis/words/vocabulary.h"
#include "base/lower_bound.h"

enum {
    PLACE_LONGEST = 3 /* words */,
    NOUN_REACH = 6 /* words of an apposition before its noun */,
    SAYING_REACH = 8 /* from "said" to "it" */
};

/* ---- words ---- */

static const Word *word_at(const NameScan *scan, size_t token)
{
    return tokens_word(scan->tokens, token);
}

/* The word `distance` tokens before the name, in its sentence; empty where there is none. */
static Text word_before(const NameScan *scan, TokenRange name, size_t distance)
{
    return name.first >= distance && tokens_same_sentence(scan->tokens, name.first - distance, name.first)
               ? scan_text(scan, name.first - distance)
               : (Text){0};
}

static bool is_beside(const NameScan *scan, size_t token, TokenRange name)
{
    return token < scan->token_count && tokens_same_sentence(scan->tokens, name.end - 1, token);
}

static bool has_number(const NameScan *scan, size_t token, TokenRange name, unsigned number)
{
    return is_beside(scan, token, name) && word_at(scan, token)->number == number;
}

static bool has_sign(const NameScan *scan, size_t token, TokenRange name, int sign)
{
    return is_beside(scan, token, name) && word_at(scan, token)->sign == sign;
}

/* ---- nouns ---- */

static const struct {
    Text noun;
    EntityType type;
} nouns[] = {
#define KIND_NOUN(noun, type) {LITERAL(noun), ENTITY_##type},
#include "analysis/names/kind_nouns.def"
#undef KIND_NOUN
};

EntityType kind_of_noun(Text noun)
{
    size_t at;

    LOWER_BOUND(at, COUNT_OF(nouns), text_is_before(nouns[at].noun, noun));
    return at < COUNT_OF(nouns) && text_equal(nouns[at].noun, noun) ? nouns[at].type : ENTITY_TYPE_COUNT;
}

/* A word inside an apposition before its noun: "a [global] firm"; not "a [member of] …", "a man [who] …". */
static bool ends_nouns(const Word *word)
{
    return word->kind != TOKEN_WORD || (word->classes & (CLASS_PREPOSITION | CLASS_CONJUNCTION | CLASS_AUXILIARY)) ||
           word->number == WORD_OF || word->possessive;
}

/* The kind of the last noun that tells one, from a token on. */
static EntityType kind_of_phrase(const NameScan *scan, size_t token, TokenRange name)
{
    EntityType kind = ENTITY_TYPE_COUNT;

    for (size_t i = token; i < token + NOUN_REACH && is_beside(scan, i, name); i++) {
        if (ends_nouns(word_at(scan, i)))
            break;
        kind = kind_of_noun(scan_text(scan, i));
    }
    return kind;
}

static bool is_article(const NameScan *scan, size_t token, TokenRange name)
{
    return has_number(scan, token, name, WORD_A) || has_number(scan, token, name, WORD_AN) ||
           has_number(scan, token, name, WORD_THE);
}

/* "a boy from Amsel, the son of …", "members of the Guild, who": what follows may be told of the word before. */
static bool is_of_another(const NameScan *scan, TokenRange name)
{
    static const Text words[] = {LITERAL("at"), LITERAL("from"), LITERAL("in"), LITERAL("of"), LITERAL("the")};

    return TEXT_IS_ONE_OF(word_before(scan, name, 1), words);
}

/* ---- rules with nouns: the kind, or ENTITY_TYPE_COUNT ---- */

/* May a word be a noun, by what the lists say of it? It is asked of most words that stand before a name. */
static bool may_be_noun(const Word *word)
{
    return word->kind == TOKEN_WORD && !word->capital &&
           !(word->classes &
             (CLASS_PREPOSITION | CLASS_DETERMINER | CLASS_CONJUNCTION | CLASS_AUXILIARY | CLASS_PRONOUN));
}

static EntityType noun_before(const NameScan *scan, TokenRange name)
{
    return name.first > 0 && may_be_noun(word_at(scan, name.first - 1)) && scan_follows_directly(scan, name.first)
               ? kind_of_noun(word_before(scan, name, 1))
               : ENTITY_TYPE_COUNT;
}

static EntityType noun_after(const NameScan *scan, TokenRange name)
{
    EntityType kind = has_sign(scan, name.end, name, ',') && is_article(scan, name.end + 1, name)
                          ? kind_of_phrase(scan, name.end + 2, name)
                          : ENTITY_TYPE_COUNT;

    return kind == ENTITY_PERSON && is_of_another(scan, name) ? ENTITY_TYPE_COUNT : kind;
}

static EntityType noun_is(const NameScan *scan, TokenRange name)
{
    Text verb = is_beside(scan, name.end, name) ? scan_text(scan, name.end) : (Text){0};

    size_t article = name.end + 1;

    if (!text_equal(verb, TEXT("is")) && !text_equal(verb, TEXT("was")))
        return ENTITY_TYPE_COUNT;
    if (is_beside(scan, article + 1, name) &&
        text_equal(scan_text(scan, article + 1), TEXT("than"))) /* "smaller than the ship" */
        article += 2;
    return is_article(scan, article, name) ? kind_of_phrase(scan, article + 1, name) : ENTITY_TYPE_COUNT;
}

static EntityType noun_of(const NameScan *scan, TokenRange name)
{
    EntityType kind = text_equal(word_before(scan, name, 1), TEXT("of")) ? kind_of_noun(word_before(scan, name, 2))
                                                                         : ENTITY_TYPE_COUNT;

    return kind == ENTITY_PLACE ? kind : ENTITY_TYPE_COUNT; /* "a mother of Ines" tells nothing */
}

/* "a typeface called …", "the typeface is named …" */
static EntityType noun_called(const NameScan *scan, TokenRange name)
{
    static const Text verbs[] = {LITERAL("called"), LITERAL("christened"), LITERAL("named")},
                      links[] = {LITERAL("is"), LITERAL("was")};
    size_t is;

    if (!TEXT_IS_ONE_OF(word_before(scan, name, 1), verbs))
        return ENTITY_TYPE_COUNT;
    is = TEXT_IS_ONE_OF(word_before(scan, name, 2), links);
    return kind_of_noun(word_before(scan, name, 2 + is));
}

/* What must stand beside a name for a rule to say anything: one look around it leaves out most rules. */
enum {
    ANYWHERE = 0,
    BEFORE = 1 << 0,             /* in its sentence a word stands before it, … */
    BEFORE_NOUN = 1 << 1,        /* … that may be a noun */
    BEFORE_PREPOSITION = 1 << 2, /* … that is one */
    BEFORE_THE = 1 << 3,
    BEFORE_OF = 1 << 4,   /* … "of", "of the" */
    BEFORE_LINK = 1 << 5, /* … "of", "the" */
    AFTER = 1 << 6,       /* a token stands behind it, … */
    AFTER_NOUN = 1 << 7,  /* … that may be a noun, or is a possessive */
    AFTER_COMMA = 1 << 8,
    AFTER_IS = 1 << 9, /* … "is", "was" */
    AFTER_SAYS = 1 << 10,
    AFTER_NUMBER = 1 << 11, /* … or "(" */
    LONG = 1 << 12          /* it has two words or more */
};

static unsigned look_before(const NameScan *scan, TokenRange name)
{
    const Word *word = name.first > 0 ? word_at(scan, name.first - 1) : NULL;
    bool preposition, the, of;

    if (!word || !tokens_same_sentence(scan->tokens, name.first - 1, name.first))
        return 0;
    preposition = word->classes & CLASS_PREPOSITION;
    the = word->number == WORD_THE;
    of = word->number == WORD_OF || (the && name.first > 1 && word_at(scan, name.first - 2)->number == WORD_OF);
    return BEFORE | (may_be_noun(word) ? BEFORE_NOUN : 0) | (preposition ? BEFORE_PREPOSITION : 0) |
           (the || of ? BEFORE_LINK : 0) | (of ? BEFORE_OF : 0) | (the ? BEFORE_THE : 0);
}

static unsigned look_behind(const NameScan *scan, TokenRange name)
{
    const Word *word = name.end < scan->token_count ? word_at(scan, name.end) : NULL;
    unsigned number = word && (word->kind == TOKEN_NUMBER || word->sign == '(') ? AFTER_NUMBER : 0;

    if (!word || !is_beside(scan, name.end, name))
        return number; /* of a result, which may be a line of its own */
    return number | AFTER | (may_be_noun(word) || word->possessive ? AFTER_NOUN : 0) |
           (word->sign == ',' ? AFTER_COMMA : 0) | (word->number == WORD_IS || word->number == WORD_WAS ? AFTER_IS : 0) |
           (word->classes & CLASS_SAYS ? AFTER_SAYS : 0);
}

static const struct {
    EntityType (*kind)(const NameScan *, TokenRange);
    unsigned beside;
} noun_rules[] = {
    {noun_before, BEFORE_NOUN}, {noun_after, AFTER_COMMA}, {noun_is, AFTER_IS},
    {noun_of, BEFORE_OF},       {noun_called, BEFORE},
};

/* ---- other rules ---- */

static bool is_among(Text word, const Text *words, size_t count)
{
    return text_index_of(word, words, count) < count;
}

/* Does "WORD of NAME", "WORD of the NAME" stand there, with one of these words? */
static bool is_of(const NameScan *scan, TokenRange name, const Text *words, size_t count)
{
    size_t the = name.first > 0 && word_at(scan, name.first - 1)->number == WORD_THE;
    Text word;

    if (name.first < the + 2 || word_at(scan, name.first - the - 1)->number != WORD_OF)
        return false;
    word = word_before(scan, name, the + 2);
    return is_among(word, words, count);
}

enum {
    DATELINE_LONGEST = 12 /* tokens */,
    DATELINE_CAPITALS = 4 /* bytes of a place in capitals that is no abbreviation */
};

/* The first words of the first paragraph? */
static bool begins_body(const NameScan *scan, size_t token)
{
    uint32_t block = token_block(scan->tokens, token);
    const Block *blocks = scan->article->blocks.items;

    if (token > 0 && token_block(scan->tokens, token - 1) == block)
        return false;
    for (uint32_t i = 0; i < block; i++) {
        if (blocks[i].kind == BLOCK_PARAGRAPH)
            return false;
    }
    return blocks[block].kind == BLOCK_PARAGRAPH;
}

/* "CARRICK NESS, Dec. 3 —" */
static bool is_dateline(const NameScan *scan, TokenRange name)
{
    Range place = scan->article->dateline_place, range = tokens_range(scan->tokens, name.first, name.end);
    Text text = text_slice(scan->article->text, range);

    if (!range_is_empty(place) && range.start >= place.start && range.end <= place.end)
        return true;
    if (text_has_small_letter(text) || text.size < DATELINE_CAPITALS || !begins_body(scan, name.first))
        return false;
    for (size_t i = name.end; i < name.end + DATELINE_LONGEST && i < scan->token_count; i++) {
        const Word *word = word_at(scan, i);

        if (word->sign == '-')
            return true;
        if (word->kind == TOKEN_WORD ? !word->capital : word->kind == TOKEN_SIGN && !word->sign)
            return false;
    }
    return false;
}

static bool is_part_of_place(const NameScan *scan, TokenRange name)
{
    static const Text words[] = {LITERAL("top"),     LITERAL("foot"),        LITERAL("edge"),     LITERAL("outskirts"),
                                 LITERAL("streets"), LITERAL("centre"),      LITERAL("center"),   LITERAL("coast"),
                                 LITERAL("shore"),   LITERAL("banks"),       LITERAL("mouth"),    LITERAL("hills"),
                                 LITERAL("mayor"),   LITERAL("inhabitants"), LITERAL("residents")};

    return is_of(scan, name, words, COUNT_OF(words));
}

static bool is_part_of_ship(const NameScan *scan, TokenRange name)
{
    static const Text words[] = {LITERAL("aboard"), LITERAL("alongside")},
                      parts[] = {LITERAL("galley"),  LITERAL("deck"),  LITERAL("decks"),  LITERAL("crew"),
                                 LITERAL("captain"), LITERAL("hull"),  LITERAL("bow"),    LITERAL("stern"),
                                 LITERAL("mast"),    LITERAL("cabin"), LITERAL("cabins"), LITERAL("passengers")};

    return is_of(scan, name, parts, COUNT_OF(parts)) ||
           (text_equal(word_before(scan, name, 1), TEXT("the")) && TEXT_IS_ONE_OF(word_before(scan, name, 2), words));
}

/* Is the word before the name `small`, and the one before that one of `words`? */
static bool follows(const NameScan *scan, TokenRange name, Text small, const Text *words, size_t count)
{
    return text_equal(word_before(scan, name, 1), small) && is_among(word_before(scan, name, 2), words, count);
}

static bool is_motion(const NameScan *scan, TokenRange name)
{
    static const Text verbs[] = {LITERAL("drive"),    LITERAL("drove"),     LITERAL("fled"),    LITERAL("flew"),
                                 LITERAL("fly"),      LITERAL("marched"),   LITERAL("moved"),   LITERAL("moving"),
                                 LITERAL("sail"),     LITERAL("sailed"),    LITERAL("sailing"), LITERAL("travel"),
                                 LITERAL("traveled"), LITERAL("travelled"), LITERAL("walked")};

    return follows(scan, name, TEXT("to"), verbs, COUNT_OF(verbs));
}

/* "the town hall in …" */
static bool is_housed(const NameScan *scan, TokenRange name)
{
    static const Text houses[] = {LITERAL("church"),  LITERAL("farm"),     LITERAL("flat"),   LITERAL("hall"),
                                  LITERAL("home"),    LITERAL("hospital"), LITERAL("hotel"),  LITERAL("house"),
                                  LITERAL("jail"),    LITERAL("mosque"),   LITERAL("office"), LITERAL("offices"),
                                  LITERAL("parish"),  LITERAL("plant"),    LITERAL("prison"), LITERAL("school"),
                                  LITERAL("station"), LITERAL("temple")};

    return follows(scan, name, TEXT("in"), houses, COUNT_OF(houses));
}

static bool is_inside(const NameScan *scan, TokenRange name)
{
    Text word = word_before(scan, name, 1);

    return word.size > 1 && (word_at(scan, name.first - 1)->classes & CLASS_PREPOSITION) && !is_housed(scan, name) &&
           (tokens_lexicon(scan->tokens, name.first - 1) & LEXICON_PLACE_BEFORE) &&
           word_at(scan, name.first)->kind == TOKEN_WORD && name.end - name.first <= PLACE_LONGEST;
}

static bool is_placed(const NameScan *scan, TokenRange name)
{
    static const Text words[] = {LITERAL("airport"), LITERAL("beach"),   LITERAL("coast"),
                                 LITERAL("harbor"),  LITERAL("harbour"), LITERAL("pier"),
                                 LITERAL("suburb"),  LITERAL("suburbs"), LITERAL("waterfront")};

    return is_beside(scan, name.end, name) && may_be_noun(word_at(scan, name.end)) &&
           is_among(scan_text(scan, name.end), words, COUNT_OF(words));
}

static bool is_titled(const NameScan *scan, TokenRange name)
{
    const Word *before = name.first > 0 ? word_at(scan, name.first - 1) : NULL;

    return before && before->capital && (before->classes & CLASS_PERSON_TITLE) &&
           scan_follows_directly(scan, name.first) && (tokens_lexicon(scan->tokens, name.first - 1) & LEXICON_HONORIFIC);
}

static bool has_age(const NameScan *scan, TokenRange name)
{
    return has_sign(scan, name.end, name, ',') && is_beside(scan, name.end + 2, name) &&
           word_at(scan, name.end + 1)->kind == TOKEN_NUMBER && word_at(scan, name.end + 1)->size == 2 &&
           word_at(scan, name.end + 2)->sign == ',';
}

/* "[Durham Hall] QC" */
static bool has_letters(const NameScan *scan, TokenRange name)
{
    return is_beside(scan, name.end, name) && span_has_letters(scan, name.end);
}

/* "[Ascom] makes phones": what firms do, and of what more than one. */
static bool makes_things(const NameScan *scan, TokenRange name)
{
    static const Text verbs[] = {LITERAL("employs"),  LITERAL("makes"), LITERAL("manufactures"),
                                 LITERAL("operates"), LITERAL("sells"), LITERAL("supplies")};
    size_t noun = name.end + 1;

    if (!is_beside(scan, noun, name) || !TEXT_IS_ONE_OF(scan_text(scan, name.end), verbs) ||
        name.end > name.first + 1 || (word_at(scan, name.first)->classes & CLASS_GIVEN))
        return false;
    return word_at(scan, noun)->kind == TOKEN_WORD && !word_at(scan, noun)->capital &&
           text_ends_with(scan_text(scan, noun), TEXT("s"));
}

static bool has_who(const NameScan *scan, TokenRange name)
{
    return has_sign(scan, name.end, name, ',') && has_number(scan, name.end + 1, name, WORD_WHO) &&
           !is_of_another(scan, name);
}

static bool has_which(const NameScan *scan, TokenRange name)
{
    return has_sign(scan, name.end, name, ',') && has_number(scan, name.end + 1, name, WORD_WHICH);
}

/* "NAME said that [it] would …": the pronoun that is the subject of what is said; 0: none. */
static unsigned said_pronoun(const NameScan *scan, TokenRange name)
{
    if (!is_beside(scan, name.end, name) || !(word_at(scan, name.end)->classes & CLASS_SAYS))
        return WORD_NONE;
    for (size_t i = name.end + 1; i < name.end + SAYING_REACH && is_beside(scan, i, name); i++) {
        const Word *word = word_at(scan, i);

        if (word->number == WORD_IT || word->number == WORD_HE || word->number == WORD_SHE)
            return word->number;
        if (word->kind != TOKEN_WORD ||
            !(word->number == WORD_THAT || (word->classes & (CLASS_TIME | CLASS_PREPOSITION)) ||
              (tokens_lexicon(scan->tokens, i) & LEXICON_CALENDAR)))
            break;
    }
    return WORD_NONE;
}

static bool said_she(const NameScan *scan, TokenRange name)
{
    unsigned pronoun = said_pronoun(scan, name);

    return pronoun == WORD_HE || pronoun == WORD_SHE;
}

/* "it was raining" is about nothing; "it would", "it had", "it will" are about who says so. */
static bool said_it(const NameScan *scan, TokenRange name)
{
    return said_pronoun(scan, name) == WORD_IT;
}

static bool has_staff(const NameScan *scan, TokenRange name)
{
    size_t after = name.end + (is_beside(scan, name.end, name) && word_at(scan, name.end)->possessive);
    bool noun = is_beside(scan, after, name) && may_be_noun(word_at(scan, after));

    return noun && (tokens_lexicon(scan->tokens, after) & LEXICON_ORGANIZATION_AFTER);
}

static bool has_leader(const NameScan *scan, TokenRange name)
{
    static const Text words[] = {LITERAL("chairman"),  LITERAL("chairwoman"),  LITERAL("chair"),
                                 LITERAL("director"),  LITERAL("executive"),   LITERAL("ceo"),
                                 LITERAL("spokesman"), LITERAL("spokeswoman"), LITERAL("shares"),
                                 LITERAL("founder"),   LITERAL("employees")};

    return is_of(scan, name, words, COUNT_OF(words));
}

/* "The [Spectator] editor"; not "the London editor of a paper" */
static bool has_writer(const NameScan *scan, TokenRange name)
{
    static const Text words[] = {LITERAL("editor"), LITERAL("editors"), LITERAL("reporter"), LITERAL("reporters"),
                                 LITERAL("columnist")};

    return text_equal_ignoring_case(word_before(scan, name, 1), TEXT("the")) && is_beside(scan, name.end, name) &&
           TEXT_IS_ONE_OF(scan_text(scan, name.end), words) &&
           !(tokens_lexicon(scan->tokens, name.first) & (LEXICON_PLACE | LEXICON_NATIONALITY));
}

/* "The [Hill] asked": people and most places have no article. */
static bool the_says(const NameScan *scan, TokenRange name)
{
    return text_equal_ignoring_case(word_before(scan, name, 1), TEXT("the")) && is_beside(scan, name.end, name) &&
           (word_at(scan, name.end)->classes & CLASS_SAYS) &&
           !(tokens_lexicon(scan->tokens, name.first) & (LEXICON_PLACE | LEXICON_NATIONALITY));
}

/* "Norvane [Embassy]", "Bexley [Rovers]", "Halden Space [Center]" */
static bool has_own_head(const NameScan *scan, TokenRange name)
{
    static const Text heads[] = {LITERAL("albion"),  LITERAL("athletic"), LITERAL("embassy"),
                                 LITERAL("hotspur"), LITERAL("rovers"),   LITERAL("tribe"),
                                 LITERAL("tribes"),  LITERAL("united"),   LITERAL("wanderers")},
                      centers[] = {LITERAL("center"), LITERAL("centre")},
                      fields[] = {LITERAL("counseling"), LITERAL("counselling"), LITERAL("flight"), LITERAL("health"),
                                  LITERAL("law"),        LITERAL("medical"),     LITERAL("policy"), LITERAL("research"),
                                  LITERAL("science"),    LITERAL("sciences"),    LITERAL("space"),  LITERAL("studies")};
    size_t last = name.end - 1;

    if (name.end < name.first + 2)
        return false;
    if (TEXT_IS_ONE_OF(scan_text(scan, last), heads))
        return true;
    return TEXT_IS_ONE_OF(scan_text(scan, last), centers) && TEXT_IS_ONE_OF(scan_text(scan, last - 1), fields);
}

/* "Norvane [Orbiter]", "Tidal Power [System]": no organisation, whatever runs it. */
static bool is_thing(const NameScan *scan, TokenRange name)
{
    static const Text heads[] = {LITERAL("disorder"), LITERAL("lander"),    LITERAL("lidar"),      LITERAL("orbiter"),
                                 LITERAL("rover"),    LITERAL("satellite"), LITERAL("spacecraft"), LITERAL("syndrome"),
                                 LITERAL("system"),   LITERAL("telescope"), LITERAL("vehicle")};

    return name.end > name.first + 1 && TEXT_IS_ONE_OF(scan_text(scan, name.end - 1), heads);
}

/* "the [Abbott] ruling": what a court has decided is called by the first of the parties. */
static bool is_court_case(const NameScan *scan, TokenRange name)
{
    static const Text words[] = {LITERAL("ruling"), LITERAL("decision"), LITERAL("doctrine"), LITERAL("precedent")};

    return text_equal_ignoring_case(word_before(scan, name, 1), TEXT("the")) && name.end == name.first + 1 &&
           is_beside(scan, name.end, name) && TEXT_IS_ONE_OF(scan_text(scan, name.end), words) &&
           !tokens_lexicon(scan->tokens, name.first);
}

/* Not a year, nor what post goes by. */
static bool is_score(const NameScan *scan, size_t token)
{
    enum { SCORE_LONGEST = 3 /* digits */ };
    size_t value;

    return token < scan->token_count && word_at(scan, token)->kind == TOKEN_NUMBER &&
           (word_at(scan, token)->size <= SCORE_LONGEST || !text_to_number(scan_text(scan, token), SIZE_MAX, &value));
}

/* "[Halden] 2 Norvane 1", "[Palm Bay] (1-0)": a place is a club there; a country is one too, and stays what it is. */
static bool has_result(const NameScan *scan, TokenRange name)
{
    size_t number = name.end + has_sign(scan, name.end, name, '(');
    uint32_t flags;

    if (!is_score(scan, number) || token_block(scan->tokens, number) != token_block(scan->tokens, name.first))
        return false;
    flags = lexicon_flags(text_slice(scan->article->text, tokens_range(scan->tokens, name.first, name.end)));
    return !(flags & (LEXICON_COUNTRY | LEXICON_REGION)) && !(word_at(scan, name.first)->classes & CLASS_GIVEN) &&
           !scan_token_is(scan, name.first, TEXT("No.")) && !span_has_score(scan, number) && span_in_results(scan, name);
}

static const struct {
    bool (*applies)(const NameScan *, TokenRange);
    unsigned beside;
} rules[] = {
    {is_dateline, ANYWHERE},
    {is_part_of_place, BEFORE_OF},
    {is_part_of_ship, BEFORE_LINK},
    {is_motion, BEFORE_PREPOSITION},
    {is_inside, BEFORE_PREPOSITION},
    {is_housed, BEFORE_PREPOSITION},
    {is_placed, AFTER_NOUN},
    {is_titled, ANYWHERE},
    {has_age, AFTER_COMMA},
    {has_letters, LONG | AFTER},
    {has_who, AFTER_COMMA},
    {has_which, AFTER_COMMA},
    {said_she, AFTER_SAYS},
    {said_it, AFTER_SAYS},
    {makes_things, AFTER},
    {has_staff, AFTER_NOUN},
    {has_leader, BEFORE_OF},
    {has_writer, BEFORE_THE | AFTER},
    {the_says, BEFORE_THE | AFTER_SAYS},
    {has_own_head, LONG},
    {is_thing, LONG},
    {is_court_case, BEFORE_THE | AFTER},
    {has_result, AFTER_NUMBER},
};

/* ---- all of them ---- */

enum { NOUN_RULES = COUNT_OF(noun_rules) };

_Static_assert(COUNT_OF(noun_rules) + COUNT_OF(rules) == KIND_RULE_COUNT, "one function for each row");

static const struct {
    KindRuleInfo info;
    EntityType kind;
    int weight;
} rows[] = {
#define KIND_RULE(ID, name, kind, weight, example) {{name, example}, ENTITY_##kind, weight},
#include "analysis/names/kind_rules.def"
#undef KIND_RULE
};

const KindRuleInfo *kind_rule_info(KindRule rule)
{
    return &rows[rule].info;
}

void kind_rules_weigh(const NameScan *scan, TokenRange name, uint32_t left_out, int weights[ENTITY_TYPE_COUNT])
{
    unsigned beside = look_before(scan, name) | look_behind(scan, name) | (name.end > name.first + 1 ? LONG : 0);

    for (size_t rule = 0; rule < KIND_RULE_COUNT; rule++) {
        EntityType kind = rows[rule].kind;
        unsigned wanted = rule < NOUN_RULES ? noun_rules[rule].beside : rules[rule - NOUN_RULES].beside;

        if ((wanted & ~beside) || (left_out >> rule & 1))
            continue;
        if (rule < NOUN_RULES)
            kind = noun_rules[rule].kind(scan, name);
        else if (!rules[rule - NOUN_RULES].applies(scan, name))
            continue;
        if (kind != ENTITY_TYPE_COUNT)
            weights[kind] += rows[rule].weight;
    }
}
