/*
 * `quoin review`: what is doubtful of who said what is asked about, and what somebody decided goes into the article's own file where that is in YAML,
 * else into the reader's notes, as corrections. Before the first question it is seen whether that can be written to, so that nobody decides in vain;
 * what the reader corrected before holds, and is not asked.
 */
#include "cli/commands/articles.h"
#include "cli/output/report_print.h"
#include "cli/writing/article_write.h"
#include "cli/writing/review_questions.h"

#include <stdlib.h>

#include "article/page_address.h"
#include "cli/session/reader_notes.h"
#include "formats/formats.h"
#include "formats/text_file.h"
#include "memory/notes/corrections.h"

typedef struct Reviewing {
    const Options *options;
    const Session *session;
    ReviewQuestions questions;
    LineTerminal terminal;
    bool ended; /* the reader wants no more */
    int status;
} Reviewing;

/* A quotation that is asked about. */
typedef struct Doubt {
    size_t quote;       /* index into the quotations of the analysis */
    unsigned rightness; /* how probably its speaker is right, in per cent */
} Doubt;

/* One article. */
typedef struct Review {
    Arena arena;
    bool has_notes;        /* what is decided goes into the reader's notes, since its file has no place for it */
    Analysis analysis;     /* its quotations become what was decided */
    ARRAY(Doubt) doubtful; /* … in the order of the questions */
    size_t *numbers;       /* of all its quotations, as the reader shows them */
    size_t answered[REVIEW_ANSWER_COUNT];
} Review;

/* ---- before the questions ---- */

/* What the file has: rows of it that are not found in its text would be lost. */
static void check_rows(Arena *arena, const File *file, const Article *article, Report *report)
{
    Report again;
    const YamlNode *root, *rows;

    report_init(&again, arena, report->path);
    root = yaml_parse(arena, file->bytes, &again);
    rows = root && root->kind == YAML_MAPPING ? yaml_get(root, article_part_key(PART_QUOTES)) : NULL;
    if (rows && rows->count != article->quotes.count)
        report_add(report, SEVERITY_ERROR, rows->line, rows->column,
                   "its quotations with mistakes, or not in its text, would be lost (%zu); quoin check tells which: "
                   "mend these first",
                   rows->count - article->quotes.count);
}

/* May its file be written to? Why not is in the report. */
static bool check_file(Arena *arena, File *file, Report *report)
{
    Article *article;
    Report again;

    report_init(&again, arena, report->path);
    article = article_read(arena, file, NULL, &again);
    if (article)
        check_rows(arena, file, article, report);
    return article && report->error_count == 0;
}

static bool check_notes(const Reviewing *reviewing, Report *report)
{
    if (!reader_notes_may_be_kept(reviewing->session))
        report_add(report, SEVERITY_ERROR, 0, 0, "there is no home to keep the answers in; set HOME");
    return report->error_count == 0;
}

/* Is there a place for what is decided: the article's own file, else the notes? Why not is in the report. */
static bool find_place(const Reviewing *reviewing, Review *review, Path path, Report *report)
{
    bool good;
    File file;

    review->has_notes = is_page_address(path.text);
    if (review->has_notes)
        return check_notes(reviewing, report);
    if (!file_open(&file, path_string(path), report))
        return false;
    review->has_notes = format_of(path.text, text_file_head(&review->arena, &file)) != &article_format;
    good = review->has_notes ? check_notes(reviewing, report) : check_file(&review->arena, &file, report);
    file_close(&file);
    return good;
}

static void number_listed(Review *review)
{
    size_t number = 0;

    review->numbers = ARENA_ARRAY(&review->arena, size_t, review->analysis.quotes.count + 1);
    for (size_t i = 0; i < review->analysis.quotes.count; i++)
        review->numbers[i] = quote_is_listed(&review->analysis.quotes.items[i]) ? ++number : 0;
}

static int compare_doubts(const void *first, const void *second)
{
    const Doubt *a = first, *b = second;

    if (a->rightness != b->rightness)
        return a->rightness < b->rightness ? -1 : 1;
    return a->quote < b->quote ? -1 : a->quote > b->quote;
}

/* The most probably wrong first; of equal ones the first in the text. */
static void find_doubtful(Review *review)
{
    for (size_t i = 0; i < review->analysis.quotes.count; i++) {
        const Quote *quote = &review->analysis.quotes.items[i];
        Doubt doubt = {.quote = i, .rightness = quote->source->speaker_count ? quote->confidence : 0};

        if (quote_is_listed(quote) && quote_is_doubtful(quote))
            ARRAY_PUSH(&review->arena, review->doubtful, doubt);
    }
    if (review->doubtful.count > 1)
        qsort(review->doubtful.items, review->doubtful.count, sizeof(Doubt), compare_doubts);
}

