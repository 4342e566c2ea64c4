/*
 * `quoin import`: whatever way an article comes in, a file of it. One article goes to standard output or into a file, many into a folder
 * (import_folder.h), or as lines of JSON anywhere. A source that cannot be read does not stop the others.
 */
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "cli/commands/import_folder.h"
#include "cli/lines.h"
#include "cli/output/file_write.h"
#include "cli/output/report_print.h"
#include "cli/session/confinement.h"
#include "formats/formats.h"
#include "formats/yaml/article_writer.h"
#include "term/screen.h"

typedef enum Target { TARGET_OUTPUT, TARGET_FILE, TARGET_FOLDER } Target;

typedef struct Import {
    const Options *options;
    Session session;
    Target target;
    Path path; /* of file or folder */
    bool is_json;
    ImportFolder folder;
    Report folder_report;
    SinkMemory collected; /* for a file, and of YAML for standard output: whole, or not at all */
    size_t kept[KEPT_FAILED + 1];
    size_t articles; /* so far */
    Text last_name;  /* of the file in the folder that was the last */
    File *untold;    /* what there is to tell of it is not told yet */
    int status;
    bool shows_progress;
    int64_t shown_ms; /* when the line was written */
    size_t shown_columns;
} Import;

/* ---- the line of progress ---- */

enum { PROGRESS_EVERY_MS = 100 };

static void clear_progress(Import *import)
{
    if (import->shown_columns == 0)
        return;
    sink_byte(import->options->errors, '\r');
    sink_fill(import->options->errors, ' ', import->shown_columns);
    sink_byte(import->options->errors, '\r');
    import->shown_columns = 0;
    (void)sink_flush(import->options->errors);
}

static void show_progress(Import *import, size_t done)
{
    int64_t now_ms = import->shows_progress ? screen_now_ms() : 0;
    Sink *errors = import->options->errors;
    size_t before;

    if (!import->shows_progress || now_ms < import->shown_ms + PROGRESS_EVERY_MS)
        return;
    clear_progress(import);
    before = sink_count(errors);
    sink_number(errors, done, 0);
    sink_string(errors, " of ");
    sink_number(errors, import->session.library.entries.count, 0);
    import->shown_columns = sink_count(errors) - before;
    import->shown_ms = now_ms;
    (void)sink_flush(errors);
}

/* ---- one article ---- */

static void raise_status(Import *import, int status)
{
    import->status = status > import->status ? status : import->status;
}

static void write_article(const Import *import, Sink *out, const Article *article)
{
    if (import->is_json)
        article_write_json(out, article);
    else
        article_write_yaml(out, article);
}

/* What of an article no file of the form holds. False: told. */
static bool can_be_kept(const Article *article, Report *report)
{
    Text sentence = page_kind_sentence(article->page_kind);

    if (article->page_kind != PAGE_ARTICLE && article->page_kind != PAGE_PAYWALL)
        report_add(report, SEVERITY_ERROR, 0, 0, "%.*s; nothing is kept of it", TEXT_ARGS(sentence));
    else if (!article_has_body(article))
        report_add(report, SEVERITY_ERROR, 0, 0, "there is no text in it that could be kept");
    else
        return true;
    report->unreadable = true;
    return false;
}

/* A file that is large may have more in it than is read again. */
static bool can_be_read(Arena *arena, Text bytes, Report *report)
{
    enum { SURELY = 1 << 20 };
    Article *read = NULL;
    Report again;
    File file;

    if (bytes.size <= SURELY)
        return true;
    report_init(&again, arena, report->path);
    file_from_text(&file, bytes);
    if (bytes.size > MOST_ARTICLE_BYTES)
        report_over(&again, 0, 0, LIMIT_ARTICLE_BYTES, bytes.size);
    else
        read = article_read(arena, &file, &article_format, &again);
    if (read && again.error_count == 0)
        return true;
    report->unreadable = true;
    report_add(report, SEVERITY_ERROR, 0, 0, "its file could not be read: %s",
               arena_terminated(arena, report_first(&again)->message));
    return false;
}

static Text bytes_of(const Import *import, Arena *arena, const Article *article)
{
    SinkMemory memory = {.arena = arena};
    char buffer[4096];
    Sink sink;

    sink_init(&sink, buffer, sizeof buffer, sink_write_memory, &memory);
    write_article(import, &sink, article);
    (void)sink_flush(&sink);
    return text_buffer_text(&memory.text);
}

static bool collect(Import *import, Arena *arena, const Article *article, Report *report)
{
    Text bytes = bytes_of(import, arena, article);

    if (!import->is_json && import->articles > 0) {
        import->collected.text.count = 0; /* nothing, rather than a part of it */
        report_add(report, SEVERITY_ERROR, 0, 0,
                   "a second article, and a YAML file is one; -o FOLDER writes a file each, --format=json a line each");
        return false;
    }
    if (!import->is_json && !can_be_read(arena, bytes, report))
        return false;
    if (import->is_json && import->target == TARGET_OUTPUT)
        sink_text(import->options->out, bytes);
    else
        text_buffer_add(&import->session.arena, &import->collected.text, bytes);
    return true;
}

