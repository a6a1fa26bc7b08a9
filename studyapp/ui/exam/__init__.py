"""The plan to an exam: its dialog, the curve in it, and the sign in the status bar."""
