/*
 * Cues: verbs of saying, "according to". Each gets a subject, from its left, from its right when it is
 * inverted, or the clause's.
 */
#include "analysis/attribution/cues.h"

#include "analysis/attribution/noun_phrases.h"
#include "analysis/attribution/verbs.h"

enum { SENTENCE_END_REACH = 60, BRACKET_LONGEST = 8, QUOTING_REACH = 24 };

/* "Farrow, the mayor, said the bridge …": a name over an apposition; not "Debates, however, are …, said". */
static bool has_subject_before_comma(Attribution *attribution, const Sentence *sentence, size_t verb)
{
    Left left = subject_left(attribution, sentence, verb);

    if (left.subject == NO_SUBJECT || subject_at(attribution, left.subject)->kind != SUBJECT_NAME)
        return false;
    for (size_t at = sentence_item(sentence, subject_at(attribution, left.subject)->end) + 1; at < verb; at++) {
        if (sentence->items[at].span < 0 && item_has(attribution, sentence, at, CLASS_AUXILIARY) &&
            item_sign(attribution, sentence, at - 1, ','))
            return false;
    }
    return true;
}

/* The verbs that stand before a speaker of every kind, also where nothing is quoted. */
static bool inverts_freely(const Word *verb)
{
    return verb->number == WORD_SAID || verb->number == WORD_SAYS || verb->number == WORD_WROTE ||
           verb->number == WORD_WRITES;
}

/* A full sentence in commas at the end: "…, said Farrow.", "…, noted Farrow." with no verb after it. */
static bool is_final_inversion(Attribution *attribution, const Sentence *sentence, size_t verb)
{
    size_t end = verb + 1;
    const Word *word = item_token(attribution, sentence, verb), *next;

    if (!inverts_freely(word) &&
        (!(word->classes & CLASS_SAYS) || word_ends_in_ing(attribution, sentence->items[verb].token)))
        return false;
    if (verb <= 2 || !item_sign(attribution, sentence, verb - 1, ',') || verb + 1 >= sentence->count)
        return false;
    next = item_token(attribution, sentence, verb + 1);
    if (!next || (next->classes & CLASS_TIME) || next->number == WORD_THAT || next->number == WORD_IT ||
        next->number == WORD_IN)
        return false;
    if (has_subject_before_comma(attribution, sentence, verb))
        return false;
    while (end < sentence->count && end < verb + SENTENCE_END_REACH && sentence->items[end].span < 0) {
        const Word *token = item_token(attribution, sentence, end);

        if (token->sign == '.' || token->sign == '?' || token->sign == '!' || token->sign == ';')
            break;
        end++;
    }
    if (end + 1 < sentence->count)
        return false;
    for (size_t at = verb + 1; at < end; at++) {
        if (cue_strength(attribution, sentence->items[at].token) >= STRENGTH_MAYBE ||
            item_has(attribution, sentence, at, CLASS_AUXILIARY))
            return false;
    }
    return true;
}

/* A verb that only may report speech does when it stands right behind it: “I heard that,” called Strandberg.
 */
static bool may_invert(const Attribution *attribution, const Sentence *sentence, size_t verb, int strength)
{
    char last;

    if (strength >= STRENGTH_SURE)
        return true;
    if (verb == 0 || sentence->items[verb - 1].span < 0)
        return false;
    last = attribution_last_byte(attribution, (size_t)sentence->items[verb - 1].span);
    return last == ',' || last == '?' || last == '!';
}

/* “…,” thanked Farrow [for her work]: she is the object. */
static bool has_words_after(const Attribution *attribution, uint32_t verb, uint32_t end)
{
    return end < attribution_token_count(attribution) && tokens_same_sentence(attribution->tokens, verb, end) &&
           !token_is_quoted(attribution->tokens, end) && word_at(attribution, end)->kind != TOKEN_SIGN;
}

/* Verbs that never stand before who speaks. */
static bool never_inverts(const Attribution *attribution, uint32_t token)
{
    unsigned number = word_at(attribution, token)->number;

    return word_ends_in_ing(attribution, token) || number == WORD_CHANTS || number == WORD_CRIES ||
           number == WORD_TOLD || number == WORD_TELLS || verb_puts_it(attribution, token);
}

/* The subject at the right of a verb that follows a quotation, or begins the sentence; NO_SUBJECT when it is
 * not inverted. */
