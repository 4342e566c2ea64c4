/* Front matter: what stands before a Markdown text between lines of "---", in YAML, and says what it is called, who wrote it, when. */
#ifndef QUOIN_FORMATS_MARKDOWN_FRONT_MATTER_H
#define QUOIN_FORMATS_MARKDOWN_FRONT_MATTER_H

#include "article/article.h"
#include "base/report.h"

typedef struct FrontMatter {
    Text yaml;   /* with its first line, so that lines are counted from it; empty: there is none in YAML */
    size_t end;  /* where the text begins, behind the line that ends it */
    size_t toml; /* the line on which it begins in TOML ("+++"), which is not read; 0: it is none */
} FrontMatter;

/* Of a text that may begin with a byte order mark. All zero, but for the mark: it has none. */
FrontMatter front_matter_find(Text source);

/*
 * Fill the fields, authors and tags of an article from the keys that its YAML form has; other keys are those of some program, and not told. What
 * cannot be read is warned of; a "key: value" on a line of its own is read in any case.
 */
void front_matter_read(Article *article, const FrontMatter *front, Report *report);

#endif
