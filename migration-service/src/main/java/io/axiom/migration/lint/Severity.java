package io.axiom.migration.lint;

/** How much a finding matters. */
public enum Severity {
    /** It fails, stops others for long, or breaks running programs. */
    ERROR,
    /** It may do so, or loses data. */
    WARNING,
    /** There is a better way. */
    ADVICE
}
