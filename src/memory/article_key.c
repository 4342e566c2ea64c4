/*
 * A file's name cannot be an identity: ids have slashes, addresses are long, and where letters have no case two of them may be one name. So its name
 * is a hash of 128 bits, and what was hashed stands in the file, where people find it by grep and quoin makes sure that it is the right one.
 *
 *     url: https://Example.org/ferry/?utm_source=feed   →   url example.org/ferry   →   8d1c…e2
 *
 * The hash takes eight bytes at a time, always the lowest first, so that machines of all kinds find the same names; two sums of different odd factors
 * are mixed as in SplitMix64 (Steele, Lea and Flood 2014). It holds against chance alone.
 */
#include "memory/article_key.h"

#include "article/address_identity.h"

enum { WORD_BYTES = 8 };

typedef struct KeyHash {
    uint64_t first, second;
} KeyHash;

static uint64_t word_at(Text text, size_t at)
{
    uint64_t word = 0;

    for (size_t i = 0; i < WORD_BYTES && at + i < text.size; i++)
        word |= (uint64_t)(unsigned char)text.bytes[at + i] << (8 * i);
    return word;
}

static uint64_t whole_word_at(const char *bytes)
{
    const unsigned char *byte = (const unsigned char *)bytes;

    return (uint64_t)byte[0] | (uint64_t)byte[1] << 8 | (uint64_t)byte[2] << 16 | (uint64_t)byte[3] << 24 |
           (uint64_t)byte[4] << 32 | (uint64_t)byte[5] << 40 | (uint64_t)byte[6] << 48 | (uint64_t)byte[7] << 56;
}

static void hash_word(KeyHash *hash, uint64_t word)
{
    hash->first = (hash->first ^ word) * 0x9E3779B97F4A7C15u;
    hash->first ^= hash->first >> 32;
    hash->second = (hash->second + word) * 0xD6E8FEB86659FD93u;
    hash->second ^= hash->second >> 29;
}

static uint64_t finish_sum(uint64_t sum)
{
    sum = (sum ^ sum >> 30) * 0xBF58476D1CE4E5B9u;
    sum = (sum ^ sum >> 27) * 0x94D049BB133111EBu;
    return sum ^ sum >> 31;
}

static KeyHash hash_text(Text text)
{
    KeyHash hash = {text.size, ~(uint64_t)text.size};
    size_t at = 0;

    for (; at + WORD_BYTES <= text.size; at += WORD_BYTES)
        hash_word(&hash, whole_word_at(text.bytes + at));
    hash_word(&hash, word_at(text, at));
    return (KeyHash){finish_sum(hash.first), finish_sum(hash.second)};
}

static Text hash_digits(Arena *arena, KeyHash hash)
{
    return arena_printf(arena, "%016llx%016llx", (unsigned long long)hash.first, (unsigned long long)hash.second);
}

/* `whole`: with its kind before it. */
static ArticleKey key_of(Arena *arena, ArticleKeyKind kind, Text whole)
{
    ArticleKey key = {.kind = kind, .name = hash_digits(arena, hash_text(whole))};

    key.identity =
        arena_copy(arena, arena_shortened(arena, arena_on_one_line(arena, whole), ARTICLE_KEY_IDENTITY_LONGEST));
    return key;
}

static ArticleKey key_of_parts(Arena *arena, ArticleKeyKind kind, Text name, Text rest)
{
    return key_of(arena, kind, arena_join(arena, (const Text[]){name, rest}, 2));
}

ArticleKey article_key_given(Arena *arena, Text id, Text url)
{
    Text trimmed = text_trim(id), page = address_identity(arena, trimmed.size ? trimmed : url);

    if (page.size)
        return key_of_parts(arena, ARTICLE_KEY_URL, TEXT("url "), page);
    if (trimmed.size)
        return key_of_parts(arena, ARTICLE_KEY_ID, TEXT("id "), trimmed);
    return (ArticleKey){0};
}

static ArticleKey key_of_content(Arena *arena, const Article *article)
{
    Text text = text_trim(text_slice(article->text, (Range){0, ARTICLE_KEY_BYTES}));

    if (text.size == 0)
        return (ArticleKey){0};
    return key_of_parts(arena, ARTICLE_KEY_CONTENT, TEXT("content "), hash_digits(arena, hash_text(text)));
}

static ArticleKey told_key(Arena *arena, const Article *article, Text address)
{
    Text url = article_field(article, FIELD_URL);

    return article_key_given(arena, article_field(article, FIELD_ID), url.size ? url : address);
}

ArticleKey article_key(Arena *arena, Article *article, Text address)
{
    ArticleKey key = told_key(arena, article, address);

    if (key.kind == ARTICLE_KEY_NONE)
        (void)article_index(article, ARTICLE_KEY_BYTES);
    return key.kind ? key : key_of_content(arena, article);
}

ArticleKey article_indexed_key(Arena *arena, const Article *article, Text address)
{
    ArticleKey key = told_key(arena, article, address);

    return key.kind ? key : key_of_content(arena, article);
}

Text article_key_file(Arena *arena, Text key)
{
    const Text parts[] = {text_slice(key, (Range){0, 2}), TEXT("/"), key, TEXT(".yaml")};

    return arena_join(arena, parts, COUNT_OF(parts));
}
