/* `quoin forget`: what is remembered of articles is removed, and what was copied. What the reader wrote (notes) is not. */
#include "cli/output/file_write.h"
#include "cli/output/report_print.h"
#include "cli/paths.h"
#include "cli/session/keeping.h"
#include "cli/session/session.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "article/page_address.h"
#include "memory/recent.h"

typedef struct Forgetting {
    const Options *options;
    Arena arena;
    Path folders[KEEPER_STORE_COUNT];
    Keeper keeper;
    size_t count; /* of articles that were forgotten */
    bool has_failed;
} Forgetting;

static void tell(Forgetting *forgetting, Report *report)
{
    forgetting->has_failed = forgetting->has_failed || report->error_count;
    report_print(forgetting->options->errors, report, forgetting->options->charset);
}

/* ---- one ---- */

static KeeperChange leave_out(void *what, Arena *arena, Text before, Text *after, Report *report)
{
    const RecentArticle *article = what;
    const RecentArticle *same;
    RecentList list;
    bool removed;

    if (!recent_read(&list, arena, before, report))
        return KEEPER_NOT_SO;
    same = article->file.size ? recent_of_file(&list, article->file) : NULL;
    removed = recent_remove(&list, article->key);
    removed = (same && recent_remove(&list, arena_copy(arena, same->key))) || removed;
    *after = recent_write(&list, arena);
    return removed ? KEEPER_CHANGED : KEEPER_UNCHANGED;
}

/* The key by which it was listed, where the file is not there any more, or is another text. */
static Text listed_key(Forgetting *forgetting, Text file)
{
    const RecentArticle *recent;
    RecentList list;
    Report report;
    Text bytes;

    report_init(&report, &forgetting->arena, file);
    if (!keeper_read(&forgetting->keeper, KEEPER_PLACES, RECENT_NAME, &forgetting->arena, &bytes, &report) ||
        !recent_read(&list, &forgetting->arena, bytes, &report))
        return (Text){0};
    recent = recent_of_file(&list, file);
    return recent ? recent->key : (Text){0};
}

static Text article_name(Forgetting *forgetting, Text operand)
{
    InputForm form = {forgetting->options->from, forgetting->options->encoding};
    ArticleKey key = {.kind = ARTICLE_KEY_NONE};
    Article *article;
    Report report;
    File file;

    if (is_page_address(operand))
        return article_key_given(&forgetting->arena, (Text){0}, operand).name;
    report_init(&report, &forgetting->arena, operand);
    if (!file_open(&file, path_string(path_copy(&forgetting->arena, operand)), &report))
        return (Text){0};
    file.encoding = form.encoding;
    article = article_read(&forgetting->arena, &file, form.format, &report);
    if (article)
        key = article_key(&forgetting->arena, article, (Text){0});
    file_close(&file);
    return key.name;
}

/* True: there was something. */
static bool remove_kept(Forgetting *forgetting, Text key)
{
    Text name = key.size ? article_key_file(&forgetting->arena, key) : (Text){0};
    Report report;

    if (key.size == 0 || !path_exists(path_join(&forgetting->arena, forgetting->folders[KEEPER_PLACES].text, name)))
        return false;
    report_init(&report, &forgetting->arena, name);
    if (keeper_remove(&forgetting->keeper, KEEPER_PLACES, name, &report))
        return true;
    tell(forgetting, &report);
    return false;
}

static void forget_article(Forgetting *forgetting, Text operand)
{
    RecentArticle article = {.key = article_name(forgetting, operand)};
    bool is_page = is_page_address(operand), found;
    Report report;
    Text listed;

    article.file = is_page ? operand : keeper_whole_path(&forgetting->keeper, &forgetting->arena, operand);
    listed = listed_key(forgetting, article.file);
    found = remove_kept(forgetting, article.key);
    found = (!text_equal(listed, article.key) && remove_kept(forgetting, listed)) || found;
    report_init(&report, &forgetting->arena, RECENT_NAME);
    if ((found || listed.size) &&
        !keeper_change(&forgetting->keeper, KEEPER_PLACES, RECENT_NAME, leave_out, &article, &report))
        tell(forgetting, &report);
    forgetting->count += found || listed.size;
    if (!found && listed.size == 0) {
        report_init(&report, &forgetting->arena, operand);
        report_add(&report, SEVERITY_WARNING, 0, 0, "nothing is remembered of it");
        tell(forgetting, &report);
    }
}

/* ---- all ---- */

typedef struct FolderNames {
    Arena *arena;
    ARRAY(Text) names;
} FolderNames;

