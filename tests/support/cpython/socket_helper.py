"""There are no sockets. Not part of the product."""

HOST = "localhost"
IPV6_ENABLED = has_gethostname = False


def find_unused_port():
    import unittest
    raise unittest.SkipTest("there are no sockets")


bind_unix_socket = bind_port = find_unused_port
