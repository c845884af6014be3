"""phiguard finds Patient Data (PHI) before it goes where it must not be."""

__version__ = "0.1.0"
