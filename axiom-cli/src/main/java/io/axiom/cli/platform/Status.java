package io.axiom.cli.platform;

import io.axiom.cli.Action;
import io.axiom.cli.ExitCode;
import io.axiom.cli.http.Api;
import io.axiom.cli.http.Resource;
import io.axiom.cli.text.Ink;
import io.axiom.cli.text.Tree;
import io.axiom.cli.text.Weights;
import io.axiom.language.deployment.view.EnvironmentView.ComponentState;
import io.axiom.language.status.PlatformStatus;
import io.axiom.language.status.PlatformStatus.Part;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import tools.jackson.databind.JsonNode;

/** {@code axiom status}. */
@Command(
        name = "status",
        description = {
            "Show the platform's parts, how far each log is, and what runs where.",
            "Exit code 0 when every part is up, 1 when one is not."
        },
        footer = {"  axiom status", "  axiom status -o json"})
public final class Status extends Action {
    @Override
    protected int run() {
        Api api = api();
        JsonNode answer = api.get(Resource.of("api", "status"));
        PlatformStatus status = Api.as(answer, PlatformStatus.class);
        boolean ok = status.status().equals("ok");
        show(answer, () -> {
            tree(status, ok, api.base()).lines().forEach(this::line);
            if (status.environments().isEmpty() && ok) {
                line("");
                line("Nothing is deployed yet. Next: " + session().command() + " environment create <name>");
            }
        });
        return ok ? ExitCode.DONE : ExitCode.FAILED;
    }

    private Tree tree(PlatformStatus status, boolean ok, String url) {
        Tree tree = new Tree((ok ? ink().good("✔") + " Axiom is up" : ink().bad("✖") + " Axiom is " + status.status())
                + " at " + ink().strong(url) + ", audit log at "
                + status.audit().position()
                + (status.audit().waiting() == 0 ? "" : " (" + status.audit().waiting() + " wait for their cause)"));
        Tree parts = new Tree("Parts");
        status.services().forEach(part -> parts.add(part(part)));
        tree.add(parts);
        for (PlatformStatus.Environment environment : status.environments()) {
            Tree node = new Tree(ink().strong(environment.environmentId())
                    + (environment.rollbackInProgress() == null
                            ? ""
                            : "  " + ink().busy("⟳") + " rolling back, " + environment.rollbackInProgress()));
            environment.components().forEach(component -> node.add(component(component)));
            if (environment.components().isEmpty()) {
                node.add(new Tree(ink().faint("nothing deployed")));
            }
            tree.add(node);
        }
        return tree;
    }

    private Tree part(Part part) {
        boolean up = part.status().equals("up");
        Tree tree = new Tree((up ? ink().good("✔") : ink().bad("✖"))
                + ' '
                + part.name()
                + (part.position() == null ? "" : "  position " + part.position())
                + behind("projected", part.projected(), part.position())
                + behind("relayed", part.relayed(), part.position())
                + (part.url() == null ? "" : "  " + ink().faint(part.url())));
        String detail = part.detail();
        if (!up && detail != null) {
            tree.note(ink().bad(Ink.clean(detail)));
        }
        return tree;
    }

    private static String behind(String what, @Nullable Long reached, @Nullable Long head) {
        return reached == null || head == null || reached >= head ? "" : ", " + what + ' ' + reached;
    }

    private Tree component(ComponentState component) {
        boolean moving = component.activeDeploymentId() != null;
        String version = component.version() == null ? "nothing" : component.version();
        String traffic = component.weights().size() > 1 ? "  " + Weights.text(component.weights()) : "";
        Tree tree = new Tree((moving ? ink().busy("⟳") : ink().good("✔")) + ' ' + component.component() + ' '
                + ink().strong(version) + "  " + component.instances()
                + (component.instances() == 1 ? " instance" : " instances") + traffic
                + (component.url() == null ? "" : "  " + ink().faint(component.url())));
        if (moving) {
            tree.note(component.status() + ": " + component.activeDeploymentId());
        }
        return tree;
    }
}
