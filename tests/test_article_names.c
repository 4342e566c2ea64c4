/* What files of articles are called, and which addresses are those of one article. */
#include "article/address_identity.h"
#include "base/unicode/unicode.h"
#include "library/article_name.h"
#include "random.h"
#include "tap.h"

static void test_names(void)
{
    static const struct {
        const char *date, *headline, *name;
    } cases[] = {
        {"2026-11-30", "Council votes to keep the ferry", "2026-11-30-council-votes-to-keep-the-ferry"},
        {"2026-11-30T09:30:00Z", "“We knew,” said Zoë’s Œuvre…", "2026-11-30-we-knew-said-zoes-oeuvre"},
        {"", "It's 5 o'clock: who's there?", "its-5-oclock-whos-there"},
        {"2026", "A year", "a-year"},
        {"yesterday", "../../etc/passwd", "etc-passwd"},
        {"2026-11-30", ".hidden \n\t -- ", "2026-11-30-hidden"},
        {"2026/11/30", "-", "f7fe010b"},
        {"", "", "ab3e7c0b"},
        {"2026-11-30", "日本語の見出し", "2026-11-30-3971a498"},
        {"", "a b c d e f g h i j k l m n o p q r s t u v w x y z a b c d e f g h i j k l m n o p q r s t u v",
         "a-b-c-d-e-f-g-h-i-j-k-l-m-n-o-p-q-r-s-t-u-v-w-x-y-z-a-b-c-d-e-f-g-h-i-j-k-l-m-n"},
        {"", "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaftsvorstand",
         "donaudampfschifffahrtselektrizitatenhauptbetriebswerkbauunterbeamtengesellschaft"},
    };

    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        Arena arena = {0};
        Text name = article_name(&arena, text_from(cases[i].date), text_from(cases[i].headline));

        if (!ok(text_equal(name, text_from(cases[i].name)), "the name of \"%s\", %s", cases[i].headline, cases[i].date))
            printf("# %.*s\n", TEXT_ARGS(name));
        arena_release(&arena);
    }
}

/* Whatever the headline: letters, digits, single hyphens between. */
static bool is_sound(Text name)
{
    if (name.size == 0 || name.size > ARTICLE_NAME_LONGEST || name.bytes[0] == '-' || name.bytes[name.size - 1] == '-')
        return false;
    for (size_t i = 0; i < name.size; i++) {
        char byte = name.bytes[i];

        if (!ascii_is_lower(byte) && !ascii_is_digit(byte) && (byte != '-' || name.bytes[i - 1] == '-'))
            return false;
    }
    return true;
}

static void test_any_name(void)
{
    unsigned long seed = random_begin(3);
    size_t sound = 0;

    for (size_t i = 0; i < 2000; i++) {
        char bytes[200];
        Arena arena = {0};
        size_t size = random_below(sizeof bytes);

        for (size_t k = 0; k < size; k++)
            bytes[k] = (char)random_below(random_below(2) ? 256 : 128);
        sound += is_sound(
            article_name(&arena, random_below(2) ? TEXT("2026-11-30") : (Text){bytes, size}, (Text){bytes, size}));
        arena_release(&arena);
    }
    ok(sound == 2000, "%zu of 2000 names of any bytes are names, seed %lu", sound, seed);
}

static void test_addresses(void)
{
    static const struct {
        const char *address, *identity;
    } cases[] = {
        {"https://example.org/ferry", "example.org/ferry"},
        {"http://example.org/ferry/", "example.org/ferry"},
        {"HTTPS://Example.ORG:443/ferry#top", "example.org/ferry"},
        {"http://example.org:80/ferry?", "example.org/ferry"},
        {"http://user:word@example.org./ferry", "example.org/ferry"},
        {" https://example.org/ferry?utm_source=feed&utm_medium=rss ", "example.org/ferry"},
        {"https://example.org/ferry?id=7&fbclid=x&&GCLID=2", "example.org/ferry?id=7"},
        {"https://example.org/ferry?id=7&page=2", "example.org/ferry?id=7&page=2"},
        {"https://example.org/ferry?page=2&id=7", "example.org/ferry?page=2&id=7"},
        {"https://example.org/Ferry", "example.org/Ferry"},
        {"https://example.org/%7eana/caf%c3%a9?q=%2f", "example.org/~ana/caf%C3%A9?q=%2F"},
        {"https://example.org", "example.org"},
        {"https://example.org/", "example.org"},
        {"https://example.org:8080/", "example.org:8080"},
        {"https://example.org/#!/ferry", "example.org#!/ferry"},
        {"https://example.org/a?utm_source=feed#!/ferry/?utm_medium=rss", "example.org/a#!/ferry"},
        {"https://user@[::1]:443/ferry", "[::1]/ferry"},
        {"http://[2001:DB8::80]/ferry", "[2001:db8::80]/ferry"},
        {"https://example.org?id=1", "example.org?id=1"},
        {"https://example.org#!@other.org/ferry", "example.org#!@other.org/ferry"},
        {"https://user@other.org@example.org/ferry", "example.org/ferry"},
        {"https://", ""},
        {"ftp://example.org/ferry", ""},
        {"/ferry", ""},
        {"", ""},
    };

    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        Arena arena = {0};
        Text identity = address_identity(&arena, text_from(cases[i].address));

        if (!ok(text_equal(identity, text_from(cases[i].identity)), "what \"%s\" leads to", cases[i].address))
            printf("# %.*s\n", TEXT_ARGS(identity));
        arena_release(&arena);
    }
}

int main(void)
{
    (void)unicode_init("C.UTF-8");
    test_names();
    test_any_name();
    test_addresses();
    return tap_done();
}
