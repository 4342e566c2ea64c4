# --- analysis/people: who is named, with what titles, and of what gender
libquoin_a_SOURCES += \
	%D%/name_runs.c \
	%D%/name_runs.h \
	%D%/office_holders.c \
	%D%/office_holders.def \
	%D%/office_holders.h \
	%D%/people.c \
	%D%/people.h \
	%D%/people_gender.c \
	%D%/people_index.c \
	%D%/people_index.h \
	%D%/people_link.c \
	%D%/roles.c \
	%D%/roles.h
