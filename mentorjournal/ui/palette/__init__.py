"""The palette: one line to look for anything in the journal, and to do anything of the menus."""
