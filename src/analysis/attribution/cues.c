/*
 * Cues: verbs of saying, "according to". Each gets a subject, from its left, from its right when it is
 * inverted, or the clause's.
 */
#include "analysis/attribution/cues.h"

#include "analysis/attribution/noun_phrases.h"
#include "analysis/attribution/verbs.h"

enum { QUOTING_REACH = 24 };

/* ---- verbs before who speaks ---- */

/* Verbs that never stand before who speaks. */
static bool never_inverts(const Attribution *attribution, uint32_t token)
{
    unsigned number = word_at(attribution, token)->number;

    return word_ends_in_ing(attribution, token) || number == WORD_TOLD || number == WORD_TELLS;
}

/* A full sentence before it, and nothing but who speaks behind it: "…, said Farrow." */
static bool is_final(const Attribution *attribution, const Sentence *sentence, size_t verb)
{
    const Word *next = item_token(attribution, sentence, verb + 1);

    if (verb <= 2 || !item_sign(attribution, sentence, verb - 1, ',') || !next || (next->classes & CLASS_TIME) ||
        next->number == WORD_THAT || next->number == WORD_IT || !item_has(attribution, sentence, verb, CLASS_SAYS))
        return false;
    for (size_t at = verb + 1; at < sentence->count; at++) {
        if (sentence->items[at].span >= 0 || item_has(attribution, sentence, at, CLASS_AUXILIARY) ||
            cue_strength(attribution, sentence->items[at].token) >= STRENGTH_MAYBE)
            return false;
    }
    return true;
}

/* May words at the right of a verb be who speaks: a name, a pronoun, or a description that can? */
static bool may_speak(const Attribution *attribution, const Subject *subject, bool article)
{
    return subject->kind != SUBJECT_NOMINAL || subject_can_speak(attribution, subject) ||
           (article && (word_at(attribution, subject->first)->classes & CLASS_DETERMINER));
}

/* “…,” thanked Farrow [for her work]: she is the object. */
static bool has_words_after(const Attribution *attribution, const Sentence *sentence, const Subject *subject)
{
    const Word *after = item_token(attribution, sentence, sentence_item(sentence, subject->end));

    return after && after->kind != TOKEN_SIGN;
}

/* The subject at the right of a verb that follows a quotation, or begins or ends the sentence; NO_SUBJECT when it is not inverted. */
static int32_t inverted_subject(Attribution *attribution, const Sentence *sentence, size_t verb, int strength)
{
    size_t before =
        verb > 1 && (item_sign(attribution, sentence, verb - 1, ',') || item_sign(attribution, sentence, verb - 1, '-'))
            ? verb - 1
            : verb;
    bool beside = before == 0 || sentence->items[before - 1].span >= 0;
    int32_t subject;

    if (never_inverts(attribution, sentence->items[verb].token) || !(beside || is_final(attribution, sentence, verb)))
        return NO_SUBJECT;
    subject = subject_right(attribution, sentence, verb + 1);
    if (subject == NO_SUBJECT || !may_speak(attribution, subject_at(attribution, subject), beside) ||
        (strength < STRENGTH_SURE && has_words_after(attribution, sentence, subject_at(attribution, subject))))
        return NO_SUBJECT;
    return subject;
}

/* ---- verbs behind who speaks ---- */

/* "asked Farrow about [several women] who said": the noun phrase right before an item, up to its article, whatever name stands before; or that
 * before its comma, "[Farrow], a nurse who said". NO_SUBJECT: it is no word for people, or belongs to one, "an aide to the mayor". */
