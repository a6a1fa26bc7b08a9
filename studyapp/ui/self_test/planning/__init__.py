"""The parts of a planned answer: sides, evidence, the scale, and what the marks say."""
