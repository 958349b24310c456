#include "BuiltIn.h"

// What is read where it stands needs a place that fits any kind of value.
#define NAME en_lexicon
#define PATH compiled/en.lexicon
#include "aligned.h"
#define NAME en_model
#define PATH compiled/en.model
#include "aligned.h"
#define NAME fr_lexicon
#define PATH compiled/fr.lexicon
#include "aligned.h"
#define NAME fr_model
#define PATH compiled/fr.model
#include "aligned.h"
#define NAME languages
#define PATH compiled/languages
#include "aligned.h"

// Every lexicon and story of `Data`, by path: a new file is a new pair of lines here, and a test fails until it is listed.
const struct built_in_file built_in_files[] = {
    {"compiled/en.lexicon", en_lexicon, sizeof en_lexicon},
    {"compiled/en.model", en_model, sizeof en_model},
    {"compiled/fr.lexicon", fr_lexicon, sizeof fr_lexicon},
    {"compiled/fr.model", fr_model, sizeof fr_model},
    {"compiled/languages", languages, sizeof languages},
#define PATH lexicon/README.md
#include "entry.h"
#define PATH lexicon/en/classes.txt
#include "entry.h"
#define PATH lexicon/en/contrasts.txt
#include "entry.h"
#define PATH lexicon/en/cues.txt
#include "entry.h"
#define PATH lexicon/en/deal.txt
#include "entry.h"
#define PATH lexicon/en/groups.txt
#include "entry.h"
#define PATH lexicon/en/terms.txt
#include "entry.h"
#define PATH lexicon/en/words.txt
#include "entry.h"
#define PATH lexicon/fr/classes.txt
#include "entry.h"
#define PATH lexicon/fr/contrasts.txt
#include "entry.h"
#define PATH lexicon/fr/cues.txt
#include "entry.h"
#define PATH lexicon/fr/deal.txt
#include "entry.h"
#define PATH lexicon/fr/groups.txt
#include "entry.h"
#define PATH lexicon/fr/terms.txt
#include "entry.h"
#define PATH lexicon/fr/verbs.txt
#include "entry.h"
#define PATH lexicon/fr/words.txt
#include "entry.h"
#define PATH lexicon/languages.txt
#include "entry.h"
#define PATH lexicon/names.txt
#include "entry.h"
#define PATH model/calibration.txt
#include "entry.h"
#define PATH model/en-gate.txt
#include "entry.h"
#define PATH model/en-roles.txt
#include "entry.h"
#define PATH model/en-target.txt
#include "entry.h"
#define PATH model/en-words.txt
#include "entry.h"
#define PATH model/en.cues
#include "entry.h"
#define PATH model/fr-roles.txt
#include "entry.h"
#define PATH model/fr-target.txt
#include "entry.h"
#define PATH model/roles.txt
#include "entry.h"
#define PATH model/target.txt
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
#define PATH stories/activision-2022-01-21-agreed.en.txt
#include "entry.h"
#define PATH stories/activision-2022-09-08-sony.en.txt
#include "entry.h"
#define PATH stories/activision-2022-12-09-ftc.fr.txt
#include "entry.h"
#define PATH stories/activision-2023-04-27-cma.en.txt
#include "entry.h"
#define PATH stories/activision-2023-05-16-bruxelles.fr.txt
#include "entry.h"
#define PATH stories/activision-2023-10-13-completed.en.txt
#include "entry.h"
#define PATH stories/carrefour-2021-01-13-discussions.fr.txt
#include "entry.h"
#define PATH stories/carrefour-2021-01-15-no.en.txt
#include "entry.h"
#define PATH stories/carrefour-2021-01-16-dropped.en.txt
#include "entry.h"
#define PATH stories/carrefour-2021-01-19-bilan.fr.txt
#include "entry.h"
#define PATH stories/qualcomm-2017-11-04-rumour.en.txt
#include "entry.h"
#define PATH stories/qualcomm-2017-11-13-refus.fr.txt
#include "entry.h"
#define PATH stories/qualcomm-2018-02-09-best-and-final.en.txt
#include "entry.h"
#define PATH stories/qualcomm-2018-03-06-cfius.fr.txt
#include "entry.h"
#define PATH stories/qualcomm-2018-03-13-order.en.txt
#include "entry.h"
#define PATH stories/qualcomm-2018-03-14-retrait.fr.txt
#include "entry.h"
#define PATH stories/suez-2020-08-31-offre.fr.txt
#include "entry.h"
#define PATH stories/suez-2020-09-30-raised.en.txt
#include "entry.h"
#define PATH stories/suez-2020-10-06-engie-vend.fr.txt
#include "entry.h"
#define PATH stories/suez-2021-02-08-hostile.en.txt
#include "entry.h"
#define PATH stories/suez-2021-04-12-accord.fr.txt
#include "entry.h"
#define PATH stories/suez-2022-01-08-tendered.en.txt
#include "entry.h"
#define PATH stories/us-steel-2023-08-14-rejected.en.txt
#include "entry.h"
#define PATH stories/us-steel-2023-12-19-accord.fr.txt
#include "entry.h"
#define PATH stories/us-steel-2024-03-15-biden.en.txt
#include "entry.h"
#define PATH stories/us-steel-2025-01-04-veto.fr.txt
#include "entry.h"
#define PATH stories/us-steel-2025-02-08-investment.en.txt
#include "entry.h"
#define PATH stories/us-steel-2025-06-19-conclu.fr.txt
#include "entry.h"
};

const size_t built_in_file_count = sizeof built_in_files / sizeof *built_in_files;

const struct built_in_file *built_in_file_at(size_t index) { return &built_in_files[index]; }
