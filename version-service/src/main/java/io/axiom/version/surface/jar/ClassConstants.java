package io.axiom.version.surface.jar;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The names in the constant pool of a class file (JVMS 4.4); other constants are skipped. */
record ClassConstants(ByteBuffer in, int[] textAt, int[] classNameAt) {

    static ClassConstants read(ByteBuffer in) {
        int size = unsigned(in);
        ClassConstants constants = new ClassConstants(in, new int[size], new int[size]);
        for (int i = 1; i < size; i++) {
            switch (in.get()) {
                case 1 -> {
                    constants.textAt[i] = in.position();
                    skip(in, unsigned(in));
                }
                case 7 -> constants.classNameAt[i] = unsigned(in);
                case 8, 16, 19, 20 -> in.getShort();
                case 15 -> skip(in, 3);
                case 3, 4, 9, 10, 11, 12, 17, 18 -> in.getInt();
                case 5, 6 -> {
                    in.getLong();
                    i++;
                }
                default -> throw new IllegalArgumentException("an unknown constant");
            }
        }
        return constants;
    }

    static int unsigned(ByteBuffer in) {
        return Short.toUnsignedInt(in.getShort());
    }

    private static void skip(ByteBuffer in, int count) {
        if (count > in.remaining()) {
            throw new BufferUnderflowException();
        }
        in.position(in.position() + count);
    }

    @Nullable
    String text(int index) {
        if (index >= textAt.length || textAt[index] == 0) {
            return null;
        }
        int at = textAt[index];
        return new String(in.array(), at + 2, Short.toUnsignedInt(in.getShort(at)), StandardCharsets.UTF_8);
    }

    String className(int index) {
        String name = index < classNameAt.length ? text(classNameAt[index]) : null;
        if (name == null || name.isEmpty() || name.startsWith("[")) {
            throw new IllegalArgumentException("no class name");
        }
        return name.replace('/', '.');
    }
}
