/*
 * Files of notes. Vectors: NAME.read.yaml with what is read from it and what is wrong; NAME.put.yaml with the same changes made in each:
 * its first note is written anew, its second deleted, a new note and a new correction come in; NAME.union.yaml with a merge of the file and
 * its copies, which stand in it one after the other. Then histories: two devices write, delete and exchange their files as programs that
 * synchronise do, and nothing is lost.
 */
#include "memory/notes/conflict_copies.h"
#include "memory/notes/corrections.h"
#include "memory/notes/notes_store.h"

#include "analysis/analysis.h"
#include "base/unicode/unicode.h"
#include "formats/text/plain_text.h"
#include "memory_keeper.h"
#include "random.h"
#include "vectors.h"

static const char folder[] = "tests/vectors/notes";

static void add_line(Arena *arena, TextBuffer *out, const char *what, Text value)
{
    text_buffer_add(arena, out, text_from(what));
    text_buffer_add(arena, out, TEXT(": "));
    text_buffer_add(arena, out, value);
    text_buffer_add(arena, out, TEXT("\n"));
}

static void add_note(Arena *arena, TextBuffer *out, const Note *note)
{
    text_buffer_add(arena, out, note->list == NOTE_LIST_CORRECTIONS ? TEXT("- correction\n") : TEXT("- note\n"));
    for (int i = 0; i < NOTE_FIELD_COUNT; i++) {
        if (note->fields[i].size)
            add_line(arena, out, arena_printf(arena, "  %.*s", TEXT_ARGS(note_field_key(i))).bytes, note->fields[i]);
    }
}

static void add_problems(Arena *arena, TextBuffer *out, Report *report)
{
    report_sort(report);
    for (size_t i = 0; i < report->problems.count; i++) {
        text_buffer_add(arena, out, report_line(report, &report->problems.items[i], arena));
        text_buffer_add(arena, out, TEXT("\n"));
    }
}

/* "a.read.yaml": "a.read.expected" */
static const char *expected_name(Arena *arena, const char *name)
{
    return arena_printf(arena, "%.*sexpected", (int)(strlen(name) - strlen("yaml")), name).bytes;
}

static Text source_of(Arena *arena, const char *name)
{
    char path[VECTOR_PATH];
    Text source;

    vector_path(path, folder, name);
    ok(vector_read(arena, path, &source), "%s can be read", name);
    return source;
}

static void test_read(const char *name)
{
    Arena arena = {0};
    TextBuffer out = {0};
    NotesFile file;
    Report report;

    report_init(&report, &arena, text_from(name));
    notes_file_read(&file, &arena, source_of(&arena, name), &report);
    text_buffer_add(&arena, &out, file.is_sound ? TEXT("sound\n") : TEXT("not sound\n"));
    for (size_t i = 0; i < file.notes.count; i++)
        add_note(&arena, &out, &file.notes.items[i]);
    add_problems(&arena, &out, &report);
    vector_check(&arena, folder, expected_name(&arena, name), text_buffer_text(&out));
    arena_release(&arena);
}

static void delete_note(Arena *arena, Note *note, Text when)
{
    Note old = *note;

    for (int i = 0; i < NOTE_FIELD_COUNT; i++) {
        if (i != NOTE_ID && i != NOTE_WAS)
            note->fields[i] = (Text){0};
    }
    note->fields[NOTE_DELETED] = when;
    note_follow(arena, note, &old);
}

static void write_note(Arena *arena, Note *note, Text words, Text when)
{
    Note old = *note;

    note->fields[NOTE_NOTE] = words;
    note->fields[NOTE_CHANGED] = when;
    note_follow(arena, note, &old);
}

static const NotesSubject subject = {.title = LITERAL("Harbour bridge: who knew?"),
                                     .source = LITERAL("Hallam Courier"),
                                     .url = LITERAL("https://example.org/a?b=1")};