static int32_t inverted_subject(Attribution *attribution, const Sentence *sentence, size_t verb, int strength)
{
    const Word *word = item_token(attribution, sentence, verb);
    bool after_quote =
        verb > 0 && (sentence->items[verb - 1].span >= 0 || (verb > 1 &&
                                                             (item_sign(attribution, sentence, verb - 1, ',') ||
                                                              item_sign(attribution, sentence, verb - 1, '-')) &&
                                                             sentence->items[verb - 2].span >= 0));
    bool first = verb == 0 && (word->number == WORD_SAID || word->number == WORD_SAYS || word->number == WORD_ADDED ||
                               word->number == WORD_ASKED || word->number == WORD_WROTE);
    const Subject *subject;
    int32_t index;

    if (!after_quote && !first && !is_final_inversion(attribution, sentence, verb))
        return NO_SUBJECT;
    if (!may_invert(attribution, sentence, verb, strength) || never_inverts(attribution, sentence->items[verb].token))
        return NO_SUBJECT;
    index = subject_right(attribution, sentence, verb + 1);
    if (index == NO_SUBJECT)
        return NO_SUBJECT;
    subject = subject_at(attribution, index);
    if (!after_quote && !first && !inverts_freely(word) && subject->kind != SUBJECT_NAME)
        return NO_SUBJECT;
    if (strength < STRENGTH_SURE && has_words_after(attribution, sentence->items[verb].token, subject->end))
        return NO_SUBJECT;
    return index;
}

/* "Thomas Gray[, 24], who said", "Price [(D-Newport)], who said": the item before what is put in between. */
static size_t before_age(const Attribution *attribution, const Sentence *sentence, size_t at)
{
    size_t limit = at > BRACKET_LONGEST ? at - BRACKET_LONGEST : 0, open = at;

    if (at > 1 && sentence->items[at].span < 0 && item_token(attribution, sentence, at)->kind == TOKEN_NUMBER &&
        item_sign(attribution, sentence, at - 1, ','))
        return at - 2;
    if (!item_sign(attribution, sentence, at, ')'))
        return at;
    while (open > limit && !item_sign(attribution, sentence, open, '('))
        open--;
    return open > limit ? open - 1 : at;
}

/* "who said", "which said": the name before it. */
static void find_antecedent(Attribution *attribution, const Sentence *sentence, int32_t subject)
{
    uint32_t token = subject_at(attribution, subject)->first;
    unsigned number = word_at(attribution, token)->number;
    size_t at = sentence_item(sentence, token);
    const NameRun *name;
    Left left;

    if (subject_at(attribution, subject)->kind != SUBJECT_PRONOUN || (number != WORD_WHO && number != WORD_WHICH))
        return;
    if (at == 0 || at == sentence->count || sentence->items[at].token != token)
        return;
    at--;
    if (item_sign(attribution, sentence, at, ',') && at > 0)
        at--;
    at = before_age(attribution, sentence, at);
    if (sentence->items[at].span >= 0)
        return;
    name = number == WORD_WHO ? mention_at(attribution, sentence->items[at].token) : NULL;
    left = name && name->person != NO_PERSON /* "a rebuke from Farrow, who said" */
               ? (Left){subject_of_mention(attribution, name), false}
               : subject_at_phrase(attribution, sentence, at);
    attribution->subjects.items[subject].antecedent = left.subject;
}

typedef struct CueSearch {
    int32_t previous, first; /* subjects found so far in the sentence */
    CueList *cues;
} CueSearch;

static void add_cue(Attribution *attribution, CueSearch *search, size_t at, int strength, int32_t subject, CueKind kind)
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

/* "with [Farrow] calling it “…”", "with [Farrow] of Norvane calling it “…”": who does it stands before the participle, and not at the
 * sentence’s beginning. */
static int32_t subject_with(Attribution *attribution, const Sentence *sentence, int32_t left)
{
    size_t start = left == NO_SUBJECT ? 0 : sentence_item(sentence, subject_at(attribution, left)->first);
    const NameRun *name;

    if (left == NO_SUBJECT || subject_at(attribution, left)->kind == SUBJECT_PRONOUN)
        return NO_SUBJECT;
    if (item_is(attribution, sentence, start, WORD_WITH) && start + 1 < sentence->count &&
        sentence->items[start + 1].span < 0) {
        name = mention_at(attribution, sentence->items[start + 1].token);
        return name && name->person != NO_PERSON ? subject_of_mention(attribution, name) : NO_SUBJECT;
    }
    return start > 0 && item_is(attribution, sentence, start - 1, WORD_WITH) ? left : NO_SUBJECT;
}

/* "according to [him]", "called by [them]"; "her" only where no noun follows. */
static bool is_object_pronoun(const Attribution *attribution, const Sentence *sentence, size_t at)
{
    const Word *after = item_token(attribution, sentence, at + 1);
    unsigned no_noun = CLASS_AUXILIARY | CLASS_PREPOSITION | CLASS_CONJUNCTION | CLASS_DETERMINER | CLASS_PRONOUN;

    if (item_is(attribution, sentence, at, WORD_HER))
        return !after || after->kind != TOKEN_WORD || (after->classes & no_noun);
    return item_is(attribution, sentence, at, WORD_HIM) || item_is(attribution, sentence, at, WORD_THEM);
}

