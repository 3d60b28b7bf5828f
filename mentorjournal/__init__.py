"""Mentor Journal: the map of the house. Read it top to bottom and know where everything lives.

    __main__.py     python -m mentorjournal: the window, or a command without one
    app.py          start-up in order: log, crash hook, settings, theme, window, journal
    arguments.py    --as-of, and wrong use in one sentence
    cli.py          the same journal without a window
    clock.py        today(): the only place that asks the machine's clock
    crash.py        the log and the report for errors of our own
    paths.py        where data, settings and resources live
    plain_imports.py  Python's own import, put back after PySide's
    settings.py     every preference, declared once
    words.py        tr(): translation, plurals, days and spans in words
    store/          the file: SQLAlchemy and SQLite, no Qt
        backup.py columns.py copies.py database.py digests.py errors.py health.py history.py
        keys.py lock.py merge_plan.py merge_read.py merge_rows.py merge_source.py merge_write.py
        recognise.py rekey.py schema.py search.py synced.py migrations/
    mentoring/      what mentoring up means: pure functions, no Qt, no SQL, no clock
        agenda.py coverage.py gaps.py phrases.py pronouns.py readiness.py rhythm.py
        vocabulary.py
    journal/        what can be done: one module a noun, questions first, then verbs
        agenda.py carry_in.py changes.py entries.py fields.py goals.py journal.py me.py
        meetings.py merge_words.py merging.py needs.py nouns.py outcomes.py people.py promises.py
        records.py sample.py
    models/         the same, for views: Qt item models without widgets
    documents/      on paper: a document is composed as plain data, then written
    exchange/       in and out: agenda_files.py calendar.py mail.py writing.py
    ui/             on screen
        main_window.py  makes the panes, places them, answers their wishes
        actions.py      the table of actions, menus and shortcuts
        opening.py      which journal the window shows, and the way to another one
        choices.py      what is chosen in the menus and kept: theme, text size, paper
        panes/ dialogs/ map/ widgets/
    resources/      themes, style sheet, icons, fonts, translations, the sample journal
    tests/          folders mirror the package

Who may import whom: app, cli -> ui -> models, documents, exchange -> journal -> store, mentoring.
How a change flows: pane -> verb -> journal.change() -> triggers record -> `changed` with ids ->
models re-read those ids. Undo puts the recorded values back and takes the same way.
"""

__version__ = "0.1.0"
