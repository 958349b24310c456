import Glibc

exit(Commands.run())
