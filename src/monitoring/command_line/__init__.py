"""The command line: reads the words of a command, calls one service, prints what it says. Decides nothing itself."""
