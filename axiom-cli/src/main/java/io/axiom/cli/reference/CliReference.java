package io.axiom.cli.reference;

import io.axiom.cli.CommandTree;
import io.axiom.cli.Session;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Writes docs/cli.md from the commands themselves. Run with the path of the file. */
public final class CliReference {
    private final StringBuilder text = new StringBuilder();

    private CliReference() {}

    public static void main(String[] arguments) throws IOException {
        Files.writeString(Path.of(arguments[0]), markdown());
    }

    /** The whole document. */
    public static String markdown() {
        Session nowhere = new Session(
                Map.of(),
                Map.of(),
                new BufferedReader(Reader.nullReader()),
                new PrintWriter(Writer.nullWriter()),
                new PrintWriter(Writer.nullWriter()),
                false,
                false,
                Clock.systemUTC(),
                ZoneOffset.UTC);
        CliReference reference = new CliReference();
        reference.document(CommandTree.whole(nowhere));
        return reference.text.toString();
    }

    private void document(CommandLine root) {
        text.append("""
                # The `axiom` command

                <!-- Generated from the command line itself by io.axiom.cli.reference.CliReference; a test keeps it up to date. -->

                `./axiom` at the root of the repository builds once when needed and then runs the command line; a link to it
                anywhere in `PATH` works too.

                | exit code | meaning |
                |---|---|
                | 0 | done |
                | 1 | tried and failed, or refused; the problem is on standard error: what, why, next, code |
                | 2 | the command line was wrong; nothing was tried |
                | 3 | the deployment that was watched was rolled back |

                | environment variable | meaning |
                |---|---|
                | `AXIOM_URL` | the gateway, default `http://127.0.0.1:3000` |
                | `AXIOM_TOKEN` | the API token; else `<AXIOM_HOME>/token` is used when it is there |
                | `AXIOM_HOME` | where the platform on this machine keeps everything, default `~/.axiom` |
                | `AXIOM_DEPLOYMENT_URL` | deployment-service for `emergency-rollback`, default `http://127.0.0.1:3002` |
                | `AXIOM_PORT_<PART>` | another port for `GATEWAY`, `VERSION`, `DEPLOYMENT`, `ROUTER`, `ROUTER_ADMIN`, `POSTGRES`, `KAFKA` |
                | `AXIOM_JAVA_OPTS` | more options for the platform's JVM |
                | `NO_COLOR` | no colours |

                """);
        CommandSpec spec = root.getCommandSpec();
        text.append("Options of every command:\n\n");
        table(spec.options());
        text.append("\n| command | |\n|---|---|\n");
        contents(root);
        root.getSubcommands().values().forEach(this::command);
    }

    private void contents(CommandLine command) {
        for (CommandLine sub : command.getSubcommands().values()) {
            String name = sub.getCommandSpec().qualifiedName();
            if (sub.getSubcommands().isEmpty()) {
                text.append("| [`")
                        .append(name)
                        .append("`](#")
                        .append(name.replace(' ', '-'))
                        .append(") | ")
                        .append(first(sub.getCommandSpec().usageMessage().description()))
                        .append(" |\n");
            }
            contents(sub);
        }
    }

    private void command(CommandLine command) {
        CommandSpec spec = command.getCommandSpec();
        if (command.getSubcommands().isEmpty()) {
            text.append("\n## ").append(spec.qualifiedName()).append("\n\n");
            text.append(String.join("\n", spec.usageMessage().description())).append("\n\n```sh\n");
            for (String line : spec.usageMessage().footer()) {
                text.append(line.strip()).append('\n');
            }
            text.append("```\n");
            List<? extends ArgSpec> own = spec.args().stream()
                    .filter(arg -> !arg.inherited() && !arg.hidden())
                    .toList();
            if (!own.isEmpty()) {
                text.append('\n');
                table(own);
            }
        }
        command.getSubcommands().values().forEach(this::command);
    }

    private void table(List<? extends ArgSpec> arguments) {
        text.append("| | |\n|---|---|\n");
        for (ArgSpec argument : arguments) {
            text.append("| `")
                    .append(name(argument).replace("|", "\\|"))
                    .append("` | ")
                    .append(String.join(" ", described(argument)).replace("|", "\\|"))
                    .append(" |\n");
        }
    }

    private static String name(ArgSpec argument) {
        return switch (argument) {
            case OptionSpec option -> {
                String value = option.arity().max() == 0 || option.negatable() ? "" : " " + option.paramLabel();
                String names = String.join("`, `", option.names()) + value;
                yield option.negatable()
                        ? names + "`, `--no-" + option.longestName().substring(2)
                        : names;
            }
            case PositionalParamSpec positional -> positional.paramLabel();
            default -> argument.paramLabel();
        };
    }

    private static String[] described(ArgSpec argument) {
        return argument.description();
    }

    private static String first(String[] description) {
        return description.length == 0 ? "" : description[0];
    }
}
