#include "analysis/ranking/ranker.h"

#include "analysis/attribution/subjects.h"
#include "analysis/attribution/verbs.h"
#include "analysis/ranking/cue_facts.h"
#include "analysis/ranking/probability.h"
#include "analysis/ranking/quotation.h"
#include "analysis/ranking/weights.h"

/* Who said a quotation that is behind. */
typedef struct Spoken {
    Candidate by;
    uint32_t first, block, sentence; /* of the quotation */
    char last;
    bool known, closed, is_paragraph, is_short;
    bool answers; /* a question, or what answers one, in the paragraph before: two talk in turn */
} Spoken;

typedef struct Ranker {
    Attribution *attribution;
    Ranking ranking;
    Candidates near, here, *candidates; /* the latter of a sentence or paragraph; those in use */
    Arena *arena;
    size_t cue;            /* the first that may be of the next quotation's sentence */
    unsigned turn;         /* of the quotation asked for: TURN_… */
    uint32_t asked;        /* who was asked the question before: first token of a candidate; or UINT32_MAX */
    Spoken before, second; /* the quotation before, and somebody else before that */
    Ranked *ranked;
    const TextCue **cues; /* of each */
} Ranker;

/* ---- where a candidate stands ---- */

static unsigned place_of(const Quotation *quotation, const Candidate *candidate)
{
    bool before = candidate->first < quotation->first;

    if (candidate->sentence == quotation->sentence)
        return before ? PLACE_SENTENCE_BEFORE : PLACE_SENTENCE_AFTER;
    if (candidate->block == quotation->block)
        return before ? PLACE_PARAGRAPH_BEFORE : PLACE_PARAGRAPH_AFTER;
    if (!before)
        return PLACE_NEXT;
    switch (quotation->block - candidate->block) {
    case 1:
        return PLACE_PREVIOUS;
    case 2:
        return PLACE_SECOND_BACK;
    default:
        return PLACE_THIRD_BACK;
    }
}

enum { FAR_AWAY = 120 /* tokens; words beyond are not counted */ };

static size_t words_away(const Attribution *attribution, const Quotation *quotation, const Candidate *candidate)
{
    bool before = candidate->first < quotation->first;
    uint32_t from = before ? candidate->end : quotation->end, to = before ? quotation->first : candidate->first;

    return to <= from ? 0 : to - from > FAR_AWAY ? FAR_AWAY : words_between(attribution, from, to);
}

/* The same, by the count of words before both. */
static size_t words_between_counts(const Quotation *quotation, const Candidate *candidate, size_t words)
{
    size_t end = candidate->words + (candidate->end - candidate->first);

    if (candidate->first > quotation->first)
        return candidate->first > quotation->end + FAR_AWAY ? FAR_AWAY : candidate->words - words;
    return quotation->first > candidate->end + FAR_AWAY ? FAR_AWAY : end < words ? words - end : 0;
}

static void find_place(const Quotation *quotation, const Candidate *candidate, size_t words, Facts *facts)
{
    enum { MOST_BACK = -6, MOST_ON = 3 };
    bool before = candidate->first < quotation->first;
    int sentences = (int)candidate->sentence - (int)quotation->sentence;

    sentences = sentences < MOST_BACK ? MOST_BACK : sentences > MOST_ON ? MOST_ON : sentences;
    SET_FACT(facts, PLACE, place_of(quotation, candidate));
    SET_FACT(facts, SENTENCES, SENTENCES_0 + (unsigned)(sentences - MOST_BACK));
    SET_FACT(facts, SIDE, before ? SIDE_BEFORE : SIDE_AFTER);
    SET_FACT(facts, AWAY, AWAY_0 + step_of(words));
    if (candidate->first < quotation->semicolon && candidate->sentence == quotation->sentence)
        SET_FACT(facts, SEMICOLON, SEMICOLON_YES);
}

/* ---- who spoke before ---- */

static bool is_same(const Candidate *a, const Candidate *b)
{
    return a->first == b->first || (a->person != NO_PERSON && a->person == b->person);
}

