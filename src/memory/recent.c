/* A list of mappings; a row that says too little to open an article is left out when it is written next. */
#include "memory/recent.h"

#include "base/yaml/yaml_write.h"
#include "base/yaml/yaml_written.h"

static void read_article(RecentList *list, Arena *arena, const YamlNode *node, Report *report)
{
    RecentArticle article = {0};
    int percent = 0;

    if (!yaml_expect(node, YAML_MAPPING, "an article", report))
        return;
    YAML_EACH(child, node) {
        Text key = child->key->text, state = {0};

        if (text_equal(key, TEXT("title")))
            (void)yaml_text(child, "a title", report, &article.title);
        else if (text_equal(key, TEXT("file")))
            (void)yaml_text(child, "the name of a file", report, &article.file);
        else if (text_equal(key, TEXT("kept")))
            (void)yaml_text(child, "the name of what is kept", report, &article.key);
        else if (text_equal(key, TEXT("percent")))
            (void)yaml_int(child, 0, 100, report, &percent);
        else if (text_equal(key, TEXT("state")) && yaml_text(child, "a state", report, &state))
            article.state = reading_state_of(state);
    }
    article.percent = (unsigned)percent;
    if (article.key.size > 2 && article.file.size && article.state < READING_STATE_COUNT)
        ARRAY_PUSH(arena, list->items, article);
}

bool recent_read(RecentList *list, Arena *arena, Text source, Report *report)
{
    const YamlNode *root, *articles;

    *list = (RecentList){0};
    if (yaml_says_nothing(source))
        return true;
    root = yaml_parse_written(arena, source);
    root = root ? root : yaml_parse(arena, source, report);
    if (!root || report->error_count || !yaml_expect(root, YAML_MAPPING, "articles:", report))
        return false;
    articles = yaml_get(root, TEXT("articles"));
    if (!articles || !yaml_expect(articles, YAML_SEQUENCE, "a list of articles", report))
        return !articles;
    YAML_EACH(child, articles)
        read_article(list, arena, child, report);
    return report->error_count == 0;
}

Text recent_write(const RecentList *list, Arena *arena)
{
    YamlList root = yaml_list_new(arena, YAML_MAPPING), articles = yaml_list_new(arena, YAML_SEQUENCE);

    for (size_t i = 0; i < list->items.count; i++) {
        const RecentArticle *article = &list->items.items[i];
        YamlList row = yaml_list_new(arena, YAML_MAPPING);

        if (article->title.size)
            yaml_list_add_text(&row, TEXT("title"), article->title, YAML_PLAIN);
        yaml_list_add_text(&row, TEXT("file"), article->file, YAML_PLAIN);
        yaml_list_add_text(&row, TEXT("state"), reading_state_name(article->state), YAML_PLAIN);
        yaml_list_add_number(&row, TEXT("percent"), article->percent);
        yaml_list_add_text(&row, TEXT("kept"), article->key, YAML_PLAIN);
        yaml_list_add(&articles, (Text){0}, row.node);
    }
    yaml_list_add(&root, TEXT("articles"), articles.node);
    return yaml_to_text(arena, root.node);
}

bool recent_remove(RecentList *list, Text key)
{
    size_t kept = 0, before = list->items.count;

    for (size_t i = 0; i < before; i++) {
        if (!text_equal(list->items.items[i].key, key))
            list->items.items[kept++] = list->items.items[i];
    }
    list->items.count = kept;
    return kept < before;
}

void recent_put(RecentList *list, Arena *arena, const RecentArticle *article)
{
    RecentList put = {0};

    ARRAY_PUSH(arena, put.items, *article);
    for (size_t i = 0; i < list->items.count && put.items.count < RECENT_MOST; i++) {
        const RecentArticle *other = &list->items.items[i];

        if (!text_equal(other->key, article->key) && !text_equal(other->file, article->file))
            ARRAY_PUSH(arena, put.items, *other);
    }
    *list = put;
}

const RecentArticle *recent_of_file(const RecentList *list, Text file)
{
    for (size_t i = 0; i < list->items.count; i++) {
        if (text_equal(list->items.items[i].file, file))
            return &list->items.items[i];
    }
    return NULL;
}

/* As the file has it whatever its style: what YAML may write otherwise (blanks, where a line may end, marks, escapes) is no part of it. */
static Text plainest_part(Text name)
{
    Text best = {0};

    for (size_t start = 0, at = 0; at <= name.size; at++) {
        bool plain =
            at < name.size && (ascii_is_alnum(name.bytes[at]) || name.bytes[at] == '-' || name.bytes[at] == '.');

        if (plain)
            continue;
        if (at - start > best.size)
            best = text_slice(name, (Range){start, at});
        start = at + 1;
    }
    return best;
}

bool recent_may_name(Text source, Text file)
{
    Text name = plainest_part(text_slice(file, (Range){text_folder_size(file), file.size}));

    return name.size == 0 || text_find(source, name, 0) != TEXT_NOT_FOUND;
}
