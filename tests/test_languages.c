/*
 * Languages other than English: that they are recognised, and others are not taken for them; who said what in articles of our own
 * (tests/vectors/languages), of which those in `kept` were marked before anything was measured, and nothing is tuned on them.
 * `make eval` prints the same figures.
 */
#include "eval/figures.h"
#include "formats/text/plain_text.h"
#include "own_texts.h"

/* ---- recognition ---- */

static LanguageId language_of(Text text)
{
    Arena arena = {0};
    LanguageId language = analysis_new(&arena, article_from_plain_text(&arena, text), (Range){0, SIZE_MAX})->language;

    arena_release(&arena);
    return language;
}

typedef struct Sample {
    LanguageId language;
    const char *text;
} Sample;

static const Sample samples[] = {
    {LANGUAGE_GERMAN, "Die Brücke ist seit gestern gesperrt, und niemand weiß, wann sie wieder geöffnet wird."},
    {LANGUAGE_FRENCH, "Le pont est fermé depuis hier, et personne ne sait quand il sera rouvert."},
    {LANGUAGE_SPANISH, "El puente está cerrado desde ayer y nadie sabe cuándo lo volverán a abrir."},
    {LANGUAGE_ITALIAN, "Il ponte è chiuso da ieri e nessuno sa quando sarà riaperto al traffico della città."},
    {LANGUAGE_PORTUGUESE, "A ponte está fechada desde ontem e ninguém sabe quando vai ser reaberta ao trânsito."},
    {LANGUAGE_DUTCH, "De brug is sinds gisteren dicht en niemand weet wanneer hij weer open gaat."},
    {LANGUAGE_POLISH, "Most jest zamknięty od wczoraj i nikt nie wie, kiedy go znowu otworzą."},
    {LANGUAGE_RUSSIAN, "Мост закрыт со вчерашнего дня, и никто не знает, когда его снова откроют."},
    {LANGUAGE_JAPANESE, "橋は昨日から通行止めになっており、いつ再開するか誰も知らない。"},
    {LANGUAGE_CHINESE, "这座桥从昨天起关闭，没有人知道什么时候会重新开放。"},
    {LANGUAGE_ENGLISH, "The bridge has been closed since yesterday, and nobody knows when it will open again."},
    {LANGUAGE_ENGLISH,
     "The bridge is shut. “La situation est grave, et personne ne sait quand le pont sera rouvert,” the mayor told the "
     "radio. She said that the works had begun and that nobody was to cross it on foot."},
    {LANGUAGE_ENGLISH, "Bron har varit stängd sedan i går, och ingen vet när den kan öppnas igen för trafik."},
    {LANGUAGE_ENGLISH, "Broen har været lukket siden i går, og ingen ved, hvornår den kan åbnes igen."},
    {LANGUAGE_ENGLISH, "El pont és tancat des d’ahir i ningú no sap quan el tornaran a obrir als cotxes."},
    {LANGUAGE_ENGLISH, "Podul este închis de ieri și nimeni nu știe când va fi deschis din nou pentru mașini."},
    {LANGUAGE_ENGLISH, "Most je od včerejška zavřený a nikdo neví, kdy se znovu otevře pro auta."},
    {LANGUAGE_ENGLISH, "Міст зачинено з учорашнього дня, і ніхто не знає, коли його знову відкриють."},
    {LANGUAGE_ENGLISH, "다리는 어제부터 통행이 금지되었으며 언제 다시 열릴지 아무도 모른다."},
    {LANGUAGE_ENGLISH, "12 34.5 67 | 89 | 0.3 kg | 14:05 | A B C"},
    {LANGUAGE_ENGLISH, "Dow Jones 34,000 up 2%; de la Cruz 3, van den Berg 1"},
    {LANGUAGE_ENGLISH, ""},
};

static void test_recognition(void)
{
    for (size_t i = 0; i < COUNT_OF(samples); i++) {
        LanguageId found = language_of(text_from(samples[i].text));

        ok(found == samples[i].language, "%.*s, not %.*s: %.40s", TEXT_ARGS(language_name(samples[i].language)),
           TEXT_ARGS(language_name(found)), samples[i].text);
    }
}

