/*
 * A sentence is a row of items: words, and quotations as one item each. Verbs of saying among the words are
 * cues; each cue gets a subject from the noun phrase at its left, or its right when it is inverted; each
 * quotation takes the cue that scores best by distance and position:
 *
 *     Q1 , Farrow , the mayor , said . Q2            said: subject Farrow over the apposition; Q1 by it, Q2
 * by the rule same-paragraph Q1 , said Ines Farrow , who resigned            inverted: the subject is at the
 * right
 *
 * What is left is decided by its neighbours (propagate.c), and pronouns and descriptions by who was named
 * before (antecedents.c).
 */
#include "analysis/attribution.h"

#include <string.h>

#include "analysis/attribution_work.h"

enum {
    CLAUSE_REACH = 160, /* items that are looked at to the left for a subject */
    CUE_REACH = 120,    /* items between a quotation and a cue that may speak for it */
    NOMINAL_LONGEST = 14,
    RIGHT_LONGEST = 16,
    SENTENCE_END_REACH = 60
};

const RuleInfo *rule_info(RuleId rule)
{
    static const RuleInfo rules[RULE_COUNT] = {
#define RULE(ID, name, confidence, inferred, example) [RULE_##ID] = {name, confidence, inferred, example},
#include "analysis/rules.def"
#undef RULE
    };

    return &rules[rule];
}

/* ---- words ---- */

static bool is_verb_like(const Attribution *attribution, uint32_t token)
{
    const Token *word = work_token(attribution, token);
    Text text = tokens_text(attribution->tokens, token);

    return (word->classes & (CLASS_FINITE | CLASS_CUE)) ||
           (text.size > 4 && text_ends_with(text, TEXT("ed")));
}

static bool ends_in_ly(const Attribution *attribution, uint32_t token)
{
    Text text = tokens_text(attribution->tokens, token);

    return text.size > 4 && text_ends_with(text, TEXT("ly"));
}

static bool ends_in_ing(const Attribution *attribution, uint32_t token)
{
    return text_ends_with(tokens_text(attribution->tokens, token), TEXT("ing"));
}

static bool is_dash_or_comma(const Token *token)
{
    return token->sign == ',' || token->sign == ')' || token->sign == '-';
}

static const Token *item_token(const Attribution *attribution, const Sentence *sentence, size_t at)
{
    const Item *item = &sentence->items[at];

    return item->span >= 0 ? NULL : work_token(attribution, item->token);
}

static bool item_has(const Attribution *attribution, const Sentence *sentence, size_t at, uint32_t classes)
{
    const Token *token = item_token(attribution, sentence, at);

    return token && (token->classes & classes);
}

static bool item_is(const Attribution *attribution, const Sentence *sentence, size_t at, unsigned number)
{
    const Token *token = item_token(attribution, sentence, at);

    return token && token->number == number;
}

static bool item_sign(const Attribution *attribution, const Sentence *sentence, size_t at, char sign)
{
    const Token *token = item_token(attribution, sentence, at);

    return token && token->sign == (unsigned char)sign;
}

static bool item_possessive(const Attribution *attribution, const Sentence *sentence, size_t at)
{
    const Token *token = item_token(attribution, sentence, at);

    return token && token->possessive;
}

static const NameRun *mention_at(const Attribution *attribution, uint32_t token)
{
    int32_t mention = attribution->people->mention_of_token[token];

    return mention < 0 ? NULL : &attribution->people->mentions.items[mention];
}

/* ---- subjects ---- */

static int32_t new_subject(Attribution *attribution, SubjectKind kind, uint32_t first, uint32_t end,
                           int32_t person)
{
    Subject subject = {kind, first, end, person, NO_SUBJECT};

    ARRAY_PUSH(attribution->arena, attribution->subjects, subject);
    return (int32_t)attribution->subjects.count - 1;
}

static int32_t subject_of_mention(Attribution *attribution, const NameRun *mention)
{
    return new_subject(attribution, SUBJECT_NAME, mention->shown, mention->end, mention->person);
}

static int32_t subject_of_word(Attribution *attribution, uint32_t token)
{
    return new_subject(attribution, SUBJECT_PRONOUN, token, token + 1, NO_PERSON);
}

static const Subject *subject_at(const Attribution *attribution, int32_t subject)
{
    return &attribution->subjects.items[subject];
}

/* How much of a verb of saying a word is here, in hundredths: 200 sure, 100 maybe, less for infinitives and
 * passives. */
static int cue_strength(const Attribution *attribution, uint32_t token)
{
    const Token *word = work_token(attribution, token), *before = NULL;
    int strength = word->classes & CLASS_SAYS ? 200 : word->classes & CLASS_SAYS_WEAK ? 100 : 0;

    if (!strength)
        return 0;
    if (token > 0 && word[-1].sentence == word->sentence)
        before = &word[-1];
    if (word->capital && before && before->span < 0)
        return 0;
    if (!before || before->span >= 0)
        return strength;
    if (word->classes & CLASS_NOUN_TOO) {
        bool noun = (before->classes & CLASS_DETERMINER) || before->possessive ||
                    before->number == WORD_AND || before->number == WORD_OF || before->number == WORD_LAST ||
                    ((before->classes & CLASS_PREPOSITION) && before->number != WORD_TO);

        if (noun)
            return 0;
    }
    if (before->number == WORD_THE || before->number == WORD_A || before->number == WORD_AN ||
        before->number == WORD_HIS || before->number == WORD_HER || before->possessive)
        return 0;
    if (before->number == WORD_TO)
        return strength == 200 ? 50 : 0;
    if (before->number == WORD_BE || before->number == WORD_BEEN || before->number == WORD_WAS ||
        before->number == WORD_WERE || before->number == WORD_IS || before->number == WORD_ARE ||
        before->number == WORD_BEING)
        return ends_in_ing(attribution, token) ? strength : 40;
    return strength;
}

