"""The timeline: a lane for each person, with stages as bands and what happened as marks on them."""
