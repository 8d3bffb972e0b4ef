"""Runs the command line as `python -m paragraf`."""

from paragraf.cli import main

main()
