"""Reports print findings: one function a format. A value is never printed; `_show` escapes what a terminal would obey."""
