package io.axiom.version.component;

import io.axiom.language.Command;
import io.axiom.language.version.VersionCommand;
import io.axiom.language.version.VersionCommand.CreateVersion;
import io.axiom.version.evidence.Evidence;

/** What the component decides on: published commands, with what was found about a new version. */
public sealed interface ComponentInput extends Command {

    /** A published command that needs nothing from elsewhere. */
    record Asked(VersionCommand command) implements ComponentInput {
        @Override
        public String aggregateId() {
            return command.aggregateId();
        }
    }

    /** A new version, with what its commits and surfaces say about it. */
    record Creation(CreateVersion request, Evidence evidence) implements ComponentInput {
        @Override
        public String aggregateId() {
            return request.aggregateId();
        }
    }
}
