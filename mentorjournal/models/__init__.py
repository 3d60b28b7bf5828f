"""The journal for views: Qt item models, without widgets."""
