# --- library: many articles
libquoin_a_SOURCES += \
	%D%/article_name.c \
	%D%/article_name.h \
	%D%/library.c \
	%D%/library.h
