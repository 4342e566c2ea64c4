/*
 * JSON that other programs write of articles: Readability.js, trafilatura, wallabag, JSON Feed, ninjs, mercury, JSON-LD. Its keys become those of the
 * form (exports.def); of the others nothing is said, for they are not the reader's mistakes.
 */
#ifndef QUOIN_FORMATS_YAML_YAML_EXPORTS_H
#define QUOIN_FORMATS_YAML_YAML_EXPORTS_H

#include "base/yaml/yaml.h"

/* What an export says, in the keys of the form. */
typedef struct YamlExport {
    const YamlNode *root; /* its body is plain text, if there is one */
    Text html;            /* the body as a part of a page; empty: there is none */
} YamlExport;

/* Is a source JSON: does it begin with a bracket? */
bool yaml_is_json(Text source);

/* Is a mapping such an export, by keys that no article of the form has? */
bool yaml_is_export(const YamlNode *root);

/* `feed`: what it is an item of, or NULL. In the arena. */
YamlExport yaml_export_read(Arena *arena, const YamlNode *root, const YamlNode *feed);

/* The list of articles that a feed or an export of many is; NULL: it is none. */
const YamlNode *yaml_export_items(const YamlNode *root);

#endif
