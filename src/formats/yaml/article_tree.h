/* An article as a tree of its form's keys, from which a file of it is written. For article_writer.c and article_json.c. */
#ifndef QUOIN_FORMATS_YAML_ARTICLE_TREE_H
#define QUOIN_FORMATS_YAML_ARTICLE_TREE_H

#include "article/article.h"
#include "base/yaml/yaml_write.h"

typedef enum ArticleBody { BODY_OF_BLOCKS, BODY_OF_TEXT } ArticleBody;

/* In the arena, with texts of the article's own. */
const YamlNode *article_tree(Arena *arena, const Article *article, ArticleBody body);

#endif
