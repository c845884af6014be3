"""One module per category. Each declares a `DETECTOR`; the registry finds it. A leading underscore marks a helper."""
