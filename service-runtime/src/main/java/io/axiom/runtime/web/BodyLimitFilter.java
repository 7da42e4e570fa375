package io.axiom.runtime.web;

import io.axiom.language.RejectedException;
import io.axiom.language.Rejection;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/** No request body over 1 MiB is read, whether or not its length was announced. */
public final class BodyLimitFilter extends OncePerRequestFilter {
    public static final int LIMIT = 1024 * 1024;

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getContentLengthLong() > LIMIT) {
            Problems.write(response, Problem.of(tooLarge().rejection()));
            return;
        }
        chain.doFilter(new Limited(request), response);
    }

    private static RejectedException tooLarge() {
        return new RejectedException(new Rejection(
                "request.too-large",
                Rejection.Kind.TOO_LARGE,
                "The body is larger than " + LIMIT + " bytes.",
                "Send less at once."));
    }

    private static final class Limited extends HttpServletRequestWrapper {
        Limited(HttpServletRequest request) {
            super(request);
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            return new Counted(super.getInputStream());
        }
    }

    private static final class Counted extends ServletInputStream {
        private final ServletInputStream in;
        private long read;

        Counted(ServletInputStream in) {
            this.in = in;
        }

        private int counted(int bytes) {
            read += Math.max(bytes, 0);
            if (read > LIMIT) {
                throw tooLarge();
            }
            return bytes;
        }

        @Override
        public int read() throws IOException {
            int next = in.read();
            counted(next < 0 ? 0 : 1);
            return next;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            return counted(in.read(buffer, offset, length));
        }

        @Override
        public boolean isFinished() {
            return in.isFinished();
        }

        @Override
        public boolean isReady() {
            return in.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            in.setReadListener(listener);
        }
    }
}
