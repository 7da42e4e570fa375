package io.axiom.runtime.git;

import java.io.IOException;
import java.io.InputStream;

/**
 * A pack as it comes. Its header says how many objects follow, and the parser believes it and makes room for them, so the
 * number is checked here first (gitformat-pack(5): "PACK", version, count, four bytes each).
 */
final class PackStream extends BoundedStream {
    private static final int COUNT_AT = 8;
    private static final int COUNT_END = 12;
    /** The largest public repositories have about this many. */
    private static final long MOST_OBJECTS = 20_000_000;

    private int position;
    private long objects;

    PackStream(InputStream in, Budget budget) {
        super(in, budget);
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        look(read);
        return read;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int count = super.read(into, offset, length);
        for (int i = 0; i < count && position < COUNT_END; i++) {
            look(into[offset + i]);
        }
        return count;
    }

    private void look(int value) throws IOException {
        if (position >= COUNT_AT && position < COUNT_END) {
            objects = objects << 8 | (value & 0xFF);
        }
        position = Math.min(position + 1, COUNT_END);
        if (position == COUNT_END && objects > MOST_OBJECTS) {
            throw new IOException("the pack claims to have " + objects + " objects");
        }
    }
}
