/*
 * An article: one UTF-8 text, and ranges over it. The headline is the start of that text and the body follows, so that search,
 * mentions and positions work in all of it. For plain text the text *is* the file (offsets are the file's); for the
 * YAML form the blocks are joined with blank lines.
 *
 * Long texts are indexed from the front, as far as somebody asks: `blocks` grows, `text` grows in place.
 */
#ifndef QUOIN_ARTICLE_ARTICLE_H
#define QUOIN_ARTICLE_ARTICLE_H

#include "base/file.h"

/*
 * BLOCK(ID, name, traits): the kinds of blocks. KICKER and META have no text of their own: the reader writes the section there, and source,
 * date and length. What the text begins with is the head; its words are not counted.
 */
#define BLOCK_KINDS(BLOCK)                                  \
    BLOCK(KICKER, "kicker", BLOCK_IN_HEAD | BLOCK_TEXTLESS)     \
    BLOCK(TITLE, "title", BLOCK_IN_HEAD | BLOCK_HEADLINE)       \
    BLOCK(SUBTITLE, "subtitle", BLOCK_IN_HEAD | BLOCK_HEADLINE) \
    BLOCK(META, "meta", BLOCK_IN_HEAD | BLOCK_TEXTLESS)         \
    BLOCK(STANDFIRST, "description", BLOCK_IN_HEAD)         \
    BLOCK(BYLINE, "byline", BLOCK_IN_HEAD)                  \
    BLOCK(PARAGRAPH, "paragraph", 0)                        \
    BLOCK(HEADING, "heading", BLOCK_HEADLINE)               \
    BLOCK(CAPTION, "caption", 0)                            \
    BLOCK(CREDIT, "credit", 0)                              \
    BLOCK(BLOCKQUOTE, "blockquote", 0)                      \
    BLOCK(CITE, "cite", 0)                                  \
    BLOCK(LIST_ITEM, "list", 0)                             \
    BLOCK(ORDERED_ITEM, "ordered", 0)                       \
    BLOCK(VERBATIM, "verbatim", 0)                          \
    BLOCK(NOTE, "note", 0)                                  \
    BLOCK(RULE, "rule", BLOCK_TEXTLESS)

enum { BLOCK_IN_HEAD = 1, BLOCK_HEADLINE = 2, BLOCK_TEXTLESS = 4 }; /* traits */

typedef enum BlockKind {
#define BLOCK(ID, name, traits) BLOCK_##ID,
    BLOCK_KINDS(BLOCK)
#undef BLOCK
    BLOCK_KIND_COUNT
} BlockKind;

typedef struct Block {
    Range range;           /* of article->text, without the line end; empty for KICKER, META and RULE */
    BlockKind kind : 8;
    unsigned entry : 24;   /* of the YAML form's `body`, from 1, that it comes from; 0 for the head, and in plain text */
    unsigned number;       /* of an ORDERED_ITEM, from 1; of a body paragraph in its order, from 1; else 0 */
} Block;

/* FIELD(ID, key, aliases): metadata with one text each; aliases are separated by blanks. */
#define ARTICLE_FIELDS(FIELD)                                                         \
    FIELD(ID, "id", "guid uri")                                                       \
    FIELD(TITLE, "title", "headline name")                                            \
    FIELD(SUBTITLE, "subtitle", "alternativeHeadline hl2")                            \
    FIELD(DESCRIPTION, "description", "excerpt summary abstract standfirst dek")      \
    FIELD(BYLINE, "byline", "by creator")                                             \
    FIELD(SOURCE, "source", "publisher siteName sitename container-title")            \
    FIELD(DATE, "date", "datePublished publishedTime published issued")               \
    FIELD(UPDATED, "updated", "dateModified")                                         \
    FIELD(ACCESSED, "accessed", "savedAt")                                            \
    FIELD(DATELINE, "dateline", "")                                                   \
    FIELD(URL, "url", "link canonical")                                               \
    FIELD(LANGUAGE, "language", "lang inLanguage")                                    \
    FIELD(SECTION, "section", "articleSection")                                       \
    FIELD(RIGHTS, "rights", "license")

typedef enum ArticleField {
#define FIELD(ID, key, aliases) FIELD_##ID,
    ARTICLE_FIELDS(FIELD)
#undef FIELD
    FIELD_COUNT
} ArticleField;

typedef struct Author {
    Text name, role, url;
} Author;

typedef struct Link {
    Text text, url;
    size_t block; /* hint, from 1; 0 for none */
} Link;

