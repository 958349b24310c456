// The parser of command lines that comes with the C library; Swift's Glibc module leaves it out.
#include <getopt.h>
#include <malloc.h>

// How the kernel tells of changes in folders.
#include <sys/inotify.h>

// Where the variables of the program that are zero at first lie in memory, by the linker's names.
static inline void *zeroed_start(void) {
  extern char __bss_start[];
  return __bss_start;
}
static inline void *zeroed_end(void) {
  extern char _end[];
  return _end;
}
