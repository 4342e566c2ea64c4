/* The objects of src/export/forms/, which the rows of export.def name. */
#ifndef QUOIN_EXPORT_EXPORT_FORMS_H
#define QUOIN_EXPORT_EXPORT_FORMS_H

#include "export/export.h"

#define EXPORT(name, ending, form, help) extern const ExportForm form;
#define CITE(name, form, help) extern const ExportForm form;
#include "export/export.def"

#endif
