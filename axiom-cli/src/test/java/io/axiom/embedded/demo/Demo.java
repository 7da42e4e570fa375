package io.axiom.embedded.demo;

/** Stands in for the demo: ends with the exit code it is given. */
public final class Demo {
    private Demo() {}

    public static void main(String[] arguments) {
        System.exit(Integer.parseInt(arguments[0]));
    }
}
