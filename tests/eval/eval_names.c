/*
 * make eval: people, organisations and places against annotated texts (their form: gold.h).
 *
 * usage: tests/eval/eval_names --model=FILE [--src=PREFIX] [--errors=N] [--short] FILE.jsonl|FOLDER
 *
 * Prints typed F1 by kind for each source, by the model and by the rules that take its place; spans and the list of entities; which mentions are
 * joined, where the annotation says who is who; how far a stated confidence can be trusted; what goes wrong, with examples; and the
 * speed. With --short one line: by the model, of all sources together.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/unicode/unicode.h"
#include "eval/documents.h"
#include "eval/model_file.h"
#include "eval/name_clusters.h"
#include "eval/name_score.h"
#include "formats/text/plain_text.h"

enum { SOURCES_MOST = 32, TEXT_SHOWN = 60, AROUND = 24, BINS = 10 };

typedef struct Evaluation {
    Arena arena;
    Documents documents;
    TagModel model;
    Text sources[SOURCES_MOST]; /* up to their first "/" or "-"; the first is all of them, empty */
    size_t source_count;
    size_t failures[NAME_FAILURE_KINDS];
    size_t errors_shown, forms_shown, errors_wanted;
    struct {
        size_t right, all;
    } bins[BINS];
} Evaluation;

/* ---- scoring ---- */

static const char *const failure_names[NAME_FAILURE_KINDS] = {"missed", "spurious", "wrong type", "wrong span"};

static void show_failure(void *context, const NameFailure *failure)
{
    Evaluation *evaluation = context;
    Range range = failure->gold ? failure->gold->range : range_widen(failure->predicted->range);
    Text text = failure->document->text, name = text_slice(text, range), before;

    evaluation->failures[failure->kind]++;
    if (evaluation->errors_shown++ >= evaluation->errors_wanted)
        return;
    before = text_slice(text, (Range){range.start > AROUND ? range.start - AROUND : 0, range.start});
    name.size = name.size < TEXT_SHOWN ? name.size : TEXT_SHOWN;
    (void)printf("%s\t%.*s\t%s\t…%.*s[%.*s]", failure_names[failure->kind], TEXT_ARGS(failure->document->source),
                 failure->gold ? entity_type_name(failure->gold->type).bytes : "-", TEXT_ARGS(before), TEXT_ARGS(name));
    if (failure->predicted && failure->kind == NAME_WRONG_SPAN)
        (void)printf("\t[%.*s]", TEXT_ARGS(text_slice(text, range_widen(failure->predicted->range))));
    (void)putchar('\n');
}

static void count_found(void *context, const Mention *mention, bool right)
{
    Evaluation *evaluation = context;
    size_t bin = mention->confidence * BINS / 100;

    bin = bin < BINS ? bin : BINS - 1;
    evaluation->bins[bin].all++;
    evaluation->bins[bin].right += right;
}

typedef enum Finder { BY_MODEL, BY_RULES, BY_ANNOTATION } Finder;

typedef struct Way {
    Finder finder;
    bool without; /* one part: */
    AnalysisParts parts;
    size_t part;
} Way;

static Analysis *analyse(Arena *arena, const Evaluation *evaluation, const GoldDocument *document, Way way)
{
    Analysis *analysis = analysis_new(arena, article_from_text(arena, document->text), (Range){0, SIZE_MAX});

    if (way.without)
        analysis_leave_out(analysis, way.parts, way.part);
    if (way.finder == BY_MODEL)
        analysis_use_model(analysis, &evaluation->model);
    if (way.finder == BY_ANNOTATION) {
        FoundName *names = ARENA_ARRAY(arena, FoundName, document->names.count + 1);

        for (size_t i = 0; i < document->names.count; i++)
            names[i] = (FoundName){document->names.items[i].range, document->names.items[i].type};
        analysis_use_names(analysis, names, document->names.count);
    }
    analysis_run(analysis);
    return analysis;
}

static NameScore score_source(Evaluation *evaluation, Text source, Way way, const NameVisitor *visitor)
{
    NameScore score = {0};

    for (size_t i = 0; i < evaluation->documents.count; i++) {
        const GoldDocument *document = &evaluation->documents.items[i];
        Arena arena = {0};

        if (!text_starts_with(document->source, source))
            continue;
        name_score_add(&score, document, analyse(&arena, evaluation, document, way), visitor);
        arena_release(&arena);
    }
    return score;
}

/* ---- printing ---- */

