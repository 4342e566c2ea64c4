# --- anchors: where the words that an article quotes stand in its text
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
	%D%/link_places.c \
	%D%/link_places.h \
	%D%/repeats.c \
	%D%/repeats.h
