"""The tree of topics, with a mark for what is known of each."""
