/*
 * A noun phrase, and whose name is at its head:
 *
 *     analyst Priya Venkat of Stamford Row           behind words for what she is: she, not Stamford Row
 *     Bank of Norvane (BoN) governor Mark Carnell    behind the title that an organisation, or a place, gives
 *     Farrow’s aide                                  nobody’s: a description
 *
 * At the left of a verb it is read backwards to where its clause begins, and what does not belong to it is left out at both ends:
 *
 *     When [the mayor of Norvane] said               "when" begins the clause
 *     From the gallery [police officers] shouted     behind an adverbial
 *     meddling [the California congressman]          from its last article on
 */
#include "analysis/attribution/noun_phrases.h"

#include "analysis/attribution/verbs.h"
#include "analysis/people/roles.h"
#include "analysis/words/vocabulary.h"

enum { NOMINAL_LONGEST = 14, RIGHT_LONGEST = 16, ABBREVIATION_LONGEST = 4, NOUNS_MOST = 4 }; /* items */

bool starts_predicate(const Attribution *attribution, uint32_t token)
{
    const Word *word;

    if (token >= attribution_token_count(attribution))
        return false;
    word = word_at(attribution, token);
    return (word->classes & (CLASS_PREPOSITION | CLASS_AUXILIARY | CLASS_TIME)) || word->sign == ',' ||
           word->number == WORD_HOWEVER || word->number == WORD_WHO || word_is_verb_like(attribution, token) ||
           word_ends_in_ly(attribution, token);
}

/* "that", "when", "who", "after"; not "and". */
static bool begins_clause(const Word *word)
{
    return (word->classes & CLASS_CONJUNCTION) && word->number != WORD_AND && word->number != WORD_OR;
}

/* ---- the head ---- */

static bool is_role_part(const Attribution *attribution, uint32_t token)
{
    return is_role_word(attribution->people, token) || word_is_for_person(attribution, token) ||
           (word_at(attribution, token)->classes & CLASS_TITLE) ||
           (tokens_lexicon(attribution->tokens, token) & LEXICON_ROLE_FIRST);
}

/* "Board of Trade [(BoT)] chief": the item that closes a bracket with an abbreviation; `open` itself where there is none. */
static size_t abbreviation_end(const Attribution *attribution, const Sentence *sentence, size_t open)
{
    if (!item_sign(attribution, sentence, open, '('))
        return open;
    for (size_t at = open + 1; at <= open + ABBREVIATION_LONGEST; at++) {
        if (item_sign(attribution, sentence, at, ')'))
            return at;
        if (!item_token(attribution, sentence, at) || !item_token(attribution, sentence, at)->capital)
            break;
    }
    return open;
}

/* May the word at an item stand in a title before a name: "Mayor of Norvane", "(BoT) chief", "and General Manager"? */
static bool leads_to_name(const Attribution *attribution, const Sentence *sentence, size_t at)
{
    const Word *word = item_token(attribution, sentence, at);
    const Word *before = at > 0 ? item_token(attribution, sentence, at - 1) : NULL;

    if (word->number == WORD_OF || word->number == WORD_FOR)
        return before && (before->capital ||
                          (word->number == WORD_OF && is_role_part(attribution, sentence->items[at - 1].token)));
    return word->capital || word->number == WORD_AND || word->number == WORD_THE || word->sign == '(' ||
           word->sign == ')' || word->possessive || is_role_part(attribution, sentence->items[at].token);
}

/* Does a title stand right before a full name: "of Norvane [Ines Farrow]", not "and [Ines Farrow]"? That of "an aide to Mayor [Ines Farrow]" does
 * not begin the phrase; that of "Secretary of State [Ines Farrow]" does. */
static bool is_titled(const Attribution *attribution, const Sentence *sentence, const NameRun *name, bool of_title)
{
    size_t first = sentence_item(sentence, name->first);
    const Word *before = first > 0 ? item_token(attribution, sentence, first - 1) : NULL;

    return name_is_full(name) && before && before->kind == TOKEN_WORD && !before->possessive &&
           !item_is(attribution, sentence, sentence_item(sentence, name->outer_end),
                    WORD_AND) && /* "Gov. Ada Quill and the council" */
           (before->capital || is_role_part(attribution, sentence->items[first - 1].token)) &&
           (of_title || !is_role_part(attribution, name->outer) ||
            !mention_follows_preposition(attribution, sentence, name));
}

/* "the [Farrow] campaign", "[Farrow] and her mate": a name that another noun follows is not what the phrase is about; one that another name is
 * joined to is. */
