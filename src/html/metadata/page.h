/* A page with all that was read of it, from which the fields are chosen. */
#ifndef QUOIN_HTML_METADATA_PAGE_H
#define QUOIN_HTML_METADATA_PAGE_H

#include "article/article.h"
#include "html/metadata/sources/linked_data.h"
#include "html/metadata/sources/meta_values.h"
#include "html/metadata/sources/page_lines.h"

typedef struct Page {
    Arena *arena;
    const HtmlTree *tree;
    Text address; /* where it came from; empty: not known */
    Text base;    /* of its relative addresses; empty: not known */
    MetaValues metas;
    LinkedData data;
    PageLines lines;
    Text site;       /* its name, as the page says; empty: it does not */
    Text language;   /* BCP 47; empty: it does not say */
    size_t headline; /* the line of the printed headline; NO_INDEX: none was found */
    size_t body;     /* the line behind it where the text begins, as far as can be told */
} Page;

/* Each chooses a field of `article`. They are called in this order: later ones use what earlier ones found. */
void page_language_read(Page *page, Article *article);      /* LANGUAGE; page->language */
void page_site_read(Page *page, Article *article);          /* SOURCE, RIGHTS; page->site */
void page_headline_read(Page *page, Article *article);      /* TITLE; page->headline, page->body */
void page_summary_read(const Page *page, Article *article); /* SUBTITLE, DESCRIPTION */
void page_dates_read(const Page *page, Article *article);   /* DATE, UPDATED */
void page_authors_read(const Page *page, Article *article); /* authors, BYLINE */
void page_subject_read(const Page *page, Article *article); /* SECTION, tags */
void page_url_read(Page *page, Article *article);           /* URL, next_page */

/* The lines around the headline in which a byline and a date may stand: from some before it to where the text has begun. */
Range page_head_lines(const Page *page);

/* Is the node in navigation, comments, or a list of other articles, if that does not hold the headline too? */
bool page_is_aside(const Page *page, size_t node);

Text page_host(const Page *page); /* "www.example.org"; empty: not known */

/* Is `text` the name of the site, as the page or its address has it, or the better part of it? */
bool page_is_site(const Page *page, Text text);
bool page_is_name_of_site(const Page *page, Text text); /* all of it, but for "The" */

#endif