static void print_score(Text source, const char *finder, const NameScore *score)
{
    NameCounts typed = name_score_typed(score);

    (void)printf("%-14.*s %-6s %9.3f %6.3f %6.3f %8.3f %6.3f %6.3f %8.3f %6.3f\n",
                 TEXT_ARGS(source.size ? source : TEXT("all")), finder, name_f1(typed),
                 typed.predicted ? (double)typed.right / (double)typed.predicted : 0,
                 typed.gold ? (double)typed.right / (double)typed.gold : 0, name_f1(score->types[ENTITY_PERSON]),
                 name_f1(score->types[ENTITY_ORGANIZATION]), name_f1(score->types[ENTITY_PLACE]), name_f1(score->spans),
                 name_f1(score->list));
}

static void print_rows(Evaluation *evaluation)
{
    const NameVisitor visitor = {.failure = show_failure, .found = count_found, .context = evaluation};

    (void)puts("                         typed F1   prec.    rec.   person    org  place    spans   list");
    for (size_t i = 0; i < evaluation->source_count; i++) {
        NameScore score =
            score_source(evaluation, evaluation->sources[i], (Way){.finder = BY_MODEL}, i == 0 ? &visitor : NULL);

        print_score(evaluation->sources[i], "model", &score);
        score = score_source(evaluation, evaluation->sources[i], (Way){.finder = BY_RULES}, NULL);
        print_score(evaluation->sources[i], "rules", &score);
    }
}

static void show_form_failure(void *context, const FormFailure *failure)
{
    Evaluation *evaluation = context;

    if (evaluation->forms_shown++ < evaluation->errors_wanted)
        (void)printf("%s\t%.*s\t[%.*s]\t[%.*s]\n", failure->joined ? "joined" : "not joined",
                     TEXT_ARGS(failure->document->id), TEXT_ARGS(failure->a), TEXT_ARGS(failure->b));
}

static NameClusters cluster_source(Evaluation *evaluation, Text source, Way way, const FormVisitor *visitor)
{
    NameClusters clusters = {.found = {0}};

    for (size_t i = 0; i < evaluation->documents.count; i++) {
        const GoldDocument *document = &evaluation->documents.items[i];
        Arena arena = {0};

        if (!text_starts_with(document->source, source))
            continue;
        name_clusters_add(&clusters, document, analyse(&arena, evaluation, document, way), visitor);
        arena_release(&arena);
    }
    return clusters;
}

/* Which mentions are one: only where the annotation gives identities. */
static void print_clusters(Evaluation *evaluation)
{
    const FormVisitor visitor = {show_form_failure, evaluation};

    (void)puts("\nmentions that are one   found  bound  given   spellings: found  given");
    for (size_t i = 0; i < evaluation->source_count; i++) {
        Text source = evaluation->sources[i];
        NameClusters found = cluster_source(evaluation, source, (Way){.finder = BY_MODEL}, NULL);
        NameClusters given =
            cluster_source(evaluation, source, (Way){.finder = BY_ANNOTATION}, i == 0 ? &visitor : NULL);

        if (found.found.gold)
            (void)printf("%-21.*s %7.3f %6.3f %6.3f %17.3f %6.3f\n", TEXT_ARGS(source.size ? source : TEXT("all")),
                         cluster_f1(&found.found), cluster_f1(&found.bound), cluster_f1(&given.found),
                         form_f1(&found.forms), form_f1(&given.forms));
    }
}

/*
 * Points that are lost without a part: of names, of the list, and of which mentions are one with the mentions given. The model is not made
 * anew, which would make up for some of it (see make ablation).
 */
static void print_without(Evaluation *evaluation, AnalysisParts parts, const char *title)
{
    NameScore whole = score_source(evaluation, (Text){0}, (Way){.finder = BY_MODEL}, NULL);
    NameClusters given = cluster_source(evaluation, (Text){0}, (Way){.finder = BY_ANNOTATION}, NULL);

    (void)printf("\n%-26s typed F1   list   joined: points lost\n", title);
    for (size_t part = 0; part < analysis_part_count(parts); part++) {
        NameScore found = score_source(evaluation, (Text){0}, (Way){BY_MODEL, true, parts, part}, NULL);
        NameClusters joined = cluster_source(evaluation, (Text){0}, (Way){BY_ANNOTATION, true, parts, part}, NULL);

        (void)printf("%-26s %8.1f %6.1f %8.1f\n", analysis_part_name(parts, part),
                     100 * (name_f1(name_score_typed(&whole)) - name_f1(name_score_typed(&found))),
                     100 * (name_f1(whole.list) - name_f1(found.list)),
                     100 * (form_f1(&given.forms) - form_f1(&joined.forms)));
    }
}