static bool ends_there(const Attribution *attribution, const Sentence *sentence, const NameRun *name, size_t end)
{
    return sentence_item(sentence, name->outer_end) >= end || starts_predicate(attribution, name->outer_end) ||
           word_at(attribution, name->outer_end)->kind == TOKEN_SIGN ||
           (word_at(attribution, name->outer_end)->number == WORD_AND &&
            name->outer_end + 1 < attribution_token_count(attribution) && mention_at(attribution, name->outer_end + 1));
}

/* The name that the phrase [start, end) is about; NULL: it is a description. */
static const NameRun *phrase_head(const Attribution *attribution, const Sentence *sentence, size_t start, size_t end)
{
    bool led = false, titles = true; /* a preposition leads away from its start; titles alone lead on from there */
    bool of_title = false;           /* … the first of them with "of" behind it */
    const NameRun *found = NULL;

    for (size_t at = start; at < end && (titles || !led); at++) {
        const NameRun *name = mention_at(attribution, sentence->items[at].token);

        if (!name || sentence->items[at].token > name->first || name->possessive) {
            titles = titles && leads_to_name(attribution, sentence, at);
            led = led || item_has(attribution, sentence, at, CLASS_PREPOSITION);
            continue;
        }
        if (mention_is_title(attribution, name) && !of_title) {
            of_title = true;
            found = name_is_full(name) ? name : found; /* "Peter King of Norvane" */
        } else {
            bool plain = !led && ends_there(attribution, sentence, name, end);

            if (name->person != NO_PERSON && (plain || (titles && is_titled(attribution, sentence, name, of_title))))
                return name;
            if (plain && !found &&
                (name->organization || at == start || item_is(attribution, sentence, at - 1, WORD_THE)))
                found = name;
        }
        at = sentence_item(sentence, name->outer_end) - 1;
    }
    return found;
}

static int32_t phrase_subject(Attribution *attribution, const Sentence *sentence, size_t start, size_t end)
{
    const NameRun *head = phrase_head(attribution, sentence, start, end);

    return head ? subject_of_mention(attribution, head)
                : subject_new(attribution, SUBJECT_NOMINAL, sentence->items[start].token,
                              sentence->items[end - 1].token + 1, NO_PERSON);
}

/* ---- at the left of a verb ---- */

/* "officials [supporting] the law", "a man [accused] of theft", "a source [within] the guild", "a nurse on [board] the ship": the phrase goes on
 * behind its noun. */
static bool adds_to_noun(const Attribution *attribution, const Sentence *sentence, size_t at)
{
    static const Text words[] = {LITERAL("within"), LITERAL("inside"), LITERAL("outside"), LITERAL("across"),
                                 LITERAL("behind"), LITERAL("aboard"), LITERAL("board"),   LITERAL("off")};
    Text text = tokens_text(attribution->tokens, sentence->items[at].token);

    return at > 0 &&
           (TEXT_IS_ONE_OF(text, words) || ((text_ends_with(text, TEXT("ing")) || text_ends_with(text, TEXT("ed"))) &&
                                            item_token(attribution, sentence, at - 1) &&
                                            word_is_for_person(attribution, sentence->items[at - 1].token)));
}

/* The first item of the noun phrase that ends at `at`: back to where the clause starts. */
static size_t nominal_start(const Attribution *attribution, const Sentence *sentence, size_t at)
{
    size_t start = at;

    while (start > 0 && at - start < NOMINAL_LONGEST) {
        const Word *token = item_token(attribution, sentence, start - 1);

        if (!token || token_ends_phrase(token) ||
            (cue_strength(attribution, sentence->items[start - 1].token) >= STRENGTH_MAYBE &&
             (!(token->classes & CLASS_NOUN_TOO) || word_ends_in_ing(attribution, sentence->items[start - 1].token)) &&
             !adds_to_noun(attribution, sentence, start - 1)) ||
            (begins_clause(token) && !(token->classes & CLASS_PREPOSITION)))
            break; /* "after the vote" may be an adverbial */
        start--;
    }
    if (start < at && item_is(attribution, sentence, start, WORD_AS)) /* "as Farrow of Norvane said" */
        start++;
    while (start < at && !item_has(attribution, sentence, start, CLASS_DETERMINER | CLASS_PREPOSITION) &&
           (item_has(attribution, sentence, start, CLASS_AUXILIARY | CLASS_CONJUNCTION) ||
            word_ends_in_ly(attribution, sentence->items[start].token)))
        start++;
    return start;
}

