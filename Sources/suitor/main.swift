import CSystem
import Glibc

// Before anything else: memory in large steps from one heap. Each step is a call into the system, a heap for each thread
// costs dozens of them, and the first frame waits for all.
mallopt(M_ARENA_MAX, 1)
mallopt(M_TOP_PAD, 4 << 20)
mallopt(M_MMAP_THRESHOLD, 8 << 20)

exit(Commands.run())
