package io.axiom.cli;

import io.axiom.cli.http.Problem;
import io.axiom.cli.http.ProblemException;
import io.axiom.cli.text.Data;
import io.axiom.cli.text.OutputFormat;
import io.axiom.language.RejectedException;
import io.axiom.language.json.DurationText;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.TypeConversionException;

/** Puts the commands together: how help looks, how errors are told, which exit code they have. */
public final class CommandTree {
    private CommandTree() {}

    /** All commands, for describing them. */
    public static CommandLine whole(Session session) {
        return over(new Axiom(session), Commands.ALL);
    }

    private static CommandLine over(Axiom axiom, Map<String, Supplier<Object>> wanted) {
        Session session = axiom.session();
        CommandLine commands = new CommandLine(axiom);
        wanted.forEach((name, command) -> commands.addSubcommand(name, command.get()));
        commands.setCaseInsensitiveEnumValuesAllowed(true)
                .setOut(session.out())
                .setErr(session.err())
                .setColorScheme(CommandLine.Help.defaultColorScheme(axiom.ink().coloured() ? Ansi.ON : Ansi.OFF))
                .registerConverter(Duration.class, CommandTree::duration)
                .setExecutionExceptionHandler((e, _, _) -> failed(axiom, e))
                .setParameterExceptionHandler((e, arguments) -> misused(session, e, arguments));
        layOutHelp(commands);
        return commands;
    }

    /** Runs one command line to its exit code. */
    public static int execute(Session session, String... arguments) {
        // Reading every command's annotations takes longer than most commands: when the first word is one, only it is
        // read.
        Map<String, Supplier<Object>> wanted = arguments.length > 0 && Commands.ALL.containsKey(arguments[0])
                ? Map.of(arguments[0], Commands.ALL.get(arguments[0]))
                : Commands.ALL;
        int exitCode = over(new Axiom(session), wanted).execute(arguments);
        session.out().flush();
        session.err().flush();
        return exitCode;
    }

    private static void layOutHelp(CommandLine command) {
        UsageMessageSpec help = command.getCommandSpec().usageMessage();
        help.width(110);
        help.sortOptions(false);
        help.parameterListHeading("%nArguments:%n");
        help.optionListHeading("%nOptions:%n");
        help.commandListHeading("%nCommands:%n");
        help.footerHeading("%nExample:%n");
        command.getSubcommands().values().forEach(CommandTree::layOutHelp);
    }

    private static Duration duration(String text) {
        try {
            return DurationText.parse(text);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(String.valueOf(e.getMessage()));
        }
    }

    private static int failed(Axiom axiom, Exception e) throws Exception {
        Problem problem = switch (e) {
            case ProblemException known -> known.problem();
            case RejectedException rejected ->
                Problem.local(
                        rejected.rejection().code(),
                        rejected.rejection().detail(),
                        "",
                        rejected.rejection().next());
            default -> throw e;
        };
        Session session = axiom.session();
        session.out().flush();
        if (axiom.output() == OutputFormat.table) {
            problem.print(session.err(), axiom.ink());
        } else {
            Data.print(axiom.output(), problem.json(), session.err());
        }
        return ExitCode.FAILED;
    }

    /** What was wrong with the command line, and the one command that explains it. */
    private static int misused(Session session, CommandLine.ParameterException e, String[] arguments) {
        PrintWriter err = session.err();
        session.out().flush();
        err.println("✖ " + e.getMessage());
        CommandLine.UnmatchedArgumentException.printSuggestions(e, err);
        err.println("  See: " + e.getCommandLine().getCommandSpec().qualifiedName() + " --help");
        err.flush();
        return ExitCode.USAGE;
    }
}
