#include "page.h"

#include <setjmp.h>
#include <stdlib.h>

// Gumbo asks for memory in a great many small pieces and frees its tree by recursion, which a deep tree turns into the end of
// the stack. So the pieces are cut from blocks which are freed together. It does not look whether it was given any memory
// either: when there has been enough, it is left by a jump, which costs nothing, since all that it had lies in the blocks.

struct block {
  struct block *before;
  size_t used, size;
  _Alignas(max_align_t) char bytes[];
};

struct page {
  struct block *blocks;
  size_t left;
  GumboOutput *output;
  jmp_buf full;
};

enum { unit = 1 << 16 };

static void *take(void *userdata, size_t size) {
  struct page *page = userdata;
  size = (size + _Alignof(max_align_t) - 1) & ~(_Alignof(max_align_t) - 1);
  struct block *block = page->blocks;
  if (block == NULL || block->size - block->used < size) {
    size_t room = size > unit ? size : unit;
    if (room > page->left) longjmp(page->full, 1);
    block = malloc(sizeof *block + room);
    if (block == NULL) longjmp(page->full, 1);
    page->left -= room;
    *block = (struct block){.before = page->blocks, .size = room};
    page->blocks = block;
  }
  block->used += size;
  return block->bytes + block->used - size;
}

static void keep(void *userdata, void *piece) {
  (void)userdata;
  (void)piece;
}

page *page_parse(const char *html, size_t length, size_t most) {
  struct page *page = calloc(1, sizeof *page);
  if (page == NULL) return NULL;
  page->left = most;
  if (setjmp(page->full)) {
    page_free(page);
    return NULL;
  }
  GumboOptions options = kGumboDefaultOptions;
  options.allocator = take;
  options.deallocator = keep;
  options.userdata = page;
  options.max_errors = 0;
  page->output = gumbo_parse_with_options(&options, html, length);
  return page;
}

const GumboNode *page_root(const page *page) { return page->output->root; }

void page_free(page *page) {
  struct block *block = page->blocks;
  while (block != NULL) {
    struct block *before = block->before;
    free(block);
    block = before;
  }
  free(page);
}
