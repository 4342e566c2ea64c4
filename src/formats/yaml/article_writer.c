/* What is made of an article to write it: a tree (article_tree.c), and of that YAML. */
#include "formats/yaml/article_writer.h"

#include "formats/yaml/article_tree.h"

void article_write_yaml(Sink *out, const Article *article)
{
    Arena scratch = {0};

    yaml_write(out, article_tree(&scratch, article, BODY_OF_BLOCKS));
    arena_release(&scratch);
}

bool article_is_body_text(const Article *article, size_t block)
{
    BlockKind kind = article->blocks.items[block].kind;

    return !block_is_in_head(kind) && block_has_text(kind) && text_trim(article_block_text(article, block)).size > 0;
}

bool article_has_body(const Article *article)
{
    for (size_t i = 0; i < article->blocks.count; i++) {
        if (article_is_body_text(article, i))
            return true;
    }
    return false;
}

Text article_plain_text(Arena *arena, const Article *article)
{
    TextBuffer text = {0};

    for (size_t i = 0; i < article->blocks.count; i++) {
        if (!article_is_body_text(article, i))
            continue;
        if (text.count)
            text_buffer_add(arena, &text, TEXT("\n\n"));
        text_buffer_add(arena, &text, yaml_writable(arena, article_block_text(article, i)));
    }
    return text_buffer_text(&text);
}

/* ---- the headline ---- */

enum { HEADLINE_BYTES = 80, HEADLINE_BYTES_SEEN = 400 };

/* Its first words, up to about a line. */
static Text first_words(Arena *arena, Text text)
{
    size_t end = HEADLINE_BYTES;

    text = text_slice(text, (Range){0, HEADLINE_BYTES_SEEN}); /* what is cut here is cut again */
    text = text_trim(arena_on_one_line(arena, text));
    if (text.size <= HEADLINE_BYTES)
        return text;
    while (end > 0 && text.bytes[end] != ' ')
        end--;
    if (end == 0)
        end = utf8_previous(text, HEADLINE_BYTES);
    return arena_join(arena, (const Text[]){text_slice(text, (Range){0, end}), TEXT("…")}, 2);
}

Text article_headline(Arena *arena, const Article *article)
{
    Text title = article->fields[FIELD_TITLE];

    if (text_trim(title).size && title.size <= MOST_FIELD_BYTES)
        return title;
    for (size_t i = 0; i < article->blocks.count; i++) {
        if (article_is_body_text(article, i))
            return first_words(arena, text_trim(article_block_text(article, i)));
    }
    return TEXT("Untitled");
}
