# --- words of a text as quotations are compared by them: where they stand, what they mean, numbers
libquoin_a_SOURCES += \
	%D%/number_phrases.c \
	%D%/number_phrases.h \
	%D%/word_index.c \
	%D%/word_index.h \
	%D%/word_likeness.c \
	%D%/word_likeness.h \
	%D%/word_meanings.c \
	%D%/word_meanings.def \
	%D%/word_meanings.h
