// GMime counts a stream of GIO among its own, and GIO's archive holds code that lists what is mounted, with libmount, of which
// Debian has no archive to link. Nobody asks a mail what is mounted: these stand in for it, and end the program should they
// ever be called.
#include <stdlib.h>

#define NOBODY_CALLS(name) \
  _Noreturn void name(void); \
  _Noreturn void name(void) { abort(); }

NOBODY_CALLS(mnt_free_iter)
NOBODY_CALLS(mnt_free_table)
NOBODY_CALLS(mnt_fs_get_fstype)
NOBODY_CALLS(mnt_fs_get_options)
NOBODY_CALLS(mnt_fs_get_root)
NOBODY_CALLS(mnt_fs_get_source)
NOBODY_CALLS(mnt_fs_get_target)
NOBODY_CALLS(mnt_fs_strdup_options)
NOBODY_CALLS(mnt_get_builtin_optmap)
NOBODY_CALLS(mnt_get_fstab_path)
NOBODY_CALLS(mnt_has_regular_mtab)
NOBODY_CALLS(mnt_new_iter)
NOBODY_CALLS(mnt_new_table)
NOBODY_CALLS(mnt_optstr_get_flags)
NOBODY_CALLS(mnt_table_next_fs)
NOBODY_CALLS(mnt_table_parse_fstab)
NOBODY_CALLS(mnt_table_parse_mtab)