static void test_put(const char *name)
{
    Arena arena = {0};
    TextBuffer out = {0};
    Note changes[4] = {{.list = NOTE_LIST_REMARKS}};
    size_t count = 0;
    NotesFile file;
    Report report;
    Text result;

    report_init(&report, &arena, text_from(name));
    notes_file_read(&file, &arena, source_of(&arena, name), &report);
    for (; count < 2 && count < file.notes.count; count++)
        changes[count] = file.notes.items[count];
    if (count > 0)
        write_note(&arena, &changes[0], TEXT("Written anew: \"so\" # and so."), TEXT("2026-03-10T08:00:00Z"));
    if (count > 1)
        delete_note(&arena, &changes[1], TEXT("2026-03-10T08:01:00Z"));
    changes[count++] = (Note){.list = NOTE_LIST_REMARKS,
                              .fields = {[NOTE_ID] = TEXT("5f0c11d20001"),
                                         [NOTE_TEXT] = TEXT("“We remembered,”"),
                                         [NOTE_SUFFIX] = TEXT(" said Signe Aldous"),
                                         [NOTE_AT] = TEXT("120"),
                                         [NOTE_HIGHLIGHT] = TEXT("2"),
                                         [NOTE_NOTE] = TEXT("Two lines:\n  ask her, and the desk."),
                                         [NOTE_MADE] = TEXT("2026-03-10T08:02:00Z")}};
    changes[count++] = (Note){.list = NOTE_LIST_CORRECTIONS,
                              .fields = {[NOTE_ID] = TEXT("5f0c11d20002"),
                                         [NOTE_TEXT] = TEXT("“a so-called plan”"),
                                         [NOTE_SPEECH] = TEXT("no"),
                                         [NOTE_MADE] = TEXT("2026-03-10T08:03:00Z")}};
    result = notes_file_put(&arena, &file, changes, count, &subject, &report);
    text_buffer_add(&arena, &out, result);
    add_problems(&arena, &out, &report);
    vector_check(&arena, folder, expected_name(&arena, name), text_buffer_text(&out));
    arena_release(&arena);
}

/* ---- as one ---- */

static NotesFile *read_file(Arena *arena, Text source)
{
    NotesFile *file = ARENA_NEW(arena, NotesFile);
    Report report;

    report_init(&report, arena, TEXT("notes.yaml"));
    notes_file_read(file, arena, source, &report);
    return file;
}

static Text unite(Arena *arena, const Text *sources, size_t count, NotesUnion *all)
{
    NotesFile *first = read_file(arena, sources[0]);
    Note *changes;
    size_t changed;
    Report report;
    Text result;

    notes_union_init(all, arena);
    notes_union_add(all, first);
    for (size_t i = 1; i < count; i++)
        notes_union_add(all, read_file(arena, sources[i]));
    changes = notes_union_changes(all, &changed);
    if (changed == 0)
        return sources[0];
    report_init(&report, arena, TEXT("notes.yaml"));
    result = notes_file_put(arena, first, changes, changed, &subject, &report);
    if (report.error_count)
        printf("# %.*s\n", TEXT_ARGS(report_first(&report)->message));
    return result;
}

/* The file and its copies are apart by lines "=== copy"; what git left is taken apart first. */
static void test_union(const char *name)
{
    enum { MOST = 5 };
    static const Text apart = LITERAL("=== copy\n");
    Arena arena = {0};
    Text source = source_of(&arena, name), sources[MOST], sides[2];
    size_t count = 0;
    NotesUnion all;

    for (size_t at = 0, end; count < MOST && at != TEXT_NOT_FOUND; at = end == TEXT_NOT_FOUND ? end : end + apart.size) {
        end = text_find(source, apart, at);
        sources[count++] = text_slice(source, (Range){at, end == TEXT_NOT_FOUND ? source.size : end});
    }
    if (conflict_sides(&arena, sources[0], sides)) {
        sources[0] = sides[0];
        sources[count++] = sides[1];
    }
    vector_check(&arena, folder, expected_name(&arena, name), unite(&arena, sources, count, &all));
    arena_release(&arena);
}

/* ---- names ---- */

static void test_names(void)
{
    static const struct {
        const char *copy;
        bool is_one;
    } rows[] = {{"ab12.sync-conflict-20260309-101112-ABCDEFG.yaml", true},
                {"ab12 (conflicted copy 2026-03-09 101112).yaml", true},
                {"ab12_conflict-20260309-101112.yaml", true},
                {"ab12 (Signe's conflicted copy 2026-03-09).yaml", true},
                {"ab12 (SFConflict signe@desk 2026-03-09-10-11-12).yaml", true},
                {"ab12.unmerged.yaml", true},
                {"ab12.yaml", false},
                {"ab123.yaml", false},
                {"ab12.yaml~", false},
                {"ab123.sync-conflict-20260309-101112-ABCDEFG.yaml", false},
                {"ab12.old.yaml", false},
                {".ab12.yaml.tmp", false},
                {"ab12.sync-conflict-20260309-101112-ABCDEFG.yml", false}};
    Arena arena = {0};

    for (size_t i = 0; i < COUNT_OF(rows); i++)
        ok(conflict_copy_of(text_from(rows[i].copy), TEXT("ab12.yaml")) == rows[i].is_one, "%s is %sa copy",
           rows[i].copy, rows[i].is_one ? "" : "not ");
    ok(conflict_copy_of(conflict_copy_name(&arena, TEXT("ab12.yaml")), TEXT("ab12.yaml")), "so is quoin's own");
    arena_release(&arena);
}

