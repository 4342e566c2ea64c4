#include "analysis/speech/find_cues.h"

#include "analysis/attribution/cues.h"
#include "analysis/speech/indirect.h"
#include "analysis/speech/turns.h"

enum { FURTHEST_BACK = (1 << 20) - 1 };

static void note_cues(Attribution *attribution, const Sentence *sentence, const CueList *cues)
{
    for (size_t i = 0; i < cues->count; i++) {
        const Cue *cue = &cues->items[i];
        uint32_t token = sentence->items[cue->item].token, back = token - sentence->items[0].token;
        TextCue noted = {token, cue->subject, (unsigned)cue->strength & 0xFF, (unsigned)cue->kind & 0xF,
                         back < FURTHEST_BACK ? back & FURTHEST_BACK : FURTHEST_BACK};

        ARRAY_PUSH(attribution->noted, attribution->text_cues, noted);
    }
}

/* Is a paragraph somebody's speech by its form? Its sentences are no indirect speech of others then. `*end`: behind it. */
static bool is_turn(Attribution *attribution, uint32_t token, uint32_t *end)
{
    return attribution_add_turn(attribution, token, end) || attribution_take_cited(attribution, token, end);
}

void attribution_find_cues(Attribution *attribution, size_t first, size_t end)
{
    Sentence sentence;
    uint32_t turn_end = 0;

    for (size_t token = first; token < end; token = sentence.end) {
        const CueList *cues;
        uint32_t behind;

        if (token >= turn_end && is_turn(attribution, (uint32_t)token, &behind))
            turn_end = behind;
        sentence = attribution_sentence(attribution, token);
        cues = attribution_cues(attribution, &sentence);
        note_cues(attribution, &sentence, cues);
        if (token >= turn_end && rule_is_on(attribution, RULE_INDIRECT))
            attribution_find_indirect(attribution, &sentence, cues);
    }
}
