// Gumbo within bounds, and what Swift cannot reach in its tree: members of unions, vectors without types.
#ifndef SUITOR_PAGE_H
#define SUITOR_PAGE_H

#include <gumbo.h>
#include <stddef.h>

/// A tree and the memory that it lies in.
typedef struct page page;

/// Parses a page that stays where it is for as long as the tree is used; `NULL` if its tree would take more than `most` bytes.
page *page_parse(const char *html, size_t length, size_t most);

/// The tree's `html` element.
const GumboNode *page_root(const page *page);

/// Frees a tree at once, however deep it is.
void page_free(page *page);

static inline unsigned page_child_count(const GumboNode *node) {
  return node->type == GUMBO_NODE_ELEMENT || node->type == GUMBO_NODE_TEMPLATE ? node->v.element.children.length : 0;
}

static inline const GumboNode *page_child(const GumboNode *node, unsigned index) {
  return (const GumboNode *)node->v.element.children.data[index];
}

static inline GumboTag page_tag(const GumboNode *element) { return element->v.element.tag; }

static inline const char *page_text(const GumboNode *text) { return text->v.text.text; }

/// An element's attribute, or `NULL`.
static inline const char *page_attribute(const GumboNode *element, const char *name) {
  const GumboAttribute *attribute = gumbo_get_attribute(&element->v.element.attributes, name);
  return attribute ? attribute->value : NULL;
}

static inline unsigned page_attribute_count(const GumboNode *element) { return element->v.element.attributes.length; }

static inline const char *page_attribute_name(const GumboNode *element, unsigned index) {
  return ((const GumboAttribute *)element->v.element.attributes.data[index])->name;
}

/// The name of an element as the page writes it; empty if the page does not.
static inline GumboStringPiece page_written_name(const GumboNode *element) {
  GumboStringPiece name = element->v.element.original_tag;
  if (name.data == NULL || name.length < 2) return (GumboStringPiece){NULL, 0};
  gumbo_tag_from_original_text(&name);
  return name;
}

#endif
