# --- html/metadata: what a page says of its article
libquoinhtml_a_SOURCES += \
	%D%/author_names.c \
	%D%/author_names.h \
	%D%/author_words.c \
	%D%/author_words.def \
	%D%/author_words.h \
	%D%/authors.c \
	%D%/date_moments.c \
	%D%/date_moments.h \
	%D%/dates.c \
	%D%/headline.c \
	%D%/html_metadata.c \
	%D%/html_metadata.h \
	%D%/machine_date.c \
	%D%/machine_date.h \
	%D%/page.h \
	%D%/page_site.c \
	%D%/page_subject.c \
	%D%/page_summary.c \
	%D%/page_url.c \
	%D%/sources/characters.def \
	%D%/sources/hint_words.def \
	%D%/sources/linked_data.c \
	%D%/sources/linked_data.h \
	%D%/sources/meta_names.def \
	%D%/sources/meta_values.c \
	%D%/sources/meta_values.h \
	%D%/sources/page_lines.c \
	%D%/sources/page_lines.h \
	%D%/sources/plain_value.c \
	%D%/sources/plain_value.h
