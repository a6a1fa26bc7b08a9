"""The kinds of questions, one module each; `table` lists them."""