static unsigned turn_of(const Spoken *before, const Quotation *quotation)
{
    if (!before->known || before->block + 1 != quotation->block || !before->closed || !before->is_short ||
        !quotation->is_paragraph || !quotation->is_short)
        return FIRST_TURN;
    return before->last == '?' ? TURN_ANSWER : before->is_paragraph || before->answers ? TURN_TURN : FIRST_TURN;
}

/* Whom a question was put to: the person named last before it who did not ask. */
static uint32_t asked_of(const Ranker *ranker, size_t low, size_t high)
{
    const Candidate *candidates = ranker->candidates->items.items;
    uint32_t asked = UINT32_MAX;

    for (size_t i = low; i < high && candidates[i].first < ranker->before.first; i++) {
        if (candidates[i].kind == SUBJECT_NAME && candidates[i].person != NO_PERSON &&
            !is_same(&candidates[i], &ranker->before.by))
            asked = candidates[i].first;
    }
    return asked;
}

static void find_speaker(const Ranker *ranker, const Quotation *quotation, const Candidate *candidate, Facts *facts)
{
    const Spoken *before = &ranker->before;

    if (!before->known)
        return;
    if (candidate->first == before->by.first)
        SET_FACT(facts, SPEAKER, SPEAKER_SAME);
    else if (is_same(candidate, &before->by))
        SET_FACT(facts, SPEAKER, SPEAKER_PERSON);
    else if (ranker->second.known && is_same(candidate, &ranker->second.by))
        SET_FACT(facts, SPEAKER, SPEAKER_SECOND);
    else if (candidate->first == ranker->asked)
        SET_FACT(facts, SPEAKER, SPEAKER_ASKED);
    SET_FACT(facts, WHERE,
             before->sentence == quotation->sentence ? WHERE_SENTENCE
             : before->block == quotation->block     ? WHERE_SAME
             : before->block + 1 != quotation->block ? WHERE_OTHER
             : before->closed                        ? WHERE_NEXT
                                                     : WHERE_OPEN);
}

/* ---- judging ---- */

static bool is_left_out(const Ranker *ranker, const Quotation *quotation, const Candidate *candidate,
                        const TextCue *cue);

/* “Did you know?” Farrow asked. / “Yes. Twice.”: an answer is not hers who asked, where it is known whom she asked. */
static bool is_own_answer(const Ranker *ranker, const Candidate *candidate)
{
    return ranker->asked != UINT32_MAX && is_same(candidate, &ranker->before.by);
}

/* "The typeface is called “bright islet”": that verb says of nobody that they speak. */
static bool is_by_cue(const TextCue *cue, const Candidate *candidate)
{
    return cue->strength >= STRENGTH_SURE || (cue->strength > STRENGTH_PASSIVE && candidate->can_speak);
}

/* `words`: between the two. */
static void judge(Ranker *ranker, const Quotation *quotation, const Candidate *candidate, size_t words, size_t *count)
{
    Ranked *ranked = &ranker->ranked[*count];
    const TextCue *cue;

    *ranked = (Ranked){.candidate = candidate, .facts = candidate->facts};
    for (DimensionId i = IN_SHAPE; i <= IN_LAST; i++)
        ranked->facts.values[i] = quotation->facts.values[i];
    find_place(quotation, candidate, words, &ranked->facts);
    cue = cue_facts_find(ranker->attribution, quotation, candidate, &ranked->facts);
    if (cue && !is_by_cue(cue, candidate))
        cue = NULL;
    find_speaker(ranker, quotation, candidate, &ranked->facts);
    SET_FACT(&ranked->facts, TURN, ranker->turn);
    if (is_left_out(ranker, quotation, candidate, cue) || is_own_answer(ranker, candidate))
        return;
    ranked->score = features_score(ranker->ranking.weights, &ranked->facts);
    ranker->cues[(*count)++] = cue;
}

/* Who spoke before, if that is too far back for the candidates from `low` on. */
static void judge_spoken(Ranker *ranker, const Quotation *quotation, const Spoken *spoken, size_t low, size_t *count)
{
    const Candidates *candidates = ranker->candidates;
    uint32_t first = low < candidates->items.count ? candidates->items.items[low].first : quotation->first;

    if (spoken->known && spoken->by.first < first)
        judge(ranker, quotation, &spoken->by, words_away(ranker->attribution, quotation, &spoken->by), count);
}

