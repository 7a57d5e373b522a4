"""Words that say little by themselves, and names that are also common words."""

from __future__ import annotations

from cvlint.job.families import family

AMBIGUOUS = frozenset({
    "Go", "R", "C", "D", "Excel", "Word", "Access", "Teams", "Spark", "Swift", "React", "Rust", "Ruby",
    "Dart", "Flask", "Express", "Spring", "Sage", "Outlook", "Project", "Visio", "Publisher", "Puppet",
    "Chef", "Salt", "Vault", "Git", "Hive", "Pig", "Storm", "Flux", "Node", "Lean", "Agile", "Illustrator",
    "Photoshop", "Sketch", "Figma", "Unity", "Julia", "Scala", "Crystal", "Elm", "Less", "Sass", "Stripe",
    "Square", "Slack", "Zoom", "Pandas", "Beam", "Kafka", "Shell", "Basic", "Perl", "IT", "AD", "ADA",
})  # fmt: skip
"""Names that are also common words or initials: they need their own case, or the company of a list."""
NEEDS_COMPANY = frozenset({
    "R", "C", "D", "Go", "Word", "Access", "Teams", "Express", "Project", "Less", "Chef", "Square", "Vault",
    "Salt",
})  # fmt: skip
"""Of those, the ones that a capital at the start of a sentence does not tell apart."""
GENERIC = frozenset(family(w) for w in [
    "a", "an", "the", "and", "or", "of", "in", "on", "for", "to", "with", "at", "by", "as", "is", "be",
    "are", "&", "experience", "knowledge", "skill", "skills", "ability", "able", "strong", "good",
    "excellent", "proven", "great", "year", "years", "relevant", "understanding", "working", "work", "works",
    "worked", "high", "level", "levels", "basic", "advanced", "all", "other", "various", "well", "both",
    "etc", "related", "similar", "including", "within", "across", "own", "using", "use", "from", "their",
    "our", "your", "you", "any", "such", "background", "proficiency", "proficient", "familiarity",
    "expertise", "competent", "previous", "demonstrated", "effective", "solid", "general", "new", "key",
    "day", "best", "first", "full", "time", "role", "environment",
])  # fmt: skip
"""Families that say only that something is a skill."""
LOOSE = frozenset(family(w) for w in [
    "management", "manager", "manage", "managing", "team", "teams", "business", "customer", "client",
    "service", "services", "system", "systems", "support", "process", "processes", "product", "products",
    "project", "projects", "development", "develop", "data", "quality", "company", "office", "people",
    "staff", "technical", "technology", "technologies", "software", "design", "information", "solution",
    "solutions", "professional", "tools", "methods", "concepts", "industry", "operations", "problem",
    "field", "report", "reports", "meet", "provide", "improve", "ensure", "deliver", "standard", "standards",
    "multiple", "environments", "requirement", "requirements", "issue", "issues", "part", "area", "areas",
])  # fmt: skip
"""Families too common to make anything related."""
