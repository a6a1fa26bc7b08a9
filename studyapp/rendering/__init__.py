"""Pictures, print and PDF, without widgets."""
