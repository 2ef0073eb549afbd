"""Adapters: ports made of real technology."""
