"""Addresses of the web, and asking for them."""
