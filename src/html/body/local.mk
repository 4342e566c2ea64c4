# --- html/body: the text of a page's article
libquoinhtml_a_SOURCES += \
	%D%/block_kinds.c \
	%D%/block_kinds.h \
	%D%/blocks/name_roles.def \
	%D%/blocks/openings.def \
	%D%/blocks/page_blocks.c \
	%D%/blocks/page_blocks.h \
	%D%/blocks/page_clues.c \
	%D%/blocks/page_clues.h \
	%D%/blocks/page_facts.c \
	%D%/blocks/page_facts.h \
	%D%/blocks/page_names.c \
	%D%/blocks/page_names.h \
	%D%/blocks/word_runs.c \
	%D%/blocks/word_runs.h \
	%D%/choice/block_measures.c \
	%D%/choice/block_measures.h \
	%D%/choice/body_choice.c \
	%D%/choice/body_choice.h \
	%D%/choice/body_features.c \
	%D%/choice/body_features.h \
	%D%/choice/body_model.c \
	%D%/choice/body_model.h \
	%D%/choice/body_quality.c \
	%D%/choice/body_quality.h \
	%D%/choice/body_trees.c \
	%D%/choice/body_trees.h \
	%D%/choice/features.def \
	%D%/choice/measures.def \
	%D%/choice/page_rules.c \
	%D%/choice/page_rules.h \
	%D%/consent_words.def \
	%D%/edge_lines.c \
	%D%/edge_lines.def \
	%D%/edge_lines.h \
	%D%/html_body.c \
	%D%/html_body.h \
	%D%/page_kinds.c \
	%D%/page_kinds.h \
	%D%/page_targets.c \
	%D%/page_targets.h \
	%D%/paywall_words.def \
	%D%/table_text.c \
	%D%/table_text.h \
	%D%/taken_blocks.c \
	%D%/taken_blocks.h \
	%D%/told_body.c \
	%D%/told_body.h \
	%D%/whole_parts.c \
	%D%/whole_parts.h
nodist_libquoinhtml_a_SOURCES = %D%/choice/body_quality_table.h %D%/choice/body_tables.h

# --- what was learned becomes tables at build time; `make body-model` makes it anew
body_tables = $(srcdir)/%D%/choice/body_tables.awk
body_learned = $(srcdir)/%D%/choice/measures.def $(srcdir)/%D%/choice/body-weights.tsv $(srcdir)/%D%/choice/body-trees.tsv
body_quality = $(srcdir)/%D%/choice/body-quality.tsv
%D%/choice/body_tables.h: $(body_tables) $(body_learned)
	$(AM_V_GEN)$(MKDIR_P) %D%/choice && LC_ALL=C $(AWK) -f $(body_tables) $(body_learned) > $@.tmp && mv $@.tmp $@
%D%/choice/body_quality_table.h: $(body_tables) $(body_quality)
	$(AM_V_GEN)$(MKDIR_P) %D%/choice && LC_ALL=C $(AWK) -f $(body_tables) $(body_quality) > $@.tmp && mv $@.tmp $@
%D%/choice/libquoinhtml_a-body_model.$(OBJEXT): %D%/choice/body_tables.h
%D%/choice/libquoinhtml_a-body_quality.$(OBJEXT): %D%/choice/body_quality_table.h
BUILT_SOURCES += %D%/choice/body_quality_table.h %D%/choice/body_tables.h
CLEANFILES += \
	%D%/choice/body_quality_table.h \
	%D%/choice/body_quality_table.h.tmp \
	%D%/choice/body_tables.h \
	%D%/choice/body_tables.h.tmp
EXTRA_DIST += $(body_tables) $(body_learned) $(body_quality)
