package io.axiom.router.proxy;

import io.axiom.router.problem.Problems;
import io.axiom.router.routing.Lease;
import io.axiom.router.routing.LiveEndpoint;
import io.axiom.router.routing.RouteSlot;
import io.vertx.core.http.ConnectionPoolTooBusyException;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.RequestOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One request on its way to a release and back.
 *
 * <p>A refused connection is tried elsewhere: nothing was sent. A connection that broke before the answer is tried elsewhere
 * only for methods that change nothing (RFC 9110, 9.2.1) and without a body. Each failed try is on its release's account.
 */
final class Exchange implements Watchdog.Watched {
    private static final int MOST_TRIES = 6;
    private static final Set<HttpMethod> SAFE = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private final Loop loop;
    private final HttpServerRequest request;
    private final HttpServerResponse response;
    private final ClientConnection connection;
    private final List<LiveEndpoint> tried = new ArrayList<>(0);
    private Refusals lastRefusal = Refusals.NO_ENDPOINT;
    private @Nullable RequestHead head;
    private @Nullable RequestTarget target;
    private @Nullable RouteSlot slot;
    private @Nullable Lease lease;
    private @Nullable HttpClientRequest upstream;
    private @Nullable RequestBody body;
    private @Nullable Answer answer;
    private long sentNanos;
    private boolean done;

    Exchange(Loop loop, HttpServerRequest request, ClientConnection connection) {
        this.loop = loop;
        this.request = request;
        this.response = request.response();
        this.connection = connection;
    }

    void begin() {
        connection.began();
        loop.watchdog().add(this);
        response.exceptionHandler(_ -> clientGone());
        response.closeHandler(_ -> clientGone());
        head = RequestHead.of(request);
        String uri = RequestTarget.clean(request.uri());
        if (head == null || uri == null) {
            refuse(Refusals.MALFORMED);
            return;
        }
        if (head.hasBody()) {
            request.pause();
        }
        if (!find(uri)) {
            refuse(Refusals.UNKNOWN);
            return;
        }
        if (loop.memory().isExhausted()) {
            refuse(Refusals.OVERLOADED);
            return;
        }
        next();
    }

    private boolean find(String uri) {
        String host = request.getHeader(HttpHeaders.HOST);
        target = host == null ? null : RequestTarget.ofHost(host.split(":", 2)[0], uri);
        slot = target == null ? null : loop.table().find(target.environment(), target.component());
        if (slot == null) {
            target = RequestTarget.ofPath(uri);
            slot = target == null ? null : loop.table().find(target.environment(), target.component());
        }
        return slot != null;
    }

    private void next() {
        if (slot == null || target == null) {
            return;
        }
        Lease next = tried.size() < MOST_TRIES ? slot.acquire(request::getHeader, lease, tried) : null;
        if (next == null) {
            refuse(lastRefusal);
            return;
        }
        lease = next;
        LiveEndpoint endpoint = next.endpoint();
        loop.client()
                .request(new RequestOptions()
                        .setServer(endpoint.address())
                        .setHost(endpoint.endpoint().host())
                        .setPort(endpoint.endpoint().port())
                        .setMethod(request.method())
                        .setURI(target.uri()))
                .onComplete(out -> connected(next, out), failure -> refused(next, failure));
    }

    private void refused(Lease refusing, Throwable failure) {
        if (done || lease != refusing) {
            return;
        }
        if (failure instanceof ConnectionPoolTooBusyException) {
            refusing.unanswered();
            refuse(Refusals.OVERLOADED);
            return;
        }
        refusing.refused();
        elsewhere(refusing, Refusals.NO_ENDPOINT);
    }

    private void elsewhere(Lease failed, Refusals reason) {
        failed.close();
        tried.add(failed.endpoint());
        lastRefusal = reason;
        upstream = null;
        next();
    }

    private void connected(Lease to, HttpClientRequest out) {
        out.exceptionHandler(_ -> {}); // the response's future tells the same
        if (done || lease != to || head == null || target == null) {
            out.reset();
            return;
        }
        to.connected();
        upstream = out;
        sentNanos = System.nanoTime();
        head.forward(request, target, loop.options().trustForwarded(), out.headers());
        out.response().onComplete(it -> answered(to, it), failure -> unanswered(to));
        if (head.webSocket()) {
            out.connect();
        } else if (head.hasBody()) {
            out.setChunked(head.length() < 0);
            body = new RequestBody(request, out);
            body.send();
        } else {
            out.end();
        }
    }

