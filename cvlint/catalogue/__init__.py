"""Rules as cards: what a card is, where cards are found, which of them run."""
