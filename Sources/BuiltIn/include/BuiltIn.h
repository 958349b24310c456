// The files of `Data`, inside the program.
#ifndef BUILT_IN_H
#define BUILT_IN_H

#include <stddef.h>

struct built_in_file {
  const char *path;            // below Data, with slashes: "stories/README.md"
  const unsigned char *bytes;  // not terminated
  size_t count;
};

extern const struct built_in_file built_in_files[];
extern const size_t built_in_file_count;

// The entry at `index`, below the count: for Swift, which does not see arrays of unknown length.
const struct built_in_file *built_in_file_at(size_t index);

#endif
