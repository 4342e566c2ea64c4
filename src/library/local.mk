# --- library: many articles
libquoin_a_SOURCES += \
	%D%/article_name.c \
	%D%/article_name.h \
	%D%/fetch.c \
	%D%/fetch.h \
	%D%/fetch_told.c \
	%D%/fetch_told.h \
	%D%/library.c \
	%D%/library.h \
	%D%/path_completion.c \
	%D%/path_completion.h \
	%D%/text_index.c \
	%D%/text_index.h
