"""Proposes candidates for all detectors, decides them, gathers evidence, and emits matches."""
