package io.axiom.cli.text;

/** What {@code -o} takes; the constants are the words typed. */
public enum OutputFormat {
    table,
    json,
    yaml
}
