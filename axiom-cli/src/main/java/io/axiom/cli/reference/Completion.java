package io.axiom.cli.reference;

import io.axiom.cli.Action;
import io.axiom.cli.CommandTree;
import io.axiom.cli.ExitCode;
import java.util.ArrayList;
import java.util.List;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code axiom completion}. */
@Command(
        name = "completion",
        description = "Print the script that completes axiom's commands and options with the tab key.",
        footer = {
            "  source <(axiom completion bash)         # in ~/.bashrc",
            "  source <(axiom completion zsh)          # in ~/.zshrc"
        })
public final class Completion extends Action {
    @Parameters(paramLabel = "<shell>", completionCandidates = Shells.class, description = "${COMPLETION-CANDIDATES}.")
    private String shell = "";

    @Override
    protected int run() {
        if (!new Shells().contains(shell)) {
            throw usage("There is completion for bash and zsh, not for \"" + shell + "\".");
        }
        // The one script serves both: under zsh it loads bashcompinit itself.
        line(AutoComplete.bash("axiom", CommandTree.whole(session())));
        return ExitCode.DONE;
    }

    static final class Shells extends ArrayList<String> {
        private static final long serialVersionUID = 1L;

        Shells() {
            super(List.of("bash", "zsh"));
        }
    }
}