/* ---- histories ---- */

enum { VERSIONS = 400, DEVICES = 2, COPIES = 3 };

/* Words that somebody wrote. They may be gone when somebody has written others, or taken them out, who had them before him. */
typedef struct Version {
    Text words;
    bool may_be_gone;
} Version;

typedef struct Device {
    Text source;
    bool changed; /* since both had the same */
} Device;

typedef struct History {
    Arena arena;
    Device devices[DEVICES];
    Version versions[VERSIONS];
    size_t version_count;
    size_t clock;
} History;

static Text now(History *history)
{
    size_t minutes = random_below(5) ? ++history->clock : random_below(history->clock + 1); /* clocks run backwards */

    return arena_printf(&history->arena, "2026-03-%02zuT%02zu:%02zu:00Z", minutes / 1440 % 28 + 1, minutes / 60 % 24,
                        minutes % 60);
}

static Text new_words(History *history)
{
    static const Text forms[][2] = {{LITERAL("words "), LITERAL("")},
                                    {LITERAL("“words "), LITERAL("”: who?")},
                                    {LITERAL("words "), LITERAL(" # no comment")},
                                    {LITERAL("words\n  "), LITERAL("\n\nand more")},
                                    {LITERAL("- words "), LITERAL("")}};
    const Text *form = RANDOM_OF(forms);
    Text number = arena_printf(&history->arena, "%zu", history->version_count),
         words = arena_join(&history->arena, (const Text[]){form[0], number, form[1]}, 3);

    history->versions[history->version_count++] = (Version){words, false};
    return words;
}

static void gone(History *history, Text words)
{
    for (size_t i = 0; i < history->version_count; i++)
        history->versions[i].may_be_gone =
            history->versions[i].may_be_gone || text_equal(history->versions[i].words, words);
}

/* A comment of the user's, at the end of the file. */
static void comment(History *history, Device *device)
{
    device->source =
        arena_join(&history->arena,
                   (const Text[]){device->source, arena_printf(&history->arena, "# mine %zu\n", history->clock)}, 2);
}

static void act(History *history, Device *device)
{
    NotesFile *file = read_file(&history->arena, device->source);
    size_t kind = random_below(4);
    Note note = {.list = random_below(4) ? NOTE_LIST_REMARKS : NOTE_LIST_CORRECTIONS};
    Report report;

    report_init(&report, &history->arena, (Text){0});
    if (kind < 2 || file->notes.count == 0) {
        note.fields[NOTE_TEXT] = TEXT("the passage");
        note.fields[NOTE_NOTE] = new_words(history);
        note.fields[NOTE_MADE] = now(history);
        note.fields[NOTE_ID] = note_make_id(&history->arena, &note);
    } else {
        note = file->notes.items[random_below(file->notes.count)];
        if (note_is_deleted(&note))
            return;
        gone(history, note.fields[NOTE_NOTE]);
        if (kind == 2)
            write_note(&history->arena, &note, new_words(history), now(history));
        else
            delete_note(&history->arena, &note, now(history));
    }
    device->source = notes_file_put(&history->arena, file, &note, 1, &subject, &report);
    if (random_below(4) == 0)
        comment(history, device);
    device->changed = true;
}

/* As Syncthing does it: one version wins, the other one is a copy beside it, and quoin reads both, wherever it runs first. */
static void exchange(History *history)
{
    size_t winner = random_below(DEVICES);
    Text sources[COPIES] = {history->devices[winner].source, history->devices[1 - winner].source};
    NotesUnion all;

    if (!history->devices[0].changed || !history->devices[1].changed) {
        sources[0] = history->devices[history->devices[1].changed].source;
    } else {
        sources[0] = unite(&history->arena, sources, 2, &all);
        if (random_below(3) == 0) /* the copy stays, and is read again */
            sources[0] = unite(&history->arena, sources, 2, &all);
    }
    for (size_t i = 0; i < DEVICES; i++)
        history->devices[i] = (Device){sources[0], false};
}

/* Each device unites by itself, before the results are exchanged, and conflict again. */
static void exchange_apart(History *history)
{
    Text both[2][2] = {{history->devices[0].source, history->devices[1].source},
                       {history->devices[1].source, history->devices[0].source}};
    NotesUnion all;

    for (size_t i = 0; i < DEVICES; i++)
        history->devices[i] = (Device){unite(&history->arena, both[i], 2, &all), true};
}

