/* The file is read, changed as text and replaced, while nobody else who writes in this way can begin. */
#include "cli/writing/article_write.h"

#include "cli/output/file_write.h"
#include "export/article_quotes.h"
#include "formats/formats.h"
#include "ui/opening/opening.h"

static bool may_be_written(Text path, Text head, Report *report)
{
    if (format_of(path, head) == &article_format)
        return true;
    report_add(report, SEVERITY_ERROR, 0, 0,
               "this is no article in YAML, into which could be written who said what; quoin import -o FILE.yaml "
               "makes one of it");
    return false;
}

bool article_write_into(Arena *arena, Path path, const Analysis *analysis, ArticleWriting writing, Report *report)
{
    size_t told = report->problems.count;
    FileEdit edit;
    Text result;

    if (!file_edit_begin(&edit, arena, path_string(path), FILE_ARTICLE_IS_READ, report))
        return false;
    result = may_be_written(path.text, edit.before, report) ? article_with_quotes(arena, edit.before, analysis, report)
                                                            : (Text){0};
    if (result.size && writing == WRITING_IS_TRIED)
        report->problems.count = told; /* what is lost is told when it is */
    if (result.size == 0 || writing == WRITING_IS_TRIED || text_equal(result, edit.before)) {
        file_edit_abandon(&edit);
        return result.size > 0;
    }
    return file_edit_commit(&edit, result, report);
}

void article_write_quotes(App *app)
{
    Arena scratch = {0};
    Report report;
    bool good;

    report_init(&report, &scratch, library_name(app->library, app->entry));
    good = article_write_into(&scratch, app->library->entries.items[app->entry].path, app->document.analysis,
                              WRITING_IS_DONE, &report);
    if (good) {
        size_t count = app->document.listed.speech_count;

        app_reload(app);
        if (report.problems.count)
            message_say_problems(&app->message, "written, but ", &report);
        else
            app_say(app, ROLE_STATUS_INFO, "%zu quotations are in %.*s now", count, TEXT_ARGS(report.path));
    } else {
        message_say_problems(&app->message, "not written: ", &report);
    }
    arena_release(&scratch);
}
