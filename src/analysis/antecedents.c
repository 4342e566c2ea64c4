/*
 * Who "he", "she" and "the mayor" are: the people named before, each with a score from a dozen features of
 * the place where they were named: how far back, at the start of a sentence or before a verb, in the
 * possessive, the speaker before … The weights were fitted on news and rounded to twentieths.
 */
#include "analysis/attribution_work.h"

#include <stdlib.h>
#include <string.h>

enum { PRONOUN_MENTIONS = 60, DESCRIPTION_MENTIONS = 80, DESCRIPTION_LEAST = -20, APPOSITION_REACH = 9 };

/* Weights in hundredths. */
enum {
    EACH_SENTENCE_BACK = -75,
    EACH_PARAGRAPH_BACK = -45,
    SURE_GENDER = 80,
    STARTS_SENTENCE = 100,
    BEFORE_VERB = 55,
    AFTER_SAYING = 75,
    POSSESSIVE = -120,
    AFTER_PREPOSITION = -40,
    LAST_SPEAKER = 90,
    SECOND_LAST_SPEAKER = 30,
    EACH_MENTION = 2,
    HARDLY_A_PERSON = -110,
    FULL_NAME = 5,
    MOST_SENTENCES = 8,
    MOST_PARAGRAPHS = 6,
    MOST_MENTIONS = 10
};

/* The last two people who spoke, in the order of the text. */
typedef struct Speakers {
    int32_t last, second;
} Speakers;

typedef struct Search {
    Attribution *attribution;
    const People *people;
    const uint32_t *named; /* mentions of people, in order */
    size_t named_count;
    Speakers speakers;
} Search;

static const NameRun *mention_of(const Search *search, size_t named)
{
    return &search->people->mentions.items[search->named[named]];
}

static bool starts_sentence(const Search *search, const NameRun *mention)
{
    return mention->outer == 0 || work_token(search->attribution, mention->outer - 1)->sentence !=
                                      work_token(search->attribution, mention->first)->sentence;
}

static const Token *token_before(const Search *search, const NameRun *mention)
{
    return starts_sentence(search, mention) ? NULL : work_token(search->attribution, mention->outer - 1);
}

static bool verb_after(const Search *search, const NameRun *mention)
{
    const Attribution *attribution = search->attribution;
    const Token *next;
    Text text;

    if (mention->outer_end >= work_token_count(attribution))
        return false;
    next = work_token(attribution, mention->outer_end);
    text = tokens_text(attribution->tokens, mention->outer_end);
    return (next->classes & (CLASS_CUE | CLASS_AUXILIARY | CLASS_FINITE)) || next->sign == ',' ||
           (text.size > 4 && text_ends_with(text, TEXT("ed")));
}

static int least(int a, int b)
{
    return a < b ? a : b;
}

/* ---- pronouns ---- */

static int score_for_pronoun(const Search *search, const NameRun *mention, int32_t person, uint32_t pronoun,
                             Gender gender)
{
    const Token *here = work_token(search->attribution, pronoun),
                *there = work_token(search->attribution, mention->first);
    const PersonEntry *who = &search->people->people.items[person];
    const Token *before = token_before(search, mention);
    bool sure;
    Gender known = person_gender(search->people, (size_t)person, &sure);
    int score = EACH_SENTENCE_BACK * least((int)(here->sentence - there->sentence), MOST_SENTENCES) +
                EACH_PARAGRAPH_BACK * least((int)(here->block - there->block), MOST_PARAGRAPHS);

    score += sure && known == gender ? SURE_GENDER : 0;
    score += starts_sentence(search, mention) ? STARTS_SENTENCE : 0;
    score += verb_after(search, mention) ? BEFORE_VERB : 0;
    score += before && (before->classes & CLASS_SAYS) ? AFTER_SAYING : 0;
    score += mention->possessive ? POSSESSIVE : 0;
    score += before && (before->classes & CLASS_PREPOSITION) ? AFTER_PREPOSITION : 0;
    score += person == search->speakers.last ? LAST_SPEAKER : 0;
    score += person == search->speakers.second ? SECOND_LAST_SPEAKER : 0;
    score += EACH_MENTION * least((int)who->weight / 10, MOST_MENTIONS);
    score += who->evidence <= 2 && known == GENDER_UNKNOWN ? HARDLY_A_PERSON : 0;
    score += mention->end - mention->first > 1 ? FULL_NAME : 0;
    return score;
}

