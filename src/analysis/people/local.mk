# --- analysis/people: who is named, with what titles, and of what gender
libquoin_a_SOURCES += \
	%D%/evidence.c \
	%D%/evidence.h \
	%D%/gender.c \
	%D%/gender.h \
	%D%/name_runs.c \
	%D%/name_runs.h \
	%D%/office_holders.c \
	%D%/office_holders.def \
	%D%/office_holders.h \
	%D%/people.c \
	%D%/people.h \
	%D%/people_enter.c \
	%D%/people_enter.h \
	%D%/people_index.c \
	%D%/people_index.h \
	%D%/people_link.c \
	%D%/people_link.h \
	%D%/persons.c \
	%D%/persons.h \
	%D%/roles.c \
	%D%/roles.h
