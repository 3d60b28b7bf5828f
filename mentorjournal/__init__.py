"""Mentor Journal: the map of the house. Read it top to bottom and know where everything lives.

    __main__.py     python -m mentorjournal: the window, or a command without one
    app.py          start-up in order: log, crash hook, settings, theme, window, journal
    arguments.py    --as-of, and wrong use in one sentence
    cli.py          the same journal without a window
    clock.py        today(): the only place that asks the machine's clock
    doorbell.py     a second start rings, and the window that is open comes up
    crash.py        the log and the report for errors of our own
    paths.py        where data, settings and resources live
    plain_imports.py  Python's own import, put back after PySide's
    settings.py     every preference, declared once
    words.py        tr(): translation, plurals, days and spans in words
    store/          the file: SQLAlchemy and SQLite, no Qt
        backup.py checks.py columns.py copies.py database.py digests.py erase.py errors.py
        health.py history.py keys.py lock.py merge_plan.py merge_read.py merge_rows.py
        merge_source.py merge_write.py old_copies.py own_tables.py pages.py past.py rebuild.py
        recognise.py rekey.py salvage.py schema.py search.py still.py synced.py watch.py
        migrations/
    mentoring/      what mentoring up means: pure functions, no Qt, no SQL, no clock
        agenda.py asking.py brief.py candidacy.py conversation.py coverage.py deeds.py
        endings.py expectations.py feedback_note.py first_request.py fit.py follow_up.py
        gap_words.py gaps.py goals.py gratitude.py keeping.py knowing.py letter_kinds.py
        letter_steps.py letter_words.py letters.py load.py load_check.py load_plan.py
        load_reply.py loop.py meetings.py missteps.py missteps_mine.py missteps_theirs.py
        missteps_words.py needs.py next_ask.py next_date.py passing_on.py phrases.py pronouns.py
        readiness.py reflection.py rhythm.py running.py self_look.py sides.py sought.py
        timeline.py tips.py tips_aims.py tips_contact.py tips_day.py tips_facts.py
        tips_feedback.py tips_meetings.py tips_moving.py tips_network.py tips_order.py
        tips_pages.py tips_past.py tips_reading.py tips_rules.py tips_table.py tips_thanks.py
        today.py vocabulary.py wording.py yearly.py
    journal/        what can be done: one module a noun, questions first, then verbs
        accomplishment_search.py accomplishments.py advice.py advice_told.py after_meeting.py
        agenda.py aims.py backups.py between.py candidate_facts.py candidate_steps.py
        candidates.py carry_in.py changes.py commitments.py considering.py contacts.py
        dealings.py deleted.py dismissals.py drafts.py endings.py entries.py erasing.py
        evidence_offers.py expectations.py feedback.py feedback_agenda.py feedback_given.py
        feedback_log.py field_words.py fields.py files.py finding.py given_heard.py
        goal_overview.py goal_people.py goal_steps.py goals.py journal.py keeping.py knowing.py
        letter_company.py letter_evidence.py letter_papers.py letters.py mark_details.py me.py
        meetings.py merge_words.py merging.py missteps.py missteps_facts.py naming.py needs.py
        nouns.py outcomes.py parties.py passing_on.py people.py preferences.py promises.py
        records.py recovery.py reflections.py reliability.py reports.py running.py sample.py
        scripts.py search_hits.py search_kinds.py search_sources.py searching.py self_looks.py
        stages.py thanks.py timeline.py timeline_words.py tips.py tips_facts.py today.py
        today_facts.py today_feedback.py today_letters.py today_marks.py today_meetings.py
        today_mine.py today_people.py today_touch.py waiver.py word_lists.py wordings.py
        year_ahead.py yearly.py yearly_people.py yearly_private.py
    models/         the same, for views: Qt item models without widgets
    documents/      on paper: a document is composed as plain data, then written
    exchange/       in and out: a file for others to read
        addressing.py agenda_files.py brief_files.py calendar.py catch_ups.py closing_files.py
        compact_files.py feedback_note.py feedback_table.py follow_up_files.py letter_dates.py
        mail.py papers.py request_files.py review_files.py review_private.py sheet_files.py
        thanks_note.py writing.py
    ui/             on screen
        main_window.py  makes the panes, places them, answers their wishes
        places.py       the table of pages: their words, icons, and who makes and answers each
        actions.py      the table of actions, menus and shortcuts
        opening.py      which journal the window shows, and the way to another one
        tasks.py        slow work in a thread, with progress and a way to stop it
        waiting.py      how much waits on each page, as the sidebar says it
        background.py   one slow look at a time, in a thread
        choices.py      what is chosen in the menus and kept: theme, text size, paper
        placing.py      how large a window is at first
        going.py        the way to any entry: the page where it is kept
        deeds.py        what each next step does, the one table behind their buttons
        pen.py          the hand that writes for a pane: verbs with one origin, refusals said
        reminder.py     once a day, if wanted, how many people are due for a word
        links.py        which links may be opened, and only after they were shown in full
        file_copies.py  a file of the journal as a copy outside it, opened only after a question
        letters.py      fonts for whatever script is written in a journal
        answers/        what the window does about the wishes of its panes and menus
        in_thread.py    one slow deed in a thread of its own
        bell.py idle.py screen_lock.py remembered.py   one window a journal, and its lock
        palette/        search and do: one line for every entry and every menu, over the window
        panes/ dialogs/ map/ timeline/ widgets/
    resources/      themes, style sheet, icons, fonts, translations, the sample journal
    tests/          folders mirror the package

Who may import whom: app, cli -> ui -> models, documents, exchange -> journal -> store, mentoring.
How a change flows: pane -> verb -> journal.change() -> triggers record -> `changed` with ids ->
models re-read those ids. Undo puts the recorded values back and takes the same way.
"""

__version__ = "0.1.0"
