/*
 * Who "he", "she" and "the mayor" are: the people named before, each with a score from a dozen features of
 * the place where they were named: how far back, at the start of a sentence or before a verb, in the
 * possessive, the speaker before … The weights were fitted on news and rounded to twentieths.
 */
#include "analysis/antecedents/antecedents.h"

#include <stdlib.h>

#include "analysis/antecedents/descriptions.h"
#include "analysis/antecedents/makers.h"
#include "analysis/people/gender.h"
#include "analysis/people/roles.h"

enum {
    THEY_MENTIONS = 12,
    PRONOUN_MENTIONS = 60,
    QUOTED_MENTIONS = 15, /* to each side of a pronoun */
    MOST_QUOTED = 8,
    DESCRIPTION_REACH = 120, /* tokens */
    ANSWER_SENTENCES = 2
};

/* Weights in hundredths. */
enum {
    EACH_SENTENCE_BACK = -75,
    EACH_PARAGRAPH_BACK = -45,
    SURE_GENDER = 80,
    STARTS_SENTENCE = 100,
    BEFORE_VERB = 55,
    AFTER_SAYING = 75,
    TOLD_BEFORE = 200,
    POSSESSIVE = -120,
    AFTER_PREPOSITION = -120,
    LAST_SPEAKER = 90,
    SECOND_LAST_SPEAKER = 30,
    EACH_MENTION = 2,
    SPOKE_HERE = 60,
    HARDLY_A_PERSON = -110,
    NAMED_AS_ANOTHER = -80,
    NAMED_IN_QUOTATION = -100,
    FULL_NAME = 5,
    CLEARLY_BETTER = 100, /* than the next one; below, of a hundred pronouns 80 are right, above 96 */
    MOST_SENTENCES = 8,
    MOST_PARAGRAPHS = 6,
    MOST_MENTIONS = 10
};

/* ---- pronouns ---- */

static const Word *token_before(const Search *search, const NameRun *mention)
{
    return mention_starts_sentence(search, mention) ? NULL : word_at(search->attribution, mention->outer - 1);
}

typedef struct Pronoun {
    uint32_t token;
    Gender gender;
    int32_t quoted[MOST_QUOTED]; /* the people whom the quotations around it name */
    size_t quoted_count;
} Pronoun;

/* In its paragraph, and not further than the sentence beside its own. */
static void find_quoted(const Search *search, Pronoun *pronoun)
{
    const TokenList *tokens = search->attribution->tokens;
    uint32_t here = token_sentence(tokens, pronoun->token);
    size_t from = search_from(search, &search->named, pronoun->token);

    for (size_t i = from > QUOTED_MENTIONS ? from - QUOTED_MENTIONS : 0;
         i < search->named.count && i < from + QUOTED_MENTIONS && pronoun->quoted_count < MOST_QUOTED; i++) {
        const NameRun *mention = search_mention(search, &search->named, i);
        uint32_t there = token_sentence(tokens, mention->first);

        if (token_is_quoted(tokens, mention->first) && there + 1 >= here && there <= here + 1 &&
            token_block(tokens, mention->first) == token_block(tokens, pronoun->token))
            pronoun->quoted[pronoun->quoted_count++] = mention->person;
    }
}

static bool is_quoted(const Pronoun *pronoun, int32_t person)
{
    for (size_t i = 0; i < pronoun->quoted_count; i++) {
        if (pronoun->quoted[i] == person)
            return true;
    }
    return false;
}

static int score_of_distance(const TokenList *tokens, uint32_t here, uint32_t there)
{
    return EACH_SENTENCE_BACK *
               least((int)(token_sentence(tokens, here) - token_sentence(tokens, there)), MOST_SENTENCES) +
           EACH_PARAGRAPH_BACK * least((int)(token_block(tokens, here) - token_block(tokens, there)), MOST_PARAGRAPHS);
}

/* What speaks for a person wherever he was named. */
static int score_of_person(const Search *search, int32_t person, const Pronoun *pronoun)
{
    const PersonEntry *who = &search->people->people.items[person];
    bool sure;
    Gender known = person_gender(search->people, (size_t)person, &sure);
    int score = EACH_MENTION * least((int)who->weight / 10, MOST_MENTIONS);

    score += sure && known == pronoun->gender ? SURE_GENDER : 0;
    score += person == search->last ? LAST_SPEAKER : 0;
    score += person == search->second ? SECOND_LAST_SPEAKER : 0;
    score += who->evidence <= 2 && known == GENDER_UNKNOWN ? HARDLY_A_PERSON : 0;
    score += is_quoted(pronoun, person) ? NAMED_IN_QUOTATION : 0; /* nobody speaks of himself by name */
    return score;
}

