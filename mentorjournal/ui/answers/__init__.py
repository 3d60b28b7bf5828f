"""What the window does when a pane wishes for something: dialogs are opened and verbs called."""
