/* Problems as lines, through the gate: they quote what strangers wrote. */
#include "cli/output/report_print.h"

void report_print(Sink *sink, Report *report, Charset charset)
{
    Arena scratch = {0};

    report_sort(report);
    for (size_t i = 0; i < report->problems.count; i++) {
        printable_write(sink, report_line(report, &report->problems.items[i], &scratch), charset, LINES_JOINED);
        sink_byte(sink, '\n');
    }
    if (report->left_out) {
        printable_write(sink, report->path, charset, LINES_JOINED);
        sink_string(sink, ": ");
        sink_text(sink, report_rest(report, &scratch));
        sink_byte(sink, '\n');
    }
    arena_release(&scratch);
}
