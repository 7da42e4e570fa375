package io.axiom.version.component;

import io.axiom.language.version.ComponentPolicy;
import io.axiom.language.version.UpgradeEvent.CompatibilityDeclared;
import io.axiom.semver.SemanticVersion;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashPMap;
import org.pcollections.HashTreePMap;
import org.pcollections.TreePMap;

/** A component is either not known, or registered with the versions it has had. */
public sealed interface ComponentState {

    /** Nothing has happened under this name. */
    record Unregistered() implements ComponentState {}

    /**
     * @param channels the version each points to, as it was created; a channel that lost its last version is not there
     * @param declared what was declared last about each pair, by {@link #pair}
     */
    record Registered(
            String component,
            @Nullable String description,
            ComponentPolicy policy,
            Numbers versions,
            TreePMap<String, String> channels,
            HashPMap<String, CompatibilityDeclared> declared)
            implements ComponentState {

        static Registered of(String component, @Nullable String description) {
            return new Registered(
                    component,
                    description,
                    ComponentPolicy.USUAL,
                    Numbers.NONE,
                    TreePMap.empty(),
                    HashTreePMap.empty());
        }

        static String pair(String from, String to) {
            return from + " > " + to;
        }

        Registered with(ComponentPolicy changed) {
            return new Registered(component, description, changed, versions, channels, declared);
        }

        Registered with(Numbers changed) {
            return new Registered(component, description, policy, changed, channels, declared);
        }

        Registered withChannel(String channel, @Nullable String version) {
            TreePMap<String, String> changed =
                    version == null ? channels.minus(channel) : channels.plus(channel, version);
            return new Registered(component, description, policy, versions, changed, declared);
        }

        Registered with(CompatibilityDeclared declaration) {
            return new Registered(
                    component,
                    description,
                    policy,
                    versions,
                    channels,
                    declared.plus(pair(declaration.from(), declaration.to()), declaration));
        }

        Registered changed(String version, UnaryOperator<Entry> change) {
            Entry entry = versions.find(SemanticVersion.parse(version)).orElseGet(() -> Entry.active(version));
            return with(versions.with(change.apply(entry)));
        }
    }
}
