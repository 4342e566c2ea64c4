# --- html: web pages become articles, in a program of its own, so that only that program meets the parser
if LIBXML2
noinst_LIBRARIES += libquoinhtml.a
pkglibexec_PROGRAMS = quoin-html
endif
libquoinhtml_a_SOURCES = \
	%D%/html_article.c \
	%D%/html_article.h \
	%D%/tree/html_guard.c \
	%D%/tree/html_guard.h \
	%D%/tree/html_parse.c \
	%D%/tree/html_parse.h \
	%D%/tree/html_tree.c \
	%D%/tree/html_tree.h \
	%D%/tree/twice_encoded.c \
	%D%/tree/twice_encoded.h
libquoinhtml_a_CPPFLAGS = $(AM_CPPFLAGS) $(XML_CFLAGS)
# What a program or a test links that lies on the library of pages
HTML_LDADD = libquoinhtml.a libquoin.a $(XML_LIBS) $(YAML_LIBS) $(UNISTRING_LIBS) $(ICONV_LIBS)
quoin_html_SOURCES = %D%/quoin_html.c
quoin_html_LDADD = $(HTML_LDADD)
