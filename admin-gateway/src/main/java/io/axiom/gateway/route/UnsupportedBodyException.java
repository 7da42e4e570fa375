package io.axiom.gateway.route;

import org.springframework.http.MediaType;
import org.springframework.web.HttpMediaTypeNotSupportedException;

/** A body that is not JSON. */
final class UnsupportedBodyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnsupportedBodyException(String type, MediaType wanted) {
        // The cause is what service-runtime knows how to say.
        super(
                type,
                new HttpMediaTypeNotSupportedException(
                        "null".equals(type) ? null : MediaType.parseMediaType(type), java.util.List.of(wanted)));
    }
}
