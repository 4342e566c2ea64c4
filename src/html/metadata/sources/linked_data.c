/*
 * All scripts are read into one tree. Objects are looked at where the page speaks of itself: at the top, in @graph, and under mainEntity; what is
 * further in (an item of a list, a comment, what the article is about) is of others. The best is of the rank highest, and says most.
 */
#include "html/metadata/sources/linked_data.h"

#include "html/metadata/sources/plain_value.h"

static const Text works[] = {LITERAL("Recipe"),
                             LITERAL("HowTo"),
                             LITERAL("Review"),
                             LITERAL("Report"),
                             LITERAL("CreativeWork"),
                             LITERAL("VideoObject"),
                             LITERAL("Course"),
                             LITERAL("QAPage"),
                             LITERAL("MedicalWebPage"),
                             LITERAL("PodcastEpisode"),
                             LITERAL("Guide"),
                             LITERAL("Chapter"),
                             LITERAL("LearningResource"),
                             LITERAL("WebContent"),
                             LITERAL("ItemPage"),
                             LITERAL("Blog"),
                             LITERAL("SocialMediaPosting"),
                             LITERAL("DiscussionForumPosting")};

/* ---- types ---- */

/* "https://schema.org/NewsArticle" is NewsArticle. */
static Text type_name(Text type)
{
    return text_slice(type, (Range){text_folder_size(type), type.size});
}

static LinkedRank rank_of_type(Text type)
{
    type = type_name(type);
    if (text_ends_with(type, TEXT("Article")) || text_ends_with(type, TEXT("BlogPosting")))
        return LINKED_ARTICLE;
    if (text_index_of(type, works, COUNT_OF(works)) < COUNT_OF(works))
        return LINKED_WORK;
    return text_ends_with(type, TEXT("WebPage")) ? LINKED_PAGE : LINKED_NONE;
}

size_t linked_next(const LinkedData *data, size_t member, size_t *at)
{
    const JsonValue *values = data->tree.values.items;
    size_t next = *at;

    if (member == NO_INDEX || next == NO_INDEX)
        return NO_INDEX;
    if (values[member].kind != JSON_ARRAY) {
        *at = NO_INDEX;
        return member;
    }
    if (next == 0)
        next = member + 1;
    if (next >= values[member].end)
        return NO_INDEX;
    *at = values[next].end;
    return next;
}

static LinkedRank rank_of(const LinkedData *data, size_t object)
{
    size_t types = json_tree_member(&data->tree, object, TEXT("@type")), type;
    LinkedRank rank = LINKED_NONE;

    for (size_t at = 0; (type = linked_next(data, types, &at)) != NO_INDEX;) {
        LinkedRank of_type = rank_of_type(json_tree_string(&data->tree, type));

        rank = of_type > rank ? of_type : rank;
    }
    return rank;
}

bool linked_is_a(const LinkedData *data, size_t object, Text name)
{
    size_t types = json_tree_member(&data->tree, object, TEXT("@type")), type;

    for (size_t at = 0; (type = linked_next(data, types, &at)) != NO_INDEX;) {
        if (text_equal(type_name(json_tree_string(&data->tree, type)), name))
            return true;
    }
    return false;
}

/* ---- which object ---- */

static bool is_where_pages_speak_of_themselves(Text key)
{
    static const Text keys[] = {LITERAL("@graph"), LITERAL("mainEntity"), LITERAL("mainEntityOfPage"),
                                LITERAL("subjectOf"), LITERAL("@list")};

    return text_index_of(key, keys, COUNT_OF(keys)) < COUNT_OF(keys);
}

/* How much an object says, after its rank. */
static size_t weight_of(const LinkedData *data, size_t object)
{
    static const Text keys[] = {LITERAL("headline"), LITERAL("datePublished"), LITERAL("author")};
    size_t weight = rank_of(data, object) * (COUNT_OF(keys) + 1);

    for (size_t i = 0; weight && i < COUNT_OF(keys); i++)
        weight += json_tree_member(&data->tree, object, keys[i]) != NO_INDEX;
    return weight;
}