/* What a look to the left found: a subject, nothing, or a conjunction ("… and said"), whose subject stands
 * further left. */
typedef struct Left {
    int32_t subject;
    bool conjoined;
} Left;

static const Left nothing = {NO_SUBJECT, false};
static const Left conjunction = {NO_SUBJECT, true};

static Left found(int32_t subject)
{
    return (Left){subject, false};
}

static bool preposition_before(const Attribution *attribution, const Sentence *sentence, size_t at,
                               const NameRun *mention)
{
    size_t back = sentence->items[at].token - mention->outer;

    if (at < back + 1)
        return false;
    return item_has(attribution, sentence, at - back - 1, CLASS_PREPOSITION) ||
           item_possessive(attribution, sentence, at - back - 1);
}

static bool stops_nominal(const Token *token)
{
    return token->sign == ',' || token->sign == ';' || token->sign == ':' || token->sign == '-' ||
           token->sign == '(' || token->sign == ')' || token->sign == '.' || token->sign == '"' ||
           token->sign == '?' || token->sign == '!';
}

static bool stops_clause(unsigned number)
{
    return number == WORD_THAT || number == WORD_WHEN || number == WORD_WHILE || number == WORD_BECAUSE ||
           number == WORD_ALTHOUGH || number == WORD_THOUGH || number == WORD_IF || number == WORD_WHERE ||
           number == WORD_BUT || number == WORD_WHICH || number == WORD_WHO || number == WORD_WHETHER ||
           number == WORD_SAID || number == WORD_SAYS;
}

/* The first item of the noun phrase that ends at `at`: back to where the clause starts. */
static size_t nominal_start(const Attribution *attribution, const Sentence *sentence, size_t at)
{
    size_t start = at + 1;

    for (int words = 0; start > 0 && words < NOMINAL_LONGEST; words++) {
        const Token *token = item_token(attribution, sentence, start - 1);
        bool last = start - 1 == at;

        if (!token || stops_nominal(token))
            break;
        if (!last && (token->number == WORD_WHO || token->number == WORD_WHICH)) {
            start--;
            break;
        }
        if (!last && stops_clause(token->number))
            break;
        if (!last && cue_strength(attribution, sentence->items[start - 1].token) >= 100 &&
            !(token->classes & CLASS_NOUN_TOO))
            break;
        start--;
    }
    return start;
}

/* Skip what a clause begins with before its first noun or determiner. */
static size_t nominal_head_start(const Attribution *attribution, const Sentence *sentence, size_t start,
                                 size_t end)
{
    for (size_t at = start; at <= end; at++) {
        const Token *token = item_token(attribution, sentence, at);
        bool determiner = token->classes & CLASS_DETERMINER;

        if ((token->classes & CLASS_PREPOSITION) && at == start)
            continue;
        if (!determiner && ((token->classes & (CLASS_AUXILIARY | CLASS_CONJUNCTION | CLASS_PREPOSITION)) ||
                            token->kind == TOKEN_SIGN))
            continue;
        if (token->number == WORD_AND || token->number == WORD_OR)
            continue;
        if (at > start && item_has(attribution, sentence, start, CLASS_PREPOSITION) && !determiner)
            continue;
        return at;
    }
    return start;
}

static bool starts_predicate(const Attribution *attribution, uint32_t token)
{
    const Token *word;

    if (token >= work_token_count(attribution))
        return false;
    word = work_token(attribution, token);
    return (word->classes & (CLASS_PREPOSITION | CLASS_AUXILIARY | CLASS_TIME)) || word->sign == ',' ||
           word->number == WORD_HOWEVER || word->number == WORD_WHO || is_verb_like(attribution, token) ||
           ends_in_ly(attribution, token);
}

/* "Farrow, however," "Farrow of Norvane": a person who begins the phrase and is its head. */
static int32_t person_in_nominal(Attribution *attribution, const Sentence *sentence, size_t start, size_t end)
{
    bool preposition = false;

    for (size_t at = start; at <= end;) {
        const Token *token = item_token(attribution, sentence, at);
        const NameRun *mention = token ? mention_at(attribution, sentence->items[at].token) : NULL;
        uint32_t next;

        if (!mention || sentence->items[at].token > mention->first)
            return NO_SUBJECT;
        next = mention->outer_end;
        if (mention->possessive) {
            at += (next > sentence->items[at].token ? next - sentence->items[at].token : 1) + 1;
            continue;
        }
        if ((mention->person != NO_PERSON || mention->organization) && !preposition &&
            starts_predicate(attribution, next) &&
            (mention->person != NO_PERSON || !(work_token(attribution, next)->classes & CLASS_PREPOSITION)))
            return subject_of_mention(attribution, mention);
        at += next > sentence->items[at].token ? next - sentence->items[at].token : 1;
    }
    return NO_SUBJECT;
}