static Kept keep(Import *import, Arena *arena, const Article *article, Report *report)
{
    if (import->target != TARGET_FOLDER)
        return collect(import, arena, article, report) ? KEPT_NEW : KEPT_FAILED;
    if (!import->is_json && article->text.size > 1 << 19 && !can_be_read(arena, bytes_of(import, arena, article), report))
        return KEPT_FAILED;
    return import_folder_keep(&import->folder, article, report, &import->last_name);
}

/* An article that was read, with its mistakes. */
static void take_article(Import *import, Arena *arena, const Article *article, Report *report)
{
    Kept kept = KEPT_FAILED;

    if (article && can_be_kept(article, report)) {
        if (article->fields[FIELD_TITLE].size == 0)
            report_add(report, SEVERITY_WARNING, 0, 0, "it has no headline; its first words stand as one");
        kept = keep(import, arena, article, report);
        import->articles++;
    }
    if (report->problems.count)
        clear_progress(import);
    report_print(import->options->errors, report, import->options->charset);
    import->kept[kept]++;
    raise_status(import, kept == KEPT_FAILED ? EXIT_USAGE : report->error_count ? EXIT_PROBLEMS : EXIT_OK);
}

typedef struct Visit {
    Import *import;
    File *untold; /* what there is to tell of it is told with its first article */
} Visit;

static void visit_article(void *context, Article *article, Report *report)
{
    Visit *visit = context;
    Arena scratch = {0};

    if (visit->untold)
        file_tell_error(visit->untold, report);
    visit->untold = NULL;
    take_article(visit->import, &scratch, article, report);
    arena_release(&scratch);
}

static void take_entry(Import *import, size_t entry)
{
    Library *library = &import->session.library;
    Arena arena = {0};
    Report report;
    File file;

    report_init(&report, &arena, library_name(library, entry));
    if (library_open(library, entry, lines_wait, &file, &report)) {
        file.encoding = import->options->encoding;
        article_read_each(&arena, &file, import->options->from, &report, visit_article, &(Visit){import, &file});
    } else {
        take_article(import, &arena, NULL, &report);
    }
    file_close(&file);
    arena_release(&arena);
}

/* ---- where they go ---- */

static bool is_folder(Path path)
{
    struct stat status;

    return stat(path_string(path), &status) == 0 && S_ISDIR(status.st_mode);
}

/* A name with an ending of articles is that of a file, and so is that of what is there and no folder; any other is a folder's. */
static Target target_of(Path path)
{
    if (path.text.size == 0 || path_is_stream(path))
        return TARGET_OUTPUT;
    if (is_folder(path) || text_ends_with(path.text, TEXT("/")))
        return TARGET_FOLDER;
    return format_of_name(path.text) == &article_format || path_exists(path) ? TARGET_FILE : TARGET_FOLDER;
}

static void find_target(Import *import)
{
    const Options *options = import->options;

    import->path = path_copy(&import->session.arena, options->output);
    import->target = target_of(import->path);
    import->is_json = options->file_format == FILE_FORMAT_JSON ||
                      (options->file_format == FILE_FORMAT_BY_NAME && import->target == TARGET_FILE &&
                       text_ends_with(import->path.text, TEXT(".json")));
}

/* The time in UTC, as fields have it: it goes into files, not into what is found in them. */
static Text time_now(Arena *arena)
{
    time_t now = time(NULL);
    struct tm utc = {0};
    char text[32] = "";

    (void)gmtime_r(&now, &utc);
    return arena_copy(arena, (Text){text, strftime(text, sizeof text, "%Y-%m-%dT%H:%MZ", &utc)});
}

static bool open_folder(Import *import)
{
    bool good;

    report_init(&import->folder_report, &import->session.arena, import->path.text);
    import->folder.ending = import->is_json ? TEXT(".json") : TEXT(".yaml");
    import->folder.now = time_now(&import->session.arena);
    import->folder.write = import->is_json ? article_write_json : article_write_yaml;
    good = import_folder_open(&import->folder, &import->session.arena, import->path, &import->folder_report);
    if (!good)
        report_print(import->options->errors, &import->folder_report, import->options->charset);
    return good;
}

/* ---- the end ---- */

/* What goes to a terminal passes the gate. */
static void print_collected(const Import *import, Text bytes)
{
    if (isatty(STDOUT_FILENO))
        printable_write(import->options->out, bytes, import->options->charset, LINES_KEPT);
    else
        sink_text(import->options->out, bytes);
}

