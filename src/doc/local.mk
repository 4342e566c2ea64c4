# --- manual pages: their tables are made from the program's. They are packed, so that nobody needs to make them again.
dist_man_MANS = %D%/quoin.1 %D%/quoin-article.5 %D%/quoin-theme.5
EXTRA_PROGRAMS += %D%/make_tables
%C%_make_tables_SOURCES = %D%/make_tables.c src/cli/options.c
%C%_make_tables_LDADD = libquoin.a $(YAML_LIBS) $(MD4C_LIBS) $(THAI_LIBS) $(UNISTRING_LIBS) $(ICONV_LIBS)
page_tables = \
	$(format_sources) \
	$(srcdir)/%D%/make_tables.c \
	$(srcdir)/src/article/article.h \
	$(srcdir)/src/base/limits.def \
	$(srcdir)/src/cli/options.c \
	$(srcdir)/src/config/settings.def \
	$(srcdir)/src/export/citation.h \
	$(srcdir)/src/export/export.def \
	$(srcdir)/src/keys/action.h \
	$(srcdir)/src/keys/actions.def \
	$(srcdir)/src/keys/panes.def \
	$(srcdir)/src/theme/roles.def \
	$(srcdir)/src/theme/signs.def
make_page = $(AM_V_GEN)%D%/make_tables$(EXEEXT) < $(srcdir)/$@.in > $@.tmp && mv $@.tmp $@
%D%/quoin.1: $(srcdir)/%D%/quoin.1.in $(page_tables) | %D%/make_tables$(EXEEXT)
	$(make_page)
%D%/quoin-article.5: $(srcdir)/%D%/quoin-article.5.in $(page_tables) | %D%/make_tables$(EXEEXT)
	$(make_page)
%D%/quoin-theme.5: $(srcdir)/%D%/quoin-theme.5.in $(page_tables) | %D%/make_tables$(EXEEXT)
	$(make_page)
MAINTAINERCLEANFILES = $(dist_man_MANS)
EXTRA_DIST += %D%/quoin.1.in %D%/quoin-article.5.in %D%/quoin-theme.5.in

# --- what shells need to complete the command line: `quoin completion` prints it from the program's tables, and it is packed like the manual
completion_bashdir = $(datadir)/bash-completion/completions
completion_fishdir = $(datadir)/fish/vendor_completions.d
completion_zshdir = $(datadir)/zsh/site-functions
dist_completion_bash_DATA = %D%/completion/quoin
dist_completion_fish_DATA = %D%/completion/quoin.fish
dist_completion_zsh_DATA = %D%/completion/_quoin
completion_tables = $(quoin_SOURCES) $(format_sources)
make_completion = $(AM_V_GEN)$(MKDIR_P) $(@D) && ./quoin$(EXEEXT) completion
%D%/completion/quoin: $(completion_tables) | quoin$(EXEEXT)
	$(make_completion) bash > $@.tmp && mv $@.tmp $@
%D%/completion/quoin.fish: $(completion_tables) | quoin$(EXEEXT)
	$(make_completion) fish > $@.tmp && mv $@.tmp $@
%D%/completion/_quoin: $(completion_tables) | quoin$(EXEEXT)
	$(make_completion) zsh > $@.tmp && mv $@.tmp $@
MAINTAINERCLEANFILES += $(dist_completion_bash_DATA) $(dist_completion_fish_DATA) $(dist_completion_zsh_DATA)
