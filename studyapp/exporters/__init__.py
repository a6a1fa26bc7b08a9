"""Formats out: from objects of the domain to text and bytes."""