static void write_collected(Import *import)
{
    Text bytes = text_buffer_text(&import->collected.text);
    const char *path = path_string(import->path);
    Arena scratch = {0};
    Report report;
    int error;

    report_init(&report, &scratch, import->path.text);
    if (import->target == TARGET_OUTPUT) {
        print_collected(import, bytes);
    } else if (file_is_special(path)) {
        error = output_write_file(path, bytes);
        if (error)
            report_add(&report, SEVERITY_ERROR, 0, 0, "it cannot be written: %s", strerror(error));
    } else if (bytes.size) {
        (void)file_replace(&scratch, path, bytes, &report);
    }
    report_print(import->options->errors, &report, import->options->charset);
    if (report.error_count)
        raise_status(import, EXIT_USAGE);
    arena_release(&scratch);
}

/* "12 written, 1 unchanged, 2 failed" */
static void print_summary(const Import *import)
{
    static const char *const words[] = {
        [KEPT_NEW] = "written",
        [KEPT_UNCHANGED] = "unchanged",
        [KEPT_CHANGED] = "changed (what was there is in \"versions\")",
        [KEPT_FAILED] = "failed",
    };
    Sink *errors = import->options->errors;
    const char *before = "";

    if (import->target != TARGET_FOLDER && import->session.library.entries.count < 2)
        return;
    for (size_t i = 0; i < COUNT_OF(words); i++) {
        if (import->kept[i] == 0 && i != KEPT_NEW)
            continue;
        sink_string(errors, before);
        sink_number(errors, import->kept[i], 0);
        SINK_TEXTS(errors, TEXT(" "), text_from(words[i]));
        before = ", ";
    }
    if (import->articles == 1 && import->kept[KEPT_FAILED] == 0)
        SINK_TEXTS(errors, TEXT(": "), import->last_name);
    sink_byte(errors, '\n');
}

static void finish_folder(Import *import)
{
    import_folder_finish(&import->folder);
    report_print(import->options->errors, &import->folder_report, import->options->charset);
    import->kept[KEPT_NEW] -= import->folder.lost;
    import->kept[KEPT_FAILED] += import->folder.lost;
    if (import->folder.lost)
        raise_status(import, EXIT_USAGE);
}

static void take_all(Import *import)
{
    for (size_t entry = 0; entry < import->session.library.entries.count && import->options->out->error == 0; entry++) {
        show_progress(import, entry);
        take_entry(import, entry);
    }
    clear_progress(import);
    if (import->target == TARGET_FOLDER)
        finish_folder(import);
    else
        write_collected(import);
    print_summary(import);
}

/* A file of the YAML form is one article. False: told. */
static bool require_one_file(const Import *import)
{
    size_t count = import->session.library.entries.count;

    if (import->target == TARGET_FOLDER || import->is_json || count < 2)
        return true;
    sink_string(import->options->errors, "quoin import: ");
    sink_number(import->options->errors, count, 0);
    sink_string(import->options->errors,
                " articles, and a YAML file is one; -o FOLDER writes a file each, --format=json a line each\n");
    return false;
}

/* A single file may lead anywhere by a link, and its place is made at the end. */
static void confine(Import *import)
{
    if (import->target == TARGET_OUTPUT)
        confinement_begin_session(&import->session, import->options);
    else if (import->target == TARGET_FOLDER)
        confinement_begin_writing(&import->session, import->options, path_string(import->path));
}

static int run(const Options *options)
{
    Import import = {.options = options, .shows_progress = isatty(STDERR_FILENO)};

    if (options->operand_count == 0) {
        sink_string(options->errors, "quoin import: name what to import: quoin import -o FOLDER FILE…\n");
        return EXIT_USAGE;
    }
    if (!session_open(&import.session, options))
        return EXIT_USAGE;
    if (!session_add_articles(&import.session, options))
        import.status = EXIT_USAGE;
    import.kept[KEPT_FAILED] = import.session.refused;
    import.collected.arena = &import.session.arena;
    find_target(&import);
    if (!require_one_file(&import) || (import.target == TARGET_FOLDER && !open_folder(&import))) {
        session_close(&import.session);
        return EXIT_USAGE;
    }
    confine(&import);
    take_all(&import);
    session_close(&import.session);
    return import.status;
}

const Command import_command = {
    .name = "import",
    .synopsis = "[-o FILE|FOLDER] [--format=yaml|json] [FILE|FOLDER|-]…",
    .summary = "write articles as files, whatever way they come in",
    .details = "One article is written to standard output, or into FILE; into FOLDER any number, a file each, named\n"
               "after date and headline. The same address is the same article: a text that has changed takes the\n"
               "place of the one that was there, which is kept in FOLDER/versions.",
    .options = "output file-format from charset config no-config no-confine",
    .reads_stream = true,
    .run = run,
};
