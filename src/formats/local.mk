# --- formats: the ways an article comes in
format_sources = \
	%D%/formats.c \
	%D%/formats.def \
	%D%/formats.h \
	%D%/text/plain_text.c \
	%D%/text/plain_text.h \
	%D%/text/text_file.c \
	%D%/text/text_file.h \
	%D%/yaml/yaml_annotations.c \
	%D%/yaml/yaml_blocks.c \
	%D%/yaml/yaml_fields.c \
	%D%/yaml/yaml_form.c \
	%D%/yaml/yaml_form.h \
	%D%/yaml/yaml_keys.c \
	%D%/yaml/yaml_keys.h \
	%D%/yaml/yaml_peek.c
libquoin_a_SOURCES += $(format_sources)