static size_t count_lost(const History *history, size_t *beside)
{
    Arena arena = {0};
    NotesFile *file = read_file(&arena, history->devices[0].source);
    size_t lost = 0;

    for (size_t i = 0; i < history->version_count; i++) {
        size_t found = 0;

        for (size_t j = 0; j < file->notes.count; j++)
            found += text_equal(file->notes.items[j].fields[NOTE_NOTE], history->versions[i].words);
        lost += !found && !history->versions[i].may_be_gone;
        *beside += found && history->versions[i].may_be_gone;
    }
    arena_release(&arena);
    return lost;
}

static void test_histories(size_t histories)
{
    unsigned long seed = random_begin(17);
    size_t lost = 0, versions = 0, beside = 0, broken = 0;

    for (size_t i = 0; i < histories; i++) {
        History history = {.clock = 0};

        for (size_t step = 2 + random_below(40); step > 0; step--) {
            size_t kind = random_below(10);

            if (kind < 7)
                act(&history, &history.devices[random_below(DEVICES)]);
            else if (kind < 9)
                exchange(&history);
            else
                exchange_apart(&history);
            broken += history.devices[0].source.size == 0 && history.version_count > 20;
        }
        exchange(&history);
        lost += count_lost(&history, &beside);
        versions += history.version_count;
        arena_release(&history.arena);
    }
    ok(versions > histories && lost == 0 && broken == 0,
       "%zu histories of two devices, %zu notes and versions: %zu lost; %zu old ones are still there; SEED=%lu",
       histories, versions, lost, beside, seed);
}

/* ---- where they are kept ---- */

static const Text kept_name = LITERAL("ab/ab12.yaml");

static Text kept(const MemoryKeeper *memory, const char *name)
{
    size_t at = memory_index(memory, text_from(name));

    return at < memory->count ? memory->bytes[at] : (Text){0};
}

static bool has(Text text, const char *words)
{
    return text_find(text, text_from(words), 0) != TEXT_NOT_FOUND;
}

static bool put_one(Arena *arena, MemoryKeeper *const *memory, const char *id, Report *report)
{
    Keeper keeper = memory_keeper(memory);
    NotesStore store = {&keeper, kept_name, subject};
    Note note = {.fields = {[NOTE_ID] = text_from(id), [NOTE_NOTE] = TEXT("new")}};

    report_init(report, arena, kept_name);
    return notes_store_put(&store, arena, &note, 1, report);
}

static void test_copies(void)
{
    MemoryKeeper files = {.now = 0}, *memory = &files;
    Arena arena = {0};
    Report report;

    memory_write(memory, kept_name, TEXT("# mine\nnotes:\n- id: a\n  note: here\n"));
    memory_write(memory, TEXT("ab/ab12.sync-conflict-20260309-101112-ABCDEFG.yaml"),
                 TEXT("notes:\n- id: b\n  note: there\n"));
    memory_write(memory, TEXT("ab/ab12 (conflicted copy 2026-03-09 101112).yaml"),
                 TEXT("notes:\n- id: [c\n- id: d\n  note: read\n"));
    memory_write(memory, TEXT("ab/ab123.yaml"), TEXT("notes:\n- id: e\n  note: of another\n"));
    ok(put_one(&arena, &memory, "f", &report), "a note is put into a file with copies");
    ok(has(kept(memory, "ab/ab12.yaml"), "# mine") && has(kept(memory, "ab/ab12.yaml"), "here") &&
           has(kept(memory, "ab/ab12.yaml"), "there") && has(kept(memory, "ab/ab12.yaml"), "read") &&
           has(kept(memory, "ab/ab12.yaml"), "new") && !has(kept(memory, "ab/ab12.yaml"), "of another"),
       "the file has them all, and nothing of another");
    ok(memory->count == 3 && kept(memory, "ab/ab12 (conflicted copy 2026-03-09 101112).yaml").size,
       "the copy is gone, but for the one with a mistake");
    arena_release(&files.arena);
    arena_release(&arena);
}

