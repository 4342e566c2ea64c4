# --- cli: the program
bin_PROGRAMS = quoin
quoin_SOURCES = \
	%D%/command.h \
	%D%/commands/articles.c \
	%D%/commands/articles.h \
	%D%/commands/bulk.c \
	%D%/commands/bulk.h \
	%D%/commands/check.c \
	%D%/commands/entities.c \
	%D%/commands/import.c \
	%D%/commands/import_folder.c \
	%D%/commands/import_folder.h \
	%D%/commands/linear.c \
	%D%/commands/linear.h \
	%D%/commands/list.c \
	%D%/commands/one_screen.c \
	%D%/commands/one_screen.h \
	%D%/commands/quotes.c \
	%D%/commands/read.c \
	%D%/commands/show.c \
	%D%/commands/show.h \
	%D%/completion/completion.c \
	%D%/completion/completion.h \
	%D%/completion/completion_bash.c \
	%D%/completion/completion_fish.c \
	%D%/completion/completion_zsh.c \
	%D%/lines.c \
	%D%/lines.h \
	%D%/main.c \
	%D%/options.c \
	%D%/output/file_write.c \
	%D%/output/file_write.h \
	%D%/output/output.c \
	%D%/output/output.h \
	%D%/output/page.c \
	%D%/output/page.h \
	%D%/output/printed.c \
	%D%/output/printed.h \
	%D%/output/report_print.c \
	%D%/output/report_print.h \
	%D%/paths.c \
	%D%/paths.h \
	%D%/session/clipboard.c \
	%D%/session/clipboard.h \
	%D%/session/config_write.c \
	%D%/session/config_write.h \
	%D%/session/confinement.c \
	%D%/session/confinement.h \
	%D%/session/keeping.c \
	%D%/session/keeping.h \
	%D%/session/model.c \
	%D%/session/model.h \
	%D%/session/pages.c \
	%D%/session/pages.h \
	%D%/session/programs.c \
	%D%/session/programs.h \
	%D%/session/session.c \
	%D%/session/session.h \
	%D%/session/session_articles.c \
	%D%/session/session_themes.c \
	%D%/session/taking.c \
	%D%/session/taking.h \
	%D%/themes/theme_check.c \
	%D%/themes/theme_check.h \
	%D%/themes/theme_named.c \
	%D%/themes/theme_named.h \
	%D%/themes/theme_new.c \
	%D%/themes/theme_new.h \
	%D%/themes/theme_sample.c \
	%D%/themes/theme_sample.h \
	%D%/themes/themes.c \
	$(term_sources)
quoin_CPPFLAGS = $(AM_CPPFLAGS) -DPKGDATADIR='"$(pkgdatadir)"' -DPKGLIBEXECDIR='"$(pkglibexecdir)"'
# The C library first: all symbols are bound at the start, most are its own, and libraries are searched in this order (a third less to do).
quoin_LDADD = -lc libquoin.a $(YAML_LIBS) $(MD4C_LIBS) $(UNISTRING_LIBS) $(ICONV_LIBS) $(CURSES_LIBS)