/* “…,” Farrow told [Brekke]. “…,” he [replied]: whom the sentence before told answers. */
static bool is_told_before(const Search *search, const NameRun *mention, uint32_t pronoun)
{
    static const Text answers[] = {LITERAL("answered"), LITERAL("answers"),   LITERAL("replied"),
                                   LITERAL("replies"),  LITERAL("responded"), LITERAL("responds")};
    static const Text tells[] = {LITERAL("asked"), LITERAL("asks"), LITERAL("told"), LITERAL("tells")};
    const TokenList *tokens = search->attribution->tokens;
    bool after = pronoun + 1 < attribution_token_count(search->attribution) &&
                 TEXT_IS_ONE_OF(tokens_text(tokens, pronoun + 1), answers);

    return mention->outer > 0 && (after || (pronoun > 0 && TEXT_IS_ONE_OF(tokens_text(tokens, pronoun - 1), answers))) &&
           TEXT_IS_ONE_OF(tokens_text(tokens, mention->outer - 1), tells) &&
           token_block(tokens, pronoun) - token_block(tokens, mention->outer) <= 1 &&
           token_sentence(tokens, pronoun) - token_sentence(tokens, mention->outer) <= ANSWER_SENTENCES;
}

static int score_of_mention(const Search *search, const NameRun *mention, int32_t person, const Pronoun *pronoun)
{
    const Word *before = token_before(search, mention);
    int score = score_of_distance(search->attribution->tokens, pronoun->token, mention->first) +
                score_of_person(search, person, pronoun);

    score += mention_leads_sentence(search, mention) ? STARTS_SENTENCE : 0;
    score += mention_before_verb(search, mention) ? BEFORE_VERB : 0;
    score += before && (before->classes & CLASS_SAYS) ? AFTER_SAYING : 0;
    score += is_told_before(search, mention, pronoun->token) ? TOLD_BEFORE : 0;
    score += mention->possessive ? POSSESSIVE : 0;
    score += before && (before->classes & CLASS_PREPOSITION) ? AFTER_PREPOSITION : 0;
    score += mention->end - mention->first > 1 ? FULL_NAME : 0;
    score += person != mention->person ? NAMED_AS_ANOTHER : 0;
    return score;
}

/* Somebody named, or a description of nobody named. */
typedef struct Antecedent {
    int32_t person;  /* or NO_PERSON */
    int32_t subject; /* or NO_SUBJECT */
    int score;
} Antecedent;

static const Antecedent nobody = {NO_PERSON, NO_SUBJECT, 0};

/* One human being: "a spokeswoman"; no document, and no group. */
static bool is_somebody(const Search *search, const Subject *subject)
{
    uint32_t head = subject_head(search->attribution, subject);
    const Word *token = word_at(search->attribution, head);

    return (token->classes & (CLASS_MALE | CLASS_FEMALE | CLASS_ROLE)) || is_role_word(search->people, head);
}

/* "The minister of fisheries, Mr. Halloran, argues": whom the pronoun means is named. */
static bool name_follows(const Search *search, const Subject *description)
{
    uint32_t comma = description->end;
    const NameRun *name;

    if (comma + 1 >= attribution_token_count(search->attribution) || word_at(search->attribution, comma)->sign != ',')
        return false;
    name = mention_at(search->attribution, comma + 1);
    return name && name->person != NO_PERSON;
}

/* "Her father cuts in. “She rang us,” he says.": the description that begins a sentence before the pronoun,
 * in its paragraph. */
