"""What the program can do: on courses and a student's log, without a window."""
