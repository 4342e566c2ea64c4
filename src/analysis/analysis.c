/*
 * The order of the work: tokens, names, people, cues, speakers, other names, the result. Each step is a loop
 * over blocks, tokens or mentions that stops after about as many bytes as it was allowed, so that a key never
 * waits for it.
 */
#include "analysis/analysis.h"

#include <stdlib.h>

#include "analysis/antecedents/antecedents.h"
#include "analysis/attribution/attribution.h"
#include "analysis/entities/entities.h"
#include "analysis/names/name_merge.h"
#include "analysis/result.h"
#include "analysis/speech/cue_choice.h"
#include "analysis/speech/propagate.h"
#include "analysis/tags/tag_features.h"
#include "base/lower_bound.h"

typedef enum Step {
    STEP_TOKENS,
    STEP_NAMES,
    STEP_WEIGH,
    STEP_ENTER,
    STEP_ENTER_HEADLINES,
    STEP_LINK,
    STEP_PRONOUNS,
    STEP_CUES,
    STEP_PROPAGATE,
    STEP_RESOLVE,
    STEP_CANDIDATES,
    STEP_ENTITIES,
    STEP_RESULT,
    STEP_COUNT
} Step;

struct AnalysisWork {
    Step step;
    size_t at;          /* the next token or mention of the step; of the first step: byte */
    size_t block;       /* … which is in this block */
    uint64_t left_out[ANALYSIS_PARTS_COUNT]; /* parts, as bits */
    const FoundName *names; /* found by somebody else; NULL: by nobody yet */
    size_t name_count;
    Arena *passing;     /* of all that is not the result; released at the end */
    TokenList tokens;
    People people;
    Attribution attribution;
    AnalysisResult result;
};

enum {
    BYTES_A_TOKEN = 5,
    BYTES_A_NAME = 40,
    STEP_BYTES = 32 * 1024, /* at once, where nobody waits */
    PIECE_BYTES = 32 * 1024, /* a paragraph longer than this is taken in pieces, as if each were one */
    PIECE_LOOK_BACK = 2048   /* for the end of a sentence to cut at */
};

/* ---- beginning ---- */

/* Where a piece of a block ends that may reach to `limit`: after a sentence, else after a blank, else after a character. */
static size_t piece_end(Text text, Range block, size_t limit)
{
    size_t blank = 0;

    if (limit >= block.end)
        return block.end;
    for (size_t at = limit; at > block.start + 1 && at + PIECE_LOOK_BACK > limit; at--) {
        if (!ascii_is_blank(text.bytes[at - 1]))
            continue;
        if (text.bytes[at - 2] == '.')
            return at;
        blank = blank ? blank : at;
    }
    while (!blank && limit < block.end && ((unsigned char)text.bytes[limit] & 0xC0) == 0x80)
        limit++;
    return blank ? blank : limit;
}

static size_t block_from(const Article *article, size_t offset)
{
    size_t at;

    LOWER_BOUND(at, article->blocks.count, article->blocks.items[at].range.end <= offset); /* the first block that ends after `offset` */
    return at;
}

/* The window cut to whole blocks, where these are not huge. */
static Range whole_blocks(const Article *article, size_t block, Range window)
{
    Range whole = {window.start, window.start};

    if (block < article->blocks.count) {
        Range first = article->blocks.items[block].range;

        if (range_size(first) <= PIECE_BYTES || window.start < first.start)
            whole.start = whole.end = first.start;
        else
            whole.start = whole.end = piece_end(article->text, first, window.start);
    }
    for (; block < article->blocks.count && article->blocks.items[block].range.start < window.end; block++) {
        Range last = article->blocks.items[block].range;
        bool huge = range_size(last) > PIECE_BYTES && window.end < last.end;

        whole.end = huge ? piece_end(article->text, last, window.end) : last.end;
    }
    return whole;
}

Analysis *analysis_new(Arena *arena, const Article *article, Range window)
{
    Analysis *analysis = ARENA_NEW(arena, Analysis);
    AnalysisWork *work = ARENA_NEW(arena, AnalysisWork);

    *analysis = (Analysis){.arena = arena, .article = article, .work = work};
    work->block = window.start ? block_from(article, window.start) : 0;
    analysis->window = whole_blocks(article, work->block, window);
    work->at = analysis->window.start;
    work->passing = arena_within(arena);
    tokens_init(&work->tokens, work->passing, article, range_size(analysis->window));
    return analysis;
}

void analysis_use_model(Analysis *analysis, const struct TagModel *model)
{
    analysis->model = model;
}

void analysis_use_names(Analysis *analysis, const FoundName *names, size_t count)
{
    analysis->work->names = names;
    analysis->work->name_count = count;
}

/* ---- steps ---- */

