#include "BuiltIn.h"

static const unsigned char lexicon_readme[] = {
#embed "../../Data/lexicon/README.md"
};

const struct built_in_file built_in_files[] = {
    {"lexicon/README.md", lexicon_readme, sizeof lexicon_readme},
};
const size_t built_in_file_count = sizeof built_in_files / sizeof *built_in_files;
