/*
 * Who speaks is "I" in a transcript, and is spoken to as "you"; of whom somebody speaks is another than he:
 *
 *     REED: I told her: “Not today.”                          Reed
 *     QUILL: You told us “never”.                             who spoke before Quill
 *     QUILL: The Secretary of State said “soon”.              whose label says so
 *     REED: The hon. Lady said “never”.                       who spoke before Reed
 *     REED: My boss was kind. He said “bring a coat”.         whom Reed has just named or described
 */
#include "analysis/speech/turn_subjects.h"

#include "analysis/attribution/subjects.h"
#include "analysis/people/gender.h"

enum {
    OTHERS_REACH = 12 /* turns */,
    TOLD_REACH = 8 /* turns, or lines of their own */,
    TOLD_TOKENS = 400,
    LABELLED_REACH = 200 /* turns on either side */,
    DESCRIPTION_MOST = 4 /* words before its noun */
};

static bool is_word_of(const Attribution *attribution, uint32_t token, const Text *words, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (text_equal_ignoring_case(tokens_text(attribution->tokens, token), words[i]))
            return true;
    }
    return false;
}

/* "The honourable lady", "my right hon. Friend": whoever spoke before. */
static bool is_parliamentary(const Attribution *attribution, const Subject *subject)
{
    static const Text words[] = {LITERAL("honourable"), LITERAL("honorable"), LITERAL("hon"), LITERAL("noble"),
                                 LITERAL("learned")};

    for (uint32_t i = subject->first; i < subject->end; i++) {
        if (is_word_of(attribution, i, words, COUNT_OF(words)))
            return true;
    }
    return false;
}

static Gender gender_of_subject(const Attribution *attribution, const Subject *subject)
{
    const Word *word = word_at(attribution, subject_head(attribution, subject));

    return word->number == WORD_HE || (word->classes & CLASS_MALE)      ? GENDER_MALE
           : word->number == WORD_SHE || (word->classes & CLASS_FEMALE) ? GENDER_FEMALE
                                                                        : GENDER_UNKNOWN;
}

static bool may_be(const Attribution *attribution, int32_t person, Gender gender)
{
    bool sure;
    Gender known = person == NO_PERSON ? GENDER_UNKNOWN : person_gender(attribution->people, (size_t)person, &sure);

    return gender == GENDER_UNKNOWN || known == GENDER_UNKNOWN || known == gender;
}

/* The nearest turn before `at` of somebody else who may be of that gender; NULL: there is none. */
static const Turn *other_before(const Attribution *attribution, size_t at, Gender gender)
{
    const Turn *turn = attribution->turns.items;

    for (size_t i = at; i-- > 0 && at - i <= OTHERS_REACH;) {
        if (turn[i].key != turn[at].key && may_be(attribution, turn[i].person, gender))
            return &turn[i];
    }
    return NULL;
}

/* Does the label have all words of the description, but articles: "The Secretary of State for Ports (Tom Reed)"? */
static bool label_has(const Attribution *attribution, const Turn *turn, const Subject *subject)
{
    for (uint32_t i = subject->first; i < subject->end; i++) {
        bool found = word_at(attribution, i)->classes & CLASS_DETERMINER;

        for (uint32_t k = turn->first; k < turn->words.first && !found; k++)
            found = tokens_same_word(attribution->tokens, i, k);
        if (!found)
            return false;
    }
    return true;
}

/* Who is labelled by the words of a description: the nearest before, or else the first behind. */
static const Turn *labelled(const Attribution *attribution, size_t at, const Subject *subject)
{
    const Turn *turn = attribution->turns.items;

    for (size_t i = at; i-- > 0 && at - i <= LABELLED_REACH;) {
        if (turn[i].key != turn[at].key && label_has(attribution, &turn[i], subject))
            return &turn[i];
    }
    for (size_t i = at + 1; i < attribution->turns.count && i - at <= LABELLED_REACH; i++) {
        if (turn[i].key != turn[at].key && label_has(attribution, &turn[i], subject))
            return &turn[i];
    }
    return NULL;
}

static void take_turn(Attribution *attribution, int32_t subject, const Turn *turn)
{
    int32_t label;

    if (!turn)
        return;
    label = subject_new(attribution, SUBJECT_NAME, turn->name.first, turn->name.end, turn->person);
    attribution->subjects.items[subject].antecedent = label;
    attribution->subjects.items[subject].person = turn->person;
}