/* Leave out what is not the phrase's own at its end: "ministers [on Friday]", "my mother [used]". */
static size_t trim_nominal(const Attribution *attribution, const Sentence *sentence, size_t start, size_t end)
{
    while (end > start) {
        const Token *token = item_token(attribution, sentence, end);
        bool verb = is_verb_like(attribution, sentence->items[end].token) &&
                    !(token->classes & (CLASS_PERSON_NOUN | CLASS_NOUN_TOO)) && !token->capital;

        if (!verb && !(token->classes & (CLASS_TIME | CLASS_PREPOSITION | CLASS_CONJUNCTION | CLASS_AUXILIARY)))
            break;
        end--;
    }
    return end;
}

/* The noun phrase that ends at item `at`. */
static Left nominal(Attribution *attribution, const Sentence *sentence, size_t at)
{
    size_t start = nominal_start(attribution, sentence, at);
    int32_t person;

    if (start > at)
        return nothing;
    if (item_is(attribution, sentence, start, WORD_WHO) || item_is(attribution, sentence, start, WORD_WHICH))
        return found(subject_of_word(attribution, sentence->items[start].token));
    start = nominal_head_start(attribution, sentence, start, at);
    person = person_in_nominal(attribution, sentence, start, at);
    if (person != NO_SUBJECT)
        return found(person);
    at = trim_nominal(attribution, sentence, start, at);
    return found(new_subject(attribution, SUBJECT_NOMINAL, sentence->items[start].token,
                             sentence->items[at].token + 1, NO_PERSON));
}

static Left phrase_at(Attribution *attribution, const Sentence *sentence, size_t at)
{
    uint32_t token = sentence->items[at].token;
    const Token *word = work_token(attribution, token);
    const NameRun *mention = mention_at(attribution, token);

    if (word->classes & CLASS_PRONOUN)
        return found(subject_of_word(attribution, token));
    if (mention && token < mention->outer_end) {
        size_t back = token - mention->outer;
        bool has_before = at >= back + 1;
        const Token *before = has_before ? item_token(attribution, sentence, at - back - 1) : NULL;
        Left wider = nothing;

        if (before && before->possessive && mention->person != NO_PERSON && mention->end - mention->first > 1)
            return found(subject_of_mention(attribution, mention));
        if (before && (before->possessive || ((before->classes & CLASS_PREPOSITION) &&
                                              before->number != WORD_AS && before->number != WORD_LIKE)))
            wider = nominal(attribution, sentence, at);
        return wider.subject != NO_SUBJECT ? wider : found(subject_of_mention(attribution, mention));
    }
    if (word->classes & (CLASS_DETERMINER | CLASS_CONJUNCTION | CLASS_PREPOSITION))
        return conjunction;
    return nominal(attribution, sentence, at);
}

/* "X (…) said": the phrase before the bracket. */
static Left before_bracket(Attribution *attribution, const Sentence *sentence, size_t at)
{
    while (at > 0 && !item_sign(attribution, sentence, at, '('))
        at--;
    return at > 0 && sentence->items[at - 1].span < 0 ? phrase_at(attribution, sentence, at - 1) : nothing;
}

/* The leftmost comma with a name or a noun that speaks before it. */
static size_t apposition_comma(const Attribution *attribution, const Sentence *sentence, size_t at)
{
    size_t best = SIZE_MAX, limit = at > CLAUSE_REACH ? at - CLAUSE_REACH : 0;

    for (size_t i = at; i-- > limit && sentence->items[i].span < 0;) {
        const NameRun *mention;

        if (item_sign(attribution, sentence, i, ';') || item_sign(attribution, sentence, i, ':') ||
            item_sign(attribution, sentence, i, '-'))
            break;
        if (!item_sign(attribution, sentence, i, ',') || i == 0 || sentence->items[i - 1].span >= 0)
            continue;
        mention = mention_at(attribution, sentence->items[i - 1].token);
        if (mention && (mention->person != NO_PERSON || mention->titles < mention->shown) &&
            !preposition_before(attribution, sentence, i - 1, mention))
            best = i;
        else if (best == SIZE_MAX && !mention && item_has(attribution, sentence, i - 1, CLASS_PERSON_NOUN))
            best = i;
    }
    return best;
}

/* "NAME, who resigned, said": a name directly before ", who". */
static const NameRun *name_before_who(const Attribution *attribution, const Sentence *sentence, size_t at)
{
    size_t limit = at > CLAUSE_REACH ? at - CLAUSE_REACH : 1;

    for (size_t i = at; i-- > limit && i > 1 && sentence->items[i].span < 0;) {
        const NameRun *mention;

        if (!(item_is(attribution, sentence, i, WORD_WHO) || item_is(attribution, sentence, i, WORD_WHOSE)) ||
            !item_sign(attribution, sentence, i - 1, ',') || sentence->items[i - 2].span >= 0)
            continue;
        mention = mention_at(attribution, sentence->items[i - 2].token);
        if (mention && mention->person != NO_PERSON)
            return mention;
    }
    return NULL;
}

