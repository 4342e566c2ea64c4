# --- cli: the program
bin_PROGRAMS = quoin
quoin_SOURCES = \
	%D%/articles.c \
	%D%/articles.h \
	%D%/bulk.c \
	%D%/bulk.h \
	%D%/check.c \
	%D%/command.h \
	%D%/config_write.c \
	%D%/config_write.h \
	%D%/confinement.c \
	%D%/confinement.h \
	%D%/entities.c \
	%D%/file_write.c \
	%D%/file_write.h \
	%D%/lines.c \
	%D%/lines.h \
	%D%/list.c \
	%D%/main.c \
	%D%/model.c \
	%D%/model.h \
	%D%/options.c \
	%D%/output.c \
	%D%/output.h \
	%D%/page.c \
	%D%/page.h \
	%D%/paths.c \
	%D%/paths.h \
	%D%/printed.c \
	%D%/printed.h \
	%D%/quotes.c \
	%D%/read.c \
	%D%/report_print.c \
	%D%/report_print.h \
	%D%/session.c \
	%D%/session.h \
	%D%/session_articles.c \
	%D%/session_themes.c \
	%D%/show.c \
	%D%/show.h \
	%D%/table.c \
	%D%/table.h \
	%D%/theme_check.c \
	%D%/theme_check.h \
	%D%/theme_named.c \
	%D%/theme_named.h \
	%D%/theme_new.c \
	%D%/theme_new.h \
	%D%/theme_sample.c \
	%D%/theme_sample.h \
	%D%/themes.c \
	$(term_sources)
quoin_CPPFLAGS = $(AM_CPPFLAGS) -DPKGDATADIR='"$(pkgdatadir)"'
# The C library first: all symbols are bound at the start, most are its own, and libraries are searched in this order (a third less to do).
quoin_LDADD = -lc libquoin.a $(YAML_LIBS) $(UNISTRING_LIBS) $(CURSES_LIBS)
