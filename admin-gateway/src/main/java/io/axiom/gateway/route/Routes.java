package io.axiom.gateway.route;

import java.util.List;

/** The routes of one capability. Declared as a bean. */
@FunctionalInterface
public interface Routes {
    List<Endpoint> endpoints();
}
