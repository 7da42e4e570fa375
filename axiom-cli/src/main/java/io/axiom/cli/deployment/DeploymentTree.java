package io.axiom.cli.deployment;

import io.axiom.cli.text.Ink;
import io.axiom.cli.text.Mark;
import io.axiom.cli.text.Times;
import io.axiom.cli.text.Tree;
import io.axiom.cli.text.Weights;
import io.axiom.language.deployment.Cause;
import io.axiom.language.deployment.view.DeploymentView;
import io.axiom.language.deployment.view.DeploymentView.CheckView;
import io.axiom.language.deployment.view.DeploymentView.InstanceView;
import io.axiom.language.deployment.view.DeploymentView.StepView;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A deployment as a tree: its steps, its traffic, its instances, its checks, and the rollback that took it back. */
final class DeploymentTree {
    private static final int WIDEST = 72;

    private final Ink ink;
    private final Instant now;

    DeploymentTree(Ink ink, Instant now) {
        this.ink = ink;
        this.now = now;
    }

    /** @param rollback the run that took it back, null while there is none */
    List<String> lines(DeploymentView deployment, @Nullable DeploymentView rollback) {
        Tree tree = new Tree(ink.strong(deployment.deploymentId()) + "  " + Summary.change(deployment));
        tree.note(status(deployment));
        List<String> below = new ArrayList<>();
        Cause error = deployment.error();
        if (error != null && deployment.steps().stream().noneMatch(step -> step.cause() != null)) {
            below.addAll(cause(error));
        }
        List<String> warnings = deployment.warnings();
        if (warnings != null) {
            warnings.forEach(warning -> below.add(ink.busy("! " + Ink.clean(warning))));
        }
        below.forEach(tree::note);
        addUnlessEmpty(tree, steps("Steps", deployment.steps()));
        addUnlessEmpty(tree, traffic(deployment.weights()));
        addUnlessEmpty(tree, instances(deployment.instances()));
        addUnlessEmpty(tree, checks(deployment.checks()));
        if (rollback != null) {
            tree.add(steps(
                    "Rollback " + rollback.deploymentId() + "  " + Mark.of(rollback.status(), ink) + ' '
                            + rollback.status().word(),
                    rollback.steps()));
        }
        return tree.lines();
    }

    private static void addUnlessEmpty(Tree tree, Tree child) {
        if (!child.isLeaf()) {
            tree.add(child);
        }
    }

    private String status(DeploymentView deployment) {
        Instant until = deployment.endedAt() == null ? now : deployment.endedAt();
        String reason = deployment.reason();
        return Mark.of(deployment.status(), ink) + ' '
                + ink.strong(deployment.status().word()) + "  "
                + deployment.progress() + " %  "
                + Times.span(Duration.between(deployment.startedAt(), until)) + "  by "
                + Ink.clean(deployment.requestedBy())
                + (reason == null || reason.isBlank() ? "" : ": " + Ink.clean(reason));
    }

    private Tree steps(String title, List<StepView> steps) {
        Tree tree = new Tree(title);
        int width = steps.stream()
                .mapToInt(step -> Math.min(WIDEST, step.description().length()))
                .max()
                .orElse(0);
        for (StepView step : steps) {
            String text = Ink.clean(step.description());
            String took = took(step);
            String pad = took.isEmpty() ? "" : " ".repeat(Math.max(0, width - text.length()) + 2);
            boolean faint = step.status() == StepView.Status.WAITING || step.status() == StepView.Status.SKIPPED;
            Tree node = new Tree(
                    Mark.of(step.status(), ink) + ' ' + (faint ? ink.faint(text) : text) + pad + ink.faint(took));
            String detail = step.detail();
            Cause cause = step.cause();
            if (cause != null) {
                cause(cause).forEach(node::note);
            } else if (step.status() == StepView.Status.RUNNING && detail != null && !detail.isBlank()) {
                node.note(ink.faint(Ink.clean(detail)));
            }
            StepNote.of(step).ifPresent(node::note);
            tree.add(node);
        }
        return tree;
    }

    private String took(StepView step) {
        Instant started = step.startedAt();
        if (started == null) {
            return "";
        }
        Instant ended = step.endedAt();
        return Times.span(Duration.between(started, ended == null ? now : ended));
    }

    private List<String> cause(Cause cause) {
        return List.of(
                ink.bad(Ink.clean(cause.detail())) + ink.faint("  [" + Ink.clean(cause.code()) + ']'),
                "Next: " + Ink.clean(cause.next()));
    }

    private static Tree traffic(Map<String, Integer> weights) {
        Tree tree = new Tree("Traffic");
        weights.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<String, Integer> entry) -> -entry.getValue())
                        .thenComparing(Map.Entry::getKey))
                .forEach(entry -> tree.add(new Tree(
                        Weights.bar(entry.getValue()) + String.format("%4d %%  ", entry.getValue()) + entry.getKey())));
        return tree;
    }

    private Tree instances(List<InstanceView> instances) {
        Tree tree = new Tree("Instances");
        for (InstanceView instance : instances) {
            boolean running = instance.status().equals("running");
            String mark = running ? ink.good("✔") : instance.status().equals("stopped") ? ink.faint("–") : ink.bad("✖");
            tree.add(new Tree(mark + ' ' + instance.instanceId() + "  " + instance.host() + ':' + instance.port()
                    + "  pid " + instance.pid() + "  " + Ink.clean(instance.status())));
        }
        return tree;
    }

    private Tree checks(List<CheckView> checks) {
        Tree tree = new Tree("Checks");
        for (CheckView check : checks) {
            tree.add(new Tree(Mark.of(check.healthy(), ink) + ' ' + Ink.clean(check.check()) + " of "
                    + check.releaseId() + "  " + ink.faint(Ink.clean(check.detail()))));
        }
        return tree;
    }
}