/* Who stands behind a preposition. */
static int32_t subject_behind(Attribution *attribution, const Sentence *sentence, size_t at)
{
    return is_object_pronoun(attribution, sentence, at) ? subject_of_word(attribution, sentence->items[at].token)
                                                        : subject_right(attribution, sentence, at);
}

/* "quoted [Farrow] as saying", "[Farrow] was quoted as saying": whom the words before "as" name. */
static int32_t quoted_as(Attribution *attribution, const Sentence *sentence, size_t participle)
{
    static const Text verbs[] = {LITERAL("quoted"), LITERAL("quotes"), LITERAL("quoting"),
                                 LITERAL("cited"),  LITERAL("cites"),  LITERAL("citing")};

    if (participle == 0 || !item_is(attribution, sentence, participle - 1, WORD_AS))
        return NO_SUBJECT;
    for (size_t at = participle - 1; at-- > 0 && participle - at < QUOTING_REACH && sentence->items[at].span < 0;) {
        if (!TEXT_IS_ONE_OF(tokens_text(attribution->tokens, sentence->items[at].token), verbs))
            continue;
        return at + 2 == participle ? subject_left(attribution, sentence, at).subject
                                    : subject_behind(attribution, sentence, at + 1);
    }
    return NO_SUBJECT;
}

/* The subject of a participle that is not the clause’s. */
static int32_t own_subject(Attribution *attribution, const Sentence *sentence, size_t participle, int32_t left)
{
    return else_subject(subject_with(attribution, sentence, left), quoted_as(attribution, sentence, participle));
}

/* The subject of a verb whose words at its left are `left`, and how the two stand. */
static int32_t subject_of_verb(Attribution *attribution, const Sentence *sentence, const CueSearch *search, size_t at,
                               Left left, CueKind *kind)
{
    bool ing = word_ends_in_ing(attribution, sentence->items[at].token);
    int32_t subject = ing ? own_subject(attribution, sentence, at, left.subject) : NO_SUBJECT;

    *kind = ing ? CUE_PARTICIPLE : left.conjoined ? CUE_SHARED : CUE_LEFT;
    if (subject != NO_SUBJECT)
        return subject;
    if (!left.conjoined && (!ing || (at > 0 && item_has(attribution, sentence, at - 1, CLASS_AUXILIARY)))) {
        *kind = CUE_LEFT;
        return left.subject;
    }
    subject = subject_of_clause(attribution, sentence, at);
    if (left.conjoined)
        subject = else_subject(subject, search->previous);
    subject = else_subject(subject, search->first);
    if (subject == NO_SUBJECT)
        subject = subject_first(attribution, sentence, at);
    return left.conjoined ? subject : else_subject(subject, left.subject);
}

static void add_left_cue(Attribution *attribution, const Sentence *sentence, CueSearch *search, size_t at, int strength)
{
    const Word *word = item_token(attribution, sentence, at);
    Left left = subject_left(attribution, sentence, at);
    int32_t subject;
    CueKind kind;

    if (strength == STRENGTH_MAYBE && (word->classes & CLASS_NOUN_TOO) && word->number != WORD_CALLS &&
        word->number != WORD_HOPES &&
        (left.subject == NO_SUBJECT || subject_at(attribution, left.subject)->kind == SUBJECT_NOMINAL))
        return;
    subject = subject_of_verb(attribution, sentence, search, at, left, &kind);
    if (subject == NO_SUBJECT)
        return;
    find_antecedent(attribution, sentence, subject);
    add_cue(attribution, search, at, strength, subject, kind);
}

/* A noun of saying: "Farrow’s claim that it was “…”", "her description of it as “…”": whose it is. */
static void add_noun_cue(Attribution *attribution, const Sentence *sentence, CueList *cues, size_t at)
{
    Cue cue = {.item = at, .strength = STRENGTH_MAYBE, .subject = NO_SUBJECT, .kind = CUE_NOUN};
    const NameRun *owner;

    if (at == 0 || at + 1 >= sentence->count || sentence->items[at - 1].span >= 0 || sentence->items[at + 1].span >= 0 ||
        !(item_is(attribution, sentence, at + 1, WORD_THAT) || item_is(attribution, sentence, at + 1, WORD_OF)))
        return;
    owner = item_possessive(attribution, sentence, at - 1) && at > 1 && sentence->items[at - 2].span < 0
                ? mention_at(attribution, sentence->items[at - 2].token)
                : NULL;
    if (owner)
        cue.subject = subject_of_mention(attribution, owner);
    else if (item_is(attribution, sentence, at - 1, WORD_HIS) || item_is(attribution, sentence, at - 1, WORD_HER))
        cue.subject = subject_of_word(attribution, sentence->items[at - 1].token);
    if (cue.subject != NO_SUBJECT)
        ARRAY_PUSH(attribution->arena, *cues, cue);
}

