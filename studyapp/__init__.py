"""Notes in, understanding out: read a course, connect causes, recall it all."""

__version__ = "0.1.0"