/* "meddling [the California congressman]", "In March [the mayor]": a phrase begins with the last article in it that no preposition or "and"
 * leads to. */
static size_t last_article(const Attribution *attribution, const Sentence *sentence, size_t start, size_t end)
{
    const unsigned leads = CLASS_PREPOSITION | CLASS_CONJUNCTION | CLASS_DETERMINER;

    for (size_t at = end; at > start; at--) {
        if ((item_is(attribution, sentence, at, WORD_THE) || item_is(attribution, sentence, at, WORD_A) ||
             item_is(attribution, sentence, at, WORD_AN)) &&
            ((item_is(attribution, sentence, at - 1, WORD_AFTER) && at - 1 > start) ||
             !item_has(attribution, sentence, at - 1, leads)) &&
            !(at - 1 > start && adds_to_noun(attribution, sentence, at - 1)))
            return at;
    }
    return start;
}

/* "From the public gallery [someone] shouted", "On Tuesday [police officers] said": the last words that go together; "with
 * [Farrow of Norvane] calling": all behind the preposition. */
static size_t behind_adverbial(const Attribution *attribution, const Sentence *sentence, size_t start, size_t end)
{
    size_t first = end;

    while (first > start + 1 && (item_token(attribution, sentence, first - 1)->capital ||
                                 item_possessive(attribution, sentence, first - 1) ||
                                 is_role_part(attribution, sentence->items[first - 1].token)))
        first--;
    if (first > start + 1 && item_has(attribution, sentence, first - 1, CLASS_DETERMINER) &&
        !item_has(attribution, sentence, first - 2, CLASS_PREPOSITION))
        first--;
    return first > start && item_has(attribution, sentence, first - 1, CLASS_PREPOSITION) ? start + 1 : first;
}

/* Leave out what is not the phrase's own at its end: "ministers [on Friday]", "my mother [used]". */
static size_t trim_nominal(const Attribution *attribution, const Sentence *sentence, size_t start, size_t end)
{
    for (; end > start; end--) {
        const Word *token = item_token(attribution, sentence, end);
        bool verb = word_is_verb_like(attribution, sentence->items[end].token) &&
                    !(token->classes & (CLASS_PERSON_NOUN | CLASS_NOUN_TOO)) && !token->capital;

        if (!verb && !(token->classes & (CLASS_TIME | CLASS_PREPOSITION | CLASS_CONJUNCTION | CLASS_AUXILIARY)))
            break;
    }
    return end;
}

/* The noun phrase that ends at item `at`. */
static int32_t nominal(Attribution *attribution, const Sentence *sentence, size_t at)
{
    size_t start = nominal_start(attribution, sentence, at), article = last_article(attribution, sentence, start, at);

    if (start > 0 && word_is_verb_like(attribution, sentence->items[start].token) &&
        (item_is(attribution, sentence, start - 1, WORD_WHO) || item_is(attribution, sentence, start - 1, WORD_WHICH)))
        return subject_of_word(attribution, sentence->items[start - 1].token);
    if (article == start && item_has(attribution, sentence, start, CLASS_PREPOSITION))
        article = behind_adverbial(attribution, sentence, start, at);
    return phrase_subject(attribution, sentence, article, trim_nominal(attribution, sentence, article, at) + 1);
}

/* "Farrow of [victim group] Harbour Tides": the first of some nouns before the name at an item, where "of" leads from somebody to them; else that
 * item. */
static size_t before_nouns(const Attribution *attribution, const Sentence *sentence, size_t name)
{
    size_t first = name;
    const NameRun *person;

    while (first > 1 && name - first < NOUNS_MOST && item_token(attribution, sentence, first - 1) &&
           item_token(attribution, sentence, first - 1)->kind == TOKEN_WORD &&
           !item_token(attribution, sentence, first - 1)->capital &&
           !item_has(attribution, sentence, first - 1, CLASS_PREPOSITION | CLASS_DETERMINER | CLASS_CONJUNCTION))
        first--;
    if (first == name || first < 2 || !item_is(attribution, sentence, first - 1, WORD_OF) ||
        !item_token(attribution, sentence, first - 2))
        return name;
    person = mention_at(attribution, sentence->items[first - 2].token);
    return name_is_full(person) ? first : name;
}

