"""Dialogs that belong to no panel alone."""
