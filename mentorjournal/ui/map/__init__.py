"""The network map: me in the middle, mentors on rings by level, in sectors by area of life."""
