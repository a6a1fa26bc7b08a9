"""How far someone has come, in figures and in words."""
