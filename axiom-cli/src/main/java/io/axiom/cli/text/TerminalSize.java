package io.axiom.cli.text;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Asks the terminal how large it is. */
public final class TerminalSize {
    private static final int USUAL = 24;

    private TerminalSize() {}

    public static int rows() {
        try {
            Process stty = new ProcessBuilder("stty", "size")
                    .redirectInput(new File("/dev/tty"))
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String answer = new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
            int rows = Integer.parseInt(answer.split(" ")[0]);
            return rows > 5 ? rows : USUAL;
        } catch (IOException | NumberFormatException e) {
            return USUAL;
        }
    }
}