/* The first of the mentions that begins at or after a token. */
static size_t named_from(const Search *search, uint32_t token)
{
    size_t low = 0, high = search->named_count;

    while (low < high) {
        size_t middle = low + (high - low) / 2;

        if (mention_of(search, middle)->first < token)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static int32_t resolve_pronoun(const Search *search, uint32_t pronoun, Gender gender)
{
    size_t from = named_from(search, pronoun);
    size_t limit = from > PRONOUN_MENTIONS ? from - PRONOUN_MENTIONS : 0;
    int32_t best = NO_PERSON;
    int best_score = 0;

    for (size_t i = from; i-- > limit;) {
        const NameRun *mention = mention_of(search, i);
        int32_t person = mention->person;
        bool sure;
        Gender known = person_gender(search->people, (size_t)person, &sure);
        int score;

        if (work_token(search->attribution, mention->first)->span >= 0)
            continue;
        if (known != GENDER_UNKNOWN && known != gender) { /* a last name may be another's of that name */
            person = mention->end - mention->first > 1
                         ? NO_PERSON
                         : people_namesake(search->people, (size_t)person, gender);
            if (person == NO_PERSON)
                continue;
        }
        score = score_for_pronoun(search, mention, person, pronoun, gender);
        if (best == NO_PERSON || score > best_score) {
            best = person;
            best_score = score;
        }
    }
    return best;
}

/* ---- descriptions ---- */

/* "NAME, the mayor of …": the word in the apposition after a name. */
static bool in_apposition(const Search *search, const NameRun *mention, uint32_t hash)
{
    size_t token = mention->outer_end, end = token + APPOSITION_REACH;

    if (token >= work_token_count(search->attribution) || work_token(search->attribution, token)->sign != ',')
        return false;
    for (; token < end && token < work_token_count(search->attribution); token++) {
        if (work_token(search->attribution, token)->hash == hash)
            return true;
    }
    return false;
}

static uint32_t hash_of(const char *word)
{
    return text_hash(text_from(word));
}

static int score_for_description(const Search *search, const NameRun *mention, uint32_t first,
                                 const Token *head)
{
    const PersonEntry *who = &search->people->people.items[mention->person];
    size_t person = (size_t)mention->person;
    int score = -50 * (int)(work_token(search->attribution, first)->block -
                            work_token(search->attribution, mention->first)->block) +
                3 * least((int)who->weight / 10, MOST_MENTIONS);
    bool running = head->number == WORD_CANDIDATE || head->number == WORD_NOMINEE ||
                   head->number == WORD_FRONTRUNNER || head->number == WORD_FRONT_RUNNER;
    bool member = head->number == WORD_SENATOR || head->number == WORD_LAWMAKER;

    score += person_has_title(search->people, person, head->hash) ? 400 : 0;
    score += in_apposition(search, mention, head->hash) ? 300 : 0;
    if (running && (person_has_title(search->people, person, hash_of("presidential")) ||
                    person_has_title(search->people, person, hash_of("candidate")) ||
                    person_has_title(search->people, person, hash_of("nominee"))))
        score += 200;
    if (member && (person_has_title(search->people, person, hash_of("sen")) ||
                   person_has_title(search->people, person, hash_of("rep")) ||
                   person_has_title(search->people, person, hash_of("senator"))))
        score += 300;
    score += starts_sentence(search, mention) ? 60 : 0;
    score += mention->person == search->speakers.last ? 60 : 0;
    return who->evidence < 4 && who->title_count == 0 ? score - 100 : score;
}

/* "the mayor" alone, not "the mayor of Norvane". */
static bool is_description(const Search *search, const Subject *subject, uint32_t head)
{
    const Attribution *attribution = search->attribution;
    const Token *next;

    if (work_token(attribution, subject->first)->number != WORD_THE ||
        !(work_token(attribution, head)->classes & CLASS_ROLE))
        return false;
    if (head + 1 >= subject->end)
        return true;
    next = work_token(attribution, head + 1);
    return next->number != WORD_OF && next->number != WORD_FOR && next->number != WORD_FROM &&
           next->number != WORD_TO;
}

static int32_t resolve_description(const Search *search, const Subject *subject)
{
    uint32_t head = subject_head(search->attribution, subject);
    const Token *word = work_token(search->attribution, head);
    size_t from = named_from(search, subject->first);
    size_t limit = from > DESCRIPTION_MENTIONS ? from - DESCRIPTION_MENTIONS : 0;
    Gender wanted = word->classes & CLASS_MALE     ? GENDER_MALE
                    : word->classes & CLASS_FEMALE ? GENDER_FEMALE
                                                   : GENDER_UNKNOWN;
    int32_t best = NO_PERSON;
    int best_score = DESCRIPTION_LEAST;

    if (!is_description(search, subject, head))
        return NO_PERSON;
    for (size_t i = from; i-- > limit;) {
        const NameRun *mention = mention_of(search, i);
        bool sure;
        Gender known = person_gender(search->people, (size_t)mention->person, &sure);
        int score;

        if (work_token(search->attribution, mention->first)->span >= 0)
            continue;
        if (wanted != GENDER_UNKNOWN && known != GENDER_UNKNOWN && known != wanted)
            continue;
        score = score_for_description(search, mention, subject->first, word);
        if (score > best_score) {
            best = mention->person;
            best_score = score;
        }
    }
    return best;
}

/* ---- in the order of the text ---- */

static void resolve_subject(Search *search, Subject *subject)
{
    const Token *word = work_token(search->attribution, subject->first);

    if (subject->antecedent != NO_SUBJECT &&
        search->attribution->subjects.items[subject->antecedent].person != NO_PERSON)
        subject->person = search->attribution->subjects.items[subject->antecedent].person;
    else if (subject->kind == SUBJECT_NOMINAL && rule_is_on(search->attribution, RULE_DESCRIPTIONS))
        subject->person = resolve_description(search, subject);
    else if (!rule_is_on(search->attribution, RULE_PRONOUNS))
        return;
    else if (subject->kind == SUBJECT_PRONOUN && word->number == WORD_HE)
        subject->person = resolve_pronoun(search, subject->first, GENDER_MALE);
    else if (subject->kind == SUBJECT_PRONOUN && word->number == WORD_SHE)
        subject->person = resolve_pronoun(search, subject->first, GENDER_FEMALE);
}

typedef struct Used {
    uint32_t first; /* the subject's first token */
    int32_t subject;
} Used;

static int compare_used(const void *a, const void *b)
{
    const Used *first = a, *second = b;

    if (first->first != second->first)
        return first->first < second->first ? -1 : 1;
    return (first->subject > second->subject) - (first->subject < second->subject);
}

/* The subjects that decisions name, each once, in the order of the text. */
static size_t used_subjects(Attribution *attribution, Used **used)
{
    size_t spans = attribution->tokens->spans.count, count = 0;
    bool *seen = ARENA_ARRAY(attribution->arena, bool, attribution->subjects.count + 1);

    *used = ARENA_ARRAY(attribution->arena, Used, spans + 1);
    for (size_t i = 0; i < spans; i++) {
        int32_t subject = attribution->decisions[i].subject;

        if (subject == NO_SUBJECT || seen[subject])
            continue;
        seen[subject] = true;
        (*used)[count++] = (Used){attribution->subjects.items[subject].first, subject};
    }
    if (count > 1)
        qsort(*used, count, sizeof **used, compare_used);
    return count;
}

void attribution_resolve(Attribution *attribution)
{
    Search search = {
        .attribution = attribution, .people = attribution->people, .speakers = {NO_PERSON, NO_PERSON}};
    uint32_t *named = ARENA_ARRAY(attribution->arena, uint32_t, attribution->people->mentions.count + 1);
    Used *used;
    size_t count = used_subjects(attribution, &used);

    for (size_t i = 0; i < attribution->people->mentions.count; i++) {
        if (attribution->people->mentions.items[i].person != NO_PERSON)
            named[search.named_count++] = (uint32_t)i;
    }
    search.named = named;
    for (size_t i = 0; i < count; i++) {
        Subject *subject = &attribution->subjects.items[used[i].subject];

        if (subject->person == NO_PERSON)
            resolve_subject(&search, subject);
        if (subject->person == NO_PERSON)
            continue;
        search.speakers.second = search.speakers.last;
        search.speakers.last = subject->person;
    }
}
