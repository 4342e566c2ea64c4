# --- analysis/names: what the text names
libquoin_a_SOURCES += \
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
	%D%/names.c \
	%D%/names.h \
	%D%/result_lines.c \
	%D%/span_shapes.c \
	%D%/span_shapes.h \
	%D%/tagged/headline_names.c \
	%D%/tagged/headline_names.h \
	%D%/tagged/name_tags.c \
	%D%/tagged/name_tags.h \
	%D%/tagged/tagged_span.c \
	%D%/tagged/tagged_span.h
