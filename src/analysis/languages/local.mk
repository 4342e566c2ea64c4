# --- analysis/languages: quotations and speakers in languages other than English: a table each, one mechanism
libquoin_a_SOURCES += \
	%D%/language.c \
	%D%/language.h \
	%D%/language_work.c \
	%D%/language_work.h \
	%D%/named.c \
	%D%/named.h \
	%D%/named_entities.c \
	%D%/named_entities.h \
	%D%/paragraph.c \
	%D%/paragraph.h \
	%D%/recognition.c \
	%D%/reported.c \
	%D%/reported.h \
	%D%/spaceless.c \
	%D%/spaceless.h \
	%D%/spoken.c \
	%D%/spoken.h \
	%D%/tables/chinese.def \
	%D%/tables/dutch.def \
	%D%/tables/french.def \
	%D%/tables/german.def \
	%D%/tables/italian.def \
	%D%/tables/japanese.def \
	%D%/tables/polish.def \
	%D%/tables/portuguese.def \
	%D%/tables/russian.def \
	%D%/tables/spanish.def \
	%D%/teller.c \
	%D%/teller.h \
	%D%/word_bits.c \
	%D%/word_bits.h
