# --- article: what an article is, and the ways it comes in
libquoin_a_SOURCES += \
	%D%/article.c \
	%D%/article.h \
	%D%/article_text.c \
	%D%/article_text.h \
	%D%/article_yaml.c \
	%D%/article_yaml.h \
	%D%/web_address.c \
	%D%/web_address.h
