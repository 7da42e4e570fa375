package io.axiom.cli.text;

import java.io.PrintWriter;
import java.util.List;

/** The last lines of a terminal, drawn over again. Long lines are cut by the terminal and not wrapped, so lines can be counted. */
public final class Screen {
    private static final String ESCAPE = "\u001b[";

    private final PrintWriter out;
    private final int height;
    private int drawn;

    /** @param height of the terminal in lines */
    public Screen(PrintWriter out, int height) {
        this.out = out;
        this.height = height;
    }

    /** Replaces what was drawn before. When it is too much, the top is left out. */
    public synchronized void draw(List<String> lines) {
        List<String> visible = lines.size() < height ? lines : lines.subList(lines.size() - height + 1, lines.size());
        StringBuilder frame = new StringBuilder();
        if (drawn > 0) {
            frame.append(ESCAPE).append(drawn).append('A');
        }
        frame.append('\r').append(ESCAPE).append('J').append(ESCAPE).append("?7l");
        visible.forEach(line -> frame.append(line).append('\n'));
        frame.append(ESCAPE).append("?7h");
        out.print(frame);
        out.flush();
        drawn = visible.size();
    }
}