/* Item `at` is the comma, dash or bracket before the verb: "X, the mayor, said". */
static Left over_apposition(Attribution *attribution, const Sentence *sentence, size_t at)
{
    const NameRun *mention, *before;
    size_t comma;

    if (item_sign(attribution, sentence, at, ')'))
        return before_bracket(attribution, sentence, at);
    mention = name_before_who(attribution, sentence, at);
    if (mention)
        return found(subject_of_mention(attribution, mention));
    comma = apposition_comma(attribution, sentence, at);
    if (comma == SIZE_MAX)
        return conjunction;
    if (comma + 1 < at && sentence->items[comma + 1].span < 0) { /* "the mayor, NAME, said" */
        mention = mention_at(attribution, sentence->items[comma + 1].token);
        before = mention_at(attribution, sentence->items[comma - 1].token);
        if (mention && mention->person != NO_PERSON && mention->end - mention->first >= 2 &&
            (!before || before->person == NO_PERSON) &&
            sentence->items[at - 1].token < mention->outer_end + 1)
            return found(subject_of_mention(attribution, mention));
    }
    return phrase_at(attribution, sentence, comma - 1);
}

/* The subject of a verb at item `verb`, from the words at its left. */
static Left subject_left(Attribution *attribution, const Sentence *sentence, size_t verb)
{
    size_t at = verb;

    while (at > 0 &&
           (item_has(attribution, sentence, at - 1, CLASS_AUXILIARY) ||
            (sentence->items[at - 1].span < 0 && ends_in_ly(attribution, sentence->items[at - 1].token))))
        at--;
    if (at == 0)
        return nothing;
    at--;
    if (sentence->items[at].span >= 0 || item_is(attribution, sentence, at, WORD_AND) ||
        item_is(attribution, sentence, at, WORD_OR) || item_is(attribution, sentence, at, WORD_BUT) ||
        item_is(attribution, sentence, at, WORD_THEN) || item_sign(attribution, sentence, at, ';'))
        return conjunction;
    if (is_dash_or_comma(item_token(attribution, sentence, at))) {
        Left left = over_apposition(attribution, sentence, at);

        return left.subject == NO_SUBJECT ? conjunction : left;
    }
    return phrase_at(attribution, sentence, at);
}

/* ---- at the right of an inverted verb ---- */

static bool stops_right(const Attribution *attribution, const Sentence *sentence, size_t at, bool has_name)
{
    const Token *token = item_token(attribution, sentence, at);
    bool place = token->number == WORD_IN || token->number == WORD_AT || token->number == WORD_ON;

    if (token->number == WORD_WHO || token->number == WORD_THAT || token->number == WORD_WHICH ||
        token->number == WORD_WHEN || token->number == WORD_WHILE || token->number == WORD_AS ||
        token->number == WORD_AFTER || token->number == WORD_DURING || token->number == WORD_BECAUSE)
        return true;
    return place && has_name;
}

static bool any_item(const Attribution *attribution, const Sentence *sentence, size_t from, size_t to,
                     uint32_t classes)
{
    for (size_t i = from; i < to; i++) {
        if (item_has(attribution, sentence, i, classes))
            return true;
    }
    return false;
}

static bool any_possessive(const Attribution *attribution, const Sentence *sentence, size_t from, size_t to)
{
    for (size_t i = from; i < to; i++) {
        if (item_possessive(attribution, sentence, i))
            return true;
    }
    return false;
}

/* "said NAME role NAME", "said NAME's aide, NAME": a later full name in the same phrase. */
static const NameRun *later_name(const Attribution *attribution, const Sentence *sentence, size_t start,
                                 size_t name, size_t end, const NameRun *mention)
{
    const NameRun *other;

    for (size_t at = name; at < end; at++) {
        other = mention_at(attribution, sentence->items[at].token);
        if (other && other != mention && other->person != NO_PERSON &&
            sentence->items[at].token == other->outer && other->end - other->first >= 2 &&
            !any_item(attribution, sentence, name, at, CLASS_PREPOSITION))
            return other;
    }
    if (end + 1 >= sentence->count || !item_sign(attribution, sentence, end, ',') ||
        sentence->items[end + 1].span >= 0)
        return NULL;
    if (!mention->possessive && mention->person != NO_PERSON && name <= start &&
        sentence->items[end - 1].token < mention->outer_end)
        return NULL;
    other = mention_at(attribution, sentence->items[end + 1].token);
    if (other && other->person != NO_PERSON && other->end - other->first >= 2 &&
        (mention->possessive || sentence->items[end - 1].token >= mention->outer_end))
        return other;
    return NULL;
}

static size_t first_after(const Sentence *sentence, size_t from, size_t end, uint32_t token)
{
    while (from < end && sentence->items[from].token < token)
        from++;
    return from;
}