/* What a copy has beside its notes is not put into the file, so the copy stays. */
static void test_copies_with_more(void)
{
    static const struct {
        const char *what, *copy;
        bool stays;
    } rows[] = {
        {"a note that is none", "notes:\n- id: b\n  note: there\n- id: c\n  note: [a, b]\n", true},
        {"an unknown key", "notes:\n- id: b\n  note: there\n  colour: red\n", true},
        {"a key of somebody's own in a note", "notes:\n- id: b\n  note: there\n  x-desk: Signe\n", true},
        {"a key of somebody's own", "x-desk: Signe\nnotes:\n- id: b\n  note: there\n", true},
        {"a comment", "notes:\n- id: b # ask her\n  note: there\n", true},
        {"a comment behind a block", "notes:\n- id: b\n  note: |-\n    there\n  # ask her\n", true},
        {"the comment of the file", "# mine\nnotes:\n- id: b\n  note: there\n", false},
        {"the program's heading",
         NOTES_HEADING "\nquoin-notes: 1\narticle:\n  title: Old\nnotes:\n"
                       "- id: b\n  note: there\n",
         false},
        {"what looks like comments", "notes:\n- id: b\n  note: |-\n    there\n\n    # 3\n  text: \"so # so\"\n", false},
        {"the file's own keys", "x-mine: 1\nnotes:\n- id: a\n  x-of: me\n  note: there\n", false}};

    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        static const Text name = LITERAL("ab/ab12.sync-conflict-20260309-101112-ABCDEFG.yaml");
        MemoryKeeper files = {.now = 0}, *memory = &files;
        Arena arena = {0};
        Report report;

        memory_write(memory, kept_name, TEXT("# mine\nx-mine: 1\nnotes:\n- id: a\n  x-of: me\n  note: here\n"));
        memory_write(memory, name, text_from(rows[i].copy));
        ok(put_one(&arena, &memory, "f", &report) && has(kept(memory, "ab/ab12.yaml"), "there") &&
               (kept(memory, name.bytes).size > 0) == rows[i].stays,
           "a copy with %s %s", rows[i].what, rows[i].stays ? "stays" : "goes");
        arena_release(&files.arena);
        arena_release(&arena);
    }
}

/* Of what git left as well. */
static void test_sides_with_more(void)
{
    static const char *const rows[] = {"  note: [a, b]\n", "  note: there # ask her\n",
                                       "  note: there\n  x-desk: Signe\n"};

    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        MemoryKeeper files = {.now = 0}, *memory = &files;
        Arena arena = {0};
        Report report;
        Text split = arena_printf(
            &arena, "notes:\n<<<<<<< HEAD\n- id: a\n  note: here\n=======\n- id: b\n%s>>>>>>> desk\n", rows[i]);

        memory_write(memory, kept_name, split);
        ok(put_one(&arena, &memory, "f", &report) && report_first(&report) &&
               text_equal(kept(memory, "ab/ab12.yaml"), split) && has(kept(memory, "ab/ab12.unmerged.yaml"), "new"),
           "a version of git's with more than notes stays, %zu", i);
        arena_release(&files.arena);
        arena_release(&arena);
    }
}

static void test_broken_store(void)
{
    static const Text broken = LITERAL("notes:\n- id: [a\n- id: b\n  note: read\n");
    MemoryKeeper files = {.now = 0}, *memory = &files;
    Arena arena = {0};
    Report report;

    memory_write(memory, kept_name, broken);
    ok(put_one(&arena, &memory, "f", &report) && report_first(&report) && report_first(&report)->line > 1,
       "a file with a mistake is told with its line");
    ok(text_equal(kept(memory, "ab/ab12.yaml"), broken), "it is as it was");
    ok(has(kept(memory, "ab/ab12.unmerged.yaml"), "new"), "the note stands beside it");
    ok(put_one(&arena, &memory, "g", &report) && has(kept(memory, "ab/ab12.unmerged.yaml"), "id: g") &&
           has(kept(memory, "ab/ab12.unmerged.yaml"), "id: f"),
       "so does the next");
    memory_write(memory, kept_name, TEXT("notes:\n- id: a\n"));
    ok(put_one(&arena, &memory, "h", &report) && memory->count == 1 && has(kept(memory, "ab/ab12.yaml"), "id: f") &&
           has(kept(memory, "ab/ab12.yaml"), "id: h"),
       "when it is mended all of them come into it");
    memory->is_full = true;
    ok(!put_one(&arena, &memory, "i", &report) && report_first(&report), "a disk that is full is told");
    arena_release(&files.arena);
    arena_release(&arena);
}

/* ---- corrections ---- */

static const Text two_speakers =
    LITERAL("“We remembered the bridge,” said Signe Aldous.\n\n“Nobody asked,” Per Holm said.\n");

static Analysis *analyse(Arena *arena, Arena *article_arena, Text text)
{
    Article *article = article_from_plain_text(article_arena, text);
    Analysis *analysis;

    (void)article_index(article, SIZE_MAX);
    analysis = analysis_new(arena, article, (Range){0, SIZE_MAX});
    analysis_run(analysis);
    return analysis;
}

/* ---- who is who ---- */

static const Text brothers = LITERAL("“We remembered the way,” said Peter Aldous.\n\n“Nobody asked,” Aldous "
                                     "said.\n\n“I sold the nets,” said Tove Lind.\n");

static PlacedNote person_note(Text name, NoteField how, Text other)
{
    PlacedNote placed = {.note = {.list = NOTE_LIST_PEOPLE}, .place = {.found = NOTE_IS_OF_ARTICLE}};

    placed.note.fields[NOTE_NAME] = name;
    placed.note.fields[how] = other;
    return placed;
}