static Antecedent described_before(const Search *search, const Pronoun *pronoun)
{
    Attribution *attribution = search->attribution;
    const TokenList *tokens = attribution->tokens;
    uint32_t here = token_block(tokens, pronoun->token);
    uint32_t limit = pronoun->token > DESCRIPTION_REACH ? pronoun->token - DESCRIPTION_REACH : 0;

    for (uint32_t at = pronoun->token; at-- > limit && token_block(tokens, at) == here;) {
        int32_t subject = token_starts_sentence(tokens, at) && !token_is_quoted(tokens, at)
                              ? subject_description(attribution, at)
                              : NO_SUBJECT;
        Gender known;

        if (subject == NO_SUBJECT || !is_somebody(search, subject_at(attribution, subject)) ||
            name_follows(search, subject_at(attribution, subject)))
            continue;
        known = description_gender(search, subject_at(attribution, subject));
        if (known == GENDER_UNKNOWN || known == pronoun->gender)
            return (Antecedent){NO_PERSON, subject,
                                score_of_distance(tokens, pronoun->token, at) + STARTS_SENTENCE + BEFORE_VERB +
                                    (known == pronoun->gender ? SURE_GENDER : 0)};
    }
    return nobody;
}

/* The description that spoke last: “…,” said a spokeswoman. “…,” she added. */
static Antecedent described_speaker(const Search *search, const Pronoun *pronoun)
{
    Antecedent speaker = {NO_PERSON, search->last_description, 0};
    Gender known;

    if (speaker.subject == NO_SUBJECT)
        return nobody;
    known = description_gender(search, subject_at(search->attribution, speaker.subject));
    if (known != GENDER_UNKNOWN && known != pronoun->gender)
        return nobody;
    speaker.score = score_of_distance(search->attribution->tokens, pronoun->token,
                                      subject_at(search->attribution, search->last_description)->first) +
                    LAST_SPEAKER + BEFORE_VERB + (known == pronoun->gender ? SURE_GENDER : 0);
    return speaker;
}

/* Who spoke last, or before that, is as near as the words that say so, be they a pronoun: "Farrow is angry. She says it is a scandal. She
 * tweeted:" */
static Antecedent spoke_before(const Search *search, const Pronoun *pronoun, int32_t person, uint32_t place)
{
    Antecedent speaker = {person, NO_SUBJECT, 0};
    bool sure;
    Gender known;

    if (person == NO_PERSON)
        return nobody;
    known = person_gender(search->people, (size_t)person, &sure);
    if (known != GENDER_UNKNOWN && known != pronoun->gender)
        return nobody;
    speaker.score = score_of_distance(search->attribution->tokens, pronoun->token, place) +
                    score_of_person(search, person, pronoun) + (person == search->last ? SPOKE_HERE - LAST_SPEAKER : 0);
    return speaker;
}

/* The person whom a mention means if the pronoun means it: a last name may be another's of that name. */
static int32_t person_of_gender(const Search *search, const NameRun *mention, Gender gender)
{
    bool sure;
    Gender known = person_gender(search->people, (size_t)mention->person, &sure);

    if (known == GENDER_UNKNOWN || known == gender)
        return mention->person;
    return mention->end - mention->first > 1 ? NO_PERSON
                                             : people_namesake(search->people, (size_t)mention->person, gender);
}

/* Whom a pronoun means, and who else it may mean. */
typedef struct Choice {
    Antecedent best, rival;
} Choice;

static bool is_nobody(const Antecedent *antecedent)
{
    return antecedent->person == NO_PERSON && antecedent->subject == NO_SUBJECT;
}

static void consider(Choice *choice, Antecedent other)
{
    bool same = other.person == choice->best.person && other.subject == choice->best.subject;

    if (is_nobody(&other))
        return;
    if (is_nobody(&choice->best) || other.score > choice->best.score) {
        choice->rival = same ? choice->rival : choice->best;
        choice->best = other;
    } else if (!same && (is_nobody(&choice->rival) || other.score > choice->rival.score)) {
        choice->rival = other;
    }
}

/* Is somebody else nearly as likely to be meant? */
static bool is_close(const Choice *choice)
{
    return !is_nobody(&choice->rival) && choice->best.score - choice->rival.score < CLEARLY_BETTER;
}

static Choice resolve_pronoun(const Search *search, uint32_t token, Gender gender)
{
    Pronoun pronoun = {.token = token, .gender = gender};
    size_t from = search_from(search, &search->named, token);
    size_t limit = from > PRONOUN_MENTIONS ? from - PRONOUN_MENTIONS : 0;
    Choice choice = {described_speaker(search, &pronoun), nobody};

    find_quoted(search, &pronoun);
    if (choice.best.subject == NO_SUBJECT)
        choice.best = spoke_before(search, &pronoun, search->last, search->last_place);
    consider(&choice, spoke_before(search, &pronoun, search->second, search->second_place));
    consider(&choice, described_before(search, &pronoun));
    for (size_t i = from; i-- > limit;) {
        const NameRun *mention = search_mention(search, &search->named, i);
        int32_t person = token_span(search->attribution->tokens, mention->first) < 0
                             ? person_of_gender(search, mention, gender)
                             : NO_PERSON;

        if (person != NO_PERSON)
            consider(&choice, (Antecedent){person, NO_SUBJECT, score_of_mention(search, mention, person, &pronoun)});
    }
    return choice;
}