/* The phrase [start, end) has a name at item `name`: the name, or a description around it. */
static int32_t name_or_nominal(Attribution *attribution, const Sentence *sentence, size_t start, size_t name,
                               size_t end, const NameRun *mention)
{
    const NameRun *later = later_name(attribution, sentence, start, name, end, mention);
    size_t after = first_after(sentence, name, end, mention->outer_end);
    uint32_t first = sentence->items[start].token, last = sentence->items[end - 1].token + 1;

    if (later)
        return subject_of_mention(attribution, later);
    if (mention->possessive)
        return new_subject(attribution, SUBJECT_NOMINAL, first, last, NO_PERSON);
    if (after < end && !item_has(attribution, sentence, after, CLASS_PREPOSITION) &&
        item_has(attribution, sentence, end - 1, CLASS_PERSON_NOUN))
        return new_subject(attribution, SUBJECT_NOMINAL, first, last, NO_PERSON);
    if (any_item(attribution, sentence, start, name, CLASS_PREPOSITION))
        return NO_SUBJECT;
    if (any_possessive(attribution, sentence, start, name))
        return item_possessive(attribution, sentence, name - 1) && mention->person != NO_PERSON
                   ? subject_of_mention(attribution, mention)
                   : NO_SUBJECT;
    return subject_of_mention(attribution, mention);
}

static int32_t subject_right(Attribution *attribution, const Sentence *sentence, size_t start)
{
    const NameRun *mention = NULL;
    size_t end = start, name = start;
    const Token *word;
    int32_t subject = NO_SUBJECT;

    if (start >= sentence->count || sentence->items[start].span >= 0)
        return NO_SUBJECT;
    word = work_token(attribution, sentence->items[start].token);
    if ((word->classes & CLASS_PRONOUN) && word->number != WORD_WHO && word->number != WORD_WHICH)
        return subject_of_word(attribution, sentence->items[start].token);
    for (; end < sentence->count && sentence->items[end].span < 0 && end < start + RIGHT_LONGEST; end++) {
        const Token *token = item_token(attribution, sentence, end);
        const NameRun *here = mention_at(attribution, sentence->items[end].token);

        if (stops_nominal(token) && token->sign != ')' && token->sign != '"')
            break;
        if (end > start && stops_right(attribution, sentence, end, mention != NULL))
            break;
        if (here && !mention && sentence->items[end].token >= here->first) {
            mention = here;
            name = end;
        }
    }
    if (end == start)
        return NO_SUBJECT;
    if (mention) {
        subject = name_or_nominal(attribution, sentence, start, name, end, mention);
    } else if (end + 1 < sentence->count && item_sign(attribution, sentence, end, ',') &&
               sentence->items[end + 1].span < 0) {
        mention = mention_at(attribution, sentence->items[end + 1].token);
        if (mention && mention->person != NO_PERSON && mention->end - mention->first >= 2)
            subject = subject_of_mention(attribution, mention);
    }
    if (subject == NO_SUBJECT &&
        ((word->classes & (CLASS_DETERMINER | CLASS_PERSON_NOUN)) || word->kind == TOKEN_WORD))
        subject = new_subject(attribution, SUBJECT_NOMINAL, sentence->items[start].token,
                              sentence->items[end - 1].token + 1, NO_PERSON);
    return subject;
}

/* ---- the subject of a clause ---- */

/* The nearest name or he/she at the left that is the subject of something. */
static int32_t clause_subject(Attribution *attribution, const Sentence *sentence, size_t verb)
{
    size_t limit = verb > CLAUSE_REACH ? verb - CLAUSE_REACH : 0;

    for (size_t at = verb; at-- > limit;) {
        const Token *token = item_token(attribution, sentence, at), *next;
        const NameRun *mention;
        size_t back, start;
        uint32_t after;

        if (!token)
            continue;
        if (token->sign == ';')
            return NO_SUBJECT;
        if (token->number == WORD_HE || token->number == WORD_SHE)
            return subject_of_word(attribution, sentence->items[at].token);
        mention = mention_at(attribution, sentence->items[at].token);
        if (!mention || sentence->items[at].token != mention->outer_end - 1)
            continue;
        back = sentence->items[at].token - mention->outer;
        start = at > back ? at - back : 0;
        after = mention->outer_end;
        next = after < work_token_count(attribution) ? work_token(attribution, after) : NULL;
        if (mention->person != NO_PERSON && !mention->possessive && next &&
            !preposition_before(attribution, sentence, at, mention) &&
            (is_verb_like(attribution, after) || (next->classes & CLASS_AUXILIARY) || next->sign == ',' ||
             next->sign == '(' || ends_in_ly(attribution, after))) {
            bool apposed = (next->sign == ',' || next->sign == '(') && start > 0 &&
                           item_sign(attribution, sentence, start - 1, ',');

            if (!apposed)
                return subject_of_mention(attribution, mention);
        }
        at = start;
        if (at <= limit)
            break;
    }
    return NO_SUBJECT;
}

int32_t attribution_first_subject(Attribution *attribution, const Sentence *sentence, size_t limit)
{
    size_t end = limit && limit < sentence->count ? limit : sentence->count;

    for (size_t at = 0; at < end && at < CLAUSE_REACH; at++) {
        const Token *token = item_token(attribution, sentence, at);
        const NameRun *mention;

        if (!token)
            continue;
        if (token->number == WORD_HE || token->number == WORD_SHE || token->number == WORD_THEY ||
            token->number == WORD_IT || token->number == WORD_I)
            return subject_of_word(attribution, sentence->items[at].token);
        mention = mention_at(attribution, sentence->items[at].token);
        if (mention && sentence->items[at].token == mention->first && mention->person != NO_PERSON &&
            !mention->possessive && !preposition_before(attribution, sentence, at, mention))
            return subject_of_mention(attribution, mention);
    }
    return NO_SUBJECT;
}

/* ---- cues ---- */