Left subject_at_phrase(Attribution *attribution, const Sentence *sentence, size_t at)
{
    uint32_t token = sentence->items[at].token;
    const Word *word = word_at(attribution, token);
    const NameRun *mention = mention_at(attribution, token);
    size_t first;

    if (word->classes & CLASS_PRONOUN)
        return left_found(subject_of_word(attribution, token));
    if (!mention)
        return word->classes & (CLASS_DETERMINER | CLASS_CONJUNCTION | CLASS_PREPOSITION)
                   ? left_conjunction()
                   : left_found(nominal(attribution, sentence, at));
    first = before_nouns(attribution, sentence, sentence_item(sentence, mention->outer));
    if (first > 1 && item_has(attribution, sentence, first - 1, CLASS_PERSON_NOUN) &&
        !item_token(attribution, sentence, first - 1)->capital)
        first--;                                                                   /* "in the journal Harbour Tides" */
    if (first > 1 && item_has(attribution, sentence, first - 1, CLASS_DETERMINER)) /* "Morgan of the Sierra Club" */
        first--;
    if (first > 0 && (item_possessive(attribution, sentence, first - 1) ||
                      item_has(attribution, sentence, first - 1, CLASS_PREPOSITION)))
        return left_found(nominal(attribution, sentence, at));
    return left_found(subject_of_mention(attribution, mention));
}

/* ---- at the right of a verb ---- */

/* "him", "them"; "her" only where no noun follows. */
static bool is_object_pronoun(const Attribution *attribution, const Sentence *sentence, size_t at)
{
    const Word *after = item_token(attribution, sentence, at + 1);
    unsigned no_noun = CLASS_AUXILIARY | CLASS_PREPOSITION | CLASS_CONJUNCTION | CLASS_DETERMINER;

    if (item_is(attribution, sentence, at, WORD_HER))
        return !after || after->kind != TOKEN_WORD || (after->classes & no_noun);
    return item_is(attribution, sentence, at, WORD_HIM) || item_is(attribution, sentence, at, WORD_THEM);
}

/* Behind the phrase that begins at an item: at a sign, a clause, or where a place or time follows a name. */
static size_t phrase_end(const Attribution *attribution, const Sentence *sentence, size_t start)
{
    const NameRun *name = NULL;
    size_t end = start;

    for (; end < sentence->count && sentence->items[end].span < 0 && end - start < RIGHT_LONGEST; end++) {
        const Word *token = item_token(attribution, sentence, end);
        size_t close = abbreviation_end(attribution, sentence, end);

        if (close > end && item_token(attribution, sentence, close + 1) &&
            is_role_part(attribution, sentence->items[close + 1].token)) {
            end = close; /* "Board of Trade (BoT) chief" */
            continue;
        }
        if (token_ends_phrase(token) || (end > start && begins_clause(token)) ||
            (name && (token->classes & CLASS_PREPOSITION) && token->number != WORD_OF && token->number != WORD_FOR))
            break;
        name = name ? name : mention_at(attribution, sentence->items[end].token);
    }
    return end;
}

/* "said the mayor, [Ines Farrow]", "said Farrow’s aide, [Tom Brekke]": the full name behind the comma at an item; not "according to his aide,
 * Ines Farrow left". */
static const NameRun *name_after_comma(const Attribution *attribution, const Sentence *sentence, size_t comma)
{
    const NameRun *name;

    if (!item_sign(attribution, sentence, comma, ',') || !item_token(attribution, sentence, comma + 1))
        return NULL;
    name = mention_at(attribution, sentence->items[comma + 1].token);
    return name_is_full(name) && !(name->outer_end < attribution_token_count(attribution) &&
                                   !token_is_quoted(attribution->tokens, name->outer_end) &&
                                   (word_at(attribution, name->outer_end)->classes & (CLASS_FINITE | CLASS_CUE)))
               ? name
               : NULL;
}

int32_t subject_right(Attribution *attribution, const Sentence *sentence, size_t start)
{
    const NameRun *later;
    int32_t subject;
    size_t end;

    if (!item_token(attribution, sentence, start) ||
        item_has(attribution, sentence, start, CLASS_PREPOSITION | CLASS_AUXILIARY))
        return NO_SUBJECT;
    if (item_has(attribution, sentence, start, CLASS_PRONOUN) || is_object_pronoun(attribution, sentence, start))
        return subject_of_word(attribution, sentence->items[start].token);
    end = phrase_end(attribution, sentence, start);
    if (end == start)
        return NO_SUBJECT;
    subject = phrase_subject(attribution, sentence, start, end);
    later = subject_at(attribution, subject)->person == NO_PERSON ? name_after_comma(attribution, sentence, end) : NULL;
    return later ? subject_of_mention(attribution, later) : subject;
}
