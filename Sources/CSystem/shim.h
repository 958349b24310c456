// The parser of command lines that comes with the C library; Swift's Glibc module leaves it out.
#include <getopt.h>
#include <malloc.h>

// How the kernel tells of changes in folders.
#include <sys/inotify.h>