/* Where a verb of saying stands in its sentence, whoever speaks stands there too, or spoke before; where somebody spoke in the
 * paragraph, nobody of another one does. */
static Width width_of(const Ranker *ranker, const Quotation *quotation)
{
    enum { SURE = 2 };

    if (ranker->ranking.everybody)
        return WIDTH_ALL;
    if (quotation->cues_before == SURE || quotation->cues_after == SURE)
        return WIDTH_SENTENCE;
    return ranker->before.known && ranker->before.block == quotation->block ? WIDTH_PARAGRAPH : WIDTH_ALL;
}

/* Words before a quotation, counted as those before its candidates are. */
static size_t words_before(const Ranker *ranker, const Quotation *quotation, size_t low, size_t high)
{
    const Candidate *items = ranker->candidates->items.items;
    size_t at = low;

    while (at < high && items[at].first < quotation->first)
        at++;
    if (at > low)
        return items[at - 1].words + words_between(ranker->attribution, items[at - 1].first, quotation->first);
    return at < high ? items[at].words - words_between(ranker->attribution, quotation->end, items[at].first) : 0;
}

/* “No,” said [Farrow]. “No,” [Farrow] said. */
static bool adjoins_after(const Quotation *quotation, const TextCue *cue, TokenRange words)
{
    bool open = quotation->last == ',' || quotation->last == '?' || quotation->last == '!' || quotation->last == '-';

    if (!open || cue->strength < STRENGTH_SURE)
        return false;
    return cue->kind == CUE_INVERTED ? cue->token == quotation->end
                                     : cue->kind == CUE_LEFT && words.end == cue->token && words.first == quotation->end;
}

/* "described by [Farrow] as “late”", "described as “late” by [Farrow]" */
static bool adjoins_before(const Attribution *attribution, const Quotation *quotation, const TextCue *cue,
                           TokenRange words)
{
    if (words.first <= cue->token)
        return false;
    return words.first == quotation->end + 1
               ? word_at(attribution, quotation->end)->number == WORD_BY
               : words.end + 1 == quotation->first && word_at(attribution, words.end)->number == WORD_AS;
}

static TokenRange words_of_subject(const Attribution *attribution, const TextCue *cue)
{
    const Subject *subject = subject_at(attribution, cue->subject);
    const NameRun *name = mention_at(attribution, subject->first);

    return name ? (TokenRange){name->outer, name->outer_end} : (TokenRange){subject->first, subject->end};
}

/* The first token of whom a verb of saying right beside the quotation is about; NO_CUE: there is none. */
static uint32_t adjoining(const Ranker *ranker, const Quotation *quotation)
{
    const Attribution *attribution = ranker->attribution;
    const TextCue *cue;

    if (ranker->ranking.everybody || quotation->cues == quotation->cues_end)
        return NO_CUE;
    cue = attribution->text_cues.items + quotation->cue;
    if (quotation->cue < quotation->cues_end && adjoins_after(quotation, cue, words_of_subject(attribution, cue)))
        return subject_at(attribution, cue->subject)->first;
    if (quotation->cue > quotation->cues &&
        adjoins_before(attribution, quotation, cue - 1, words_of_subject(attribution, cue - 1)))
        return subject_at(attribution, cue[-1].subject)->first;
    return NO_CUE;
}

/* All near it, and who spoke before. */
static size_t judge_all(Ranker *ranker, const Quotation *quotation)
{
    Width width = width_of(ranker, quotation);
    uint32_t only = adjoining(ranker, quotation);
    size_t low, high, words, count = 0;

    ranker->candidates = width == WIDTH_ALL ? &ranker->near : &ranker->here;
    candidates_near(ranker->candidates, quotation, width, &low, &high);
    ranker->turn = turn_of(&ranker->before, quotation);
    ranker->asked = ranker->turn == TURN_ANSWER ? asked_of(ranker, low, high) : UINT32_MAX;
    if (only == NO_CUE) {
        judge_spoken(ranker, quotation, &ranker->second, low, &count);
        judge_spoken(ranker, quotation, &ranker->before, low, &count);
    }
    words = words_before(ranker, quotation, low, high);
    for (size_t i = low; i < high && count < RANKED_MOST; i++) {
        const Candidate *candidate = &ranker->candidates->items.items[i];

        if (only == NO_CUE || candidate->first == only)
            judge(ranker, quotation, candidate, words_between_counts(quotation, candidate, words), &count);
    }
    return count;
}