/* The end of a slice of `count` tokens from `first` on: where a block ends, or a piece of a huge one. */
static size_t slice_end(const AnalysisWork *work, size_t first, size_t count)
{
    const TokenList *tokens = &work->tokens;
    size_t all = work->tokens.tokens.count;
    size_t end = first + count < all ? first + count : all;

    while (end < all && end > first && token_block(tokens, end) == token_block(tokens, end - 1) &&
           !(token_starts_sentence(tokens, end) && end - first > count + PIECE_BYTES / BYTES_A_TOKEN))
        end++;
    return end;
}

static bool tokens_step(Analysis *analysis, size_t bytes)
{
    AnalysisWork *work = analysis->work;
    const Article *article = analysis->article;

    for (size_t done = 0; done < bytes;) {
        Range block;
        size_t end;

        while (work->block < article->blocks.count && article->blocks.items[work->block].range.end <= work->at)
            work->block++;
        if (work->block == article->blocks.count || work->at >= analysis->window.end)
            return false;
        block = article->blocks.items[work->block].range;
        if (block.start >= analysis->window.end)
            return false;
        if (work->at < block.start)
            work->at = block.start;
        end = piece_end(article->text, block, work->at + PIECE_BYTES);
        tokens_add(&work->tokens, work->block, (Range){work->at, end});
        done += end - work->at + 1;
        work->at = end;
    }
    return true;
}

static bool token_slice(AnalysisWork *work, size_t bytes, size_t *first, size_t *end)
{
    *first = work->at;
    *end = slice_end(work, work->at, bytes / BYTES_A_TOKEN + 1);
    work->at = *end;
    return *end < work->tokens.tokens.count;
}

static bool mention_slice(AnalysisWork *work, size_t bytes, size_t *first, size_t *end)
{
    size_t all = work->people.mentions.count, count = bytes / BYTES_A_NAME + 1;

    *first = work->at;
    *end = count < all - work->at ? work->at + count : all;
    work->at = *end;
    return *end < all;
}

static void (*const mention_steps[STEP_COUNT])(People *, size_t, size_t) = {
    [STEP_WEIGH] = people_weigh,
    [STEP_ENTER] = people_enter,
    [STEP_ENTER_HEADLINES] = people_enter_headlines,
    [STEP_LINK] = people_link,
    [STEP_PRONOUNS] = people_count_pronouns,
};

/* True: the step has more to do. */
static bool run_step(Analysis *analysis, size_t bytes)
{
    AnalysisWork *work = analysis->work;
    size_t first, end;
    bool more;

    switch (work->step) {
    case STEP_TOKENS:
        more = tokens_step(analysis, bytes);
        if (!more) {
            tokens_end(&work->tokens);
            people_init(&work->people, work->passing, analysis->arena, &work->tokens);
            work->people.use_given_names = !(work->left_out[SPEAKER_RULES] >> RULE_GIVEN_NAMES & 1);
            work->people.use_namesakes = !(work->left_out[SPEAKER_RULES] >> RULE_NAMESAKES & 1);
        }
        return more;
    case STEP_NAMES:
        more = token_slice(work, bytes, &first, &end);
        people_find_names(&work->people, first, end);
        return more;
    case STEP_WEIGH:
    case STEP_ENTER:
    case STEP_ENTER_HEADLINES:
    case STEP_LINK:
    case STEP_PRONOUNS:
        more = mention_slice(work, bytes, &first, &end);
        mention_steps[work->step](&work->people, first, end);
        if (!more && work->step == STEP_PRONOUNS)
            attribution_init(&work->attribution, work->passing, &work->tokens, &work->people,
                             work->left_out[SPEAKER_RULES]);
        return more;
    case STEP_CUES:
        more = token_slice(work, bytes, &first, &end);
        attribution_find_cues(&work->attribution, first, end);
        return more;
    case STEP_PROPAGATE:
        attribution_propagate(&work->attribution);
        return false;
    case STEP_RESOLVE:
        attribution_resolve(&work->attribution);
        people_forget_words(&work->people);
        result_init(&work->result, analysis, &work->attribution);
        entities_leave_out(work->result.entities, (uint32_t)work->left_out[MERGE_RULES],
                           (uint32_t)work->left_out[NAME_FEATURES]);
        if (work->names)
            entities_use_names(work->result.entities, work->names, work->name_count);
        return false;
    case STEP_CANDIDATES:
        more = token_slice(work, bytes, &first, &end);
        result_find_candidates(&work->result, first, end);
        return more;
    case STEP_ENTITIES:
        more = token_slice(work, bytes, &first, &end);
        result_scan_entities(&work->result, first, end);
        return more;
    case STEP_RESULT:
        result_finish(&work->result);
        arena_release(work->passing);
        return false;
    case STEP_COUNT:
        break;
    }
    return false;
}

