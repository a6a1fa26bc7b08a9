"""Colours, sizes and the style sheet, and the marks that tell without colour."""
