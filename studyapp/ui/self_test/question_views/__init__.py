"""One view for each way of answering; `table` says which kind has which."""
