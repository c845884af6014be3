"""`python -m phiguard`."""

from phiguard.cli import main

main()
