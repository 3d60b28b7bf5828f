"""On screen: the main window, its panes and dialogs, and the widgets they are made of."""
