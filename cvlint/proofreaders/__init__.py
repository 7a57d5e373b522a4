"""Independent proofreaders and the panel that weighs what they say."""
