package io.axiom.gateway.access;

import io.axiom.language.Actor;
import io.axiom.language.CommandContext;
import io.axiom.language.Reply;
import io.axiom.language.Role;
import io.axiom.language.access.AccessCommand.IssueToken;
import io.axiom.runtime.command.Commands;
import io.axiom.runtime.log.History;
import java.nio.file.Path;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the first admin token at the first start, for the CLI. The file is written before the event: a process that dies in
 * between finds the file again and issues the very same token.
 */
final class FirstToken {
    static final String ID = "first";
    private static final Logger log = LoggerFactory.getLogger(FirstToken.class);

    private final Commands commands;
    private final History history;
    private final Path file;
    private final Clock clock;

    FirstToken(Commands commands, History history, Path home, Clock clock) {
        this.commands = commands;
        this.history = history;
        this.file = home.resolve("token");
        this.clock = clock;
    }

    void ensure() {
        if (history.stateOf(new TokenDecider(), ID, History.NOW).exists()) {
            return;
        }
        String token = SecretFile.ensure(file);
        IssueToken command = new IssueToken(ID, "admin", Role.ADMIN, Secrets.digest(token));
        Reply reply = commands.send(
                        command, CommandContext.of("issue-token-" + ID, Actor.service("gateway"), clock.instant()))
                .join();
        if (reply instanceof Reply.Accepted) {
            log.info("The first API token is in {}", file);
        } else {
            log.warn("The first API token was not issued: {}", reply);
        }
    }
}