/* "my first boss", from its article to the noun for a person at `head`; NO_SUBJECT: that is none. */
static int32_t described_at(Attribution *attribution, uint32_t limit, uint32_t head)
{
    const uint32_t person = CLASS_PERSON_NOUN | CLASS_ROLE | CLASS_TITLE | CLASS_MALE | CLASS_FEMALE;
    uint32_t first = head;

    if (!(word_at(attribution, head)->classes & person) ||
        (word_at(attribution, head)->classes & (CLASS_PRONOUN | CLASS_DETERMINER)))
        return NO_SUBJECT;
    while (first > limit && head - first < DESCRIPTION_MOST && tokens_beside(attribution->tokens, first - 1, first) &&
           word_at(attribution, --first)->kind == TOKEN_WORD) {
        static const Text owners[] = {LITERAL("my"), LITERAL("our"), LITERAL("a"), LITERAL("an"), LITERAL("the")};

        if (is_word_of(attribution, first, owners, COUNT_OF(owners)))
            return subject_new(attribution, SUBJECT_NAME, first, head + 1,
                               NO_PERSON); /* as it is: nobody else is looked for */
    }
    return NO_SUBJECT;
}

/* Whom the turn names or describes before a pronoun; NO_SUBJECT: nobody. */
static int32_t told_of(Attribution *attribution, size_t index, uint32_t pronoun, Gender gender)
{
    const Turn *turn = &attribution->turns.items[index];
    uint32_t limit = attribution->turns.items[index < TOLD_REACH ? 0 : index - TOLD_REACH].first;

    limit = pronoun > limit + TOLD_TOKENS ? pronoun - TOLD_TOKENS : limit;
    for (uint32_t at = pronoun; at-- > limit;) {
        const NameRun *mention = token_is_quoted(attribution->tokens, at) ? NULL : mention_at(attribution, at);
        int32_t described;
        Gender known;

        if (mention && mention->person != NO_PERSON && mention->person != turn->person &&
            may_be(attribution, mention->person, gender))
            return subject_of_mention(attribution, mention);
        described = mention ? NO_SUBJECT : described_at(attribution, limit, at);
        if (described == NO_SUBJECT)
            continue;
        known = gender_of_subject(attribution, subject_at(attribution, described));
        if (known == GENDER_UNKNOWN || known == gender)
            return described;
    }
    return NO_SUBJECT;
}

static void resolve_pronoun(Attribution *attribution, size_t at, int32_t index)
{
    static const Text own[] = {LITERAL("i"), LITERAL("we")}, other[] = {LITERAL("you")};
    const Turn *turn = &attribution->turns.items[at];
    uint32_t token = subject_at(attribution, index)->first;
    Gender gender = gender_of_subject(attribution, subject_at(attribution, index));
    int32_t told;

    if (is_word_of(attribution, token, own, COUNT_OF(own))) {
        take_turn(attribution, index, turn);
    } else if (is_word_of(attribution, token, other, COUNT_OF(other))) {
        take_turn(attribution, index, other_before(attribution, at, GENDER_UNKNOWN));
    } else if (gender != GENDER_UNKNOWN) {
        told = told_of(attribution, at, token, gender);
        if (told == NO_SUBJECT) {
            take_turn(attribution, index, other_before(attribution, at, gender));
        } else {
            attribution->subjects.items[index].antecedent = told;
            attribution->subjects.items[index].person = subject_at(attribution, told)->person;
        }
    }
}

static void resolve_in_turn(Attribution *attribution, size_t at, size_t span)
{
    int32_t index = decision_of(attribution, span)->subject;
    const Subject *subject = index == NO_SUBJECT ? NULL : subject_at(attribution, index);

    if (!subject || subject->person != NO_PERSON || subject->antecedent != NO_SUBJECT)
        return;
    if (subject->kind == SUBJECT_PRONOUN || subject->end == subject->first + 1)
        resolve_pronoun(attribution, at, index);
    else if (subject->kind == SUBJECT_NOMINAL && is_parliamentary(attribution, subject))
        take_turn(attribution, index, other_before(attribution, at, gender_of_subject(attribution, subject)));
    else if (subject->kind == SUBJECT_NOMINAL)
        take_turn(attribution, index, labelled(attribution, at, subject));
}

void attribution_turn_subjects(Attribution *attribution)
{
    size_t span = 0, spans = attribution->tokens->spans.count;

    for (size_t at = 0; at < attribution->turns.count; at++) {
        TokenRange words = attribution->turns.items[at].words;

        while (span < spans && span_first(attribution, span) < words.first)
            span++;
        for (; span < spans && span_first(attribution, span) < words.end; span++)
            resolve_in_turn(attribution, at, span);
    }
    arena_release(attribution->labels);
    attribution->turns.count = 0;
}