static int32_t nearest_people(Attribution *attribution, const Sentence *sentence, size_t at)
{
    size_t start = at;
    const NameRun *name = NULL;

    if (item_token(attribution, sentence, at)->capital || !word_is_for_person(attribution, sentence->items[at].token))
        return NO_SUBJECT;
    while (start > 0 && !item_has(attribution, sentence, start, CLASS_DETERMINER) &&
           item_token(attribution, sentence, start - 1) &&
           item_token(attribution, sentence, start - 1)->kind == TOKEN_WORD &&
           !item_has(attribution, sentence, start - 1,
                     CLASS_PREPOSITION | CLASS_CONJUNCTION | CLASS_AUXILIARY | CLASS_FINITE | CLASS_CUE))
        start--;
    if (start > 1 && item_has(attribution, sentence, start - 1, CLASS_PREPOSITION) &&
        item_token(attribution, sentence, start - 2) && !mention_at(attribution, sentence->items[start - 2].token) &&
        word_is_for_person(attribution, sentence->items[start - 2].token))
        return NO_SUBJECT;
    if (start > 1 && item_sign(attribution, sentence, start - 1, ',')) { /* "Brekke, 43, a baker who" */
        size_t before = item_before_comma(attribution, sentence, start - 1);

        name = sentence->items[before].span < 0 ? mention_at(attribution, sentence->items[before].token) : NULL;
    }
    return name && name->person != NO_PERSON ? subject_of_mention(attribution, name)
                                             : subject_new(attribution, SUBJECT_NOMINAL, sentence->items[start].token,
                                                           sentence->items[at].token + 1, NO_PERSON);
}

/* The one whom the words that end at an item name, before "who" or "which". */
static int32_t antecedent_at(Attribution *attribution, const Sentence *sentence, size_t at, bool who)
{
    const NameRun *name = who ? mention_at(attribution, sentence->items[at].token) : NULL;
    int32_t people = NO_SUBJECT;

    if (name && name->person != NO_PERSON) /* "a rebuke from Farrow, who said" */
        return subject_of_mention(attribution, name);
    if (who && item_token(attribution, sentence, at)->kind == TOKEN_WORD)
        people = nearest_people(attribution, sentence, at);
    return people != NO_SUBJECT ? people : subject_at_phrase(attribution, sentence, at).subject;
}

/* "who said", "which said": the name before it. */
static void find_antecedent(Attribution *attribution, const Sentence *sentence, int32_t subject)
{
    uint32_t token = subject_at(attribution, subject)->first;
    unsigned number = word_at(attribution, token)->number;
    size_t at = sentence_item(sentence, token);
    int32_t antecedent;

    if ((number != WORD_WHO && number != WORD_WHICH) || at == 0)
        return;
    at = item_sign(attribution, sentence, at - 1, ',') && at > 1 ? item_before_comma(attribution, sentence, at - 1)
                                                                 : at - 1;
    if (sentence->items[at].span >= 0)
        return;
    antecedent = antecedent_at(attribution, sentence, at, number == WORD_WHO);
    attribution->subjects.items[subject].antecedent = antecedent;
}

typedef struct CueSearch {
    int32_t previous, first; /* subjects found in the sentence */
    CueList *cues;
} CueSearch;

static void add_cue(Attribution *attribution, CueSearch *search, size_t at, int strength, int32_t subject, CueKind kind)
{
    Cue cue = {.item = at, .strength = strength, .subject = subject, .kind = kind};

    ARRAY_PUSH(attribution->arena, *search->cues, cue);
    if (kind != CUE_SHARED && kind != CUE_ACCORDING && kind != CUE_NOUN)
        search->previous = subject;
    if (search->first == NO_SUBJECT)
        search->first = subject;
}

/* "with [Farrow] of Norvane calling it “…”": who does it stands before the participle, and not at the sentence’s beginning. */
static int32_t subject_with(const Attribution *attribution, const Sentence *sentence, int32_t left)
{
    size_t start = left == NO_SUBJECT ? 0 : sentence_item(sentence, subject_at(attribution, left)->first);

    return start > 0 && item_is(attribution, sentence, start - 1, WORD_WITH) ? left : NO_SUBJECT;
}

