# --- export: what goes out
libquoin_a_SOURCES += \
	%D%/article_quotes.c \
	%D%/article_quotes.h \
	%D%/authors/author_line.c \
	%D%/authors/author_line.h \
	%D%/authors/author_name.c \
	%D%/authors/author_name.h \
	%D%/body_text.c \
	%D%/body_text.h \
	%D%/citation.c \
	%D%/citation.h \
	%D%/export.c \
	%D%/export.def \
	%D%/export.h \
	%D%/export_forms.h \
	%D%/forms/json.c \
	%D%/forms/linked_data.c \
	%D%/forms/markdown.c \
	%D%/forms/page.c \
	%D%/forms/page_body.c \
	%D%/forms/page_body.h \
	%D%/forms/page_map.c \
	%D%/forms/page_map.h \
	%D%/forms/plain.c \
	%D%/forms/records.c \
	%D%/forms/references.c \
	%D%/markup.c \
	%D%/markup.h \
	%D%/names.c \
	%D%/names.h \
	%D%/quotation.c \
	%D%/quotation.h \
	%D%/quotations.c \
	%D%/quotations.h \
	%D%/source_range.h \
	%D%/table.c \
	%D%/table.h
