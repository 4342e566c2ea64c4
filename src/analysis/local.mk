# --- analysis: what the text says
libquoin_a_SOURCES += \
	%D%/alias_index.c \
	%D%/alias_index.h \
	%D%/analysis.c \
	%D%/analysis.h \
	%D%/antecedents.c \
	%D%/antecedents.h \
	%D%/attribution.c \
	%D%/attribution.h \
	%D%/attribution_work.h \
	%D%/cues.c \
	%D%/descriptions.c \
	%D%/entities.c \
	%D%/entities.h \
	%D%/given_names.c \
	%D%/given_names.h \
	%D%/indirect.c \
	%D%/lexicon.c \
	%D%/lexicon.h \
	%D%/merge_rules.def \
	%D%/name_mentions.c \
	%D%/name_mentions.h \
	%D%/name_merge.c \
	%D%/name_merge.h \
	%D%/name_runs.c \
	%D%/name_runs.h \
	%D%/name_scan.c \
	%D%/name_scan.h \
	%D%/name_tags.c \
	%D%/name_tags.h \
	%D%/names.c \
	%D%/names.h \
	%D%/nationalities.c \
	%D%/nationalities.def \
	%D%/nationalities.h \
	%D%/office_holders.c \
	%D%/office_holders.def \
	%D%/office_holders.h \
	%D%/people.c \
	%D%/people.h \
	%D%/people_gender.c \
	%D%/people_index.c \
	%D%/people_index.h \
	%D%/people_link.c \
	%D%/phrases.c \
	%D%/phrases.h \
	%D%/propagate.c \
	%D%/quotation_words.c \
	%D%/quotation_words.h \
	%D%/quote_marks.c \
	%D%/quote_marks.h \
	%D%/result.c \
	%D%/result.h \
	%D%/roles.c \
	%D%/roles.h \
	%D%/rules.def \
	%D%/same_roles.def \
	%D%/sentence.c \
	%D%/sentence.h \
	%D%/speech.c \
	%D%/subjects.c \
	%D%/subjects_right.c \
	%D%/tag_features.c \
	%D%/tag_features.h \
	%D%/tag_model.c \
	%D%/tag_model.h \
	%D%/tag_words.c \
	%D%/tag_words.h \
	%D%/tagger.c \
	%D%/tagger.h \
	%D%/tokens.c \
	%D%/tokens.h \
	%D%/traits.c \
	%D%/traits.h \
	%D%/turns.c
nodist_libquoin_a_SOURCES = %D%/lexicon_table.h %D%/quotation_words_table.h

# --- the lists of words become tables at build time
# in this order: a name that stands in two lists is what the first one says
lexicon_lists = \
	$(srcdir)/%D%/data/names.tsv \
	$(srcdir)/%D%/data/gazetteer.tsv \
	$(srcdir)/%D%/data/words.tsv
%D%/lexicon_table.h: $(srcdir)/%D%/lexicon.awk $(srcdir)/%D%/local.mk $(lexicon_lists)
	$(AM_V_GEN)$(MKDIR_P) %D% && \
	LC_ALL=C $(AWK) -f $(srcdir)/%D%/lexicon.awk $(lexicon_lists) > $@.tmp && mv $@.tmp $@
%D%/lexicon.$(OBJEXT): %D%/lexicon_table.h
quotation_lists = \
	$(srcdir)/%D%/data/quotation-words.tsv \
	$(srcdir)/%D%/data/firstnames.tsv
%D%/quotation_words_table.h: $(srcdir)/%D%/quotation_words.awk $(srcdir)/%D%/local.mk $(quotation_lists)
	$(AM_V_GEN)$(MKDIR_P) %D% && \
	LC_ALL=C $(AWK) -f $(srcdir)/%D%/quotation_words.awk $(quotation_lists) > $@.tmp && mv $@.tmp $@
%D%/quotation_words.$(OBJEXT): %D%/quotation_words_table.h
BUILT_SOURCES += %D%/lexicon_table.h %D%/quotation_words_table.h
CLEANFILES += %D%/quotation_words_table.h %D%/quotation_words_table.h.tmp
EXTRA_DIST += %D%/quotation_words.awk $(quotation_lists)
CLEANFILES += %D%/lexicon_table.h %D%/lexicon_table.h.tmp
EXTRA_DIST += %D%/lexicon.awk $(lexicon_lists) %D%/data/LICENSES
