"""The panel of the figures: sentences, charts, and the same as tables."""