/* The subject of a verb whose words at its left are `left`, and how the two stand. */
static int32_t subject_of_verb(Attribution *attribution, const Sentence *sentence, const CueSearch *search, size_t at,
                               Left left, CueKind *kind)
{
    bool ing = word_ends_in_ing(attribution, sentence->items[at].token);
    int32_t subject = ing ? subject_with(attribution, sentence, left.subject) : NO_SUBJECT;

    *kind = ing ? CUE_PARTICIPLE : left.conjoined ? CUE_SHARED : CUE_LEFT;
    if (subject != NO_SUBJECT)
        return subject;
    if (!left.conjoined && (!ing || (at > 0 && item_has(attribution, sentence, at - 1, CLASS_AUXILIARY)))) {
        *kind = CUE_LEFT;
        return left.subject;
    }
    subject = subject_of_clause(attribution, sentence, at);
    if (subject == NO_SUBJECT)
        subject = left.conjoined || left.subject == NO_SUBJECT ? search->previous : search->first;
    if (subject == NO_SUBJECT)
        subject = subject_first(attribution, sentence, at);
    return subject != NO_SUBJECT ? subject : left.subject;
}

static void add_left_cue(Attribution *attribution, const Sentence *sentence, CueSearch *search, size_t at, int strength)
{
    Left left = subject_left(attribution, sentence, at);
    CueKind kind;
    int32_t subject;

    if (strength == STRENGTH_MAYBE && item_has(attribution, sentence, at, CLASS_NOUN_TOO) &&
        !item_is(attribution, sentence, at, WORD_CALLS) && !item_is(attribution, sentence, at, WORD_HOPES) &&
        (left.subject == NO_SUBJECT || subject_at(attribution, left.subject)->kind == SUBJECT_NOMINAL))
        return; /* "high hopes" */
    subject = subject_of_verb(attribution, sentence, search, at, left, &kind);
    if (subject == NO_SUBJECT)
        return;
    find_antecedent(attribution, sentence, subject);
    add_cue(attribution, search, at, strength, subject, kind);
}

/* ---- other cues ---- */

/* Whose an item is: "[Farrow]'s verdict"; NULL: nobody's with a name. */
static const NameRun *owner_before(const Attribution *attribution, const Sentence *sentence, size_t at)
{
    return at > 1 && item_possessive(attribution, sentence, at - 1) && item_token(attribution, sentence, at - 2)
               ? mention_at(attribution, sentence->items[at - 2].token)
               : NULL;
}

/* "Farrow’s claim that it was “…”", "her description of it as “…”", "“No,” came the reply from Farrow": whose it is. */
static void add_noun_cue(Attribution *attribution, const Sentence *sentence, CueSearch *search, size_t at)
{
    const NameRun *owner;
    int32_t subject = NO_SUBJECT;

    if (at == 0 || !item_has(attribution, sentence, at, CLASS_SAYS_NOUN))
        return;
    owner = owner_before(attribution, sentence, at);
    if (item_is(attribution, sentence, at + 1, WORD_FROM))
        subject = subject_right(attribution, sentence, at + 2);
    else if (!item_is(attribution, sentence, at + 1, WORD_THAT) && !item_is(attribution, sentence, at + 1, WORD_OF))
        return;
    else if (owner)
        subject = subject_of_mention(attribution, owner);
    else if (item_is(attribution, sentence, at - 1, WORD_HIS) || item_is(attribution, sentence, at - 1, WORD_HER))
        subject = subject_of_word(attribution, sentence->items[at - 1].token);
    if (subject != NO_SUBJECT)
        add_cue(attribution, search, at, STRENGTH_MAYBE, subject, CUE_NOUN);
}

/* Is a quotation before a verb, or "as" behind it: "“…,” it quoted Farrow", "it quoted Farrow as saying"? */
static bool quotes_somebody(const Attribution *attribution, const Sentence *sentence, size_t verb)
{
    bool found = false;

    for (size_t at = 0; at < verb && !found; at++)
        found = sentence->items[at].span >= 0;
    for (size_t at = verb + 1; at < sentence->count && at < verb + QUOTING_REACH && !found; at++)
        found = item_is(attribution, sentence, at, WORD_AS);
    return found;
}

