package io.axiom.version.component;

import io.axiom.language.CommandContext;
import io.axiom.language.Names;
import io.axiom.language.RejectedException;
import io.axiom.language.version.ChannelCommand.MoveChannel;
import io.axiom.language.version.TagCommand;
import io.axiom.language.version.UpgradeCommand;
import io.axiom.language.version.VersionCommand;
import io.axiom.language.version.VersionCommand.ChangeComponentPolicy;
import io.axiom.language.version.VersionCommand.CreateVersion;
import io.axiom.language.version.VersionCommand.DeprecateVersion;
import io.axiom.language.version.VersionCommand.EndVersion;
import io.axiom.language.version.VersionCommand.RegisterComponent;
import io.axiom.language.version.VersionCommand.ReplaceChangelogTemplate;
import io.axiom.language.version.VersionCommand.YankVersion;
import io.axiom.language.version.VersionEvent;
import io.axiom.language.version.VersionEvent.ChangelogTemplateReplaced;
import io.axiom.language.version.VersionEvent.ComponentPolicyChanged;
import io.axiom.language.version.VersionEvent.ComponentRegistered;
import io.axiom.runtime.aggregate.Decider;
import io.axiom.runtime.aggregate.Decision;
import io.axiom.version.changelog.Template;
import io.axiom.version.component.ComponentState.Registered;
import io.axiom.version.component.ComponentState.Unregistered;
import io.axiom.version.evidence.Evidence;
import io.axiom.version.rules.TextRules;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Decides which versions a component may have: numbers go up, are used once, and stay used when yanked. */
public final class ComponentDecider implements Decider<ComponentState, ComponentInput, VersionEvent> {

    @Override
    public String aggregateType() {
        return "component";
    }

    @Override
    public Class<ComponentInput> commands() {
        return ComponentInput.class;
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
    public Decision<VersionEvent> decide(ComponentState state, ComponentInput input, CommandContext context) {
        try {
            return switch (state) {
                case Unregistered _ -> unregistered(commandOf(input));
                case Registered component -> registered(component, input, context.at());
            };
        } catch (RejectedException e) {
            return Decision.refuse(e.rejection());
        }
    }

    private static VersionCommand commandOf(ComponentInput input) {
        return switch (input) {
            case ComponentInput.Asked(VersionCommand command) -> command;
            case ComponentInput.Creation(CreateVersion request, Evidence _) -> request;
        };
    }

    private static Decision<VersionEvent> unregistered(VersionCommand command) {
        if (!(command instanceof RegisterComponent register)) {
            return Decision.refuse(Refusals.componentNotFound(command.component()));
        }
        String name = Names.require("component", register.component());
        String description = TextRules.optional("description", register.description());
        return Decision.accept(List.of(new ComponentRegistered(name, description)), Map.of("component", name));
    }

    private static Decision<VersionEvent> registered(Registered component, ComponentInput input, Instant now) {
        return switch (input) {
            case ComponentInput.Creation(CreateVersion request, Evidence evidence) ->
                Creation.decide(component, request, evidence, now);
            case ComponentInput.Asked(VersionCommand command) -> asked(component, command, now);
        };
    }

    private static Decision<VersionEvent> asked(Registered component, VersionCommand command, Instant now) {
        return switch (command) {
            case RegisterComponent _ -> Decision.refuse(Refusals.componentExists(component.component()));
            case ChangeComponentPolicy change -> changePolicy(component, change);
            case ReplaceChangelogTemplate replace -> replaceTemplate(component, replace);
            case CreateVersion create -> Creation.decide(component, create, Evidence.NONE, now);
            case DeprecateVersion deprecate -> Retirement.deprecate(component, deprecate, now);
            case EndVersion end -> Retirement.end(component, end, now);
            case YankVersion yank -> Retirement.yank(component, yank, now);
            case MoveChannel move -> ChannelMoves.move(component, move, now);
            case UpgradeCommand upgrade -> Upgrades.decide(component, upgrade);
            case TagCommand tag -> Tags.decide(component, tag);
        };
    }

    private static Decision<VersionEvent> changePolicy(Registered component, ChangeComponentPolicy command) {
        return Decision.accept(
                command.policy().equals(component.policy())
                        ? List.of()
                        : List.of(new ComponentPolicyChanged(component.component(), command.policy())),
                Map.of("component", component.component()));
    }

    private static Decision<VersionEvent> replaceTemplate(Registered component, ReplaceChangelogTemplate command) {
        String text = command.template();
        if (text != null) {
            Template.compile(text);
        }
        return Decision.accept(
                List.of(new ChangelogTemplateReplaced(component.component(), text)),
                Map.of("component", component.component()));
    }

    @Override
    public ComponentState evolve(ComponentState state, VersionEvent event) {
        return Evolution.evolve(state, event);
    }
}
