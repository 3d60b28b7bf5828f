"""What can be done in a journal: one module a noun, its questions first, then its verbs."""
