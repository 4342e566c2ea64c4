/*
 * The order of the work: tokens, names, people, cues, speakers, other names, quotations. Each step is a loop
 * over blocks, tokens or mentions that stops after about as many bytes as it was allowed, so that a key never
 * waits for it.
 */
#include "analysis/analysis.h"

#include "analysis/antecedents/antecedents.h"
#include "analysis/entities/entities.h"
#include "analysis/languages/language.h"
#include "analysis/languages/language_work.h"
#include "analysis/names/kind_rules.h"
#include "analysis/merging/name_merge.h"
#include "analysis/people/evidence.h"
#include "analysis/people/gender.h"
#include "analysis/people/name_runs.h"
#include "analysis/people/people_enter.h"
#include "analysis/people/people_index.h"
#include "analysis/people/people_link.h"
#include "analysis/quotes/quotes.h"
#include "analysis/ranking/ranker.h"
#include "analysis/speech/find_cues.h"
#include "analysis/speech/registers.h"
#include "analysis/speech/turn_subjects.h"
#include "analysis/speech/speech.h"
#include "analysis/speech/turns.h"
#include "analysis/tags/tag_features.h"
#include "analysis/words/tokenizer.h"
#include "base/lower_bound.h"

struct AnalysisWork {
    size_t step; /* its number in the table below */
    bool begun;
    size_t at;                               /* the next token or mention of the step; of the first step: byte */
    size_t block;                            /* … which is in this block */
    uint64_t left_out[ANALYSIS_PARTS_COUNT]; /* parts, as bits */
    const FoundName *found_names;            /* by somebody else; NULL: by nobody yet */
    size_t found_name_count;
    Arena *passing; /* of all that is not the result; released at the end */
    TokenList tokens;
    Arena *speech;    /* … of what follows, until the quotations are drafted: */
    Arena *decisions; /* … of what is decided about them */
    People people;
    Attribution attribution;
    Ranking ranking; /* how to tell who said what */
    QuoteDrafts drafts;
    Persons persons;
    const bool *person_sure; /* for each person: speaks */
    Arena *names;            /* of what the entities are made of, which ends with it: */
    EntityWork *entities;
    LanguageWork *language; /* of another language than English */
};

enum {
    BYTES_A_TOKEN = 5,
    BYTES_A_NAME = 40,
    STEP_BYTES = 32 * 1024,  /* at once, where nobody waits */
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

    LOWER_BOUND(at, article->blocks.count,
                article->blocks.items[at].range.end <= offset); /* the first block that ends after `offset` */
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
    analysis->language = language_of_article(work->passing, article);
    if (analysis->language == LANGUAGE_ENGLISH)
        tokens_init(&work->tokens, work->passing, article, range_size(analysis->window));
    return analysis;
}

bool analysis_wants_model(const Analysis *analysis)
{
    return analysis->language == LANGUAGE_ENGLISH && !analysis->article->entities_given;
}

void analysis_use_model(Analysis *analysis, const struct TagModel *model)
{
    analysis->model = model;
}

void analysis_use_names(Analysis *analysis, const FoundName *names, size_t count)
{
    analysis->work->found_names = names;
    analysis->work->found_name_count = count;
}

void analysis_rank_by(Analysis *analysis, const struct Ranking *ranking)
{
    analysis->work->ranking = *ranking;
}

/* ---- slices ---- */

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

/* Do a step's work over the mentions of the slice. */
static bool over_mentions(Analysis *analysis, size_t bytes, void (*run)(People *, size_t, size_t))
{
    size_t first, end;
    bool more = mention_slice(analysis->work, bytes, &first, &end);

    run(&analysis->work->people, first, end);
    return more;
}

/* ---- steps: each may have a beginning; a run tells whether there is more to do ---- */

static bool read_tokens(Analysis *analysis, size_t bytes)
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

static void begin_people(Analysis *analysis)
{
    AnalysisWork *work = analysis->work;

    tokens_end(&work->tokens);
    work->speech = arena_within(work->passing);
    people_init(&work->people, work->speech, analysis->arena, &work->tokens);
    work->people.use_given_names = !(work->left_out[SPEAKER_RULES] >> RULE_GIVEN_NAMES & 1);
    work->people.use_namesakes = !(work->left_out[SPEAKER_RULES] >> RULE_NAMESAKES & 1);
}

static bool find_people_names(Analysis *analysis, size_t bytes)
{
    size_t first, end;
    bool more = token_slice(analysis->work, bytes, &first, &end);

    people_find_names(&analysis->work->people, first, end);
    return more;
}

static bool weigh_people(Analysis *analysis, size_t bytes)
{
    return over_mentions(analysis, bytes, people_weigh);
}

static bool enter_people(Analysis *analysis, size_t bytes)
{
    return over_mentions(analysis, bytes, people_enter);
}

static bool enter_people_of_headlines(Analysis *analysis, size_t bytes)
{
    return over_mentions(analysis, bytes, people_enter_headlines);
}

