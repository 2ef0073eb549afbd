"""Classifying: facts to candidate indicators. One door, `classify`."""
