#include "BuiltIn.h"

// Every file of `Data`, by path: a new file is a new pair of lines here, and a test fails until it is listed.
const struct built_in_file built_in_files[] = {
#define PATH lexicon/README.md
#include "entry.h"
};

const size_t built_in_file_count = sizeof built_in_files / sizeof *built_in_files;

const struct built_in_file *built_in_file_at(size_t index) { return &built_in_files[index]; }
