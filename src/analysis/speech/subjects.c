/*
 * Who a verb is about: the noun phrase at its left, over an apposition, or the subject of the clause further
 * back; at its right when it is inverted (subjects_right.c):
 *
 *     Farrow , the mayor , said             the phrase at the left of the comma
 *     Farrow took the stand and said        the clause's
 */
#include "analysis/people/roles.h"
#include "analysis/speech/attribution_work.h"
#include "analysis/words/lexicon.h"

enum {
    CLAUSE_REACH = 160, /* items that are looked at to the left for a subject */
    NOMINAL_LONGEST = 14,
    BRACKET_LONGEST = 8,
    DESCRIPTION_WORDS = 5
};

int32_t subject_new(Attribution *attribution, SubjectKind kind, uint32_t first, uint32_t end, int32_t person)
{
    Subject subject = {.kind = kind, .first = first, .end = end, .person = person, .antecedent = NO_SUBJECT};

    ARRAY_PUSH(attribution->arena, attribution->subjects, subject);
    return (int32_t)attribution->subjects.count - 1;
}

int32_t subject_of_mention(Attribution *attribution, const NameRun *mention)
{
    return subject_new(attribution, SUBJECT_NAME, mention->shown, mention->end, mention->person);
}

int32_t subject_of_word(Attribution *attribution, uint32_t token)
{
    return subject_new(attribution, SUBJECT_PRONOUN, token, token + 1, NO_PERSON);
}

const Subject *subject_at(const Attribution *attribution, int32_t subject)
{
    return &attribution->subjects.items[subject];
}

static bool closes_apposition(const Word *token)
{
    return token->sign == ',' || token->sign == ')' || token->sign == '-';
}

static const Left nothing = {NO_SUBJECT, false};
static const Left conjunction = {NO_SUBJECT, true};

static Left found(int32_t subject)
{
    return (Left){subject, false};
}

static bool mention_follows_preposition(const Attribution *attribution, const Sentence *sentence,
                                        const NameRun *mention)
{
    size_t first = sentence_item(sentence, mention->outer);

    return first > 0 && (item_has(attribution, sentence, first - 1, CLASS_PREPOSITION) ||
                         item_possessive(attribution, sentence, first - 1));
}

static bool stops_clause(unsigned number)
{
    return number == WORD_THAT || number == WORD_WHEN || number == WORD_WHILE || number == WORD_BECAUSE ||
           number == WORD_ALTHOUGH || number == WORD_THOUGH || number == WORD_IF || number == WORD_WHERE ||
           number == WORD_BUT || number == WORD_WHAT || number == WORD_WHICH || number == WORD_WHO ||
           number == WORD_WHETHER || number == WORD_SAID || number == WORD_SAYS;
}