/* Annotations that the file gives; ENTITY_ types and quotation types are named as in the file. */
typedef struct GivenEntity {
    Text name, role, url;
    Text type; /* "person" "organization" "place" "event" "work" "product" "other" */
    ARRAY(Text) aliases;
} GivenEntity;

/* How the words that a file gives for a quotation stand in its text: the names are what programs read. */
#define QUOTE_MATCHES(MATCH)      \
    MATCH(EXACT, "exact")         \
    MATCH(FOLDED, "folded")       /* the same words; case, accents, marks, blanks or hyphens differ */ \
    MATCH(DIFFERS, "differs")     /* a word or so differs, or is spelled otherwise */

typedef enum QuoteMatch {
#define MATCH(ID, name) MATCH_##ID,
    QUOTE_MATCHES(MATCH)
#undef MATCH
    QUOTE_MATCH_COUNT
} QuoteMatch;

typedef struct GivenQuote {
    Range range;            /* found in the text, marks included where they stand around it */
    Text speaker, cue;
    Text type;              /* "direct" "indirect" "mixed", or empty */
    Text text;              /* its words as the file gives them */
    QuoteMatch match;
    unsigned agreement;     /* of the words, in percent: 100, or less where they differ */
} GivenQuote;

typedef struct Article {
    Arena *arena;
    File *file;               /* plain text grows from here; NULL otherwise. Borrowed: close it after the article */
    Text text;                /* title and body, as far as loaded */
    Text fields[FIELD_COUNT]; /* empty where not given; in plain text: as recognised */
    Range dateline;           /* in the first paragraph: "Jan. 10 (UPI) —"; empty for none */
    ARRAY(Block) blocks;      /* in the order of the text */
    ARRAY(Author) authors;
    ARRAY(Text) tags;
    ARRAY(Link) links;
    ARRAY(GivenQuote) quotes;     /* sorted by start */
    ARRAY(GivenEntity) entities;
    bool quotes_given;            /* `quotes:` is there, even if empty: no automatic extraction */
    bool entities_given;
    bool is_text;                 /* plain text, not the YAML form */
    bool complete;                /* all blocks are there */
    size_t indexed;               /* bytes of the text that blocks cover */
    size_t word_count;            /* of what is indexed, headline not counted */
    unsigned paragraphs;          /* numbered so far */
    size_t invalid_at;            /* first byte that is not UTF-8 in what is indexed, or TEXT_NOT_FOUND */
} Article;

typedef enum ArticleFormat { FORMAT_AUTO, FORMAT_ARTICLE, FORMAT_TEXT } ArticleFormat;

/*
 * Read an article. FORMAT_AUTO: by content: the YAML form when it begins like one (a mapping with a known key), else plain
 * text. Both article and messages live in `arena`. NULL: the report says what is wrong; with a YAML form all of it.
 * An article with errors in places that can be left out is still returned; look at report->error_count.
 * Of plain text only the first FILE_FIRST_BYTES are indexed, and refused: an empty or a binary file (NUL bytes), not UTF-8.
 */
Article *article_read(Arena *arena, File *file, ArticleFormat format, Report *report);

/* Plain text exactly as it is, without looking for title, byline, dateline: every paragraph a PARAGRAPH. For pipelines. */
Article *article_from_text(Arena *arena, Text text);

/* Index until the text up to `offset` is covered or the article is complete. True: there is more to come. */
bool article_index(Article *article, size_t offset);

/* The block that covers `offset` or the last one before it; blocks must not be empty. Indexes as far as needed. */
size_t article_block_at(Article *article, size_t offset);
size_t article_known_block_at(const Article *article, size_t offset); /* the same among those that are indexed */

/* Metadata only, for lists: title, source, date, url, from the first bytes of the file; cheap. False: not readable as an article. */
bool article_peek(Arena *arena, File *file, Text fields[FIELD_COUNT]);

Text article_field(const Article *article, ArticleField field);
Text article_block_text(const Article *article, size_t block);

/* The key of a field, the name of a block kind: rows of the tables above. */
Text article_field_key(ArticleField field);
Text article_field_aliases(ArticleField field); /* separated by blanks */
Text block_kind_name(BlockKind kind);
bool block_is_in_head(BlockKind kind);
bool block_is_headline(BlockKind kind); /* words that are set large, in which names are written as headlines write them */
bool block_has_text(BlockKind kind);
Text quote_match_name(QuoteMatch match);

#endif
