/* The lines of a source, as an article: the text is the file byte for byte. */
#include "formats/source_article.h"
#include "tap.h"

typedef struct LineCase {
    const char *source, *lines; /* each with '|' behind it */
} LineCase;

static const LineCase line_cases[] = {
    {"", ""},
    {"one", "one|"},
    {"one\n", "one|"},
    {"one\n\n", "one||"},
    {"\none", "|one|"},
    {" one  \n\ttwo\n", " one  |\ttwo|"},
    {"one\r\ntwo\r\n", "one|two|"},
    {"one\rtwo\r", "one|two|"},
    {"one\n\rtwo", "one||two|"},
    {"one\xC2\x85two\xE2\x80\xA8three\xE2\x80\xA9", "one|two|three|"},
    {"\xEF\xBB\xBFone\ftwo\x1B[1m\b", "\xEF\xBB\xBFone\ftwo\x1B[1m\b|"},
    {"> one\xFF\n> two\xE2\x80", "> one\xFF|> two\xE2\x80|"},
};

static Text lines_of(Arena *arena, const Article *article)
{
    TextBuffer lines = {0};

    for (size_t i = 0; i < article->blocks.count; i++) {
        text_buffer_add(arena, &lines, article_block_text(article, i));
        text_buffer_add(arena, &lines, TEXT("|"));
    }
    return text_buffer_text(&lines);
}

int main(void)
{
    for (size_t i = 0; i < COUNT_OF(line_cases); i++) {
        Text source = text_from(line_cases[i].source);
        Arena arena = {0};
        Article *article;
        File file;

        file_from_text(&file, source);
        article = source_article(&arena, &file);
        (void)article_index(article, SIZE_MAX - 1);
        ok(text_equal(article->text, source) && text_equal(lines_of(&arena, article), text_from(line_cases[i].lines)),
           "lines of source %zu", i);
        arena_release(&arena);
    }
    return tap_done();
}
