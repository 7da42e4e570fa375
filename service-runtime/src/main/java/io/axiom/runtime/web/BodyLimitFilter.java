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
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.springframework.web.filter.OncePerRequestFilter;

/** No request body over 1 MiB, or what a {@link BodyLimit} allows, is read, whether or not its length was announced. */
public final class BodyLimitFilter extends OncePerRequestFilter {
    public static final int LIMIT = 1024 * 1024;

    private static final BodyLimit USUAL = new BodyLimit("/**", LIMIT);

    private final List<BodyLimit> longestFirst;

    public BodyLimitFilter(Collection<BodyLimit> larger) {
        this.longestFirst = larger.stream()
                .sorted(Comparator.comparingInt(
                                (BodyLimit limit) -> limit.path().length())
                        .reversed())
                .toList();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String path = request.getRequestURI();
        BodyLimit limit = longestFirst.stream()
                .filter(candidate -> candidate.covers(path))
                .findFirst()
                .orElse(USUAL);
        if (request.getContentLengthLong() > limit.bytes()) {
            Problems.write(response, Problem.of(tooLarge(limit).rejection()));
            return;
        }
        chain.doFilter(new Limited(request, limit), response);
    }

    private static RejectedException tooLarge(BodyLimit limit) {
        return new RejectedException(new Rejection(
                "request.too-large",
                Rejection.Kind.TOO_LARGE,
                "The body is larger than " + limit.bytes() + " bytes.",
                limit.next()));
    }

    private static final class Limited extends HttpServletRequestWrapper {
        private final BodyLimit limit;

        Limited(HttpServletRequest request, BodyLimit limit) {
            super(request);
            this.limit = limit;
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            return new Counted(super.getInputStream(), limit);
        }
    }

    private static final class Counted extends ServletInputStream {
        private final ServletInputStream in;
        private final BodyLimit limit;
        private long read;

        Counted(ServletInputStream in, BodyLimit limit) {
            this.in = in;
            this.limit = limit;
        }

        private int counted(int bytes) {
            read += Math.max(bytes, 0);
            if (read > limit.bytes()) {
                throw tooLarge(limit);
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
