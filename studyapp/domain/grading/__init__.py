"""Marking of typed answers: rules by key point, and one small regression."""
