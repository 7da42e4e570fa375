package io.axiom.migration.source;

/**
 * The SQL of one direction.
 *
 * @param text as in the file
 * @param firstLine the line of the file its first line is, so that errors can name the line an author sees
 * @param checksum {@link Checksum#of} the text
 */
public record Section(String text, int firstLine, String checksum) {
    static Section of(String text, int firstLine) {
        return new Section(text, firstLine, Checksum.of(text));
    }

    /** Whether it holds nothing but blanks. */
    public boolean isBlank() {
        return text.isBlank();
    }
}
