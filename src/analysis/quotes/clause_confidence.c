/*
 * Is what was found indirect speech, and said by whom it names? A dozen facts of a clause (clause_facts.def) have weights, which are added up:
 *
 *     Ines Farrow, at the end of a long day in the old town hall, noted that [the pier would go].
 *     42 at first, OTHER_VERB -13, THAT 8, FAR -11: 26 twentieths, e^1.3 to 1, 78 of a hundred
 */
#include "analysis/quotes/clause_confidence.h"

#include "analysis/attribution/subjects.h"
#include "analysis/attribution/verbs.h"

enum { CLAUSE_BIAS = 42, NEAR = 8, LONG_PHRASE_WORDS = 5 /* tokens */, STEP = 5 };

typedef enum Fact {
#define FACT(ID, weight, example) FACT_##ID,
#include "analysis/quotes/clause_facts.def"
    FACT_COUNT
} Fact;

/* Each a bit. */
static unsigned facts_of_subject(const Attribution *attribution, const Subject *subject)
{
    unsigned number = word_at(attribution, subject->first)->number;
    uint32_t size = subject->end - subject->first;

    if (subject->kind == SUBJECT_NAME)
        return 0;
    if (subject->kind == SUBJECT_PRONOUN)
        return number == WORD_WHO || number == WORD_WHICH ? 1U << FACT_WHO
               : number == WORD_HE || number == WORD_SHE  ? 0
                                                          : 1U << FACT_IT;
    if (subject->person != NO_PERSON || subject->antecedent != NO_SUBJECT)
        return 1U << FACT_RESOLVED;
    return 1U << FACT_PHRASE | (unsigned)(size == 1) << FACT_BARE |
           (unsigned)(size > LONG_PHRASE_WORDS) << FACT_LONG_PHRASE;
}

static unsigned facts_of_cue(const Attribution *attribution, uint32_t cue)
{
    static const Text plain[] = {LITERAL("said"),    LITERAL("say"),  LITERAL("saying"), LITERAL("says"),
                                 LITERAL("telling"), LITERAL("tell"), LITERAL("tells"),  LITERAL("told")};
    Text text = tokens_text(attribution->tokens, cue);

    if (word_at(attribution, cue)->number == WORD_ACCORDING || text_equal(text, TEXT("Per")))
        return 1U << FACT_ACCORDING;
    return (unsigned)!TEXT_IS_ONE_OF(text, plain) << FACT_OTHER_VERB | (unsigned)word_ends_in_ing(attribution, cue)
                                                                           << FACT_PARTICIPLE;
}

static unsigned facts_of_place(const Attribution *attribution, const IndirectSpeech *speech)
{
    const Subject *subject = subject_at(attribution, speech->subject);
    uint32_t before = speech->words.first - 1;

    if (speech->words.first < speech->cue)
        return 1U << FACT_BEFORE;
    if (before > speech->cue && word_at(attribution, before)->sign == ',')
        before--;
    return (unsigned)(word_at(attribution, before)->number == WORD_THAT) << FACT_THAT |
           (unsigned)(subject->end + NEAR < speech->cue) << FACT_FAR;
}

unsigned clause_confidence(const Attribution *attribution, const IndirectSpeech *speech)
{
    static const int weights[FACT_COUNT] = {
#define FACT(ID, weight, example) weight,
#include "analysis/quotes/clause_facts.def"
    };
    /* for each quarter: e^x / (1 + e^x) */
    static const unsigned char percents[] = {50, 56, 62, 68, 73, 78, 82, 85, 88, 90, 92, 94, 95, 96, 97};
    unsigned facts = facts_of_subject(attribution, subject_at(attribution, speech->subject)) |
                     facts_of_cue(attribution, speech->cue) | facts_of_place(attribution, speech);
    int score = CLAUSE_BIAS;
    size_t step;

    for (unsigned fact = 0; fact < FACT_COUNT; fact++)
        score += facts >> fact & 1 ? weights[fact] : 0;
    step = score > 0 ? (size_t)score / STEP : 0;
    return percents[step < COUNT_OF(percents) ? step : COUNT_OF(percents) - 1];
}
