package io.axiom.version.resolution;

import io.axiom.version.resolution.Incompatibility.Term;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An incompatibility and the two of its terms that are watched. */
final class Watched {
    private final Incompatibility incompatibility;
    private Term first;
    private Term second;

    Watched(Incompatibility incompatibility, Term first, Term second) {
        this.incompatibility = incompatibility;
        this.first = first;
        this.second = second;
    }

    Incompatibility incompatibility() {
        return incompatibility;
    }

    Term watchedOf(int component) {
        return first.component() == component ? first : second;
    }

    Term otherThan(int component) {
        return first.component() == component ? second : first;
    }

    /** Watches, instead of the component's, another term that is not true; null when there is none. */
    @Nullable
    Term moveFrom(int component, Trail trail) {
        List<Term> terms = incompatibility.terms();
        for (int i = 0; i < terms.size(); i++) {
            Term term = terms.get(i);
            if (term.component() != first.component()
                    && term.component() != second.component()
                    && !trail.satisfies(term)) {
                first = otherThan(component);
                second = term;
                return term;
            }
        }
        return null;
    }
}