static void add_name(void *what, Text name)
{
    FolderNames *list = what;

    ARRAY_PUSH(list->arena, list->names, arena_copy(list->arena, name));
}

static FolderNames names_in(Forgetting *forgetting, Text folder)
{
    FolderNames list = {.arena = &forgetting->arena};

    keeper_list(&forgetting->keeper, KEEPER_PLACES, folder, add_name, &list);
    return list;
}

/* Two digits or small letters up to f: whatever else is there is somebody else's. */
static bool is_ours(Text folder)
{
    for (size_t i = 0; i < folder.size; i++) {
        if (!ascii_is_digit(folder.bytes[i]) && (folder.bytes[i] < 'a' || folder.bytes[i] > 'f'))
            return false;
    }
    return folder.size == 2;
}

static void forget_name(Forgetting *forgetting, Text name)
{
    Report report;

    report_init(&report, &forgetting->arena, name);
    if (keeper_remove(&forgetting->keeper, KEEPER_PLACES, name, &report))
        forgetting->count += !text_equal(name, RECENT_NAME);
    else
        tell(forgetting, &report);
}

static void forget_folder(Forgetting *forgetting, Text folder)
{
    FolderNames files = names_in(forgetting, folder);
    Path path = path_join(&forgetting->arena, forgetting->folders[KEEPER_PLACES].text, folder);

    for (size_t i = 0; i < files.names.count; i++) {
        const Text parts[] = {folder, TEXT("/"), files.names.items[i]};

        if (text_ends_with(files.names.items[i], TEXT(".yaml")))
            forget_name(forgetting, arena_join(&forgetting->arena, parts, COUNT_OF(parts)));
    }
    file_sweep_folder(&forgetting->arena, path);
    (void)rmdir(path_string(path)); /* unless something else is in it */
}

/* What was copied is words of articles; it may be from a session that had another folder for it. */
static void forget_copied(Forgetting *forgetting)
{
    const Path paths[] = {
        paths_copied(&forgetting->arena),
        path_join(&forgetting->arena, forgetting->folders[KEEPER_PLACES].text, COPIED_NAME),
    };

    for (size_t i = 0; i < COUNT_OF(paths); i++) {
        Report report;

        if (!paths[i].text.size || !path_exists(paths[i]) || unlink(path_string(paths[i])) == 0)
            continue;
        report_init(&report, &forgetting->arena, paths[i].text);
        report_add(&report, SEVERITY_ERROR, 0, 0, "cannot be removed: %s", strerror(errno));
        tell(forgetting, &report);
    }
}

static void forget_all(Forgetting *forgetting)
{
    FolderNames folders = names_in(forgetting, (Text){0});

    for (size_t i = 0; i < folders.names.count; i++) {
        if (is_ours(folders.names.items[i]))
            forget_folder(forgetting, folders.names.items[i]);
    }
    forget_name(forgetting, RECENT_NAME);
    forget_copied(forgetting);
    file_sweep_folder(&forgetting->arena, forgetting->folders[KEEPER_PLACES]);
}

/* ---- the command ---- */

static bool is_asked_rightly(const Options *options)
{
    if (options->all == (options->operand_count > 0)) {
        sink_string(options->errors, "quoin: name the articles to forget, or --all\n");
        return false;
    }
    return true;
}

static int run_forget(const Options *options)
{
    Forgetting forgetting = {.options = options};

    if (!is_asked_rightly(options))
        return EXIT_USAGE;
    forgetting.folders[KEEPER_PLACES] = paths_state(&forgetting.arena);
    forgetting.keeper = keeping_in(forgetting.folders);
    for (int i = 0; i < options->operand_count; i++)
        forget_article(&forgetting, text_from(options->operands[i]));
    if (options->all)
        forget_all(&forgetting);
    sink_number(options->out, forgetting.count, 0);
    sink_string(options->out, forgetting.count == 1 ? " article is forgotten\n" : " articles are forgotten\n");
    arena_release(&forgetting.arena);
    return forgetting.has_failed ? EXIT_PROBLEMS : EXIT_OK;
}

const Command forget_command = {
    .name = "forget",
    .synopsis = "[FILE|ADDRESS]…|--all",
    .summary = "forget where articles were left, and that they were read",
    .details = "The place, marks and state of the articles that are named, or of all, are removed from the files in "
               "which the\n"
               "reader remembers them; with --all the file of what was copied goes too. Notes stay: they are yours.",
    .options = "all from charset",
    .run = run_forget,
};