static void print_calibration(const Evaluation *evaluation)
{
    (void)puts("\nconfidence   right      of");
    for (size_t bin = 0; bin < BINS; bin++) {
        if (evaluation->bins[bin].all)
            (void)printf(".%zu0 to .%zu9   .%03.0f   %6zu\n", bin, bin,
                         1000.0 * (double)evaluation->bins[bin].right / (double)evaluation->bins[bin].all,
                         evaluation->bins[bin].all);
    }
}

static void print_failures(const Evaluation *evaluation)
{
    (void)fputs("\nfailures:", stdout);
    for (size_t kind = 0; kind < NAME_FAILURE_KINDS; kind++)
        (void)printf("%s %zu %s", kind ? "," : "", evaluation->failures[kind], failure_names[kind]);
    (void)putchar('\n');
}

static void print_speed(const Evaluation *evaluation)
{
    enum { ROUNDS = 5 };
    double best[2] = {0, 0};
    size_t bytes = 0;

    for (size_t i = 0; i < evaluation->documents.count; i++)
        bytes += evaluation->documents.items[i].text.size;
    for (int round = 0; round < 2 * ROUNDS; round++) {
        Arena arena = {0};
        clock_t start = clock();
        double time;

        for (size_t i = 0; i < evaluation->documents.count; i++) {
            arena_reset(&arena);
            (void)analyse(&arena, evaluation, &evaluation->documents.items[i],
                          (Way){.finder = round % 2 ? BY_RULES : BY_MODEL});
        }
        time = (double)(clock() - start) / CLOCKS_PER_SEC;
        if (round < 2 || time < best[round % 2])
            best[round % 2] = time;
        arena_release(&arena);
    }
    (void)printf("\n%.1f MB/s text to quotations and entities by the model, %.1f by rules; one core, best of %d\n",
                 (double)bytes / 1e6 / best[0], (double)bytes / 1e6 / best[1], ROUNDS);
}

/* ---- the program ---- */

static void note_source(Evaluation *evaluation, Text source)
{
    size_t size = 0;

    while (size < source.size && source.bytes[size] != '/' && source.bytes[size] != '-')
        size++;
    source.size = size;
    for (size_t i = 0; i < evaluation->source_count; i++) {
        if (text_equal(evaluation->sources[i], source))
            return;
    }
    if (evaluation->source_count < SOURCES_MOST)
        evaluation->sources[evaluation->source_count++] = source;
}

static bool read_all(Evaluation *evaluation, const char *path, Text source)
{
    Documents read = {0};

    if (!documents_read(&evaluation->arena, path, MARKED_NAMES, &read))
        return false;
    evaluation->source_count = 1;
    for (size_t i = 0; i < read.count; i++) {
        if (!text_starts_with(read.items[i].source, source))
            continue;
        note_source(evaluation, read.items[i].source);
        ARRAY_PUSH(&evaluation->arena, evaluation->documents, read.items[i]);
    }
    return evaluation->documents.count > 0;
}

static void print_all(Evaluation *evaluation)
{
    print_rows(evaluation);
    print_clusters(evaluation);
    print_without(evaluation, NAME_FEATURES, "without the features of");
    print_without(evaluation, KIND_RULES, "without the rule of kinds");
    print_without(evaluation, MERGE_RULES, "without the merge rule");
    print_calibration(evaluation);
    print_failures(evaluation);
    print_speed(evaluation);
}

static void print_short(Evaluation *evaluation, Text source)
{
    NameScore score = score_source(evaluation, source, (Way){.finder = BY_MODEL}, NULL);

    print_score(source, "model", &score);
}

int main(int argc, char **argv)
{
    Evaluation evaluation = {.source_count = 0};
    const char *path = NULL, *model = NULL;
    bool in_short = false;
    Text source = {0};

    (void)unicode_init("C.UTF-8");
    for (int i = 1; i < argc; i++) {
        if (strncmp(argv[i], "--src=", 6) == 0)
            source = text_from(argv[i] + 6);
        else if (strncmp(argv[i], "--errors=", 9) == 0)
            evaluation.errors_wanted = (size_t)strtoul(argv[i] + 9, NULL, 10);
        else if (strncmp(argv[i], "--model=", 8) == 0)
            model = argv[i] + 8;
        else if (strcmp(argv[i], "--short") == 0)
            in_short = true;
        else
            path = argv[i];
    }
    if (!path || !model) {
        (void)fputs("usage: eval_names --model=FILE [--src=PREFIX] [--errors=N] [--short] FILE.jsonl|FOLDER\n", stderr);
        return 2;
    }
    if (!model_file_read(&evaluation.arena, model, &evaluation.model) || !read_all(&evaluation, path, source))
        return 1;
    if (in_short)
        print_short(&evaluation, source);
    else
        print_all(&evaluation);
    arena_release(&evaluation.arena);
    return 0;
}