static bool link_people(Analysis *analysis, size_t bytes)
{
    return over_mentions(analysis, bytes, people_link);
}

static bool count_pronouns(Analysis *analysis, size_t bytes)
{
    return over_mentions(analysis, bytes, people_count_pronouns);
}

static void begin_attribution(Analysis *analysis)
{
    AnalysisWork *work = analysis->work;

    work->decisions = arena_within(work->speech);
    attribution_init(&work->attribution, work->decisions, &work->tokens, &work->people, work->left_out[SPEAKER_RULES]);
}

static bool find_labels(Analysis *analysis, size_t bytes)
{
    size_t first, end;
    bool more = token_slice(analysis->work, bytes, &first, &end);

    attribution_find_labels(&analysis->work->attribution, first, end);
    return more;
}

static void recognise_register(Analysis *analysis)
{
    attribution_recognise_register(&analysis->work->attribution);
    analysis->form = register_info(analysis->work->attribution.page)->name;
}

static bool find_cues(Analysis *analysis, size_t bytes)
{
    size_t first, end;
    bool more = token_slice(analysis->work, bytes, &first, &end);

    attribution_find_cues(&analysis->work->attribution, first, end);
    return more;
}

static bool rank(Analysis *analysis, size_t bytes)
{
    (void)bytes;
    attribution_turns(&analysis->work->attribution);
    ranker_decide(&analysis->work->attribution, &analysis->work->ranking);
    attribution_turn_subjects(&analysis->work->attribution);
    return false;
}

static bool resolve(Analysis *analysis, size_t bytes)
{
    (void)bytes;
    attribution_resolve(&analysis->work->attribution);
    people_forget_words(&analysis->work->people);
    return false;
}

/* After this nothing is asked about people and decisions any more but what `persons` and `drafts` have. */
static void draft_quotes(Analysis *analysis)
{
    AnalysisWork *work = analysis->work;

    work->names = arena_within(work->passing);
    work->persons = persons_of(&work->people, work->passing);
    work->person_sure = attribution_speaking_people(&work->attribution, work->names);
    work->drafts.arena = arena_within(work->passing);
    if (!analysis->article->quotes_given)
        quotes_draft(
            &(DraftInput){.attribution = &work->attribution, .persons = work->persons.items, .drafts = &work->drafts});
    arena_release(work->decisions);
    persons_take_mentions(&work->persons, &work->people, work->names);
    arena_release(work->speech);
}

static void begin_entities(Analysis *analysis)
{
    AnalysisWork *work = analysis->work;

    draft_quotes(analysis);
    work->entities = entities_new(work->names, &(EntityInput){
                                                   .article = analysis->article,
                                                   .tokens = &work->tokens,
                                                   .persons = work->persons,
                                                   .person_sure = work->person_sure,
                                               });
    if (analysis->model)
        entities_use_model(work->entities, analysis->model);
    entities_leave_out(work->entities,
                       &(LeftOut){(uint32_t)work->left_out[MERGE_RULES], (uint32_t)work->left_out[KIND_RULES],
                                  (uint32_t)work->left_out[NAME_FEATURES]});
    if (work->found_names)
        entities_use_names(work->entities, work->found_names, work->found_name_count);
}

static bool find_candidates(Analysis *analysis, size_t bytes)
{
    size_t first, end;
    bool more = token_slice(analysis->work, bytes, &first, &end);

    entities_find_candidates(analysis->work->entities, first, end);
    return more;
}

static bool scan_entities(Analysis *analysis, size_t bytes)
{
    size_t first, end;
    bool more = token_slice(analysis->work, bytes, &first, &end);

    entities_scan(analysis->work->entities, first, end);
    return more;
}

static bool finish(Analysis *analysis, size_t bytes)
{
    AnalysisWork *work = analysis->work;
    uint32_t *entity_of_person;

    (void)bytes;
    entities_settle(work->entities);
    tokens_forget(&work->tokens);
    entity_of_person = ARENA_ARRAY(work->passing, uint32_t, work->persons.count + 1);
    entities_finish(work->entities, analysis, entity_of_person);
    arena_release(work->names);
    quotes_make(&(QuoteInput){.arena = work->passing,
                              .analysis = analysis,
                              .drafts = &work->drafts,
                              .spans = &work->tokens.spans,
                              .persons = work->persons.items,
                              .entity_of_person = entity_of_person});
    arena_release(work->passing);
    return false;
}

/* ---- the same of other languages; entities are known there if the article gives them, or somebody else has found names ---- */

static bool knows_entities(const Analysis *analysis)
{
    return analysis->article->entities_given || analysis->work->found_names;
}

static void begin_language(Analysis *analysis)
{
    analysis->work->language = language_work_new(analysis->work->passing, analysis);
}

static bool find_speaker_names(Analysis *analysis, size_t bytes)
{
    return language_work_names(analysis->work->language, bytes);
}

