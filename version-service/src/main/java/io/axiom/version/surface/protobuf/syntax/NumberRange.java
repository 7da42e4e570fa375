package io.axiom.version.surface.protobuf.syntax;

/** Numbers of fields or enum values, both ends included. */
public record NumberRange(int start, int end) {
    /** The highest number of a field. */
    public static final int HIGHEST_FIELD = 536_870_911;
    /** The highest number in a message with {@code message_set_wire_format}. */
    public static final int HIGHEST_IN_MESSAGE_SET = Integer.MAX_VALUE - 1;

    public boolean contains(int number) {
        return start <= number && number <= end;
    }

    @Override
    public String toString() {
        return start == end ? Integer.toString(start) : start + " to " + end;
    }
}