/* ---- in the order of the text ---- */

static void take_antecedent(Search *search, int32_t index, const NameRun *mention)
{
    int32_t antecedent = subject_of_mention(search->attribution, mention); /* subjects may move */

    search->attribution->subjects.items[index].antecedent = antecedent;
    search->attribution->subjects.items[index].person = mention->person;
}

static void resolve_to_organization(Search *search, int32_t index)
{
    const NameRun *mention = description_organization(search, subject_at(search->attribution, index));

    if (mention)
        take_antecedent(search, index, mention);
}

/* "Hal Bowyer and Greta Lund have lived there. “…,” they wrote.": the second of two, to whom the first is
 * joined later. */
static bool resolve_to_pair(Search *search, int32_t index)
{
    uint32_t they = subject_at(search->attribution, index)->first;
    size_t from = search_from(search, &search->named, they), limit = from > THEY_MENTIONS ? from - THEY_MENTIONS : 0;

    for (size_t i = from; i-- > limit && i > 0;) {
        const NameRun *second = search_mention(search, &search->named, i),
                      *first = search_mention(search, &search->named, i - 1);

        if (second->outer == 0 || word_at(search->attribution, second->outer - 1)->number != WORD_AND ||
            first->outer_end + 1 != second->outer || token_span(search->attribution->tokens, second->outer) >= 0 ||
            !mention_starts_sentence(search, first))
            continue;
        take_antecedent(search, index, second);
        return true;
    }
    return false;
}

static void resolve_to_antecedent(Search *search, int32_t index, Gender gender)
{
    Choice choice = resolve_pronoun(search, subject_at(search->attribution, index)->first, gender);
    Antecedent antecedent = choice.best;
    Subject *subject = &search->attribution->subjects.items[index]; /* subjects may have moved */

    subject->person = antecedent.person;
    subject->antecedent = antecedent.subject;
    subject->guessed = is_close(&choice);
    if (antecedent.subject != NO_SUBJECT) {
        bool guessed;

        subject->person = description_person(search, subject_at(search->attribution, antecedent.subject), &guessed);
    }
}

static void resolve_description(Search *search, int32_t index)
{
    const NameRun *maker = description_maker(search, subject_at(search->attribution, index));
    Subject *subject;
    bool guessed;
    int32_t person;

    if (maker) {
        take_antecedent(search, index, maker);
        return;
    }
    person = description_person(search, subject_at(search->attribution, index), &guessed);
    subject = &search->attribution->subjects.items[index];
    subject->person = person;
    subject->guessed = guessed;
    if (person == NO_PERSON)
        resolve_to_organization(search, index);
}

static void resolve_subject(Search *search, int32_t index)
{
    Subject *subject = &search->attribution->subjects.items[index];
    const Word *word = word_at(search->attribution, subject->first);

    if (subject->antecedent != NO_SUBJECT) { /* "the mayor, who said": at most once more */
        const Subject *antecedent = subject_at(search->attribution, subject->antecedent);

        if (antecedent->person == NO_PERSON && antecedent->antecedent == NO_SUBJECT)
            resolve_subject(search, subject->antecedent);
        subject = &search->attribution->subjects.items[index]; /* subjects may have moved */
        subject->person = subject_at(search->attribution, subject->antecedent)->person;
    } else if (subject->kind == SUBJECT_NOMINAL && rule_is_on(search->attribution, RULE_DESCRIPTIONS)) {
        resolve_description(search, index);
    } else if (subject->kind == SUBJECT_PRONOUN && rule_is_on(search->attribution, RULE_PRONOUNS)) {
        Gender gender = gender_of_pronoun(word);

        if (gender != GENDER_UNKNOWN)
            resolve_to_antecedent(search, index, gender);
        else if (word->number == WORD_IT ||
                 ((word->number == WORD_THEY || word->number == WORD_THEM) && !resolve_to_pair(search, index)))
            resolve_to_organization(search, index);
    }
}