static void choose(LinkedData *data)
{
    const JsonValue *values = data->tree.values.items;
    size_t most = 0;

    for (size_t i = 1, weight; i < data->tree.values.count; i++) {
        if (values[i].key.size && !is_where_pages_speak_of_themselves(values[i].key)) {
            i = values[i].end - 1;
            continue;
        }
        if (values[i].kind != JSON_OBJECT || (weight = weight_of(data, i)) == 0)
            continue;
        if (data->page == NO_INDEX && rank_of(data, i) == LINKED_PAGE)
            data->page = i;
        if (weight > most) {
            most = weight;
            data->best = i;
        }
    }
}

static bool is_linked_data(const HtmlTree *tree, size_t node)
{
    Text type;

    if (tree->nodes.items[node].tag != HTML_SCRIPT)
        return false;
    type = html_attribute(tree, node, TEXT("type"));
    return text_find(type, TEXT("ld+json"), 0) != TEXT_NOT_FOUND ||
           text_find(type, TEXT("LD+JSON"), 0) != TEXT_NOT_FOUND;
}

LinkedData linked_data_read(Arena *arena, const HtmlTree *tree)
{
    LinkedData data = {.best = NO_INDEX, .page = NO_INDEX};

    for (size_t node = 0; node < tree->nodes.count; node++) {
        if (!is_linked_data(tree, node))
            continue;
        for (size_t i = node + 1; i < tree->nodes.items[node].end; i++)
            json_tree_add(arena, &data.tree, tree->nodes.items[i].text);
    }
    choose(&data);
    if (data.best == NO_INDEX)
        return data;
    data.rank = rank_of(&data, data.best);
    data.is_news = linked_is_a(&data, data.best, TEXT("NewsArticle")) ||
                   linked_is_a(&data, data.best, TEXT("ReportageNewsArticle")) ||
                   linked_is_a(&data, data.best, TEXT("AnalysisNewsArticle")) ||
                   linked_is_a(&data, data.best, TEXT("OpinionNewsArticle")) ||
                   linked_is_a(&data, data.best, TEXT("LiveBlogPosting"));
    return data;
}

/* ---- values ---- */

/* The object that has this @id and says more of it than the id. */
static size_t object_of_id(const LinkedData *data, Text id)
{
    const JsonValue *values = data->tree.values.items;

    for (size_t i = 1; i + 1 < data->tree.values.count; i++) {
        if (values[i].kind == JSON_OBJECT && json_tree_member(&data->tree, i, TEXT("name")) != NO_INDEX &&
            text_equal(json_tree_string(&data->tree, json_tree_member(&data->tree, i, TEXT("@id"))), id))
            return i;
    }
    return NO_INDEX;
}

size_t linked_target(const LinkedData *data, size_t value)
{
    Text id;
    size_t target;

    if (value == NO_INDEX || json_tree_member(&data->tree, value, TEXT("name")) != NO_INDEX)
        return value;
    id = json_tree_string(&data->tree, json_tree_member(&data->tree, value, TEXT("@id")));
    target = id.size ? object_of_id(data, id) : NO_INDEX;
    return target == NO_INDEX ? value : target;
}

Text linked_text(Arena *arena, const LinkedData *data, size_t object, Text key)
{
    size_t at = 0, value = linked_next(data, json_tree_member(&data->tree, object, key), &at);
    Text text;

    if (value == NO_INDEX)
        return (Text){0};
    text = json_tree_string(&data->tree, value);
    if (text.size)
        return plain_value(arena, text);
    value = linked_target(data, value);
    text = json_tree_string(&data->tree, json_tree_member(&data->tree, value, TEXT("name")));
    if (text.size == 0)
        text = json_tree_string(&data->tree, json_tree_member(&data->tree, value, TEXT("@value")));
    return plain_value(arena, text);
}
