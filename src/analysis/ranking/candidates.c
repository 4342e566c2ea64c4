/* One pass over the tokens near quotations; a window of candidates goes along. */
#include "analysis/ranking/candidates.h"

#include <string.h>

#include "analysis/attribution/subjects.h"
#include "analysis/ranking/word_facts.h"
#include "base/lower_bound.h"

enum {
    BLOCKS_BACK = 3,
    BLOCKS_ON = 1,
    TOKENS_BACK = 400,
    TOKENS_ON = 150,
    MOST_BEFORE = 40, /* candidates; the nearest ones */
    MOST_AFTER = 16,
    CUES_LOOKED_AT = 24, /* of a sentence that has more */
    FORGOTTEN_AT_ONCE = 256
};

void candidates_init(Candidates *candidates, Arena *arena, Attribution *attribution)
{
    *candidates = (Candidates){.arena = arena, .attribution = attribution, .sentence = UINT32_MAX};
}

/* ---- finding ---- */

static uint32_t sentence_of(const TextCue *cue)
{
    return cue->token - cue->back;
}

/* The cues of the sentence that a token is in, from candidates->cue on. */
static void enter_sentence(Candidates *candidates, uint32_t token)
{
    const Attribution *attribution = candidates->attribution;
    const TextCue *cues = attribution->text_cues.items;

    if (candidates->sentence != UINT32_MAX && !token_starts_sentence(attribution->tokens, token))
        return;
    candidates->sentence = token;
    while (token > 0 && !token_starts_sentence(attribution->tokens, candidates->sentence))
        candidates->sentence--;
    while (candidates->cue < attribution->text_cues.count && sentence_of(&cues[candidates->cue]) < candidates->sentence)
        candidates->cue++;
}

/* Note the cues whose subject begins at a token. */
static void note_cues(const Candidates *candidates, Candidate *candidate)
{
    const Attribution *attribution = candidates->attribution;
    const TextCue *cues = attribution->text_cues.items;

    for (size_t i = candidates->cue; i < attribution->text_cues.count && i < candidates->cue + CUES_LOOKED_AT &&
                                     sentence_of(&cues[i]) == candidates->sentence && candidate->cue_count < CUES_KEPT;
         i++) {
        if (subject_at(attribution, cues[i].subject)->first == candidate->first)
            candidate->cues[candidate->cue_count++] = (uint32_t)i;
    }
}

static void take_subject(const Attribution *attribution, int32_t index, Candidate *candidate)
{
    const Subject *subject = subject_at(attribution, index);

    candidate->subject = index;
    candidate->kind = subject->kind;
    candidate->end = subject->end;
    candidate->person = subject->person;
    if (subject->kind == SUBJECT_NAME)
        candidate->mention = people_mention(attribution->people, subject->first);
}

/* Of pronouns without a verb of saying: not "who", "which", "nobody". */
static bool stands_for_somebody(unsigned number)
{
    return number == WORD_HE || number == WORD_SHE || number == WORD_THEY || number == WORD_WE || number == WORD_I ||
           number == WORD_IT;
}

/* The candidate that begins at a token; false: there is none. */
static bool candidate_at(Candidates *candidates, uint32_t token, Candidate *candidate)
{
    Attribution *attribution = candidates->attribution;
    int32_t mention = people_mention(attribution->people, token);

    *candidate = (Candidate){.first = token, .subject = NO_SUBJECT, .mention = NO_MENTION, .person = NO_PERSON};
    note_cues(candidates, candidate);
    if (candidate->cue_count) {
        take_subject(attribution, attribution->text_cues.items[candidate->cues[0]].subject, candidate);
    } else if (mention >= 0) {
        const NameRun *name = &attribution->people->mentions.items[mention];

        if (name->shown != token || name->possessive) /* "Farrow’s plan" says nothing, unless it is a claim */
            return false;
        candidate->kind = SUBJECT_NAME;
        candidate->mention = mention;
        candidate->end = name->end;
        candidate->person = name->person;
    } else if (word_at(attribution, token)->classes & CLASS_PRONOUN) {
        if (!stands_for_somebody(word_at(attribution, token)->number))
            return false;
        candidate->kind = SUBJECT_PRONOUN;
        candidate->end = token + 1;
    } else {
        int32_t description = subject_description(attribution, token);

        if (description == NO_SUBJECT)
            return false;
        take_subject(attribution, description, candidate);
    }
    return true;
}

/* "Ines Farrow, mayor, [Norvane]." */
static bool is_last_of_list(const Candidate *candidate)
{
    return candidate->kind == SUBJECT_NAME && candidate->cue_count == 0 &&
           FIRST_BEFORE_IT + candidate->facts.values[IN_BEFORE_IT] == BEFORE_IT_COMMA &&
           FIRST_AFTER_IT + candidate->facts.values[IN_AFTER_IT] == AFTER_IT_END;
}

