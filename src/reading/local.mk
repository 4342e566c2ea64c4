# --- reading: one article being read, without a screen
libquoin_a_SOURCES += \
	%D%/article_meta.c \
	%D%/article_meta.h \
	%D%/document.c \
	%D%/document.h \
	%D%/document_memory.c \
	%D%/document_memory.h \
	%D%/document_source.c \
	%D%/gutter.c \
	%D%/gutter.h \
	%D%/jumps.c \
	%D%/jumps.h \
	%D%/passage.c \
	%D%/passage.h \
	%D%/passage_move.c \
	%D%/passage_move.h \
	%D%/place_words.c \
	%D%/place_words.h \
	%D%/quote_list.c \
	%D%/quote_list.h \
	%D%/search.c \
	%D%/search.h
