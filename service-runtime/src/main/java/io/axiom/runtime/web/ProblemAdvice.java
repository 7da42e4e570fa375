package io.axiom.runtime.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;

/** Every error of every controller leaves as a {@link Problem}. */
@RestControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
public final class ProblemAdvice {

    @ExceptionHandler(Throwable.class)
    public void handle(Throwable error, HttpServletResponse response) throws IOException {
        if (error instanceof AsyncRequestNotUsableException) {
            // The reader of a stream went away: nobody to tell, nothing wrong.
            return;
        }
        if (error instanceof HttpRequestMethodNotSupportedException method && method.getSupportedMethods() != null) {
            response.setHeader("Allow", String.join(", ", method.getSupportedMethods()));
        }
        Problems.write(response, Problems.of(error));
    }
}