/* A full sentence in commas at the end: "…, said Farrow." with no verb after it. */
static bool is_final_inversion(const Attribution *attribution, const Sentence *sentence, size_t verb)
{
    size_t end = verb + 1;
    const Token *word = item_token(attribution, sentence, verb), *next;

    if (word->number != WORD_SAID && word->number != WORD_SAYS && word->number != WORD_WROTE &&
        word->number != WORD_WRITES)
        return false;
    if (verb <= 2 || !item_sign(attribution, sentence, verb - 1, ',') || verb + 1 >= sentence->count)
        return false;
    next = item_token(attribution, sentence, verb + 1);
    if (!next || (next->classes & CLASS_TIME) || next->number == WORD_THAT || next->number == WORD_IT ||
        next->number == WORD_IN)
        return false;
    while (end < sentence->count && end < verb + SENTENCE_END_REACH && sentence->items[end].span < 0) {
        const Token *token = item_token(attribution, sentence, end);

        if (token->sign == '.' || token->sign == '?' || token->sign == '!' || token->sign == ';')
            break;
        end++;
    }
    if (end + 1 < sentence->count)
        return false;
    for (size_t at = verb + 1; at < end; at++) {
        if (cue_strength(attribution, sentence->items[at].token) >= 100 ||
            item_has(attribution, sentence, at, CLASS_AUXILIARY))
            return false;
    }
    return true;
}

static bool may_invert(const Token *word, int strength)
{
    return strength >= 200 || word->number == WORD_READ || word->number == WORD_READS ||
           word->number == WORD_ANSWERED || word->number == WORD_BEGAN;
}

/* The subject at the right of a verb that follows a quotation, or begins the sentence; NO_SUBJECT when it is
 * not inverted. */
static int32_t inverted_subject(Attribution *attribution, const Sentence *sentence, size_t verb, int strength)
{
    const Token *word = item_token(attribution, sentence, verb);
    bool after_quote = verb > 0 && (sentence->items[verb - 1].span >= 0 ||
                                    (verb > 1 &&
                                     (item_sign(attribution, sentence, verb - 1, ',') ||
                                      item_sign(attribution, sentence, verb - 1, '-')) &&
                                     sentence->items[verb - 2].span >= 0));
    bool first =
        verb == 0 && (word->number == WORD_SAID || word->number == WORD_SAYS || word->number == WORD_ADDED ||
                      word->number == WORD_ASKED || word->number == WORD_WROTE);
    const Subject *subject;
    int32_t index;
    bool speaks;

    if (!after_quote && !first && !is_final_inversion(attribution, sentence, verb))
        return NO_SUBJECT;
    if (!may_invert(word, strength) || ends_in_ing(attribution, sentence->items[verb].token) ||
        word->number == WORD_CHANTS || word->number == WORD_CRIES)
        return NO_SUBJECT;
    index = subject_right(attribution, sentence, verb + 1);
    if (index == NO_SUBJECT)
        return NO_SUBJECT;
    subject = subject_at(attribution, index);
    speaks = subject->kind != SUBJECT_NOMINAL ||
             (work_token(attribution, subject->first)->classes & CLASS_DETERMINER) ||
             work_token(attribution, subject->first)->capital;
    for (uint32_t i = subject->first; i < subject->end && !speaks; i++)
        speaks = work_token(attribution, i)->classes & CLASS_PERSON_NOUN;
    if (!speaks)
        return NO_SUBJECT;
    if (subject->kind == SUBJECT_PRONOUN &&
        subject->end < work_token_count(attribution)) { /* "…, said he would": no inversion */
        const Token *next = work_token(attribution, subject->end);

        if (next->span < 0 && (next->classes & CLASS_AUXILIARY))
            return NO_SUBJECT;
    }
    return index;
}

/* "who said": the name before it. */
static void find_antecedent(Attribution *attribution, const Sentence *sentence, int32_t subject)
{
    size_t at = 0;
    Left left;

    if (subject_at(attribution, subject)->kind != SUBJECT_PRONOUN ||
        work_token(attribution, subject_at(attribution, subject)->first)->number != WORD_WHO)
        return;
    while (at < sentence->count && (sentence->items[at].span >= 0 ||
                                    sentence->items[at].token != subject_at(attribution, subject)->first))
        at++;
    if (at == 0 || at == sentence->count)
        return;
    at--;
    if (item_sign(attribution, sentence, at, ',') && at > 0)
        at--;
    if (sentence->items[at].span >= 0)
        return;
    left = phrase_at(attribution, sentence, at);
    attribution->subjects.items[subject].antecedent = left.subject;
}

typedef struct CueSearch {
    int32_t previous, first; /* subjects found so far in the sentence */
    CueList *cues;
} CueSearch;

static void add_cue(Attribution *attribution, CueSearch *search, size_t at, int strength, int32_t subject,
                    CueKind kind)
{
    Cue cue = {.item = at, .strength = strength, .subject = subject, .kind = kind};

    ARRAY_PUSH(attribution->arena, *search->cues, cue);
    if (kind != CUE_SHARED)
        search->previous = subject;
    if (search->first == NO_SUBJECT)
        search->first = subject;
}

static int32_t else_subject(int32_t first, int32_t second)
{
    return first != NO_SUBJECT ? first : second;
}