/* ---- deciding ---- */

static RuleId rule_of_cue(const TextCue *cue, bool before)
{
    switch ((CueKind)cue->kind) {
    case CUE_INVERTED:
        return RULE_INVERTED;
    case CUE_ACCORDING:
        return RULE_ACCORDING_TO;
    case CUE_SHARED:
        return RULE_SHARED_SUBJECT;
    case CUE_PARTICIPLE:
        return RULE_PARTICIPLE;
    case CUE_NOUN:
        return RULE_NOUN_CUE;
    case CUE_LEFT:
        break;
    }
    return before ? RULE_CUE_BEFORE : RULE_CUE_AFTER;
}

/* By what a candidate would be chosen. */
static RuleId rule_of(const Ranker *ranker, const Quotation *quotation, const Candidate *candidate, const TextCue *cue)
{
    const Spoken *before = &ranker->before;

    if (cue && token_sentence(ranker->attribution->tokens, cue->token) == quotation->sentence)
        return rule_of_cue(cue, cue->token < quotation->first);
    if (before->known && is_same(candidate, &before->by)) {
        if (before->sentence == quotation->sentence)
            return RULE_SAME_SENTENCE;
        if (before->block == quotation->block)
            return RULE_SAME_PARAGRAPH;
        if (!before->closed && before->block + 1 == quotation->block)
            return RULE_CHAIN_FORWARD;
    }
    switch (place_of(quotation, candidate)) {
    case PLACE_SENTENCE_BEFORE:
    case PLACE_SENTENCE_AFTER:
        return RULE_SENTENCE_SUBJECT;
    case PLACE_PARAGRAPH_BEFORE:
        return RULE_PREVIOUS_SENTENCE;
    case PLACE_PARAGRAPH_AFTER:
    case PLACE_NEXT:
        return RULE_NEXT_SENTENCE;
    default:
        return RULE_PREVIOUS_PARAGRAPH;
    }
}

static bool is_left_out(const Ranker *ranker, const Quotation *quotation, const Candidate *candidate, const TextCue *cue)
{
    return ranker->attribution->left_out && !rule_is_on(ranker->attribution, rule_of(ranker, quotation, candidate, cue));
}

static void choose(Ranker *ranker, const Quotation *quotation, size_t count, size_t index)
{
    Candidate candidate = *ranker->ranked[index].candidate;
    unsigned probability = probability_of_person(ranker->ranked, count, ranker->ranked[index].candidate);
    const TextCue *cue = ranker->cues[index];
    RuleId rule = rule_of(ranker, quotation, &candidate, cue);
    bool here = cue && token_sentence(ranker->attribution->tokens, cue->token) == quotation->sentence;
    bool goes_on = !here && ranker->before.known && candidate.first == ranker->before.by.first;
    uint32_t told = here ? cue->token : goes_on ? decision_of(ranker->attribution, quotation->span - 1)->cue : NO_CUE;

    if (here)
        candidate.subject = cue->subject;
    else if (goes_on)
        candidate.subject = ranker->before.by.subject;
    attribution_decide(ranker->attribution, quotation->span,
                       (Decision){candidate_subject(ranker->attribution, &candidate), told, rule, probability & 0xFFFF});
    if (ranker->before.known && !is_same(&candidate, &ranker->before.by))
        ranker->second = ranker->before;
    ranker->before.by = candidate;
    ranker->before.known = true;
    if (!here)
        candidates_keep_subject(ranker->candidates, &candidate);
}

/* Where no mention is likelier than all others, the person of whom all mentions are likeliest together. */
static int best_person(const Ranker *ranker, size_t count, int best)
{
    enum { HALF = 500 };
    unsigned most = 0;
    int likeliest = best;

    if (ranker->ranked[best].probability >= HALF)
        return best;
    for (size_t i = 0; i < count; i++) {
        unsigned sum = probability_of_person(ranker->ranked, count, ranker->ranked[i].candidate);

        if (sum > most || (sum == most && ranker->ranked[i].score > ranker->ranked[likeliest].score)) {
            most = sum;
            likeliest = (int)i;
        }
    }
    return likeliest;
}

