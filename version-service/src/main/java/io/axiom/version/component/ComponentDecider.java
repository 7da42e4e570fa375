package io.axiom.version.component;

import io.axiom.language.CommandContext;
import io.axiom.language.Names;
import io.axiom.language.RejectedException;
import io.axiom.language.Rejection;
import io.axiom.language.version.VersionCommand;
import io.axiom.language.version.VersionCommand.CreateVersion;
import io.axiom.language.version.VersionCommand.DeprecateVersion;
import io.axiom.language.version.VersionCommand.RegisterComponent;
import io.axiom.language.version.VersionCommand.YankVersion;
import io.axiom.language.version.VersionEvent;
import io.axiom.language.version.VersionEvent.ComponentRegistered;
import io.axiom.language.version.VersionEvent.VersionCreated;
import io.axiom.language.version.VersionEvent.VersionDeprecated;
import io.axiom.language.version.VersionEvent.VersionYanked;
import io.axiom.runtime.aggregate.Decider;
import io.axiom.runtime.aggregate.Decision;
import io.axiom.semver.SemanticVersion;
import io.axiom.version.component.ComponentState.Registered;
import io.axiom.version.component.ComponentState.Unregistered;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Decides which versions a component may have: numbers go up, are used once, and stay used when yanked. */
public final class ComponentDecider implements Decider<ComponentState, VersionCommand, VersionEvent> {
    @Override
    public String aggregateType() {
        return "component";
    }

    @Override
    public Class<VersionCommand> commands() {
        return VersionCommand.class;
    }

    @Override
    public Class<VersionEvent> events() {
        return VersionEvent.class;
    }

    @Override
    public ComponentState initial() {
        return new Unregistered();
    }

    @Override
    public Decision<VersionEvent> decide(ComponentState state, VersionCommand command, CommandContext context) {
        try {
            return switch (state) {
                case Unregistered _ -> decideUnregistered(command);
                case Registered registered -> decideRegistered(registered, command);
            };
        } catch (RejectedException e) {
            return Decision.refuse(e.rejection());
        }
    }

    private static Decision<VersionEvent> decideUnregistered(VersionCommand command) {
        if (!(command instanceof RegisterComponent register)) {
            return Decision.refuse(Refusals.componentNotFound(command.component()));
        }
        String name = Names.require("component", register.component());
        String description = TextRules.optional("description", register.description());
        return accept(new ComponentRegistered(name, description), Map.of("component", name));
    }

    private static Decision<VersionEvent> decideRegistered(Registered component, VersionCommand command) {
        return switch (command) {
            case RegisterComponent _ -> Decision.refuse(Refusals.componentExists(component.component()));
            case CreateVersion create -> create(component, create);
            case DeprecateVersion deprecate -> deprecate(component, deprecate);
            case YankVersion yank -> yank(component, yank);
        };
    }

    private static Decision<VersionEvent> create(Registered component, CreateVersion command) {
        SemanticVersion version = NextNumber.of(command, component.versions());
        List<String> changelog = TextRules.list("changelog", command.changelog());
        List<String> breaking = TextRules.list("breakingChanges", command.breakingChanges());
        RunRules.check(command.run());
        Optional<Rejection> taken = taken(component, version);
        if (taken.isPresent()) {
            return Decision.refuse(taken.get());
        }
        return accept(
                new VersionCreated(component.component(), version.toString(), changelog, breaking, command.run()),
                Map.of("component", component.component(), "version", version.toString()));
    }

    private static Optional<Rejection> taken(Registered component, SemanticVersion version) {
        String name = component.component();
        Optional<Rejection> used = component
                .versions()
                .find(version)
                .map(entry ->
                        entry.isYanked() ? Refusals.numberYanked(name, entry) : Refusals.versionExists(name, entry));
        return used.isPresent()
                ? used
                : component.versions().backwardsFrom(version).map(above -> Refusals.backwards(name, version, above));
    }

    private static Decision<VersionEvent> deprecate(Registered component, DeprecateVersion command) {
        String reason = TextRules.required("reason", command.reason());
        Entry entry = require(component, command.version());
        if (entry.isYanked()) {
            return Decision.refuse(Refusals.numberYanked(component.component(), entry));
        }
        String replacement = replacement(component, entry, command.replacement());
        if (entry.equals(entry.deprecated(reason, replacement))) {
            return Decision.accept(List.of(), resultOf(component, entry));
        }
        return accept(
                new VersionDeprecated(component.component(), entry.version(), replacement, reason),
                resultOf(component, entry));
    }

    private static @Nullable String replacement(Registered component, Entry deprecated, @Nullable String replacement) {
        if (replacement == null) {
            return null;
        }
        Entry entry = require(component, replacement);
        if (entry.isYanked() || entry.version().equals(deprecated.version())) {
            throw new RejectedException(Refusals.invalid(
                    "version.replacement-invalid",
                    "replacement",
                    entry.isYanked()
                            ? "The replacement " + entry.version() + " is yanked."
                            : "A version cannot replace itself.",
                    "Name a version that can be used, or none."));
        }
        return entry.version();
    }

    private static Decision<VersionEvent> yank(Registered component, YankVersion command) {
        String reason = TextRules.required("reason", command.reason());
        Entry entry = require(component, command.version());
        if (entry.isYanked()) {
            return Decision.accept(List.of(), resultOf(component, entry));
        }
        return accept(new VersionYanked(component.component(), entry.version(), reason), resultOf(component, entry));
    }

    private static Entry require(Registered component, String version) {
        return component
                .versions()
                .find(NextNumber.parse(version))
                .orElseThrow(() -> new RejectedException(Refusals.versionNotFound(component.component(), version)));
    }

    private static Map<String, String> resultOf(Registered component, Entry entry) {
        return Map.of("component", component.component(), "version", entry.version());
    }

    private static Decision<VersionEvent> accept(VersionEvent event, Map<String, String> result) {
        return Decision.accept(List.of(event), result);
    }

    @Override
    public ComponentState evolve(ComponentState state, VersionEvent event) {
        return switch (event) {
            case ComponentRegistered e -> new Registered(e.component(), e.description(), Numbers.NONE);
            case VersionCreated e -> {
                Registered component = registered(state);
                yield component.with(component.versions().plus(e.version()));
            }
            case VersionDeprecated e ->
                changed(state, e.version(), entry -> entry.deprecated(e.reason(), e.replacement()));
            case VersionYanked e -> changed(state, e.version(), entry -> entry.yanked(e.reason()));
        };
    }

    private static Registered changed(ComponentState state, String version, UnaryOperator<Entry> change) {
        Registered component = registered(state);
        Entry entry = component.versions().find(SemanticVersion.parse(version)).orElseGet(() -> Entry.active(version));
        return component.with(component.versions().with(change.apply(entry)));
    }

    private static Registered registered(ComponentState state) {
        if (state instanceof Registered component) {
            return component;
        }
        throw new IllegalStateException("A component's first event is its registration");
    }
}