static void add_left_cue(Attribution *attribution, const Sentence *sentence, CueSearch *search, size_t at,
                         int strength)
{
    const Token *word = item_token(attribution, sentence, at);
    Left left = subject_left(attribution, sentence, at);
    int32_t subject = left.subject;
    CueKind kind = CUE_LEFT;

    if (strength == 100 && (word->classes & CLASS_NOUN_TOO) && word->number != WORD_CALLS &&
        word->number != WORD_HOPES &&
        (subject == NO_SUBJECT || subject_at(attribution, subject)->kind == SUBJECT_NOMINAL))
        return;
    if (left.conjoined) {
        subject = clause_subject(attribution, sentence, at);
        subject = else_subject(subject, else_subject(search->previous, search->first));
        if (subject == NO_SUBJECT)
            subject = attribution_first_subject(attribution, sentence, at);
        kind = CUE_SHARED;
    } else if (ends_in_ing(attribution, sentence->items[at].token) &&
               !(at > 0 && item_has(attribution, sentence, at - 1, CLASS_AUXILIARY))) {
        int32_t main = else_subject(clause_subject(attribution, sentence, at), search->first);

        if (main == NO_SUBJECT)
            main = attribution_first_subject(attribution, sentence, at);
        subject = else_subject(main, subject);
        kind = CUE_PARTICIPLE;
    }
    if (subject == NO_SUBJECT)
        return;
    find_antecedent(attribution, sentence, subject);
    add_cue(attribution, search, at, strength, subject, kind);
}

void attribution_cues(Attribution *attribution, const Sentence *sentence, CueList *cues)
{
    CueSearch search = {NO_SUBJECT, NO_SUBJECT, cues};

    for (size_t at = 0; at < sentence->count; at++) {
        int strength;
        int32_t subject;

        if (sentence->items[at].span >= 0)
            continue;
        if (item_is(attribution, sentence, at, WORD_ACCORDING)) {
            bool to = at + 1 < sentence->count && item_is(attribution, sentence, at + 1, WORD_TO);

            subject = to ? subject_right(attribution, sentence, at + 2) : NO_SUBJECT;
            if (subject != NO_SUBJECT) {
                Cue cue = {.item = at, .strength = 160, .subject = subject, .kind = CUE_ACCORDING};

                ARRAY_PUSH(attribution->arena, *cues, cue);
            }
            continue;
        }
        strength = cue_strength(attribution, sentence->items[at].token);
        if (!strength)
            continue;
        subject = inverted_subject(attribution, sentence, at, strength);
        if (subject != NO_SUBJECT)
            add_cue(attribution, &search, at, strength, subject, CUE_INVERTED);
        else
            add_left_cue(attribution, sentence, &search, at, strength);
    }
}

/* ---- which cue speaks for a quotation ---- */

uint32_t attribution_nominal_head(const Attribution *attribution, const Subject *subject)
{
    uint32_t head = subject->first;

    for (uint32_t i = subject->first; i < subject->end; i++) {
        const Token *token = work_token(attribution, i);

        if (i > subject->first &&
            ((token->classes & CLASS_PREPOSITION) || token->number == WORD_WHO ||
             token->number == WORD_THAT || token->number == WORD_WHICH || token->sign == ','))
            break;
        head = i;
    }
    return head;
}

static bool ends_like_person(Text word)
{
    static const Text endings[] = {{"ist", 3}, {"man", 3}, {"men", 3},  {"ian", 3},  {"ers", 3},   {"er", 2},
                                   {"or", 2},  {"ors", 3}, {"ists", 4}, {"ians", 4}, {"person", 6}};

    for (size_t i = 0; i < sizeof endings / sizeof endings[0]; i++) {
        if (text_ends_with(word, endings[i]))
            return true;
    }
    return false;
}

/* A description that can speak: "a spokesman", "voters", "Officials", not "the effect". */
static bool can_speak(const Attribution *attribution, const Subject *subject)
{
    uint32_t head = attribution_nominal_head(attribution, subject);
    const Token *token = work_token(attribution, head);
    Text word = tokens_text(attribution->tokens, head);

    if ((token->classes & CLASS_PERSON_NOUN) || token->capital || ends_like_person(word))
        return true;
    if (word.size > 1 && word.size < 40 && word.bytes[word.size - 1] == 's') {
        uint32_t hash = 0;

        for (size_t i = 0; i + 1 < word.size; i++)
            hash = hash * 31 + (unsigned char)word.bytes[i];
        return word_info((Text){word.bytes, word.size - 1}, hash).classes & CLASS_PERSON_NOUN;
    }
    return false;
}

/* Words and quotations between two items. */
typedef struct Between {
    int words, quotes;
    bool semicolon;
} Between;

static Between between(const Attribution *attribution, const Sentence *sentence, size_t from, size_t to)
{
    Between result = {0, 0, false};

    for (size_t at = from; at < to; at++) {
        if (sentence->items[at].span >= 0)
            result.quotes++;
        else
            result.words++;
        result.semicolon = result.semicolon || item_sign(attribution, sentence, at, ';');
    }
    return result;
}

