"""The parts of panes and dialogs, one idea a module; none of them knows the journal."""