static bool find_reported(Analysis *analysis, size_t bytes)
{
    return language_work_quotes(analysis->work->language, bytes);
}

static void begin_known_entities(Analysis *analysis)
{
    AnalysisWork *work = analysis->work;

    work->block = analysis->window.start ? block_from(analysis->article, analysis->window.start) : 0;
    work->at = analysis->window.start;
    if (knows_entities(analysis))
        tokens_init(&work->tokens, work->passing, analysis->article, range_size(analysis->window));
}

static bool read_tokens_of_names(Analysis *analysis, size_t bytes)
{
    return knows_entities(analysis) && read_tokens(analysis, bytes);
}

static void begin_known_names(Analysis *analysis)
{
    AnalysisWork *work = analysis->work;

    if (!knows_entities(analysis))
        return;
    tokens_end(&work->tokens);
    work->names = arena_within(work->passing);
    work->entities = entities_new(work->names, &(EntityInput){.article = analysis->article, .tokens = &work->tokens});
    if (work->found_names)
        entities_use_names(work->entities, work->found_names, work->found_name_count);
}

static bool scan_known_entities(Analysis *analysis, size_t bytes)
{
    return knows_entities(analysis) && scan_entities(analysis, bytes);
}

static bool finish_language(Analysis *analysis, size_t bytes)
{
    AnalysisWork *work = analysis->work;
    uint32_t nobody;

    (void)bytes;
    if (knows_entities(analysis)) {
        entities_settle(work->entities);
        entities_finish(work->entities, analysis, &nobody);
        arena_release(work->names);
    }
    language_work_finish(work->language, knows_entities(analysis));
    if (analysis->article->quotes_given)
        quotes_make(&(QuoteInput){.arena = work->passing, .analysis = analysis});
    arena_release(work->passing);
    return false;
}

/* clang-format off */
typedef struct Step {
    void (*begin)(Analysis *analysis);              /* NULL: there is nothing to begin */
    bool (*run)(Analysis *analysis, size_t bytes);  /* does about as much; true: the step has more to do */
} Step;

static const Step english_steps[] = {
    {NULL, read_tokens},
    {begin_people, find_people_names},
    {NULL, weigh_people},
    {NULL, enter_people},
    {NULL, enter_people_of_headlines},
    {NULL, link_people},
    {NULL, count_pronouns},
    {begin_attribution, find_labels},
    {recognise_register, find_cues},
    {NULL, rank},
    {NULL, resolve},
    {begin_entities, find_candidates},
    {NULL, scan_entities},
    {NULL, finish},
};

static const Step other_steps[] = {
    {begin_language, find_speaker_names},
    {NULL, find_reported},
    {begin_known_entities, read_tokens_of_names},
    {begin_known_names, scan_known_entities},
    {NULL, finish_language},
};
/* clang-format on */

bool analysis_step(Analysis *analysis, size_t bytes)
{
    AnalysisWork *work = analysis->work;
    bool english = analysis->language == LANGUAGE_ENGLISH;
    const Step *step = (english ? english_steps : other_steps) + work->step;
    size_t count = english ? COUNT_OF(english_steps) : COUNT_OF(other_steps);

    if (analysis->done)
        return false;
    if (!work->begun && step->begin)
        step->begin(analysis);
    work->begun = true;
    if (!step->run(analysis, bytes)) {
        work->step++;
        work->begun = false;
        work->at = 0;
    }
    analysis->done = work->step == count;
    return !analysis->done;
}

void analysis_run(Analysis *analysis)
{
    while (analysis_step(analysis, STEP_BYTES))
        ;
}

/* ---- its parts ---- */

void analysis_leave_out(Analysis *analysis, AnalysisParts parts, size_t part)
{
    analysis->work->left_out[parts] |= (uint64_t)1 << part;
}

size_t analysis_part_count(AnalysisParts parts)
{
    static const size_t counts[] = {RULE_COUNT, MERGE_RULE_COUNT, KIND_RULE_COUNT, TAG_FEATURE_GROUP_COUNT};

    return counts[parts];
}

const char *analysis_part_name(AnalysisParts parts, size_t part)
{
    return parts == SPEAKER_RULES ? rule_info((RuleId)part)->name
           : parts == MERGE_RULES ? merge_rule_info((MergeRule)part)->name
           : parts == KIND_RULES  ? kind_rule_info((KindRule)part)->name
                                  : tag_feature_group(part);
}

const char *analysis_part_example(AnalysisParts parts, size_t part)
{
    return parts == SPEAKER_RULES ? rule_info((RuleId)part)->example
           : parts == MERGE_RULES ? merge_rule_info((MergeRule)part)->example
           : parts == KIND_RULES  ? kind_rule_info((KindRule)part)->example
                                  : NULL;
}

unsigned analysis_rule_confidence(size_t rule)
{
    return rule_info((RuleId)rule)->confidence;
}
