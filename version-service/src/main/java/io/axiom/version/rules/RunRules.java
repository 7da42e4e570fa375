package io.axiom.version.rules;

import io.axiom.language.RejectedException;
import io.axiom.language.version.RunSpec;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a run specification must be for a process to be started from it later. Whether the files are there is found out then. */
public final class RunRules {
    private static final int MOST_ARGUMENTS = 200;
    private static final int MOST_VARIABLES = 200;
    private static final int LONGEST_PATH = 4_096;
    private static final int LONGEST_VALUE = 8_192;
    private static final int LONGEST_NAME = 200;
    private static final int MOST_CHARACTERS = 64 * 1_024;

    private RunRules() {}

    public static void check(@Nullable RunSpec run) {
        if (run == null) {
            return;
        }
        checkCommand(run.command());
        checkEnvironment(run.environment());
        if (run.workingDirectory() != null) {
            checkPath("run.workingDirectory", run.workingDirectory());
        }
        RunSpec.Artifact artifact = run.artifact();
        if (artifact != null) {
            checkPath("run.artifact.path", artifact.path());
            Digests.requireSha256("run.invalid", "run.artifact.sha256", artifact.sha256());
        }
        if (run.schemas() != null) {
            SchemaRules.check(run.schemas());
        }
    }

    private static void checkCommand(List<String> command) {
        require(
                !command.isEmpty() && !command.getFirst().isBlank(),
                "run.command",
                "There is no program to run",
                "Give the program and its arguments, for example [\"java\", \"-jar\", \"/opt/agent.jar\"].");
        require(
                command.size() <= MOST_ARGUMENTS && characters(command) <= MOST_CHARACTERS,
                "run.command",
                "The command is too long",
                "Use at most " + MOST_ARGUMENTS + " arguments and " + MOST_CHARACTERS + " characters.");
        require(
                command.stream().noneMatch(RunRules::hasNul),
                "run.command",
                "An argument has a NUL character",
                "Remove it; no program can be given one.");
    }

    private static void checkEnvironment(Map<String, String> environment) {
        require(
                environment.size() <= MOST_VARIABLES && characters(environment.values()) <= MOST_CHARACTERS,
                "run.environment",
                "The environment is too large",
                "Use at most " + MOST_VARIABLES + " variables and " + MOST_CHARACTERS + " characters.");
        environment.forEach((name, value) -> {
            require(
                    isVariableName(name),
                    "run.environment",
                    "A name in the environment is not a variable's name",
                    "Use letters, digits and underscores, not starting with a digit.");
            require(
                    !isReserved(name),
                    "run.environment",
                    "The variable " + name + " is set by Axiom",
                    "Use another name than PORT and those starting with AXIOM_.");
            require(
                    value.length() <= LONGEST_VALUE && !hasNul(value),
                    "run.environment",
                    "The value of " + name + " is too long or has a NUL character",
                    "Use at most " + LONGEST_VALUE + " characters.");
        });
    }

    static void checkPath(String field, String path) {
        require(
                path.startsWith("/") && path.length() <= LONGEST_PATH && !hasNul(path),
                field,
                "The path is not absolute, or is too long",
                "Start it with / and use at most " + LONGEST_PATH + " characters.");
    }

    private static boolean isVariableName(String name) {
        return !name.isEmpty()
                && name.length() <= LONGEST_NAME
                && !Character.isDigit(name.charAt(0))
                && name.chars().allMatch(c -> c == '_' || (c < 128 && Character.isLetterOrDigit(c)));
    }

    private static boolean isReserved(String name) {
        return name.equals("PORT") || name.startsWith("AXIOM_");
    }

    static boolean hasNul(String text) {
        return text.indexOf('\0') >= 0;
    }

    private static int characters(Iterable<String> texts) {
        int sum = 0;
        for (String text : texts) {
            sum = (int) Math.min(Integer.MAX_VALUE, (long) sum + text.length());
        }
        return sum;
    }

    static void require(boolean holds, String field, String fault, String next) {
        if (!holds) {
            throw new RejectedException(Invalid.of("run.invalid", field, fault + ".", next));
        }
    }
}