/* "Nobody knew": then it is not known who spoke. */
static bool is_nobody(const Ranker *ranker, const Candidate *candidate)
{
    static const Text words[] = {LITERAL("nobody"), LITERAL("none"), LITERAL("no-one")};
    Text first = tokens_text(ranker->attribution->tokens, candidate->first);

    return candidate->kind != SUBJECT_NAME && TEXT_IS_ONE_OF(first, words);
}

static void rank(Ranker *ranker, const Quotation *quotation)
{
    size_t count = judge_all(ranker, quotation);
    int best = NOBODY_RANKED;

    for (size_t i = 0; i < count; i++) {
        if (best < 0 || ranker->ranked[i].score > ranker->ranked[best].score)
            best = (int)i;
    }
    if (best < 0)
        return;
    probabilities_find(ranker->ranked, count, ranker->ranked[best].score);
    best = best_person(ranker, count, best);
    if (ranker->ranking.watch)
        best = ranker->ranking.watch(ranker->ranking.context, ranker->attribution, quotation->span, ranker->ranked,
                                     count, best);
    if (best != NOBODY_RANKED && !is_nobody(ranker, ranker->ranked[best].candidate))
        choose(ranker, quotation, count, (size_t)best);
}

/* What the form of the page tells is somebody who spoke before, too. */
static void take_decided(Ranker *ranker, const Decision *decision)
{
    const Subject *subject = subject_at(ranker->attribution, decision->subject);
    Candidate by = {.first = subject->first,
                    .end = subject->end,
                    .kind = subject->kind,
                    .subject = decision->subject,
                    .mention = NO_MENTION,
                    .person = subject->person,
                    .can_speak = true,
                    .sentence = token_sentence(ranker->attribution->tokens, subject->first),
                    .block = token_block(ranker->attribution->tokens, subject->first)};

    SET_FACT(&by.facts, NATURE, NATURE_PERSON);
    if (ranker->before.known && !is_same(&by, &ranker->before.by))
        ranker->second = ranker->before;
    ranker->before.by = by;
    ranker->before.known = true;
}

/* “Where were you?” asked Farrow. / “At home,” Brekke said: does somebody else answer? */
static bool is_answer(const Spoken *before, const Spoken *spoken, const Quotation *quotation)
{
    return before->known && before->block + 1 == quotation->block && before->is_short && quotation->is_short &&
           (before->last == '?' || before->answers) && !is_same(&spoken->by, &before->by);
}

void ranker_decide(Attribution *attribution, const Ranking *ranking)
{
    Ranker ranker = {.attribution = attribution, .ranking = *ranking, .arena = arena_within(attribution->arena)};

    if (!ranker.ranking.weights)
        ranker.ranking.weights = ranker_weights;
    ranker.ranked = ARENA_ARRAY(ranker.arena, Ranked, RANKED_MOST + 1);
    ranker.cues = ARENA_ARRAY(ranker.arena, const TextCue *, RANKED_MOST + 1);
    candidates_init(&ranker.near, ranker.arena, attribution);
    candidates_init(&ranker.here, ranker.arena, attribution);
    for (size_t span = 0; span < attribution->tokens->spans.count; span++) {
        Quotation quotation = quotation_of(attribution, span, &ranker.cue);
        const Spoken before = ranker.before;

        if (decision_of(attribution, span)->subject == NO_SUBJECT)
            rank(&ranker, &quotation);
        else
            take_decided(&ranker, decision_of(attribution, span));
        ranker.before.answers = is_answer(&before, &ranker.before, &quotation);
        ranker.before.first = quotation.first;
        ranker.before.block = quotation.block;
        ranker.before.sentence = quotation.sentence;
        ranker.before.last = quotation.last;
        ranker.before.closed = attribution->tokens->spans.items[span].closed;
        ranker.before.is_paragraph = quotation.is_paragraph;
        ranker.before.is_short = quotation.is_short;
    }
    arena_release(ranker.arena);
    arena_release(attribution->noted);
    attribution->text_cues.items = NULL;
    attribution->text_cues.count = attribution->text_cues.capacity = 0;
}
