package io.axiom.cli;

/** What a script learns from a command's end. */
public final class ExitCode {
    public static final int DONE = 0;
    /** It was tried and did not work, or was refused. */
    public static final int FAILED = 1;
    /** The command line itself was wrong; nothing was tried. */
    public static final int USAGE = 2;
    /** The deployment ended, but with the release before it running again. */
    public static final int ROLLED_BACK = 3;

    private ExitCode() {}
}
