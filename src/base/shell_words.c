/* Byte by byte; what is quoted is a part of the word that it stands in, be it empty. */
#include "base/shell_words.h"

typedef struct Reader {
    Arena *arena;
    Text command;
    size_t at;
    TextBuffer word;
    bool in_word;
    Text problem;
} Reader;

static void add(Reader *reader, size_t at)
{
    text_buffer_add(reader->arena, &reader->word, text_slice(reader->command, (Range){at, at + 1}));
    reader->in_word = true;
}

/* From the mark at `at` to the one that closes it. */
static void read_quoted(Reader *reader, char mark)
{
    Text command = reader->command;

    reader->in_word = true;
    for (reader->at++; reader->at < command.size && command.bytes[reader->at] != mark; reader->at++) {
        bool escapes = mark == '"' && command.bytes[reader->at] == '\\' && reader->at + 1 < command.size &&
                       strchr("$`\"\\", command.bytes[reader->at + 1]);

        if (mark == '"' && !escapes && strchr("$`", command.bytes[reader->at])) {
            reader->problem =
                arena_printf(reader->arena, "\"%c\" within \"\" is for a shell: '' quote it, or begin with sh -c",
                             command.bytes[reader->at]);
            return;
        }
        reader->at += escapes;
        add(reader, reader->at);
    }
    if (reader->at == command.size)
        reader->problem = arena_printf(reader->arena, "a quotation mark (%c) is not closed", mark);
}

static void end_word(Reader *reader, ShellWords *words)
{
    if (reader->in_word)
        ARRAY_PUSH(reader->arena, *words, arena_terminated(reader->arena, text_buffer_text(&reader->word)));
    reader->word = (TextBuffer){0};
    reader->in_word = false;
}

static void read_byte(Reader *reader, ShellWords *words)
{
    char byte = reader->command.bytes[reader->at];

    if (ascii_is_blank(byte))
        end_word(reader, words);
    else if (byte == '\'' || byte == '"')
        read_quoted(reader, byte);
    else if (byte == '\\' && reader->at + 1 < reader->command.size)
        add(reader, ++reader->at);
    else if (byte && strchr("|&;<>()$`", byte))
        reader->problem = arena_printf(reader->arena, "\"%c\" is for a shell: quote it, or begin with sh -c", byte);
    else
        add(reader, reader->at);
}

bool shell_words(Arena *arena, Text command, ShellWords *words, Text *problem)
{
    Reader reader = {.arena = arena, .command = command};

    *words = (ShellWords){0};
    for (; reader.at < command.size && reader.problem.size == 0; reader.at++)
        read_byte(&reader, words);
    end_word(&reader, words);
    *problem = reader.problem;
    if (problem->size || words->count == 0)
        return problem->size == 0;
    ARRAY_PUSH(arena, *words, NULL);
    words->count--;
    return true;
}
