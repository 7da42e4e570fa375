package io.axiom.cli.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.axiom.cli.CommandTree;
import io.axiom.cli.FakeGateway;
import io.axiom.cli.Session;
import io.axiom.cli.Shell;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;

class CommandTreeTest {
    private static CommandLine tree() {
        return CommandTree.whole(new Session(
                Map.of(),
                Map.of(),
                new BufferedReader(Reader.nullReader()),
                new PrintWriter(Writer.nullWriter()),
                new PrintWriter(Writer.nullWriter()),
                false,
                false,
                Clock.systemUTC(),
                ZoneOffset.UTC));
    }

    static Stream<String> commands() {
        List<String> names = new ArrayList<>();
        collect(tree(), names);
        return names.stream();
    }

    private static void collect(CommandLine command, List<String> names) {
        names.add(command.getCommandSpec().qualifiedName());
        command.getSubcommands().values().forEach(sub -> collect(sub, names));
    }

    private static CommandLine find(String name) {
        CommandLine command = tree();
        for (String word : name.split(" ")) {
            command = word.equals("axiom") ? command : command.getSubcommands().get(word);
        }
        return command;
    }

    @ParameterizedTest
    @MethodSource("commands")
    void every_command_explains_itself_and_its_examples_are_command_lines_it_takes(String name) {
        CommandLine command = find(name);
        String[] examples = command.getCommandSpec().usageMessage().footer();

        assertThat(examples).isNotEmpty();
        assertThat(command.getCommandSpec().usageMessage().description())
                .isNotEmpty()
                .allMatch(line -> line.length() < 140);
        for (ArgSpec argument : command.getCommandSpec().args()) {
            assertThat(argument.hidden() || argument.description().length > 0)
                    .as(name + " " + argument)
                    .isTrue();
        }
        for (String example : examples) {
            Matcher line = Pattern.compile("axiom ([^#|)]*)").matcher(example);
            assertThat(line.find()).as(example).isTrue();
            List<String> words = new ArrayList<>();
            Matcher word = Pattern.compile("'([^']*)'|(\\S+)").matcher(line.group(1));
            while (word.find()) {
                words.add(word.group(1) == null ? word.group(2) : word.group(1));
            }
            assertThatCode(() -> tree().parseArgs(words.toArray(String[]::new)))
                    .as(example)
                    .doesNotThrowAnyException();
        }
    }

    @ParameterizedTest
    @MethodSource("commands")
    void help_is_printed_on_standard_output_with_exit_code_0(String name) {
        try (FakeGateway gateway = new FakeGateway()) {
            List<String> words = new ArrayList<>(List.of(name.split(" ")).subList(1, name.split(" ").length));
            words.add("--help");
            Shell.Result result = Shell.at(gateway).run(words.toArray(String[]::new));

            assertThat(result.exitCode()).isZero();
            assertThat(result.err()).isEmpty();
            assertThat(result.out())
                    .startsWith("Usage: " + name)
                    .contains("\nExample:\n  ", "--output=<format>", "--help");
            assertThat(gateway.asked).isEmpty();
        }
    }

    @Test
    void axiom_alone_shows_what_there_is() {
        try (FakeGateway gateway = new FakeGateway()) {
            Shell.Result result = Shell.at(gateway).run();
            assertThat(result.exitCode()).isZero();
            assertThat(result.out()).contains("Commands:", "emergency-rollback");
        }
    }

    @ParameterizedTest
    @org.junit.jupiter.params.provider.ValueSource(strings = {"bash", "zsh"})
    void the_completion_script_is_one_bash_can_read_and_knows_the_commands(String shell, @TempDir Path folder)
            throws IOException, InterruptedException {
        try (FakeGateway gateway = new FakeGateway()) {
            Shell.Result result = Shell.at(gateway).run("completion", shell);
            Path script = Files.writeString(folder.resolve("completion"), result.out());

            assertThat(bash("-n", script.toString())).isEmpty();
            String words = bash(
                    "-c",
                    "source '" + script
                            + "'; COMP_WORDS=(axiom roll); COMP_CWORD=1; _complete_axiom 2>/dev/null; echo \"${COMPREPLY[@]}\"");
            assertThat(words.strip().split("\\s+")).containsExactlyInAnyOrder("rollback", "rollback-point");
        }
    }

    private static String bash(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("bash"));
        command.addAll(List.of(arguments));
        Process bash = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(bash.getInputStream().readAllBytes());
        assertThat(bash.waitFor()).as(output).isZero();
        return output;
    }

    @Test
    void docs_cli_md_is_what_the_command_line_says_of_itself() throws IOException {
        Path file = Path.of(System.getProperty("axiom.root"), "docs", "cli.md");

        assertThat(CliReference.markdown())
                .as("docs/cli.md is out of date; write it anew with: java -cp 'axiom-cli/target/dist/lib/*' "
                        + CliReference.class.getName() + " docs/cli.md")
                .isEqualTo(Files.readString(file));
    }
}