static int score_before(const Attribution *attribution, const Sentence *sentence, const Cue *cue,
                        int strength, size_t quote)
{
    Between gap = between(attribution, sentence, cue->item + 1, quote);
    int score = (strength >= 160 ? 320 : strength * 16 / 10) - (strength >= 160 ? 5 : 10) * gap.words -
                15 * gap.quotes;

    if (gap.words <= 1 || item_sign(attribution, sentence, quote - 1, ':'))
        score += 150;
    if (cue->kind == CUE_INVERTED)
        score -= 120;
    if (cue->kind == CUE_ACCORDING)
        score -= 50;
    return gap.semicolon ? score - 100 : score;
}

static int score_after(const Attribution *attribution, const Sentence *sentence, const Cue *cue, int strength,
                       size_t quote, char last)
{
    Between gap = between(attribution, sentence, quote + 1, cue->item);
    int score = (strength >= 160 ? 320 : strength * 16 / 10) - 10 * gap.words - 80 * gap.quotes - 60;
    bool open = last == ',' || last == '?' || last == '!' || last == '-';

    if (!open && !(cue->item > quote + 1 && item_sign(attribution, sentence, quote + 1, ',')))
        return score - 100;
    if (cue->kind == CUE_INVERTED && gap.words <= 1)
        return score + 300;
    if (cue->kind == CUE_LEFT || cue->kind == CUE_ACCORDING)
        return score + 220 - 5 * gap.words;
    return score;
}

char attribution_last_byte(const Attribution *attribution, size_t span)
{
    Text inner = text_slice(attribution->tokens->article->text, attribution->tokens->spans.items[span].inner);

    while (inner.size && (inner.bytes[inner.size - 1] == ' ' || inner.bytes[inner.size - 1] == '"' ||
                          inner.bytes[inner.size - 1] == '\''))
        inner.size--;
    while (inner.size >= 3 && (text_ends_with(inner, TEXT("’")) || text_ends_with(inner, TEXT("”")) ||
                               text_ends_with(inner, TEXT("“"))))
        inner.size -= 3;
    if (text_ends_with(inner, TEXT("—")))
        return '-';
    return inner.size ? inner.bytes[inner.size - 1] : '\0';
}

static RuleId rule_of_cue(const Cue *cue, bool cue_first)
{
    switch (cue->kind) {
    case CUE_INVERTED:
        return RULE_INVERTED;
    case CUE_ACCORDING:
        return RULE_ACCORDING_TO;
    case CUE_SHARED:
        return RULE_SHARED_SUBJECT;
    case CUE_PARTICIPLE:
        return RULE_PARTICIPLE;
    case CUE_LEFT:
        break;
    }
    return cue_first ? RULE_CUE_BEFORE : RULE_CUE_AFTER;
}

/* The best cue for the quotation at item `quote`, of those from `first` on; cues are in the order of the
 * sentence. */
static void choose_cue(Attribution *attribution, const Sentence *sentence, const CueList *cues, size_t first,
                       size_t quote)
{
    size_t span = (size_t)sentence->items[quote].span;
    char last = attribution_last_byte(attribution, span);
    const Cue *best = NULL;
    int best_score = -150;

    for (size_t i = first; i < cues->count && cues->items[i].item <= quote + CUE_REACH; i++) {
        const Cue *cue = &cues->items[i];
        int strength = cue->strength, score;

        if (strength < 40)
            continue;
        if (subject_at(attribution, cue->subject)->kind == SUBJECT_NOMINAL &&
            !can_speak(attribution, subject_at(attribution, cue->subject)) && strength > 90)
            strength = 90;
        score = cue->item < quote ? score_before(attribution, sentence, cue, strength, quote)
                                  : score_after(attribution, sentence, cue, strength, quote, last);
        if (score > best_score) {
            best = cue;
            best_score = score;
        }
    }
    if (best) {
        attribution->decisions[span] = (Decision){best->subject, rule_of_cue(best, best->item < quote),
                                                  sentence->items[best->item].token};
        return;
    }
    attribution->decisions[span].subject = attribution_first_subject(attribution, sentence, 0);
    if (attribution->decisions[span].subject != NO_SUBJECT)
        attribution->decisions[span].rule = RULE_SENTENCE_SUBJECT;
}

static void decide_sentence(Attribution *attribution, const Sentence *sentence)
{
    CueList cues = {0};
    size_t first = 0;
    int32_t before = -1;

    attribution_cues(attribution, sentence, &cues);
    for (size_t at = 0; at < sentence->count; at++) {
        int32_t span = sentence->items[at].span;

        if (span < 0)
            continue;
        while (first < cues.count && cues.items[first].item + CUE_REACH < at)
            first++;
        if (attribution->decisions[span].subject == NO_SUBJECT)
            choose_cue(attribution, sentence, &cues, first, at);
        if (before >= 0 && attribution->decisions[span].subject == NO_SUBJECT &&
            attribution->decisions[before].subject != NO_SUBJECT) {
            attribution->decisions[span] = attribution->decisions[before];
            attribution->decisions[span].rule = RULE_SPLIT;
        }
        before = span;
    }
}

void attribution_find_cues(Attribution *attribution, size_t first, size_t end)
{
    Sentence sentence;

    for (size_t token = first; token < end; token = sentence.end) {
        bool quoted = false;

        sentence = attribution_sentence(attribution, token);
        for (size_t at = 0; at < sentence.count && !quoted; at++)
            quoted = sentence.items[at].span >= 0;
        if (quoted)
            decide_sentence(attribution, &sentence);
    }
}
