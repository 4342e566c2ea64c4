/* Large inputs of each form through each command: the peak of its memory is at most so many times the input. Small ones cannot tell. */
#include "torture/cases.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/count_of.h"

enum { SHORT_BYTES = 1 << 20, LONG_BYTES = 8 << 20, BASE_KB = 20 * 1024 };

/* How many times its input a command may take. */
typedef enum Form { FORM_YAML, FORM_TEXT, FORM_LINES } Form;

static const struct {
    const char *name;
    const char *before, *unit, *after; /* "\1" is a number */
    Form form;
    unsigned times; /* 0: as promised. Another: it is nothing but what has to be remembered, and this was reached */
} inputs[] = {
    {"words", "A headline\n\n", "word ", "\n", FORM_TEXT, 0},
    {"lines", "A headline\n\n", "A line of some words.\n\n", "\n", FORM_TEXT, 0},
    {"short lines", "A headline\n\n", "a\n\n", "\n", FORM_TEXT, 0},
    {"quotations", "A headline\n\n", "\xE2\x80\x9CNo,\xE2\x80\x9D said Ann Lee of Ports\1. ", "\n", FORM_TEXT, 0},
    {"news", "A headline\n\n",
     "The harbour of Port\1 will open again in May, the council said. \xE2\x80\x9CWe have waited for it,\xE2\x80\x9D "
     "Ms. Okafor said, \xE2\x80\x9C"
     "and we know what it costs.\xE2\x80\x9D Nobody from the company was there.\n\n",
     "\n", FORM_TEXT, 0},
    {"names", "A headline\n\n", "Ada\1 Quill met Bob\1 Stone. ", "\n", FORM_TEXT, 30},
    {"one paragraph", "title: t\nbody: >-\n  ", "word ", "\n", FORM_YAML, 0},
    {"paragraphs", "title: t\nbody:\n", "- A paragraph of the words of number \1.\n", "", FORM_YAML, 0},
    {"short paragraphs", "title: t\nbody:\n", "- ab\n", "", FORM_YAML, 28},
    {"blocks", "title: t\nbody:\n", "- {blockquote: \"No.\", cite: Ann}\n", "", FORM_YAML, 0},
    {"escapes", "title: t\nbody: \"", "\\u00e9", "\"\n", FORM_YAML, 0},
    {"unknown keys", "title: t\nbody: b\n", "x-\1: v\n", "", FORM_YAML, 0},
    {"given quotations", "title: t\nbody: b\nquotes:\n", "- {text: \"not here \1\", speaker: Ann}\n", "", FORM_YAML, 0},
    {"a long line", "{\"id\": 1, \"text\": \"", "\\u201cNo,\\u201d said Ann Lee. ", "\"}\n", FORM_LINES, 0},
    {"escapes in a line", "{\"id\": 1, \"text\": \"", "\\u00e9", "\"}\n", FORM_LINES, 0},
    {"members of a line", "{\"id\": 1, ", "\"a\\n\1\": \"\\n\", ", "\"text\": \"a\"}\n", FORM_LINES, 0},
    {"strings in a list", "{\"id\": 1, \"a\": [", "\"\\n\", ", "\"\"], \"text\": \"a\"}\n", FORM_LINES, 0},
    {"short lines of JSON", "", "{\"id\": \1, \"text\": \"\\u201cNo,\\u201d said Ann.\"}\n", "", FORM_LINES, 0},
};
enum { INPUTS = COUNT_OF(inputs) };

static const struct {
    const char *name;
    const char *arguments[RUN_ARGUMENTS];
    bool lines; /* of JSON, from standard input */
    unsigned times;
} commands[] = {
    {"show", {"show", "--no-config", "\1"}, false, 15},
    {"quotes", {"quotes", "--format=json", "\1"}, false, 15},
    {"entities", {"entities", "--format=json", "\1"}, false, 15},
    {"check", {"check", "\1"}, false, 15},
    {"quotes", {"quotes", "--from=jsonl", "--format=jsonl"}, true, 12},
    {"entities", {"entities", "--from=jsonl", "--format=jsonl"}, true, 12},
};
enum { COMMANDS = COUNT_OF(commands) };

static size_t make(size_t input, const char *path, size_t size)
{
    FILE *file = fopen(path, "wb");
    long written = 0;

    if (!file)
        tap_bail_out("a large file cannot be written");
    (void)fputs(inputs[input].before, file);
    for (size_t number = 1; (size_t)(written = ftell(file)) < size; number++) {
        for (const char *at = inputs[input].unit; *at; at++) {
            if (*at == '\1')
                (void)fprintf(file, "%zu", number);
            else
                (void)fputc(*at, file);
        }
    }
    (void)fputs(inputs[input].after, file);
    (void)fclose(file);
    return (size_t)written;
}

/* The bulk form is measured by its longest line. */
static size_t measured_size(size_t input, size_t size)
{
    return strchr(inputs[input].unit, '\n') && inputs[input].form == FORM_LINES ? 100 : size;
}

static void run_command(Torture *torture, size_t input, size_t command)
{
    char path[TORTURE_PATH];
    const Printed *printed;
    RunOptions options = {.input = NULL};
    size_t size;

    case_path(torture, inputs[input].form == FORM_YAML ? "large-one.yaml" : "large-one.txt", path);
    size = make(input, path, torture->is_long ? LONG_BYTES : SHORT_BYTES);
    for (size_t i = 0; i < RUN_ARGUMENTS && commands[command].arguments[i]; i++)
        options.arguments[i] = strcmp(commands[command].arguments[i], "\1") == 0 ? path : commands[command].arguments[i];
    if (commands[command].lines)
        options.input = path;
    printed = printed_run(torture, &options);
    printed_judge_memory(torture, printed, measured_size(input, size),
                         inputs[input].times ? inputs[input].times : commands[command].times, BASE_KB);
    (void)remove(path);
}

void tour_memory(Torture *torture)
{
    if (torture->sanitized) {
        tour_skip(torture, "a sanitizer takes memory of its own");
        return;
    }
    for (size_t input = 0; input < INPUTS; input++) {
        for (size_t command = 0; command < COMMANDS; command++) {
            if (commands[command].lines != (inputs[input].form == FORM_LINES) ||
                !case_begin(torture, "%s, %s", commands[command].name, inputs[input].name))
                continue;
            run_command(torture, input, command);
            case_end(torture);
        }
    }
}
