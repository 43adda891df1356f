"""The parts of the test suite, one module for each kind."""
