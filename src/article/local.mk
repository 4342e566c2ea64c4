# --- article: what an article is, and the ways it comes in
libquoin_a_SOURCES += \
	%D%/anchor_changed.c \
	%D%/anchor_compare.c \
	%D%/anchor_compare.h \
	%D%/anchor_report.c \
	%D%/anchor_report.h \
	%D%/anchor_same.c \
	%D%/anchor_search.h \
	%D%/anchor_units.c \
	%D%/anchor_units.h \
	%D%/anchors.c \
	%D%/anchors.h \
	%D%/article.c \
	%D%/article.h \
	%D%/article_text.c \
	%D%/article_text.h \
	%D%/article_yaml.c \
	%D%/article_yaml.h \
	%D%/number_phrases.c \
	%D%/number_phrases.h \
	%D%/web_address.c \
	%D%/web_address.h \
	%D%/word_index.c \
	%D%/word_index.h \
	%D%/word_meanings.c \
	%D%/word_meanings.def \
	%D%/word_meanings.h