    private void answered(Lease by, HttpClientResponse in) {
        if (done || lease != by || head == null || upstream == null) {
            return;
        }
        boolean switching = in.statusCode() == 101;
        if (switching != (head.webSocket() && switching)) {
            unanswered(by);
            return;
        }
        by.answered(in.statusCode());
        if (switching) {
            loop.watchdog().remove(this);
            new Tunnel(request, in, by).open().onComplete(_ -> {
                finish();
                connection.closed();
            });
            return;
        }
        boolean closing = head.last() || loop.draining().get() || body != null && !body.isSent();
        try {
            answer = new Answer(request, in, by, closing);
            answer.pass(this::answerEnded, this::answerBroke);
        } catch (IllegalArgumentException _) {
            answerBroke(); // headers that may not be passed on
        }
    }

    /** The connection broke, or what came was not HTTP. */
    private void unanswered(Lease by) {
        if (done || lease != by) {
            return;
        }
        by.unanswered();
        boolean repeatable = head != null && !head.hasBody() && !head.webSocket() && SAFE.contains(request.method());
        if (repeatable) {
            elsewhere(by, Refusals.FAILED);
        } else {
            refuse(Refusals.FAILED);
        }
    }

    private void answerEnded() {
        if (done) {
            return;
        }
        boolean half = body != null && !body.isSent();
        if (upstream != null && (half || head != null && head.webSocket())) {
            upstream.connection().close();
        }
        finish();
        if (half || loop.draining().get() || head != null && head.last()) {
            closeSoon();
        }
    }

    private void answerBroke() {
        if (!done && lease != null) {
            lease.unanswered();
            finish();
            request.connection().close();
        }
    }

    private void clientGone() {
        if (done) {
            return;
        }
        HttpClientRequest sent = upstream;
        if (lease != null) {
            lease.abandoned();
        }
        finish();
        if (sent != null) {
            sent.reset();
        }
    }

    private void refuse(Refusals refusal) {
        if (lease != null) {
            response.putHeader(Answer.RELEASE, lease.releaseId());
        }
        finish();
        if (refusal.status == 503) {
            response.putHeader(HttpHeaders.RETRY_AFTER, "1");
        }
        boolean closing = refusal == Refusals.MALFORMED || head == null || head.last() || head.hasBody();
        if (closing) {
            response.putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        }
        Problems.send(response, refusal.status, refusal.rejection, Map.of());
        if (closing) {
            closeSoon();
        }
    }

    /** Reads what still comes for a moment: closing at once would reset the connection before the client has our answer. */
    private void closeSoon() {
        connection.takeNoMore();
        if (!request.isEnded()) {
            request.handler(_ -> {});
            request.resume();
        }
        boolean unread = !request.isEnded();
        loop.vertx().setTimer(unread ? 200 : 1, _ -> request.connection().close());
    }

    private void finish() {
        if (!done) {
            done = true;
            if (lease != null) {
                lease.close();
            }
            loop.watchdog().remove(this);
            connection.ended();
        }
    }

    @Override
    public void check(long nowNanos) {
        long patience =
                loop.memory().patienceNanos(loop.options().responseTimeout().toNanos());
        if (answer != null) {
            if (answer.isStalled(nowNanos, patience)) {
                request.connection().close();
                clientGone();
            }
            return;
        }
        if (body != null && upstream != null && lease != null && body.isStalled(nowNanos, patience)) {
            HttpClientRequest stuck = upstream;
            lease.unanswered();
            refuse(Refusals.TIMEOUT);
            stuck.reset();
            return;
        }
        long quietSince = body == null ? sentNanos : body.activeNanos();
        if (upstream == null
                || lease == null
                || nowNanos - quietSince < loop.options().responseTimeout().toNanos()) {
            return;
        }
        HttpClientRequest late = upstream;
        if (body != null && body.waitsForClient()) {
            lease.abandoned();
            refuse(Refusals.TOO_SLOW);
        } else {
            lease.unanswered();
            refuse(Refusals.TIMEOUT);
        }
        late.reset();
    }
}
