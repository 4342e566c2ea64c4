/* The body of an export where it is a part of a web page. */
#ifndef QUOIN_FORMATS_YAML_EXPORTED_BODY_H
#define QUOIN_FORMATS_YAML_EXPORTED_BODY_H

#include "formats/yaml/yaml_form.h"

/* Write its blocks and links. False: nothing was written, since this program reads no web pages, or found no text in it. */
bool exported_body_write(YamlForm *form, Text html);

#endif