/* "Peter Aldous 2: Peter Aldous, Tove Lind 1; …": the entities with their mentions, then who says the quotations. */
static Text who_is_who(Arena *arena, const Analysis *analysis)
{
    TextBuffer all = {0};

    for (size_t i = 0; i < analysis->entities.count; i++) {
        const Entity *entity = &analysis->entities.items[i];

        text_buffer_add(arena, &all,
                        arena_printf(arena, "%s%.*s %u %u, ", entity->type == ENTITY_PERSON ? "" : "no person: ",
                                     TEXT_ARGS(entity->name), entity->mention_count, entity->quote_count));
    }
    for (size_t i = 0; i < analysis->quotes.count; i++)
        text_buffer_add(arena, &all,
                        arena_printf(arena, "; %.*s", TEXT_ARGS(quote_speaker_names(&analysis->quotes.items[i], arena))));
    return text_buffer_text(&all);
}

static const struct {
    Text name;
    NoteField how;
    Text other, expected;
    const char *what;
} people_cases[] = {
    {LITERAL("Tove Lind"), NOTE_SAME, LITERAL("peter aldous"),
     LITERAL("Peter Aldous 3 3, ; Peter Aldous; Peter Aldous; Peter Aldous"), "two are one"},
    {LITERAL("Lind"), NOTE_SAME, LITERAL("Nobody"),
     LITERAL("Peter Aldous 2 2, Tove Lind 1 1, ; Peter Aldous; Peter Aldous; Tove Lind"),
     "a name that is not there is left alone"},
    {LITERAL("Tove Lind"), NOTE_SAME, LITERAL("Tove L. Lind"),
     LITERAL("Peter Aldous 2 2, Tove L. Lind 1 1, ; Peter Aldous; Peter Aldous; Tove L. Lind"),
     "one is called otherwise"},
    {LITERAL("Aldous"), NOTE_APART, LITERAL("Peter Aldous"),
     LITERAL("Peter Aldous 1 1, Aldous 1 1, Tove Lind 1 1, ; Peter Aldous; Aldous; Tove Lind"), "one is two"},
    {LITERAL("Peter Aldous"), NOTE_APART, LITERAL("Aldous"),
     LITERAL("Peter Aldous 1 1, Aldous 1 1, Tove Lind 1 1, ; Peter Aldous; Aldous; Tove Lind"), "by its own name too"},
    {LITERAL("Tove Lind"), NOTE_APART, LITERAL("Tove Lind"),
     LITERAL("Peter Aldous 2 2, Tove Lind 1 1, ; Peter Aldous; Peter Aldous; Tove Lind"), "who has one name stays one"},
    {LITERAL("Aldous"), NOTE_KIND, LITERAL("place"),
     LITERAL("Tove Lind 1 1, no person: Peter Aldous 2 2, ; Peter Aldous; Peter Aldous; Tove Lind"),
     "somebody is a place"},
    {LITERAL("Tove Lind"), NOTE_KIND, LITERAL("ship"),
     LITERAL("Peter Aldous 2 2, Tove Lind 1 1, ; Peter Aldous; Peter Aldous; Tove Lind"),
     "a kind that there is not changes nothing"},
};

static void test_who_is_who(void)
{
    const PlacedNotes none = {.count = 0};
    Arena arena = {0}, articles = {0}, sources = {0};
    Analysis *analysis = analyse(&arena, &articles, brothers);
    Text found = who_is_who(&arena, analysis);

    for (size_t i = 0; i < COUNT_OF(people_cases); i++) {
        PlacedNote note = person_note(people_cases[i].name, people_cases[i].how, people_cases[i].other);
        PlacedNotes people = {.items = &note, .count = 1, .first_there = 1, .end_there = 1};
        Text changed;

        corrections_apply(&sources, analysis, &none, &people);
        changed = who_is_who(&arena, analysis);
        ok(text_equal(changed, people_cases[i].expected), "who is who: %s", people_cases[i].what);
        if (!text_equal(changed, people_cases[i].expected))
            printf("# found: %.*s\n", TEXT_ARGS(changed));
        corrections_apply(&sources, analysis, &none, &none);
        ok(text_equal(who_is_who(&arena, analysis), found), "… and as it was found again");
    }
    arena_release(&sources);
    arena_release(&articles);
    arena_release(&arena);
}