/* "Harbour Week quoted [Farrow] as saying": who is quoted said it. */
static int32_t whom_quoted(Attribution *attribution, const Sentence *sentence, size_t verb)
{
    static const Text verbs[] = {LITERAL("quoted"), LITERAL("quotes"), LITERAL("quoting")};

    return verb > 0 && TEXT_IS_ONE_OF(tokens_text(attribution->tokens, sentence->items[verb].token), verbs) &&
                   quotes_somebody(attribution, sentence, verb)
               ? subject_right(attribution, sentence, verb + 1)
               : NO_SUBJECT;
}

/* "was dismissed by [Farrow] as “…”", "was described as “…” by [Farrow]": who did it; NO_SUBJECT: nobody is said to have. */
static int32_t agent_of(Attribution *attribution, const Sentence *sentence, size_t verb)
{
    size_t at = verb + 1;

    at += item_is(attribution, sentence, at, WORD_AS);
    at += at < sentence->count && sentence->items[at].span >= 0;
    return item_is(attribution, sentence, at, WORD_BY) ? subject_right(attribution, sentence, at + 1) : NO_SUBJECT;
}

static void add_verb(Attribution *attribution, const Sentence *sentence, CueSearch *search, size_t at, int strength)
{
    int32_t subject = agent_of(attribution, sentence, at);

    if (subject != NO_SUBJECT && may_speak(attribution, subject_at(attribution, subject), true)) {
        add_cue(attribution, search, at, STRENGTH_MAYBE, subject, CUE_LEFT);
        return;
    }
    subject = whom_quoted(attribution, sentence, at);
    if (subject == NO_SUBJECT)
        subject = inverted_subject(attribution, sentence, at, strength);
    if (subject != NO_SUBJECT)
        add_cue(attribution, search, at, strength, subject, CUE_INVERTED);
    else
        add_left_cue(attribution, sentence, search, at, strength);
}

/* "according to Farrow" */
static void add_according(Attribution *attribution, const Sentence *sentence, CueSearch *search, size_t at)
{
    int32_t subject =
        item_is(attribution, sentence, at + 1, WORD_TO) ? subject_right(attribution, sentence, at + 2) : NO_SUBJECT;

    if (subject != NO_SUBJECT)
        add_cue(attribution, search, at, STRENGTH_ACCORDING, subject, CUE_ACCORDING);
}

/* "Per Farrow, the pier is lost", "Per the guild", not "Per person": at the beginning of a sentence only. */
static void add_per(Attribution *attribution, const Sentence *sentence, CueSearch *search)
{
    int32_t subject = NO_SUBJECT;

    if (sentence->count > 1 && sentence->items[0].span < 0 &&
        text_equal(tokens_text(attribution->tokens, sentence->items[0].token), TEXT("Per")))
        subject = subject_right(attribution, sentence, 1);
    if (subject != NO_SUBJECT && (subject_at(attribution, subject)->kind == SUBJECT_NAME ||
                                  item_has(attribution, sentence, 1, CLASS_DETERMINER)))
        add_cue(attribution, search, 0, STRENGTH_ACCORDING, subject, CUE_ACCORDING);
}

const CueList *attribution_cues(Attribution *attribution, const Sentence *sentence)
{
    CueSearch search = {.previous = NO_SUBJECT, .first = NO_SUBJECT, .cues = &attribution->cues};

    search.cues->count = 0;
    add_per(attribution, sentence, &search);
    for (size_t at = 0; at < sentence->count; at++) {
        int strength = sentence->items[at].span >= 0 ? 0 : cue_strength(attribution, sentence->items[at].token);

        if (strength)
            add_verb(attribution, sentence, &search, at, strength);
        else if (item_is(attribution, sentence, at, WORD_ACCORDING))
            add_according(attribution, sentence, &search, at);
        else
            add_noun_cue(attribution, sentence, &search, at);
    }
    return search.cues;
}