/* Beginnings of so many words: how many of a hundred are recognised at least. */
static void test_short_texts(const Documents *documents)
{
    static const struct {
        size_t words, percent;
    } floors[] = {{15, 88}, {30, 97}, {60, 100}};

    for (size_t i = 0; i < COUNT_OF(floors); i++) {
        size_t right = 0;

        for (size_t k = 0; k < documents->count; k++) {
            Text text = documents->items[k].text;
            size_t end = 0;

            for (size_t words = 0; end < text.size && words < floors[i].words; end++)
                words += ascii_is_blank(text.bytes[end]);
            right += language_of(text_slice(text, (Range){0, end})) ==
                     language_of_tag(text_slice(documents->items[k].id, (Range){0, 2}));
        }
        ok(right * 100 >= floors[i].percent * documents->count, "%zu words: %zu of %zu texts recognised",
           floors[i].words, right, documents->count);
    }
}

static void test_given(void)
{
    Arena arena = {0};
    Article *article =
        article_from_plain_text(&arena, TEXT("The bridge is shut, and that is that, and the river is high."));

    article->fields[FIELD_LANGUAGE] = TEXT("de-AT");
    ok(analysis_new(&arena, article, (Range){0, SIZE_MAX})->language == LANGUAGE_GERMAN,
       "what the article says goes first");
    article->fields[FIELD_LANGUAGE] = TEXT("sv");
    ok(analysis_new(&arena, article, (Range){0, SIZE_MAX})->language == LANGUAGE_ENGLISH,
       "a language without a table says nothing");
    arena_release(&arena);
}

/* All English texts of our own and of the open corpus stay English. */
static void test_english(Arena *arena, const char *folder)
{
    Documents documents = own_texts(arena, folder, MARKED_QUOTATIONS, 1);
    size_t others = 0;

    for (size_t i = 0; i < documents.count; i++)
        others += !text_starts_with(documents.items[i].id, TEXT("marks-")) && /* some are in other languages */
                  language_of(documents.items[i].text) != LANGUAGE_ENGLISH;
    ok(others == 0, "%zu texts of %s are taken for another language", others, folder);
}

/* ---- who said what ---- */

typedef struct Folder {
    const char *path;
    size_t documents;
    double detection, end_to_end, full; /* floors: what is reached, less half a point */
} Folder;

static const Folder folders[] = {
    {"tests/vectors/languages/tune", 43, .983, .979, .979},
    {"tests/vectors/languages/kept", 25, .978, .943, .939},
    {"tests/vectors/languages/others", 9, .942, .977, .961},
};

static void check(const Folder *folder, const Documents *documents, const TagModel *model)
{
    Scores scores;

    own_scores(documents, model, &scores);
    ok(figure_value(FIGURE_DETECTION, &scores) >= folder->detection, "%s, detection: %.3f, at least %.3f", folder->path,
       figure_value(FIGURE_DETECTION, &scores), folder->detection);
    ok(figure_value(FIGURE_END_TO_END, &scores) >= folder->end_to_end, "%s, end-to-end: %.3f, at least %.3f",
       folder->path, figure_value(FIGURE_END_TO_END, &scores), folder->end_to_end);
    ok(figure_value(FIGURE_FULL, &scores) >= folder->full, "%s, full names: %.3f, at least %.3f", folder->path,
       figure_value(FIGURE_FULL, &scores), folder->full);
}

int main(void)
{
    Arena arena = {0};
    TagModel model;

    test_recognition();
    test_given();
    own_model(&arena, &model);
    for (size_t i = 0; i < COUNT_OF(folders); i++) {
        Documents documents = own_texts(&arena, folders[i].path, MARKED_QUOTATIONS, folders[i].documents);

        check(&folders[i], &documents, &model);
        test_short_texts(&documents);
    }
    test_english(&arena, "tests/vectors/speakers");
    test_english(&arena, "tests/news/tune");
    arena_release(&arena);
    return tap_done();
}
