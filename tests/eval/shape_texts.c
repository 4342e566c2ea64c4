/* The folders of marked texts are read by documents.h, which takes texts without marks as well. */
#include "eval/shape_texts.h"

#include <stdio.h>

#include "eval/documents.h"
#include "formats/formats.h"

static void add(Arena *arena, Text id, ShapeSource source, ShapeTexts *texts)
{
    if (source.paragraphs.count)
        ARRAY_PUSH(arena, *texts, ((ShapeText){.id = id, .source = source}));
}

bool shape_texts_add_folder(Arena *arena, const char *path, size_t step, ShapeTexts *texts)
{
    Documents documents = {0};

    if (!documents_read(arena, path, MARKED_QUOTATIONS, &documents))
        return false;
    for (size_t i = 0; i < documents.count; i += step) {
        if (text_find(documents.items[i].text, TEXT("<p>"), 0) == TEXT_NOT_FOUND)
            add(arena, documents.items[i].id, shape_source_from_text(arena, documents.items[i].text), texts);
    }
    return true;
}

bool shape_texts_add_article(Arena *arena, const char *path, ShapeTexts *texts)
{
    Text bytes;
    Report report;

    report_init(&report, arena, text_from(path));
    if (!file_read_text(arena, path, LIMIT_ARTICLE_BYTES, &bytes, &report)) {
        (void)fprintf(stderr, "%s: expected an article that can be read\n", path);
        return false;
    }
    add(arena, text_from(path), shape_source_from_file(arena, bytes, &article_format), texts);
    return true;
}

bool shape_texts_add_own(Arena *arena, const char *root, size_t step, ShapeTexts *texts)
{
    static const char *const articles[] = {"10-night-boat",     "20-bell-founder",   "30-river-gauge", "40-slow-clock",
                                           "50-last-character", "60-lighthouse-log", "70-free-buses"};

    if (!shape_texts_add_folder(arena, arena_printf(arena, "%s/tests/vectors/speakers", root).bytes, step, texts))
        return false;
    for (size_t i = 0; i < COUNT_OF(articles); i++) {
        if (!shape_texts_add_article(arena, arena_printf(arena, "%s/articles/%s.yaml", root, articles[i]).bytes, texts))
            return false;
    }
    return true;
}

void shape_texts_prepare(Arena *arena, ShapeTexts *texts)
{
    for (size_t i = 0; i < texts->count; i++) {
        ShapeText *text = &texts->items[i];
        Text plain = shape_write(arena, &text->source, &shapes[0], NULL);

        shape_source_names(arena, &text->source, texts->model);
        for (ShapeWay way = 0; way < WAY_COUNT; way++)
            shape_find(arena, plain, way, texts->model, &text->plain[way]);
    }
}

/* What a comparison tells, with the text that it is of. */
typedef struct Told {
    ShapeLoss *loss;
    void *context;
    Text id;
} Told;

static void tell(void *context, const char *kind, Text words, Text other)
{
    const Told *told = context;
    Arena scratch = {0};
    const Text parts[] = {told->id, TEXT("\t"), words};

    told->loss(told->context, kind, arena_join(&scratch, parts, COUNT_OF(parts)), other);
    arena_release(&scratch);
}

void shape_texts_compare(const ShapeTexts *texts, const Shape *shape, const Shape *other, ShapeWay way,
                         ShapeTally *tally, ShapeLoss *loss, void *context)
{
    bool has_matter = shape->has_matter || (other && other->has_matter);

    for (size_t i = 0; i < texts->count; i++) {
        const ShapeText *text = &texts->items[i];
        Told told = {.loss = loss, .context = context, .id = text->id};
        Arena scratch = {0};
        Found found;

        shape_find(&scratch, shape_write(&scratch, &text->source, shape, other), way, texts->model, &found);
        shape_compare(&text->plain[way], &found, has_matter, tally, loss ? tell : NULL, &told);
        arena_release(&scratch);
    }
}