bool analysis_step(Analysis *analysis, size_t bytes)
{
    AnalysisWork *work = analysis->work;

    if (analysis->done)
        return false;
    if (!run_step(analysis, bytes)) {
        work->step++;
        work->at = 0;
    }
    analysis->done = work->step == STEP_COUNT;
    return !analysis->done;
}

void analysis_run(Analysis *analysis)
{
    while (analysis_step(analysis, STEP_BYTES))
        ;
}

void analysis_leave_out(Analysis *analysis, AnalysisParts parts, size_t part)
{
    analysis->work->left_out[parts] |= (uint64_t)1 << part;
}

size_t analysis_part_count(AnalysisParts parts)
{
    static const size_t counts[] = {RULE_COUNT, MERGE_RULE_COUNT, TAG_FEATURE_GROUP_COUNT};

    return counts[parts];
}

const char *analysis_part_name(AnalysisParts parts, size_t part)
{
    return parts == SPEAKER_RULES ? rule_info((RuleId)part)->name
           : parts == MERGE_RULES ? merge_rule_info((MergeRule)part)->name
                                  : tag_feature_group(part);
}

const char *analysis_part_example(AnalysisParts parts, size_t part)
{
    return parts == SPEAKER_RULES ? rule_info((RuleId)part)->example
           : parts == MERGE_RULES ? merge_rule_info((MergeRule)part)->example
                                  : NULL;
}

unsigned analysis_rule_confidence(size_t rule)
{
    return rule_info((RuleId)rule)->confidence;
}

/* ---- asking ---- */

size_t analysis_quote_from(const Analysis *analysis, size_t offset)
{
    size_t at;

    LOWER_BOUND(at, analysis->quotes.count, analysis->quotes.items[at].range.end <= offset);
    return at;
}

size_t analysis_mention_from(const Analysis *analysis, size_t offset)
{
    size_t at;

    LOWER_BOUND(at, analysis->mentions.count, analysis->mentions.items[at].range.end <= offset);
    return at;
}

bool quote_is_speech(const Quote *quote)
{
    return quote->type <= QUOTE_INDIRECT;
}

bool quote_is_listed(const Quote *quote)
{
    return quote->type < QUOTE_INDIRECT || (quote->type == QUOTE_INDIRECT && quote->given);
}

static bool same_speaker(const Speaker *a, const Speaker *b)
{
    if (a->entity != NO_ENTITY || b->entity != NO_ENTITY)
        return a->entity == b->entity;
    return text_equal_ignoring_case(a->name, b->name);
}

bool quote_same_speaker(const Quote *a, const Quote *b)
{
    for (size_t i = 0; i < a->source->speaker_count; i++) {
        for (size_t j = 0; j < b->source->speaker_count; j++) {
            if (same_speaker(&a->source->speakers[i], &b->source->speakers[j]))
                return true;
        }
    }
    return false;
}

Text quote_speaker_names(const Quote *quote, Arena *arena)
{
    size_t count = quote->source->speaker_count;
    TextBuffer names = {0};

    if (count == 0)
        return quote_is_speech(quote) ? TEXT("unknown") : quote_type_name(quote->type);
    if (count == 1)
        return quote->source->speakers[0].name;
    for (size_t i = 0; i < count; i++) {
        text_buffer_add(arena, &names, i == 0 ? (Text){0} : i + 1 == count ? TEXT(" and ") : TEXT(", "));
        text_buffer_add(arena, &names, quote->source->speakers[i].name);
    }
    return text_buffer_text(&names);
}

bool mention_is_doubtful(const Mention *mention)
{
    enum { CONFIDENCE_SHOWN = 50 };

    return mention->doubtful || mention->confidence < CONFIDENCE_SHOWN;
}

Text entity_type_name(EntityType type)
{
    static const Text names[ENTITY_TYPE_COUNT] = {
#define ENTITY(ID, name, plural) {name, sizeof(name) - 1},
        ENTITY_TYPES(ENTITY)
#undef ENTITY
    };

    return names[type];
}

Text entity_kind(const Entity *entity)
{
    return entity->given ? entity->given->type : entity_type_name(entity->type);
}

Text entity_type_plural(EntityType type)
{
    static const Text plurals[ENTITY_TYPE_COUNT] = {
#define ENTITY(ID, name, plural) {plural, sizeof(plural) - 1},
        ENTITY_TYPES(ENTITY)
#undef ENTITY
    };

    return plurals[type];
}

Text quote_type_name(QuoteType type)
{
    static const Text names[QUOTE_TYPE_COUNT] = {
#define QUOTE(ID, name) {name, sizeof(name) - 1},
        QUOTE_TYPES(QUOTE)
#undef QUOTE
    };

    return names[type];
}
