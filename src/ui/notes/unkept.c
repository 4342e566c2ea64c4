/* By the name of their file. What is held is copied at each change, so that what was there before takes no memory. */
#include "ui/notes/unkept.h"

static bool is_of_article(const App *app, const UnkeptNote *unkept)
{
    return text_equal(unkept->name, app->noting.store.name);
}

static Note copy_of(Arena *arena, const Note *note)
{
    Note copy = *note;

    copy.node = NULL;
    for (int i = 0; i < NOTE_FIELD_COUNT; i++)
        copy.fields[i] = arena_copy(arena, note->fields[i]);
    return copy;
}

static bool is_same_note(const Note *a, const Note *b)
{
    return a->list == b->list && text_equal(note_field(a, NOTE_ID), note_field(b, NOTE_ID));
}

/* All but those of the article: `note` takes the place of one only, NULL: of all. */
static void replace(App *app, const Note *note)
{
    UnkeptNotes *unkept = &app->noting.unkept, fresh = {.count = 0};

    for (size_t i = 0; i < unkept->count; i++) {
        const UnkeptNote *old = &unkept->items[i];

        if (!is_of_article(app, old) || (note && !is_same_note(&old->note, note)))
            ARRAY_PUSH(&fresh.arena, fresh,
                       ((UnkeptNote){arena_copy(&fresh.arena, old->name), copy_of(&fresh.arena, &old->note)}));
    }
    if (note)
        ARRAY_PUSH(&fresh.arena, fresh,
                   ((UnkeptNote){arena_copy(&fresh.arena, app->noting.store.name), copy_of(&fresh.arena, note)}));
    arena_release(&unkept->arena);
    *unkept = fresh;
}

void unkept_hold(App *app, const Note *note)
{
    replace(app, note);
}

void unkept_drop(App *app)
{
    if (app->noting.unkept.count)
        replace(app, NULL);
}

NotesFile unkept_notes(const App *app, Arena *arena)
{
    NotesFile file = {.is_sound = true};

    for (size_t i = 0; i < app->noting.unkept.count; i++) {
        const UnkeptNote *unkept = &app->noting.unkept.items[i];

        if (is_of_article(app, unkept))
            ARRAY_PUSH(arena, file.notes, copy_of(arena, &unkept->note));
    }
    return file;
}
