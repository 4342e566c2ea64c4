# --- analysis/words: the text as words, sentences and quotation marks, and what is known of words
libquoin_a_SOURCES += \
	%D%/data/mark_costs.def \
	%D%/data/role_words.def \
	%D%/lexicon.c \
	%D%/lexicon.h \
	%D%/lower_word.c \
	%D%/lower_word.h \
	%D%/marks.c \
	%D%/marks.h \
	%D%/phrases.c \
	%D%/phrases.h \
	%D%/quotation_words.c \
	%D%/quotation_words.h \
	%D%/quote_marks.c \
	%D%/quote_marks.h \
	%D%/role_words.c \
	%D%/role_words.h \
	%D%/sentence_ends.c \
	%D%/sentence_ends.h \
	%D%/tokenizer.c \
	%D%/tokenizer.h \
	%D%/tokens.c \
	%D%/tokens.h \
	%D%/vocabulary.c \
	%D%/vocabulary.h
nodist_libquoin_a_SOURCES = %D%/lexicon_table.h %D%/quotation_words_table.h

# --- the lists of words become tables at build time,
# in this order: a name that stands in two lists is what the first one says
lexicon_lists = \
	$(srcdir)/%D%/data/names.tsv \
	$(srcdir)/%D%/data/gazetteer.tsv \
	$(srcdir)/%D%/data/words.tsv
quotation_lists = \
	$(srcdir)/%D%/data/quotation-words.tsv \
	$(srcdir)/%D%/data/firstnames.tsv
word_tables = $(srcdir)/%D%/word_tables.awk
%D%/lexicon_table.h: $(word_tables) $(srcdir)/%D%/local.mk $(lexicon_lists)
	$(AM_V_GEN)$(MKDIR_P) %D% && \
	LC_ALL=C $(AWK) -v table=lexicon -f $(word_tables) $(lexicon_lists) > $@.tmp && mv $@.tmp $@
%D%/quotation_words_table.h: $(word_tables) $(srcdir)/%D%/local.mk $(quotation_lists)
	$(AM_V_GEN)$(MKDIR_P) %D% && \
	LC_ALL=C $(AWK) -v table=quotation_words -f $(word_tables) $(quotation_lists) > $@.tmp && mv $@.tmp $@
%D%/lexicon.$(OBJEXT): %D%/lexicon_table.h
%D%/quotation_words.$(OBJEXT): %D%/quotation_words_table.h
BUILT_SOURCES += %D%/lexicon_table.h %D%/quotation_words_table.h
CLEANFILES += \
	%D%/lexicon_table.h \
	%D%/lexicon_table.h.tmp \
	%D%/quotation_words_table.h \
	%D%/quotation_words_table.h.tmp
EXTRA_DIST += $(word_tables) $(lexicon_lists) $(quotation_lists) %D%/data/LICENSES
