import Glibc

// Before anything else takes memory.
StartingMemory.prepare()

exit(Commands.run())
