# --- formats: the ways an article comes in
format_sources = \
	%D%/formats.c \
	%D%/formats.def \
	%D%/formats.h \
	%D%/text/forms/furniture.c \
	%D%/text/forms/furniture.def \
	%D%/text/forms/furniture.h \
	%D%/text/forms/line_words.c \
	%D%/text/forms/line_words.h \
	%D%/text/passages.c \
	%D%/text/passages.h \
	%D%/text/plain_text.c \
	%D%/text/plain_text.h \
	%D%/text/shape.c \
	%D%/text/shape.h \
	%D%/text/signs/cell_window.c \
	%D%/text/signs/cell_window.h \
	%D%/text/signs/character_references.c \
	%D%/text/signs/character_references.def \
	%D%/text/signs/character_references.h \
	%D%/text/signs/control_forms.c \
	%D%/text/signs/control_forms.h \
	%D%/text/signs/control_sequence.c \
	%D%/text/signs/control_sequence.h \
	%D%/text/signs/markdown.c \
	%D%/text/signs/markdown.h \
	%D%/text/signs/word_breaks.c \
	%D%/text/signs/word_breaks.h \
	%D%/text/source_lines.c \
	%D%/text/source_lines.h \
	%D%/text/text_file.c \
	%D%/text/text_file.h \
	%D%/text/text_writer.c \
	%D%/text/text_writer.h \
	%D%/yaml/yaml_annotations.c \
	%D%/yaml/yaml_blocks.c \
	%D%/yaml/yaml_fields.c \
	%D%/yaml/yaml_form.c \
	%D%/yaml/yaml_form.h \
	%D%/yaml/yaml_keys.c \
	%D%/yaml/yaml_keys.h \
	%D%/yaml/yaml_peek.c
libquoin_a_SOURCES += $(format_sources)