/* The first item of the noun phrase that ends at `at`: back to where the clause starts. */
static size_t nominal_start(const Attribution *attribution, const Sentence *sentence, size_t at)
{
    size_t start = at + 1;

    for (int words = 0; start > 0 && words < NOMINAL_LONGEST; words++) {
        const Word *token = item_token(attribution, sentence, start - 1);
        bool last = start - 1 == at;

        if (!token || token_ends_phrase(token))
            break;
        if (!last && (token->number == WORD_WHO || token->number == WORD_WHICH)) {
            start--;
            break;
        }
        if (!last && stops_clause(token->number))
            break;
        if (!last && cue_strength(attribution, sentence->items[start - 1].token) >= STRENGTH_MAYBE &&
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
        const Word *token = item_token(attribution, sentence, at);
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
    const Word *word;

    if (token >= work_token_count(attribution))
        return false;
    word = work_token(attribution, token);
    return (word->classes & (CLASS_PREPOSITION | CLASS_AUXILIARY | CLASS_TIME)) || word->sign == ',' ||
           word->number == WORD_HOWEVER || word->number == WORD_WHO ||
           word_is_verb_like(attribution, token) || word_ends_in_ly(attribution, token);
}

static bool is_role_part(const Attribution *attribution, uint32_t token)
{
    return is_role_word(attribution->people, token) ||
           (lexicon_flags(tokens_text(attribution->tokens, token)) & LEXICON_ROLE_FIRST);
}

/* "[my] [friend] Nguyen Thi Hoa" */
static bool is_own(const Attribution *attribution, const Sentence *sentence, size_t at)
{
    static const Text words[] = {LITERAL("my"),    LITERAL("our"), LITERAL("your"),
                                 LITERAL("their"), LITERAL("his"), LITERAL("her")};

    return TEXT_IS_ONE_OF(tokens_text(attribution->tokens, sentence->items[at].token), words) ||
           (at > 0 && item_has(attribution, sentence, at, CLASS_PERSON_NOUN) &&
            TEXT_IS_ONE_OF(tokens_text(attribution->tokens, sentence->items[at - 1].token), words));
}

/* "Farrow, however," "Farrow of Norvane": a person who begins the phrase and is its head. */
static int32_t person_in_nominal(Attribution *attribution, const Sentence *sentence, size_t start, size_t end)
{
    bool preposition = false;

    while (start < end && !mention_at(attribution, sentence->items[start].token) &&
           (is_role_word(attribution->people, sentence->items[start].token) ||
            is_own(attribution, sentence, start)))
        start++; /* "analyst Priya Venkat of Stamford Row", "my friend Hoa" */
    for (size_t at = start; at <= end;) {
        const Word *token = item_token(attribution, sentence, at);
        const NameRun *mention = token ? mention_at(attribution, sentence->items[at].token) : NULL;
        uint32_t next;

        if (!mention && token && at > start && is_role_part(attribution, sentence->items[at].token)) {
            at++; /* "Democratic presidential candidate Ines Farrow" */
            continue;
        }
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
        const Word *token = item_token(attribution, sentence, end);
        bool verb = word_is_verb_like(attribution, sentence->items[end].token) &&
                    !(token->classes & (CLASS_PERSON_NOUN | CLASS_NOUN_TOO)) && !token->capital;

        if (!verb &&
            !(token->classes & (CLASS_TIME | CLASS_PREPOSITION | CLASS_CONJUNCTION | CLASS_AUXILIARY)))
            break;
        end--;
    }
    return end;
}

/* "meddling [the California congressman]": a phrase begins with the last article in it that no preposition or
 * "and" leads to. */
static size_t last_determiner(const Attribution *attribution, const Sentence *sentence, size_t start,
                              size_t end)
{
    for (size_t at = end; at > start; at--) {
        if ((item_is(attribution, sentence, at, WORD_THE) || item_is(attribution, sentence, at, WORD_A) ||
             item_is(attribution, sentence, at, WORD_AN)) &&
            (item_is(attribution, sentence, at - 1, WORD_AFTER) ||
             !item_has(attribution, sentence, at - 1,
                       CLASS_PREPOSITION | CLASS_CONJUNCTION | CLASS_DETERMINER)) &&
            !item_is(attribution, sentence, at - 1, WORD_AND) &&
            !item_is(attribution, sentence, at - 1, WORD_OR))
            return at;
    }
    return start;
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
    if (start < at && item_is(attribution, sentence, start, WORD_AS)) /* "as Farrow of Norvane said" */
        start++;
    start = nominal_head_start(attribution, sentence, start, at);
    start = last_determiner(attribution, sentence, start, at);
    person = person_in_nominal(attribution, sentence, start, at);
    if (person != NO_SUBJECT)
        return found(person);
    at = trim_nominal(attribution, sentence, start, at);
    return found(subject_new(attribution, SUBJECT_NOMINAL, sentence->items[start].token,
                             sentence->items[at].token + 1, NO_PERSON));
}

/* "Stacy Baker of [Columbia], South Carolina": the last item of a town before its state; 0 when there is
 * none. */
static size_t town_before(const Attribution *attribution, const Sentence *sentence, size_t first)
{
    const NameRun *town;
    size_t last = first - 2, start;

    if (first < 4 || !item_sign(attribution, sentence, first - 1, ',') || sentence->items[last].span >= 0)
        return 0;
    town = mention_at(attribution, sentence->items[last].token);
    start = town && town->person == NO_PERSON ? sentence_item(sentence, town->outer) : 0;
    return start > 0 && (item_is(attribution, sentence, start - 1, WORD_OF) ||
                         item_is(attribution, sentence, start - 1, WORD_FROM))
               ? last
               : 0;
}

Left subject_at_phrase(Attribution *attribution, const Sentence *sentence, size_t at)
{
    uint32_t token = sentence->items[at].token;
    const Word *word = work_token(attribution, token);
    const NameRun *mention = mention_at(attribution, token);

    if (word->classes & CLASS_PRONOUN)
        return found(subject_of_word(attribution, token));
    if (word->number == WORD_THEM || word->number == WORD_HIM) /* "let them know" */
        return conjunction;
    if (mention && token < mention->outer_end) {
        size_t first = sentence_item(sentence, mention->outer);
        size_t town = mention->person == NO_PERSON ? town_before(attribution, sentence, first) : 0;
        const Word *before = first > 0 ? item_token(attribution, sentence, first - 1) : NULL;
        Left wider = nothing;

        if (town)
            return subject_at_phrase(attribution, sentence, town);
        if (before && before->possessive && mention->person != NO_PERSON && mention->end - mention->first > 1)
            return found(subject_of_mention(attribution, mention));
        if (before && (before->classes & CLASS_DETERMINER) && first > 1) /* "Morgan of the Sierra Club" */
            before = item_token(attribution, sentence, first - 2);
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
    size_t limit = at > CLAUSE_REACH ? at - CLAUSE_REACH : 0;

    while (at > limit && !item_sign(attribution, sentence, at, '('))
        at--;
    return at > limit && sentence->items[at - 1].span < 0 ? subject_at_phrase(attribution, sentence, at - 1)
                                                          : nothing;
}

/* The item before a comma, a bracket left out: "Price [(D-Newport News)], said". */
static size_t phrase_end(const Attribution *attribution, const Sentence *sentence, size_t comma)
{
    size_t at = comma - 1, limit = comma > BRACKET_LONGEST ? comma - BRACKET_LONGEST : 0;

    if (!item_sign(attribution, sentence, at, ')'))
        return at;
    while (at > limit && !item_sign(attribution, sentence, at, '('))
        at--;
    return at > limit ? at - 1 : comma - 1;
}

/* The leftmost comma with a name or a noun that speaks before it. */
static size_t apposition_comma(const Attribution *attribution, const Sentence *sentence, size_t at)
{
    size_t best = SIZE_MAX, limit = at > CLAUSE_REACH ? at - CLAUSE_REACH : 0;

    for (size_t i = at, bracket = SIZE_MAX; i-- > limit && sentence->items[i].span < 0;) {
        const NameRun *mention;
        size_t end;

        if (item_sign(attribution, sentence, i, ';') || item_sign(attribution, sentence, i, ':') ||
            (item_sign(attribution, sentence, i, '-') && i < bracket))
            break;
        if (!item_sign(attribution, sentence, i, ',') || i == 0 || sentence->items[i - 1].span >= 0)
            continue;
        end = phrase_end(attribution, sentence, i);
        if (sentence->items[end].span >= 0)
            continue;
        bracket = end;
        mention = mention_at(attribution, sentence->items[end].token);
        if (mention && !mention_follows_preposition(attribution, sentence, mention))
            best = i;
        else if (best == SIZE_MAX && !mention &&
                 item_has(attribution, sentence, end, CLASS_PERSON_NOUN | CLASS_ROLE))
            best = i;
    }
    return best;
}

/* "the secretary of the CEI (…), Nunzio Galantino, said" */
static Left name_between_commas(Attribution *attribution, const Sentence *sentence, size_t at)
{
    const NameRun *mention = at > 1 && sentence->items[at - 1].span < 0
                                 ? mention_at(attribution, sentence->items[at - 1].token)
                                 : NULL;
    size_t first = mention ? sentence_item(sentence, mention->outer) : 0;

    if (first == 0 || mention->person == NO_PERSON || mention->end - mention->first < 2 ||
        !item_sign(attribution, sentence, first - 1, ','))
        return conjunction;
    return found(subject_of_mention(attribution, mention));
}

/* Item `at` is the comma, dash or bracket before the verb: "X, the mayor, said". */
static Left over_apposition(Attribution *attribution, const Sentence *sentence, size_t at)
{
    const NameRun *mention, *before;
    size_t comma;

    if (item_sign(attribution, sentence, at, ')'))
        return before_bracket(attribution, sentence, at);
    if (at > 0 && item_sign(attribution, sentence, at - 1, ')')) { /* "Price (D-Newport News), said" */
        Left left = before_bracket(attribution, sentence, at - 1);

        if (left.subject != NO_SUBJECT && subject_at(attribution, left.subject)->kind == SUBJECT_NAME)
            return left;
    }
    comma = rule_is_on(attribution, RULE_APPOSITION) ? apposition_comma(attribution, sentence, at) : SIZE_MAX;
    if (comma == SIZE_MAX)
        return name_between_commas(attribution, sentence, at);
    if (comma + 1 < at && sentence->items[comma + 1].span < 0) { /* "the mayor, NAME, said" */
        mention = mention_at(attribution, sentence->items[comma + 1].token);
        before = mention_at(attribution, sentence->items[phrase_end(attribution, sentence, comma)].token);
        if (mention && mention->person != NO_PERSON && mention->end - mention->first >= 2 &&
            (!before || before->person == NO_PERSON) &&
            sentence->items[at - 1].token < mention->outer_end + 1)
            return found(subject_of_mention(attribution, mention));
    }
    return subject_at_phrase(attribution, sentence, phrase_end(attribution, sentence, comma));
}

static bool is_calendar(const Attribution *attribution, const Sentence *sentence, size_t at)
{
    return sentence->items[at].span < 0 && item_token(attribution, sentence, at)->capital &&
           (lexicon_flags(tokens_text(attribution->tokens, sentence->items[at].token)) & LEXICON_CALENDAR);
}

/* "Farrow, who resigned, [on Tuesday] called": the item at which a day before a verb begins; `at` when there
 * is none. */
static size_t before_time(const Attribution *attribution, const Sentence *sentence, size_t at)
{
    if (at < 2 || !is_calendar(attribution, sentence, at - 1))
        return at;
    at--;
    return item_is(attribution, sentence, at - 1, WORD_ON) || item_is(attribution, sentence, at - 1, WORD_IN)
               ? at - 1
               : at;
}

/* The subject of a verb at item `verb`, from the words at its left. */
Left subject_left(Attribution *attribution, const Sentence *sentence, size_t verb)
{
    size_t at = verb;

    while (at > 0 && (item_has(attribution, sentence, at - 1, CLASS_AUXILIARY) ||
                      (sentence->items[at - 1].span < 0 &&
                       word_ends_in_ly(attribution, sentence->items[at - 1].token))))
        at--;
    at = before_time(attribution, sentence, at);
    if (at == 0)
        return nothing;
    at--;
    if (sentence->items[at].span >= 0 || item_is(attribution, sentence, at, WORD_AND) ||
        item_is(attribution, sentence, at, WORD_OR) || item_is(attribution, sentence, at, WORD_BUT) ||
        item_is(attribution, sentence, at, WORD_THEN) || item_sign(attribution, sentence, at, ';'))
        return conjunction;
    if (closes_apposition(item_token(attribution, sentence, at))) {
        Left left = over_apposition(attribution, sentence, at);

        return left.subject == NO_SUBJECT ? conjunction : left;
    }
    return subject_at_phrase(attribution, sentence, at);
}

uint32_t subject_head(const Attribution *attribution, const Subject *subject)
{
    uint32_t head = subject->first;

    for (uint32_t i = subject->first; i < subject->end; i++) {
        const Word *token = work_token(attribution, i);

        if (i > subject->first &&
            ((token->classes & CLASS_PREPOSITION) || token->number == WORD_WHO ||
             token->number == WORD_THAT || token->number == WORD_WHICH || token->sign == ','))
            break;
        head = i;
    }
    return head;
}

static bool word_ends_like_person(Text word)
{
    static const Text endings[] = {LITERAL("ist"),  LITERAL("man"),  LITERAL("men"),   LITERAL("ian"),
                                   LITERAL("ers"),  LITERAL("er"),   LITERAL("or"),    LITERAL("ors"),
                                   LITERAL("ists"), LITERAL("ians"), LITERAL("person")};

    for (size_t i = 0; i < COUNT_OF(endings); i++) {
        if (text_ends_with(word, endings[i]))
            return true;
    }
    return false;
}

bool subject_can_speak(const Attribution *attribution, const Subject *subject)
{
    uint32_t head = subject_head(attribution, subject);
    const Word *token = work_token(attribution, head);
    Text word = tokens_text(attribution->tokens, head);

    return (token->classes & CLASS_PERSON_NOUN) || token->capital || word_ends_like_person(word) ||
           word_is_person_plural(word);
}

/* ---- the subject of a clause ---- */

/* "Sanders endorsed [Clinton], saying": a name from item `start` to the comma before the verb, that begins nothing and that no verb of saying stands
 * before ("said Farrow, adding"). */
static bool is_object_before(const Attribution *attribution, const Sentence *sentence, size_t start,
                             uint32_t after, size_t verb)
{
    while (verb > 2 && (item_has(attribution, sentence, verb - 1, CLASS_CONJUNCTION | CLASS_AUXILIARY) ||
                        item_is(attribution, sentence, verb - 1, WORD_AND) ||
                        item_is(attribution, sentence, verb - 1, WORD_BUT)))
        verb--;
    if (verb < 2 || sentence->items[verb - 1].token != after || start == 0)
        return false;
    return sentence->items[start - 1].span < 0 &&
           (!item_has(attribution, sentence, start - 1, CLASS_CUE) ||
            word_ends_in_ing(attribution, sentence->items[start - 1].token)) &&
           !item_sign(attribution, sentence, start - 1, ',');
}

/* "that [Clinton] had to prove something": the subject of a clause inside another. */
static bool is_subordinate(const Attribution *attribution, const Sentence *sentence, size_t start)
{
    unsigned before = start > 0 && sentence->items[start - 1].span < 0
                          ? item_token(attribution, sentence, start - 1)->number
                          : WORD_NONE;

    return before == WORD_THAT || before == WORD_WHETHER || before == WORD_WHAT || before == WORD_BECAUSE ||
           before == WORD_IF || before == WORD_WHERE;
}

/* The nearest name or he/she at the left that is the subject of something. */
int32_t subject_of_clause(Attribution *attribution, const Sentence *sentence, size_t verb)
{
    size_t limit = verb > CLAUSE_REACH ? verb - CLAUSE_REACH : 0;

    for (size_t at = verb; at-- > limit;) {
        const Word *token = item_token(attribution, sentence, at), *next;
        const NameRun *mention;
        size_t start;
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
        start = sentence_item(sentence, mention->outer);
        after = mention->outer_end;
        next = after < work_token_count(attribution) ? work_token(attribution, after) : NULL;
        if (mention->person != NO_PERSON && !mention->possessive && next &&
            !mention_follows_preposition(attribution, sentence, mention) &&
            !is_subordinate(attribution, sentence, start) &&
            (word_is_verb_like(attribution, after) || (next->classes & CLASS_AUXILIARY) ||
             next->sign == ',' || next->sign == '(' || word_ends_in_ly(attribution, after))) {
            bool apposed = (next->sign == ',' || next->sign == '(') && start > 0 &&
                           item_sign(attribution, sentence, start - 1, ',');

            if (!apposed && !is_object_before(attribution, sentence, start, after, verb))
                return subject_of_mention(attribution, mention);
        }
        at = start;
        if (at <= limit)
            break;
    }
    return NO_SUBJECT;
}

/* "The vendor, Slotwise, …", "a colleague of my mother’s, Mr. Ferrand": the name follows. */
static bool is_named_after(const Attribution *attribution, uint32_t end)
{
    if (end < work_token_count(attribution) && work_token(attribution, end)->possessive)
        end++;
    return end + 1 < work_token_count(attribution) && work_token(attribution, end)->sign == ',' &&
           mention_at(attribution, end + 1);
}

/* "a spokesman [for the builders]": the end of what "of" or "for" adds. */
static uint32_t complement_end(const Attribution *attribution, uint32_t end)
{
    const Word *first = work_token(attribution, end);
    uint32_t at = end + 1;

    if (first->number != WORD_OF && first->number != WORD_FOR)
        return end;
    while (at < work_token_count(attribution) && at - end <= DESCRIPTION_WORDS) {
        const Word *token = work_token(attribution, at);

        if (token->kind == TOKEN_SIGN || !tokens_beside(attribution->tokens, end, at) ||
            (token->classes & (CLASS_PREPOSITION | CLASS_AUXILIARY | CLASS_CONJUNCTION)) ||
            word_is_verb_like(attribution, at))
            break;
        at++;
    }
    return at > end + 1 && !(work_token(attribution, at - 1)->classes & CLASS_DETERMINER) ? at : end;
}

int32_t subject_description(Attribution *attribution, uint32_t first)
{
    const Word *start = work_token(attribution, first);

    if (!((start->classes & CLASS_DETERMINER) || start->number == WORD_HIS || start->number == WORD_HER))
        return NO_SUBJECT;
    for (uint32_t head = first + 1; head < work_token_count(attribution) && head - first <= DESCRIPTION_WORDS;
         head++) {
        const Word *token = work_token(attribution, head);

        if (token->kind == TOKEN_SIGN || token->possessive || token->capital || !tokens_same_span(attribution->tokens, head, first) ||
            (token->classes & (CLASS_PREPOSITION | CLASS_AUXILIARY | CLASS_CONJUNCTION)))
            return NO_SUBJECT;
        if (!(token->classes & CLASS_PERSON_NOUN) &&
            !word_ends_like_person(tokens_text(attribution->tokens, head)) &&
            !word_is_person_plural(tokens_text(attribution->tokens, head)))
            continue;
        if (is_named_after(attribution, head + 1))
            return NO_SUBJECT;
        if (starts_predicate(attribution, head + 1))
            return subject_new(attribution, SUBJECT_NOMINAL, first, complement_end(attribution, head + 1),
                               NO_PERSON);
    }
    return NO_SUBJECT;
}

/* "In August several [groups of parents] sued, saying": the description that begins at an item, no object of a
 * preposition. */
static int32_t description_at(Attribution *attribution, const Sentence *sentence, size_t at)
{
    int32_t description;
    uint32_t head;

    if (item_is(attribution, sentence, at, WORD_THAT) ||
        (at > 0 && item_has(attribution, sentence, at - 1, CLASS_PREPOSITION)))
        return NO_SUBJECT;
    description = subject_description(attribution, sentence->items[at].token);
    if (description == NO_SUBJECT)
        return NO_SUBJECT;
    if (is_named_after(attribution, subject_at(attribution, description)->end))
        return NO_SUBJECT;
    head = subject_head(attribution, subject_at(attribution, description));
    return (work_token(attribution, head)->classes & CLASS_PERSON_NOUN) ||
                   word_is_person_plural(tokens_text(attribution->tokens, head))
               ? description
               : NO_SUBJECT;
}

int32_t subject_first(Attribution *attribution, const Sentence *sentence, size_t limit)
{
    size_t end = limit && limit < sentence->count ? limit : sentence->count;

    for (size_t at = 0; at < end && at < CLAUSE_REACH; at++) {
        const Word *token = item_token(attribution, sentence, at);
        const NameRun *mention;
        int32_t description;

        if (!token)
            continue;
        if (token->number == WORD_HE || token->number == WORD_SHE || token->number == WORD_THEY ||
            token->number == WORD_I ||
            (token->number == WORD_IT && !(at > 0 && item_has(attribution, sentence, at - 1, CLASS_CUE))))
            return subject_of_word(attribution, sentence->items[at].token);
        description = description_at(attribution, sentence, at);
        if (description != NO_SUBJECT)
            return description;
        mention = mention_at(attribution, sentence->items[at].token);
        if (mention && sentence->items[at].token == mention->first && mention->person != NO_PERSON &&
            !mention->possessive && !mention_follows_preposition(attribution, sentence, mention))
            return subject_of_mention(attribution, mention);
    }
    return NO_SUBJECT;
}
