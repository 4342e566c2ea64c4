/* Web pages: their articles are found by quoin-html, a program of its own, which confines itself before it parses what strangers wrote. */
#ifndef QUOIN_FORMATS_HTML_H
#define QUOIN_FORMATS_HTML_H

#include "config.h"

#include "base/system/path.h"

#ifdef HAVE_LIBXML2
enum { HTML_IS_READ = true };
#else
enum { HTML_IS_READ = false };
#endif

/* Where quoin-html is: asked when there is a page to read, with `program` as it was given here. Nobody told: there is no such program. */
typedef Path HtmlReaderPlace(Arena *arena, const char *program);
void html_use_reader(HtmlReaderPlace *place, const char *program);

#endif
