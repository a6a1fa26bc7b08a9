"""The board: one model, drawn as zones of cards and listed as an outline."""
