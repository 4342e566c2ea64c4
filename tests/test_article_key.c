/* What an article is known by: what is the same has the same key, what only looks like it has another, and the name is one that file systems take. */
#include "memory/article_key.h"

#include "formats/formats.h"
#include "tap.h"

static Arena arena;

static ArticleKey key_of_source(const Format *format, const char *source, const char *address)
{
    Report report;
    File *file = ARENA_NEW(&arena, File);
    Article *article;

    report_init(&report, &arena, TEXT("a"));
    file_from_text(file, text_from(source));
    article = article_read(&arena, file, format, &report);
    return article ? article_key(&arena, article, text_from(address)) : (ArticleKey){0};
}

static ArticleKey of_yaml(const char *source)
{
    return key_of_source(&article_format, source, "");
}

static bool is_name(Text name)
{
    for (size_t i = 0; i < name.size; i++) {
        if (!ascii_is_digit(name.bytes[i]) && (name.bytes[i] < 'a' || name.bytes[i] > 'f'))
            return false;
    }
    return name.size == 32;
}

/* The names themselves, since what was kept must be found by the next version, and on other machines. */
static const struct {
    const char *id, *url, *identity, *name;
} given[] = {
    {"", "https://Example.org/ferry/?utm_source=feed", "url example.org/ferry", "7a7b79d26475c85456f9c1e57ceaa232"},
    {"", "http://example.org/ferry#top", "url example.org/ferry", "7a7b79d26475c85456f9c1e57ceaa232"},
    {"https://example.org/ferry", "https://other.org/", "url example.org/ferry", "7a7b79d26475c85456f9c1e57ceaa232"},
    {"ferry/7", "https://example.org/ferry", "id ferry/7", "9949b5144ab5e1c198b2485e68b57638"},
    {" ferry/7\n", "", "id ferry/7", "9949b5144ab5e1c198b2485e68b57638"},
    {"../../etc/passwd", "", "id ../../etc/passwd", "b0400ed4b8a76dbfeddb396cfbe44e55"},
    {"Ferry/7", "", "id Ferry/7", "c2d1a2fc5178c913bf74131a149a71d9"},
    {"", "", "", ""},
};

static void test_given(void)
{
    for (size_t i = 0; i < COUNT_OF(given); i++) {
        ArticleKey key = article_key_given(&arena, text_from(given[i].id), text_from(given[i].url));

        if (!ok(text_equal(key.identity, text_from(given[i].identity)) &&
                    text_equal(key.name, text_from(given[i].name)) && (key.kind == ARTICLE_KEY_NONE || is_name(key.name)),
                "id \"%s\", url \"%s\": %s", given[i].id, given[i].url, given[i].identity))
            printf("# found \"%.*s\" %.*s\n", TEXT_ARGS(key.identity), TEXT_ARGS(key.name));
    }
}

static void test_long(void)
{
    char id[3000];
    ArticleKey first, second;

    memset(id, 'x', sizeof id);
    id[sizeof id - 1] = '\0';
    id[1500] = '\n';
    first = article_key_given(&arena, text_from(id), (Text){0});
    id[1499] = 'y';
    second = article_key_given(&arena, text_from(id), (Text){0});
    ok(first.identity.size <= ARTICLE_KEY_IDENTITY_LONGEST && text_find_byte(first.identity, '\n', 0) == TEXT_NOT_FOUND,
       "a long identity is shortened, and on one line");
    ok(!text_equal(first.name, second.name), "but all of it counts");
}

static void test_article(void)
{
    ArticleKey with_id = of_yaml("id: a/b\nurl: https://example.org/x\ntitle: T\nbody: [One.]\n");
    ArticleKey with_url = of_yaml("url: https://example.org/x\ntitle: T\nbody: [One.]\n");
    ArticleKey without = of_yaml("title: T\nbody: [One.]\n"), other = of_yaml("title: T\nbody: [Two.]\n");
    ArticleKey plain = key_of_source(&text_format, "T\n\nOne.\n", "");
    ArticleKey got = key_of_source(&text_format, "T\n\nOne.\n", "https://example.org/x?fbclid=7");

    ok(with_id.kind == ARTICLE_KEY_ID && with_url.kind == ARTICLE_KEY_URL && without.kind == ARTICLE_KEY_CONTENT,
       "id, else url, else content");
    ok(text_equal(got.name, with_url.name), "where it was got from is an address too");
    ok(!text_equal(without.name, other.name), "another text is another article");
    ok(text_equal(without.name, plain.name), "the same text in another format is the same");
    ok(key_of_source(&text_format, " \n", "").kind == ARTICLE_KEY_NONE, "no text has none");
}

/* A text that grows at its end stays the same article, once there is so much of it. */
static void test_growing(void)
{
    TextBuffer text = {0};
    ArticleKey first, second;

    while (text.count < ARTICLE_KEY_BYTES + 100)
        text_buffer_add(&arena, &text,
                        arena_printf(&arena, "A line of what is written down, number %zu.\n\n", text.count));
    first = key_of_source(&text_format, arena_terminated(&arena, text_buffer_text(&text)), "");
    text_buffer_add(&arena, &text, TEXT("One more.\n"));
    second = key_of_source(&text_format, arena_terminated(&arena, text_buffer_text(&text)), "");
    ok(first.kind == ARTICLE_KEY_CONTENT && text_equal(first.name, second.name),
       "what comes at the end changes nothing");
}

/* Names for 200,000 ids that are alike: no two are the same. */
static int compare_names(const void *a, const void *b)
{
    return memcmp(*(const char *const *)a, *(const char *const *)b, 32);
}

static void test_alike(void)
{
    enum { IDS = 200000 };
    const char **names = ARENA_ARRAY(&arena, const char *, IDS);
    size_t same = 0;

    for (size_t i = 0; i < IDS; i++)
        names[i] = article_key_given(&arena, arena_printf(&arena, "tag:example.org,2024:%zu", i), (Text){0}).name.bytes;
    qsort(names, IDS, sizeof *names, compare_names);
    for (size_t i = 1; i < IDS; i++)
        same += compare_names(&names[i - 1], &names[i]) == 0;
    ok(same == 0, "%d ids that are alike have as many names", IDS);
}

int main(void)
{
    test_given();
    test_long();
    test_article();
    test_growing();
    test_alike();
    arena_release(&arena);
    return tap_done();
}
