// The parser of command lines that comes with the C library; Swift's Glibc module leaves it out.
#include <getopt.h>
#include <malloc.h>
