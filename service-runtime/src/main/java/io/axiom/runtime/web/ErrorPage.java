package io.axiom.runtime.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What Tomcat itself refuses, and what filters throw, leaves as a {@link Problem} too. */
@RestController
public final class ErrorPage implements ErrorController {

    @RequestMapping("/error")
    public void error(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable thrown) {
            Problems.write(response, Problems.of(thrown));
            return;
        }
        int status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code ? code : 404;
        Problems.write(
                response,
                Problem.of(
                        status,
                        "request.refused",
                        "The request was refused",
                        "The server refused this request with status " + status + ".",
                        "Correct the request."));
    }
}
