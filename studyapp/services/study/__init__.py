"""Recall: which card is asked, how its answer is marked and kept."""