/* An analysis that stands where a corrected one was is another: what was found is not that of the one before. */
static void test_corrections_of_another(void)
{
    const PlacedNotes none = {.count = 0};
    PlacedNote correction = {.note = {.list = NOTE_LIST_CORRECTIONS, .fields = {[NOTE_SPEAKER] = TEXT("Tove Lind")}},
                             .place = {.found = NOTE_IS_THERE}};
    PlacedNotes one = {.items = &correction, .count = 1, .end_there = 1};
    Arena arena = {0}, articles = {0}, sources = {0};
    Analysis *analysis = analyse(&arena, &articles, two_speakers);
    size_t count = analysis->quotes.count;

    correction.place.range = range_widen(analysis->quotes.items[0].range);
    corrections_apply(&sources, analysis, &one, &none);
    ok(quote_is_corrected(&analysis->quotes.items[0]) && !quote_is_corrected(&analysis->quotes.items[1]),
       "a quotation is corrected, the other one is as it was found");
    corrections_apply(&sources, analysis, &none, &none);
    ok(analysis->quotes.count == count && !quote_is_corrected(&analysis->quotes.items[0]),
       "it is as it was found again");
    corrections_apply(&sources, analysis, &one, &none);
    *analysis = *analyse(&arena, &articles, TEXT("Nobody said a word on the quay, all day long; it rained.\n"));
    corrections_apply(&sources, analysis, &none, &none);
    ok(count == 2 && analysis->quotes.count == 0, "another analysis in its place has nothing of it");
    arena_release(&sources);
    arena_release(&articles);
    arena_release(&arena);
}

/* What two say together is still of two when a reader says so. */
static void test_correction_of_two(void)
{
    static const Text together =
        LITERAL("Signe Aldous and Tove Lind came. “Sell the nets,” said Signe Aldous and Tove Lind.\n");
    static const Text names = LITERAL("Signe Aldous and Tove Lind");
    const PlacedNotes none = {.count = 0};
    PlacedNote correction = {.note = {.list = NOTE_LIST_CORRECTIONS, .fields = {[NOTE_SPEAKER] = names}},
                             .place = {.found = NOTE_IS_THERE}};
    PlacedNotes one = {.items = &correction, .count = 1, .end_there = 1};
    Arena arena = {0}, articles = {0}, sources = {0};
    Analysis *analysis = analyse(&arena, &articles, together);
    const Quote *quote = analysis->quotes.items;

    ok(analysis->quotes.count == 1 && quote->source->speaker_count == 2, "two say it together");
    correction.place.range = range_widen(quote->range);
    corrections_apply(&sources, analysis, &one, &none);
    quote = analysis->quotes.items;
    ok(quote_is_corrected(quote) && quote->source->speaker_count == 2 &&
           text_equal(quote_speaker_names(quote, &arena), names),
       "they are two when the reader has said so");
    arena_release(&sources);
    arena_release(&articles);
    arena_release(&arena);
}

/* A transcript, with the words of another in a turn. */
static const Text turns = LITERAL("BECK: Will you appeal?\n\n"
                                  "FARROW: Tove Lind asked me. “Sell the nets,” she said. “Then rest.” I did not.\n\n"
                                  "BECK: Why did you not?\n\nFARROW: I like nets.\n");

static PlacedNote correction_of(Text text, Text words, Text speaker)
{
    PlacedNote placed = {.note = {.list = NOTE_LIST_CORRECTIONS}, .place = {.found = NOTE_IS_THERE}};
    size_t start = text_find(text, words, 0);

    placed.note.fields[NOTE_SPEAKER] = speaker;
    placed.place.range = (Range){start, start + words.size};
    return placed;
}

/* "FARROW: Tove; (Tove Lind: “Sell); …": who says what is found of the second turn, with the first word; in brackets what stands in another. */
static Text who_says_what(Arena *arena, const Analysis *analysis)
{
    TextBuffer all = {0};

    for (size_t i = 1; i + 2 < analysis->quotes.count; i++) {
        const Quote *quote = &analysis->quotes.items[i];
        Text words = text_slice(analysis->article->text, range_widen(quote->range));

        words.size = text_find_byte(words, ' ', 0);
        text_buffer_add(arena, &all,
                        arena_printf(arena, quote->inner ? "(%.*s: %.*s); " : "%.*s: %.*s; ",
                                     TEXT_ARGS(quote_speaker_names(quote, arena)), TEXT_ARGS(words)));
    }
    return text_buffer_text(&all);
}

#define OUTER "Tove Lind asked me. “Sell the nets,” she said. “Then rest.” I did not."
#define FIRST "“Sell the nets,”"
#define SECOND "“Then rest.”"

