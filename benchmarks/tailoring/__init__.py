"""The reader of ads beside its peers."""
