package io.axiom.version.surface.jar;

import java.nio.ByteBuffer;

/** Walks through annotations (JVMS 4.7.16): no list longer than the bytes left, no deep nesting. */
final class AnnotationReader {
    private static final int DEEPEST = 16;
    private static final int SHORTEST_VALUE = 3;

    private int count;
    private int depth;

    int count() {
        return count;
    }

    void annotations(ByteBuffer in) {
        int size = ClassConstants.unsigned(in);
        for (int i = 0; i < size; i++) {
            annotation(in);
        }
    }

    private void annotation(ByteBuffer in) {
        count++;
        in.getShort();
        int pairs = ClassConstants.unsigned(in);
        for (int i = 0; i < pairs; i++) {
            in.getShort();
            value(in);
        }
    }

    void value(ByteBuffer in) {
        depth++;
        if (depth > DEEPEST) {
            throw new IllegalArgumentException("annotations nested deeper than " + DEEPEST);
        }
        switch (in.get()) {
            case 'e' -> in.getInt();
            case '@' -> annotation(in);
            case '[' -> list(in);
            default -> in.getShort();
        }
        depth--;
    }

    private void list(ByteBuffer in) {
        int size = ClassConstants.unsigned(in);
        if (size * SHORTEST_VALUE > in.remaining()) {
            throw new IllegalArgumentException("a list longer than the class");
        }
        for (int i = 0; i < size; i++) {
            value(in);
        }
    }
}
