"""Everything that is kept: the only room that speaks SQL.

A `Store` is opened with `store.database.open_store`; each noun's functions stand in its own file.
"""