/* False: why nothing can be asked is in the report. */
static bool begin_review(const Reviewing *reviewing, Review *review, Path path, const Analysis *analysis, Report *report)
{
    if (!find_place(reviewing, review, path, report))
        return false;
    review->analysis = *analysis;
    number_listed(review);
    find_doubtful(review);
    return review->doubtful.count == 0 || review->has_notes ||
           article_write_into(&review->arena, path, &review->analysis, WRITING_IS_TRIED, report);
}

/* ---- the questions ---- */

static void decide(Review *review, Quote *quote, ReviewAnswer answer, Text name)
{
    if (answer == REVIEW_CORRECT)
        quote_correct_speaker(&review->arena, &review->analysis, quote, name);
    else if (answer == REVIEW_NO_SPEECH)
        quote_correct_no_speech(&review->arena, quote);
    else
        quote->checked = quote->checked || answer == REVIEW_ACCEPT;
}

static void say_done(Reviewing *reviewing, const Quote *quote, ReviewAnswer answer)
{
    Arena *arena = &reviewing->questions.arena;
    const Text parts[] = {text_from(review_answer_done(answer)), TEXT(": "), quote_speaker_names(quote, arena)};

    review_say(&reviewing->questions, arena_join(arena, parts, answer == REVIEW_NO_SPEECH ? 1 : COUNT_OF(parts)));
}

/* A question that was answered, to go back to. */
typedef struct Answered {
    Quote before;
    ReviewAnswer answer;
} Answered;

static ReviewAnswer ask_one(Reviewing *reviewing, Review *review, size_t at, Text *name)
{
    size_t index = review->doubtful.items[at].quote;
    ReviewQuestion question = {&review->analysis, &review->analysis.quotes.items[index], review->numbers[index], at + 1,
                               review->doubtful.count};

    review_ask(&reviewing->questions, &question);
    return review_answer(&reviewing->questions, &review->analysis, name);
}

/* The question before is asked again, as if it had not been answered. At the first one there is none. */
static size_t go_back(Reviewing *reviewing, Review *review, const Answered *answered, size_t at)
{
    if (at == 0) {
        review_say(&reviewing->questions, TEXT("nothing was answered before"));
        return at;
    }
    at--;
    review->analysis.quotes.items[review->doubtful.items[at].quote] = answered[at].before;
    review->answered[answered[at].answer]--;
    return at;
}

static void ask_all(Reviewing *reviewing, Review *review)
{
    Answered *answered = ARENA_ARRAY(&review->arena, Answered, review->doubtful.count + 1);

    for (size_t at = 0; at < review->doubtful.count && !reviewing->ended;) {
        Quote *quote = &review->analysis.quotes.items[review->doubtful.items[at].quote];
        Text name = {0};
        ReviewAnswer answer = ask_one(reviewing, review, at, &name);

        if (answer == REVIEW_UNDO) {
            at = go_back(reviewing, review, answered, at);
            continue;
        }
        reviewing->ended = answer == REVIEW_QUIT;
        answered[at++] = (Answered){*quote, answer};
        decide(review, quote, answer, name);
        review->answered[answer]++;
        if (answer != REVIEW_QUIT)
            say_done(reviewing, quote, answer);
    }
}

/* ---- what came of it ---- */

static size_t listed_count(const Review *review)
{
    size_t count = 0;

    for (size_t i = 0; i < review->analysis.quotes.count; i++)
        count += quote_is_listed(&review->analysis.quotes.items[i]);
    return count;
}

static size_t decided_count(const Review *review)
{
    const size_t *answered = review->answered;

    return answered[REVIEW_ACCEPT] + answered[REVIEW_CORRECT] + answered[REVIEW_NO_SPEECH];
}

static void say_written(Reviewing *reviewing, const Review *review, Path path)
{
    Arena *arena = &reviewing->questions.arena;
    Text what = arena_printf(arena, "%.*s: nothing was decided, so nothing is written.", TEXT_ARGS(path.text));
    Text where = review->has_notes ? TEXT("it is kept with your notes")
                                   : arena_printf(arena, "its quotes: are %zu quotations now", listed_count(review));

    if (decided_count(review) > 0)
        what = arena_printf(arena, "%.*s: %.*s; accepted: %zu, corrected: %zu, not speech: %zu, still in doubt: %zu.",
                            TEXT_ARGS(path.text), TEXT_ARGS(where), review->answered[REVIEW_ACCEPT],
                            review->answered[REVIEW_CORRECT], review->answered[REVIEW_NO_SPEECH],
                            review->doubtful.count - decided_count(review));
    review_say(&reviewing->questions, what);
}

