"""Set-up and build steps shared by serve.py and tests/run.py. Standard library only."""
