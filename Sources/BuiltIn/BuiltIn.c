#include "BuiltIn.h"

// Every lexicon and story of `Data`, by path: a new file is a new pair of lines here, and a test fails until it is listed.
const struct built_in_file built_in_files[] = {
#define PATH compiled/en.lexicon
#include "entry.h"
#define PATH compiled/en.model
#include "entry.h"
#define PATH compiled/fr.lexicon
#include "entry.h"
#define PATH compiled/fr.model
#include "entry.h"
#define PATH lexicon/README.md
#include "entry.h"
#define PATH lexicon/en/classes.txt
#include "entry.h"
#define PATH lexicon/en/cues.txt
#include "entry.h"
#define PATH lexicon/en/deal.txt
#include "entry.h"
#define PATH lexicon/en/words.txt
#include "entry.h"
#define PATH lexicon/fr/classes.txt
#include "entry.h"
#define PATH lexicon/fr/cues.txt
#include "entry.h"
#define PATH lexicon/fr/deal.txt
#include "entry.h"
#define PATH lexicon/fr/verbs.txt
#include "entry.h"
#define PATH lexicon/fr/words.txt
#include "entry.h"
#define PATH lexicon/languages.txt
#include "entry.h"
#define PATH lexicon/names.txt
#include "entry.h"
#define PATH model/weights.txt
#include "entry.h"
#define PATH stories/2020-08-03-tiktok-microsoft-talks.en.txt
#include "entry.h"
#define PATH stories/2020-08-15-tiktok-decret-cession.fr.txt
#include "entry.h"
#define PATH stories/2020-08-28-tiktok-walmart-mayer.en.txt
#include "entry.h"
#define PATH stories/2020-08-31-tiktok-exportations-chine.fr.txt
#include "entry.h"
#define PATH stories/2020-09-14-tiktok-oracle-partner.en.txt
#include "entry.h"
#define PATH stories/2020-09-22-tiktok-global-qui-possede-quoi.fr.txt
#include "entry.h"
#define PATH stories/2020-09-28-tiktok-download-ban-injunction.en.txt
#include "entry.h"
#define PATH stories/2020-12-08-tiktok-chronologie.fr.txt
#include "entry.h"
#define PATH stories/README.md
#include "entry.h"
};

const size_t built_in_file_count = sizeof built_in_files / sizeof *built_in_files;

const struct built_in_file *built_in_file_at(size_t index) { return &built_in_files[index]; }