static void test_corrections_inside(void)
{
    static const struct {
        Text words, more;
        const char *expected, *what;
    } cases[] = {
        {LITERAL(FIRST), {0}, "FARROW: Tove; (Ann: “Sell); (Tove Lind: “Then); ", "the first of two in a turn"},
        {LITERAL(SECOND), {0}, "FARROW: Tove; (Tove Lind: “Sell); (Ann: “Then); ", "the second"},
        {LITERAL(FIRST), LITERAL(SECOND), "FARROW: Tove; (Ann: “Sell); (Ben: “Then); ", "both"},
        {LITERAL(OUTER), {0}, "Ann: Tove; (Tove Lind: “Sell); (Tove Lind: “Then); ", "the turn"},
        {LITERAL(OUTER), LITERAL(SECOND), "Ann: Tove; (Tove Lind: “Sell); (Ben: “Then); ", "the turn and one in it"},
        {LITERAL(FIRST " she said. " SECOND), {0}, "FARROW: Tove; (Ann: “Sell); ", "two in a turn made one"},
        {LITERAL("I did not."), {0}, "FARROW: Tove; (Tove Lind: “Sell); (Tove Lind: “Then); (Ann: I); ", "words of a turn"},
        {LITERAL("Tove Lind asked me."), LITERAL(FIRST), "Ann: Tove; Ben: “Sell; Tove Lind: “Then; ", "a turn cut short"},
    };
    const PlacedNotes none = {.count = 0};
    Arena arena = {0}, articles = {0}, sources = {0};
    Analysis *analysis = analyse(&arena, &articles, turns);

    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        PlacedNote both[] = {correction_of(analysis->article->text, cases[i].words, TEXT("Ann")),
                             correction_of(analysis->article->text, cases[i].more, TEXT("Ben"))};
        size_t count = cases[i].more.size ? 2 : 1;
        PlacedNotes corrections = {.items = both, .count = count, .end_there = count};
        Text found;

        corrections_apply(&sources, analysis, &corrections, &none);
        found = who_says_what(&arena, analysis);
        ok(text_equal(found, text_from(cases[i].expected)), "corrected in a transcript: %s", cases[i].what);
        if (!text_equal(found, text_from(cases[i].expected)))
            printf("# found: %.*s\n", TEXT_ARGS(found));
    }
    arena_release(&sources);
    arena_release(&articles);
    arena_release(&arena);
}

/* ---- size ---- */

/* So many bytes that notes take, each of which a copy has in another version: every one of them is changed in its place. */
static void test_large(size_t bytes)
{
    Arena arena = {0};
    TextBuffer buffers[2] = {{0}, {0}};
    Text sources[2];
    size_t count = 0;
    NotesUnion all;

    for (int side = 0; side < 2; side++)
        text_buffer_add(&arena, &buffers[side], TEXT("# mine\nnotes:\n"));
    for (; buffers[0].count < bytes; count++) {
        Note before = {.fields = {[NOTE_TEXT] = arena_printf(&arena, "the passage number %zu", count),
                                  [NOTE_NOTE] = arena_printf(&arena, "%0300zu", count)}};
        Text item =
            arena_printf(&arena, "  - id: %zu  # mine\n    text: the passage number %zu\n    note: ", count, count);

        text_buffer_add(&arena, &buffers[0], arena_printf(&arena, "%.*s%0300zu\n", TEXT_ARGS(item), count));
        text_buffer_add(&arena, &buffers[1], item);
        text_buffer_add(&arena, &buffers[1], TEXT("changed\n    was: "));
        text_buffer_add(&arena, &buffers[1], note_signature(&arena, &before));
        text_buffer_add(&arena, &buffers[1], TEXT("\n"));
    }
    sources[0] = text_buffer_text(&buffers[0]);
    sources[1] = text_buffer_text(&buffers[1]);
    ok(unite(&arena, sources, 2, &all).size > 0 && all.notes.count == count,
       "%zu bytes of notes, each changed by a copy: %zu notes", sources[0].size, count);
    arena_release(&arena);
}

int main(void)
{
    static const struct {
        const char *ending;
        void (*test)(const char *name);
    } kinds[] = {{".read.yaml", test_read}, {".put.yaml", test_put}, {".union.yaml", test_union}};

    (void)unicode_init("C.UTF-8");
    for (size_t kind = 0; kind < COUNT_OF(kinds); kind++) {
        VectorNames files;

        vector_list(&files, folder, "", kinds[kind].ending);
        ok(files.count > 0, "%zu files %s", files.count, kinds[kind].ending);
        for (size_t i = 0; i < files.count; i++)
            kinds[kind].test(files.names[i]);
        vector_list_release(&files);
    }
    test_names();
    test_copies();
    test_copies_with_more();
    test_sides_with_more();
    test_broken_store();
    test_who_is_who();
    test_corrections_inside();
    test_corrections_of_another();
    test_correction_of_two();
    test_histories(torture_is_long() ? 20000 : 1000);
    test_large(10 * 1000 * 1000);
    return tap_done();
}
