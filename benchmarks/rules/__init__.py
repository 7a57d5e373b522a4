"""How much of what is wrong the rules find, how often they speak without need, and what they cost."""
