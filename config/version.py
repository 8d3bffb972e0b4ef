"""The version of Paragraf: what it tells servers it fetches from, and what the wheel is called."""

VERSION = "0.1.0"