/* "“No,” came the reply from Quill.": the noun behind "came the", with who gave it. */
static void add_reply(Attribution *attribution, const Sentence *sentence, CueSearch *search, size_t at)
{
    static const Text nouns[] = {LITERAL("answer"), LITERAL("reply"), LITERAL("response"), LITERAL("retort")};
    int32_t subject;

    if (at < 2 || at + 2 >= sentence->count || !item_is(attribution, sentence, at - 1, WORD_THE) ||
        !item_is(attribution, sentence, at + 1, WORD_FROM) || sentence->items[at - 2].span >= 0 ||
        !TEXT_IS_ONE_OF(tokens_text(attribution->tokens, sentence->items[at].token), nouns) ||
        !text_equal(tokens_text(attribution->tokens, sentence->items[at - 2].token), TEXT("came")))
        return;
    subject = subject_right(attribution, sentence, at + 2);
    if (subject != NO_SUBJECT)
        add_cue(attribution, search, at - 2, STRENGTH_SURE, subject, CUE_INVERTED);
}

/* "according to Farrow" */
static void add_according(Attribution *attribution, const Sentence *sentence, CueList *cues, size_t at)
{
    Cue cue = {.item = at, .strength = STRENGTH_ACCORDING, .subject = NO_SUBJECT, .kind = CUE_ACCORDING};

    if (at + 1 < sentence->count && item_is(attribution, sentence, at + 1, WORD_TO))
        cue.subject = subject_behind(attribution, sentence, at + 2);
    if (cue.subject != NO_SUBJECT)
        ARRAY_PUSH(attribution->arena, *cues, cue);
}

/* Who is behind "by": "was dismissed by Farrow as “…”". */
static int32_t passive_subject(Attribution *attribution, const Sentence *sentence, size_t verb)
{
    return verb + 2 < sentence->count && item_is(attribution, sentence, verb + 1, WORD_BY)
               ? subject_behind(attribution, sentence, verb + 2)
               : NO_SUBJECT;
}

/* "a pattern described by Harbour Week as “…”": a passive without "was". */
static bool is_described_by(const Attribution *attribution, const Sentence *sentence, size_t verb)
{
    enum { REACH = 8 };

    if (!item_is(attribution, sentence, verb + 1, WORD_BY) ||
        !text_ends_with(tokens_text(attribution->tokens, sentence->items[verb].token), TEXT("ed")))
        return false;
    for (size_t at = verb + 2; at + 1 < sentence->count && at < verb + REACH; at++) {
        if (item_is(attribution, sentence, at, WORD_AS))
            return sentence->items[at + 1].span >= 0;
    }
    return false;
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

    return verb > 0 && verb + 1 < sentence->count && sentence->items[verb + 1].span < 0 &&
                   TEXT_IS_ONE_OF(tokens_text(attribution->tokens, sentence->items[verb].token), verbs) &&
                   quotes_somebody(attribution, sentence, verb)
               ? subject_behind(attribution, sentence, verb + 1)
               : NO_SUBJECT;
}

static void add_verb(Attribution *attribution, const Sentence *sentence, CueSearch *search, size_t at, int strength)
{
    bool passive = strength == STRENGTH_PASSIVE || is_described_by(attribution, sentence, at);
    int32_t subject = passive ? passive_subject(attribution, sentence, at) : NO_SUBJECT;

    if (subject != NO_SUBJECT) {
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

const CueList *attribution_cues(Attribution *attribution, const Sentence *sentence)
{
    CueList *cues = &attribution->cues;
    CueSearch search = {.previous = NO_SUBJECT, .first = NO_SUBJECT, .cues = cues};

    cues->count = 0;
    for (size_t at = 0; at < sentence->count; at++) {
        int strength;

        if (sentence->items[at].span >= 0)
            continue;
        if (item_is(attribution, sentence, at, WORD_ACCORDING)) {
            add_according(attribution, sentence, cues, at);
            continue;
        }
        strength = cue_strength(attribution, sentence->items[at].token);
        if (strength)
            add_verb(attribution, sentence, &search, at, strength);
        else if (item_has(attribution, sentence, at, CLASS_SAYS_NOUN))
            add_noun_cue(attribution, sentence, cues, at);
        if (item_is(attribution, sentence, at + 1, WORD_FROM))
            add_reply(attribution, sentence, &search, at);
    }
    return cues;
}