typedef struct Used {
    uint32_t first; /* the subject's first token; of a quotation that speaks of it no more, its own */
    int32_t subject;
    bool again;
} Used;

static int compare_used(const void *a, const void *b)
{
    const Used *first = a, *second = b;

    if (first->first != second->first)
        return first->first < second->first ? -1 : 1;
    return (first->subject > second->subject) - (first->subject < second->subject);
}

static void use(Used *used, size_t *count, bool *seen, const Attribution *attribution, int32_t subject)
{
    if (subject == NO_SUBJECT || seen[subject])
        return;
    seen[subject] = true;
    used[(*count)++] = (Used){attribution->subjects.items[subject].first, subject, false};
}

/* “Yes.” in a paragraph of its own, behind a question: who answers is named further back, and speaks here. */
static void use_again(Used *used, size_t *count, const Attribution *attribution, size_t span)
{
    const Decision *decision = decision_of(attribution, span);
    uint32_t first = span_first(attribution, span);

    if (decision->subject != NO_SUBJECT && decision->cue == NO_CUE &&
        token_block(attribution->tokens, attribution->subjects.items[decision->subject].first) <
            token_block(attribution->tokens, first))
        used[(*count)++] = (Used){first, decision->subject, true};
}

/* The subjects that decisions and indirect speech name, each once and where it speaks again, in the order of the text. */
static size_t used_subjects(Arena *arena, const Attribution *attribution, Used **used)
{
    size_t spans = attribution->tokens->spans.count, count = 0;
    bool *seen = ARENA_ARRAY(arena, bool, attribution->subjects.count + 1);

    *used = ARENA_ARRAY(arena, Used, 2 * spans + attribution->indirect.count + 1);
    for (size_t i = 0; i < spans; i++)
        use(*used, &count, seen, attribution, decision_of(attribution, i)->subject);
    for (size_t i = 0; i < spans; i++)
        use_again(*used, &count, attribution, i);
    for (size_t i = 0; i < attribution->indirect.count; i++)
        use(*used, &count, seen, attribution, attribution->indirect.items[i].subject);
    if (count > 1)
        qsort(*used, count, sizeof **used, compare_used);
    return count;
}

/* Two capitals that do something, without title and known first name: "Fair Deal disagreed". */
static bool may_be_organization(const Search *search, int32_t person)
{
    const PersonEntry *entry = &search->people->people.items[person];

    return person_details(search->people, entry)->title_count == 0 &&
           !(word_at(search->attribution, entry->first)->classes & CLASS_GIVEN);
}

static void list_mentions(Search *search)
{
    const People *people = search->people;
    Arena *arena = search->arena;

    search->named.items = ARENA_ARRAY(arena, uint32_t, people->mentions.count + 1);
    search->others.items = ARENA_ARRAY(arena, uint32_t, people->mentions.count + 1);
    for (size_t i = 0; i < people->mentions.count; i++) {
        int32_t person = people->mentions.items[i].person;

        if (person != NO_PERSON)
            search->named.items[search->named.count++] = (uint32_t)i;
        if (person == NO_PERSON || may_be_organization(search, person))
            search->others.items[search->others.count++] = (uint32_t)i;
    }
}

void attribution_resolve(Attribution *attribution)
{
    Arena scratch = {0};
    Search search = {.arena = &scratch,
                     .attribution = attribution,
                     .people = attribution->people,
                     .last = NO_PERSON,
                     .second = NO_PERSON,
                     .last_description = NO_SUBJECT};
    Used *used;
    size_t count = used_subjects(&scratch, attribution, &used);

    list_mentions(&search);
    for (size_t i = 0; i < count; i++) {
        int32_t person = subject_at(attribution, used[i].subject)->person;

        if (person == NO_PERSON && !used[i].again) {
            resolve_subject(&search, used[i].subject);
            person = subject_at(attribution, used[i].subject)->person;
        }
        if (person == NO_PERSON) {
            if (subject_at(attribution, used[i].subject)->kind == SUBJECT_NOMINAL &&
                is_somebody(&search, subject_at(attribution, used[i].subject)))
                search.last_description = used[i].subject;
            continue;
        }
        search.last_description = NO_SUBJECT;
        search.second = search.last;
        search.second_place = search.last_place;
        search.last = person;
        search.last_place = used[i].first;
    }
    arena_release(&scratch);
}
