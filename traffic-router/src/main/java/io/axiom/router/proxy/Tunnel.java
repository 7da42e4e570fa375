package io.axiom.router.proxy;

import io.axiom.router.routing.Lease;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.NetSocket;
import java.util.Set;

/** A connection that went on with WebSocket: bytes pass both ways until one side ends. */
final class Tunnel {
    private final HttpServerRequest request;
    private final HttpClientResponse switched;

    Tunnel(HttpServerRequest request, HttpClientResponse switched, Lease lease) {
        this.request = request;
        this.switched = switched;
        HopByHop.copy(switched.headers(), request.response().headers(), Set.of("content-length", "x-axiom-release"));
        request.response()
                .putHeader(HttpHeaders.CONNECTION, HttpHeaders.UPGRADE)
                .putHeader(HttpHeaders.UPGRADE, "websocket")
                .putHeader(Answer.RELEASE, lease.releaseId());
    }

    /** Completes when both sides are closed. */
    Future<Void> open() {
        Promise<Void> closed = Promise.promise();
        NetSocket inside = switched.netSocket();
        inside.pause();
        request.toNetSocket()
                .onComplete(
                        outside -> {
                            Runnable close = () -> {
                                inside.close();
                                outside.close();
                                closed.tryComplete();
                            };
                            inside.pipeTo(outside).onComplete(_ -> close.run());
                            outside.pipeTo(inside).onComplete(_ -> close.run());
                        },
                        failure -> {
                            inside.close();
                            request.connection().close();
                            closed.tryFail(failure);
                        });
        return closed.future();
    }
}