/* What was decided as corrections of the reader's. */
static bool write_notes(Reviewing *reviewing, Review *review, Path path, Report *report)
{
    Arena *arena = &review->arena;
    Note *notes = ARENA_ARRAY(arena, Note, review->doubtful.count + 1);
    size_t count = 0;

    for (size_t i = 0; i < review->doubtful.count; i++) {
        const Quote *quote = &review->analysis.quotes.items[review->doubtful.items[i].quote];
        Note *note = &notes[count];

        if (!quote->checked)
            continue;
        note->list = NOTE_LIST_CORRECTIONS;
        note_set_passage(arena, note, review->analysis.article, range_widen(quote->range));
        if (!quote_is_speech(quote))
            note->fields[NOTE_SPEECH] = TEXT("no");
        else if (quote->source->speaker_count)
            note->fields[NOTE_SPEAKER] = quote_speaker_names(quote, arena);
        count++;
    }
    return reader_notes_keep(reviewing->session, review->analysis.article, path.text, notes, count, report);
}

static bool write_decided(Reviewing *reviewing, Review *review, Path path, Report *report)
{
    if (review->has_notes)
        return write_notes(reviewing, review, path, report);
    return article_write_into(&review->arena, path, &review->analysis, WRITING_IS_DONE, report);
}

static void review_article(Reviewing *reviewing, Review *review, Path path, Report *report)
{
    review_say(&reviewing->questions, arena_printf(&review->arena, "%.*s: quotations: %zu, in doubt: %zu.",
                                                   TEXT_ARGS(path.text), listed_count(review), review->doubtful.count));
    if (review->doubtful.count == 0)
        return;
    ask_all(reviewing, review);
    sink_byte(reviewing->questions.out, '\n');
    if (decided_count(review) == 0 || write_decided(reviewing, review, path, report))
        say_written(reviewing, review, path);
}

static void visit(void *context, Text name, const Analysis *analysis, const PlacedNotes *notes)
{
    Reviewing *reviewing = context;
    Review review = {.answered = {0}};
    Path path = path_copy(&review.arena, name);
    Report report;

    (void)notes;
    report_init(&report, &review.arena, name);
    if (begin_review(reviewing, &review, path, analysis, &report))
        review_article(reviewing, &review, path, &report);
    (void)sink_flush(reviewing->questions.out);
    report_print(reviewing->options->errors, &report, reviewing->options->charset);
    if (report.error_count)
        reviewing->status = EXIT_PROBLEMS;
    arena_release(&review.arena);
}

/* ---- the command ---- */

static bool begin(void *context, const Session *session)
{
    Reviewing *reviewing = context;
    const Library *library = &session->library;
    Report report;

    reviewing->session = session;

    report_init(&report, &reviewing->questions.arena, TEXT("quoin review"));
    for (size_t i = 0; i < library->entries.count; i++) {
        if (path_is_stream(library->entries.items[i].path))
            report_add(
                &report, SEVERITY_ERROR, 0, 0,
                "answers come by standard input, so articles cannot; keep them as files by quoin import -o FILE.yaml");
    }
    if (report.error_count == 0 && line_terminal_open(&reviewing->terminal, false, &report))
        return true;
    report_print(reviewing->options->errors, &report, reviewing->options->charset);
    return false;
}

static int run(const Options *options)
{
    Reviewing reviewing = {.options = options, .terminal = {.descriptor = -1}};
    const ArticleTour tour = {.begin = begin,
                              .visit = visit,
                              .context = &reviewing,
                              .ended = &reviewing.ended,
                              .wants_corrections = true,
                              .writes_files = true};
    int status;

    if (options->operand_count == 0) {
        sink_string(options->errors, "quoin review: name the articles to review: quoin review FILE…\n");
        return EXIT_USAGE;
    }
    reviewing.questions =
        (ReviewQuestions){.out = options->out,
                          .charset = options->charset,
                          .columns = options->width_columns ? options->width_columns : stream_style(COLOR_NEVER).columns,
                          .terminal = &reviewing.terminal};
    status = articles_visit(options, &tour);
    if (reviewing.terminal.descriptor >= 0)
        line_terminal_close(&reviewing.terminal);
    arena_release(&reviewing.questions.arena);
    return status > reviewing.status ? status : reviewing.status;
}

const Command review_command = {
    .name = "review",
    .synopsis = "FILE|FOLDER…",
    .summary = "ask about doubtful speakers, and write what was decided",
    .details =
        "One doubtful quotation after the other is shown: Enter accepts, c names another speaker, n: it is nobody's\n"
        "speech, s skips, u goes back to the one before, q ends. What was decided becomes quotes: of an article in\n"
        "YAML, with checked: yes; of all others it is kept with your notes.",
    .options = "width charset ascii config no-config",
    .run = run,
};
