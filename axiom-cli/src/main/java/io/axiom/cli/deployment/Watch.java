package io.axiom.cli.deployment;

import io.axiom.cli.ExitCode;
import io.axiom.cli.Session;
import io.axiom.cli.http.Api;
import io.axiom.cli.http.EventStream;
import io.axiom.cli.http.ProblemException;
import io.axiom.cli.http.Resource;
import io.axiom.cli.text.Ink;
import io.axiom.cli.text.Screen;
import io.axiom.cli.text.TerminalSize;
import io.axiom.cli.text.Times;
import io.axiom.language.deployment.view.DeploymentView;
import io.axiom.language.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Follows a deployment to its end: a tree that is redrawn on a terminal, new lines elsewhere, one JSON document per line
 * for programs. Ends with the deployment's result as exit code.
 */
public final class Watch {
    private final Session session;
    private final Api api;
    private final Ink ink;
    private final boolean structured;

    private final Screen screen;
    private volatile @Nullable DeploymentView last;
    private @Nullable DeploymentView rollback;

    public Watch(Session session, Api api, Ink ink, boolean structured) {
        this.session = session;
        this.api = api;
        this.ink = ink;
        this.structured = structured;
        this.screen = new Screen(session.out(), session.terminal() ? TerminalSize.rows() : Integer.MAX_VALUE);
    }

    /** Returns when the deployment ended. */
    public int follow(String deploymentId) {
        Thread goodbye = new Thread(() -> sayHowToComeBack(deploymentId));
        if (session.interactive() && !structured) {
            Runtime.getRuntime().addShutdownHook(goodbye);
        }
        EventStream events = new EventStream(api, Resource.of("api", "deployments", deploymentId, "events"), "");
        try (ScheduledExecutorService clock =
                Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().factory())) {
            if (session.terminal() && !structured) {
                clock.scheduleAtFixedRate(this::redraw, 500, 500, TimeUnit.MILLISECONDS);
            }
            seen(api.get(Resource.of("api", "deployments", deploymentId)).toString());
            while (last != null && !last.status().ended()) {
                if (!events.follow(message -> seen(message.data()))) {
                    // The stream ended without the deployment's end: look once more, then follow again.
                    seen(api.get(Resource.of("api", "deployments", deploymentId))
                            .toString());
                }
            }
            clock.shutdownNow();
        }
        return end();
    }

    /** After Ctrl-C: the deployment does not end with the watching. */
    private void sayHowToComeBack(String deploymentId) {
        DeploymentView view = last;
        if (view != null && !view.status().ended()) {
            session.err()
                    .println("\n" + deploymentId + " goes on. Watch it again with: " + session.command()
                            + " deployment get " + deploymentId + " -w");
            session.err().flush();
        }
    }

    /** Takes in one view; false when it was the last. */
    private synchronized boolean seen(String data) {
        DeploymentView view = Api.as(Json.lenient().readTree(data), DeploymentView.class);
        if (last != null && view.position() < last.position()) {
            return true;
        }
        rollback = view.rollbackId() == null ? null : rollbackOf(view.rollbackId());
        if (structured) {
            session.out().println(Json.lenient().readTree(data));
            session.out().flush();
        } else if (session.terminal()) {
            last = view;
            redraw();
        } else {
            String time = Times.clock(session.clock().instant(), session.zone());
            new Changes(ink, session.command())
                    .between(last, view)
                    .forEach(line -> session.out().println(time + ' ' + line));
            session.out().flush();
        }
        last = view;
        return !view.status().ended();
    }

    private @Nullable DeploymentView rollbackOf(String rollbackId) {
        if (structured || !session.terminal()) {
            return null;
        }
        try {
            return api.get(Resource.of("api", "deployments", rollbackId), DeploymentView.class);
        } catch (ProblemException e) {
            return null; // Not readable yet: the tree is drawn without it and will be drawn again.
        }
    }

    private synchronized void redraw() {
        DeploymentView view = last;
        if (view != null) {
            List<String> lines =
                    new ArrayList<>(new DeploymentTree(ink, session.clock().instant()).lines(view, rollback));
            if (!view.status().ended()) {
                lines.addAll(Summary.closing(view, ink, session.command()));
            }
            screen.draw(lines);
        }
    }

    private int end() {
        DeploymentView view = last;
        if (view == null) {
            return ExitCode.FAILED;
        }
        if (!structured) {
            Summary.closing(view, ink, session.command()).forEach(session.out()::println);
        }
        session.out().flush();
        return Summary.exitCode(view.status());
    }
}