static void look_at(Candidates *candidates, uint32_t token)
{
    Attribution *attribution = candidates->attribution;
    size_t subjects = attribution->subjects.count;
    Candidate candidate;

    enter_sentence(candidates, token);
    if (token_is_quoted(attribution->tokens, token))
        return;
    candidates->words++;
    if (!candidate_at(candidates, token, &candidate))
        return;
    candidate.words = (uint32_t)candidates->words - 1;
    candidate.sentence = token_sentence(attribution->tokens, token);
    candidate.block = token_block(attribution->tokens, token);
    word_facts_find(attribution, &candidate);
    if (is_last_of_list(&candidate))
        return;
    if (attribution->subjects.count > subjects) { /* of a description, kept when it is chosen */
        attribution->subjects.count = subjects;
        candidate.subject = NO_SUBJECT;
    }
    ARRAY_PUSH(candidates->arena, candidates->items, candidate);
}

/* ---- the window ---- */

static void forget(Candidates *candidates, uint32_t before)
{
    Candidate *items = candidates->items.items;

    while (candidates->low < candidates->items.count && items[candidates->low].first < before)
        candidates->low++;
    if (candidates->low < FORGOTTEN_AT_ONCE || candidates->low * 2 < candidates->items.count)
        return;
    candidates->items.count -= candidates->low;
    memmove(items, items + candidates->low, candidates->items.count * sizeof *items);
    candidates->low = 0;
}

/* The first token looked at before a quotation. */
static uint32_t window_start(const Attribution *attribution, const Quotation *quotation, Width width)
{
    uint32_t first = quotation->first, most = first > TOKENS_BACK ? first - TOKENS_BACK : 0, low = first;
    uint32_t back = width == WIDTH_ALL ? BLOCKS_BACK : 0;
    size_t behind;

    if (width == WIDTH_SENTENCE) {
        while (low > most && !token_starts_sentence(attribution->tokens, low))
            low--;
        return low;
    }
    LOWER_BOUND(behind, first - most, token_block(attribution->tokens, most + behind) + back < quotation->block);
    return most + (uint32_t)behind;
}

/* Behind the last token looked at after it. */
static uint32_t window_end(const Attribution *attribution, const Quotation *quotation, Width width)
{
    const TokenList *tokens = attribution->tokens;
    uint32_t end = quotation->end;

    for (; end < tokens->tokens.count && end < quotation->end + TOKENS_ON; end++) {
        if (token_starts_sentence(tokens, end) &&
            (width == WIDTH_SENTENCE ||
             token_block(tokens, end) > quotation->block + (width == WIDTH_ALL ? BLOCKS_ON : 0)))
            return end;
    }
    return end;
}

/* Begin at a token, as if nothing had been looked at. */
static void begin_at(Candidates *candidates, uint32_t start)
{
    const TextCue *cues = candidates->attribution->text_cues.items;

    candidates->items.count = candidates->low = 0;
    candidates->next = start;
    candidates->sentence = UINT32_MAX;
    while (candidates->cue > 0 && cues[candidates->cue - 1].token >= start)
        candidates->cue--;
}

void candidates_near(Candidates *candidates, const Quotation *quotation, Width width, size_t *low, size_t *high)
{
    uint32_t start = window_start(candidates->attribution, quotation, width);
    uint32_t end = window_end(candidates->attribution, quotation, width);
    const Candidate *items;
    size_t before, after;

    if (width == WIDTH_ALL)
        forget(candidates, start);
    else
        begin_at(candidates, start);
    if (candidates->next < start)
        candidates->next = start;
    for (; candidates->next < end; candidates->next++)
        look_at(candidates, candidates->next);
    items = candidates->items.items;
    for (before = candidates->low; before < candidates->items.count && items[before].first < quotation->first;)
        before++;
    for (after = before; after < candidates->items.count && after < before + MOST_AFTER && items[after].first < end;)
        after++;
    *low = before > candidates->low + MOST_BEFORE ? before - MOST_BEFORE : candidates->low;
    *high = after;
}

int32_t candidate_subject(Attribution *attribution, Candidate *candidate)
{
    if (candidate->subject == NO_SUBJECT)
        candidate->subject =
            candidate->mention == NO_MENTION
                ? subject_new(attribution, candidate->kind, candidate->first, candidate->end, NO_PERSON)
                : subject_of_mention(attribution, &attribution->people->mentions.items[candidate->mention]);
    return candidate->subject;
}

void candidates_keep_subject(Candidates *candidates, const Candidate *chosen)
{
    for (size_t i = candidates->low; i < candidates->items.count; i++) {
        if (candidates->items.items[i].first == chosen->first) {
            candidates->items.items[i].subject = chosen->subject;
            return;
        }
    }
}
