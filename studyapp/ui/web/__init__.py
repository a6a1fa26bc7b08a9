"""The web of links: one model, drawn on a canvas and listed as an outline."""
