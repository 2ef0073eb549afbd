"""The channels: each looks at one side of a document and returns Evidence."""
