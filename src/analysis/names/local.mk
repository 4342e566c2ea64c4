# --- analysis/names: what the text names
libquoin_a_SOURCES += \
	%D%/headline_names.c \
	%D%/headline_names.h \
	%D%/kind_nouns.def \
	%D%/kind_rules.c \
	%D%/kind_rules.def \
	%D%/kind_rules.h \
	%D%/name_kinds.c \
	%D%/name_kinds.h \
	%D%/name_mentions.c \
	%D%/name_mentions.h \
	%D%/name_scan.c \
	%D%/name_scan.h \
	%D%/name_spans.c \
	%D%/name_spans.h \
	%D%/name_tags.c \
	%D%/name_tags.h \
	%D%/names.c \
	%D%/names.h \
	%D%/result_lines.c \
	%D%/span_shapes.c \
	%D%/span_shapes.h
