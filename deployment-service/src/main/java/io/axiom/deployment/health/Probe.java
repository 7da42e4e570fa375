package io.axiom.deployment.health;

import io.axiom.language.deployment.Cause;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** One way to try an instance once. */
@FunctionalInterface
interface Probe {

    /** @param timeout of this attempt; never longer than who waits for it can use */
    Result attempt(Endpoint endpoint, Duration timeout) throws InterruptedException;

    /** @param cause null when it passed */
    record Result(@Nullable Cause cause, String detail) {
        boolean passed() {
            return cause == null;
        }

        static Result passed(String detail) {
            return new Result(null, detail);
        }

        static Result failed(String code, String detail, String next) {
            return new Result(new Cause(code, detail, next), detail);
        }
    }

    /** The probe a check's settings ask for. */
    static Probe of(CheckSettings check) {
        return switch (check.type()) {
            case "http" -> new HttpProbe(check);
            case "tcp" -> new TcpProbe(check);
            case "command" -> new CommandProbe(check);
            default -> new ProcessProbe();
        };
    }
}
